//! Numbers in words, and what words do to numbers in digits: "two hundred and five", "2.3
//! billion", "three-quarters of a million", "a million and a half".

use super::form::Form;
use super::fractions::{as_numerator, half, scaled_part, tens_parts, with_fraction};
use super::in_digits::{self, Figure};
use super::phrase::{Phrase, next_piece, ordinal, piece_at, small};
use super::reader::{Reader, is_dash, is_one_of};
use super::vocabulary::Piece;
use crate::text::TokenKind;
use crate::value::Decimal;

/// The first figure of a number, to which words are added.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Head {
    pub(in crate::extract) end: usize,
    pub(in crate::extract) value: Decimal,
    pub(in crate::extract) form: Form,
    /// What is added next must be less: 10 behind "twenty", 100 behind "hundred", else 0.
    room: i64,
    /// Whether "hundred" may follow.
    takes_hundred: bool,
}

impl Head {
    /// The number so far, written like this.
    pub(in crate::extract) fn phrase(&self, form: Form) -> Phrase {
        Phrase { end: self.end, value: Some(self.value), mantissa: Some(self.value), power: 0, form }
    }

    pub(in crate::extract) fn digits(figure: &Figure) -> Head {
        Head { end: figure.end, value: figure.value, form: figure.form, room: 0, takes_hundred: true }
    }

    /// The one that an article stands for; `end` is the token behind the article.
    pub(in crate::extract) fn one(end: usize) -> Head {
        Head { end, value: Decimal::ONE, form: Form::Words, room: 0, takes_hundred: true }
    }

    fn word(piece: Piece, at: usize) -> Option<Head> {
        let (value, room) = match piece {
            Piece::Zero => (0, 0),
            Piece::Unit(value) | Piece::Teen(value) => (value, 0),
            Piece::Ten(value) => (value, 10),
            _ => return None,
        };
        Some(Head { end: at + 1, value: value.into(), form: Form::Words, room, takes_hundred: value > 0 })
    }
}

/// The number in words that begins with `piece` at token `at`; an article before it is not looked
/// for.
pub(in crate::extract) fn phrase(reader: Reader<'_>, at: usize, piece: Piece) -> Option<Phrase> {
    if let Some(place) = ordinal(piece) {
        return Some(Phrase::place(place, at + 1));
    }
    match piece {
        Piece::Half => Some(half(reader, at)),
        Piece::Quarter => {
            let scaled = scaled_part(reader, at + 1, 1, 4)?;
            (scaled.form == Form::Scaled).then_some(scaled)
        }
        Piece::Couple => couple(reader, at),
        // "hundred million": the one is left unsaid, where more of the number follows.
        Piece::Hundred => {
            let value = Decimal::from(100);
            let head = Head { value, room: 100, takes_hundred: false, ..Head::one(at + 1) };
            Some(complete(reader, at, head)).filter(|phrase| phrase.end > at + 1)
        }
        Piece::Scale(_) => Some(complete(reader, at, Head::one(at))).filter(|phrase| phrase.end > at + 1),
        _ => Some(complete(reader, at, Head::word(piece, at)?)),
    }
}

/// The ordinal that begins at token `at`: "third", "twenty-first". It looks for nothing but the sum,
/// since a part of a number asks for its ordinal: "one one one …" would go round without end.
pub(in crate::extract) fn ordinal_phrase(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let piece = piece_at(reader, at)?;
    if let Some(place) = ordinal(piece) {
        return Some(Phrase::place(place, at + 1));
    }
    let phrase = Sum::read(reader, at, Head::word(piece, at)?)?.phrase;
    (phrase.form == Form::Ordinal).then_some(phrase)
}

fn head(reader: Reader<'_>, at: usize) -> Option<Head> {
    Head::word(piece_at(reader, at)?, at)
}

