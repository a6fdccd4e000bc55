//! What is exported comes back as it was.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::annotation::anchor::describe;
use newsmark::annotation::{
    Annotation, AnnotationId, Check, CheckState, Decision, Entity, EntityId, Extra, Origin, Orphan, Relation,
    RelationId, Status,
};
use newsmark::document::{Document, DocumentId};
use newsmark::formats::newsmark::{value_from_json, value_to_json};
use newsmark::formats::{
    Format, Loss, Writer, export, export_file, export_library, import, lost, place, read, snapped,
};
use newsmark::label::LabelCode;
use newsmark::text::{OffsetMap, Span, Unit, tokenize};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

const PIECES: &[&str] = &[
    "a",
    "The ",
    "Austin",
    "5",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "é",
    "e\u{301}",
    "📉",
    "👨‍👩‍👧‍👦",
    "🇺🇦",
    "€3.5m",
    "سلام",
    "שלום ",
    "\u{202E}",
    "\u{FEFF}",
    "\u{FFFD}",
    "中文",
    "\"",
    "\\",
    "\u{2028}",
    "\t",
    "'s",
    "\u{1F}",
];

prop_compose! {
    fn texts()(pieces in prop::collection::vec(prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ], 0..60)) -> String {
        pieces.concat()
    }
}

fn extra() -> impl Strategy<Value = Extra> {
    let value =
        prop_oneof![Just(json!(null)), Just(json!(-0.1)), Just(json!([1, {"a": "ü"}])), Just(json!("\0"))];
    prop::collection::btree_map("x-[a-z]{1,3}", value, 0..3).prop_map(|map| map.into_iter().collect())
}

fn timestamps() -> impl Strategy<Value = Timestamp> {
    (-60_000_000_000i64..200_000_000_000, 0..1_000_000_000)
        .prop_map(|(s, n)| Timestamp::new(s, n).expect("in range"))
}

fn origins() -> impl Strategy<Value = Origin> {
    prop_oneof![
        texts().prop_map(|name| Origin::Person { name: name.into() }),
        ("[a-z]*", "[0-9.]*", prop::option::of(0.0..1.0f64)).prop_map(|(name, version, score)| {
            Origin::Extractor { name: name.into(), version: version.into(), score }
        }),
    ]
}

fn values() -> impl Strategy<Value = (LabelCode, Option<serde_json::Value>)> {
    prop::sample::select(vec![
        (LabelCode::PERSON, None),
        (LabelCode::MONEY, Some(json!({"amount": "2300000000", "currency": "USD", "modifier": "more_than"}))),
        (LabelCode::MONEY, Some(json!({"low": "5", "high": "7", "unit": "franc"}))),
        (LabelCode::DATE, Some(json!({"timex": "2024-07-09/2024-07-11"}))),
        (LabelCode::ORDINAL, Some(json!({"ordinal": 3}))),
        (LabelCode::QUOTE, Some(json!({"speaker": "Ostin"}))),
        (LabelCode::new("SHIP"), Some(json!({"imo": 9_074_729, "x": [null]}))),
    ])
}

prop_compose! {
    fn checks()(
        state in prop::sample::select(&CheckState::ALL[..]), evidence in texts(), note in texts(), by in texts(),
        at in prop::option::of(timestamps()), extra in extra(),
    ) -> Arc<Check> {
        Arc::new(Check { state, evidence, note, by: by.into(), at, extra })
    }
}

fn decisions() -> impl Strategy<Value = Decision> {
    (texts(), timestamps(), any::<bool>())
        .prop_map(|(by, at, names_entity)| Decision { names_entity, ..Decision::new(by, at) })
}

prop_compose! {
    /// An annotation without a place.
    fn annotations()(
        id in any::<u128>(), (label, value) in values(), status in prop::sample::select(&Status::ALL[..]),
        origin in origins(), entity in prop::option::of(0..3usize), note in texts(),
        check in prop::option::of(checks()), decided in prop::option::of(decisions()), created in timestamps(), modified in timestamps(), mut extra in extra(), origin_extra in extra(),
    ) -> Annotation {
        if !origin_extra.is_empty() {
            extra.insert("origin".into(), origin_extra.into());
        }
        Annotation {
            id: AnnotationId(Uuid::from_u128(id)), span: Span::default(), value: value.and_then(|value| value_from_json(&label, &value)),
            label, status, origin, entity: entity.map(|n| EntityId(format!("e{n}").into())), note, check, decided, created, modified, history: Vec::new(), extra,
        }
    }
}

