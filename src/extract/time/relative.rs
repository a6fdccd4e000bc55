//! Dates that count from the day of publication: "yesterday", "next week", "last summer", "this
//! year", "the past two months", "three weeks ago".

use super::calendar::{self, Part, Shift, Term, Unit};
use super::count::{self, Count};
use super::period::Period;
use super::reader::Reader;
use super::reference::Bias;
use super::{absolute, holiday, tense, weekday};

/// What a relative expression means.
pub(super) enum Meaning {
    /// One period.
    Period(Period),
    /// A moment of a day that nobody told.
    Moment(Period),
    /// From one to the other.
    Range(Period, Period),
    /// A length that ends (-1) or begins (1) at publication: "the past two years".
    Rolling(Count, Unit, i64),
    /// A length of hours up to now, or one of a unit on a day that nobody told.
    Length(Count, Unit),
}

/// Reads a relative date at token `at`, and gives the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Meaning, usize)> {
    let reference = reader.context.reference;
    match reader.term(at)? {
        Term::Day(by) => {
            // "Japan Today" is a newspaper.
            let is_name = reader.is_capital(at) && at.checked_sub(1).is_some_and(|at| reader.is_capital(at));
            (!is_name).then_some((Meaning::Period(reference.shifted(Unit::Day, by)), at + 1))
        }
        Term::Unit(Unit::Day) => {
            // "the day before yesterday", "the day after tomorrow"
            let by = match (reader.term(at + 2)?, reader.word(at + 1)) {
                (Term::Day(-1), "before") => -2,
                (Term::Day(1), "after") => 2,
                _ => return None,
            };
            Some((Meaning::Period(reference.shifted(Unit::Day, by)), at + 3))
        }
        Term::Shift(shift) => shifted(reader, at, shift),
        Term::Article | Term::Number(_) | Term::Vague | Term::Half => ago(reader, at),
        _ => None,
    }
}

/// Reads "three weeks ago", "two days from now" or "in two weeks' time" (without the "in") at
/// token `at`. The value is as fine as the unit: three weeks ago was some week.
pub(super) fn ago(reader: &Reader<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (count, unit_at) = match reader.term(at) {
        // "years ago"
        Some(Term::Units(_)) => (Count::Vague, at),
        _ => count::read(reader, at)?,
    };
    if let Some((day, end)) = weekdays_away(reader, count, unit_at) {
        return Some((Meaning::Period(day), end));
    }
    let unit_at = unit_at + usize::from(reader.word(unit_at) == "-");
    let (unit, end) = unit(reader, unit_at)?;
    let (sign, end) = match () {
        () if reader.is(end, "ago") => (-1, end + 1),
        () if reader.is(end, "from") && reader.is_any(end + 1, &["now", "today"]) => (1, end + 2),
        () if reader.is(end, "hence") => (1, end + 1),
        // "in two weeks' time", "will be back in two weeks"
        () if !unit.is_clock() && reader.follows_any(at, &["in"]) && is_ahead(reader, at, end) => (1, end),
        () => return None,
    };
    let open = if sign < 0 { Period::Past } else { Period::Future };
    // Publication has no hour to count from.
    if unit.is_clock() {
        return Some((Meaning::Moment(open), end));
    }
    let years = match (count, unit) {
        (Count::Exact(number), Unit::Decade) => number.scaled(1).and_then(|number| number.to_integer()),
        (Count::Exact(number), Unit::Century) => number.scaled(2).and_then(|number| number.to_integer()),
        (Count::Exact(number), Unit::Millennium) => number.scaled(3).and_then(|number| number.to_integer()),
        _ => None,
    };
    let period = match count.whole() {
        // "a decade ago" was some year, not some decade.
        _ if years.is_some() => {
            let years = years.and_then(|years| i64::try_from(years).ok())?;
            reader.context.reference.shifted(Unit::Year, sign * years)
        }
        Some(count) => reader.context.reference.shifted(unit, sign * count),
        None => open,
    };
    Some((Meaning::Period(period), end))
}

/// "two Sundays ago", "two Mondays from now": the weekday at `at`, counted.
fn weekdays_away(reader: &Reader<'_>, count: Count, at: usize) -> Option<(Period, usize)> {
    let Some(Term::Weekday(weekday)) = calendar::lookup(reader.word(at).strip_suffix('s')?) else {
        return None;
    };
    let by = i32::try_from(count.whole()?).ok().filter(|by| (1..1000).contains(by))?;
    let (by, end) = match () {
        () if reader.is(at + 1, "ago") => (-by, at + 2),
        () if reader.is(at + 1, "from") && reader.is_any(at + 2, &["now", "today"]) => (by, at + 3),
        () => return None,
    };
    let date = reader.context.published().and_then(|day| day.nth_weekday(by, weekday).ok());
    Some((date.map_or(Period::Weekday(weekday), |date| Period::Date(Some(date))), end))
}

