//! What figures are about: the words around them, each weighed by how few sentences have it.

use std::collections::HashMap;

use super::report::Report;
use crate::facts::reading::Reading;
use crate::facts::stems::Stem;
use crate::text::Span;

/// The weights of words over all sentences of the reports.
#[derive(Debug)]
pub(super) struct Topics {
    weights: HashMap<Stem, f64>,
    /// The words of each sentence, by report.
    sentences: Vec<Vec<Vec<Stem>>>,
}

/// The words around a figure.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    /// Those of its clause and of its sentence, ascending.
    words: Vec<Stem>,
    weight: f64,
    /// Those right beside it.
    near: Vec<Stem>,
}

impl Topics {
    pub(super) fn new(reports: &[Report<'_>]) -> Topics {
        let of_report = |Report { reading, .. }: &Report<'_>| {
            reading.sentences.iter().map(|it| reading.stems(*it)).collect()
        };
        let sentences: Vec<Vec<Vec<Stem>>> = reports.iter().map(of_report).collect();
        let mut counts: HashMap<Stem, usize> = HashMap::new();
        for stem in sentences.iter().flatten().flatten() {
            *counts.entry(*stem).or_default() += 1;
        }
        let all = sentences.iter().flatten().count().max(1) as f64;
        let weights =
            counts.into_iter().map(|(stem, count)| (stem, (1.0 + all / count as f64).ln())).collect();
        Topics { weights, sentences }
    }

    /// The words around a mark of a report: its sentence, and no more than so many tokens to either side.
    pub(super) fn around(&self, reading: &Reading<'_>, report: usize, span: Span) -> Topic {
        const REACH: usize = 16;
        let at = reading.sentence_at(span);
        let of_sentence = |at: usize| self.sentences.get(report)?.get(at);
        let whole = at.and_then(of_sentence).map_or(&[][..], Vec::as_slice);
        let mut words = match whole.len() <= REACH {
            true => whole.to_vec(),
            false => reading.stems(beside(reading, span, REACH)),
        };
        // What "it" is, the sentence before tells.
        if let Some(before) =
            at.filter(|_| begins_with_pronoun(reading, span)).and_then(|at| of_sentence(at.checked_sub(1)?))
        {
            words.extend(before);
            words.sort_unstable();
            words.dedup();
        }
        let weight = words.iter().map(|stem| self.weight(*stem)).sum();
        let whole = beside(reading, span, NEAR);
        let mut near = reading.stems(Span::new(whole.start(), span.start()));
        near.extend(reading.stems(Span::new(span.end(), whole.end())));
        near.sort_unstable();
        near.dedup();
        Topic { words, weight, near }
    }

    /// What a word weighs.
    pub(super) fn weight(&self, stem: Stem) -> f64 {
        self.weights.get(&stem).copied().unwrap_or(1.0)
    }

    /// The words of a sentence of a report.
    pub(super) fn of_sentence(&self, report: usize, at: usize) -> &[Stem] {
        self.sentences.get(report).and_then(|it| it.get(at)).map_or(&[][..], Vec::as_slice)
    }

    /// How much of the lesser topic the other has, 0 to 1; or of the words right beside the lesser, where at least
    /// two are the same.
    pub(super) fn likeness(&self, one: &Topic, other: &Topic) -> f64 {
        let whole = self.whole(one, other);
        let (near, share) = self.near(one, other);
        if near >= 2 { whole.max(share) } else { whole }
    }

    /// How much of the lesser topic the other has, 0 to 1.
    pub(super) fn whole(&self, one: &Topic, other: &Topic) -> f64 {
        let least = one.weight.min(other.weight);
        if least > 0.0 { self.common(&one.words, &other.words) / least } else { 0.0 }
    }

    /// How many words right beside both are the same, and which part of the fewer that is.
    pub(super) fn near(&self, one: &Topic, other: &Topic) -> (usize, f64) {
        let near = shared(&one.near, &other.near).count();
        (near, near as f64 / one.near.len().min(other.near.len()).max(1) as f64)
    }

    /// How alike two sentences are, by their words: between what the shorter has of the other and what both have, 0 to 1.
    pub(super) fn alike(&self, one: &[Stem], other: &[Stem]) -> f64 {
        let (least, both) = self.parts(one, other);
        f64::midpoint(least, both)
    }

    /// How much of the lesser of two sentences the other has, and how much of both both have, 0 to 1.
    pub(super) fn parts(&self, one: &[Stem], other: &[Stem]) -> (f64, f64) {
        let weight = |words: &[Stem]| words.iter().map(|stem| self.weight(*stem)).sum::<f64>();
        let (a, b, common) = (weight(one), weight(other), self.common(one, other));
        let least = a.min(b);
        if least > 0.0 { (common / least, 2.0 * common / (a + b)) } else { (0.0, 0.0) }
    }

    fn common(&self, one: &[Stem], other: &[Stem]) -> f64 {
        shared(one, other).map(|stem| self.weight(stem)).sum()
    }
}

/// Whether a mark's sentence begins with a word that stands for what the one before is about.
fn begins_with_pronoun(reading: &Reading<'_>, span: Span) -> bool {
    let words = reading.sentence(span).slice(reading.text()).unwrap_or_default();
    let first = words.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    matches!(
        first,
        "It" | "He" | "She" | "They" | "This" | "That" | "These" | "Its" | "His" | "Her" | "Their"
    )
}

/// How many tokens to either side stand right beside a figure.
const NEAR: usize = 4;

/// The part of a mark's sentence that is no more than so many tokens away from it.
fn beside(reading: &Reading<'_>, span: Span, reach: usize) -> Span {
    let within = reading.tokens.within(span);
    let sentence = reading.sentence(span);
    let token = |at: usize| reading.tokens.get(at).map(|token| token.span);
    let first = token(within.start.saturating_sub(reach)).map_or(span.start(), Span::start);
    let last = token((within.end + reach).saturating_sub(1)).map_or(sentence.end(), Span::end);
    let start = first.max(sentence.start());
    Span::new(start.min(span.start()), last.min(sentence.end()).max(span.end()))
}

/// What two ascending lists share.
pub(super) fn shared<'s>(one: &'s [Stem], other: &'s [Stem]) -> impl Iterator<Item = Stem> + 's {
    let mut rest = other;
    one.iter().copied().filter(move |stem| {
        while rest.first().is_some_and(|first| first < stem) {
            rest = rest.get(1..).unwrap_or_default();
        }
        rest.first() == Some(stem)
    })
}
