//! All numbers of a text, in one pass over its tokens.

use super::form::Form;
use super::fractions::fraction_phrase;
use super::in_digits::{Read, read, read_point};
use super::in_words::{Head, complete, ordinal_phrase, phrase, vague};
use super::phrase::{Phrase, piece_at};
use super::reader::{Reader, is_dash, is_one_of};
use super::vocabulary::{Piece, piece, suffix};
use super::whole::whole;
use crate::text::{Gap, Span, Token, TokenKind};
use crate::value::Decimal;

/// A number as an article has it, in digits, words or both.
#[derive(Clone, PartialEq, Debug)]
pub struct Number {
    /// Where it stands, in bytes: with its sign and scale words, without a leading article.
    pub span: Span,
    /// The first token, counting the article of "a dozen".
    pub lead: usize,
    /// The first token of the span.
    pub first: usize,
    /// The token behind it.
    pub end: usize,
    /// The number, scale words included; `None` for one without a figure ("hundreds").
    pub value: Option<Decimal>,
    /// How it is written.
    pub form: Form,
    /// The power of ten of the scale word: 9 for "2.3 billion".
    pub(in crate::extract) power: u8,
    /// The power of ten of the abbreviation in token `end`, where one may be meant: 6 for `5m`.
    pub(in crate::extract) suffix: Option<u8>,
    /// What those who use numbers note of its neighbours.
    pub(in crate::extract) neighbours: u8,
}

impl Number {
    /// Whether it is written in digits alone.
    pub fn is_digits(&self) -> bool {
        matches!(self.form, Form::Integer | Form::Grouped | Form::Decimal)
    }
}

/// What those who use numbers know of the words beside them; the grammar itself knows of no currency, no unit and no age.
pub(in crate::extract) trait Neighbours: Default {
    /// Whether letters may stand in front of digits in one word: the `Rs` of `Rs500`.
    fn glues(letters: &str) -> bool;

    /// Whether a word is one that things are measured in: the dollar of "a million-dollar question".
    fn measures(word: &str) -> bool;

