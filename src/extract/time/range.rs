//! Ranges of dates: "July 9-11", "from May to September", "2019–2021", "the ninth to the eleventh of
//! July".

use super::calendar::Unit;
use super::date::{complete, edge, point};
use super::period::Period;
use super::reader::Reader;
use super::reference::{Bias, add};
use super::relative::Meaning;
use super::{absolute, numeric, weekday, year};

/// Whether the token at `end` connects the ends of a range that begins at token `at`.
pub(super) fn connects(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    match reader.word(end) {
        "-" | "–" | "—" | "‑" | "~" | "−" => true,
        _ if reader.is_any(end, &["to", "through", "thru", "until", "till"]) => true,
        _ => reader.is(end, "and") && is_between(reader, at),
    }
}

fn is_between(reader: &Reader<'_>, at: usize) -> bool {
    reader.follows_any(at, &["between"])
        || reader.follows_any(at, &["the"]) && at.checked_sub(2).is_some_and(|at| reader.is(at, "between"))
}

/// "9-11 July 2024", "from the ninth to the eleventh of July": two days before one month.
pub(super) fn days(reader: &Reader<'_>, at: usize) -> Option<(Period, Period, usize)> {
    if !reader.is_free(at) {
        return None;
    }
    let (first, _, end) = absolute::day_number(reader, at)?;
    let has_and = reader.is_any(end, &["and", "&"]);
    if !has_and && !connects(reader, at, end) {
        return None;
    }
    let second = end + 1 + usize::from(reader.is(end + 1, "the"));
    // Behind a dash a number is not free, so it is read from here.
    let (day, is_ordinal, end) = absolute::day_number(reader, second)?;
    let month_at = end + usize::from(reader.is(end, "of"));
    let month = absolute::month_name(reader, month_at)?;
    let is_low = !reader.is_capital(month_at) && matches!(month.month, 3 | 5);
    let is_apart = has_and && !is_between(reader, at) && day != first + 1;
    if day <= first || is_apart || is_low && !is_ordinal {
        return None;
    }
    let year_at = reader.skip_comma(month.end);
    let (year, end) =
        year::digits(reader, year_at).map_or((None, month.end), |(year, end)| (Some(year), end));
    let last = complete(reader, Period::day(year, month.month, day)?, at, end);
    let from = Period::day(last.year().or(year), month.month, first)?;
    Some((from, last, end))
}

/// The range that begins with `from` at token `at` and goes on at `end`.
pub(super) fn read(
    reader: &Reader<'_>,
    at: usize,
    from: Period,
    end: usize,
) -> Option<(Period, Period, usize)> {
    if !connects(reader, at, end) {
        return school_year(reader, from, end);
    }
    let is_dash = !reader.word(end).starts_with(char::is_alphabetic);
    let next = end + 1 + usize::from(reader.is(end + 1, "the"));
    let next = edge(reader, next).unwrap_or(next);
    let (to, range_end) = second_end(reader, from, next, is_dash)?;
    if !is_compatible(from, to, is_dash) {
        return None;
    }
    let (from, to) = match (from.year(), to.year()) {
        (None, Some(year)) if !matches!(from, Period::Weekday(_)) => {
            let same = from.in_year(year);
            let is_later = same.first_day() > to.first_day();
            (if is_later { from.in_year(year - 1) } else { same }, to)
        }
        _ => {
            let from = begin(reader, from, to, at, range_end);
            (from, not_before(reader, to, from))
        }
    };
    let is_order = match (from.first_day(), to.first_day()) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    is_order.then_some((from, to, range_end))
}

/// Completes the beginning of a range. What is to come may have begun: "will run from May to
/// September", told in July.
fn begin(reader: &Reader<'_>, from: Period, to: Period, at: usize, end: usize) -> Period {
    let ahead = complete(reader, from, at, end);
    let is_open =
        from.year().is_none() && matches!(from, Period::Month(..) | Period::Day { month: Some(_), .. });
    let Some((published, year)) = reader.context.published().zip(ahead.year()).filter(|_| is_open) else {
        return ahead;
    };
    let before = from.in_year(year.saturating_sub(1));
    let lasts = not_before(reader, to, before).last_day().is_some_and(|last| last >= published);
    let has_begun = before.first_day().is_some_and(|first| first <= published);
    if lasts && has_begun { before } else { ahead }
}

