//! Files of other programs, in the shape in which they write them.

mod common;

use std::fmt::Write as _;

use newsmark::document::Document;
use newsmark::formats::newsmark::value_to_json;
use newsmark::formats::{place, read};

/// What annotations without an article are put on.
const ARTICLE: &str = "Café 📉 fell €3.5m in Rome. The mayor of Rome wept.";

/// One article: its text, its marks with their places in code points, its relations; then what was told.
#[test]
fn exchange_fixtures() {
    common::check_folder("exchange", |file| {
        // A backslash in a column stands twice in a fixture.
        let import = match read(file.replace("\\\\n", "\\n").as_bytes(), None) {
            Ok(import) => import,
            Err(error) => return format!("error: {error}"),
        };
        let mut out = String::new();
        let mut problems = import.problems;
        let mut documents = import.documents;
        for draft in import.loose {
            let _ = writeln!(out, "put on the article: {} marks", draft.len());
            let placed = place(draft, ARTICLE).expect("a draft");
            documents.extend(placed.documents);
            problems.extend(placed.problems);
        }
        for document in &documents {
            show(&mut out, document);
        }
        for problem in problems {
            let _ = writeln!(out, "told: {problem}");
        }
        out
    });
}

fn show(out: &mut String, document: &Document) {
    let _ = writeln!(out, "text {:?}", &**document.text());
    for annotation in document.annotations() {
        let chars = |byte: usize| document.text()[..byte].chars().count();
        let (start, end) = (chars(annotation.span.start()), chars(annotation.span.end()));
        let _ = write!(
            out,
            "  {start}-{end} {} {:?} {} by {:?}",
            annotation.label,
            document.quote(annotation),
            annotation.status.code(),
            annotation.origin
        );
        if let Some(value) = &annotation.value {
            let _ = write!(out, " = {}", value_to_json(value));
        }
        if let Some(entity) = &annotation.entity {
            let _ = write!(out, " names {:?}", &*entity.0);
        }
        if !annotation.note.is_empty() {
            let _ = write!(out, " note {:?}", annotation.note);
        }
        if !annotation.extra.is_empty() {
            let _ = write!(out, " kept {}", serde_json::Value::Object(annotation.extra.clone()));
        }
        out.push('\n');
    }
    let quote = |id| document.annotation(id).map_or("", |annotation| document.quote(annotation));
    for relation in document.relations() {
        let _ = writeln!(out, "  {:?} {} {:?}", quote(relation.from), relation.kind, quote(relation.to));
    }
    for orphan in &document.orphans {
        let _ = writeln!(out, "  orphan {:?}", orphan.selector.quote.exact);
    }
    if !document.extra.is_empty() {
        let _ = writeln!(out, "  kept {}", serde_json::Value::Object(document.extra.clone()));
    }
}
