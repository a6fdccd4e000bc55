//! TIMEX3 values (TimeML 1.2.1, on ISO 8601) as people write them.
//!
//! ```text
//! timex    = reference | point [ "/" point ] | length [ "/" length ]
//! point    = date [ "T" time ] | "T" time
//! date     = year [ "-" month [ "-" day ] | "-" week | "-" season | "-" quarter | "-" half ]
//!          | "FY" year | decade (3 digits and "X", or 3 digits) | century (2 digits)
//! time     = hh [ ":" mm [ ":" ss ] ] [ zone ] | "MO" | "MI" | "AF" | "EV" | "NI" | "DT"
//! length   = "P" ( number unit )+ [ "T" ( number unit )+ ]        number: digits, or "X" for some
//! ```
//!
//! `X` stands for a digit that the text leaves open.

use super::read_day;
use jiff::civil::{Date, ISOWeekDate, Weekday};

pub(crate) const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];
pub(crate) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A TIMEX3 value as people write it, with what it leaves open said in words: `2 July 2024`, `Tuesday,
/// week not given`. A code that this version does not know is given as it stands.
pub(super) fn shown(code: &str) -> String {
    match code {
        "PRESENT_REF" => return "now".to_owned(),
        "PAST_REF" => return "some time ago".to_owned(),
        "FUTURE_REF" => return "some time ahead".to_owned(),
        _ => {}
    }
    let read = match code.split_once('/') {
        None => one(code),
        Some((from, to)) => between(from, to),
    };
    read.unwrap_or_else(|| code.to_owned())
}

/// Whether this is a TIMEX3 value that can be shown.
pub(super) fn is_known(code: &str) -> bool {
    matches!(code, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF")
        || match code.split_once('/') {
            None => one(code).is_some(),
            Some((from, to)) => between(from, to).is_some(),
        }
}

fn one(code: &str) -> Option<String> {
    if let Some(length) = code.strip_prefix('P') {
        return shown_length(length);
    }
    match code.split_once('T') {
        None => shown_date(code),
        Some(("", time)) => shown_time(time),
        Some((date, time)) => {
            let (date, time) = (shown_date(date)?, shown_time(time)?);
            Some(format!("{date}, {time}"))
        }
    }
}

/// Both ends, with what they share said once.
fn between(from: &str, to: &str) -> Option<String> {
    if let (Some(from), Some(to)) = (read_day(from), read_day(to)) {
        return Some(shown_days(from, to));
    }
    Some(format!("{} – {}", one(from)?, one(to)?))
}

/// `9–11 July 2024`, `25 June – 2 July 2024`.
pub(super) fn shown_days(from: Date, to: Date) -> String {
    let month = |date: Date| MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1];
    let whole = |date: Date| format!("{} {} {}", date.day(), month(date), shown_year(date.year()));
    match () {
        () if from == to => whole(from),
        () if (from.year(), from.month()) == (to.year(), to.month()) => {
            format!("{}–{}", from.day(), whole(to))
        }
        () if from.year() == to.year() => format!("{} {} – {}", from.day(), month(from), whole(to)),
        () => format!("{} – {}", whole(from), whole(to)),
    }
}

/// Years before the first count from 1 BC, which ISO 8601 calls 0.
fn shown_year(year: i16) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i32::from(year)) }
}

