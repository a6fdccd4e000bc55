//! What relative and incomplete dates mean, seen from the day of publication.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::period::Period;
use super::unit::{Season, Shift, Unit};

/// The day that relative dates count from. Without one they stay open: nothing here ever looks at
/// the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Reference {
    pub(crate) published: Option<Date>,
}

/// Which way the words around an incomplete date point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bias {
    /// No way.
    Open,
    /// Back: "was arrested on Friday".
    Past,
    /// Ahead: "will meet on Friday".
    Future,
}

impl Reference {
    /// The period of kind `unit` that lies `by` of them from the one of publication.
    pub(crate) fn shifted(self, unit: Unit, by: i64) -> Period {
        let date = self.published.and_then(|day| add(day, unit, by));
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => Period::Date(date),
            Unit::Week | Unit::Fortnight => Period::Week(date.map(Date::iso_week_date)),
            Unit::Weekend => Period::Weekend(date.map(Date::iso_week_date)),
            Unit::Month => date.map_or(Period::SomeMonth, |day| Period::Month(Some(day.year()), day.month())),
            Unit::Quarter => Period::Quarter(date.map(|day| (day.year(), (day.month() + 2) / 3))),
            Unit::Decade if date.is_some_and(|day| day.year() >= 0) => {
                Period::Decade(date.map_or(0, |day| day.year() / 10))
            }
            Unit::Century if date.is_some_and(|day| day.year() >= 0) => {
                Period::Century(date.map_or(0, |day| day.year() / 100))
            }
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => {
                Period::Year(date.map(Date::year))
            }
        }
    }

    /// The time from publication to `by` units away (back, where `by` is negative), as the two
    /// days at its ends in order.
    pub(crate) fn rolling(self, unit: Unit, by: i64) -> Option<(Period, Period)> {
        let published = self.published?;
        let other = Some(add(published, unit, by)?);
        let published = Some(published);
        let (first, last) = if by < 0 { (other, published) } else { (published, other) };
        Some((Period::Date(first), Period::Date(last)))
    }

    /// The day of the week that `shift` picks: "next" and "last" look to the next and the last
    /// week, "coming" and "past" to the nearest such day ahead or behind.
    pub(crate) fn weekday(self, weekday: Weekday, shift: Shift) -> Period {
        let Some(published) = self.published else { return Period::Weekday(weekday) };
        let in_week = |weeks: i64| {
            let day = add(published, Unit::Week, weeks)?;
            let monday = day.iso_week_date().first_of_week().ok()?.date();
            add(monday, Unit::Day, weekday.to_monday_zero_offset().into())
        };
        let date = match shift {
            Shift::This => in_week(0),
            Shift::Next => in_week(1),
            Shift::Last => in_week(-1),
            Shift::Coming => published.nth_weekday(1, weekday).ok(),
            Shift::Past | Shift::Recent => published.nth_weekday(-1, weekday).ok(),
        };
        date.map_or(Period::Weekday(weekday), |date| Period::Date(Some(date)))
    }

    /// The month that `shift` picks: the last to have ended, the next to begin, or that of the
    /// same year.
    pub(crate) fn month(self, month: i8, shift: Shift) -> Period {
        let year = self.published.map(|day| {
            day.year()
                + match shift {
                    Shift::This => 0,
                    Shift::Next | Shift::Coming => i16::from(month <= day.month()),
                    Shift::Last | Shift::Past | Shift::Recent => -i16::from(month >= day.month()),
                }
        });
        Period::Month(year, month)
    }

    /// The season that `shift` picks: "last" is the latest that has ended, "this" the one that
    /// lasts or belongs to the year, and "next" the one of the year after (winter: the first to
    /// begin).
    pub(crate) fn season(self, season: Season, shift: Shift) -> Period {
        let year = self.published.map(|day| {
            // Winter goes on in January and February of the year after it began.
            let in_old_winter = season == Season::Winter && day.month() < 3;
            let this = day.year() - i16::from(in_old_winter);
            let has_ended = season != Season::Winter && day.month() >= season.first_month() + 3;
            match shift {
                Shift::This => this,
                Shift::Next if season == Season::Winter => {
                    this + i16::from(in_old_winter || day.month() == 12)
                }
                Shift::Next => this + 1,
                Shift::Coming => this + i16::from(has_ended),
                Shift::Last | Shift::Past | Shift::Recent => this - i16::from(!has_ended),
            }
        });
        Period::Season(year, season)
    }

    /// Completes what the text leaves open, as news is read:
    ///
    /// - a bare weekday is the nearest one not after publication, or not before it where the words
    ///   point ahead;
    /// - a day or a month without a year is the nearest to publication, before or after, unless
    ///   the words point one way;
    /// - a season, half or quarter likewise.
    pub(crate) fn complete(self, period: Period, bias: Bias) -> Period {
        let Some(published) = self.published else { return period };
        match period {
            Period::Weekday(weekday) => {
                let date = if published.weekday() == weekday {
                    Some(published)
                } else {
                    let nth = if bias == Bias::Future { 1 } else { -1 };
                    published.nth_weekday(nth, weekday).ok()
                };
                date.map_or(period, |date| Period::Date(Some(date)))
            }
            Period::Day { year: None, month: None, day, weekday } => {
                // With a weekday, the months around tell which one fits; a year has all of them.
                let reach = if weekday.is_some() { 12 } else { 1 };
                let candidates = (-reach..=reach).filter_map(|months| {
                    let month = add(published.first_of_month(), Unit::Month, months)?;
                    let date = Date::new(month.year(), month.month(), day).ok()?;
                    weekday.is_none_or(|weekday| date.weekday() == weekday).then_some(date)
                });
                let date = nearest(published, candidates, bias);
                date.map_or(period, |date| Period::Date(Some(date)))
            }
            Period::Day { year: None, month: Some(month), day, weekday: Some(weekday) } => {
                // The weekday tells the year, so look a little further.
                let years =
                    (-6..=6).filter_map(|by| Date::new(published.year().checked_add(by)?, month, day).ok());
                let fitting = nearest(published, years.filter(|date| date.weekday() == weekday), bias);
                match fitting {
                    Some(date) => Period::Date(Some(date)),
                    None => self
                        .complete(Period::Day { year: None, month: Some(month), day, weekday: None }, bias),
                }
            }
            Period::SomeQuarter(_)
            | Period::Day { year: None, .. }
            | Period::Month(None, _)
            | Period::Season(None, _)
            | Period::Half(None, _) => {
                let completed = [-1, 0, 1].into_iter().filter_map(|by| {
                    let told = period.in_year(published.year().checked_add(by)?);
                    Some((told.first_day()?, told))
                });
                // A month or a season that has begun is not behind yet: measure from its kind.
                let from = match period {
                    Period::Day { .. } => published,
                    _ => published.first_of_month(),
                };
                let mut best: Option<(Date, Period)> = None;
                for (day, told) in completed {
                    if best.is_none_or(|(other, _)| nearest(from, [other, day], bias) == Some(day)) {
                        best = Some((day, told));
                    }
                }
                best.map_or(period, |(_, told)| told)
            }
            other => other,
        }
    }
}

