use serde_json::{Value as Json, json};

use super::line;
use crate::annotation::Extra;
use crate::annotation::anchor::describe;
use crate::extract::Extraction;
use crate::formats::newsmark::{value_to_json, wire};
use crate::text::OffsetMap;

/// What was extracted from `text` as a JSON array of annotations, like those of a file but without
/// ids and times. Entities are named `e1`, `e2` and so on, in the order of `extraction.entities`.
pub fn suggestions_json(text: &str, extraction: &Extraction) -> String {
    let map = OffsetMap::new(text);
    let mut entities = vec![Json::Null; extraction.suggestions.len()];
    for (index, group) in extraction.entities.iter().enumerate() {
        for &mention in &group.mentions {
            if let Some(entity) = entities.get_mut(mention) {
                *entity = json!(format!("e{}", index + 1));
            }
        }
    }
    let lines = extraction.suggestions.iter().zip(entities).map(|(suggestion, entity)| {
        let selector = describe(text, &map, suggestion.span);
        line(&wire::Annotation {
            id: None,
            start: Some(json!(selector.position.start)),
            end: Some(json!(selector.position.end)),
            quote: Some(Json::String(selector.quote.exact)),
            prefix: Some(Json::String(selector.quote.prefix)),
            suffix: Some(Json::String(selector.quote.suffix)),
            label: Some(json!(suggestion.label.as_str())),
            status: Some(json!("suggested")),
            value: Some(suggestion.value.as_ref().map_or(Json::Null, value_to_json)),
            entity: Some(entity),
            note: Some(json!("")),
            origin: Some(json!({
                "by": "extractor",
                "name": suggestion.extractor,
                "version": suggestion.version,
                "score": suggestion.score,
            })),
            created: None,
            modified: None,
            history: None,
            extra: Extra::new(),
        })
    });
    format!("[{}]", lines.collect::<Vec<_>>().join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
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
