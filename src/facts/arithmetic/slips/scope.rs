//! The sentences in which the figures of a case stand.

use std::collections::HashSet;
use std::ops::Range;

use super::equation::{percent, range};
use crate::annotation::AnnotationId;
use crate::facts::figure::{Class, Fig, Interval, Passage, Time};
use crate::facts::stated::Measure;

/// How many sentences before the last belong to a case, and how many items.
const SENTENCES: usize = 5;
const ITEMS: usize = 75;

/// How many sentences behind it are looked at for what makes it come out, and how many figures more.
const BEHIND: usize = 2;
const MORE: usize = 6;

/// How many figures a case is looked for among: where there are more stands a table.
const MOST: usize = 14;

/// The last sentence of a case, and what stands in it and shortly before.
pub(super) struct Scope<'p> {
    pub(super) passage: &'p Passage<'p>,
    /// The last sentence: in it stands something of the case.
    pub(super) sentence: usize,
    pub(super) items: Range<usize>,
    pub(super) figures: Vec<&'p Fig>,
    pub(super) times: &'p [Time],
    /// The figures that come out with others.
    settled: HashSet<AnnotationId>,
}

impl<'p> Scope<'p> {
    /// A sentence alone, however much stands in it.
    pub(super) fn alone(passage: &'p Passage<'p>, sentence: usize) -> Scope<'p> {
        let figures: Vec<&Fig> =
            passage.figures_of(sentence).iter().filter(|it| it.stated.to.is_none()).collect();
        let settled = if figures.len() > MOST { HashSet::new() } else { settled(passage, &figures) };
        let (items, times) = (passage.sentence(sentence), passage.times_of(sentence));
        Scope { passage, sentence, items, figures, times, settled }
    }

    /// `None` where nothing is to be reckoned, or too much.
    pub(super) fn of(passage: &'p Passage<'p>, sentence: usize) -> Option<Scope<'p>> {
        let last = passage.sentence(sentence);
        if passage.figures_of(sentence).is_empty() && passage.times_of(sentence).is_empty() {
            return None;
        }
        let reaches = |first: usize| {
            let start = passage.sentence(first).start;
            let figures = passage.figures_between(first, sentence).len();
            last.end - start <= ITEMS && figures <= MOST
        };
        let mut first = sentence;
        if !reaches(first) && passage.figures_of(sentence).len() > MOST {
            return None;
        }
        while first > 0 && sentence - first < SENTENCES && reaches(first - 1) {
            first -= 1;
        }
        // What stands behind may make it come out: "230 were steers and 97 heifers. The remaining 85 …".
        let mut after = sentence;
        while after - sentence < BEHIND
            && after + 1 < passage.sentences.len()
            && passage.figures_between(first, after + 1).len() <= MOST + MORE
            && passage.sentence(after + 1).end - last.end <= ITEMS
        {
            after += 1;
        }
        let figures = passage.figures_between(first, after);
        let figures: Vec<&Fig> = figures.iter().filter(|it| it.stated.to.is_none()).collect();
        let from = passage.times.partition_point(|it| it.sentence < first);
        let to = passage.times.partition_point(|it| it.sentence <= after);
        let times = passage.times.get(from..to).unwrap_or_default();
        let settled = settled(passage, &figures);
        Some(Scope {
            passage,
            sentence,
            items: passage.sentence(first).start..last.end,
            figures,
            times,
            settled,
        })
    }

    /// Whether a figure comes out with others, as a sum, a share, a product or told again.
    pub(super) fn is_settled(&self, id: AnnotationId) -> bool {
        self.settled.contains(&id)
    }

    /// The first item of the sentence of a figure or time.
    pub(super) fn start(&self, sentence: usize) -> usize {
        self.passage.sentence(sentence).start
    }

    /// The items shortly before one, in its sentence.
    #[inline(never)]
    pub(super) fn before(&self, item: usize, sentence: usize, reach: usize) -> Range<usize> {
        item.saturating_sub(reach).max(self.start(sentence))..item
    }

    /// The items shortly behind one, in its sentence, up to what ends a phrase.
    #[inline(never)]
    pub(super) fn behind(&self, item: usize, sentence: usize, reach: usize) -> Range<usize> {
        let end = self.passage.sentence(sentence).end.min(item + 1 + reach);
        item + 1..end
    }

    #[inline(never)]
    pub(super) fn is_before(&self, it: &Fig, reach: usize, words: &[&str]) -> bool {
        self.passage.has_word(self.before(it.item, it.sentence, reach), words)
    }

    #[inline(never)]
    pub(super) fn is_behind(&self, it: &Fig, reach: usize, words: &[&str]) -> bool {
        self.passage.has_word(self.behind(it.item, it.sentence, reach), words)
    }

    /// Whether a word of a class stands shortly before or behind a figure.
    #[inline(never)]
    pub(super) fn is_near(&self, it: &Fig, reach: usize, class: Class) -> bool {
        self.passage.has_class(self.before(it.item, it.sentence, reach), class)
            || self.passage.has_class(self.behind(it.item, it.sentence, reach), class)
    }

    /// Whether something of a case stands in the last sentence.
    #[inline(never)]
    pub(super) fn is_here(&self, figures: &[&Fig]) -> bool {
        figures.iter().any(|it| it.sentence == self.sentence)
    }
}

