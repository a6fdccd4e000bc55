//! Parts of the day: "this morning", "last night", "the evening of July 2", "in the afternoon".

use super::calendar::{Part, Shift, Term, Unit};
use super::date;
use super::reader::Reader;
use super::relative::Meaning;

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
            let is_night = part == Part::Night && reader.follows_any(at, &["at"]);
            let is_led = reader.follows_any(at, &["the"])
                && at
                    .checked_sub(2)
                    .is_some_and(|at| reader.is_any(at, &["in", "during", "throughout", "into"]));
            (is_led || is_night).then(|| (format!("T{}", part.code()), at + 1))
        }
        _ => None,
    }
}

/// Reads the part of the day behind a day: "Tuesday morning".
pub(super) fn behind(reader: &Reader<'_>, end: usize) -> Option<Part> {
    match reader.term(end)? {
        // "Monday Night Football", "Saturday Night Live"
        Term::Part(part) if !reader.is_capital(end) || !reader.is_capital(end + 1) => Some(part),
        _ => None,
    }
}

/// The value of a part of `day`.
pub(super) fn value(day: super::period::Period, part: Part) -> String {
    format!("{day}T{}", part.code())
}