fn shown_date(code: &str) -> Option<String> {
    if let Some(date) = read_day(code) {
        return Some(shown_days(date, date));
    }
    if let Some(year) = code.strip_prefix("FY") {
        return year.bytes().all(|b| b.is_ascii_digit()).then(|| format!("fiscal year {year}"));
    }
    let (sign, rest) = code.strip_prefix('-').map_or(("", code), |rest| ("-", rest));
    let parts: Vec<&str> = rest.split('-').collect();
    let year = parts.first().copied()?;
    // A decade, `199X`; older files have `199`.
    let year = year.strip_suffix('X').filter(|decade| decade.len() == 3 && *decade != "XXX").unwrap_or(year);
    let is_open = year == "XXXX";
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_open && !is_number(year) {
        return None;
    }
    if !is_open && year.len() < 4 {
        return match (year.len(), parts.len()) {
            (3, 1) => Some(format!("{year}0s")),
            (2, 1) => {
                let century = year.parse::<u32>().ok()? + 1;
                Some(format!("{} century", ordinal(century)))
            }
            _ => None,
        };
    }
    let whole_year = || -> Option<i16> { format!("{sign}{year}").parse().ok() };
    let named = |name: &str| -> Option<String> {
        Some(if is_open {
            format!("{name}, year not given")
        } else {
            format!("{name} {}", shown_year(whole_year()?))
        })
    };
    match parts.as_slice() {
        [_] if is_open => Some("a year, not given which".to_owned()),
        [_] => Some(shown_year(whole_year()?)),
        [_, part] => match *part {
            "SP" => named("spring"),
            "SU" => named("summer"),
            "FA" => named("autumn"),
            "WI" => named("winter"),
            "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" => {
                let nth = ["first", "second", "third", "fourth"].get(part[1..].parse::<usize>().ok()? - 1)?;
                let kind = if part.starts_with('Q') { "quarter" } else { "half" };
                named(&format!("{nth} {kind} of")).map(|text| text.replace(" of,", ","))
            }
            "QX" => named("a quarter of").map(|text| text.replace(" of,", ",")),
            "XX" => named("a month of").map(|text| text.replace(" of,", ",")),
            "WXX" => Some("a week, not given which".to_owned()),
            week if week.starts_with('W') => {
                let number: i8 = week[1..].parse().ok()?;
                if is_open {
                    return Some(format!("week {number}, year not given"));
                }
                let (monday, sunday) = week_of(whole_year()?, number)?;
                Some(format!("week of {}", shown_days(monday, sunday)))
            }
            month => named(month_name(month)?),
        },
        [_, "WXX", "WE"] => Some("weekend, week not given".to_owned()),
        [_, "WXX", day] => {
            let day = WEEKDAYS.get(day.parse::<usize>().ok()?.checked_sub(1)?)?;
            Some(format!("{day}, week not given"))
        }
        [_, week, "WE"] => {
            let (_, sunday) = week_of(whole_year()?, week.strip_prefix('W')?.parse().ok()?)?;
            Some(format!("weekend of {}", shown_days(sunday.yesterday().ok()?, sunday)))
        }
        [_, week, day] if week.starts_with('W') => {
            let (monday, _) = week_of(whole_year()?, week[1..].parse().ok()?)?;
            let day =
                monday.checked_add(jiff::Span::new().try_days(day.parse::<i64>().ok()? - 1).ok()?).ok()?;
            Some(shown_days(day, day))
        }
        [_, "XX", "XX"] => Some(if is_open { "a day, not given which".into() } else { named("a day of")? }),
        [_, "XX", day] => Some(format!("the {}, month not given", ordinal(day.parse().ok()?))),
        [_, month, "XX"] => named(&format!("a day in {}", month_name(month)?)),
        [_, month, day] => {
            let day: u32 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
            named(&format!("{day} {}", month_name(month)?))
        }
        _ => None,
    }
}

fn month_name(number: &str) -> Option<&'static str> {
    let number = Some(number).filter(|number| number.len() == 2)?.parse::<usize>().ok()?;
    MONTHS.get(number.checked_sub(1)?).copied()
}

/// Monday and Sunday of an ISO week.
fn week_of(year: i16, week: i8) -> Option<(Date, Date)> {
    let day = |weekday| ISOWeekDate::new(year, week, weekday).ok().map(ISOWeekDate::date);
    Some((day(Weekday::Monday)?, day(Weekday::Sunday)?))
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn shown_time(code: &str) -> Option<String> {
    let part = match code {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => "",
    };
    if !part.is_empty() {
        return Some(part.to_owned());
    }
    let end = code.find(['Z', '+', '-']).unwrap_or(code.len());
    let (clock, zone) = code.split_at(end);
    let is_clock = clock.split(':').all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()));
    if !is_clock {
        return None;
    }
    let clock = if clock.len() == 2 { format!("{clock}:00") } else { clock.to_owned() };
    Some(match zone {
        "" => clock,
        "Z" => format!("{clock} UTC"),
        zone => format!(
            "{clock} UTC{}",
            zone.trim_end_matches(":00").replace('-', "−").replace("−0", "−").replace("+0", "+")
        ),
    })
}

