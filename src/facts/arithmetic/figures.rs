//! The figures of an article, sentence by sentence, with what stands between them.

use crate::annotation::{Annotation, AnnotationId};
use crate::facts::reading::{Reading, is_fact};
use crate::facts::stated::Stated;
use crate::text::Span;

/// A figure at its place.
#[derive(Clone, Debug)]
pub(super) struct At {
    pub(super) id: AnnotationId,
    pub(super) span: Span,
    pub(super) stated: Stated,
    /// The number of its sentence.
    pub(super) sentence: usize,
}

impl At {
    pub(super) fn is_like(&self, other: &At) -> bool {
        self.stated.measure == other.stated.measure
    }
}

/// All figures of an article, in reading order.
#[derive(Debug)]
pub(super) struct Figures<'r> {
    reading: &'r Reading<'r>,
    pub(super) all: Vec<At>,
}

impl<'r> Figures<'r> {
    pub(super) fn read(reading: &'r Reading<'r>) -> Figures<'r> {
        let document = reading.document;
        let read = |annotation: &Annotation| {
            let stated = Stated::read(annotation.value.as_ref()?, document.quote(annotation))?;
            let sentence = reading.sentence_at(annotation.span)?;
            Some(At { id: annotation.id, span: annotation.span, stated, sentence })
        };
        let facts = document.annotations().iter().filter(|it| is_fact(it));
        let mut all: Vec<At> = Vec::new();
        for at in facts.filter_map(|annotation| read(annotation)) {
            if all.last().is_none_or(|last| last.span.end() <= at.span.start()) {
                all.push(at);
            }
        }
        Figures { reading, all }
    }

    /// The sentences that have figures.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.all.chunk_by(|one, other| one.sentence == other.sentence).map(|figures| Sentence {
            text: self.reading.text(),
            span: figures
                .first()
                .and_then(|at| self.reading.sentences.get(at.sentence).copied())
                .unwrap_or(Span::new(0, 0)),
            figures,
        })
    }
}

/// A sentence with its figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence<'f> {
    text: &'f str,
    span: Span,
    pub(super) figures: &'f [At],
}

impl<'f> Sentence<'f> {
    fn slice(&self, from: usize, to: usize) -> String {
        self.text.get(from..to.max(from)).unwrap_or_default().to_lowercase()
    }

    /// The words between two figures, in small letters.
    pub(super) fn between(&self, one: &At, other: &At) -> String {
        self.slice(one.span.end(), other.span.start())
    }

    /// The words before a figure, back to the figure before it.
    pub(super) fn before(&self, at: &At) -> String {
        let earlier = self.figures.iter().rev().find(|it| it.span.end() <= at.span.start());
        self.slice(earlier.map_or(self.span.start(), |it| it.span.end()), at.span.start())
    }

    /// The words behind a figure, up to the next one.
    pub(super) fn behind(&self, at: &At) -> String {
        let later = self.figures.iter().find(|it| it.span.start() >= at.span.end());
        self.slice(at.span.end(), later.map_or(self.span.end(), |it| it.span.start()))
    }

    /// What a figure says, as it is written.
    pub(super) fn words(&self, at: &At) -> &'f str {
        at.span.slice(self.text).unwrap_or_default()
    }
}

/// How many words a piece of text has.
pub(super) fn count_words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

/// Whether a piece of text ends with one of these words or phrases.
pub(super) fn ends_with(text: &str, phrases: &[&str]) -> bool {
    let text = text.trim_end().trim_end_matches(',');
    phrases.iter().any(|phrase| {
        text.strip_suffix(phrase).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
    })
}

/// Whether it begins with one of them.
pub(super) fn begins_with(text: &str, phrases: &[&str]) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    phrases.iter().any(|phrase| {
        text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// Whether it has one of these words.
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// The last words of a text, so many.
pub(super) fn last_words(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.get(words.len().saturating_sub(count)..).unwrap_or_default().join(" ")
}

/// The first words of a text, so many.
pub(super) fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}
