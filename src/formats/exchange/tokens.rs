//! Words and sentences, for formats that go by them.

use crate::document::Document;
use crate::text::{OffsetMap, Span, Unit, sentences, tokenize};

/// A word or sign of the text.
pub(super) struct Token<'d> {
    pub(super) text: &'d str,
    /// In the unit that was asked for.
    pub(super) start: usize,
    pub(super) end: usize,
    /// In bytes.
    pub(super) span: Span,
    /// Whether white space follows.
    pub(super) has_space_after: bool,
}

/// The words of a document with their places in `unit`.
pub(super) fn tokens(document: &Document, unit: Unit) -> Vec<Token<'_>> {
    let text = document.text();
    let map = OffsetMap::new(text);
    let spans: Vec<Span> = tokenize(text).iter().map(|token| token.span).collect();
    let follow = spans.iter().skip(1).map(|span| span.start()).chain([text.len()]);
    spans
        .iter()
        .zip(follow)
        .map(|(span, next)| {
            let range = map.range_of(*span, unit).unwrap_or_default();
            let gap = text.get(span.end()..next).unwrap_or_default();
            Token {
                text: span.slice(text).unwrap_or_default(),
                start: range.start,
                end: range.end,
                span: *span,
                has_space_after: !gap.is_empty(),
            }
        })
        .collect()
}

/// The sentences of a document, in bytes: every word is in one.
pub(super) fn sentence_spans(document: &Document) -> Vec<Span> {
    sentences(document.text(), &tokenize(document.text()))
}
