//! Dates in figures: ISO 8601 (`2024-07-02`) and the customary forms (`02/07/2024`, `2.7.2024`).

use jiff::civil::Date;

use super::lexicon::Term;
use super::reader::{DayOrder, Reader};
use crate::extract::time::calendar::{Period, distance};

/// Three numbers with one separator between them.
struct Triple<'a> {
    numbers: [(u32, usize); 3],
    separator: &'a str,
}

/// Whether the article writes the day or the month first; found out when first asked.
fn order_of(reader: &Reader<'_>) -> DayOrder {
    *reader.context.order.get_or_init(|| day_order(&reader.context.whole()))
}

/// Reads a date in figures at token `at`, and gives the token behind it.
///
/// A year first is always followed by the month. Otherwise the day comes first where the
/// separator is a full stop; where one number can only be a day, that one is; and what is left is
/// settled by the whole article, see [`day_order`].
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    reader.is_free(at).then(|| read_second(reader, at))?
}

/// The same for the second date of a range, which may stand right behind a dash.
pub(crate) fn read_second(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let triple = triple(reader, at)?;
    let end = at + 5;
    let [(a, a_len), (b, _), (c, c_len)] = triple.numbers;
    if a_len == 4 {
        return Some((day(a, b, c)?, end));
    }
    let year = match c_len {
        4 => c,
        // The pivot of POSIX strptime: 69 to 99 are 1969 to 1999.
        2 if c < 69 => 2000 + c,
        2 => 1900 + c,
        _ => return None,
    };
    let day_first = match () {
        () if a > 12 => true,
        () if b > 12 => false,
        () if triple.separator == "." => true,
        () => order_of(reader) == DayOrder::DayFirst,
    };
    let (month, day_of_month) = if day_first { (b, a) } else { (a, b) };
    Some((day(year, month, day_of_month)?, end))
}

/// Reads a day of eight digits (`20240702`, the basic form of ISO 8601) at token `at`.
pub(crate) fn read_basic(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (number, len) = reader.digits(at)?;
    // "report-20170302.txt" is the name of a file.
    let is_file = reader.is_glued(at)
        && reader.word(at + 1) == "."
        && reader.is_glued(at + 1)
        && reader.is_glued(at + 2);
    let is_free = !is_file && (reader.is_free(at) || matches!(reader.word_before(at), "-" | "_" | "/"));
    let is_date =
        len == 8 && is_free && (1900..2100).contains(&(number / 10_000)) && !reader.number_goes_on(at + 1);
    is_date.then(|| Some((day(number / 10_000, number / 100 % 100, number % 100)?, at + 1)))?
}

/// Reads a year and a month in figures (`2024-07`, `07/2024`) at token `at`. Two digits that could
/// be those of a later year (`2019-21`, `2005-12`) are left to the ranges.
pub(crate) fn read_month(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (first, second) = (reader.digits(at)?, reader.digits(at + 2)?);
    let separator = reader.word(at + 1);
    let is_pair = reader.is_free(at)
        && matches!(separator, "-" | "/")
        && reader.is_glued(at + 1)
        && reader.is_glued(at + 2)
        && !reader.number_goes_on(at + 3)
        && !(reader.is_glued(at + 3) && reader.word(at + 3) == "-");
    let (year, month) = match (first, second) {
        // "Law 5/2020", "No. 7/2019"
        ((month, 1..=2), (year, 4)) if !is_numbered(reader, at) => (year, month),
        ((year, 4), (month, 2)) if separator == "-" && month <= year % 100 => (year, month),
        ((year, 4), (month, 1)) if separator == "-" && !is_numbered(reader, at) => (year, month),
        _ => return None,
    };
    let is_month = is_pair && (1..=12).contains(&month) && (1900..2100).contains(&year);
    is_month.then_some((Period::Month(Some(i16::try_from(year).ok()?), i8::try_from(month).ok()?), at + 3))
}

/// Whether the words before a number make it one of a law, a paper or a case.
fn is_numbered(reader: &Reader<'_>, at: usize) -> bool {
    let before = reader.word_before(at);
    let is_name = at.checked_sub(1).is_some_and(|at| reader.is_capital(at) && at > 0);
    is_name
        || matches!(before, "." | "#" | "/" | "§")
            && at.checked_sub(2).is_some_and(|at| reader.word(at).len() <= 3)
        || reader.is_any(
            at.saturating_sub(1),
            &["no", "number", "law", "resolution", "decree", "directive", "case", "article"],
        )
}

