//! From learned weights to a model: the strongest features, in few steps.

use anyhow::Result;
use newsmark::extract::names::tagger::{Model, TAGS, WordTable};

use crate::optimise::Weights;
use crate::recipe;

/// The model of the [`recipe::KEPT`] features whose weights differ most between tags.
pub(crate) fn model(keys: &[u32], weights: &Weights, words: WordTable) -> Result<Model> {
    let spread = |row: &[f32; TAGS]| {
        let mean = row.iter().sum::<f32>() / TAGS as f32;
        row.iter().map(|weight| (weight - mean).powi(2)).sum::<f32>()
    };
    let mut order: Vec<(usize, f32)> = weights.rows.iter().map(spread).enumerate().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order.truncate(recipe::KEPT);
    order.sort_unstable_by_key(|(number, _)| *number);

    let largest = order
        .iter()
        .flat_map(|(number, _)| weights.rows[*number])
        .fold(0.0, |most: f32, weight| most.max(weight.abs()));
    let scale = (largest / 127.0 * recipe::STEP).max(f32::MIN_POSITIVE);
    let mut model = Model::default();
    (model.words, model.transitions, model.scale) = (words, weights.transitions.clone(), scale);
    model.set(order.iter().filter_map(|(number, _)| {
        let row = weights.rows[*number].map(|weight| (weight / scale).round() as i8);
        row.iter().any(|weight| *weight != 0).then_some((keys[*number], row))
    }))?;
    Ok(model)
}
