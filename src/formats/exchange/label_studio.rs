//! Label Studio's tasks as JSON (Label Studio 1.x, "JSON" export and import).
//!
//! A list of tasks. What people made or accepted are `annotations`, what is only suggested `predictions`
//! with scores; a relation leads from one region to another; notes are a region's `meta.text`. Offsets of
//! text regions count code points; their `text` settles it where a file counts otherwise. The labelling
//! config that goes with the tasks stands in each task's `meta`, for a new project's settings.

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{By, Draft, Link, Mark};
use super::fields::{describe, kept, list, offset, others, put_description, put_kept, text};
use super::rows::{Row, links, rows, score};
use crate::annotation::{Origin, Status};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{Loss, Losses, MEANING, OURS};
use crate::label::LabelSet;
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct LabelStudio;

const NAME: &str = "label_studio";

impl Codec for LabelStudio {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[OURS, MEANING, &[Loss::MixedRelations, Loss::Rejected]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::CodePoint, false);
        let (accepted, suggested): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| row.annotation.status == Status::Accepted);
        let result = |rows: &[&Row<'_>]| -> Vec<Json> { rows.iter().map(|row| region(row)).collect() };
        let mut people = result(&accepted);
        // Between an accepted and a suggested region no relation can be told: regions stand apart there, and a
        // relation to a region that is not beside it is refused.
        let side = |number: usize| rows.get(number - 1).map(|row| row.annotation.status == Status::Accepted);
        let mut guesses = result(&suggested);
        for (relation, from, to) in links(document, &rows) {
            let json = json!({"type": "relation", "from_id": region_id(from), "to_id": region_id(to),
                "direction": "right", "labels": [&*relation.kind]});
            match (side(from), side(to)) {
                (Some(false), Some(false)) => guesses.push(json),
                (Some(true), Some(true)) => people.push(json),
                _ => {}
            }
        }
        let mut data = Map::new();
        data.insert("text".into(), json!(**document.text()));
        put_description(&mut data, document);
        data.insert("id".into(), json!(document.id.0.to_string()));
        put_kept(&mut data, &document.extra, NAME);
        let mut task = json!({"data": data, "annotations": [], "predictions": [],
            "meta": {"label_config": labeling_config(&document.labels)}});
        if !people.is_empty() {
            task["annotations"] = json!([{"result": people, "was_cancelled": false, "ground_truth": false}]);
        }
        if !guesses.is_empty() {
            let scores: Vec<f64> = suggested.iter().filter_map(|row| score(row.annotation)).collect();
            let mut prediction = json!({"model_version": format!("newsmark {}", env!("CARGO_PKG_VERSION")), "result": guesses});
            if !scores.is_empty() {
                prediction["score"] = json!(scores.iter().sum::<f64>() / scores.len() as f64);
            }
            task["predictions"] = json!([prediction]);
        }
        task.to_string()
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|task| {
            let data = task.get("data").and_then(Json::as_object);
            let has_text = data.is_some_and(|data| data.values().any(Json::is_string));
            let parts = ["annotations", "predictions", "completions", "file_upload", "project"];
            has_text && parts.iter().any(|part| task.get(*part).is_some())
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let drafts = sample.objects("Label Studio", &mut |task| {
            let data = task.get("data").cloned().unwrap_or_default();
            let mut draft = Draft { unit: Some(Unit::CodePoint), ..Draft::default() };
            describe(&mut draft, &data);
            draft.id = match text(&data, "id") {
                id if id.is_empty() => text(task, "id"),
                id => id,
            };
            // Which field holds the text, the config says; the export does not carry it.
            let by_name = data.get("text").and_then(Json::as_str);
            let longest = || {
                let texts = data.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str());
                let texts = texts.filter(|text| !is_address(text));
                texts.max_by_key(|text| text.len())
            };
            draft.text = by_name.or_else(longest).map(str::to_owned);
            let people = list(task, "annotations").iter().chain(list(task, "completions"));
            for (index, annotation) in people.enumerate() {
                if annotation.get("was_cancelled") == Some(&json!(true)) {
                    continue;
                }
                let name = match annotation.get("completed_by") {
                    Some(Json::Object(_)) => text(&annotation["completed_by"], "email"),
                    Some(Json::Number(number)) => format!("user {number}"),
                    _ => String::new(),
                };
                regions(&mut draft, annotation, &format!("a{index}"), Status::Accepted, &|_| {
                    By::Person(name.clone())
                });
            }
            for (index, prediction) in list(task, "predictions").iter().enumerate() {
                let model = text(prediction, "model_version");
                let whole = prediction.get("score").and_then(Json::as_f64);
                regions(&mut draft, prediction, &format!("p{index}"), Status::Suggested, &|region| {
                    By::Program {
                        name: model.clone(),
                        version: String::new(),
                        score: region.get("score").and_then(Json::as_f64).or(whole),
                    }
                });
            }
            draft.extra = kept(NAME, others(&data, &["text", "title", "source", "published", "id"]));
            Ok(draft)
        })?;
        texts_alone(drafts)
    }
}

