//! The weights of the model, and the file they are kept in.

use super::chain::{Odds, Scores, Transitions};
use super::error::ModelError;
use super::features::KEY_BITS;
use super::row::{Row, Sum};
use super::table::{Keyed as _, Table};
use super::tag::TAGS;
use super::word_table::{WordEntry, WordTable};

/// What a file of weights begins with; the last byte is the version of the format.
const MAGIC: &[u8; 16] = b"newsmark names \x02";

/// A learned model: weights of features in 8 bits, scores of transitions, and a table of words.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Model {
    /// How the weights came about, for the model card: one `key: value` a line.
    pub recipe: String,
    /// The table that the features are made with.
    pub words: WordTable,
    /// What each tag gains behind each other.
    pub transitions: Transitions,
    /// What one step of a weight is worth.
    pub scale: f32,
    /// From the model's probability of a name (first, ascending) to how often such names are
    /// right; linear in between.
    pub calibration: Vec<(f32, f32)>,
    rows: Table<Row>,
}

impl Model {
    /// Sets the weights of all features, in steps of `scale`.
    ///
    /// # Errors
    ///
    /// When two features have the same key.
    pub fn set(&mut self, rows: impl IntoIterator<Item = (u32, [i8; TAGS])>) -> Result<(), ModelError> {
        let rows: Vec<Row> = rows.into_iter().map(|(key, weights)| Row::of(key, &weights)).collect();
        self.rows = Table::new(KEY_BITS, &rows).ok_or(ModelError::Keys)?;
        Ok(())
    }

    /// How many features have weights.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The sum of the weights of the features whose keys `fill` puts into `keys`, which is emptied
    /// before.
    pub(super) fn sum(&self, keys: &mut Vec<u32>, fill: impl FnOnce(&mut Vec<u32>)) -> Sum {
        // First all keys, then all look-ups: the processor overlaps what it waits for.
        keys.clear();
        fill(keys);
        let mut sum = Sum::default();
        for &key in &*keys {
            if let Some(row) = self.rows.place(key) {
                sum.add(row, key);
            }
        }
        sum
    }

    /// The odds of the transitions.
    pub(super) fn odds(&self) -> Odds {
        self.transitions.odds()
    }

    /// A sum of weights as scores.
    pub(super) fn scores(&self, sum: &Sum) -> Scores {
        sum.weights().map(|weight| weight as f32 * self.scale)
    }

    /// How often names of this probability are right.
    pub fn calibrated(&self, probability: f32) -> f32 {
        let points = &self.calibration;
        let behind = points.partition_point(|point| point.0 < probability);
        match (behind.checked_sub(1).and_then(|at| points.get(at)), points.get(behind)) {
            (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (probability - a.0) / (b.0 - a.0).max(f32::EPSILON),
            (Some(point), None) | (None, Some(point)) => point.1,
            (None, None) => probability,
        }
    }

    /// The file: see the functions that write each part. Column by column, so that it compresses.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        write_number(&mut out, self.recipe.len() as u32);
        out.extend(self.recipe.as_bytes());
        for score in self.transitions.pairs.as_flattened() {
            out.extend(score.to_le_bytes());
        }
        out.extend(self.scale.to_le_bytes());
        write_number(&mut out, self.calibration.len() as u32);
        for (from, to) in &self.calibration {
            out.extend(from.to_le_bytes());
            out.extend(to.to_le_bytes());
        }
        let words = self.words.entries();
        let mut kinds: Vec<u16> = words.iter().map(|(_, entry)| entry.kinds).collect();
        kinds.sort_unstable();
        kinds.dedup();
        write_keys(&mut out, words.iter().map(|(key, _)| *key));
        write_number(&mut out, kinds.len() as u32);
        kinds.iter().for_each(|kinds| write_number(&mut out, u32::from(*kinds)));
        for (_, entry) in &words {
            write_number(&mut out, kinds.binary_search(&entry.kinds).unwrap_or_default() as u32);
        }
        words.iter().for_each(|(_, entry)| write_number(&mut out, u32::from(entry.cluster)));
        let coarse = WordEntry::coarse_of(&words);
        write_number(&mut out, coarse.len() as u32);
        out.extend(coarse);
        let rows = self.rows.entries();
        write_keys(&mut out, rows.iter().map(Row::key));
        for tag in 0..TAGS {
            out.extend(rows.iter().map(|row| row.weights()[tag].cast_unsigned()));
        }
        out
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
    rest: &'b [u8],
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
        let length = read_number(input)? as usize;
        let recipe = String::from_utf8(take(input, length)?.to_vec()).map_err(|_| ModelError::Damaged)?;
        let mut model = Model { recipe, ..Model::default() };
        for score in model.transitions.pairs.as_flattened_mut() {
            *score = read_float(input)?;
        }
        model.scale = read_float(input)?;
        for _ in 0..read_number(input)? {
            model.calibration.push((read_float(input)?, read_float(input)?));
        }
        Ok(ModelReader { model, rest })
    }

