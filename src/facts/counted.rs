//! What a number counts: the words behind it, up to where its phrase ends.

use super::stems::{Stem, stem};
use crate::text::{Gap, Span, TokenKind, Tokens};

/// The most words of a phrase that are looked at: "32 newly elected council members".
const REACH: usize = 4;

/// The keys of the words that tell what a number counts, the last of them the most telling.
pub(super) fn counted(text: &str, tokens: &Tokens, number: Span) -> Vec<Stem> {
    let from = tokens.within(number).end;
    let behind = tokens.get(from..(from + REACH).min(tokens.len())).unwrap_or_default();
    let mut stems = Vec::new();
    for token in behind {
        let word = token.span.slice(text).unwrap_or_default();
        let goes_on = token.gap < Gap::Blank && matches!(token.kind, TokenKind::Word | TokenKind::Acronym);
        // A hyphen joins: "32-member".
        if word == "-" {
            continue;
        }
        match stem(word).filter(|_| goes_on) {
            Some(stem) => stems.push(stem),
            // "of" leads to what is counted: "dozens of people".
            None if goes_on && stems.is_empty() && matches!(word, "of" | "more" | "other" | "new") => {}
            None => break,
        }
    }
    stems
}
