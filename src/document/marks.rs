//! Which versions belong to one mark.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::claims::{Claims, Place, place_of};
use super::sequence::{Names, in_order};
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::text::{Span, sort_by_cached_key, sorted_set};

/// Sorts versions into marks, each with its versions in their order.
///
/// Versions are of one mark if they have one id, or stand at one place with one label. With different
/// labels they are of one mark, too, as soon as somebody has decided on any of them: they are answers to
/// one question. Where one person accepts two of the answers, though, they are two marks; any third answer
/// goes to one of them.
pub(super) fn into_marks(versions: Vec<Arc<Annotation>>, names: &Names<'_>) -> Vec<Vec<Arc<Annotation>>> {
    let mut groups = Groups::new(versions.len());
    groups.join_by(&versions, |version| version.id);
    groups.join_by(&versions, place_of);
    let kind = |version: &Annotation| kind_of(&place_of(version));
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

/// Several marks, where one person accepts more than one answer. What somebody decided before goes with what
/// the same person decided last under that id, so that it does not count again.
pub(super) fn split(mut versions: Vec<Arc<Annotation>>, names: &Names<'_>) -> Vec<Vec<Arc<Annotation>>> {
    in_order(&mut versions, names);
    if versions.len() < 2 {
        return vec![versions];
    }
    let claims = Claims::new(&versions, names);
    let mut parts = Parts::of(claims.accepted_places());
    if parts.people.is_empty() {
        return vec![versions];
    }
    let last = claims.last_versions();
    parts.add_others(&last);
    let mut split = vec![Vec::new(); parts.people.len()];
    for (version, last) in versions.iter().zip(&last) {
        let part = parts.of_place.get(&place_of(last)).copied();
        split[part.unwrap_or(0)].push(Arc::clone(version));
    }
    split
}

/// What answers to one question have in common: the place, and whether they hold other marks.
type Kind = (Span, bool);

fn kind_of((span, label): &Place) -> Kind {
    (*span, label.holds_others())
}

/// The parts of a mark of which somebody accepts more than one answer, each of which becomes a mark.
///
/// Where several parts have accepted answers to one question, any two of them have a person in common, who
/// accepts an answer in each: two accepted marks at one place always come from somebody who accepts both.
#[derive(Default)]
struct Parts {
    /// For each part, who accepts it and another one, by number.
    people: Vec<BTreeSet<usize>>,
    of_place: HashMap<Place, usize>,
    of_id: HashMap<AnnotationId, usize>,
    of_kind: HashMap<Kind, Vec<usize>>,
}

impl Parts {
    /// The parts that follow from the places that each person accepts.
    fn of(accepted: Vec<Vec<Place>>) -> Parts {
        let mut people: BTreeMap<Place, BTreeSet<usize>> = BTreeMap::new();
        for (person, places) in accepted.into_iter().enumerate().filter(|(_, places)| places.len() > 1) {
            for place in places {
                people.entry(place).or_default().insert(person);
            }
        }
        let mut parts = Parts::default();
        for (place, people) in people {
            parts.add_shared(place, people);
        }
        parts
    }

    /// Adds a place that these people accept beside others: to the first part that answers the same question
    /// and that none of them accepts, else as a part of its own.
    fn add_shared(&mut self, place: Place, people: BTreeSet<usize>) {
        let same = self.of_kind.entry(kind_of(&place)).or_default();
        let part = same.iter().copied().find(|part| self.people[*part].is_disjoint(&people));
        let part = part.unwrap_or_else(|| {
            same.push(self.people.len());
            self.people.push(BTreeSet::new());
            self.people.len() - 1
        });
        self.people[part].extend(people);
        self.of_place.insert(place, part);
    }

    /// Adds the places that are left, those first that somebody accepts.
    fn add_others(&mut self, versions: &[&Arc<Annotation>]) {
        let accepted = || versions.iter().copied().filter(|version| version.status == Status::Accepted);
        for version in accepted() {
            if let Some(part) = self.of_place.get(&place_of(version)) {
                let there = self.of_id.entry(version.id).or_insert(*part);
                *there = *part.min(there);
            }
        }
        for (place, ids) in ids_by_place(accepted()) {
            self.add_accepted(place, &ids);
        }
        for (place, ids) in ids_by_place(versions.iter().copied()) {
            self.add_open(place, &ids);
        }
    }

    /// Adds a place that somebody accepts: to a part with answers to the same question, if there is one.
    fn add_accepted(&mut self, place: Place, ids: &[AnnotationId]) {
        if self.of_place.contains_key(&place) {
            return;
        }
        let of_ids = self.of_ids(ids);
        let same = self.of_kind.entry(kind_of(&place)).or_default();
        if same.is_empty() {
            same.push(of_ids.first().copied().unwrap_or(0));
        }
        let part = of_ids.into_iter().find(|part| same.contains(part)).unwrap_or(same[0]);
        self.of_place.insert(place, part);
    }

    /// Adds a place that nobody accepts: to a part with the same id, if there is one.
    fn add_open(&mut self, place: Place, ids: &[AnnotationId]) {
        if self.of_place.contains_key(&place) {
            return;
        }
        let same = || self.of_kind.get(&kind_of(&place))?.first().copied();
        let part = self.of_ids(ids).first().copied().or_else(same).unwrap_or(0);
        self.of_place.insert(place, part);
    }

    /// The parts that have these ids.
    fn of_ids(&self, ids: &[AnnotationId]) -> BTreeSet<usize> {
        sorted_set(ids.iter().filter_map(|id| self.of_id.get(id).copied()))
    }
}

/// The ids of the versions at each place.
fn ids_by_place<'v>(
    versions: impl Iterator<Item = &'v Arc<Annotation>>,
) -> BTreeMap<Place, Vec<AnnotationId>> {
    let mut found: BTreeMap<Place, Vec<AnnotationId>> = BTreeMap::new();
    for version in versions {
        found.entry(place_of(version)).or_default().push(version.id);
    }
    found
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
