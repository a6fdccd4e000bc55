//! UIMA CAS JSON 0.4 (INCEpTION; Apache UIMA's `uimaj-io-json`, dkpro-cassis).
//!
//! Types, feature structures and views. A mark is a `NamedEntity` of DKPro Core with `value` (the label) and
//! `identifier` (the entity), a relation a `custom.Relation` from `Governor` to `Dependent` in INCEpTION's manner;
//! status, note and value are features of the layer `custom.Newsmark`, whose type the file brings. Offsets count UTF-16 code units.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{Draft, Link, Mark};
use super::fields::{as_offset, kept, kept_of, offset, others, text};
use super::rows::{links, rows};
use super::tokens::{sentence_spans, tokens};
use crate::annotation::Status;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::entity_names;
use crate::formats::loss::{Loss, Losses, OURS};
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Unit};

/// See the module.
pub(in crate::formats) struct Cas;

const NAME: &str = "cas";
const SOFA: &str = "uima.cas.Sofa";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const META: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
const RELATION: &str = "custom.Relation";
const DOCUMENT: &str = "uima.tcas.DocumentAnnotation";

impl Codec for Cas {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, &[Loss::Source, Loss::Published, Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY_OF_MANY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::Utf16, true);
        let names = entity_names(document);
        let map = OffsetMap::new(document.text());
        let len = map.len(Unit::Utf16);
        let mut structures = vec![
            json!({"%ID": 1, "%TYPE": SOFA, "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain",
                "sofaString": &**document.text()}),
            json!({"%ID": 2, "%TYPE": META, "@sofa": 1, "begin": 0, "end": len, "language": "x-unspecified",
                "documentTitle": document.title, "documentId": document.id.0.to_string()}),
        ];
        let mut add = |mut structure: Json| {
            let id = structures.len() + 1;
            structure["%ID"] = json!(id);
            // The id stands first, as the programs write it.
            let mut object = Map::new();
            object.insert("%ID".into(), json!(id));
            object.extend(structure.as_object().cloned().unwrap_or_default());
            structures.push(Json::Object(object));
            id
        };
        for sentence in sentence_spans(document) {
            if let Some(range) = map.range_of(sentence, Unit::Utf16) {
                add(json!({"%TYPE": SENTENCE, "@sofa": 1, "begin": range.start, "end": range.end}));
            }
        }
        for token in tokens(document, Unit::Utf16) {
            add(json!({"%TYPE": TOKEN, "@sofa": 1, "begin": token.start, "end": token.end}));
        }
        let ids: Vec<usize> = rows
            .iter()
            .map(|row| {
                let annotation = row.annotation;
                let mut structure = json!({"%TYPE": ENTITY, "@sofa": 1, "begin": row.start, "end": row.end,
                    "value": annotation.label.as_str(), "status": annotation.status.code()});
                if let Some(id) = &annotation.entity {
                    structure["identifier"] = json!(&*id.0);
                    structure["entityName"] = json!(names.get(id).copied().unwrap_or_default());
                }
                if !annotation.note.is_empty() {
                    structure["note"] = json!(annotation.note);
                }
                if let Some(value) = &annotation.value {
                    structure["meaning"] = json!(value_to_json(value).to_string());
                }
                add(structure)
            })
            .collect();
        for (relation, from, to) in links(document, &rows) {
            let end = &rows[to - 1];
            add(
                json!({"%TYPE": RELATION, "@sofa": 1, "begin": end.start, "end": end.end, "label": &*relation.kind,
                "@Governor": ids[from - 1], "@Dependent": ids[to - 1]}),
            );
        }
        let members: Vec<usize> = (2..=structures.len()).collect();
        let mut types = types();
        // Layers of the file that it came from.
        if let Some(others) = kept_of(&document.extra, NAME).and_then(|kept| kept.get("types")?.as_object()) {
            for (name, layer) in others {
                types.entry(name.clone()).or_insert_with(|| layer.clone());
            }
        }
        let file = json!({"%TYPES": types, "%FEATURE_STRUCTURES": structures,
            "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}});
        file.to_string() + "\n"
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|first| first.get("%FEATURE_STRUCTURES").is_some())
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        sample.objects("UIMA CAS JSON", &mut read)
    }
}

