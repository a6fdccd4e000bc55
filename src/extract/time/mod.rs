//! Dates, times of day and lengths of time, with values in TIMEX3 (TimeML 1.2.1 and its annotation
//! guidelines; ISO 8601 underneath).
//!
//! One pass over the tokens of each sentence: only words of the calendar and numbers are looked
//! at more closely, each by small grammars that read a bounded number of tokens, so the whole is
//! linear. Each grammar has a module: [`absolute`], [`numeric`], [`year`], [`fiscal`], [`holiday`],
//! [`week`], [`weekday`] and [`relative`] read points of the calendar, [`date`] puts them together,
//! [`clock`], [`face`] and [`part`] read times of day, [`duration`] lengths of time. What they leave open,
//! [`reference`](mod@reference) completes from the day of publication.
//!
//! Frequencies ("every Monday", "twice a year") are none of the three and are left out.

mod absolute;
mod calendar;
mod clock;
mod count;
mod date;
mod day;
mod duration;
mod face;
mod fiscal;
mod holiday;
mod list;
mod modifier;
mod moon;
mod numeric;
mod part;
mod period;
mod range;
mod reader;
mod reference;
mod relative;
mod share;
mod tense;
mod week;
mod weekday;
mod year;
mod zone;

use std::ops::Range;

use jiff::civil::Date;

use super::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::{Token, TokenKind};
use crate::value::{Modifier, Timex, Value};
use calendar::Term;
use reader::{Context, Reader};

/// Finds dates, times of day and lengths of time.
///
/// It is one extractor for three labels because the same words begin all of them, and only what
/// follows tells which: "two years", "two years ago", "two o'clock".
#[derive(Clone, Copy, Debug, Default)]
pub struct Time;

impl Extractor for Time {
    fn name(&self) -> &'static str {
        "time"
    }

    fn description(&self) -> &'static str {
        "Dates, times of day and lengths of time, with their value in TIMEX3."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let context = Context::new(article);
        let mut rest: &[Token] = &article.tokens;
        for sentence in &article.sentences {
            let n_tokens = rest.iter().take_while(|token| token.span.start() < sentence.end()).count();
            let (tokens, behind) = rest.split_at(n_tokens);
            rest = behind;
            scan(&Reader { context: &context, tokens }, out);
        }
    }
}

/// What a found expression is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Date,
    Time,
    Duration,
}

/// An expression in a sentence.
struct Found {
    kind: Kind,
    /// Its tokens.
    range: Range<usize>,
    timex: String,
    score: f64,
    /// Whether it is one day, or a part of one, so that a time may stand behind it.
    is_day: bool,
    /// The days between which a length lies.
    ends: Option<(Date, Date)>,
    /// Which part of a period is meant: "early 1990s".
    modifier: Option<Modifier>,
}

impl Found {
    fn new(kind: Kind, range: Range<usize>, timex: String, score: f64) -> Found {
        Found { kind, range, timex, score, is_day: false, ends: None, modifier: None }
    }
}

/// Adds the expressions of one sentence.
fn scan(reader: &Reader<'_>, out: &mut Vec<Candidate>) {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    let mut plain_end = 0;
    while at < reader.tokens.len() {
        let may_begin = begins(reader, at) && !is_among_plain(reader, at, &mut plain_end);
        if let Some(dates) = may_begin.then(|| list::read(reader, at)).flatten() {
            at = dates.last().map_or(at, |last| last.range.end).max(at + 1);
            all.extend(dates);
            continue;
        }
        let found = if may_begin { find(reader, at) } else { None };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        at = found.range.end.max(at + 1);
        // Behind a day, what would be a bare number elsewhere is a time: "Monday at 2.30".
        let part = part::of_value(&found.timex);
        let time = found.is_day.then(|| clock::behind_day(reader, at, part)).flatten();
        all.push(found);
        if let Some((timex, first, end)) = time {
            at = end.max(at + 1);
            all.push(Found::new(Kind::Time, first..end, timex, 0.96));
        }
    }
    day::complete(reader, &mut all);
    for found in all {
        propose(reader, found, out);
    }
}

