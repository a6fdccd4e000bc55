//! A record: what stands in the store under the key of one article.
//!
//! Two parts, cut by a line break: a header of one line, which is all that the list of articles
//! needs to read, and the article as Newsmark JSON, so that even a record read by hand is a file
//! that any Newsmark imports.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Error;
use crate::annotation::Status;
use crate::document::{Document, DocumentId};
use crate::formats::{self, Format};

/// The version of records that this code writes.
const VERSION: u64 = 1;

/// What the list of articles shows of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// Which article.
    pub id: DocumentId,
    /// What to call it; never empty.
    pub title: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// How many marks it has, rejected ones left out.
    pub annotations: usize,
    /// How many of these a person has accepted or made.
    pub accepted: usize,
}

impl Summary {
    /// The summary of `document`.
    pub fn of(document: &Document) -> Summary {
        let count = |status| document.annotations().iter().filter(|a| a.status == status).count();
        let accepted = count(Status::Accepted);
        Summary {
            id: document.id,
            title: document.display_title().into_owned(),
            created: document.created,
            modified: document.modified,
            annotations: accepted + count(Status::Suggested),
            accepted,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Header {
    record: u64,
    #[serde(default)]
    title: String,
    #[serde(default)]
    created: Timestamp,
    #[serde(default)]
    modified: Timestamp,
    #[serde(default)]
    annotations: usize,
    #[serde(default)]
    accepted: usize,
}

/// The record of `document`.
pub(super) fn write(document: &Document) -> String {
    let summary = Summary::of(document);
    let header = Header {
        record: VERSION,
        title: summary.title,
        created: summary.created,
        modified: summary.modified,
        annotations: summary.annotations,
        accepted: summary.accepted,
    };
    let header = serde_json::to_string(&header).unwrap_or_default();
    header + "\n" + &formats::export(document, Format::Newsmark)
}

/// The header of a record, as the summary of article `id`.
pub(super) fn read_summary(id: DocumentId, record: &str) -> Result<Summary, Error> {
    let (header, _) = split(id, record)?;
    let Header { title, created, modified, annotations, accepted, .. } = header;
    Ok(Summary { id, title, created, modified, annotations, accepted })
}

/// The article in a record.
pub(super) fn read(id: DocumentId, record: &str) -> Result<Document, Error> {
    let (header, body) = split(id, record)?;
    let damaged = |reason: &str| Error::damaged(&named(id, &header.title), reason);
    let import = formats::import(body.as_bytes()).map_err(|error| damaged(&error.to_string()))?;
    match import.documents.into_iter().next() {
        Some(document) if document.id == id => Ok(document),
        Some(_) => Err(damaged("it holds another article")),
        None => Err(damaged("it is empty")),
    }
}

fn split(id: DocumentId, record: &str) -> Result<(Header, &str), Error> {
    let (header, body) = record.split_once('\n').unwrap_or((record, ""));
    let header: Header = serde_json::from_str(header)
        .map_err(|_| Error::damaged(&named(id, ""), "its first line is not one that Newsmark writes"))?;
    if header.record > VERSION {
        return Err(Error::newer(&named(id, &header.title)));
    }
    Ok((header, body))
}

fn named(id: DocumentId, title: &str) -> String {
    if title.is_empty() { id.0.to_string() } else { format!("“{title}”") }
}
