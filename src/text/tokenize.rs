use super::Span;
use super::token::{Gap, Token, TokenKind, Tokens};

/// Cuts a text into tokens. Total and linear: every text has tokens that tile it.
///
/// Hyphens always stand alone (`32` `-` `member`), a possessive `'s` is cut from its word, and
/// `U.S.` is one token. Which tokens belong together (`1,234.5`, `al-Assad`) is left to those who
/// read them.
pub fn tokenize(text: &str) -> Tokens {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut addresses = Addresses::new(text);
    let mut scanner = Scanner { text, at: 0 };
    let mut gap = Gap::Line;
    while let Some(first) = scanner.class() {
        if first == Class::Space {
            gap = gap.max(scanner.space());
            continue;
        }
        let start = scanner.at;
        let kind = if let Some(end) = addresses.end(start) {
            scanner.at = end;
            scanner.skip_joiners();
            TokenKind::Address
        } else if let Some(kind) = scanner.plain(first) {
            kind
        } else {
            let Some(c) = scanner.peek() else { break };
            if is_space(c) {
                gap = gap.max(scanner.space());
                continue;
            }
            let kind = scanner.solid(c, tokens.last().filter(|_| gap == Gap::None));
            scanner.skip_joiners();
            kind
        };
        tokens.push(Token { span: Span::new(start, scanner.at), kind, gap });
        gap = Gap::None;
    }
    Tokens::new(tokens)
}

/// What a byte can be: nearly all text is told apart by one look into a table for each byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    Apostrophe,
    Dollar,
    /// Any other character of ASCII.
    Sign,
    /// Part of a character beyond ASCII.
    Beyond,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Beyond; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'\'' => Class::Apostrophe,
            b'$' => Class::Dollar,
            _ => Class::Sign,
        };
        byte += 1;
    }
    classes
};

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn class_at(&self, at: usize) -> Option<Class> {
        self.text.as_bytes().get(at).map(|&byte| CLASSES[usize::from(byte)])
    }

    /// What the next byte can be.
    fn class(&self) -> Option<Class> {
        self.class_at(self.at)
    }

    /// Passes a token of ASCII that begins with a byte of class `first`; the few whose end depends on
    /// more than the byte behind them are left to [`Scanner::solid`].
    fn plain(&mut self, first: Class) -> Option<TokenKind> {
        let mut end = self.at + 1;
        let kind = match first {
            Class::Letter => {
                while let Some(Class::Letter | Class::Digit) = self.class_at(end) {
                    end += 1;
                }
                let is_initial = end == self.at + 1 && self.text.as_bytes().get(end) == Some(&b'.');
                if is_initial || self.class_at(end) == Some(Class::Apostrophe) {
                    return None;
                }
                TokenKind::Word
            }
            Class::Digit => {
                while self.class_at(end) == Some(Class::Digit) {
                    end += 1;
                }
                TokenKind::Number
            }
            Class::Dollar => TokenKind::Currency,
            Class::Sign => TokenKind::Punctuation,
            Class::Apostrophe | Class::Space | Class::Beyond => return None,
        };
        // What is beyond ASCII may be joined to the character before it, or go on with the word.
        if self.class_at(end) == Some(Class::Beyond) {
            return None;
        }
        self.at = end;
        Some(kind)
    }

    fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text[self.at..].chars().next()
    }

    fn skip_joiners(&mut self) {
        if self.class() == Some(Class::Beyond) {
            self.skip_while(is_joiner);
        }
    }

    /// The character `ahead` characters on.
    fn look(&self, ahead: usize) -> Option<char> {
        self.text[self.at..].chars().nth(ahead)
    }

    fn skip_while(&mut self, mut belongs: impl FnMut(char) -> bool) {
        while let Some(c) = self.peek().filter(|&c| belongs(c)) {
            self.at += c.len_utf8();
        }
    }

    fn space(&mut self) -> Gap {
        let mut breaks = 0;
        // Most gaps are one space.
        if self.text.as_bytes().get(self.at) == Some(&b' ') {
            self.at += 1;
            if !matches!(self.class(), Some(Class::Space | Class::Beyond)) {
                return Gap::Space;
            }
        }
        self.skip_while(|c| {
            breaks += usize::from(is_break(c));
            is_space(c)
        });
        match breaks {
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Blank,
        }
    }

    /// Passes one token that begins with `c`; `joined` is the token right before it.
    fn solid(&mut self, c: char, joined: Option<&Token>) -> TokenKind {
        // Dashes and quote marks are what is met most beyond ASCII.
        let is_mark = matches!(c, '\u{2010}'..='\u{2027}');
        if !is_mark && c.is_alphabetic() {
            if self.acronym() {
                return TokenKind::Acronym;
            }
            self.word();
            return TokenKind::Word;
        }
        self.at += c.len_utf8();
        if !is_mark && c.is_numeric() {
            if c.is_ascii_digit() {
                self.skip_while(|c| c.is_ascii_digit());
            }
            return TokenKind::Number;
        }
        if is_apostrophe(c) && joined.is_some_and(|token| token.kind != TokenKind::Punctuation) && self.is_s()
        {
            self.at += 1;
            return TokenKind::Clitic;
        }
        if is_currency(c) { TokenKind::Currency } else { TokenKind::Punctuation }
    }

    fn word(&mut self) {
        loop {
            while let Some(Class::Letter | Class::Digit) = self.class() {
                self.at += 1;
            }
            self.skip_while(|c| c.is_alphanumeric() || is_joiner(c));
            let Some(apostrophe) = self.peek().filter(|&c| is_apostrophe(c)) else { return };
            let inner = self.look(1).is_some_and(char::is_alphabetic);
            let ahead = Scanner { text: self.text, at: self.at + apostrophe.len_utf8() };
            if !inner || ahead.is_s() {
                return;
            }
            self.at = ahead.at;
        }
    }

    /// Whether an `s` stands here that ends its word.
    fn is_s(&self) -> bool {
        matches!(self.peek(), Some('s' | 'S'))
            && !self.look(1).is_some_and(|c| c.is_alphanumeric() || is_joiner(c))
    }

    /// Passes `U.S.`: at least two single letters, each but the last with a full stop.
    fn acronym(&mut self) -> bool {
        let mut end = self.at;
        let mut letters = 0;
        let mut chars = self.text[self.at..].chars().peekable();
        while let Some(letter) = chars.next_if(|c| c.is_alphabetic()) {
            let stop = chars.next_if_eq(&'.').is_some();
            let word_goes_on = !stop && chars.peek().is_some_and(|c| c.is_alphanumeric() || is_joiner(*c));
            if word_goes_on {
                break;
            }
            letters += 1;
            end += letter.len_utf8() + usize::from(stop);
            if !stop {
                break;
            }
        }
        if letters < 2 {
            return false;
        }
        self.at = end;
        true
    }
}

