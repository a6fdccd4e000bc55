//! Figures as they are stated: the number, and how exactly it is told.
//!
//! "$2.3 billion" is told to the nearest hundred million: what it stands for lies between 2.25 and 2.35.
//! The last digit that is written says how exactly; zeros at the end of a whole number may be rounded,
//! which counts up to a twentieth of the number.

use crate::value::{Currency, Decimal, Figure, Modifier, Value};

/// What a figure counts or measures.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Measure {
    /// Money, by the code of its currency, or its unit where that is open.
    Money(String),
    /// Parts of a hundred; or points of them.
    Percent { points: bool },
    /// A unit, by its name.
    Unit(String),
    /// Things, which the words around tell.
    Count,
    /// A place in an order.
    Rank,
}

/// All numbers between two, both included. No number here is that great that it overflows: where one would,
/// there is no range.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Range {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

impl Range {
    pub(super) fn exactly(number: Decimal) -> Range {
        Range { low: number, high: number }
    }

    pub(super) fn plus(self, other: Range) -> Option<Range> {
        Some(Range { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    pub(super) fn minus(self, other: Range) -> Option<Range> {
        self.plus(Range { low: other.high.negated(), high: other.low.negated() })
    }

    /// The product, of ranges that have no number below zero.
    pub(super) fn times(self, other: Range) -> Option<Range> {
        Some(Range { low: self.low.checked_mul(other.low)?, high: self.high.checked_mul(other.high)? })
    }

    /// Whether a number is in both, the outermost of each left out: 31 and 32 do not meet in 31.5. A range of
    /// one number has it.
    pub(super) fn meets(self, other: Range) -> bool {
        let has = |range: Range, number: Decimal| range.low <= number && number <= range.high;
        self.low < other.high && other.low < self.high
            || self.low == self.high && has(other, self.low)
            || other.low == other.high && has(self, other.low)
    }
}

/// A figure as it is stated.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Stated {
    pub(super) measure: Measure,
    /// The number; of a range the lower end.
    pub(super) number: Decimal,
    /// The upper end of a range.
    pub(super) to: Option<Decimal>,
    pub(super) modifier: Option<Modifier>,
    /// Half of what the last digit stands for.
    half: Decimal,
    /// The same with zeros at the end taken for rounded.
    rounded: Decimal,
}

impl Stated {
    /// Reads a value that `words` state; `None` where it is no figure.
    pub(super) fn read(value: &Value, words: &str) -> Option<Stated> {
        let (measure, figure, modifier) = match value {
            Value::Money(money) => {
                let (Currency::Iso(code) | Currency::Open(code)) = &money.currency;
                (Measure::Money(code.to_string()), money.amount?, money.modifier)
            }
            Value::Percent(percent) => {
                (Measure::Percent { points: percent.points }, percent.percent, percent.modifier)
            }
            Value::Quantity(quantity) => {
                (Measure::Unit(quantity.unit.clone()), quantity.number, quantity.modifier)
            }
            Value::Cardinal(cardinal) => (Measure::Count, cardinal.number, cardinal.modifier),
            Value::Ordinal(nth) => {
                (Measure::Rank, Figure::Exact(Decimal::from(i64::try_from(*nth).ok()?)), None)
            }
            _ => return None,
        };
        let (number, to) = match figure {
            Figure::Exact(number) => (number, None),
            Figure::Range { low, high } => (low, Some(high)),
        };
        let (mut half, mut rounded) = precision(number, words);
        // Things that are counted one by one are whole.
        if measure == Measure::Count && half == Decimal::new(5, 1) {
            half = Decimal::ZERO;
            rounded = if rounded == Decimal::new(5, 1) { Decimal::ZERO } else { rounded };
        }
        Some(Stated { measure, number, to, modifier, half, rounded })
    }

    /// The same for figures that are set against each other: those are told more exactly than "9 million" alone
    /// would be, to a fiftieth at least.
    pub(super) fn close(&self) -> Option<Range> {
        let fiftieth = self.magnitude()?.checked_mul(Decimal::new(2, 2))?;
        self.within(if self.half > fiftieth { fiftieth } else { self.half })
    }

    /// What it may stand for where zeros at the end are rounded, and "about" a tenth.
    pub(super) fn wide(&self) -> Option<Range> {
        let tenth = self.magnitude()?.checked_mul(Decimal::new(1, 1))?;
        let is_about = self.modifier == Some(Modifier::About);
        self.within(if is_about && tenth > self.rounded { tenth } else { self.rounded })
    }

    /// Of a percentage: what it may stand for where people cut the digits behind off instead of rounding.
    pub(super) fn percent(&self) -> Option<Range> {
        let whole = self.half.checked_add(self.half)?;
        self.within(if whole > self.rounded { whole } else { self.rounded })
    }

    /// Whether it is told to the unit, or finer: "72 rupees", not "72 million".
    pub(super) fn is_to_the_unit(&self) -> bool {
        self.half <= Decimal::new(5, 1) && self.to.is_none()
    }

    /// Of a percentage: what it may stand for where it is rounded, with a little more.
    pub(super) fn rounded(&self) -> Option<Range> {
        let more = self.half.checked_mul(Decimal::new(13, 1))?;
        self.within(if more > self.rounded { more } else { self.rounded })
    }

    fn magnitude(&self) -> Option<Decimal> {
        Some(if self.number < Decimal::ZERO { self.number.negated() } else { self.number })
    }

    fn within(&self, half: Decimal) -> Option<Range> {
        let high = self.to.unwrap_or(self.number);
        Some(Range { low: self.number.checked_add(half.negated())?, high: high.checked_add(half)? })
    }

    /// Whether it is stated without "more than" and the like, and no range.
    pub(super) fn is_plain(&self) -> bool {
        self.modifier.is_none() && self.to.is_none()
    }
}

/// Half of what the last digit of a written number stands for; and the same with zeros at the end rounded.
fn precision(number: Decimal, words: &str) -> (Decimal, Decimal) {
    let half = |unit: Decimal| unit.checked_mul(Decimal::new(5, 1)).unwrap_or(Decimal::ZERO);
    let unit = written_unit(number, words).unwrap_or(Decimal::ONE);
    let strict = half(unit);
    // Zeros at the end of a whole number.
    let zeros = number.to_integer().filter(|number| *number != 0).map_or(0, |mut number| {
        let mut zeros = 0;
        while number % 10 == 0 {
            number /= 10;
            zeros += 1;
        }
        zeros
    });
    let has_point = words.contains('.');
    let by_zeros = if has_point { strict } else { Decimal::ONE.scaled(zeros).map_or(strict, half) };
    let twentieth = number.checked_mul(Decimal::new(5, 2)).unwrap_or(Decimal::ZERO);
    let most = if twentieth < Decimal::ZERO { twentieth.negated() } else { twentieth };
    let rounded = if by_zeros > most { most } else { by_zeros };
    (strict, if rounded > strict { rounded } else { strict })
}

/// What the last written digit stands for: a tenth of a billion in "2.3 billion". Of a number in words the
/// scale that it is told in: "two million".
fn written_unit(number: Decimal, words: &str) -> Option<Decimal> {
    let from = words.find(|c: char| c.is_ascii_digit());
    let Some(from) = from else {
        let mut unit = Decimal::ONE;
        let mut rest = number.to_integer().filter(|rest| *rest != 0)?;
        while rest % 1000 == 0 {
            rest /= 1000;
            unit = unit.scaled(3)?;
        }
        return Some(unit);
    };
    let written = words.get(from..)?;
    let end = written.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(written.len());
    let written = written.get(..end)?.trim_end_matches(['.', ',']).replace(',', "");
    let behind = written.split_once('.').map_or(0, |(_, behind)| behind.len() as u32);
    let digits: i128 = written.replace('.', "").parse().ok().filter(|digits| *digits != 0)?;
    let magnitude = if number < Decimal::ZERO { number.negated() } else { number };
    // The scale word behind the digits is a power of ten.
    let scaled = (0..=24).find_map(|power| {
        let unit = if power >= behind {
            Decimal::ONE.scaled(power - behind)?
        } else {
            Decimal::new(1, behind - power)
        };
        (Decimal::new(digits, 0).checked_mul(unit)? == magnitude).then_some(unit)
    });
    // "40p" of a pound, "25 basis points".
    scaled.or_else(|| {
        let units = (1..=4).map(|power| Decimal::new(1, behind + power));
        units.into_iter().find(|unit| Decimal::new(digits, 0).checked_mul(*unit) == Some(magnitude))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Cardinal;

    #[track_caller]
    fn check(number: &str, words: &str, strict: &str, wide: &str) {
        let number = Figure::Exact(number.parse().unwrap());
        let value = Value::Cardinal(Cardinal { number, modifier: None });
        let stated = Stated::read(&value, words).unwrap();
        let shown = |range: Option<Range>| range.map(|it| format!("{}..{}", it.low, it.high)).unwrap();
        assert_eq!(
            (shown(stated.within(stated.half)).as_str(), shown(stated.wide()).as_str()),
            (strict, wide)
        );
    }

    #[test]
    fn the_last_digit_tells_how_exactly() {
        check("2300000000", "2.3 billion", "2250000000..2350000000", "2250000000..2350000000");
        check("48.8", "48.8", "48.75..48.85", "48.75..48.85");
        check("160", "160", "160..160", "155..165");
        check("100", "100", "100..100", "95..105");
        check("2000000", "two million", "1500000..2500000", "1500000..2500000");
        check("19", "nineteen", "19..19", "19..19");
        check("-500", "-500", "-500..-500", "-525..-475");
        check("0", "no", "0..0", "0..0");
        check("24", "two dozen", "24..24", "24..24");
    }
}
