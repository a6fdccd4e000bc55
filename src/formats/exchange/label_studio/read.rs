//! Reads tasks.

use serde_json::{Map, Value as Json, json};

use super::{KINDS, NAME, TASK, USUAL};
use crate::annotation::Status;
use crate::formats::Error;
use crate::formats::exchange::codec::{Sample, wrong};
use crate::formats::exchange::draft::{By, Draft, Link, Mark};
use crate::formats::exchange::fields::{describe, is_ours, kept, list, offset, others, text};
use crate::text::Unit;

/// The fields of a task that are read.
const READ: [&str; 4] = ["data", "annotations", "completions", "predictions"];

pub(super) fn read(sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
    texts_alone(sample.objects("Label Studio", &mut |task| Ok(draft(task)))?)
}

fn draft(task: &Json) -> Draft {
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
    // What comes from Label Studio has an id there; of what comes from elsewhere there is nothing to go back to.
    let has_id = task.get("id").is_some_and(|id| !id.is_null());
    let mut groups = Map::new();
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
        let group = Group { scope: format!("a{index}"), status: Status::Accepted, is_kept: has_id };
        groups.insert(group.scope.clone(), group.read(&mut draft, annotation, &|_| By::Person(name.clone())));
    }
    for (index, prediction) in list(task, "predictions").iter().enumerate() {
        let model = text(prediction, "model_version");
        let whole = prediction.get("score").and_then(Json::as_f64);
        let group = Group { scope: format!("p{index}"), status: Status::Suggested, is_kept: has_id };
        let kept = group.read(&mut draft, prediction, &|region| By::Program {
            name: model.clone(),
            version: String::new(),
            score: region.get("score").and_then(Json::as_f64).or(whole),
        });
        groups.insert(group.scope.clone(), kept);
    }
    let mut rest = others(&data, &["text", "title", "source", "published"]);
    if is_ours(rest.get("id")) {
        rest.shift_remove("id");
    }
    draft.extra = kept(NAME, rest);
    if has_id {
        let task = others(task, &READ);
        draft.extra.insert(TASK.to_owned(), json!({"task": task, "groups": groups}));
    }
    draft
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

/// The regions of one annotation or prediction.
struct Group {
    /// What it is called, to tell equal ids of regions apart.
    scope: String,
    status: Status,
    /// Whether what Label Studio says of regions is kept.
    is_kept: bool,
}

impl Group {
    /// Reads its regions and relations; gives what else it says.
    fn read(&self, draft: &mut Draft, from: &Json, by: &dyn Fn(&Json) -> By) -> Json {
        let mut rest = Vec::new();
        for region in list(from, "result") {
            let value = region.get("value").cloned().unwrap_or_default();
            let labels = KINDS.iter().map(|kind| list(&value, kind)).find(|labels| !labels.is_empty());
            match labels {
                _ if region.get("type") == Some(&json!("relation")) => self.relation(draft, region),
                Some(labels) => {
                    for (index, label) in labels.iter().enumerate() {
                        draft.marks.push(self.mark((region, &value), (index, label), by(region)));
                    }
                }
                // What is said of the whole text.
                None if value.get("start").is_none() => rest.push(region.clone()),
                None => {}
            }
        }
        let mut kept = others(from, &["result"]);
        if !rest.is_empty() {
            kept.insert("result".into(), Json::Array(rest));
        }
        Json::Object(kept)
    }

    fn key(&self, id: &str) -> String {
        format!("{} {id}", self.scope)
    }

    fn relation(&self, draft: &mut Draft, region: &Json) {
        let (from, to) = (text(region, "from_id"), text(region, "to_id"));
        let ends = match region.get("direction").and_then(Json::as_str) {
            Some("left") => (to, from),
            _ => (from, to),
        };
        let kind = list(region, "labels").first().and_then(Json::as_str).unwrap_or("related").to_owned();
        let extra = kept(NAME, others(region, &["type", "from_id", "to_id", "direction", "labels"]));
        draft.links.push(Link {
            key: format!("{} relation {}", self.scope, draft.links.len()),
            kind,
            from: self.key(&ends.0),
            to: self.key(&ends.1),
            extra,
        });
    }

    fn mark(&self, (region, value): (&Json, &Json), (index, label): (usize, &Json), by: By) -> Mark {
        let id = text(region, "id");
        Mark {
            key: if index == 0 { self.key(&id) } else { self.key(&format!("{id} {index}")) },
            start: offset(value, "start"),
            end: offset(value, "end"),
            quote: text(value, "text"),
            label: label.as_str().unwrap_or("UNKNOWN").to_owned(),
            status: self.status,
            note: region["meta"]["text"][0].as_str().unwrap_or_default().to_owned(),
            by,
            extra: kept(NAME, self.kept(region)),
            ..Mark::default()
        }
    }

    /// What is kept of a region.
    fn kept(&self, region: &Json) -> Map<String, Json> {
        if !self.is_kept {
            return others(
                region,
                &["id", "from_name", "to_name", "type", "value", "meta", "score", "origin"],
            );
        }
        let mut kept = others(region, &["value", "meta", "score", "origin"]);
        kept.retain(|name, value| !USUAL.iter().any(|(known, usual)| name == known && value == usual));
        kept.insert("in".into(), json!(self.scope));
        let meta = region.get("meta").map(|meta| others(meta, &["text"])).unwrap_or_default();
        if !meta.is_empty() {
            kept.insert("meta".into(), Json::Object(meta));
        }
        kept
    }
}
