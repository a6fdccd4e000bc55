//! Amounts and dates: which figure of one report is which of another.
//!
//! A pair of figures has clues: how their values stand to each other, how alike what stands around them is, whose
//! they are and what they count, and which others each may be paired with. What these weigh is learnt from pairs of
//! reports in which people judged every figure.

use std::collections::HashMap;

use super::around::{Around, Surroundings};
use super::pairing::{Likeness, Pair};
use super::relation::{Relation, What, relate};
use super::sentences::Context;
use super::statements::nearest;
use super::weights::{Clue, weight};
use super::{FactKind, Group, Place, Verdict};
use crate::annotation::Annotation;
use crate::facts::clues::{of_sides, ranks};
use crate::facts::stated::{Measure, Stated};
use crate::facts::stems::Stem;
use crate::text::one_line;
use crate::value::Value;

/// A figure with what it is about.
#[derive(Clone, Debug)]
pub(super) struct Told {
    what: What,
    /// How it is written, in small letters and without stops, wherever it is told.
    written: Vec<String>,
    /// What stands around each place where it is told, of the first few.
    around: Vec<Around>,
}

/// How many places of a figure are looked at.
const PLACES: usize = 4;
/// How many days reports of one event are apart at most.
const LATER: i64 = 14;
/// A word that more figures than these stand beside finds none.
const OFTEN: usize = 60;
/// The least weight of two figures of one value, of two tellings of one time, and of two values.
const SAME: f64 = -0.3;
const SAME_DAY: f64 = -1.2;
const OTHER: f64 = -0.8;

/// The figures of a report, of one kind; those that say the same are one.
pub(super) fn read(surroundings: &Surroundings<'_, '_>, kind: FactKind) -> Vec<Group<Told>> {
    let report = surroundings.report;
    let mut groups: Vec<Group<Told>> = Vec::new();
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for annotation in report.facts(kind) {
        let words = report.document().quote(annotation);
        let what = what(annotation, words);
        let around = surroundings.of(annotation);
        let places = known.entry(what.key()).or_default();
        let is_it =
            |place: &&usize| groups.get(**place).is_some_and(|it| it.fact.is_told_by(&what, &around.counted));
        if let Some(group) = places.iter().find(is_it).copied().and_then(|place| groups.get_mut(place)) {
            group.places.push(Place::of(annotation));
            group.fact.written.push(plain(words));
            if group.fact.around.len() < PLACES {
                group.fact.around.push(around);
            }
            continue;
        }
        places.push(groups.len());
        groups.push(Group {
            places: vec![Place::of(annotation)],
            fact: Told { what, written: vec![plain(words)], around: vec![around] },
        });
    }
    groups
}

/// What a mark says.
fn what(annotation: &Annotation, words: &str) -> What {
    if let Some(Value::Timex(timex)) = &annotation.value {
        return What::Time(annotation.label.clone(), timex.clone(), words.to_lowercase());
    }
    let stated = annotation.value.as_ref().and_then(|value| Stated::read(value, words));
    // "The yuan", "dozens": what has no figure is compared by its words.
    stated.map_or_else(|| What::Bare(annotation.label.clone(), one_line(words).to_lowercase()), What::Amount)
}

/// Words as they are compared: case and full stops do not count.
fn plain(words: &str) -> String {
    let letters = one_line(words).to_lowercase();
    letters.chars().filter(|c| *c != '.' || letters.contains(|c: char| c.is_ascii_digit())).collect()
}

impl Told {
    /// Whether a figure of the same key says the same: where it counts things, they must be the same.
    fn is_told_by(&self, what: &What, counted: &[Stem]) -> bool {
        let counts = match what {
            What::Amount(stated) => matches!(stated.measure, Measure::Count | Measure::Rank),
            What::Bare(..) => true,
            What::Time(..) => false,
        };
        !counts || self.around.iter().any(|it| shares(&it.counted, counted))
    }

    /// How two figures that are one are told.
    fn verdict(&self, other: &Told, relation: Relation) -> Verdict {
        let is_in_words = self.written.iter().any(|words| other.written.contains(words));
        match relation {
            Relation::Other => Verdict::Different,
            Relation::Same if is_in_words => Verdict::All,
            Relation::Same | Relation::Near => Verdict::Otherwise,
        }
    }
}

fn shares(one: &[Stem], other: &[Stem]) -> bool {
    one.is_empty() && other.is_empty() || one.iter().any(|stem| other.contains(stem))
}

/// Two figures that may be one fact.
pub(super) struct Candidate {
    pub(super) known: usize,
    pub(super) new: usize,
    pub(super) relation: Relation,
    pub(super) clues: Vec<Clue>,
    likeness: f64,
    /// Whether both stand in one and the same sentence.
    is_certain: bool,
}

