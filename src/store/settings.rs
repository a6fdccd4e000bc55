use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Error, Order, PREFIX, Store};
use crate::document::DocumentId;
use crate::label::LabelCode;

/// How the page was left, to be found so again. Nothing here is worth an alert: what cannot be
/// read counts as not set.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// The article that was open.
    pub open: Option<DocumentId>,
    /// The labels that were hidden.
    pub hidden: BTreeSet<LabelCode>,
    /// Whether small numbers are shown too.
    pub shows_small: bool,
    /// Whether the library is folded out beside the article; `None` where nobody has said so.
    pub shows_library: Option<bool>,
    /// The keys that the person has chosen, by the command that they stand for.
    pub keys: BTreeMap<String, String>,
    /// What the person is called who works here; may be empty. `None` where nobody has been asked.
    pub person: Option<String>,
    /// The order in which the library is listed.
    pub order: Order,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Wire {
    version: u64,
    open: Option<String>,
    hidden: Vec<String>,
    shows_small: bool,
    shows_library: Option<bool>,
    keys: BTreeMap<String, String>,
    person: Option<String>,
    order: String,
    /// What the person who checks facts was called before names stood beside all decisions.
    #[serde(skip_serializing_if = "String::is_empty")]
    checker: String,
}

impl Settings {
    /// The settings in `store`.
    pub fn load(store: &impl Store) -> Settings {
        let stored = store.get(&key()).ok().flatten();
        let wire: Wire = stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
        Settings {
            open: wire.open.and_then(|id| Uuid::parse_str(&id).ok()).map(DocumentId),
            hidden: wire.hidden.into_iter().map(LabelCode::new).collect(),
            shows_small: wire.shows_small,
            shows_library: wire.shows_library,
            keys: wire.keys,
            order: Order::from_code(&wire.order).unwrap_or_default(),
            person: wire.person.or(Some(wire.checker).filter(|name| !name.is_empty())),
        }
    }

    /// Keeps the settings in `store`.
    ///
    /// # Errors
    /// Where the store is full or cannot be written.
    pub fn save(&self, store: &impl Store) -> Result<(), Error> {
        let hidden = self.hidden.iter().map(ToString::to_string).collect();
        let open = self.open.map(|id| id.0.to_string());
        let (keys, person) = (self.keys.clone(), self.person.clone());
        let Settings { shows_small, shows_library, .. } = *self;
        let order = self.order.code();
        let wire = Wire {
            version: 1,
            open,
            hidden,
            shows_small,
            shows_library,
            keys,
            person,
            order,
            checker: String::new(),
        };
        store.set(&key(), &serde_json::to_string(&wire).unwrap_or_default())
    }
}

fn key() -> String {
    format!("{PREFIX}settings")
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;

    #[test]
    fn are_found_as_they_were_left() {
        let store = MemoryStore::default();
        assert_eq!(Settings::load(&store), Settings::default());
        let settings = Settings {
            open: Some(DocumentId(Uuid::from_u128(7))),
            hidden: [LabelCode::ORDINAL, LabelCode::new("SHIP")].into(),
            shows_small: true,
            shows_library: Some(false),
            keys: [("accept".to_owned(), "y".to_owned())].into(),
            person: Some("Ama".to_owned()),
            order: Order { by: super::super::SortBy::Outlet, descends: true },
        };
        settings.save(&store).expect("room");
        assert_eq!(Settings::load(&store), settings);
        for other in ["", "[]", r#"{"open":5}"#, "{torn"] {
            store.set(&key(), other).expect("room");
            assert_eq!(Settings::load(&store), Settings::default(), "{other}");
        }
    }
}
