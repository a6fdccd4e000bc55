//! Storage: articles as records in a store of keys and values.
//!
//! A [`Store`] is as plain as localStorage: strings under keys. [`Library`] keeps one record an
//! article in it and derives the list of articles from the records; there is no second truth.
//!
//! Keys, all below [`PREFIX`]:
//!
//! - `article:UUID` is the record of an article: a header line, then the article, packed.
//! - `bin:UUID` says that the article is deleted, and when: it waits in the bin.
//! - `journal:TAB` holds a record while a tab writes it, so that there is a whole one at any time.
//! - `day:UUID:DATE` is a restore point: the record as it was at the end of that day.
//! - `damaged:UUID:SUM` is a record that could not be read, set aside.
//! - `backup` is when the library was last saved as a file.
//! - `undo:UUID` is what can be undone of an article.
//! - `draft` is the new article that nobody has annotated yet.
//! - `labels` are the label sets that people have kept.
//! - `reserve` is room that is kept free, so that articles can be deleted in a full store.
//! - `settings` is how the page was left.

mod backup;
mod bin;
mod days;
mod draft;
mod error;
mod journal;
mod keys;
mod label_sets;
mod library;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod local;
mod memory;
mod order;
mod packing;
mod record;
mod settings;
mod times;
mod undo;
mod usage;

pub use backup::Backup;
pub use bin::Binned;
pub use days::Day;
pub use draft::{Draft, DraftDetails};
pub use error::Error;
pub use label_sets::{keep_label_sets, load_label_sets};
pub use library::{Library, Listing, News, Saved, Standing, Unreadable};
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub use local::LocalStore;
pub use memory::MemoryStore;
pub use order::{Order, SortBy, Wanted, arrange};
pub use record::{Glimpse, Summary, digest};
pub use settings::Settings;
pub use undo::{Changes, KeptChange, KeptHistory, keep_history, load_history, write_change};
pub use usage::{ROOM, Usage};

/// The prefix of every key of ours.
pub const PREFIX: &str = "newsmark:";

/// Strings under keys, as localStorage has them. Each call is whole or not at all.
pub trait Store {
    /// The value under `key`, `None` where there is none.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Error>;

    /// The first line of the value under `key`, and how long the rest is. A store that can tell
    /// without reading the rest does so.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn head(&self, key: &str) -> Result<Option<Head>, Error> {
        Ok(self.get(key)?.map(|value| Head::of(&value)))
    }

    /// Puts `value` under `key`; where that fails, what was there stays.
    ///
    /// # Errors
    /// Where the store is full ([`Error::is_full`]) or cannot be written.
    fn set(&self, key: &str, value: &str) -> Result<(), Error>;

    /// Takes away what is under `key`, if anything.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn remove(&self, key: &str) -> Result<(), Error>;

    /// All keys, ours and others'.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, Error>;
}

/// The first line of a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// The line, without its line break.
    pub line: String,
    /// How many UTF-16 code units follow the line break.
    pub rest: usize,
    /// How long the value is in all, in UTF-16 code units.
    pub units: usize,
}

impl Head {
    fn of(value: &str) -> Head {
        let (line, rest) = value.split_once('\n').unwrap_or((value, ""));
        let units = |text: &str| text.encode_utf16().count();
        Head { line: line.to_owned(), rest: units(rest), units: units(value) }
    }
}

impl<S: Store> Store for std::rc::Rc<S> {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        (**self).get(key)
    }

    fn head(&self, key: &str) -> Result<Option<Head>, Error> {
        (**self).head(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        (**self).keys()
    }
}
