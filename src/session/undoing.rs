//! Undo over a reload: what can be undone of an article is kept beside it.

use std::rc::Rc;
use std::sync::Arc;

use super::Session;
use crate::document::Document;
use crate::store::{KeptHistory, Store, keep_history, load_history, write_change};
use crate::workspace::{Action, Entry, Steps, Workspace};

/// How many changes of an article are kept.
const MOST: usize = 200;

impl<S: Store> Session<S> {
    /// Keeps what can be undone and redone of an article as it is stored now.
    pub(super) fn keep_steps(&self, workspace: &Workspace, document: &Document) {
        let Some(steps) = workspace.history().steps(document.id) else { return };
        let mut known = self.written.borrow_mut();
        let write = |entries: &[Arc<Entry>]| -> Vec<(Arc<Entry>, Rc<str>)> {
            // The last one is a change of this text; one that gives another text leads to those before it.
            let mut of = document;
            let mut written: Vec<(Arc<Entry>, Rc<str>)> = Vec::new();
            for entry in entries.iter().rev().take(MOST) {
                let there = known.iter().find(|(other, _)| Arc::ptr_eq(other, entry));
                let text = there.map(|(_, text)| text.clone());
                let text = text.unwrap_or_else(|| write_change(&entry.title, &entry.command, of).into());
                written.push((entry.clone(), text));
                of = entry.command.content().map_or(of, |content| content);
            }
            written.reverse();
            written
        };
        let (undo, redo) = (write(&steps.undo), write(&steps.redo));
        let texts = |changes: &[(Arc<Entry>, Rc<str>)]| -> Vec<Rc<str>> {
            changes.iter().map(|(_, text)| text.clone()).collect()
        };
        let kept = crate::store::Changes {
            undo: texts(&undo),
            redo: texts(&redo),
            is_whole: steps.is_whole && undo.len() == steps.undo.len(),
        };
        // The article itself is stored; that its changes cannot be undone later is not worth an alert.
        let _ = keep_history(self.library.store(), document, &kept);
        *known = undo.into_iter().chain(redo).collect();
    }

    /// What was kept of an article that is opened.
    pub(super) fn recall(&self, document: &Document) -> Action {
        let KeptHistory { undo, redo, is_whole } = load_history(self.library.store(), document);
        // Nothing has been done yet to what has not changed since it was made.
        let is_whole = is_whole || undo.is_empty() && document.modified == document.created;
        let entries = |kept: Vec<(String, _)>| {
            kept.into_iter().map(|(title, command)| Arc::new(Entry { title, command })).collect()
        };
        Action::Recall {
            id: document.id,
            steps: Steps { undo: entries(undo), redo: entries(redo), is_whole },
        }
    }
}
