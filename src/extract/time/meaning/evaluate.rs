//! From an expression and the day of publication to what is meant.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::Meaning;
use crate::extract::time::calendar::{Bias, Count, Length, Period, Reference, Shift, Unit, add, weekend_of};
use crate::extract::time::expression::{Expression, Named};
use crate::extract::time::words::{Reader, tense};

/// Where an expression stands: what it counts from, and which way the words around it point.
pub(crate) struct Scene<'a> {
    reader: &'a Reader<'a>,
    range: Range<usize>,
    reference: Reference,
    weekday: OnceCell<Bias>,
    month: OnceCell<Bias>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(reader: &'a Reader<'a>, range: Range<usize>) -> Scene<'a> {
        let reference = reader.context.reference;
        Scene { reader, range, reference, weekday: OnceCell::new(), month: OnceCell::new() }
    }

    /// Which way the words around a day of the week point.
    fn of_weekday(&self) -> Bias {
        let Range { start, end } = self.range;
        *self.weekday.get_or_init(|| tense::of_weekday(self.reader, start, end))
    }

    /// Fills what the text leaves open.
    fn complete(&self, period: Period) -> Period {
        let Range { start, end } = self.range;
        let of_month = || *self.month.get_or_init(|| tense::of_month(self.reader, start, end));
        let bias = match period {
            Period::Weekday(_) | Period::Day { month: None, .. } => self.of_weekday(),
            Period::SomeQuarter(_) if of_month() == Bias::Open => Bias::Past,
            Period::Day { year: None, .. }
            | Period::SomeQuarter(_)
            | Period::Month(None, _)
            | Period::Season(None, _)
            | Period::Half(None, _) => of_month(),
            _ => return period,
        };
        self.reference.complete(period, bias)
    }
}

/// What the expression means; `None` where no time can be that.
pub(crate) fn evaluate(expression: &Expression, scene: &Scene<'_>) -> Option<Meaning> {
    let reference = scene.reference;
    let meaning = match expression {
        Expression::Feast(feast) => of_days(feast.near(reference, Bias::Open)),
        Expression::Shifted(shift, Named::Feast(feast)) => of_days(feast.shifted(reference, *shift)),
        Expression::Both(one, other) => match feast_of_year(one, other, scene) {
            Some(days) => of_days(days),
            None => Meaning::Period(scene.complete(period(expression, scene)?)),
        },
        // The weeks of a year have numbers (ISO 8601), those of a month have none.
        Expression::Nth { nth, named: Named::Unit(Unit::Week), of } => {
            let of = scene.complete(period(of, scene)?);
            week_of(*nth, of).or_else(|| nth_of(*nth, Named::Unit(Unit::Week), of).map(Meaning::Period))?
        }
        Expression::Edge(_, whole) => evaluate(whole, scene)?,
        Expression::Share { count, unit, of } => share(*count, *unit, period(of, scene)?, scene)?,
        Expression::Part(None, part) => Meaning::Part(None, *part),
        Expression::Part(Some(day), part) => Meaning::Part(Some(scene.complete(period(day, scene)?)), *part),
        Expression::Between(from, to) => between(from, to, scene)?,
        Expression::Rolling { count, unit, sign } => rolling(*count, *unit, *sign, reference),
        Expression::Away { named: Named::Unit(unit), sign, from: None, .. } if unit.is_clock() => {
            Meaning::Moment(if *sign < 0 { Period::Past } else { Period::Future })
        }
        _ => Meaning::Period(scene.complete(period(expression, scene)?)),
    };
    Some(meaning)
}

fn of_days((first, last): (Period, Period)) -> Meaning {
    if first == last { Meaning::Period(first) } else { Meaning::Range(first, last) }
}

