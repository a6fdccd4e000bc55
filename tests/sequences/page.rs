//! The page: a workspace and a session on a store in memory, as the browser's page runs them.

use crate::articles::new_id;
use crate::ledger::{Ledger, state_of};
use std::rc::Rc;

use newsmark::session::Session;
use newsmark::store::MemoryStore;
use newsmark::workspace::{Action, Place, Workspace, Write};

/// The page: what it shows, and the store behind it.
pub(crate) struct Page {
    pub(crate) workspace: Workspace,
    pub(crate) session: Session<Rc<MemoryStore>>,
    pub(crate) store: Rc<MemoryStore>,
    /// How often it has stored; the one with this number is left out, as a page would that forgot to.
    pub(crate) stored: usize,
    pub(crate) forgets: Option<usize>,
    pub(crate) capacity: Option<usize>,
    pub(crate) backup: Option<String>,
    pub(crate) ledger: Ledger,
}

impl Page {
    pub(crate) fn new(capacity: Option<usize>, forgets: Option<usize>) -> Page {
        let store = Rc::new(capacity.map_or_else(MemoryStore::default, MemoryStore::with_capacity));
        let mut page = Page::on(store, capacity, forgets);
        page.start(None);
        page.send(Action::Name("Ada".into()));
        page
    }

    pub(crate) fn on(store: Rc<MemoryStore>, capacity: Option<usize>, forgets: Option<usize>) -> Page {
        Page {
            workspace: Workspace::default(),
            session: Session::new(store.clone(), "first"),
            store,
            stored: 0,
            forgets,
            capacity,
            backup: None,
            ledger: Ledger::default(),
        }
    }

    pub(crate) fn start(&mut self, address: Option<Place>) {
        let tab = format!("tab{}", new_id().as_u128());
        self.session = Session::new(self.store.clone(), &tab);
        self.workspace = Workspace::default();
        let actions = self.session.start(&self.workspace, address);
        self.send_all(actions);
    }

    pub(crate) fn send(&mut self, action: Action) {
        if let Some(next) = self.workspace.update(action) {
            self.workspace = next;
        }
    }

    pub(crate) fn send_all(&mut self, actions: Vec<Action>) {
        actions.into_iter().for_each(|action| self.send(action));
    }

    /// What the page does after each drawing.
    pub(crate) fn settle(&mut self) {
        while !self.workspace.unsaved().is_empty() {
            let before = self.workspace.unsaved().len();
            self.stored += 1;
            if self.forgets == Some(self.stored) {
                // The planted loss: said to be stored, and not.
                let written = self.workspace.unsaved().clone();
                return self.send(Action::Stored(written));
            }
            let actions = self.session.store(&self.workspace, 20);
            for action in &actions {
                // What had to go for room is told by its title, and only then is it no loss.
                if let Action::Notify(notice) = action
                    && notice.text.contains("to make room")
                {
                    self.ledger.seen.retain(|_, seen| !notice.text.contains(&format!("“{}”", seen.title)));
                }
            }
            self.send_all(actions);
            if self.workspace.unsaved().len() >= before {
                break;
            }
        }
        self.session.keep_settings(&self.workspace);
        self.session.keep_draft(&self.workspace);
    }

    /// After a fresh start: every article of the ledger is there, as it was seen last.
    pub(crate) fn check(&self) -> Result<(), String> {
        let session = Session::new(self.store.clone(), "fresh");
        let mut workspace = Workspace::default();
        for action in session.start(&workspace, None) {
            workspace = workspace.update(action).unwrap_or(workspace);
        }
        let is_told = self.workspace.store_problem().is_some();
        let draft = &workspace.draft().text;
        // A full store has no room for a draft; its box still has it.
        if self.capacity.is_none() && **draft != *self.ledger.draft {
            return Err(format!("the draft is {draft:?} in place of {:?}", self.ledger.draft));
        }
        for (id, seen) in &self.ledger.seen {
            if is_told
                && self.workspace.unsaved().get(id).is_some_and(|write| !matches!(write, Write::PutBack))
            {
                // The page says that it is not saved, and why.
                continue;
            }
            if !workspace.contains(*id) && !workspace.is_binned(*id) {
                return Err(format!("“{}” is gone", seen.title));
            }
            let found = session.article(&workspace, *id).document;
            let Some(document) = found else { return Err(format!("“{}” cannot be read", seen.title)) };
            let state = state_of(&document);
            if state != seen.now {
                let differs = state.iter().zip(&seen.now).find(|(is, was)| is != was);
                return Err(format!("“{}” is another: {differs:#?}", seen.title));
            }
        }
        Ok(())
    }
}
