//! Another text for the open article, and what has no place in it.

use std::sync::Arc;

use super::Desk;
use crate::annotation::Annotation;
use crate::document::{Changes, Document, changes, read};
use crate::edit::Command;
use crate::ui::browser::{ids, now};
use crate::words;
use crate::workspace::Notice;

/// What another text would make of the open article.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Updated {
    /// The article with it.
    pub(in crate::ui) document: Arc<Document>,
    /// What it says otherwise.
    pub(in crate::ui) changes: Changes,
    /// How many marks go along.
    pub(in crate::ui) kept: usize,
    /// How many, that somebody has looked at, have no place any more.
    pub(in crate::ui) lost: usize,
}

impl Updated {
    /// What `text` would make of an article; `None` where it is the same, or nothing.
    pub(in crate::ui) fn new(old: &Document, text: &str) -> Option<Updated> {
        if text.trim().is_empty() {
            return None;
        }
        let mut new = old.on_text(text);
        if new.text() == old.text() {
            return None;
        }
        new.drop_stale_suggestions();
        let had_place = |annotation: &Annotation| old.annotation(annotation.id).is_some();
        let kept = new.annotations().iter().filter(|annotation| had_place(annotation)).count();
        let lost = new.orphans.iter().filter(|orphan| had_place(&orphan.annotation)).count();
        read(&mut new, ids(), now());
        let changes = changes(old, &new);
        Some(Updated { document: Arc::new(new), changes, kept, lost })
    }
}

impl Desk {
    /// Gives the open article its new text.
    pub(in crate::ui) fn update_text(&self, updated: &Updated) {
        let title = words::UPDATE_TEXT_TITLE.to_owned();
        self.edit(title, Some(Command::SetContent(updated.document.clone())));
        let text = words::TextUpdated { kept: &updated.kept, lost: updated.lost }.text();
        self.notify(Notice::info(text).undoable());
    }
}
