//! How many: the numbers that stand before units of time.

use super::lexicon::Term;
use super::reader::Reader;
use crate::extract::number::Form;
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

/// Reads a count at token `at`: any number, "half a", "a few", "several", "a couple of", "hundreds of"; a bare "a" is one. Gives
/// the token behind it.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    if let Some((quarters, end)) = quarters(reader, at) {
        return Some((Count::Exact(quarters), end));
    }
    half(reader, at).or_else(|| alone(reader, at)).or_else(|| number(reader, at)).or_else(|| open(reader, at))
}

/// The number of what is told behind a sign, or by the quarter, which the grammar of numbers reads as one with it: "minus 2
/// weeks", "three quarters".
fn alone(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    let is_quarters = reader.term(at + 1) == Some(Term::Units(Unit::Quarter));
    let number = match reader.term(at) {
        // "five billion and three quarters" has no quarters of a year.
        Some(Term::Number(number)) if is_quarters && reader.number(at).is_some() => number.into(),
        _ => {
            let (number, _) = reader.digits(at).filter(|_| reader.is_free(at))?;
            let is_signed = reader.number(at).is_none() && !reader.number_goes_on(at + 1);
            is_signed.then_some(number)?
        }
    };
    Some((Count::Exact(Decimal::new(number.into(), 0)), at + 1))
}

/// A number, and the "of an" behind a fraction.
fn number(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    let is_figure = reader.kind(at)? == TokenKind::Number;
    let (number, end) = reader.number(at).filter(|_| !is_figure || reader.is_free(at))?;
    // "a half-hour meeting": the article is the meeting's.
    if reader.term(at) == Some(Term::Article) && reader.word(end) == "-" {
        return None;
    }
    let count = match number.value {
        _ if number.form == Form::Ordinal => return None,
        Some(value) => Count::Exact(value).is_positive()?,
        None => Count::Vague,
    };
    let of = end + usize::from(reader.is(end, "of"));
    let past_of = of + usize::from(reader.term(of) == Some(Term::Article));
    let has_unit = of > end && matches!(reader.term(past_of), Some(Term::Unit(_) | Term::Units(_)));
    let takes_of = matches!(number.form, Form::Fraction | Form::Vague) && has_unit;
    // "one hour and half" divides the hour, "one and half hours" the number.
    if reader.is(end, "and") && reader.is(end + 1, "half") && count != Count::Vague {
        return Some((count.and(Decimal::new(5, 1)), end + 2));
    }
    Some((count, if takes_of { past_of } else { end }))
}

/// "half a", "half-", "half day"
fn half(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    let half = Count::Exact(Decimal::new(5, 1));
    let is_article = reader.term(at) == Some(Term::Article);
    let next = at + usize::from(is_article);
    if reader.term(next) != Some(Term::Half) {
        return None;
    }
    match reader.term(next + 1) {
        // "a half-hour meeting": the article is the meeting's.
        _ if reader.word(next + 1) == "-" => (!is_article).then_some((half, next + 1)),
        Some(Term::Article) if !is_article => Some((half, next + 2)),
        // "half day", but not "first half hours"
        Some(Term::Unit(unit)) if is_article || unit == Unit::Day => Some((half, next + 1)),
        _ => None,
    }
}

/// Words that leave the number open; an article is one.
fn open(reader: &Reader<'_>, at: usize) -> Option<(Count, usize)> {
    let past_of = |at: usize| at + usize::from(reader.is(at, "of"));
    match reader.term(at)? {
        Term::Vague => Some((Count::Vague, past_of(at + 1))),
        Term::Article if reader.term(at + 1) == Some(Term::Vague) => Some((Count::Vague, past_of(at + 2))),
        Term::Article => Some((Count::ONE, at + 1)),
        _ => None,
    }
}
