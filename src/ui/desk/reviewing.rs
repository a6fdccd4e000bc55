//! Reviewing: what people do to the open article and its marks.

use std::sync::Arc;

use uuid::Uuid;

use super::Desk;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::{Document, annotate};
use crate::edit::{Command, Meta, operations};
use crate::extract::{extract, page_furniture};
use crate::label::{Label, LabelCode};
use crate::text::Span;
use crate::ui::browser::{ids, now};
use crate::words;
use crate::workspace::{Action, Notice, Step};

impl Desk {
    /// Puts a version of the selected annotation's history in its place.
    pub(in crate::ui) fn use_version(&self, version: &Annotation) {
        if let Some((document, id, quote)) = self.selected() {
            let command = operations::use_version(&document, id, version, now());
            self.edit(words::use_version_title(&quote), command);
        }
    }

    /// Makes the selected annotation and another one mentions of one entity.
    pub(in crate::ui) fn join(&self, other: AnnotationId) {
        if let Some((document, id, quote)) = self.selected() {
            self.edit(words::join_title(&quote), operations::join(&document, id, other, now()));
        }
    }

    pub(in crate::ui) fn undo(&self) {
        self.send(Action::Undo { now: now() });
    }

    pub(in crate::ui) fn redo(&self) {
        self.send(Action::Redo { now: now() });
    }

    pub(super) fn edit(&self, title: String, command: Option<Command>) {
        if let Some(command) = command {
            self.send(Action::Edit { title, command, now: now() });
        }
    }

    /// The open article and its selected annotation with the text it covers.
    pub(super) fn selected(&self) -> Option<(Arc<Document>, AnnotationId, String)> {
        let document = self.workspace().open()?.clone();
        let workspace = self.workspace();
        let annotation = workspace.selected()?;
        let quote = short(document.quote(annotation));
        Some((document, annotation.id, quote))
    }

    pub(in crate::ui) fn set_status(&self, status: Status) {
        if let Some((document, id, quote)) = self.selected() {
            let title = format!("{} “{quote}”", verb(status));
            self.say(format!("{} “{quote}”", past(status)));
            self.edit(title, operations::set_status(&document, &[id], status, now()));
        }
    }

    /// Reviews the selected annotation and goes on to the next that waits.
    pub(in crate::ui) fn review(&self, status: Status) {
        self.set_status(status);
        self.go_on();
    }

    /// Goes on to the next suggestion; where none is left, says so.
    pub(super) fn go_on(&self) {
        self.send(Action::Step(Step::NextSuggestion));
        let (reviewed, all) = self.workspace().reviewed();
        if self.workspace().is_reviewing() && reviewed == all {
            self.notify(Notice::info(words::all_marks_are_reviewed(&all)));
            self.send(Action::Review(false));
        }
    }

    /// Reviews all suggestions of the selected annotation's label, and goes on.
    pub(in crate::ui) fn review_label(&self, status: Status) {
        let Some(label) = self.workspace().selected().map(|selected| selected.label.clone()) else { return };
        self.review_all(status, |annotation| annotation.label == label, &self.label_name(&label));
        self.go_on();
    }

