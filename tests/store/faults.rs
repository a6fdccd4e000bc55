//! A fault at every single call of a session, one a run, as SQLite tests itself.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use newsmark::document::{Document, DocumentId};
use newsmark::store::{Library, MemoryStore};

use super::faulty::{Call, Fault, Faulty};
use super::script::{self, ARTICLES, EDITS, article_of, edited};

/// How many edits are made after the fault, where the process goes on.
const AFTER: usize = 3;

/// What a page has in memory, and what it has told.
#[derive(Clone)]
struct Person {
    articles: Vec<Arc<Document>>,
    /// The articles that are not stored yet, as the page knows.
    unsaved: Vec<bool>,
    /// What was said to be saved, by article.
    saved: BTreeMap<DocumentId, Arc<Document>>,
}

impl Person {
    fn new() -> Person {
        Person { articles: script::articles(), unsaved: vec![false; ARTICLES], saved: BTreeMap::new() }
    }

    /// Makes an edit and stores all that is unsaved, as the page does after each change.
    fn work(&mut self, library: &Library<Faulty>, edit: usize) {
        let article = article_of(edit);
        self.articles[article] = edited(&self.articles[article], edit);
        self.unsaved[article] = true;
        for article in 0..ARTICLES {
            if !self.unsaved[article] || library.store().has_stopped() {
                continue;
            }
            let document = &self.articles[article];
            if let Ok(saved) = library.save(document) {
                assert_eq!(saved.document, *document, "there is no other tab");
                self.saved.insert(document.id, document.clone());
                self.unsaved[article] = false;
            }
        }
    }

    /// After a fresh start on what is left in `store`: all that was said to be saved is there, and
    /// nothing is there by half.
    fn check(&self, store: MemoryStore, what: &str) {
        let library = Library::new(store, "fresh");
        library.recover().unwrap_or_else(|error| panic!("{what}: {error}"));
        let listing = library.list().unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(listing.unreadable, [], "{what}");
        for summary in &listing.articles {
            let found = load(&library, summary.id, what);
            let Some(saved) = self.saved.get(&summary.id) else { continue };
            let id = &summary.id;
            // What was being written when the process stopped may be there too, whole.
            let in_memory = self.articles.iter().find(|document| document.id == *id);
            assert!(found == *saved || Some(&found) == in_memory, "{what}: {found:?} in place of {saved:?}");
        }
        let is_listed = |id: &DocumentId| listing.articles.iter().any(|summary| summary.id == *id);
        assert!(self.saved.keys().all(is_listed), "{what}: an article is gone");
        let keys = newsmark::store::Store::keys(library.store()).expect("keys");
        assert!(!keys.iter().any(|key| key.contains("journal")), "{what}: {keys:?}");
    }
}

thread_local! {
    /// What the records hold that have been read already: most are the same in most runs.
    static READ: RefCell<HashMap<String, Arc<Document>>> = RefCell::default();
}

fn load(library: &Library<MemoryStore>, id: DocumentId, what: &str) -> Arc<Document> {
    let record = library.raw(&format!("newsmark:article:{}", id.0)).expect("it is listed");
    if let Some(document) = READ.with_borrow(|read| read.get(&record).cloned()) {
        return document;
    }
    let document = library.load(id).unwrap_or_else(|error| panic!("{what}: {error}"));
    READ.with_borrow_mut(|read| read.insert(record, document.clone()));
    document
}

/// Where a session was before an edit.
struct Moment {
    person: Person,
    store: MemoryStore,
    /// The calls that the edit makes when nothing fails.
    calls: Vec<Call>,
}

fn session() -> Vec<Moment> {
    let mut person = Person::new();
    let mut store = MemoryStore::default();
    let mut moments = Vec::new();
    for edit in 0..EDITS {
        let (library, loading) = reopened(store.clone(), &person, edit, None);
        let before = person.clone();
        person.work(&library, edit);
        let after = library.store().store.clone();
        moments.push(Moment { person: before, store, calls: library.store().calls().split_off(loading) });
        store = after;
    }
    person.check(store, "the session without a fault");
    moments
}

/// A page that has read the articles of the next edits, and how many calls that took. The fault is
/// in the call that the plan counts from there.
fn reopened(
    store: MemoryStore,
    person: &Person,
    edit: usize,
    plan: Option<(usize, Fault)>,
) -> (Library<Faulty>, usize) {
    let mut ids: Vec<_> = (edit..edit + AFTER)
        .map(|edit| person.articles[article_of(edit)].id)
        .filter(|id| person.saved.contains_key(id))
        .collect();
    ids.sort();
    ids.dedup();
    // One call an article.
    let plan = plan.map(|(call, fault)| (ids.len() + call, fault));
    let library = Library::new(Faulty::new(store, plan), "tab");
    for id in ids {
        library.load(id).expect("no fault yet");
    }
    let calls = library.store().calls().len();
    (library, calls)
}

#[test]
fn nothing_that_was_saved_is_lost_by_one_fault_anywhere() {
    let moments = session();
    let mut runs = 0;
    for (edit, moment) in moments.iter().enumerate() {
        for (call, kind) in moment.calls.iter().enumerate() {
            for &fault in kind.faults() {
                let mut person = moment.person.clone();
                let (library, _) = reopened(moment.store.clone(), &person, edit, Some((call, fault)));
                let mut next = edit;
                while next < edit + AFTER && !library.store().has_stopped() {
                    person.work(&library, next);
                    next += 1;
                }
                let what = format!("{fault:?} at call {call} of edit {edit}");
                if !library.store().has_stopped() {
                    assert!(!person.unsaved.contains(&true), "{what}: tried again, and saved");
                }
                person.check(library.store().store.clone(), &what);
                runs += 1;
            }
        }
    }
    assert!(runs > 20 * EDITS, "{runs} runs are too few to have met every call");
}

/// The start after a crash may be cut off too, at any call: the next one finds everything.
#[test]
fn nothing_is_lost_when_the_start_after_a_crash_fails_too() {
    let moments = session();
    for (edit, moment) in moments.iter().enumerate().step_by(50) {
        for call in 0..moment.calls.len() {
            for first in [Fault::StopBefore, Fault::StopTorn, Fault::StopAfter] {
                let mut person = moment.person.clone();
                let (library, _) = reopened(moment.store.clone(), &person, edit, Some((call, first)));
                person.work(&library, edit);
                let left = library.store().store.clone();
                for call in 0.. {
                    let library = Library::new(Faulty::new(left.clone(), None), "next");
                    let _ = library.recover();
                    let Some(kind) = library.store().calls().get(call).copied() else { break };
                    for &second in kind.faults() {
                        let plan = Some((call, second));
                        let library = Library::new(Faulty::new(left.clone(), plan), "next");
                        // What goes wrong here is told, and the page is loaded again.
                        let _ = library.recover();
                        let what = format!("{first:?} in edit {edit}, then {second:?} at call {call}");
                        person.check(library.store().store.clone(), &what);
                    }
                }
            }
        }
    }
}
