//! From the objects of a file to documents.

mod fields;
mod notes;

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::ids::{derived, sha256_hex};
use super::place::{Frame, Places};
use super::{check_version, value_from_json, wire};
use crate::annotation::anchor::Anchored;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, AnnotationId, Entity, EntityId, Extra, Origin, Orphan, Status};
use crate::document::{Document, DocumentId};
use crate::formats::error::{Error, Kind};
use crate::formats::{Problem, ProblemKind};
use crate::label::{Label, LabelCode, LabelSet};
use crate::text::{OffsetMap, Span, Unit};
use fields::{list, text, uuid};
use notes::Notes;

/// The label of an annotation that has none.
const UNKNOWN_LABEL: &str = "UNKNOWN";
/// The colour of a label that has none: a grey.
const NO_COLOR: &str = "#6b7280";

/// Reads the documents of one file.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
    ids: HashSet<DocumentId>,
}

impl Reader {
    pub(super) fn document(&mut self, json: Json) -> Result<Document, Error> {
        check_version(&json)?;
        let file: wire::File =
            object(json).ok_or_else(|| Error::new(Kind::OtherFormat { looks_like: None }))?;
        let meta: wire::Meta = file.document.and_then(object).ok_or_else(|| Error::new(Kind::NoText))?;
        let Some(Json::String(original)) = meta.text else { return Err(Error::new(Kind::NoText)) };
        let hash = sha256_hex(&original);
        let mut notes = Notes::default();
        let id = self.document_id(meta.id, &hash, &mut notes);

        let epoch = Timestamp::UNIX_EPOCH;
        let created = notes.timestamp("created", meta.created);
        let modified = notes.timestamp("modified", meta.modified);
        let mut document = Document::new(id, &original, created.or(modified).unwrap_or(epoch));
        document.modified = modified.unwrap_or(document.created);
        let mut meta_extra = meta.extra;
        document.title = text(meta.title, "title", &mut meta_extra, &mut notes);
        document.source = text(meta.source, "source", &mut meta_extra, &mut notes);
        document.published = published(meta.published, &mut meta_extra, &mut notes);
        if let Some(sum) = meta.sha256.as_ref().and_then(Json::as_str) {
            let fits = |hash: &str| sum.eq_ignore_ascii_case(hash);
            if !fits(&hash) && !fits(&sha256_hex(document.text())) {
                notes.file(
                    ProblemKind::Hash,
                    "The text is not the one that the file's checksum (sha256) was made \
                    of: it was changed after the export. Every annotation was checked against its quote.",
                );
            }
        }
        if **document.text() != *original {
            notes.file(
                ProblemKind::Text,
                "The text was put in order: line ends became plain ones, and characters \
                that are not allowed were replaced. The annotations were moved along.",
            );
        }

        document.extra = file.extra;
        if !meta_extra.is_empty() {
            document.extra.insert("document".into(), Json::Object(meta_extra));
        }
        labels(file.labels, &mut document, &mut notes);
        entities(file.entities, &mut document, &mut notes);
        let hint = file.offset_unit.as_ref().and_then(Json::as_str);
        let hint = hint.and_then(|code| Unit::ALL.into_iter().find(|unit| unit.code() == code));
        let mut entries = Entries { document: &mut document, notes: &mut notes, ids: HashSet::new() };
        entries.annotations(&original, hint, file.annotations);
        entries.orphans(file.orphans);
        add_unlisted(&mut document, &mut notes);

        self.problems.extend(notes.into_problems(id));
        Ok(document)
    }

    fn document_id(&mut self, id: wire::Field, hash: &str, notes: &mut Notes) -> DocumentId {
        let given = id.as_ref().map(Json::to_string).unwrap_or_default();
        let derive = |again: usize| {
            let again = again.to_le_bytes();
            DocumentId(derived(&[b"document", hash.as_bytes(), given.as_bytes(), &again]))
        };
        let mut found = match uuid(id.as_ref()) {
            Some(id) => DocumentId(id),
            None => {
                notes.file(
                    ProblemKind::Id,
                    "The article had no id of the right form (a UUID) and got a new one.",
                );
                derive(0)
            }
        };
        if !self.ids.insert(found) {
            notes.file(
                ProblemKind::Id,
                "Another article of the file has the same id; this one got a new one.",
            );
            found = derive(self.ids.len());
            self.ids.insert(found);
        }
        found
    }
}

/// Reads an object field by field; `None` where `json` is none.
fn object<T: DeserializeOwned>(json: Json) -> Option<T> {
    json.is_object().then(|| serde_json::from_value(json).ok()).flatten()
}

