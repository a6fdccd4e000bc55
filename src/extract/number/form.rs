//! How a number is written.

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Plain digits: `747`.
    Integer,
    /// Digits with marks for thousands: `1,234`.
    Grouped,
    /// Digits with decimals: `3.5`.
    Decimal,
    /// With a fraction: `3 1/2`, "two thirds", "half".
    Fraction,
    /// In words: "thirty-two".
    Words,
    /// With a scale word: `2.3 billion`, "two hundred thousand", "a dozen".
    Scaled,
    /// A place in an order: `3rd`, "third".
    Ordinal,
    /// A scale word without a figure: "hundreds", "tens of thousands", "several million".
    Vague,
}
