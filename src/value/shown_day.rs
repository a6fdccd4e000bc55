//! Days as people write them in English. By hand, since the formatter of the date library weighs more than
//! all that the page says.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::MONTHS;

/// A day in full: 2 July 2024.
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The day of a time, by UTC, in full.
pub fn day_of(time: Timestamp) -> String {
    day(date_of(time))
}

/// The same with the month in three letters: 2 Jul 2024.
pub fn short_day_of(time: Timestamp) -> String {
    let date = date_of(time);
    format!("{} {} {}", date.day(), month(date).get(..3).unwrap_or_default(), date.year())
}

/// The same with the time of day: 2 Jul 2024 15:30 UTC.
pub fn short_time_of(time: Timestamp) -> String {
    let clock = Offset::UTC.to_datetime(time);
    format!("{} {:02}:{:02} UTC", short_day_of(time), clock.hour(), clock.minute())
}

/// The day of a time, by UTC.
pub fn date_of(time: Timestamp) -> Date {
    Offset::UTC.to_datetime(time).date()
}

fn month(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        let time: Timestamp = "2024-07-02T05:07:09Z".parse().expect("a time");
        assert_eq!(day(jiff::civil::date(1999, 12, 31)), "31 December 1999");
        assert_eq!([day_of(time), short_day_of(time)], ["2 July 2024", "2 Jul 2024"]);
        assert_eq!(short_time_of(time), "2 Jul 2024 05:07 UTC");
    }
}
