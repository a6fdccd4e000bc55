//! The list of relations.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::fields::{list, uuid};
use super::origin::origin;
use crate::annotation::{AnnotationId, Extra, Relation, RelationId};
use crate::document::Document;
use crate::formats::assemble::{Notes, relate};
use crate::formats::newsmark::wire;

/// Reads the relations of a document whose annotations have been read.
pub(super) fn relations(field: wire::Field, document: &mut Document, notes: &mut Notes) {
    let entries = list(field, "relations", notes).unwrap_or_default();
    let read = |entry: &Json| entry.as_object().and_then(|object| relation(object, notes)).map(Arc::new);
    let relations: Vec<Option<Arc<Relation>>> = entries.iter().map(read).collect();
    relate(document, &relations, |index| entries.get(index).cloned().unwrap_or_default(), notes);
}

pub(super) fn relation(object: &Map<String, Json>, notes: &mut Notes) -> Option<Relation> {
    let kind = object.get("type")?.as_str()?.into();
    let mut rest = object.clone();
    rest.shift_remove("type");
    let wire = wire::Relation::from(rest);
    let id = RelationId(uuid(wire.id.as_ref())?);
    let (from, to) = (AnnotationId(uuid(wire.from.as_ref())?), AnnotationId(uuid(wire.to.as_ref())?));
    let mut extra: Extra = wire.extra;
    let origin = origin(wire.origin, &mut extra, notes);
    Some(Relation { id, kind, from, to, origin, extra })
}
