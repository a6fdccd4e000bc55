//! A number with its unit.

use super::unit::{Unit, unit};
use crate::extract::number::{Form, Number, Reader, is_one_of};
use crate::text::{Gap, TokenKind};
use crate::value::{Decimal, Figure};

/// A measure in the text.
pub(super) struct Found {
    pub(super) figure: Figure,
    /// The token behind.
    pub(super) end: usize,
    pub(super) unit: String,
    pub(super) score: f64,
    pub(super) n_numbers: usize,
}

/// The unit behind a number that ends before token `end`.
pub(super) fn unit_behind(reader: Reader<'_>, number: &Number, end: usize) -> Option<Unit> {
    let mut at = reader.behind(end)?;
    if number.form == Form::Fraction {
        let of = at + usize::from(reader.is(at, "of"));
        if is_one_of(reader.word(of), &["a", "an"]) {
            at = of + 1;
        }
    }
    let is_digits = number.form != Form::Words;
    // "20 (kg)"
    if let Some(closing) = match reader.word(at) {
        "(" => Some(")"),
        "[" => Some("]"),
        _ => None,
    } {
        return unit(reader, at + 1, is_digits)
            .filter(|unit| {
                reader.word(unit.end) == closing && reader.is_solid(unit.end) && reader.is_solid(at + 1)
            })
            .map(Unit::closed);
    }
    // `SCP-173m` is a name, `1.2m people` counts people.
    let is_named = reader.is_hyphened(number.first)
        && number.is_digits()
        && reader.kind(number.first.wrapping_sub(2)) == Some(TokenKind::Word);
    let is_scale =
        reader.word(at) == "m" && reader.is_solid(at) && super::counting::is_counted(reader, at + 1);
    if is_named || is_scale {
        return None;
    }
    if let Some(unit) = unit(reader, at, is_digits).filter(|unit| is_plausible(reader, at, *unit)) {
        return Some(unit);
    }
    temperature(reader, number, end)
}

/// Words that are units only in some places: a "bit" behind a hyphen, a "cup" that is no trophy, a
/// "stone" or "magnitude" behind a figure.
fn is_plausible(reader: Reader<'_>, at: usize, unit: Unit) -> bool {
    let is_hyphened = reader.is_hyphened(at);
    if unit.is("bit") && reader.is(at, "bits") {
        return is_hyphened || reader.is_digits(at.wrapping_sub(1)) && !reader.is(unit.end, "of");
    }
    if unit.is("bit") || unit.is("magnitude") {
        return is_hyphened;
    }
    // `24703 L-202`
    if reader.word(at).len() == 1 && reader.is_hyphened(unit.end + 1) && reader.is_digits(unit.end + 1) {
        return false;
    }
    if unit.is("cup") || unit.is("stone") {
        return !reader.is_capital(at);
    }
    true
}

/// `38C`, `95F`: the letter without a degree sign, where no name stands before the figure.
fn temperature(reader: Reader<'_>, number: &Number, end: usize) -> Option<Unit> {
    // "98.6 F": with a space only where no word follows that the letter could go with.
    let may_stand_apart = reader.gap(end) == Gap::Space
        && (matches!(reader.word(end + 1), "." | "," | ";" | ")" | "(" | "")
            || reader.word(end + 1).starts_with(char::is_lowercase));
    let value = number.value.filter(|_| number.is_digits() && (reader.is_solid(end) || may_stand_apart))?;
    let before = number.first.wrapping_sub(1);
    let is_named = reader.is_capital(before) && reader.gap(number.first) <= Gap::Space;
    let between = |low: i64, high: i64| Decimal::from(low) <= value && value <= Decimal::from(high);
    let is_plausible = match reader.word(end) {
        "C" => between(-60, 60),
        "F" => between(20, 130),
        _ => false,
    };
    let ends = !reader.is_solid(end + 1) || matches!(reader.word(end + 1), "." | "," | ";" | ")" | "-" | "/");
    let scaled = unit(reader, end, true);
    let unit = match reader.word(end) {
        "C" => "degree Celsius",
        _ => "degree Fahrenheit",
    };
    (is_plausible && ends && !is_named && scaled.is_none()).then(|| Unit::of(unit, end + 1))
}
