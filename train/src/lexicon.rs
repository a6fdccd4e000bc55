//! The table of words: a gazetteer and clusters.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use newsmark::extract::names::tagger::{WordEntry, WordTable};

/// The kinds of the gazetteer, in the order of their bits.
const KINDS: &[&str] =
    &["city", "bigcity", "country", "region", "given", "surname", "demonym", "title", "orgword", "calendar"];

/// Longer phrases are not looked up.
const LONGEST_PHRASE: usize = 4;

/// Reads `gazetteer.tsv` (name, kinds) and `clusters.tsv` (word, fine cluster, coarse cluster).
///
/// # Errors
///
/// When a file cannot be read or a line is not of that form.
pub(crate) fn table(folder: &Path) -> Result<WordTable> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let mut entries: BTreeMap<u32, WordEntry> = BTreeMap::new();
    for line in read("gazetteer.tsv")?.lines() {
        let (name, kinds) = line.split_once('\t').context("a line without a tab")?;
        let name = name.replace(" - ", "-").replace(" ' ", "'").replace(" '", "'");
        if name.split([' ', '-']).count() > LONGEST_PHRASE {
            continue;
        }
        let bits = kinds.split(',').filter_map(|kind| KINDS.iter().position(|known| *known == kind));
        entries.entry(WordTable::key(&name)).or_default().kinds |= bits.fold(0, |bits, bit| bits | 1 << bit);
        if let Some((first, _)) = name.split_once([' ', '-']) {
            entries.entry(WordTable::key(first)).or_default().kinds |= WordEntry::OPENS_PHRASE;
        }
    }
    // A fine cluster is taken for part of the coarse one that most of its words are in.
    let mut words = Vec::new();
    let mut coarse: BTreeMap<u16, BTreeMap<u8, u32>> = BTreeMap::new();
    for line in read("clusters.tsv")?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [word, fine, whole] = fields[..] else {
            bail!("a line that is not word, cluster, cluster: {line:?}")
        };
        let (fine, whole): (u16, u8) = (fine.parse()?, whole.parse()?);
        *coarse.entry(fine).or_default().entry(whole).or_default() += 1;
        words.push((WordTable::key(word), fine));
    }
    for (key, fine) in words {
        let entry = entries.entry(key).or_default();
        let most = coarse.get(&fine).and_then(|parts| parts.iter().max_by_key(|(_, count)| **count));
        entry.cluster = fine + 1;
        entry.coarse = most.map_or(0, |(whole, _)| whole + 1);
    }
    Ok(WordTable::new(&entries.into_iter().collect::<Vec<_>>())?)
}
