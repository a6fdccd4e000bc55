//! The numbers that most numbers are: plain digits, and nothing around them that goes on.

use super::phrase::piece_at;
use super::reader::Reader;
use super::vocabulary::{Piece, piece};
use crate::text::{Gap, TokenKind};
use crate::value::Decimal;

/// The number in the digits of token `at`, where one look at what follows says that they are all of
/// it; `None` where a closer look is needed.
pub(in crate::extract) fn whole(reader: Reader<'_>, at: usize) -> Option<Decimal> {
    /// So many digits always fit 64 bits.
    const FIT: usize = 18;
    let digits = reader.word(at).as_bytes();
    if digits.len() > FIT || digits.first() == Some(&b'0') && digits.len() > 1 || !ends(reader, at + 1) {
        return None;
    }
    let add = |sum: i64, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0'));
    digits.iter().try_fold(0, add).map(Decimal::from)
}

/// Whether the digits of token `at` stand behind the first comma of a list, where no further comma
/// marks thousands: `22,24,26`.
pub(in crate::extract) fn is_in_list(reader: Reader<'_>, at: usize) -> bool {
    reader.is_solid(at) && reader.before(at, 1) == "," && reader.is_digits(at.wrapping_sub(2))
}

/// Whether the token at `end` cannot go on from the digits before it.
fn ends(reader: Reader<'_>, end: usize) -> bool {
    let Some(kind) = reader.kind(end) else { return true };
    let word = reader.word(end);
    let is_solid = reader.is_solid(end);
    match kind {
        TokenKind::Word if is_solid => false,
        TokenKind::Word => match piece(word) {
            None => !matches!(word, "x" | "X"),
            // "and a half" goes on, "1 and 2" and "1 and between" do not.
            Some(Piece::And) => piece_at(reader, end + 1).is_none(),
            Some(_) => false,
        },
        // `1 234`, `3 1/2`, `3 ½`
        TokenKind::Number => {
            let is_apart = reader.is_digits(end) && word.len() != 3 && !reader.is_solid(end + 1);
            reader.gap(end) >= Gap::Line || !is_solid && is_apart
        }
        TokenKind::Punctuation => match word.as_bytes() {
            b"*" => false,
            b";" | b")" | b"!" | b"?" | b"%" => true,
            b"," if is_in_list(reader, end - 1) => true,
            b"," | b"." | b":" => !is_solid || !reader.is_solid(end + 1),
            // `$1-$2`, but not `1-2` or `5-million`
            b"-" => !is_solid || !matches!(reader.kind(end + 1), Some(TokenKind::Number | TokenKind::Word)),
            [byte] if byte.is_ascii() => !is_solid,
            _ => false,
        },
        TokenKind::Currency | TokenKind::Acronym | TokenKind::Clitic | TokenKind::Address => true,
    }
}
