//! The bin: deleted articles, which wait there until it is emptied or their room is needed.
//!
//! The record of a deleted article stays where it is, and `bin:UUID` says that it is deleted, and when.
//! So nothing is copied, and whatever stops the page in between, the article is whole: in the bin or not.

use jiff::Timestamp;

use super::keys::{self, Key};
use super::{Error, PREFIX, Store, Summary, undo};
use crate::document::DocumentId;
use crate::text::sort_by;
use crate::value::read_time;

/// An article in the bin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binned {
    /// What the list shows of it.
    pub summary: Summary,
    /// When it was deleted.
    pub deleted: Timestamp,
}

/// How much room is kept free so that an article can be deleted where the store is full, in UTF-16
/// code units: enough for the marks of a few articles.
const RESERVE: usize = 400;

/// Whether the article is in the bin.
pub(super) fn holds(store: &impl Store, id: DocumentId) -> Result<bool, Error> {
    Ok(store.head(&keys::bin(id))?.is_some())
}

/// When the article was deleted; `None` where it is not in the bin. What cannot be read as a time is the oldest.
pub(super) fn deleted(store: &impl Store, id: DocumentId) -> Result<Option<Timestamp>, Error> {
    let time = store.get(&keys::bin(id))?;
    Ok(time.map(|time| read_time(&time).unwrap_or_default()))
}

/// Puts the article into the bin.
pub(super) fn put(store: &impl Store, id: DocumentId, now: Timestamp) -> Result<(), Error> {
    let (key, time) = (keys::bin(id), now.to_string());
    if store.set(&key, &time).is_err_and(|error| error.is_full()) {
        store.remove(&reserve())?;
        store.set(&key, &time)?;
    }
    match holds(store, id)? {
        true => Ok(()),
        false => Err(Error::not_kept()),
    }
}

/// Takes the article out of the bin, back into the library.
pub(super) fn put_back(store: &impl Store, id: DocumentId) -> Result<(), Error> {
    store.remove(&keys::bin(id))
}

/// Takes away an article that is in the bin for good, and all that belongs to it.
pub(super) fn erase(store: &impl Store, id: DocumentId) -> Result<(), Error> {
    // The record first: what is left of the rest is cleared away by the next start.
    store.remove(&keys::article(id))?;
    undo::forget(store, id);
    store.remove(&keys::bin(id))
}

/// The articles in the bin, the one that was deleted first in front.
pub(super) fn list(store: &impl Store) -> Result<Vec<(Timestamp, DocumentId)>, Error> {
    let mut all = Vec::new();
    for key in store.keys()? {
        if let Some(Key::Bin(id)) = Key::parse(&key) {
            all.extend(deleted(store, id)?.map(|time| (time, id)));
        }
    }
    sort_by(&mut all, |a, b| a.cmp(b));
    Ok(all)
}

/// Clears away what says that articles are deleted that are gone, and keeps room for the next ones.
pub(super) fn clear_away(store: &impl Store) -> Result<(), Error> {
    for (_, id) in list(store)? {
        if store.head(&keys::article(id))?.is_none() {
            store.remove(&keys::bin(id))?;
        }
    }
    keep_reserve(store);
    Ok(())
}

/// Keeps the room free that deleting needs, as far as there is any.
pub(super) fn keep_reserve(store: &impl Store) {
    if matches!(store.head(&reserve()), Ok(None)) {
        // Without it all goes well until the store is full to the last character.
        let _ = store.set(&reserve(), &" ".repeat(RESERVE));
    }
}

fn reserve() -> String {
    format!("{PREFIX}reserve")
}
