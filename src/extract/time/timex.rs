//! How what an expression means is written: TIMEX3 (TimeML 1.2.1, after ISO 8601). `X` stands for what is not known.
//!
//! Nothing else in this room makes or reads such text.

use std::fmt::{self, Write as _};

use super::calendar::{Clock, Count, Length, Part, Period};
use super::meaning::Meaning;
use crate::value::Decimal;

/// The value of an expression.
pub(super) fn timex(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Period(period) | Meaning::Moment(period) => Written(*period).to_string(),
        Meaning::Range(from, to) => format!("{}/{}", Written(*from), Written(*to)),
        Meaning::Part(day, part) => {
            let day = day.map_or_else(String::new, |day| Written(day).to_string());
            format!("{day}T{}", code(*part))
        }
        Meaning::Time(day, clock) => time(*day, *clock),
        Meaning::Times(day, from, to) => format!("{}/{}", time(*day, *from), time(*day, *to)),
        Meaning::Length(length, None) | Meaning::Unplaced(length) | Meaning::Rolling(length, _) => {
            self::length(length)
        }
        Meaning::Length(length, Some(longer)) => format!("{}/{}", self::length(length), self::length(longer)),
    }
}

/// `2024-07-02T15:30`, and the offset from UTC where a zone settles it.
fn time(day: Option<Period>, clock: Clock) -> String {
    let day = day.map_or_else(String::new, |day| Written(day).to_string());
    let second = clock.second.map_or(String::new(), |second| format!(":{second:02}"));
    format!("{day}T{:02}:{:02}{second}{}", clock.hour, clock.minute, clock.zone.unwrap_or(""))
}

fn code(part: Part) -> &'static str {
    match part {
        Part::Morning => "MO",
        Part::Midday => "MI",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night => "NI",
    }
}

/// A period as TIMEX3 writes it.
struct Written(Period);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Period::Century(century) => write!(f, "{century:02}"),
            Period::Decade(decade) => write!(f, "{decade:03}X"),
            Period::Year(year) => write_year(f, year),
            Period::Fiscal(year) => {
                f.write_str("FY")?;
                write_year(f, year)
            }
            Period::Half(year, half) => {
                write_year(f, year)?;
                write!(f, "-H{half}")
            }
            Period::Quarter(Some((year, quarter))) => write!(f, "{year:04}-Q{quarter}"),
            Period::Quarter(None) => f.write_str("XXXX-QX"),
            Period::SomeQuarter(quarter) => write!(f, "XXXX-Q{quarter}"),
            Period::Season(year, season) => {
                write_year(f, year)?;
                write!(f, "-{}", season.code())
            }
            Period::Month(year, month) => {
                write_year(f, year)?;
                write!(f, "-{month:02}")
            }
            Period::SomeMonth => f.write_str("XXXX-XX"),
            Period::Week(Some(day)) => write!(f, "{:04}-W{:02}", day.year(), day.week()),
            Period::Week(None) => f.write_str("XXXX-WXX"),
            Period::Weekend(Some(day)) => write!(f, "{:04}-W{:02}-WE", day.year(), day.week()),
            Period::Weekend(None) => f.write_str("XXXX-WXX-WE"),
            Period::Weekday(weekday) => write!(f, "XXXX-WXX-{}", weekday.to_monday_one_offset()),
            Period::Day { year, month, day, .. } => {
                write_year(f, year)?;
                match month {
                    Some(month) => write!(f, "-{month:02}-{day:02}"),
                    None => write!(f, "-XX-{day:02}"),
                }
            }
            Period::Date(Some(date)) => {
                write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
            }
            Period::Date(None) => f.write_str("XXXX-XX-XX"),
            Period::Past => f.write_str("PAST_REF"),
            Period::Future => f.write_str("FUTURE_REF"),
        }
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: Option<i16>) -> fmt::Result {
    match year {
        Some(year) if year < 0 => write!(f, "BC{:04}", year.unsigned_abs()),
        Some(year) => write!(f, "{year:04}"),
        None => f.write_str("XXXX"),
    }
}

/// ISO 8601's `PnYnMnDTnHnMnS`, with `X` for a number left open and the designators that TIMEX3 adds.
fn length(length: &Length) -> String {
    let mut timex = String::from("P");
    for is_clock in [false, true] {
        let mut parts =
            length.parts.iter().flatten().filter(|(_, unit)| unit.is_clock() == is_clock).peekable();
        if is_clock && parts.peek().is_some() {
            timex.push('T');
        }
        for (count, unit) in parts {
            let (designator, factor) = match count {
                // "half a century" is fifty years.
                Count::Exact(number) if number.to_integer().is_none() => unit.divided(),
                _ => unit.designator(),
            };
            let number = match count {
                Count::Exact(number) => number.checked_mul(Decimal::new(factor.into(), 0)),
                Count::Vague => None,
            };
            // Writing to a string does not fail.
            let _ = match number {
                Some(number) => write!(timex, "{number}{designator}"),
                None => write!(timex, "X{designator}"),
            };
        }
    }
    timex
}
