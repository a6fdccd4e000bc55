use super::{Span, fold_letter};

/// A text made ready to be searched without regard to case, accents and kinds of white space.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Folded {
    text: String,
    /// Where places in the folded text and in the original drift apart: from this folded byte on the
    /// original is so many bytes ahead.
    drift: Vec<(u32, i32)>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), drift: Vec::new() };
        let mut ahead = 0;
        for (at, c) in text.char_indices() {
            let now = at as i32 - folded.text.len() as i32;
            if now != ahead {
                ahead = now;
                folded.drift.push((folded.text.len() as u32, ahead));
            }
            if c.is_ascii() {
                folded.text.push(if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() });
            } else {
                folded.text.extend(fold(c));
            }
        }
        folded.drift.push((folded.text.len() as u32, text.len() as i32 - folded.text.len() as i32));
        folded
    }

    /// Where the words of `query`, which is folded, stand in the original, in order and without
    /// overlap.
    pub fn find<'f>(&'f self, query: &'f Folded) -> impl Iterator<Item = Span> + 'f {
        let needle = query.text.trim();
        let found = (!needle.is_empty()).then(|| self.text.match_indices(needle));
        found.into_iter().flatten().map(|(at, it)| Span::new(self.original(at), self.original(at + it.len())))
    }

    /// Whether the words of `query` stand anywhere.
    pub fn contains(&self, query: &Folded) -> bool {
        let needle = query.text.trim();
        !needle.is_empty() && self.text.contains(needle)
    }

    /// The folded text, by which texts are put in order.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to look for.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn original(&self, at: usize) -> usize {
        let behind = self.drift.partition_point(|(from, _)| *from as usize <= at);
        let ahead =
            behind.checked_sub(1).and_then(|place| self.drift.get(place)).map_or(0, |(_, ahead)| *ahead);
        at.saturating_add_signed(ahead as isize)
    }
}

/// A character without what does not count.
fn fold(c: char) -> Option<char> {
    match c {
        c if c.is_whitespace() => Some(' '),
        '“' | '”' | '„' => Some('"'),
        '–' | '—' | '‑' | '−' => Some('-'),
        c => fold_letter(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: &[&str]) {
        let (folded, query) = (Folded::new(text), Folded::new(query));
        let found: Vec<_> =
            folded.find(&query).map(|span| span.slice(text).expect("whole characters")).collect();
        assert_eq!(found, expected);
        assert_eq!(folded.contains(&query), !expected.is_empty());
    }

    #[test]
    fn case_accents_and_line_ends_do_not_count() {
        check("Café 📉 CAFE cafe\u{301}s", "cafe", &["Café", "CAFE", "cafe\u{301}"]);
        check("the European\nCommission", "european commission", &["European\nCommission"]);
        check("Łódź and lodz", "ŁÓDŹ", &["Łódź", "lodz"]);
        check("“Don’t”", "don't", &["Don’t"]);
        check("anything", "", &[]);
        check("anything", "  ", &[]);
        check("İstanbul", "stan", &["stan"]);
        check("CAFÉ", "e", &["É"]);
    }

    proptest! {
        #[test]
        fn whole_characters_are_found(text in "\\PC{0,40}", from in 0usize..40, len in 1usize..6) {
            let query: String = text.chars().skip(from).take(len).collect();
            let (folded, query) = (Folded::new(&text), Folded::new(&query));
            for span in folded.find(&query) {
                prop_assert!(span.slice(&text).is_some(), "{:?} in {:?}", span, text);
            }
        }
    }
}
