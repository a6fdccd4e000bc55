use crate::text::{Span, sentences, tokenize};

/// The sentences of a text, found once for all views of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sentences(Vec<Span>);

/// A piece of a sentence, cut at words.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Excerpt {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Whether the sentence begins before it.
    pub is_cut_before: bool,
    /// Whether the sentence goes on behind it.
    pub is_cut_behind: bool,
}

impl Sentences {
    /// The sentences of `text`.
    pub fn of(text: &str) -> Sentences {
        Sentences(sentences(text, &tokenize(text)))
    }

    /// The sentences that a span reaches into, from the beginning of the first to the end of the last; the span
    /// itself where it stands in none.
    ///
    /// ```
    /// # use newsmark::{facts::Sentences, text::Span};
    /// let text = "One ship sank. Two ships came. Nobody saw it.";
    /// let around = |start, end| Sentences::of(text).around(Span::new(start, end)).slice(text).unwrap();
    /// assert_eq!(around(4, 8), "One ship sank.");
    /// assert_eq!(around(4, 18), "One ship sank. Two ships came.");
    /// ```
    pub fn around(&self, span: Span) -> Span {
        let at = |place: usize| {
            let behind = self.0.partition_point(|sentence| sentence.start() <= place);
            behind.checked_sub(1).and_then(|at| self.0.get(at)).copied()
        };
        let first = at(span.start()).map_or(span, |sentence| sentence.cover(span));
        let last = at(span.end().saturating_sub(1).max(span.start()));
        last.filter(|last| last.overlaps(span)).map_or(first, |last| first.cover(last))
    }

    /// The sentences around `facts` (in reading order), or no more than about `reach` bytes before the first and
    /// behind the last of them.
    pub fn excerpt(&self, text: &str, facts: &[Span], reach: usize) -> Option<Excerpt> {
        let inner = facts.iter().copied().reduce(Span::cover)?;
        let whole = self.around(inner);
        let start = match inner.start().checked_sub(reach + 1).filter(|from| *from > whole.start()) {
            None => whole.start(),
            Some(from) => {
                let from = boundary(text, from);
                let cut = text.get(from..inner.start()).unwrap_or_default();
                let at = cut.find(char::is_whitespace).map_or(inner.start(), |at| from + at);
                inner.start() - text.get(at..inner.start()).unwrap_or_default().trim_start().len()
            }
        };
        let end = match inner.end() + reach + 1 {
            until if until >= whole.end() => whole.end(),
            until => {
                let until = boundary(text, until);
                let cut = text.get(inner.end()..until).unwrap_or_default();
                let kept = cut.rfind(char::is_whitespace).map_or("", |at| cut.get(..at).unwrap_or_default());
                inner.end() + kept.trim_end().len()
            }
        };
        let span = Span::new(start, end);
        let is_cut_before = start > whole.start();
        Some(Excerpt { span, is_cut_before, is_cut_behind: end < whole.end() })
    }
}

/// The first place from `at` on where a character begins; the end of the text where there is none.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, facts: &[&str], reach: usize, expected: &str) {
        let span = |words: &&str| text.find(words).map(|at| Span::new(at, at + words.len())).expect("there");
        let facts: Vec<_> = facts.iter().map(span).collect();
        let it = Sentences::of(text).excerpt(text, &facts, reach).expect("an excerpt");
        let (before, behind) =
            (if it.is_cut_before { "… " } else { "" }, if it.is_cut_behind { " …" } else { "" });
        assert_eq!(format!("{before}{}{behind}", it.span.slice(text).expect("a slice")), expected);
    }

    #[test]
    fn excerpts_are_cut_at_words() {
        let text = "It rained. The mayor said late on Monday that 30 ships would come to Łódź by the spring. So be it.";
        check(
            text,
            &["30"],
            200,
            "The mayor said late on Monday that 30 ships would come to Łódź by the spring.",
        );
        check(text, &["30"], 12, "… Monday that 30 ships would …");
        check(text, &["30"], 29, "… said late on Monday that 30 ships would come to Łódź …");
        check(text, &["Monday", "spring"], 4, "… on Monday that 30 ships would come to Łódź by the spring.");
        check(text, &["rained", "30"], 0, "… rained. The mayor said late on Monday that 30 …");
    }

    proptest! {
        #[test]
        fn excerpts_hold_their_facts(text in "[a. \n“€]{1,60}", start in 0usize..60, len in 1usize..20, reach in 0usize..40) {
            let start = boundary(&text, start);
            let end = boundary(&text, start + len);
            prop_assume!(start < end);
            let fact = Span::new(start, end);
            let found = Sentences::of(&text).excerpt(&text, &[fact], reach).expect("an excerpt");
            prop_assert!(found.span.contains(fact) && found.span.slice(&text).is_some());
        }
    }
}
