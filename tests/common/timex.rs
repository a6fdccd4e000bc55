//! TIMEX3 read back, by a reader of its own: what the program writes is checked against it.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The first day that a timex means, and the one behind the last.
pub(crate) fn days(timex: &str) -> Option<(Date, Date)> {
    if let Some((from, to)) = timex.split_once('/') {
        return Some((days(from)?.0, days(to)?.1));
    }
    let year =
        |digits: &str| digits.parse::<i16>().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()));
    let (years, rest) = timex.split_once('-').unwrap_or((timex, ""));
    // A decade, `199X`.
    let years = years.strip_suffix('X').unwrap_or(years);
    let first_year =
        year(years)?.checked_mul(10i16.pow(4u32.checked_sub(u32::try_from(years.len()).ok()?)?))?;
    let month = |month: i8| Date::new(first_year, month, 1).ok();
    let (first, length) = match (years.len(), rest.as_bytes()) {
        (2, []) => (month(1)?, 100.years()),
        (3, []) => (month(1)?, 10.years()),
        (4, []) => (month(1)?, 1.year()),
        (4, [b'Q', n @ b'1'..=b'4']) => (month(i8::try_from(n - b'0').ok()? * 3 - 2)?, 3.months()),
        (4, [b'H', n @ b'1'..=b'2']) => (month(i8::try_from(n - b'0').ok()? * 6 - 5)?, 6.months()),
        (4, [b'W', ..]) => {
            let week = rest.get(1..3)?.parse().ok()?;
            let (day, length) = if rest.ends_with("-WE") {
                (Weekday::Saturday, 2.days())
            } else {
                (Weekday::Monday, 7.days())
            };
            (ISOWeekDate::new(first_year, week, day).ok()?.date(), length)
        }
        (4, [_, _]) => (month(rest.parse().ok()?)?, 1.month()),
        (4, [_, _, b'-', _, _]) => (timex.parse().ok()?, 1.day()),
        _ => return None,
    };
    Some((first, first.checked_add(length).ok()?))
}
