//! Whole entities: what is done to all their mentions at once.

use uuid::Uuid;

use super::Desk;
use super::reviewing::{past, short, verb};
use crate::annotation::{AnnotationId, Status};
use crate::document::Subject;
use crate::edit::operations;
use crate::label::{Label, LabelCode};
use crate::text::{Span, occurrences};
use crate::ui::browser::now;
use crate::words;
use crate::workspace::Notice;

impl Desk {
    /// What the selected annotation is about.
    fn subject(&self) -> Option<Subject> {
        let workspace = self.workspace();
        let selected = workspace.selected()?;
        Some(workspace.open()?.subject_of(selected))
    }

    /// Reviews the selected annotation's entity with all its mentions and goes on.
    pub(in crate::ui) fn review_entity(&self, status: Status) {
        if let Some(subject) = self.subject() {
            self.review_subject(&subject, status);
            self.go_on();
        }
    }

    /// Reviews all mentions of an entity.
    pub(in crate::ui) fn review_subject(&self, subject: &Subject, status: Status) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let name = short(document.name_of(subject));
        let count = document.mentions(subject).len();
        self.say(words::entity_reviewed(&past(status), &name, &count));
        let command = operations::review_subject(&document, subject, status, now());
        self.edit(words::review_entity_title(&verb(status), &name), command);
    }

    /// Gives an entity another name.
    pub(in crate::ui) fn rename(&self, subject: &Subject, name: &str) {
        let Some(document) = self.workspace().open().cloned() else { return };
        if name.trim().is_empty() {
            return self.notify(Notice::problem(words::AN_ENTITY_NEEDS_A));
        }
        let title = words::rename_title(&short(document.name_of(subject)), &short(name.trim()));
        self.edit(title, operations::rename(&document, subject, name, now()));
    }

    /// Makes one entity of two.
    pub(in crate::ui) fn merge(&self, subject: &Subject, into: &Subject) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let (name, other) = (short(document.name_of(subject)), short(document.name_of(into)));
        self.say(words::is_now(&name, &other));
        self.edit(
            words::merge_entities_title(&name, &other),
            operations::merge(&document, subject, into, now()),
        );
    }

    /// Gives all mentions of an entity another label.
    pub(in crate::ui) fn relabel_subject(&self, subject: &Subject, label: &Label) {
        let Some(document) = self.workspace().open().cloned() else { return };
        self.remember_label(&label.code);
        let title = words::mark_all_title(&short(document.name_of(subject)), &label.name);
        self.edit(title, operations::relabel_subject(&document, subject, &label.code, now()));
    }

    /// Makes the selected mention an entity of its own.
    pub(in crate::ui) fn split_off(&self) {
        let Some((document, id, quote)) = self.selected() else { return };
        match operations::split_off(&document, id, now()) {
            None => self.notify(Notice::info(words::is_the_only_mention(&quote))),
            command => {
                self.say(words::is_an_entity_of(&quote));
                self.edit(words::split_off_title(&quote), command);
            }
        }
    }

    /// Says by name which entity the selected annotation names.
    pub(in crate::ui) fn set_entity(&self, name: &str) {
        if let Some((document, id, quote)) = self.selected() {
            let current = document.annotation(id).map(|mention| document.subject_of(mention));
            if current.is_some_and(|subject| document.name_of(&subject) == name.trim()) {
                return;
            }
            self.edit(words::entity_title(&quote), operations::name_mention(&document, id, name, now()));
        }
    }

    /// Marks all occurrences of the words at `span`, or of the selected mark where nothing is selected:
    /// with the label that they have already, else with the one that was given last.
    pub(in crate::ui) fn mark_all(&self, span: Option<Span>) {
        let selected = self.workspace().selected().map(|selected| (selected.span, selected.label.clone()));
        let (span, label) = match (span, selected) {
            (Some(span), _) => (span, self.label_for(span)),
            (None, Some(selected)) => selected,
            (None, None) => {
                return self.notify(Notice::info(words::SELECT_WORDS_OR_A));
            }
        };
        self.mark_all_as(span, &label);
    }

    /// Marks all occurrences of the words at `span` with a label.
    pub(in crate::ui) fn mark_all_as(&self, span: Span, label: &LabelCode) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let Some(words) = span.slice(document.text()) else { return };
        self.remember_label(label);
        let count = occurrences(document.text(), words).len();
        let (words, name) = (short(words), self.label_name(label));
        let ids = || AnnotationId(Uuid::new_v4());
        match operations::mark_all(&document, span, label, ids, now()) {
            None => self.notify(Notice::info(words::all_occurrences_of_are(&words))),
            command => {
                self.edit(words::mark_all_title(&words, &name), command);
                let text = words::is_marked_as_occurrences(&words, &name, &count);
                self.notify(Notice { undoable: true, ..Notice::info(text) });
            }
        }
    }

    /// The label for words that are to be marked everywhere: the one that they have somewhere, else
    /// the one that was given last.
    fn label_for(&self, span: Span) -> LabelCode {
        let marked = self.workspace().open().and_then(|document| {
            let words = span.slice(document.text())?;
            let there = document.annotations().iter().find(|there| document.quote(there) == words);
            there.map(|there| there.label.clone())
        });
        marked.or_else(|| self.recent_labels().first().cloned()).unwrap_or(LabelCode::PERSON)
    }
}
