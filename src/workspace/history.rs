use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::DocumentId;
use crate::edit::Command;

/// A change of one article, with the command that leads to the other side of it: on the undo stack the
/// way back, on the redo stack the way forward.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// What was done, for people: "accept “Austin”".
    pub title: String,
    /// The command.
    pub command: Command,
}

/// What can be undone and redone, each article by itself.
///
/// The first step is the first change of an article, not its coming in: undo never takes an article away.
#[derive(Clone, Default, Debug)]
pub struct History {
    articles: BTreeMap<DocumentId, Arc<Steps>>,
}

/// The steps of one article; the last of each is the next.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Steps {
    /// What undo would undo.
    pub undo: Vec<Arc<Entry>>,
    /// What redo would make again.
    pub redo: Vec<Arc<Entry>>,
    /// Whether the first step that is known is the first one that there was.
    pub is_whole: bool,
}

impl History {
    /// An article has come in, and nothing has been done to it yet.
    pub fn begin(&mut self, id: DocumentId) {
        self.articles.insert(id, Arc::new(Steps { is_whole: true, ..Steps::default() }));
    }

    /// Records a change that was made, by the command that leads back. What could be redone of the
    /// article no longer can.
    pub fn record(&mut self, id: DocumentId, back: Entry) {
        let steps = self.steps_mut(id);
        steps.redo.clear();
        steps.undo.push(Arc::new(back));
    }

    /// The steps of an article.
    pub fn steps(&self, id: DocumentId) -> Option<&Arc<Steps>> {
        self.articles.get(&id)
    }

    /// The change that undo would make to an article.
    pub fn next_undo(&self, id: DocumentId) -> Option<&Arc<Entry>> {
        self.articles.get(&id)?.undo.last()
    }

    /// The change that redo would make to an article.
    pub fn next_redo(&self, id: DocumentId) -> Option<&Arc<Entry>> {
        self.articles.get(&id)?.redo.last()
    }

    /// Takes up what was kept of an article, unless something of it is here already.
    pub fn recall(&mut self, id: DocumentId, kept: Steps) -> bool {
        let is_known = self.articles.get(&id).is_some_and(|steps| **steps != Steps::default());
        if is_known || kept == Steps::default() {
            return false;
        }
        self.articles.insert(id, Arc::new(kept));
        true
    }

    /// Takes the next step back out: it cannot be made any more.
    pub fn forget_undo(&mut self, id: DocumentId) {
        self.steps_mut(id).undo.pop();
    }

    /// Takes the next step forward out: it cannot be made any more.
    pub fn forget_redo(&mut self, id: DocumentId) {
        self.steps_mut(id).redo.pop();
    }

    /// Moves the next step back to the other stack, where `forward` leads to what was undone.
    pub fn undone(&mut self, id: DocumentId, forward: Command) {
        let steps = self.steps_mut(id);
        if let Some(entry) = steps.undo.pop() {
            steps.redo.push(Arc::new(Entry { title: entry.title.clone(), command: forward }));
        }
    }

    /// Moves the next step forward to the other stack, where `back` leads to what was before.
    pub fn redone(&mut self, id: DocumentId, back: Command) {
        let steps = self.steps_mut(id);
        if let Some(entry) = steps.redo.pop() {
            steps.undo.push(Arc::new(Entry { title: entry.title.clone(), command: back }));
        }
    }

    fn steps_mut(&mut self, id: DocumentId) -> &mut Steps {
        Arc::make_mut(self.articles.entry(id).or_default())
    }
}