prop_compose! {
    /// An annotation that was changed in several places at once.
    fn contested()(now in annotations(), earlier in prop::collection::vec(annotations(), 0..3)) -> Annotation {
        Annotation { history: earlier.into_iter().map(Arc::new).collect(), ..now }
    }
}

prop_compose! {
    fn documents()(
        id in any::<u128>(), text in texts(), title in texts(), source in texts(), created in timestamps(), modified in timestamps(),
        days in prop::option::of(-3_000_000..2_900_000i32), placed in prop::collection::vec((contested(), any::<[prop::sample::Index; 2]>()), 0..12),
        orphans in prop::collection::vec((annotations(), texts(), texts(), any::<(i64, i64)>()), 0..4),
        mut extra in extra(), meta in extra(), label in extra(), of_entity in extra(),
        relations in prop::collection::vec((any::<u128>(), "[a-z_]{1,8}", any::<[prop::sample::Index; 2]>(), origins(), extra()), 0..4),
        decided in prop::option::of(decisions()),
    ) -> Document {
        let mut document = Document::new(DocumentId(Uuid::from_u128(id)), &text, created);
        document.title = title;
        document.outlet = source.chars().rev().collect();
        document.language = if document.outlet.is_empty() { "en".to_owned() } else { String::new() };
        document.source = source;
        document.modified = modified;
        document.published = days.map(|days| jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days)));
        let places: Vec<_> = document.text().char_indices().map(|(at, _)| at).chain([document.text().len()]).collect();
        document.extend(placed.into_iter().map(|(mut annotation, ends)| {
            let [start, end] = ends.map(|end| *end.get(&places));
            annotation.span = Span::new(start.min(end), start.max(end));
            for version in &mut annotation.history {
                // Every other version stands at a place of its own.
                let own = Span::new(places[0], end.max(start));
                let has_own = version.id.0.as_u128() % 2 == 0 && !own.is_empty();
                Arc::make_mut(version).span = if has_own { own } else { annotation.span };
            }
            Arc::new(annotation)
        }));
        for (annotation, exact, around, (start, end)) in orphans {
            let mut orphan = Orphan { annotation, selector: Default::default() };
            orphan.selector.quote.exact = exact;
            orphan.selector.quote.prefix = around;
            orphan.selector.position.start = start;
            orphan.selector.position.end = end;
            document.orphans.push(orphan);
        }
        let ends: Vec<_> = document.annotations().iter().map(|a| a.id).chain(document.orphans.iter().map(|o| o.annotation.id)).collect();
        if !ends.is_empty() {
            document.relate(relations.into_iter().map(|(id, kind, [from, to], origin, extra)| {
                let (from, to) = (*from.get(&ends), *to.get(&ends));
                Arc::new(Relation { id: RelationId(Uuid::from_u128(id)), kind: kind.into(), from, to, origin, extra })
            }));
        }
        document.labels.insert(newsmark::label::Label { code: LabelCode::new("SHIP"), name: "Ship \"".into(), color: "#123abc".into(), key: "ß".into(), description: "Hulls, afloat".into() });
        for n in 0..3 {
            let id = EntityId(format!("e{n}").into());
            document.entities.push(Entity { id, label: LabelCode::PERSON, name: "Ёж".into(), decided: decided.clone(), extra: of_entity.clone() });
        }
        for (name, part) in [("document", meta), ("labels", if label.is_empty() { label } else { Extra::from_iter([("SHIP".to_owned(), label.into())]) })] {
            if !part.is_empty() {
                extra.insert(name.into(), part.into());
            }
        }
        document.extra = extra;
        document
    }
}

/// Where the marks of a document stand and what they are labelled, but for the rejected ones; each once.
fn marks(document: &Document) -> Vec<(Span, LabelCode)> {
    let kept = document.annotations().iter().filter(|annotation| annotation.status != Status::Rejected);
    let mut marks: Vec<_> = kept.map(|annotation| (annotation.span, annotation.label.clone())).collect();
    marks.sort_by_key(|(span, label)| (span.start(), span.end(), label.clone()));
    marks.dedup();
    marks
}

fn schema() -> jsonschema::Validator {
    let schema = include_str!("../static/newsmark.schema.json");
    jsonschema::validator_for(&serde_json::from_str(schema).expect("JSON")).expect("a schema")
}

