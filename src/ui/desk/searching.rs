//! Searching: in the open article, and over the library.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;

use super::Desk;
use crate::document::DocumentId;
use crate::search::{Hits, LibraryHit, Query, find};
use crate::text::Folded;
use crate::workspace::Write;

/// How many articles are made ready in one go, before the browser has its turn.
const AT_ONCE: usize = 10;

impl Desk {
    /// Where the words stand in the open article and in what is known of it.
    pub(in crate::ui) fn find(&self, words: &str) -> Hits {
        let Some(document) = self.workspace().open() else { return Hits::default() };
        let mut folded = self.memory.folded.borrow_mut();
        let is_it =
            |(text, _): &&(std::sync::Arc<str>, Rc<Folded>)| std::sync::Arc::ptr_eq(text, document.text());
        let text = match folded.as_ref().filter(is_it) {
            Some((_, folded)) => folded.clone(),
            None => {
                let new = Rc::new(Folded::new(document.text()));
                *folded = Some((document.text().clone(), new.clone()));
                new
            }
        };
        find(document, &text, words)
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
