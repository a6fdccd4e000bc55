//! From data to a model.

use std::path::Path;

use anyhow::Result;
use newsmark::extract::names::tagger::{Features, Model, WordTable};

use crate::instance::{Instance, instances};
use crate::optimise::{self, Settings, Weights};
use crate::{instance, lexicon, quantise, recipe};

/// Learns a model with these groups of features: the mean over `runs` runs, cut down to the
/// strongest features.
///
/// What a program marked is not taken at its word: a model that learned from all other sources reads it too,
/// and where the two differ either may be right (partial labels, Tsuboi et al. 2008; models that check labels
/// that they did not learn from, Wang et al. 2019, CrossWeigh).
///
/// # Errors
///
/// When the data cannot be read.
pub(crate) fn model(folder: &Path, groups: Features, runs: u64) -> Result<Model> {
    let words = lexicon::table(&folder.join("lexicon"))?;
    let sources = recipe::sources(folder)?;
    let mut all = Vec::new();
    for (place, source) in sources.iter().enumerate() {
        let second = if source.silver {
            let others = sources.iter().enumerate().filter(|(other, _)| *other != place);
            let others = others.flat_map(|(_, other)| instances(other, &words, groups, None));
            Some(learn(others.collect(), words.clone(), 1)?)
        } else {
            None
        };
        all.extend(instances(source, &words, groups, second.as_ref()));
    }
    learn(all, words, runs)
}

fn learn(mut instances: Vec<Instance>, words: WordTable, runs: u64) -> Result<Model> {
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
    quantise::model(&keys, &weights, words)
}
