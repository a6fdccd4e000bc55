use super::keys::Key;
use super::{Error, Store, bin};

/// How much browsers let a page store, in UTF-16 code units: 5 MiB of them.
pub const ROOM: usize = 5 << 20;

/// What the store is used for, in UTF-16 code units of keys and values.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Usage {
    /// Articles.
    pub articles: usize,
    /// Deleted articles, which make room, the oldest first, when there is none left.
    pub bin: usize,
    /// Restore points, which make room when there is none left.
    pub days: usize,
    /// All else, of other pages of this address too.
    pub other: usize,
}

impl Usage {
    /// What `store` is used for.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn of(store: &impl Store) -> Result<Usage, Error> {
        let mut usage = Usage::default();
        for key in store.keys()? {
            let Some(head) = store.head(&key)? else { continue };
            let units = key.encode_utf16().count() + head.units;
            match Key::parse(&key) {
                Some(Key::Article(id)) if bin::holds(store, id)? => usage.bin += units,
                Some(Key::Bin(_)) => usage.bin += units,
                Some(Key::Article(_)) => usage.articles += units,
                Some(Key::Day(..)) => usage.days += units,
                _ => usage.other += units,
            }
        }
        Ok(usage)
    }

    /// All of it.
    pub fn total(&self) -> usize {
        self.articles + self.bin + self.days + self.other
    }
}
