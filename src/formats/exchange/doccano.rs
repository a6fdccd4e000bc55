//! doccano's JSON Lines (doccano 1.8: export of sequence labelling, and of relation extraction).
//!
//! A line an article: `{"id":1,"text":"…","label":[[13,18,"MONEY"]],"Comments":[]}`, or, where there are
//! relations, `"entities":[{"id":1,"label":"MONEY","start_offset":13,"end_offset":18}]` and
//! `"relations":[{"id":1,"from_id":1,"to_id":2,"type":"said_by"}]`. Older exports call the list `labels` or
//! `annotations`, and columns may be called otherwise, see [`ColumnNames`]. Offsets count UTF-16 code units. Other columns are
//! metadata, kept.

mod names;

use std::collections::HashSet;

use serde_json::{Map, Value as Json, json};

pub use self::names::ColumnNames;
use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{Draft, Link, Mark};
use super::fields::{
    describe, is_ours, kept, kept_of, list, offset, others, put_description, put_kept, text,
};
use super::rows::{links, rows};
use crate::annotation::Extra;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{JUDGED, Loss, Losses, MEANING, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Doccano;

const NAME: &str = "doccano";
/// Where a document keeps what the columns of its file are called.
const COLUMNS: &str = "doccano_columns";
const READ: [&str; 11] = [
    "id", "text", "data", "label", "labels", "entities", "relations", "Comments", "title", "source",
    "published",
];

impl Codec for Doccano {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, JUDGED, MEANING, &[Loss::Notes, Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    fn is_lines(&self) -> bool {
        true
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::Utf16, false);
        let links = links(document, &rows);
        let names = ColumnNames::of(document.extra.get(COLUMNS));
        let kept = kept_of(&document.extra, NAME);
        let of_file = |name: &str| kept.and_then(|kept| kept.get(name)).cloned();
        let mut object = Map::new();
        object.insert("id".into(), of_file("id").unwrap_or_else(|| json!(document.id.0.to_string())));
        object.insert(names.text.unwrap_or_else(|| "text".to_owned()), json!(**document.text()));
        put_description(&mut object, document);
        if links.is_empty() && of_file("relations").is_none() {
            let triples: Vec<Json> =
                rows.iter().map(|row| json!([row.start, row.end, row.annotation.label.as_str()])).collect();
            object.insert(names.label.unwrap_or_else(|| "label".to_owned()), Json::Array(triples));
        } else {
            let ids = ids(rows.iter().map(|row| &row.annotation.extra));
            let id = |number: usize| ids.get(number - 1).cloned().unwrap_or_default();
            let entities = rows.iter().map(|row| {
                let entity = json!({"id": id(row.number), "label": row.annotation.label.as_str(),
                    "start_offset": row.start, "end_offset": row.end});
                with_kept(entity, &row.annotation.extra)
            });
            object.insert("entities".into(), entities.collect());
            let own = self::ids(links.iter().map(|(relation, ..)| &relation.extra));
            let relations = links.iter().zip(own).map(|((relation, from, to), own)| {
                let json =
                    json!({"id": own, "from_id": id(*from), "to_id": id(*to), "type": &*relation.kind});
                with_kept(json, &relation.extra)
            });
            object.insert("relations".into(), relations.collect());
        }
        // Comments stand last.
        let comments = of_file("Comments").unwrap_or_else(|| json!([]));
        put_kept(&mut object, &document.extra, NAME);
        object.shift_remove("Comments");
        object.insert("Comments".into(), comments);
        Json::Object(object).to_string() + "\n"
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        let Some(first) = sample.first() else { return false };
        let has_text = text_column(first).is_some();
        let is_triple = |entry: &Json| entry.as_array().is_some_and(|entry| entry.len() == 3);
        let lists = ["label", "labels"].iter().any(|name| {
            first
                .get(*name)
                .is_some_and(|field| field.as_array().is_some_and(|all| all.iter().all(is_triple)))
        });
        let objects = list(first, "entities").iter().any(|entity| entity.get("start_offset").is_some())
            || list(first, "annotations").iter().any(|entity| entity.get("start_offset").is_some());
        has_text && (lists || objects || first.get("Comments").is_some())
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        read(sample, &ColumnNames::default())
    }
}

/// The ids of marks or relations: their own, or numbers that are none of these.
fn ids<'e>(extras: impl Iterator<Item = &'e Extra>) -> Vec<Json> {
    let mut taken = HashSet::new();
    let own = |extra: &Extra| kept_of(extra, NAME)?.get("id").cloned();
    let mut own = |extra: &Extra| own(extra).filter(|id| taken.insert(id.to_string()));
    let given: Vec<Option<Json>> = extras.map(&mut own).collect();
    let mut free =
        (1..).map(|number: u64| json!(number)).filter(|number| !taken.contains(&number.to_string()));
    given.into_iter().map(|own| own.or_else(|| free.next()).unwrap_or_default()).collect()
}

