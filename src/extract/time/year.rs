//! Years, decades and centuries.

use super::absolute::day_number;
use super::calendar::{Term, Unit};
use super::period::Period;
use super::reader::Reader;
use super::relative;
use crate::text::TokenKind;

/// How sure a reading is.
const CERTAIN: f64 = 0.95;
/// A number that only looks like a year.
const LIKELY: f64 = 0.9;

/// Reads a year in four digits at token `at`, where words around it say that it is one.
pub(super) fn digits(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let (year, len) = reader.digits(at)?;
    let end = at + 1;
    let is_hyphened = matches!(reader.word(end), "-") && reader.is_glued(end) && reader.is_glued(end + 1);
    // "2015-1-32", "2019-0034": a code; "2019-2021" and "2019-21" are two years.
    let is_code = is_hyphened
        && reader.digits(end + 1).is_some_and(|(_, len)| {
            let goes_on = reader.is_glued(end + 2) && reader.word(end + 2) == "-" && reader.is_glued(end + 3);
            !matches!(len, 2 | 4) || goes_on || reader.number_goes_on(end + 2)
        });
    let is_year = len == 4 && (1000..2200).contains(&year) && !reader.number_goes_on(end) && !is_code;
    let has_letters = reader.is_glued(end) && reader.kind(end) == Some(TokenKind::Word);
    (is_year && !has_letters).then_some((i16::try_from(year).ok()?, end))
}

/// Reads the year behind a month, a day or a season, with "of" or a comma: "2024", "last year".
/// The year is open where nobody told the day of publication.
pub(super) fn behind(reader: &Reader<'_>, end: usize) -> Option<(Option<i16>, usize)> {
    let has_link = matches!(reader.word(end), "," | "of" | "in");
    let link = usize::from(has_link);
    if let Some((year, end)) = digits(reader, end + link)
        .or_else(|| in_words(reader, end + link))
        .or_else(|| cut(reader, end + link, has_link))
    {
        return Some((Some(year), end));
    }
    let at = end + usize::from(reader.is(end, "of"));
    let is_calendar = !reader.is_any(at, &["past", "coming", "upcoming", "recent"]);
    let (year, end) = relative::shifted_unit(reader, at, Unit::Year).filter(|_| is_calendar)?;
    Some((year.year(), end))
}

/// Reads the last two digits of a year: "summer of '69", "April of 87". Without an apostrophe they
/// must be more than the days of a month.
fn cut(reader: &Reader<'_>, at: usize, is_linked: bool) -> Option<(i16, usize)> {
    let has_mark = matches!(reader.word(at), "'" | "’" | "‘") && reader.is_glued(at + 1);
    let at = at + usize::from(has_mark);
    let (number, len) =
        reader.digits(at).filter(|&(number, len)| len == 2 && (has_mark || is_linked && number > 31))?;
    let ends = !reader.number_goes_on(at + 1) && (has_mark || !reader.is_low(at + 1));
    // The pivot of POSIX strptime, as for dates in figures.
    let year = i16::try_from(number).ok()? + if number < 69 { 2000 } else { 1900 };
    (len == 2 && ends).then_some((year, at + 1))
}

/// Reads a year in words at token `at`: "nineteen eighty-six", "two thousand and fifteen".
pub(super) fn in_words(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let number = |at: usize| match reader.term(at) {
        Some(Term::Number(number)) => Some(i16::from(number)),
        _ => None,
    };
    let head = number(at)?;
    // "two thousand and fifteen", "two thousand"
    if reader.is(at + 1, "thousand") && head < 3 {
        let has_and = reader.is(at + 2, "and");
        let rest = below_hundred(reader, at + 2 + usize::from(has_and));
        return Some(rest.map_or((head * 1000, at + 2), |(rest, end)| (head * 1000 + rest, end)));
    }
    let (head, next) = if (16..=20).contains(&head) { (head, at + 1) } else { return None };
    let (rest, end) = below_hundred(reader, next).filter(|&(rest, _)| rest >= 10)?;
    Some((head * 100 + rest, end))
}

/// "fifteen", "eighty-six", "eighty six"
fn below_hundred(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let Some(Term::Number(tens)) = reader.term(at) else { return None };
    let ones_at = at + 1 + usize::from(reader.word(at + 1) == "-");
    match reader.term(ones_at) {
        Some(Term::Number(ones @ 1..=9)) if tens >= 20 => {
            Some((i16::from(tens) + i16::from(ones), ones_at + 1))
        }
        _ => Some((tens.into(), at + 1)),
    }
}

