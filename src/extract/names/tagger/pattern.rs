//! How words are spelt, as a number.

/// The pattern of a word: kinds of characters, each kind once in a row: `Xx`, `X.X.`, `0-`.
pub(super) fn pattern(text: &str) -> u64 {
    let (mut pattern, mut last) = (0_u64, 0);
    for c in text.chars().take(24) {
        let kind = match c {
            '.' => 4,
            '-' | '\'' | '’' => 5,
            c if c.is_lowercase() => 1,
            c if c.is_uppercase() => 2,
            c if c.is_numeric() => 3,
            c if c.is_alphabetic() => 6,
            _ => 7,
        };
        if kind != last && pattern < 1 << 40 {
            pattern = pattern << 3 | kind;
            last = kind;
        } else if kind == 2 && pattern & 63 == 2 {
            // Two capitals and more are another thing than one.
            pattern = pattern << 3 | 2;
        }
    }
    pattern
}