/// Adds what was found.
fn propose(reader: &Reader<'_>, found: Found, out: &mut Vec<Candidate>) {
    let first = reader.tokens.get(found.range.start);
    let last = found.range.end.checked_sub(1).and_then(|last| reader.tokens.get(last));
    let Some((first, last)) = first.zip(last) else { return };
    let modifier = found.modifier.or_else(|| modifier::before(reader, found.range.start));
    out.push(Candidate {
        span: first.span.cover(last.span),
        label: match found.kind {
            Kind::Date => LabelCode::DATE,
            Kind::Time => LabelCode::TIME,
            Kind::Duration => LabelCode::DURATION,
        },
        value: Some(Value::Timex(Timex { timex: found.timex, modifier, ends: found.ends })),
        score: found.score,
        extractor: 0,
    });
}

/// Whether the number at `at` stands among so many others that nothing can make a date of it: in
/// tables and scores, and in text that is made to take long. `end` is how far that is known.
fn is_among_plain(reader: &Reader<'_>, at: usize, end: &mut usize) -> bool {
    /// No expression has so many tokens before the one that tells what it is.
    const REACH: usize = 16;

    *end = (*end).max(at);
    while *end < at + REACH && is_plain(reader, *end) {
        *end += 1;
    }
    *end >= at + REACH
}

/// Whether the token by itself is part of no expression of time: numbers that are no years, and what
/// joins numbers save what stands in times and dates in figures.
fn is_plain(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    match reader.kind(at) {
        Some(TokenKind::Number) => word.len() != 4,
        Some(TokenKind::Currency) => true,
        Some(TokenKind::Punctuation) => matches!(word, "," | ";" | "-" | "–" | "—" | "(" | ")" | "%"),
        Some(TokenKind::Word) => match word {
            "and" | "between" | "from" | "or" | "to" | "hundred" | "million" | "billion" | "trillion" => true,
            // From ten on they are minutes and years.
            _ => matches!(reader.term(at), Some(Term::Number(1..10))),
        },
        _ => false,
    }
}

/// Whether an expression can begin at token `at`.
fn begins(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => {
            // "Q3", "FY2023", "AD"
            let word = reader.word(at).as_bytes();
            let is_code = matches!(
                word,
                [b'Q' | b'q' | b'H', b'1'..=b'4']
                    | [b'F' | b'f' | b'C' | b'c', b'Y' | b'y', ..]
                    | b"AD"
                    | b"CE"
            );
            // Most articles stand before other things.
            let is_term = |term| match term {
                Term::Article => reader.term(at + 1).is_some(),
                // "All Saints' Day"
                Term::All => reader.term(at + 1).is_some() || reader.is_capital(at + 1),
                _ => true,
            };
            is_code || reader.term(at).is_some_and(is_term)
        }
        Some(TokenKind::Acronym) => reader.word(at) == "A.D.",
        // "'90s"
        Some(TokenKind::Punctuation) => {
            matches!(reader.word(at), "'" | "’" | "‘") && reader.kind(at + 1) == Some(TokenKind::Number)
        }
        _ => false,
    }
}

/// Reads the expression that begins at token `at`, the more telling kinds first.
fn find(reader: &Reader<'_>, at: usize) -> Option<Found> {
    if let Some((timex, end)) = clock::read(reader, at) {
        return Some(Found::new(Kind::Time, at..end, timex, 0.96));
    }
    if let Some((timex, end)) = part::read(reader, at) {
        return Some(Found { is_day: true, ..Found::new(Kind::Time, at..end, timex, 0.95) });
    }
    if let Some(found) = date::read(reader, at) {
        return Some(found);
    }
    let reading = duration::read(reader, at)?;
    let timex = match reading.longer {
        Some(longer) => format!("{}/{}", reading.length.timex(), longer.timex()),
        None => reading.length.timex(),
    };
    Some(Found::new(Kind::Duration, reading.range, timex, 0.95))
}
