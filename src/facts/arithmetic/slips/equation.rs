//! Equations, and what each of their numbers would have to be.

use crate::facts::figure::{Fig, Interval};

/// How numbers hang together; the first is what is stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Equation {
    /// `0 = 1 + 2 + …`
    Sum,
    /// `0 = |1 - 2|`
    Difference,
    /// `0 = 100 * 1 / 2`
    Share,
    /// `0 = 100 * |1 - 2| / 2`
    Change,
    /// `0 = 1 / 2`
    Ratio,
    /// `0 = 1`
    Same,
}

impl Equation {
    /// What the number at `place` would have to be for the others: up to two answers.
    #[inline(never)]
    pub(super) fn solved(self, numbers: &[f64], place: usize) -> Vec<f64> {
        let (&[stated, one, ..], other) = (numbers, numbers.get(2).copied().unwrap_or(0.0)) else {
            return Vec::new();
        };
        match (self, place) {
            (Equation::Sum, 0) => vec![numbers.iter().skip(1).sum()],
            (Equation::Sum, _) => {
                let rest: f64 =
                    numbers.iter().enumerate().skip(1).filter(|(at, _)| *at != place).map(|(_, it)| it).sum();
                vec![stated - rest]
            }
            (Equation::Difference, 0) => vec![(one - other).abs()],
            (Equation::Difference, 1) => vec![other + stated, other - stated],
            (Equation::Difference, _) => vec![one + stated, one - stated],
            (Equation::Share, 0) => vec![100.0 * one / other],
            (Equation::Share, 1) => vec![stated * other / 100.0],
            (Equation::Share, _) => vec![100.0 * one / stated],
            (Equation::Change, 0) => vec![100.0 * (one - other).abs() / other],
            (Equation::Change, 1) => vec![other * (1.0 + stated / 100.0), other * (1.0 - stated / 100.0)],
            (Equation::Change, _) => vec![one / (1.0 + stated / 100.0), one / (1.0 - stated / 100.0)],
            (Equation::Ratio, 0) => vec![one / other],
            (Equation::Ratio, 1) => vec![stated * other],
            (Equation::Ratio, _) => vec![one / stated],
            (Equation::Same, 0) => vec![one],
            (Equation::Same, _) => vec![stated],
        }
    }
}

/// What a figure may stand for as a part of a reckoning: what is told to the unit is exact.
#[inline(never)]
pub(super) fn range(figure: &Fig) -> Interval {
    let is_exact = figure.is_plain() && !figure.is_percent() && figure.stated.is_to_the_unit();
    match is_exact && (!figure.is_count() || figure.number() < 1000.0) {
        true => Interval::exactly(figure.number()),
        false => Interval::close(&figure.stated),
    }
}

/// What a percentage or a fraction may stand for, in per cent.
#[inline(never)]
pub(super) fn percent(figure: &Fig) -> Interval {
    match figure.is_fraction() {
        true => Interval::around(figure.number() * 100.0, 3.5),
        false => Interval::rounded(&figure.stated),
    }
}
