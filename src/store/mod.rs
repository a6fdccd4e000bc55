//! Storage: articles as records in a store of keys and values.
//!
//! A [`Store`] is as plain as localStorage: strings under keys. [`Library`] keeps one record an
//! article in it, written whole, and derives the list of articles from the records; there is no
//! second truth.

mod error;
mod library;
#[cfg(target_arch = "wasm32")]
mod local;
mod memory;
mod record;
mod settings;

pub use error::Error;
pub use library::{Library, Listing};
#[cfg(target_arch = "wasm32")]
pub use local::LocalStore;
pub use memory::MemoryStore;
pub use record::Summary;
pub use settings::Settings;

/// The prefix of every key of ours.
pub const PREFIX: &str = "newsmark:";

/// Strings under keys, as localStorage has them. Each call is whole or not at all.
pub trait Store {
    /// The value under `key`, `None` where there is none.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Error>;

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
