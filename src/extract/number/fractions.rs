//! Parts of numbers in words: "two thirds", "three-quarters of a million", "a million and a half".

use super::form::Form;
use super::phrase::{Phrase, next_piece, ordinal, piece_at, small};
use super::reader::{Reader, is_one_of};
use super::vocabulary::Piece;
use crate::text::Gap;
use crate::value::Decimal;

/// Reads the ordinal that begins at a token, as the grammar of numbers in words does, of which parts are a part.
type ReadOrdinal = fn(Reader<'_>, usize) -> Option<Phrase>;

/// "two and a half [million]", "a million and a half", "five and three quarters"
pub(in crate::extract) fn with_fraction(reader: Reader<'_>, whole: &Phrase) -> Option<Phrase> {
    let (Piece::And, at) = next_piece(reader, whole.end)? else { return None };
    let (numerator, denominator, end) = part(reader, at + 1)?;
    // "one billion and three quarters million": a part of a smaller scale word.
    if let Some((Piece::Scale(power), at)) = next_piece(reader, end)
        && power < whole.power
    {
        let rest = Decimal::quotient(numerator.checked_mul(10i128.checked_pow(power)?)?, denominator)?;
        let value = whole.value?.checked_add(rest)?;
        return Some(Phrase { end: at + 1, value: Some(value), mantissa: Some(value), power: 0, ..*whole });
    }
    // A million and a half is 1.5 million; two hundred and a half is 200.5.
    let figure = if whole.power > 2 { whole.mantissa } else { whole.value };
    let numerator = figure?.to_integer()?.checked_mul(denominator)?.checked_add(numerator)?;
    if whole.power > 2 {
        let value = Decimal::quotient(numerator.checked_mul(10i128.checked_pow(whole.power)?)?, denominator)?;
        let mantissa = Decimal::quotient(numerator, denominator);
        return Some(Phrase { end, value: Some(value), mantissa, ..*whole });
    }
    scaled_part(reader, end, numerator, denominator)
}

/// "half", "a third", "two thirds" at token `at`: numerator, denominator and the token behind.
fn part(reader: Reader<'_>, at: usize) -> Option<(i128, i128, usize)> {
    if !reader.goes_on(at) {
        return None;
    }
    let (numerator, end) = match piece_at(reader, at)? {
        Piece::Article => (1, at + 1),
        Piece::Half => return Some((1, 2, at + 1)),
        _ => small(reader, at)?,
    };
    let (denominator, at) = next_piece(reader, end)?;
    let denominator = match denominator {
        Piece::Half if numerator == 1 => 2,
        Piece::Quarter if numerator == 1 => 4,
        Piece::Parts(parts) if numerator > 1 && parts > 1 => parts,
        piece if numerator == 1 => ordinal(piece).filter(|&parts| parts > 2)?,
        _ => return None,
    };
    Some((numerator.into(), denominator.into(), at + 1))
}

/// "two thirds", "one-fifth", "twenty-three fifths": the number read so far is a numerator.
pub(in crate::extract) fn as_numerator(
    reader: Reader<'_>,
    numerator: &Phrase,
    read: ReadOrdinal,
) -> Option<Phrase> {
    let (parts, at) = next_piece(reader, numerator.end)?;
    let is_hyphened = at != numerator.end;
    let figure = numerator.value?.to_integer()?;
    let denominator = match parts {
        // Three quarters are a fraction, two quarters half a year.
        Piece::Parts(4) if figure != 3 && !is_hyphened => return None,
        Piece::Parts(1) => return None,
        Piece::Parts(parts) => parts,
        Piece::Ten(_) if tens_parts(reader, at).is_some() => {
            let (parts, end) = tens_parts(reader, at)?;
            return scaled_part(reader, end, figure, parts.into());
        }
        Piece::Half | Piece::Quarter if figure == 1 => {
            let is_part = is_hyphened || is_part_of(reader, at + 1);
            if parts == Piece::Half { 2 } else { is_part.then_some(4)? }
        }
        _ if figure == 1 && numerator.form == Form::Words => {
            let phrase = read(reader, at)?;
            let parts = phrase.value?.to_integer().filter(|&parts| parts > 2)?;
            if !is_hyphened && !is_part_of(reader, phrase.end) {
                return None;
            }
            return scaled_part(reader, phrase.end, 1, parts);
        }
        _ => return None,
    };
    scaled_part(reader, at + 1, figure, denominator.into())
}

/// "twenty-firsts", "thirty-fifths" at token `at`: the denominator and the token behind it.
pub(in crate::extract) fn tens_parts(reader: Reader<'_>, at: usize) -> Option<(i64, usize)> {
    let Piece::Ten(ten) = piece_at(reader, at)? else { return None };
    match next_piece(reader, at + 1)? {
        (Piece::Parts(parts @ (1 | 3..=9)), at) => Some((ten + parts, at + 1)),
        _ => None,
    }
}

/// "third of …" behind an article: token `at` is the denominator.
pub(in crate::extract) fn fraction_phrase(
    reader: Reader<'_>,
    at: usize,
    read: ReadOrdinal,
) -> Option<Phrase> {
    let (denominator, end) = match piece_at(reader, at)? {
        Piece::Quarter => (4, at + 1),
        _ => {
            let phrase = read(reader, at)?;
            (phrase.value?.to_integer().filter(|&parts| parts > 2)?, phrase.end)
        }
    };
    let scaled = scaled_part(reader, end, 1, denominator)?;
    (scaled.form == Form::Scaled || is_part_of(reader, end)).then_some(scaled)
}

/// Whether the words from `at` on show that a fraction stands before them, not a place in an
/// order: "a third of", "by a fifth."
fn is_part_of(reader: Reader<'_>, at: usize) -> bool {
    const SIGNS: &[&str] =
        &["of", "less", "more", "fewer", "higher", "lower", "smaller", "larger", "cheaper"];
    let ends = reader.gap(at) == Gap::Blank || matches!(reader.word(at), "." | "," | ";" | ")" | "!" | "?");
    ends || is_one_of(reader.word(at), SIGNS)
}

/// A fraction with the scale word that it multiplies, if there is one: "[half] a million", "[three
/// quarters] of a million", "[two and a half] million".
pub(in crate::extract) fn scaled_part(
    reader: Reader<'_>,
    end: usize,
    numerator: i128,
    denominator: i128,
) -> Option<Phrase> {
    let value = Decimal::quotient(numerator, denominator)?;
    let plain = Phrase { end, value: Some(value), mantissa: Some(value), power: 0, form: Form::Fraction };
    let mut at = end;
    if reader.goes_on(at) && reader.is(at, "of") {
        at += 1;
        if !is_one_of(reader.word(at), &["a", "an", "one"]) {
            return Some(plain);
        }
    }
    if reader.goes_on(at) && is_one_of(reader.word(at), &["a", "an", "one"]) {
        at += 1;
    }
    let Some((piece, at)) = next_piece(reader, at) else { return Some(plain) };
    let factor = match piece {
        Piece::Dozen => 12,
        Piece::Hundred => 100,
        Piece::Scale(power) => 10i128.checked_pow(power)?,
        _ => return Some(plain),
    };
    let power = match piece {
        Piece::Scale(power) => power,
        _ => 0,
    };
    let scaled = Decimal::quotient(numerator.checked_mul(factor)?, denominator)?;
    let mantissa = if power > 0 { value } else { scaled };
    Some(Phrase { end: at + 1, value: Some(scaled), mantissa: Some(mantissa), power, form: Form::Scaled })
}

pub(in crate::extract) fn half(reader: Reader<'_>, at: usize) -> Phrase {
    let value = Decimal::new(5, 1);
    let plain =
        Phrase { end: at + 1, value: Some(value), mantissa: Some(value), power: 0, form: Form::Fraction };
    scaled_part(reader, at + 1, 1, 2).unwrap_or(plain)
}
