use uuid::Uuid;

use super::{Error, PREFIX, Store, Summary, record};
use crate::document::{Document, DocumentId};

/// The articles in a store, one record each.
#[derive(Debug)]
pub struct Library<S> {
    store: S,
}

/// What a library holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    /// The articles that can be read, the latest changed first.
    pub articles: Vec<Summary>,
    /// Why each of the other records cannot be listed. They stay in the store untouched.
    pub unreadable: Vec<Error>,
}

impl<S: Store> Library<S> {
    /// The library in `store`.
    pub fn new(store: S) -> Library<S> {
        Library { store }
    }

    /// The store underneath, for settings.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// What the library holds: reads the headers of the records.
    ///
    /// # Errors
    /// Where the store cannot be read at all; a single bad record is listed as unreadable.
    pub fn list(&self) -> Result<Listing, Error> {
        let mut listing = Listing::default();
        for key in self.store.keys()? {
            let Some(id) = article_id(&key) else { continue };
            let Some(record) = self.store.get(&key)? else { continue };
            match record::read_summary(id, &record) {
                Ok(summary) => listing.articles.push(summary),
                Err(error) => listing.unreadable.push(error),
            }
        }
        listing.articles.sort_by(|a, b| b.modified.cmp(&a.modified).then(a.id.cmp(&b.id)));
        Ok(listing)
    }

    /// The article `id`.
    ///
    /// # Errors
    /// Where it is not there, or its record is damaged or newer than this version.
    pub fn load(&self, id: DocumentId) -> Result<Document, Error> {
        let record = self.store.get(&key(id))?.ok_or_else(Error::missing)?;
        record::read(id, &record)
    }

    /// Stores an article in place of what was there.
    ///
    /// # Errors
    /// Where the store is full or cannot be written, or what is there was written by a newer
    /// version; then what was there stays.
    pub fn save(&self, document: &Document) -> Result<(), Error> {
        let key = key(document.id);
        if let Some(Err(error)) = self.store.get(&key)?.map(|old| record::read_summary(document.id, &old))
            && error.is_newer()
        {
            return Err(error);
        }
        self.store.set(&key, &record::write(document))
    }

    /// Takes an article away.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn remove(&self, id: DocumentId) -> Result<(), Error> {
        self.store.remove(&key(id))
    }
}

fn key(id: DocumentId) -> String {
    format!("{PREFIX}article:{}", id.0)
}

fn article_id(key: &str) -> Option<DocumentId> {
    let id = key.strip_prefix(PREFIX)?.strip_prefix("article:")?;
    Uuid::parse_str(id).ok().map(DocumentId)
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;
    use jiff::Timestamp;

    fn document(id: u128, text: &str) -> Document {
        Document::new(DocumentId(Uuid::from_u128(id)), text, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn what_is_saved_is_loaded_and_listed() {
        let library = Library::new(MemoryStore::default());
        let document = document(1, "Storm hits coast\nMore.");
        library.save(&document).expect("room");
        assert_eq!(library.load(document.id), Ok(document.clone()));
        assert_eq!(library.list().expect("a list").articles, [Summary::of(&document)]);
        library.remove(document.id).expect("removed");
        assert!(library.load(document.id).is_err());
    }

    #[test]
    fn a_full_store_keeps_the_old_record() {
        let library = Library::new(MemoryStore::with_capacity(2_000));
        let small = document(1, "small");
        library.save(&small).expect("room");
        let error = library.save(&document(1, &"large ".repeat(1_000))).expect_err("no room");
        assert!(error.is_full());
        assert_eq!(library.load(small.id), Ok(small));
    }

    #[test]
    fn damaged_and_newer_records_are_reported_and_left_alone() {
        let library = Library::new(MemoryStore::default());
        let (good, torn, newer, foreign) =
            (document(1, "good"), document(2, "x"), document(3, "y"), document(4, "z"));
        library.save(&good).expect("room");
        let torn_record = record::write(&torn);
        let torn_record = &torn_record[..torn_record.len() / 2];
        let newer_record = r#"{"record":99,"title":"From the future"}"#;
        for (id, value) in [(torn.id, torn_record), (newer.id, newer_record), (foreign.id, "hello")] {
            library.store().set(&key(id), value).expect("room");
        }
        library.store().set("newsmark:article:no-uuid", "other").expect("room");
        library.store().set("theirs", "other").expect("room");

        let listing = library.list().expect("a list");
        assert_eq!(listing.unreadable.len(), 2, "{listing:?}");
        assert!(library.load(torn.id).expect_err("torn").is_damaged());
        let error = library.save(&newer).expect_err("newer");
        assert!(error.is_newer());
        assert!(error.to_string().contains("“From the future”"), "{error}");
        assert_eq!(library.store().get(&key(newer.id)), Ok(Some(newer_record.to_owned())));
        assert_eq!(library.load(good.id), Ok(good));
    }
}
