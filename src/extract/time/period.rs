use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::calendar::Season;

/// A period of the calendar, as far as the text tells which.
///
/// It is written as a TIMEX3 value (TimeML 1.2.1, after ISO 8601): `X` stands for digits that are
/// not known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Period {
    /// The years that share their first two digits: `18` for the 19th century.
    Century(i16),
    /// The years that share their first three digits: `199X` for the 1990s.
    Decade(i16),
    /// A year; negative ones are before Christ (there is no year 0: -44 is 44 BC).
    Year(Option<i16>),
    /// A fiscal year.
    Fiscal(Option<i16>),
    /// Half of a year, 1 or 2.
    Half(Option<i16>, i8),
    /// A quarter of a year, 1 to 4.
    Quarter(Option<(i16, i8)>),
    /// A quarter of a year that is not told.
    SomeQuarter(i8),
    /// A season; winter belongs to the year in which it begins.
    Season(Option<i16>, Season),
    /// A month of a year that may not be told.
    Month(Option<i16>, i8),
    /// A month that is not told.
    SomeMonth,
    /// The week of this day.
    Week(Option<ISOWeekDate>),
    /// The weekend of this week.
    Weekend(Option<ISOWeekDate>),
    /// A day of the week.
    Weekday(Weekday),
    /// A day of a month; the year, or the year and the month, may not be told.
    Day { year: Option<i16>, month: Option<i8>, day: i8, weekday: Option<Weekday> },
    /// A day.
    Date(Option<Date>),
    /// Some time ago.
    Past,
    /// Some time to come.
    Future,
}

impl Period {
    /// The day in `month`, or `None` where no year's month has it.
    pub(super) fn day(year: Option<i16>, month: i8, day: i8) -> Option<Period> {
        // 2024 stands for all the years that are not told: it has a 29th of February.
        Date::new(year.unwrap_or(2024), month, day).ok()?;
        Some(Period::Day { year, month: Some(month), day, weekday: None })
    }

    /// The year, where the text tells it.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Period::Year(year)
            | Period::Fiscal(year)
            | Period::Half(year, _)
            | Period::Season(year, _)
            | Period::Month(year, _)
            | Period::Day { year, .. } => year,
            Period::Date(date) => date.map(Date::year),
            _ => None,
        }
    }

    /// The same period with its year told, where it was open.
    pub(super) fn in_year(self, told: i16) -> Period {
        match self {
            Period::Half(None, half) => Period::Half(Some(told), half),
            Period::Season(None, season) => Period::Season(Some(told), season),
            Period::Month(None, month) => Period::Month(Some(told), month),
            Period::SomeQuarter(quarter) => Period::Quarter(Some((told, quarter))),
            Period::Day { year: None, month, day, weekday } => {
                Period::Day { year: Some(told), month, day, weekday }
            }
            other => other,
        }
    }

    /// Whether it is a single day.
    pub(super) fn is_day(self) -> bool {
        matches!(self, Period::Weekday(_) | Period::Day { .. } | Period::Date(_))
    }

    /// Its first day, where that is known.
    pub(super) fn first_day(self) -> Option<Date> {
        match self {
            Period::Year(year) | Period::Fiscal(year) => Date::new(year?, 1, 1).ok(),
            Period::Month(year, month) => Date::new(year?, month, 1).ok(),
            Period::Season(year, season) => Date::new(year?, season.first_month(), 1).ok(),
            Period::Quarter(quarter) => {
                quarter.and_then(|(year, quarter)| Date::new(year, quarter * 3 - 2, 1).ok())
            }
            Period::Half(year, half) => Date::new(year?, half * 6 - 5, 1).ok(),
            Period::Day { year, month, day, .. } => Date::new(year?, month?, day).ok(),
            Period::Week(day) => day?.first_of_week().ok().map(ISOWeekDate::date),
            Period::Date(date) => date,
            _ => None,
        }
    }

    /// The last day of a month or a day, where that is known.
    pub(super) fn last_day(self) -> Option<Date> {
        match self {
            Period::Month(..) => self.first_day().map(Date::last_of_month),
            Period::Day { .. } | Period::Date(_) => self.first_day(),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
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
