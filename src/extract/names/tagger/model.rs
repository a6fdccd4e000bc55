//! The weights of the model.

use super::chain::{Odds, Scores, Transitions};
use super::error::ModelError;
use super::features::KEY_BITS;
use super::row::{Row, Sum};
use super::table::Table;
use super::tag::TAGS;
use super::word_table::WordTable;

/// A learned model: weights of features in steps, scores of transitions, and a table of words.
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
    pub(super) rows: Table<Row>,
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
}