/// The period that an expression tells, as far as it does without the words around.
fn period(expression: &Expression, scene: &Scene<'_>) -> Option<Period> {
    let reference = scene.reference;
    Some(match expression {
        Expression::Period(period) => *period,
        Expression::Day(by) => reference.shifted(Unit::Day, *by),
        Expression::Feast(feast) => feast.near(reference, Bias::Open).0,
        Expression::WeekNumber(number) => week(*number, reference.published.map(Date::year)),
        // "will begin this Monday" is the one to come, on a Tuesday, too.
        Expression::Shifted(Shift::This, Named::Weekday(weekday)) => {
            let day = reference.weekday(*weekday, Shift::This);
            match day.first_day().zip(reference.published) {
                Some((day, published)) if day < published && scene.of_weekday() == Bias::Future => {
                    Period::Date(add(day, Unit::Week, 1))
                }
                _ => day,
            }
        }
        Expression::Shifted(shift, named) => shifted(*shift, *named, reference),
        Expression::Beyond(named, by) => beyond(*named, *by, reference)?,
        Expression::Away { count, sign, named, from } => match from {
            None => away(*count, *sign, *named, reference)?,
            Some(from) => {
                let from = scene.complete(period(from, scene)?).first_day();
                let Named::Unit(unit) = named else { return None };
                // An anchor without its year leaves the day open.
                let by = sign * count.whole()?;
                Period::Date(from.map(|from| add(from, *unit, by)).unwrap_or_default())
            }
        },
        Expression::Nth { nth, named, of } => nth_of(*nth, *named, scene.complete(period(of, scene)?))?,
        Expression::NthFrom { nth, named, from } => {
            let from = scene.complete(period(from, scene)?).first_day();
            match named {
                Named::Weekday(weekday) => {
                    let nth = i32::try_from(*nth).ok()?;
                    Period::Date(from.and_then(|from| from.nth_weekday(nth, *weekday).ok()))
                }
                Named::Unit(unit) => {
                    let day = from.and_then(|from| add(from, *unit, *nth));
                    Reference { published: day }.shifted(*unit, 0)
                }
                _ => return None,
            }
        }
        // "the weekend": the last one, or the next where the words point ahead.
        Expression::Holding(Unit::Weekend, day) if **day == Expression::Day(0) => {
            let ahead = scene.of_weekday() == Bias::Future;
            reference.shifted(Unit::Weekend, if ahead { 0 } else { -1 })
        }
        Expression::Holding(unit, day) => {
            let day = scene.complete(period(day, scene)?);
            match unit {
                Unit::Weekend => weekend_of(day),
                _ => Period::Week(day.first_day().map(Date::iso_week_date)),
            }
        }
        Expression::Both(one, other) => both(one, other, scene)?,
        Expression::Edge(_, whole) => period(whole, scene)?,
        Expression::Share { .. }
        | Expression::Part(..)
        | Expression::Between(..)
        | Expression::Rolling { .. } => return None,
    })
}

/// The days of a feast that stands beside a year.
fn feast_of_year(one: &Expression, other: &Expression, scene: &Scene<'_>) -> Option<(Period, Period)> {
    let (feast, year) = match (one, other) {
        (Expression::Feast(feast), year) | (year, Expression::Feast(feast)) => (feast, period(year, scene)?),
        _ => return None,
    };
    Some(match year.year() {
        Some(year) => feast.days_in(year),
        None => feast.near(scene.reference, Bias::Open),
    })
}

/// The days of the nth week of what is no year.
fn week_of(nth: i64, of: Period) -> Option<Meaning> {
    let (first, behind) = bounds(of).filter(|_| !matches!(of, Period::Year(_)))?;
    let begin = if nth > 0 { add(first, Unit::Week, nth - 1)? } else { add(behind, Unit::Week, nth)? };
    let end = add(begin, Unit::Week, 1)?;
    let last = add(end, Unit::Day, -1)?;
    let is_in = begin >= first && end <= behind;
    is_in.then_some(Meaning::Range(Period::Date(Some(begin)), Period::Date(Some(last))))
}

/// What two expressions tell together.
fn both(one: &Expression, other: &Expression, scene: &Scene<'_>) -> Option<Period> {
    let number = |expression: &Expression| match expression {
        Expression::WeekNumber(number) => Some(*number),
        _ => None,
    };
    if let Some(number) = number(one).or(number(other)) {
        let year = period(if number_is(one) { other } else { one }, scene)?.year();
        return Some(week(number, year));
    }
    if let Some((first, _)) = feast_of_year(one, other, scene) {
        return Some(first);
    }
    let (a, b) = (period(one, scene)?, period(other, scene)?);
    match (a, b) {
        // "this Friday, July 5" is the day that the figures tell.
        (Period::Date(_), Period::Day { year, month: Some(month), day, .. }) => {
            let day = Period::Day { year, month: Some(month), day, weekday: None };
            Some(scene.reference.complete(day, Bias::Open))
        }
        (Period::Date(Some(date)), Period::Day { day, .. }) => {
            let weekday = Some(date.weekday());
            let day = Period::Day { year: None, month: None, day, weekday };
            Some(scene.reference.complete(day, Bias::Open))
        }
        // "three weeks after Christmas, on Friday" is that of the same week.
        (Period::Date(Some(date)), Period::Weekday(_)) => {
            Period::Week(Some(date.iso_week_date())).intersect(b)
        }
        // Without the day of publication the year is open.
        (open, Period::Year(None)) | (Period::Year(None), open) => Some(open),
        _ => a.intersect(b),
    }
}

