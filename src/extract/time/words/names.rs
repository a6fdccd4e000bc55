//! The names of months and days of the week, and the numbers of days.

use jiff::civil::Weekday;

use super::lexicon::Term;
use super::reader::Reader;
use crate::text::TokenKind;

/// A month by its name, with the full stop of an abbreviation.
pub(crate) struct MonthName {
    pub(crate) month: i8,
    /// The token behind it.
    pub(crate) end: usize,
    pub(crate) is_short: bool,
}

/// Reads a month's name at token `at`, whatever stands around it.
pub(crate) fn month_name(reader: &Reader<'_>, at: usize) -> Option<MonthName> {
    let (month, is_short) = match reader.term(at)? {
        Term::Month(month) => (month, false),
        Term::MonthShort(month) => (month, true),
        _ => return None,
    };
    let has_stop = is_short && reader.has_stop(at + 1);
    Some(MonthName { month, end: at + 1 + usize::from(has_stop), is_short })
}

/// A day of the week by its name, with the full stop of an abbreviation.
pub(crate) struct WeekdayName {
    pub(crate) weekday: Weekday,
    /// The token behind it.
    pub(crate) end: usize,
    pub(crate) is_short: bool,
}

/// Reads the name of a day of the week at token `at`, whatever stands around it.
pub(crate) fn weekday_name(reader: &Reader<'_>, at: usize) -> Option<WeekdayName> {
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
    reader.is(at, "the") && day_number(reader, at + 1).is_some_and(|(_, is_ordinal, _)| is_ordinal)
}

/// Reads the number of a day, 1 to 31, and whether it is an ordinal: "5", "5th", "twenty-fifth".
pub(crate) fn day_number(reader: &Reader<'_>, at: usize) -> Option<(i8, bool, usize)> {
    if let Some((number, len)) = reader.digits(at) {
        let is_suffix = reader.is_glued(at + 1) && reader.is_any(at + 1, &["st", "nd", "rd", "th"]);
        let end = at + 1 + usize::from(is_suffix);
        let is_day = len <= 2 && (1..=31).contains(&number);
        let goes_on = reader.number_goes_on(end)
            // "July 3:30", "5 m", "5m"
            // and "14april" is a date.
            || !is_suffix
                && reader.is_glued(end)
                && reader.kind(end) == Some(TokenKind::Word)
                && !matches!(reader.term(end), Some(Term::Month(_) | Term::MonthShort(_)));
        return (is_day && !goes_on).then_some((i8::try_from(number).ok()?, is_suffix, end));
    }
    match reader.term(at)? {
        Term::Ordinal(day) => Some((day, true, at + 1)),
        Term::Second => Some((2, true, at + 1)),
        Term::Number(tens @ (20 | 30)) => {
            let ones = if reader.word(at + 1) == "-" { at + 2 } else { at + 1 };
            let (ones, is_ordinal) = match reader.term(ones)? {
                Term::Ordinal(ones) => (ones, true),
                Term::Second => (2, true),
                Term::Number(ones) => (i8::try_from(ones).ok()?, false),
                _ => return None,
            };
            let day = i8::try_from(tens).ok()?.checked_add(ones)?;
            let end = if reader.word(at + 1) == "-" { at + 3 } else { at + 2 };
            ((1..10).contains(&ones) && day <= 31).then_some((day, is_ordinal, end))
        }
        _ => None,
    }
}
