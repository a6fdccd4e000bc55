//! Intervals: what a figure may stand for, and what comes of reckoning with it.

use crate::facts::stated::{Range, Stated};
use crate::text::grouped;
use crate::value::{Decimal, Modifier};

/// All numbers between two.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::facts) struct Interval {
    pub(in crate::facts) low: f64,
    pub(in crate::facts) high: f64,
}

/// A decimal number as one that can be divided. What does not fit is no number.
#[inline(never)]
pub(in crate::facts) fn float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or(f64::NAN)
}

impl Interval {
    pub(in crate::facts) fn exactly(number: f64) -> Interval {
        Interval { low: number, high: number }
    }

    pub(in crate::facts) fn around(number: f64, half: f64) -> Interval {
        Interval { low: number - half, high: number + half }
    }

    /// What a figure may stand for, to its last digit.
    #[inline(never)]
    pub(in crate::facts) fn close(stated: &Stated) -> Interval {
        let exact = float(stated.number);
        let about = stated.modifier == Some(Modifier::About);
        let range = if about { stated.wide() } else { stated.close() };
        range.map_or(Interval::exactly(exact), Interval::of)
    }

    /// The same with zeros at the end taken for rounded, where nothing says that it is exact.
    #[inline(never)]
    pub(in crate::facts) fn wide(stated: &Stated) -> Interval {
        stated.wide().map_or(Interval::exactly(float(stated.number)), Interval::of)
    }

    /// Of a percentage: what it may stand for where digits are cut off instead of rounded.
    #[inline(never)]
    pub(in crate::facts) fn percent(stated: &Stated) -> Interval {
        stated.percent().map_or(Interval::exactly(float(stated.number)), Interval::of)
    }

    /// Of a percentage: what it may stand for where it is rounded, with a little more.
    #[inline(never)]
    pub(in crate::facts) fn rounded(stated: &Stated) -> Interval {
        stated.rounded().map_or(Interval::exactly(float(stated.number)), Interval::of)
    }

    fn of(range: Range) -> Interval {
        Interval { low: float(range.low), high: float(range.high) }
    }

    #[inline(never)]
    pub(in crate::facts) fn plus(self, other: Interval) -> Interval {
        Interval { low: self.low + other.low, high: self.high + other.high }
    }

    #[inline(never)]
    pub(in crate::facts) fn minus(self, other: Interval) -> Interval {
        Interval { low: self.low - other.high, high: self.high - other.low }
    }

    /// The product, of intervals without numbers below zero.
    #[inline(never)]
    pub(in crate::facts) fn times(self, other: Interval) -> Interval {
        Interval { low: self.low * other.low, high: self.high * other.high }
    }

    /// The quotient, of intervals above zero; `None` by zero.
    #[inline(never)]
    pub(in crate::facts) fn over(self, other: Interval) -> Option<Interval> {
        (other.low > 0.0).then(|| Interval { low: self.low / other.high, high: self.high / other.low })
    }

    /// The same reaching further by a part of it on both sides.
    #[inline(never)]
    pub(in crate::facts) fn widened(self, part: f64) -> Interval {
        let by = self.low.abs().max(self.high.abs()) * part;
        Interval { low: self.low - by, high: self.high + by }
    }

    /// Whether a number is in both. A little is left for what reckoning in binary loses.
    #[inline(never)]
    pub(in crate::facts) fn meets(self, other: Interval) -> bool {
        let little = 1e-9 * (self.high.abs() + other.high.abs());
        self.low <= other.high + little && other.low <= self.high + little
    }

    /// Whether what is reckoned may be what is told, with "more than" and the like.
    #[inline(never)]
    pub(in crate::facts) fn may_be(self, told: Interval, modifier: Option<Modifier>) -> bool {
        match modifier {
            Some(Modifier::MoreThan | Modifier::AtLeast) => self.high >= told.low * (1.0 - 1e-9),
            Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo) => {
                self.low <= told.high * (1.0 + 1e-9)
            }
            _ => self.meets(told),
        }
    }
}

/// A number as people write it in a reckoning: whole where it is, else to so many digits that it tells.
#[inline(never)]
pub(in crate::facts) fn written(number: f64) -> String {
    let is_whole = (number - number.round()).abs() < 1e-9 || number.abs() >= 1000.0;
    if is_whole {
        return grouped(&format!("{number:.0}"));
    }
    let text = if number.abs() < 10.0 { format!("{number:.2}") } else { format!("{number:.1}") };
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