#[track_caller]
fn check_schema(validator: &jsonschema::Validator, file: &str) {
    let json = serde_json::from_str(file).expect("JSON");
    let errors: Vec<_> =
        validator.iter_errors(&json).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

proptest! {
    #[test]
    fn what_is_exported_keeps_to_the_schema(documents in prop::collection::vec(documents(), 0..3)) {
        let validator = schema();
        for document in &documents {
            check_schema(&validator, &export(document, Format::Newsmark));
        }
        check_schema(&validator, &export_library(&documents));
    }

    #[test]
    fn other_formats_are_well_formed(document in documents()) {
        let w3c: serde_json::Value = serde_json::from_str(&export(&document, Format::WebAnnotation)).expect("JSON");
        let items = w3c["first"]["items"].as_array().expect("a list");
        prop_assert_eq!(items.len(), document.annotations().len() + document.orphans.len());
        let chars: Vec<char> = document.text().chars().collect();
        for item in &items[..document.annotations().len()] {
            let [position, quote] = [0, 1].map(|n| &item["target"]["selector"][n]);
            let [start, end] = ["start", "end"].map(|end| usize::try_from(position[end].as_u64().expect("an offset")).expect("small"));
            prop_assert_eq!(quote["exact"].as_str().expect("a quote"), chars[start..end].iter().collect::<String>());
        }
        let line: serde_json::Value = serde_json::from_str(&export(&document, Format::Jsonl)).expect("JSON");
        prop_assert!(line["annotations"].is_array());
        let csv = export(&document, Format::Csv);
        prop_assert!(csv.ends_with("\r\n"));
        prop_assert_eq!(csv.matches('"').count() % 2, 0);
    }

    #[test]
    fn a_document_comes_back_as_it_was(document in documents()) {
        let file = export(&document, Format::Newsmark);
        let import = import(file.as_bytes()).expect("a file of ours");
        prop_assert_eq!(&import.problems, &[]);
        prop_assert_eq!(&import.documents, &[document]);
        prop_assert_eq!(export(&import.documents[0], Format::Newsmark), file);
    }

    #[test]
    fn a_document_comes_back_from_w3c_as_it_was(document in documents()) {
        let file = export(&document, Format::WebAnnotation);
        let import = read(file.as_bytes(), None).expect("a file of ours");
        prop_assert_eq!(&import.problems, &[]);
        prop_assert_eq!(&import.documents, &[document]);
    }

    #[test]
    fn marks_come_back_from_formats_that_hold_the_text(document in documents()) {
        for format in Format::ALL {
            let unplaced = [Format::Newsmark, Format::Jsonl, Format::Csv, Format::Tsv, Format::Hypothesis, Format::Recogito,
                Format::Conll, Format::ConllU, Format::WebAnno, Format::Markdown, Format::Html];
            if !unplaced.contains(&format) {
                // spaCy's marks are words; white space by itself is none.
                let document = if format == Format::Spacy { snapped(&document) } else { document.clone() };
                let import = read(&export_file(&document, format), Some(format)).expect("a file of ours");
                prop_assert_eq!(import.documents[0].text(), document.text(), "{:?}", format);
                if lost(&document, format).contains(&Loss::SpacyWords) {
                    let (before, after) = (marks(&document), marks(&import.documents[0]));
                    prop_assert!(after.iter().all(|mark| before.contains(mark)));
                    continue;
                }
                // brat's spans do not go over line ends, nor begin or end with one.
                let all = |document: &Document| {
                    let trimmed = |(span, label): (Span, LabelCode)| {
                        let quote = span.slice(document.text()).expect("a slice");
                        let start = span.start() + quote.len() - quote.trim_start().len();
                        (Span::new(start, start + quote.trim().len()), label)
                    };
                    let marks = marks(document).into_iter();
                    let mut marks: Vec<_> = if format == Format::Brat { marks.map(trimmed).filter(|(span, _)| !span.is_empty()).collect() } else { marks.collect() };
                    marks.sort_by_key(|(span, label)| (span.start(), span.end(), label.clone()));
                    marks.dedup();
                    marks
                };
                prop_assert_eq!(all(&import.documents[0]), all(&document), "{:?}", format);
            }
        }
    }

    #[test]
    fn marks_come_back_onto_the_text(document in documents()) {
        for format in [Format::Csv, Format::Tsv, Format::Hypothesis, Format::Recogito] {
            let import = read(&export_file(&document, format), Some(format)).expect("a file of ours");
            let loose = import.loose.into_iter().next();
            let placed = loose.map(|loose| place(loose, document.text()).expect("a draft"));
            let found = placed.map(|import| marks(&import.documents[0])).unwrap_or_default();
            for mark in marks(&document) {
                prop_assert!(found.contains(&mark), "{:?} {:?} {:?}", format, mark, found);
            }
        }
    }

    #[test]
    fn words_keep_their_marks_in_formats_that_go_by_words(document in documents()) {
        // White space is not theirs, nor are marks that begin or end in it, or that are not told apart.
        for format in [Format::WebAnno, Format::ConllU] {
            let import = read(&export_file(&document, format), Some(format)).expect("a file of ours");
            let squeezed = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let Some(back) = import.documents.first() else { continue };
            prop_assert_eq!(squeezed(back.text()), squeezed(document.text()), "{:?}", format);
            if format == Format::WebAnno {
                let words = |document: &Document| {
                    let kept = document.annotations().iter().filter(|a| a.status != Status::Rejected);
                    let mut words: Vec<_> = kept.map(|a| (a.label.clone(), squeezed(document.quote(a)))).filter(|(_, words)| !words.is_empty()).collect();
                    words.sort();
                    words
                };
                prop_assert_eq!(words(back), words(&document));
            }
        }
    }

    #[test]
    fn files_that_were_damaged_on_the_way_break_nothing(
        document in documents(), cut in any::<prop::sample::Index>(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        for format in Format::ALL {
            let mut file = export_file(&document, format);
            for (at, byte) in &changes {
                if !file.is_empty() {
                    let at = at.index(file.len());
                    file[at] = *byte;
                }
            }
            file.truncate(cut.index(file.len() + 1).max(file.len() / 2));
            for known in [None, Some(format)] {
                let Ok(import) = read(&file, known) else { continue };
                let placed = import.loose.into_iter().map(|draft| place(draft, document.text()).expect("a draft"));
                let placed: Vec<_> = placed.flat_map(|import| import.documents).collect();
                for found in import.documents.iter().chain(&placed) {
                    for annotation in found.annotations() {
                        prop_assert!(annotation.span.slice(found.text()).is_some_and(|quote| !quote.is_empty()), "{:?}", format);
                    }
                }
            }
        }
    }

    #[test]
    fn many_documents_come_back_from_one_file(documents in prop::collection::vec(documents(), 1..4)) {
        for format in [Format::WebAnnotation, Format::LabelStudio, Format::Doccano, Format::Spacy, Format::Prodigy, Format::Brat, Format::Cas, Format::PubAnnotation] {
            let mut writer = Writer::new(format);
            let mut file: Vec<u8> = documents.iter().map(|document| writer.document(document)).collect::<String>().into_bytes();
            file.extend(writer.finish());
            let import = read(&file, Some(format)).expect("a file of ours");
            let texts = |documents: &[Document]| documents.iter().map(|document| document.text().clone()).collect::<Vec<_>>();
            prop_assert_eq!(texts(&import.documents), texts(&documents), "{:?}", format);
        }
    }

    #[test]
    fn a_library_comes_back_as_it_was(documents in prop::collection::vec(documents(), 0..3)) {
        let import = import(export_library(&documents).as_bytes()).expect("a library of ours");
        prop_assert_eq!(&import.problems, &[]);
        prop_assert_eq!(&import.documents, &documents);
    }

    #[test]
    fn offsets_in_other_units_are_recognised_by_the_quotes(document in documents(), unit in prop::sample::select(&Unit::ALL[..])) {
        let mut file: serde_json::Value = serde_json::from_str(&export(&document, Format::Newsmark)).expect("JSON");
        let map = OffsetMap::new(document.text());
        for (annotation, json) in document.annotations().iter().zip(file["annotations"].as_array_mut().expect("a list")) {
            let range = map.range_of(annotation.span, unit).expect("a place");
            json["start"] = range.start.into();
            json["end"] = range.end.into();
        }
        file["offset_unit"] = unit.code().into();
        let import = import(file.to_string().as_bytes()).expect("a file of ours");
        prop_assert_eq!(&import.problems, &[]);
        prop_assert_eq!(import.documents[0].annotations(), document.annotations());
    }

    #[test]
    fn no_annotation_is_lost_when_the_text_changed(document in documents(), other in texts()) {
        let mut file: serde_json::Value = serde_json::from_str(&export(&document, Format::Newsmark)).expect("JSON");
        file["document"]["text"] = other.into();
        let import = import(file.to_string().as_bytes()).expect("a file of ours");
        let read = &import.documents[0];
        let ids = |document: &Document| {
            let orphans = document.orphans.iter().map(|orphan| orphan.annotation.id);
            let mut ids: Vec<_> = document.annotations().iter().map(|a| a.id).chain(orphans).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(read), ids(&document));
        for annotation in read.annotations() {
            prop_assert!(annotation.span.slice(read.text()).is_some_and(|quote| !quote.is_empty()));
        }
    }
}

proptest! {
    #[test]
    fn offsets_go_there_and_back(text in texts()) {
        let map = OffsetMap::new(&text);
        for (byte, _) in text.char_indices() {
            for from in Unit::ALL {
                let offset = map.convert(byte, Unit::Byte, from).expect("a place");
                prop_assert_eq!(offset, from.len_of(&text[..byte]));
                prop_assert_eq!(map.to_byte(offset, from), Some(byte));
            }
        }
    }

    #[test]
    fn tokens_tile_the_text(text in texts()) {
        // Also what stands for white space in text from web pages, though it is none in Unicode.
        let is_space = |c: char| c.is_whitespace() || "\u{200B}\u{FEFF}\u{2060}".contains(c);
        let mut end = 0;
        for token in tokenize(&text).iter() {
            prop_assert!(token.span.start() >= end && !token.span.is_empty());
            prop_assert!(text[end..token.span.start()].chars().all(is_space));
            end = token.span.end();
        }
        prop_assert!(text[end..].chars().all(is_space));
    }

    #[test]
    fn selectors_quote_what_stands_there(text in texts(), ends in any::<[prop::sample::Index; 2]>()) {
        let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let ends = ends.map(|end| *end.get(&places));
        let span = Span::new(ends[0].min(ends[1]), ends[0].max(ends[1]));
        let quote = describe(&text, &OffsetMap::new(&text), span).quote;
        prop_assert!(text[..span.start()].ends_with(&quote.prefix) && text[span.end()..].starts_with(&quote.suffix));
        prop_assert!(quote.prefix.chars().count() <= 32 && quote.suffix.chars().count() <= 32);
        prop_assert_eq!(Some(quote.exact.as_str()), span.slice(&text));
    }
}

#[test]
fn a_line_of_a_megabyte_comes_back() {
    let text = "Café 📉 fell €3.5m in Rome. ".repeat(40_000);
    let mut document = Document::new(DocumentId(Uuid::from_u128(7)), &text, Timestamp::UNIX_EPOCH);
    let template = Annotation::by_hand(
        AnnotationId(Uuid::nil()),
        Span::default(),
        LabelCode::MONEY,
        Timestamp::UNIX_EPOCH,
    );
    document.extend(text.match_indices("€3.5m").step_by(4).enumerate().map(|(n, (at, quote))| {
        let id = AnnotationId(Uuid::from_u128(n as u128 + 1));
        Arc::new(Annotation { id, span: Span::new(at, at + quote.len()), ..template.clone() })
    }));
    assert_eq!(document.annotations().len(), 10_000);
    let import = import(export(&document, Format::Newsmark).as_bytes()).expect("a file of ours");
    assert_eq!(import.problems, []);
    assert!(import.documents == [document]);
}

#[test]
fn values_stay_as_they_are() {
    let json = json!({"amount": "1.50", "currency": "EUR"});
    let value = value_from_json(&LabelCode::MONEY, &json).expect("a value");
    assert_eq!(value_to_json(&value), json);
}

#[test]
fn versions_have_places_of_their_own_or_that_of_their_mark() {
    let text = "📉 Rome Opera sings";
    let file = |history: serde_json::Value, unit: &str, start: usize| {
        json!({"format": "newsmark", "version": 1, "document": {"id": Uuid::nil().to_string(), "text": text}, "offset_unit": unit,
            "annotations": [{"id": Uuid::from_u128(1).to_string(), "start": start, "end": start + 10, "quote": "Rome Opera",
                "label": "ORG", "status": "accepted", "history": history}]})
        .to_string()
    };
    let other = Uuid::from_u128(2).to_string();
    let history = |start: usize| {
        json!([{"label": "ORG", "status": "suggested"}, {"label": "ORG", "status": "accepted", "start": 900, "end": 904},
            {"id": other, "label": "LOC", "status": "accepted", "start": start, "end": start + 4, "quote": "Rome"}])
    };
    for (unit, start) in [("codepoint", 2), ("utf16", 3)] {
        let import = import(file(history(start), unit, start).as_bytes()).expect("a file of ours");
        let document = &import.documents[0];
        let mark = &document.annotations()[0];
        let versions =
            mark.history.iter().map(|it| (it.id.0.as_u128(), it.label.as_str(), document.quote(it)));
        assert_eq!(
            versions.collect::<Vec<_>>(),
            [(1, "ORG", "Rome Opera"), (1, "ORG", "Rome Opera"), (2, "LOC", "Rome")]
        );
        let later = document.on_text("News: 📉 Rome Opera sings");
        let versions: Vec<_> = later.annotations()[0].history.iter().map(|it| later.quote(it)).collect();
        assert_eq!(versions, ["Rome Opera", "Rome Opera", "Rome"]);
    }
}
