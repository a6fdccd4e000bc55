use super::Span;

/// A piece of text that is not white space.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// What stands between it and the token before.
    pub gap: Gap,
}

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// A letter and what follows of letters, digits and inner apostrophes: `Ukraine`, `O'Brien`,
    /// `G20`.
    Word,
    /// Single letters with full stops: `U.S.`, `D.C`, `a.m.`; the last stop belongs to it.
    Acronym,
    /// The ending `'s` or `’s` of the word before.
    Clitic,
    /// A run of digits (letters that follow without a gap are a token of their own: `5` `m`), or
    /// a vulgar fraction such as `½`.
    Number,
    /// A currency sign (Unicode category Sc).
    Currency,
    /// A web or e-mail address.
    Address,
    /// Any other single character.
    Punctuation,
}

/// What stands between two tokens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// Nothing.
    None,
    /// White space within a line.
    Space,
    /// White space with one line break, or the beginning of the text.
    Line,
    /// White space with more than one line break.
    Blank,
}

/// The tokens of one text, in order.
///
/// They are lossless: token by token, and white space (alone) between them, they tile the text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tokens {
    tokens: Vec<Token>,
}

impl Tokens {
    pub(super) fn new(tokens: Vec<Token>) -> Tokens {
        Tokens { tokens }
    }

    /// Where `span` (bytes) lies: the indices of the tokens that it touches.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end() <= span.start());
        let last = self.tokens.partition_point(|token| token.span.start() < span.end());
        first..last.max(first)
    }
}

impl std::ops::Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.tokens
    }
}
