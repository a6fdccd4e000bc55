//! The workspace: all state of the page, and what can be done to it.
//!
//! Pure state with one transition, [`Workspace::update`]; it knows no browser and no clock, so all of
//! it is tested natively. Who draws it also carries out what it asks for, see [`crate::session`]:
//! [`Workspace::unsaved`] tells what has to be written, and [`Action::Stored`] or
//! [`Action::StoreFailed`] what came of it.

mod action;
mod commands;
mod deeds;
mod editing;
mod history;
mod library;
mod notice;
mod page;
mod place;
mod selecting;
mod several;
mod update;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

pub use action::{Action, Step};
pub use commands::{KeyMap, PageCommand, Scope, key_name, show_key};
pub use deeds::{Deed, Ids, Sureness, Whom, new_label};
pub use history::{Entry, History, Steps};
pub use notice::{Notice, Offer, Tone};
pub use page::{Arrived, Dialog, End, Menu, Panel, Sheet};
pub use place::{ArticlePlace, MOST_REPORTS, Place, View};

use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::{Document, DocumentId};
use crate::label::{Family, LabelCode};
use crate::search::Index;
use crate::store::{Backup, Binned, Draft, Order, Summary, Unreadable};

/// Everything that the page shows.
///
/// Invariants: the open article is among `articles` and is the one that `place` names; the selected
/// annotation is one of the open article's. Cloning is cheap next to drawing.
#[derive(Clone, Default, Debug)]
pub struct Workspace {
    articles: Vec<Summary>,
    bin: Vec<Binned>,
    unreadable: Vec<Unreadable>,
    place: Place,
    open: Option<Arc<Document>>,
    selected: Option<AnnotationId>,
    /// Whether the page has selected it for a start, and nobody has asked to see it.
    is_offered: bool,
    end: Option<End>,
    hidden: BTreeSet<LabelCode>,
    shows_small: bool,
    notice: Option<Notice>,
    said: String,
    history: History,
    unsaved: BTreeMap<DocumentId, Write>,
    store_problem: Option<String>,
    has_started: bool,
    is_reviewing: bool,
    dialog: Option<Dialog>,
    menu: Option<Menu>,
    panel: Panel,
    shows_library: Option<bool>,
    keys: KeyMap,
    words: String,
    person: Option<Arc<str>>,
    asks_name: bool,
    recent: Vec<LabelCode>,
    draft: Draft,
    reading: Option<f64>,
    arrived: Option<Arrived>,
    offered_text: Option<Arc<str>>,
    drafts_taken: usize,
    sheets: Vec<Sheet>,
    index: Arc<Index>,
    order: Order,
    backup: Backup,
}

/// What has to be done to one article's record.
#[derive(Clone, Debug)]
pub enum Write {
    /// Write this state of the article.
    Save(Arc<Document>),
    /// Put the article into the bin.
    Delete {
        /// The state of it that is not stored yet, if there is one.
        pending: Option<Arc<Document>>,
        /// When it was deleted.
        at: Timestamp,
    },
    /// Take the article out of the bin.
    PutBack,
    /// Take what is in the bin away for good.
    Erase {
        /// When it was deleted, where that is not stored yet.
        unstored: Option<Timestamp>,
    },
}

impl Write {
    fn is_same(&self, other: &Write) -> bool {
        match (self, other) {
            (Write::Save(one), Write::Save(other)) => Arc::ptr_eq(one, other),
            (Write::Delete { at, .. }, Write::Delete { at: other, .. }) => at == other,
            (Write::PutBack, Write::PutBack) | (Write::Erase { .. }, Write::Erase { .. }) => true,
            _ => false,
        }
    }

    /// The state of the article that is to be written.
    pub fn document(&self) -> Option<&Arc<Document>> {
        match self {
            Write::Save(document) => Some(document),
            Write::Delete { pending, .. } => pending.as_ref(),
            Write::PutBack | Write::Erase { .. } => None,
        }
    }
}

/// Why the article is not shown that the address names.
#[derive(Clone, PartialEq, Debug)]
pub enum Lost {
    /// It is in the bin.
    Binned(Box<Binned>),
    /// It is not here, or its record cannot be read.
    Missing,
}

