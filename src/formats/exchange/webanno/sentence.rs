//! The sentences of a file by their tokens.

use crate::text::{OffsetMap, Span, Unit, sentences, tokenize};

/// A sentence by its tokens.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Sentence {
    /// What the file calls it, if anything.
    pub(super) id: Option<String>,
    pub(super) tokens: Vec<(i64, i64)>,
}

/// The sentences and words of a text as we see them.
pub(super) fn units_of(text: &str) -> Vec<Sentence> {
    let map = OffsetMap::new(text);
    let words = tokenize(text);
    let place = |span: Span| {
        let range = map.range_of(span, Unit::Utf16).unwrap_or_default();
        (range.start as i64, range.end as i64)
    };
    let mut words_left = words.iter().map(|token| token.span).peekable();
    let mut found = Vec::new();
    for span in sentences(text, &words) {
        let mut tokens = Vec::new();
        while let Some(word) = words_left.next_if(|word| word.start() < span.end()) {
            tokens.push(place(word));
        }
        if !tokens.is_empty() {
            found.push(Sentence { id: None, tokens });
        }
    }
    found
}