/// Finds addresses. What it looks for far ahead it remembers, so that however many beginnings there
/// are, each byte of the text is passed a bounded number of times.
struct Addresses<'t> {
    text: &'t str,
    at_sign: Ahead,
    full_stop: Ahead,
    slash: Ahead,
    /// The character that no host or path holds.
    end: Ahead,
    /// Where what is before `end` closes, and from where on that was looked at.
    trimmed: (usize, usize),
}

impl<'t> Addresses<'t> {
    fn new(text: &'t str) -> Addresses<'t> {
        let [at_sign, full_stop, slash, end] = [Ahead::default(); 4];
        Addresses { text, at_sign, full_stop, slash, end, trimmed: (usize::MAX, 0) }
    }

    /// Where the address ends that begins at `start`; `None` where none begins.
    fn end(&mut self, start: usize) -> Option<usize> {
        const SCHEMES: [&str; 4] = ["https://", "http://", "www.", "ftp://"];
        /// No local part of a mail address is longer (RFC 5321, section 4.5.3.1.1).
        const LOCAL_PART: usize = 64;

        let rest = self.text.as_bytes().get(start..)?;
        let starts_with = |scheme: &&&str| {
            rest.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme.as_bytes()))
        };
        let may_be_scheme = matches!(rest.first()?, b'h' | b'H' | b'w' | b'W' | b'f' | b'F');
        let scheme = may_be_scheme.then(|| SCHEMES.iter().find(starts_with)).flatten();
        let from = match scheme {
            Some(scheme) => start + scheme.len(),
            None => {
                let at_sign = self.at_sign.find(self.text, start, |rest| rest.find('@'));
                let local = rest.get(..at_sign - start)?;
                let is_local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
                if local.is_empty()
                    || local.len() > LOCAL_PART
                    || at_sign == self.text.len()
                    || !local.iter().all(is_local)
                {
                    return None;
                }
                at_sign + 1
            }
        };
        let end = self.host_end(from);
        let host = self.text.get(from..end)?;
        let full_stop = self.full_stop.find(self.text, from, |rest| rest.find('.'));
        let slash = self.slash.find(self.text, from, |rest| rest.find('/'));
        let is_host = host.starts_with(char::is_alphanumeric)
            && (full_stop < end || from - start > "www.".len() && slash < end);
        is_host.then_some(end)
    }

    /// Where the host and path end that begin at `from`, without the marks that close a sentence.
    fn host_end(&mut self, from: usize) -> usize {
        let is_end = |c: char| is_space(c) || "<>\"“”«»".contains(c);
        let end = self.end.find(self.text, from, |rest| rest.find(is_end));
        let (asked, trimmed) = self.trimmed;
        if !(asked <= from && from <= trimmed) {
            let closing = |c: char| ".,;:!?)]}'’…".contains(c);
            let host = self.text.get(from..end).unwrap_or_default();
            self.trimmed = (from, from + host.trim_end_matches(closing).len());
        }
        self.trimmed.1
    }
}

