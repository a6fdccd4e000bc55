//! The journal: a record that is being written.
//!
//! It is written whole before the record in its place is touched, and taken away after. Whatever
//! stops the page in between, one of the two is whole; the next start finishes the work.

use uuid::Uuid;

use super::record::{self, Record};
use super::{Error, Store, keys};
use crate::document::{DocumentId, merge};

/// What stands in the journal under `key`.
struct Entry {
    id: DocumentId,
    text: String,
    record: Record,
}

/// What is to be written into the journal for the record of article `id`.
pub(super) fn entry(id: DocumentId, record: &str) -> String {
    format!("{}\n{record}", id.0)
}

/// Finishes what the journal under `key` was for, and takes it away.
pub(super) fn finish(store: &impl Store, key: &str) -> Result<(), Error> {
    // What does not read is half a journal: its record was not touched yet. Read twice, lest one
    // bad reading lose it.
    let entry = match read(store, key)? {
        Some(entry) => Some(entry),
        None => read(store, key)?,
    };
    if let Some(entry) = entry {
        write(store, &entry)?;
    }
    store.remove(key)
}

fn read(store: &impl Store, key: &str) -> Result<Option<Entry>, Error> {
    let Some(text) = store.get(key)? else { return Ok(None) };
    Ok((|| {
        let (id, text) = text.split_once('\n')?;
        let id = DocumentId(Uuid::parse_str(id).ok()?);
        let record = record::read(id, text).ok()?;
        Some(Entry { id, text: text.to_owned(), record })
    })())
}

fn write(store: &impl Store, entry: &Entry) -> Result<(), Error> {
    let key = keys::article(entry.id);
    let there = match store.get(&key)?.map(|record| record::read(entry.id, &record)) {
        Some(Err(error)) if error.is_newer() => return Ok(()),
        // What is damaged there is what the journal was written for.
        Some(Err(_)) | None => None,
        Some(Ok(record)) => Some(record),
    };
    match there {
        Some(there) if there.knows(&entry.record.state) => Ok(()),
        Some(there) if !entry.record.knows(&there.state) => {
            // Another tab has written since, without knowing of this.
            let Some(merged) = merge(None, &entry.record.document, &there.document) else { return Ok(()) };
            let lineage = there.lineage().into_iter().chain([entry.record.state.clone()]);
            set(store, &key, &record::write(&merged, lineage).0)
        }
        _ => set(store, &key, &entry.text),
    }
}

/// Writes a value and reads it back: the journal goes only when its record is in its place.
fn set(store: &impl Store, key: &str, value: &str) -> Result<(), Error> {
    store.set(key, value)?;
    if store.get(key)?.as_deref() == Some(value) { Ok(()) } else { Err(Error::not_kept()) }
}
