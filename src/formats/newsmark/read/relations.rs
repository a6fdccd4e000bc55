//! The list of relations.

use std::collections::HashSet;
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
    let read = |entry: Json, notes: &mut Notes| {
        let relation = entry.as_object().and_then(|object| relation(object, notes)).map(Arc::new);
        (entry, relation)
    };
    let entries = list(field, "relations", notes).unwrap_or_default();
    let entries: Vec<(Json, Option<Arc<Relation>>)> =
        entries.into_iter().map(|entry| read(entry, notes)).collect();
    // All at once: to look up the ends of each by itself takes seconds in a long article.
    let refused = document.relate(entries.iter().filter_map(|(_, relation)| relation.clone()));
    let refused: HashSet<*const Relation> = refused.iter().map(Arc::as_ptr).collect();
    let is_kept = |relation: &Option<Arc<Relation>>| match relation {
        Some(relation) => refused.contains(&Arc::as_ptr(relation)),
        None => true,
    };
    let kept: Vec<Json> =
        entries.into_iter().filter(|(_, relation)| is_kept(relation)).map(|(entry, _)| entry).collect();
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
