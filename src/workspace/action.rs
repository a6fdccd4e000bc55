use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::{Notice, Write};
use crate::annotation::AnnotationId;
use crate::document::{Document, DocumentId};
use crate::edit::Command;
use crate::label::LabelCode;
use crate::store::{Listing, Summary};

/// Something that happens to the workspace.
#[derive(Clone, Debug)]
pub enum Action {
    /// The library has been listed.
    Listed(Listing),
    /// The page is as it was left; what changes from here on is to be kept.
    Started,
    /// An article of the library, read from the store, is to be shown.
    Open(Arc<Document>),
    /// The open article is put away; the page for a new one shows.
    Close,
    /// Articles come into the library; the first is shown.
    Add {
        /// The articles, with ids that the library does not have.
        documents: Vec<Arc<Document>>,
        /// What was done, for undo.
        title: String,
    },
    /// Articles take the places of others, as one change.
    Swap {
        /// What was done, for undo.
        title: String,
        /// What each article was, `None` where it was not in the library, and what it becomes.
        articles: Vec<(Option<Arc<Document>>, Arc<Document>)>,
    },
    /// An article is deleted.
    Delete(Arc<Document>),
    /// The open article is changed.
    Edit {
        /// What was done, for undo.
        title: String,
        /// The change.
        command: Command,
        /// The time.
        now: Timestamp,
    },
    /// The last change is undone.
    Undo {
        /// The time.
        now: Timestamp,
    },
    /// The last undone change is made again.
    Redo {
        /// The time.
        now: Timestamp,
    },
    /// An annotation is selected, or none.
    Select(Option<AnnotationId>),
    /// The selection moves on.
    Step(Step),
    /// Review mode begins, at the first suggestion that waits, or ends.
    Review(bool),
    /// What can be undone and redone of an article, kept from an earlier visit; the last is the next.
    Recall {
        /// Which article.
        id: DocumentId,
        /// What undo would undo.
        undo: Vec<(String, Command)>,
        /// What redo would make again.
        redo: Vec<(String, Command)>,
    },
    /// A label is hidden or shown.
    ToggleLabel(LabelCode),
    /// Just these labels are hidden.
    ShowLabels(BTreeSet<LabelCode>),
    /// Another tab's changes were merged with what this tab had of an article.
    Merged {
        /// What this tab had.
        was: Arc<Document>,
        /// What came of it.
        document: Arc<Document>,
        /// Whether that is still to be saved.
        must_save: bool,
    },
    /// Another tab has changed or deleted an article.
    Elsewhere {
        /// Which one.
        id: DocumentId,
        /// What the list is to show of it now; `None` if it is gone.
        summary: Option<Summary>,
    },
    /// An article was not deleted after all; what is stored of it.
    NotRemoved(Arc<Document>),
    /// These writes have been carried out.
    Stored(BTreeMap<DocumentId, Write>),
    /// A write failed; why, for people.
    StoreFailed(String),
    /// Something is to be told.
    Notify(Notice),
    /// What was told has been read.
    DismissNotice,
}

/// How the selection moves, in reading order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the next annotation.
    Next,
    /// To the one before.
    Previous,
    /// To the next one that nobody has reviewed.
    NextSuggestion,
    /// To the one before that nobody has reviewed.
    PreviousSuggestion,
    /// To the next mention of the same entity, or of the same words.
    NextMention,
    /// To the mention before.
    PreviousMention,
    /// To the next of the marks that overlap here, around the stack of them.
    InStack,
}
