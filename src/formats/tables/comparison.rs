//! Reports side by side.

use serde_json::{Value as Json, json};

use super::{Table, columns, line};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Comparison, Row, Verdict};
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Unit};
use crate::words;

/// A row a fact, what differs first, with what each report has.
pub fn comparison_table(documents: &[&Document], found: &Comparison) -> Table {
    let mut columns = columns([("verdict", words::VERDICT), ("kind", words::KIND)]);
    columns.extend((1..=documents.len()).map(|number| (format!("report_{number}"), words::report(&number))));
    let rows = found.rows.iter().map(|row| {
        let head = [row.verdict.name().to_owned(), row.kind.name().to_owned()];
        let cells = documents.iter().zip(&row.places).map(|(document, places)| wordings(document, places));
        head.into_iter().chain(cells).collect()
    });
    let rows = rows.collect();
    let titles = documents.iter().enumerate().map(|(at, it)| format!("{}. {}", at + 1, it.display_title()));
    let counts = words::ComparisonCounted {
        different: &found.count(Verdict::Different),
        otherwise: &found.count(Verdict::Otherwise),
        some: &found.count(Verdict::Some),
        all: &found.count(Verdict::All),
    }
    .text();
    Table { title: words::COMPARISON.to_owned(), notes: titles.chain([counts]).collect(), columns, rows }
}

/// What a report has of a fact: each wording once.
pub fn wordings(document: &Document, places: &[AnnotationId]) -> String {
    let mut shown: Vec<String> = Vec::new();
    for annotation in places.iter().filter_map(|id| document.annotation(*id)) {
        let words = line(document, annotation.span);
        if !shown.contains(&words) {
            shown.push(words);
        }
    }
    shown.join(" · ")
}

/// The comparison for programs: `{"documents":[…],"facts":[{"kind","verdict","places":[[{"start","end","text","label","value"}]]}]}`,
/// with offsets in code points.
pub fn comparison_json(documents: &[&Document], found: &Comparison) -> String {
    let maps: Vec<OffsetMap<'_>> = documents.iter().map(|it| OffsetMap::new(it.text())).collect();
    let mark = |of: usize, id: &AnnotationId| -> Option<Json> {
        let (document, map) = (documents.get(of)?, maps.get(of)?);
        let annotation = document.annotation(*id)?;
        let range = map.range_of(annotation.span, Unit::CodePoint)?;
        let value = annotation.value.as_ref().map(value_to_json);
        Some(json!({
            "id": annotation.id.0.to_string(), "start": range.start, "end": range.end,
            "text": document.quote(annotation), "label": annotation.label.as_str(),
            "value": value,
        }))
    };
    let row = |row: &Row| {
        let places = row.places.iter().enumerate();
        let places: Vec<Vec<Json>> =
            places.map(|(of, ids)| ids.iter().filter_map(|id| mark(of, id)).collect()).collect();
        json!({"kind": row.kind.code(), "verdict": row.verdict.code(), "places": places})
    };
    let titles: Vec<Json> = documents
        .iter()
        .map(|it| json!({"id": it.id.0.to_string(), "title": it.display_title(), "source": it.source}))
        .collect();
    let facts: Vec<Json> = found.rows.iter().map(row).collect();
    let mut out = json!({"documents": titles, "facts": facts}).to_string();
    out.push('\n');
    out
}
