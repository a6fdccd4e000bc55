//! Days and months by name: "July 2, 2024", "2 July", "2nd of July", "Nov. 5", "July 2024".

use super::calendar::Term;
use super::period::Period;
use super::reader::Reader;
use super::year;
use crate::text::TokenKind;

/// Reads a day or a month at token `at`, and gives the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    match reader.term(at) {
        Some(Term::Month(_) | Term::MonthShort(_)) => month_first(reader, at),
        Some(Term::Ordinal(_) | Term::Second | Term::Number(_)) => day_first(reader, at),
        None if reader.kind(at) == Some(TokenKind::Number) => day_first(reader, at),
        _ => None,
    }
}

/// A month by its name, with the full stop of an abbreviation.
pub(super) struct MonthName {
    pub(super) month: i8,
    /// The token behind it.
    pub(super) end: usize,
    is_short: bool,
}

/// Reads a month's name at token `at`, whatever stands around it.
pub(super) fn month_name(reader: &Reader<'_>, at: usize) -> Option<MonthName> {
    let (month, is_short) = match reader.term(at)? {
        Term::Month(month) => (month, false),
        Term::MonthShort(month) => (month, true),
        _ => return None,
    };
    let has_stop = is_short && reader.has_stop(at + 1);
    Some(MonthName { month, end: at + 1 + usize::from(has_stop), is_short })
}

/// "July 2, 2024", "July the 2nd", "Nov. 5", "July 2024", "July".
fn month_first(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let MonthName { month, end, is_short } = month_name(reader, at)?;
    let has_year = year::in_words(reader, end).is_some();
    if let Some((period, end)) = day_of(reader, at, month, end).filter(|_| !has_year) {
        return Some((period, end));
    }
    let is_name = reader.is_capital(at)
        || !matches!(reader.word(at), "may" | "march" | "mar" | "august" | "dec" | "jan");
    // "July 2024", "July of 2024", "Dec-2018"
    let found = match reader.word(end) {
        "-" | "/" => year::digits(reader, end + 1).map(|(year, end)| (Some(year), end)),
        _ => year::behind(reader, end),
    };
    if is_name && let Some((year, end)) = found {
        return Some((Period::Month(year, month), end));
    }
    stands_alone(reader, at, end, is_short).then_some((Period::Month(None, month), end))
}

/// The day behind a month's name, and the year behind that.
fn day_of(reader: &Reader<'_>, at: usize, month: i8, end: usize) -> Option<(Period, usize)> {
    let mut number = end;
    let is_hyphened =
        matches!(reader.word(end), "-" | "/") && reader.is_glued(end) && reader.is_glued(end + 1);
    let has_article = reader.is(end, "the");
    number += usize::from(is_hyphened || has_article);
    let (day, is_ordinal, end) = day_number(reader, number)?;
    if has_article && !is_ordinal
        || !is_ordinal && reader.kind(number) == Some(TokenKind::Word) && reader.is_low(at)
    {
        return None;
    }
    let is_certain = year::digits(reader, reader.skip_comma(end)).is_some()
        || is_ordinal
        || reader.is_capital(at)
        || !matches!(reader.word(at), "may" | "march" | "mar" | "sat")
        // "on march 3", but not "they march 3 miles"
        || (at == 0 || reader.follows_any(at, &["on", "by", "from", "until", "since", "of", "before", "after"]))
            && reader.kind(end) != Some(TokenKind::Word);
    // "In June 20 people died": with "in" a month stands without its day.
    let is_amount = !is_ordinal && reader.follows_any(at, &["in"]) && reader.is_low(end);
    if !is_certain || is_amount {
        return None;
    }
    with_year(Period::day(None, month, day)?, reader, end)
}

/// "2019-Aug-01", "2020/Sep/23"
fn year_first(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (year, _) = reader.digits(at).filter(|&(year, len)| len == 4 && (1000..2200).contains(&year))?;
    let separator = reader.word(at + 1);
    let is_glued = (1..5).all(|offset| reader.is_glued(at + offset));
    let month = month_name(reader, at + 2).filter(|month| month.end == at + 3)?;
    let (day, is_ordinal, end) = day_number(reader, at + 4)?;
    let is_date =
        matches!(separator, "-" | "/") && reader.word(at + 3) == separator && is_glued && !is_ordinal;
    is_date.then(|| Some((Period::day(Some(i16::try_from(year).ok()?), month.month, day)?, end)))?
}

/// "2016 Nov 5", "2015 October"
fn year_before(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (year, next) = year::digits(reader, at)?;
    let MonthName { month, end, is_short } = month_name(reader, next)?;
    if let Some((day, false, end)) = day_number(reader, end)
        .filter(|&(.., end)| !reader.is_low(end) || reader.is_any(end, &["and", "or", "at"]))
    {
        let starts_next = year::digits(reader, reader.skip_comma(end)).is_some();
        return (reader.is_capital(next) && !starts_next)
            .then(|| Some((Period::day(Some(year), month, day)?, end)))?;
    }
    // "in 2016 May said"
    let is_month = reader.is_capital(next) && !matches!(month, 3 | 4 | 5 | 6 | 8);
    let is_free = reader.kind(end) != Some(TokenKind::Number);
    (is_month && is_free && !is_short).then_some((Period::Month(Some(year), month), end))
}

