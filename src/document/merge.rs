use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use super::{Document, order, tags};
use crate::annotation::{Annotation, Extra};
use crate::label::LabelSet;
use crate::text::{fingerprint, sort_by_cached_key, sort_by_key};

/// One document of two that were changed apart: `ours` and `theirs`, which both come from `base`.
/// `None` where they are no copies of one document.
///
/// Every change of either side is in it. An annotation that one side changed and the other deleted
/// stays. Of one that both changed the later version counts, and the other goes into its history.
/// Without a base whatever either side has stays. Both sides get the same, whoever calls whom
/// "ours".
pub fn merge(base: Option<&Document>, ours: &Document, theirs: &Document) -> Option<Document> {
    if ours.id != theirs.id {
        return None;
    }
    if ours.text != theirs.text {
        return merge_texts(base, ours, theirs);
    }
    let base = base.filter(|base| base.text == ours.text);
    if ours == theirs || base == Some(theirs) {
        return Some(ours.clone());
    }
    if base == Some(ours) {
        return Some(theirs.clone());
    }
    let prefers_ours = later(&(ours.modified, ours), &(theirs.modified, theirs));
    let field = |get: fn(&Document) -> &String| {
        three_way(base.map(get), get(ours), get(theirs), prefers_ours).clone()
    };
    let mut merged = Document {
        title: field(|document| &document.title),
        source: field(|document| &document.source),
        outlet: field(|document| &document.outlet),
        language: field(|document| &document.language),
        published: *three_way(
            base.map(|base| &base.published),
            &ours.published,
            &theirs.published,
            prefers_ours,
        ),
        tags: tags::merge(base, ours, theirs),
        labels: LabelSet::new(keyed(
            [base.map(|base| base.labels.iter()), Some(ours.labels.iter()), Some(theirs.labels.iter())],
            prefers_ours,
            |label| label.code.clone(),
            |one, other| if prefers_ours { one } else { other }.clone(),
        )),
        entities: keyed(
            [base.map(|base| base.entities.iter()), Some(ours.entities.iter()), Some(theirs.entities.iter())],
            prefers_ours,
            |entity| entity.id.clone(),
            |one, other| if prefers_ours { one } else { other }.clone(),
        ),
        orphans: keyed(
            [base.map(|base| base.orphans.iter()), Some(ours.orphans.iter()), Some(theirs.orphans.iter())],
            prefers_ours,
            |orphan| orphan.annotation.id,
            |one, other| if prefers_ours { one } else { other }.clone(),
        ),
        annotations: keyed(
            [
                base.map(|base| base.annotations.iter()),
                Some(ours.annotations.iter()),
                Some(theirs.annotations.iter()),
            ],
            prefers_ours,
            |annotation| annotation.id,
            |one, other| Arc::new(both_changed(one, other)),
        ),
        relations: keyed(
            [
                base.map(|base| base.relations.iter()),
                Some(ours.relations.iter()),
                Some(theirs.relations.iter()),
            ],
            prefers_ours,
            |relation| relation.id,
            |one, other| if prefers_ours { one } else { other }.clone(),
        ),
        extra: merge_extra(base.map(|base| &base.extra), &ours.extra, &theirs.extra, prefers_ours),
        created: ours.created.min(theirs.created),
        modified: ours.modified.max(theirs.modified),
        ..ours.clone()
    };
    sort_by_cached_key(&mut merged.annotations, |annotation| order(annotation));
    // What has a place on one side is no orphan for being one on the other.
    let placed: HashSet<_> = merged.annotations.iter().map(|annotation| annotation.id).collect();
    merged.orphans.retain(|orphan| !placed.contains(&orphan.annotation.id));
    sort_by_key(&mut merged.relations, |relation| relation.id);
    // One side may have deleted an end of what the other has tied to it.
    merged.take_loose_relations();
    Some(merged)
}

/// The same where one side, or each, has given the article another text: the work of the other is brought to that text
/// first, to the later one of two.
fn merge_texts(base: Option<&Document>, ours: &Document, theirs: &Document) -> Option<Document> {
    let text = match base {
        Some(base) if base.text == ours.text => &theirs.text,
        Some(base) if base.text == theirs.text => &ours.text,
        _ if later(&(ours.modified, ours), &(theirs.modified, theirs)) => &ours.text,
        _ => &theirs.text,
    };
    let on_text = |document: &Document| document.on_text(text);
    merge(base.map(on_text).as_ref(), &on_text(ours), &on_text(theirs))
}

