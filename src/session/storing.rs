//! Storing: what has changed goes to the library, and what other tabs have written comes in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Session;
use crate::document::{Document, DocumentId};
use crate::store::{Error, News, Standing, Store};
use crate::words;
use crate::workspace::{Action, Notice, Workspace, Write};

impl<S: Store> Session<S> {
    /// Carries out what is not stored yet, at most so many articles.
    pub fn store(&self, workspace: &Workspace, at_most: usize) -> Vec<Action> {
        let mut written = workspace.unsaved().clone();
        let mut left = at_most;
        let mut problem = None;
        let mut told = Vec::new();
        written.retain(|id, write| {
            if left == 0 {
                return false;
            }
            let result = self.carry_out(workspace, *id, write, &mut told);
            let is_written = result.map_err(|error| problem = Some(error.to_string())).is_ok();
            // What fails keeps nothing else from being written.
            left -= usize::from(is_written);
            is_written
        });
        let mut actions = Vec::new();
        if workspace.unsaved().is_empty()
            && workspace.store_problem().is_some()
            && self.library.list().is_ok()
        {
            // Nothing waits, and the store answers again: the alert has no cause any more.
            actions.push(Action::Stored(BTreeMap::new()));
            actions.push(self.list());
        }
        if !written.is_empty() {
            actions.push(Action::Stored(written));
        }
        actions.extend(told);
        let given_up = self.library.take_given_up();
        if !given_up.is_empty() {
            actions.push(self.list());
            let titles: Vec<_> = given_up.iter().map(|title| format!("“{title}”")).collect();
            actions.push(Action::Notify(Notice::problem(words::gone_for_room(&titles.join(", ")))));
        }
        actions.extend(problem.map(Action::StoreFailed));
        actions
    }

    fn carry_out(
        &self,
        workspace: &Workspace,
        id: DocumentId,
        write: &Write,
        told: &mut Vec<Action>,
    ) -> Result<(), Error> {
        match write {
            Write::Save(document) => return self.save(workspace, document, told),
            Write::Delete { pending, at } => self.library.delete(id, pending.as_ref(), *at)?,
            Write::PutBack => {
                self.library.put_back(id)?;
                let shown = workspace.open().filter(|open| open.id == id);
                if let Some(shown) = shown.filter(|_| self.library.standing(id) == Ok(Standing::Gone)) {
                    // Another tab has emptied the bin meanwhile; here it is still.
                    self.library.save(shown)?;
                }
            }
            Write::Erase { unstored } => {
                if let Some(at) = unstored {
                    self.library.delete(id, None, *at)?;
                }
                self.library.erase(id)?;
            }
        }
        // Another tab may have done otherwise just before.
        told.push(Action::Elsewhere { id, standing: self.library.standing(id)? });
        Ok(())
    }

    fn save(
        &self,
        workspace: &Workspace,
        document: &Arc<Document>,
        told: &mut Vec<Action>,
    ) -> Result<(), Error> {
        let saved = self.library.save(document)?;
        self.keep_steps(workspace, &saved.document);
        if saved.is_back {
            let text = words::deleted_elsewhere_brought_back(&document.display_title());
            told.push(Action::Notify(Notice::problem(text)));
        }
        if !Arc::ptr_eq(document, &saved.document) {
            let (was, document) = (document.clone(), saved.document);
            told.push(Action::Merged { was, document, must_save: false });
        }
        Ok(())
    }

    /// Another tab has written under `key`; `None` where it has cleared all.
    pub fn hear(&self, workspace: &Workspace, key: Option<&str>) -> Vec<Action> {
        let Some(key) = key else { return vec![self.list()] };
        let Some(id) = crate::store::Library::<S>::article_of(key) else { return Vec::new() };
        // Trouble with the store shows when something is stored.
        self.look(workspace, id).unwrap_or_default()
    }

    fn look(&self, workspace: &Workspace, id: DocumentId) -> Result<Vec<Action>, Error> {
        let ours = match workspace.unsaved().get(&id) {
            Some(Write::Save(document)) => Some(document.clone()),
            Some(_) => return Ok(Vec::new()),
            None => workspace.open().filter(|open| open.id == id).cloned(),
        };
        let Some(ours) = ours else {
            let standing = self.library.standing(id)?;
            let mut actions = vec![Action::Elsewhere { id, standing }];
            if workspace.place().article().is_some_and(|article| article.id == id) {
                // It may have been put back, and this tab waits to show it.
                let next = workspace.update(actions[0].clone());
                actions.extend(next.map(|next| self.go(&next, next.place().clone())).unwrap_or_default());
            }
            return Ok(actions);
        };
        Ok(match self.library.look(&ours)? {
            News::Nothing => Vec::new(),
            News::Changed { document, must_save } => vec![Action::Merged { was: ours, document, must_save }],
            News::Gone => vec![Action::Elsewhere { id, standing: self.library.standing(id)? }],
        })
    }
}
