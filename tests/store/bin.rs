//! Deleting, putting back and emptying, with a fault at every single call of the store.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::document::{Document, DocumentId};
use newsmark::store::{Error, Library, MemoryStore, Store};
use uuid::Uuid;

use super::faulty::{Fault, Faulty};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn document(id: u128, title: &str) -> Arc<Document> {
    let mut document = Document::new(DocumentId(Uuid::from_u128(id)), &format!("Text {id}."), NOW);
    document.title = title.into();
    // What is later counts.
    let seconds =
        ["first", "changed, not stored yet", "edited in another tab"].iter().position(|it| *it == title);
    document.modified = Timestamp::from_second(seconds.unwrap_or_default() as i64).expect("a time");
    Arc::new(document)
}

fn id(id: u128) -> DocumentId {
    DocumentId(Uuid::from_u128(id))
}

/// One step of a person's, who tries again what has failed.
type Deed<S> = fn(&Library<S>) -> Result<(), Error>;

fn deeds<S: Store>() -> Vec<Deed<S>> {
    vec![
        |library| library.delete(id(1), Some(&document(1, "changed, not stored yet")), NOW),
        |library| library.delete(id(2), None, NOW),
        |library| library.put_back(id(1)),
        |library| library.save(&document(2, "edited in another tab")).map(drop),
        |library| library.delete(id(3), None, NOW),
        |library| library.erase(id(3)),
    ]
}

/// Three articles, as they are before anything is done.
fn start() -> MemoryStore {
    let library = Library::new(MemoryStore::default(), "start");
    library.recover().expect("recovered");
    for id in 1..4 {
        library.save(&document(id, "first")).expect("room");
    }
    library.store().clone()
}

/// Where each article is after a fresh start, and in which state: `1 first`, `bin 2 first`.
fn found(store: MemoryStore, what: &str) -> Vec<String> {
    let library = Library::new(store, "fresh");
    library.recover().unwrap_or_else(|error| panic!("{what}: {error}"));
    let listing = library.list().unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(listing.unreadable, [], "{what}");
    let show = |place: &str, id: DocumentId| {
        let document = library.load(id).unwrap_or_else(|error| panic!("{what}: {error}"));
        format!("{place}{} {}", id.0.as_u128(), document.title)
    };
    let listed = listing.articles.iter().map(|it| show("", it.id));
    let mut all: Vec<_> = listed.chain(listing.bin.iter().map(|it| show("bin ", it.summary.id))).collect();
    all.sort();
    all
}

/// The states that a session without a fault goes through.
fn states() -> Vec<Vec<String>> {
    let library = Library::new(start(), "tab");
    let mut states = vec![found(library.store().clone(), "the start")];
    for deed in deeds() {
        deed(&library).expect("no fault");
        states.push(found(library.store().clone(), "no fault"));
    }
    states
}

#[test]
fn an_article_is_in_the_library_or_in_the_bin_whatever_goes_wrong() {
    let states = states();
    assert_eq!(states.last().map(Vec::len), Some(2), "{states:?}");
    let mut runs = 0;
    for (at, _) in deeds::<Faulty>().iter().enumerate() {
        for call in 0.. {
            let mut is_done = false;
            for &fault in FAULTS {
                let library = Library::new(Faulty::new(start(), None), "tab");
                for deed in &deeds()[..at] {
                    deed(&library).expect("no fault yet");
                }
                let before = library.store().store.clone();
                let library = Library::new(Faulty::new(before, Some((call, fault))), "tab");
                let deed = deeds()[at];
                let result = deed(&library);
                is_done = library.store().calls().len() <= call;
                let what = format!("{fault:?} at call {call} of deed {at}");
                let there = found(library.store().store.clone(), &what);
                assert!(is_between(&there, &states[at], &states[at + 1]), "{what}: {there:?}");
                if result.is_ok() {
                    assert_eq!(there, states[at + 1], "{what}: it was said to be done");
                } else if !library.store().has_stopped() {
                    deed(&library).unwrap_or_else(|error| panic!("{what}, tried again: {error}"));
                    assert_eq!(found(library.store().store.clone(), &what), states[at + 1], "{what}");
                }
                runs += 1;
            }
            if is_done {
                break;
            }
        }
    }
    assert!(runs > 200, "{runs} runs are too few to have met every call");
}

const FAULTS: &[Fault] =
    &[Fault::Refused, Fault::Full, Fault::Torn, Fault::StopBefore, Fault::StopTorn, Fault::StopAfter];

/// Whether every article is as it was before or as it is after, or has what was not stored yet already.
fn is_between(there: &[String], before: &[String], after: &[String]) -> bool {
    let of = |id: char, all: &[String]| -> Vec<String> {
        let is_it = |article: &&String| article.trim_start_matches("bin ").starts_with(id);
        all.iter().filter(is_it).cloned().collect()
    };
    ['1', '2', '3'].into_iter().all(|id| {
        let now = of(id, there);
        let whole = |title: &str| format!("{id} {title}");
        now == of(id, before)
            || now == of(id, after)
            || now == [whole("changed, not stored yet")]
            || now == [format!("bin {}", whole("edited in another tab"))]
    })
}
