//! The file that a model is kept in: what is small as it is, then words and weights, packed by a
//! [`coder`](super::coder), so that it takes the same room whether or not a server compresses it.

use super::coder::{Coder, Length, Number, Reader, Writer};
use super::error::ModelError;
use super::model::Model;
use super::table::{FREE, Keyed as _};
use super::tag::TAGS;
use super::word_table::{WordEntry, WordTable};

/// What a file of weights begins with; the last byte is the version of the format.
const MAGIC: &[u8; 16] = b"newsmark names \x03";

impl Model {
    /// The file of the model.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend((self.recipe.len() as u32).to_le_bytes());
        out.extend(self.recipe.as_bytes());
        for score in self.transitions.pairs.as_flattened() {
            out.extend(score.to_le_bytes());
        }
        out.extend(self.scale.to_le_bytes());
        out.extend((self.calibration.len() as u32).to_le_bytes());
        for (from, to) in &self.calibration {
            out.extend(from.to_le_bytes());
            out.extend(to.to_le_bytes());
        }
        let mut coder = Writer::behind(out);
        let words = self.words.entries();
        let coarse = WordEntry::coarse_of(&words);
        number(&mut coder, coarse.len() as u32);
        let mut coarse_coder = Number::of_bits(u8::BITS);
        coarse.iter().for_each(|coarse| _ = coarse_coder.code(&mut coder, u32::from(*coarse)));
        number(&mut coder, words.len() as u32);
        let mut word_coder = WordCoder::new(coarse.len());
        words.iter().for_each(|word| _ = word_coder.code(&mut coder, *word));
        let rows: Vec<(u32, [i8; TAGS])> =
            self.rows.entries().iter().map(|row| (row.key(), row.weights())).collect();
        number(&mut coder, rows.len() as u32);
        let largest = rows.iter().flat_map(|(_, weights)| weights).map(|weight| weight.unsigned_abs()).max();
        let bits = number(&mut coder, u8::BITS - largest.unwrap_or(0).leading_zeros() + 1);
        let mut row_coder = RowCoder::new(bits);
        rows.iter().for_each(|row| _ = row_coder.code(&mut coder, *row));
        coder.finish()
    }

    /// Reads a file that [`Model::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// When the bytes are not such a file, or not whole.
    pub fn from_bytes(bytes: &[u8]) -> Result<Model, ModelError> {
        ModelReader::new(bytes)?.read_words()?.read_weights()
    }
}

/// A file of weights on the way to a [`Model`], for who has other things to do in between.
#[derive(Debug)]
pub struct ModelReader<'b> {
    model: Model,
    coder: Reader<'b>,
}

impl<'b> ModelReader<'b> {
    /// Reads what is small: recipe, transitions, scale and calibration.
    ///
    /// # Errors
    ///
    /// When the bytes are no file of weights, or not whole.
    pub fn new(bytes: &'b [u8]) -> Result<ModelReader<'b>, ModelError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::Other)?;
        let input = &mut rest;
        let length = u32::from_le_bytes(take(input)?) as usize;
        let (recipe, behind) = input.split_at_checked(length).ok_or(ModelError::Damaged)?;
        *input = behind;
        let recipe = String::from_utf8(recipe.to_vec()).map_err(|_| ModelError::Damaged)?;
        let mut model = Model { recipe, ..Model::default() };
        for score in model.transitions.pairs.as_flattened_mut() {
            *score = read_float(input)?;
        }
        model.scale = read_float(input)?;
        for _ in 0..u32::from_le_bytes(take(input)?) {
            model.calibration.push((read_float(input)?, read_float(input)?));
        }
        Ok(ModelReader { model, coder: Reader::new(rest) })
    }

    /// Reads the table of words, which comes next.
    ///
    /// # Errors
    ///
    /// When the file is not whole.
    pub fn read_words(mut self) -> Result<ModelReader<'b>, ModelError> {
        let coder = &mut self.coder;
        let mut coarse_coder = Number::of_bits(u8::BITS);
        let count = number(coder, 0).min(u32::from(u16::MAX) + 1);
        let coarse: Vec<u8> = (0..count).map(|_| coarse_coder.code(coder, 0) as u8).collect();
        let count = number(coder, 0);
        let mut word_coder = WordCoder::new(coarse.len());
        let mut words = Vec::new();
        for _ in 0..count {
            let (key, mut entry) = word_coder.code(coder, Default::default());
            entry.coarse = *coarse.get(usize::from(entry.cluster)).ok_or(ModelError::Damaged)?;
            words.push((whole(coder, key)?, entry));
        }
        self.model.words = WordTable::new(&words)?;
        Ok(self)
    }

    /// Reads the weights of the features, which come last.
    ///
    /// # Errors
    ///
    /// When the file is not whole or goes on behind them.
    pub fn read_weights(mut self) -> Result<Model, ModelError> {
        let coder = &mut self.coder;
        let count = number(coder, 0);
        let mut row_coder = RowCoder::new(number(coder, 0).min(u8::BITS + 1));
        let mut rows = Vec::new();
        for _ in 0..count {
            let (key, weights) = row_coder.code(coder, Default::default());
            rows.push((whole(coder, key)?, weights));
        }
        self.model.set(rows)?;
        if self.coder.is_at_end() { Ok(self.model) } else { Err(ModelError::Damaged) }
    }
}

/// A number for which nothing can be learned from others.
fn number(coder: &mut impl Coder, number: u32) -> u32 {
    Length::default().code(coder, number)
}

/// The key, where it can be one: damaged bytes could be read on and on.
fn whole(coder: &Reader<'_>, key: u32) -> Result<u32, ModelError> {
    if coder.is_over() || key >= FREE { Err(ModelError::Damaged) } else { Ok(key) }
}