/// Whether a length behind "in" at tokens `at..end` tells when, and not how long: "He will be
/// back in two weeks", but not "the first in two weeks".
fn is_ahead(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    const RANKED: &[&str] =
        &["time", "first", "once", "twice", "times", "highest", "lowest", "most", "second", "third"];

    let has_time = crate::text::is_apostrophe(reader.word(end).chars().next().unwrap_or(' '))
        && reader.is(end + 1, "time");
    let is_ranked = at.checked_sub(2).is_some_and(|before| reader.is_any(before, RANKED));
    has_time || !is_ranked && tense::of_length(reader, at) == Bias::Future
}

/// Reads "the week after next", "the year before last", "the Friday before last" at the token of the unit or the weekday.
pub(super) fn beyond(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let end = at + 3;
    let by = match () {
        () if reader.is(at + 1, "after") && reader.is(at + 2, "next") => 2,
        () if reader.is(at + 1, "before") && reader.is(at + 2, "last") => -2,
        () => return None,
    };
    let reference = reader.context.reference;
    match reader.term(at)? {
        Term::Unit(
            unit @ (Unit::Week
            | Unit::Weekend
            | Unit::Month
            | Unit::Quarter
            | Unit::Year
            | Unit::Decade
            | Unit::Century),
        ) => Some((reference.shifted(unit, by), end)),
        Term::Weekday(weekday) => {
            let near = reference.weekday(weekday, if by > 0 { Shift::Coming } else { Shift::Past });
            let Period::Date(Some(near)) = near else { return Some((near, end)) };
            Some((Period::Date(super::reference::add(near, Unit::Week, by.signum())), end))
        }
        Term::Season(season) => {
            let near = reference.season(season, if by > 0 { Shift::Next } else { Shift::Last });
            match near {
                Period::Season(Some(year), season) => {
                    Some((Period::Season(i16::try_from(by.signum()).ok()?.checked_add(year), season), end))
                }
                other => Some((other, end)),
            }
        }
        _ => None,
    }
}

/// Reads a unit of time at token `at`.
pub(super) fn unit(reader: &Reader<'_>, at: usize) -> Option<(Unit, usize)> {
    // "five working days"
    let at = at
        + usize::from(
            reader.is_any(at, &["business", "working", "trading", "consecutive", "full", "straight"]),
        );
    match reader.term(at)? {
        Term::Unit(unit) | Term::Units(unit) => Some((unit, at + 1)),
        Term::Second => Some((Unit::Second, at + 1)),
        Term::Part(Part::Night) => Some((Unit::Night, at + 1)),
        _ => None,
    }
}

/// Reads "next week" and the like at token `at`, for one unit only.
pub(super) fn shifted_unit(reader: &Reader<'_>, at: usize, wanted: Unit) -> Option<(Period, usize)> {
    let Some(Term::Shift(shift)) = reader.term(at) else { return None };
    match reader.term(at + 1)? {
        Term::Unit(unit) if unit == wanted => Some((period(reader, unit, shift)?, at + 2)),
        _ => None,
    }
}

/// Whether "last" at token `at` is the verb: "will last two days".
fn is_verb(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &[&str] = &["will", "to", "would", "could", "can", "may", "might", "should", "must", "not"];
    reader.is(at, "last") && reader.follows_any(at, BEFORE)
}