    /// Looks at a token that is part of no number.
    fn pass(&mut self, reader: Reader<'_>, at: usize);

    /// What is noted of a number's neighbours; `has_prefix` where letters stand in its own word.
    fn note(&self, reader: Reader<'_>, number: &Number, has_prefix: bool) -> u8;
}

/// Finds every number of a text, in order, in one pass over its tokens.
///
/// Digits that are part of a longer code (versions, phone numbers, scores, dates such as
/// `10/12/2024`) are no numbers. Whether a number counts something is left to the extractors.
pub(in crate::extract) fn scan<N: Neighbours>(text: &str, tokens: &[Token]) -> Vec<Number> {
    let reader = Reader { text, tokens };
    let mut numbers: Vec<Number> = Vec::new();
    let mut neighbours = N::default();
    let mut at = 0;
    while at < tokens.len() {
        let from = numbers.last().map_or(0, |number| number.end);
        match find::<N>(reader, at, from) {
            Found::Number(mut number) => {
                at = number.end.max(at + 1);
                let has_prefix = number.span.start() > reader.span(number.first).start();
                number.neighbours = neighbours.note(reader, &number, has_prefix);
                numbers.push(number);
            }
            Found::Code(end) => at = end.max(at + 1),
            Found::Nothing => {
                neighbours.pass(reader, at);
                at += 1;
            }
        }
    }
    numbers
}

enum Found {
    Number(Number),
    Code(usize),
    Nothing,
}

/// The number that begins at token `at`; the tokens before `from` belong to another.
fn find<N: Neighbours>(reader: Reader<'_>, at: usize, from: usize) -> Found {
    match reader.kind(at) {
        Some(TokenKind::Number) => in_digits(reader, at, from),
        Some(TokenKind::Word) => match glued::<N>(reader.word(at)) {
            Some(prefix) => glued_digits(reader, at, prefix),
            None => in_words(reader, at, N::measures),
        },
        Some(TokenKind::Punctuation) if reader.word(at) == "." && reader.is_digits(at + 1) => {
            let begins = reader.is_solid(at + 1)
                && (!reader.is_solid(at)
                    || reader.kind(at.wrapping_sub(1)) == Some(TokenKind::Currency)
                    || sign_before(reader, at).is_some());
            match read_point(reader, at).filter(|_| begins) {
                Some(figure) => finish(reader, at, from, Head::digits(&figure), reader.span(at).start()),
                None => Found::Nothing,
            }
        }
        _ => Found::Nothing,
    }
}

fn in_digits(reader: Reader<'_>, at: usize, from: usize) -> Found {
    if let Some(value) = whole(reader, at) {
        let phrase =
            Phrase { end: at + 1, value: Some(value), mantissa: None, power: 0, form: Form::Integer };
        return signed(reader, at, from, reader.span(at).start(), phrase);
    }
    match read(reader, reader.word(at), at) {
        Read::Code(end) => Found::Code(end),
        Read::Figure(figure) => finish(reader, at, from, Head::digits(&figure), reader.span(at).start()),
    }
}

/// The number that begins with the digits of `head` at token `at`, with the sign before it.
fn finish(reader: Reader<'_>, at: usize, from: usize, head: Head, start: usize) -> Found {
    let ordinal = head.value.to_integer().filter(|_| {
        matches!(head.form, Form::Integer | Form::Grouped)
            && reader.is_solid(head.end)
            && is_one_of(reader.word(head.end), &["st", "nd", "rd", "th"])
    });
    if ordinal.is_some() {
        let phrase = Phrase { end: head.end + 1, ..head.phrase(Form::Ordinal) };
        return number(reader, at, at, start, phrase);
    }
    signed(reader, at, from, start, complete(reader, at, head))
}

/// The number at token `at` with the sign before it.
fn signed(reader: Reader<'_>, at: usize, from: usize, start: usize, phrase: Phrase) -> Found {
    let sign = at.wrapping_sub(1);
    match sign_before(reader, at).filter(|_| sign >= from) {
        Some(true) => number(reader, sign, sign, reader.span(sign).start(), phrase.negated()),
        Some(false) => number(reader, sign, sign, reader.span(sign).start(), phrase),
        None => number(reader, at, at, start, phrase),
    }
}

/// Whether a sign belongs to the number at `at`, and whether it is a minus. A hyphen that joins
/// words or stands between numbers is none.
fn sign_before(reader: Reader<'_>, at: usize) -> Option<bool> {
    let sign = at.checked_sub(1)?;
    if reader.kind(sign) != Some(TokenKind::Word) && !reader.is_solid(at) {
        return None;
    }
    let word = reader.word(sign);
    if word.eq_ignore_ascii_case("minus") || word.eq_ignore_ascii_case("negative") {
        return (reader.gap(at) == Gap::Space).then_some(true);
    }
    let is_minus = is_dash(word) && word != "–";
    if !reader.is_solid(at) || !(is_minus || word == "+") {
        return None;
    }
    let before = sign.wrapping_sub(1);
    let begins = !reader.is_solid(sign)
        || matches!(reader.word(before), "(" | "[" | "<" | ">" | "=" | "\"" | "“")
        || reader.kind(before) == Some(TokenKind::Currency);
    let follows_number = reader.kind(before) == Some(TokenKind::Number) && reader.gap(sign) < Gap::Line;
    (begins && !follows_number).then_some(is_minus)
}

/// The letters that an abbreviation has in front of digits in one word: 2 of `Rs500`.
fn glued<N: Neighbours>(word: &str) -> Option<usize> {
    let letters = word.bytes().take(4).take_while(u8::is_ascii_alphabetic).count();
    let prefix = word.get(..letters).filter(|prefix| !prefix.is_empty())?;
    let has_digits = word.as_bytes().get(letters).is_some_and(u8::is_ascii_digit);
    (has_digits && N::glues(prefix)).then_some(letters)
}

fn glued_digits(reader: Reader<'_>, at: usize, prefix: usize) -> Found {
    let rest = reader.word(at).get(prefix..).unwrap_or_default();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (digits, letters) = rest.split_at(digits);
    let start = reader.span(at).start() + prefix;
    let Read::Figure(figure) = read(reader, digits, at) else { return Found::Nothing };
    let mut head = Head::digits(&figure);
    if letters.is_empty() {
        return number(reader, at, at, start, complete(reader, at, head));
    }
    // `EUR3m`: the suffix is part of the word.
    let Some(power) = suffix(letters).filter(|_| figure.end == at + 1) else { return Found::Nothing };
    let mantissa = head.value;
    let Some(value) = mantissa.scaled(power.into()) else { return Found::Nothing };
    head.value = value;
    let phrase = Phrase { mantissa: Some(mantissa), power: power.into(), ..head.phrase(Form::Scaled) };
    number(reader, at, at, start, phrase)
}

fn in_words(reader: Reader<'_>, at: usize, measures: fn(&str) -> bool) -> Found {
    let Some(first) = piece(reader.word(at)) else { return Found::Nothing };
    let found = match first {
        // "and", before all: no number begins with these.
        Piece::And | Piece::Point | Piece::Parts(_) => None,
        Piece::Article => article(reader, at, measures),
        // "minus a half"
        Piece::Minus if reader.goes_on(at + 1) && piece(reader.word(at + 1)) == Some(Piece::Article) => {
            article(reader, at + 1, measures).map(|(_, phrase)| (at, phrase.negated()))
        }
        Piece::Minus => reader
            .goes_on(at + 1)
            .then(|| phrase(reader, at + 1, piece_at(reader, at + 1)?))
            .flatten()
            .filter(|phrase| phrase.form != Form::Ordinal)
            .map(|phrase| (at, phrase.negated())),
        _ => words(reader, at, first, measures).map(|phrase| (at, phrase)),
    };
    match found {
        Some((first, phrase)) => number(reader, at, first, reader.span(first).start(), phrase),
        None => Found::Nothing,
    }
}

/// What begins with the word at `at`, which is `first`: a number, or a scale word without one.
fn words(reader: Reader<'_>, at: usize, first: Piece, measures: fn(&str) -> bool) -> Option<Phrase> {
    vague(reader, at, first, measures).or_else(|| phrase(reader, at, first))
}

/// "a dozen", "a third of", "a couple of hundred": where the number begins behind the article.
fn article(reader: Reader<'_>, at: usize, measures: fn(&str) -> bool) -> Option<(usize, Phrase)> {
    let first = at + 1;
    if !reader.goes_on(first) {
        return None;
    }
    let phrase = match piece(reader.word(first))? {
        Piece::Hundred | Piece::Scale(_) | Piece::Dozen => complete(reader, at, Head::one(first)),
        piece @ (Piece::Half | Piece::Couple | Piece::Several) => words(reader, first, piece, measures)?,
        _ => fraction_phrase(reader, first, ordinal_phrase)?,
    };
    Some((first, phrase))
}

fn number(reader: Reader<'_>, lead: usize, first: usize, start: usize, phrase: Phrase) -> Found {
    let end = phrase.end;
    if end <= first || phrase.value.is_none() && phrase.form != Form::Vague {
        return Found::Nothing;
    }
    let span = Span::new(start, reader.span(end - 1).end());
    // `5m2` is one word, `5m-high` two; `5m.p.h.` is not told apart.
    let may_have_suffix = reader.kind(end) == Some(TokenKind::Word) && phrase.form != Form::Ordinal;
    let suffix = may_have_suffix.then(|| suffix(reader.word(end))).flatten().filter(|_| {
        let may_stand_apart = matches!(reader.word(end).as_bytes(), [_, b'n' | b'r'] | [_, _, b'n'] | b"mio");
        reader.is_solid(end) || reader.gap(end) == Gap::Space && may_stand_apart
    });
    let Phrase { value, form, power, .. } = phrase;
    // 128 bits hold 38 powers of ten.
    let power = u8::try_from(power).unwrap_or(0);
    Found::Number(Number { span, lead, first, end, value, form, power, suffix, neighbours: 0 })
}
