//! The lists of annotations and orphans.

use std::sync::Arc;

use serde_json::Value as Json;

use super::check::check as read_check;
use super::decision::decision as read_decision;
use super::fields::{list, object, text, uuid};
use super::origin::origin as read_origin;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, AnnotationId, EntityId, Extra, Orphan, Status};
use crate::document::Document;
use crate::formats::ProblemKind;
use crate::formats::assemble::{Found, Ids, Notes, put, short};
use crate::formats::newsmark::wire;
use crate::text::{Span, Unit};

/// Reads the annotations and orphans of one document.
pub(super) struct Entries<'d> {
    document: &'d mut Document,
    notes: &'d mut Notes,
    ids: Ids,
}

impl<'d> Entries<'d> {
    pub(super) fn new(document: &'d mut Document, notes: &'d mut Notes) -> Entries<'d> {
        Entries { document, notes, ids: Ids::default() }
    }

    /// Reads the annotations and puts them where they belong; `original` is the text as the file has it.
    pub(super) fn annotations(&mut self, original: &str, hint: Option<Unit>, field: wire::Field) {
        let entries = self.list(field, "annotations");
        let read = |(index, entry): (usize, wire::Annotation)| {
            let (selector, versions) = (selector(&entry), places_of_versions(&entry));
            let before = self.notes.len();
            let annotation = self.annotation(index, entry, &selector);
            Found { annotation, selector, versions, told: self.notes.since(before) }
        };
        let found = entries.into_iter().enumerate().map(read).collect();
        put(self.document, original, hint, found, self.notes);
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

    /// All of an annotation but its span. `index` is its place in the file.
    fn annotation(&mut self, index: usize, entry: wire::Annotation, selector: &Selector) -> Annotation {
        let quote = &selector.quote.exact;
        let given = || entry.id.as_ref().map(Json::to_string).unwrap_or_default();
        let given: (_, &dyn Fn() -> String) = (uuid(entry.id.as_ref()), &given);
        let id = self.ids.take(self.document.id, (index, quote), given, self.notes);
        self.version(id, entry, quote)
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
        let label = text(label, "label", &mut extra, notes);
        let label = notes.label(label);
        let value = notes.value(&label, value, &mut extra);
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
            value,
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
