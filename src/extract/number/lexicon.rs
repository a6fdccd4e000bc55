/// The entries of a [`Lexicon`] by what they mean: `entries! { 1 => "one" "a"; 2 => "two"; }`.
macro_rules! entries {
    ($($meaning:expr => $($word:literal)+;)+) => { &[$($(($word, $meaning)),+),+] };
}
pub(in crate::extract) use entries;

/// A fixed set of words with what each means: a hash table built at compile time, looked up in one
/// step without regard to ASCII case.
///
/// Words are the hot path (nearly all of an article's are looked up and not found), so a lookup
/// neither allocates nor compares with more than a word or two.
pub(in crate::extract) struct Lexicon<T: 'static, const SLOTS: usize> {
    entries: &'static [(&'static str, T)],
    /// Index into `entries` plus one, at the word's hash or the next free slot; 0 is free.
    slots: [u16; SLOTS],
    /// The lengths (as bits) of the entries that begin, and of those that end, with each letter: most
    /// words of a text are told from all entries by these alone.
    firsts: [u32; 32],
    lasts: [u32; 32],
}

/// No entry is longer.
const LONGEST: usize = 24;

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

impl<T, const SLOTS: usize> Lexicon<T, SLOTS> {
    /// The lexicon of `entries`, which are in ASCII lower case; at least half of the slots stay
    /// free (checked by the compiler).
    pub(in crate::extract) const fn new(entries: &'static [(&'static str, T)]) -> Lexicon<T, SLOTS> {
        assert!(entries.len() * 2 <= SLOTS && SLOTS.is_power_of_two());
        let mut slots = [0; SLOTS];
        let mut firsts = [0; 32];
        let mut lasts = [0; 32];
        let mut index = 0;
        while index < entries.len() {
            let word = entries[index].0.as_bytes();
            assert!(!word.is_empty() && word.len() <= LONGEST);
            firsts[letter(word[0])] |= 1 << word.len();
            lasts[letter(word[word.len() - 1])] |= 1 << word.len();
            let mut slot = hash(word) & (SLOTS - 1);
            while slots[slot] != 0 {
                assert!(
                    !is_same(word, entries[slots[slot] as usize - 1].0.as_bytes()),
                    "a word stands twice"
                );
                slot = (slot + 1) & (SLOTS - 1);
            }
            index += 1;
            slots[slot] = index as u16;
        }
        Lexicon { entries, slots, firsts, lasts }
    }

    /// All words with their meanings.
    #[cfg(test)]
    pub(in crate::extract) fn entries(&self) -> &'static [(&'static str, T)] {
        self.entries
    }

    /// What `word` means.
    pub(in crate::extract) fn get(&self, word: &str) -> Option<&'static T> {
        let (first, last) = (*word.as_bytes().first()?, *word.as_bytes().last()?);
        let lengths = self.firsts[letter(first)] & self.lasts[letter(last)];
        if word.len() > LONGEST || lengths >> word.len() & 1 == 0 {
            return None;
        }
        let mut slot = hash(word.as_bytes()) & (SLOTS - 1);
        loop {
            let index = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            let (entry, meaning) = self.entries.get(index)?;
            if entry.eq_ignore_ascii_case(word) {
                return Some(meaning);
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}

/// A letter's place in the alphabet, whatever its case; other bytes share places with letters.
const fn letter(byte: u8) -> usize {
    (byte & 31) as usize
}

/// FNV-1a over the bytes in ASCII lower case.
const fn hash(bytes: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut index = 0;
    while index < bytes.len() {
        hash = (hash ^ bytes[index].to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_in_any_case_and_no_others() {
        static LEXICON: Lexicon<u8, 8> = Lexicon::new(&[("one", 1), ("two", 2), ("zł", 3)]);
        assert_eq!(LEXICON.get("One"), Some(&1));
        assert_eq!(LEXICON.get("TWO"), Some(&2));
        assert_eq!(LEXICON.get("zł"), Some(&3));
        assert_eq!(LEXICON.get(""), None);
        assert_eq!(LEXICON.get("three"), None);
        assert_eq!(LEXICON.get(&"one".repeat(20)), None);
    }
}
