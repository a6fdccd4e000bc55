use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::keys::{self, Key};
use super::record::{self, Glimpse, Record, State, Summary};
use super::{Binned, Day, Error, Store, bin, days, journal, undo};
use crate::document::{Document, DocumentId, merge};
use crate::text::sort_by;
use crate::value::date_of;

/// The articles in a store, one record each.
///
/// Other tabs may use the same store: what they write is merged with what is saved here. Each call
/// reads, merges and writes; who has tabs lets no two calls run at once.
#[derive(Debug)]
pub struct Library<S> {
    store: S,
    journal: String,
    /// Whether the journal holds something that is not finished.
    is_unfinished: Cell<bool>,
    /// The states that this tab has read or written, by article, the latest last: what a change of
    /// this tab, or of another, was made from.
    seen: RefCell<HashMap<DocumentId, Vec<Seen>>>,
    /// The articles of the bin that had to go for room, by title, and nobody has been told of yet.
    given_up: RefCell<Vec<String>>,
}

#[derive(Clone, Debug)]
struct Seen {
    state: State,
    document: Arc<Document>,
}

/// How many states of an article are remembered.
const REMEMBERED: usize = 16;

/// What a library holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    /// The articles that can be read, the latest changed first.
    pub articles: Vec<Summary>,
    /// The deleted ones, the latest deleted first.
    pub bin: Vec<Binned>,
    /// The other records.
    pub unreadable: Vec<Unreadable>,
}

/// A record that cannot be read: damaged, and set aside, or of a newer version, and left alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// Where it is in the store.
    pub key: String,
    /// Why it cannot be read, for people.
    pub message: String,
    /// Whether it is of a newer version.
    pub is_newer: bool,
}

/// What came of saving.
#[derive(Clone, PartialEq, Debug)]
pub struct Saved {
    /// What is stored now: the document, with the changes of other tabs.
    pub document: Arc<Document>,
    /// Whether the article had been deleted, in another tab, and is back now.
    pub is_back: bool,
}

/// Where an article is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// In the library.
    Listed(Summary),
    /// In the bin.
    Binned(Binned),
    /// Nowhere, or its record cannot be read.
    Gone,
}

/// What another tab has made of an article.
#[derive(Clone, PartialEq, Debug)]
pub enum News {
    /// Nothing new.
    Nothing,
    /// It has changed it.
    Changed {
        /// Both tabs' changes together.
        document: Arc<Document>,
        /// Whether these are to be saved, since what is stored does not have ours.
        must_save: bool,
    },
    /// It has deleted it.
    Gone,
}

impl<S: Store> Library<S> {
    /// The library in `store`, for one tab, whose name no other tab has.
    pub fn new(store: S, tab: &str) -> Library<S> {
        Library {
            store,
            journal: keys::journal(tab),
            is_unfinished: Cell::new(false),
            seen: RefCell::default(),
            given_up: RefCell::default(),
        }
    }

    /// The store underneath, for settings.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Finishes what was being written when a page was closed or broke down, and clears away what
    /// belongs to nothing. To be called once before all else.
    ///
    /// # Errors
    /// Where the store cannot be read or written; what can be read is as good as before.
    pub fn recover(&self) -> Result<(), Error> {
        for key in self.store.keys()? {
            if Key::parse(&key) == Some(Key::Journal) {
                journal::finish(&self.store, &key)?;
            }
        }
        days::clear_away(&self.store)?;
        bin::clear_away(&self.store)
    }

    /// What the library holds: reads the headers of the records. Damaged ones are set aside.
    ///
    /// # Errors
    /// Where the store cannot be read at all; a single bad record is listed as unreadable.
    pub fn list(&self) -> Result<Listing, Error> {
        let mut listing = Listing::default();
        for key in self.store.keys()? {
            match Key::parse(&key) {
                Some(Key::Article(id)) => match self.summary(id)? {
                    None => {}
                    Some(Ok(summary)) => match bin::deleted(&self.store, id)? {
                        None => listing.articles.push(summary),
                        Some(deleted) => listing.bin.push(Binned { summary, deleted }),
                    },
                    Some(Err(error)) => {
                        let key = if error.is_newer() { key } else { self.set_aside(id).unwrap_or(key) };
                        let is_newer = error.is_newer();
                        listing.unreadable.push(Unreadable { key, message: error.to_string(), is_newer });
                    }
                },
                Some(Key::Damaged(id)) => {
                    let message = Error::damaged(&id.0.to_string(), "it was damaged").to_string();
                    listing.unreadable.push(Unreadable { key, message, is_newer: false });
                }
                _ => {}
            }
        }
        sort_by(&mut listing.articles, |a, b| b.modified.cmp(&a.modified).then(a.id.cmp(&b.id)));
        sort_by(&mut listing.bin, |a, b| b.deleted.cmp(&a.deleted).then(a.summary.id.cmp(&b.summary.id)));
        sort_by(&mut listing.unreadable, |a, b| a.key.cmp(&b.key));
        listing.unreadable.dedup_by(|a, b| a.key == b.key);
        Ok(listing)
    }

