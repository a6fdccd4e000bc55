//! The label sets that people have kept, by name, for new articles.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{Error, PREFIX, Store};
use crate::formats::newsmark::{label_set_from_json, label_set_to_json};
use crate::label::LabelSet;
use crate::text::sorted_map;

/// The label sets in `store`; what cannot be read is left out.
pub fn load_label_sets(store: &impl Store) -> BTreeMap<String, LabelSet> {
    let stored = store.get(&key()).ok().flatten();
    let json: Option<Json> = stored.and_then(|stored| serde_json::from_str(&stored).ok());
    let Some(Json::Object(sets)) = json else { return BTreeMap::new() };
    sets.into_iter().filter_map(|(name, set)| Some((name, label_set_from_json(set)?))).collect()
}

/// Keeps these label sets.
///
/// # Errors
/// Where the store is full or cannot be written.
pub fn keep_label_sets(store: &impl Store, sets: &BTreeMap<String, LabelSet>) -> Result<(), Error> {
    if sets.is_empty() {
        return store.remove(&key());
    }
    let sets = sorted_map(sets.iter().map(|(name, set)| (name, label_set_to_json(set))));
    store.set(&key(), &json!(sets).to_string())
}

fn key() -> String {
    format!("{PREFIX}labels")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::{Label, LabelCode};
    use crate::store::MemoryStore;

    #[test]
    fn are_found_as_they_were_kept() {
        let store = MemoryStore::default();
        assert!(load_label_sets(&store).is_empty());
        let ship = Label {
            code: LabelCode::new("SHIP"),
            name: "Ship".into(),
            color: "#123abc".into(),
            key: "h".into(),
            description: "Hulls".into(),
        };
        let sets = BTreeMap::from([("Ports".to_owned(), LabelSet::new([ship]))]);
        keep_label_sets(&store, &sets).expect("room");
        assert_eq!(load_label_sets(&store), sets);
        store.set(&key(), "{torn").expect("room");
        assert!(load_label_sets(&store).is_empty());
        keep_label_sets(&store, &BTreeMap::new()).expect("room");
        assert!(store.keys().expect("keys").is_empty());
    }
}
