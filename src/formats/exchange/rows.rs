//! What writers of formats share: a document's marks with their places in a unit.

use std::collections::HashMap;

use crate::annotation::{Annotation, AnnotationId, Origin, Relation, Status};
use crate::document::Document;
use crate::text::{OffsetMap, Unit, sort_by_key};

/// A mark with its place.
#[derive(Clone)]
pub(super) struct Row<'d> {
    /// Its number in the document, from 1.
    pub(super) number: usize,
    pub(super) annotation: &'d Annotation,
    /// In the unit that was asked for.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quote: &'d str,
}

/// The marks of a document in reading order, with their places in `unit`. Those that were rejected are
/// left out unless the format can say so.
pub(super) fn rows(document: &Document, unit: Unit, with_rejected: bool) -> Vec<Row<'_>> {
    let map = OffsetMap::new(document.text());
    let kept = document.annotations().iter().filter(|a| with_rejected || a.status != Status::Rejected);
    kept.enumerate()
        .map(|(index, annotation)| {
            let range = map.range_of(annotation.span, unit).unwrap_or_default();
            Row {
                number: index + 1,
                annotation,
                start: range.start,
                end: range.end,
                quote: document.quote(annotation),
            }
        })
        .collect()
}

/// The relations between these marks, with the numbers of their ends.
pub(super) fn links<'d>(document: &'d Document, rows: &[Row<'_>]) -> Vec<(&'d Relation, usize, usize)> {
    let numbers: HashMap<AnnotationId, usize> =
        rows.iter().map(|row| (row.annotation.id, row.number)).collect();
    let ends =
        |relation: &'d Relation| Some((relation, *numbers.get(&relation.from)?, *numbers.get(&relation.to)?));
    document.relations().iter().filter_map(|relation| ends(relation)).collect()
}

/// Those of the marks of which no two overlap: of two that do, the longer, then the first.
pub(super) fn flat<'r, 'd>(rows: &'r [Row<'d>]) -> Vec<&'r Row<'d>> {
    let mut by_length: Vec<&Row<'_>> = rows.iter().filter(|row| row.end > row.start).collect();
    sort_by_key(&mut by_length, |row| (std::cmp::Reverse(row.end - row.start), row.start));
    let mut kept: std::collections::BTreeMap<usize, &Row<'_>> = Default::default();
    for row in by_length {
        let before = kept.range(..=row.start).next_back().is_none_or(|(_, other)| other.end <= row.start);
        let behind = kept.range(row.start..).next().is_none_or(|(start, _)| *start >= row.end);
        if before && behind {
            kept.insert(row.start, row);
        }
    }
    kept.into_values().collect()
}

/// Who made a mark: the person's name, or the program's.
pub(super) fn author(annotation: &Annotation) -> &str {
    match &annotation.origin {
        Origin::Person { name } | Origin::Extractor { name, .. } => name,
    }
}

/// How sure the program was that made it.
pub(super) fn score(annotation: &Annotation) -> Option<f64> {
    match annotation.origin {
        Origin::Extractor { score, .. } => score,
        Origin::Person { .. } => None,
    }
}
