//! Quarters, halves and fiscal years: "Q3 2024", "the third quarter of last year", "FY2023".

use super::calendar::{Term, Unit};
use super::period::Period;
use super::reader::Reader;
use super::relative;
use super::year;

/// Reads a quarter, half or fiscal year at token `at`, and gives the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    match reader.term(at) {
        Some(Term::Fiscal) => fiscal(reader, at),
        Some(Term::Ordinal(_) | Term::Second) => by_ordinal(reader, at),
        Some(_) => None,
        None => code(reader, at).or_else(|| by_ordinal(reader, at)).or_else(|| year_first(reader, at)),
    }
}

/// "fiscal 2023", "the financial year 2023"
fn fiscal(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let year_at = at + 1 + usize::from(reader.is(at + 1, "year"));
    let (year, end) = year::digits(reader, year_at)?;
    Some((Period::Fiscal(Some(year)), end))
}

/// "Q3 2024", "H1", "FY2023", "FY 23", "3Q24" is left out
fn code(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let word = reader.word(at).as_bytes();
    match word {
        [b'Q' | b'q', digit @ b'1'..=b'4'] => {
            let quarter = i8::try_from(digit - b'0').ok()?;
            // "Q1:" asks a question.
            let is_bare = reader.word(at + 1) != ":";
            let found = of_year(reader, Period::SomeQuarter(quarter), at + 1);
            found.or(is_bare.then_some((Period::SomeQuarter(quarter), at + 1)))
        }
        [b'H', digit @ b'1'..=b'2'] => {
            let half = i8::try_from(digit - b'0').ok()?;
            of_year(reader, Period::Half(None, half), at + 1)
        }
        [b'F' | b'f' | b'C' | b'c', b'Y' | b'y'] => {
            let (year, len) = reader.digits(at + 1).filter(|&(_, len)| len == 4 || word == b"FY")?;
            Some((named_year(word, full_year(year, len)?), at + 2))
        }
        [b'F' | b'f' | b'C' | b'c', b'Y' | b'y', digits @ ..] => {
            let year = std::str::from_utf8(digits).ok()?.parse().ok()?;
            Some((named_year(word, full_year(year, digits.len())?), at + 1))
        }
        _ => None,
    }
}

/// "FY" and "CY": a fiscal year, and one of the calendar.
fn named_year(word: &[u8], year: i16) -> Period {
    if matches!(word, [b'C' | b'c', ..]) { Period::Year(Some(year)) } else { Period::Fiscal(Some(year)) }
}

fn full_year(year: u32, len: usize) -> Option<i16> {
    match len {
        4 => i16::try_from(year).ok().filter(|year| (1900..2200).contains(year)),
        2 => i16::try_from(year + 2000).ok(),
        _ => None,
    }
}

/// "first quarter", "second half" of a year that was told before: "last year's fourth quarter".
pub(super) fn part_of(reader: &Reader<'_>, at: usize, year: i16) -> Option<(Period, usize)> {
    let (ordinal, is_ordinal, end) = super::absolute::day_number(reader, at)?;
    let part = match reader.term(end)? {
        _ if !is_ordinal => return None,
        Term::Unit(Unit::Quarter) if (1..=4).contains(&ordinal) => Period::Quarter(Some((year, ordinal))),
        Term::Half if (1..=2).contains(&ordinal) => Period::Half(Some(year), ordinal),
        _ => return None,
    };
    Some((part, end + 1))
}

/// "third quarter", "second half of 2024"; a half without a year is one of a match.
fn by_ordinal(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (ordinal, is_ordinal, end) = super::absolute::day_number(reader, at)?;
    let end = if reader.word(end) == "-" { end + 1 } else { end };
    let period = match reader.term(end)? {
        _ if !is_ordinal => return None,
        Term::Unit(Unit::Quarter) if (1..=4).contains(&ordinal) => Period::SomeQuarter(ordinal),
        Term::Half if (1..=2).contains(&ordinal) => {
            return of_year(reader, Period::Half(None, ordinal), end + 1);
        }
        _ => return None,
    };
    of_year(reader, period, end + 1).or(Some((period, end + 1)))
}

/// "2024 Q3", "2019-H2"
fn year_first(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (year, _, end) = reader.is_free(at).then(|| {
        let (year, len) = reader.digits(at).filter(|&(_, len)| len == 4)?;
        Some((i16::try_from(year).ok()?, len, at + 1))
    })??;
    let code_at = end + usize::from(reader.word(end) == "-");
    // "the 2019 third quarter"
    if let Some(found) = part_of(reader, end, year).filter(|(part, _)| matches!(part, Period::Quarter(_))) {
        return Some(found);
    }
    let period = match reader.word(code_at).as_bytes() {
        [b'Q' | b'q', digit @ b'1'..=b'4'] => Period::Quarter(Some((year, i8::try_from(digit - b'0').ok()?))),
        [b'H', digit @ b'1'..=b'2'] => Period::Half(Some(year), i8::try_from(digit - b'0').ok()?),
        _ => return None,
    };
    Some((period, code_at + 1))
}

/// Adds the year behind `end`: "2024", "of 2024", "of last year", "of the year".
fn of_year(reader: &Reader<'_>, period: Period, end: usize) -> Option<(Period, usize)> {
    let has_of = reader.is_any(end, &["of", "in", "-", ","]);
    let year_at = end + usize::from(has_of);
    let has_fiscal = reader.term(year_at) == Some(Term::Fiscal);
    let (year, end) = match year::digits(reader, year_at + usize::from(has_fiscal)) {
        Some((year, end)) => (Some(year), end),
        None if reader.is(end, "of") && reader.is(year_at, "the") && reader.is(year_at + 1, "year") => {
            (reader.context.reference.shifted(Unit::Year, 0).year(), year_at + 2)
        }
        None => {
            let (year, end) = relative::shifted_unit(reader, year_at, Unit::Year)?;
            (year.year(), end)
        }
    };
    Some((year.map_or(period, |year| period.in_year(year)), end))
}
