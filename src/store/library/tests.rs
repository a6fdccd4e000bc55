use super::*;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::label::{LabelCode, LabelSet};
use crate::store::MemoryStore;
use crate::text::Span;
use jiff::Timestamp;
use std::rc::Rc;
use uuid::Uuid;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
const DAY: i64 = 24 * 60 * 60;

fn document(id: u128, text: &str) -> Arc<Document> {
    Arc::new(Document::new(DocumentId(Uuid::from_u128(id)), text, Timestamp::UNIX_EPOCH))
}

/// The document with one more mark on its first word, made `days` after the epoch.
fn marked(document: &Document, mark: u128, days: i64) -> Arc<Document> {
    let mut document = document.clone();
    let now = Timestamp::from_second(days * DAY + mark as i64).expect("a time");
    let id = AnnotationId(Uuid::from_u128(mark));
    document.extend([Arc::new(Annotation::by_hand(id, Span::new(0, 1), LabelCode::ORG, now))]);
    document.modified = now;
    Arc::new(document)
}

fn library() -> Library<MemoryStore> {
    Library::new(MemoryStore::default(), "here")
}

/// Two tabs on one store.
fn tabs() -> (Library<Rc<MemoryStore>>, Library<Rc<MemoryStore>>) {
    let store = Rc::new(MemoryStore::default());
    (Library::new(store.clone(), "one"), Library::new(store, "two"))
}

#[test]
fn what_is_saved_is_loaded_and_listed() {
    let library = library();
    let mut named = (*document(1, "Storm hits coast\nMore.")).clone();
    named.outlet = "The Harbour Times".into();
    let document = marked(&named, 1, 0);
    assert_eq!(library.save(&document), Ok(Saved { document: document.clone(), is_back: false }));
    assert_eq!(library.load(document.id), Ok(document.clone()));
    assert_eq!(library.list().expect("a list").articles, [Summary::with_digest(&document)]);
    assert_eq!(library.store().keys().expect("keys"), [keys::article(document.id)]);
    library.delete(document.id, None, NOW).expect("deleted");
    library.erase(document.id).expect("erased");
    assert!(library.load(document.id).expect_err("gone").is_missing());
}

#[test]
fn a_full_store_keeps_the_old_record() {
    let library = Library::new(MemoryStore::with_capacity(2_000), "here");
    let small = document(1, "small");
    library.save(&small).expect("room");
    let noise: String =
        (0u32..40_000).filter_map(|n| char::from_u32(n.wrapping_mul(2_654_435_761) % 55_000)).collect();
    let error = library.save(&document(1, &noise)).expect_err("no room");
    assert!(error.is_full() || error.to_string().contains("Another text"), "{error}");
    let error = library.save(&document(2, &noise)).expect_err("no room");
    assert!(error.is_full());
    assert_eq!(library.load(small.id), Ok(small));
    assert_eq!(library.store().keys().expect("keys").len(), 1, "no journal is left");
}

#[test]
fn newer_records_can_be_looked_at() {
    let library = library();
    let future = marked(&document(3, "Ada met Bob."), 7, 1);
    let record = record::write(&future, []).0;
    let (_, body) = record.split_once('\n').expect("a header");
    let key = keys::article(future.id);
    library.store().set(&key, &format!("{{\"record\":99}}\n{body}")).expect("room");
    let glimpse = library.glimpse(&key).expect("a store").expect("a text");
    assert_eq!(glimpse.text, "Ada met Bob.");
    assert_eq!(glimpse.marks, [("ORG".to_owned(), "A".to_owned())]);
    for strange in ["{\"record\":99}", "{\"record\":99}\n{}", "{\"record\":99}\nnothing known", ""] {
        library.store().set(&key, strange).expect("room");
        assert_eq!(library.glimpse(&key), Ok(None), "{strange}");
    }
}

