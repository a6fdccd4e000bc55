//! A share of a longer period: "the first three months of 2024", "the last week of January", "the
//! first day of next month".

use jiff::civil::{Date, Weekday};

use super::calendar::{Shift, Term, Unit};
use super::period::Period;
use super::reader::Reader;
use super::reference::add;
use super::relative::{self, Meaning};
use super::{count, date};

/// Which of the units of a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Share {
    /// The nth of them.
    Nth(i64),
    /// So many at its beginning.
    First(i64),
    /// So many at its end.
    Last(i64),
}

/// Reads a share of a period at token `at`; gives its first and last part, which are the same for
/// a single one, and the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, Period, usize)> {
    if let Some((day, end)) = weekday_of_month(reader, at) {
        return Some((day, day, end));
    }
    let (share, unit, end) = head(reader, at)?;
    let is_quarters = unit == Unit::Quarter && !matches!(share, Share::Nth(_));
    if !is_quarters && !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Decade) {
        return None;
    }
    let has_of = reader.is_any(end, &["of", "in"]);
    let inner = end + usize::from(has_of);
    let inner = inner + usize::from(has_of && reader.is(inner, "the") && !reader.is(inner + 1, "year"));
    // "the first week of oct"
    let month = super::absolute::month_name(reader, inner).filter(|_| has_of);
    let month = || month.map(|month| (Meaning::Period(Period::Month(None, month.month)), 0.0, month.end));
    let point = date::point(reader, inner).or_else(|| date::the_unit(reader, inner)).or_else(month);
    let (period, end) = match point {
        Some((Meaning::Period(period), _, end)) => (date::complete(reader, period, inner, end), end),
        _ => return None,
    };
    // "five months this year" needs no "of", but what is no year does.
    if !has_of && !matches!(period, Period::Year(_)) || period.is_day() {
        return None;
    }
    if let (Share::Nth(nth), Unit::Decade, Period::Century(century)) = (share, unit, period) {
        let decade = Period::Decade(century.checked_mul(10)?.checked_add(i16::try_from(nth - 1).ok()?)?);
        return (nth <= 10).then_some((decade, decade, end));
    }
    match part(share, unit, period) {
        Some((first, last)) => Some((first, last, end)),
        // Without its year the share is as open as the period.
        None if period.first_day().is_none() => Some((period, period, end)),
        None => None,
    }
}

/// "the first Monday of next month", "the last Friday in May", "the last weekend of October"
fn weekday_of_month(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (nth, next) = match reader.term(at)? {
        Term::Shift(Shift::Last) if reader.is(at, "last") => (-1, at + 1),
        Term::Ordinal(nth) => (nth, at + 1),
        Term::Second => (2, at + 1),
        _ => return None,
    };
    let is_weekend = reader.term(next) == Some(Term::Unit(Unit::Weekend));
    let (weekday, name_end) = if is_weekend {
        (Weekday::Saturday, next + 1)
    } else {
        super::weekday::name(reader, next).map(|name| (name.weekday, name.end))?
    };
    if !(-1..=5).contains(&nth) {
        return None;
    }
    let inner = name_end + 1;
    let inner = inner + usize::from(reader.is(inner, "the"));
    let is_of = reader.is_any(name_end, &["of", "in"]);
    let month = is_of
        .then(|| date::point(reader, inner).or_else(|| date::the_unit(reader, inner.saturating_sub(1))))?;
    let (Meaning::Period(month), _, end) = month? else { return None };
    match date::complete(reader, month, inner, end) {
        month @ Period::Month(..) => {
            let day = month.first_day().and_then(|first| first.nth_weekday_of_month(nth, weekday).ok());
            let found =
                if is_weekend { Period::Weekend(day.map(Date::iso_week_date)) } else { Period::Date(day) };
            Some((found, end))
        }
        Period::SomeMonth => Some((Period::Date(None), end)),
        _ => None,
    }
}

/// "first three months", "last week", "third month", "15th day"
fn head(reader: &Reader<'_>, at: usize) -> Option<(Share, Unit, usize)> {
    let (is_first, next) = match reader.term(at) {
        Some(Term::Shift(Shift::Last)) if reader.is(at, "last") => (false, at + 1),
        _ => {
            let (nth, is_ordinal, next) = super::absolute::day_number(reader, at)?;
            if let Some((unit, end)) = relative::unit(reader, next) {
                return is_ordinal.then_some((Share::Nth(nth.into()), unit, end));
            }
            if !is_ordinal || nth != 1 {
                return None;
            }
            (true, next)
        }
    };
    if let (false, Some(Term::Unit(unit))) = (is_first, reader.term(next)) {
        return Some((Share::Last(1), unit, next + 1));
    }
    let (count, unit_at) = count::read(reader, next)?;
    let (unit, end) = relative::unit(reader, unit_at)?;
    let count = count.whole().filter(|&count| count > 0)?;
    Some((if is_first { Share::First(count) } else { Share::Last(count) }, unit, end))
}

fn part(share: Share, unit: Unit, period: Period) -> Option<(Period, Period)> {
    let first = period.first_day()?;
    let length = match period {
        Period::Year(_) => Unit::Year,
        Period::Month(..) => Unit::Month,
        Period::Week(_) => Unit::Week,
        Period::Quarter(_) => Unit::Quarter,
        _ => return None,
    };
    let behind = add(first, length, 1)?;
    let (from, to) = match share {
        Share::Nth(nth) => (add(first, unit, nth - 1)?, add(first, unit, nth)?),
        Share::First(count) => (first, add(first, unit, count)?),
        Share::Last(count) => (add(behind, unit, -count)?, behind),
    };
    if from < first || to > behind {
        return None;
    }
    let last = add(to, Unit::Day, -1)?;
    let named = |day: Date| match (unit, period) {
        (Unit::Quarter, _) => Period::Quarter(Some((day.year(), (day.month() + 2) / 3))),
        (Unit::Month, _) => Period::Month(Some(day.year()), day.month()),
        _ => Period::Date(Some(day)),
    };
    // The weeks of a year have numbers (ISO 8601), those of a month have none.
    if let (Unit::Week, Period::Year(Some(year))) = (unit, period) {
        let fourth = |year: i16| Date::new(year, 1, 4).ok();
        let week = |day: Date, by: i64| Some(Period::Week(Some(add(day, Unit::Week, by)?.iso_week_date())));
        let (first, next) = (fourth(year)?, fourth(year.checked_add(1)?)?);
        return Some(match share {
            Share::Nth(nth) => (week(first, nth - 1)?, week(first, nth - 1)?),
            Share::First(count) => (week(first, 0)?, week(first, count - 1)?),
            Share::Last(count) => (week(next, -count)?, week(next, -1)?),
        });
    }
    Some((named(from), named(last)))
}
