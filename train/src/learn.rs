//! From data to a model.

use std::path::Path;

use anyhow::Result;
use newsmark::extract::names::tagger::{Features, Model};

use crate::optimise::{self, Settings, Weights};
use crate::{instance, lexicon, quantise, recipe};

/// Learns a model with these groups of features: the mean over `runs` runs, cut down to the
/// strongest features.
///
/// # Errors
///
/// When the data cannot be read.
pub(crate) fn model(folder: &Path, groups: Features, runs: u64) -> Result<Model> {
    let words = lexicon::table(&folder.join("lexicon"))?;
    let mut instances = instance::instances(&recipe::sources(folder)?, &words, groups);
    let keys = instance::number(&mut instances, recipe::LEAST);
    let mut sum: Option<Weights> = None;
    for run in 0..runs {
        let settings = Settings { seed: recipe::SETTINGS.seed + run, ..recipe::SETTINGS };
        let weights = optimise::learn(&instances, keys.len(), settings);
        match &mut sum {
            Some(sum) => sum.add(&weights),
            None => sum = Some(weights),
        }
    }
    let mut weights = sum.unwrap_or_else(|| Weights::zero(keys.len()));
    weights.divide(runs.max(1) as f32);
    quantise::model(&keys, &weights, recipe::KEPT, words)
}
