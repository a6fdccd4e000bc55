//! File formats: what documents are exported to and imported from.
//!
//! [`export`] writes a document in any [`Format`]; [`import`] reads Newsmark JSON, one document or a
//! library, and says in [`Problem`]s what it had to change to make sense of it. Nothing here asks
//! for the time or for randomness: the same input gives the same output.
//!
//! Each format has wire types of its own, which are checked on their way to the domain types, so
//! that no file can break what a [`Document`] promises.

mod error;
mod file_name;
mod json;
pub mod newsmark;
mod problem;

use crate::document::Document;

pub use error::Error;
pub use file_name::file_name;
pub use newsmark::suggestions_json;
pub use problem::{Problem, ProblemKind};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 100 << 20;

/// A format that documents are exported to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// All there is of a document; the only format that holds it whole.
    Newsmark,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Format; 1] = [Format::Newsmark];

    /// The name that people read.
    pub fn name(self) -> &'static str {
        match self {
            Format::Newsmark => "Newsmark JSON",
        }
    }

    /// The name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Format::Newsmark => "newsmark",
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
        }
    }

    /// The media type (RFC 6838).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Newsmark => "application/json",
        }
    }
}

/// What a file held.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Import {
    /// The documents, in the order of the file.
    pub documents: Vec<Document>,
    /// What had to be changed to read them, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Writes a document.
pub fn export(document: &Document, format: Format) -> String {
    match format {
        Format::Newsmark => newsmark::write(document),
    }
}

/// Writes several documents as one Newsmark library.
pub fn export_library<'d>(documents: impl IntoIterator<Item = &'d Document>) -> String {
    newsmark::write_library(documents)
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
    let parsed = json::parse(json::text(bytes)?)?;
    let mut import = newsmark::read(parsed.json)?;
    if parsed.lone_surrogates > 0 {
        import.problems.insert(0, Problem::lone_surrogates(parsed.lone_surrogates));
    }
    Ok(import)
}