/// Adds to `head` (whose number begins at `start`) every word that goes on from it.
pub(in crate::extract) fn complete(reader: Reader<'_>, start: usize, head: Head) -> Phrase {
    if ends(reader, &head) {
        return head.phrase(head.form);
    }
    let head = plus(reader, head);
    let Some(sum) = Sum::read(reader, start, head) else { return too_large(reader, &head) };
    if sum.phrase.form == Form::Ordinal {
        return sum.phrase;
    }
    with_point(reader, &sum.phrase)
        .or_else(|| with_fraction(reader, &sum.phrase))
        .or_else(|| as_numerator(reader, &sum.phrase, ordinal_phrase))
        .unwrap_or(sum.phrase)
}

/// Whether one look at what follows `head` says that it is the whole number.
fn ends(reader: Reader<'_>, head: &Head) -> bool {
    let sign = reader.word(head.end);
    if reader.kind(head.end) == Some(TokenKind::Punctuation) && (is_dash(sign) || sign == "—") {
        return false;
    }
    match next_piece(reader, head.end) {
        None => true,
        // Behind hundreds much may follow, behind others a part: "two and three quarters".
        Some((Piece::And, and)) if head.room < 100 => match piece_at(reader, and + 1) {
            None => true,
            Some(Piece::Unit(_) | Piece::Teen(_)) => {
                matches!(next_piece(reader, and + 2), None | Some((Piece::And, _)))
            }
            Some(_) => false,
        },
        Some(_) => false,
    }
}

/// "600-plus billion", "20-odd thousand": what stands between a figure and its scale word.
fn plus(reader: Reader<'_>, head: Head) -> Head {
    let at = head.end + 1;
    let is_between = reader.goes_on(head.end)
        && reader.is_hyphened(at)
        && is_one_of(reader.word(at), &["plus", "odd"])
        && matches!(next_piece(reader, at + 1), Some((Piece::Hundred | Piece::Scale(_), _)));
    if is_between { Head { end: at + 1, ..head } } else { head }
}

/// A number larger than fits: all of its words, without a value.
fn too_large(reader: Reader<'_>, head: &Head) -> Phrase {
    let mut end = head.end;
    while let Some((piece, at)) = next_piece(reader, end)
        && matches!(
            piece,
            Piece::Unit(_)
                | Piece::Teen(_)
                | Piece::Ten(_)
                | Piece::Hundred
                | Piece::Scale(_)
                | Piece::Many(_)
                | Piece::Dozen
        )
    {
        end = at + 1;
    }
    Phrase { end, value: None, mantissa: None, power: 0, form: Form::Vague }
}

/// A number on its way: what is complete, and the group of hundreds, tens and units that the next
/// scale word multiplies.
struct Sum {
    phrase: Phrase,
    total: Decimal,
    group: Option<Head>,
    /// Scale words that follow must be smaller.
    ceiling: u32,
    n_scales: usize,
}

impl Sum {
    /// `None` where the number is larger than fits.
    fn read(reader: Reader<'_>, start: usize, head: Head) -> Option<Sum> {
        let is_between = reader.before(start, 1).eq_ignore_ascii_case("between");
        let mut sum = Sum {
            phrase: head.phrase(head.form),
            total: Decimal::ZERO,
            group: Some(head),
            ceiling: u32::MAX,
            n_scales: 0,
        };
        let mut at = head.end;
        while let Some(next) = sum.step(reader, at, is_between)? {
            at = next;
        }
        Some(sum)
    }

