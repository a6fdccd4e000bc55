//! What happens to articles as a whole: they come in, are shown, deleted and put back, and other tabs
//! change them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::update::set;
use super::{ArticlePlace, Entry, Notice, Offer, Panel, Place, Tone, View, Workspace, Write};
use crate::document::{Document, DocumentId, merge};
use crate::edit::Command;
use crate::store::{Binned, Listing, Standing, Summary, digest};
use crate::text::{normalize, sort_by};
use crate::words;

impl Workspace {
    /// The article of the library that has this very text.
    pub fn twin_of(&self, text: &str) -> Option<&Summary> {
        let digest = digest(&normalize(text));
        self.articles.iter().find(|summary| summary.text == digest)
    }

    /// The latest article of the library that is from this address.
    pub fn from_source(&self, source: &str) -> Option<&Summary> {
        let bare = |address: &str| {
            let bare = address.split('#').next().unwrap_or_default().trim_end_matches('/');
            bare.split_once("://").map_or(bare, |(_, rest)| rest).to_owned()
        };
        let source = bare(source);
        self.articles.iter().find(|summary| !source.is_empty() && bare(&summary.source) == source)
    }

    pub(super) fn list(&mut self, listing: Listing) -> bool {
        self.articles = listing.articles;
        sort_by(&mut self.articles, |a, b| b.created.cmp(&a.created).then(a.id.cmp(&b.id)));
        self.bin = listing.bin;
        self.unreadable = listing.unreadable;
        // What is not stored yet is in no list.
        let unsaved: Vec<_> = self.unsaved.iter().map(|(id, write)| (*id, write.clone())).collect();
        for (id, write) in unsaved {
            match write {
                Write::Save(document) => self.show_in_list(Summary::of(&document)),
                Write::Delete { at, .. } => self.move_to_bin(id, at),
                Write::PutBack => self.move_out_of_bin(id),
                Write::Erase { .. } => self.bin.retain(|binned| binned.summary.id != id),
            }
        }
        true
    }

    pub(super) fn add(&mut self, documents: &[Arc<Document>]) -> bool {
        for document in documents {
            self.history.begin(document.id);
            self.keep(document.clone());
            self.drop_draft(document.text());
        }
        if let Some(first) = documents.first() {
            self.show(first.clone(), ArticlePlace { id: first.id, view: View::Read, beside: Vec::new() });
        }
        !documents.is_empty()
    }

    pub(super) fn replace(
        &mut self,
        title: &str,
        articles: Vec<(Option<Arc<Document>>, Arc<Document>)>,
    ) -> bool {
        let is_any = !articles.is_empty();
        for (was, is) in articles {
            match was {
                Some(was) => {
                    let back = Entry { title: title.to_owned(), command: Command::SetContent(was) };
                    self.history.record(is.id, back);
                }
                None => self.history.begin(is.id),
            }
            self.keep(is);
        }
        is_any
    }

    pub(super) fn delete(&mut self, id: DocumentId, now: Timestamp) -> bool {
        let Some(summary) = self.articles.iter().find(|summary| summary.id == id).cloned() else {
            return false;
        };
        let pending = match self.unsaved.get(&id) {
            Some(Write::Save(document)) => Some(document.clone()),
            _ => None,
        };
        self.unsaved.insert(id, Write::Delete { pending, at: now });
        self.move_to_bin(id, now);
        self.notice = Some(Notice::info(words::deleted(&summary.title)).offering(Offer::PutBack(id)));
        if self.place.article().is_some_and(|article| article.id == id) {
            self.go(Place::Library);
        }
        true
    }

    pub(super) fn put_back(&mut self, id: DocumentId) -> bool {
        if !self.is_binned(id) {
            return false;
        }
        let write = match self.unsaved.remove(&id) {
            // It was not stored yet that it is deleted.
            Some(Write::Delete { pending: Some(document), .. }) => Write::Save(document),
            _ => Write::PutBack,
        };
        self.unsaved.insert(id, write);
        self.move_out_of_bin(id);
        if let Some(summary) = self.articles.iter().find(|summary| summary.id == id) {
            self.notice = Some(Notice::info(words::put_back(&summary.title)));
        }
        true
    }

    pub(super) fn empty_bin(&mut self) -> bool {
        let count = self.bin.len();
        for binned in std::mem::take(&mut self.bin) {
            let id = binned.summary.id;
            let unstored = match self.unsaved.get(&id) {
                Some(Write::Delete { at, .. }) => Some(*at),
                _ => None,
            };
            self.unsaved.insert(id, Write::Erase { unstored });
        }
        self.notice = Some(Notice::info(words::bin_emptied(count)));
        count > 0
    }

    pub(super) fn add_to_bin(&mut self, articles: Vec<(Arc<Document>, Binned)>) -> bool {
        let is_any = !articles.is_empty();
        for (document, binned) in articles {
            let (id, at) = (document.id, binned.deleted);
            self.unsaved.insert(id, Write::Delete { pending: Some(document), at });
            self.bin.push(binned);
        }
        self.sort_bin();
        is_any
    }