#[test]
fn damaged_records_are_set_aside_and_newer_ones_left_alone() {
    let library = library();
    let (good, torn, newer, foreign) =
        (document(1, "good"), document(2, "x"), document(3, "y"), document(4, "z"));
    library.save(&good).expect("room");
    let torn_record = record::write(&torn, []).0;
    let torn_record: String = torn_record.chars().take(torn_record.chars().count() - 9).collect();
    let newer_record = r#"{"record":99,"title":"From the future"}"#;
    for (id, value) in [(torn.id, torn_record.as_str()), (newer.id, newer_record), (foreign.id, "hello")] {
        library.store().set(&keys::article(id), value).expect("room");
    }
    library.store().set("newsmark:article:no-uuid", "other").expect("room");
    library.store().set("theirs", "other").expect("room");

    let listing = library.list().expect("a list");
    assert_eq!(listing.articles, [Summary::with_digest(&good)]);
    let newer_ones: Vec<_> = listing.unreadable.iter().map(|record| record.is_newer).collect();
    assert_eq!(newer_ones, [true, false, false]);
    assert_eq!(library.raw(&listing.unreadable[1].key), Ok(torn_record));
    assert_eq!(library.raw(&listing.unreadable[2].key), Ok("hello".to_owned()));
    assert!(library.load(torn.id).expect_err("set aside").is_missing());
    let again: Vec<_> = library.list().expect("a list").unreadable.into_iter().map(|one| one.key).collect();
    assert_eq!(again, listing.unreadable.iter().map(|one| one.key.clone()).collect::<Vec<_>>());

    let error = library.save(&newer).expect_err("newer");
    assert!(error.is_newer() && error.to_string().contains("“From the future”"), "{error}");
    assert!(library.delete(newer.id, None, NOW).expect_err("newer").is_newer());
    assert_eq!(library.raw(&keys::article(newer.id)), Ok(newer_record.to_owned()));
    library.discard(&listing.unreadable[1].key).expect("discarded");
    assert!(library.discard(&keys::article(good.id)).is_err(), "only what was set aside");
    assert_eq!(library.load(good.id), Ok(good));
}

#[test]
fn every_flipped_character_of_a_record_is_noticed() {
    let library = library();
    let document = marked(&document(1, "Storm hits coast."), 1, 0);
    library.save(&document).expect("room");
    let key = keys::article(document.id);
    let record: Vec<char> = library.raw(&key).expect("a record").chars().collect();
    for at in 0..record.len() {
        let mut flipped = record.clone();
        flipped[at] = char::from_u32(u32::from(flipped[at]) ^ 1).expect("a character");
        library.store().set(&key, &flipped.iter().collect::<String>()).expect("room");
        let loaded = library.load(document.id);
        // A bit that means nothing, as at the end of a packed block, does no harm.
        let is_harmless = loaded.as_ref() == Ok(&document);
        assert!(loaded.is_err() || is_harmless, "character {at} of {}: {loaded:?}", record.len());
    }
}

#[test]
fn a_damaged_record_gives_way_to_its_latest_restore_point() {
    let library = library();
    let first = marked(&document(1, "Storm hits coast."), 1, 1);
    let second = marked(&first, 2, 2);
    let third = marked(&second, 3, 3);
    for state in [&first, &second, &third] {
        library.save(state).expect("room");
    }
    let days = library.days(first.id).expect("days");
    assert_eq!(days.iter().map(|day| day.date.to_string()).collect::<Vec<_>>(), ["1970-01-03", "1970-01-02"]);
    assert_eq!(library.load_day(first.id, days[1].date), Ok((*first).clone()));

    library.store().set(&keys::article(first.id), "torn").expect("room");
    assert!(library.load(first.id).expect_err("damaged").is_damaged());
    assert_eq!(library.mend(first.id), Ok(Some(second.clone())));
    assert_eq!(library.load(first.id), Ok(second));
    assert_eq!(library.list().expect("a list").unreadable.len(), 1, "the damaged one is kept");
}

#[test]
fn restore_points_are_ten_at_most_and_the_first_to_make_room() {
    let library = Library::new(MemoryStore::with_capacity(16_000), "here");
    let mut state = document(1, "Storm hits coast.");
    for day in 0..15 {
        state = marked(&state, day as u128 + 1, day);
        library.save(&state).expect("room");
    }
    assert_eq!(library.days(state.id).expect("days").len(), 10);
    let filler = "x".repeat(16_000 - usage(&library) - 600);
    library.store().set("theirs", &filler).expect("room");
    for day in 15..30 {
        state = marked(&state, day as u128 + 1, day);
        library.save(&state).expect("restore points make room");
    }
    assert!(library.days(state.id).expect("days").len() < 10);
    assert_eq!(library.load(state.id), Ok(state.clone()));
    library.delete(state.id, None, NOW).expect("deleted");
    library.erase(state.id).expect("erased");
    library.recover().expect("recovered");
    assert_eq!(library.store().keys().expect("keys"), ["newsmark:reserve", "theirs"]);
}

