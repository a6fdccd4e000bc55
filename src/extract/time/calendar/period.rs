//! Periods of the calendar, as far as words tell which.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::unit::Season;

/// A period of the calendar, as far as the text tells which.
///
/// What is not told is `None`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Period {
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
    pub(crate) fn day(year: Option<i16>, month: i8, day: i8) -> Option<Period> {
        // 2024 stands for all the years that are not told: it has a 29th of February.
        Date::new(year.unwrap_or(2024), month, day).ok()?;
        Some(Period::Day { year, month: Some(month), day, weekday: None })
    }

    /// The year, where the text tells it.
    pub(crate) fn year(self) -> Option<i16> {
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
    pub(crate) fn in_year(self, told: i16) -> Period {
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

    /// What is told by both: "July" and "2024", "Friday" and "the 5th", "Wednesday" and a week. `None` where they do not add
    /// to each other, or no day is both.
    pub(crate) fn intersect(self, other: Period) -> Option<Period> {
        match (self, other) {
            (period, Period::Year(Some(year))) | (Period::Year(Some(year)), period)
                if period.year().is_none() =>
            {
                let told = period.in_year(year);
                let is_day = !matches!(told, Period::Day { month: Some(_), .. });
                (told != period && (is_day || told.first_day().is_some())).then_some(told)
            }
            (Period::Day { year: None, month: None, day, weekday }, Period::Month(year, month))
            | (Period::Month(year, month), Period::Day { year: None, month: None, day, weekday }) => {
                match Period::day(year, month, day)? {
                    Period::Day { year, month, day, .. } => Some(Period::Day { year, month, day, weekday }),
                    other => Some(other),
                }
            }
            (Period::Fiscal(Some(year)), Period::SomeQuarter(quarter)) => {
                Some(Period::Quarter(Some((year, quarter))))
            }
            (Period::SomeMonth, Period::Day { month: None, .. }) => Some(other),
            (Period::Day { month: None, .. }, Period::SomeMonth) => Some(self),
            (Period::Weekday(weekday), Period::Day { year, month, day, weekday: None })
            | (Period::Day { year, month, day, weekday: None }, Period::Weekday(weekday)) => {
                Some(Period::Day { year, month, day, weekday: Some(weekday) })
            }
            (Period::Weekday(weekday), Period::Week(week))
            | (Period::Week(week), Period::Weekday(weekday)) => {
                let monday = week.and_then(|week| week.first_of_week().ok()).map(ISOWeekDate::date);
                let day = monday.and_then(|monday| {
                    monday
                        .checked_add(Span::new().try_days(i64::from(weekday.to_monday_zero_offset())).ok()?)
                        .ok()
                });
                Some(day.map_or(Period::Weekday(weekday), |day| Period::Date(Some(day))))
            }
            _ => None,
        }
    }

    /// Whether it is a single day.
    pub(crate) fn is_day(self) -> bool {
        matches!(self, Period::Weekday(_) | Period::Day { .. } | Period::Date(_))
    }

    /// Its first day, where that is known.
    pub(crate) fn first_day(self) -> Option<Date> {
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
    pub(crate) fn last_day(self) -> Option<Date> {
        match self {
            Period::Month(..) => self.first_day().map(Date::last_of_month),
            Period::Day { .. } | Period::Date(_) => self.first_day(),
            _ => None,
        }
    }
}
