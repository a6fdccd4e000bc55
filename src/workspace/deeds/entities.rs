//! Whole entities: what is done to all their mentions at once.

use jiff::Timestamp;

use super::{Deed, Moment, Selected, short};
use crate::annotation::AnnotationId;
use crate::document::Subject;
use crate::edit::operations;
use crate::label::LabelCode;
use crate::text::{Span, occurrences};
use crate::words;
use crate::workspace::{Notice, Workspace};

impl Workspace {
    pub(super) fn perform_on_entity(&mut self, deed: Deed, moment: Moment) -> bool {
        let now = moment.now;
        match deed {
            Deed::SetEntity(name) => self.set_entity(&name, now),
            Deed::SplitOff => self.split_off(now),
            Deed::Join(other) => self.join(other, now),
            Deed::MarkAll(span) => self.mark_all(span, moment),
            Deed::MarkAllAs { span, label } => self.mark_all_as(span, &label, moment),
            Deed::Rename { subject, name } => self.rename(&subject, &name, now),
            Deed::Merge { subject, into } => self.merge_entities(&subject, &into, now),
            Deed::RelabelSubject { subject, label } => self.relabel_subject(&subject, &label, now),
            _ => false,
        }
    }

    fn rename(&mut self, subject: &Subject, name: &str, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        if name.trim().is_empty() {
            return self.notify(Notice::problem(words::ENTITY_WITHOUT_NAME));
        }
        let title =
            words::RenameTitle { short: &short(document.name_of(subject)), new: &short(name.trim()) }.text();
        self.edit_by(title, operations::rename(&document, subject, name, now), now)
    }

    fn merge_entities(&mut self, subject: &Subject, into: &Subject, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let (name, other) = (short(document.name_of(subject)), short(document.name_of(into)));
        self.say(words::EntityMerged { name: &name, other: &other }.text());
        let command = operations::merge(&document, subject, into, now);
        self.edit_by(words::MergeEntitiesTitle { name: &name, other: &other }.text(), command, now)
    }

    fn relabel_subject(&mut self, subject: &Subject, label: &LabelCode, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        self.remember_label(label);
        let title =
            words::MarkAllTitle { short: &short(document.name_of(subject)), name: &self.label_name(label) }
                .text();
        self.edit_by(title, operations::relabel_subject(&document, subject, label, now), now)
    }

    fn split_off(&mut self, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        match operations::split_off(&document, id, now) {
            None => self.notify(Notice::info(words::only_mention_already(&quote))),
            command => {
                self.say(words::entity_split_off(&quote));
                self.edit_by(words::split_off_title(&quote), command, now)
            }
        }
    }

    fn set_entity(&mut self, name: &str, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        let current = document.annotation(id).map(|mention| document.subject_of(mention));
        if current.is_some_and(|subject| document.name_of(&subject) == name.trim()) {
            return false;
        }
        let command = operations::name_mention(&document, id, name, now);
        self.edit_by(words::entity_title(&quote), command, now)
    }

    fn join(&mut self, other: AnnotationId, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        self.edit_by(words::join_title(&quote), operations::join(&document, id, other, now), now)
    }

    /// Marks all occurrences of the words at `span`, or of the selected mark where nothing is selected:
    /// with the label that they have already, else with the one that was given last.
    fn mark_all(&mut self, span: Option<Span>, moment: Moment) -> bool {
        let selected = self.selected().map(|selected| (selected.span, selected.label.clone()));
        let (span, label) = match (span, selected) {
            (Some(span), _) => (span, self.label_for(span)),
            (None, Some(selected)) => selected,
            (None, None) => return self.notify(Notice::info(words::NOTHING_TO_MARK)),
        };
        self.mark_all_as(span, &label, moment)
    }

    fn mark_all_as(&mut self, span: Span, label: &LabelCode, moment: Moment) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let Some(words) = span.slice(document.text()) else { return false };
        self.remember_label(label);
        let count = occurrences(document.text(), words).len();
        let (words, name) = (short(words), self.label_name(label));
        let ids = || moment.annotation_id();
        match operations::mark_all(&document, span, label, ids, moment.now) {
            None => self.notify(Notice::info(words::occurrences_marked_already(&words))),
            command => {
                self.edit_by(words::MarkAllTitle { short: &words, name: &name }.text(), command, moment.now);
                let text = words::OccurrencesMarked { words: &words, name: &name, count }.text();
                self.notify(Notice::info(text).undoable())
            }
        }
    }

    /// The label for words that are to be marked everywhere: the one that they have somewhere, else
    /// the one that was given last.
    fn label_for(&self, span: Span) -> LabelCode {
        let marked = self.open.as_ref().and_then(|document| {
            let words = span.slice(document.text())?;
            let there = document.annotations().iter().find(|there| document.quote(there) == words);
            there.map(|there| there.label.clone())
        });
        marked.or_else(|| self.recent.first().cloned()).unwrap_or(LabelCode::PERSON)
    }
}
