//! An annotation as most are: with nothing in it that this version does not know. It borrows all
//! that it writes, since of an article's file most lines, and most of the work, are annotations.

use std::ops::Range;

use jiff::Timestamp;
use uuid::Uuid;

use super::put;
use crate::annotation::anchor::{Surroundings, surroundings};
use crate::annotation::{Annotation, Decision, Origin};
use crate::document::Document;
use crate::extract::Suggestion;
use crate::formats::newsmark::value::{Shown, Written};
use crate::text::{OffsetMap, Span, Unit};
use crate::value::Value;

/// One of `annotations`, field by field as [`wire::Annotation`](super::wire::Annotation) has them.
pub(super) struct Line<'a> {
    id: Option<Uuid>,
    start: usize,
    end: usize,
    /// The quote and what stands around it; left out in our own store, where the text is next to it.
    around: Option<Surroundings<'a>>,
    label: &'a str,
    status: &'static str,
    value: Option<&'a Value>,
    entity: Option<&'a str>,
    note: &'a str,
    origin: LineOrigin<'a>,
    decided: Option<&'a Decision>,
    created: Option<Timestamp>,
    modified: Option<Timestamp>,
    /// Whether fields without a value are written too.
    is_full: bool,
}

enum LineOrigin<'a> {
    Extractor { name: &'a str, version: &'a str, score: Option<f64> },
    Person { name: &'a str },
}

impl<'a> Line<'a> {
    /// The line of an annotation without unknown fields.
    pub(super) fn of(annotation: &'a Annotation, text: &'a str, map: &OffsetMap<'_>) -> Line<'a> {
        Line { around: Some(surroundings(text, annotation.span)), ..Line::bare(annotation, map) }
    }

    /// The same without what stands around it.
    fn bare(annotation: &'a Annotation, map: &OffsetMap<'_>) -> Line<'a> {
        let origin = match &annotation.origin {
            Origin::Extractor { name, version, score } => {
                LineOrigin::Extractor { name, version, score: *score }
            }
            Origin::Person { name } => LineOrigin::Person { name },
        };
        let Range { start, end } = code_points(map, annotation.span);
        Line {
            id: Some(annotation.id.0),
            start,
            end,
            around: None,
            label: annotation.label.as_str(),
            status: annotation.status.code(),
            value: annotation.value.as_ref(),
            entity: annotation.entity.as_ref().map(|id| &*id.0),
            note: &annotation.note,
            origin,
            decided: annotation.decided.as_ref(),
            created: Some(annotation.created),
            modified: Some(annotation.modified),
            is_full: true,
        }
    }

    /// The line of an annotation of `document` without unknown fields for our own store: see
    /// [`stored::annotation`](super::stored::annotation) for what it leaves out.
    pub(super) fn stored(document: &Document, annotation: &'a Annotation, map: &OffsetMap<'_>) -> Line<'a> {
        let is_new = annotation.modified == annotation.created;
        let line = Line::bare(annotation, map);
        Line {
            created: line.created.filter(|created| !is_new || *created != document.created),
            modified: line.modified.filter(|_| !is_new),
            is_full: false,
            ..line
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
        Line {
            id: None,
            start,
            end,
            around: Some(surroundings(text, suggestion.span)),
            label: suggestion.label.as_str(),
            status: "suggested",
            value: suggestion.value.as_ref(),
            entity,
            note: "",
            origin: LineOrigin::Extractor {
                name: suggestion.extractor,
                version: suggestion.version,
                score: Some(suggestion.score),
            },
            decided: None,
            created: None,
            modified: None,
            is_full: true,
        }
    }

