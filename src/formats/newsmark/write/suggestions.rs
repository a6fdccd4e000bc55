use super::into_text;
use super::line::Line;
use crate::extract::Extraction;
use crate::text::OffsetMap;

/// What was extracted from `text` as a JSON array of annotations, like those of a file but without
/// ids and times. Entities are named `e1`, `e2` and so on, in the order of `extraction.entities`.
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
        Line::of_suggestion(suggestion, entity, text, &map).put(&mut out);
    }
    out.push(b']');
    into_text(out)
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
        let extraction =
            Extraction { suggestions: vec![suggestion(5, 8), suggestion(9, 12)], entities: vec![group] };
        let json: Json = serde_json::from_str(&suggestions_json("📉 Ada Bob", &extraction)).expect("JSON");
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