/// How two figures compare in what they count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kinship {
    /// The same noun or unit.
    Same,
    /// One of them leaves its noun out.
    Open,
    /// Other nouns.
    Other,
    /// Other measures.
    None,
}

/// How two figures compare in what they count.
#[inline(never)]
pub(super) fn kinship(passage: &Passage<'_>, one: &Fig, other: &Fig) -> Kinship {
    if one.is_fraction() || other.is_fraction() {
        return Kinship::None;
    }
    let measures = (&one.stated.measure, &other.stated.measure);
    match measures {
        (Measure::Count, Measure::Count) => {
            let nouns = [one, other].map(|it| passage.noun_of(it));
            match nouns {
                [Some(a), Some(b)] if a.stem == b.stem => Kinship::Same,
                [Some(a), Some(b)] if are_people(passage, a.item) && are_people(passage, b.item) => {
                    Kinship::Open
                }
                [Some(_), Some(_)] => Kinship::Other,
                _ => Kinship::Open,
            }
        }
        (a, b) if a == b => Kinship::Same,
        (Measure::Count, Measure::Rank) | (Measure::Rank, _) | (_, Measure::Rank) => Kinship::None,
        (Measure::Count, _) if passage.noun_of(one).is_none() => Kinship::Open,
        (_, Measure::Count) if passage.noun_of(other).is_none() => Kinship::Open,
        _ => Kinship::None,
    }
}

fn are_people(passage: &Passage<'_>, item: usize) -> bool {
    passage.class(item).has(Class::PEOPLE)
}

/// The figures that come out with two others, or are told again: of those nothing has slipped. Small numbers come out by
/// chance.
#[inline(never)]
fn settled(passage: &Passage<'_>, figures: &[&Fig]) -> HashSet<AnnotationId> {
    const BY_CHANCE: f64 = 12.0;
    let mut found = HashSet::new();
    for (place, one) in figures.iter().enumerate() {
        for (next, other) in figures.iter().enumerate().skip(place + 1) {
            let are_kin = kinship(passage, one, other) != Kinship::None;
            let is_again = one.sentence != other.sentence
                && one.number() == other.number()
                && are_kin
                && (one.number() > BY_CHANCE
                    || one.stated.measure == other.stated.measure && !one.is_count());
            if is_again {
                found.extend([one.id, other.id]);
            }
            for (last, third) in figures.iter().enumerate() {
                if last == place || last == next {
                    continue;
                }
                let is_sum = are_kin
                    && last != place
                    && third.number() > BY_CHANCE
                    && kinship(passage, third, one) != Kinship::None
                    && range(one).plus(range(other)).meets(range(third));
                let is_share = third.is_percent() && !one.is_percent() && !other.is_percent() && are_kin && {
                    let (small, great) =
                        if one.number() < other.number() { (one, other) } else { (other, one) };
                    let hundred = Interval::exactly(100.0);
                    let part = range(small).times(hundred).over(range(great));
                    let grown = range(great).times(hundred).over(range(small)).map(|it| it.minus(hundred));
                    let fallen = part.map(|it| hundred.minus(it));
                    great.number() > BY_CHANCE
                        && [part, grown, fallen].into_iter().flatten().any(|it| it.meets(percent(third)))
                };
                let is_product = !third.is_percent()
                    && third.number() > 3.0 * BY_CHANCE
                    && one.number() > 1.0
                    && other.number() > 1.0
                    && !one.is_percent()
                    && !other.is_percent()
                    && (one.number() * other.number() / third.number() - 1.0).abs() < 0.005;
                if is_sum || is_share || is_product {
                    found.extend([one.id, other.id, third.id]);
                }
            }
        }
    }
    for length in 3..=6 {
        for run in figures.windows(length) {
            let sum: f64 = run.iter().map(|it| it.number()).sum();
            let total = figures.iter().find(|it| {
                it.number() > BY_CHANCE
                    && !run.iter().any(|part| part.id == it.id)
                    && (sum - it.number()).abs() < 1e-6 * sum
            });
            if let Some(total) = total {
                found.insert(total.id);
                found.extend(run.iter().map(|it| it.id));
            }
        }
    }
    found
}
