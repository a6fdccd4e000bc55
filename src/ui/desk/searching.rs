//! Searching: in the open article, and over the library.

use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;

use super::Desk;
use crate::document::DocumentId;
use crate::search::{Hits, LibraryHit, Query, Searchable, find};
use crate::workspace::Write;

/// How many articles are made ready in one go, before the browser has its turn.
const AT_ONCE: usize = 10;

impl Desk {
    /// Where the words stand in the open article and in what is known of it.
    pub(in crate::ui) fn find(&self, words: &str) -> Hits {
        if words.trim().is_empty() {
            return Hits::default();
        }
        self.searchable().map_or_else(Hits::default, |document| find(&document, words))
    }

    /// The open article made ready to be searched, which takes a moment with a long one.
    pub(in crate::ui) fn searchable(&self) -> Option<Rc<Searchable>> {
        let workspace = self.workspace();
        let document = workspace.open()?;
        let mut known = self.memory.searchable.borrow_mut();
        if let Some((_, there)) = known.as_ref().filter(|(of, _)| Arc::ptr_eq(of, document)) {
            return Some(there.clone());
        }
        let new = Rc::new(Searchable::new(document));
        *known = Some((document.clone(), new.clone()));
        Some(new)
    }

    /// Makes the articles of the library ready to be searched, with time for the browser in between;
    /// `progress` hears how many are.
    pub(in crate::ui) async fn make_searchable(&self, progress: impl Fn(usize)) {
        let ids: Vec<DocumentId> = self.workspace().articles().iter().map(|summary| summary.id).collect();
        for (count, chunk) in ids.chunks(AT_ONCE).enumerate() {
            for id in chunk {
                if !self.memory.index.borrow().contains(*id)
                    && let Ok(document) = self.library.load(*id)
                {
                    self.memory.index.borrow_mut().put(&document);
                }
            }
            progress(((count + 1) * AT_ONCE).min(ids.len()));
            TimeoutFuture::new(0).await;
        }
        // What this tab has not stored yet is newer than what it has read.
        for (id, write) in self.workspace().unsaved() {
            match write {
                Write::Save(document) => self.memory.index.borrow_mut().put(document),
                Write::Remove => self.memory.index.borrow_mut().remove(*id),
            }
        }
    }

    /// The articles that have what is looked for.
    pub(in crate::ui) fn search(&self, query: &Query) -> Vec<LibraryHit> {
        let mut hits = self.memory.index.borrow().search(query);
        hits.retain(|hit| self.workspace().contains(hit.id));
        hits
    }

    /// An article has changed, so that the index has an old state of it.
    pub(super) fn outdated(&self, id: DocumentId) {
        self.memory.index.borrow_mut().remove(id);
    }
}
