//! What is said in other words: sentences, and what is told or quoted, of which the words that matter are the same.
//!
//! ```text
//! statement = speech that has no partner by its words | sentence without speech
//! pair      = words in common, each weighed by how few sentences have it; names, figures, place in the report
//! ```
//!
//! What speaks for a pair is learnt from pairs of reports in which people judged what both say.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::pairing::{Aligned, Likeness, Pair, align as align_groups};
use super::report::Report;
use super::topics::{Topics, shared};
use super::{Group, Place, Verdict};
use crate::annotation::AnnotationId;
use crate::document::is_mention;
use crate::facts::clues::{clues, of_sides, ranks, steps};
use crate::facts::forest::Forest;
use crate::facts::stems::{Stem, stem_of_number};
use crate::text::{Span, TokenKind, sort_by_key};

clues! {
    Least10 Least20 Least30 Least40 Least50 Least60 Least70 Least80
    Both10 Both15 Both20 Both25 Both30 Both40 Both50 Both60 Both80
    Common1 Common2 Common3 Common4 Common6 Common8
    Rare1 Rare2 Rare3 Rare5
    CommonName CommonNames NoCommonName NoNames
    CommonFigure CommonFigures OtherFigures OneFigures NoFigures
    BothOpening OneOpening Close
    Short Long Longer MuchLonger
    BestOfEither BestOfBoth OnlyOfEither OnlyOfBoth ClearlyOfEither ClearlyOfBoth
}

static MODEL: LazyLock<Forest> =
    LazyLock::new(|| Forest::from_bytes(include_bytes!("statements.model")).unwrap_or_default());

/// What two statements weigh at least to be one.
const LEAST: f64 = -0.5;
/// A word that more sentences than these have finds none.
const OFTEN: usize = 60;
/// How many sentences one is set against at most, those with the most words in common.
const MOST: usize = 48;
/// What a word weighs that few sentences have.
const RARE: f64 = 2.0;

/// A sentence with its words.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// Words and figures, ascending.
    stems: Vec<Stem>,
    figures: Vec<Stem>,
    names: Vec<Stem>,
    /// The letters and digits as they stand.
    letters: String,
    /// Which sentence of the report it is, and how much of the report stands before it.
    pub(super) at: usize,
    place: f32,
}

/// Adds to what is quoted alike what is said in other words; what has a partner in neither way is told by some
/// only. Sentences without a partner are no facts.
pub(super) fn align(reports: &[Report<'_>], topics: &Topics, quotes: Vec<Aligned>) -> Vec<Aligned> {
    let is_pair = |it: &Aligned| it.places.iter().filter(|places| !places.is_empty()).count() > 1;
    let (mut aligned, alone): (Vec<Aligned>, Vec<Aligned>) = quotes.into_iter().partition(is_pair);
    let groups = reports.iter().enumerate().map(|(of, report)| {
        let told = aligned.iter().filter_map(|it| it.places.get(of)).flatten().map(|place| place.span);
        statements(report, &told.collect::<Vec<_>>())
    });
    let groups = groups.collect();
    let pairs = align_groups(groups, |known, new| judge(known, new, topics)).into_iter().filter(is_pair);
    // What is told or quoted in a sentence goes with it.
    let mut left: Vec<Vec<Place>> = Vec::new();
    for of in 0..reports.len() {
        let mut said: Vec<Place> =
            alone.iter().filter_map(|it| it.places.get(of)).flatten().copied().collect();
        sort_by_key(&mut said, |place| place.span.start());
        left.push(said);
    }
    let mut taken: HashSet<(usize, AnnotationId)> = HashSet::new();
    for mut pair in pairs {
        for (of, (places, said)) in pair.places.iter_mut().zip(&left).enumerate() {
            let Some(sentence) = places.first().map(|place| place.span) else { continue };
            let from = said.partition_point(|it| it.span.start() < sentence.start());
            let until = said.partition_point(|it| it.span.start() < sentence.end());
            let within = said.get(from..until).unwrap_or_default();
            places.extend(within);
            taken.extend(within.iter().filter_map(|it| Some((of, it.mark?))));
        }
        aligned.push(pair);
    }
    let is_left = |it: &Aligned| {
        let mut marks =
            it.places.iter().enumerate().flat_map(|(of, places)| places.iter().map(move |it| (of, it.mark)));
        !marks.any(|(of, mark)| mark.is_some_and(|mark| taken.contains(&(of, mark))))
    };
    aligned.extend(alone.into_iter().filter(is_left));
    aligned
}

/// The sentences of a report that have no partner yet, in reading order.
pub(super) fn statements(report: &Report<'_>, told: &[Span]) -> Vec<Group<Statement>> {
    let document = report.document();
    let mut names: HashMap<usize, Vec<Stem>> = HashMap::new();
    for mark in document.annotations().iter().filter(|mark| is_mention(mark)) {
        let Some(sentence) = report.reading.sentence_at(mark.span) else { continue };
        names.entry(sentence).or_default().extend(report.reading.stems(mark.span));
    }
    let length = document.text().len().max(1);
    let told: HashSet<usize> = told.iter().flat_map(|span| report.reading.tokens.within(*span)).collect();
    let is_told = |span: &Span| report.reading.tokens.within(*span).any(|token| told.contains(&token));
    let sentences = report.reading.sentences.iter().copied().enumerate();
    let open = sentences.filter(|(_, span)| report.is_within(*span) && !is_told(span));
    let group = |(at, span): (usize, Span)| Group {
        places: vec![Place::words(span)],
        fact: Statement {
            names: sorted(names.remove(&at).unwrap_or_default()),
            at,
            place: span.start() as f32 / length as f32,
            ..statement(report, span)
        },
    };
    open.map(group).collect()
}

fn statement(report: &Report<'_>, span: Span) -> Statement {
    let reading = &report.reading;
    let tokens = reading.tokens.get(reading.tokens.within(span)).unwrap_or_default();
    let numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number);
    let figures: Vec<Stem> =
        numbers.filter_map(|token| Some(stem_of_number(token.span.slice(reading.text())?))).collect();
    let mut stems = reading.stems(span);
    stems.extend(&figures);
    let words = span.slice(reading.text()).unwrap_or_default();
    let letters = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Statement {
        stems: sorted(stems),
        figures: sorted(figures),
        names: Vec::new(),
        letters,
        at: 0,
        place: 0.0,
    }
}

