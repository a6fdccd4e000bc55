//! Spellings of one name in Latin letters: `Zelensky` and `Zelenskyy`, `Gaddafi` and `Qadhafi`.
//!
//! Transliterations of one name differ in their vowels, in doubled letters, and in which letters
//! stand for a consonant that English lacks. As Soundex does (Knuth, volume 3, chapter 6), names are
//! compared by their consonants, those that are written for each other taken for the same; and
//! beyond that, by how many letters differ.

use strsim::generic_levenshtein;

use super::fold;
use super::lexicon::{Kinds, Lexicon};

/// Whether two names may be spellings of one: word for word the same or a variant, but not all the
/// same. Places and organisations that the lists tell apart are not.
pub(in crate::extract) fn is_variant(a: &str, b: &str) -> bool {
    let same = |a: &str, b: &str| fold::hash(a) == fold::hash(b);
    if same(a, b) || are_known_apart(a, b) {
        return false;
    }
    let (first, second): (Vec<&str>, Vec<&str>) = (words(a).collect(), words(b).collect());
    // A surname alone is compared with that of a full name.
    if let ([a], [.., b]) | ([.., a], [b]) = (first.as_slice(), second.as_slice()) {
        return is_word_variant(a, b);
    }
    let last = first.len().saturating_sub(1);
    first.len() == second.len()
        && first.iter().zip(&second).enumerate().all(|(at, (a, b))| {
            same(a, b) || is_word_variant(a, b) && (at == last || !differs_at_the_end(a, b))
        })
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split_whitespace()
}

/// `Niger` and `Nigeria` are two countries.
fn are_known_apart(a: &str, b: &str) -> bool {
    let lexicon = Lexicon::get();
    let (a, b) = (fold::hash(a), fold::hash(b));
    let named = Kinds::PLACE.or(Kinds::GROUP).or(Kinds::ORG);
    let is_listed = |hash| lexicon.kinds(hash, false).any(named) || lexicon.kinds(hash, true).any(named);
    is_listed(a) && is_listed(b) && lexicon.usual(a) != lexicon.usual(b)
}

fn is_word_variant(a: &str, b: &str) -> bool {
    let (a, b) = (sounds(a), sounds(b));
    let consonants =
        |sounds: &[u8]| sounds.iter().copied().filter(|sound| !is_vowel(*sound)).collect::<Vec<_>>();
    let shared = consonants(&a);
    let longest = a.len().max(b.len());
    let most = match shared.len() {
        0 | 1 => return false,
        // Too little is left to be sure by.
        2 if longest < 4 => return false,
        2 => 1,
        _ => (longest / 3).max(1),
    };
    shared == consonants(&b) && generic_levenshtein(&a, &b) <= most
}

/// `Maria` and `Mario`, `Daniel` and `Danielle`: given names of two people.
fn differs_at_the_end(a: &str, b: &str) -> bool {
    let (a, b) = (sounds(a), sounds(b));
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let ends_in_vowels =
        |rest: Option<&[u8]>| rest.is_some_and(|rest| rest.iter().all(|sound| is_vowel(*sound)));
    a != b && ends_in_vowels(a.get(common..)) && ends_in_vowels(b.get(common..))
}

fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// What is written for one sound, longer ones first, and the letter that stands for all of it.
const SOUNDS: &[(&[u8], u8)] = &[
    (b"shch", b's'),
    (b"sch", b's'),
    (b"tch", b's'),
    (b"sh", b's'),
    (b"ch", b's'),
    (b"cz", b's'),
    (b"sz", b's'),
    (b"dzh", b'j'),
    (b"zh", b'j'),
    (b"dj", b'j'),
    (b"kh", b'h'),
    (b"gh", b'k'),
    (b"dh", b'd'),
    (b"th", b't'),
    (b"ph", b'f'),
    (b"ck", b'k'),
    (b"ou", b'u'),
    (b"oo", b'u'),
    (b"ee", b'i'),
    (b"c", b'k'),
    (b"q", b'k'),
    (b"g", b'k'),
    (b"w", b'v'),
    (b"y", b'i'),
];

/// A word as a sequence of sounds, none twice in a row; characters that are no Latin letters are
/// left out.
fn sounds(word: &str) -> Vec<u8> {
    let letters: Vec<u8> =
        fold::folded(word).filter(char::is_ascii_lowercase).filter_map(|c| u8::try_from(c).ok()).collect();
    let mut sounds: Vec<u8> = Vec::with_capacity(letters.len());
    let mut rest = letters.as_slice();
    while let Some((&letter, behind)) = rest.split_first() {
        let known = SOUNDS.iter().find_map(|(written, sound)| Some((*sound, rest.strip_prefix(*written)?)));
        let (sound, behind) = known.unwrap_or((letter, behind));
        if sounds.last() != Some(&sound) {
            sounds.push(sound);
        }
        rest = behind;
    }
    sounds
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(is_variant(a, b), expected, "{a} and {b}");
        assert_eq!(is_variant(b, a), expected, "{b} and {a}");
    }

    #[test]
    fn spellings_of_one_name_are_variants() {
        check("Zelensky", "Zelenskyy", true);
        check("Volodymyr Zelensky", "Volodymyr Zelenskiy", true);
        check("Volodymyr Zelensky", "Zelenskyy", true);
        check("Gaddafi", "Qadhafi", true);
        check("Muhammad", "Mohamed", true);
        check("Mohammed Deif", "Muhammad Deif", true);
        check("Lukashenko", "Lukashenka", true);
        check("Yanukovych", "Ianoukovitch", true);
        check("Kharkiv", "Harkiv", true);
        check("Hezbollah", "Hizballah", true);
        check("Abdel Fattah el-Sisi", "Abd al-Fattah el-Sisi", false);
    }

    #[test]
    fn other_names_are_not() {
        check("Niger", "Nigeria", false);
        check("Iran", "Iraq", false);
        check("Kim", "Kem", false);
        check("Maria Silva", "Mario Silva", false);
        check("Daniel Ortega", "Danielle Ortega", false);
        check("Zelensky", "Zaluzhny", false);
        check("Zelensky", "ZELENSKY", false);
        check("Volodymyr Zelensky", "Zaluzhny", false);
        check("", "", false);
        check("習近平", "李克強", false);
    }

    proptest! {
        #[test]
        fn no_name_is_its_own_variant_and_order_does_not_matter(a in ".{0,12}", b in "[a-eh-kyz ]{0,9}") {
            prop_assert!(!is_variant(&a, &a));
            prop_assert_eq!(is_variant(&a, &b), is_variant(&b, &a));
        }
    }
}
