use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Error, Store};

/// A store in memory: for tests, and for browsers that let us store nothing.
///
/// With a capacity it refuses what goes beyond, as localStorage does.
#[derive(Clone, Default, Debug)]
pub struct MemoryStore {
    values: RefCell<BTreeMap<String, String>>,
    capacity: Option<usize>,
}

impl MemoryStore {
    /// A store that holds at most `capacity` UTF-16 code units of keys and values together, the
    /// unit in which browsers count.
    pub fn with_capacity(capacity: usize) -> MemoryStore {
        MemoryStore { capacity: Some(capacity), ..MemoryStore::default() }
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        let mut values = self.values.borrow_mut();
        if let Some(capacity) = self.capacity {
            let others = values.iter().filter(|(other, _)| *other != key);
            let used: usize = others.map(|(key, value)| units(key) + units(value)).sum();
            if used + units(key) + units(value) > capacity {
                return Err(Error::full());
            }
        }
        values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        Ok(self.values.borrow().keys().cloned().collect())
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