/// "2024-25", "2019/20": two years of which the second is cut.
fn school_year(reader: &Reader<'_>, from: Period, end: usize) -> Option<(Period, Period, usize)> {
    let Period::Year(Some(year)) = from else { return None };
    let (cut, len) = reader.digits(end + 1)?;
    let is_cut = reader.word(end) == "/" && reader.is_glued(end) && reader.is_glued(end + 1) && len == 2;
    let full = year / 100 * 100 + i16::try_from(cut).ok()?;
    (is_cut && full == year + 1 && !reader.number_goes_on(end + 2)).then_some((
        from,
        Period::Year(Some(full)),
        end + 2,
    ))
}

fn second_end(reader: &Reader<'_>, from: Period, at: usize, is_dash: bool) -> Option<(Period, usize)> {
    if let Some(found) = numeric::read_second(reader, at) {
        return Some(found);
    }
    // "July 9-11", "July 9 to 11, 2024"
    if let Period::Day { month: Some(month), day, year: told, .. } = from
        && let Some((last, _, end)) = absolute::day_number(reader, at)
        && absolute::month_name(reader, end).is_none()
        && last > day
        && !(reader.is_glued(end) && matches!(reader.word(end), "-" | "/"))
    {
        let year_at = reader.skip_comma(end);
        let (year, end) = year::digits(reader, year_at).map_or((told, end), |(year, end)| (Some(year), end));
        return Some((Period::day(year, month, last)?, end));
    }
    // "2019-21"
    if let Period::Year(Some(year)) = from
        && let Some((cut, len)) = reader.digits(at)
        && is_dash
        && len == 2
        && reader.is_glued(at)
        && !reader.number_goes_on(at + 1)
    {
        let full = year / 100 * 100 + i16::try_from(cut).ok()?;
        return (full > year).then_some((Period::Year(Some(full)), at + 1));
    }
    if matches!(from, Period::Year(_) | Period::Month(..))
        && let Some((year, end)) = year::digits(reader, at)
        && absolute::month_name(reader, end).is_none()
        && !reader.is_glued(end + 1)
    {
        return Some((Period::Year(Some(year)), end));
    }
    if let Some(name) = weekday::name(reader, at)
        && matches!(from, Period::Weekday(_))
        && name.is_short
    {
        return Some((Period::Weekday(name.weekday), name.end));
    }
    if let Some(name) = absolute::month_name(reader, at)
        && matches!(from, Period::Month(..))
        && absolute::day_number(reader, name.end).is_none()
    {
        let (year, end) = year::behind(reader, name.end).unwrap_or((None, name.end));
        return Some((Period::Month(year, name.month), end));
    }
    if reader.is(at, "now") {
        return Some((reader.context.reference.shifted(Unit::Day, 0), at + 1));
    }
    match point(reader, at)? {
        (Meaning::Period(period), _, end) => Some((period, end)),
        _ => None,
    }
}

/// Whether two periods can be the ends of a range.
fn is_compatible(from: Period, to: Period, is_dash: bool) -> bool {
    let rank = |period| match period {
        Period::Century(_) | Period::Decade(_) => 5,
        Period::Year(_) | Period::Fiscal(_) => 4,
        Period::Half(..) | Period::Quarter(_) | Period::SomeQuarter(_) | Period::Season(..) => 3,
        Period::Month(..) | Period::SomeMonth => 2,
        Period::Week(_) | Period::Weekend(_) => 1,
        Period::Weekday(_) | Period::Day { .. } | Period::Date(_) => 0,
        Period::Past | Period::Future => 6,
    };
    let is_told = from.year().is_some() && to.year().is_some();
    let (from, to): (i32, i32) = (rank(from), rank(to));
    // A dash between a week and a day, or a year and a month, is one of punctuation.
    let furthest = match is_told {
        _ if is_dash => 0,
        true => 4,
        false => 2,
    };
    let is_month_and_day = from == 2 && to == 0;
    ((from - to).abs() <= furthest || is_month_and_day) && from < 6 && to < 6
}

/// Completes the end of a range so that it does not lie before its beginning.
fn not_before(reader: &Reader<'_>, to: Period, from: Period) -> Period {
    let reference = reader.context.reference;
    let Some(first) = from.first_day() else { return reference.complete(to, Bias::Open) };
    match to {
        Period::Weekday(weekday) => {
            let date = add(first, Unit::Day, -1).and_then(|day| day.nth_weekday(1, weekday).ok());
            date.map_or(to, |date| Period::Date(Some(date)))
        }
        _ if to.year().is_none() => {
            let same = to.in_year(first.year());
            let is_before = same.first_day().is_some_and(|day| day < first);
            if is_before { to.in_year(first.year().saturating_add(1)) } else { same }
        }
        _ => to,
    }
}
