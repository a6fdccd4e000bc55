//! Newsmark JSON, version 1: the file that people share.
//!
//! Offsets count Unicode code points. On import the quote of every annotation decides where it
//! stands; the offsets only choose between equal quotes.
//!
//! Fields that this version does not know are kept in [`Document::extra`] and its like, which
//! mirror the file: unknown fields of the file itself stand at the top of it, those of the object
//! `document` below the name `document`, those of labels below `labels` and the label's code, those
//! of an annotation's `origin` below `origin`. On export they are written where they were, unless a
//! known field of that name has a value by now.

mod command;
mod label_set;
mod read;
mod value;
mod wire;
mod write;

use jiff::Timestamp;
use serde_json::{Value as Json, json};

#[cfg(doc)]
use crate::document::Document;
use crate::document::DocumentId;

use super::error::{Error, Kind};
use super::{Import, Problem, ProblemKind};
use crate::value::read_time;
use read::Reader;

pub use command::{command_from_json, command_to_json};
pub use label_set::{label_set_from_json, label_set_to_json};
pub(super) use value::Written;
pub use value::{value_from_json, value_to_json};
pub use write::{suggestions_json, write, write_stored};

/// The version of the format that is read and written.
pub const VERSION: u64 = 1;

const DOCUMENT_FORMAT: &str = "newsmark";
const LIBRARY_FORMAT: &str = "newsmark-library";

/// What stands in a library before its first document.
pub(super) const LIBRARY_BEGINS: &str = concat!(
    "{\"format\":\"newsmark-library\",\"version\":1,\"generator\":\"newsmark ",
    env!("CARGO_PKG_VERSION"),
    "\",\n\"documents\":[\n"
);

/// Reads one document or a library.
pub(super) fn read(json: Json) -> Result<Import, Error> {
    let mut reader = Reader::default();
    let mut import = Import::default();
    match json.get("format").and_then(Json::as_str) {
        Some(DOCUMENT_FORMAT) => import.documents.push(reader.document(json)?),
        Some(LIBRARY_FORMAT) => {
            check_version(&json)?;
            import.is_library = true;
            import.bin = read_bin(json.get("bin"));
            let entries = match json {
                Json::Object(mut object) => object.remove("documents"),
                _ => None,
            };
            let Some(Json::Array(entries)) = entries else {
                return Err(Error::new(Kind::NoDocuments));
            };
            for (index, entry) in entries.into_iter().enumerate() {
                let document = match entry.get("format").and_then(Json::as_str) {
                    Some(DOCUMENT_FORMAT) => reader.document(entry),
                    _ => Err(Error::new(Kind::OtherFormat { looks_like: None })),
                };
                match document {
                    Ok(document) => import.documents.push(document),
                    Err(error) => reader.problems.push(skipped_article(index, &error)),
                }
            }
        }
        _ => return Err(Error::new(Kind::OtherFormat { looks_like: look(&json) })),
    }
    import.problems = reader.problems;
    Ok(import)
}

/// The list of articles in the bin, of a library.
pub(super) fn bin(articles: impl IntoIterator<Item = (DocumentId, Timestamp)>) -> Vec<Json> {
    let entry = |(id, deleted): (DocumentId, Timestamp)| json!({"id": id.0.to_string(), "deleted": deleted.to_string()});
    articles.into_iter().map(entry).collect()
}

/// Reads the same; what is no entry of it is left out, so that its article is in no bin.
fn read_bin(json: Option<&Json>) -> Vec<(DocumentId, Timestamp)> {
    let entry = |json: &Json| {
        let text = |name: &str| json.get(name).and_then(Json::as_str);
        let id = uuid::Uuid::parse_str(text("id")?).ok()?;
        Some((DocumentId(id), text("deleted").and_then(read_time).unwrap_or_default()))
    };
    json.and_then(Json::as_array).into_iter().flatten().filter_map(entry).collect()
}

fn skipped_article(index: usize, error: &Error) -> Problem {
    Problem {
        document: None,
        annotation: None,
        kind: ProblemKind::Skipped,
        message: format!("Article {} of the library could not be read and was left out. {error}", index + 1),
    }
}

/// A relation of a file.
pub(super) fn relation(json: &Json) -> Option<crate::annotation::Relation> {
    read::entry::relation(json)
}

/// Refuses files of later versions, whose fields may mean something else.
pub(super) fn check_version(json: &Json) -> Result<(), Error> {
    let version = match json.get("version") {
        None | Some(Json::Null) => return Ok(()),
        Some(Json::String(version)) => version.parse().ok(),
        Some(version) => version.as_f64(),
    };
    match version {
        Some(version) if version == VERSION as f64 => Ok(()),
        Some(version) if version > VERSION as f64 => Err(Error::new(Kind::NewerVersion {
            version: version.to_string(),
            supported: VERSION,
            generator: json.get("generator").and_then(Json::as_str).unwrap_or_default().to_owned(),
        })),
        _ => Err(Error::new(Kind::UnknownVersion)),
    }
}

/// Which other program's JSON this looks like.
fn look(json: &Json) -> Option<&'static str> {
    let context = json.get("@context").map(Json::to_string).unwrap_or_default();
    let first = json.get(0).unwrap_or(json);
    match () {
        () if context.contains("www.w3.org/ns/anno") => Some("a W3C Web Annotation file"),
        () if first.get("data").is_some_and(|data| data.get("text").is_some()) => Some("a Label Studio file"),
        () if json.get("type").is_some_and(|kind| kind == "FeatureCollection") => Some("GeoJSON"),
        () => None,
    }
}
