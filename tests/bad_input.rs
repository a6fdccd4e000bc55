//! Files that are not as they should be: each gets a message that a person understands, and none a
//! panic.

use newsmark::document::Document;
use newsmark::formats::{Error, Format, Import, ProblemKind, export, import, jsonl};
use serde_json::{Value as Json, json};

/// A good file, to be spoilt.
fn good() -> Json {
    let annotation = json!({
        "id": "7a1c0000-0000-4000-8000-000000000001", "start": 12, "end": 17, "quote": "€3.5m",
        "prefix": "Café 📉 fell ", "suffix": " in Rome.", "label": "MONEY", "status": "suggested",
        "value": {"amount": "3500000", "currency": "EUR"}, "entity": null, "note": "",
        "origin": {"by": "extractor", "name": "money", "version": "1", "score": 0.98},
        "created": "2026-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00Z"
    });
    json!({
        "format": "newsmark", "version": 1, "offset_unit": "codepoint",
        "document": {"id": "7a1c0000-0000-4000-8000-00000000d0c0", "text": "Café 📉 fell €3.5m in Rome.", "created": "2026-01-01T00:00:00Z"},
        "annotations": [annotation]
    })
}

fn spoilt(spoil: impl FnOnce(&mut Json)) -> Vec<u8> {
    let mut file = good();
    spoil(&mut file);
    file.to_string().into_bytes()
}

#[track_caller]
fn refused(bytes: &[u8], expected: &str) -> Error {
    let error = import(bytes).expect_err("an error");
    let message = error.clone().with_file("a.json").to_string();
    assert!(message.starts_with("a.json: The ") && message.ends_with('.'), "{message}");
    assert!(message.contains(expected), "{message}");
    error
}

/// Imports a file that is only odd; every annotation of the good file must still be there.
#[track_caller]
fn read(bytes: &[u8], expected: &[(ProblemKind, &str)]) -> Import {
    let import = import(bytes).expect("a readable file");
    let got: Vec<_> =
        import.problems.iter().map(|problem| (problem.kind, problem.message.as_str())).collect();
    assert_eq!(got.len(), expected.len(), "{got:#?}");
    for ((kind, message), (expected_kind, part)) in got.iter().zip(expected) {
        assert_eq!(kind, expected_kind, "{message}");
        assert!(message.contains(part) && message.ends_with(['.', '”']), "{message}");
    }
    for document in &import.documents {
        assert_eq!(document.annotations().len() + document.orphans.len(), 1);
        let file = export(document, Format::Newsmark);
        let again = newsmark::formats::import(file.as_bytes()).expect("a file of ours");
        assert_eq!(again.documents.first(), Some(document), "what was repaired stays");
    }
    import
}

#[track_caller]
fn quote(import: &Import) -> Option<&str> {
    let document: &Document = import.documents.first().expect("a document");
    document.annotations().first().map(|annotation| document.quote(annotation))
}

