//! What several versions of a mark come to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claims::{Claim, Claims, latest, place_of};
use super::sequence::Names;
use crate::annotation::{Annotation, Decision, Status};
use crate::value::Value;

/// The mark that follows from its versions, which stand in their order: what was decided last, for each
/// thing that is decided on its own. A decision beats a suggestion, whenever that was made.
///
/// It depends on the versions alone, so that merging files gives the same whatever their order.
pub(super) fn front(versions: &[Arc<Annotation>], names: &Names<'_>) -> Annotation {
    let claims = Claims::new(versions, names);
    let marks = claims.marks();
    let core = core(versions, &marks);
    let entities = claims.entities();
    let named = latest(&entities).map(|claim| claim.version);
    let entity = named.unwrap_or(core).entity.clone();
    let decided = core.decided.clone().map(|decided| {
        let names_entity = decided.names_entity && entity == core.entity;
        Decision { names_entity, ..decided }
    });
    let checks = claims.checks();
    let checked = latest(&checks).map(|claim| claim.version);
    let last_check = || versions.iter().rev().find(|version| version.check.is_some());
    Annotation {
        value: value(core, &marks),
        entity,
        decided,
        check: checked.or_else(last_check).unwrap_or(core).check.clone(),
        note: note(versions),
        created: versions.iter().map(|version| version.created).min().unwrap_or(core.created),
        modified: versions.iter().map(|version| version.modified).max().unwrap_or(core.modified),
        history: Vec::new(),
        ..(**core).clone()
    }
}

/// The version whose status, label, place and value count.
fn core<'v>(versions: &'v [Arc<Annotation>], marks: &[Claim<'v>]) -> &'v Arc<Annotation> {
    if let Some(decided) = latest(marks) {
        return decided.version;
    }
    let suggested = versions.iter().rev().find(|version| version.status == Status::Suggested);
    suggested.unwrap_or(&versions[versions.len() - 1])
}

/// The value of the version that counts. Who accepts a mark of which the file knows no value has nothing
/// against the value that another one gave it.
fn value(core: &Annotation, marks: &[Claim<'_>]) -> Option<Value> {
    if core.status != Status::Accepted || says_something(core) {
        return core.value.clone();
    }
    let same = marks.iter().filter(|claim| {
        let it = claim.version;
        it.status == Status::Accepted && place_of(it) == place_of(core) && is_unsaid(core, it)
    });
    let same: Vec<_> = same.cloned().collect();
    latest(&same).map_or_else(|| core.value.clone(), |claim| claim.version.value.clone())
}

/// Whether a version has a value that answers a question: a quote of which nobody knows the source has none.
pub(super) fn says_something(version: &Annotation) -> bool {
    match &version.value {
        Some(Value::Quote(quote)) => !quote.speaker.is_empty() || quote.named.is_some(),
        value => value.is_some(),
    }
}

/// Whether `one` only leaves open the value that `other` has. In one and the same mark somebody has
/// taken the value away, which is a decision.
pub(super) fn is_unsaid(one: &Annotation, other: &Annotation) -> bool {
    !says_something(one) && says_something(other) && (one.id != other.id || one.value.is_some())
}

/// The latest remark. Whoever cleared a remark of the same mark has none.
fn note(versions: &[Arc<Annotation>]) -> String {
    let mut last: BTreeMap<_, &Arc<Annotation>> = BTreeMap::new();
    for version in versions {
        let by = version.decision().map(|decision| decision.by);
        let there = last.entry((by, version.id)).or_insert(version);
        if version.modified >= there.modified {
            *there = version;
        }
    }
    let noted = last.into_values().filter(|version| !version.note.is_empty());
    let latest = noted.max_by(|a, b| (a.modified, &a.note).cmp(&(b.modified, &b.note)));
    latest.map(|version| version.note.clone()).unwrap_or_default()
}
