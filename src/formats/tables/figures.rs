//! The figures of an article, as other programs read them.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use crate::document::Document;
use crate::facts::figures;
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Span, Unit};

/// `{"figures":[{"start","end","quote","value","of","who","when","kind","links":[["part_of",index]]}]}` with places in code points, and
/// links by the number of the figure.
pub fn figures_json(document: &Document) -> String {
    let map = OffsetMap::new(document.text());
    let found = figures(document);
    let places: HashMap<_, _> = found.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
    let range = |span: Span| map.range_of(span, Unit::CodePoint);
    let pair = |span: Option<Span>| span.and_then(range).map(|range| json!([range.start, range.end]));
    let figure = |it: &crate::facts::Figure| {
        let mark = document.annotation(it.id)?;
        let place = range(mark.span)?;
        let links: Vec<Json> = it
            .links
            .iter()
            .filter_map(|(kind, other)| Some(json!([kind.code(), places.get(other)?])))
            .collect();
        Some(json!({
            "start": place.start, "end": place.end, "quote": document.quote(mark),
            "value": mark.value.as_ref().map(value_to_json), "of": pair(it.of), "who": pair(it.who), "when": pair(it.when),
            "kind": it.kind.code(), "links": links,
        }))
    };
    let figures: Vec<Json> = found.iter().filter_map(figure).collect();
    let mut out = json!({ "figures": figures }).to_string();
    out.push('\n');
    out
}