/// Reads what names a year as one: "calendar year 2008", "in two thousand and twenty".
fn named(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    if reader.is(at, "calendar") && reader.is(at + 1, "year") {
        let (year, end) = digits(reader, at + 2)?;
        return Some((Period::Year(Some(year)), end));
    }
    let (year, end) =
        in_words(reader, at).filter(|_| reader.follows_any(at, &["in", "since", "until", "year"]))?;
    let is_counted = reader.kind(end) == Some(TokenKind::Word)
        && !reader.is_any(end, &["and", "but", "when", "as", "after", "the", "he", "she", "they"]);
    (year > 1600 && !is_counted).then_some((Period::Year(Some(year)), end))
}

/// Reads a year, decade or century at token `at`; gives its score and the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, f64, usize)> {
    if let Some((period, end)) = century(reader, at)
        .or_else(|| decade(reader, at))
        .or_else(|| era(reader, at))
        .or_else(|| named(reader, at))
    {
        return Some((period, CERTAIN, end));
    }
    let (year, end) = digits(reader, at)?;
    let score = score(reader, at, year)?;
    Some((Period::Year(Some(year)), score, end))
}

/// How sure a free number of four digits is a year; `None` where it is not.
///
/// A preposition of time makes nearly every such number one. Without, it must lie between 1900
/// and 2099 and not count or number anything: round ones before a plural ("2000 troops") do.
fn score(reader: &Reader<'_>, at: usize, year: i16) -> Option<f64> {
    const TIMELY: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "during",
        "year",
        "early",
        "late",
        "mid",
        "through",
        "before",
        "after",
        "circa",
        "throughout",
        "pre",
        "post",
    ];
    const LOOSE: &[&str] = &["by", "from", "of", "between", "around", "("];
    const NUMBERED: &[&str] = &[
        "section",
        "article",
        "chapter",
        "page",
        "room",
        "flight",
        "highway",
        "route",
        "boeing",
        "airbus",
        "windows",
        "no",
        "number",
        "unit",
        "lot",
        "bill",
        "channel",
        "model",
        "resolution",
        "#",
        "act",
        "nasdaq",
        "title",
        "rule",
        "order",
        "ps",
        "route",
        "line",
        "bus",
        "train",
        "building",
        "apartment",
        "suite",
        "box",
        "asteroid",
        "class",
        "catalog",
    ];
    const COUNTED: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "percent",
        "per",
        "miles",
        "feet",
        "metres",
        "meters",
        "kilometres",
        "kilometers",
        "dollars",
        "euros",
        "pounds",
        "tonnes",
        "tons",
        "acres",
        "hectares",
        "gmt",
        "utc",
        "hours",
        "million",
        "billion",
        "trillion",
        "thousand",
        "or",
        "more",
        "calories",
        "votes",
        "points",
        "seats",
        "jobs",
        "km",
        "kg",
        "m",
        "mw",
        "rpm",
        "bc",
        "degrees",
    ];

    let is_range = matches!(reader.word_before(at), "-" | "–" | "/" | "~");
    let is_free = reader.is_free(at) || is_range && is_year_before(reader, at) || is_prefixed(reader, at);
    if !is_free {
        return None;
    }
    let end = at + 1;
    let is_glued_word = reader.is_glued(end)
        && matches!(reader.word(end), "-" | "–")
        && reader.is_glued(end + 1)
        && reader.kind(end + 1) == Some(TokenKind::Word)
        && reader
            .is_any(end + 1, &["year", "foot", "mile", "meter", "metre", "strong", "page", "acre", "pound"]);
    let is_counted =
        reader.is_any(end, COUNTED) && !reader.is_any(end, &["or", "more", "per"]) || is_glued_word;
    let is_numbered = reader.follows_any(at, NUMBERED)
        || reader.word_before(at) == "." && {
            at.checked_sub(2).is_some_and(|at| reader.is_any(at, &["no", "nos", "art", "sec"]))
        };
    if is_counted || is_numbered || reader.kind(end) == Some(TokenKind::Currency) {
        return None;
    }
    let is_plural = reader.is_low(end)
        && reader.word(end).len() > 3
        && reader.word(end).ends_with('s')
        && !reader.word(end).ends_with("ss");
    let is_round = year % 100 == 0;
    if reader.follows_any(at, TIMELY) && !(is_round && is_plural) {
        return Some(CERTAIN);
    }
    let is_modern = (1900..2100).contains(&year);
    let is_connected =
        reader.is_any(end, &["to", "until", "till", "and", "through"]) && digits(reader, end + 1).is_some();
    let is_placed = reader.follows_any(at, LOOSE) && year > 1400 && (is_connected || !reader.is_low(end));
    if !is_modern && !is_placed {
        return None;
    }
    let has_determiner =
        reader.follows_any(at, &["the", "this", "that", "his", "her", "their", "its", "'s", "’s"]);
    if is_round && (is_plural || !has_determiner && !reader.follows_any(at, LOOSE)) {
        return None;
    }
    Some(if has_determiner || reader.follows_any(at, LOOSE) { CERTAIN } else { LIKELY })
}

