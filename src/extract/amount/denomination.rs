//! Which currency is meant, and how a mention of it counts.

use crate::value::Currency;

/// A currency, or a unit that several share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Money {
    Iso(&'static str),
    Open(&'static str),
}

impl Money {
    pub(super) fn currency(self) -> Currency {
        match self {
            Money::Iso(code) => Currency::Iso(code.into()),
            Money::Open(unit) => Currency::Open(unit.into()),
        }
    }
}

/// How a mention counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Units of the currency.
    Whole,
    /// Cents and pence (2), jiao (1), satoshi (8): parts of a power of ten.
    Part(u32),
    /// Millions, in front of a code: `MEUR`.
    Million,
    /// A word that is more often something else: "pound", "won", "real".
    Doubtful,
}