fn usage(library: &Library<MemoryStore>) -> usize {
    crate::store::Usage::of(library.store()).expect("usage").total()
}

#[test]
fn a_record_of_version_1_is_read_and_written_anew() {
    let record = include_str!("../../../tests/fixtures/records/version-1.txt");
    let id = DocumentId("7d7a2b1e-94a6-4a3c-9d0f-0a1b2c3d4e5f".parse().expect("a UUID"));
    let library = library();
    library.store().set(&keys::article(id), record).expect("room");
    let listing = library.list().expect("a list");
    assert_eq!((listing.articles.len(), listing.unreadable.len()), (1, 0));
    let document = library.load(id).expect("an article");
    // Rejected marks were not counted then; they are as soon as the article is opened or saved.
    // Its header does not say when it was published.
    let counted = Summary { published: None, annotations: 1, reviewed: 1, ..Summary::of(&document) };
    assert_eq!(counted, listing.articles[0]);
    assert_eq!(document.annotations().len(), 2);
    assert_eq!(document.quote(&document.annotations()[1]), "€3.5m");
    assert_eq!(document.annotations()[1].note, "see page 2");

    let changed = marked(&document, 9, 20_000);
    library.save(&changed).expect("room");
    assert!(library.raw(&keys::article(id)).expect("a record").starts_with(r#"{"record":2,"#));
    assert_eq!(library.load(id), Ok(changed));
}

/// A record as this version writes them, kept for the versions to come.
#[test]
fn a_record_of_version_2_is_read() {
    let stored = include_str!("../../../tests/fixtures/records/version-2.txt");
    let mut document = (*marked(&document(2, "Café 📉 fell €3.5m in Rome."), 1, 19_000)).clone();
    document.title = "Café".into();
    // There were sixteen labels then.
    document.labels = LabelSet::new(LabelSet::default().iter().take(16).cloned());
    let library = library();
    library.store().set(&keys::article(document.id), stored).expect("room");
    assert_eq!(library.list().expect("a list").articles, [Summary::of(&document)]);
    assert_eq!(library.load(document.id).as_deref(), Ok(&document));
}

#[test]
fn two_tabs_keep_each_other_s_changes() {
    let (one, two) = tabs();
    let start = document(1, "Storm hits coast.");
    one.save(&start).expect("room");
    let seen = two.load(start.id).expect("an article");
    let ours = one.save(&marked(&start, 1, 0)).expect("room").document;
    let both = two.save(&marked(&seen, 2, 0)).expect("room").document;
    assert_eq!(both.annotations().len(), 2);
    assert_eq!(one.look(&ours), Ok(News::Changed { document: both.clone(), must_save: false }));
    assert_eq!(one.look(&both), Ok(News::Nothing));
    assert_eq!(two.look(&both), Ok(News::Nothing));

    // One deletes the second mark, the other adds a third.
    let mut less = (*both).clone();
    less.remove_all(&[AnnotationId(Uuid::from_u128(2))]).expect("a mark");
    one.save(&Arc::new(less)).expect("room");
    let last = two.save(&marked(&both, 3, 0)).expect("room").document;
    let marks: Vec<_> = last.annotations().iter().map(|mark| mark.id.0.as_u128()).collect();
    assert_eq!(marks, [1, 3]);
}

/// Browsers pass on what one process has stored to others a moment later: a tab may write over
/// what it has not seen. Who was written over notices, and brings back what was lost.
#[test]
fn what_another_tab_wrote_over_comes_back() {
    let (one, two) = tabs();
    let start = document(1, "Storm hits coast.");
    one.save(&start).expect("room");
    two.load(start.id).expect("an article");
    let stale = one.raw(&keys::article(start.id)).expect("a record");
    let ours = one.save(&marked(&start, 1, 0)).expect("room").document;
    one.store().set(&keys::article(start.id), &stale).expect("room");
    two.save(&marked(&start, 2, 0)).expect("room");
    let News::Changed { document, must_save: true } = one.look(&ours).expect("news") else {
        panic!("ours is missing there")
    };
    assert_eq!(document.annotations().len(), 2);
    let saved = one.save(&document).expect("room").document;
    assert_eq!(two.look(&marked(&start, 2, 0)), Ok(News::Changed { document: saved, must_save: false }));
}

#[test]
fn deleting_here_and_editing_there_loses_nothing() {
    let (one, two) = tabs();
    let start = document(1, "Storm hits coast.");
    one.save(&start).expect("room");
    two.load(start.id).expect("an article");
    one.delete(start.id, None, NOW).expect("deleted");
    assert_eq!(two.look(&start), Ok(News::Gone));
    let saved = two.save(&marked(&start, 1, 0)).expect("room");
    assert!(saved.is_back);

    one.load(start.id).expect("back");
    two.save(&marked(&saved.document, 2, 0)).expect("room");
    one.delete(start.id, None, NOW).expect("deleted");
    let bin = one.list().expect("a list").bin;
    assert_eq!((bin.len(), bin[0].summary.annotations), (1, 2), "with what the other tab has done");
    assert_eq!(one.load(start.id).expect("kept").annotations().len(), 2);
    two.put_back(start.id).expect("put back");
    one.erase(start.id).expect("nothing to do");
    assert_eq!(one.list().expect("a list").articles.len(), 1, "it is in the bin no more");
}

#[test]
fn accepting_shows_in_the_summary() {
    let library = library();
    let document = marked(&document(1, "Storm."), 1, 0);
    assert_eq!(document.annotations()[0].status, Status::Accepted);
    library.save(&document).expect("room");
    let Ok(Standing::Listed(summary)) = library.standing(document.id) else { panic!("it is listed") };
    assert_eq!(summary.reviewed, 1);
}

#[test]
fn what_is_deleted_waits_in_the_bin_with_all_that_was_not_stored_yet() {
    let library = library();
    let start = document(1, "Storm hits coast.");
    library.save(&start).expect("room");
    let pending = marked(&start, 1, 0);
    library.delete(start.id, Some(&pending), NOW).expect("deleted");
    let listing = library.list().expect("a list");
    assert_eq!((listing.articles.len(), listing.bin.len()), (0, 1));
    assert_eq!(listing.bin[0].deleted, NOW);
    assert_eq!(library.load(start.id), Ok(pending.clone()));
    library.recover().expect("recovered");
    assert_eq!(library.list().expect("a list").bin, listing.bin);
    library.put_back(start.id).expect("put back");
    assert_eq!(library.list().expect("a list").articles, [Summary::with_digest(&pending)]);
}

#[test]
fn the_bin_makes_room_the_oldest_first_and_says_so() {
    let noise = |seed: u32| -> String {
        let letters = (0u32..900).map(|n| n.wrapping_mul(2_654_435_761).rotate_left(seed) % 50_000 + 200);
        letters.filter_map(char::from_u32).collect()
    };
    let library = Library::new(MemoryStore::with_capacity(12_000), "here");
    library.recover().expect("recovered");
    let time = |second| Timestamp::from_second(second).expect("a time");
    let kept = document(1, &noise(1));
    library.save(&kept).expect("room");
    for id in 2..4 {
        let text = format!("Number {id}. {}", noise(id as u32));
        library.save(&document(id, &text)).expect("room");
        library.delete(DocumentId(Uuid::from_u128(id)), None, time(id as i64)).expect("deleted");
    }
    let mut id = 4;
    while library.take_given_up().is_empty() {
        library.save(&document(id, &noise(id as u32))).expect("the bin makes room");
        id += 1;
    }
    let bin: Vec<_> =
        library.list().expect("a list").bin.iter().map(|it| it.summary.id.0.as_u128()).collect();
    assert_eq!(bin, [3], "the oldest has gone");
    assert_eq!(library.load(kept.id), Ok(kept));
}

#[test]
fn an_article_can_be_deleted_in_a_store_that_is_full_to_the_last_character() {
    let library = Library::new(MemoryStore::with_capacity(4_000), "here");
    library.recover().expect("recovered");
    let start = document(1, "Storm hits coast.");
    library.save(&start).expect("room");
    let free = 4_000 - usage(&library);
    library.store().set("theirs", &"x".repeat(free - "theirs".len())).expect("room");
    assert_eq!(usage(&library), 4_000);
    library.delete(start.id, None, NOW).expect("deleted");
    assert_eq!(library.list().expect("a list").bin.len(), 1);
}
