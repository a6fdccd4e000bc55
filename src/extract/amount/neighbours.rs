//! What stands beside a number, looked at once while the numbers are found.
//!
//! Each extractor asks for its own words around a number. Most numbers of most texts, and all of
//! those in tables and in texts made to take long, have none of them on either side: these notes
//! save each extractor the look.

use crate::extract::number::{Neighbours, Number, Piece, Reader, is_dash, is_one_of, piece};
use crate::text::{Gap, TokenKind};

/// What the tokens beside a number leave possible. A note may be wrong where it says that something
/// may be there, never where it says that nothing is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Notes(u8);

impl Notes {
    /// Behind it stands what may be a unit, a currency or a sign of either.
    const MEASURED: u8 = 1;
    /// Behind it stands what may join it to a second number.
    const LINKED: u8 = 2;
    /// Before it stands a word that may be a currency or say what it counts.
    const LED: u8 = 4;
    /// Before it stands a currency's sign, or letters that are one.
    const SIGNED: u8 = 8;
    /// An age is spoken of a few words before.
    const AGED: u8 = 16;
    /// A comma stands right behind it.
    const COMMA: u8 = 32;

    /// What was noted of a number.
    pub(super) fn of(number: &Number) -> Notes {
        Notes(number.neighbours)
    }

    /// What stands beside the number of tokens `lead..end`; the last word that speaks of an age is
    /// token `aged`.
    fn look(reader: Reader<'_>, lead: usize, end: usize, aged: Option<usize>) -> Notes {
        /// A list of ages is no longer.
        const NEAR: usize = 16;
        let is_aged = aged.is_some_and(|aged| aged < lead && lead - aged <= NEAR);
        Notes(behind(reader, end) | before(reader, lead) | if is_aged { Notes::AGED } else { 0 })
    }

    /// The same with a currency or scale that is part of the number's own word: `Rs500`, `5m`.
    fn with(self, has_prefix: bool, has_suffix: bool) -> Notes {
        let prefix = if has_prefix { Notes::SIGNED } else { 0 };
        Notes(self.0 | prefix | if has_suffix { Notes::MEASURED } else { 0 })
    }

    pub(super) fn is_measured(self) -> bool {
        self.0 & Notes::MEASURED > 0
    }

    pub(super) fn is_linked(self) -> bool {
        self.0 & Notes::LINKED > 0
    }

    pub(super) fn is_led(self) -> bool {
        self.0 & Notes::LED > 0
    }

    pub(super) fn is_signed(self) -> bool {
        self.0 & Notes::SIGNED > 0
    }

    pub(super) fn is_aged(self) -> bool {
        self.0 & Notes::AGED > 0
    }

    pub(super) fn has_comma(self) -> bool {
        self.0 & Notes::COMMA > 0
    }
}

/// Notes what stands beside numbers while they are found.
#[derive(Default)]
pub(crate) struct Noted {
    /// The last word that speaks of an age.
    aged: Option<usize>,
}

impl Neighbours for Noted {
    fn glues(letters: &str) -> bool {
        super::currency::glues(letters)
    }

    fn measures(word: &str) -> bool {
        super::currency_names::is_name(word)
    }

    fn pass(&mut self, reader: Reader<'_>, at: usize) {
        let is_age = matches!(reader.span(at).len(), 3 | 4)
            && reader.kind(at) == Some(TokenKind::Word)
            && is_one_of(reader.word(at), &["age", "aged", "ages"]);
        if is_age {
            self.aged = Some(at);
        }
    }

    fn note(&self, reader: Reader<'_>, number: &Number, has_prefix: bool) -> u8 {
        Notes::look(reader, number.lead, number.end, self.aged).with(has_prefix, number.suffix.is_some()).0
    }
}

/// Whether a unit or a currency may stand behind the first of `numbers`, or behind the second where
/// the two may share it.
pub(super) fn may_be_measured(numbers: &[Number]) -> bool {
    match numbers {
        [first, ..] if Notes::of(first).is_measured() => true,
        [first, second, ..] => Notes::of(first).is_linked() && Notes::of(second).is_measured(),
        _ => false,
    }
}

