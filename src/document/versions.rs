//! The versions of a mark: who made them is in each, and what follows from all of them is the mark's front.

use std::sync::Arc;

use super::Document;
use super::front::front;
use super::overruled::{Aspect, key, overrule};
use super::sequence::{Names, flat, in_order};
use crate::annotation::{Annotation, Status};

impl Document {
    /// All versions of a mark of this document, the oldest first. What was computed from the versions of
    /// others, when files were merged, is no version of its own; what a person changed since then is one.
    pub fn versions(&self, mark: &Arc<Annotation>) -> Vec<Arc<Annotation>> {
        versions_of(mark, &Names::of(&self.entities))
    }
}

pub(super) fn versions_of(mark: &Arc<Annotation>, names: &Names<'_>) -> Vec<Arc<Annotation>> {
    if mark.history.is_empty() {
        return vec![Arc::clone(mark)];
    }
    let mut versions = mark.history.clone();
    in_order(&mut versions, names);
    let present = flat(mark);
    if (Annotation { id: mark.id, ..front(&versions, names) }) != present {
        versions.push(Arc::new(superseding(present, &versions)));
        in_order(&mut versions, names);
    }
    versions
}

/// A version by which somebody changes a merged mark, with what it takes back: what the same person decided
/// about the mark under another id, and what somebody without a name did. Only the version itself can tell
/// this from a second mark, or from the decision of another person.
pub(super) fn superseding(mut version: Annotation, versions: &[Arc<Annotation>]) -> Annotation {
    let Some(new) = version.decision() else { return version };
    let mut taken_back = Vec::new();
    for (earlier, decision) in versions.iter().filter_map(|it| Some((it, it.decision()?))) {
        if decision.at >= new.at {
            continue;
        }
        let is_unnamed = decision.by.is_empty() && !new.by.is_empty();
        let is_own = decision.by == new.by && earlier.id != version.id;
        if version.status != Status::Suggested && (is_unnamed || is_own) {
            taken_back.push(key(Aspect::Mark, &decision.by, decision.at));
        }
        if is_unnamed && new.names_entity && decision.names_entity {
            taken_back.push(key(Aspect::Entity, "", decision.at));
        }
    }
    overrule(&mut version.extra, taken_back);
    version
}
