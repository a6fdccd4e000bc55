//! How words are written.

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Shape {
    /// No letter at its beginning.
    #[default]
    Other,
    /// `minister`
    Lower,
    /// `Minister`, `O'Brien`, `McDonald`
    Capital,
    /// `NATO`, `U.S.`, `G20`
    Capitals,
    /// `J`
    Initial,
    /// `iPhone`, `photoAmina`
    Mixed,
}

/// How `text`, a word, is written.
pub(super) fn shape(text: &str) -> Shape {
    // Most words are small letters.
    if text.bytes().all(|byte| byte.is_ascii_lowercase()) && !text.is_empty() {
        return Shape::Lower;
    }
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return Shape::Other };
    let (mut upper, mut lower) = (0, 0);
    for c in chars {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    if first.is_uppercase() {
        return match (upper, lower) {
            (0, 0) if text.len() == first.len_utf8() => Shape::Initial,
            (_, 0) => Shape::Capitals,
            // `MPs`, `NGOs`: a plural of capitals.
            (1.., 1) if text.ends_with('s') => Shape::Capitals,
            _ => Shape::Capital,
        };
    }
    match (first.is_lowercase(), upper) {
        (true, 0) => Shape::Lower,
        (true, _) => Shape::Mixed,
        _ => Shape::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (text, expected) in [
            ("minister", Shape::Lower),
            ("Minister", Shape::Capital),
            ("O'Brien", Shape::Capital),
            ("NATO", Shape::Capitals),
            ("U.S.", Shape::Capitals),
            ("G20", Shape::Capitals),
            ("NGOs", Shape::Capitals),
            ("J", Shape::Initial),
            ("iPhone", Shape::Mixed),
            ("一", Shape::Other),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }
}