fn published(field: wire::Field, extra: &mut Extra, notes: &mut Notes) -> Option<Date> {
    let field = field?;
    let read = || {
        let text = field.as_str()?.trim();
        let day = || text.get(..10)?.parse().ok();
        text.parse().ok().or_else(day)
    };
    let date: Option<Date> = read();
    if date.is_none() && field != json!("") {
        let message = format!(
            "The publication date {field} could not be read (expected: 2024-07-02); it is kept in the file, but dates were not resolved against it."
        );
        notes.file(ProblemKind::Date, message);
        extra.insert("published".into(), field);
    }
    date
}

fn labels(field: wire::Field, document: &mut Document, notes: &mut Notes) {
    let Some(entries) = list(field, "labels", notes) else { return };
    let mut extras = Extra::new();
    let mut labels = Vec::new();
    let mut codes = HashSet::new();
    for entry in entries {
        let Some(mut label) = object::<wire::Label>(entry) else {
            notes.file(ProblemKind::Skipped, "An entry of the list of labels is no label and was left out.");
            continue;
        };
        let code = text(label.code, "code", &mut label.extra, notes);
        if code.is_empty() || !codes.insert(code.clone()) {
            let message = format!("The label “{code}” has no code of its own and was left out.");
            notes.file(ProblemKind::Skipped, message);
            continue;
        }
        let mut name = text(label.name, "name", &mut label.extra, notes);
        if name.is_empty() {
            name.clone_from(&code);
        }
        let mut color = text(label.color, "color", &mut label.extra, notes);
        if !is_hex_color(&color) {
            notes.file(
                ProblemKind::Field,
                format!("The colour of the label “{name}” is no colour (expected: #1a2b3c); it became grey."),
            );
            color = NO_COLOR.to_owned();
        }
        let mut key = text(label.key, "key", &mut label.extra, notes);
        if key.chars().count() > 1 {
            notes.file(
                ProblemKind::Field,
                format!("The shortcut of the label “{name}” is more than one key; it has none now."),
            );
            key.clear();
        }
        if !label.extra.is_empty() {
            extras.insert(code.clone(), Json::Object(label.extra));
        }
        labels.push(Label { code: LabelCode::new(code), name, color, key });
    }
    document.labels = LabelSet::new(labels);
    if !extras.is_empty() {
        document.extra.insert("labels".into(), Json::Object(extras));
    }
}

fn is_hex_color(color: &str) -> bool {
    color.len() == 7 && color.starts_with('#') && color.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
}

fn entities(field: wire::Field, document: &mut Document, notes: &mut Notes) {
    let mut ids = HashSet::new();
    for entry in list(field, "entities", notes).unwrap_or_default() {
        let Some(mut entity) = object::<wire::Entity>(entry) else {
            notes.file(
                ProblemKind::Skipped,
                "An entry of the list of entities is no entity and was left out.",
            );
            continue;
        };
        let id = text(entity.id, "id", &mut entity.extra, notes);
        let name = text(entity.name, "name", &mut entity.extra, notes);
        if !ids.insert(id.clone()) {
            let message = format!(
                "The entity “{name}” has the id “{id}” of another one and was left out; its annotations name the other one."
            );
            notes.file(ProblemKind::Id, message);
            continue;
        }
        let label = text(entity.label, "label", &mut entity.extra, notes);
        let label = LabelCode::new(if label.is_empty() { UNKNOWN_LABEL.to_owned() } else { label });
        document.entities.push(Entity { id: EntityId(id.into()), label, name, extra: entity.extra });
    }
}

/// Adds the labels and entities that annotations name and the file does not list.
fn add_unlisted(document: &mut Document, notes: &mut Notes) {
    let defaults = LabelSet::default();
    let mut codes: HashSet<_> = document.labels.iter().map(|label| label.code.clone()).collect();
    let mut ids: HashSet<_> = document.entities.iter().map(|entity| entity.id.clone()).collect();
    let placed = document.annotations().iter().map(|annotation| {
        (annotation.label.clone(), annotation.entity.clone(), document.quote(annotation).to_owned())
    });
    let orphaned = document.orphans.iter().map(|orphan| {
        let annotation = &orphan.annotation;
        (annotation.label.clone(), annotation.entity.clone(), orphan.selector.quote.exact.clone())
    });
    let of_entities = document.entities.iter().map(|entity| (entity.label.clone(), None, String::new()));
    let mut labels: Vec<_> = document.labels.iter().cloned().collect();
    let listed = labels.len();
    let mut entities = Vec::new();
    for (code, entity, quote) in placed.chain(orphaned).chain(of_entities) {
        if codes.insert(code.clone()) {
            let (name, color) = (code.to_string(), NO_COLOR.to_owned());
            let fallback = || Label { code: code.clone(), name, color, key: String::new() };
            labels.push(defaults.get(&code).cloned().unwrap_or_else(fallback));
            notes.file(
                ProblemKind::Added,
                format!("The label “{code}” is used, but not listed; it was added to the labels."),
            );
        }
        if let Some(id) = entity.filter(|id| ids.insert(id.clone())) {
            let message =
                format!("The entity “{}” is named, but not listed; it was added as “{quote}”.", id.0);
            notes.file(ProblemKind::Added, message);
            entities.push(Entity { id, label: code, name: quote, extra: Extra::new() });
        }
    }
    if labels.len() > listed {
        document.labels = LabelSet::new(labels);
    }
    document.entities.extend(entities);
}

