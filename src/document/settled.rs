//! A mark with one more decision about it.

use std::collections::HashSet;
use std::sync::Arc;

use super::claims::{Claims, place_of};
use super::front::front;
use super::marks::split;
use super::overruled::{Aspect, key};
use super::sequence::{Names, flat};
use super::unite::derived;
use super::versions::{superseding, versions_of};
use super::{Document, Side};
use crate::annotation::{Annotation, AnnotationId, Decision, Status};
use crate::text::sort_by_key;

/// The mark as this person decides about it now, `what` in particular.
pub(crate) fn new_version(
    base: &Annotation,
    who: &Decision,
    what: impl FnOnce(&mut Annotation),
) -> Annotation {
    let mut version = flat(base);
    version.decided = Some(Decision { names_entity: false, ..who.clone() });
    version.modified = who.at;
    what(&mut version);
    version
}

/// The mark with new versions by one person: one mark, or several where that person accepts several answers.
/// The first one has the id of the mark.
pub(crate) fn revised(
    document: &Document,
    mark: &Arc<Annotation>,
    new: Vec<Annotation>,
) -> Vec<Arc<Annotation>> {
    let names = Names::of(&document.entities);
    let mut versions = versions_of(mark, &names);
    let new: Vec<_> = new.into_iter().map(|version| Arc::new(superseding(version, &versions))).collect();
    versions.extend(new);
    let mut parts = split(versions, &names);
    let here = place_of(mark);
    sort_by_key(&mut parts, |part| !part.iter().any(|version| place_of(version) == here));
    let mut taken: HashSet<AnnotationId> = document.annotations.iter().map(|other| other.id).collect();
    let mut revised = Vec::new();
    for (index, versions) in parts.into_iter().enumerate() {
        let free = versions.iter().map(|version| version.id).filter(|id| !taken.contains(id)).min();
        let id = match index {
            0 => mark.id,
            _ => free.unwrap_or_else(|| derived(mark.id, &versions[0])),
        };
        taken.insert(id);
        revised.push(Arc::new(Annotation { id, history: versions.clone(), ..front(&versions, &names) }));
    }
    revised
}

impl Document {
    /// What this person has decided about the mark; what it is like, and undecided, if nothing.
    pub(crate) fn own_version(&self, mark: &Arc<Annotation>, by: &str) -> Annotation {
        let names = Names::of(&self.entities);
        let versions = versions_of(mark, &names);
        let claims = Claims::new(&versions, &names).marks();
        let own = claims.into_iter().find(|claim| *claim.by == *by);
        own.map_or_else(
            || Annotation { status: Status::Suggested, ..flat(mark) },
            |claim| (**claim.version).clone(),
        )
    }

    /// What the people of a side have decided about their mark, to be overruled.
    pub(crate) fn decisions_of(&self, mark: &Arc<Annotation>, side: &Side) -> Vec<String> {
        let names = Names::of(&self.entities);
        let versions = versions_of(mark, &names);
        let claims = Claims::new(&versions, &names);
        let times = |by: &Arc<str>| claims.times(Aspect::Mark, by);
        let keys = |by| times(by).into_iter().map(|at| key(Aspect::Mark, by, at)).collect::<Vec<_>>();
        side.people.iter().flat_map(keys).collect()
    }
}
