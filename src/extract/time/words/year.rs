//! Years, decades and centuries.

use super::codes;
use super::lexicon::Term;
use super::names::day_number;
use super::reader::Reader;
use crate::extract::time::calendar::{Period, Unit};
use crate::text::TokenKind;

/// Reads a decade, a century or a year with its era at token `at`.
pub(crate) fn named(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    century(reader, at).or_else(|| decade(reader, at)).or_else(|| era(reader, at))
}

/// Reads a year in four digits at token `at`, where words around it say that it is one.
pub(crate) fn digits(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
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
    // "2018Q4" is a quarter.
    let has_letters = reader.is_glued(end)
        && reader.kind(end) == Some(TokenKind::Word)
        && codes::read(reader, end).is_none();
    (is_year && !has_letters).then_some((i16::try_from(year).ok()?, end))
}

/// Reads the last two digits of a year: "summer of '69", "April of 87". Without an apostrophe they
/// must be more than the days of a month.
pub(crate) fn cut(reader: &Reader<'_>, at: usize, is_linked: bool) -> Option<(i16, usize)> {
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
pub(crate) fn in_words(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
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

/// Whether the number behind a dash follows a year.
pub(crate) fn is_year_before(reader: &Reader<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|at| digits(reader, at).is_some())
}

/// "pre-2014", "mid-2024"
pub(crate) fn is_prefixed(reader: &Reader<'_>, at: usize) -> bool {
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
