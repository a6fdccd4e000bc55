use super::Span;
use super::token::{Gap, Token, TokenKind, Tokens};

/// Cuts a text into tokens. Total and linear: every text has tokens that tile it.
///
/// Hyphens always stand alone (`32` `-` `member`), a possessive `'s` is cut from its word, and
/// `U.S.` is one token. Which tokens belong together (`1,234.5`, `al-Assad`) is left to those who
/// read them.
pub fn tokenize(text: &str) -> Tokens {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let has_addresses = text.contains('@') || text.contains("://") || text.contains("www.");
    let mut scanner = Scanner { text, at: 0 };
    let mut gap = Gap::Line;
    while let Some(c) = scanner.peek() {
        if is_space(c) {
            gap = gap.max(scanner.space());
            continue;
        }
        let start = scanner.at;
        let kind = match has_addresses.then(|| scan_address(&text[start..])).flatten() {
            Some(len) => {
                scanner.at += len;
                TokenKind::Address
            }
            None => scanner.solid(c, tokens.last().filter(|_| gap == Gap::None)),
        };
        scanner.skip_while(is_joiner);
        tokens.push(Token { span: Span::new(start, scanner.at), kind, gap });
        gap = Gap::None;
    }
    Tokens::new(tokens)
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text[self.at..].chars().next()
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
        if c.is_alphabetic() {
            if self.acronym() {
                return TokenKind::Acronym;
            }
            self.word();
            return TokenKind::Word;
        }
        self.at += c.len_utf8();
        if c.is_numeric() {
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

/// How far an address runs from the beginning of `text`, in bytes; `None` where none begins.
fn scan_address(text: &str) -> Option<usize> {
    const SCHEMES: [&str; 4] = ["https://", "http://", "www.", "ftp://"];
    /// No local part of a mail address is longer (RFC 5321, section 4.5.3.1.1).
    const LOCAL_PART: usize = 64;

    let starts_with = |prefix: &str| {
        text.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let is_local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let is_end = |c: char| is_space(c) || "<>\"“”«»".contains(c);
    let from = match SCHEMES.iter().find(|scheme| starts_with(scheme)) {
        Some(scheme) => scheme.len(),
        None => {
            let local = text.bytes().take(LOCAL_PART + 1).take_while(is_local).count();
            if local == 0 || text.as_bytes().get(local) != Some(&b'@') {
                return None;
            }
            local + 1
        }
    };
    let rest = &text[from..];
    let host = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let host = host.trim_end_matches(|c: char| ".,;:!?)]}'’…".contains(c));
    let is_host = host.starts_with(char::is_alphanumeric)
        && (host.contains('.') || from > "www.".len() && host.contains('/'));
    is_host.then_some(from + host.len())
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
