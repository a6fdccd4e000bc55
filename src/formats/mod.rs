//! File formats: what documents are exported to and imported from.
//!
//! [`export`] writes a document in any [`Format`]; [`import`] reads Newsmark JSON, one document or a
//! library, and says in [`Problem`]s what it had to change to make sense of it. Nothing here asks
//! for the time or for randomness: the same input gives the same output.
//!
//! Each format has wire types of its own, which are checked on their way to the domain types, so
//! that no file can break what a [`Document`] promises.

pub mod csv;
mod error;
mod file_name;
mod json;
pub mod jsonl;
pub mod newsmark;
mod problem;
mod shift;
pub mod w3c;
mod writer;

use std::collections::HashMap;

use crate::annotation::EntityId;
use crate::document::Document;

pub use error::Error;
pub use file_name::file_name;
pub use newsmark::suggestions_json;
pub use problem::{Problem, ProblemKind};
pub use writer::Writer;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 100 << 20;

/// A format that documents are exported to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// All there is of a document; the only format that holds it whole, and that is imported.
    Newsmark,
    /// Annotations for other annotation programs, see [`w3c`].
    WebAnnotation,
    /// Annotations for spreadsheets, see [`csv`].
    Csv,
    /// Annotations for pipelines, one document a line, see [`jsonl`].
    Jsonl,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Format; 4] = [Format::Newsmark, Format::WebAnnotation, Format::Csv, Format::Jsonl];

    /// The name that people read.
    pub fn name(self) -> &'static str {
        match self {
            Format::Newsmark => "Newsmark JSON",
            Format::WebAnnotation => "W3C Web Annotation",
            Format::Csv => "CSV",
            Format::Jsonl => "JSON Lines",
        }
    }

    /// The name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Format::Newsmark => "newsmark",
            Format::WebAnnotation => "w3c",
            Format::Csv => "csv",
            Format::Jsonl => "jsonl",
        }
    }

    /// The format with this [`Format::code`].
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// What a file's name ends in, without the leading full stop.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Newsmark => "newsmark.json",
            Format::WebAnnotation => "jsonld",
            Format::Csv => "csv",
            Format::Jsonl => "jsonl",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Newsmark => "application/json",
            // Web Annotation Protocol, section 4.2.
            Format::WebAnnotation => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Format::Csv => "text/csv; charset=utf-8",
            Format::Jsonl => "application/jsonl",
        }
    }
}

/// What a file held.
///
/// A file with a single document and a library with one are told apart by `is_library`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Import {
    /// The documents, in the order of the file.
    pub documents: Vec<Document>,
    /// What had to be changed to read them, in the order of the file.
    pub problems: Vec<Problem>,
    /// Whether the file was a library.
    pub is_library: bool,
}

/// Writes a document.
pub fn export(document: &Document, format: Format) -> String {
    match format {
        Format::Newsmark => newsmark::write(document),
        Format::WebAnnotation => w3c::write(document),
        Format::Csv => csv::write(document),
        Format::Jsonl => jsonl::write(document),
    }
}

/// Writes several documents as one Newsmark library.
pub fn export_library<'d>(documents: impl IntoIterator<Item = &'d Document>) -> String {
    let mut writer = Writer::new(Format::Newsmark);
    let mut out: String = documents.into_iter().map(|document| writer.document(document)).collect();
    out.push_str(&writer.finish());
    out
}

/// The text of a file, without a byte order mark.
///
/// # Errors
///
/// Where the bytes are not UTF-8 or more than [`MAX_BYTES`].
pub fn decode(bytes: &[u8]) -> Result<&str, Error> {
    json::text(bytes)
}

/// Reads a Newsmark file: one document or a library.
///
/// Every annotation of the file ends up in a document, placed where its quote says or among the
/// orphans. Dates of creation that the file does not give are the Unix epoch.
///
/// # Errors
///
/// Where the bytes are no Newsmark file of a version that is known here. What is merely odd in a
/// file is a [`Problem`] instead.
pub fn import(bytes: &[u8]) -> Result<Import, Error> {
    let parsed = json::parse(decode(bytes)?)?;
    let mut import = newsmark::read(parsed.json)?;
    if parsed.lone_surrogates > 0 {
        import.problems.insert(0, Problem::lone_surrogates(parsed.lone_surrogates));
    }
    Ok(import)
}

/// What the entities of a document are called.
fn entity_names(document: &Document) -> HashMap<&EntityId, &str> {
    document.entities.iter().rev().map(|entity| (&entity.id, entity.name.as_str())).collect()
}
