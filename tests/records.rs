//! What a program gets is what the page shows: the record of a text and its suggestions agree, value for value.

use newsmark::extract::extract;
use newsmark::formats::{Record, read_text, suggestions_json};
use newsmark::text::{Unit, normalize};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// What both tell of a text, in one shape.
fn both(text: &str) -> (Vec<Json>, Vec<Json>) {
    let document = read_text(text, "2024-07-02".parse().ok()).expect("it is short");
    let record = Record::new(&document, text, Unit::CodePoint);
    let record = serde_json::to_value(&record).expect("it serialises");
    let extraction = extract(text, "2024-07-02".parse().ok());
    let page: Vec<Json> = serde_json::from_str(&suggestions_json(text, &extraction)).expect("JSON");
    let name = |id: &Json| {
        let number: usize = id.as_str()?.strip_prefix('e')?.parse().ok()?;
        Some(extraction.entities.get(number - 1)?.name.clone())
    };
    let page = page.iter().map(|it| {
        json!({
            "start": it["start"], "end": it["end"], "label": it["label"], "text": it["quote"], "value": it["value"],
            "score": it["origin"]["score"], "entity": name(&it["entity"]),
        })
    });
    (record["annotations"].as_array().cloned().unwrap_or_default(), page.collect())
}

#[test]
fn records_agree_with_suggestions() {
    let sample = include_str!("../static/sample.txt");
    let (record, page) = both(sample);
    assert!(record.len() > 20);
    assert_eq!(record, page);
}

proptest! {
    #[test]
    fn records_agree_with_suggestions_in_any_text(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Ada Obi", "said", "that", "Rome", "$5", "📉", "“", "”", "on Tuesday", ",", ".", "argued", "claiming",
                "12", "the minister", "\n\n", "Acme Inc.", "é", "per cent", "QUESTION OF THE DAY", ":",
            ]),
            0..40,
        ),
    ) {
        let text = normalize(&words.join(" ")).into_owned();
        let (record, page) = both(&text);
        prop_assert_eq!(record, page);
    }

    #[test]
    fn the_same_text_gives_the_same_record_and_its_places(text in "[a-zA-Z$“”é📉 \r\n\0.,0-9]{0,200}") {
        for unit in Unit::ALL {
            let documents = [read_text(&text, None).expect("short"), read_text(&text, None).expect("short")];
            let [one, other] = documents.each_ref().map(|document| {
                serde_json::to_string(&Record::new(document, &text, unit)).expect("it serialises")
            });
            prop_assert_eq!(one, other);
        }
        let document = read_text(&text, None).expect("short");
        for found in Record::new(&document, &text, Unit::Byte).annotations {
            prop_assert_eq!(text.get(found.start..found.end), Some(found.text));
        }
    }
}