    /// Reviews all suggestions that are shown and meant, which `whose` names.
    pub(in crate::ui) fn review_all(
        &self,
        status: Status,
        is_meant: impl Fn(&Annotation) -> bool,
        whose: &str,
    ) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let workspace = self.workspace();
        let is_meant = |annotation: &Annotation| workspace.is_shown(annotation) && is_meant(annotation);
        let command = operations::review_all(&document, status, is_meant, now());
        let waiting = document.annotations().iter().filter(|a| a.status == Status::Suggested && is_meant(a));
        let count = waiting.count();
        if count == 0 {
            return self.notify(Notice::info(words::no_suggestion_is_left(&verb(status), &whose)));
        }
        self.edit(words::reviewed_several_title(&verb(status), &count, &whose), command);
        let done = words::reviewed_several(&past(status), &count, &whose);
        self.notify(Notice { undoable: true, ..Notice::info(done) });
    }

    /// What people call a label of the open article.
    pub(in crate::ui) fn label_name(&self, code: &LabelCode) -> String {
        let label = self.workspace().open().and_then(|document| document.labels.get(code).cloned());
        label.map_or_else(|| code.to_string(), |label| label.name)
    }

    /// Reads the open article again: what is missing is suggested, what was rejected stays so.
    pub(in crate::ui) fn read_again(&self) {
        self.add_missing(false);
    }

    /// Marks the lines that are left over from the web page, too.
    pub(in crate::ui) fn mark_leftovers(&self) {
        self.add_missing(true);
    }

    fn add_missing(&self, with_leftovers: bool) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let mut again = (*document).clone();
        let mut extraction = extract(document.text(), document.published);
        if !with_leftovers {
            extraction = extraction.outside(&page_furniture(document.text()));
        }
        let added = annotate(&mut again, &extraction, ids(), now());
        if added == 0 {
            return self.notify(Notice::info(words::NOTHING_NEW_WAS_FOUND));
        }
        let is_new = |annotation: &&Arc<Annotation>| document.annotation(annotation.id).is_none();
        let new = again.annotations().iter().filter(is_new).cloned().collect();
        let command = Command::Batch(vec![Command::SetEntities(again.entities.clone()), Command::Add(new)]);
        self.edit(words::READ_AGAIN_TITLE.to_owned(), Some(command));
        self.notify(Notice { undoable: true, ..Notice::info(words::suggestions_were_added(added)) });
    }

    pub(in crate::ui) fn delete(&self) {
        if let Some((document, id, quote)) = self.selected() {
            self.send(Action::Step(Step::Next));
            self.say(words::deleted_the_mark(&quote));
            self.edit(words::delete_mark_title(&quote), operations::delete(&document, &[id]));
        }
    }

    pub(in crate::ui) fn relabel(&self, label: &Label) {
        if let Some((document, id, quote)) = self.selected() {
            self.remember_label(&label.code);
            let title = words::mark_title(&quote, &label.name);
            self.say(words::marked_as(&quote, &label.name));
            self.edit(title, operations::relabel(&document, id, &label.code, now()));
        }
    }

    pub(in crate::ui) fn set_note(&self, note: &str) {
        if let Some((document, id, quote)) = self.selected() {
            self.edit(words::note_title(&quote), operations::set_note(&document, id, note.trim(), now()));
        }
    }

    pub(in crate::ui) fn accept_all(&self) {
        self.review_all(Status::Accepted, |_| true, words::ALL_THAT_ARE_SHOWN);
    }

    /// Marks a piece of the open article.
    pub(in crate::ui) fn annotate(&self, span: Span, label: &Label) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let Some(quote) = span.slice(document.text()) else { return };
        self.remember_label(&label.code);
        let title = words::mark_title(&short(quote), &label.name);
        self.say(words::marked_as(&short(quote), &label.name));
        let id = AnnotationId(Uuid::new_v4());
        self.edit(title, operations::annotate(&document, span, &label.code, id, now()));
        // The mark may have been there already, under another id.
        let marked = self.workspace().open().and_then(|document| {
            let is_it = |other: &&Arc<_>| is_mark(other, span, &label.code);
            document.annotations().iter().find(is_it).map(|annotation| annotation.id)
        });
        self.send(Action::Select(marked.or(Some(id))));
    }

    /// Sets title, source and published date. With another date, what dates mean that nobody has
    /// reviewed is read anew.
    pub(in crate::ui) fn set_meta(&self, meta: Meta) {
        let Some(document) = self.workspace().open().cloned() else { return };
        if Meta::of(&document) == meta {
            return;
        }
        let redate = (meta.published != document.published)
            .then(|| operations::redate(&document, meta.published, now()))
            .flatten();
        let command = Command::Batch([Command::SetMeta(meta)].into_iter().chain(redate).collect());
        self.edit(words::ARTICLE_DETAILS_TITLE.to_owned(), Some(command));
    }

    pub(in crate::ui) fn toggle_label(&self, label: LabelCode) {
        self.send(Action::ToggleLabel(label));
    }
}

fn is_mark(annotation: &Annotation, span: Span, label: &LabelCode) -> bool {
    annotation.span == span && annotation.label == *label
}

/// What giving a status is called.
pub(super) fn verb(status: Status) -> &'static str {
    match status {
        Status::Accepted => words::VERB_ACCEPT,
        Status::Rejected => words::VERB_REJECT,
        Status::Suggested => words::VERB_UNREVIEW,
    }
}

/// The same once it is done.
pub(super) fn past(status: Status) -> &'static str {
    match status {
        Status::Accepted => words::ACCEPTED,
        Status::Rejected => words::REJECTED,
        Status::Suggested => words::UNREVIEWED,
    }
}

/// The beginning of a text, for messages.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(LONGEST).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if chars.next().is_some() { head + "…" } else { head }
}
