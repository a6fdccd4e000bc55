//! Which versions belong to one mark.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::claims::{Claims, Place, place_of};
use super::sequence::{Names, in_order};
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::text::{sort_by_cached_key, sorted_set};

/// Sorts versions into marks, each with its versions in their order.
///
/// Versions are of one mark if they have one id, or stand at one place with one label. With different
/// labels they are of one mark, too, as soon as somebody has decided on any of them: they are answers to
/// one question. Where one person accepts two of the answers, though, they are two marks.
pub(super) fn into_marks(versions: Vec<Arc<Annotation>>, names: &Names<'_>) -> Vec<Vec<Arc<Annotation>>> {
    let mut groups = Groups::new(versions.len());
    groups.join_by(&versions, |version| version.id);
    groups.join_by(&versions, place_of);
    let kind = |version: &Annotation| (version.span, version.label.holds_others());
    let decided = versions.iter().filter(|version| version.status != Status::Suggested);
    let decided: HashSet<_> = decided.map(|version| kind(version)).collect();
    groups.join_by(&versions, |version| {
        let kind = kind(version);
        let label = (!decided.contains(&kind)).then(|| version.label.clone());
        (kind, label)
    });
    let mut marks: HashMap<usize, Vec<Arc<Annotation>>> = HashMap::new();
    for (index, version) in versions.into_iter().enumerate() {
        marks.entry(groups.root(index)).or_default().push(version);
    }
    let mut marks: Vec<_> = marks.into_values().flat_map(|versions| split(versions, names)).collect();
    sort_by_cached_key(&mut marks, |versions| versions.iter().map(|version| version.id).min());
    marks
}

/// Several marks, where one person accepts more than one answer.
pub(super) fn split(mut versions: Vec<Arc<Annotation>>, names: &Names<'_>) -> Vec<Vec<Arc<Annotation>>> {
    in_order(&mut versions, names);
    if versions.len() < 2 {
        return vec![versions];
    }
    let claims = Claims::new(&versions, names);
    let accepted = claims.accepted_places().into_iter().filter(|places| places.len() > 1);
    let places = sorted_set(accepted.flatten().map(|(span, label)| (span.start(), span.end(), label)));
    if places.is_empty() {
        return vec![versions];
    }
    let of_place =
        |(span, label): Place| places.iter().position(|it| *it == (span.start(), span.end(), label.clone()));
    let mut by_id: HashMap<AnnotationId, usize> = HashMap::new();
    for version in versions.iter().filter(|version| version.status == Status::Accepted) {
        if let Some(part) = of_place(place_of(version)) {
            let there = by_id.entry(version.id).or_insert(part);
            *there = part.min(*there);
        }
    }
    let mut parts = vec![Vec::new(); places.len()];
    for version in &versions {
        let part = of_place(place_of(version)).or_else(|| by_id.get(&version.id).copied());
        parts[part.unwrap_or(0)].push(Arc::clone(version));
    }
    parts
}

/// Things that belong together, directly or by way of others.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Joins all that have the same key.
    fn join_by<K: std::hash::Hash + Eq>(
        &mut self,
        versions: &[Arc<Annotation>],
        key: impl Fn(&Annotation) -> K,
    ) {
        let mut first: HashMap<K, usize> = HashMap::new();
        for (index, version) in versions.iter().enumerate() {
            let there = *first.entry(key(version)).or_insert(index);
            let (one, other) = (self.root(there), self.root(index));
            self.0[one.max(other)] = one.min(other);
        }
    }
}