/// The first place of something at or behind a place, remembered until that is passed.
#[derive(Clone, Copy)]
struct Ahead {
    asked: usize,
    found: usize,
}

impl Default for Ahead {
    fn default() -> Ahead {
        Ahead { asked: usize::MAX, found: 0 }
    }
}

impl Ahead {
    /// The place at or behind `from`, which stands on a character boundary; the length of the text
    /// where there is none.
    fn find(&mut self, text: &str, from: usize, find: impl FnOnce(&str) -> Option<usize>) -> usize {
        if !(self.asked <= from && from <= self.found) {
            let rest = text.get(from..).unwrap_or_default();
            *self = Ahead { asked: from, found: find(rest).map_or(text.len(), |at| from + at) };
        }
        self.found
    }
}

/// White space, and the invisible characters that stand for it in text from web pages.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}' | '\u{85}')
}

/// The apostrophe as typed and as typeset.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Characters that never begin a token: combining marks, joiners, variation selectors.
fn is_joiner(c: char) -> bool {
    !c.is_ascii()
        && matches!(c,
            '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C7}'
            | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{93C}' | '\u{94D}' | '\u{9CD}' | '\u{A4D}'
            | '\u{BCD}' | '\u{C4D}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}' | '\u{200C}' | '\u{200D}' | '\u{20D0}'..='\u{20F0}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0100}'..='\u{E01EF}')
}

/// Unicode category Sc (Unicode 16.0).
fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{58F}' | '\u{60B}' | '\u{7FE}' | '\u{7FF}' | '\u{9F2}' | '\u{9F3}' | '\u{9FB}'
        | '\u{AF1}' | '\u{BF9}' | '\u{E3F}' | '\u{17DB}' | '\u{20A0}'..='\u{20C0}' | '\u{A838}' | '\u{FDFC}'
        | '\u{FE69}' | '\u{FF04}' | '\u{FFE0}' | '\u{FFE1}' | '\u{FFE5}' | '\u{FFE6}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokenize(text);
        let pieces: Vec<_> = tokens.iter().filter_map(|token| token.span.slice(text)).collect();
        assert_eq!(pieces.join("|"), expected);
    }

    #[test]
    fn possessives_are_cut_and_names_with_apostrophes_kept() {
        check(
            "Ukraine's O'Brien don't States' Kyiv’s 1990's",
            "Ukraine|'s|O'Brien|don't|States|'|Kyiv|’s|1990|'s",
        );
        check("wa Thiong'o 'so' rock 'n' roll", "wa|Thiong'o|'|so|'|rock|'|n|'|roll");
    }

    #[test]
    fn acronyms_are_one_token() {
        check("the U.S. and U.S-led, D.C., 9 a.m.", "the|U.S.|and|U.S|-|led|,|D.C.|,|9|a.m.");
        check("Lloyd J. Austin. I.", "Lloyd|J|.|Austin|.|I|.");
        check("Mr.A.Smith", "Mr|.|A|.|Smith");
    }

    #[test]
    fn numbers_end_where_letters_begin() {
        check("$2.3bn G20 3rd 1,234", "$|2|.|3|bn|G20|3|rd|1|,|234");
        check("½ 32-member", "½|32|-|member");
    }

    #[test]
    fn addresses_are_one_token() {
        check(
            "See https://a.example/x?y=1,2. Mail a.b@c.example!",
            "See|https://a.example/x?y=1,2|.|Mail|a.b@c.example|!",
        );
        check("www.x.example @name 5@6", "www.x.example|@|name|5|@|6");
    }

    #[test]
    fn addresses_that_come_to_nothing_hide_none_behind_them() {
        check("www.@ a@b c@d.example", "www|.|@|a|@|b|c@d.example");
        check("x@www.d.example/a, www.d.example).", "x@www.d.example/a|,|www.d.example|)|.");
        check("a@b@c.example http://d", "a@b@c.example|http|:|/|/|d");
    }

    /// Each of these has as many beginnings of addresses as letters, and all would end far away.
    #[test]
    fn addresses_are_looked_for_once() {
        for piece in ["a@", "a@b,", "www.", "http://", "a.", "-www.@"] {
            let text = piece.repeat(1_000_000 / piece.len()) + &"!".repeat(1_000_000);
            assert!(!tokenize(&text).is_empty());
        }
    }

    #[test]
    fn combining_marks_and_joiners_stay_with_their_character() {
        check("Cafe\u{301} 👨\u{200D}👩 ❤\u{FE0F}", "Cafe\u{301}|👨\u{200D}|👩|❤\u{FE0F}");
        check("\u{301}", "\u{301}");
    }

    #[test]
    fn gaps_tell_lines_and_blank_lines() {
        let gaps: Vec<_> = tokenize("a b\nc\n \nd-e").iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::Line, Gap::Space, Gap::Line, Gap::Blank, Gap::None, Gap::None]);
    }
}