/// All pairs of two reports that may be of one fact, with their clues.
pub(super) fn candidates(known: &[&Told], new: &[&Told], context: &Context) -> Vec<Candidate> {
    let index = Index::new(known);
    let mut found = Vec::new();
    for (place, told) in new.iter().enumerate() {
        for at in index.near(told) {
            let Some(other) = known.get(at) else { continue };
            let Some((relation, mut clues)) = relate(&other.what, &told.what) else { continue };
            let pairs = other.around.iter().flat_map(|a| told.around.iter().map(move |b| (a, b)));
            let judged = pairs.map(|(a, b)| (a.likeness(b, context), a, b));
            let Some((likeness, a, b)) = judged.max_by(|x, y| x.0.total_cmp(&y.0)) else { continue };
            // What is told weeks later is another state of things.
            if relation == Relation::Other && a.apart(b).is_some_and(|days| days > LATER) {
                continue;
            }
            if a.is_of_other_things(b) {
                continue;
            }
            clues.extend(a.clues(b, context));
            let often = u8::from(other.around.len() > 1) + u8::from(told.around.len() > 1);
            clues.extend(of_sides(often, Clue::OftenInEither, Clue::OftenInBoth));
            let is_certain = relation == Relation::Same && a.is_same_sentence(b);
            found.push(Candidate { known: at, new: place, relation, clues, likeness, is_certain });
        }
    }
    let pairs: Vec<_> = found.iter().map(|it| ([it.known, it.new], it.likeness)).collect();
    let rivals = rivals(&found);
    for ((it, rank), (rivals, elsewhere)) in found.iter_mut().zip(ranks(&pairs)).zip(rivals) {
        it.clues.extend(of_sides(rank.best, Clue::BestOfEither, Clue::BestOfBoth));
        it.clues.extend(of_sides(rank.only, Clue::OnlyOfEither, Clue::OnlyOfBoth));
        it.clues.extend(of_sides(rank.clear, Clue::ClearlyOfEither, Clue::ClearlyOfBoth));
        it.clues.extend(of_sides(rivals, Clue::RivalsOfEither, Clue::RivalsOfBoth));
        it.clues.extend(of_sides(elsewhere, Clue::EqualElsewhere, Clue::EqualElsewhereOfBoth));
    }
    found
}

/// Of how many of a pair's figures, which have one value, that value stands elsewhere in the other report too; and the same
/// where they have two.
fn rivals(found: &[Candidate]) -> Vec<(u8, u8)> {
    let mut counts = vec![(0, 0); found.len()];
    for side in [|it: &Candidate| it.known, |it: &Candidate| it.new] {
        let mut of: HashMap<usize, usize> = HashMap::new();
        for it in found.iter().filter(|it| it.relation == Relation::Same) {
            *of.entry(side(it)).or_default() += 1;
        }
        for (it, (rivals, elsewhere)) in found.iter().zip(&mut counts) {
            let same = of.get(&side(it)).copied().unwrap_or_default();
            *rivals += u8::from(it.relation == Relation::Same && same > 1);
            *elsewhere += u8::from(it.relation != Relation::Same && same > 0);
        }
    }
    counts
}

/// Which figures of a report have a value, or a word in their sentence.
struct Index {
    values: HashMap<String, Vec<usize>>,
    words: HashMap<Stem, Vec<usize>>,
}

impl Index {
    fn new(told: &[&Told]) -> Index {
        let mut index = Index { values: HashMap::new(), words: HashMap::new() };
        for (at, it) in told.iter().enumerate() {
            if let Some(value) = it.what.value() {
                index.values.entry(value).or_default().push(at);
            }
            let mut words: Vec<Stem> = it.around.iter().flat_map(|around| around.words()).copied().collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                index.words.entry(word).or_default().push(at);
            }
        }
        index
    }

    /// Those of the same value, or with a word that is not everywhere.
    fn near(&self, told: &Told) -> Vec<usize> {
        let words = told.around.iter().flat_map(|around| around.words());
        let by_words = words.filter_map(|word| self.words.get(word)).filter(|them| them.len() <= OFTEN);
        let by_value =
            told.what.value().and_then(|value| self.values.get(&value)).filter(|it| it.len() <= OFTEN);
        nearest(by_words.chain(by_value).flatten().copied().collect())
    }
}

/// The pairs that are taken to be one fact.
pub(super) fn judge(known: &[&Told], new: &[&Told], context: &Context) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = bare(known, new).collect();
    for it in candidates(known, new, context) {
        let (Some(one), Some(other)) = (known.get(it.known), new.get(it.new)) else { continue };
        let least = match (it.relation, &one.what) {
            (Relation::Other, _) => OTHER,
            (_, What::Time(..)) => SAME_DAY,
            _ => SAME,
        };
        let weight = weight(&it.clues);
        if weight < least && !it.is_certain {
            continue;
        }
        let score = if it.is_certain { 1.0 } else { 1.0 / (1.0 + (-weight).exp()) };
        pairs.push((Likeness { verdict: one.verdict(other, it.relation), score }, it.known, it.new));
    }
    pairs
}

/// What has no figure is paired by its words.
fn bare<'t>(known: &'t [&'t Told], new: &'t [&'t Told]) -> impl Iterator<Item = Pair> + 't {
    let is_bare = |told: &&Told| matches!(told.what, What::Bare(..));
    let bare = new.iter().enumerate().filter(move |(_, told)| is_bare(told));
    bare.flat_map(move |(place, told)| {
        let is_it = move |it: &&Told| {
            is_bare(it)
                && it.what.key() == told.what.key()
                && it.around.iter().any(|a| told.around.iter().any(|b| shares(&a.counted, &b.counted)))
        };
        let found = known.iter().enumerate().filter(move |(_, it)| is_it(it));
        found.map(move |(at, _)| (Likeness { verdict: Verdict::All, score: 1.0 }, at, place))
    })
}
