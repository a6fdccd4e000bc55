//! Storing: what has changed goes to the library, and what other tabs have written comes in.

use std::sync::Arc;

use gloo::timers::callback::Timeout;

use super::{Desk, SHORT_TEXT};
use crate::document::DocumentId;
use crate::store::{Error, Library, LocalStore, News};
use crate::ui::browser::alone;
use crate::words;
use crate::workspace::{Action, Notice, Write};

/// How long a long article waits to be stored, in milliseconds: until it has been painted.
const STORE_AFTER: u32 = 100;
/// How many articles are stored before the page is drawn again, so that it stays at hand while a
/// whole library comes in.
const AT_ONCE: usize = 20;

impl Desk {
    /// Carries out what is not stored yet: at once, or with a long article as soon as the change has
    /// been shown.
    pub(in crate::ui) fn store_soon(&self) {
        let weight = |write: &Write| match write {
            Write::Save(document) => document.text().len(),
            Write::Remove => 0,
        };
        // A library that comes in is stored a few at a time anyway; what counts is a long article.
        let heaviest = self.workspace().unsaved().values().map(weight).max();
        if heaviest.is_none_or(|weight| weight <= SHORT_TEXT) {
            return self.store();
        }
        let desk = self.clone();
        let mut pending = self.pending.borrow_mut();
        pending.store.get_or_insert_with(|| Timeout::new(STORE_AFTER, move || desk.store()));
    }

    /// Carries out what is not stored yet, as soon as no other tab is storing.
    pub(in crate::ui) fn store(&self) {
        {
            let mut pending = self.pending.borrow_mut();
            pending.store = None;
            if std::mem::replace(&mut pending.is_storing, true) {
                return;
            }
        }
        let desk = self.clone();
        alone(move || {
            desk.pending.borrow_mut().is_storing = false;
            desk.store_some(AT_ONCE);
        });
    }

    /// Carries out what is not stored yet, whatever other tabs do: for a page that is being left.
    pub(in crate::ui) fn store_now(&self) {
        self.store_some(usize::MAX);
    }

    fn store_some(&self, at_most: usize) {
        let mut written = self.workspace().unsaved().clone();
        let mut left = at_most;
        let mut problem = None;
        let mut told = Vec::new();
        written.retain(|id, write| {
            if left == 0 {
                return false;
            }
            let result = match write {
                Write::Save(document) => self.library.save(document).map(|saved| {
                    self.outdated(*id);
                    if self.workspace().open().is_some_and(|open| open.id == *id) {
                        self.keep_history(&saved.document);
                    }
                    if saved.is_back {
                        let title = document.display_title();
                        let text = words::deleted_elsewhere_brought_back(&title);
                        told.push(Action::Notify(Notice::problem(text)));
                    }
                    if !Arc::ptr_eq(document, &saved.document) {
                        let (was, document) = (document.clone(), saved.document);
                        told.push(Action::Merged { was, document, must_save: false });
                    }
                }),
                Write::Remove => match self.library.remove(*id) {
                    Err(error) if error.is_changed() => {
                        told.push(Action::Notify(Notice::problem(error.to_string())));
                        self.library.load(*id).map(|document| told.push(Action::NotRemoved(document)))
                    }
                    other => other,
                },
            };
            let is_written = result.map_err(|error| problem = Some(error.to_string())).is_ok();
            // What fails keeps nothing else from being written.
            left -= usize::from(is_written);
            is_written
        });
        if !written.is_empty() {
            self.send(Action::Stored(written));
        }
        told.into_iter().for_each(|action| self.send(action));
        if let Some(problem) = problem {
            self.send(Action::StoreFailed(problem));
        }
    }

    /// Another tab has written under `key`; `None` where it has cleared all.
    pub(in crate::ui) fn heard(&self, key: Option<&str>) {
        let Some(key) = key else { return self.list() };
        let Some(id) = Library::<LocalStore>::article_of(key) else { return };
        let desk = self.clone();
        alone(move || {
            // Trouble with the store shows when something is stored.
            let _ = desk.look(id);
        });
    }

    fn look(&self, id: DocumentId) -> Result<(), Error> {
        let ours = match self.workspace().unsaved().get(&id) {
            Some(Write::Remove) => return Ok(()),
            Some(Write::Save(document)) => Some(document.clone()),
            None => self.workspace().open().filter(|open| open.id == id).cloned(),
        };
        match ours.as_ref().map(|ours| self.library.look(ours)).transpose()? {
            Some(News::Nothing) => {}
            Some(News::Changed { document, must_save }) => {
                let was = ours.unwrap_or_else(|| document.clone());
                self.send(Action::Merged { was, document, must_save });
            }
            Some(News::Gone) => self.send(Action::Elsewhere { id, summary: None }),
            None => {
                let summary = self.library.summary_of(id)?;
                self.send(Action::Elsewhere { id, summary });
            }
        }
        Ok(())
    }
}