    /// Adds the word at `at`; the token behind it, or `None` inside where the number has ended.
    fn step(&mut self, reader: Reader<'_>, at: usize, is_between: bool) -> Option<Option<usize>> {
        let Some(next) = self.behind_dash(reader, at).or_else(|| reader.behind(at)) else {
            return Some(None);
        };
        if reader.is_digits(next) && next == at && self.group.is_none() {
            return self.digits(reader, next);
        }
        let Some(piece) = piece_at(reader, next) else { return Some(None) };
        match (piece, self.group) {
            (Piece::And, group) => {
                let after_hundred = group.is_some_and(|group| group.room == 100);
                let goes_on = (after_hundred || group.is_none())
                    && next == at
                    && self.and_goes_on(reader, next + 1, after_hundred, is_between);
                if !goes_on {
                    return Some(None);
                }
                if reader.is_digits(next + 1) && after_hundred {
                    let value = reader.word(next + 1).parse::<i64>().ok()?;
                    self.add(value, 0)?;
                    self.end(next + 2)?;
                    return Some(Some(next + 2));
                }
                return Some(Some(next + 1));
            }
            (Piece::Unit(value), Some(group)) if value < group.room => self.add(value, 0)?,
            (Piece::Teen(value), Some(group)) if group.room == 100 => self.add(value, 0)?,
            // "one hundred thirty-fifths" are parts of 35.
            (Piece::Ten(_), Some(group)) if group.room == 100 && tens_parts(reader, next).is_some() => {
                return Some(None);
            }
            (Piece::Ten(value), Some(group)) if group.room == 100 => self.add(value, 10)?,
            (Piece::Unit(_) | Piece::Teen(_) | Piece::Ten(_), None) if next == at => {
                if !self.may_begin_group(reader, at) {
                    return Some(None);
                }
                self.group = head(reader, at);
            }
            (Piece::Hundred | Piece::Many(2), Some(group)) if group.takes_hundred => {
                let value = group.value.scaled(2)?;
                self.group = Some(Head { value, room: 100, takes_hundred: false, ..group });
                self.scaled(group.value, 2);
            }
            (Piece::Scale(power) | Piece::Many(power @ 3..), Some(group)) if power < self.ceiling => {
                self.total = self.total.checked_add(group.value.scaled(power)?)?;
                self.group = None;
                self.ceiling = power;
                self.scaled(group.value, power);
            }
            // "two lakh crore", "three thousand billion"
            (Piece::Scale(power), None) if self.n_scales == 1 => {
                self.total = self.total.scaled(power)?;
                self.phrase.power += power;
                self.ceiling = power.min(self.ceiling);
            }
            (Piece::Dozen | Piece::Dozens, Some(group)) if self.total == Decimal::ZERO => {
                let value = dozens(&group)?;
                self.phrase = Phrase {
                    end: next + 1,
                    value: Some(value),
                    mantissa: Some(value),
                    power: 0,
                    form: Form::Scaled,
                };
                return Some(None);
            }
            (piece, group) => {
                if let Some(phrase) = self.ordinal(piece, group, next, at == next) {
                    self.phrase = phrase;
                }
                return Some(None);
            }
        }
        self.end(next + 1)?;
        Some(Some(next + 1))
    }

    /// The unit of "ninety - five", as text that was taken apart into words has it; nothing falls
    /// from ninety to five.
    fn behind_dash(&self, reader: Reader<'_>, at: usize) -> Option<usize> {
        let is_ten = self.group.is_some_and(|group| group.room == 10);
        let is_joined = is_dash(reader.word(at)) || reader.word(at) == "—" && reader.is_solid(at);
        let is_apart = is_ten && is_joined && reader.goes_on(at) && reader.goes_on(at + 1);
        let is_unit = matches!(piece_at(reader, at + 1), Some(Piece::Unit(_) | Piece::OrdinalUnit(_)));
        (is_apart && is_unit).then_some(at + 1)
    }

    fn add(&mut self, value: i64, room: i64) -> Option<()> {
        let group = self.group?;
        let value = group.value.checked_add(value.into())?;
        self.group = Some(Head { value, room, ..group });
        Some(())
    }

    /// Notes a scale word: with the figure before it, it is what "5 to 7 million" shares.
    fn scaled(&mut self, figure: Decimal, power: u32) {
        self.n_scales += 1;
        self.phrase.form = Form::Scaled;
        self.phrase.power = power;
        self.phrase.mantissa = Some(figure);
    }

