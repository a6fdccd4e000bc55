//! An annotation as most are: with nothing in it that this version does not know. It borrows all
//! that it writes, since of an article's file most lines, and most of the work, are annotations.

use std::ops::Range;

use jiff::Timestamp;
use serde::Serialize;

use crate::annotation::anchor::surroundings;
use crate::annotation::{Annotation, Origin};
use crate::extract::Suggestion;
use crate::formats::newsmark::value::{Shown, Written};
use crate::text::{OffsetMap, Span, Unit};

/// One of `annotations`, field by field as [`wire::Annotation`](super::wire::Annotation) has them.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Shown<uuid::Uuid>>,
    start: usize,
    end: usize,
    quote: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    label: &'a str,
    status: &'static str,
    value: Option<Written<'a>>,
    entity: Option<&'a str>,
    note: &'a str,
    origin: LineOrigin<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<Shown<Timestamp>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<Shown<Timestamp>>,
}

#[derive(Serialize)]
struct LineOrigin<'a> {
    by: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

impl<'a> Line<'a> {
    /// The line of an annotation without unknown fields.
    pub(super) fn of(annotation: &'a Annotation, text: &'a str, map: &OffsetMap<'_>) -> Line<'a> {
        let origin = match &annotation.origin {
            Origin::Extractor { name, version, score } => {
                LineOrigin { by: "extractor", name, version: Some(version), score: *score }
            }
            Origin::Person { name } => LineOrigin { by: "person", name, version: None, score: None },
        };
        let Range { start, end } = code_points(map, annotation.span);
        let around = surroundings(text, annotation.span);
        Line {
            id: Some(Shown(annotation.id.0)),
            start,
            end,
            quote: around.exact,
            prefix: around.prefix,
            suffix: around.suffix,
            label: annotation.label.as_str(),
            status: annotation.status.code(),
            value: annotation.value.as_ref().map(Written),
            entity: annotation.entity.as_ref().map(|id| &*id.0),
            note: &annotation.note,
            origin,
            created: Some(Shown(annotation.created)),
            modified: Some(Shown(annotation.modified)),
        }
    }

    /// The line of a suggestion that names `entity`: without an id and without times.
    pub(super) fn of_suggestion(
        suggestion: &'a Suggestion,
        entity: Option<&'a str>,
        text: &'a str,
        map: &OffsetMap<'_>,
    ) -> Line<'a> {
        let Range { start, end } = code_points(map, suggestion.span);
        let around = surroundings(text, suggestion.span);
        Line {
            id: None,
            start,
            end,
            quote: around.exact,
            prefix: around.prefix,
            suffix: around.suffix,
            label: suggestion.label.as_str(),
            status: "suggested",
            value: suggestion.value.as_ref().map(Written),
            entity,
            note: "",
            origin: LineOrigin {
                by: "extractor",
                name: suggestion.extractor,
                version: Some(suggestion.version),
                score: Some(suggestion.score),
            },
            created: None,
            modified: None,
        }
    }
}

fn code_points(map: &OffsetMap<'_>, span: Span) -> Range<usize> {
    map.range_of(span, Unit::CodePoint).unwrap_or_default()
}