/// The one of `dates` that is nearest to `from` and lies on the side of `bias`; where none does,
/// the nearest of all. Of two that are equally near, the earlier.
fn nearest(from: Date, dates: impl IntoIterator<Item = Date>, bias: Bias) -> Option<Date> {
    dates.into_iter().min_by_key(|&date| {
        let is_off = match bias {
            Bias::Open => false,
            Bias::Past => date > from,
            Bias::Future => date < from,
        };
        (is_off, distance(from, date), date)
    })
}

/// How many days lie between two dates.
pub(crate) fn distance(a: Date, b: Date) -> i64 {
    a.duration_until(b).as_hours().abs() / 24
}

/// `date` and `by` units; a month's end stays a month's end where the day does not exist. `None`
/// outside of the calendar (years -9999 to 9999).
pub(crate) fn add(date: Date, unit: Unit, by: i64) -> Option<Date> {
    let zero = Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Ok(zero),
        Unit::Day | Unit::Night => zero.try_days(by),
        Unit::Week | Unit::Weekend => zero.try_weeks(by),
        Unit::Fortnight => zero.try_weeks(by.checked_mul(2)?),
        Unit::Month => zero.try_months(by),
        Unit::Quarter => zero.try_months(by.checked_mul(3)?),
        Unit::Year => zero.try_years(by),
        Unit::Decade => zero.try_years(by.checked_mul(10)?),
        Unit::Century => zero.try_years(by.checked_mul(100)?),
        Unit::Millennium => zero.try_years(by.checked_mul(1000)?),
    };
    date.checked_add(span.ok()?).ok()
}
