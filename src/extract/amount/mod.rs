//! Amounts: money, percentages, quantities, plain numbers and ordinals.
//!
//! One grammar ([`scan`]) finds every number of an article once; the extractors share what it found and
//! look only at what stands around each number: a currency, a unit, a modifier, a second number.

mod age;
mod beside;
mod cardinal;
mod compound;
mod counting;
mod currency;
mod currency_names;
mod denomination;
mod digits;
mod form;
mod iso4217;
pub(super) mod lexicon;
mod measure;
mod modifier;
mod money;
mod number;
mod ordinal;
mod part;
mod percent;
mod phrase;
mod plain;
mod power;
mod quantity;
mod range;
mod reader;
mod settle;
mod unit;
mod vocabulary;
mod words;

pub(crate) use cardinal::CardinalExtractor;
pub use form::Form;
pub(crate) use money::MoneyExtractor;
pub use number::Number;
pub(crate) use number::scan;
pub(crate) use ordinal::OrdinalExtractor;
pub(crate) use percent::PercentExtractor;
pub(crate) use quantity::QuantityExtractor;