    /// Notes that all up to token `end` is read.
    fn end(&mut self, end: usize) -> Option<()> {
        let value = self.total.checked_add(self.group.map_or(Decimal::ZERO, |group| group.value))?;
        self.phrase.end = end;
        self.phrase.value = Some(value);
        let shared = self.phrase.mantissa.and_then(|figure| figure.scaled(self.phrase.power));
        if shared != Some(value) {
            self.phrase.mantissa = Some(value);
            self.phrase.power = 0;
        }
        Some(())
    }

    /// "4 thousand 3 hundred": digits behind a scale word go on only where a smaller one follows.
    fn digits(&mut self, reader: Reader<'_>, at: usize) -> Option<Option<usize>> {
        let in_digits::Read::Figure(figure) = in_digits::read(reader, reader.word(at), at) else {
            return Some(None);
        };
        let goes_on = match next_piece(reader, figure.end) {
            Some((Piece::Hundred, _)) => self.ceiling > 2,
            Some((Piece::Scale(power), _)) => power < self.ceiling,
            _ => false,
        };
        if !goes_on {
            return Some(None);
        }
        self.group = Some(Head::digits(&figure));
        Some(Some(figure.end))
    }

    /// Whether the figure in words at `at` goes on from a scale word: "one million two thousand", but
    /// not "raised $5 million two years ago".
    fn may_begin_group(&self, reader: Reader<'_>, at: usize) -> bool {
        let Some((value, end)) = small(reader, at) else { return false };
        match next_piece(reader, end) {
            Some((Piece::Hundred, _)) => true,
            Some((Piece::Scale(power), _)) => power < self.ceiling,
            Some((Piece::Parts(_), _)) => false,
            _ if reader.before(at, 1).eq_ignore_ascii_case("and") => true,
            _ => self.ceiling == 3 && value >= 10,
        }
    }