fn behind(reader: Reader<'_>, end: usize) -> u8 {
    const EITHER: u8 = Notes::MEASURED | Notes::LINKED;
    let Some(kind) = reader.kind(end) else { return 0 };
    match kind {
        TokenKind::Number | TokenKind::Address => 0,
        TokenKind::Currency | TokenKind::Acronym | TokenKind::Clitic => Notes::MEASURED,
        TokenKind::Word => match reader.word(end).as_bytes() {
            [b't' | b'T', b'o' | b'O'] | [b'o' | b'O', b'r' | b'R'] => Notes::LINKED,
            [b'a' | b'A', b'n' | b'N', b'd' | b'D'] | [b'b' | b'B', b'u' | b'U', b't' | b'T'] => {
                Notes::LINKED
            }
            // "in" and "of" come before much; "out", "over" and "through" are seldom met.
            _ if is_figure(reader.word(end)) => 0,
            [_, _] | [_, _, _] | [_, _, _, _] | [b't' | b'T', ..] => EITHER,
            _ => Notes::MEASURED,
        },
        TokenKind::Punctuation => match reader.word(end).as_bytes() {
            b"," if reader.is_solid(end) => Notes::COMMA,
            b"," | b"." | b";" | b":" | b")" | b"!" | b"?" | b"/" => 0,
            _ if !is_dash(reader.word(end)) => EITHER,
            // A word behind a hyphen is a unit as well, never a link.
            _ if reader.is_hyphened(end + 1) => Notes::LINKED | behind(reader, end + 1) & Notes::MEASURED,
            _ => Notes::LINKED,
        },
    }
}

/// Whether a word is a number below 100, and so part of another.
fn is_figure(word: &str) -> bool {
    matches!(piece(word), Some(Piece::Unit(_) | Piece::Teen(_) | Piece::Ten(_)))
}

fn before(reader: Reader<'_>, lead: usize) -> u8 {
    let Some(before) = lead.checked_sub(1).filter(|_| reader.gap(lead) < Gap::Blank) else { return 0 };
    let joins = |word| matches!(word, "to" | "or" | "and" | "but" | "between" | "from" | "through");
    match reader.kind(before) {
        Some(TokenKind::Currency) => Notes::SIGNED,
        Some(TokenKind::Word) if !joins(reader.word(before)) && !is_figure(reader.word(before)) => Notes::LED,
        // `Rs.`
        Some(TokenKind::Punctuation) if reader.word(before) == "." => Notes::LED,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Noted, Notes, may_be_measured};
    use crate::extract::number::scan;
    use crate::text::tokenize;

    /// Whether the first number of `text` may have a unit, and whether a word before it may matter.
    #[track_caller]
    fn check(text: &str, is_measured: bool, is_led: bool) {
        let numbers = scan::<Noted>(text, &tokenize(text));
        assert_eq!(may_be_measured(&numbers), is_measured, "{text}");
        let notes = numbers.first().map(Notes::of);
        assert_eq!(notes.is_some_and(|notes| notes.is_led() || notes.is_signed()), is_led, "{text}");
    }

    #[test]
    fn what_stands_behind_is_noted() {
        for unit in ["km", "miles", "%", "per cent", "€", "(kg)", "°C", "million yen"] {
            check(&format!("5 {unit}"), true, false);
            check(&format!("5 to 7 {unit}"), true, false);
        }
        check("5m", true, false);
        check("5-foot", true, false);
        check("1 to 2 to 3", false, false);
        check("between one and two and three", false, false);
        check("1, 2 and 3.", false, false);
    }

    #[test]
    fn what_stands_before_is_noted() {
        check("$5", false, true);
        check("Rs500", false, true);
        check("Rs. 500", false, true);
        check("EUR 5", false, true);
        check("magnitude 5", false, true);
        check("from 5", false, false);
        check("and\n\n5", false, false);
    }

    #[test]
    fn ages_are_noted_a_few_words_on() {
        let is_aged = |text: &str| {
            let numbers = scan::<Noted>(text, &tokenize(text));
            numbers.last().is_some_and(|number| Notes::of(number).is_aged())
        };
        assert!(is_aged("aged 4, 6 and 9"));
        assert!(is_aged("at the age of 45"));
        assert!(!is_aged("4, 6 and 9"));
    }
}
