//! The words that spans are compared without.

use newsmark::text::Span;

/// Articles, prepositions and modifiers that stand before an amount.
const BEFORE: &[&str] = &[
    "a", "about", "above", "an", "and", "approximately", "around", "as", "at", "below", "between", "bigger",
    "equal", "equals", "exceeding", "fewer", "from", "greater", "higher", "in", "just", "larger", "least",
    "less", "lower", "many", "more", "most", "much", "nearly", "no", "not", "of", "on", "or", "over",
    "smaller", "some", "than", "the", "to", "under", "up", "within", ">", "<", "=", ">=", "<=", "=>", "=<",
    "≥", "≤",
];

/// Modifiers behind an amount.
const BEHIND: &[&str] =
    &["or", "and", "more", "less", "above", "below", "equal", "to", "than", "greater", "so"];

/// The span without such words on either side; one that is nothing else stays as it is.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start(), span.end());
    while let Some(words) = text.get(start..end) {
        let rest = words.trim_start();
        let sign = rest.trim_start_matches(['>', '<', '=', '≥', '≤']);
        if sign.len() < rest.len() && !sign.is_empty() {
            start = end - sign.len();
            continue;
        }
        let word = rest.split_whitespace().next().unwrap_or_default();
        if !is_one_of(word, BEFORE) || word.len() == rest.len() {
            start = end - rest.len();
            break;
        }
        start = end - rest.len() + word.len();
    }
    while let Some(words) = text.get(start..end) {
        let rest = words.trim_end();
        let word = rest.split_whitespace().next_back().unwrap_or_default();
        if !is_one_of(word, BEHIND) || word.len() == rest.len() {
            end = start + rest.len();
            break;
        }
        end = start + rest.len() - word.len();
    }
    Span::new(start, end)
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|candidate| candidate.eq_ignore_ascii_case(word))
}
