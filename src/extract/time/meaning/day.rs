//! The day of a time that the sentence tells elsewhere: "at 10:35 a.m. (0735 GMT) Friday", "on Friday, between 9 and 10 a.m.".
//!
//! The nearest day counts where nothing but small words, figures and signs stands between; else the one day of the sentence,
//! unless it says when somebody spoke.

use std::ops::Range;

use super::Meaning;
use crate::extract::time::calendar::Period;
use crate::extract::time::words::{Reader, Term};
use crate::text::TokenKind;

/// What is meant by some tokens of a sentence.
pub(crate) struct Stretch {
    pub(crate) range: Range<usize>,
    pub(crate) meaning: Meaning,
}

/// How many tokens may stand between a time and a day that belong together whatever else the sentence says.
const NEAR: usize = 5;

/// Verbs whose day is that of speaking, not of what is told.
const SPOKEN: &[&str] = &[
    "said", "says", "told", "tells", "announced", "reported", "added", "wrote", "warned", "confirmed",
    "stated", "acknowledged", "declared", "insisted", "claimed",
];

/// Gives each time of a sentence, whose expressions are given in order, the day that belongs to it.
pub(crate) fn give_days(reader: &Reader<'_>, all: &mut [Stretch]) {
    let days: Vec<(usize, usize, Period)> = (all.iter())
        .filter_map(|found| {
            // "the morning of July 4" tells the day, too.
            let (Meaning::Period(day) | Meaning::Part(Some(day), _)) = found.meaning else { return None };
            let is_told = day.is_day() && day.first_day().is_some();
            is_told.then_some((found.range.start, found.range.end, day))
        })
        .collect();
    let Some(first) = days.first() else { return };
    let is_one = days.iter().all(|day| day.2.first_day() == first.2.first_day());
    for found in all {
        let (Meaning::Time(told @ None, _) | Meaning::Times(told @ None, ..) | Meaning::Part(told @ None, _)) =
            &mut found.meaning
        else {
            continue;
        };
        // The days stand in order: the one behind and the one before.
        let behind = days.partition_point(|day| day.0 < found.range.end);
        let near = [behind.checked_sub(1).and_then(|before| days.get(before)), days.get(behind)];
        let distance = |day: &&(usize, usize, Period)| match day.0 >= found.range.end {
            true => day.0 - found.range.end,
            false => found.range.start.saturating_sub(day.1),
        };
        let Some(nearest) = near.into_iter().flatten().min_by_key(distance) else { continue };
        let between = match nearest.0 >= found.range.end {
            true => found.range.end..nearest.0,
            false => nearest.1..found.range.start,
        };
        let is_beside = between.len() <= NEAR && between.clone().all(|at| is_small(reader, at));
        if is_beside || is_one && !is_spoken(reader, nearest.0) {
            *told = Some(nearest.2);
        }
    }
}

/// Whether a token between a time and a day leaves them together.
fn is_small(reader: &Reader<'_>, at: usize) -> bool {
    const LINKS: &[&str] = &[
        "on", "of", "at", "the", "by", "around", "about", "from", "until", "and", "or", "to", "local",
        "time", "in", "late", "early",
    ];
    match reader.kind(at) {
        Some(TokenKind::Word | TokenKind::Acronym) => {
            // "GMT", "in the evening"
            reader.is_any(at, LINKS)
                || matches!(reader.term(at), Some(Term::Part(_)))
                || reader.word(at).chars().all(|c| c.is_ascii_uppercase())
        }
        Some(TokenKind::Number) => true,
        Some(TokenKind::Punctuation) => matches!(reader.word(at), "," | "(" | ")" | ":" | "-" | "–" | "."),
        _ => false,
    }
}

/// Whether the day at token `at` is that of a verb of saying: "said Tuesday", "told reporters on Tuesday".
fn is_spoken(reader: &Reader<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).is_some_and(|at| reader.is_any(at, SPOKEN));
    // "on Tuesday said"
    let behind = (at + 1..at + 3).any(|at| reader.is_any(at, SPOKEN));
    before(1) || before(2) || before(3) || behind
}
