//! Passages in which people judged every figure: read here, for the trial that counts and for what learns.

#![allow(dead_code, reason = "each of the two uses a part of it")]

use std::fs;
use std::path::Path;

use newsmark::annotation::AnnotationId;
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::text::Span;
use serde::Deserialize;
use uuid::Uuid;

/// A passage as a file has it: with its text, or as a part of an article of the shared folder.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: Option<String>,
    file: Option<String>,
    #[serde(default)]
    line: usize,
    report: Option<usize>,
    #[serde(default)]
    start: usize,
    #[serde(default)]
    end: usize,
    published: Option<String>,
    figures: Vec<Judged>,
}

/// A figure with what was judged of it, by code points of the passage.
#[derive(Deserialize)]
pub(crate) struct Judged {
    pub(crate) span: [usize; 2],
    pub(crate) of: Option<[usize; 2]>,
    pub(crate) who: Option<[usize; 2]>,
    pub(crate) when: Option<[usize; 2]>,
    pub(crate) kind: String,
    pub(crate) links: Vec<(String, usize)>,
}

/// A passage, read.
pub(crate) struct Passage {
    pub(crate) id: String,
    pub(crate) document: Document,
    pub(crate) figures: Vec<Judged>,
    /// Where each code point begins, in bytes, and the end.
    places: Vec<usize>,
}

impl Passage {
    /// Code points as bytes.
    pub(crate) fn span(&self, [from, to]: [usize; 2]) -> Span {
        Span::new(self.places[from], self.places[to])
    }

    /// The judged figure that a mark is.
    pub(crate) fn judged(&self, mark: AnnotationId) -> Option<&Judged> {
        let span = self.document.annotation(mark)?.span;
        self.figures.iter().find(|it| self.span(it.span).overlaps(span))
    }
}

/// The passages of a file; those of articles of the shared folder only where that is there.
pub(crate) fn read(path: &Path, shared: &Path) -> Vec<Passage> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let passage = |line: &str| {
        let line: Line = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:.80}"));
        let text = match (&line.text, &line.file) {
            (Some(text), _) => text.clone(),
            (None, Some(file)) => {
                let lines = fs::read_to_string(shared.join(file)).ok()?;
                let value: serde_json::Value =
                    serde_json::from_str(lines.lines().nth(line.line.checked_sub(1)?)?).ok()?;
                let article =
                    line.report.map_or(&value, |report| &value["reports"][report])["text"].as_str()?;
                article.chars().skip(line.start).take(line.end - line.start).collect()
            }
            _ => return None,
        };
        let mut document = Document::new(DocumentId(Uuid::nil()), text.as_str(), Default::default());
        document.published = line.published.as_deref().and_then(|day| day.parse().ok());
        let mut number = 0_u128;
        let fresh = || {
            number += 1;
            Uuid::from_u128(number)
        };
        let extraction = extract(&text, document.published);
        annotate(&mut document, &extraction, fresh, Default::default());
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Some(Passage { id: line.id, document, figures: line.figures, places })
    };
    text.lines().filter_map(passage).collect()
}
