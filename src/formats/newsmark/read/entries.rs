//! The lists of annotations and orphans.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::Value as Json;
use uuid::Uuid;

use super::UNKNOWN_LABEL;
use super::check::check as read_check;
use super::decision::decision as read_decision;
use super::fields::{list, object, text, uuid};
use super::notes::{Notes, short};
use super::origin::origin as read_origin;
use crate::annotation::anchor::Anchored;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, AnnotationId, EntityId, Extra, Orphan, Status};
use crate::document::{Document, DocumentId};
use crate::formats::ProblemKind;
use crate::formats::newsmark::ids::derived;
use crate::formats::newsmark::place::{Frame, Places};
use crate::formats::newsmark::{value_from_json, wire};
use crate::label::LabelCode;
use crate::text::{OffsetMap, Span, Unit};

/// Reads the annotations and orphans of one document.
pub(super) struct Entries<'d> {
    document: &'d mut Document,
    notes: &'d mut Notes,
    ids: HashSet<AnnotationId>,
}

impl<'d> Entries<'d> {
    pub(super) fn new(document: &'d mut Document, notes: &'d mut Notes) -> Entries<'d> {
        Entries { document, notes, ids: HashSet::new() }
    }

    /// Reads the annotations and finds their places; `original` is the text as the file has it.
    pub(super) fn annotations(&mut self, original: &str, hint: Option<Unit>, field: wire::Field) {
        let entries = self.list(field, "annotations");
        let selectors: Vec<Selector> = entries.iter().map(selector).collect();
        let normal = Arc::clone(self.document.text());
        let map = OffsetMap::new(&normal);
        let original_map = if *normal == *original { None } else { Some(OffsetMap::new(original)) };
        let places = Places::new((original, original_map.as_ref().unwrap_or(&map)), (&normal, &map));
        let frame = places.recognise(&selectors, hint);
        self.tell_unit(frame, hint);
        let mut annotations = Vec::with_capacity(entries.len());
        for (index, (entry, selector)) in entries.into_iter().zip(selectors).enumerate() {
            let own = places_of_versions(&entry);
            let mut annotation = self.annotation(index, entry, &selector);
            let anchored = places.anchor(&selector, frame);
            self.notes.anchored(&annotation, &selector, anchored);
            match anchored {
                Anchored::Exact(span) | Anchored::Moved { span, .. } => {
                    annotation.span = span;
                    for (version, own) in annotation.history.iter_mut().zip(&own) {
                        let placed = own.as_ref().map(|own| places.anchor(own, frame));
                        Arc::make_mut(version).span = placed.and_then(Anchored::span).unwrap_or(span);
                    }
                    annotations.push(Arc::new(annotation));
                }
                Anchored::Orphaned => self.document.orphans.push(Orphan { annotation, selector }),
            }
        }
        self.document.extend(annotations);
    }

    pub(super) fn orphans(&mut self, field: wire::Field) {
        for (index, entry) in self.list(field, "orphans").into_iter().enumerate() {
            let selector = selector(&entry);
            let annotation = self.annotation(usize::MAX - index, entry, &selector);
            self.document.orphans.push(Orphan { annotation, selector });
        }
    }

    fn list(&mut self, field: wire::Field, name: &str) -> Vec<wire::Annotation> {
        let entries = list(field, name, self.notes).unwrap_or_default();
        let all = entries.len();
        let entries: Vec<_> = entries.into_iter().filter_map(object).collect();
        if entries.len() < all {
            let message = format!(
                "{} of the entries in “{name}” are no annotations and were left out.",
                all - entries.len()
            );
            self.notes.file(ProblemKind::Skipped, message);
        }
        entries
    }

    fn tell_unit(&mut self, frame: Frame, hint: Option<Unit>) {
        let said = hint.unwrap_or(Unit::CodePoint);
        if frame.unit != said {
            let message = format!(
                "The offsets in the file count {} where {} were expected; what is marked shows this, and the offsets were converted.",
                frame.unit.name(),
                said.name()
            );
            self.notes.file(ProblemKind::OffsetUnit, message);
        }
    }

    /// All of an annotation but its span. `index` is its place in the file.
    fn annotation(&mut self, index: usize, entry: wire::Annotation, selector: &Selector) -> Annotation {
        let given = entry.id.clone();
        let id = annotation_id(&mut self.ids, self.document.id, index, given, selector, self.notes);
        self.version(id, entry, &selector.quote.exact)
    }

    /// One version of the annotation `id`: the present one, or one of its history.
    pub(super) fn version(&mut self, id: AnnotationId, entry: wire::Annotation, quote: &str) -> Annotation {
        let wire::Annotation {
            label,
            status,
            value,
            entity,
            note,
            origin,
            decided,
            check,
            history,
            mut extra,
            ..
        } = entry;
        let history = self.history(id, history, quote, &mut extra);
        let notes = &mut *self.notes;
        notes.about(id, quote);
        let mut label = text(label, "label", &mut extra, notes);
        if label.is_empty() {
            notes.annotation(ProblemKind::Field, format!("has no label; it got “{UNKNOWN_LABEL}”"));
            label = UNKNOWN_LABEL.to_owned();
        }
        let label = LabelCode::new(label);
        let known = value.as_ref().and_then(|json| value_from_json(&label, json));
        if let (Some(json), None) = (value, &known) {
            notes.annotation(
                ProblemKind::Field,
                format!(
                    "has the value {}, which is none; it is kept in the file only",
                    short(&json.to_string())
                ),
            );
            extra.insert("value".into(), json);
        }
        let status = text(status, "status", &mut extra, notes);
        let found = Status::ALL.into_iter().find(|known| known.code() == status);
        if found.is_none() && !status.is_empty() {
            notes.annotation(
                ProblemKind::Field,
                format!("has the unknown status “{}” and became a suggestion", short(&status)),
            );
        }
        let entity = text(entity, "entity", &mut extra, notes);
        let note = text(note, "note", &mut extra, notes);
        let origin = read_origin(origin, &mut extra, notes);
        let decided = read_decision(decided, &mut extra, notes);
        let check = read_check(check, &mut extra, notes);
        let created = notes.timestamp("created", entry.created);
        let modified = notes.timestamp("modified", entry.modified);
        let made = created.or(modified).unwrap_or(self.document.created);
        notes.about_nothing();
        Annotation {
            id,
            span: Span::default(),
            label,
            value: known,
            status: found.unwrap_or(Status::Suggested),
            origin,
            entity: Some(entity).filter(|id| !id.is_empty()).map(|id| EntityId(id.into())),
            note,
            check,
            decided,
            created: made,
            modified: modified.unwrap_or(made),
            history,
            extra,
        }
    }

    /// The history of the annotation `id`. What is none is kept in `extra`.
    fn history(
        &mut self,
        id: AnnotationId,
        field: wire::Field,
        quote: &str,
        extra: &mut Extra,
    ) -> Vec<Arc<Annotation>> {
        let entries = match field {
            Some(Json::Array(entries)) if entries.iter().all(is_version) => entries,
            Some(other) => {
                extra.insert("history".to_owned(), other);
                return Vec::new();
            }
            None => return Vec::new(),
        };
        let entries = entries.into_iter().filter_map(object);
        let own = |entry: &wire::Annotation| uuid(entry.id.as_ref()).map_or(id, AnnotationId);
        entries.map(|entry| Arc::new(self.version(own(&entry), entry, quote))).collect()
    }
}

