//! Checking: what people find out about the facts of the open article, and which view of them shows.

use std::sync::Arc;

use super::{Desk, View};
use crate::annotation::{Annotation, AnnotationId, Check, CheckState};
use crate::document::{Document, DocumentId};
use crate::edit::operations;
use crate::facts::{Doubt, dismissed, is_fact};
use crate::ui::browser::now;
use crate::words;
use crate::workspace::Action;

impl Desk {
    /// Shows a view of the open article.
    pub(in crate::ui) fn look_at(&self, view: View) {
        self.handles.view.set(view);
        if view == View::CheckSheet && self.workspace().selected().is_none() {
            self.select_open();
        }
    }

    /// Shows where a mark stands in the article.
    pub(in crate::ui) fn go_to(&self, id: AnnotationId) {
        self.send(Action::Select(Some(id)));
        self.look_at(View::Read);
    }

    /// Sets what came of checking the selected fact; on the check sheet the next open one follows.
    pub(in crate::ui) fn check(&self, state: CheckState) {
        let Some((document, id, quote)) = self.selected() else { return };
        if document.annotation(id).is_none_or(|annotation| !is_fact(annotation)) {
            return;
        }
        self.say(words::checked(&quote, &state.name()));
        self.change_check(&document, id, &quote, |check| check.state = state);
        if *self.handles.view == View::CheckSheet && state != CheckState::Open {
            self.select_open();
        }
    }

    /// Sets what came of checking a fact, without going on.
    pub(in crate::ui) fn set_state(&self, id: AnnotationId, state: CheckState) {
        self.note_check(id, |check| check.state = state);
    }

    /// Sets where a fact was checked.
    pub(in crate::ui) fn set_evidence(&self, id: AnnotationId, evidence: &str) {
        self.note_check(id, |check| evidence.clone_into(&mut check.evidence));
    }

    /// Sets what there is to say of a check.
    pub(in crate::ui) fn set_remark(&self, id: AnnotationId, remark: &str) {
        self.note_check(id, |check| remark.clone_into(&mut check.note));
    }

    fn note_check(&self, id: AnnotationId, change: impl FnOnce(&mut Check)) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let Some(quote) = document.annotation(id).map(|it| super::reviewing::short(document.quote(it)))
        else {
            return;
        };
        self.change_check(&document, id, &quote, change);
    }

    fn change_check(
        &self,
        document: &Document,
        id: AnnotationId,
        quote: &str,
        change: impl FnOnce(&mut Check),
    ) {
        let known = document.annotation(id).and_then(|annotation| annotation.check.clone());
        let before = known.as_deref().cloned().unwrap_or_else(Check::open);
        let mut check = before.clone();
        change(&mut check);
        if check == before {
            return;
        }
        check.by = self.handles.checker.as_str().into();
        check.at = Some(now());
        let command = operations::set_check(document, id, Some(&Arc::new(check)), now());
        self.edit(words::check_title(&quote), command);
    }

    /// Puts a doubt aside for good.
    pub(in crate::ui) fn dismiss(&self, doubt: &Doubt) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let Some(stated) = document.annotation(doubt.stated) else { return };
        let quote = super::reviewing::short(document.quote(stated));
        let check = dismissed(stated.check.as_ref(), doubt.kind);
        let command = operations::set_check(&document, doubt.stated, Some(&check), now());
        self.edit(words::dismiss_title(&quote), command);
    }

    /// Selects the next fact that nobody has settled, behind the selected one or from the beginning.
    pub(in crate::ui) fn select_open(&self) {
        let workspace = self.workspace();
        let Some(document) = workspace.open() else { return };
        let is_open = |it: &&Arc<Annotation>| {
            is_fact(it) && it.check.as_ref().is_none_or(|check| check.state == CheckState::Open)
        };
        let all = document.annotations();
        let selected = workspace.selected().map(|it| it.id);
        let behind = all.iter().position(|it| Some(it.id) == selected).map_or(0, |place| place + 1);
        // Those behind the selected one, then from the beginning.
        let next = all.iter().skip(behind).chain(all).find(is_open).map(|it| it.id);
        match next {
            Some(next) => self.send(Action::Select(Some(next))),
            None => self.say(words::ALL_FACTS_ARE_CHECKED),
        }
    }

    /// An article of the library, to set beside the open one.
    pub(in crate::ui) fn report(&self, id: DocumentId) -> Option<Arc<Document>> {
        self.article(id)
    }
}
