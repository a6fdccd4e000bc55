//! CSV (RFC 4180) for spreadsheets: one annotation a row, a header row, lines that end in CRLF,
//! UTF-8 without a byte order mark.
//!
//! Offsets count Unicode code points; orphans have none. A cell of text that begins with `=`, `+`,
//! `-`, `@`, a tab or a line break would be run as a formula by spreadsheets, and articles come
//! from strangers: it gets an apostrophe in front. Plain numbers such as `-5` stay as they are.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use super::entity_names;
use super::newsmark::value_to_json;
use crate::annotation::{Annotation, EntityId, Origin};
use crate::document::Document;
use crate::text::{OffsetMap, Unit};

const COLUMNS: [&str; 18] = [
    "document", "start", "end", "text", "label", "value", "low", "high", "unit", "modifier", "status",
    "entity", "note", "origin", "score", "created", "modified", "id",
];

/// Writes the annotations of a document, in reading order, and its orphans.
pub fn write(document: &Document) -> String {
    header() + &rows(document)
}

/// The header row.
pub(super) fn header() -> String {
    row(COLUMNS.map(str::to_owned))
}

/// The rows of one document.
pub(super) fn rows(document: &Document) -> String {
    let map = OffsetMap::new(document.text());
    let names = entity_names(document);
    let placed = document.annotations().iter().map(|annotation| {
        let range = map.range_of(annotation.span, Unit::CodePoint);
        let range = range.map(|range| [range.start.to_string(), range.end.to_string()]);
        cells(document, &names, annotation, range.unwrap_or_default(), document.quote(annotation))
    });
    let orphaned = document.orphans.iter().map(|orphan| {
        cells(document, &names, &orphan.annotation, Default::default(), &orphan.selector.quote.exact)
    });
    placed.chain(orphaned).map(row).collect()
}

fn cells(
    document: &Document,
    names: &HashMap<&EntityId, &str>,
    annotation: &Annotation,
    range: [String; 2],
    quote: &str,
) -> [String; 18] {
    let value = annotation.value.as_ref().map(value_to_json);
    let object = value.as_ref().and_then(Json::as_object).cloned().unwrap_or_default();
    let entity = annotation.entity.as_ref().map(|id| names.get(id).copied().unwrap_or(&id.0));
    let (origin, score) = match &annotation.origin {
        Origin::Extractor { name, score, .. } => (format!("extractor {name}"), *score),
        Origin::Person { name } => (format!("person {name}"), None),
    };
    let [start, end] = range;
    [
        guarded(&document.display_title()),
        start,
        end,
        guarded(quote),
        guarded(annotation.label.as_str()),
        guarded(&figure(&object)),
        guarded(&field(&object, &["low"])),
        guarded(&field(&object, &["high"])),
        guarded(&unit(&object)),
        guarded(&field(&object, &["modifier"])),
        annotation.status.code().to_owned(),
        guarded(entity.unwrap_or_default()),
        guarded(&annotation.note),
        guarded(origin.trim_end()),
        score.map(|score| score.to_string()).unwrap_or_default(),
        annotation.created.to_string(),
        annotation.modified.to_string(),
        annotation.id.0.to_string(),
    ]
}

/// The one cell for what a value comes to; a value of unknown shape stands there as JSON.
fn figure(object: &Map<String, Json>) -> String {
    let known = ["amount", "percent", "number", "ordinal", "timex", "speaker"];
    let others = ["currency", "unit", "modifier", "low", "high", "points"];
    if object.keys().all(|key| known.contains(&key.as_str()) || others.contains(&key.as_str())) {
        return field(object, &known);
    }
    Json::Object(object.clone()).to_string()
}

/// What the figure counts.
fn unit(object: &Map<String, Json>) -> String {
    match object.get("points") {
        Some(Json::Bool(true)) => "points".to_owned(),
        _ => field(object, &["currency", "unit"]),
    }
}

/// The first of these fields that the object has, without quotes around it.
fn field(object: &Map<String, Json>, names: &[&str]) -> String {
    match names.iter().find_map(|&name| object.get(name)) {
        None => String::new(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// What a formula begins with, also in its full-width form, which some spreadsheets take for the
/// plain one.
const RUN_BY_SPREADSHEETS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell of text that no spreadsheet runs as a formula.
fn guarded(text: &str) -> String {
    let is_number = text.len() <= 64 && text.parse::<f64>().is_ok_and(f64::is_finite);
    match text.starts_with(RUN_BY_SPREADSHEETS) && !is_number {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn row(cells: [String; 18]) -> String {
    let cells = cells.map(|cell| match cell.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    });
    cells.join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-P2Y", "'-P2Y"),
            ("\tx", "'\tx"),
            ("＝1+1", "'＝1+1"),
            ("-5.25", "-5.25"),
            ("Rome", "Rome"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), expected);
        }
    }

    #[test]
    fn cells_with_separators_are_quoted() {
        let mut cells = [const { String::new() }; 18];
        cells[0] = "a \"b\", c".into();
        cells[17] = "x\ny".into();
        assert_eq!(row(cells), format!("\"a \"\"b\"\", c\"{}\"x\ny\"\r\n", ",".repeat(17)));
    }
}
