//! The desk: what components reach through the context, and everything that happens goes through it.
//! Its files have a concern each.

mod files;
mod library;
mod reading;
mod reviewing;
mod storing;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use jiff::civil::Date;
use yew::prelude::*;

use crate::document::Document;
use crate::store::{Library, LocalStore};
use crate::workspace::{Action, Notice, Workspace};

/// Up to which length, in bytes, all is done at once: read, and stored before anything else happens.
/// What is longer is read in steps, and stored when it has been shown.
const SHORT_TEXT: usize = 100_000;

/// The reducer's state: the workspace.
#[derive(Default)]
pub(super) struct State(pub(super) Workspace);

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.0.update(action).map_or(self, |workspace| Rc::new(State(workspace)))
    }
}

/// What components reach through the context: the workspace and the store, and what can be done.
#[derive(Clone)]
pub(super) struct Desk {
    state: UseReducerHandle<State>,
    library: Rc<Library<LocalStore>>,
    draft: Rc<RefCell<String>>,
    reading: UseStateHandle<Option<f64>>,
    pending: Rc<RefCell<Pending>>,
}

/// What is under way.
#[derive(Default)]
pub(super) struct Pending {
    /// The texts that are to be read in steps; the first one is being read.
    to_read: VecDeque<Document>,
    /// How often people have called that off.
    called_off: usize,
    /// Stores a long article soon.
    store: Option<Timeout>,
    /// Whether the store is waited for.
    is_storing: bool,
}

impl PartialEq for Desk {
    /// One page has one desk. Components get what they draw as properties.
    fn eq(&self, other: &Desk) -> bool {
        Rc::ptr_eq(&self.library, &other.library)
    }
}

impl Desk {
    pub(super) fn new(
        state: UseReducerHandle<State>,
        library: Rc<Library<LocalStore>>,
        draft: Rc<RefCell<String>>,
        reading: UseStateHandle<Option<f64>>,
        pending: Rc<RefCell<Pending>>,
    ) -> Desk {
        Desk { state, library, draft, reading, pending }
    }

    /// The workspace as it is now.
    pub(super) fn workspace(&self) -> &Workspace {
        &self.state.0
    }

    pub(super) fn send(&self, action: Action) {
        self.state.dispatch(action);
    }

    pub(super) fn notify(&self, notice: Notice) {
        self.send(Action::Notify(notice));
    }
}

/// A published date as a date field gives it.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    text.parse().ok()
}
