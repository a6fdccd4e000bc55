//! A document as the views of facts read it: its tokens and sentences, found once.

use crate::annotation::{Annotation, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::text::{Span, Tokens, sentences, tokenize};

use super::stems::{Stem, stems};

/// A document with its tokens and sentences.
#[derive(Debug)]
pub(super) struct Reading<'d> {
    pub(super) document: &'d Document,
    pub(super) tokens: Tokens,
    pub(super) sentences: Vec<Span>,
}

impl<'d> Reading<'d> {
    pub(super) fn new(document: &'d Document) -> Reading<'d> {
        let tokens = tokenize(document.text());
        let sentences = sentences(document.text(), &tokens);
        Reading { document, tokens, sentences }
    }

    pub(super) fn text(&self) -> &'d str {
        self.document.text()
    }

    /// The number of the sentence in which a span begins.
    pub(super) fn sentence_at(&self, span: Span) -> Option<usize> {
        let behind = self.sentences.partition_point(|sentence| sentence.start() <= span.start());
        behind.checked_sub(1)
    }

    /// The sentence in which a span begins, reached out to the end of the span; the span itself where it is
    /// in none.
    pub(super) fn sentence(&self, span: Span) -> Span {
        let sentence = self.sentence_at(span).and_then(|at| self.sentences.get(at));
        sentence.map_or(span, |sentence| sentence.cover(span))
    }

    /// The keys of the words in a piece of the text.
    pub(super) fn stems(&self, span: Span) -> Vec<Stem> {
        stems(self.text(), &self.tokens, span)
    }
}

/// Whether an annotation is a fact, which somebody can check: a name, an amount, a date, a quote, or what
/// people mark by labels of their own; not who is the source of something, nor what was rejected.
pub fn is_fact(annotation: &Annotation) -> bool {
    annotation.status != Status::Rejected && annotation.label != LabelCode::SOURCE
}