    /// Writes the line. By hand, since that takes a third of the time of derived code and an article
    /// has thousands of lines; what can need escaping is left to [`serde_json`].
    pub(super) fn put(&self, out: &mut Vec<u8>) {
        out.push(b'{');
        if let Some(id) = self.id {
            out.extend(b"\"id\":");
            put(out, &Shown(id));
            out.push(b',');
        }
        out.extend(b"\"start\":");
        put(out, &self.start);
        out.extend(b",\"end\":");
        put(out, &self.end);
        let mut field = |name: &[u8], text: &str| {
            out.extend(name);
            put_text(out, text);
        };
        if let Some(around) = self.around {
            field(b",\"quote\":", around.exact);
            field(b",\"prefix\":", around.prefix);
            field(b",\"suffix\":", around.suffix);
        }
        field(b",\"label\":", self.label);
        field(b",\"status\":", self.status);
        if self.value.is_some() || self.is_full {
            out.extend(b",\"value\":");
            put(out, &self.value.map(Written));
        }
        match self.entity {
            Some(entity) => {
                out.extend(b",\"entity\":");
                put_text(out, entity);
            }
            None if self.is_full => out.extend(b",\"entity\":null"),
            None => {}
        }
        if self.is_full || !self.note.is_empty() {
            out.extend(b",\"note\":");
            put_text(out, self.note);
        }
        self.origin.put(out);
        if let Some(decided) = self.decided {
            out.extend(b",\"decided\":{\"by\":");
            put_text(out, &decided.by);
            out.extend(b",\"at\":");
            put(out, &Shown(decided.at));
            if decided.names_entity {
                out.extend(b",\"entity\":true");
            }
            out.push(b'}');
        }
        if let Some(created) = self.created {
            out.extend(b",\"created\":");
            put(out, &Shown(created));
        }
        if let Some(modified) = self.modified {
            out.extend(b",\"modified\":");
            put(out, &Shown(modified));
        }
        out.push(b'}');
    }
}

impl LineOrigin<'_> {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            LineOrigin::Extractor { name, version, score } => {
                out.extend(b",\"origin\":{\"by\":\"extractor\",\"name\":");
                put_text(out, name);
                out.extend(b",\"version\":");
                put_text(out, version);
                if let Some(score) = score {
                    out.extend(b",\"score\":");
                    put(out, score);
                }
            }
            LineOrigin::Person { name } => {
                out.extend(b",\"origin\":{\"by\":\"person\",\"name\":");
                put_text(out, name);
            }
        }
        out.push(b'}');
    }
}

/// Writes a text in quotes.
fn put_text(out: &mut Vec<u8>, text: &str) {
    // Without leaving early, so that the compiler looks at many bytes at once.
    let is_special = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    if text.bytes().fold(false, |any, byte| any | is_special(byte)) {
        return put(out, text);
    }
    out.push(b'"');
    out.extend(text.as_bytes());
    out.push(b'"');
}

fn code_points(map: &OffsetMap<'_>, span: Span) -> Range<usize> {
    map.range_of(span, Unit::CodePoint).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::stored;
    use super::*;
    use proptest::prelude::*;

    use crate::annotation::anchor::describe;
    use crate::annotation::{AnnotationId, EntityId};
    use crate::document::DocumentId;
    use crate::extract::extract;

    proptest! {
        /// As the general way writes it, which derives its code.
        #[test]
        fn lines_are_those_of_the_wire_type(
            words in proptest::collection::vec(
                prop_oneof![Just("Rome"), Just("\"5 million\""), Just("$3bn,"), Just("on Monday"), Just("é📉\\\n\u{1}")],
                0..40,
            ),
            note in ".{0,9}",
        ) {
            let text = words.join(" ");
            let map = OffsetMap::new(&text);
            let document = Document::new(DocumentId(Uuid::nil()), &text, Timestamp::UNIX_EPOCH);
            let time = |seconds| Timestamp::from_second(seconds).unwrap();
            for (at, suggestion) in extract(&text, None).suggestions.into_iter().enumerate() {
                let id = AnnotationId(Uuid::from_u128(at as u128));
                let mut item = Annotation::by_hand(id, suggestion.span, suggestion.label, Timestamp::UNIX_EPOCH);
                if at % 2 == 0 {
                    let (name, version) = (suggestion.extractor.into(), suggestion.version.into());
                    item.origin = Origin::Extractor { name, version, score: Some(suggestion.score) };
                    item.entity = Some(EntityId("e1".into()));
                }
                item.value = suggestion.value;
                item.created = time(at as i64 / 2 % 2);
                item.modified = time(at as i64 / 2 % 3);
                item.note = note.clone();
                item.decided = (at % 3 == 0).then(|| Decision { names_entity: at % 2 == 0, ..Decision::new(note.as_str(), time(at as i64)) });
                let (mut line, mut wire) = (Vec::new(), Vec::new());
                Line::of(&item, &text, &map).put(&mut line);
                put(&mut wire, &super::super::annotation(&item, describe(&text, &map, item.span), &|_| None));
                prop_assert_eq!(String::from_utf8(line).unwrap(), String::from_utf8(wire).unwrap());
                let (mut line, mut wire) = (Vec::new(), Vec::new());
                Line::stored(&document, &item, &map).put(&mut line);
                put(&mut wire, &stored::annotation(&document, &item, &map));
                prop_assert_eq!(String::from_utf8(line).unwrap(), String::from_utf8(wire).unwrap());
            }
        }
    }
}
