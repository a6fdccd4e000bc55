//! Measures in two units: "5 feet 2 inches", "2 km and 300 m", `5'11"`, "7 pounds 6 ounces".

use super::measure::{Found, unit_behind};
use super::range::End;
use super::unit::Unit;
use crate::extract::number::{Form, Number, Reader, is_one_of};
use crate::text::Gap;
use crate::value::{Decimal, Figure};

/// "5 feet 2 inches", "5-foot-2", "7 pounds 6 ounces": one measure in the larger unit.
pub(super) fn compound(reader: Reader<'_>, low: End, large: Unit, second: &Number) -> Option<Found> {
    let (small, factor) = match large.name().as_str() {
        "foot" => ("inch", 12),
        "pound" => ("ounce", 16),
        "stone" => ("pound", 14),
        "yard" => ("foot", 3),
        "mile" => ("yard", 1760),
        "kilometer" => ("meter", 1000),
        "meter" => ("centimeter", 100),
        "kilogram" => ("gram", 1000),
        "liter" => ("milliliter", 1000),
        _ => return None,
    };
    // "5 ft. 10 in."
    let is_short =
        reader.word(large.end) == "." && reader.is_solid(large.end) && reader.is(large.end - 1, "ft");
    let at = match reader.behind(large.end + usize::from(is_short))? {
        at if reader.is(at, "and") || reader.word(at) == "," => at + 1,
        at => at,
    };
    if second.lead != at {
        return None;
    }
    let rest = second.value?.to_integer().filter(|rest| (0..factor).contains(rest))?;
    // "6-foot-4", "6 feet 4 tall", "he is 6 feet 4."
    let ends = is_one_of(reader.word(second.end), &[".", ",", ";", "", "tall"]);
    let is_plain = second.form == Form::Integer && at == large.end && ends;
    let is_bare = small == "inch" && (reader.is_hyphened(at) || is_plain);
    let end = match unit_behind(reader, second, second.end).filter(|unit| unit.name() == small) {
        Some(unit) => unit.end,
        None if small == "inch" && reader.is(second.end, "in") && reader.goes_on(second.end) => {
            second.end + 1
        }
        None if is_bare => second.end,
        None => return None,
    };
    let inches = low.value.to_integer()?.checked_mul(factor)?.checked_add(rest)?;
    let figure = Figure::Exact(Decimal::quotient(inches, factor)?);
    Some(Found { figure, end, unit: large.name(), score: 0.96, n_numbers: 2 })
}

/// Feet and inches by their signs: `5'11"`, `6′ 2″`, and `10" wide`, where no quotation ends.
pub(super) fn inches(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Found> {
    const SIZES: &[&str] = &["long", "wide", "high", "tall", "deep", "thick", "across", "diameter"];
    let is_feet = |at| matches!(reader.word(at), "'" | "’" | "′") && reader.is_solid(at);
    let is_inches = |at| matches!(reader.word(at), "\"" | "”" | "″");
    let value = first.value.filter(|_| first.is_digits() || first.form == Form::Fraction)?;
    if is_feet(first.end) {
        let second = numbers.get(1).filter(|second| second.first == first.end + 1)?;
        let rest = second.value?.to_integer().filter(|rest| (0..12).contains(rest))?;
        if !is_inches(second.end) || !reader.is_solid(second.end) {
            return None;
        }
        let feet = Decimal::quotient(value.to_integer()?.checked_mul(12)?.checked_add(rest)?, 12)?;
        let figure = Figure::Exact(feet);
        return Some(Found { figure, end: second.end + 1, unit: "foot".into(), score: 0.96, n_numbers: 2 });
    }
    let is_size = is_inches(first.end)
        && reader.gap(first.end) <= Gap::Space
        && reader.gap(first.end + 1) == Gap::Space
        && is_one_of(reader.word(first.end + 1), SIZES);
    let figure = Figure::Exact(value);
    is_size.then(|| Found { figure, end: first.end + 1, unit: "inch".into(), score: 0.9, n_numbers: 1 })
}
