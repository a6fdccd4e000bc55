//! Reading anything at all from the store, as the record of an article and wherever else one stands.
//! How to run it stands in `extract.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::document::DocumentId;
use newsmark::store::{Backup, Library, MemoryStore, Settings, Store};

const ID: &str = "7d7a2b1e-94a6-4a3c-9d0f-0a1b2c3d4e5f";

fuzz_target!(|record: &str| {
    let store = MemoryStore::default();
    let id = DocumentId(ID.parse().expect("a UUID"));
    for key in ["article:", "journal:", "day:", "damaged:"] {
        let rest = if key == "day:" { format!("{ID}:2024-07-02") } else { ID.to_owned() };
        store.set(&format!("newsmark:{key}{rest}"), record).expect("memory has room");
    }
    store.set("newsmark:settings", record).expect("memory has room");
    store.set("newsmark:backup", record).expect("memory has room");
    let _ = (Settings::load(&store), Backup::load(&store));

    let library = Library::new(store, "tab");
    library.recover().expect("memory does not fail");
    let before = library.list().expect("memory does not fail");
    match library.load(id) {
        // What can be read is stored again, and is the same.
        Ok(document) => {
            assert_eq!(before.articles.len(), 1);
            let saved = library.save(&document).expect("memory has room").document;
            assert_eq!(library.load(id).as_ref(), Ok(&saved));
        }
        // What cannot is kept.
        Err(_) => assert!(before.articles.len() + before.unreadable.len() > 0),
    }
});
