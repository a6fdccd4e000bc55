//! The day of a time that the sentence tells elsewhere: "at 10:35 a.m. (0735 GMT) Friday", "on Friday, between 9 and 10 a.m.".
//!
//! The nearest day counts where nothing but small words, figures and signs stands between; else the one day of the sentence,
//! unless it says when somebody spoke.

use super::calendar::Term;
use super::reader::Reader;
use super::{Found, Kind};
use crate::text::TokenKind;

/// How many tokens may stand between a time and a day that belong together whatever else the sentence says.
const NEAR: usize = 5;

/// Verbs whose day is that of speaking, not of what is told.
const SPOKEN: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "announced",
    "reported",
    "added",
    "wrote",
    "warned",
    "confirmed",
    "stated",
    "acknowledged",
    "declared",
    "insisted",
    "claimed",
];

/// Gives each time of a sentence the day that belongs to it.
pub(super) fn complete(reader: &Reader<'_>, all: &mut [Found]) {
    let days: Vec<(usize, usize, String)> = (all.iter())
        .filter_map(|found| {
            // "the morning of July 4" tells the day, too.
            let (day, part) = found.timex.split_once('T').unwrap_or((&found.timex, ""));
            let is_told = is_day(day) && part.chars().all(char::is_alphabetic);
            is_told.then(|| (found.range.start, found.range.end, day.to_owned()))
        })
        .collect();
    if days.is_empty() {
        return;
    }
    let is_one = days.iter().all(|day| day.2 == days[0].2);
    for found in all.iter_mut().filter(|found| found.kind == Kind::Time && found.timex.starts_with('T')) {
        // The days stand in order: the one behind and the one before.
        let behind = days.partition_point(|day| day.0 < found.range.end);
        let near = [behind.checked_sub(1).and_then(|before| days.get(before)), days.get(behind)];
        let distance = |day: &&(usize, usize, String)| match day.0 >= found.range.end {
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
            found.timex = on_day(&found.timex, &nearest.2);
        }
    }
}

/// Whether a value is one day of the calendar.
fn is_day(timex: &str) -> bool {
    timex.len() == 10
        && timex.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// `T09:00/T17:00` on a day is `2024-07-02T09:00/2024-07-02T17:00`.
fn on_day(timex: &str, day: &str) -> String {
    let ends: Vec<String> = timex.split('/').map(|end| format!("{day}{end}")).collect();
    ends.join("/")
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
