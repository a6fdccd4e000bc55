use std::borrow::Cow;

/// Puts pasted text into the form that a document keeps: CRLF and CR become LF, U+0000 becomes
/// U+FFFD. All else stays as it was, byte for byte.
///
/// Lone surrogates cannot occur in a Rust string; the browser edge turns them into U+FFFD before
/// the text gets here.
pub fn normalize(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|b| b == b'\r' || b == 0) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\0' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Text on one line: each run of white space is one space, and none stands at the ends.
pub fn one_line(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    words.for_each(|word| {
        line.push(' ');
        line.push_str(word);
    });
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space() {
        assert_eq!(one_line(" Ada\n  Lovelace\u{a0}said "), "Ada Lovelace said");
        assert_eq!(one_line(" \n"), "");
    }

    #[test]
    fn line_ends_become_lf_and_nul_is_replaced() {
        assert_eq!(normalize("a\r\nb\rc\n\r\n\0"), "a\nb\nc\n\n\u{FFFD}");
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(normalize("Café 📉\n"), Cow::Borrowed(_)));
    }
}