fn number_is(expression: &Expression) -> bool {
    matches!(expression, Expression::WeekNumber(_))
}

/// A week by its number (ISO 8601).
fn week(number: u32, year: Option<i16>) -> Period {
    let fourth = year.and_then(|year| Date::new(year, 1, 4).ok());
    let day = fourth.and_then(|day| add(day, Unit::Week, i64::from(number) - 1));
    Period::Week(day.map(Date::iso_week_date))
}

fn steps(shift: Shift) -> i64 {
    match shift {
        Shift::This => 0,
        Shift::Next | Shift::Coming => 1,
        Shift::Last | Shift::Past | Shift::Recent => -1,
    }
}

fn shifted(shift: Shift, named: Named, reference: Reference) -> Period {
    match named {
        Named::Unit(unit) => reference.shifted(unit, steps(shift)),
        Named::FiscalYear => Period::Fiscal(reference.shifted(Unit::Year, steps(shift)).year()),
        Named::Weekday(weekday) => reference.weekday(weekday, shift),
        Named::Month(month) => reference.month(month, shift),
        Named::Day(month, day) => {
            let bias = match shift {
                Shift::This => Bias::Open,
                Shift::Next | Shift::Coming => Bias::Future,
                Shift::Last | Shift::Past | Shift::Recent => Bias::Past,
            };
            let day = Period::Day { year: None, month: Some(month), day, weekday: None };
            reference.complete(day, bias)
        }
        Named::Season(season) => reference.season(season, shift),
        Named::Feast(feast) => feast.shifted(reference, shift).0,
    }
}

/// One further than the nearest: "the week after next", "the Friday before last".
fn beyond(named: Named, by: i64, reference: Reference) -> Option<Period> {
    let near = if by > 0 { Shift::Coming } else { Shift::Past };
    let further = i16::try_from(by.signum()).ok()?;
    Some(match named {
        Named::Unit(unit) => reference.shifted(unit, by),
        Named::Weekday(weekday) => match reference.weekday(weekday, near) {
            Period::Date(Some(near)) => Period::Date(add(near, Unit::Week, by.signum())),
            open => open,
        },
        Named::Season(season) => {
            let near = reference.season(season, if by > 0 { Shift::Next } else { Shift::Last });
            match near {
                Period::Season(Some(year), season) => Period::Season(year.checked_add(further), season),
                open => open,
            }
        }
        Named::Month(month) => match reference.month(month, near) {
            Period::Month(Some(year), month) => Period::Month(year.checked_add(further), month),
            open => open,
        },
        _ => return None,
    })
}

/// So many units from publication. The value is as fine as the unit: three weeks ago was some week.
fn away(count: Count, sign: i64, named: Named, reference: Reference) -> Option<Period> {
    let open = if sign < 0 { Period::Past } else { Period::Future };
    let unit = match named {
        Named::Unit(unit) => unit,
        Named::Weekday(weekday) => {
            let by = i32::try_from(sign * count.whole()?).ok()?;
            let date = reference.published.and_then(|day| day.nth_weekday(by, weekday).ok());
            return Some(date.map_or(Period::Weekday(weekday), |date| Period::Date(Some(date))));
        }
        _ => return None,
    };
    let zeros = match unit {
        Unit::Decade => 1,
        Unit::Century => 2,
        Unit::Millennium => 3,
        _ => 0,
    };
    Some(match count {
        // "a decade ago" was some year, not some decade.
        Count::Exact(number) if zeros > 0 => {
            let years = number.scaled(zeros).and_then(|years| years.to_integer());
            match years {
                Some(years) => reference.shifted(Unit::Year, sign * i64::try_from(years).ok()?),
                None => open,
            }
        }
        _ => match count.whole() {
            // Before the calendar begins no year has a number.
            Some(count) if reference.published.is_some_and(|day| add(day, unit, sign * count).is_none()) => {
                open
            }
            Some(count) => reference.shifted(unit, sign * count),
            None => open,
        },
    })
}

