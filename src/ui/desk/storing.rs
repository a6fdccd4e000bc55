//! Storing: what has changed goes to the library, and what other tabs have written comes in.

use gloo::timers::callback::Timeout;

use super::{Desk, SHORT_TEXT};
use crate::ui::browser::alone;
use crate::workspace::Write;

/// How long a long article waits to be stored, in milliseconds: until it has been painted.
const STORE_AFTER: u32 = 100;
/// How many articles are stored before the page is drawn again, so that it stays at hand while a
/// whole library comes in.
const AT_ONCE: usize = 20;

impl Desk {
    /// Carries out what is not stored yet: at once, or with a long article as soon as the change has
    /// been shown.
    pub(in crate::ui) fn store_soon(&self) {
        let weight = |write: &Write| write.document().map_or(0, |document| document.text().len());
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
        let actions = self.session.store(&self.workspace(), at_most);
        self.send_all(actions);
    }

    /// Another tab has written under `key`; `None` where it has cleared all.
    pub(in crate::ui) fn heard(&self, key: Option<&str>) {
        let desk = self.clone();
        let key = key.map(str::to_owned);
        alone(move || {
            let actions = desk.session.hear(&desk.workspace(), key.as_deref());
            desk.send_all(actions);
        });
    }
}