/// Whether the number behind a dash follows a year.
fn is_year_before(reader: &Reader<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|at| digits(reader, at).is_some())
}

/// "pre-2014", "mid-2024"
fn is_prefixed(reader: &Reader<'_>, at: usize) -> bool {
    reader.word_before(at) == "-"
        && at.checked_sub(2).is_some_and(|at| reader.is_any(at, &["pre", "post", "mid", "early", "late"]))
}

/// "19th century", "twenty-first century", "21st-century"; TIMEX3 names it by its first two
/// digits.
fn century(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (number, is_ordinal, end) = day_number(reader, at)?;
    let end = if reader.word(end) == "-" { end + 1 } else { end };
    let is_century = is_ordinal && matches!(reader.term(end), Some(Term::Unit(Unit::Century)));
    let (is_before_christ, end) = match () {
        () if !is_century => return None,
        () if is_bc(reader, end + 1) => (true, end + 2),
        () if is_ad(reader, end + 1) => (false, end + 2),
        () => (false, end + 1),
    };
    // The year of a century before Christ cannot be written in two digits: its first year.
    let first = -i16::from(number) * 100;
    let period =
        if is_before_christ { Period::Year(Some(first)) } else { Period::Century(i16::from(number) - 1) };
    Some((period, end))
}

/// "the 18th and 19th centuries"
pub(super) fn centuries(reader: &Reader<'_>, at: usize) -> Option<(Period, Period, usize)> {
    let (first, is_ordinal, end) = day_number(reader, at)?;
    let connects = reader.is_any(end, &["and", "to", "or", "-", "–"]);
    let (last, is_last_ordinal, end) = connects.then(|| day_number(reader, end + 1))??;
    let is_century = matches!(reader.term(end), Some(Term::Units(Unit::Century)));
    let are_centuries = is_ordinal && is_last_ordinal && is_century && first < last;
    let century = |number: i8| Period::Century(i16::from(number) - 1);
    are_centuries.then_some((century(first), century(last), end + 1))
}

/// "1990s", "1990's", "'90s", "the nineties"
fn decade(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    if let Some(Term::Decade(decade)) = reader.term(at) {
        // People are in their nineties, too.
        let is_time = reader.follows_any(at, &["the", "early", "late", "mid", "-"])
            && !reader.follows_any(at, &["their"]);
        return is_time.then_some((Period::Decade(decade), at + 1));
    }
    let is_cut = crate::text::is_apostrophe(reader.word(at).chars().next()?) || reader.word(at) == "‘";
    let number_at = at + usize::from(is_cut);
    let (number, len) = reader.digits(number_at)?;
    let end = number_at + 1;
    let has_ending = reader.is_glued(end) && matches!(reader.word(end), "s" | "S" | "'s" | "’s");
    if !has_ending || number % 10 != 0 || !is_cut && !reader.is_free(at) && !is_prefixed(reader, at) {
        return None;
    }
    let has_possessive = reader.kind(end) == Some(TokenKind::Clitic);
    match len {
        4 if (1000..2100).contains(&number) => {
            let number = i16::try_from(number).ok()?;
            // "1800s" are a century, "2000s" a decade as well: the one that people live in.
            let is_century = number % 100 == 0 && number < 1900;
            let period = if is_century { Period::Century(number / 100) } else { Period::Decade(number / 10) };
            Some((period, end + 1))
        }
        2 if is_cut && reader.is_glued(number_at)
            || !has_possessive && reader.follows_any(at, &["the", "early", "late"]) =>
        {
            let is_age = at
                .checked_sub(2)
                .is_some_and(|at| reader.is_any(at, &["his", "her", "their", "my", "your", "our"]));
            let century = if number < 30 { 200 } else { 190 };
            (!is_age).then_some((Period::Decade(i16::try_from(number / 10).ok()? + century), end + 1))
        }
        _ => None,
    }
}

/// "44 BC", "AD 79"
fn era(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    if is_ad(reader, at) {
        let (year, len) = reader.digits(at + 1)?;
        return (len <= 4).then_some((Period::Year(Some(i16::try_from(year).ok()?)), at + 2));
    }
    let (year, len) = reader.digits(at).filter(|_| reader.is_free(at))?;
    let year = (len <= 4 && year > 0).then(|| i16::try_from(year).ok())??;
    match () {
        () if is_bc(reader, at + 1) => Some((Period::Year(Some(-year)), at + 2)),
        () if is_ad(reader, at + 1) => Some((Period::Year(Some(year)), at + 2)),
        () => None,
    }
}

fn is_bc(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), "BC" | "BCE" | "B.C." | "B.C" | "B.C.E.")
}

fn is_ad(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), "AD" | "CE" | "A.D." | "A.D" | "C.E.")
}