/// Keys that ascend, as the differences between them.
#[derive(Default)]
struct KeyCoder {
    last: u32,
    gap: Length,
}

impl KeyCoder {
    fn code(&mut self, coder: &mut impl Coder, key: u32) -> u32 {
        let gap = self.gap.code(coder, key.wrapping_sub(self.last) & i32::MAX as u32);
        self.last = self.last.wrapping_add(gap);
        self.last
    }
}

/// Words, without their coarse numbers.
struct WordCoder {
    keys: KeyCoder,
    /// The kinds of names, and whether there is a cluster.
    kinds: Number,
    /// The cluster of a word that names nothing, and that of others.
    clusters: [Number; 2],
}

impl WordCoder {
    fn new(clusters: usize) -> WordCoder {
        let bits = usize::BITS - clusters.leading_zeros();
        let cluster = Number::of_bits(bits.min(u16::BITS));
        WordCoder {
            keys: KeyCoder::default(),
            kinds: Number::of_bits(u16::BITS + 1),
            clusters: [cluster.clone(), cluster],
        }
    }

    fn code(&mut self, coder: &mut impl Coder, (key, entry): (u32, WordEntry)) -> (u32, WordEntry) {
        let key = self.keys.code(coder, key);
        let what = self.kinds.code(coder, u32::from(entry.kinds) << 1 | u32::from(entry.cluster != 0));
        let [nothing, named] = &mut self.clusters;
        let cluster = match what {
            1 => nothing.code(coder, u32::from(entry.cluster)),
            _ if what & 1 == 1 => named.code(coder, u32::from(entry.cluster)),
            _ => 0,
        };
        (key, WordEntry { kinds: (what >> 1) as u16, cluster: cluster as u16, coarse: 0 })
    }
}

/// Features and their weights.
struct RowCoder {
    keys: KeyCoder,
    /// What is added to a weight, so that none is negative.
    zero: i32,
    /// A weight, by its tag and by those of the two tags before.
    weights: Vec<Number>,
}

/// How many weights are told apart where they say what to expect of the next: up to three, either way.
const NEAR: usize = 7;

impl RowCoder {
    /// For weights of so many bits, the sign among them.
    fn new(bits: u32) -> RowCoder {
        let weights = vec![Number::of_bits(bits); TAGS * NEAR * NEAR];
        RowCoder { keys: KeyCoder::default(), zero: 1 << bits >> 1, weights }
    }

    fn code(&mut self, coder: &mut impl Coder, (key, row): (u32, [i8; TAGS])) -> (u32, [i8; TAGS]) {
        let key = self.keys.code(coder, key);
        let near = |weight: i32| (weight.clamp(-3, 3) + 3) as usize;
        let (mut before, mut last, mut tag) = (0, 0, 0);
        let row = row.map(|weight| {
            let at = (tag * NEAR + near(before)) * NEAR + near(last);
            tag += 1;
            let Some(number) = self.weights.get_mut(at) else { return 0 };
            let weight = number.code(coder, (i32::from(weight) + self.zero) as u32) as i32 - self.zero;
            (before, last) = (last, weight);
            weight as i8
        });
        (key, row)
    }
}

fn read_float(input: &mut &[u8]) -> Result<f32, ModelError> {
    let float = f32::from_le_bytes(take(input)?);
    if float.is_finite() { Ok(float) } else { Err(ModelError::Damaged) }
}

fn take(input: &mut &[u8]) -> Result<[u8; 4], ModelError> {
    let (taken, rest) = input.split_first_chunk().ok_or(ModelError::Damaged)?;
    *input = rest;
    Ok(*taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn model(words: &[(u32, WordEntry)], rows: Vec<(u32, [i8; TAGS])>) -> Model {
        let mut model = Model { recipe: "of nothing\n".into(), scale: 0.25, ..Model::default() };
        model.transitions.pairs[3][4] = 1.5;
        model.calibration = vec![(0.25, 0.5), (0.75, 1.0)];
        model.words = WordTable::new(words).unwrap();
        model.set(rows).unwrap();
        model
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_and_nothing_less(
            words in proptest::collection::btree_map(0_u32..1 << 26, (any::<u16>(), 0_u16..300), 0..200),
            rows in proptest::collection::btree_map(0_u32..1 << 28, any::<[i8; TAGS]>(), 0..60),
            small in 0_u32..8,
            cut in any::<prop::sample::Index>(),
        ) {
            let words: Vec<(u32, WordEntry)> = words
                .into_iter()
                .map(|(key, (kinds, cluster))| (key, WordEntry { kinds, cluster, coarse: cluster as u8 % 100 }))
                .collect();
            let rows = rows.into_iter().map(|(key, row)| (key, row.map(|weight| weight >> small))).collect();
            let model = model(&words, rows);
            let bytes = model.to_bytes();
            prop_assert_eq!(Model::from_bytes(&bytes).unwrap(), model);
            prop_assert!(Model::from_bytes(&bytes[..cut.index(bytes.len())]).is_err());
            let longer = [&bytes[..], &[0]].concat();
            prop_assert_eq!(Model::from_bytes(&longer), Err(ModelError::Damaged));
        }

        #[test]
        fn damaged_files_are_refused_or_read(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let word = |key: u32| (key * 977, WordEntry { kinds: key as u16 % 5, ..WordEntry::default() });
            let words: Vec<(u32, WordEntry)> = (0..500).map(word).collect();
            let mut bytes = model(&words, vec![(5, [3; TAGS]), (9, [-7; TAGS])]).to_bytes();
            *at.get_mut(&mut bytes) = byte;
            let _ = Model::from_bytes(&bytes);
        }
    }
}
