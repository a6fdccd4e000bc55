//! Days of the week: "Tuesday", "Tuesday, July 2", "Tues., Jan. 15", "Wednesday next week",
//! "Friday the 26th".

use jiff::civil::Weekday;

use super::calendar::{Term, Unit};
use super::period::Period;
use super::reader::Reader;
use super::{absolute, face, numeric, relative};
use crate::text::TokenKind;

/// A day of the week by its name, with the full stop of an abbreviation.
pub(super) struct WeekdayName {
    pub(super) weekday: Weekday,
    /// The token behind it.
    pub(super) end: usize,
    pub(super) is_short: bool,
}

/// Reads the name of a day of the week at token `at`, whatever stands around it.
pub(super) fn name(reader: &Reader<'_>, at: usize) -> Option<WeekdayName> {
    let (weekday, is_short) = match reader.term(at)? {
        Term::Weekday(weekday) => (weekday, false),
        // "sat", "sun" and "wed" are words.
        Term::WeekdayShort(weekday) if reader.is_capital(at) || is_dated(reader, at + 1) => (weekday, true),
        _ => return None,
    };
    let has_stop = is_short && reader.has_stop(at + 1);
    Some(WeekdayName { weekday, end: at + 1 + usize::from(has_stop), is_short })
}

/// Whether a day of the month follows: "tues the 4th".
fn is_dated(reader: &Reader<'_>, at: usize) -> bool {
    reader.is(at, "the") && absolute::day_number(reader, at + 1).is_some_and(|(_, is_ordinal, _)| is_ordinal)
}

/// Reads a day of the week, and the date that belongs to it, at token `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let WeekdayName { weekday, end, is_short } = name(reader, at)?;
    if let Some(found) = with_date(reader, weekday, end) {
        return Some(found);
    }
    if is_short {
        // An abbreviation needs a date, a time or another one to be told from a word or a name.
        let is_range = matches!(reader.word(end), "-" | "–" | "to" | "through")
            && name(reader, end + 1).is_some()
            || at >= 2
                && matches!(reader.word_before(at), "-" | "–" | "to" | "through")
                && name(reader, at - 2).is_some();
        return is_range.then_some((Period::Weekday(weekday), end));
    }
    if is_title(reader, at, end) {
        return None;
    }
    // "Wednesday next week", "Tuesday of last week"
    let week_at = end + usize::from(reader.is(end, "of"));
    if let Some((week @ Period::Week(_), end)) = relative::shifted_unit(reader, week_at, Unit::Week) {
        return Some((reader.context.reference.weekday_in(weekday, week), end));
    }
    Some((Period::Weekday(weekday), end))
}

/// Reads the date that belongs to a day of the week whose name ends before token `end`.
pub(super) fn with_date(reader: &Reader<'_>, weekday: Weekday, end: usize) -> Option<(Period, usize)> {
    // "Friday-Jun-15", "Friday (June 15)"
    let is_hyphened = reader.word(end) == "-" && reader.is_glued(end) && reader.is_glued(end + 1);
    let is_bracketed = reader.word(end) == "(";
    let date_at = if is_hyphened || is_bracketed { end + 1 } else { reader.skip_comma(end) };
    let date = absolute::read(reader, date_at)
        .or_else(|| numeric::read(reader, date_at))
        .or_else(|| numeric::read_pair(reader, date_at))
        .or_else(|| numeric::read_dotted_pair(reader, date_at));
    if let Some((Period::Day { year, month, day, .. }, end)) = date {
        let closes = reader.word(end) == ")";
        return (!is_bracketed || closes).then_some((
            Period::Day { year, month, day, weekday: Some(weekday) },
            end + usize::from(is_bracketed),
        ));
    }
    // "Friday the 26th", "Tue 13th", "Monday 21"
    let has_article = reader.is(end, "the");
    let (day, is_ordinal, end) = absolute::day_number(reader, end + usize::from(has_article))?;
    let is_word = reader.kind(end) == Some(TokenKind::Word);
    let ends = !is_word
        && (is_ordinal
            || reader.kind(end) != Some(TokenKind::Currency) && !has_article && !is_hyphen(reader, end))
        || is_ordinal && reader.is_capital(end)
        || reader.is_any(end, &["at", "in", "and", "or", "to", "for", "around", "from"])
        || is_ordinal && face::read(reader, end).is_some_and(|face| face.is_certain());
    let is_day = is_ordinal || reader.kind(end - 1) == Some(TokenKind::Number);
    (is_day && ends).then_some((Period::Day { year: None, month: None, day, weekday: Some(weekday) }, end))
}

fn is_hyphen(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), "-" | "–" | "/" | "%" | ":")
}

/// Whether the weekday is part of a name: "Sunday Times", "Super Tuesday", "Bloody Sunday".
fn is_title(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    reader.is_capital(at)
        && (matches!(reader.term(end), Some(Term::Part(_)))
            && reader.is_capital(end)
            && reader.is_capital(end + 1)
            || reader
                .follows_any(at, &["super", "bloody", "ash", "sheffield", "ruby", "casual", "every", "each"])
            || reader.is_capital(end)
                && reader.is_any(
                    end,
                    &["times", "mirror", "telegraph", "express", "mail", "post", "herald", "addams"],
                ))
        || reader.follows_any(at, &["every", "each"])
}