/// "2 July 2024", "2nd of July", "the second of July", "05-Aug-2016".
fn day_first(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    if !reader.is_free(at) {
        return None;
    }
    if let Some(found) = year_first(reader, at).or_else(|| year_before(reader, at)) {
        return Some(found);
    }
    let (day, is_ordinal, mut end) = day_number(reader, at)?;
    if reader.is(end, "day") && is_ordinal && reader.is(end + 1, "of") {
        end += 1;
    }
    let has_of = reader.is(end, "of");
    let is_hyphened =
        matches!(reader.word(end), "-" | "/") && reader.is_glued(end) && reader.is_glued(end + 1);
    let month_at = end + usize::from(has_of || is_hyphened);
    let MonthName { month, end, .. } = month_name(reader, month_at)?;
    // "two May", "5 may go": a number word needs "of", and a word in lower case a date's shape.
    let is_word = reader.kind(at) == Some(TokenKind::Word);
    let is_low = matches!(reader.word(month_at), "may" | "march" | "mar");
    let has_year = year::behind(reader, end).is_some_and(|(year, _)| year.is_some());
    if is_word && !is_ordinal && !has_year || is_low && !is_ordinal && !is_hyphened {
        return None;
    }
    with_year(Period::day(None, month, day)?, reader, end)
}

/// Adds the year that stands at `end` to a day of a month.
fn with_year(period: Period, reader: &Reader<'_>, end: usize) -> Option<(Period, usize)> {
    let found = match reader.word(end) {
        "-" | "/" if reader.is_glued(end) && reader.is_glued(end + 1) => {
            year::digits(reader, end + 1).map(|(year, end)| (Some(year), end))
        }
        _ => year::behind(reader, end),
    };
    let Some((year, year_end)) = found else { return Some((period, end)) };
    // 29 February in a year that has none is no date, but the day stays one.
    let Period::Day { month: Some(month), day, .. } = period else { return None };
    match Period::day(year, month, day) {
        Some(period) => Some((period, year_end)),
        None => Some((period, end)),
    }
}

/// Reads the number of a day, 1 to 31, and whether it is an ordinal: "5", "5th", "twenty-fifth".
pub(super) fn day_number(reader: &Reader<'_>, at: usize) -> Option<(i8, bool, usize)> {
    if let Some((number, len)) = reader.digits(at) {
        let is_suffix = reader.is_glued(at + 1) && reader.is_any(at + 1, &["st", "nd", "rd", "th"]);
        let end = at + 1 + usize::from(is_suffix);
        let is_day = len <= 2 && (1..=31).contains(&number);
        let goes_on = reader.number_goes_on(end)
            // "July 3:30", "5 m", "5m"
            || !is_suffix && reader.is_glued(end) && reader.kind(end) == Some(TokenKind::Word);
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

/// Whether a month's name at `at..end` stands for the month, with no day or year to prove it.
///
/// Some names are also verbs ("may", "march"), people ("April", "June") or an adjective ("august"):
/// these need a capital and words around them that belong to a date.
fn stands_alone(reader: &Reader<'_>, at: usize, end: usize, is_short: bool) -> bool {
    const INSIDE: &[&str] =
        &["in", "since", "until", "till", "during", "between", "throughout", "early", "late", "mid"];
    const BESIDE: &[&str] =
        &["by", "from", "before", "after", "to", "through", "of", "for", "and", "or", "-", "–"];

    // "Jan-Feb 2017", "between May and June"
    let is_range = (matches!(reader.word(end), "-" | "–")
        || reader.is_any(end, &["to", "through", "until", "till"])
        || reader.is(end, "and") && reader.follows_any(at, &["between"]))
        && month_name(reader, end + 1).is_some_and(|second| reader.is_capital(end + 1) || second.month != 5);
    let word = reader.word(at);
    if is_range && (reader.is_capital(at) || !matches!(word, "may" | "march" | "mar")) {
        return true;
    }
    let is_name =
        ["may", "march", "april", "june", "august"].iter().any(|name| name.eq_ignore_ascii_case(word));
    let is_inside = reader.follows_any(at, INSIDE)
        // "the end of June"
        || reader.follows_any(at, &["of"])
            && at.checked_sub(2).is_some_and(|at| matches!(reader.term(at), Some(Term::Stretch)))
        // "our June and July salaries"
        || reader.is_any(end, &["and", "or"]) && reader.is_capital(end + 1) && month_name(reader, end + 1).is_some();
    if is_short {
        return is_inside
            && reader.is_capital(at)
            && word.len() == 3 + usize::from(word.eq_ignore_ascii_case("sept"));
    }
    if !is_name {
        return reader.is_capital(at) || is_inside || reader.follows_any(at, BESIDE);
    }
    if !reader.is_capital(at) {
        return is_inside && matches!(word, "april" | "june");
    }
    let is_before_name = reader.is_capital(end) && reader.kind(end) == Some(TokenKind::Word);
    if is_inside {
        return true;
    }
    if is_before_name {
        return false;
    }
    let ends_phrase = !matches!(reader.kind(end), Some(TokenKind::Word))
        || reader.is_any(end, &["and", "or", "to", "through"]);
    if reader.follows_any(at, BESIDE) {
        return ends_phrase && reader.kind(end) != Some(TokenKind::Clitic);
    }
    // "the May election", "a March report"
    reader.follows_any(at, &["the", "a", "an", "its", "his", "her", "their", "that"])
        && reader.is_low(end)
        && !reader.is(at + 1, "on")
}
