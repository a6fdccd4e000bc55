//! Reviewing: suggestions are accepted and rejected, one or several at a time.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Selected, Sureness, Whom, short};
use crate::annotation::{Annotation, Origin, Status};
use crate::document::Subject;
use crate::edit::operations;
use crate::words::{self, grouped};
use crate::workspace::{Notice, Offer, Step, Workspace};

impl Workspace {
    /// Reviews what is meant, and goes on to the next suggestion.
    pub(super) fn review(&mut self, status: Status, whom: Whom, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        match whom {
            Whom::Selected => {
                let Some(Selected { document, id, quote }) = self.selection() else { return false };
                self.say(words::MarkReviewed { status: status.code(), quote: &quote }.text());
                let title = words::ReviewMarkTitle { status: status.code(), quote: &quote }.text();
                self.edit_by(title, operations::set_status(&document, &[id], status, now), now);
            }
            Whom::Entity => {
                let Some(subject) = self.selected().map(|it| document.subject_of(it)) else { return false };
                self.review_subject(&subject, status, now);
            }
            Whom::Label => {
                let Some(label) = self.selected().map(|it| it.label.clone()) else { return false };
                let name = self.label_name(&label);
                self.review_all(status, |it| it.label == label, &name, now);
            }
            Whom::All(sureness) => {
                let whose = match sureness {
                    Sureness::Any => words::ALL_SHOWN.to_owned(),
                    Sureness::AtLeast(percent) => words::sure_or_more(&percent),
                };
                self.review_all(status, |it| is_as_sure(it, sureness), &whose, now);
            }
        }
        self.go_on();
        true
    }

    /// Goes on to the next suggestion; where none is left, says so.
    fn go_on(&mut self) {
        self.step(Step::NextSuggestion);
        let (reviewed, all) = self.reviewed();
        if self.is_reviewing && reviewed == all {
            let told = words::all_marks_reviewed(&grouped(all));
            self.notify(Notice::info(told).offering(Offer::NextSteps));
            self.is_reviewing = false;
            // Nothing is left to decide: the article has the room again.
            self.select(None);
        }
    }

    /// Reviews all suggestions that are shown and meant, which `whose` names.
    fn review_all(
        &mut self,
        status: Status,
        is_meant: impl Fn(&Annotation) -> bool,
        whose: &str,
        now: Timestamp,
    ) -> bool {
        let Some(document) = self.open.clone() else { return false };
        // Small numbers go with the rest: whoever accepts all means all that is read.
        let is_meant =
            |annotation: &Annotation| !self.hidden.contains(&annotation.label) && is_meant(annotation);
        let command = operations::review_all(&document, status, is_meant, now);
        let waits = |it: &&Arc<Annotation>| it.status == Status::Suggested && is_meant(it);
        let count = document.annotations().iter().filter(waits).count();
        if count == 0 {
            return self.notify(Notice::info(
                words::NoSuggestionLeft { status: status.code(), whose: &whose }.text(),
            ));
        }
        self.edit_by(
            words::ReviewedSeveralTitle { status: status.code(), count, whose: &whose }.text(),
            command,
            now,
        );
        let done = words::ReviewedSeveral { status: status.code(), count, whose: &whose }.text();
        self.notify(Notice::info(done).undoable())
    }

    /// Reviews all mentions of an entity.
    pub(super) fn review_subject(&mut self, subject: &Subject, status: Status, now: Timestamp) -> bool {
        let Some(document) = self.open.clone() else { return false };
        let name = short(document.name_of(subject));
        let count = document.mentions(subject).len();
        self.say(words::EntityReviewed { status: status.code(), name: &name, count }.text());
        let command = operations::review_subject(&document, subject, status, now);
        self.edit_by(words::ReviewEntityTitle { status: status.code(), name: &name }.text(), command, now)
    }

    pub(super) fn delete_mark(&mut self, now: Timestamp) -> bool {
        let Some(Selected { document, id, quote }) = self.selection() else { return false };
        // Whoever reviews goes on; else nothing is chosen, so that a second press deletes nothing.
        if self.is_reviewing() {
            self.step(Step::Next);
        } else {
            self.select(None);
        }
        self.edit_by(words::delete_mark_title(&quote), operations::delete(&document, &[id]), now)
            && self.notify(Notice::info(words::mark_deleted(&quote)).undoable())
    }
}

fn is_as_sure(annotation: &Annotation, sureness: Sureness) -> bool {
    match (sureness, &annotation.origin) {
        (Sureness::Any, _) => true,
        (Sureness::AtLeast(percent), Origin::Extractor { score, .. }) => {
            score.unwrap_or(0.0) >= f64::from(percent) / 100.0
        }
        (Sureness::AtLeast(_), Origin::Person { .. }) => false,
    }
}