impl Workspace {
    /// The library's articles, the newest first.
    pub fn articles(&self) -> &[Summary] {
        &self.articles
    }

    /// The deleted articles, the latest deleted first.
    pub fn bin(&self) -> &[Binned] {
        &self.bin
    }

    /// The stored records that are not among the articles, since they cannot be read.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// What the page shows, as its address tells it.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The view of the open article that shows.
    pub fn view(&self) -> View {
        self.place.article().map_or(View::Read, |article| article.view)
    }

    /// The articles beside the open one, in the view Compare.
    pub fn beside(&self) -> &[DocumentId] {
        self.place.article().map_or(&[], |article| &article.beside)
    }

    /// The reports that an article which comes in now is set beside: those of Compare, also while a new one is
    /// entered for it. Empty elsewhere, and where no more fit.
    pub fn compared(&self) -> Vec<DocumentId> {
        let reports = match &self.place {
            Place::Beside(reports) => reports.clone(),
            Place::Article(article) if article.view == View::Compare && self.open.is_some() => {
                [article.id].iter().chain(&article.beside).copied().collect()
            }
            _ => Vec::new(),
        };
        let here: Vec<DocumentId> = reports.into_iter().filter(|id| self.contains(*id)).collect();
        if here.len() < MOST_REPORTS { here } else { Vec::new() }
    }

    /// Where a new article is entered: from Compare it is one more report.
    pub fn place_for_new(&self) -> Place {
        match self.compared() {
            reports if reports.is_empty() || self.open.is_none() => Place::New,
            reports => Place::Beside(reports),
        }
    }

    /// Why the article that the address names is not open; `None` where it is, or none is named.
    pub fn lost(&self) -> Option<Lost> {
        let id = self.place.article()?.id;
        if self.open.is_some() || !self.has_started {
            return None;
        }
        let binned = self.bin.iter().find(|binned| binned.summary.id == id);
        Some(binned.map_or(Lost::Missing, |binned| Lost::Binned(Box::new(binned.clone()))))
    }

    /// The article that is open.
    pub fn open(&self) -> Option<&Arc<Document>> {
        self.open.as_ref()
    }

    /// The selected annotation of the open article.
    pub fn selected(&self) -> Option<&Arc<Annotation>> {
        self.open.as_ref()?.annotation(self.selected?)
    }

    /// Whether the selected mark is only where work can begin: nobody has gone there, and the view need not.
    pub fn is_offered(&self) -> bool {
        self.is_offered && self.selected.is_some()
    }

    /// Which end of the selected mark the arrow keys move.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// The labels that are not shown.
    pub fn hidden(&self) -> &BTreeSet<LabelCode> {
        &self.hidden
    }

    /// What to tell the person, if anything.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What was done last, for those who hear the page.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// What is not stored yet, by article.
    pub fn unsaved(&self) -> &BTreeMap<DocumentId, Write> {
        &self.unsaved
    }

    /// Why the last attempt to store failed; `None` while all goes well.
    pub fn store_problem(&self) -> Option<&str> {
        self.store_problem.as_deref()
    }

    /// What undo would undo, for people.
    pub fn undo_title(&self) -> Option<&str> {
        self.history.next_undo(self.open_id()?).map(|entry| entry.title.as_str())
    }

    /// What redo would do again, for people.
    pub fn redo_title(&self) -> Option<&str> {
        self.history.next_redo(self.open_id()?).map(|entry| entry.title.as_str())
    }

    /// Whether the page is as it was left.
    pub fn has_started(&self) -> bool {
        self.has_started
    }

    /// Whether the person goes from suggestion to suggestion.
    pub fn is_reviewing(&self) -> bool {
        self.is_reviewing
    }

    /// The dialog that is open. One that is about an article is only while there is one.
    pub fn dialog(&self) -> Option<Dialog> {
        self.dialog.filter(|dialog| self.open.is_some() || !dialog.needs_article())
    }

    /// The menu that is open.
    pub fn menu(&self) -> Option<Menu> {
        self.menu
    }

    /// Whether the library is folded out beside the article; `None` where nobody has said so.
    pub fn shows_library(&self) -> Option<bool> {
        self.shows_library
    }