/// Where the versions of an annotation stand, those that say it.
fn places_of_versions(entry: &wire::Annotation) -> Vec<Option<Selector>> {
    let versions = entry.history.as_ref().and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    let place = |version: &Json| {
        let version: wire::Annotation = object(version.clone())?;
        version.start.as_ref()?;
        Some(selector(&version))
    };
    versions.iter().map(place).collect()
}

/// Whether this can be a version in a history: those have no history of their own.
fn is_version(json: &Json) -> bool {
    json.as_object().is_some_and(|fields| !fields.contains_key("history"))
}

fn annotation_id(
    ids: &mut HashSet<AnnotationId>,
    document: DocumentId,
    index: usize,
    given: wire::Field,
    selector: &Selector,
    notes: &mut Notes,
) -> AnnotationId {
    notes.about(AnnotationId(Uuid::nil()), &selector.quote.exact);
    let found = uuid(given.as_ref()).map(AnnotationId);
    if let Some(id) = found.filter(|&id| ids.insert(id)) {
        return id;
    }
    let given = given.map(|id| id.to_string()).unwrap_or_default();
    let derive = |again: usize| {
        let (index, again) = (index.to_le_bytes(), again.to_le_bytes());
        AnnotationId(derived(&[b"annotation", document.0.as_bytes(), given.as_bytes(), &index, &again]))
    };
    let mut id = derive(0);
    let mut again = 0;
    while !ids.insert(id) {
        again += 1;
        id = derive(again);
    }
    notes.about(id, &selector.quote.exact);
    notes.annotation(
        ProblemKind::Id,
        match found {
            Some(_) => "has the id of another annotation and got a new one",
            None => "had no id of the right form (a UUID) and got a new one",
        },
    );
    id
}

/// The place that an entry of the file gives. An offset that is no integer becomes -1: nowhere.
fn selector(entry: &wire::Annotation) -> Selector {
    let offset = |field: &wire::Field| match field {
        Some(Json::Number(number)) => {
            number.as_i64().or_else(|| number.as_u64().map(|_| i64::MAX)).unwrap_or(-1)
        }
        _ => -1,
    };
    let text = |field: &wire::Field| field.as_ref().and_then(Json::as_str).unwrap_or_default().to_owned();
    let mut selector = Selector::default();
    selector.position.start = offset(&entry.start);
    selector.position.end = offset(&entry.end);
    selector.quote.exact = text(&entry.quote);
    selector.quote.prefix = text(&entry.prefix);
    selector.quote.suffix = text(&entry.suffix);
    selector
}
