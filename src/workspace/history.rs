use std::collections::HashSet;
use std::sync::Arc;

use crate::document::{Document, DocumentId};
use crate::edit::Command;

/// A change of the library or of one article, with the way back.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// What was done, for people: "accept “Austin”".
    pub title: String,
    /// The change itself.
    pub change: Change,
}

/// What an [`Entry`] changed.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    /// An article was edited; the command leads to the other side.
    Edit(DocumentId, Command),
    /// An article is to be put into the library.
    Insert(Arc<Document>),
    /// An article is to be taken out of the library.
    Remove(DocumentId),
    /// Articles are to be put in the places of others, all at once.
    Swap {
        /// What each article is to be; `None` where it is to be taken out.
        to: Vec<(DocumentId, Option<Arc<Document>>)>,
        /// What they are, for the way back.
        from: Vec<(DocumentId, Option<Arc<Document>>)>,
    },
}

/// What can be undone and redone, over all articles in one order.
///
/// An entry holds the change that leads to the other side: on the undo stack the way back, on the
/// redo stack the way forward. Undo takes the last change that concerns what is in front of the
/// person: edits of the open article, and articles that were deleted. Edits of an article that is
/// not open wait until it is.
#[derive(Clone, Default, Debug)]
pub struct History {
    undo: Vec<Arc<Entry>>,
    redo: Vec<Arc<Entry>>,
}

impl History {
    /// Records a change that was made; `back` leads back. What could be redone of the same
    /// article, or of the library, no longer can.
    pub fn record(&mut self, back: Entry) {
        let articles = back.change.articles();
        self.redo.retain(|entry| !entry.change.articles().iter().any(|id| articles.contains(id)));
        self.undo.push(Arc::new(back));
    }

    /// The change that undo would make now.
    pub fn next_undo(&self, open: Option<DocumentId>) -> Option<&Arc<Entry>> {
        let mut later: HashSet<DocumentId> = HashSet::new();
        self.undo.iter().rev().find(|entry| {
            let articles = entry.change.articles();
            // What was done to one of several articles since comes first.
            let is_last =
                !matches!(entry.change, Change::Swap { .. }) || !articles.iter().any(|id| later.contains(id));
            later.extend(articles);
            is_last && entry.change.concerns(open)
        })
    }

    /// The change that redo would make now.
    pub fn next_redo(&self, open: Option<DocumentId>) -> Option<&Arc<Entry>> {
        self.redo.iter().rev().find(|entry| entry.change.concerns(open))
    }

    /// The edits of an article that can be undone, and those that can be made again; the last is the
    /// next.
    pub fn edits_of(&self, id: DocumentId) -> [Vec<&Arc<Entry>>; 2] {
        let of = |stack| -> Vec<_> {
            let stack: &Vec<Arc<Entry>> = stack;
            stack.iter().filter(|entry| matches!(entry.change, Change::Edit(of, _) if of == id)).collect()
        };
        [of(&self.undo), of(&self.redo)]
    }

    /// Takes up what was kept of an article, unless something of it is here already.
    pub fn recall(
        &mut self,
        id: DocumentId,
        undo: Vec<(String, Command)>,
        redo: Vec<(String, Command)>,
    ) -> bool {
        let is_known = self.undo.iter().chain(&self.redo).any(|entry| entry.change.articles().contains(&id));
        let entries = |kept: Vec<(String, Command)>| {
            kept.into_iter()
                .map(move |(title, command)| Arc::new(Entry { title, change: Change::Edit(id, command) }))
        };
        if is_known || undo.is_empty() && redo.is_empty() {
            return false;
        }
        // Older than all that is here.
        self.undo.splice(..0, entries(undo));
        self.redo.splice(..0, entries(redo));
        true
    }

    /// Takes `entry` out: it cannot be carried out any more.
    pub fn forget(&mut self, entry: &Arc<Entry>) {
        take(&mut self.undo, entry);
        take(&mut self.redo, entry);
    }

    /// Moves `entry` from the undo to the redo stack, where `forward` leads to what was undone.
    pub fn undone(&mut self, entry: &Arc<Entry>, forward: Change) {
        take(&mut self.undo, entry);
        self.redo.push(Arc::new(Entry { title: entry.title.clone(), change: forward }));
    }

    /// Moves `entry` from the redo to the undo stack, where `back` leads to what was before.
    pub fn redone(&mut self, entry: &Arc<Entry>, back: Change) {
        take(&mut self.redo, entry);
        self.undo.push(Arc::new(Entry { title: entry.title.clone(), change: back }));
    }
}

impl Change {
    fn articles(&self) -> Vec<DocumentId> {
        match self {
            Change::Edit(id, _) | Change::Remove(id) => vec![*id],
            Change::Insert(document) => vec![document.id],
            Change::Swap { to, .. } => to.iter().map(|(id, _)| *id).collect(),
        }
    }

    /// Whether this change is one for a person who has article `open` in front of them. Bringing an
    /// article back, or a whole library, always is.
    fn concerns(&self, open: Option<DocumentId>) -> bool {
        match self {
            Change::Insert(_) | Change::Swap { .. } => true,
            Change::Edit(id, _) | Change::Remove(id) => open == Some(*id),
        }
    }
}

fn take(stack: &mut Vec<Arc<Entry>>, entry: &Arc<Entry>) {
    if let Some(place) = stack.iter().rposition(|other| Arc::ptr_eq(other, entry)) {
        stack.remove(place);
    }
}
