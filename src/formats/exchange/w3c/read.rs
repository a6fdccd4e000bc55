//! From Web Annotations to what a document is made of.

use serde_json::{Value as Json, json};

use super::{DOCUMENT, STATE};
use crate::formats::Error;
use crate::formats::exchange::codec::Sample;
use crate::formats::exchange::draft::{By, Draft, Mark};
use crate::formats::exchange::fields::{as_offset, kept, others, text};
use crate::text::Unit;

/// The fields of an annotation in a Newsmark file that the vocabulary has words for.
pub(super) const STANDARD: [&str; 10] =
    ["id", "start", "end", "quote", "prefix", "suffix", "label", "note", "created", "modified"];
/// The same of an orphan.
pub(super) const STANDARD_OF_ORPHANS: [&str; 8] =
    ["id", "quote", "prefix", "suffix", "label", "note", "created", "modified"];

/// Reads collections, pages and annotations, one or a list of them.
pub(super) fn read(sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
    let whole = sample.whole().cloned().unwrap_or_default();
    let entries = match whole {
        Json::Array(entries) => entries,
        one => vec![one],
    };
    let mut drafts = Vec::new();
    // Annotations of a plain list are about one article, as far as anybody knows.
    let mut loose = Vec::new();
    for entry in entries {
        match entry.get(DOCUMENT).and_then(Json::as_object) {
            Some(document) => {
                let (placed, orphans): (Vec<_>, Vec<_>) =
                    items(&entry).into_iter().map(|item| own(&item)).partition(|(is_placed, _)| *is_placed);
                let list = |all: Vec<(bool, Json)>| all.into_iter().map(|(_, entry)| entry).collect();
                let mut file = document.clone();
                file.insert("annotations".into(), Json::Array(list(placed)));
                file.insert("orphans".into(), Json::Array(list(orphans)));
                drafts.push(Draft { ready: Some(Json::Object(file)), ..Draft::default() });
            }
            None => loose.extend(items(&entry)),
        }
    }
    if !loose.is_empty() {
        let mut draft = Draft { unit: Some(Unit::CodePoint), ..Draft::default() };
        for item in &loose {
            if draft.source.is_empty() {
                draft.source = source(item);
            }
            draft.marks.push(foreign(item));
        }
        drafts.push(draft);
    }
    Ok(drafts)
}

/// The annotations of a collection or a page, or the annotation itself.
fn items(entry: &Json) -> Vec<Json> {
    let page = match entry.get("first") {
        Some(page @ Json::Object(_)) => page,
        _ => entry,
    };
    match page.get("items") {
        Some(Json::Array(items)) => items.clone(),
        _ if entry.get("target").is_some() => vec![entry.clone()],
        _ => Vec::new(),
    }
}

/// An annotation that we wrote, as a Newsmark file has it, and whether it has a place.
fn own(item: &Json) -> (bool, Json) {
    let mark = foreign(item);
    let mut entry = item.get(STATE).and_then(Json::as_object).cloned().unwrap_or_default();
    entry.insert("id".into(), json!(mark.key.trim_start_matches("urn:uuid:")));
    let is_placed = mark.start >= 0;
    if is_placed {
        entry.insert("start".into(), json!(mark.start));
        entry.insert("end".into(), json!(mark.end));
    }
    for (name, value) in [
        ("quote", mark.quote),
        ("prefix", mark.prefix),
        ("suffix", mark.suffix),
        ("label", mark.label),
        ("note", mark.note),
        ("created", mark.created),
        ("modified", mark.modified),
    ] {
        entry.insert(name.into(), json!(value));
    }
    (is_placed, Json::Object(entry))
}

/// An annotation by its selectors and bodies.
fn foreign(item: &Json) -> Mark {
    let target = match item.get("target") {
        Some(Json::Array(targets)) => targets.first().cloned().unwrap_or_default(),
        Some(target) => target.clone(),
        None => Json::Null,
    };
    let selectors = selectors(target.get("selector"));
    let selector =
        |kind: &str| selectors.iter().find(|it| text(it, "type") == kind).cloned().unwrap_or_default();
    let (quote, position) = (selector("TextQuoteSelector"), selector("TextPositionSelector"));
    let bodies = match item.get("body") {
        Some(Json::Array(bodies)) => bodies.clone(),
        Some(body) => vec![body.clone()],
        None => Vec::new(),
    };
    let motivation = text(item, "motivation");
    let purpose = |body: &Json| match text(body, "purpose") {
        own if own.is_empty() => motivation.clone(),
        own => own,
    };
    let value = |body: &Json| match body {
        Json::String(value) => value.clone(),
        body => match text(body, "value") {
            value if value.is_empty() => text(body, "label"),
            value => value,
        },
    };
    let of = |wanted: &[&str]| bodies.iter().find(|body| wanted.contains(&purpose(body).as_str())).map(value);
    let label = of(&["tagging", "classifying"]).filter(|label| !label.is_empty());
    let note = of(&["commenting", "describing", "replying"]).filter(|_| item.get(STATE).is_none());
    let note = note.or_else(|| of(&["commenting"])).unwrap_or_default();
    let entity = of(&["identifying", "linking"]).filter(|name| !name.is_empty());
    let creator = item.get("creator").cloned().unwrap_or_default();
    let name = creator.as_str().map_or_else(|| text(&creator, "name"), str::to_owned);
    let by = match text(&creator, "type").as_str() {
        "Software" => By::Program { name, version: String::new(), score: None },
        _ => By::Person(name),
    };
    let read =
        ["@context", "id", "type", "motivation", "created", "modified", "body", "target", "creator", STATE];
    let offset = |name: &str| position.get(name).map_or(-1, as_offset);
    Mark {
        key: text(item, "id"),
        start: offset("start"),
        end: offset("end"),
        quote: text(&quote, "exact"),
        prefix: text(&quote, "prefix"),
        suffix: text(&quote, "suffix"),
        label: label.unwrap_or_else(|| "HIGHLIGHT".to_owned()),
        note,
        entity: entity.map(|name| (name.clone(), name)),
        by,
        created: text(item, "created"),
        modified: text(item, "modified"),
        extra: kept("w3c", others(item, &read)),
        ..Mark::default()
    }
}

/// All selectors of a target, also those that refine others.
fn selectors(field: Option<&Json>) -> Vec<Json> {
    /// As deep as anybody nests them.
    const DEEPEST: usize = 8;
    let mut found = Vec::new();
    let mut waiting: Vec<(&Json, usize)> = field.map(|field| (field, 0)).into_iter().collect();
    while let Some((selector, depth)) = waiting.pop() {
        match selector {
            Json::Array(all) => waiting.extend(all.iter().map(|one| (one, depth))),
            Json::Object(_) => {
                found.push(selector.clone());
                waiting
                    .extend(selector.get("refinedBy").filter(|_| depth < DEEPEST).map(|it| (it, depth + 1)));
            }
            _ => {}
        }
    }
    found
}

/// The address of the article that an annotation is about.
fn source(item: &Json) -> String {
    match item.get("target") {
        Some(Json::String(source)) => source.clone(),
        Some(Json::Array(targets)) => {
            targets.first().map(|target| text(target, "source")).unwrap_or_default()
        }
        Some(target) => text(target, "source"),
        None => String::new(),
    }
}
