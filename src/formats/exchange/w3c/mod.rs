//! W3C Web Annotation (Data Model and Vocabulary, Recommendations of 23 February 2017) as JSON-LD.
//!
//! A document becomes an `AnnotationCollection` with one embedded page. Each annotation has tagging
//! bodies for its label, and where it has them identifying (entity), describing (value, as JSON),
//! assessing (status) and commenting (note) ones; its target is selected by a
//! TextPositionSelector in code points and a TextQuoteSelector. An orphan has the quote only.
//!
//! What the vocabulary has no words for stands in two properties of our own, whose context the file brings, both
//! of the type `@json`: `nm:document` of the collection is a Newsmark file without its annotations (the article with
//! its text, labels, entities, relations), `nm:state` of an annotation is what a Newsmark file says of it besides.
//! So what is written is read back whole. Files of other programs are read by selectors and bodies: one annotation,
//! a list, a page or a collection; they hold no article.

mod read;

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample};
use super::draft::Draft;
use crate::annotation::anchor::describe;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, EntityId, Origin};
use crate::document::Document;
use crate::formats::loss::Losses;
use crate::formats::newsmark::{self, value_to_json};
use crate::formats::{Error, entity_names};
use crate::text::{OffsetMap, Unit};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const DOCUMENT: &str = "nm:document";
const STATE: &str = "nm:state";

/// What says what our own properties mean.
fn own_context() -> Json {
    json!({"nm": "urn:x-newsmark:ns#", DOCUMENT: {"@type": "@json"}, STATE: {"@type": "@json"}})
}

/// See the module.
pub(in crate::formats) struct WebAnnotation;

impl Codec for WebAnnotation {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY_OF_MANY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        write(document)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|first| {
            let context = first.get("@context").map(Json::to_string).unwrap_or_default();
            let kind = first.get("type").and_then(Json::as_str).unwrap_or_default();
            context.contains("www.w3.org/ns/anno")
                || (matches!(kind, "Annotation" | "AnnotationPage" | "AnnotationCollection")
                    && ["target", "items", "first"].iter().any(|field| first.get(*field).is_some()))
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        read::read(sample)
    }
}

/// Writes the annotations of a document, in reading order, and its orphans, one a line.
fn write(document: &Document) -> String {
    let (whole, mut states) = own(document);
    let map = OffsetMap::new(document.text());
    let names = entity_names(document);
    let placed = document
        .annotations()
        .iter()
        .map(|item| annotation(document, &names, item, &describe(document.text(), &map, item.span), true));
    let orphaned = document
        .orphans
        .iter()
        .map(|orphan| annotation(document, &names, &orphan.annotation, &orphan.selector, false));
    let items: Vec<_> = placed
        .chain(orphaned)
        .map(|mut item| {
            if let Some(state) = states.next() {
                item[STATE] = state;
            }
            item.to_string()
        })
        .collect();
    let id = format!("urn:uuid:{}", document.id.0);
    let head = json!({
        "@context": [CONTEXT, own_context()],
        "id": id,
        "type": "AnnotationCollection",
        "label": document.display_title(),
        "created": document.created.to_string(),
        "modified": document.modified.to_string(),
        "generator": {"type": "Software", "name": format!("newsmark {}", env!("CARGO_PKG_VERSION"))},
        "total": items.len(),
        DOCUMENT: whole,
    })
    .to_string();
    // The page goes last and item by item, so that each stands on a line of its own.
    let head = head.strip_suffix('}').unwrap_or(&head);
    let page = json!(format!("{id}#page"));
    let items = if items.is_empty() { String::new() } else { format!("\n{}\n", items.join(",\n")) };
    format!(
        "{head},\n\"first\":{{\"id\":{page},\"type\":\"AnnotationPage\",\"partOf\":{},\"startIndex\":0,\"items\":[{items}]}}}}\n",
        json!(id)
    )
}

/// A Newsmark file of the document without its annotations, and what such a file says of each annotation and
/// orphan besides what the vocabulary has words for.
fn own(document: &Document) -> (Json, impl Iterator<Item = Json> + use<>) {
    // What we have written is JSON.
    let mut file: Map<String, Json> = serde_json::from_str(&newsmark::write(document)).unwrap_or_default();
    let mut entries = |name: &str| match file.shift_remove(name) {
        Some(Json::Array(entries)) => entries,
        _ => Vec::new(),
    };
    let placed = entries("annotations").into_iter().map(|entry| (entry, &read::STANDARD[..]));
    // Where an orphan stood has no selector: it stands there no more.
    let orphans = entries("orphans").into_iter().map(|entry| (entry, &read::STANDARD_OF_ORPHANS[..]));
    let states: Vec<Json> = placed
        .chain(orphans)
        .map(|(mut entry, standard)| {
            if let Some(entry) = entry.as_object_mut() {
                entry.retain(|name, _| !standard.contains(&name.as_str()));
            }
            entry
        })
        .collect();
    let states = states.into_iter();
    (Json::Object(file), states)
}

fn annotation(
    document: &Document,
    names: &HashMap<&EntityId, &str>,
    annotation: &Annotation,
    selector: &Selector,
    is_placed: bool,
) -> Json {
    let mut bodies = vec![body("tagging", annotation.label.as_str())];
    if let Some(id) = &annotation.entity {
        bodies.push(body("identifying", names.get(id).copied().unwrap_or(&id.0)));
    }
    if let Some(value) = &annotation.value {
        let mut value = body("describing", &value_to_json(value).to_string());
        value["format"] = json!("application/json");
        bodies.push(value);
    }
    bodies.push(body("assessing", annotation.status.code()));
    if !annotation.note.is_empty() {
        bodies.push(body("commenting", &annotation.note));
    }
    let quote = &selector.quote;
    let mut selectors = vec![json!({
        "type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix,
    })];
    if is_placed {
        let (start, end) = (selector.position.start, selector.position.end);
        selectors.insert(0, json!({"type": "TextPositionSelector", "start": start, "end": end}));
    }
    let mut json = json!({
        "id": format!("urn:uuid:{}", annotation.id.0),
        "type": "Annotation",
        "motivation": "tagging",
        "created": annotation.created.to_string(),
        "modified": annotation.modified.to_string(),
        "body": bodies,
        "target": {"source": source(document), "selector": selectors},
    });
    match &annotation.origin {
        Origin::Extractor { name, version, .. } => {
            json["creator"] = json!({"type": "Software", "name": format!("newsmark {name} {version}")});
        }
        Origin::Person { name } if !name.is_empty() => {
            json["creator"] = json!({"type": "Person", "name": &**name});
        }
        Origin::Person { .. } => {}
    }
    json
}

fn body(purpose: &str, value: &str) -> Json {
    json!({"type": "TextualBody", "purpose": purpose, "value": value})
}

/// The IRI of the article: its source where that is a web address, else its id.
fn source(document: &Document) -> String {
    let source = document.source.trim();
    let is_address = source.starts_with("https://") || source.starts_with("http://");
    match is_address && !source.contains(|c: char| c.is_whitespace() || c.is_control()) {
        true => source.to_owned(),
        false => format!("urn:uuid:{}", document.id.0),
    }
}
