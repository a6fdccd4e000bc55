//! Recogito's annotations (`@recogito/text-annotator` 3 and later; recogito-js 1 writes W3C, see `w3c`).
//!
//! A list of annotations: `{"id","bodies":[{"purpose":"tagging","value":"MONEY"}],"target":{"selector":[
//! {"start","end","quote"}]}}`. The format holds no article. Offsets count UTF-16 code units of the text as
//! the page shows it, so that only the quote is sure.

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample};
use super::draft::{By, Draft, Mark};
use super::fields::{kept, kept_of, list, offset, others, text};
use super::rows::{author, rows};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{ABOUT, JUDGED, Loss, Losses, MEANING, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Recogito;

const NAME: &str = "recogito";

impl Codec for Recogito {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, MEANING, &[Loss::Text, Loss::Relations, Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY_OF_MANY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let annotations: Vec<Json> = rows(document, Unit::Utf16, false)
            .iter()
            .map(|row| {
                let annotation = row.annotation;
                let id = annotation.id.0.to_string();
                let creator = json!({"id": author(annotation), "name": author(annotation)});
                let body = |number: usize, purpose: &str, value: &str| {
                    json!({"id": format!("{id}-{number}"), "annotation": id, "purpose": purpose, "value": value,
                        "created": annotation.created.to_string(), "creator": creator})
                };
                let mut bodies = vec![body(1, "tagging", annotation.label.as_str())];
                if !annotation.note.is_empty() {
                    bodies.push(body(2, "commenting", &annotation.note));
                }
                let others = kept_of(&annotation.extra, NAME).and_then(|kept| kept.get("bodies")?.as_array());
                bodies.extend(others.into_iter().flatten().cloned());
                let mut object = Map::new();
                object.insert("id".into(), json!(id));
                object.insert("bodies".into(), Json::Array(bodies));
                object.insert(
                    "target".into(),
                    json!({"annotation": id, "created": annotation.created.to_string(), "creator": creator,
                        "selector": [{"start": row.start, "end": row.end, "quote": row.quote}]}),
                );
                Json::Object(object)
            })
            .collect();
        Json::Array(annotations).to_string() + "\n"
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|first| first.get("bodies").is_some() && first.get("target").is_some())
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let mut draft = Draft { unit: Some(Unit::Utf16), ..Draft::default() };
        let entries = sample.whole().and_then(Json::as_array).cloned().unwrap_or_default();
        for annotation in &entries {
            let target = annotation.get("target").cloned().unwrap_or_default();
            let selector = match target.get("selector") {
                Some(Json::Array(selectors)) => selectors.first().cloned().unwrap_or_default(),
                Some(selector) => selector.clone(),
                None => Json::Null,
            };
            let bodies = list(annotation, "bodies");
            let of = |purpose: &str| bodies.iter().position(|body| text(body, "purpose") == purpose);
            let (tag, comment) = (of("tagging"), of("commenting"));
            let value = |at: Option<usize>| at.map(|at| text(&bodies[at], "value")).unwrap_or_default();
            let rest: Vec<Json> = bodies
                .iter()
                .enumerate()
                .filter(|(at, _)| Some(*at) != tag && Some(*at) != comment)
                .map(|(_, body)| body.clone())
                .collect();
            let mut extra = others(annotation, &["id", "bodies", "target"]);
            if !rest.is_empty() {
                extra.insert("bodies".into(), Json::Array(rest));
            }
            let label = value(tag);
            draft.marks.push(Mark {
                key: text(annotation, "id"),
                start: offset(&selector, "start"),
                end: offset(&selector, "end"),
                quote: text(&selector, "quote"),
                label: if label.is_empty() { "HIGHLIGHT".to_owned() } else { label },
                note: value(comment),
                by: By::Person(target["creator"]["name"].as_str().unwrap_or_default().to_owned()),
                created: text(&target, "created"),
                modified: text(&target, "updated"),
                extra: kept(NAME, extra),
                ..Mark::default()
            });
        }
        Ok(vec![draft])
    }
}
