//! From documents to files.

mod line;
pub(super) mod stored;
mod suggestions;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{DOCUMENT_FORMAT, VERSION, value_to_json, wire};
use crate::annotation::anchor::describe;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, Check, Decision, Entity, Extra, Origin, Relation};
use crate::document::Document;
use crate::formats::assemble::sha256_hex;
use crate::label::Label;
use crate::text::{OffsetMap, Span, Unit};

use line::Line;
pub use suggestions::suggestions_json;

/// Writes a document as Newsmark JSON: one label, entity or annotation a line, so that people and
/// version control can read it. The same document gives the same bytes.
pub fn write(document: &Document) -> String {
    write_with(document, meta(document), |out, item, map| match is_plain(item) {
        true => Line::of(item, document.text(), map).put(out),
        false => {
            let place = |span| describe(document.text(), map, span);
            put(out, &annotation(item, place(item.span), &|span| Some(place(span))));
        }
    })
}

/// Writes a document as Newsmark JSON for our own store: all of it, but nothing that derives from
/// the rest, such as quotes, and no field that says what its absence says too.
pub fn write_stored(document: &Document) -> String {
    let meta = wire::Meta { sha256: None, ..meta(document) };
    write_with(document, meta, |out, item, map| match is_plain(item) {
        true => Line::stored(document, item, map).put(out),
        false => put(out, &stored::annotation(document, item, map)),
    })
}

/// Whether there is nothing to an annotation that a [`Line`] has no room for.
fn is_plain(annotation: &Annotation) -> bool {
    annotation.extra.is_empty() && annotation.history.is_empty() && annotation.check.is_none()
}

