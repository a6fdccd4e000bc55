//! The workspace: what a person has in front of them, and what can be done to it.
//!
//! Pure state with one transition, [`Workspace::update`]; it knows no browser, so all of it is
//! tested natively. Who draws it also carries out what it asks for: [`Workspace::unsaved`] tells
//! what has to be written, and [`Action::Stored`] or [`Action::StoreFailed`] what came of it.

mod action;
mod commands;
mod history;
mod notice;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use action::{Action, Step};
pub use commands::{KeyMap, PageCommand, Scope, key_name, show_key};
pub use history::{Change, Entry, History};
pub use notice::{Notice, Tone};

use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::{Document, DocumentId, merge};
use crate::label::LabelCode;
use crate::store::{Summary, Unreadable};
use crate::text::sort_by;
use crate::words;

/// Everything that the page shows.
///
/// Invariants: the open article is among `articles`; the selected annotation is one of the open
/// article's. Cloning is cheap next to drawing.
#[derive(Clone, Default, Debug)]
pub struct Workspace {
    articles: Vec<Summary>,
    unreadable: Vec<Unreadable>,
    open: Option<Arc<Document>>,
    selected: Option<AnnotationId>,
    hidden: BTreeSet<LabelCode>,
    notice: Option<Notice>,
    history: History,
    unsaved: BTreeMap<DocumentId, Write>,
    store_problem: Option<String>,
    has_started: bool,
    is_reviewing: bool,
}

/// What has to be done to one article's record.
#[derive(Clone, Debug)]
pub enum Write {
    /// Write this state of the article.
    Save(Arc<Document>),
    /// Take the record away.
    Remove,
}

impl Write {
    fn is_same(&self, other: &Write) -> bool {
        match (self, other) {
            (Write::Save(one), Write::Save(other)) => Arc::ptr_eq(one, other),
            (Write::Remove, Write::Remove) => true,
            _ => false,
        }
    }
}

impl Workspace {
    /// The library's articles, the newest first.
    pub fn articles(&self) -> &[Summary] {
        &self.articles
    }

    /// The stored records that are not among the articles, since they cannot be read.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The article that is open.
    pub fn open(&self) -> Option<&Arc<Document>> {
        self.open.as_ref()
    }

    /// The selected annotation of the open article.
    pub fn selected(&self) -> Option<&Arc<Annotation>> {
        self.open.as_ref()?.annotation(self.selected?)
    }

    /// The labels that are not shown.
    pub fn hidden(&self) -> &BTreeSet<LabelCode> {
        &self.hidden
    }

