//! The tokens of a sentence, as grammars ask for them.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::lexicon::{self, Term};
use crate::extract::Article;
use crate::extract::number::Number;
use crate::extract::time::calendar::Reference;
use crate::text::{Gap, Token, TokenKind};

/// Whether `02/07/2024` is the 2nd of July or February 7.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// What a token is by itself, looked up once.
#[derive(Clone, Copy)]
enum Atom {
    Term(Term),
    /// A number of at most nine digits, and how many they are.
    Digits(u32, u8),
    Other,
}

impl Atom {
    fn of(text: &str, token: &Token) -> Atom {
        let word = || token.span.slice(text).unwrap_or_default();
        match token.kind {
            TokenKind::Word => lexicon::lookup(word()).map_or(Atom::Other, Atom::Term),
            TokenKind::Number => match (word().parse(), u8::try_from(word().len())) {
                (Ok(number), Ok(len @ 0..10)) => Atom::Digits(number, len),
                _ => Atom::Other,
            },
            _ => Atom::Other,
        }
    }
}

/// What holds for the whole article while its sentences are read.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    tokens: &'a [Token],
    atoms: Vec<Atom>,
    numbers: &'a [Number],
    pub(crate) reference: Reference,
    /// Which of day and month comes first in its dates, once that is known.
    pub(crate) order: OnceCell<DayOrder>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(article: &'a Article<'_>) -> Context<'a> {
        Context {
            text: article.text,
            tokens: &article.tokens,
            numbers: &article.numbers,
            atoms: article.tokens.iter().map(|token| Atom::of(article.text, token)).collect(),
            reference: Reference { published: article.published },
            order: OnceCell::new(),
        }
    }

    /// The day of publication.
    pub(crate) fn published(&self) -> Option<Date> {
        self.reference.published
    }

    /// All tokens of the article.
    pub(crate) fn whole(&self) -> Reader<'_> {
        Reader { context: self, tokens: self.tokens, atoms: &self.atoms, from: 0 }
    }

    /// The tokens from `from` to `end`.
    pub(crate) fn part(&self, from: usize, end: usize) -> Reader<'_> {
        let tokens = self.tokens.get(from..end).unwrap_or_default();
        Reader { context: self, tokens, atoms: self.atoms.get(from..end).unwrap_or_default(), from }
    }
}

/// The tokens of one sentence. Every question about a token that is not there has an answer, so
/// that grammars can look around freely without leaving the sentence.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) tokens: &'a [Token],
    atoms: &'a [Atom],
    /// The first of them among all tokens of the article.
    from: usize,
}

impl<'a> Reader<'a> {
    /// The text of token `at`; empty where there is none.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|token| token.span.slice(self.context.text)).unwrap_or("")
    }

    /// The text of the token before `at`.
    pub(crate) fn word_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether token `at` reads `word`, in any case.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of `words`, in any case.
    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        is_any(self.word(at), words)
    }

    /// Whether the token before `at` is one of `words`, in any case.
    pub(crate) fn follows_any(&self, at: usize, words: &[&str]) -> bool {
        is_any(self.word_before(at), words)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether token `at` stands right behind the one before.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// Whether token `at` is a word with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether token `at` is a word in lower case.
    pub(crate) fn is_low(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_lowercase)
    }

    /// What the word at `at` can be in an expression of time.
    pub(crate) fn term(&self, at: usize) -> Option<Term> {
        match self.atoms.get(at) {
            Some(Atom::Term(term)) => Some(*term),
            _ => None,
        }
    }

    /// The number at `at`, where it is written in at most nine digits, and how many they are.
    pub(crate) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        match self.atoms.get(at) {
            Some(Atom::Digits(number, len)) => Some((*number, usize::from(*len))),
            _ => None,
        }
    }

    /// The number that begins at `at`, as the grammar of numbers found it, and the token behind it.
    pub(crate) fn number(&self, at: usize) -> Option<(&'a Number, usize)> {
        let numbers = self.context.numbers;
        let index = numbers.binary_search_by_key(&(self.from + at), |number| number.lead).ok()?;
        let number = numbers.get(index)?;
        let end = number.end.checked_sub(self.from).filter(|end| *end <= self.tokens.len())?;
        Some((number, end))
    }

    /// Whether the number at `at` stands for itself: it is no part of a longer number, code, price
    /// or fraction to the left.
    pub(crate) fn is_free(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        if self.kind(before) == Some(TokenKind::Currency) {
            return false;
        }
        if !self.is_glued(at) {
            return true;
        }
        let is_opening = matches!(
            self.word(before),
            "(" | "[" | "\"" | "“" | "‘" | "'" | "—" | "–" | "=" | "~" | ":" | ">"
        );
        // "12:30", but "says:30 December"
        let is_in_clock = self.word(before) == ":"
            && self.is_glued(before)
            && before.checked_sub(1).is_some_and(|at| self.kind(at) == Some(TokenKind::Number));
        is_opening && !is_in_clock
    }

    /// Whether the number that ends before `end` goes on there: `2,000`, `3.5`, `5/8`, `24:7`.
    pub(crate) fn number_goes_on(&self, end: usize) -> bool {
        self.is_glued(end)
            && (matches!(self.word(end), "," | "." | "/" | ":")
                && self.is_glued(end + 1)
                && self.kind(end + 1) == Some(TokenKind::Number)
                || self.word(end) == "%"
                || self.kind(end) == Some(TokenKind::Number))
    }

    /// Whether the full stop of an abbreviation stands at `at`; the last one ends the sentence.
    pub(crate) fn has_stop(&self, at: usize) -> bool {
        self.word(at) == "." && self.is_glued(at) && at + 1 < self.tokens.len()
    }

    /// Passes a comma.
    pub(crate) fn skip_comma(&self, at: usize) -> usize {
        at + usize::from(self.word(at) == ",")
    }
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}
