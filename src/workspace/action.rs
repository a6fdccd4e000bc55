use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::deeds::{Deed, Ids};
use super::{
    Arrived, ArticlePlace, Dialog, End, KeyMap, Menu, Notice, Panel, Place, Sheet, Steps, View, Write,
};
use crate::annotation::AnnotationId;
use crate::document::{Document, DocumentId};
use crate::edit::Command;
use crate::label::{Family, LabelCode};
use crate::search::Index;
use crate::store::{Backup, Binned, Draft, Listing, Order, Standing};

/// Something that happens to the workspace.
#[derive(Clone, Debug)]
pub enum Action {
    /// The library has been listed.
    Listed(Listing),
    /// The page is as it was left; what changes from here on is to be kept.
    Started,
    /// A place without an article is gone to, or one whose article is not there to be shown.
    Go(Place),
    /// An article of the library, read from the store, is to be shown there.
    Open {
        /// The article.
        document: Arc<Document>,
        /// How it is looked at.
        place: ArticlePlace,
    },
    /// Another view of the open article.
    LookAt(View),
    /// These articles stand beside the open one, in the view Compare.
    Compare(Vec<DocumentId>),
    /// Articles come into the library; the first is shown.
    Add(Vec<Arc<Document>>),
    /// Articles take the places of others, or come in.
    Replace {
        /// What was done, for undo.
        title: String,
        /// What each article was, `None` where it was not in the library, and what it becomes.
        articles: Vec<(Option<Arc<Document>>, Arc<Document>)>,
    },
    /// An article goes into the bin.
    Delete {
        /// Which one.
        id: DocumentId,
        /// The time.
        now: Timestamp,
    },
    /// An article comes back out of the bin.
    PutBack(DocumentId),
    /// Several articles go into the bin.
    DeleteAll {
        /// Which ones.
        ids: Vec<DocumentId>,
        /// The time.
        now: Timestamp,
    },
    /// Several articles come back out of the bin.
    PutBackAll(Vec<DocumentId>),
    /// An article, open or not, gets another title.
    RenameArticle {
        /// The article as it is.
        document: Arc<Document>,
        /// The title.
        title: String,
        /// The time.
        now: Timestamp,
    },
    /// Articles, open or not, get a tag or lose it.
    Tag {
        /// The articles as they are.
        documents: Vec<Arc<Document>>,
        /// The tag.
        tag: String,
        /// Whether they get it.
        gives: bool,
        /// The time.
        now: Timestamp,
    },
    /// The last change of articles, open or not, is undone where it is this one.
    TakeBack {
        /// The articles as they are.
        documents: Vec<Arc<Document>>,
        /// What the change is called in their history.
        step: Arc<str>,
        /// The time.
        now: Timestamp,
    },
    /// The library is listed in another order.
    SortLibrary(Order),
    /// When the library was last saved as a file, and when a reminder was put off.
    BackedUp(Backup),
    /// All that is in the bin goes for good.
    EmptyBin,
    /// Articles come in that were in the bin of a backup.
    AddToBin(Vec<(Arc<Document>, Binned)>),
    /// A person does something to the open article.
    Do {
        /// What.
        deed: Deed,
        /// The time.
        now: Timestamp,
        /// Where new ids come from.
        ids: Ids,
    },
    /// The open article is changed by a command that was made elsewhere.
    Edit {
        /// What was done, for undo.
        title: String,
        /// The change.
        command: Command,
        /// The time.
        now: Timestamp,
    },
    /// The last change of the open article is undone.
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
    /// The next fact that nobody has settled is selected.
    NextOpenFact,
    /// Review mode begins, at the first suggestion that waits, or ends.
    Review(bool),
    /// What can be undone and redone of an article, kept from an earlier visit.
    Recall {
        /// Which article.
        id: DocumentId,
        /// Its steps.
        steps: Steps,
    },
    /// A label is hidden or shown.
    ToggleLabel(LabelCode),
    /// Just these labels are hidden.
    ShowLabels(BTreeSet<LabelCode>),
    /// The labels of a family are hidden, or all of them are shown.
    ToggleFamily(Family),
    /// Small numbers are shown too, or not.
    ShowSmall(bool),
    /// A menu of the bar opens, or the open one closes.
    OpenMenu(Option<Menu>),
    /// The library is folded out beside the article, or away; `None` leaves it to the window's width.
    FoldLibrary(Option<bool>),
    /// Another tab's changes were merged with what this tab had of an article.
    Merged {
        /// What this tab had.
        was: Arc<Document>,
        /// What came of it.
        document: Arc<Document>,
        /// Whether that is still to be saved.
        must_save: bool,
    },
    /// Another tab has changed, deleted or put back an article.
    Elsewhere {
        /// Which one.
        id: DocumentId,
        /// Where it is now.
        standing: Standing,
    },
    /// These writes have been carried out.
    Stored(BTreeMap<DocumentId, Write>),
    /// A write failed; why, for people.
    StoreFailed(String),
    /// Something is to be told.
    Notify(Notice),
    /// What was told has been read.
    DismissNotice,
    /// Something is to be told to those who hear the page.
    Say(String),
    /// A dialog opens, or the open one closes.
    Show(Option<Dialog>),
    /// What a narrow window shows.
    ShowPanel(Panel),
    /// Which end of the selected mark the arrow keys move.
    ChooseEnd(Option<End>),
    /// These are the keys.
    SetKeys(KeyMap),
    /// What is looked for in the open article.
    Find(String),
    /// What the person is called who works here; may be empty. Nobody is asked again.
    Name(String),
    /// What has been entered of a new article.
    Draft(Draft),
    /// What came in from outside is put where a new article is entered.
    TakeDraft(Draft),
    /// How far the reading of a text is, 0 to 1; `None` where none is being read.
    Reading(Option<f64>),
    /// The page that the open article is from has this text now.
    OfferText(Arc<str>),
    /// A link was followed that holds an article, or that has been decided on.
    Arrived(Option<Arrived>),
    /// What a file had marked in an article, to compare.
    KeepSheet(Sheet),
    /// Articles have been made ready to be searched.
    Indexed(Arc<Index>),
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
