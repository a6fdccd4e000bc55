//! Units that measure one thing, in each other.
//!
//! Factors from NIST SP 811 (2008), appendix B.8, all exact but for those of the foot's derived units that
//! are rounded there.

use super::stated::{Range, Stated};
use crate::value::Decimal;

/// What units measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dimension {
    Length,
    Area,
    Mass,
    Volume,
    Speed,
    Temperature,
    Power,
}

use Dimension::*;

/// A unit's name, what it measures, and how many of the base unit it is: digits and how many of them stand
/// behind the point.
const UNITS: &[(&str, Dimension, i128, u32)] = &[
    ("meter", Length, 1, 0),
    ("kilometer", Length, 1000, 0),
    ("centimeter", Length, 1, 2),
    ("millimeter", Length, 1, 3),
    ("mile", Length, 1_609_344, 3),
    ("nautical mile", Length, 1852, 0),
    ("yard", Length, 9144, 4),
    ("foot", Length, 3048, 4),
    ("inch", Length, 254, 4),
    ("square meter", Area, 1, 0),
    ("square kilometer", Area, 1_000_000, 0),
    ("square mile", Area, 2_589_988_110_336, 6),
    ("square foot", Area, 9_290_304, 8),
    ("acre", Area, 40_468_564_224, 7),
    ("hectare", Area, 10_000, 0),
    ("gram", Mass, 1, 3),
    ("kilogram", Mass, 1, 0),
    ("tonne", Mass, 1000, 0),
    ("metric ton", Mass, 1000, 0),
    ("pound", Mass, 45_359_237, 8),
    ("ounce", Mass, 28_349_523_125, 12),
    ("stone", Mass, 635_029_318, 8),
    ("liter", Volume, 1, 0),
    ("milliliter", Volume, 1, 3),
    ("cubic meter", Volume, 1000, 0),
    ("gallon", Volume, 3_785_411_784, 9),
    ("barrel", Volume, 158_987_294_928, 9),
    ("kilometer per hour", Speed, 1000, 0),
    ("mile per hour", Speed, 1_609_344, 3),
    ("knot", Speed, 1852, 0),
    ("degree Celsius", Temperature, 1, 0),
    ("degree Fahrenheit", Temperature, 1, 0),
    ("watt", Power, 1, 0),
    ("kilowatt", Power, 1000, 0),
    ("megawatt", Power, 1_000_000, 0),
    ("gigawatt", Power, 1_000_000_000, 0),
];

fn unit(name: &str) -> Option<(Dimension, Decimal)> {
    let found = UNITS.iter().find(|(unit, ..)| *unit == name);
    found.map(|(_, dimension, digits, scale)| (*dimension, Decimal::new(*digits, *scale)))
}

/// A range of units as one of the base unit of what they measure. Degrees become ninths of a degree Celsius,
/// so that no division is needed: 9 C = 5 (F - 32).
pub(super) fn in_base(name: &str, range: Range) -> Option<(Dimension, Range)> {
    let (dimension, factor) = unit(name)?;
    let factor = Range::exactly(factor);
    let times = |number: i64| Range::exactly(Decimal::from(number));
    let range = match name {
        "degree Celsius" => range.times(times(9))?,
        "degree Fahrenheit" => range.minus(times(32))?.times(times(5))?,
        _ => range.times(factor)?,
    };
    Some((dimension, range))
}

/// How many of another unit one unit is: 2.2 pounds to the kilogram. `None` of units that do not measure the same, and of
/// degrees, whose zeros differ.
pub(super) fn times_as_much(one: &str, other: &str) -> Option<f64> {
    let ((of_one, a), (of_other, b)) = (unit(one)?, unit(other)?);
    let number = |it: Decimal| it.to_string().parse::<f64>().ok();
    (of_one == of_other && of_one != Dimension::Temperature).then_some(number(a)? / number(b)?)
}

/// Whether two measures may be of one thing; `None` where their units do not measure the same, or are one.
pub(super) fn agree(one: (&str, &Stated), other: (&str, &Stated)) -> Option<bool> {
    if one.0 == other.0 {
        return None;
    }
    let (a, b) = (in_base(one.0, one.1.wide()?)?, in_base(other.0, other.1.wide()?)?);
    (a.0 == b.0).then(|| a.1.meets(b.1))
}
