use crate::text::Span;

/// How places move when [`crate::text::normalize`] changes a text.
pub(super) struct Shift {
    changes: Vec<Change>,
}

/// Where a character was left out or became longer.
struct Change {
    /// Behind the character, in bytes of the text before.
    before: usize,
    /// Behind what became of it, in bytes of the text after.
    after: usize,
    is_left_out: bool,
}

impl Shift {
    /// The changes that `text` (as it was) goes through.
    pub(super) fn new(text: &str) -> Shift {
        let bytes = text.as_bytes();
        let mut changes = Vec::new();
        let mut after = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let is_left_out = byte == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            after += match byte {
                _ if is_left_out => 0,
                0 => '\u{FFFD}'.len_utf8(),
                _ => 1,
            };
            if is_left_out || byte == 0 {
                changes.push(Change { before: at + 1, after, is_left_out });
            }
        }
        Shift { changes }
    }

    /// Where a span of the text before lies in the text after.
    pub(super) fn apply(&self, span: Span) -> Span {
        let place = |byte: usize| {
            let behind = self.changes.partition_point(|change| change.before <= byte);
            let change = behind.checked_sub(1).and_then(|last| self.changes.get(last));
            change.map_or(byte, |change| change.after + byte - change.before)
        };
        Span::new(place(span.start()), place(span.end()))
    }

    /// Where a span of the text after lay in the text before. A place between a word and a line end
    /// lies right behind the word.
    pub(super) fn undo(&self, span: Span) -> Span {
        let place = |byte: usize| {
            let is_behind = |change: &Change| change.after < byte + usize::from(!change.is_left_out);
            let behind = self.changes.partition_point(is_behind);
            let change = behind.checked_sub(1).and_then(|last| self.changes.get(last));
            change.map_or(byte, |change| change.before + byte - change.after)
        };
        Span::new(place(span.start()), place(span.end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize;

    #[test]
    fn every_prefix_moves_to_where_it_ends_after() {
        let text = "é\r\n\r\r\nb\0\0ß\r\n\n";
        let shift = Shift::new(text);
        let normal = normalize(text);
        for (at, _) in text.char_indices().filter(|&(at, _)| !text[..at].ends_with('\r')) {
            let expected = Span::new(0, normalize(&text[..at]).len());
            assert_eq!(shift.apply(Span::new(0, at)), expected, "{at}");
            assert!(normal.is_char_boundary(expected.end()));
            assert_eq!(shift.undo(expected), Span::new(0, at), "{at}");
        }
    }
}
