//! Learning: stochastic gradient ascent on the conditional likelihood, with AdaGrad step sizes
//! (Duchi, Hazan and Singer 2011) and dropout of features.

use newsmark::extract::names::tagger::chain::{Scores, Sums, Transitions};
use newsmark::extract::names::tagger::{TAGS, Tag};

use crate::instance::Instance;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How often each segment is seen.
    pub(crate) epochs: usize,
    /// Weights are the mean over the last so many epochs.
    pub(crate) averaged: usize,
    /// The step size before AdaGrad divides it.
    pub(crate) rate: f32,
    /// How probable it is that a feature is left out each time.
    pub(crate) dropout: f64,
    /// Where the random numbers begin.
    pub(crate) seed: u64,
}

/// Learned weights, by the number of the feature.
#[derive(Clone)]
pub(crate) struct Weights {
    /// A row for each feature.
    pub(crate) rows: Vec<Scores>,
    /// What each tag gains behind each other.
    pub(crate) transitions: Transitions,
}

/// Keeps AdaGrad's first steps finite.
const EPSILON: f32 = 1e-6;

/// Learns weights for `count` features.
pub(crate) fn learn(instances: &[Instance], count: usize, settings: Settings) -> Weights {
    let mut random = fastrand::Rng::with_seed(settings.seed);
    let mut weights = Weights::zero(count);
    let mut squares = vec![[0.0_f32; TAGS]; count];
    let mut pair_squares = [[0.0_f32; TAGS]; TAGS];
    let mut mean: Option<Weights> = None;
    let mut order: Vec<usize> = (0..instances.len()).collect();
    let (mut free, mut right) = (Sums::default(), Sums::default());
    let kept = 1.0 - settings.dropout;
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for instance in order.iter().map(|index| &instances[*index]) {
            let mut active: Vec<Vec<u32>> = Vec::with_capacity(instance.ends.len());
            let mut emissions: Vec<Scores> = Vec::with_capacity(instance.ends.len());
            for at in 0..instance.ends.len() {
                let features: Vec<u32> =
                    instance.features(at).iter().copied().filter(|_| random.f64() < kept).collect();
                let mut scores = [0.0; TAGS];
                for feature in &features {
                    for (score, weight) in scores.iter_mut().zip(&weights.rows[*feature as usize]) {
                        *score += weight;
                    }
                }
                // Without dropout more features speak at once: the scores are of that size.
                emissions.push(scores.map(|score| score / kept as f32));
                active.push(features);
            }
            let odds = weights.transitions.odds();
            odds.sum(&emissions, &[], &mut free);
            odds.sum(&emissions, &instance.allowed, &mut right);
            for (at, features) in active.iter().enumerate() {
                let (free, right) = (free.tags(at), right.tags(at));
                let gradient: Scores = std::array::from_fn(|tag| (right[tag] - free[tag]) * instance.weight);
                for feature in features {
                    let row = &mut weights.rows[*feature as usize];
                    let squares = &mut squares[*feature as usize];
                    for ((weight, square), gradient) in row.iter_mut().zip(squares).zip(gradient) {
                        *square += gradient * gradient;
                        *weight += settings.rate * gradient / (square.sqrt() + EPSILON);
                    }
                }
            }
            let mut pairs = [[0.0; TAGS]; TAGS];
            odds.add_pairs(&right, instance.weight, &mut pairs);
            odds.add_pairs(&free, -instance.weight, &mut pairs);
            for before in 0..TAGS {
                for tag in 0..TAGS {
                    if Tag::from_index(tag).may_follow(Tag::from_index(before)) {
                        let gradient = pairs[before][tag];
                        pair_squares[before][tag] += gradient * gradient;
                        weights.transitions.pairs[before][tag] +=
                            settings.rate * gradient / (pair_squares[before][tag].sqrt() + EPSILON);
                    }
                }
            }
        }
        if epoch + settings.averaged >= settings.epochs {
            match &mut mean {
                Some(mean) => mean.add(&weights),
                None => mean = Some(weights.clone()),
            }
        }
    }
    match mean {
        Some(mut mean) => {
            mean.divide(settings.averaged.min(settings.epochs) as f32);
            mean
        }
        None => weights,
    }
}

impl Weights {
    /// What is known before anything is learned.
    pub(crate) fn zero(count: usize) -> Weights {
        Weights { rows: vec![[0.0; TAGS]; count], transitions: Transitions::default() }
    }

    /// Adds other weights of the same features.
    pub(crate) fn add(&mut self, other: &Weights) {
        let pairs = self.transitions.pairs.iter_mut().zip(&other.transitions.pairs);
        for (row, other) in self.rows.iter_mut().zip(&other.rows).chain(pairs) {
            row.iter_mut().zip(other).for_each(|(weight, other)| *weight += other);
        }
    }

    /// Divides all weights.
    pub(crate) fn divide(&mut self, by: f32) {
        for row in self.rows.iter_mut().chain(&mut self.transitions.pairs) {
            row.iter_mut().for_each(|weight| *weight /= by);
        }
    }
}
