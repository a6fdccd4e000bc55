//! What the optimiser learns from: segments with their features and what their tokens may be.

use std::collections::HashMap;

use newsmark::extract::Article;
use newsmark::extract::names::tagger::{Features, Model, Reading, Tag, TagSet, WordTable};

use crate::data::{self, Text};

/// A part of the data and how it counts.
pub(crate) struct Source {
    /// Its texts.
    pub(crate) texts: Vec<Text>,
    /// How much each counts; 1 is usual.
    pub(crate) weight: f32,
    /// Whether groups and other names are left unmarked in it.
    pub(crate) open: bool,
    /// Whether a program marked it.
    pub(crate) silver: bool,
}

/// One segment.
pub(crate) struct Instance {
    /// Features of all tokens, one after the other.
    pub(crate) features: Vec<u32>,
    /// Where those of each token end.
    pub(crate) ends: Vec<u32>,
    /// What each token may be.
    pub(crate) allowed: Vec<TagSet>,
    /// How much it counts.
    pub(crate) weight: f32,
}

impl Instance {
    /// The features of a token.
    pub(crate) fn features(&self, at: usize) -> &[u32] {
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.features[from as usize..self.ends[at] as usize]
    }
}

/// The segments of a source, with features as hashed keys. Where a second opinion is at hand and differs,
/// a token may be what the source says or what that says.
pub(crate) fn instances(
    source: &Source,
    table: &WordTable,
    groups: Features,
    second: Option<&Model>,
) -> Vec<Instance> {
    let mut instances = Vec::new();
    for text in &source.texts {
        let article = Article::new(&text.text, None);
        let reading = Reading::new(&article, table);
        let opinion = second.map(|model| opinion(&reading, model, groups));
        for segment in reading.segments() {
            let mut allowed = data::tags(text, &reading, segment.clone(), source.open);
            let opinion = opinion.as_ref().and_then(|tags| tags.get(segment.clone()));
            for (allowed, tag) in allowed.iter_mut().zip(opinion.unwrap_or_default()) {
                *allowed = allowed.with(*tag);
            }
            let mut instance =
                Instance { features: Vec::new(), ends: Vec::new(), allowed, weight: source.weight };
            for at in segment.clone() {
                reading.features(at, groups, &mut |key| instance.features.push(key));
                instance.ends.push(instance.features.len() as u32);
            }
            instances.push(instance);
        }
    }
    instances
}

/// What a model says of each token of an article.
fn opinion(reading: &Reading<'_, '_>, model: &Model, groups: Features) -> Vec<Tag> {
    let mut tags = Vec::new();
    for found in model.names(reading, groups) {
        tags.resize(found.first, Tag::OUTSIDE);
        tags.push(Tag::begin(found.class));
        tags.resize(found.end, Tag::inside(found.class));
    }
    let end = reading.segments().last().map_or(0, |segment| segment.end);
    tags.resize(end.max(tags.len()), Tag::OUTSIDE);
    tags
}

/// The keys of the features that occur at least `least` times, ascending; the instances get their
/// numbers in place of the keys.
pub(crate) fn number(instances: &mut [Instance], least: u32) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for key in instances.iter().flat_map(|instance| &instance.features) {
        *counts.entry(*key).or_default() += 1;
    }
    let mut keys: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    keys.sort_unstable();
    let numbers: HashMap<u32, u32> = keys.iter().zip(0..).map(|(key, number)| (*key, number)).collect();
    for instance in instances {
        let (mut features, mut ends) = (Vec::new(), Vec::new());
        for at in 0..instance.ends.len() {
            features.extend(instance.features(at).iter().filter_map(|key| numbers.get(key)));
            ends.push(features.len() as u32);
        }
        (instance.features, instance.ends) = (features, ends);
    }
    keys
}