/// One document of `ours` and `theirs`, an older or newer copy of it such as a backup: of each
/// annotation the later version counts, and whatever only one of them has stays. `None` where their
/// texts differ.
pub fn combine(ours: &Document, theirs: &Document) -> Option<Document> {
    if ours.text != theirs.text {
        return None;
    }
    let settled = |one: &Document, other: &Document| {
        let others: HashMap<_, _> = other.annotations.iter().map(|other| (other.id, other)).collect();
        let later = |annotation: &Arc<Annotation>| {
            let twin = others.get(&annotation.id).copied();
            twin.filter(|twin| annotation.modified < twin.modified).unwrap_or(annotation).clone()
        };
        let mut annotations: Vec<_> = one.annotations.iter().map(later).collect();
        sort_by_cached_key(&mut annotations, |annotation| order(annotation));
        Document { annotations, ..one.clone() }
    };
    merge(None, &settled(ours, theirs), &settled(theirs, ours))
}

/// The one of two versions that was changed; of two that were, the preferred one.
fn three_way<'v, T: PartialEq>(base: Option<&T>, ours: &'v T, theirs: &'v T, prefers_ours: bool) -> &'v T {
    let is_ours = match base {
        Some(base) if base == ours => false,
        Some(base) if base == theirs => true,
        _ => prefers_ours,
    };
    if is_ours { ours } else { theirs }
}

/// Merges lists of things with keys: first what the base has, in its order, then the new ones of
/// the preferred side, then those of the other. What one side deleted goes, unless the other has
/// changed it.
fn keyed<'v, T, K>(
    [base, ours, theirs]: [Option<impl Iterator<Item = &'v T>>; 3],
    prefers_ours: bool,
    key: impl Fn(&T) -> K,
    both: impl Fn(&T, &T) -> T,
) -> Vec<T>
where
    T: PartialEq + Clone + 'v,
    K: Eq + Hash + Clone,
{
    let mut places: HashMap<K, [Option<&T>; 3]> = HashMap::new();
    let mut keys = Vec::new();
    let lists = [
        base.into_iter().flatten().collect::<Vec<_>>(),
        ours.into_iter().flatten().collect(),
        theirs.into_iter().flatten().collect(),
    ];
    for side in if prefers_ours { [0, 1, 2] } else { [0, 2, 1] } {
        for &item in &lists[side] {
            let key = key(item);
            let place = places.entry(key.clone()).or_insert_with(|| {
                keys.push(key);
                [None; 3]
            });
            place[side] = place[side].or(Some(item));
        }
    }
    let chosen = keys.iter().filter_map(|key| match places.get(key)? {
        [_, Some(ours), Some(theirs)] if ours == theirs => Some((*ours).clone()),
        [base, ours, theirs] if base == ours => theirs.cloned(),
        [base, ours, theirs] if base == theirs => ours.cloned(),
        [_, Some(ours), Some(theirs)] => Some(both(ours, theirs)),
        [_, ours, theirs] => ours.or(*theirs).cloned(),
    });
    chosen.collect()
}

/// The later of two versions of an annotation, with the other one in its history.
fn both_changed(one: &Annotation, other: &Annotation) -> Annotation {
    let bare = |annotation: &Annotation| Annotation { history: Vec::new(), ..annotation.clone() };
    let (kept, lost) = if later(&(one.modified, bare(one)), &(other.modified, bare(other))) {
        (one, other)
    } else {
        (other, one)
    };
    let (winner, loser) = (bare(kept), bare(lost));
    let mut history = kept.history.clone();
    history.extend(lost.history.iter().cloned());
    if loser != winner {
        history.push(Arc::new(loser));
    }
    sort_by_cached_key(&mut history, |version| (version.modified, fingerprint(version)));
    history.dedup();
    Annotation { history, ..winner }
}

/// Whether `one` is later than `other`; of equally late ones always the same is.
fn later<T: PartialOrd, V: Hash>(one: &(T, V), other: &(T, V)) -> bool {
    if one.0 == other.0 { fingerprint(&one.1) > fingerprint(&other.1) } else { one.0 > other.0 }
}

fn merge_extra(base: Option<&Extra>, ours: &Extra, theirs: &Extra, prefers_ours: bool) -> Extra {
    let mut merged = Extra::new();
    for key in ours.keys().chain(theirs.keys()) {
        let base = base.and_then(|base| base.get(key));
        let chosen = match (ours.get(key), theirs.get(key)) {
            (Some(ours), Some(theirs)) => Some(three_way(base, ours, theirs, prefers_ours)),
            (one, other) => one.or(other).filter(|only| base != Some(only)),
        };
        if let Some(value) = chosen {
            merged.insert(key.clone(), value.clone());
        }
    }
    merged.sort_keys();
    merged
}

#[cfg(test)]
mod tests;