fn shifted(reader: &Reader<'_>, at: usize, shift: Shift) -> Option<(Meaning, usize)> {
    if is_verb(reader, at) {
        return None;
    }
    let reference = reader.context.reference;
    // "this past Wednesday", "this coming week"
    let (shift, mut next) = match (shift, reader.term(at + 1)) {
        (Shift::This, Some(Term::Shift(inner @ (Shift::Past | Shift::Coming)))) => (inner, at + 2),
        _ => (shift, at + 1),
    };
    let is_fiscal = reader.term(next) == Some(Term::Fiscal);
    next += usize::from(is_fiscal || reader.is(next, "calendar"));
    let found = match reader.term(next)? {
        Term::Unit(Unit::Year) if is_fiscal => match reference.shifted(Unit::Year, steps(shift)) {
            Period::Year(year) => Period::Fiscal(year),
            other => other,
        },
        Term::Unit(unit) => {
            // "the last year" is not the last calendar year but the twelve months to now.
            if unit == Unit::Day && !matches!(shift, Shift::Past | Shift::Coming) {
                // The day after or before another one that the story told of.
                let is_told = shift == Shift::Next || reader.is(at, "previous");
                return is_told.then_some((Meaning::Period(Period::Date(None)), next + 1));
            }
            let is_rolling = matches!(shift, Shift::Past | Shift::Coming)
                || reader.follows_any(at, &["the"]) && matches!(reader.word(at), "last" | "next");
            if is_rolling
                && !matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Decade | Unit::Century)
                && !unit.is_clock()
            {
                let is_kept = !matches!(shift, Shift::Last) || !matches!(unit, Unit::Day | Unit::Night);
                return is_kept.then(|| rolling(reader, shift, Count::ONE, unit, next + 1))?;
            }
            let found = period(reader, unit, shift)?;
            // "next week Wednesday", "next week on Friday", "this week's Friday"
            let link = usize::from(matches!(reader.word(next + 1), "on" | "'s" | "’s"));
            if unit == Unit::Week
                && let Some(name) = weekday::name(reader, next + 1 + link)
                    .filter(|name| !name.is_short || reader.is_capital(next + 1 + link))
            {
                return Some((Meaning::Period(reference.weekday_in(name.weekday, found)), name.end));
            }
            found
        }
        Term::Units(unit) => {
            let is_open = matches!(shift, Shift::Recent | Shift::Past | Shift::Coming) && !unit.is_clock();
            let sign = if shift == Shift::Coming { 1 } else { -1 };
            return is_open.then_some((Meaning::Rolling(Count::Vague, unit, sign), next + 1));
        }
        Term::Weekday(_) => {
            let name = weekday::name(reader, next)?;
            // "this Friday, July 5" is the day that the figures tell.
            if let Some((day, end)) = weekday::with_date(reader, name.weekday, name.end) {
                let day = match day {
                    Period::Day { year, month: Some(month), day, .. } => {
                        Period::Day { year, month: Some(month), day, weekday: None }
                    }
                    other => other,
                };
                return Some((Meaning::Period(reference.complete(day, Bias::Open)), end));
            }
            reference.weekday(name.weekday, shift)
        }
        Term::Month(month) if reader.is_capital(next) || !matches!(month, 3 | 5 | 8) => {
            match absolute::read(reader, next) {
                // The year is told: "this" points, but does not count.
                Some((Period::Day { year: Some(_), .. } | Period::Month(Some(_), _), _)) => return None,
                Some((day @ Period::Day { .. }, end)) => {
                    let bias = match shift {
                        Shift::This => Bias::Open,
                        Shift::Next | Shift::Coming => Bias::Future,
                        Shift::Last | Shift::Past | Shift::Recent => Bias::Past,
                    };
                    return Some((Meaning::Period(reference.complete(day, bias)), end));
                }
                _ => reference.month(month, shift),
            }
        }
        Term::Season(season) => reference.season(season, shift),
        Term::Holiday => {
            let (holiday, end) = holiday::name(reader, next)?;
            return Some((holiday.shifted(reference, shift), end));
        }
        Term::Number(_) | Term::Vague | Term::Dozen => {
            let (count, unit_at) = count::read(reader, next)?;
            let (unit, end) = unit(reader, unit_at)?;
            return rolling(reader, shift, count, unit, end);
        }
        _ => return None,
    };
    Some((Meaning::Period(found), next + 1))
}

/// Reads what "last" and a number in figures begin at token `at`: "last 24 hours".
pub(super) fn counted(reader: &Reader<'_>, at: usize) -> Option<(Meaning, usize)> {
    let Some(Term::Shift(shift)) = reader.term(at).filter(|_| !is_verb(reader, at)) else { return None };
    let (count, unit_at) = count::read(reader, at + 1)?;
    let (unit, end) = unit(reader, unit_at)?;
    rolling(reader, shift, count, unit, end)
}

/// Reads a count before what points: "the two previous years", "3 next weeks".
pub(super) fn inverted(reader: &Reader<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (count, shift_at) = count::read(reader, at)?;
    let Some(Term::Shift(shift)) = reader.term(shift_at) else { return None };
    match reader.term(shift_at + 1)? {
        Term::Units(unit) if count.whole()? > 1 => rolling(reader, shift, count, unit, shift_at + 2),
        _ => None,
    }
}

fn rolling(
    reader: &Reader<'_>,
    shift: Shift,
    count: Count,
    unit: Unit,
    end: usize,
) -> Option<(Meaning, usize)> {
    let sign = match shift {
        Shift::Past | Shift::Last | Shift::Recent => -1,
        Shift::Coming | Shift::Next => 1,
        Shift::This => return None,
    };
    if unit.is_clock() {
        return Some((Meaning::Length(count, unit), end));
    }
    // One unit is a date, several are a length.
    let Some(by) = count.whole().filter(|by| *by == 1 || unit == Unit::Quarter) else {
        return Some((Meaning::Rolling(count, unit, sign), end));
    };
    // Quarters are those of the calendar: nobody counts ninety days.
    if unit == Unit::Quarter && by > 0 {
        let [near, far] = [1, by].map(|by| reader.context.reference.shifted(unit, sign * by));
        let (from, to) = if sign < 0 { (far, near) } else { (near, far) };
        return Some((Meaning::Range(from, to), end));
    }
    let range = reader.context.reference.rolling(unit, sign * by);
    Some((range.map_or(Meaning::Length(count, unit), |(from, to)| Meaning::Range(from, to)), end))
}

fn period(reader: &Reader<'_>, unit: Unit, shift: Shift) -> Option<Period> {
    let is_period = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Fortnight | Unit::Millennium => false,
        _ => shift != Shift::Recent,
    };
    is_period.then(|| reader.context.reference.shifted(unit, steps(shift)))
}

fn steps(shift: Shift) -> i64 {
    match shift {
        Shift::This => 0,
        Shift::Next | Shift::Coming => 1,
        Shift::Last | Shift::Past | Shift::Recent => -1,
    }
}
