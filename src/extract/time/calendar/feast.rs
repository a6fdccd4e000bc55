//! Feasts by name: of the civil year, of the Christian ones, and of the calendars of the moon that can be reckoned.

use jiff::civil::{Date, Weekday};

use super::moon;
use super::period::Period;
use super::reference::{Bias, Reference, add, distance};
use super::unit::{Shift, Unit};

/// When a feast is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Feast {
    /// On a day of a month.
    Fixed(i8, i8),
    /// On the nth such weekday of a month, so many days later; from the end, where n is negative.
    Nth(i8, i8, Weekday, i64),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// So many days after the Easter Sunday of the Orthodox churches.
    Orthodox(i64),
    /// On a day of a month of the Hebrew year, months counted from Nisan.
    Hebrew(i32, i32),
    /// On a day of a month of the Islamic year.
    Islamic(i32, i32),
    /// On a day of a month, or the nearest weekday.
    Weekday(i8, i8),
    /// On a day of a month, or the Saturday before where that is a Sunday.
    NoSunday(i8, i8),
    /// From one feast to another, which counts in.
    Until(&'static Feast, &'static Feast),
    /// By a calendar of the true moon, or by decree: the name alone does not tell the day.
    Open,
}

/// The weekend next to a day: that of its week from Thursday on, and the one before otherwise.
pub(crate) fn weekend_of(day: Period) -> Period {
    let saturday = day.first_day().and_then(|day| {
        let is_late = day.weekday().to_monday_one_offset() > 3;
        if is_late { Some(day) } else { add(day, Unit::Week, -1) }
    });
    Period::Weekend(saturday.map(Date::iso_week_date))
}

impl Feast {
    /// Whether it goes by the moon, so that the name alone tells nothing of its season to most.
    pub(crate) fn is_movable(self) -> bool {
        matches!(self, Feast::Open | Feast::Islamic(..) | Feast::Hebrew(..) | Feast::Until(..))
    }

    /// The first and the last day of the feast that `shift` picks: "last Christmas", "next Easter".
    pub(crate) fn shifted(self, reference: Reference, shift: Shift) -> (Period, Period) {
        let bias = match shift {
            Shift::This => {
                let year = reference.published.map(Date::year);
                return year.map_or_else(|| self.open(), |year| self.days_in(year));
            }
            Shift::Next | Shift::Coming => Bias::Future,
            Shift::Last | Shift::Past | Shift::Recent => Bias::Past,
        };
        self.near(reference, bias)
    }

    /// The first and the last day of the feast in a year.
    pub(crate) fn days_in(self, year: i16) -> (Period, Period) {
        let last = match self {
            Feast::Open => return (Period::Year(Some(year)), Period::Year(Some(year))),
            Feast::Until(_, last) => last.in_year(year),
            _ => self.in_year(year),
        };
        (Period::Date(self.in_year(year)), Period::Date(last))
    }

    /// The first and the last day of the feast that is nearest to publication, on the side of `bias`.
    pub(crate) fn near(self, reference: Reference, bias: Bias) -> (Period, Period) {
        let Some(published) = reference.published else { return self.open() };
        let years = (-1..=1).filter_map(|by| published.year().checked_add(by));
        let dates = years.filter_map(|year| Some((year, self.in_year(year)?)));
        let nearest = dates.min_by_key(|&(_, date)| {
            let is_off = match bias {
                Bias::Open => false,
                Bias::Past => date >= published,
                Bias::Future => date <= published,
            };
            (is_off, distance(published, date))
        });
        nearest.map_or((Period::Date(None), Period::Date(None)), |(year, _)| self.days_in(year))
    }

    /// What is known of it without a year.
    fn open(self) -> (Period, Period) {
        let day = match self {
            Feast::Fixed(month, day) => Period::Day { year: None, month: Some(month), day, weekday: None },
            _ => Period::Date(None),
        };
        (day, day)
    }

    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
            Feast::Nth(month, nth, weekday, later) => {
                let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
                add(day, Unit::Day, later)
            }
            Feast::Open => None,
            Feast::Easter(later) => add(easter(year)?, Unit::Day, later),
            Feast::Orthodox(later) => add(moon::orthodox_easter(year)?, Unit::Day, later),
            Feast::Hebrew(month, day) => moon::hebrew(year, month, day),
            Feast::Islamic(month, day) => moon::islamic(year, month, day),
            Feast::Weekday(month, day) => {
                let date = Date::new(year, month, day).ok()?;
                let by = match date.weekday() {
                    Weekday::Saturday => -1,
                    Weekday::Sunday => 1,
                    _ => 0,
                };
                add(date, Unit::Day, by)
            }
            Feast::NoSunday(month, day) => {
                let date = Date::new(year, month, day).ok()?;
                add(date, Unit::Day, -i64::from(date.weekday() == Weekday::Sunday))
            }
            Feast::Until(first, _) => first.in_year(year),
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus,
/// *Astronomical Algorithms*, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let sum = h + l - 7 * m + 90;
    let month = sum / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_moves() {
        let known = [(1961, 4, 2), (2000, 4, 23), (2018, 4, 1), (2024, 3, 31), (2038, 4, 25), (2285, 3, 22)];
        for (year, month, day) in known {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        assert_eq!(easter(1500), None);
    }

    #[test]
    fn weekdays_of_a_month() {
        let thanksgiving = Feast::Nth(11, 4, Weekday::Thursday, 0);
        assert_eq!(thanksgiving.in_year(2024), Some(date(2024, 11, 28)));
        assert_eq!(Feast::Nth(5, -1, Weekday::Monday, 0).in_year(2024), Some(date(2024, 5, 27)));
        assert_eq!(Feast::Fixed(12, 31).in_year(9999), Some(date(9999, 12, 31)));
    }
}