/// The period that begins on a day, named by its unit.
fn named_by(unit: Unit, day: Date) -> Period {
    match unit {
        Unit::Quarter => Period::Quarter(Some((day.year(), (day.month() + 2) / 3))),
        Unit::Month => Period::Month(Some(day.year()), day.month()),
        Unit::Year => Period::Year(Some(day.year())),
        _ => Period::Date(Some(day)),
    }
}

/// The days at which a period begins, and at which the next one does.
fn bounds(period: Period) -> Option<(Date, Date)> {
    let length = match period {
        Period::Year(_) | Period::Fiscal(_) => (Unit::Year, 1),
        Period::Half(..) => (Unit::Month, 6),
        Period::Quarter(_) => (Unit::Quarter, 1),
        Period::Season(..) => (Unit::Month, 3),
        Period::Month(..) => (Unit::Month, 1),
        Period::Week(_) => (Unit::Week, 1),
        Period::Decade(decade) => {
            let first = Date::new(decade.checked_mul(10)?, 1, 1).ok()?;
            return Some((first, add(first, Unit::Year, 10)?));
        }
        _ => return None,
    };
    let first = period.first_day()?;
    Some((first, add(first, length.0, length.1)?))
}

/// The nth of a kind in a period.
fn nth_of(nth: i64, named: Named, of: Period) -> Option<Period> {
    let Some((first, behind)) = bounds(of) else {
        return match (named, of) {
            (Named::Unit(Unit::Decade), Period::Century(century)) if (1..=10).contains(&nth) => {
                Some(Period::Decade(century.checked_mul(10)?.checked_add(i16::try_from(nth - 1).ok()?)?))
            }
            // Without its year the share is as open as the period.
            (Named::Weekday(_), _) if of.year().is_none() => Some(Period::Date(None)),
            (Named::Unit(Unit::Weekend), _) if of.year().is_none() => Some(Period::Weekend(None)),
            (Named::Unit(_), _) if of.first_day().is_none() => Some(of),
            _ => None,
        };
    };
    let last = add(behind, Unit::Day, -1)?;
    let weekday_in = |weekday: Weekday| {
        let nth = i32::try_from(nth).ok()?;
        let from = if nth > 0 { add(first, Unit::Day, -1)? } else { behind };
        from.nth_weekday(nth, weekday).ok().filter(|day| (first..=last).contains(day))
    };
    match named {
        Named::Weekday(weekday) => Some(Period::Date(Some(weekday_in(weekday)?))),
        Named::Unit(Unit::Weekend) => {
            weekday_in(Weekday::Saturday).map(|day| Period::Weekend(Some(day.iso_week_date())))
        }
        Named::Unit(Unit::Week) if matches!(of, Period::Year(_)) => week_of_year(nth, first.year()),
        // The last weeks of a month are counted from its end, in whole weeks of the calendar.
        Named::Unit(unit) => {
            let begin = if nth > 0 { add(first, unit, nth - 1)? } else { add(behind, unit, nth)? };
            let end = add(begin, unit, 1)?;
            (begin >= first && end <= behind).then(|| named_by(unit, begin))
        }
        _ => None,
    }
}

/// A week of a year by its number, from the end where it is negative (ISO 8601).
fn week_of_year(nth: i64, year: i16) -> Option<Period> {
    let (year, by) = if nth > 0 { (year, nth - 1) } else { (year.checked_add(1)?, nth) };
    let day = add(Date::new(year, 1, 4).ok()?, Unit::Week, by)?;
    Some(Period::Week(Some(day.iso_week_date())))
}

/// So many units at the beginning or the end of a period.
fn share(count: i64, unit: Unit, of: Period, scene: &Scene<'_>) -> Option<Meaning> {
    let of = scene.complete(of);
    let Some((first, behind)) = bounds(of) else {
        return of.first_day().is_none().then_some(Meaning::Period(of));
    };
    if unit == Unit::Week && matches!(of, Period::Year(_)) {
        let (from, to) = if count > 0 { (1, count) } else { (count, -1) };
        return Some(of_days((week_of_year(from, first.year())?, week_of_year(to, first.year())?)));
    }
    let (from, to) = match count > 0 {
        true => (first, add(first, unit, count)?),
        false => (add(behind, unit, count)?, behind),
    };
    let last = add(to, Unit::Day, -1)?;
    (from >= first && to <= behind).then(|| of_days((named_by(unit, from), named_by(unit, last))))
}