/// A mark or a relation with what doccano says beyond it.
fn with_kept(mut json: Json, extra: &Extra) -> Json {
    if let Some(object) = json.as_object_mut() {
        put_kept(object, extra, NAME);
    }
    json
}

/// Reads the articles of a file whose columns are called so.
///
/// # Errors
/// Where it cannot be read, or has no such column.
pub(in crate::formats) fn read(sample: &Sample<'_>, names: &ColumnNames) -> Result<Vec<Draft>, Error> {
    sample.objects("doccano", &mut |object| {
        if let Some(name) = names.missing(object) {
            let reason = format!("there is no “{name}”; there are {}", ColumnNames::listed(object));
            return Err(wrong("doccano", "the columns", reason));
        }
        let mut draft = Draft { unit: Some(Unit::Utf16), id: text(object, "id"), ..Draft::default() };
        describe(&mut draft, object);
        let is_by_us = object.get("id").is_some_and(|id| is_ours(Some(id)));
        let own_id = if is_by_us { "id" } else { "" };
        let column = names.text.as_deref().or_else(|| text_column(object));
        draft.text = column.and_then(|column| object.get(column)?.as_str()).map(str::to_owned);
        let usual = ["entities", "annotations", "label", "labels"];
        let lists = names.label.as_deref().map_or(usual.to_vec(), |name| vec![name]);
        let entries =
            lists.iter().flat_map(|name| list(object, name).iter().map(move |entry| (*name, entry)));
        for (list, entity) in entries {
            if let Some(mark) = super::spacy::triple(entity, draft.marks.len()) {
                draft.marks.push(mark);
                continue;
            }
            // Categories of the whole text are no marks.
            if ["label", "labels"].contains(&list) && !entity.is_object() {
                continue;
            }
            let label = match entity.get("label") {
                Some(Json::Number(_)) | None => "UNKNOWN".to_owned(),
                _ => text(entity, "label"),
            };
            draft.marks.push(Mark {
                key: text(entity, "id"),
                start: offset(entity, "start_offset"),
                end: offset(entity, "end_offset"),
                label,
                extra: kept(NAME, others(entity, &[own_id, "label", "start_offset", "end_offset"])),
                ..Mark::default()
            });
        }
        for relation in list(object, "relations") {
            draft.links.push(Link {
                key: format!("relation {}", text(relation, "id")),
                kind: text(relation, "type"),
                from: text(relation, "from_id"),
                to: text(relation, "to_id"),
                extra: kept(NAME, others(relation, &[own_id, "type", "from_id", "to_id"])),
            });
        }
        let is_read = |name: &str| match name {
            "text" | "data" if names.text.is_some() => false,
            "label" | "labels" | "entities" if names.label.is_some() => false,
            name => READ.contains(&name),
        };
        let mut rest = others(object, &[]);
        rest.retain(|name, _| {
            !is_read(name) && Some(name.as_str()) != column && Some(name) != names.label.as_ref()
        });
        if let Some(column) = column.filter(|it| names.text.is_none() && !["text", "data"].contains(it)) {
            draft.told.push(format!("There is no column “text”; the text was read from “{column}”."));
        }
        rest.extend(
            object
                .get("Comments")
                .filter(|it| **it != json!([]))
                .map(|it| ("Comments".to_owned(), it.clone())),
        );
        if !is_by_us {
            rest.extend(object.get("id").map(|id| ("id".to_owned(), id.clone())));
            if object
                .get("entities")
                .and_then(Json::as_array)
                .is_some_and(|all| all.iter().all(Json::is_object))
            {
                // An export of a project with relations, even where this article has none.
                rest.insert("relations".into(), json!([]));
            }
        }
        draft.extra = kept(NAME, rest);
        draft.extra.extend(names.kept().map(|names| (COLUMNS.to_owned(), names)));
        Ok(draft)
    })
}

/// The column that holds the text: the one of that name, else the longest text beside the marks. Descriptions and addresses
/// are no texts.
fn text_column(object: &Json) -> Option<&str> {
    let is_text = |name: &str| object.get(name).is_some_and(Json::is_string);
    if let Some(name) = ["text", "data"].into_iter().find(|name| is_text(name)) {
        return Some(name);
    }
    let others = object.as_object()?.iter().filter(|(name, _)| !READ.contains(&name.as_str()));
    let texts = others.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
    let spaced = texts.filter(|(_, text)| text.trim().contains(char::is_whitespace));
    spaced.max_by_key(|(_, text)| text.len()).map(|(name, _)| name)
}
