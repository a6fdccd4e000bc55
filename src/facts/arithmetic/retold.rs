//! One figure that is told twice, differently: "$2.3 billion" above, "$3.2 billion" or "$23 billion" below.
//!
//! Two sentences are taken to tell of one figure where they share what it counts and most of the words that
//! are not in every other sentence; sentences that tell of a change, or of another day, are not.

use std::collections::HashMap;

use super::figures::{At, Figures, first_words, has_word, last_words};
use super::{Doubt, DoubtKind, doubt};
use crate::facts::counted::counted;
use crate::facts::reading::Reading;
use crate::facts::stated::Measure;
use crate::facts::stems::Stem;
use crate::text::Span;

/// Words by which a sentence says that there are several figures.
const SEVERAL: &[&str] = &[
    "from", "earlier", "previous", "previously", "another", "additional", "other", "others", "compared",
    "against", "rose", "fell", "up", "down", "first", "second", "third", "each", "per", "increase",
    "increased", "cut", "raised", "originally", "initially", "later", "between", "including",
];

/// How many figures of one measure are compared with each other: in tables nothing is told twice.
const MOST: usize = 400;

struct Told<'f> {
    at: &'f At,
    /// What the sentence is about.
    around: Vec<Stem>,
    counted: Vec<Stem>,
    /// Whether the sentence has no other figure of its kind, and does not say that there are several.
    is_alone: bool,
}

pub(super) fn find(reading: &Reading<'_>, figures: &Figures<'_>, out: &mut Vec<Doubt>) {
    let mut by_measure: HashMap<&Measure, Vec<Told<'_>>> = HashMap::new();
    for sentence in figures.sentences() {
        // With several figures of a kind in a sentence, which of them is told again is open.
        for at in sentence.figures {
            let alone = sentence.figures.iter().filter(|other| other.is_like(at)).count() == 1;
            let near =
                format!("{} {}", last_words(&sentence.before(at), 3), first_words(&sentence.behind(at), 2));
            if at.stated.to.is_none() && is_telling(at) {
                let told = Told {
                    at,
                    around: around(reading, at),
                    counted: counted(reading.text(), &reading.tokens, at.span),
                    is_alone: alone && !has_word(&near, SEVERAL),
                };
                by_measure.entry(&at.stated.measure).or_default().push(told);
            }
        }
    }
    for told in by_measure.into_values().filter(|told| told.len() <= MOST) {
        for (place, one) in told.iter().enumerate() {
            for other in told.get(place + 1..).unwrap_or_default() {
                if one.at.sentence != other.at.sentence && contradict(one, other) {
                    let words =
                        |told: &Told<'_>| told.at.span.slice(reading.text()).unwrap_or_default().to_owned();
                    let reckoning = format!("{} ≠ {}", words(one), words(other));
                    out.push(doubt(DoubtKind::ToldTwice, other.at.id, &[one.at.id], reckoning));
                }
            }
        }
    }
}

/// Figures of one digit are told of everything, and ages of different people.
fn is_telling(at: &At) -> bool {
    let is_age = at.stated.measure == Measure::Unit("year".into());
    !is_age && at.stated.number.to_integer().is_none_or(|number| number.unsigned_abs() > 9)
}

/// The words of the clause around a figure.
fn around(reading: &Reading<'_>, at: &At) -> Vec<Stem> {
    const REACH: usize = 12;
    let within = reading.tokens.within(at.span);
    let sentence = reading.sentence(at.span);
    let from = within.start.saturating_sub(REACH);
    let first = reading.tokens.get(from).map_or(at.span.start(), |token| token.span.start());
    let last = reading.tokens.get(within.end + REACH).or(reading.tokens.last());
    let last = last.map_or(at.span.end(), |token| token.span.end());
    let start = first.max(sentence.start());
    reading.stems(Span::new(start, last.min(sentence.end()).max(start)))
}

fn contradict(one: &Told<'_>, other: &Told<'_>) -> bool {
    let (Some(a), Some(b)) = (one.at.stated.wide(), other.at.stated.wide()) else { return false };
    if a.meets(b) {
        return false;
    }
    let shared = one.around.iter().filter(|stem| other.around.binary_search(stem).is_ok()).count();
    let fewer = one.around.len().min(other.around.len());
    let both_count = one.counted.iter().any(|stem| other.counted.contains(stem));
    let counts_nothing = one.counted.is_empty() && other.counted.is_empty();
    if one.at.stated.measure == Measure::Count && !both_count && !counts_nothing {
        return false;
    }
    // A zero more is hardly another figure; all else may be.
    if is_zero_more(one.at, other.at) {
        return shared >= if both_count { 2 } else { 3 } && 5 * shared >= fewer;
    }
    let are_plain = one.at.stated.is_plain() && other.at.stated.is_plain();
    let may_be_one = are_plain && one.is_alone && other.is_alone;
    let (least, fifths) = if is_slip(one.at, other.at) { (3, 2) } else { (5, 3) };
    may_be_one && shared >= least && 5 * shared >= fifths * fewer
}

/// The digits of a figure, without zeros at either end.
fn digits(at: &At) -> String {
    let number = at.stated.number.to_string();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').to_owned()
}

/// Whether one is the other with more zeros.
fn is_zero_more(one: &At, other: &At) -> bool {
    let (a, b) = (digits(one), digits(other));
    a == b && a.len() >= 2
}

/// Whether one is the other with a slip of the pen: two digits in the other order, one digit wrong among several.
fn is_slip(one: &At, other: &At) -> bool {
    let (a, b) = (digits(one), digits(other));
    let count = |digits: &str, digit: char| digits.chars().filter(|it| *it == digit).count();
    let are_turned = ('0'..='9').all(|digit| count(&a, digit) == count(&b, digit));
    let differing = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    a.len() == b.len() && a.len() >= 2 && (are_turned || a.len() >= 3 && differing == 1)
}
