//! Views of facts as tables: for spreadsheets, for the browser, for notes and for the terminal.
//!
//! A view becomes a [`Table`] first, which knows nothing of how it is written.

mod comparison;
mod doubts;
mod figures;
mod library;
mod sheet;
mod speech;
mod svg;
mod timeline;
mod write;

use crate::document::Document;

pub use comparison::{comparison_json, comparison_table, wordings};
pub use doubts::doubts_table;
pub use figures::figures_json;
pub use library::{LibraryTable, library_table};
pub use sheet::sheet_table;
pub use speech::speech_table;
pub use svg::timeline_svg;
pub use timeline::timeline_table;

/// A table with a title, ready to be written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// What it is a table of.
    pub title: String,
    /// What is told above it, a line each.
    pub notes: Vec<String>,
    /// The columns: their names for programs, and for people.
    pub columns: Vec<(String, String)>,
    /// The rows, with a cell a column.
    pub rows: Vec<Vec<String>>,
}

/// How a table is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableFormat {
    /// CSV (RFC 4180), safe for spreadsheets.
    Csv,
    /// One HTML file, with room to write where it is printed.
    Html,
    /// Markdown with GitHub's tables.
    Markdown,
    /// Lines for a terminal.
    Text,
}

impl TableFormat {
    /// What a file's name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            TableFormat::Csv => "csv",
            TableFormat::Html => "html",
            TableFormat::Markdown => "md",
            TableFormat::Text => "txt",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            TableFormat::Csv => "text/csv; charset=utf-8",
            TableFormat::Html => "text/html; charset=utf-8",
            TableFormat::Markdown => "text/markdown; charset=utf-8",
            TableFormat::Text => "text/plain; charset=utf-8",
        }
    }
}

impl Table {
    /// The table as a file.
    pub fn write(&self, format: TableFormat) -> String {
        match format {
            TableFormat::Csv => write::csv(self),
            TableFormat::Html => write::html(self),
            TableFormat::Markdown => write::markdown(self),
            TableFormat::Text => write::text(self),
        }
    }
}

/// Columns of these codes and names.
fn columns<const N: usize>(columns: [(&str, &str); N]) -> Vec<(String, String)> {
    columns.map(|(code, name)| (code.to_owned(), name.to_owned())).to_vec()
}

/// A piece of an article on one line.
fn line(document: &Document, span: crate::text::Span) -> String {
    crate::text::one_line(span.slice(document.text()).unwrap_or_default())
}

/// What people call a label of the document.
fn label_name(document: &Document, code: &crate::label::LabelCode) -> String {
    document.labels.get(code).map_or_else(|| code.to_string(), |label| label.name.clone())
}
