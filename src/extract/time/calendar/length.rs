//! Lengths of time.

use crate::value::Decimal;

use super::unit::Unit;

/// How many of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Count {
    /// So many.
    Exact(Decimal),
    /// Some: `X` in TIMEX3.
    Vague,
}

impl Count {
    pub(crate) const ONE: Count = Count::Exact(Decimal::ONE);

    /// The count as a whole number, where it is one.
    pub(crate) fn whole(self) -> Option<i64> {
        match self {
            Count::Exact(number) => i64::try_from(number.to_integer()?).ok(),
            Count::Vague => None,
        }
    }

    /// The count where it is more than none.
    pub(crate) fn is_positive(self) -> Option<Count> {
        match self {
            Count::Exact(number) if number <= Decimal::ZERO => None,
            count => Some(count),
        }
    }

    /// The count and a half.
    pub(crate) fn and_half(self) -> Count {
        self.and(Decimal::new(5, 1))
    }

    /// The count and a part more.
    pub(crate) fn and(self, part: Decimal) -> Count {
        match self {
            Count::Exact(number) => number.checked_add(part).map_or(Count::Vague, Count::Exact),
            Count::Vague => Count::Vague,
        }
    }
}

/// A length of time: up to three counts of units ("two years and three months").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Length {
    pub(crate) parts: [Option<(Count, Unit)>; 3],
}

impl Length {
    pub(crate) fn new(count: Count, unit: Unit) -> Length {
        Length { parts: [Some((count, unit)), None, None] }
    }
}