    fn move_to_bin(&mut self, id: DocumentId, deleted: Timestamp) {
        if let Some(place) = self.articles.iter().position(|summary| summary.id == id) {
            let summary = self.articles.remove(place);
            self.bin.push(Binned { summary, deleted });
            self.sort_bin();
        }
    }

    fn move_out_of_bin(&mut self, id: DocumentId) {
        if let Some(place) = self.bin.iter().position(|binned| binned.summary.id == id) {
            let Binned { summary, .. } = self.bin.remove(place);
            self.show_in_list(summary);
        }
    }

    fn sort_bin(&mut self) {
        sort_by(&mut self.bin, |a, b| b.deleted.cmp(&a.deleted).then(a.summary.id.cmp(&b.summary.id)));
    }

    /// Takes over a new state of an article: in the list, in view if it is open, and to be saved.
    pub(super) fn keep(&mut self, document: Arc<Document>) {
        self.unsaved.insert(document.id, Write::Save(document.clone()));
        self.take_over(document);
    }

    /// The same of a state that is saved.
    fn take_over(&mut self, document: Arc<Document>) {
        self.drop_from_index(document.id);
        // Of a text that is known nobody needs the digest again.
        let has_known_text =
            self.open.as_ref().is_some_and(|open| open.id == document.id && open.text() == document.text());
        self.bin.retain(|binned| binned.summary.id != document.id);
        self.show_in_list(match has_known_text {
            true => Summary::of(&document),
            false => Summary::with_digest(&document),
        });
        if self.open_id() == Some(document.id) {
            self.open = Some(document);
            self.drop_lost_selection();
        }
    }

    /// The index of the library has an old state of the article.
    fn drop_from_index(&mut self, id: DocumentId) {
        if self.index.contains(id) {
            Arc::make_mut(&mut self.index).remove(id);
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
    pub(super) fn adopt(&mut self, was: &Arc<Document>, merged: Arc<Document>, must_save: bool) -> bool {
        let current = match self.unsaved.get(&merged.id) {
            Some(Write::Save(document)) => Some(document.clone()),
            Some(_) => return false,
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

    /// Another tab has changed, deleted or put back an article.
    pub(super) fn hear(&mut self, id: DocumentId, standing: Standing) -> bool {
        if self.unsaved.contains_key(&id) {
            // What is done here comes out when it is saved.
            return false;
        }
        self.bin.retain(|binned| binned.summary.id != id);
        self.drop_from_index(id);
        let is_open = self.open_id() == Some(id);
        match standing {
            Standing::Listed(summary) => {
                self.show_in_list(summary);
                return true;
            }
            Standing::Binned(binned) => {
                if is_open {
                    let text = words::deleted_elsewhere(&binned.summary.title);
                    let notice = Notice { tone: Tone::Problem, ..Notice::info(text) };
                    self.notice = Some(notice.offering(Offer::PutBack(id)));
                }
                self.bin.push(binned);
                self.sort_bin();
            }
            Standing::Gone => {}
        }
        if is_open {
            self.open = None;
            self.selected = None;
        }
        self.articles.retain(|summary| summary.id != id);
        true
    }

    pub(super) fn stored(&mut self, written: &BTreeMap<DocumentId, Write>) -> bool {
        for (id, write) in written {
            if self.unsaved.get(id).is_some_and(|pending| pending.is_same(write)) {
                self.unsaved.remove(id);
            }
        }
        if self.unsaved.is_empty() {
            self.store_problem = None;
        }
        true
    }

    /// Goes to a place that shows no article, or whose article is not there to be shown.
    pub(super) fn go(&mut self, place: Place) -> bool {
        let shows_open = place.article().is_some_and(|article| self.open_id() == Some(article.id));
        if !shows_open {
            self.leave();
        }
        self.panel = Panel::Text;
        set(&mut self.place, place) || !shows_open
    }

    pub(super) fn show(&mut self, document: Arc<Document>, place: ArticlePlace) -> bool {
        if !self.contains(document.id) {
            return false;
        }
        if self.open_id() != Some(document.id) {
            self.leave();
        }
        // What the list shows may be from before the counts were as they are now.
        self.show_in_list(Summary::of(&document));
        let id = document.id;
        self.open = Some(document);
        self.panel = Panel::Text;
        let view = place.view;
        self.place = Place::Article(ArticlePlace { id, ..place });
        self.begin_view(view);
        true
    }

    /// On the check sheet the first open fact is chosen for whoever checks by keys; the sheet is read from its top.
    fn begin_view(&mut self, view: View) -> bool {
        let begins = view == View::CheckSheet && self.selected.is_none() && self.select_open_fact();
        self.is_offered |= begins;
        begins
    }

    fn leave(&mut self) {
        if self.open.is_some() {
            self.withdraw_undo();
        }
        self.open = None;
        self.selected = None;
        self.end = None;
        self.is_reviewing = false;
        self.words.clear();
    }

    pub(super) fn look_at(&mut self, view: View) -> bool {
        let Place::Article(article) = &mut self.place else { return false };
        let changed = set(&mut article.view, view);
        if changed {
            article.beside.clear();
            if self.is_offered() {
                self.select(None);
            }
        }
        self.begin_view(view) || changed
    }
}
