//! What is marked in a text that is not in English: what needs no language, and nothing else.
//!
//! The rules for names, speech, words of time and counted things are English ones. In another language they would mark
//! what looks like English by chance, and read numbers as they are not written there.

use super::Candidate;
use crate::text::language;

/// Whether a text is certainly in another language than English.
pub(super) fn is_foreign(text: &str) -> bool {
    language(text).is_some_and(|language| language != "en")
}

/// Whether an extractor finds anything that signs alone tell.
pub(super) fn reads_signs(extractor: &str) -> bool {
    !matches!(extractor, "names" | "speech" | "quotes" | "cardinal" | "ordinal")
}

/// Whether a candidate is told by signs and figures: an amount with its sign or code, a percentage with its sign, a
/// date in figures, the year first.
pub(super) fn needs_no_language(text: &str, candidate: &Candidate) -> bool {
    let words = candidate.span.slice(text).unwrap_or_default();
    let has_digit = words.bytes().any(|byte| byte.is_ascii_digit());
    let mut pieces = words.split(|c: char| !c.is_alphabetic()).filter(|piece| !piece.is_empty());
    match candidate.label.as_str() {
        // A code of a currency, or the "US" of "US$".
        "MONEY" => {
            has_digit
                && is_plain(text, candidate)
                && pieces.all(|piece| piece.len() <= 3 && piece.chars().all(char::is_uppercase))
        }
        "PERCENT" => has_digit && is_plain(text, candidate) && pieces.next().is_none(),
        "DATE" => is_iso(words),
        _ => false,
    }
}

/// Whether the number reads the same in all languages: "3,5" and "1.200" do not.
fn is_plain(text: &str, candidate: &Candidate) -> bool {
    let words = candidate.span.slice(text).unwrap_or_default();
    let groups: Vec<&str> =
        words.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let before = text[..candidate.span.start()].chars().next_back();
    let behind = text[candidate.span.end()..].chars().next();
    // A piece of a longer number, or one that a word of scale goes on from, is none.
    let is_whole =
        !before.is_some_and(|c| c.is_alphanumeric()) && !behind.is_some_and(|c| c.is_ascii_digit());
    is_whole && groups.len() == 1
}

/// "2024-07-02"
fn is_iso(words: &str) -> bool {
    let parts: Vec<&str> = words.split('-').collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().all(is_number) && parts.iter().map(|part| part.len()).eq([4, 2, 2])
}