/// Whether a field of a task is where a picture, a sound or a page is to be had, and no text.
fn is_address(text: &str) -> bool {
    let is_one = text.contains("://") || text.starts_with("data:") || text.starts_with('/');
    is_one && !text.trim().contains(char::is_whitespace)
}

/// The tasks about texts; says how many are not.
fn texts_alone(drafts: Vec<Draft>) -> Result<Vec<Draft>, Error> {
    let all = drafts.len();
    let mut texts: Vec<Draft> = drafts.into_iter().filter(Draft::has_text).collect();
    let left = all - texts.len();
    match texts.first_mut() {
        None if left > 0 => {
            let reason = "none of its tasks is about a text; pictures and sounds cannot be read";
            return Err(wrong("Label Studio", "the tasks", reason));
        }
        Some(first) if left > 0 => {
            let what = if left == 1 { "1 task was".to_owned() } else { format!("{left} tasks were") };
            first.told.push(format!(
                "{what} left out of the file, for there is no text in it: a picture or a sound?"
            ));
        }
        _ => {}
    }
    Ok(texts)
}

/// Reads the regions and relations of one annotation or prediction.
fn regions(draft: &mut Draft, from: &Json, scope: &str, status: Status, by: &dyn Fn(&Json) -> By) {
    let key = |id: String| format!("{scope} {id}");
    for region in list(from, "result") {
        if region.get("type") == Some(&json!("relation")) {
            let (from, to) = (text(region, "from_id"), text(region, "to_id"));
            let ends = match region.get("direction").and_then(Json::as_str) {
                Some("left") => (to, from),
                _ => (from, to),
            };
            let kind = list(region, "labels").first().and_then(Json::as_str).unwrap_or("related").to_owned();
            let name = format!("{scope} relation {}", draft.links.len());
            let extra = kept(NAME, others(region, &["type", "from_id", "to_id", "direction", "labels"]));
            draft.links.push(Link { key: name, kind, from: key(ends.0), to: key(ends.1), extra });
            continue;
        }
        let value = region.get("value").cloned().unwrap_or_default();
        let kinds = ["labels", "hypertextlabels", "paragraphlabels"];
        let Some(labels) = kinds.iter().map(|kind| list(&value, kind)).find(|labels| !labels.is_empty())
        else {
            continue;
        };
        for (index, label) in labels.iter().enumerate() {
            let id = text(region, "id");
            draft.marks.push(Mark {
                key: if index == 0 { key(id) } else { key(format!("{id} {index}")) },
                start: offset(&value, "start"),
                end: offset(&value, "end"),
                quote: text(&value, "text"),
                label: label.as_str().unwrap_or("UNKNOWN").to_owned(),
                status,
                note: region["meta"]["text"][0].as_str().unwrap_or_default().to_owned(),
                by: by(region),
                extra: kept(
                    NAME,
                    others(
                        region,
                        &["id", "from_name", "to_name", "type", "value", "meta", "score", "origin"],
                    ),
                ),
                ..Mark::default()
            });
        }
    }
}

fn region_id(number: usize) -> String {
    format!("m{number}")
}

fn region(row: &Row<'_>) -> Json {
    let mut region = json!({
        "id": region_id(row.number), "from_name": "label", "to_name": "text", "type": "labels",
        "value": {"start": row.start, "end": row.end, "text": row.quote, "labels": [row.annotation.label.as_str()]},
    });
    if let Some(score) = score(row.annotation) {
        region["score"] = json!(score);
    }
    region["origin"] = json!(match row.annotation.origin {
        Origin::Person { .. } => "manual",
        Origin::Extractor { .. } => "prediction",
    });
    if !row.annotation.note.is_empty() {
        region["meta"] = json!({"text": [row.annotation.note]});
    }
    region
}

/// The labelling config of a project for these labels, as Label Studio's settings take it.
pub fn labeling_config(labels: &LabelSet) -> String {
    let mut config = String::from("<View>\n  <Labels name=\"label\" toName=\"text\">\n");
    for label in labels.iter() {
        let hotkey =
            if label.key.is_empty() { String::new() } else { format!(" hotkey=\"{}\"", escaped(&label.key)) };
        config += &format!(
            "    <Label value=\"{}\" background=\"{}\"{hotkey}/>\n",
            escaped(label.code.as_str()),
            escaped(&label.color)
        );
    }
    config
        + "  </Labels>\n  <Relations>\n    <Relation value=\"said_by\"/>\n  </Relations>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n"
}

/// Text as it stands in XML and HTML.
pub(in crate::formats) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
