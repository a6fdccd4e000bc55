//! Numbers in words, as far as they are read, and the words that they are made of.

use super::form::Form;
use super::reader::Reader;
use super::vocabulary::{Piece, piece};
use crate::text::TokenKind;
use crate::value::Decimal;

/// A number as far as it goes.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Phrase {
    /// The token behind it.
    pub(in crate::extract) end: usize,
    pub(in crate::extract) value: Option<Decimal>,
    pub(in crate::extract) mantissa: Option<Decimal>,
    pub(in crate::extract) power: u32,
    pub(in crate::extract) form: Form,
}

impl Phrase {
    /// A place in an order, up to token `end`.
    pub(in crate::extract) fn place(place: i64, end: usize) -> Phrase {
        let value = Some(Decimal::from(place));
        Phrase { end, value, mantissa: value, power: 0, form: Form::Ordinal }
    }

    pub(in crate::extract) fn negated(self) -> Phrase {
        let negate = |value: Option<Decimal>| value.map(Decimal::negated);
        Phrase { value: negate(self.value), mantissa: negate(self.mantissa), ..self }
    }
}

/// The word of a number at token `at`.
pub(in crate::extract) fn piece_at(reader: Reader<'_>, at: usize) -> Option<Piece> {
    if reader.kind(at) == Some(TokenKind::Word) { piece(reader.word(at)) } else { None }
}

/// The piece that goes on from the number that ends before token `end`, and its token.
pub(in crate::extract) fn next_piece(reader: Reader<'_>, end: usize) -> Option<(Piece, usize)> {
    let at = reader.behind(end)?;
    Some((piece_at(reader, at)?, at))
}

/// The place in an order that a word tells.
pub(in crate::extract) fn ordinal(piece: Piece) -> Option<i64> {
    match piece {
        Piece::OrdinalUnit(value) | Piece::OrdinalTeen(value) | Piece::OrdinalTen(value) => Some(value),
        Piece::OrdinalHundred => Some(100),
        Piece::OrdinalScale(power) => 10i64.checked_pow(power),
        _ => None,
    }
}

/// A number below 100 in words, and the token behind it.
pub(in crate::extract) fn small(reader: Reader<'_>, at: usize) -> Option<(i64, usize)> {
    match piece_at(reader, at)? {
        Piece::Unit(value) | Piece::Teen(value) => Some((value, at + 1)),
        Piece::Ten(ten) => match next_piece(reader, at + 1) {
            Some((Piece::Unit(unit), at)) => Some((ten + unit, at + 1)),
            _ => Some((ten, at + 1)),
        },
        _ => None,
    }
}
