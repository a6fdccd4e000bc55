//! HTML: the article with its marks, and a table of them, as one file without a script. Written only.

use std::fmt::Write as _;

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::Draft;
use super::label_studio::escaped;
use super::markdown::{about, cells, label_name};
use super::rows::{flat, rows};
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{Loss, Losses};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Html;

impl Codec for Html {
    fn unit(&self) -> Option<Unit> {
        None
    }

    fn losses(&self) -> Losses {
        &[&[Loss::Reading, Loss::Rejected]]
    }

    fn frame(&self) -> Frame {
        Frame { between: "\n", ..Frame::LINES }
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::Byte, false);
        let text = document.text();
        let title = escaped(&document.display_title());
        let mut out = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>\n{STYLE}"
        );
        for (index, label) in document.labels.iter().enumerate() {
            let _ = writeln!(out, ".l{index} {{ border-color: {}; }}", escaped(&label.color));
        }
        let _ = write!(out, "</style>\n<main>\n<h1>{title}</h1>\n");
        for (name, value) in about(document) {
            let _ = writeln!(out, "<p>{name}: {}</p>", escaped(&value));
        }
        out.push_str("<article>");
        let mut at = 0;
        for row in flat(&rows) {
            out.push_str(&escaped(text.get(at..row.start).unwrap_or_default()));
            let place = document.labels.position(&row.annotation.label);
            let class = place.map(|place| format!(" class=\"l{place}\"")).unwrap_or_default();
            let name = escaped(&label_name(document, row.annotation));
            let _ = write!(out, "<mark{class} title=\"{name}\">{}</mark>", escaped(row.quote));
            at = row.end;
        }
        out.push_str(&escaped(text.get(at..).unwrap_or_default()));
        out.push_str("</article>\n<table>\n<thead><tr><th>Text<th>Label<th>Value<th>Status<th>Entity<th>Note</tr></thead>\n<tbody>\n");
        for row in &rows {
            let cells = cells(document, row.annotation, row.quote).map(|cell| escaped(&cell));
            let _ = writeln!(out, "<tr><td>{}</tr>", cells.join("<td>"));
        }
        out.push_str("</tbody>\n</table>\n</main>\n</html>\n");
        out
    }

    #[cold]
    fn recognises(&self, _: &Sample<'_>) -> bool {
        false
    }

    #[cold]
    fn read(&self, _: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        Err(wrong("HTML", "the file", "annotated HTML is written only; it cannot be read back"))
    }
}

const STYLE: &str = "\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color-scheme: light dark; }
article { white-space: pre-wrap; }
mark { background: none; color: inherit; border-bottom: 3px solid; }
table { border-collapse: collapse; margin-top: 2rem; width: 100%; }
th, td { border: 1px solid #8888; padding: .2rem .5rem; text-align: start; vertical-align: top; }
";