    /// What to tell the person, if anything.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
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
        self.history.next_undo(self.open_id()).map(|entry| entry.title.as_str())
    }

    /// What redo would do again, for people.
    pub fn redo_title(&self) -> Option<&str> {
        self.history.next_redo(self.open_id()).map(|entry| entry.title.as_str())
    }

    /// Whether the page is as it was left.
    pub fn has_started(&self) -> bool {
        self.has_started
    }

    /// Whether the person goes from suggestion to suggestion.
    pub fn is_reviewing(&self) -> bool {
        self.is_reviewing
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

    /// Whether the library has this article.
    pub fn contains(&self, id: DocumentId) -> bool {
        self.articles.iter().any(|summary| summary.id == id)
    }

    /// Whether the article view shows this annotation's label.
    pub fn is_shown(&self, annotation: &Annotation) -> bool {
        !self.hidden.contains(&annotation.label)
    }

    fn open_id(&self) -> Option<DocumentId> {
        self.open.as_ref().map(|document| document.id)
    }

    /// The workspace after `action`; `None` where it changes nothing.
    pub fn update(&self, action: Action) -> Option<Workspace> {
        let mut next = self.clone();
        next.apply(action).then_some(next)
    }

    fn apply(&mut self, action: Action) -> bool {
        match action {
            Action::Listed(listing) => {
                self.articles = listing.articles;
                sort_by(&mut self.articles, |a, b| b.created.cmp(&a.created).then(a.id.cmp(&b.id)));
                self.unreadable = listing.unreadable;
                // What is not stored yet is in no list.
                let unsaved: Vec<_> = self.unsaved.iter().map(|(id, write)| (*id, write.clone())).collect();
                for (id, write) in unsaved {
                    match write {
                        Write::Save(document) => self.show_in_list(Summary::of(&document)),
                        Write::Remove => self.articles.retain(|summary| summary.id != id),
                    }
                }
                true
            }
            Action::Merged { was, document, must_save } => self.adopt(&was, document, must_save),
            Action::Elsewhere { id, summary } => self.hear(id, summary),
            Action::NotRemoved(document) => {
                self.unsaved.remove(&document.id);
                self.show_in_list(Summary::of(&document));
                true
            }
            Action::Started => !std::mem::replace(&mut self.has_started, true),
            Action::Open(document) => {
                if !self.contains(document.id) {
                    return false;
                }
                self.show(document);
                true
            }
            Action::Close => {
                self.selected = None;
                self.open.take().is_some()
            }
            Action::Add { documents, title } => self.add(&documents, &title),
            Action::Swap { title, articles } => {
                let places = |after: bool| -> Vec<_> {
                    let place = |(was, is): &(Option<Arc<Document>>, Arc<Document>)| {
                        (is.id, if after { Some(is.clone()) } else { was.clone() })
                    };
                    articles.iter().map(place).collect()
                };
                let (before, after) = (places(false), places(true));
                self.put(&after);
                self.history.record(Entry { title, change: Change::Swap { to: before, from: after } });
                !articles.is_empty()
            }
            Action::Delete(document) => {
                let title = words::delete_article_title(&document.display_title());
                self.history.record(Entry { title, change: Change::Insert(document.clone()) });
                self.notice = Some(Notice::info(words::deleted(&document.display_title())).undoable());
                self.take_out(document.id);
                true
            }
            Action::Edit { title, command, now } => {
                let Some(document) = self.open.clone() else { return false };
                let Some((changed, back)) = command.apply(&document, now) else { return false };
                self.history.record(Entry { title, change: Change::Edit(document.id, back) });
                self.keep(Arc::new(changed));
                true
            }
            Action::Undo { now } => self.travel(true, now),
            Action::Redo { now } => self.travel(false, now),
            Action::Select(id) => {
                let changed = self.selected != id;
                self.selected = id;
                self.drop_lost_selection();
                changed
            }
            Action::Step(step) => self.step(step),
            Action::Review(is_on) => {
                let changed = std::mem::replace(&mut self.is_reviewing, is_on) != is_on;
                let waits = self.selected().is_some_and(|selected| selected.status == Status::Suggested);
                let moved = is_on && !waits && self.step(Step::NextSuggestion);
                changed || moved
            }
            Action::Recall { id, undo, redo } => self.history.recall(id, undo, redo),
            Action::ToggleLabel(label) => {
                if !self.hidden.remove(&label) {
                    self.hidden.insert(label);
                }
                true
            }
            Action::ShowLabels(hidden) => {
                let changed = self.hidden != hidden;
                self.hidden = hidden;
                changed
            }
            Action::Stored(written) => {
                for (id, write) in written {
                    if self.unsaved.get(&id).is_some_and(|pending| pending.is_same(&write)) {
                        self.unsaved.remove(&id);
                    }
                }
                if self.unsaved.is_empty() {
                    self.store_problem = None;
                }
                true
            }
            Action::StoreFailed(problem) => {
                let changed = self.store_problem.as_ref() != Some(&problem);
                self.store_problem = Some(problem);
                changed
            }
            Action::Notify(notice) => {
                self.notice = Some(notice);
                true
            }
            Action::DismissNotice => self.notice.take().is_some(),
        }
    }

    fn add(&mut self, documents: &[Arc<Document>], title: &str) -> bool {
        // The first is recorded last, so that it is the one in front and the one undone first.
        for document in documents.iter().rev() {
            self.history.record(Entry { title: title.to_owned(), change: Change::Remove(document.id) });
            self.keep(document.clone());
        }
        if let Some(first) = documents.first() {
            self.show(first.clone());
        }
        !documents.is_empty()
    }

    fn travel(&mut self, is_undo: bool, now: jiff::Timestamp) -> bool {
        let open = self.open_id();
        let entry = if is_undo { self.history.next_undo(open) } else { self.history.next_redo(open) };
        let Some(entry) = entry.cloned() else { return false };
        let Some(opposite) = self.carry_out(&entry.change, now) else {
            // Another tab, or a restored state, has taken away what it was about.
            self.history.forget(&entry);
            let message = words::cannot_be_taken_back(&entry.title);
            self.notice = Some(Notice::problem(message));
            return true;
        };
        if is_undo {
            self.history.undone(&entry, opposite);
        } else {
            self.history.redone(&entry, opposite);
        }
        let verb = if is_undo { words::UNDID } else { words::DID_AGAIN };
        self.notice = Some(Notice::info(format!("{verb}: {}.", entry.title)));
        true
    }

    /// Makes a change of the history; gives the one that leads back.
    fn carry_out(&mut self, change: &Change, now: jiff::Timestamp) -> Option<Change> {
        match change {
            Change::Edit(id, command) => {
                let document = self.open.clone().filter(|document| document.id == *id)?;
                let (changed, back) = command.apply(&document, now)?;
                self.keep(Arc::new(changed));
                Some(Change::Edit(*id, back))
            }
            Change::Insert(document) => {
                self.keep(document.clone());
                self.show(document.clone());
                Some(Change::Remove(document.id))
            }
            Change::Swap { to, from } => {
                self.put(to);
                Some(Change::Swap { to: from.clone(), from: to.clone() })
            }
            Change::Remove(id) => {
                let document = self.open.clone().filter(|document| document.id == *id)?;
                self.take_out(*id);
                Some(Change::Insert(document))
            }
        }
    }

    /// Puts articles into the library, and takes out those that are to be none.
    fn put(&mut self, places: &[(DocumentId, Option<Arc<Document>>)]) {
        for (id, document) in places {
            match document {
                Some(document) => self.keep(document.clone()),
                None => self.take_out(*id),
            }
        }
    }

    /// Takes over a new state of an article: in the list, in view if it is open, and to be saved.
    fn keep(&mut self, document: Arc<Document>) {
        self.unsaved.insert(document.id, Write::Save(document.clone()));
        self.take_over(document);
    }

    /// The same of a state that is saved.
    fn take_over(&mut self, document: Arc<Document>) {
        // Of a text that is known nobody needs the digest again.
        let has_known_text =
            self.open.as_ref().is_some_and(|open| open.id == document.id && open.text() == document.text());
        self.show_in_list(match has_known_text {
            true => Summary::of(&document),
            false => Summary::with_digest(&document),
        });
        if self.open_id() == Some(document.id) {
            self.open = Some(document);
            self.drop_lost_selection();
        }
    }

    fn show_in_list(&mut self, mut summary: Summary) {
        match self.articles.iter_mut().find(|other| other.id == summary.id) {
            Some(other) => {
                if summary.text.is_empty() {
                    // It is the same.
                    summary.text = std::mem::take(&mut other.text);
                }
                *other = summary;
            }
            None => {
                let place = self.articles.partition_point(|other| other.created > summary.created);
                self.articles.insert(place, summary);
            }
        }
    }

    /// Takes over what came of merging `was` with another tab's changes. What has been done to the
    /// article since is merged too.
    fn adopt(&mut self, was: &Arc<Document>, merged: Arc<Document>, must_save: bool) -> bool {
        let current = match self.unsaved.get(&merged.id) {
            Some(Write::Remove) => return false,
            Some(Write::Save(document)) => Some(document.clone()),
            None => self.open.clone().filter(|document| document.id == merged.id),
        };
        match current.filter(|current| !Arc::ptr_eq(current, was)) {
            Some(current) => {
                let Some(all) = merge(Some(was), &current, &merged) else { return false };
                self.keep(Arc::new(all));
            }
            None if must_save => self.keep(merged),
            None => self.take_over(merged),
        }
        true
    }

    /// Another tab has changed or deleted an article.
    fn hear(&mut self, id: DocumentId, summary: Option<Summary>) -> bool {
        if self.unsaved.contains_key(&id) {
            // What is done here comes out when it is saved.
            return false;
        }
        if let Some(summary) = summary {
            self.show_in_list(summary);
            return true;
        }
        if let Some(document) = self.open.clone().filter(|document| document.id == id) {
            let title = document.display_title();
            let text = words::deleted_elsewhere(&title);
            self.notice = Some(Notice { tone: Tone::Problem, ..Notice::info(text).undoable() });
            self.history.record(Entry {
                title: words::delete_article_title(&title),
                change: Change::Insert(document.clone()),
            });
            self.open = None;
            self.selected = None;
        }
        self.articles.retain(|summary| summary.id != id);
        true
    }

    fn take_out(&mut self, id: DocumentId) {
        self.articles.retain(|summary| summary.id != id);
        self.unsaved.insert(id, Write::Remove);
        if self.open_id() == Some(id) {
            self.open = None;
            self.selected = None;
        }
    }

    fn show(&mut self, document: Arc<Document>) {
        if self.open_id() != Some(document.id) {
            self.selected = None;
            self.is_reviewing = false;
        }
        self.open = Some(document);
    }

    fn drop_lost_selection(&mut self) {
        if self.selected().is_none() {
            self.selected = None;
        }
    }

    /// Moves the selection in reading order, over what is shown and not rejected, around the end.
    fn step(&mut self, step: Step) -> bool {
        let Some(document) = &self.open else { return false };
        let selected = self.selected();
        let subject = selected.map(|selected| document.subject_of(selected));
        let is_wanted = |annotation: &Annotation| match step {
            Step::NextSuggestion | Step::PreviousSuggestion => annotation.status == Status::Suggested,
            Step::Next | Step::Previous if self.is_reviewing => annotation.status == Status::Suggested,
            Step::Next | Step::Previous => annotation.status != Status::Rejected,
            Step::NextMention | Step::PreviousMention => {
                annotation.status != Status::Rejected && Some(document.subject_of(annotation)) == subject
            }
            Step::InStack => {
                annotation.status != Status::Rejected
                    && selected.is_some_and(|selected| selected.span.overlaps(annotation.span))
            }
        };
        let meant = |annotation: &&Arc<Annotation>| self.is_shown(annotation) && is_wanted(annotation);
        let place = |id| document.annotations().iter().position(|annotation| annotation.id == id);
        let here = self.selected.and_then(place);
        let (before, behind) = match here {
            Some(here) => (&document.annotations()[..here], &document.annotations()[here + 1..]),
            None => (&document.annotations()[..0], document.annotations()),
        };
        let found = match step {
            Step::Next | Step::NextSuggestion | Step::NextMention | Step::InStack => {
                behind.iter().chain(before).find(meant)
            }
            Step::Previous | Step::PreviousSuggestion | Step::PreviousMention => {
                before.iter().rev().chain(behind.iter().rev()).find(meant)
            }
        };
        let Some(found) = found.map(|annotation| annotation.id) else { return false };
        self.selected = Some(found);
        true
    }
}

#[cfg(test)]
mod tests;
