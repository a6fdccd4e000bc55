use super::wire;
use crate::annotation::Annotation;
use crate::annotation::selector::{Selector, TextPositionSelector};
use crate::document::Document;
use crate::text::{OffsetMap, Span, Unit};

/// An annotation of `document` without what derives from the text, and without what the reader
/// takes for granted.
pub(in crate::formats::newsmark) fn annotation(
    document: &Document,
    annotation: &Annotation,
    map: &OffsetMap<'_>,
) -> wire::Annotation {
    let place = |span: Span| {
        let range = map.range_of(span, Unit::CodePoint).unwrap_or_default();
        let offset = |offset: usize| i64::try_from(offset).unwrap_or(i64::MAX);
        let position = TextPositionSelector { start: offset(range.start), end: offset(range.end) };
        Selector { position, ..Selector::default() }
    };
    let mut entry = super::annotation(annotation, place(annotation.span), &|span| Some(place(span)));
    for field in [
        &mut entry.quote, &mut entry.prefix, &mut entry.suffix, &mut entry.value, &mut entry.entity,
        &mut entry.note,
    ] {
        // A value, entity or note that the file had in a form of its own stays, see `with_extra`.
        if field.as_ref().is_some_and(|json| json.is_null() || *json == "") {
            *field = None;
        }
    }
    if annotation.modified == annotation.created {
        entry.modified = None;
        if annotation.created == document.created {
            entry.created = None;
        }
    }
    entry
}
