//! Times and days as files write them. By hand, since the parser of the date library, with the sentences of its
//! errors, is more than the page has room for.
//!
//! ```text
//! day  = year "-" month "-" day                    2024-07-02, as ISO 8601 and RFC 3339 have it
//! year = 4 digits | ( "+" | "-" ) 6 digits
//! time = day ( "T" | "t" | " " ) hour ":" minute [ ":" second [ ( "." | "," ) fraction ] ] zone
//! zone = "Z" | "z" | ( "+" | "-" ) hour [ ":" ] [ minute ] [ "[" name "]" ]
//! ```

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

/// The day that a text writes; `None` where it is none.
///
/// ```
/// # use newsmark::value::read_day;
/// assert_eq!(read_day("2024-07-02"), Some(jiff::civil::date(2024, 7, 2)));
/// assert_eq!(read_day("2024-02-30"), None);
/// ```
pub fn read_day(text: &str) -> Option<Date> {
    let (sign, digits, rest) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..7)?, text.get(7..)?),
        b'+' => (1, text.get(1..7)?, text.get(7..)?),
        _ => (1, text.get(..4)?, text.get(4..)?),
    };
    let rest = rest.strip_prefix('-')?;
    let (month, day) = (number(rest.get(..2)?)?, rest.get(2..)?.strip_prefix('-')?);
    let day = number(day).filter(|_| day.len() == 2)?;
    let year = i16::try_from(sign * number(digits)?).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The point in time that a text writes; `None` where it is none.
///
/// ```
/// # use newsmark::value::read_time;
/// let time = read_time("2024-07-02T12:30:00.5+02:00").unwrap();
/// assert_eq!(time.to_string(), "2024-07-02T10:30:00.5Z");
/// ```
pub fn read_time(text: &str) -> Option<Timestamp> {
    let at = text.find(['T', 't', ' '])?;
    let date = read_day(text.get(..at)?)?;
    let rest = text.get(at + 1..)?;
    let zone = rest.find(['Z', 'z', '+', '-'])?;
    let time = clock(rest.get(..zone)?)?;
    offset(rest.get(zone..)?)?.to_timestamp(date.to_datetime(time)).ok()
}

fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let (hour, minute) = (two(parts.next()?)?, two(parts.next()?)?);
    let (second, nano) = match parts.next() {
        None => (0, 0),
        Some(second) => match second.split_once(['.', ',']) {
            None => (two(second)?, 0),
            Some((second, fraction)) => (two(second)?, nanoseconds(fraction)?),
        },
    };
    // A leap second is the last one of its minute here, as in the library.
    let second = if second == 60 { 59 } else { second };
    parts.next().is_none().then(|| Time::new(hour, minute, second, nano).ok())?
}

fn offset(text: &str) -> Option<Offset> {
    let text = text.split('[').next()?;
    if text.eq_ignore_ascii_case("z") {
        return Some(Offset::UTC);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.get(1..)?.split(':').collect();
    let hours = two(digits.get(..2)?)?;
    let minutes = if digits.len() == 2 { 0 } else { two(digits.get(2..)?)? };
    Offset::from_seconds(sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60)).ok()
}

/// A fraction of a second, of one to nine digits.
fn nanoseconds(digits: &str) -> Option<i32> {
    let power = u32::try_from(9_usize.checked_sub(digits.len())?).ok()?;
    Some(number(digits)? * 10_i32.pow(power))
}

fn two(digits: &str) -> Option<i8> {
    number(digits).filter(|_| digits.len() == 2).and_then(|number| i8::try_from(number).ok())
}

/// A number of digits alone.
fn number(digits: &str) -> Option<i32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

/// How many days the second day is after the first.
pub fn days_between(from: Date, to: Date) -> i64 {
    let day = |date: Date| {
        Offset::UTC.to_timestamp(date.to_datetime(Time::midnight())).map_or(0, |it| it.as_second())
    };
    (day(to) - day(from)) / 86_400
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_the_library_writes_is_read_as_the_library_reads_it(
            seconds in -300_000_000_000_i64..250_000_000_000, nano in 0..1_000_000_000_i32, hours in -12..=14_i8,
        ) {
            let time = Timestamp::new(seconds, nano).expect("in range");
            prop_assert_eq!(read_time(&time.to_string()), Some(time));
            let here = time.display_with_offset(Offset::from_hours(hours).expect("in range")).to_string();
            prop_assert_eq!(read_time(&here), Some(time), "{}", here);
            let date = Offset::UTC.to_datetime(time).date();
            prop_assert_eq!(read_day(&date.to_string()), Some(date));
            let days = date.since(jiff::civil::date(1970, 1, 1)).expect("in range").get_days();
            prop_assert_eq!(days_between(jiff::civil::date(1970, 1, 1), date), i64::from(days));
        }

        /// What is read at all is what the library reads.
        #[test]
        fn nothing_is_read_otherwise(text in "[-+]?[0-9]{4,6}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,10})?)?([Zz]|[-+][0-9]{2}(:?[0-9]{2})?)?)?") {
            if let Some(time) = read_time(&text) {
                prop_assert_eq!(text.parse::<Timestamp>().ok(), Some(time));
            }
            if let Some(day) = read_day(&text) {
                prop_assert_eq!(text.parse::<Date>().ok(), Some(day));
            }
        }
    }
}
