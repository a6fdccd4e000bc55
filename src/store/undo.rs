//! What can be undone of an article, kept over a reload.
//!
//! It is kept as room allows: the oldest goes first, and where the store is full all of it.

use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{Error, PREFIX, Store, packing};
use crate::document::{Document, DocumentId};
use crate::edit::Command;
use crate::formats::newsmark::{command_from_json, command_to_json};
use crate::text::sort_by;

/// How much is kept of an article, in characters before packing.
const MOST: usize = 400_000;

/// Of how many articles it is kept: those that were changed last.
const ARTICLES: usize = 12;

/// A change that was made, or undone, and the command that leads to the other side.
pub type KeptChange = (String, Command);

/// The changes of an article that can be undone, and those that can be made again; the last is the next.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct KeptHistory {
    /// What undo would undo.
    pub undo: Vec<KeptChange>,
    /// What redo would make again.
    pub redo: Vec<KeptChange>,
    /// Whether the first change is the first one that there was.
    pub is_whole: bool,
}

/// The same, each change as [`write_change`] has written it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Changes {
    /// What undo would undo.
    pub undo: Vec<Rc<str>>,
    /// What redo would make again.
    pub redo: Vec<Rc<str>>,
    /// Whether the first change is the first one that there was.
    pub is_whole: bool,
}

/// One change of `document`, or of a state of it with the same text, written.
pub fn write_change(title: &str, command: &Command, document: &Document) -> String {
    json!([title, command_to_json(command, document)]).to_string()
}

/// Keeps the changes of `document`.
///
/// # Errors
/// Where the store cannot be written; then nothing is kept.
pub fn keep_history(store: &impl Store, document: &Document, changes: &Changes) -> Result<(), Error> {
    let key = key(document.id);
    let mut left = MOST;
    let last = |changes: &[Rc<str>], left: &mut usize| -> (String, usize) {
        let fitting = changes.iter().rev().take_while(|change| {
            let fits = change.len() < *left;
            *left = left.saturating_sub(change.len());
            fits
        });
        let mut kept: Vec<&str> = fitting.map(|change| &**change).collect();
        kept.reverse();
        (format!("[{}]", kept.join(",")), kept.len())
    };
    let (undo, kept) = last(&changes.undo, &mut left);
    let (redo, _) = last(&changes.redo, &mut left);
    if undo == "[]" && redo == "[]" {
        return store.remove(&key);
    }
    let is_whole = changes.is_whole && kept == changes.undo.len();
    make_room(store, &key)?;
    let content = packing::pack(&format!("{{\"undo\":{undo},\"redo\":{redo},\"whole\":{is_whole}}}"));
    let of = document.modified;
    store.set(&key, &format!("{of}\n{content}")).or_else(|_| store.remove(&key))
}

/// The changes of `document` that were kept; none where it has been changed since by somebody else.
pub fn load_history(store: &impl Store, document: &Document) -> KeptHistory {
    let read = || {
        let kept = store.get(&key(document.id)).ok()??;
        let (of, content) = kept.split_once('\n')?;
        if of != document.modified.to_string() {
            return None;
        }
        let content: Json = serde_json::from_str(&packing::unpack(content)?).ok()?;
        let changes = |name: &str| -> Option<Vec<KeptChange>> {
            // The last change is one of this text; one that gives another text leads to those before it.
            let mut of = Arc::new(document.clone());
            let mut changes = Vec::new();
            for json in content.get(name)?.as_array()?.iter().rev() {
                let command = command_from_json(json.get(1)?, &of)?;
                of = command.content().unwrap_or(&of).clone();
                changes.push((json.get(0)?.as_str()?.to_owned(), command));
            }
            changes.reverse();
            Some(changes)
        };
        let is_whole = content.get("whole") == Some(&Json::Bool(true));
        Some(KeptHistory { undo: changes("undo")?, redo: changes("redo")?, is_whole })
    };
    read().unwrap_or_default()
}

/// Forgets the changes of an article that is gone.
pub(super) fn forget(store: &impl Store, id: DocumentId) {
    // What is left of it is in nobody's way.
    let _ = store.remove(&key(id));
}

/// Gives up what is kept of one article, for room; `false` where nothing is.
pub(super) fn give_up_one(store: &impl Store) -> bool {
    let oldest = all(store).into_iter().next();
    oldest.is_some_and(|(_, key)| store.remove(&key).is_ok())
}

/// Lets go of the oldest, so that with the one under `key` there are no more than [`ARTICLES`].
fn make_room(store: &impl Store, key: &str) -> Result<(), Error> {
    let mut others = all(store);
    others.retain(|(_, other)| other != key);
    let over = (others.len() + 1).saturating_sub(ARTICLES);
    others.iter().take(over).try_for_each(|(_, other)| store.remove(other))
}

/// The keys of what is kept, with when their articles were changed, the oldest first.
fn all(store: &impl Store) -> Vec<(String, String)> {
    let prefix = format!("{PREFIX}undo:");
    let mut keys = store.keys().unwrap_or_default();
    keys.retain(|key| key.starts_with(&prefix));
    let time = |key: &String| store.head(key).ok().flatten().map(|head| head.line).unwrap_or_default();
    let mut all: Vec<_> = keys.into_iter().map(|key| (time(&key), key)).collect();
    sort_by(&mut all, |a, b| a.cmp(b));
    all
}

fn key(id: DocumentId) -> String {
    format!("{PREFIX}undo:{}", id.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::annotate;
    use crate::edit::operations;
    use crate::extract::extract;
    use crate::label::LabelCode;
    use crate::store::MemoryStore;
    use jiff::Timestamp;
    use uuid::Uuid;

    #[test]
    fn changes_are_found_as_they_were_kept() {
        let now = Timestamp::from_second(60).expect("a time");
        let text = "Café 📉: Kenya raised $2.3 billion; Kenya spent it.";
        let mut document = Document::new(DocumentId(Uuid::from_u128(1)), text, Timestamp::UNIX_EPOCH);
        annotate(&mut document, &extract(text, None), Uuid::new_v4, Timestamp::UNIX_EPOCH);
        let first = document.clone();
        let mut undo = Vec::new();
        for step in 0..5 {
            let mark = document.annotations()[0].clone();
            let command = match step {
                0 => operations::relabel(&document, mark.id, &LabelCode::ORG, now),
                1 => operations::rename(&document, &document.subject_of(&mark), "Kenia", now),
                2 => operations::set_note(&document, mark.id, "“?”", now),
                3 => operations::delete_label(&document, &LabelCode::MONEY, None, now),
                _ => operations::delete(&document, &[mark.id]),
            };
            let (after, back) = command.expect("a command").apply(&document, now).expect("it applies");
            document = after;
            undo.push(write_change(&format!("step {step}"), &back, &document).into());
        }
        let store = MemoryStore::default();
        let changes = Changes { undo, is_whole: true, ..Changes::default() };
        keep_history(&store, &document, &changes).expect("room");
        let kept = load_history(&store, &document);
        assert_eq!((kept.undo.len(), kept.redo.len(), kept.is_whole), (5, 0, true));
        let mut other = document.clone();
        other.modified = Timestamp::UNIX_EPOCH;
        assert_eq!(load_history(&store, &other), KeptHistory::default());
        for (_, command) in kept.undo.iter().rev() {
            document = command.apply(&document, first.modified).expect("it applies").0;
        }
        assert_eq!(document, first);
        keep_history(&store, &document, &Changes::default()).expect("room");
        assert_eq!(store.keys().expect("keys"), Vec::<String>::new());
    }
}