    /// The record under `key` as it stands, for who wants to rescue what there is of it.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn raw(&self, key: &str) -> Result<String, Error> {
        self.store.get(key)?.ok_or_else(Error::missing)
    }

    /// What can be made out of the record of a newer version under `key`, if anything.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn glimpse(&self, key: &str) -> Result<Option<Glimpse>, Error> {
        Ok(Glimpse::of(&self.raw(key)?))
    }

    /// Takes away a damaged record that was set aside.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn discard(&self, key: &str) -> Result<(), Error> {
        match Key::parse(key) {
            Some(Key::Damaged(_)) => self.store.remove(key),
            _ => Err(Error::missing()),
        }
    }

    /// The article `id`.
    ///
    /// # Errors
    /// Where it is not there, or its record is damaged or newer than this version.
    pub fn load(&self, id: DocumentId) -> Result<Arc<Document>, Error> {
        let record = self.read(id)?.ok_or_else(Error::missing)?;
        let document = Arc::new(record.document);
        self.remember(id, record.state, document.clone());
        Ok(document)
    }

    /// Sets the damaged record of an article aside; puts its latest restore point in its place,
    /// where it has one, and gives that.
    ///
    /// # Errors
    /// Where the store cannot be read or written; then the record stays where it is.
    pub fn mend(&self, id: DocumentId) -> Result<Option<Arc<Document>>, Error> {
        self.set_aside(id)?;
        let days = days::list(&self.store, id)?;
        let good = days.iter().find_map(|day| days::load(&self.store, id, day.date).ok());
        let Some(document) = good else { return Ok(None) };
        Ok(Some(self.save(&Arc::new(document))?.document))
    }

    /// Stores an article: merges it with what another tab has made of it since, and writes it in
    /// place of what was there. Whoever called carries on from the [`Saved::document`].
    ///
    /// # Errors
    /// Where the store is full or cannot be written, or what is there was written by a newer
    /// version; then what was there stays.
    pub fn save(&self, document: &Arc<Document>) -> Result<Saved, Error> {
        let mut saved = self.write(document)?;
        if bin::holds(&self.store, document.id)? {
            // An edit outlives a deletion.
            bin::put_back(&self.store, document.id)?;
            saved.is_back = true;
        }
        Ok(saved)
    }

    /// Writes an article in its place, in the bin or not.
    fn write(&self, document: &Arc<Document>) -> Result<Saved, Error> {
        self.finish()?;
        let id = document.id;
        let base = self.base(id);
        let mut lineage: Vec<State> = base.iter().map(|base| base.state.clone()).collect();
        let mut merged = document.clone();
        let mut is_back = false;
        match self.head_state(id) {
            Ok(Some((state, ancestors))) if base.as_ref().is_some_and(|base| base.state == state) => {
                lineage.extend(ancestors);
            }
            Ok(None) => is_back = base.is_some(),
            Err(error) if error.is_newer() => return Err(error),
            // Another tab has written, or the header is no help.
            _ => match self.read(id) {
                Ok(Some(theirs)) => {
                    merged = self.merged(document, &theirs)?;
                    lineage.splice(0..0, theirs.lineage());
                    if theirs.document == *merged {
                        self.remember(id, theirs.state, merged.clone());
                        return Ok(Saved { document: merged, is_back });
                    }
                }
                Ok(None) => is_back = base.is_some(),
                Err(error) if error.is_damaged() => {
                    self.set_aside(id)?;
                }
                Err(error) => return Err(error),
            },
        }
        self.keep_day(&merged);
        let (record, state) = record::write(&merged, lineage);
        self.put(id, &record)?;
        self.remember(id, state, merged.clone());
        Ok(Saved { document: merged, is_back })
    }

    /// Deletes an article: puts it into the bin, in the state `pending` where that is not stored yet.
    ///
    /// # Errors
    /// Where the store is full or cannot be written; then the article is where it was, and the call can
    /// be made again.
    pub fn delete(
        &self,
        id: DocumentId,
        pending: Option<&Arc<Document>>,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.finish()?;
        if let Some(document) = pending {
            self.write(document)?;
        }
        if let Err(error) = self.head_state(id)
            && error.is_newer()
        {
            return Err(error);
        }
        bin::put(&self.store, id, now)
    }

    /// Takes an article out of the bin, back into the library.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn put_back(&self, id: DocumentId) -> Result<(), Error> {
        bin::put_back(&self.store, id)
    }

    /// Takes an article that is in the bin away for good. One that another tab has put back stays.
    ///
    /// # Errors
    /// Where the store cannot be written; then the article is still in the bin.
    pub fn erase(&self, id: DocumentId) -> Result<(), Error> {
        self.finish()?;
        if bin::holds(&self.store, id)? {
            bin::erase(&self.store, id)?;
            self.seen.borrow_mut().remove(&id);
            bin::keep_reserve(&self.store);
        }
        Ok(())
    }

    /// The titles of articles in the bin that had to go for room since this was asked last.
    pub fn take_given_up(&self) -> Vec<String> {
        self.given_up.take()
    }

    /// What another tab has made of the article, of which this tab has `ours`. Whoever called
    /// carries on from what this gives.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn look(&self, ours: &Arc<Document>) -> Result<News, Error> {
        let id = ours.id;
        if bin::holds(&self.store, id)? {
            return Ok(News::Gone);
        }
        match self.head_state(id) {
            Ok(None) => return Ok(News::Gone),
            Ok(Some((state, _))) if self.base(id).is_some_and(|base| base.state == state) => {
                return Ok(News::Nothing);
            }
            _ => {}
        }
        let Some(theirs) = self.read(id)? else { return Ok(News::Gone) };
        let document = self.merged(ours, &theirs)?;
        let must_save = *document != theirs.document;
        self.remember(id, theirs.state, Arc::new(theirs.document));
        Ok(News::Changed { document, must_save })
    }

    /// Where an article is now.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn standing(&self, id: DocumentId) -> Result<Standing, Error> {
        let Some(Ok(summary)) = self.summary(id)? else { return Ok(Standing::Gone) };
        Ok(match bin::deleted(&self.store, id)? {
            None => Standing::Listed(summary),
            Some(deleted) => Standing::Binned(Binned { summary, deleted }),
        })
    }

    /// The article that a key of the store is about: the key of its record, or of its place in the bin.
    pub fn article_of(key: &str) -> Option<DocumentId> {
        match Key::parse(key) {
            Some(Key::Article(id) | Key::Bin(id)) => Some(id),
            _ => None,
        }
    }

    /// The restore points of an article, the latest first.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn days(&self, id: DocumentId) -> Result<Vec<Day>, Error> {
        days::list(&self.store, id)
    }

    /// The article as it was at the end of that day.
    ///
    /// # Errors
    /// Where there is no such restore point, or it cannot be read.
    pub fn load_day(&self, id: DocumentId, date: Date) -> Result<Document, Error> {
        days::load(&self.store, id, date)
    }

    /// The summary of an article, or why it has none; a second time where the first reading fails.
    fn summary(&self, id: DocumentId) -> Result<Option<Result<Summary, Error>>, Error> {
        let read = || -> Result<Option<Result<Summary, Error>>, Error> {
            let head = self.store.head(&keys::article(id))?;
            Ok(head.map(|head| record::read_summary(id, &head.line, head.rest)))
        };
        match read()? {
            Some(Err(error)) if error.is_damaged() => read(),
            other => Ok(other),
        }
    }

    /// The record of an article, read a second time where the first reading fails.
    fn read(&self, id: DocumentId) -> Result<Option<Record>, Error> {
        let read = || self.store.get(&keys::article(id))?.map(|text| record::read(id, &text)).transpose();
        match read() {
            Err(error) if error.is_damaged() => read(),
            other => other,
        }
    }

    fn head_state(&self, id: DocumentId) -> Result<Option<(State, Vec<State>)>, Error> {
        let head = self.store.head(&keys::article(id))?;
        head.map(|head| record::read_state(id, &head.line, head.rest)).transpose()
    }

    /// The changes of this tab and of the one that wrote `theirs` together, counted from the last
    /// state that both knew.
    fn merged(&self, ours: &Arc<Document>, theirs: &Record) -> Result<Arc<Document>, Error> {
        let seen = self.seen.borrow();
        let states = seen.get(&ours.id).map(Vec::as_slice).unwrap_or_default();
        let common = states.iter().rev().find(|seen| theirs.knows(&seen.state));
        let merged = merge(common.map(|seen| &*seen.document), ours, &theirs.document);
        merged.map(Arc::new).ok_or_else(|| Error::other_text(&ours.display_title()))
    }

    /// What this tab's state of the article was made from.
    fn base(&self, id: DocumentId) -> Option<Seen> {
        self.seen.borrow().get(&id)?.last().cloned()
    }

    fn remember(&self, id: DocumentId, state: State, document: Arc<Document>) {
        let mut seen = self.seen.borrow_mut();
        let states = seen.entry(id).or_default();
        states.retain(|seen| seen.state != state);
        states.push(Seen { state, document });
        let surplus = states.len().saturating_sub(REMEMBERED);
        states.drain(..surplus);
    }

    /// Keeps what is stored as a restore point, if it is of another day than what comes.
    fn keep_day(&self, next: &Document) {
        let key = keys::article(next.id);
        let Ok(Some(head)) = self.store.head(&key) else { return };
        let Ok(summary) = record::read_summary(next.id, &head.line, head.rest) else { return };
        let date = date_of(summary.modified);
        if date < date_of(next.modified)
            && let Ok(Some(record)) = self.store.get(&key)
        {
            days::keep(&self.store, next.id, date, &record);
        }
    }

    /// Writes a record so that there is a whole one at any time: first into the journal, then in
    /// its place.
    fn put(&self, id: DocumentId, record: &str) -> Result<(), Error> {
        if let Err(error) = self.set(id, &self.journal, &journal::entry(id, record)) {
            let _ = self.store.remove(&self.journal);
            return Err(error);
        }
        self.is_unfinished.set(true);
        let key = keys::article(id);
        let written = self.set(id, &key, record);
        let is_whole = matches!(self.summary(id), Ok(Some(Ok(_))) | Ok(None));
        if written.is_err() && !is_whole {
            // Neither the old record nor the new one: the journal stays.
            return written;
        }
        // Where it cannot be taken away, the next writing does it.
        self.is_unfinished.set(self.store.remove(&self.journal).is_err());
        written
    }

    /// Writes a value of article `id`, and reads it back. Where there is no room, what can be undone gives
    /// its own, then the restore points, then the bin.
    fn set(&self, id: DocumentId, key: &str, value: &str) -> Result<(), Error> {
        let mut result = self.store.set(key, value);
        while result.as_ref().is_err_and(Error::is_full)
            && (undo::give_up_one(&self.store) || days::give_up_one(&self.store) || self.give_up_binned(id))
        {
            result = self.store.set(key, value);
        }
        result?;
        if self.store.get(key)?.as_deref() != Some(value) {
            self.store.set(key, value)?;
            if self.store.get(key)?.as_deref() != Some(value) {
                return Err(Error::not_kept());
            }
        }
        Ok(())
    }

    /// Gives up the article that has been in the bin for longest, for room; `false` where there is none but
    /// `id`, for which the room is.
    fn give_up_binned(&self, id: DocumentId) -> bool {
        let all = bin::list(&self.store).unwrap_or_default();
        let Some((_, oldest)) = all.into_iter().find(|(_, other)| *other != id) else { return false };
        let title = self.summary(oldest).ok().flatten().and_then(Result::ok).map(|summary| summary.title);
        let is_gone = bin::erase(&self.store, oldest).is_ok();
        if is_gone {
            self.seen.borrow_mut().remove(&oldest);
            self.given_up.borrow_mut().extend(title);
        }
        is_gone
    }

    /// Finishes what an earlier writing of this tab left.
    fn finish(&self) -> Result<(), Error> {
        if self.is_unfinished.get() {
            journal::finish(&self.store, &self.journal)?;
            self.is_unfinished.set(false);
        }
        Ok(())
    }

    /// Moves a damaged record out of the way, and gives the key under which it is kept.
    fn set_aside(&self, id: DocumentId) -> Result<String, Error> {
        let key = keys::article(id);
        let record = self.store.get(&key)?.ok_or_else(Error::missing)?;
        let aside = keys::damaged(id, &record::digest(&record));
        self.set(id, &aside, &record)?;
        self.store.remove(&key)?;
        Ok(aside)
    }
}

#[cfg(test)]
mod tests;
