//! W3C Web Annotation (Data Model and Vocabulary, Recommendations of 23 February 2017) as JSON-LD.
//!
//! A document becomes an `AnnotationCollection` with one embedded page. Each annotation has tagging
//! bodies for its label, and where it has them identifying (entity), describing (value, as JSON),
//! assessing (status) and commenting (note) ones; its target is selected by a
//! TextPositionSelector in code points and a TextQuoteSelector. An orphan has the quote only. The
//! article's text is not part of the format.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::entity_names;
use super::newsmark::value_to_json;
use crate::annotation::anchor::describe;
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, EntityId, Origin};
use crate::document::Document;
use crate::text::OffsetMap;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Writes the annotations of a document, in reading order, and its orphans, one a line.
pub fn write(document: &Document) -> String {
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
    let items: Vec<_> = placed.chain(orphaned).map(|item| item.to_string()).collect();
    let id = format!("urn:uuid:{}", document.id.0);
    let head = json!({
        "@context": CONTEXT,
        "id": id,
        "type": "AnnotationCollection",
        "label": document.display_title(),
        "created": document.created.to_string(),
        "modified": document.modified.to_string(),
        "generator": {"type": "Software", "name": format!("newsmark {}", env!("CARGO_PKG_VERSION"))},
        "total": items.len(),
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
