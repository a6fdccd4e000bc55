//! Markdown: the article with its marks, and a table of them, for reading. Written only.

use std::fmt::Write as _;

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::Draft;
use super::rows::{flat, rows};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{Loss, Losses};
use crate::label::Label;
use crate::text::Unit;

/// Markdown (CommonMark with GitHub's tables).
pub(in crate::formats) struct Markdown;

impl Codec for Markdown {
    fn unit(&self) -> Option<Unit> {
        None
    }

    fn losses(&self) -> Losses {
        &[&[Loss::Reading, Loss::Rejected]]
    }

    fn frame(&self) -> Frame {
        Frame { between: "\n---\n\n", ..Frame::LINES }
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::Byte, false);
        let text = document.text();
        let mut out = format!("# {}\n\n", markdown(&document.display_title()));
        for (name, value) in about(document) {
            let _ = writeln!(out, "{name}: {}  ", markdown(&value));
        }
        out.push('\n');
        let mut at = 0;
        let mut body = String::new();
        for row in flat(&rows) {
            body.push_str(&markdown(text.get(at..row.start).unwrap_or_default()));
            let _ = write!(
                body,
                "**{}** \\[{}\\]",
                markdown(row.quote),
                markdown(&label_name(document, row.annotation))
            );
            at = row.end;
        }
        body.push_str(&markdown(text.get(at..).unwrap_or_default()));
        // A line of the article is a paragraph.
        out.push_str(&body.lines().map(str::trim_end).collect::<Vec<_>>().join("\n\n"));
        out.push_str("\n\n| Text | Label | Value | Status | Entity | Note |\n|---|---|---|---|---|---|\n");
        for row in &rows {
            let cells =
                cells(document, row.annotation, row.quote).map(|cell| markdown(&cell).replace('\n', " "));
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
        out
    }

    #[cold]
    fn recognises(&self, _: &Sample<'_>) -> bool {
        false
    }

    #[cold]
    fn read(&self, _: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        Err(wrong("Markdown", "the file", "Markdown is written only; it cannot be read back"))
    }
}

/// What a mark's label is called.
pub(super) fn label_name(document: &Document, annotation: &crate::annotation::Annotation) -> String {
    let label: Option<&Label> = document.labels.get(&annotation.label);
    label.map_or_else(|| annotation.label.to_string(), |label| label.name.clone())
}

/// What is known of the article.
pub(super) fn about(document: &Document) -> Vec<(&'static str, String)> {
    let published = document.published.map(|date| date.to_string()).unwrap_or_default();
    let all = [("Source", document.source.clone()), ("Published", published)];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The cells of a mark's row.
pub(super) fn cells(
    document: &Document,
    annotation: &crate::annotation::Annotation,
    quote: &str,
) -> [String; 6] {
    let value = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
    let entity = annotation.entity.as_ref().and_then(|id| document.entities.iter().find(|it| it.id == *id));
    [
        quote.to_owned(),
        label_name(document, annotation),
        value,
        annotation.status.code().to_owned(),
        entity.map(|entity| entity.name.clone()).unwrap_or_default(),
        annotation.note.clone(),
    ]
}

/// Text in which no sign means anything to Markdown.
pub(in crate::formats) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>#+-.!|~&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
