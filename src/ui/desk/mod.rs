//! The desk: what components reach through the context, and everything that happens goes through it.
//! Its files have a concern each.

mod colleagues;
mod entities;
mod facts;
mod files;
mod labelling;
mod library;
mod links;
mod reading;
mod reviewing;
mod searching;
mod storing;
mod texts;
mod undoing;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use jiff::civil::Date;
use yew::prelude::*;

use super::staged::InView;
use crate::document::Document;
use crate::label::LabelCode;
use crate::search::{Index, Searchable};
use crate::store::{Library, LocalStore};
use crate::workspace::{Action, Entry, KeyMap, Notice, Workspace};

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
    handles: Handles,
    memory: Rc<Memory>,
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

/// What of the page is open, besides the workspace.
#[derive(Clone)]
pub(super) struct Handles {
    /// Which dialog shows.
    pub(super) dialog: UseStateHandle<Option<Dialog>>,
    /// Which end of the selected mark the arrow keys move.
    pub(super) end: UseStateHandle<Option<End>>,
    /// What was done last, for those who hear the page.
    pub(super) said: UseStateHandle<String>,
    /// The keys.
    pub(super) keys: UseStateHandle<KeyMap>,
    /// What is looked for in the article.
    pub(super) words: UseStateHandle<String>,
    /// Which view of the open article shows.
    pub(super) view: UseStateHandle<View>,
    /// What the person is called who checks facts.
    pub(super) checker: UseStateHandle<String>,
}

/// The dialogs that can be opened from anywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dialog {
    /// All keys.
    Keys,
    /// All commands.
    Palette,
    /// The label set.
    Labels,
    /// What the browser keeps.
    Storage,
    /// Search over all articles.
    Library,
    /// All facts of all articles.
    LibraryFacts,
    /// Another text for the open article.
    UpdateText,
    /// Where colleagues differ.
    Merge,
    /// How far annotators agree.
    Agreement,
    /// A link with the open article.
    Share,
    /// What a link holds that was followed.
    Arrived,
}

/// A view of the open article.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum View {
    /// The article with its marks.
    #[default]
    Read,
    /// Each source with what it says.
    WhoSaidWhat,
    /// Every fact with what came of checking it.
    CheckSheet,
    /// What is dated.
    Timeline,
    /// Other reports beside it.
    Compare,
}

/// An end of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// What is remembered while the page is open, and draws nothing.
#[derive(Default)]
pub(super) struct Memory {
    /// The labels that were given last, the latest first.
    recent: RefCell<Vec<LabelCode>>,
    /// The articles as they are searched.
    index: RefCell<Index>,
    /// The open article as it is searched.
    searchable: RefCell<Option<(Arc<Document>, Rc<Searchable>)>>,
    /// Changes that have been written for the store already.
    changes: RefCell<Vec<(Arc<Entry>, Rc<str>)>>,
    /// What files had marked in articles, to compare.
    sheets: RefCell<Vec<colleagues::Sheet>>,
    /// What a link holds that was followed.
    arrived: RefCell<Option<Arrived>>,
    /// What can be seen of the long lists.
    in_view: RefCell<InView>,
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
        handles: Handles,
        memory: Rc<Memory>,
    ) -> Desk {
        Desk { state, library, draft, reading, pending, handles, memory }
    }

    /// The workspace as it is now.
    pub(super) fn workspace(&self) -> Now {
        Now(self.state.clone())
    }

    pub(super) fn send(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// Notes what can be seen of the long lists, for those who draw them.
    pub(super) fn note_view(&self, in_view: InView) {
        self.memory.in_view.replace(in_view);
    }

    /// What could be seen of the long lists before this drawing.
    pub(super) fn in_view(&self) -> InView {
        self.memory.in_view.borrow().clone()
    }

    /// Opens a dialog, or closes it.
    pub(super) fn show(&self, dialog: Option<Dialog>) {
        self.handles.dialog.set(dialog);
    }

    /// What of the page is open.
    pub(super) fn handles(&self) -> &Handles {
        &self.handles
    }

    /// Tells those who hear the page what was done.
    pub(super) fn say(&self, text: impl Into<String>) {
        self.handles.said.set(text.into());
    }

    pub(super) fn notify(&self, notice: Notice) {
        self.send(Action::Notify(notice));
    }
}

pub(super) use labelling::new_label;
pub(super) use links::Arrived;
pub(super) use texts::Updated;

/// A published date as a date field gives it.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    text.parse().ok()
}
