//! On which days a time lies.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::Timex;
use super::read_day;

impl Timex {
    /// The first day and the last of what is meant; `None` where the text leaves it open, and for lengths
    /// without ends. Seasons are those of meteorologists in the north, a fiscal year counts as the year.
    ///
    /// ```
    /// # use newsmark::value::Timex;
    /// let days = |code: &str| Timex::new(code)?.days().map(|(from, to)| format!("{from} {to}"));
    /// assert_eq!(days("2024-02").as_deref(), Some("2024-02-01 2024-02-29"));
    /// assert_eq!(days("XXXX-WXX-2"), None);
    /// ```
    pub fn days(&self) -> Option<(Date, Date)> {
        if let Some(ends) = self.ends {
            return Some(ends);
        }
        if self.timex.starts_with('P') {
            return None;
        }
        match self.timex.split_once('/') {
            None => days(&self.timex),
            Some((from, to)) => Some((days(from)?.0, days(to)?.1)).filter(|(from, to)| from <= to),
        }
    }

    /// The time of day in hours and minutes, where it is told: of a range its beginning.
    pub fn clock(&self) -> Option<(u8, u8)> {
        let one = self.timex.split('/').next()?;
        let (_, time) = one.split_once('T').filter(|(date, _)| !date.starts_with('P'))?;
        let hour = time.get(..2)?.parse().ok().filter(|hour| *hour <= 24)?;
        let minute = time.get(3..5).and_then(|minute| minute.parse().ok()).unwrap_or(0);
        Some((hour, minute))
    }
}

fn days(code: &str) -> Option<(Date, Date)> {
    let code = code.split_once('T').map_or(code, |(date, _)| date);
    if let Some(date) = read_day(code) {
        return Some((date, date));
    }
    let code = code.strip_prefix("FY").unwrap_or(code);
    let (sign, rest) = code.strip_prefix('-').map_or((1, code), |rest| (-1, rest));
    let mut parts = rest.splitn(2, '-');
    let (year, part) = (parts.next()?, parts.next());
    let digits = year.trim_end_matches('X');
    let open = 4_u32.checked_sub(u32::try_from(digits.len()).ok()?)?;
    if digits.len() < 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let first: i16 = digits.parse::<i16>().ok()?.checked_mul(10_i16.checked_pow(open)?)?.checked_mul(sign)?;
    let last = first.checked_add(10_i16.checked_pow(open)?.checked_sub(1)?.checked_mul(sign)?)?;
    let Some(part) = part else { return Some((month(first.min(last), 1)?.0, month(first.max(last), 12)?.1)) };
    if open > 0 {
        return None;
    }
    let months = |from: i8, to: i8| Some((month(first, from)?.0, month(first, to)?.1));
    match part {
        "SP" => months(3, 5),
        "SU" => months(6, 8),
        "FA" => months(9, 11),
        "WI" => Some((month(first, 12)?.0, month(first.checked_add(1)?, 2)?.1)),
        "Q1" => months(1, 3),
        "Q2" => months(4, 6),
        "Q3" => months(7, 9),
        "Q4" => months(10, 12),
        "H1" => months(1, 6),
        "H2" => months(7, 12),
        _ => match part.strip_prefix('W') {
            Some(week) => week_days(first, week),
            None => {
                let number: i8 = part.get(..2)?.parse().ok()?;
                // A day of the month that is left open.
                (part.len() == 2 || part.ends_with("-XX")).then(|| month(first, number)).flatten()
            }
        },
    }
}

fn month(year: i16, month: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.last_of_month()))
}

fn week_days(year: i16, week: &str) -> Option<(Date, Date)> {
    let (number, day) = week.split_once('-').map_or((week, ""), |(number, day)| (number, day));
    let number: i8 = number.parse().ok()?;
    let date = |day| ISOWeekDate::new(year, number, day).ok().map(ISOWeekDate::date);
    match day {
        "" => Some((date(Weekday::Monday)?, date(Weekday::Sunday)?)),
        "WE" => Some((date(Weekday::Saturday)?, date(Weekday::Sunday)?)),
        day => {
            let day = date(Weekday::from_monday_one_offset(day.parse().ok()?).ok()?)?;
            Some((day, day))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: &str) {
        let timex = Timex { timex: code.into(), modifier: None, ends: None };
        let shown = timex.days().map(|(from, to)| format!("{from} {to}")).unwrap_or_default();
        assert_eq!(shown, expected, "{code}");
    }

    #[test]
    fn periods_have_a_first_day_and_a_last() {
        for (code, expected) in [
            ("2024-07-02", "2024-07-02 2024-07-02"),
            ("2024-07-02T15:30", "2024-07-02 2024-07-02"),
            ("2024", "2024-01-01 2024-12-31"),
            ("FY2024", "2024-01-01 2024-12-31"),
            ("2024-W28", "2024-07-08 2024-07-14"),
            ("2024-W28-WE", "2024-07-13 2024-07-14"),
            ("2024-W28-3", "2024-07-10 2024-07-10"),
            ("2023-WI", "2023-12-01 2024-02-29"),
            ("2024-Q3", "2024-07-01 2024-09-30"),
            ("199X", "1990-01-01 1999-12-31"),
            ("199", "1990-01-01 1999-12-31"),
            ("18", "1800-01-01 1899-12-31"),
            ("2024-07-09/2024-07-11", "2024-07-09 2024-07-11"),
            ("2024-07-XX", "2024-07-01 2024-07-31"),
            ("-0044", "-000044-01-01 -000044-12-31"),
            ("XXXX-11-05", ""),
            ("XXXX-WXX-2", ""),
            ("T15:30", ""),
            ("P2Y", ""),
            ("PRESENT_REF", ""),
            ("2024-XX-XX", ""),
            ("2024-13", ""),
            ("", ""),
        ] {
            check(code, expected);
        }
    }
}
