//! Reads a file.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json, json};

use super::tied::{chains, slots};
use super::{DOCUMENT, ENTITY, KINDS, LABELS, META, NAME, RELATION, SENTENCE, SOFA, TOKEN, key, named};
use crate::annotation::Status;
use crate::formats::Error;
use crate::formats::exchange::codec::wrong;
use crate::formats::exchange::draft::{Draft, Link, Mark};
use crate::formats::exchange::fields::{as_offset, kept, kept_of, kept_with_text, offset, others, text};
use crate::text::Unit;

/// What a mark has in places of its own; it is no feature that is kept.
const READ: [&str; 9] = ["%ID", "%TYPE", "@sofa", "begin", "end", "status", "entityName", "note", "meaning"];
/// From where a relation leads, and to where.
const ENDS: [(&str, &str); 2] = [("@Governor", "@Dependent"), ("@source", "@target")];

pub(super) fn read(file: &Json) -> Result<Draft, Error> {
    let structures: Vec<(i64, &Json)> = match file.get("%FEATURE_STRUCTURES") {
        Some(Json::Array(all)) => all.iter().map(|one| (offset(one, "%ID"), one)).collect(),
        // Earlier versions list them by id.
        Some(Json::Object(all)) => all.iter().map(|(id, one)| (id.parse().unwrap_or(-1), one)).collect(),
        _ => return Err(wrong("UIMA CAS JSON", "“%FEATURE_STRUCTURES”", "it is no list")),
    };
    let is_text = |one: &Json| one.get("%TYPE") == Some(&json!(SOFA)) && one.get("sofaString").is_some();
    let Some((sofa_id, sofa)) = structures.iter().find(|(_, one)| is_text(one)) else {
        return Err(wrong("UIMA CAS JSON", "the views", "none has a text (“sofaString”)"));
    };
    let article = text(sofa, "sofaString");
    let mut draft = Draft { unit: Some(Unit::Utf16), ..Draft::default() };
    let is_ours = is_ours(file, &structures);
    let is_here = |structure: &Json| structure.get("@sofa").map(as_offset) == Some(*sofa_id);
    let marked: HashMap<i64, &Json> = structures
        .iter()
        .filter(|(_, one)| is_here(one) && is_mark(one))
        .map(|(id, one)| (*id, *one))
        .collect();
    let chains = if is_ours { HashMap::new() } else { chains(&structures, &marked) };
    let mut rest = Vec::new();
    let mut empty = 0;
    for (id, structure) in &structures {
        let kind = text(structure, "%TYPE");
        if kind == META && is_here(structure) {
            draft.title = text(structure, "documentTitle");
            draft.id = text(structure, "documentId");
        }
        if marked.contains_key(id) {
            draft.marks.push(mark(*id, structure, (is_ours, chains.get(id))));
            continue;
        }
        let ends = ENDS.iter().find(|(from, to)| {
            let is_marked = |end: &str| marked.contains_key(&offset(structure, end));
            is_marked(from) && is_marked(to)
        });
        match ends.filter(|_| is_here(structure)) {
            Some(ends) => draft.links.push(link(*id, structure, *ends, (&marked, is_ours))),
            None => {
                empty += usize::from(is_here(structure) && is_empty(structure));
                rest.push(as_kept(*id, structure, id == sofa_id));
            }
        }
    }
    if !is_ours {
        draft.links.extend(slots(&structures, &marked));
    }
    if empty > 0 {
        draft.told.push(format!(
            "{empty} of the annotations mark a place between two characters and not a word; they are kept for UIMA CAS JSON and not shown."
        ));
    }
    if !is_ours {
        let mut fields = Map::new();
        fields.insert("types".into(), file.get("%TYPES").cloned().unwrap_or_else(|| json!({})));
        fields.insert("structures".into(), Json::Array(rest));
        let slots = draft.links.iter().filter_map(|link| kept_of(&link.extra, NAME)?.get("slot").cloned());
        let slots: Vec<Json> = slots.collect();
        if !slots.is_empty() {
            fields.insert("slots".into(), Json::Array(slots));
        }
        fields.insert("views".into(), file.get("%VIEWS").cloned().unwrap_or_else(|| json!({})));
        // What follows what in chains, so that one goes on where a mark is taken out of it.
        let next = |(id, one): &(i64, &Json)| Some((id.to_string(), one.get("@next")?.clone()));
        let next: Map<String, Json> = structures.iter().filter_map(next).collect();
        if !next.is_empty() {
            fields.insert("next".into(), Json::Object(next));
        }
        draft.extra = kept_with_text(NAME, fields, &article);
    }
    draft.text = Some(article);
    Ok(draft)
}

