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
use crate::text::{Token, TokenKind};

pub(crate) use cardinal::CardinalExtractor;
pub(crate) use money::MoneyExtractor;
pub(crate) use ordinal::OrdinalExtractor;
pub(crate) use percent::PercentExtractor;
pub(crate) use quantity::QuantityExtractor;

/// The numbers of a text in order, with what the extractors note of their neighbours; without those of tables, of which no word
/// says anything.
pub(crate) fn numbers(text: &str, tokens: &[Token]) -> Vec<Number> {
    let mut numbers = scan::<neighbours::Noted>(text, tokens);
    drop_tables(tokens, &mut numbers);
    numbers
}

/// Drops every number that stands in a row of many with only signs between them.
fn drop_tables(tokens: &[Token], numbers: &mut Vec<Number>) {
    /// A list that somebody writes out has fewer.
    const ROW: usize = 16;
    /// Signs between two numbers of one row: `$1-$2`, `1), (2`.
    const SIGNS: usize = 4;

    let is_sign = |token: &Token| matches!(token.kind, TokenKind::Punctuation | TokenKind::Currency);
    let goes_on = |one: &Number, next: &Number| {
        let between = tokens.get(one.end..next.lead).unwrap_or_default();
        between.len() <= SIGNS && between.iter().all(is_sign)
    };
    let mut kept = 0;
    let mut from = 0;
    while from < numbers.len() {
        let pairs = numbers.get(from..).unwrap_or_default().windows(2);
        let n_more = pairs.take_while(|pair| matches!(pair, [one, next] if goes_on(one, next))).count();
        let end = from + n_more + 1;
        if n_more + 1 < ROW {
            for index in from..end {
                numbers.swap(kept, index);
                kept += 1;
            }
        }
        from = end;
    }
    numbers.truncate(kept);
}
