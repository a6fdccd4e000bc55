//! The text of a new article that nobody has annotated yet, so that it survives a reload.

use super::{Error, PREFIX, Store};

/// The draft in `store`; empty where there is none.
pub fn load_draft(store: &impl Store) -> String {
    store.get(&key()).ok().flatten().unwrap_or_default()
}

/// Keeps a draft; an empty one takes no room.
///
/// # Errors
/// Where the store is full or cannot be written; then what was kept stays.
pub fn keep_draft(store: &impl Store, text: &str) -> Result<(), Error> {
    if text.is_empty() { store.remove(&key()) } else { store.set(&key(), text) }
}

fn key() -> String {
    format!("{PREFIX}draft")
}