    /// Whether what follows "and" belongs to the number: "two hundred and five", not "two hundred
    /// and three hundred", nor (behind "between") the other end of a range.
    fn and_goes_on(&self, reader: Reader<'_>, at: usize, after_hundred: bool, is_between: bool) -> bool {
        if !reader.goes_on(at) {
            return false;
        }
        let end = if reader.is_digits(at) {
            let is_small = matches!(reader.word(at).as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
            let ends = !reader.is_solid(at + 1) || !matches!(reader.word(at + 1), "." | "," | "-" | "%");
            if !after_hundred || !is_small || !ends {
                return false;
            }
            at + 1
        } else {
            match piece_at(reader, at) {
                Some(piece) if ordinal(piece).is_some() => at + 1,
                _ => match small(reader, at) {
                    Some((_, end)) => end,
                    None => return false,
                },
            }
        };
        let fits = match next_piece(reader, end) {
            Some((Piece::Hundred | Piece::Many(2), _)) => !after_hundred,
            Some((Piece::Scale(power) | Piece::Many(power), _)) => power < self.ceiling,
            Some((Piece::Parts(_), _)) => false,
            _ => true,
        };
        let has_other_and = (end..end + 3).any(|token| reader.is(token, "and"));
        fits && (!is_between || has_other_and)
    }

    /// The ordinal that ends in this piece: "one hundred twenty-fifth".
    fn ordinal(&self, piece: Piece, group: Option<Head>, at: usize, is_apart: bool) -> Option<Phrase> {
        let value = match (piece, group) {
            (Piece::OrdinalUnit(value), Some(group)) if value < group.room => {
                self.total.checked_add(group.value)?.checked_add(value.into())?
            }
            (Piece::OrdinalTeen(value) | Piece::OrdinalTen(value), Some(group)) if group.room == 100 => {
                self.total.checked_add(group.value)?.checked_add(value.into())?
            }
            (Piece::OrdinalHundred, Some(group)) if group.takes_hundred => {
                self.total.checked_add(group.value.scaled(2)?)?
            }
            (Piece::OrdinalScale(power), Some(group)) if power < self.ceiling => {
                self.total.checked_add(group.value.scaled(power)?)?
            }
            (Piece::OrdinalScale(power), None) if self.n_scales > 0 => self.total.scaled(power)?,
            (piece, None) if is_apart => self.total.checked_add(ordinal(piece)?.into())?,
            _ => return None,
        };
        Some(Phrase { end: at + 1, value: Some(value), mantissa: Some(value), power: 0, form: Form::Ordinal })
    }
}

/// As many dozens; of "three hundred and two dozen" the two alone are dozens.
fn dozens(group: &Head) -> Option<Decimal> {
    let whole = group.value.to_integer().and_then(|whole| i64::try_from(whole).ok());
    match whole.map(|whole| (whole, whole % 100)) {
        Some((whole, rest)) if !group.takes_hundred && rest > 0 => {
            Some(Decimal::from(whole.checked_add(rest.checked_mul(11)?)?))
        }
        _ => group.value.checked_mul(Decimal::from(12)),
    }
}

/// "two point five million"
fn with_point(reader: Reader<'_>, whole: &Phrase) -> Option<Phrase> {
    /// More decimals are not said.
    const MOST: u32 = 12;
    let (Piece::Point, at) = next_piece(reader, whole.end)? else { return None };
    if whole.form != Form::Words && whole.form != Form::Scaled {
        return None;
    }
    let mut end = at + 1;
    let (mut decimals, mut n_decimals) = (0i128, 0);
    while n_decimals < MOST && reader.goes_on(end) {
        match piece_at(reader, end) {
            Some(Piece::Zero) => (decimals, n_decimals, end) = (decimals * 10, n_decimals + 1, end + 1),
            _ => {
                let Some((value, after)) = small(reader, end) else { break };
                let n_digits = if value < 10 { 1 } else { 2 };
                decimals = decimals * 10i128.pow(n_digits) + i128::from(value);
                (n_decimals, end) = (n_decimals + n_digits, after);
            }
        }
    }
    if n_decimals == 0 {
        return None;
    }
    let value = whole.value?.checked_add(Decimal::new(decimals, n_decimals))?;
    let head = Head { end, value, form: Form::Words, room: 0, takes_hundred: false };
    Some(Sum::read(reader, end, head)?.phrase)
}

/// "couple of hundred", "couple hundred"
fn couple(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let of = at + 1 + usize::from(reader.is(at + 1, "of"));
    let (Piece::Hundred | Piece::Scale(_) | Piece::Dozen, _) = next_piece(reader, of)? else { return None };
    let two = Head { value: Decimal::from(2), ..Head::one(of) };
    Some(Sum::read(reader, at, two)?.phrase)
}

/// Scale words without a figure: "hundreds", "tens of thousands", "several million".
/// `measures` tells what may be measured in.
pub(in crate::extract) fn vague(
    reader: Reader<'_>,
    at: usize,
    piece: Piece,
    measures: fn(&str) -> bool,
) -> Option<Phrase> {
    let mut end = at + 1;
    match piece {
        Piece::Several => {
            let (Piece::Hundred | Piece::Scale(_) | Piece::Dozen, at) = next_piece(reader, end)? else {
                return None;
            };
            end = at + 1;
            while let Some((Piece::Scale(_), at)) = next_piece(reader, end) {
                end = at + 1;
            }
        }
        Piece::Many(_) | Piece::Dozens => {
            while reader.is(end, "of")
                && reader.goes_on(end)
                && let Some((Piece::Many(_) | Piece::Dozens, at)) = next_piece(reader, end + 1)
            {
                end = at + 1;
            }
            if end == at + 1 && reader.is(at, "tens") {
                return None;
            }
        }
        // "the million-dollar question" has no sum.
        Piece::Scale(_) if reader.is_hyphened(at + 2) && measures(reader.word(at + 2)) => {}
        _ => return None,
    }
    Some(Phrase { end, value: None, mantissa: None, power: 0, form: Form::Vague })
}