fn shown_length(code: &str) -> Option<String> {
    let mut parts = Vec::new();
    let (days, clock) = code.split_once('T').unwrap_or((code, ""));
    for (code, is_clock) in [(days, false), (clock, true)] {
        let mut rest = code;
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != 'X')?;
            let (number, tail) = rest.split_at(digits);
            let unit_end = tail.find(|c: char| c.is_ascii_digit() || c == 'X').unwrap_or(tail.len());
            let (unit, tail) = tail.split_at(unit_end);
            let unit = match (unit, is_clock) {
                ("Y", false) => "year",
                ("M", false) => "month",
                ("W", false) => "week",
                ("D", false) => "day",
                ("Q", false) => "quarter",
                ("DE", false) => "decade",
                ("CE", false) => "century",
                ("WE", false) => "weekend",
                ("H", true) => "hour",
                ("M", true) => "minute",
                ("S", true) => "second",
                _ => return None,
            };
            let plural = if unit == "century" { "centuries".to_owned() } else { format!("{unit}s") };
            match number {
                "" => return None,
                "X" => parts.push(format!("some {plural}")),
                "1" => parts.push(format!("1 {unit}")),
                // "11h00"
                "0" if !parts.is_empty() => {}
                number => parts.push(format!("{number} {plural}")),
            }
            rest = tail;
        }
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: &str) {
        assert_eq!(shown(code), expected, "{code}");
    }

    #[test]
    fn dates() {
        check("2024-07-02", "2 July 2024");
        check("2024-07", "July 2024");
        check("2024", "2024");
        check("199", "1990s");
        check("20", "21st century");
        check("2024-W28", "week of 8–14 July 2024");
        check("2024-W26-WE", "weekend of 29–30 June 2024");
        check("2023-SU", "summer 2023");
        check("2024-Q3", "third quarter of 2024");
        check("2019-H2", "second half of 2019");
        check("FY2008", "fiscal year 2008");
        check("2024-07-09/2024-07-11", "9–11 July 2024");
        check("2024-06-25/2024-07-02", "25 June – 2 July 2024");
        check("1982/1992", "1982 – 1992");
        check("-0043-03-15", "15 March 44 BC");
        check("PAST_REF", "some time ago");
    }

    #[test]
    fn what_is_open_is_said() {
        check("XXXX-WXX-2", "Tuesday, week not given");
        check("XXXX-11-05", "5 November, year not given");
        check("XXXX-07", "July, year not given");
        check("XXXX-XX-05", "the 5th, month not given");
        check("XXXX-SU", "summer, year not given");
        check("XXXX-WXX", "a week, not given which");
        check("XXXX-XX-XX", "a day, not given which");
        check("XXXX-Q1", "first quarter, year not given");
    }

    #[test]
    fn times_and_lengths() {
        check("T15:30", "15:30");
        check("T07:35Z", "07:35 UTC");
        check("T09:00-05:00", "09:00 UTC−5");
        check("T09:00/T11:00", "09:00 – 11:00");
        check("2024-06-28TMO", "28 June 2024, morning");
        check("2013-03-23T15:00Z", "23 March 2013, 15:00 UTC");
        check("P2Y3M", "2 years 3 months");
        check("PT1.5H", "1.5 hours");
        check("PT11H0M", "11 hours");
        check("P1W", "1 week");
        check("PXDE", "some decades");
        check("P6Y/P7Y", "6 years – 7 years");
    }

    #[test]
    fn what_is_no_timex_stays_as_it_is() {
        for code in
            ["", "soon", "P", "PT", "2024-13-01", "2024-07-", "T", "T5", "XXXX-WXX-9", "2024-W99", "é/", "W"]
        {
            check(code, code);
            assert!(!is_known(code), "{code}");
        }
    }
}
