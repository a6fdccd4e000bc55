//! Amounts: money, percentages, quantities, plain numbers and ordinals.
//!
//! The grammar of numbers finds every number of an article once; the extractors share what it found and
//! look only at what stands around each of them: a currency, a unit, a modifier, a second number.

mod age;
mod cardinal;
mod compound;
mod counting;
mod currency;
mod currency_names;
mod denomination;
mod iso4217;
mod measure;
mod modifier;
mod money;
mod neighbours;
mod open_currency;
mod ordinal;
mod percent;
mod quantity;
mod range;
mod unit;

use super::number::{Number, scan};
use crate::text::Token;

pub(crate) use cardinal::CardinalExtractor;
pub(crate) use money::MoneyExtractor;
pub(crate) use ordinal::OrdinalExtractor;
pub(crate) use percent::PercentExtractor;
pub(crate) use quantity::QuantityExtractor;

/// The numbers of a text in order, with what the extractors note of their neighbours.
pub(crate) fn numbers(text: &str, tokens: &[Token]) -> Vec<Number> {
    scan::<neighbours::Noted>(text, tokens)
}
