//! The list of relations.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::fields::{list, uuid};
use super::notes::Notes;
use super::origin::origin;
use crate::annotation::{AnnotationId, Extra, Relation, RelationId};
use crate::document::Document;
use crate::formats::ProblemKind;
use crate::formats::newsmark::wire;

/// Reads the relations of a document whose annotations have been read. What is none, or leads to
/// nothing, is kept in the document's `extra`, so that it is written again.
pub(super) fn relations(field: wire::Field, document: &mut Document, notes: &mut Notes) {
    let mut kept = Vec::new();
    for entry in list(field, "relations", notes).unwrap_or_default() {
        let read = entry.as_object().and_then(|object| relation(object, notes));
        let refused = match read {
            Some(relation) => !document.relate([Arc::new(relation)]).is_empty(),
            None => true,
        };
        if refused {
            kept.push(entry);
        }
    }
    if !kept.is_empty() {
        let message = format!(
            "{} of the relations lead from or to no annotation of this file, or have no type or id of their own; \
             they are kept in the file only.",
            kept.len()
        );
        notes.file(ProblemKind::Field, message);
        document.extra.insert("relations".into(), Json::Array(kept));
    }
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
