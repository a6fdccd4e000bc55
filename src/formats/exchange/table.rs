//! CSV (RFC 4180) and TSV: one annotation a row, for spreadsheets.
//!
//! A header row; UTF-8 without a byte order mark. Offsets count Unicode code points; orphans have none. A cell of
//! text that begins with `=`, `+`, `-`, `@`, a tab or a line break would be run as a formula by spreadsheets, and
//! articles come from strangers: it gets an apostrophe in front, which reading takes away again. The article's
//! text is not part of the format.

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{By, Draft, Mark};
use std::collections::HashMap;

use crate::annotation::{Annotation, EntityId, Origin, Status};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::entity_names;
use crate::formats::loss::{Loss, Losses};
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Unit};

/// A table with this between its cells.
pub(in crate::formats) struct Table(u8);

impl Table {
    /// With commas.
    pub(in crate::formats) const CSV: Table = Table(b',');
    /// With tabs.
    pub(in crate::formats) const TSV: Table = Table(b'\t');
}

pub(super) const COLUMNS: [&str; 18] = [
    "document", "start", "end", "text", "label", "value", "low", "high", "unit", "modifier", "status",
    "entity", "note", "origin", "score", "created", "modified", "id",
];

impl Codec for Table {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[&[
            Loss::Text,
            Loss::Source,
            Loss::Outlet,
            Loss::Published,
            Loss::Labels,
            Loss::Relations,
            Loss::Checks,
            Loss::Decisions,
        ]]
    }

    fn frame(&self) -> Frame {
        let before = if self.0 == b',' { HEADER_CSV } else { HEADER_TSV };
        Frame { before, ..Frame::LINES }
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let map = OffsetMap::new(document.text());
        let names = entity_names(document);
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.0)
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let placed = document.annotations().iter().map(|annotation| {
            let range = map.range_of(annotation.span, Unit::CodePoint);
            let range = range.map(|range| [range.start.to_string(), range.end.to_string()]);
            cells(document, &names, annotation, range.unwrap_or_default(), document.quote(annotation))
        });
        let orphaned = document.orphans.iter().map(|orphan| {
            cells(document, &names, &orphan.annotation, Default::default(), &orphan.selector.quote.exact)
        });
        for row in placed.chain(orphaned) {
            // Writing to memory does not fail.
            let _ = writer.write_record(row);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        let first = sample.text.lines().next().unwrap_or_default();
        let cells: Vec<&str> =
            first.split(char::from(self.0)).map(|cell| cell.trim_matches(['"', '\r'])).collect();
        ["start", "end", "label"].iter().all(|name| cells.contains(name))
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let format = if self.0 == b',' { "CSV" } else { "TSV" };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(self.0).flexible(true).from_reader(sample.text.as_bytes());
        let header =
            reader.headers().map_err(|error| wrong(format, "the header", error.to_string()))?.clone();
        let column = |name: &str| header.iter().position(|cell| cell == name);
        let places = COLUMNS.map(column);
        if column("text").or(column("start")).is_none() || column("label").is_none() {
            let reason = "it has no columns label, text, start and end";
            return Err(wrong(format, "the header", reason));
        }
        let mut drafts: Vec<Draft> = Vec::new();
        for (index, row) in reader.records().enumerate() {
            let row = row.map_err(|error| wrong(format, format!("row {}", index + 2), error.to_string()))?;
            let cell = |name: &str| {
                let at = COLUMNS.iter().position(|column| *column == name).and_then(|at| places[at]);
                unguarded(at.and_then(|at| row.get(at)).unwrap_or_default())
            };
            let title = cell("document");
            if drafts.last().is_none_or(|draft| draft.title != title) {
                drafts.push(Draft { title, unit: Some(Unit::CodePoint), ..Draft::default() });
            }
            let offset = |name: &str| cell(name).parse().unwrap_or(-1);
            let key = match cell("id") {
                id if id.is_empty() => format!("row {index}"),
                id => id,
            };
            let (origin, score) = (cell("origin"), cell("score").parse().ok());
            let by = match origin.split_once(' ').unwrap_or((origin.as_str(), "")) {
                ("extractor", name) => By::Program { name: name.to_owned(), version: String::new(), score },
                (_, name) => By::Person(name.to_owned()),
            };
            let label = cell("label");
            let entity = cell("entity");
            let mark = Mark {
                key,
                start: offset("start"),
                end: offset("end"),
                quote: cell("text"),
                value: value(&label, &cell),
                label,
                status: Status::ALL
                    .into_iter()
                    .find(|it| it.code() == cell("status"))
                    .unwrap_or(Status::Accepted),
                entity: (!entity.is_empty()).then(|| (entity.clone(), entity)),
                note: cell("note"),
                by,
                created: cell("created"),
                modified: cell("modified"),
                ..Mark::default()
            };
            if let Some(draft) = drafts.last_mut() {
                draft.marks.push(mark);
            }
        }
        if drafts.is_empty() {
            drafts.push(Draft { unit: Some(Unit::CodePoint), ..Draft::default() });
        }
        Ok(drafts)
    }
}

