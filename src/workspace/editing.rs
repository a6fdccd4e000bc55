//! Changes of the open article, and the ways back and forth.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Entry, Notice, Offer, Tone, Workspace};
use crate::edit::{Command, sign};
use crate::words;

impl Workspace {
    /// Changes the open article; what the command decides is the decision of the person who works here.
    pub(super) fn edit(&mut self, title: String, command: Command, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let command = sign(command, &document, self.person(), now);
        let Some((changed, back)) = command.apply(&document, now) else { return false };
        self.history.record(document.id, Entry { title, command: back });
        self.keep(Arc::new(changed));
        self.forget_notice();
        true
    }

    pub(super) fn undo(&mut self, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return self.tell(words::NOTHING_OPEN_TO_UNDO) };
        let Some(entry) = self.history.next_undo(document.id).cloned() else {
            let is_whole = self.history.steps(document.id).is_some_and(|steps| steps.is_whole);
            return self.tell(if is_whole {
                words::NOTHING_MORE_TO_UNDO
            } else {
                words::NO_EARLIER_STEP_KEPT
            });
        };
        match entry.command.apply(&document, now) {
            Some((changed, forward)) => {
                self.history.undone(document.id, forward);
                self.keep(Arc::new(changed));
                self.tell(words::undone(&entry.title))
            }
            None => {
                self.history.forget_undo(document.id);
                self.tell_lost(&entry)
            }
        }
    }

    pub(super) fn redo(&mut self, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return self.tell(words::NOTHING_OPEN_TO_UNDO) };
        let Some(entry) = self.history.next_redo(document.id).cloned() else {
            return self.tell(words::NOTHING_TO_REDO);
        };
        match entry.command.apply(&document, now) {
            Some((changed, back)) => {
                self.history.redone(document.id, back);
                self.keep(Arc::new(changed));
                self.tell(words::redone(&entry.title))
            }
            None => {
                self.history.forget_redo(document.id);
                self.tell_lost(&entry)
            }
        }
    }

    /// What was told of a step before this one, and what it offers to undo, is over.
    fn forget_notice(&mut self) {
        let is_over = self.notice.as_ref().is_some_and(|notice| {
            notice.tone == Tone::Info
                && notice.details.is_empty()
                && matches!(notice.offer, None | Some(Offer::Undo))
        });
        if is_over {
            self.notice = None;
        }
    }

    /// Another tab, or a restored state, has taken away what the step was about.
    fn tell_lost(&mut self, entry: &Entry) -> bool {
        self.notice = Some(Notice::problem(words::undo_impossible(&entry.title)));
        true
    }

    pub(super) fn tell(&mut self, text: impl Into<String>) -> bool {
        self.notice = Some(Notice::info(text));
        true
    }
}
