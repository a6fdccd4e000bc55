//! What people do to the open article: each is one action of the workspace.

use super::Desk;
use crate::annotation::{Annotation, AnnotationId, CheckState, Status};
use crate::document::Subject;
use crate::edit::operations::SourceChoice;
use crate::edit::{Command, Meta};
use crate::facts::Doubt;
use crate::label::{Label, LabelCode};
use crate::text::Span;
use crate::ui::browser::now;
use crate::workspace::{Action, Deed, End, Sureness, Whom};

impl Desk {
    fn perform(&self, deed: Deed) {
        let stamp = self.stamp();
        self.send(Action::Do { deed, now: stamp.now, ids: stamp.ids });
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

    pub(in crate::ui) fn review(&self, status: Status) {
        self.perform(Deed::Review { status, whom: Whom::Selected });
    }

    pub(in crate::ui) fn review_entity(&self, status: Status) {
        self.perform(Deed::Review { status, whom: Whom::Entity });
    }

    pub(in crate::ui) fn review_label(&self, status: Status) {
        self.perform(Deed::Review { status, whom: Whom::Label });
    }

    pub(in crate::ui) fn review_all(&self, status: Status, sureness: Sureness) {
        self.perform(Deed::Review { status, whom: Whom::All(sureness) });
    }

    pub(in crate::ui) fn accept_all(&self) {
        self.review_all(Status::Accepted, Sureness::Any);
    }

    pub(in crate::ui) fn delete(&self) {
        self.perform(Deed::Delete);
    }

    pub(in crate::ui) fn relabel(&self, label: &Label) {
        self.perform(Deed::Relabel(label.code.clone()));
    }

    /// Sets the value of the selected mark to what was typed.
    ///
    /// # Errors
    /// Why that cannot be, for people; then the value stays.
    pub(in crate::ui) fn set_value(&self, typed: &str) -> Result<(), String> {
        self.workspace().read_value(typed)?;
        self.perform(Deed::SetValue(typed.to_owned()));
        Ok(())
    }

    pub(in crate::ui) fn set_source(&self, choice: &SourceChoice) {
        self.perform(Deed::SetSource(choice.clone()));
    }

    pub(in crate::ui) fn set_note(&self, note: &str) {
        self.perform(Deed::SetNote(note.to_owned()));
    }

    pub(in crate::ui) fn resize(&self, span: Span) {
        self.perform(Deed::Resize(span));
    }

    pub(in crate::ui) fn move_end(&self, end: End, forward: bool, by_word: bool) {
        self.perform(Deed::MoveEnd { end, forward, by_word });
    }

    pub(in crate::ui) fn choose_end(&self, end: Option<End>) {
        self.send(Action::ChooseEnd(end));
    }

    pub(in crate::ui) fn set_entity(&self, name: &str) {
        self.perform(Deed::SetEntity(name.to_owned()));
    }

    pub(in crate::ui) fn split_off(&self) {
        self.perform(Deed::SplitOff);
    }

    pub(in crate::ui) fn join(&self, other: AnnotationId) {
        self.perform(Deed::Join(other));
    }

    pub(in crate::ui) fn use_version(&self, version: &Annotation) {
        self.perform(Deed::UseVersion(Box::new(version.clone())));
    }

    pub(in crate::ui) fn annotate(&self, span: Span, label: &Label) {
        self.perform(Deed::Mark { span, label: label.code.clone() });
    }

    pub(in crate::ui) fn annotate_with_new(&self, span: Span, name: &str) {
        self.perform(Deed::MarkAsNew { span, name: name.to_owned() });
    }

    pub(in crate::ui) fn mark_all(&self, span: Option<Span>) {
        self.perform(Deed::MarkAll(span));
    }

    pub(in crate::ui) fn mark_all_as(&self, span: Span, label: &LabelCode) {
        self.perform(Deed::MarkAllAs { span, label: label.clone() });
    }

    pub(in crate::ui) fn rename(&self, subject: &Subject, name: &str) {
        self.perform(Deed::Rename { subject: subject.clone(), name: name.to_owned() });
    }

    pub(in crate::ui) fn merge(&self, subject: &Subject, into: &Subject) {
        self.perform(Deed::Merge { subject: subject.clone(), into: into.clone() });
    }

    pub(in crate::ui) fn relabel_subject(&self, subject: &Subject, label: &Label) {
        self.perform(Deed::RelabelSubject { subject: subject.clone(), label: label.code.clone() });
    }

    pub(in crate::ui) fn check(&self, state: CheckState) {
        self.perform(Deed::Check(state));
    }

    pub(in crate::ui) fn set_state(&self, id: AnnotationId, state: CheckState) {
        self.perform(Deed::SetCheckState(id, state));
    }

    pub(in crate::ui) fn set_evidence(&self, id: AnnotationId, evidence: &str) {
        self.perform(Deed::SetEvidence(id, evidence.to_owned()));
    }

    pub(in crate::ui) fn set_remark(&self, id: AnnotationId, remark: &str) {
        self.perform(Deed::SetRemark(id, remark.to_owned()));
    }

    pub(in crate::ui) fn dismiss(&self, doubt: &Doubt) {
        self.perform(Deed::Dismiss(doubt.clone()));
    }

    pub(in crate::ui) fn set_meta(&self, meta: Meta) {
        self.perform(Deed::SetMeta(meta));
    }

    pub(in crate::ui) fn set_labels(&self, labels: Vec<Label>) {
        self.perform(Deed::SetLabels(labels));
    }

    pub(in crate::ui) fn delete_label(&self, code: &LabelCode, to: Option<&LabelCode>) {
        self.perform(Deed::DeleteLabel { code: code.clone(), to: to.cloned() });
    }

    pub(in crate::ui) fn toggle_label(&self, label: LabelCode) {
        self.send(Action::ToggleLabel(label));
    }

    pub(in crate::ui) fn read_again(&self) {
        self.perform(Deed::ReadAgain { with_leftovers: false });
    }

    pub(in crate::ui) fn mark_leftovers(&self) {
        self.perform(Deed::ReadAgain { with_leftovers: true });
    }

    pub(in crate::ui) fn place_orphan(&self, id: AnnotationId, span: Span) {
        self.perform(Deed::PlaceOrphan(id, span));
    }

    pub(in crate::ui) fn decline_orphan(&self, id: AnnotationId) {
        self.perform(Deed::DeclineOrphan(id));
    }

    pub(in crate::ui) fn delete_orphan(&self, id: AnnotationId) {
        self.perform(Deed::DeleteOrphan(id));
    }
}
