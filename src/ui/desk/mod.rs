//! The desk: what components reach through the context, and everything that happens goes through it.
//!
//! It holds no state of the page: that is the [`Workspace`]'s. Its files have a concern each.

mod colleagues;
mod doing;
mod files;
mod library;
mod links;
mod pages;
mod places;
mod reading;
mod searching;
mod storing;
mod texts;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use jiff::civil::Date;
use uuid::Uuid;
use yew::prelude::*;

use super::browser::now;
use super::staged::InView;
use crate::document::Document;
use crate::search::Searchable;
use crate::session::{Session, Stamp};
use crate::store::{Draft, LocalStore};
use crate::value::read_day;
use crate::workspace::{Action, Dialog, Notice, Workspace};

/// Up to which length, in bytes, all is done at once: read, and stored before anything else happens.
/// What is longer is read in steps, and stored when it has been shown.
const SHORT_TEXT: usize = 100_000;

/// The reducer's state: the workspace.
#[derive(Default)]
pub(super) struct State(pub(super) Workspace);

impl State {
    /// An empty workspace with the new article that was being entered: it is wanted for the first drawing.
    pub(super) fn with_draft() -> State {
        let empty = Workspace::default();
        let draft = Action::Draft(Draft::load(&LocalStore));
        State(empty.update(draft).unwrap_or(empty))
    }
}

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
    session: Rc<Session<LocalStore>>,
    pending: Rc<RefCell<Pending>>,
    caches: Rc<Caches>,
}

/// The workspace at one moment. A handle keeps each state that was read through it as long as it
/// lives, and components and the window's listeners hold theirs for long; so each look has its own.
pub(super) struct Now(UseReducerHandle<State>);

impl Deref for Now {
    type Target = Workspace;

    fn deref(&self) -> &Workspace {
        &self.0.0
    }
}

/// What follows from the workspace and the browser, and takes too long to be found out each time.
#[derive(Default)]
pub(super) struct Caches {
    /// The open article as it is searched.
    searchable: RefCell<Option<(Arc<Document>, Rc<Searchable>)>>,
    /// What can be seen of the long lists.
    in_view: RefCell<InView>,
}

/// Work that is under way.
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
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// The desk of the page; to be called once, by the app.
#[hook]
pub(super) fn use_desk(state: UseReducerHandle<State>) -> Desk {
    let session = use_memo((), |()| Session::new(LocalStore, &Uuid::new_v4().simple().to_string()));
    let caches = use_memo((), |()| Caches::default());
    let pending = use_mut_ref(Pending::default);
    Desk { state, session, pending, caches }
}

impl Desk {
    /// The workspace as it is now.
    pub(super) fn workspace(&self) -> Now {
        Now(self.state.clone())
    }

    pub(super) fn send(&self, action: Action) {
        self.state.dispatch(action);
    }

    fn send_all(&self, actions: Vec<Action>) {
        actions.into_iter().for_each(|action| self.send(action));
    }

    /// Notes what can be seen of the long lists, for those who draw them.
    pub(super) fn note_view(&self, in_view: InView) {
        self.caches.in_view.replace(in_view);
    }

    /// What could be seen of the long lists before this drawing.
    pub(super) fn in_view(&self) -> InView {
        self.caches.in_view.borrow().clone()
    }

    /// Opens a dialog, or closes it.
    pub(super) fn show(&self, dialog: Option<Dialog>) {
        self.send(Action::Show(dialog));
    }

    /// Tells those who hear the page what was done.
    pub(super) fn say(&self, text: impl Into<String>) {
        self.send(Action::Say(text.into()));
    }

    pub(super) fn notify(&self, notice: Notice) {
        self.send(Action::Notify(notice));
    }

    /// The time, and where new ids come from.
    fn stamp(&self) -> Stamp {
        Stamp { now: now(), ids: Uuid::new_v4 }
    }
}

pub(super) use texts::Updated;

/// A published date as a date field gives it.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    read_day(text)
}
