//! Parts of the day: "this morning", "last night", "the evening of July 2", "in the afternoon".

use super::calendar::{Part, Shift, Term, Unit};
use super::reader::Reader;
use super::relative::Meaning;
use super::{clock, date};
use crate::text::TokenKind;

/// Reads a part of a day at token `at`, and gives its value and the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let reference = reader.context.reference;
    match reader.term(at)? {
        // "late this morning", "later tonight"
        Term::Edge | Term::Later => match reader.term(at + 1)? {
            Term::Shift(_) | Term::Tonight => read(reader, at + 1),
            _ => None,
        },
        Term::Tonight => Some((value(reference.shifted(Unit::Day, 0), Part::Night), at + 1)),
        Term::Shift(shift) => {
            let Some(Term::Part(part)) = reader.term(at + 1) else { return None };
            let by = match shift {
                Shift::This => 0,
                Shift::Last if matches!(part, Part::Night | Part::Evening) => -1,
                Shift::Next if reader.is(at, "next") => 1,
                _ => return None,
            };
            Some((value(reference.shifted(Unit::Day, by), part), at + 2))
        }
        Term::Part(part) => {
            let day_at = at + 2 + usize::from(reader.is(at + 2, "the"));
            if reader.is_any(at + 1, &["of", "on"])
                && let Some((Meaning::Period(day), _, end)) = date::point(reader, day_at)
                && day.is_day()
            {
                let day = date::complete(reader, day, at, end);
                return Some((value(day, part), end));
            }
            // "in the morning at 7"
            if let Some((timex, end)) = clock::behind_part(reader, at + 1, part) {
                return Some((timex, end));
            }
            // "in the night-time"
            let has_time = reader.word(at + 1) == "-" && reader.is_glued(at + 1) && reader.is(at + 2, "time");
            let end = at + 1 + 2 * usize::from(has_time);
            is_led(reader, at, part).then(|| (format!("T{}", part.code()), end))
        }
        _ => None,
    }
}

/// Whether the words before the part of a day at token `at` say that it is one: "in the morning",
/// "at night", "one afternoon".
fn is_led(reader: &Reader<'_>, at: usize, part: Part) -> bool {
    let is_in = |at: usize| reader.is_any(at, &["in", "during", "throughout", "into"]);
    match part {
        Part::Midday => {
            return !reader.is_capital(at) && !reader.is_low(at + 1)
                || reader.follows_any(at, &["at", "by", "until"]);
        }
        Part::Night if reader.follows_any(at, &["at"]) => return true,
        _ => {}
    }
    reader.follows_any(at, &["the"]) && at.checked_sub(2).is_some_and(is_in)
        || reader.follows_any(at, &["one"]) && !reader.is_capital(at)
        // "in morning", but not "in morning trade"
        || reader.follows_any(at, &["in"]) && part != Part::Night && reader.kind(at + 1) != Some(TokenKind::Word) && reader.word(at + 1) != "-"
}

/// Reads the part of the day behind a day: "Tuesday morning", "tuesday in the morning", "today pm".
/// Gives the token behind it.
pub(super) fn behind(reader: &Reader<'_>, end: usize) -> Option<(Part, usize)> {
    // "today am" could go on with "I".
    match reader.word(end) {
        "pm" | "PM" | "p.m." if !reader.is_glued(end) => return Some((Part::Afternoon, end + 1)),
        "am" | "AM" | "a.m." if !reader.is_glued(end) && reader.kind(end + 1) != Some(TokenKind::Word) => {
            return Some((Part::Morning, end + 1));
        }
        _ => {}
    }
    let has_article = reader.is(end, "in") && reader.is(end + 1, "the");
    let at = end + 2 * usize::from(has_article);
    match reader.term(at)? {
        // "in the morning at 7" is a time of its own.
        Term::Part(_) if has_article && reader.is(at + 1, "at") => None,
        // "Monday Night Football", "Saturday Night Live"
        Term::Part(part) if !reader.is_capital(at) || !reader.is_capital(at + 1) => Some((part, at + 1)),
        _ => None,
    }
}

/// The part of the day that a value ends with.
pub(super) fn of_value(timex: &str) -> Option<Part> {
    let (_, code) = timex.rsplit_once('T')?;
    [Part::Morning, Part::Midday, Part::Afternoon, Part::Evening, Part::Night]
        .into_iter()
        .find(|part| part.code() == code)
}

/// The value of a part of `day`.
pub(super) fn value(day: super::period::Period, part: Part) -> String {
    format!("{day}T{}", part.code())
}
