//! What a person does to the open article and its marks, each as one action: the change, what is said
//! of it, and where the selection goes.

mod checking;
mod entities;
mod labelling;
mod reviewing;
mod text;

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::{End, Notice, Workspace};
use crate::annotation::{Annotation, AnnotationId, CheckState, Status};
use crate::document::{Document, Subject};
use crate::edit::operations::SourceChoice;
use crate::edit::{Command, Meta};
use crate::facts::Doubt;
use crate::label::{Label, LabelCode};
use crate::text::{Span, one_line};

pub use labelling::new_label;

/// Gives a new id at every call.
pub type Ids = fn() -> Uuid;

/// Something that a person does to the open article.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Accepts or rejects, and goes on to the next suggestion.
    Review {
        /// What becomes of them.
        status: Status,
        /// Which marks.
        whom: Whom,
    },
    /// Deletes the selected mark; the next one is selected.
    Delete,
    /// Gives the selected mark another label.
    Relabel(LabelCode),
    /// Sets what the selected mark means, as it was typed; an empty text takes the value away.
    SetValue(String),
    /// Tells the selected quote, or told speech, its source.
    SetSource(SourceChoice),
    /// Sets the remark on the selected mark.
    SetNote(String),
    /// Moves the selected mark to another place.
    Resize(Span),
    /// Moves an end of the selected mark.
    MoveEnd {
        /// Which end.
        end: End,
        /// Towards the end of the text.
        forward: bool,
        /// By a word, not by a character.
        by_word: bool,
    },
    /// Says by name which entity the selected mark names.
    SetEntity(String),
    /// Makes the selected mark an entity of its own.
    SplitOff,
    /// Makes the selected mark and another one mentions of one entity.
    Join(AnnotationId),
    /// Puts a version of the selected mark's history in its place.
    UseVersion(Box<Annotation>),
    /// Marks a piece of the text, and selects the mark.
    Mark {
        /// The piece.
        span: Span,
        /// The label.
        label: LabelCode,
    },
    /// The same with a new label of this name.
    MarkAsNew {
        /// The piece.
        span: Span,
        /// The label's name.
        name: String,
    },
    /// Marks all occurrences of these words, or of the selected mark, with the label that they have somewhere.
    MarkAll(Option<Span>),
    /// Marks all occurrences of these words.
    MarkAllAs {
        /// The words.
        span: Span,
        /// The label.
        label: LabelCode,
    },
    /// Gives an entity another name.
    Rename {
        /// The entity.
        subject: Subject,
        /// The name.
        name: String,
    },
    /// Makes one entity of two.
    Merge {
        /// The one that goes.
        subject: Subject,
        /// The one that stays.
        into: Subject,
    },
    /// Gives all mentions of an entity another label.
    RelabelSubject {
        /// The entity.
        subject: Subject,
        /// The label.
        label: LabelCode,
    },
    /// Sets what came of checking the selected fact; on the check sheet the next open one follows.
    Check(CheckState),
    /// Sets what came of checking a fact, and stays.
    SetCheckState(AnnotationId, CheckState),
    /// Sets where a fact was checked.
    SetEvidence(AnnotationId, String),
    /// Sets what there is to say of a check.
    SetRemark(AnnotationId, String),
    /// Puts a doubt aside for good.
    Dismiss(Doubt),
    /// Sets title, source and published date.
    SetMeta(Meta),
    /// Sets the label set.
    SetLabels(Vec<Label>),
    /// Takes a label away; its marks get another one, or go.
    DeleteLabel {
        /// The label.
        code: LabelCode,
        /// What its marks get.
        to: Option<LabelCode>,
    },
    /// Reads the article again: what is missing is suggested, what was rejected stays so.
    ReadAgain {
        /// Also lines that are left over from the web page.
        with_leftovers: bool,
    },
    /// Puts an annotation without a place where it was proposed to be.
    PlaceOrphan(AnnotationId, Span),
    /// Says that an annotation has no place in this text.
    DeclineOrphan(AnnotationId),
    /// Deletes an annotation without a place.
    DeleteOrphan(AnnotationId),
}

/// Which suggestions are reviewed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whom {
    /// The selected mark.
    Selected,
    /// The selected mark's entity with all its mentions.
    Entity,
    /// All of the selected mark's label.
    Label,
    /// All that are shown.
    All(Sureness),
}

