use super::into_text;
use super::line::Line;
use crate::extract::Extraction;
use crate::text::OffsetMap;

/// What was extracted from `text` as a JSON array of annotations, like those of a file but without
/// ids and times; in ASCII, which a browser takes over much faster. Entities are named `e1`, `e2` and so on, in the order of `extraction.entities`.
pub fn suggestions_json(text: &str, extraction: &Extraction) -> String {
    /// About how long a line gets.
    const LINE: usize = 320;
    let map = OffsetMap::new(text);
    let names: Vec<String> = (1..=extraction.entities.len()).map(|number| format!("e{number}")).collect();
    let mut entities: Vec<Option<&str>> = vec![None; extraction.suggestions.len()];
    for (group, name) in extraction.entities.iter().zip(&names) {
        for &mention in &group.mentions {
            if let Some(entity) = entities.get_mut(mention) {
                *entity = Some(name);
            }
        }
    }
    let mut out = Vec::with_capacity(LINE * extraction.suggestions.len() + 2);
    out.push(b'[');
    for (index, (suggestion, entity)) in extraction.suggestions.iter().zip(entities).enumerate() {
        if index > 0 {
            out.extend(b",\n");
        }
        let from = out.len();
        Line::of_suggestion(suggestion, entity, text, &map).put(&mut out);
        escape(&mut out, from);
    }
    out.push(b']');
    into_text(out)
}

/// Writes what stands from `from` on in ASCII. (In JSON all else stands in strings.)
fn escape(out: &mut Vec<u8>, from: usize) {
    let Some(line) = out.get(from..).filter(|line| !line.is_ascii()) else { return };
    let line = String::from_utf8_lossy(line).into_owned();
    out.truncate(from);
    for c in line.chars() {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => out.push(byte),
            _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| escape_unit(out, *unit)),
        }
    }
}

/// Writes a unit of UTF-16 (RFC 8259, section 7).
fn escape_unit(out: &mut Vec<u8>, unit: u16) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.extend(b"\\u");
    out.extend([12, 8, 4, 0].map(|shift| DIGITS[usize::from(unit >> shift & 15)]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value as Json, json};

    use crate::extract::{EntityGroup, Suggestion};
    use crate::label::LabelCode;
    use crate::text::Span;

    #[test]
    fn suggestions_have_no_ids_and_no_times() {
        let suggestion = |start, end| Suggestion {
            span: Span::new(start, end),
            label: LabelCode::PERSON,
            value: None,
            score: 0.5,
            extractor: "name",
            version: "1",
        };
        let group = EntityGroup { label: LabelCode::PERSON, name: "Ada".into(), mentions: vec![0, 9] };
        let extraction = Extraction {
            suggestions: vec![suggestion(5, 8), suggestion(9, 12)],
            entities: vec![group],
            ..Extraction::default()
        };
        let written = suggestions_json("📉 Ada Bob", &extraction);
        assert!(written.is_ascii(), "{written}");
        let json: Json = serde_json::from_str(&written).expect("JSON");
        assert_eq!(
            json[0],
            json!({
                "start": 2, "end": 5, "quote": "Ada", "prefix": "📉 ", "suffix": " Bob", "label": "PERSON",
                "status": "suggested", "value": null, "entity": "e1", "note": "",
                "origin": {"by": "extractor", "name": "name", "version": "1", "score": 0.5},
            })
        );
        assert_eq!(json[1]["entity"], Json::Null);
        assert_eq!(suggestions_json("", &Extraction::default()), "[]");
    }
}
