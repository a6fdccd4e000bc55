//! A session: carries out in a store what the workspace asks for, and tells the workspace what came of it.
//!
//! Everything here is pure but for the store: the page calls it with its localStorage, tests with a
//! store in memory. Each call takes the workspace as it is and gives the actions that follow, in order.

mod backup;
mod files;
mod opening;
mod several;
mod storing;
mod undoing;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::document::{Document, DocumentId};
use crate::store::{Library, Store};
use crate::words;
use crate::workspace::{Action, Entry, Notice, Workspace, Write};

pub use files::{Stamp, Taken};
pub use several::Exported;

/// The library of one tab, and what it has written of what can be undone.
#[derive(Debug)]
pub struct Session<S> {
    library: Library<S>,
    /// Steps that have been written for the store already.
    written: RefCell<Vec<(Arc<Entry>, Rc<str>)>>,
}

/// An article, if it could be read, and what there is to tell of reading it.
#[derive(Debug)]
pub struct Found {
    /// The article.
    pub document: Option<Arc<Document>>,
    /// What follows: a list read anew, a notice.
    pub actions: Vec<Action>,
}

impl<S: Store> Session<S> {
    /// A session on `store`, for one tab, whose name no other tab has.
    ///
    /// ```
    /// # use newsmark::session::Session;
    /// # use newsmark::store::MemoryStore;
    /// # use newsmark::workspace::{Place, Workspace};
    /// let session = Session::new(MemoryStore::default(), "tab");
    /// let mut workspace = Workspace::default();
    /// for action in session.start(&workspace, None) {
    ///     workspace = workspace.update(action).unwrap_or(workspace);
    /// }
    /// assert!(workspace.has_started());
    /// assert_eq!(workspace.place(), &Place::New);
    /// ```
    pub fn new(store: S, tab: &str) -> Session<S> {
        Session { library: Library::new(store, tab), written: RefCell::default() }
    }

    /// The library underneath.
    pub fn library(&self) -> &Library<S> {
        &self.library
    }

    /// The article `id`, from memory where it has not been stored yet.
    pub fn article(&self, workspace: &Workspace, id: DocumentId) -> Found {
        let in_memory = workspace.unsaved().get(&id).and_then(Write::document);
        let in_memory = in_memory.or_else(|| workspace.open().filter(|document| document.id == id));
        if let Some(document) = in_memory {
            return Found { document: Some(document.clone()), actions: Vec::new() };
        }
        match self.library.load(id) {
            Ok(document) => Found { document: Some(document), actions: Vec::new() },
            Err(error) => {
                let mended = if error.is_damaged() { self.library.mend(id).ok().flatten() } else { None };
                let restored = mended.as_ref().map(|_| words::EARLIER_STATE_RESTORED.to_owned());
                let notice = Notice::problem(error.to_string()).with_details(restored.into_iter().collect());
                Found { document: mended, actions: vec![self.list(), Action::Notify(notice)] }
            }
        }
    }

    /// What the library holds.
    pub fn list(&self) -> Action {
        match self.library.list() {
            Ok(listing) => Action::Listed(listing),
            Err(error) => Action::StoreFailed(error.to_string()),
        }
    }
}
