//! How many: the numbers that stand before units of time.

use super::lexicon::Term;
use super::reader::Reader;
use crate::extract::time::calendar::{Count, Part, Unit};
use crate::text::TokenKind;
use crate::value::Decimal;

/// Reads a unit of time at token `at`: "days", "working days".
pub(crate) fn unit(reader: &Reader<'_>, at: usize) -> Option<(Unit, usize)> {
    const KINDS: &[&str] =
        &["business", "working", "trading", "consecutive", "full", "straight", "additional", "more"];
    let at = at + usize::from(reader.is_any(at, KINDS));
    match reader.term(at)? {
        Term::Unit(unit) | Term::Units(unit) => Some((unit, at + 1)),
        Term::Second => Some((Unit::Second, at + 1)),
        Term::Part(Part::Night) => Some((Unit::Night, at + 1)),
        _ => None,
    }
}

/// "a quarter", "three quarters" before a unit, with or without "of".
fn quarters(reader: &Reader<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (count, next) = match reader.term(at)? {
        Term::Article => (1, at + 1),
        Term::Number(count @ 1..=3) => (i128::from(count), at + 1),
        Term::Unit(Unit::Quarter) => (1, at),
        _ => return None,
    };
    let is_quarter =
        matches!(reader.term(next), Some(Term::Unit(Unit::Quarter) | Term::Units(Unit::Quarter)));
    let of = next + 1;
    let end = of + usize::from(reader.is(of, "of"));
    let end = end + usize::from(end > of && reader.term(end) == Some(Term::Article));
    let has_unit = matches!(reader.term(end), Some(Term::Unit(_) | Term::Units(_)));
    (is_quarter && has_unit).then_some((Decimal::new(25 * count, 2), end))
}

fn half() -> Decimal {
    Decimal::new(5, 1)
}

/// Reads a count at token `at`: "3", "2.5", "1,200", "½", "two", "twenty-four", "a hundred",
/// "half a", "a dozen", "a few", "several", "a couple of"; a bare "a" is one. Gives the token
/// behind it.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    if let Some((quarters, end)) = quarters(reader, at) {
        return Some((Count::Exact(quarters), end));
    }
    let (count, end) = match reader.kind(at)? {
        TokenKind::Number => figures(reader, at)?,
        TokenKind::Word => words(reader, at)?,
        _ => return None,
    };
    // "two and a half years", but not "a year and a half", which the unit divides.
    if reader.is(end, "and") && reader.is(end + 2, "half") && reader.term(end + 1) == Some(Term::Article) {
        return Some((count.and_half(), end + 3));
    }
    // "one and a quarter hours", "two and three quarters of an hour"
    if reader.is(end, "and")
        && count != Count::Vague
        && let Some((quarters, end)) = quarters(reader, end + 1)
    {
        return Some((count.and(quarters), end));
    }
    // "one and half hours"
    if reader.is(end, "and") && reader.is(end + 1, "half") && count != Count::Vague {
        return Some((count.and_half(), end + 2));
    }
    Some((count, end))
}

fn figures(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    if !reader.is_free(at) {
        return None;
    }
    if let Some(part) = fraction(reader.word(at)) {
        return Some((Count::Exact(part), at + 1));
    }
    // "1/2 day"
    if let Some(part) = vulgar_at(reader, at).filter(|_| {
        matches!(reader.term(at + 3), Some(Term::Unit(_) | Term::Units(_))) || reader.word(at + 3) == "h"
    }) {
        return Some((Count::Exact(part), at + 3));
    }
    let (value, len) = reader.digits(at)?;
    let mut digits = i128::from(value);
    let mut end = at + 1;
    // "1,200,000": at most four groups, so that the number fits.
    for _ in 0..4 {
        let group = reader.digits(end + 1).filter(|&(_, group)| group == 3 && len <= 3);
        let Some((group, _)) = group.filter(|_| reader.word(end) == "," && reader.number_goes_on(end)) else {
            break;
        };
        digits = digits * 1000 + i128::from(group);
        end += 2;
    }
    let mut number = Decimal::new(digits, 0);
    // "5 1/2"
    if let Some(part) = vulgar(reader, end).filter(|_| len <= 3) {
        return Some((Count::Exact(number.checked_add(part)?), end + 3));
    }
    if reader.word(end) == "." && reader.number_goes_on(end) {
        let (part, scale) = reader.digits(end + 1)?;
        let scale = u32::try_from(scale).ok()?;
        number = number.checked_add(Decimal::new(i128::from(part), scale))?;
        end += 2;
    } else if let Some(part) = fraction(reader.word(end)).filter(|_| reader.is_glued(end)) {
        number = number.checked_add(part)?;
        end += 1;
    }
    if reader.number_goes_on(end) {
        return None;
    }
    Some((Count::Exact(number), end))
}