fn sorted(mut stems: Vec<Stem>) -> Vec<Stem> {
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Two sentences that may say the same.
pub(super) struct Candidate {
    pub(super) known: usize,
    pub(super) new: usize,
    pub(super) clues: Vec<Clue>,
    likeness: f64,
}

/// All pairs of two reports that may say the same, with their clues.
pub(super) fn candidates(known: &[&Statement], new: &[&Statement], topics: &Topics) -> Vec<Candidate> {
    let mut index: HashMap<Stem, Vec<usize>> = HashMap::new();
    for (at, it) in known.iter().enumerate() {
        for stem in &it.stems {
            index.entry(*stem).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    for (place, statement) in new.iter().enumerate() {
        let near =
            statement.stems.iter().filter_map(|stem| index.get(stem)).filter(|them| them.len() <= OFTEN);
        for at in nearest(near.flatten().copied().collect()) {
            let Some(other) = known.get(at) else { continue };
            let (likeness, clues) = other.clues(statement, topics);
            found.push(Candidate { known: at, new: place, clues, likeness });
        }
    }
    let pairs: Vec<_> = found.iter().map(|it| ([it.known, it.new], it.likeness)).collect();
    for (it, rank) in found.iter_mut().zip(ranks(&pairs)) {
        it.clues.extend(of_sides(rank.best, Clue::BestOfEither, Clue::BestOfBoth));
        it.clues.extend(of_sides(rank.only, Clue::OnlyOfEither, Clue::OnlyOfBoth));
        it.clues.extend(of_sides(rank.clear, Clue::ClearlyOfEither, Clue::ClearlyOfBoth));
    }
    found
}

/// Each of these once, in order; of many those that are there most often: sentences with the most words in common.
pub(super) fn nearest(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    let mut runs: Vec<(usize, usize)> =
        places.chunk_by(|a, b| a == b).filter_map(|run| Some((run.len(), *run.first()?))).collect();
    if runs.len() > MOST {
        runs.sort_unstable_by_key(|(often, place)| (Reverse(*often), *place));
        runs.truncate(MOST);
        runs.sort_unstable_by_key(|(_, place)| *place);
    }
    runs.into_iter().map(|(_, place)| place).collect()
}

impl Statement {
    /// How alike two are, and what speaks for it that they say the same.
    fn clues(&self, other: &Statement, topics: &Topics) -> (f64, Vec<Clue>) {
        let mut clues = Vec::new();
        let (least, both) = topics.parts(&self.stems, &other.stems);
        let common: Vec<f64> = shared(&self.stems, &other.stems).map(|stem| topics.weight(stem)).collect();
        let rare = common.iter().filter(|weight| **weight >= RARE).count();
        steps(least, &LEASTS, &mut clues);
        steps(both, &BOTHS, &mut clues);
        steps(common.len() as f64, &COMMON, &mut clues);
        steps(rare as f64, &RARES, &mut clues);
        clues.push(match shared(&self.names, &other.names).count() {
            _ if self.names.is_empty() || other.names.is_empty() => Clue::NoNames,
            0 => Clue::NoCommonName,
            1 => Clue::CommonName,
            _ => Clue::CommonNames,
        });
        clues.push(match (self.figures.is_empty(), other.figures.is_empty()) {
            (true, true) => Clue::NoFigures,
            (false, false) => match shared(&self.figures, &other.figures).count() {
                0 => Clue::OtherFigures,
                1 => Clue::CommonFigure,
                _ => Clue::CommonFigures,
            },
            _ => Clue::OneFigures,
        });
        clues.extend(match (self.at < 2, other.at < 2) {
            (true, true) => Some(Clue::BothOpening),
            (false, false) => None,
            _ => Some(Clue::OneOpening),
        });
        clues.extend(((self.place - other.place).abs() < 0.2).then_some(Clue::Close));
        let (fewer, more) =
            (self.stems.len().min(other.stems.len()), self.stems.len().max(other.stems.len()));
        clues.extend((fewer < 5).then_some(Clue::Short));
        clues.extend((fewer > 12).then_some(Clue::Long));
        clues.extend((more * 2 > fewer * 3).then_some(Clue::Longer));
        clues.extend((more > fewer * 3).then_some(Clue::MuchLonger));
        (f64::midpoint(least, both), clues)
    }

    /// The same words, all of those of the shorter one, are no other words.
    fn verdict(&self, other: &Statement) -> Verdict {
        let is_same = self.letters.contains(&other.letters) || other.letters.contains(&self.letters);
        if is_same { Verdict::All } else { Verdict::Otherwise }
    }
}

const LEASTS: [(f64, Clue); 8] = [
    (0.1, Clue::Least10),
    (0.2, Clue::Least20),
    (0.3, Clue::Least30),
    (0.4, Clue::Least40),
    (0.5, Clue::Least50),
    (0.6, Clue::Least60),
    (0.7, Clue::Least70),
    (0.8, Clue::Least80),
];
const BOTHS: [(f64, Clue); 9] = [
    (0.1, Clue::Both10),
    (0.15, Clue::Both15),
    (0.2, Clue::Both20),
    (0.25, Clue::Both25),
    (0.3, Clue::Both30),
    (0.4, Clue::Both40),
    (0.5, Clue::Both50),
    (0.6, Clue::Both60),
    (0.8, Clue::Both80),
];
const COMMON: [(f64, Clue); 6] = [
    (1.0, Clue::Common1),
    (2.0, Clue::Common2),
    (3.0, Clue::Common3),
    (4.0, Clue::Common4),
    (6.0, Clue::Common6),
    (8.0, Clue::Common8),
];
const RARES: [(f64, Clue); 4] =
    [(1.0, Clue::Rare1), (2.0, Clue::Rare2), (3.0, Clue::Rare3), (5.0, Clue::Rare5)];

/// The logarithm of the odds that two sentences with these clues say the same.
pub(super) fn weight(clues: &[Clue]) -> f64 {
    MODEL.weight(&Clue::set(clues))
}

/// The pairs that are taken to say the same.
fn judge(known: &[&Statement], new: &[&Statement], topics: &Topics) -> Vec<Pair> {
    let pair = |it: Candidate| {
        let weight = weight(&it.clues);
        let (one, other) = (known.get(it.known)?, new.get(it.new)?);
        if one.letters == other.letters {
            return Some((Likeness { verdict: Verdict::All, score: 1.0 }, it.known, it.new));
        }
        let score = 1.0 / (1.0 + (-weight).exp());
        (weight >= LEAST).then_some((Likeness { verdict: one.verdict(other), score }, it.known, it.new))
    };
    candidates(known, new, topics).into_iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::forest::is_sound;

    #[test]
    fn the_model_fits_the_clues() {
        assert!(
            is_sound(include_bytes!("statements.model"), Clue::hash()),
            "learn it anew: `cargo xtask learn-pairs`"
        );
    }
}
