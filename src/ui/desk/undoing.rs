//! Undo over a reload: what can be undone of the open article is kept beside it.

use std::rc::Rc;
use std::sync::Arc;

use super::Desk;
use crate::document::Document;
use crate::store::{keep_history, load_history, write_change};
use crate::workspace::{Action, Change, Entry};

/// How many changes of an article are kept.
const MOST: usize = 200;

impl Desk {
    /// Keeps what can be undone and redone of an article as it is stored now.
    pub(super) fn keep_history(&self, document: &Document) {
        let workspace = self.workspace();
        let [undo, redo] = workspace.history().edits_of(document.id);
        let mut known = self.memory.changes.borrow_mut();
        let write = |entries: Vec<&Arc<Entry>>| -> Vec<(Arc<Entry>, Rc<str>)> {
            // The last one is a change of this text; one that gives another text leads to those before it.
            let mut of = document;
            let mut written: Vec<(Arc<Entry>, Rc<str>)> = Vec::new();
            for entry in entries.iter().rev().take(MOST) {
                let Change::Edit(_, command) = &entry.change else { continue };
                let there = known.iter().find(|(other, _)| Arc::ptr_eq(other, entry));
                let text = there.map(|(_, text)| text.clone());
                let text = text.unwrap_or_else(|| write_change(&entry.title, command, of).into());
                written.push(((*entry).clone(), text));
                of = command.content().map_or(of, |content| content);
            }
            written.reverse();
            written
        };
        let (undo, redo) = (write(undo), write(redo));
        let texts = |changes: &[(Arc<Entry>, Rc<str>)]| -> Vec<Rc<str>> {
            changes.iter().map(|(_, text)| text.clone()).collect()
        };
        let (undone, redone) = (texts(&undo), texts(&redo));
        let undone: Vec<&str> = undone.iter().map(AsRef::as_ref).collect();
        let redone: Vec<&str> = redone.iter().map(AsRef::as_ref).collect();
        // The article itself is stored; that its changes cannot be undone later is not worth an alert.
        let _ = keep_history(self.library.store(), document, &undone, &redone);
        *known = undo.into_iter().chain(redo).collect();
    }

    /// Takes up what was kept of an article that has been opened.
    pub(super) fn recall_history(&self, document: &Document) {
        let kept = load_history(self.library.store(), document);
        self.send(Action::Recall { id: document.id, undo: kept.undo, redo: kept.redo });
    }
}
