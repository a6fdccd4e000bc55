use crate::text::Span;

/// How places move when [`crate::text::normalize`] changes a text.
pub(super) struct Shift {
    /// Behind each changed character: its byte offset in the text before and in the one after.
    changes: Vec<(usize, usize)>,
}

impl Shift {
    /// The changes that `text` (as it was) goes through.
    pub(super) fn new(text: &str) -> Shift {
        let bytes = text.as_bytes();
        let mut changes = Vec::new();
        let mut after = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => changes.push((at + 1, after)),
                0 => {
                    after += '\u{FFFD}'.len_utf8();
                    changes.push((at + 1, after));
                }
                _ => after += 1,
            }
        }
        Shift { changes }
    }

    /// Where a span of the text before lies in the text after.
    pub(super) fn apply(&self, span: Span) -> Span {
        let place = |byte: usize| {
            let behind = self.changes.partition_point(|&(before, _)| before <= byte);
            let change = behind.checked_sub(1).and_then(|last| self.changes.get(last));
            change.map_or(byte, |&(before, after)| after + byte - before)
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
        }
    }
}