fn read(file: &Json) -> Result<Draft, Error> {
    let structures: Vec<(i64, &Json)> = match file.get("%FEATURE_STRUCTURES") {
        Some(Json::Array(all)) => all.iter().map(|one| (offset(one, "%ID"), one)).collect(),
        // Earlier versions list them by id.
        Some(Json::Object(all)) => all.iter().map(|(id, one)| (id.parse().unwrap_or(-1), one)).collect(),
        _ => return Err(wrong("UIMA CAS JSON", "“%FEATURE_STRUCTURES”", "it is no list")),
    };
    let sofa = structures
        .iter()
        .find(|(_, one)| one.get("%TYPE") == Some(&json!(SOFA)) && one.get("sofaString").is_some());
    let Some((sofa_id, sofa)) = sofa else {
        return Err(wrong("UIMA CAS JSON", "the views", "none has a text (“sofaString”)"));
    };
    let mut draft =
        Draft { unit: Some(Unit::Utf16), text: Some(text(sofa, "sofaString")), ..Draft::default() };
    let basic = [SOFA, TOKEN, SENTENCE, META, DOCUMENT];
    let mut other_layers = HashMap::<String, usize>::new();
    for (id, structure) in &structures {
        let kind = text(structure, "%TYPE");
        if kind == META {
            draft.title = text(structure, "documentTitle");
            draft.id = text(structure, "documentId");
        }
        let is_here = structure.get("@sofa").map(as_offset) == Some(*sofa_id);
        if basic.contains(&kind.as_str()) || !is_here {
            continue;
        }
        let ends = [("@Governor", "@Dependent"), ("@source", "@target")];
        if let Some((from, to)) =
            ends.iter().find(|(from, to)| structure.get(*from).is_some() && structure.get(*to).is_some())
        {
            let label = ["label", "value", "DependencyType"]
                .iter()
                .map(|name| text(structure, name))
                .find(|it| !it.is_empty());
            draft.links.push(Link {
                key: format!("fs {id}"),
                kind: label.unwrap_or_else(|| short(&kind).to_owned()),
                from: format!("fs {}", offset(structure, from)),
                to: format!("fs {}", offset(structure, to)),
                extra: Default::default(),
            });
            continue;
        }
        // Layers that go with every token, such as lemmas, are no marks.
        let is_of_tokens = kind.starts_with("de.tudarmstadt.ukp.dkpro.core.api") && kind != ENTITY;
        if is_of_tokens || structure.get("begin").is_none() {
            continue;
        }
        *other_layers.entry(kind.clone()).or_default() += 1;
        let label = ["value", "label"].iter().map(|name| text(structure, name)).find(|it| !it.is_empty());
        let status = Status::ALL.into_iter().find(|status| status.code() == text(structure, "status"));
        let identifier = text(structure, "identifier");
        let name = text(structure, "entityName");
        let read = [
            "%ID", "%TYPE", "@sofa", "begin", "end", "value", "label", "status", "identifier", "entityName",
            "note", "meaning",
        ];
        let mut rest = others(structure, &read);
        if kind != ENTITY {
            rest.insert("layer".into(), json!(kind));
        }
        draft.marks.push(Mark {
            key: format!("fs {id}"),
            start: offset(structure, "begin"),
            end: offset(structure, "end"),
            label: label.unwrap_or_else(|| short(&kind).to_owned()),
            status: status.unwrap_or(Status::Accepted),
            value: serde_json::from_str(&text(structure, "meaning")).ok(),
            entity: (!identifier.is_empty()).then_some((identifier, name)),
            note: text(structure, "note"),
            extra: kept(NAME, rest),
            ..Mark::default()
        });
    }
    if let Some(types) = file.get("%TYPES").and_then(Json::as_object) {
        let ours = types_of(types);
        draft.extra = kept(
            NAME,
            if ours.is_empty() {
                Map::new()
            } else {
                Map::from_iter([("types".to_owned(), Json::Object(ours))])
            },
        );
    }
    Ok(draft)
}

/// The layers of a file that are none of ours.
fn types_of(types: &Map<String, Json>) -> Map<String, Json> {
    let ours = types_map_names();
    types
        .iter()
        .filter(|(name, _)| !ours.contains(&name.as_str()))
        .map(|(n, v)| (n.clone(), v.clone()))
        .collect()
}

fn types_map_names() -> [&'static str; 5] {
    [ENTITY, TOKEN, SENTENCE, META, RELATION]
}

fn short(kind: &str) -> &str {
    kind.rsplit('.').next().unwrap_or(kind)
}

/// The type system of what is written.
fn types() -> Map<String, Json> {
    let feature = |name: &str, range: &str| (name.to_owned(), json!({"%NAME": name, "%RANGE": range}));
    let layer = |name: &str, features: &[(&str, &str)], above: &str| {
        let mut object = Map::new();
        object.insert("%NAME".into(), json!(name));
        object.insert("%SUPER_TYPE".into(), json!(above));
        object.extend(features.iter().map(|(name, range)| feature(name, range)));
        (name.to_owned(), Json::Object(object))
    };
    const TEXT: &str = "uima.cas.String";
    const ANNOTATION: &str = "uima.tcas.Annotation";
    Map::from_iter([
        layer(
            ENTITY,
            &["value", "identifier", "entityName", "status", "note", "meaning"].map(|name| (name, TEXT)),
            ANNOTATION,
        ),
        layer(TOKEN, &[], ANNOTATION),
        layer(SENTENCE, &[], ANNOTATION),
        layer(META, &["documentTitle", "documentId"].map(|name| (name, TEXT)), DOCUMENT),
        layer(RELATION, &[("label", TEXT), ("Governor", ENTITY), ("Dependent", ENTITY)], ANNOTATION),
    ])
}