    /// Whether small numbers are shown too.
    pub fn shows_small(&self) -> bool {
        self.shows_small
    }

    /// Each family of labels, and whether anything of it is shown.
    pub fn families(&self) -> [(Family, bool); 4] {
        Family::ALL.map(|family| (family, self.shows_family(family)))
    }

    /// Whether anything of a family of labels is shown.
    pub fn shows_family(&self, family: Family) -> bool {
        self.labels_of(family).any(|code| !self.hidden.contains(code))
    }

    /// The labels of a family in the open article's set.
    fn labels_of(&self, family: Family) -> impl Iterator<Item = &LabelCode> {
        let labels = self.open.iter().flat_map(|document| document.labels.iter());
        labels.map(|label| &label.code).filter(move |code| code.family() == Some(family))
    }

    /// What a narrow window shows.
    pub fn panel(&self) -> Panel {
        self.panel
    }

    /// Which key stands for which command.
    pub fn keys(&self) -> &KeyMap {
        &self.keys
    }

    /// What is looked for in the open article.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What the person is called who works here; empty where nobody has said so.
    pub fn person(&self) -> &str {
        self.person.as_deref().unwrap_or_default()
    }

    /// Whether the person has been asked for a name.
    pub fn has_name(&self) -> bool {
        self.person.is_some()
    }

    /// Whether a name is asked for: something has been done that carries one, and nobody has been asked.
    pub fn asks_name(&self) -> bool {
        self.asks_name && self.person.is_none()
    }

    /// The labels that were given last, the latest first.
    pub fn recent_labels(&self) -> &[LabelCode] {
        &self.recent
    }

    /// What has been entered of a new article.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// How far the reading of a text is, 0 to 1; `None` where none is being read.
    pub fn reading(&self) -> Option<f64> {
        self.reading
    }

    /// Another text for the open article, which the page that it is from has now.
    pub fn offered_text(&self) -> Option<&Arc<str>> {
        self.offered_text.as_ref()
    }

    /// How many texts have been put into the draft that the person has not written there.
    pub fn drafts_taken(&self) -> usize {
        self.drafts_taken
    }

    /// What a link holds that was followed and not decided on.
    pub fn arrived(&self) -> Option<&Arrived> {
        self.arrived.as_ref()
    }

    /// What files had marked in an article.
    pub fn sheets(&self, article: DocumentId) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(move |sheet| sheet.article == article)
    }

    /// What has been made ready of the library to be searched.
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// The order in which the library is listed.
    pub fn order(&self) -> Order {
        self.order
    }

    /// When the library was last saved as a file.
    pub fn backup(&self) -> Backup {
        self.backup
    }

    /// How many of the marks that are shown have been reviewed, and how many there are.
    pub fn reviewed(&self) -> (usize, usize) {
        let marks = self.open.as_ref().map_or(&[][..], |document| document.annotations());
        let shown = marks.iter().filter(|annotation| self.is_shown(annotation));
        shown.fold((0, 0), |(reviewed, all), annotation| {
            (reviewed + usize::from(annotation.status != Status::Suggested), all + 1)
        })
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether the library has this article; one in the bin is not in it.
    pub fn contains(&self, id: DocumentId) -> bool {
        self.articles.iter().any(|summary| summary.id == id)
    }

    /// Whether the article is in the bin.
    pub fn is_binned(&self, id: DocumentId) -> bool {
        self.bin.iter().any(|binned| binned.summary.id == id)
    }

    /// Whether the article shows this annotation: its label, and where it is a small number, those too.
    pub fn is_shown(&self, annotation: &Annotation) -> bool {
        !self.hidden.contains(&annotation.label) && (self.shows_small || !annotation.is_small())
    }

    /// What people call a label of the open article.
    pub fn label_name(&self, code: &LabelCode) -> String {
        let label = self.open.as_ref().and_then(|document| document.labels.get(code));
        label.map_or_else(|| code.to_string(), |label| label.name.clone())
    }

    fn open_id(&self) -> Option<DocumentId> {
        self.open.as_ref().map(|document| document.id)
    }
}

#[cfg(test)]
mod tests;