/// How sure the program must have been of a suggestion, in percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sureness {
    /// Not at all.
    Any,
    /// So many percent, or more.
    AtLeast(u32),
}

/// A deed under way: when it is done, and where new ids come from.
#[derive(Clone, Copy)]
struct Moment {
    now: Timestamp,
    ids: Ids,
}

impl Moment {
    fn annotation_id(self) -> AnnotationId {
        AnnotationId((self.ids)())
    }
}

/// The selected mark of the open article.
struct Selected {
    document: Arc<Document>,
    id: AnnotationId,
    /// The beginning of the words that it covers.
    quote: String,
}

impl Workspace {
    pub(super) fn perform(&mut self, deed: Deed, now: Timestamp, ids: Ids) -> bool {
        let moment = Moment { now, ids };
        match deed {
            Deed::Review { status, whom } => self.review(status, whom, now),
            Deed::Delete => self.delete_mark(now),
            Deed::Relabel(label) => self.relabel(&label, now),
            Deed::SetValue(typed) => self.set_value(&typed, moment),
            Deed::SetSource(choice) => self.set_source(&choice, moment),
            Deed::SetNote(note) => self.set_note(&note, now),
            Deed::Resize(span) => self.resize(span, now),
            Deed::MoveEnd { end, forward, by_word } => self.move_end(end, forward, by_word, now),
            Deed::UseVersion(version) => self.use_version(&version, now),
            Deed::Mark { span, label } => self.mark(span, &label, moment),
            Deed::MarkAsNew { span, name } => self.mark_as_new(span, &name, moment),
            Deed::SetLabels(labels) => self.set_labels(labels, now),
            Deed::DeleteLabel { code, to } => self.delete_label(&code, to.as_ref(), now),
            Deed::SetMeta(meta) => self.set_meta(meta, now),
            Deed::ReadAgain { with_leftovers } => self.read_again(with_leftovers, moment),
            Deed::PlaceOrphan(id, span) => self.place_orphan(id, span, now),
            Deed::DeclineOrphan(id) => self.decline_orphan(id, now),
            Deed::DeleteOrphan(id) => self.delete_orphan(id, now),
            Deed::SetEntity(_)
            | Deed::SplitOff
            | Deed::Join(_)
            | Deed::MarkAll(_)
            | Deed::MarkAllAs { .. }
            | Deed::Rename { .. }
            | Deed::Merge { .. }
            | Deed::RelabelSubject { .. } => self.perform_on_entity(deed, moment),
            Deed::Check(_)
            | Deed::SetCheckState(..)
            | Deed::SetEvidence(..)
            | Deed::SetRemark(..)
            | Deed::Dismiss(_) => self.perform_check(deed, now),
        }
    }

    fn selection(&self) -> Option<Selected> {
        let document = self.open.clone()?;
        let annotation = self.selected()?;
        let quote = short(document.quote(annotation));
        Some(Selected { id: annotation.id, document, quote })
    }

    /// Changes the open article where there is something to do.
    fn edit_by(&mut self, title: String, command: Option<Command>, now: Timestamp) -> bool {
        command.is_some_and(|command| self.edit(title, command, now))
    }

    fn notify(&mut self, notice: Notice) -> bool {
        self.notice = Some(notice);
        true
    }
}

/// The beginning of a text, for messages: up to the end of a word, where one ends in good time.
fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = one_line(text);
    let Some((limit, next)) = text.char_indices().nth(LONGEST) else { return text };
    let head = text.get(..limit).unwrap_or_default();
    let end = match head.rfind(' ') {
        Some(end) if next != ' ' && end > limit / 2 => end,
        _ => limit,
    };
    format!("{}…", head.get(..end).unwrap_or(head).trim_end())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn messages_cut_at_a_word() {
        assert_eq!(short("The harbour\nhad grown"), "The harbour had grown");
        let long = "The harbour had grown from 20 to 40 ships, Maria Orfey said on Monday";
        assert_eq!(short(long), "The harbour had grown from 20 to 40…");
        assert_eq!(short(&"a".repeat(50)), format!("{}…", "a".repeat(40)));
    }
}
