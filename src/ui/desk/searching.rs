//! Searching: in the open article, and over the library.

use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;

use super::Desk;
use crate::document::DocumentId;
use crate::search::{Hits, LibraryHit, Query, Searchable, find};
use crate::text::Span;
use crate::ui::scrolling::scroll_to_place;
use crate::workspace::{Action, Write};

/// How many articles are made ready in one go, before the browser has its turn.
const AT_ONCE: usize = 10;
/// How long an article has to be drawn before it is scrolled to a place, in milliseconds.
const SHOWN_AFTER: [u32; 3] = [0, 80, 250];

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
        let mut known = self.caches.searchable.borrow_mut();
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
            let mut index = (**self.workspace().index()).clone();
            for id in chunk {
                if !index.contains(*id)
                    && let Ok(document) = self.session.library().load(*id)
                {
                    index.put(&document);
                }
            }
            self.send(Action::Indexed(Arc::new(index)));
            progress(((count + 1) * AT_ONCE).min(ids.len()));
            TimeoutFuture::new(0).await;
        }
        // What this tab has not stored yet is newer than what it has read.
        let mut index = (**self.workspace().index()).clone();
        for document in self.workspace().unsaved().values().filter_map(Write::document) {
            index.put(document);
        }
        self.send(Action::Indexed(Arc::new(index)));
    }

    /// Opens an article where words were found in it, and shows all places that have them.
    pub(in crate::ui) fn open_at(&self, id: DocumentId, words: &str, place: Option<Span>) {
        self.open(id);
        self.send(Action::Find(words.to_owned()));
        let text = self.workspace().open().filter(|open| open.id == id).map(|open| open.text().clone());
        if let Some((text, place)) = text.zip(place) {
            // An article is drawn in pieces: so once it is there, and again when it is whole.
            for after in SHOWN_AFTER {
                let text = text.clone();
                Timeout::new(after, move || scroll_to_place(&text, place)).forget();
            }
        }
    }

    /// The articles that have what is looked for.
    pub(in crate::ui) fn search(&self, query: &Query) -> Vec<LibraryHit> {
        let workspace = self.workspace();
        let mut hits = workspace.index().search(query);
        hits.retain(|hit| workspace.contains(hit.id));
        hits
    }
}
