//! Files made to do harm: each is refused, or read as the data that it is.
//!
//! `tests/fixtures/hostile/*.json` are the files, `expected.txt` beside them says what becomes of
//! each; `UPDATE_EXPECT=1` writes it anew. What holds of all of them is asserted here.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use newsmark::document::Document;
use newsmark::formats::{self, Format, MAX_BYTES, export, export_library, file_name, import};
use newsmark::store::{Library, MemoryStore};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile")
}

/// What becomes of a file, in one line.
fn outcome(bytes: &[u8]) -> String {
    let import = match import(bytes) {
        Ok(import) => import,
        Err(error) => return format!("refused: {error}"),
    };
    let mut line = format!("{} read", import.documents.len());
    for document in &import.documents {
        harmless(document);
        let colours: Vec<_> = document
            .labels
            .iter()
            .filter(|label| label.code.as_str() == "LOC")
            .map(|label| label.color.as_str())
            .collect();
        let _ = write!(
            line,
            "; {} marks, {} without a place, LOC {}, file {}",
            document.annotations().len(),
            document.orphans.len(),
            colours.join(" "),
            file_name(&document.display_title(), Format::Newsmark),
        );
    }
    let kinds: Vec<_> = import.problems.iter().map(|problem| format!("{:?}", problem.kind)).collect();
    let _ = write!(line, "; told: {}", if kinds.is_empty() { "nothing".to_owned() } else { kinds.join(" ") });
    line
}

/// What holds of every document, wherever it came from.
fn harmless(document: &Document) {
    for annotation in document.annotations() {
        assert!(annotation.span.slice(document.text()).is_some_and(|quote| !quote.is_empty()));
    }
    assert!(!document.text().contains('\0'));
    for label in document.labels.iter() {
        let digits = label.color.strip_prefix('#').expect("a colour begins with #");
        assert!(digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", label.color);
        assert!(label.key.chars().count() < 2);
    }
    let name = file_name(&document.display_title(), Format::Newsmark);
    assert!(name.len() < 255 && name.chars().all(|c| c.is_alphanumeric() || "-.".contains(c)), "{name}");
    assert!(!name.starts_with('.') && !name.contains(".."));

    let csv = export(document, Format::Csv);
    for cell in csv.split("\r\n").flat_map(|row| row.split(',')) {
        let cell = cell.trim_start_matches('"');
        let is_number = cell.trim_end_matches('"').parse::<f64>().is_ok();
        assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '＝']), "{cell}");
    }
    for line in
        export(document, Format::Jsonl).lines().chain([export(document, Format::WebAnnotation).as_str()])
    {
        serde_json::from_str::<serde_json::Value>(line).expect("JSON");
    }
    // What was read is written as a good file, and is stored and found again as it is.
    let again = import(export(document, Format::Newsmark).as_bytes()).expect("a file of ours");
    assert_eq!(again.documents.first(), Some(document));
    let library = import(export_library([document]).as_bytes()).expect("a library of ours");
    assert_eq!(library.documents.first(), Some(document));
    let library = Library::new(MemoryStore::default(), "tab");
    library.save(&document.clone().into()).expect("room");
    assert_eq!(*library.load(document.id).expect("an article"), *document);
    assert_eq!(library.list().expect("a list").unreadable, []);
}

#[test]
fn every_file_is_refused_or_harmless() {
    let mut names: Vec<_> = fs::read_dir(folder())
        .expect("the corpus")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"))
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    assert!(names.len() > 60, "only {} files", names.len());
    let mut seen = String::new();
    for name in &names {
        let bytes = fs::read(folder().join(name)).expect("a file");
        let _ = writeln!(seen, "{name}: {}", outcome(&bytes));
    }
    let expected = folder().join("expected.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&expected, &seen).expect("written");
    }
    let expected = fs::read_to_string(expected).expect("what is expected");
    for (seen, expected) in seen.lines().zip(expected.lines()) {
        assert_eq!(seen, expected);
    }
    assert_eq!(seen.lines().count(), expected.lines().count());
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    for depth in [1_000, 1_000_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let nested = open.repeat(depth) + "1" + &close.repeat(depth);
            assert!(outcome(nested.as_bytes()).starts_with("refused"), "{depth} {open}");
            let within = format!(
                "{{\"format\":\"newsmark\",\"version\":1,\"document\":{{\"text\":\"x\"}},\"x\":{nested}}}"
            );
            assert!(outcome(within.as_bytes()).starts_with("refused"), "{depth} {open} within");
        }
    }
}

#[test]
fn what_is_huge_is_read_or_refused() {
    let large = |len: usize| {
        let text = "Storm hits Lima. ".repeat(len / 17);
        format!(
            r#"{{"format":"newsmark","version":1,"document":{{"text":"{text}"}},"annotations":[{{"start":0,"end":5,"quote":"Storm","label":"EVENT"}}]}}"#
        )
    };
    let import = import(large(50 << 20).as_bytes()).expect("fifty megabytes are read");
    assert_eq!(import.documents[0].annotations().len(), 1);
    let refused = formats::import(large(MAX_BYTES + (1 << 20)).as_bytes()).expect_err("too large");
    assert!(refused.to_string().contains("MB"), "{refused}");

    // A hundred thousand marks that fit nowhere, and as many of one word.
    let entries = |quote: &str| {
        let entry = format!(r#"{{"start":-1,"end":99999999,"quote":"{quote}","label":"EVENT"}}"#);
        let list = vec![entry; 100_000].join(",");
        format!(
            r#"{{"format":"newsmark","version":1,"document":{{"text":"{}"}},"annotations":[{list}]}}"#,
            "Lima ".repeat(1_000)
        )
    };
    for quote in ["Lima", "Nowhere"] {
        let import = formats::import(entries(quote).as_bytes()).expect("read");
        let document = &import.documents[0];
        assert_eq!(document.annotations().len() + document.orphans.len(), 100_000);
    }
}
