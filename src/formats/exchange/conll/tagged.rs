//! The words of a document by sentence, with their tags.

use crate::document::Document;
use crate::formats::exchange::rows::{Row, flat, rows};
use crate::formats::exchange::tokens::{sentence_spans, tokens};
use crate::text::{Span, Unit};

pub(super) struct Sentence<'d> {
    pub(super) text: &'d str,
    pub(super) words: Vec<Word<'d>>,
}

pub(super) struct Word<'d> {
    pub(super) text: &'d str,
    pub(super) tag: String,
    /// The white space up to the next word.
    pub(super) behind: &'d str,
}

/// See the module.
pub(super) fn tagged(document: &Document) -> Vec<Sentence<'_>> {
    let text = document.text();
    let rows = rows(document, Unit::Byte, false);
    let marks = flat(&rows);
    let tag = |start: usize, end: usize| {
        let at = marks.partition_point(|mark: &&Row<'_>| mark.end <= start);
        match marks.get(at).filter(|mark| mark.start < end) {
            None => "O".to_owned(),
            Some(mark) => {
                let is_first = mark.start >= start
                    || !text
                        .get(mark.start..start)
                        .is_some_and(|it| it.contains(|c: char| !c.is_whitespace()));
                let label = mark.annotation.label.as_str().replace(char::is_whitespace, "_");
                format!("{}-{label}", if is_first { "B" } else { "I" })
            }
        }
    };
    let words = tokens(document, Unit::Byte);
    let mut next = 0;
    let mut sentences: Vec<Sentence<'_>> = Vec::new();
    for span in joined(sentence_spans(document), &marks) {
        let mut found = Vec::new();
        while let Some(word) = words.get(next).filter(|word| word.span.start() < span.end()) {
            let follow = words.get(next + 1).map_or(text.len(), |word| word.span.start());
            let behind = text.get(word.span.end()..follow).unwrap_or_default();
            found.push(Word { text: word.text, tag: tag(word.span.start(), word.span.end()), behind });
            next += 1;
        }
        if !found.is_empty() {
            sentences.push(Sentence { text: span.slice(text).unwrap_or_default(), words: found });
        }
    }
    sentences
}

/// Sentences, with those as one over whose border a mark goes: a tag does not go on in the next one.
fn joined(sentences: Vec<Span>, marks: &[&Row<'_>]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(sentences.len());
    for span in sentences {
        let before = marks.partition_point(|mark| mark.start < span.start());
        let reaches_in = before.checked_sub(1).and_then(|at| marks.get(at));
        match joined.last_mut().filter(|_| reaches_in.is_some_and(|mark| mark.end > span.start())) {
            Some(last) => *last = Span::new(last.start(), span.end()),
            None => joined.push(span),
        }
    }
    joined
}
