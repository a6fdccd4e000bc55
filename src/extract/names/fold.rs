//! Folding: names that differ in case, accents, full stops or kind of apostrophe are one.

use std::hash::{BuildHasherDefault, Hasher};

use crate::text::fold_letter;

/// The characters of the folded form of `text`: lower case, Latin letters without accents,
/// straight apostrophes, no full stops, one space for any white space.
pub(in crate::extract) fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut in_space = false;
    text.chars().filter_map(move |c| fold_behind(c, &mut in_space))
}

/// The hash of the folded form (FNV-1a, then mixed): the key under which names are compared.
pub(in crate::extract) fn hash(text: &str) -> u64 {
    let mut folder = Folder::default();
    folder.add(text);
    folder.hash()
}

/// Hashes the folded form of a text piece by piece: of a text and of each of its beginnings in one go.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Folder {
    hash: u64,
    in_space: bool,
}

impl Default for Folder {
    fn default() -> Folder {
        Folder { hash: 0xCBF2_9CE4_8422_2325, in_space: false }
    }
}

impl Folder {
    /// Goes on with `text`.
    pub(in crate::extract) fn add(&mut self, text: &str) {
        let Folder { mut hash, mut in_space } = *self;
        let mut step = |c: u64| hash = (hash ^ c).wrapping_mul(0x0000_0100_0000_01B3);
        // Most words are plain letters, which fold to their lower case.
        let mut plain = 0;
        for letter in text.bytes().take_while(u8::is_ascii_alphabetic) {
            step(u64::from(letter | 0x20));
            plain += 1;
        }
        in_space &= plain == 0;
        if plain < text.len() {
            let rest = text.get(plain..).unwrap_or_default().chars();
            rest.filter_map(|c| fold_behind(c, &mut in_space)).for_each(|c| step(u64::from(c)));
        }
        *self = Folder { hash, in_space };
    }

    /// The [`hash`] of all that was added.
    pub(in crate::extract) fn hash(self) -> u64 {
        self.hash ^ (self.hash >> 29)
    }
}

/// What is left of a character; `in_space` says that white space stands before it.
fn fold_behind(c: char, in_space: &mut bool) -> Option<char> {
    if c.is_whitespace() {
        return (!std::mem::replace(in_space, true)).then_some(' ');
    }
    *in_space = false;
    fold(c)
}

fn fold(c: char) -> Option<char> {
    if c == '.' { None } else { fold_letter(c) }
}

/// Takes the keys for what they are: hashes already.
#[derive(Clone, Copy, Default)]
pub(in crate::extract) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Builds [`Ready`] hashers.
pub(in crate::extract) type FoldHasher = BuildHasherDefault<Ready>;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(a: &str, b: &str) {
        assert_eq!(folded(a).collect::<String>(), folded(b).collect::<String>());
        assert_eq!(hash(a), hash(b));
    }

    #[test]
    fn case_accents_stops_and_space_do_not_count() {
        check("São  Paulo", "sao paulo");
        check("U.S.", "us");
        check("Côte d’Ivoire", "COTE D'IVOIRE");
        check("Erdog\u{306}an", "Erdoğan");
        check("St. Louis", "St Louis");
        check("Łódź Žižek Đà Nẵng", "Lodz Zizek Da Nang");
    }

    proptest! {
        #[test]
        fn pieces_have_the_hash_of_the_whole(pieces in proptest::collection::vec("[a-zÉ\u{301} .’]{0,9}", 0..6)) {
            let mut folder = Folder::default();
            pieces.iter().for_each(|piece| folder.add(piece));
            prop_assert_eq!(folder.hash(), hash(&pieces.concat()));
            let basis = Folder::default().hash;
            let step = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01B3);
            prop_assert_eq!(folder.hash, folded(&pieces.concat()).fold(basis, step));
        }
    }

    #[test]
    fn different_words_stay_different() {
        assert_ne!(hash("Niger"), hash("Nigeria"));
        assert_ne!(hash("al-Assad"), hash("al Assad"));
    }
}
