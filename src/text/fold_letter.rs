use super::is_apostrophe;

/// A character in lower case, Latin letters without their accents, apostrophes straight; `None` for a
/// combining accent, which goes with its letter.
#[inline]
pub fn fold_letter(c: char) -> Option<char> {
    /// U+00C0 to U+017F without their accents; `*` for what has none or is no letter.
    const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    match c {
        'a'..='z' => Some(c),
        _ if c.is_ascii() => Some(c.to_ascii_lowercase()),
        '\u{C0}'..='\u{17F}' => match LATIN.get(c as usize - 0xC0) {
            Some(b'*') | None => Some(c),
            Some(&base) => Some(char::from(base)),
        },
        // Romanian and Vietnamese letters, and combining marks behind their letter.
        'Ș' | 'ș' => Some('s'),
        'Ț' | 'ț' => Some('t'),
        'Ơ' | 'ơ' => Some('o'),
        'Ư' | 'ư' => Some('u'),
        '\u{1EA0}'..='\u{1EB7}' => Some('a'),
        '\u{1EB8}'..='\u{1EC7}' => Some('e'),
        '\u{1EC8}'..='\u{1ECB}' => Some('i'),
        '\u{1ECC}'..='\u{1EE3}' => Some('o'),
        '\u{1EE4}'..='\u{1EF1}' => Some('u'),
        '\u{1EF2}'..='\u{1EF9}' => Some('y'),
        '\u{300}'..='\u{36F}' => None,
        c if is_apostrophe(c) => Some('\''),
        c => c.to_lowercase().next(),
    }
}
