use crate::text::{Gap, Span, Token, TokenKind};

/// Reads tokens by index without ever failing: beyond either end stands an empty word behind a
/// blank line. (`at.wrapping_sub(1)` before the first token lies beyond the end too.)
#[derive(Clone, Copy)]
pub(in crate::extract) struct Reader<'a> {
    pub(in crate::extract) text: &'a str,
    pub(in crate::extract) tokens: &'a [Token],
}

impl<'a> Reader<'a> {
    pub(in crate::extract) fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|token| token.span.slice(self.text)).unwrap_or_default()
    }

    /// The word `back` tokens before `at`, empty where a blank line stands between them.
    pub(in crate::extract) fn before(self, at: usize, back: usize) -> &'a str {
        let Some(index) = at.checked_sub(back) else { return "" };
        let joined = (index + 1..=at).all(|token| self.gap(token) < Gap::Blank);
        if joined { self.word(index) } else { "" }
    }

    pub(in crate::extract) fn is(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the words from `at` on are these, with no blank line between them.
    pub(in crate::extract) fn are(self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| {
            self.is(at + offset, word) && (offset == 0 || self.gap(at + offset) < Gap::Blank)
        })
    }

    pub(in crate::extract) fn gap(self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::Blank, |token| token.gap)
    }

    pub(in crate::extract) fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(in crate::extract) fn span(self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::new(self.text.len(), self.text.len()), |token| token.span)
    }

    /// Whether the token at `at` follows the one before it without a gap.
    pub(in crate::extract) fn is_solid(self, at: usize) -> bool {
        self.gap(at) == Gap::None
    }

    /// Whether the token at `at` goes on from the one before: on the same line, or on the next in
    /// lower case (text that was wrapped by hand).
    pub(in crate::extract) fn goes_on(self, at: usize) -> bool {
        match self.gap(at) {
            Gap::None | Gap::Space => true,
            Gap::Line => self.word(at).starts_with(char::is_lowercase),
            Gap::Blank => false,
        }
    }

    /// Whether a word or number stands at `at`, joined to the token before by a hyphen or dash at
    /// `at - 1` without gaps.
    pub(in crate::extract) fn is_hyphened(self, at: usize) -> bool {
        let hyphen = at.wrapping_sub(1);
        self.is_solid(at)
            && self.is_solid(hyphen)
            && self.kind(hyphen) == Some(TokenKind::Punctuation)
            && is_dash(self.word(hyphen))
    }

    /// The token that follows `end` behind an optional hyphen: `32-member`, `32 members`.
    pub(in crate::extract) fn behind(self, end: usize) -> Option<usize> {
        if !self.goes_on(end) {
            return None;
        }
        let is_hyphened = self.kind(end) == Some(TokenKind::Punctuation) && self.is_hyphened(end + 1);
        Some(end + usize::from(is_hyphened))
    }

    /// Whether the token at `at` begins with a capital.
    pub(in crate::extract) fn is_capital(self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a run of ASCII digits stands at `at`.
    pub(in crate::extract) fn is_digits(self, at: usize) -> bool {
        self.word(at).as_bytes().first().is_some_and(u8::is_ascii_digit)
    }
}

/// Hyphen, non-breaking hyphen, figure dash, en dash, minus sign.
pub(in crate::extract) fn is_dash(word: &str) -> bool {
    // By bytes, since it is asked everywhere: U+2010 to U+2013 and U+2212.
    matches!(word.as_bytes(), b"-" | [0xE2, 0x80, 0x90..=0x93] | [0xE2, 0x88, 0x92])
}

/// Whether `word` is one of `words`, without regard to ASCII case.
pub(in crate::extract) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|candidate| candidate.eq_ignore_ascii_case(word))
}