fn fraction(word: &str) -> Option<Decimal> {
    match word {
        "½" => Some(half()),
        "¼" => Some(Decimal::new(25, 2)),
        "¾" => Some(Decimal::new(75, 2)),
        _ => None,
    }
}

fn words(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    let exact = |number: u32| Count::Exact(Decimal::new(number.into(), 0));
    match reader.term(at)? {
        Term::Number(number) => {
            let (number, end) = tens_and_ones(reader, at, number);
            Some(match reader.term(end) {
                Some(Term::Hundred) => (exact(number * 100), end + 1),
                Some(Term::Dozen) => (exact(number * 12), end + 1),
                _ => (exact(number), end),
            })
        }
        Term::Article => Some(match reader.term(at + 1) {
            Some(Term::Hundred) => (exact(100), at + 2),
            Some(Term::Dozen) => (exact(12), at + 2),
            // "a half-hour meeting": the article is the meeting's.
            Some(Term::Half) if reader.word(at + 2) == "-" => return None,
            Some(Term::Half) => (Count::Exact(half()), at + 2),
            Some(Term::Vague) => (Count::Vague, skip_of(reader, at + 2)),
            _ => (Count::ONE, at + 1),
        }),
        Term::Half if reader.term(at + 1) == Some(Term::Article) => Some((Count::Exact(half()), at + 2)),
        Term::Half if reader.word(at + 1) == "-" => Some((Count::Exact(half()), at + 1)),
        // "half day", but not "first half hours"
        Term::Half if reader.term(at + 1) == Some(Term::Unit(Unit::Day)) => {
            Some((Count::Exact(half()), at + 1))
        }
        Term::Vague => Some((Count::Vague, skip_of(reader, at + 1))),
        _ => None,
    }
}

fn tens_and_ones(reader: &Reader<'_>, at: usize, tens: u8) -> (u32, usize) {
    let ones = if reader.word(at + 1) == "-" { at + 2 } else { at + 1 };
    match reader.term(ones) {
        Some(Term::Number(number)) if tens >= 20 && (1..10).contains(&number) => {
            (u32::from(tens) + u32::from(number), ones + 1)
        }
        _ => (u32::from(tens), at + 1),
    }
}

fn skip_of(reader: &Reader<'_>, at: usize) -> usize {
    at + usize::from(reader.is(at, "of"))
}

/// A vulgar fraction behind a whole number: `1/2`, `3/4`.
fn vulgar(reader: &Reader<'_>, at: usize) -> Option<Decimal> {
    if reader.is_glued(at) { None } else { vulgar_at(reader, at) }
}

fn vulgar_at(reader: &Reader<'_>, at: usize) -> Option<Decimal> {
    let is_whole = reader.word(at + 1) == "/" && reader.is_glued(at + 1) && reader.is_glued(at + 2);
    match (is_whole, reader.word(at), reader.word(at + 2)) {
        (true, "1", "2") => Some(half()),
        (true, "1", "4") => Some(Decimal::new(25, 2)),
        (true, "3", "4") => Some(Decimal::new(75, 2)),
        _ => None,
    }
}
