//! Points in time, and how long it is from one to another.

use jiff::civil::Date;

use crate::annotation::AnnotationId;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Passage, Time};
use crate::value::{days_between, read_day};
use crate::words;

/// A point in time, and how finely it is told.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::facts::arithmetic) enum Point {
    Day(Date),
    /// Months since year 0.
    Month(i64),
    Year(i64),
    /// Minutes of a day.
    Clock(i64),
}

fn point_of(code: &str) -> Option<Point> {
    if let Some((_, clock)) = code.rsplit_once('T').filter(|(_, clock)| clock.contains(':')) {
        let (hour, minute) = clock.split_once(':')?;
        return Some(Point::Clock(hour.parse::<i64>().ok()? * 60 + minute.get(..2)?.parse::<i64>().ok()?));
    }
    match code.len() {
        4 => code.parse().ok().map(Point::Year),
        7 => {
            let (year, month) = code.split_once('-')?;
            Some(Point::Month(year.parse::<i64>().ok()? * 12 + month.parse::<i64>().ok()?))
        }
        10 => read_day(code).map(Point::Day),
        _ => None,
    }
}

/// The points that a time tells: one, or the two ends of a period.
#[inline(never)]
pub(in crate::facts::arithmetic) fn points(time: &Time) -> Vec<Point> {
    if time.timex.modifier.is_some() {
        return Vec::new();
    }
    time.timex.timex.split('/').filter_map(point_of).collect()
}

/// The year that a time is told with: that of a day or a month only where its words have it.
#[inline(never)]
pub(super) fn year_told(passage: &Passage<'_>, time: &Time) -> Option<i64> {
    let year = match points(time).as_slice() {
        [Point::Year(year)] => return Some(*year),
        [Point::Day(day)] => i64::from(day.year()),
        [Point::Month(month)] => (month - 1) / 12,
        _ => return None,
    };
    passage.words(time.span).contains(&year.to_string()).then_some(year)
}

/// A length of one unit: how many, and of what; hours and less have small letters.
#[inline(never)]
pub(in crate::facts::arithmetic) fn length(time: &Time) -> Option<(f64, char)> {
    let code = time
        .timex
        .timex
        .strip_prefix('P')
        .filter(|_| time.timex.modifier.is_none() && time.timex.ends.is_none())?;
    let unit = code.chars().last()?;
    let number = code.strip_suffix(unit)?;
    if let Some((hours, minutes)) =
        number.strip_prefix('T').and_then(|it| it.split_once('H')).filter(|_| unit == 'M')
    {
        return Some((hours.parse::<f64>().ok()? * 60.0 + minutes.parse::<f64>().ok()?, 'm'));
    }
    Some(match number.strip_prefix('T') {
        Some(number) => (number.parse().ok()?, unit.to_ascii_lowercase()),
        None => (number.parse().ok()?, unit),
    })
}

/// How long it is from one point to another in a unit: the least and the most that people say.
#[inline(never)]
pub(in crate::facts::arithmetic) fn between(one: Point, other: Point, unit: char) -> Option<(f64, f64)> {
    Some(match (one, other) {
        (Point::Day(a), Point::Day(b)) => {
            let days = days_between(a, b).abs() as f64;
            match unit {
                'D' => (days, days + 1.0),
                'W' => ((days / 7.0).floor(), ((days + 1.0) / 7.0).ceil()),
                'M' => ((days / 31.0 - 0.3).floor(), (days / 28.0 + 0.3).ceil()),
                'Y' => (((days - 20.0) / 366.0).floor(), ((days + 20.0) / 365.0).ceil()),
                _ => return None,
            }
        }
        (Point::Month(a), Point::Month(b)) => {
            let months = (b - a).abs() as f64;
            match unit {
                'M' => (months - 1.0, months + 1.0),
                'Y' => ((months / 12.0 - 0.2).floor(), (months / 12.0 + 0.2).ceil()),
                _ => return None,
            }
        }
        (Point::Year(a), Point::Year(b)) => {
            let years = (b - a).abs() as f64;
            match unit {
                'Y' => (years - 1.0, years + 1.0),
                'E' => (years / 10.0 - 0.1, years / 10.0 + 0.1),
                _ => return None,
            }
        }
        (Point::Clock(a), Point::Clock(b)) => {
            let minutes = (b - a).rem_euclid(1440) as f64;
            match unit {
                'm' => (minutes, minutes),
                'h' => ((minutes - 10.0) / 60.0, (minutes + 10.0) / 60.0),
                _ => return None,
            }
        }
        _ => return None,
    })
}

#[inline(never)]
pub(in crate::facts::arithmetic) fn lengths_told(
    one: Point,
    other: Point,
    unit: char,
    inclusive: bool,
) -> String {
    let exact = match (one, other) {
        (Point::Day(a), Point::Day(b)) => {
            let days = days_between(a, b).abs();
            match unit {
                'W' => days / 7,
                'M' => (f64::from(i32::try_from(days).unwrap_or(i32::MAX)) / 30.4).round() as i64,
                'Y' => days / 365,
                _ => days + i64::from(inclusive),
            }
        }
        (Point::Month(a), Point::Month(b)) => {
            if unit == 'Y' {
                (b - a).abs() / 12
            } else {
                (b - a).abs()
            }
        }
        (Point::Year(a), Point::Year(b)) => (b - a).abs(),
        (Point::Clock(a), Point::Clock(b)) => {
            let minutes = (b - a).rem_euclid(1440);
            if unit == 'h' { minutes / 60 } else { minutes }
        }
        _ => 0,
    };
    let unit = match unit {
        'D' => "day",
        'W' => "week",
        'M' => "month",
        'Y' => "year",
        'E' => "decade",
        'h' => "hour",
        _ => "minute",
    };
    words::LengthTold { count: exact.unsigned_abs() as usize, unit }.text()
}

/// So many years, for people.
pub(super) fn years(count: i64) -> String {
    words::LengthTold { count: count.unsigned_abs() as usize, unit: "year" }.text()
}

/// A doubt: from one end to the other it is `result`, and not what is told.
#[inline(never)]
pub(super) fn not_so_long(
    (kind, stated, from): (DoubtKind, AnnotationId, Vec<AnnotationId>),
    ends: &str,
    result: &str,
    told: &str,
) -> Tie {
    Tie::of(kind, stated, from)
        .doubted(words::ReckonedLength { ends: &ends, result: &result, told: &told }.text())
}

/// The words of a time in small letters.
#[inline(never)]
pub(super) fn lower(passage: &Passage<'_>, time: &Time) -> String {
    passage.words(time.span).to_lowercase()
}

/// Whether a word stands among the few before a time.
#[inline(never)]
pub(super) fn is_led(passage: &Passage<'_>, time: &Time, words: &[&str]) -> bool {
    let start = passage.sentence(time.sentence).start;
    passage.has_word(time.item.saturating_sub(5).max(start)..time.item, words)
}

/// Whether the words name a day by its number: "July 2", "2 July", "7/2".
pub(super) fn names_a_day(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
}
