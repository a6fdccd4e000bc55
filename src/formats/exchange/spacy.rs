//! spaCy's training examples as JSON Lines (spaCy 3, `Example.from_dict`; spaCy 2's tuples are read).
//!
//! A line an article: `{"text":"…","entities":[[12,17,"MONEY"]],"spans":{"sc":[[12,17,"MONEY"]]}}`. Entities
//! may not overlap in spaCy: of those that do, the longer one stands there; all stand in the span group
//! `sc`. A mark that cuts one of spaCy's words would make it refuse the whole example, and is left out; [`snapped`]
//! widens such marks. What `Doc.to_json` writes is read, too: `"ents":[{"start":12,"end":17,"label":"MONEY"}]`. Tuples are `["text",{"entities":[[12,17,"MONEY"]]}]`, a line each or in one list. Offsets count
//! code points, as Python does.

mod words;

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample};
use super::draft::{Draft, Mark};
use super::fields::{as_offset, list, others, text};
use super::lines::{keep, line, meta, read_meta};
use super::rows::{Row, flat, rows};
use crate::annotation::Annotation;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{JUDGED, Loss, Losses, MEANING, OURS};
use crate::text::Unit;

pub(in crate::formats) use words::Cuts;

/// See the module.
pub(in crate::formats) struct Spacy;

const NAME: &str = "spacy";

impl Codec for Spacy {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[OURS, JUDGED, MEANING, &[Loss::Relations, Loss::Notes, Loss::Scores, Loss::SpacyWords]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    fn is_lines(&self) -> bool {
        true
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let mut rows = rows(document, Unit::CodePoint, false);
        let cuts = Cuts::of(document.text());
        rows.retain(|row| cuts.fit(row.annotation.span));
        let triple = |row: &Row<'_>| json!([row.start, row.end, row.annotation.label.as_str()]);
        let mut object = Map::new();
        object.insert("text".into(), json!(**document.text()));
        object.insert("entities".into(), flat(&rows).into_iter().map(triple).collect());
        let all: Json = rows.iter().map(triple).collect();
        object.insert("spans".into(), json!({"sc": all}));
        object.insert("meta".into(), meta(document, NAME));
        line(object, document, NAME)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        let Some(first) = sample.first() else { return false };
        let (text, labels) = parts(first);
        let has_triples = |field: &Json| {
            field.as_array().is_some_and(|all| {
                all.iter().all(|entry| entry.as_array().is_some_and(|entry| entry.len() >= 3))
            })
        };
        text.is_some()
            && (labels.get("entities").is_some_and(has_triples)
                || labels.get("spans").is_some_and(Json::is_object)
                || is_doc(labels))
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        sample.objects("spaCy", &mut |example| {
            let (article, labels) = parts(example);
            let mut draft = Draft { unit: Some(Unit::CodePoint), ..Draft::default() };
            draft.text = article.map(str::to_owned);
            let meta = read_meta(&mut draft, labels);
            let groups = labels.get("spans").and_then(Json::as_object).into_iter().flatten();
            let spans = groups.flat_map(|(_, spans)| spans.as_array().into_iter().flatten());
            let mut seen = HashSet::new();
            for entry in list(labels, "entities").iter().chain(list(labels, "ents")).chain(spans) {
                let number = draft.marks.len();
                if let Some(mark) = triple(entry, number).or_else(|| span(entry, number))
                    && seen.insert((mark.start, mark.end, mark.label.clone()))
                {
                    draft.marks.push(mark);
                }
            }
            let mut rest = others(labels, &["text", "entities", "spans", "meta"]);
            if is_doc(labels) {
                // An example has no place for what a `Doc` says of its words.
                let names: Vec<String> =
                    rest.keys().filter(|name| *name != "ents").map(|name| format!("“{name}”")).collect();
                if !names.is_empty() {
                    draft.told.push(format!("{} of spaCy's Doc were not read.", names.join(", ")));
                }
                rest.clear();
            }
            keep(&mut draft, NAME, rest, meta);
            Ok(draft)
        })
    }
}

/// The document with each mark as long as the words of spaCy's that it touches.
///
/// ```
/// # use newsmark::formats::{Format, export, read, snapped};
/// let file = br#"{"text":"A spaceship.","label":[[7,11,"SHIP"]]}"#;
/// let document = &read(file, None).unwrap().documents[0];
/// assert!(export(document, Format::Spacy).contains(r#""entities":[]"#));
/// assert!(export(&snapped(document), Format::Spacy).contains(r#""entities":[[2,11,"SHIP"]]"#));
/// ```
pub fn snapped(document: &Document) -> Document {
    let cuts = Cuts::of(document.text());
    let wider = |mark: &Arc<Annotation>| {
        let span = cuts.around(mark.span);
        (span != mark.span).then(|| Arc::new(Annotation { span, ..(**mark).clone() }))
    };
    let wider: Vec<Arc<Annotation>> = document.annotations().iter().filter_map(wider).collect();
    let mut snapped = document.clone();
    match snapped.replace_all(&wider) {
        Some(_) => snapped,
        None => document.clone(),
    }
}

/// The text and the labels of an example of either form.
fn parts(example: &Json) -> (Option<&str>, &Json) {
    match example.as_array().map(Vec::as_slice) {
        Some([Json::String(text), labels]) => (Some(text), labels),
        _ => (example.get("text").and_then(Json::as_str), example),
    }
}

/// Whether an object is what spaCy's `Doc.to_json` writes.
fn is_doc(object: &Json) -> bool {
    let is_span = |entry: &Json| entry.get("start").is_some() && entry.get("label").is_some();
    object.get("tokens").is_some()
        && object.get("ents").and_then(Json::as_array).is_some_and(|ents| ents.iter().all(is_span))
}

/// A mark of a `Doc`: an entity, or a span of a group.
fn span(entry: &Json, index: usize) -> Option<Mark> {
    let (start, end, label) = (entry.get("start")?, entry.get("end")?, entry.get("label")?.as_str()?);
    let entity = text(entry, "kb_id");
    Some(Mark {
        key: format!("span {index}"),
        start: as_offset(start),
        end: as_offset(end),
        label: label.to_owned(),
        entity: (!entity.is_empty()).then_some((entity, String::new())),
        ..Mark::default()
    })
}

/// A mark of `[start, end, label]`.
pub(super) fn triple(entry: &Json, index: usize) -> Option<Mark> {
    let entry = entry.as_array()?;
    let label = match entry.get(2)? {
        Json::String(label) => label.clone(),
        other => other.to_string(),
    };
    let (start, end) = (as_offset(entry.first()?), as_offset(entry.get(1)?));
    Some(Mark { key: format!("span {index}"), start, end, label, ..Mark::default() })
}
