use super::Span;

/// The places where `words` stand in `text` as whole words, in order and without overlap. Runs of white
/// space are alike, so that a name may go over the end of a line.
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let mut pieces = words.split_whitespace();
    let Some(first) = pieces.next() else { return Vec::new() };
    let rest: Vec<&str> = pieces.collect();
    let mut found: Vec<Span> = Vec::new();
    for (start, piece) in text.match_indices(first) {
        let mut end = start + piece.len();
        let fits = rest.iter().all(|piece| {
            let tail = &text[end..];
            let after = tail.trim_start();
            let is_next = after.len() < tail.len() && after.starts_with(piece);
            end += tail.len() - after.len() + if is_next { piece.len() } else { 0 };
            is_next
        });
        let is_free = found.last().is_none_or(|last| last.end() <= start);
        if fits && is_free && is_edge(text, start, first) && is_edge(text, end, first) {
            found.push(Span::new(start, end));
        }
    }
    found
}

/// Whether no word goes on across `at`. Scripts that are written without spaces have no such edges.
fn is_edge(text: &str, at: usize, words: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !has_no_spaces(c));
    !(joins(text[..at].chars().next_back()) && joins(text[at..].chars().next()))
        || words.chars().any(has_no_spaces)
}

/// Whether a character is of a script that is written without spaces between words: Chinese, Japanese,
/// Thai, Lao, Khmer, Burmese.
pub fn has_no_spaces(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0x2FFF | 0x3040..=0x30FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: &[(usize, usize)]) {
        let found: Vec<_> = occurrences(text, words).iter().map(|span| (span.start(), span.end())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn whole_words_only() {
        check("Austin, Austin's and Austinite; AUSTIN", "Austin", &[(0, 6), (8, 14)]);
        check("€5 and €5m", "€5", &[(0, 4)]);
        check("a a a", "a a", &[(0, 3)]);
        check("", "a", &[]);
        check("a", " ", &[]);
    }

    #[test]
    fn over_line_ends_and_without_spaces() {
        check("Lloyd\nAustin met Lloyd  Austin.", "Lloyd Austin", &[(0, 12), (17, 30)]);
        check("東京都は東京", "東京", &[(0, 6), (12, 18)]);
    }
}
