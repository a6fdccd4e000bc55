use std::borrow::Cow;

/// Whether a character shows nothing of itself, or changes the order in which others are shown:
/// text with such characters may not be what it looks like.
///
/// Joiners between characters are left out: scripts and emoji need them.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
        || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// The hidden characters of a text, with their places in bytes.
pub fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices().filter(|(_, c)| is_hidden(*c))
}

/// The text with its hidden characters made visible: `⟨U+202E⟩`.
pub fn reveal(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_misleads_is_shown_and_what_scripts_need_is_left() {
        assert_eq!(reveal("invoice\u{202E}fdp.exe"), "invoice⟨U+202E⟩fdp.exe");
        assert_eq!(reveal("Pay\u{200B}Pal\u{AD}\u{7}"), "Pay⟨U+200B⟩Pal⟨U+00AD⟩⟨U+0007⟩");
        assert_eq!(reveal("\u{E0041}"), "⟨U+E0041⟩");
        for plain in ["Café 📉", "👩\u{200D}🚀 می\u{200C}خواهم", "one\n\ttwo", "שלום", "❤\u{FE0F}"]
        {
            assert_eq!(reveal(plain), plain);
            assert_eq!(hidden(plain).count(), 0);
        }
        assert_eq!(hidden("a\u{202E}b\u{FEFF}").map(|(at, _)| at).collect::<Vec<_>>(), [1, 5]);
    }
}