fn write_with(
    document: &Document,
    meta: wire::Meta,
    placed: impl Fn(&mut Vec<u8>, &Annotation, &OffsetMap<'_>),
) -> String {
    let none = Extra::new();
    let sub = |name: &str| document.extra.get(name).and_then(Json::as_object).unwrap_or(&none);
    let map = OffsetMap::new(document.text());
    let mut out = Vec::with_capacity(document.text().len() + 512 * document.annotations().len() + 2048);

    let head = format!(
        "{{\"format\":\"{DOCUMENT_FORMAT}\",\"version\":{VERSION},\"generator\":\"newsmark {}\",\n\"document\":",
        env!("CARGO_PKG_VERSION")
    );
    out.extend(head.bytes());
    put(&mut out, &meta.with_extra(sub("document")));
    out.extend(format!(",\n\"offset_unit\":\"{}\"", Unit::CodePoint.code()).bytes());
    let extras = sub("labels");
    list(&mut out, "labels", document.labels.iter(), |out, item| {
        let extra = extras.get(item.code.as_str()).and_then(Json::as_object);
        put(out, &label(item).with_extra(extra.unwrap_or(&none)));
    });
    list(&mut out, "entities", document.entities.iter(), |out, item| put(out, &entity(item)));
    list(&mut out, "annotations", document.annotations().iter(), |out, item| placed(out, item, &map));
    // What was no relation in the file that it came from stands behind those that are.
    let kept = document.extra.get("relations").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    let relations = document.relations().iter().map(|item| json!(relation(item)));
    let relations: Vec<_> = relations.chain(kept.iter().cloned()).collect();
    if !relations.is_empty() {
        list(&mut out, "relations", relations.iter(), put);
    }
    if !document.orphans.is_empty() {
        list(&mut out, "orphans", document.orphans.iter(), |out, orphan| {
            put(out, &annotation(&orphan.annotation, orphan.selector.clone(), &|_| None));
        });
    }
    for (name, value) in document.extra.iter().filter(|(name, _)| !is_known(name)) {
        out.extend(format!(",\n{}:{value}", json!(name)).bytes());
    }
    out.extend(b"}\n");
    into_text(out)
}

/// Whether a field of this name at the top of the file is written from elsewhere.
fn is_known(name: &str) -> bool {
    let known = wire::File::default().with_extra(&Extra::from_iter([(name.to_owned(), Json::Null)]));
    known.extra.is_empty()
}

/// Writes the field `name`, a list with one entry a line.
fn list<T>(
    out: &mut Vec<u8>,
    name: &str,
    entries: impl Iterator<Item = T>,
    mut put: impl FnMut(&mut Vec<u8>, T),
) {
    out.extend(format!(",\n\"{name}\":[").bytes());
    for (index, entry) in entries.enumerate() {
        out.extend(if index == 0 { "\n" } else { ",\n" }.bytes());
        put(out, entry);
    }
    out.push(b']');
}

/// Writes one object on one line.
fn put(out: &mut Vec<u8>, object: &(impl Serialize + ?Sized)) {
    // Objects of text and JSON always serialise, and a vector takes everything.
    let _ = serde_json::to_writer(out, object);
}

/// What has been written, all of it UTF-8.
fn into_text(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap_or_default()
}

fn meta(document: &Document) -> wire::Meta {
    let given = |text: &str| (!text.is_empty()).then(|| json!(text));
    wire::Meta {
        id: Some(json!(document.id.0.to_string())),
        title: Some(json!(document.title)),
        source: Some(json!(document.source)),
        outlet: given(&document.outlet),
        published: document.published.map(|date| json!(date.to_string())),
        language: given(&document.language),
        tags: (!document.tags.is_empty()).then(|| json!(document.tags)),
        text: Some(json!(**document.text())),
        sha256: Some(json!(sha256_hex(document.text()))),
        created: Some(json!(document.created.to_string())),
        modified: Some(json!(document.modified.to_string())),
        extra: Extra::new(),
    }
}

pub(super) fn label(label: &Label) -> wire::Label {
    wire::Label {
        code: Some(json!(label.code.as_str())),
        name: Some(json!(label.name)),
        color: Some(json!(label.color)),
        key: Some(json!(label.key)),
        description: Some(label.description.as_str()).filter(|text| !text.is_empty()).map(|text| json!(text)),
        extra: Extra::new(),
    }
}

pub(super) fn entity(entity: &Entity) -> wire::Entity {
    wire::Entity {
        id: Some(json!(&*entity.id.0)),
        label: Some(json!(entity.label.as_str())),
        name: Some(json!(entity.name)),
        decided: entity.decided.as_ref().map(|decided| json!(decision(decided, &entity.extra))),
        extra: Extra::new(),
    }
    .with_extra(&entity.extra)
}

/// An annotation as it stands in a file; `place` describes the places of its versions that stand elsewhere.
pub(super) fn annotation(
    annotation: &Annotation,
    selector: Selector,
    place: &dyn Fn(Span) -> Option<Selector>,
) -> wire::Annotation {
    let none = Extra::new();
    let origin_extra = annotation.extra.get("origin").and_then(Json::as_object).unwrap_or(&none);
    wire::Annotation {
        id: Some(json!(annotation.id.0.to_string())),
        start: Some(json!(selector.position.start)),
        end: Some(json!(selector.position.end)),
        quote: Some(Json::String(selector.quote.exact)),
        prefix: Some(Json::String(selector.quote.prefix)),
        suffix: Some(Json::String(selector.quote.suffix)),
        label: Some(json!(annotation.label.as_str())),
        status: Some(json!(annotation.status.code())),
        value: Some(annotation.value.as_ref().map_or(Json::Null, value_to_json)),
        entity: Some(annotation.entity.as_ref().map_or(Json::Null, |id| json!(&*id.0))),
        note: Some(json!(annotation.note)),
        origin: Some(json!(origin(&annotation.origin).with_extra(origin_extra))),
        decided: annotation.decided.as_ref().map(|decided| json!(decision(decided, &annotation.extra))),
        check: annotation.check.as_ref().map(|check| json!(check_of(check))),
        created: Some(json!(annotation.created.to_string())),
        modified: Some(json!(annotation.modified.to_string())),
        history: (!annotation.history.is_empty())
            .then(|| annotation.history.iter().map(|it| json!(version(it, annotation, place))).collect()),
        extra: Extra::new(),
    }
    .with_extra(&annotation.extra)
}

/// What a person decided last; `extra` has its unknown fields.
fn decision(decided: &Decision, extra: &Extra) -> wire::Decision {
    let none = Extra::new();
    let wire = wire::Decision {
        by: Some(json!(&*decided.by)),
        at: Some(json!(decided.at.to_string())),
        entity: decided.names_entity.then(|| json!(true)),
        extra: Extra::new(),
    };
    wire.with_extra(extra.get("decided").and_then(Json::as_object).unwrap_or(&none))
}

fn check_of(check: &Check) -> wire::Check {
    let text = |text: &str| Some(json!(text)).filter(|_| !text.is_empty());
    wire::Check {
        state: Some(json!(check.state.code())),
        evidence: text(&check.evidence),
        note: text(&check.note),
        by: text(&check.by),
        at: check.at.map(|at| json!(at.to_string())),
        extra: Extra::new(),
    }
    .with_extra(&check.extra)
}

pub(super) fn relation(relation: &Relation) -> Json {
    let none = Extra::new();
    let origin_extra = relation.extra.get("origin").and_then(Json::as_object).unwrap_or(&none);
    let wire = wire::Relation {
        id: Some(json!(relation.id.0.to_string())),
        from: Some(json!(relation.from.0.to_string())),
        to: Some(json!(relation.to.0.to_string())),
        origin: Some(json!(origin(&relation.origin).with_extra(origin_extra))),
        extra: Extra::new(),
    };
    let mut json = json!(wire.with_extra(&relation.extra));
    json["type"] = json!(&*relation.kind);
    json
}

/// A version in the history of an annotation: all but the id and the place where it shares those.
fn version(
    version: &Annotation,
    present: &Annotation,
    place: &dyn Fn(Span) -> Option<Selector>,
) -> wire::Annotation {
    let own = Some(version.span).filter(|span| *span != present.span).and_then(place);
    let bare = Annotation { history: Vec::new(), ..version.clone() };
    let mut entry = annotation(&bare, own.clone().unwrap_or_default(), place);
    if version.id == present.id {
        entry.id = None;
    }
    if own.is_none() {
        (entry.start, entry.end) = (None, None);
    }
    for field in [&mut entry.quote, &mut entry.prefix, &mut entry.suffix] {
        *field = field.take().filter(|text| own.is_some() && *text != "");
    }
    entry
}

fn origin(origin: &Origin) -> wire::Origin {
    let text = |text: &str| Some(json!(text));
    match origin {
        Origin::Extractor { name, version, score } => wire::Origin {
            by: text("extractor"),
            name: text(name),
            version: text(version),
            score: score.map(|score| json!(score)),
            extra: Extra::new(),
        },
        Origin::Person { name } => {
            wire::Origin { by: text("person"), name: text(name), ..wire::Origin::default() }
        }
    }
}
