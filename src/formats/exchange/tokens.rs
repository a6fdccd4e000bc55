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
}

/// The words of a document with their places in `unit`.
pub(super) fn tokens(document: &Document, unit: Unit) -> Vec<Token<'_>> {
    let text = document.text();
    let map = OffsetMap::new(text);
    let place = |span: Span| {
        let range = map.range_of(span, unit).unwrap_or_default();
        Token { text: span.slice(text).unwrap_or_default(), start: range.start, end: range.end, span }
    };
    tokenize(text).iter().map(|token| place(token.span)).collect()
}

/// The sentences of a document, in bytes: every word is in one.
pub(super) fn sentence_spans(document: &Document) -> Vec<Span> {
    sentences(document.text(), &tokenize(document.text()))
}
