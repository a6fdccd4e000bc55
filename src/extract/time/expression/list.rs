//! Dates that share what stands once: "11, 12 and 15 May 2024", "April 24 and 25", "January, February and March 2024", "Friday,
//! Saturday and Sunday". Each is a date of its own with the whole value.
//!
//! ```text
//! list   = days [ "of" ] month [ year ] | month days [ year ] | months year | weekdays
//! days   = day { "," day } [ "," ] and day              months and weekdays likewise
//! and    = "and" | "or" | "&"
//! ```

use std::ops::Range;

use super::evidence;
use super::tree::Node;
use crate::extract::time::calendar::{Bias, Period};
use crate::extract::time::words::{Reader, day_number, month_name, tense, weekday_name, year};

/// How many dates a list has at most; longer ones are tables.
const MOST: usize = 8;
const AND: &[&str] = &["and", "or", "&"];

/// Reads a list at token `at`; gives its dates in order.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<Vec<Node>> {
    // That is a range.
    let is_between = |at: usize| reader.follows_any(at, &["between"]);
    if is_between(at) || reader.follows_any(at, &["the"]) && is_between(at.saturating_sub(1)) {
        return None;
    }
    days_before_month(reader, at)
        .or_else(|| days_behind_month(reader, at))
        .or_else(|| months(reader, at))
        .or_else(|| weekdays(reader, at))
}

/// Reads items that commas and an "and" part; gives each with its tokens.
fn items<T>(
    reader: &Reader<'_>,
    at: usize,
    read: impl Fn(usize) -> Option<(T, usize)>,
) -> Option<Vec<(T, Range<usize>)>> {
    let (first, mut end) = read(at)?;
    // Most stand alone.
    if reader.word(end) != "," && !reader.is_any(end, AND) {
        return None;
    }
    let mut all = vec![(first, at..end)];
    while all.len() < MOST {
        let has_comma = reader.word(end) == ",";
        let next = end + usize::from(has_comma);
        let has_and = reader.is_any(next, AND);
        let next = next + usize::from(has_and);
        let next = next + usize::from(reader.is(next, "the"));
        if !has_comma && !has_and {
            break;
        }
        let Some((item, item_end)) = read(next) else { break };
        all.push((item, next..item_end));
        end = item_end;
        if has_and {
            return Some(all);
        }
    }
    None
}

fn date(range: Range<usize>, period: Period) -> Node {
    Node::period(period, range)
}

fn day_items(reader: &Reader<'_>, at: usize) -> Option<Vec<(i8, Range<usize>)>> {
    let day = |at| day_number(reader, at).map(|(day, _, end)| (day, end));
    let days = items(reader, at, day)?;
    days.is_sorted_by(|a, b| a.0 < b.0).then_some(days)
}

/// "11, 12 and 15 May 2024"
fn days_before_month(reader: &Reader<'_>, at: usize) -> Option<Vec<Node>> {
    if !reader.is_free(at) {
        return None;
    }
    let days = day_items(reader, at)?;
    let end = days.last()?.1.end;
    let month_at = end + usize::from(reader.is(end, "of"));
    let month = month_name(reader, month_at)?;
    if !reader.is_capital(month_at) {
        return None;
    }
    let year_at = reader.skip_comma(month.end);
    let (year, end) =
        year::digits(reader, year_at).map_or((None, month.end), |(year, end)| (Some(year), end));
    with_month(reader, &days, year, month.month, at, end)
}

/// "April 24 and 25, 2024"
fn days_behind_month(reader: &Reader<'_>, at: usize) -> Option<Vec<Node>> {
    let month = month_name(reader, at).filter(|_| reader.is_capital(at))?;
    let mut days = day_items(reader, month.end)?;
    let end = days.last()?.1.end;
    let year_at = reader.skip_comma(end);
    let (year, end) = match year::digits(reader, year_at) {
        Some((year, end)) => (Some(year), end),
        // "May 5 and 30 people"
        None if evidence::counts(reader, end) => return None,
        None => (None, end),
    };
    if let Some(first) = days.first_mut() {
        first.1.start = at;
    }
    with_month(reader, &days, year, month.month, at, end)
}

/// The days of one month, at tokens `at..end`; the last one reaches to the end.
fn with_month(
    reader: &Reader<'_>,
    days: &[(i8, Range<usize>)],
    year: Option<i16>,
    month: i8,
    at: usize,
    end: usize,
) -> Option<Vec<Node>> {
    let first = Period::day(year, month, days.first()?.0)?;
    let first = reader.context.reference.complete(first, tense::of_month(reader, at, end));
    let year = first.year().or(year);
    let last = days.len() - 1;
    days.iter()
        .enumerate()
        .map(|(index, (day, range))| {
            let end = if index == last { end } else { range.end };
            Some(date(range.start..end, Period::day(year, month, *day)?))
        })
        .collect()
}

/// "January, February and March 2024"
fn months(reader: &Reader<'_>, at: usize) -> Option<Vec<Node>> {
    let month = |at| {
        let month = month_name(reader, at).filter(|_| reader.is_capital(at))?;
        Some((month.month, month.end))
    };
    let all = items(reader, at, month)?;
    let end = all.last()?.1.end;
    let (year, end) = year::digits(reader, reader.skip_comma(end))?;
    let last = all.len() - 1;
    let found = all.iter().enumerate().map(|(index, (month, range))| {
        let end = if index == last { end } else { range.end };
        date(range.start..end, Period::Month(Some(year), *month))
    });
    Some(found.collect())
}

/// "Friday, Saturday and Sunday": days that follow each other.
fn weekdays(reader: &Reader<'_>, at: usize) -> Option<Vec<Node>> {
    let name = |at| {
        let name = weekday_name(reader, at).filter(|_| reader.is_capital(at))?;
        Some((name.weekday, name.end))
    };
    let all = items(reader, at, name)?;
    let end = all.last()?.1.end;
    // "Monday and Tuesday, July 5", "Friday and Saturday night" tell more than the names.
    let tells_more = reader.kind(reader.skip_comma(end)) == Some(crate::text::TokenKind::Number)
        || reader.term(reader.skip_comma(end)).is_some();
    reader.context.published().filter(|_| !tells_more)?;
    let bias = tense::of_weekday(reader, at, end);
    let day_of = |weekday| reader.context.reference.complete(Period::Weekday(weekday), bias).first_day();
    let mut days = Vec::with_capacity(all.len());
    if bias == Bias::Future {
        let mut day = day_of(all.first()?.0)?;
        days.push(day);
        for (weekday, _) in all.iter().skip(1) {
            day = day.nth_weekday(1, *weekday).ok()?;
            days.push(day);
        }
    } else {
        // The last one is the nearest.
        let mut day = day_of(all.last()?.0)?;
        days.push(day);
        for (weekday, _) in all.iter().rev().skip(1) {
            day = day.nth_weekday(-1, *weekday).ok()?;
            days.push(day);
        }
        days.reverse();
    }
    let found = all.iter().zip(days).map(|((_, range), day)| date(range.clone(), Period::Date(Some(day))));
    Some(found.collect())
}