/// Reads a day and a month with a full stop between them (`7.6`) at token `at`, behind the name of a
/// weekday only.
pub(crate) fn read_dotted_pair(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let ((a, a_len), (b, b_len)) = (reader.digits(at)?, reader.digits(at + 2)?);
    let is_pair = a_len <= 2
        && b_len <= 2
        && reader.word(at + 1) == "."
        && reader.is_glued(at + 1)
        && reader.is_glued(at + 2)
        && !reader.number_goes_on(at + 3)
        && (!reader.is_low(at + 3) || reader.is_any(at + 3, &["with", "at", "in", "and", "to", "for"]));
    let day_first = a > 12 || b <= 12 && order_of(reader) == DayOrder::DayFirst;
    let (month, day) = if day_first { (b, a) } else { (a, b) };
    is_pair.then(|| Some((Period::day(None, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?, at + 3)))?
}

/// Reads a day and a month in figures (`2/7`) at token `at`; only words before it can make a date
/// of two numbers, so the caller must have seen such ("on", a weekday).
pub(crate) fn read_pair(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let ((a, a_len), (b, b_len)) = (reader.digits(at)?, reader.digits(at + 2)?);
    let is_pair = (reader.is_free(at) || matches!(reader.word_before(at), "-" | "–"))
        && a_len <= 2
        && b_len <= 2
        && (reader.word(at + 1) == "/" || reader.word(at + 1) == "-" && reader.follows_any(at, &["on"]))
        && reader.is_glued(at + 1)
        && reader.is_glued(at + 2)
        && !reader.number_goes_on(at + 3)
        // The day of the attacks is a name.
        && (a, b) != (9, 11);
    if !is_pair {
        return None;
    }
    // `on 3-2` is a score.
    if reader.word(at + 1) == "-" && a <= 12 && b <= 12 {
        return None;
    }
    let day_first = a > 12 || b <= 12 && order_of(reader) == DayOrder::DayFirst;
    let (month, day) = if day_first { (b, a) } else { (a, b) };
    Some((Period::day(None, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?, at + 3))
}

/// What the article itself says about the order of day and month, in this order:
///
/// 1. a date in figures that can be read in one way only (`13/07/2024`);
/// 2. a date in figures of which one reading falls on the days around publication and the other
///    does not;
/// 3. the dates with month names: "2 July" or "July 2";
/// 4. otherwise the month comes first, as in the United States.
fn day_order(reader: &Reader<'_>) -> DayOrder {
    /// Days between an event and the report of it.
    const NEAR: i64 = 10;

    let mut balance_certain = 0i32;
    let mut balance_near = 0i32;
    let mut balance_words = 0i32;
    for at in 0..reader.tokens.len() {
        if reader.digits(at).is_none() {
            continue;
        }
        if reader.is_free(at)
            && let Some(Triple { numbers: [(a, a_len), (b, _), (c, _)], separator: "/" | "-" }) =
                triple(reader, at)
            && a_len < 4
        {
            let readings =
                [(b, a), (a, b)].map(|(month, day)| date(if c < 100 { 2000 + c } else { c }, month, day));
            match readings {
                [Some(_), None] => balance_certain += 1,
                [None, Some(_)] => balance_certain -= 1,
                [Some(by_day), Some(by_month)] => {
                    let Some(published) = reader.context.published() else { continue };
                    let is_near = |date| distance(published, date) <= NEAR;
                    balance_near += i32::from(is_near(by_day)) - i32::from(is_near(by_month));
                }
                [None, None] => {}
            }
            continue;
        }
        let is_month = |at| matches!(reader.term(at), Some(Term::Month(_) | Term::MonthShort(_)));
        if at > 0 && is_month(at - 1) {
            balance_words -= 1;
        } else if is_month(at + 1) {
            balance_words += 1;
        }
    }
    let balance = [balance_certain, balance_near, balance_words].into_iter().find(|&balance| balance != 0);
    if balance.unwrap_or(0) > 0 { DayOrder::DayFirst } else { DayOrder::MonthFirst }
}

fn triple<'a>(reader: &Reader<'a>, at: usize) -> Option<Triple<'a>> {
    let first = reader.digits(at)?;
    let separator = reader.word(at + 1);
    let is_triple = matches!(separator, "/" | "-" | "." | "‑")
        && reader.word(at + 3) == separator
        && (1..5).all(|offset| reader.is_glued(at + offset))
        && !reader.number_goes_on(at + 5)
        && !(separator == "-"
            && reader.is_glued(at + 5)
            && reader.word(at + 5) == "-"
            && reader.is_glued(at + 6));
    let numbers = [first, reader.digits(at + 2)?, reader.digits(at + 4)?];
    let lengths = numbers.map(|(_, len)| len);
    let has_shape = matches!(lengths, [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]);
    // Two digits of a year are too little to tell a date from a version or a clause.
    let is_short = lengths[2] == 2 && lengths[0] != 4 && separator != "/";
    (is_triple && has_shape && !is_short).then_some(Triple { numbers, separator })
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn day(year: u32, month: u32, day: u32) -> Option<Period> {
    let date = date(year, month, day)?;
    Period::day(Some(date.year()), date.month(), date.day())
}
