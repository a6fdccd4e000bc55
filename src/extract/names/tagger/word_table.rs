//! What is known of words beyond the lists of the rules: a gazetteer, and clusters of words that
//! are used alike.

use super::error::ModelError;
use super::table::{Keyed, Table};
use crate::extract::names::fold;

/// How many bits of their hash tell words apart. With a hundred thousand words a stranger is taken
/// for one of them once in seven hundred times, which costs less than longer keys would.
const BITS: u32 = 26;

/// What the table knows about a word or a phrase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct WordEntry {
    /// Kinds of names, as the bits of a set; the last bit ([`WordEntry::OPENS_PHRASE`]) apart,
    /// which bit means what is up to who trains.
    pub kinds: u16,
    /// A number for the words that are used alike; 0 where none is known.
    pub cluster: u16,
    /// A number for a coarser division, one for all words of a cluster; 0 where none is known.
    pub coarse: u8,
}

impl WordEntry {
    /// The bit that says of a word that a phrase of the table begins with it.
    pub const OPENS_PHRASE: u16 = 1 << 15;

    /// The coarse number of each cluster, by the cluster's number; of a cluster with two, the last.
    pub(super) fn coarse_of(entries: &[(u32, WordEntry)]) -> Vec<u8> {
        let clusters = entries.iter().map(|(_, entry)| usize::from(entry.cluster));
        let mut coarse = vec![0; clusters.max().map_or(0, |most| most + 1)];
        for (_, entry) in entries {
            coarse.get_mut(usize::from(entry.cluster)).into_iter().for_each(|it| *it = entry.coarse);
        }
        coarse
    }

    /// The kinds of names alone.
    pub fn names(self) -> u64 {
        u64::from(self.kinds & !WordEntry::OPENS_PHRASE)
    }
}

/// Words and phrases by the hash of their folded form.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct WordTable {
    table: Table<(u32, WordEntry)>,
}

impl Keyed for (u32, WordEntry) {
    fn new(key: u32) -> (u32, WordEntry) {
        (key, WordEntry::default())
    }

    fn key(&self) -> u32 {
        self.0
    }
}

impl WordTable {
    /// The table of these entries, each with the key of [`WordTable::key`].
    ///
    /// # Errors
    ///
    /// When two entries have the same key, or one cluster has two coarse numbers.
    pub fn new(entries: &[(u32, WordEntry)]) -> Result<WordTable, ModelError> {
        let coarse = WordEntry::coarse_of(entries);
        let is_told = |entry: &WordEntry| coarse.get(usize::from(entry.cluster)) == Some(&entry.coarse);
        if !entries.iter().all(|(_, entry)| is_told(entry)) {
            return Err(ModelError::Clusters);
        }
        Ok(WordTable { table: Table::new(BITS, entries).ok_or(ModelError::Keys)? })
    }

    /// The key of a word or a phrase: case, accents and full stops do not count.
    pub fn key(text: &str) -> u32 {
        WordTable::key_of(fold::hash(text))
    }

    pub(super) fn key_of(hash: u64) -> u32 {
        short(hash) >> (u32::BITS - BITS)
    }

    /// What is known about the key.
    pub fn get(&self, key: u32) -> WordEntry {
        self.table.get(key).map(|(_, entry)| *entry).unwrap_or_default()
    }

    /// All entries, in the order of their keys.
    pub fn entries(&self) -> Vec<(u32, WordEntry)> {
        self.table.entries()
    }
}

/// Thirty-two bits of a hash.
pub(super) fn short(hash: u64) -> u32 {
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_is_part_of_one_coarse_one() {
        let word = |key, cluster, coarse| (key, WordEntry { kinds: 0, cluster, coarse });
        let words = WordTable::new(&[word(1, 7, 2), word(5, 7, 2), word(9, 8, 2)]).unwrap();
        assert_eq!(words.get(5).coarse, 2);
        assert_eq!(WordTable::new(&[word(1, 7, 2), word(5, 7, 3)]), Err(ModelError::Clusters));
    }
}
