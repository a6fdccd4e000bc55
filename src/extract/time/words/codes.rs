//! Codes of quarters, halves and fiscal years.

use super::reader::Reader;
use crate::extract::time::calendar::Period;

/// Reads "Q3", "H1", "FY2023" or "FY 23" at token `at`; "3Q24" is left out. A half needs a year beside it.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let word = reader.word(at).as_bytes();
    match word {
        [b'Q' | b'q', digit @ b'1'..=b'4'] => {
            let quarter = i8::try_from(digit - b'0').ok()?;
            // "Q1:" asks a question.
            (reader.word(at + 1) != ":").then_some((Period::SomeQuarter(quarter), at + 1))
        }
        [b'H', digit @ b'1'..=b'2'] => {
            let half = i8::try_from(digit - b'0').ok()?;
            Some((Period::Half(None, half), at + 1))
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
