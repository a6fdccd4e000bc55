//! PubAnnotation's JSON (<http://www.pubannotation.org/docs/annotation-format/>).
//!
//! An object an article: text, `denotations` with spans, `relations` from subject to object, `attributes`
//! of denotations. Status, value, note and entity are attributes here. Offsets count code points.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample};
use super::draft::{Draft, Link, Mark};
use super::fields::{describe, kept, list, offset, others, put_description, put_kept, text};
use super::rows::{links, rows};
use crate::annotation::Status;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::entity_names;
use crate::formats::loss::{Loss, Losses, OURS};
use crate::formats::newsmark::value_to_json;
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct PubAnnotation;

const NAME: &str = "pubannotation";
/// Where a mark keeps the project in whose track it stood.
const PROJECT: &str = "pubannotation_project";

impl Codec for PubAnnotation {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[OURS, &[Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY_OF_MANY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::CodePoint, true);
        let mut object = Map::new();
        object.insert("text".into(), json!(**document.text()));
        object.insert("sourcedb".into(), json!("newsmark"));
        object.insert("sourceid".into(), json!(document.id.0.to_string()));
        put_description(&mut object, document);
        let denotations: Vec<Json> = rows
            .iter()
            .map(|row| {
                json!({"id": format!("T{}", row.number), "span": {"begin": row.start, "end": row.end},
                    "obj": row.annotation.label.as_str()})
            })
            .collect();
        object.insert("denotations".into(), Json::Array(denotations));
        let relations: Vec<Json> = links(document, &rows)
            .iter()
            .enumerate()
            .map(|(index, (relation, from, to))| {
                json!({"id": format!("R{}", index + 1), "pred": &*relation.kind,
                    "subj": format!("T{from}"), "obj": format!("T{to}")})
            })
            .collect();
        if !relations.is_empty() {
            object.insert("relations".into(), Json::Array(relations));
        }
        let names = entity_names(document);
        let mut attributes = Vec::new();
        for row in &rows {
            let mut put = |pred: &str, value: String| {
                let id = format!("A{}", attributes.len() + 1);
                attributes
                    .push(json!({"id": id, "pred": pred, "subj": format!("T{}", row.number), "obj": value}));
            };
            put("status", row.annotation.status.code().to_owned());
            if let Some(value) = &row.annotation.value {
                put("value", value_to_json(value).to_string());
            }
            if !row.annotation.note.is_empty() {
                put("note", row.annotation.note.clone());
            }
            if let Some(id) = &row.annotation.entity {
                put("entity", id.0.to_string());
                put("entity_name", names.get(id).copied().unwrap_or_default().to_owned());
            }
            for attribute in row.annotation.extra.get(NAME).and_then(Json::as_array).into_iter().flatten() {
                put(&text(attribute, "pred"), text(attribute, "obj"));
            }
        }
        object.insert("attributes".into(), Json::Array(attributes));
        let project =
            |row: &super::rows::Row<'_>| row.annotation.extra.get(PROJECT)?.as_str().map(str::to_owned);
        let projects: HashMap<String, String> =
            rows.iter().filter_map(|row| Some((format!("T{}", row.number), project(row)?))).collect();
        if !projects.is_empty() {
            into_tracks(&mut object, &projects);
        }
        put_kept(&mut object, &document.extra, NAME);
        Json::Object(object).to_string() + "\n"
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|first| {
            ["denotations", "tracks"].iter().any(|name| first.get(*name).is_some_and(Json::is_array))
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        sample.objects("PubAnnotation", &mut |object| {
            let mut draft =
                Draft { unit: Some(Unit::CodePoint), id: text(object, "sourceid"), ..Draft::default() };
            describe(&mut draft, object);
            draft.text = object.get("text").and_then(Json::as_str).map(str::to_owned);
            annotations(&mut draft, object, "");
            // Annotations of several projects stand side by side, each with ids of its own.
            for track in list(object, "tracks") {
                annotations(&mut draft, track, &text(track, "project"));
            }
            let read = [
                "text", "sourcedb", "sourceid", "title", "source", "published", "denotations", "relations",
                "attributes", "tracks",
            ];
            draft.extra = kept(NAME, others(object, &read));
            Ok(draft)
        })
    }
}

/// Reads the annotations of a file, or of one of its tracks.
fn annotations(draft: &mut Draft, from: &Json, project: &str) {
    let mut said_of: HashMap<String, Vec<&Json>> = HashMap::new();
    for attribute in list(from, "attributes") {
        said_of.entry(text(attribute, "subj")).or_default().push(attribute);
    }
    let scope = if project.is_empty() { String::new() } else { format!("{project} ") };
    for (index, denotation) in list(from, "denotations").iter().enumerate() {
        let span = denotation.get("span").cloned().unwrap_or_default();
        let key = match text(denotation, "id") {
            id if id.is_empty() => format!("denotation {index}"),
            id => id,
        };
        let mut mark = Mark {
            start: offset(&span, "begin"),
            end: offset(&span, "end"),
            label: text(denotation, "obj"),
            ..Mark::default()
        };
        let (mut entity, mut name, mut rest) = (String::new(), String::new(), Vec::new());
        for attribute in said_of.get(&key).into_iter().flatten().copied() {
            let value = text(attribute, "obj");
            match text(attribute, "pred").as_str() {
                "status" => {
                    let status = Status::ALL.into_iter().find(|status| status.code() == value);
                    mark.status = status.unwrap_or(mark.status);
                }
                "value" if value.starts_with('{') => mark.value = serde_json::from_str(&value).ok(),
                "note" => mark.note = value,
                "entity" => entity = value,
                "entity_name" => name = value,
                _ => rest.push(attribute.clone()),
            }
        }
        if !entity.is_empty() {
            mark.entity = Some((entity, name));
        }
        if !rest.is_empty() {
            mark.extra.insert(NAME.into(), Json::Array(rest));
        }
        if !project.is_empty() {
            mark.extra.insert(PROJECT.into(), json!(project));
        }
        draft.marks.push(Mark { key: format!("{scope}{key}"), ..mark });
    }
    for relation in list(from, "relations") {
        draft.links.push(Link {
            key: format!("relation {scope}{}", text(relation, "id")),
            kind: text(relation, "pred"),
            from: format!("{scope}{}", text(relation, "subj")),
            to: format!("{scope}{}", text(relation, "obj")),
            extra: kept(NAME, others(relation, &["id", "pred", "subj", "obj"])),
        });
    }
}

/// Puts what belongs to a project into its track; what leads from one to another stays beside them.
fn into_tracks(object: &mut Map<String, Json>, projects: &HashMap<String, String>) {
    let mut tracks: Vec<(String, Map<String, Json>)> = Vec::new();
    for list in ["denotations", "relations", "attributes"] {
        let Some(Json::Array(entries)) = object.remove(list) else { continue };
        let mut rest = Vec::new();
        for entry in entries {
            let of = |name: &str| projects.get(&text(&entry, name));
            let project = match list {
                "denotations" => of("id"),
                "attributes" => of("subj"),
                _ => of("subj").filter(|project| of("obj") == Some(project)),
            };
            let Some(project) = project else {
                rest.push(entry);
                continue;
            };
            let at = tracks.iter().position(|(name, _)| name == project).unwrap_or_else(|| {
                let named = Map::from_iter([("project".to_owned(), json!(project))]);
                tracks.push((project.clone(), named));
                tracks.len() - 1
            });
            if let Some((_, track)) = tracks.get_mut(at)
                && let Some(entries) = track.entry(list).or_insert_with(|| json!([])).as_array_mut()
            {
                entries.push(entry);
            }
        }
        if !rest.is_empty() || list != "relations" {
            object.insert(list.to_owned(), Json::Array(rest));
        }
    }
    object.insert("tracks".to_owned(), tracks.into_iter().map(|(_, track)| Json::Object(track)).collect());
}