    /// Reads the table of words, which comes next.
    ///
    /// # Errors
    ///
    /// When the file is not whole.
    pub fn read_words(mut self) -> Result<ModelReader<'b>, ModelError> {
        let input = &mut self.rest;
        let keys = read_keys(input)?;
        let kinds: Vec<u16> =
            (0..read_number(input)?).map(|_| read_small(input)).collect::<Result<_, _>>()?;
        let mut entries = vec![WordEntry::default(); keys.len()];
        for entry in &mut entries {
            entry.kinds = *kinds.get(read_number(input)? as usize).ok_or(ModelError::Damaged)?;
        }
        for entry in &mut entries {
            entry.cluster = read_small(input)?;
        }
        let length = read_number(input)? as usize;
        let coarse = take(input, length)?;
        for entry in &mut entries {
            entry.coarse = *coarse.get(usize::from(entry.cluster)).ok_or(ModelError::Damaged)?;
        }
        self.model.words = WordTable::new(&keys.into_iter().zip(entries).collect::<Vec<_>>())?;
        Ok(self)
    }

    /// Reads the weights of the features, which come last.
    ///
    /// # Errors
    ///
    /// When the file is not whole or goes on behind them.
    pub fn read_weights(mut self) -> Result<Model, ModelError> {
        let input = &mut self.rest;
        let keys = read_keys(input)?;
        let mut rows = vec![[0_i8; TAGS]; keys.len()];
        for tag in 0..TAGS {
            for (row, weight) in rows.iter_mut().zip(take(input, keys.len())?) {
                row[tag] = weight.cast_signed();
            }
        }
        self.model.set(keys.into_iter().zip(rows))?;
        if self.rest.is_empty() { Ok(self.model) } else { Err(ModelError::Damaged) }
    }
}

/// Seven bits a byte, the lowest first (LEB128).
fn write_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn read_number(input: &mut &[u8]) -> Result<u32, ModelError> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let byte = *take(input, 1)?.first().ok_or(ModelError::Damaged)?;
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(ModelError::Damaged)
}

fn read_small(input: &mut &[u8]) -> Result<u16, ModelError> {
    u16::try_from(read_number(input)?).map_err(|_| ModelError::Damaged)
}

/// Ascending keys, as the differences between them.
fn write_keys(out: &mut Vec<u8>, keys: impl ExactSizeIterator<Item = u32>) {
    write_number(out, keys.len() as u32);
    let mut last = 0;
    for key in keys {
        write_number(out, key.wrapping_sub(last));
        last = key;
    }
}

fn read_keys(input: &mut &[u8]) -> Result<Vec<u32>, ModelError> {
    let count = read_number(input)? as usize;
    // Each key takes a byte at least: a wrong count asks for no more memory than the file has.
    if count > input.len() {
        return Err(ModelError::Damaged);
    }
    let mut last = 0_u32;
    let key = |_| {
        last = last.wrapping_add(read_number(input)?);
        Ok(last)
    };
    (0..count).map(key).collect()
}

fn read_float(input: &mut &[u8]) -> Result<f32, ModelError> {
    let bytes = take(input, 4)?.try_into().map_err(|_| ModelError::Damaged)?;
    let float = f32::from_le_bytes(bytes);
    if float.is_finite() { Ok(float) } else { Err(ModelError::Damaged) }
}

fn take<'b>(input: &mut &'b [u8], length: usize) -> Result<&'b [u8], ModelError> {
    let (taken, rest) = input.split_at_checked(length).ok_or(ModelError::Damaged)?;
    *input = rest;
    Ok(taken)
}
