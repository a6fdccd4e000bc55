//! A record: what stands in the store under the key of one article.
//!
//! Two parts, cut by a line break: a header of one line, which is all that the list of articles
//! needs to read, and the article as packed Newsmark JSON. The header line ends in a checksum of
//! itself and holds one of the article, so that no damage goes unnoticed.
//!
//! Records of version 1 had a header without checksums and the JSON as it is.

mod glimpse;
mod header;
mod summary;

use sha2::{Digest, Sha256};

use super::{Error, packing};
use crate::document::{Document, DocumentId};
use crate::formats::{self, newsmark};
pub use glimpse::Glimpse;
use header::Header;
pub use summary::Summary;

/// The version of records that this code writes.
const VERSION: u64 = 2;
/// How many states a record remembers to come from, to tell whether another tab knew of ours.
const ANCESTORS: usize = 8;

/// A state of an article's record, known by its content: the same content is the same state.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct State(String);

impl State {
    fn of(content: &str) -> State {
        State(digest(content))
    }
}

/// A record that has been read.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) document: Document,
    pub(super) state: State,
    /// The states that it comes from, the latest first.
    pub(super) ancestors: Vec<State>,
}

impl Record {
    /// Whether it was written by somebody who knew `state`.
    pub(super) fn knows(&self, state: &State) -> bool {
        self.state == *state || self.ancestors.contains(state)
    }

    /// Itself and the states that it comes from, the latest first.
    pub(super) fn lineage(&self) -> Vec<State> {
        std::iter::once(&self.state).chain(&self.ancestors).cloned().collect()
    }
}

/// The record of `document`, made from the states `ancestors`, the latest first.
pub(super) fn write(document: &Document, ancestors: impl IntoIterator<Item = State>) -> (String, State) {
    let content = newsmark::write_stored(document);
    let state = State::of(&content);
    let body = packing::pack(&content);
    let mut from: Vec<State> = Vec::new();
    for ancestor in ancestors {
        if from.len() < ANCESTORS && ancestor != state && !from.contains(&ancestor) {
            from.push(ancestor);
        }
    }
    let header = Header {
        units: body.encode_utf16().count(),
        state: state.0.clone(),
        from: from.into_iter().map(|ancestor| ancestor.0).collect(),
        ..Header::of(&Summary::with_digest(document), VERSION)
    };
    (header.line() + "\n" + &body, state)
}

/// The summary of article `id` in the first line of its record; `units` is the length of the rest.
pub(super) fn read_summary(id: DocumentId, head: &str, units: usize) -> Result<Summary, Error> {
    let header = Header::read(id, head)?;
    if header.record == VERSION && header.units != units {
        return Err(Error::damaged(&named(id, &header.title), "a part of it is missing"));
    }
    Ok(header.summary(id))
}

/// The state of an article in the first line of its record, and those that it comes from. Records
/// of version 1 do not say: they count as damaged here, and are to be read whole.
pub(super) fn read_state(id: DocumentId, head: &str, units: usize) -> Result<(State, Vec<State>), Error> {
    let header = Header::read(id, head)?;
    if header.record < VERSION || header.units != units {
        return Err(Error::damaged(&named(id, &header.title), "a part of it is missing"));
    }
    Ok((State(header.state), header.from.into_iter().map(State).collect()))
}

/// The article in a record.
pub(super) fn read(id: DocumentId, record: &str) -> Result<Record, Error> {
    let (head, body) = record.split_once('\n').unwrap_or((record, ""));
    let header = Header::read(id, head)?;
    let damaged = |reason: &str| Error::damaged(&named(id, &header.title), reason);
    let unpacked;
    let (content, state) = if header.record < VERSION {
        (body, State::of(body))
    } else {
        unpacked = packing::unpack(body).ok_or_else(|| damaged("it cannot be unpacked"))?;
        let state = State::of(&unpacked);
        if state.0 != header.state {
            return Err(damaged("its checksum does not fit"));
        }
        (unpacked.as_str(), state)
    };
    let import = formats::import(content.as_bytes()).map_err(|error| damaged(&error.to_string()))?;
    match import.documents.into_iter().next() {
        Some(document) if document.id == id => {
            Ok(Record { document, state, ancestors: header.from.into_iter().map(State).collect() })
        }
        Some(_) => Err(damaged("it holds another article")),
        None => Err(damaged("it is empty")),
    }
}

/// Enough of a SHA-256 to tell damage, one state from another, and one text from another.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn named(id: DocumentId, title: &str) -> String {
    if title.is_empty() { id.0.to_string() } else { format!("“{title}”") }
}
