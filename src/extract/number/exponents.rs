//! Powers behind a figure: `1e10`, `2^10`, `3 x 10^8`, `1.5 × 10⁶`.

use super::reader::{Reader, is_dash};
use crate::text::Gap;
use crate::value::Decimal;

/// Larger exponents are not written out.
const LARGEST: i32 = 99;

/// What a figure comes to with the power behind it (from token `end` on), and the token behind that.
pub(in crate::extract) fn powered(
    reader: Reader<'_>,
    value: Decimal,
    end: usize,
) -> Option<(Decimal, usize)> {
    let word = reader.word(end);
    match word.as_bytes().first()? {
        b'^' if reader.is_solid(end) => {
            let (exponent, end) = exponent(reader, end + 1)?;
            Some((value.checked_pow(exponent)?, end))
        }
        b'e' | b'E' if reader.is_solid(end) => {
            let (exponent, end) = match word.get(1..)? {
                "" => exponent(reader, end + 1)?,
                digits => (digits.parse().ok().filter(|exponent| *exponent <= LARGEST)?, end + 1),
            };
            Some((times_ten(value, exponent)?, end))
        }
        _ if matches!(word, "x" | "X" | "×" | "*" | "·") => {
            let is_near = reader.gap(end) <= Gap::Space && reader.gap(end + 1) <= Gap::Space;
            if !is_near || reader.word(end + 1) != "10" {
                return None;
            }
            let (exponent, end) = match reader.word(end + 2) {
                "^" if reader.is_solid(end + 2) => exponent(reader, end + 3)?,
                _ => superscript(reader, end + 2)?,
            };
            Some((times_ten(value, exponent)?, end))
        }
        _ => None,
    }
}

fn times_ten(value: Decimal, exponent: i32) -> Option<Decimal> {
    let power = exponent.unsigned_abs();
    if exponent < 0 { value.checked_mul(Decimal::new(1, power)) } else { value.scaled(power) }
}

/// The whole number with or without a sign at token `at`, joined to what stands before.
fn exponent(reader: Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let sign = reader.word(at);
    let (is_negative, at) = match () {
        () if !reader.is_solid(at) => return None,
        () if is_dash(sign) => (true, at + 1),
        () if sign == "+" => (false, at + 1),
        () => (false, at),
    };
    let ends = !reader.is_solid(at + 1) || !reader.is_hyphened(at + 2) && reader.word(at + 1) != "/";
    let exponent = reader.word(at).parse::<i32>().ok().filter(|exponent| *exponent <= LARGEST)?;
    (reader.is_solid(at) && reader.is_digits(at) && ends)
        .then_some((if is_negative { -exponent } else { exponent }, at + 1))
}

/// The number in superscript digits (each a token) from `at` on.
fn superscript(reader: Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let digit = |token: usize| -> Option<i32> {
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
        let place = digits.iter().position(|digit| reader.is_solid(token) && reader.word(token) == *digit)?;
        i32::try_from(place).ok()
    };
    let is_negative = reader.word(at) == "⁻" && reader.is_solid(at);
    let first = at + usize::from(is_negative);
    let (mut exponent, mut end) = (0, first);
    while let Some(digit) = digit(end).filter(|_| exponent < 10) {
        (exponent, end) = (exponent * 10 + digit, end + 1);
    }
    (end > first).then_some((if is_negative { -exponent } else { exponent }, end))
}