#[test]
fn files_that_are_not_ours() {
    refused(b"", "is empty");
    refused(b" \n\t ", "is empty");
    assert!(
        refused("Storm hits coast. ".repeat(300_000).as_bytes(), "paste it as a new article")
            .is_other_format()
    );
    assert!(refused(b"\x89PNG\r\n\x1a\n\0\0\0", "not UTF-8 text (see byte 0)").is_other_format());
    refused(b"\xff\xfe{\0}\0", "UTF-16");
    assert!(refused(b"[1, 2, 3]", "not of Newsmark").is_other_format());
    refused(b"{}", "not of Newsmark");
    refused(br#"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}"#, "W3C Web Annotation");
    refused(br#"[{"data":{"text":"a"},"annotations":[]}]"#, "Label Studio");
    refused(br#""newsmark""#, "not JSON");
    assert!(refused(&vec![b' '; (100 << 20) + 1], "too large: 101 MB").is_too_large());
}

#[test]
fn files_that_are_damaged() {
    let file = good().to_string();
    let cut = file.replace(',', ",\n");
    assert!(refused(&cut.as_bytes()[..cut.len() / 2], "breaks off at line").is_damaged());
    for end in 1..file.len() {
        if let Some(part) = file.get(..end) {
            assert!(import(part.as_bytes()).is_err());
        }
    }
    refused(file.replacen(':', "=", 1).as_bytes(), "wrong at line 1, column");
    refused(file.replacen('{', r#"{"version":1,"#, 1).as_bytes(), "\"version\" stands twice");
    refused(file.replace("\"end\"", "\"start\"").as_bytes(), "\"start\" stands twice");
    refused("{\"format\":".repeat(100_000).as_bytes(), "nested too deeply");
    refused(format!("{}{}", "[".repeat(500), "]".repeat(500)).as_bytes(), "nested too deeply");
    refused(
        &spoilt(|file| file["document"]["text"] = json!(5)),
        "text (\"text\" in \"document\") is missing",
    );
    refused(&spoilt(|file| file["document"] = json!([])), "is missing");
    refused(br#"{"format":"newsmark-library","version":1}"#, "list of articles");
    refused(&spoilt(|file| file["version"] = json!("one")), "\"version\"");
    refused(&spoilt(|file| file["version"] = json!(0)), "\"version\"");
}

#[test]
fn files_of_newer_versions_are_refused() {
    let newer = spoilt(|file| {
        file["version"] = json!(2);
        file["generator"] = json!("newsmark 3.1");
    });
    let error = refused(&newer, "version 2 of the Newsmark format (made by newsmark 3.1)");
    assert!(error.is_newer_version() && error.to_string().contains("Get a newer Newsmark"));
}

#[test]
fn articles_of_a_library_that_are_damaged_do_not_stop_the_rest() {
    let library = json!({"format": "newsmark-library", "version": 1, "documents": [5, good(), {"format": "newsmark"}, good()]});
    let import = import(library.to_string().as_bytes()).expect("a library");
    assert!(import.is_library && import.documents.len() == 2);
    assert_ne!(import.documents[0].id, import.documents[1].id);
    let messages: Vec<_> = import.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(messages[0].starts_with("Article 1 of the library could not be read"), "{messages:?}");
    assert!(messages[1].starts_with("Article 3 of the library could not be read"), "{messages:?}");
    assert!(messages[2].contains("same id"), "{messages:?}");
}

#[test]
fn offsets_that_do_not_fit() {
    use ProblemKind::{Moved, OffsetUnit, Orphaned, Unchecked};
    read(&good().to_string().into_bytes(), &[]);
    for (start, end) in [
        (json!(-5), json!(0)),
        (json!(1.5), json!(6.5)),
        (json!(900), json!(905)),
        (json!(u64::MAX), json!(1e300)),
        (json!(i64::MAX), json!(i64::MIN)),
        (json!("12"), json!(null)),
        (json!(17), json!(12)),
    ] {
        let place = |file: &mut Json| {
            file["annotations"][0]["start"] = start.clone();
            file["annotations"][0]["end"] = end.clone();
        };
        let import = read(&spoilt(place), &[(Moved, "“€3.5m” does not stand at")]);
        assert_eq!(quote(&import), Some("€3.5m"));
        let no_quote = |file: &mut Json| {
            place(file);
            file["annotations"][0]["quote"] = json!(null);
        };
        read(&spoilt(no_quote), &[(Orphaned, "has no clear place in the text")]);
    }
    let import = read(
        &spoilt(|file| file["annotations"][0]["quote"] = json!("Paris")),
        &[(Orphaned, "“Paris” at 12-17")],
    );
    assert_eq!(import.documents[0].orphans[0].selector.quote.exact, "Paris");
    let import =
        read(&spoilt(|file| file["annotations"][0]["quote"] = json!("")), &[(Unchecked, "no quote")]);
    assert_eq!(quote(&import), Some("€3.5m"));
    for (start, end, unit) in [(13, 18, "UTF-16"), (16, 23, "UTF-8 bytes")] {
        let place = |file: &mut Json| {
            file["annotations"][0]["start"] = json!(start);
            file["annotations"][0]["end"] = json!(end);
        };
        let import = read(&spoilt(place), &[(OffsetUnit, unit)]);
        assert_eq!(quote(&import), Some("€3.5m"));
    }
}

#[test]
fn texts_that_are_put_in_order() {
    let text = "A\r\nCaf\u{e9} \u{0}\r\n fell €3.5m.\r";
    let start = text.chars().position(|c| c == '€').expect("there");
    let file = spoilt(|file| {
        file["document"]["text"] = json!(text);
        file["annotations"][0]["start"] = json!(start);
        file["annotations"][0]["end"] = json!(start + 5);
    });
    let import = read(&file, &[(ProblemKind::Text, "line ends")]);
    assert_eq!(&**import.documents[0].text(), "A\nCafé \u{FFFD}\n fell €3.5m.\n");
    assert_eq!(quote(&import), Some("€3.5m"));

    let file = good().to_string().replace("📉", r"\ud83d");
    let import = read(file.as_bytes(), &[(ProblemKind::Text, "2 broken characters")]);
    assert_eq!(quote(&import), Some("€3.5m"));

    read(&spoilt(|file| file["document"]["sha256"] = json!("00")), &[(ProblemKind::Hash, "checksum")]);
    let mut with_mark = b"\xef\xbb\xbf".to_vec();
    with_mark.extend(good().to_string().bytes());
    read(&with_mark, &[]);
}

#[test]
fn fields_that_are_odd() {
    use ProblemKind::{Added, Date, Field, Id, Skipped};
    let odd = |path: &str, value: Json, expected: &[(ProblemKind, &str)]| {
        read(&spoilt(|file| *file.pointer_mut(path).expect("a field") = value), expected)
    };
    odd("/annotations/0/id", json!("a1"), &[(Id, "no id of the right form")]);
    odd("/document/id", json!(null), &[(Id, "no id of the right form")]);
    odd("/annotations/0/label", json!(""), &[(Field, "has no label"), (Added, "“UNKNOWN”")]);
    odd("/annotations/0/label", json!("SHIP"), &[(Added, "“SHIP” is used, but not listed")]);
    odd("/annotations/0/status", json!("maybe"), &[(Field, "unknown status “maybe”")]);
    odd("/annotations/0/value", json!(5), &[(Field, "has the value 5")]);
    odd("/annotations/0/origin", json!("me"), &[(Field, "origin")]);
    odd("/annotations/0/entity", json!("e9"), &[(Added, "“e9” is named, but not listed")]);
    odd("/annotations/0/created", json!("yesterday"), &[(Date, "\"yesterday\"")]);
    odd("/annotations/0/note", json!(["a"]), &[(Field, "“note” is no text")]);
    let import = read(
        &spoilt(|file| file["document"]["published"] = json!("last Tuesday")),
        &[(Date, "publication date \"last Tuesday\" could not be read")],
    );
    assert!(export(&import.documents[0], Format::Newsmark).contains(r#""published":"last Tuesday""#), "kept");
    read(
        &spoilt(|file| {
            file["labels"] = json!([{"code": "MONEY", "color": "red;}", "key": "xyz"}, {"code": "MONEY"}, 7]);
        }),
        &[(Field, "no colour"), (Field, "more than one key"), (Skipped, "“MONEY”"), (Skipped, "no label")],
    );
    read(
        &spoilt(|file| file["annotations"].as_array_mut().expect("a list").push(json!("x"))),
        &[(Skipped, "1 of the entries in “annotations”")],
    );
}

#[test]
fn duplicate_ids_get_new_ones_that_stay_the_same() {
    let file = spoilt(|file| {
        let annotation = file["annotations"][0].clone();
        file["annotations"] = json!([annotation, annotation, annotation]);
        file["orphans"] = json!([annotation]);
    });
    let first = import(&file).expect("a readable file");
    assert_eq!(first.documents[0].annotations().len(), 3);
    assert_eq!(first.documents[0].orphans.len(), 1);
    assert_eq!(first.problems.len(), 3);
    assert!(
        first.problems.iter().all(|problem| problem.message.contains("has the id of another annotation"))
    );
    assert_eq!(import(&file).expect("a readable file"), first);
}

#[test]
fn any_single_field_may_be_anything() {
    let mut paths = Vec::new();
    collect(&good(), String::new(), &mut paths);
    for path in paths {
        for value in
            [json!(null), json!(-1), json!(0.5), json!("x"), json!([{}]), json!({"a": [null]}), json!(true)]
        {
            let file = spoilt(|file| *file.pointer_mut(&path).expect("a field") = value);
            if let Err(error) = import(&file) {
                assert!(error.to_string().len() > 40, "{error}");
            }
        }
    }
}

fn collect(json: &Json, path: String, paths: &mut Vec<String>) {
    match json {
        Json::Object(object) => {
            object.iter().for_each(|(key, value)| collect(value, format!("{path}/{key}"), paths))
        }
        Json::Array(array) => {
            array
                .iter()
                .enumerate()
                .for_each(|(index, value)| collect(value, format!("{path}/{index}"), paths));
        }
        _ => {}
    }
    paths.push(path);
}

#[test]
fn ten_thousand_annotations_of_a_changed_megabyte() {
    let text = "The cost rose by €3.5m in Rome, and Austin said so on July 2. ".repeat(16_000);
    let quotes = ["€3.5m", "Austin", "e", "absent words"];
    let annotations: Vec<_> = (0..10_000)
        .map(|n| json!({"start": n * 100, "end": n * 100 + 5, "quote": quotes[n % 4], "prefix": "by ", "label": "MONEY"}))
        .collect();
    let file = spoilt(|file| {
        file["document"]["text"] = json!(text);
        file["annotations"] = json!(annotations);
    });
    let import = import(&file).expect("a readable file");
    let document = &import.documents[0];
    assert_eq!(document.annotations().len() + document.orphans.len(), 10_000);
}

#[test]
fn lines_that_are_not_ours() {
    for (line, expected) in [
        ("nope", "The line is not JSON"),
        ("{\"text\":", "it breaks off"),
        ("{\"text\":1 2}", "column 11"),
        ("{\"id\":\"a\"}", "no article text"),
    ] {
        let error = jsonl::read(line.as_bytes()).expect_err("an error").to_string();
        assert!(error.contains(expected), "{error}");
    }
}
