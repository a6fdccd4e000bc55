//! Single entries of a file, read for a document that is there.

use serde_json::Value as Json;

use super::entries::Entries;
use super::fields::{object, uuid};
use crate::annotation::{Annotation, AnnotationId, Entity, Orphan, Relation};
use crate::document::Document;
use crate::formats::assemble::Notes;
use crate::formats::newsmark::wire;
use crate::label::LabelSet;
use crate::text::{OffsetMap, Span, Unit};

/// An annotation with its place in the text of `document`.
pub(in crate::formats::newsmark) fn annotation(
    json: Json,
    document: &Document,
    map: &OffsetMap<'_>,
) -> Option<Annotation> {
    let entry: wire::Annotation = object(json)?;
    let id = AnnotationId(uuid(entry.id.as_ref())?);
    let span = place(entry.start.as_ref(), entry.end.as_ref(), map)?;
    let versions = entry.history.as_ref().and_then(Json::as_array).cloned().unwrap_or_default();
    let mut bare = Document::new(document.id, "", document.created);
    let mut notes = Notes::default();
    let mut annotation = Entries::new(&mut bare, &mut notes).version(id, entry, "");
    annotation.span = span;
    for (version, json) in annotation.history.iter_mut().zip(&versions) {
        let own = place(json.get("start"), json.get("end"), map);
        std::sync::Arc::make_mut(version).span = own.unwrap_or(span);
    }
    Some(annotation)
}

fn place(start: Option<&Json>, end: Option<&Json>, map: &OffsetMap<'_>) -> Option<Span> {
    let offset = |field: &Json| usize::try_from(field.as_u64()?).ok();
    map.span_of(offset(start?)?, offset(end?)?, Unit::CodePoint)
}

/// A list of entities.
pub(in crate::formats::newsmark) fn entities(json: Json, document: &Document) -> Vec<Entity> {
    let mut bare = Document::new(document.id, "", document.created);
    super::labels::entities(Some(json), &mut bare, &mut Notes::default());
    bare.entities
}

/// A list of annotations that have no place.
pub(in crate::formats::newsmark) fn orphans(json: Json, document: &Document) -> Vec<Orphan> {
    let mut bare = Document::new(document.id, "", document.created);
    Entries::new(&mut bare, &mut Notes::default()).orphans(Some(json));
    bare.orphans
}

/// A list of labels.
pub(in crate::formats::newsmark) fn labels(json: Json, document: &Document) -> LabelSet {
    let mut bare = Document::new(document.id, "", document.created);
    super::labels::labels(Some(json), &mut bare, &mut Notes::default());
    bare.labels
}

/// A relation.
pub(in crate::formats::newsmark) fn relation(json: &Json) -> Option<Relation> {
    super::relations::relation(json.as_object()?, &mut Notes::default())
}
