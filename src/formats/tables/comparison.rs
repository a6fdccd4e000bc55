//! Reports side by side.

use serde_json::{Value as Json, json};

use super::{Table, columns, line};
use crate::document::Document;
use crate::facts::{Comparison, Place, Row, Verdict};
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Span, Unit};
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
pub fn wordings(document: &Document, places: &[Place]) -> String {
    let mut shown: Vec<String> = Vec::new();
    let spans: Vec<Span> = places.iter().map(|place| place.span).collect();
    for (at, span) in spans.iter().copied().enumerate() {
        // A quote in a sentence that is shown is in it.
        if spans.iter().take(at).any(|it| it.cover(span) == *it) {
            continue;
        }
        let words = line(document, span);
        if !shown.contains(&words) {
            shown.push(words);
        }
    }
    shown.join(" · ")
}

/// The comparison for programs: `{"documents":[…],"facts":[{"kind","verdict","places":[[{"start","end","text","id","label","value"}]]}]}`,
/// with offsets in code points; a sentence that is no mark has no id, label and value.
pub fn comparison_json(documents: &[&Document], found: &Comparison) -> String {
    let maps: Vec<OffsetMap<'_>> = documents.iter().map(|it| OffsetMap::new(it.text())).collect();
    let place = |of: usize, place: &Place| -> Option<Json> {
        let (document, map) = (documents.get(of)?, maps.get(of)?);
        let span = place.span;
        let range = map.range_of(span, Unit::CodePoint)?;
        let text = span.slice(document.text())?;
        let mut json = json!({"start": range.start, "end": range.end, "text": text});
        if let Some(annotation) = place.mark(document) {
            json["id"] = json!(annotation.id.0.to_string());
            json["label"] = json!(annotation.label.as_str());
            json["value"] = json!(annotation.value.as_ref().map(value_to_json));
        }
        Some(json)
    };
    let row = |row: &Row| {
        let places = row.places.iter().enumerate();
        let places: Vec<Vec<Json>> =
            places.map(|(of, them)| them.iter().filter_map(|it| place(of, it)).collect()).collect();
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
