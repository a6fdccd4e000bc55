//! Dates, times of day and lengths of time, with values in TIMEX3 (TimeML 1.2.1 and its annotation
//! guidelines; ISO 8601 underneath).
//!
//! Words become terms; terms combine, by few operators, into expressions; an expression and the day of publication become what is
//! meant; only the last step writes TIMEX3. Each step is a room, and each knows of those before it alone:
//! [`calendar`], [`words`], [`expression`], [`meaning`], [`timex`](mod@timex).
//!
//! One pass over the tokens of each sentence: only words of the calendar and numbers are looked
//! at more closely, each by grammars that read a bounded number of tokens, so the whole is
//! linear.
//!
//! Frequencies ("every Monday", "twice a year") are none of the three and are left out.

mod calendar;
mod expression;
mod meaning;
mod timex;
mod words;

use std::ops::Range;

use super::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::TokenKind;
use crate::value::{Modifier, Timex, Value};
use expression::{Times, length, list, modifier};
use meaning::{Meaning, Scene, Stretch, evaluate, give_days};
use words::{Context, Reader, Term};

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
        let mut from = 0;
        for sentence in &article.sentences {
            let rest = article.tokens.get(from..).unwrap_or_default();
            let n_tokens = rest.iter().take_while(|token| token.span.start() < sentence.end()).count();
            scan(&context.part(from, from + n_tokens), out);
            from += n_tokens;
        }
    }
}

/// A date that leaves something open.
const SURE: f64 = 0.95;
/// A time of day.
const TIME: f64 = 0.96;
/// The name of a feast that tells no day: rather the event that others find.
const NAME_ALONE: f64 = 0.5;

/// How sure an expression is, and which part of it is meant.
struct Found {
    label: LabelCode,
    score: f64,
    /// Which part of a period is meant: "early 1990s".
    modifier: Option<Modifier>,
}

type Reading = (Stretch, Found);

fn found(meaning: Meaning, range: Range<usize>, score: f64) -> Reading {
    let label = match meaning {
        Meaning::Period(_) | Meaning::Range(..) | Meaning::Unplaced(_) => LabelCode::DATE,
        Meaning::Part(..) | Meaning::Time(..) | Meaning::Times(..) | Meaning::Moment(_) => LabelCode::TIME,
        Meaning::Length(..) | Meaning::Rolling(..) => LabelCode::DURATION,
    };
    (Stretch { range, meaning }, Found { label, score, modifier: None })
}

fn of_times(times: Times) -> Meaning {
    match times.to {
        Some(to) => Meaning::Times(None, times.from, to),
        None => Meaning::Time(None, times.from),
    }
}

/// Adds the expressions of one sentence.
fn scan(reader: &Reader<'_>, out: &mut Vec<Candidate>) {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut all: Vec<Found> = Vec::new();
    let mut add = |(stretch, found): Reading| {
        stretches.push(stretch);
        all.push(found);
    };
    let mut at = 0;
    let mut plain_end = 0;
    while at < reader.tokens.len() {
        let may_begin = begins(reader, at) && !is_among_plain(reader, at, &mut plain_end);
        if let Some(dates) = may_begin.then(|| list::read(reader, at)).flatten() {
            for node in dates {
                at = node.range.end.max(at + 1);
                if let Some(meaning) = evaluate(&node.expression, &Scene::new(reader, node.range.clone())) {
                    add(found(meaning, node.range, SURE));
                }
            }
            continue;
        }
        let Some(one) = may_begin.then(|| find(reader, at)).flatten() else {
            at += 1;
            continue;
        };
        at = one.0.range.end.max(at + 1);
        // Behind a day, what would be a bare number elsewhere is a time: "Monday at 2.30".
        let is_day = one.0.meaning.is_day();
        let part = one.0.meaning.part();
        add(one);
        let time = is_day.then(|| expression::behind_day(reader, at, part)).flatten();
        if let Some((times, first, end)) = time {
            at = end.max(at + 1);
            add(found(of_times(times), first..end, TIME));
        }
    }
    give_days(reader, &mut stretches);
    for (stretch, found) in stretches.into_iter().zip(all) {
        propose(reader, &stretch, &found, out);
    }
}

/// Adds what was found.
fn propose(reader: &Reader<'_>, stretch: &Stretch, found: &Found, out: &mut Vec<Candidate>) {
    let range = &stretch.range;
    let first = reader.tokens.get(range.start);
    let last = range.end.checked_sub(1).and_then(|last| reader.tokens.get(last));
    let Some((first, last)) = first.zip(last) else { return };
    let modifier = found.modifier.or_else(|| modifier::before(reader, range.start));
    let ends = match stretch.meaning {
        Meaning::Rolling(_, ends) => ends,
        _ => None,
    };
    let timex = timex::timex(&stretch.meaning);
    out.push(Candidate {
        span: first.span.cover(last.span),
        label: found.label.clone(),
        value: Some(Value::Timex(Timex { timex, modifier, ends })),
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
        // In four digits it may be a year, and with others a date.
        Some(TokenKind::Number) => word.len() != 4 || !is_joined(reader, at),
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

/// Whether the number at `at` is joined to another without a gap: `2024-07-02`.
fn is_joined(reader: &Reader<'_>, at: usize) -> bool {
    let joins = |sign: usize| matches!(reader.word(sign), "-" | "/" | "." | "–" | ":");
    reader.is_glued(at + 1) && joins(at + 1) || at > 0 && reader.is_glued(at) && joins(at - 1)
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
fn find(reader: &Reader<'_>, at: usize) -> Option<Reading> {
    if let Some((times, end)) = expression::read_times(reader, at) {
        return Some(found(of_times(times), at..end, TIME));
    }
    if let Some((times, end)) = expression::behind_part(reader, at) {
        return Some(found(of_times(times), at..end, TIME));
    }
    if let Some(node) = expression::read_part(reader, at) {
        let meaning = evaluate(&node.expression, &Scene::new(reader, node.range.clone()))?;
        return Some(found(meaning, node.range, SURE));
    }
    let mut dates = expression::read_dates(reader, at).into_iter().flatten().filter_map(|(node, score)| {
        let meaning = evaluate(&node.expression, &Scene::new(reader, node.range.clone()))?;
        Some((node, meaning, score))
    });
    if let Some((node, meaning, score)) = dates.next() {
        let is_name = node.expression.is_movable_feast() && meaning.is_open();
        let score = if is_name { NAME_ALONE } else { score };
        let (stretch, one) = found(meaning, node.range.clone(), score);
        let part = node.expression.modifier();
        let modifier = part.or_else(|| modifier::of_point(reader, at, stretch.range.end));
        return Some((stretch, Found { modifier, ..one }));
    }
    let reading = length::read(reader, at)?;
    Some(found(Meaning::Length(reading.length, reading.longer), reading.range, SURE))
}
