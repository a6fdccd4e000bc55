//! What the person has seen of each article, kept apart from the page's own history.

use crate::articles::now;
use crate::page::Page;
use std::collections::BTreeMap;
use std::sync::Arc;

use newsmark::annotation::Annotation;
use newsmark::document::{Document, DocumentId};
use newsmark::workspace::{Action, Offer};
use proptest::prelude::*;

/// What the person has seen of each article, step by step, kept apart from the page's own history.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) seen: BTreeMap<DocumentId, Seen>,
    /// What stands in the box for a new article.
    pub(crate) draft: String,
}

#[derive(Clone, Default)]
pub(crate) struct Seen {
    pub(crate) title: String,
    /// The states before, the present one, and those that were undone.
    pub(crate) before: Vec<Vec<String>>,
    pub(crate) now: Vec<String>,
    pub(crate) undone: Vec<Vec<String>>,
}

/// What a person sees of an article: its text and every mark with all that is known and decided of it.
pub(crate) fn state_of(document: &Document) -> Vec<String> {
    let name = |mark: &Annotation| {
        let entity = document.entities.iter().find(|entity| Some(&entity.id) == mark.entity.as_ref());
        entity.map(|entity| entity.name.clone())
    };
    let mark = |mark: &Arc<Annotation>| {
        let check = mark.check.as_ref().map(|check| (check.state, check.evidence.clone()));
        let by = mark.decided.as_ref().map(|decided| decided.by.clone());
        format!(
            "{:?} {} {:?} {:?} {:?} {:?} {check:?} {by:?}",
            mark.span,
            mark.label,
            mark.status,
            mark.value,
            name(mark),
            mark.note
        )
    };
    let head = [document.text().to_string(), document.title.clone(), document.tags.join(", ")];
    head.into_iter().chain(document.annotations().iter().map(mark)).collect()
}

impl Seen {
    /// The article has become this, by a step of its own if it was another before.
    pub(crate) fn note(&mut self, document: &Document) {
        let now = state_of(document);
        self.title = document.display_title().into_owned();
        if self.now.is_empty() {
            self.now = now;
        } else if self.now != now {
            self.before.push(std::mem::replace(&mut self.now, now));
            self.undone.clear();
        }
    }
}

impl Page {
    /// Notes what the open article has become.
    pub(crate) fn note(&mut self) {
        let Some(document) = self.workspace.open() else { return };
        let seen = self.ledger.seen.entry(document.id).or_default();
        seen.note(document);
    }

    pub(crate) fn undo(&mut self) -> Result<(), TestCaseError> {
        let Some(id) = self.workspace.open().map(|document| document.id) else { return Ok(()) };
        let title = self.workspace.undo_title().map(str::to_owned);
        self.send(Action::Undo { now: now() });
        let Some(document) = self.workspace.open().filter(|document| document.id == id).cloned() else {
            return Err(TestCaseError::fail("undo took the article away"));
        };
        let seen = self.ledger.seen.entry(id).or_default();
        seen.title = document.display_title().into_owned();
        if title.is_some() {
            // A step may have changed nothing that shows.
            let state = state_of(&document);
            if state != seen.now {
                let before = seen.before.pop();
                seen.undone.push(std::mem::replace(&mut seen.now, state.clone()));
                prop_assert_eq!(before, Some(state), "undo leads to what was seen before");
            }
        } else {
            prop_assert_eq!(&state_of(&document), &seen.now, "at the end of the steps nothing changes");
        }
        Ok(())
    }

    /// Notes what an article has become that need not be open.
    pub(crate) fn note_article(&mut self, id: DocumentId) {
        if let Some(document) = self.session.article(&self.workspace, id).document {
            self.ledger.seen.entry(id).or_default().note(&document);
        }
    }

    /// Does what the notice offers.
    pub(crate) fn take_offer(&mut self) -> Result<(), TestCaseError> {
        match self.workspace.notice().and_then(|notice| notice.offer.clone()) {
            Some(Offer::PutBackAll(ids)) => self.send(Action::PutBackAll(ids.to_vec())),
            Some(Offer::TakeBack { articles, step }) => {
                let actions = self.session.take_back(&self.workspace, &articles, &step, now());
                self.send_all(actions);
                for id in articles.iter() {
                    let Some(document) = self.session.article(&self.workspace, *id).document else {
                        continue;
                    };
                    let seen = self.ledger.seen.entry(*id).or_default();
                    seen.title = document.display_title().into_owned();
                    let state = state_of(&document);
                    if state != seen.now {
                        let before = seen.before.pop();
                        seen.undone.push(std::mem::replace(&mut seen.now, state.clone()));
                        prop_assert_eq!(before, Some(state), "taking back leads to what was seen before");
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    pub(crate) fn redo(&mut self) -> Result<(), TestCaseError> {
        let Some(id) = self.workspace.open().map(|document| document.id) else { return Ok(()) };
        let title = self.workspace.redo_title().map(str::to_owned);
        self.send(Action::Redo { now: now() });
        let Some(document) = self.workspace.open().cloned() else {
            return Err(TestCaseError::fail("redo took the article away"));
        };
        let seen = self.ledger.seen.entry(id).or_default();
        seen.title = document.display_title().into_owned();
        let state = state_of(&document);
        if title.is_some() && state != seen.now {
            let next = seen.undone.pop();
            seen.before.push(std::mem::replace(&mut seen.now, state.clone()));
            prop_assert_eq!(next, Some(state), "redo leads to what was undone");
        }
        Ok(())
    }
}