fn rolling(count: Count, unit: Unit, sign: i64, reference: Reference) -> Meaning {
    let length = Length::new(count, unit);
    if unit.is_clock() {
        return Meaning::Length(length, None);
    }
    match count.whole() {
        // Quarters are those of the calendar: nobody counts ninety days.
        Some(by) if unit == Unit::Quarter && by > 0 => {
            let [near, far] = [1, by].map(|by| reference.shifted(unit, sign * by));
            let (from, to) = if sign < 0 { (far, near) } else { (near, far) };
            Meaning::Range(from, to)
        }
        // One unit is a date, several are a length.
        Some(1) => match reference.rolling(unit, sign) {
            Some((from, to)) => Meaning::Range(from, to),
            None => Meaning::Unplaced(length),
        },
        by => {
            let ends = by.and_then(|by| reference.rolling(unit, sign * by));
            Meaning::Rolling(length, ends.and_then(|(from, to)| from.first_day().zip(to.first_day())))
        }
    }
}

/// From one period to another; `None` where the second would lie before the first.
fn between(from: &Expression, to: &Expression, scene: &Scene<'_>) -> Option<Meaning> {
    let (from, to) = (edge(from, scene, false)?, edge(to, scene, true)?);
    let (from, to) = match (from.year(), to.year()) {
        (None, Some(year)) if !matches!(from, Period::Weekday(_) | Period::Date(_)) => {
            let same = from.in_year(year);
            let is_later = same.first_day() > to.first_day();
            (if is_later { from.in_year(year.checked_sub(1)?) } else { same }, to)
        }
        _ => {
            let from = begin(from, to, scene);
            (from, not_before(to, from, scene.reference))
        }
    };
    let is_order = match (from.first_day(), to.first_day()) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    is_order.then_some(Meaning::Range(from, to))
}

/// The period at which a range begins or ends: the last day of several, behind "to".
fn edge(expression: &Expression, scene: &Scene<'_>, is_end: bool) -> Option<Period> {
    let has_days = matches!(
        expression,
        Expression::Nth { named: Named::Unit(Unit::Week), .. }
            | Expression::Share { .. }
            | Expression::Feast(_)
    );
    match has_days.then(|| evaluate(expression, scene)).flatten() {
        Some(Meaning::Range(first, last)) => Some(if is_end { last } else { first }),
        Some(Meaning::Period(period)) => Some(period),
        _ => period(expression, scene),
    }
}

/// Completes the beginning of a range. What is to come may have begun: "will run from May to
/// September", told in July.
fn begin(from: Period, to: Period, scene: &Scene<'_>) -> Period {
    let ahead = scene.complete(from);
    let is_open =
        from.year().is_none() && matches!(from, Period::Month(..) | Period::Day { month: Some(_), .. });
    let Some((published, year)) = scene.reference.published.zip(ahead.year()).filter(|_| is_open) else {
        return ahead;
    };
    let before = from.in_year(year.saturating_sub(1));
    let lasts = not_before(to, before, scene.reference).last_day().is_some_and(|last| last >= published);
    let has_begun = before.first_day().is_some_and(|first| first <= published);
    if lasts && has_begun { before } else { ahead }
}

/// Completes the end of a range so that it does not lie before its beginning.
fn not_before(to: Period, from: Period, reference: Reference) -> Period {
    let Some(first) = from.first_day() else { return reference.complete(to, Bias::Open) };
    match to {
        Period::Weekday(weekday) => {
            let date = add(first, Unit::Day, -1).and_then(|day| day.nth_weekday(1, weekday).ok());
            date.map_or(to, |date| Period::Date(Some(date)))
        }
        Period::Date(_) => to,
        _ if to.year().is_none() => {
            let same = to.in_year(first.year());
            let is_before = same.first_day().is_some_and(|day| day < first);
            if is_before { to.in_year(first.year().saturating_add(1)) } else { same }
        }
        _ => to,
    }
}
