//! In which order the versions of a mark came.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::annotation::{Annotation, Decision, Entity, EntityId};
use crate::text::{fingerprint, sort_by_cached_key};

/// What the entities of a document are called, and who named them.
pub(super) struct Names<'d>(HashMap<&'d EntityId, &'d Entity>);

impl<'d> Names<'d> {
    pub(super) fn of(entities: &'d [Entity]) -> Names<'d> {
        Names(entities.iter().map(|entity| (&entity.id, entity)).collect())
    }

    pub(super) fn name<'a>(&'a self, annotation: &'a Annotation) -> Option<&'a str> {
        let id = annotation.entity.as_ref()?;
        Some(self.0.get(id).map_or(&*id.0, |entity| entity.name.as_str()))
    }

    /// Who gave the entity that the annotation names its name.
    pub(super) fn decided(&self, annotation: &Annotation) -> Option<&'d Decision> {
        self.0.get(annotation.entity.as_ref()?)?.decided.as_ref()
    }
}

/// The version without its history.
pub(super) fn flat(annotation: &Annotation) -> Annotation {
    Annotation { history: Vec::new(), ..annotation.clone() }
}

/// Sorts versions by the time of their decisions, the oldest first, and takes out those that are twice
/// there. Versions of the same time are ordered by all that is in them, so that the order in which they
/// come is of no account.
pub(super) fn in_order(versions: &mut Vec<Arc<Annotation>>, names: &Names<'_>) {
    sort_by_cached_key(versions, |version| (time_of(version), content(version, names)));
    versions.dedup();
}

/// When a version was decided; when it was changed last, where nobody decided it.
pub(super) fn time_of(version: &Annotation) -> Timestamp {
    version.decision().map_or(version.modified, |decision| decision.at)
}

/// All that is in a version, the entity by its name.
fn content(version: &Annotation, names: &Names<'_>) -> u64 {
    let entity = names.name(version).map(|name| EntityId(name.into()));
    fingerprint(&Annotation { entity, ..version.clone() })
}