const HEADER_CSV: &str = "document,start,end,text,label,value,low,high,unit,modifier,status,entity,note,origin,score,created,modified,id\r\n";
const HEADER_TSV: &str = "document\tstart\tend\ttext\tlabel\tvalue\tlow\thigh\tunit\tmodifier\tstatus\tentity\tnote\torigin\tscore\tcreated\tmodified\tid\r\n";

/// The value that a row's cells tell, as a Newsmark file writes it.
fn value(label: &str, cell: &impl Fn(&str) -> String) -> Option<Json> {
    let (figure, low, high) = (cell("value"), cell("low"), cell("high"));
    if figure.starts_with('{') {
        return serde_json::from_str(&figure).ok();
    }
    let (unit, modifier) = (cell("unit"), cell("modifier"));
    let mut object = Map::new();
    let mut put = |name: &str, text: &str| {
        if !text.is_empty() {
            object.insert(name.to_owned(), json!(text));
        }
    };
    let name = match label {
        "MONEY" => "amount",
        "PERCENT" => "percent",
        "QUANTITY" | "CARDINAL" => "number",
        "DATE" | "TIME" | "DURATION" => "timex",
        "QUOTE" | "REPORTED" => "speaker",
        "ORDINAL" => return figure.parse::<u64>().ok().map(|ordinal| json!({"ordinal": ordinal})),
        _ => return None,
    };
    put(name, &figure);
    put("low", &low);
    put("high", &high);
    let is_iso = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    match label {
        "MONEY" if is_iso => put("currency", &unit),
        "PERCENT" => {}
        _ => put("unit", &unit),
    }
    put("modifier", &modifier);
    if label == "PERCENT" && unit == "points" {
        object.insert("points".into(), json!(true));
    }
    (!object.is_empty()).then_some(Json::Object(object))
}

/// A cell as it was before [`guarded`].
fn unguarded(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(RUN_BY_SPREADSHEETS) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn cells(
    document: &Document,
    names: &HashMap<&EntityId, &str>,
    annotation: &Annotation,
    range: [String; 2],
    quote: &str,
) -> [String; COLUMNS.len()] {
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
pub(in crate::formats) fn guarded(text: &str) -> String {
    let is_number = text.len() <= 64 && text.parse::<f64>().is_ok_and(f64::is_finite);
    // What looks guarded is guarded once more, so that it comes back as it was.
    match text.trim_start_matches('\'').starts_with(RUN_BY_SPREADSHEETS) && !is_number {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
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
            ("'\tx", "''\tx"),
            ("'x", "'x"),
            ("\tx", "'\tx"),
            ("＝1+1", "'＝1+1"),
            ("-5.25", "-5.25"),
            ("Rome", "Rome"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), expected);
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }

    #[test]
    fn headers_name_the_columns() {
        assert_eq!(HEADER_CSV.trim_end(), COLUMNS.join(","));
        assert_eq!(HEADER_TSV.trim_end(), COLUMNS.join("\t"));
    }
}
