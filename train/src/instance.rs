//! What the optimiser learns from: segments with their features and what their tokens may be.

use std::collections::HashMap;

use newsmark::extract::Article;
use newsmark::extract::names::tagger::{Features, Reading, TagSet, WordTable};

use crate::data::{self, Text};

/// A part of the data and how it counts.
pub(crate) struct Source {
    /// Its texts.
    pub(crate) texts: Vec<Text>,
    /// How much each counts; 1 is usual.
    pub(crate) weight: f32,
    /// Whether groups and other names are left unmarked in it.
    pub(crate) open: bool,
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

/// The segments of all sources, with features as hashed keys.
pub(crate) fn instances(sources: &[Source], table: &WordTable, groups: Features) -> Vec<Instance> {
    let mut instances = Vec::new();
    for source in sources {
        for text in &source.texts {
            let article = Article::new(&text.text, None);
            let reading = Reading::new(&article, table);
            for segment in reading.segments() {
                let allowed = data::tags(text, &reading, segment.clone(), source.open);
                let mut instance =
                    Instance { features: Vec::new(), ends: Vec::new(), allowed, weight: source.weight };
                for at in segment.clone() {
                    reading.features(at, groups, &mut |key| instance.features.push(key));
                    instance.ends.push(instance.features.len() as u32);
                }
                instances.push(instance);
            }
        }
    }
    instances
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
