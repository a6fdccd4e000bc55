//! Quotes: which of one report is which of another, by the words in the quote marks.
//!
//! ```text
//! alike     = the words of one are in the other
//! different = another source, or other words among the same
//! reworded  = each begins or ends where the other has more
//! ```

use std::collections::HashMap;

use super::pairing::Likeness;
use super::report::Report;
use super::topics::shared;
use super::{FactKind, Group, Place, Verdict};
use crate::extract::{is_variant, name_key};
use crate::facts::reading::Reading;
use crate::facts::stems::{Stem, stem_of_word};
use crate::label::LabelCode;
use crate::text::{Span, TokenKind};
use crate::value::{Quote, Value};

/// The fewest words of a quote that are told apart from another's by one of them.
const WORDS: usize = 3;

/// The least part of the shorter quote's words that the other has in the same order, in hundredths.
const LEAST: usize = 66;

/// The most words of a quote that are set against another's, one by one.
const MOST: usize = 400;

/// A quote, or what is told without quote marks.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Whether it stands in quote marks; what does not is compared as a statement.
    is_quote: bool,
    /// The words in their order, contractions in full.
    words: Vec<Stem>,
    /// Each once, ascending.
    sorted: Vec<Stem>,
    /// A source with a name.
    source: Option<String>,
}

pub(super) fn read(report: &Report<'_>) -> Vec<Group<Said>> {
    let groups = report.facts(FactKind::Quote).map(|annotation| {
        let quote = annotation.value.as_ref().and_then(Value::as_quote);
        let is_named = |quote: &&Quote| quote.named == Some(true) && !quote.speaker.is_empty();
        let words = words(&report.reading, annotation.span);
        let mut sorted = words.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let fact = Said {
            is_quote: annotation.label == LabelCode::QUOTE,
            words,
            sorted,
            source: quote.filter(is_named).map(|quote| quote.speaker.clone()),
        };
        Group { places: vec![Place::of(annotation)], fact }
    });
    groups.collect()
}

/// The words of a span in their order: "don't" is "do not".
fn words(reading: &Reading<'_>, span: Span) -> Vec<Stem> {
    let tokens = reading.tokens.get(reading.tokens.within(span)).unwrap_or_default();
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Acronym | TokenKind::Number);
    let mut words = Vec::new();
    for token in tokens.iter().filter(|token| is_word(token.kind)) {
        let word = token.span.slice(reading.text()).unwrap_or_default().to_lowercase().replace('’', "'");
        let short = [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")];
        let found = short.iter().find_map(|(end, full)| Some((word.strip_suffix(end)?, *full)));
        let (head, tail) = found.map_or((word.as_str(), None), |(head, full)| (head, Some(full)));
        words.push(stem_of_word(digits(head)));
        words.extend(tail.map(stem_of_word));
    }
    words
}

/// A number in digits where it is a small one in words.
fn digits(word: &str) -> &str {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const DIGITS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let found = WORDS.iter().position(|it| *it == word);
    found.and_then(|at| DIGITS.get(at).copied()).unwrap_or(word)
}

/// Whether two names may be of one source: their last words are the same, or spellings of one.
fn may_be_one(one: &str, other: &str) -> bool {
    let last = |name: &str| name.split_whitespace().next_back().map(name_key);
    last(one) == last(other) || is_variant(one, other)
}

pub(super) fn judge(one: &Said, other: &Said) -> Option<Likeness> {
    if !one.is_quote || !other.is_quote {
        return None;
    }
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    let differ = one.source.as_ref().zip(other.source.as_ref()).is_some_and(|(a, b)| !may_be_one(a, b));
    let fewer = short.words.len();
    let likeness = |verdict, score| {
        // Few words are said by many.
        if differ && fewer < 5 {
            return None;
        }
        Some(Likeness { verdict: if differ { Verdict::Different } else { verdict }, score })
    };
    if is_in(&short.words, &long.words) {
        let is_whole = short.words.len() == long.words.len();
        return if is_whole || fewer >= 2 {
            likeness(Verdict::All, if is_whole { 1.0 } else { 0.99 })
        } else {
            None
        };
    }
    let common = shared(&short.sorted, &long.sorted).count();
    if fewer < WORDS || common * 100 < short.sorted.len() * LEAST {
        return None;
    }
    let matched = in_order(&short.words, &long.words);
    let score = matched.len() as f64 / fewer as f64;
    if matched.len() * 100 < fewer * LEAST {
        return None;
    }
    let verdict =
        if is_cut(&matched, fewer, long.words.len()) { Verdict::Otherwise } else { Verdict::Different };
    // Two that are said by two are no two tellings of one.
    if differ && verdict == Verdict::Different {
        return None;
    }
    likeness(verdict, score * 0.98)
}

/// Whether words stand in others, one after the other.
fn is_in(short: &[Stem], long: &[Stem]) -> bool {
    !short.is_empty() && long.windows(short.len()).any(|words| words == short)
}

/// The longest row of words that two quotes have in the same order, by their places in both (Hunt and Szymanski 1977).
fn in_order(one: &[Stem], other: &[Stem]) -> Vec<(usize, usize)> {
    let mut places: HashMap<Stem, Vec<usize>> = HashMap::new();
    for (at, word) in other.iter().take(MOST).enumerate() {
        places.entry(*word).or_default().push(at);
    }
    // The last pair of the row of each length that ends first, with the pair before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut pairs: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (at, word) in one.iter().take(MOST).enumerate() {
        for place in places.get(word).into_iter().flatten().rev() {
            let length = ends.partition_point(|end| pairs.get(*end).is_some_and(|pair| pair.1 < *place));
            let before = length.checked_sub(1).and_then(|it| ends.get(it).copied());
            pairs.push((at, *place, before));
            match ends.get_mut(length) {
                Some(end) => *end = pairs.len() - 1,
                None => ends.push(pairs.len() - 1),
            }
        }
    }
    let mut row = Vec::new();
    let mut next = ends.last().copied();
    while let Some((at, place, before)) = next.and_then(|it| pairs.get(it).copied()) {
        row.push((at, place));
        next = before;
    }
    row.reverse();
    row
}

/// Whether two quotes are one that each report cuts in its way: what both have is in one piece, at an end of each.
fn is_cut(matched: &[(usize, usize)], short: usize, long: usize) -> bool {
    let (Some(first), Some(last)) = (matched.first(), matched.last()) else { return false };
    let is_one_piece = last.0 - first.0 + 1 == matched.len() && last.1 - first.1 + 1 == matched.len();
    let before = first.0 == 0 || first.1 == 0;
    let behind = last.0 + 1 == short || last.1 + 1 == long;
    is_one_piece && before && behind
}