/// A structure as it is kept: with its id, and without the article's text, which the document has.
fn as_kept(id: i64, structure: &Json, is_article: bool) -> Json {
    let mut kept = structure.clone();
    if let Some(fields) = kept.as_object_mut() {
        fields.insert("%ID".into(), json!(id));
        if is_article {
            fields.insert("sofaString".into(), json!(""));
        }
    }
    kept
}

/// Whether a file has nothing but what we write.
fn is_ours(file: &Json, structures: &[(i64, &Json)]) -> bool {
    let known: HashSet<&str> = HashSet::from([SOFA, META, SENTENCE, TOKEN, ENTITY, RELATION]);
    let is_known = |(_, one): &(i64, &Json)| {
        one.get("%TYPE").and_then(Json::as_str).is_some_and(|kind| known.contains(kind))
    };
    let has_meaning = file.pointer(&format!("/%TYPES/{ENTITY}/meaning")).is_some();
    let views = file.get("%VIEWS").and_then(Json::as_object).map_or(0, Map::len);
    has_meaning && views == 1 && structures.iter().all(is_known)
}

/// Whether a structure is a mark: it stands at words, and neither goes with every token nor leads elsewhere.
fn is_mark(structure: &Json) -> bool {
    let kind = text(structure, "%TYPE");
    let is_basic = [SOFA, TOKEN, SENTENCE, META, DOCUMENT].contains(&kind.as_str());
    let is_of_tokens = kind.starts_with("de.tudarmstadt.ukp.dkpro.core.api") && kind != ENTITY;
    let leads = ENDS.iter().any(|(from, to)| structure.get(*from).is_some() && structure.get(*to).is_some());
    !is_basic && !is_of_tokens && !leads && structure.get("begin").is_some() && !is_empty(structure)
}

fn is_empty(structure: &Json) -> bool {
    let (begin, end) = (offset(structure, "begin"), offset(structure, "end"));
    begin >= 0 && begin == end
}

fn mark(id: i64, structure: &Json, (is_ours, chain): (bool, Option<&(String, usize)>)) -> Mark {
    let kind = text(structure, "%TYPE");
    let status = Status::ALL.into_iter().find(|status| status.code() == text(structure, "status"));
    let identifier = text(structure, "identifier");
    let mut extra = Map::new();
    if !is_ours {
        extra.insert("id".into(), json!(id));
    }
    let features = others(structure, &READ);
    let is_plain = |name: &String| ["value", "identifier"].contains(&name.as_str());
    if kind != ENTITY || text(structure, "value").is_empty() || !features.keys().all(is_plain) {
        extra.insert("layer".into(), json!(kind));
        extra.insert("features".into(), Json::Object(features));
    }
    if let Some((entity, nth)) = chain {
        extra.insert("chain".into(), json!([entity, nth]));
    }
    let chain = chain.map(|(entity, _)| entity.clone());
    let entity = Some(identifier).filter(|id| !id.is_empty()).or(chain);
    Mark {
        key: key(id),
        start: offset(structure, "begin"),
        end: offset(structure, "end"),
        label: named(structure, &LABELS, &kind),
        status: status.unwrap_or(Status::Accepted),
        value: serde_json::from_str(&text(structure, "meaning")).ok(),
        entity: entity.map(|id| (id, text(structure, "entityName"))),
        note: text(structure, "note"),
        extra: kept(NAME, extra),
        ..Mark::default()
    }
}

fn link(
    id: i64,
    structure: &Json,
    (from, to): (&str, &str),
    (marked, is_ours): (&HashMap<i64, &Json>, bool),
) -> Link {
    let kind = text(structure, "%TYPE");
    let target = marked.get(&offset(structure, to));
    let is_at_target = target
        .is_some_and(|target| ["begin", "end"].iter().all(|name| target.get(*name) == structure.get(*name)));
    let mut read = vec!["%ID", "%TYPE", "@sofa", from, to];
    if is_at_target {
        read.extend(["begin", "end"]);
    }
    let mut extra = Map::new();
    if !is_ours {
        extra.insert("id".into(), json!(id));
        extra.insert("layer".into(), json!(kind));
        extra.insert("features".into(), Json::Object(others(structure, &read)));
        extra.insert("ends".into(), json!([from, to]));
    }
    Link {
        key: key(id),
        kind: named(structure, &KINDS, &kind),
        from: key(offset(structure, from)),
        to: key(offset(structure, to)),
        extra: kept(NAME, extra),
    }
}