/// Reads the annotations and orphans of one document.
struct Entries<'d> {
    document: &'d mut Document,
    notes: &'d mut Notes,
    ids: HashSet<AnnotationId>,
}

impl Entries<'_> {
    /// Reads the annotations and finds their places; `original` is the text as the file has it.
    fn annotations(&mut self, original: &str, hint: Option<Unit>, field: wire::Field) {
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
            let mut annotation = self.annotation(index, entry, &selector);
            let anchored = places.anchor(&selector, frame);
            self.notes.anchored(&annotation, &selector, anchored);
            match anchored {
                Anchored::Exact(span) | Anchored::Moved { span, .. } => {
                    annotation.span = span;
                    annotations.push(Arc::new(annotation));
                }
                Anchored::Orphaned => self.document.orphans.push(Orphan { annotation, selector }),
            }
        }
        self.document.extend(annotations);
    }

    fn orphans(&mut self, field: wire::Field) {
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
        let name = |unit| match unit {
            Unit::Byte => "UTF-8 bytes",
            Unit::CodePoint => "Unicode code points",
            Unit::Utf16 => "UTF-16 code units",
        };
        let said = hint.unwrap_or(Unit::CodePoint);
        if frame.unit != said {
            let message = format!(
                "The offsets in the file count {} where {} were expected; its quotes show this, and the offsets were converted.",
                name(frame.unit),
                name(said)
            );
            self.notes.file(ProblemKind::OffsetUnit, message);
        }
    }

    /// All of an annotation but its span. `index` is its place in the file.
    fn annotation(&mut self, index: usize, entry: wire::Annotation, selector: &Selector) -> Annotation {
        let wire::Annotation { label, status, value, entity, note, origin, mut extra, .. } = entry;
        let notes = &mut *self.notes;
        let id = annotation_id(&mut self.ids, self.document.id, index, entry.id, selector, notes);
        notes.about(id, &selector.quote.exact);
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
                    notes::short(&json.to_string())
                ),
            );
            extra.insert("value".into(), json);
        }
        let status = text(status, "status", &mut extra, notes);
        let found = Status::ALL.into_iter().find(|known| known.code() == status);
        if found.is_none() && !status.is_empty() {
            notes.annotation(
                ProblemKind::Field,
                format!("has the unknown status “{}” and became a suggestion", notes::short(&status)),
            );
        }
        let entity = text(entity, "entity", &mut extra, notes);
        let note = text(note, "note", &mut extra, notes);
        let origin = read_origin(origin, &mut extra, notes);
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
            created: made,
            modified: modified.unwrap_or(made),
            extra,
        }
    }
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

fn read_origin(field: wire::Field, extra: &mut Extra, notes: &mut Notes) -> Origin {
    let unknown = Origin::Person { name: "".into() };
    let Some(json) = field else { return unknown };
    let Some(mut origin) = object::<wire::Origin>(json) else {
        notes.annotation(ProblemKind::Field, "has an origin of no known form; it counts as a person's");
        return unknown;
    };
    let mut rest = std::mem::take(&mut origin.extra);
    let name = text(origin.name, "name", &mut rest, notes).into();
    let by = origin.by.as_ref().and_then(Json::as_str);
    let read = match by {
        Some("extractor") => {
            let score = origin.score.as_ref().and_then(Json::as_f64);
            if let (Some(json), None) = (origin.score, score) {
                rest.insert("score".into(), json);
            }
            let version = text(origin.version, "version", &mut rest, notes).into();
            Origin::Extractor { name, version, score }
        }
        _ => {
            if by != Some("person") {
                notes.annotation(
                    ProblemKind::Field,
                    "is neither by a program nor by a person, as the file has it; it counts as a person's",
                );
            }
            rest.extend(origin.version.map(|json| ("version".to_owned(), json)));
            rest.extend(origin.score.map(|json| ("score".to_owned(), json)));
            Origin::Person { name }
        }
    };
    if !rest.is_empty() {
        extra.insert("origin".into(), Json::Object(rest));
    }
    read
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
