//! The new article that nobody has annotated yet, so that it survives a reload.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{Error, PREFIX, Store};

/// What a person has entered of a new article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The text.
    pub text: Arc<str>,
    /// What else was entered.
    pub details: DraftDetails,
}

/// What was entered beside the text of a new article, as it was typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftDetails {
    /// The title.
    pub title: String,
    /// Where it is from.
    pub source: String,
    /// Who published it.
    pub outlet: String,
    /// When it was published: `2024-07-02`.
    pub published: String,
}

impl Draft {
    /// The draft in `store`; empty where there is none.
    pub fn load(store: &impl Store) -> Draft {
        let get = |key: String| store.get(&key).ok().flatten();
        let details = get(details_key()).and_then(|json| serde_json::from_str::<Json>(&json).ok());
        let field = |name: &str| {
            let field = details.as_ref().and_then(|details| details.get(name)?.as_str());
            field.unwrap_or_default().to_owned()
        };
        let [title, source, outlet, published] = ["title", "source", "outlet", "published"].map(field);
        let text = get(text_key()).unwrap_or_default().into();
        Draft { text, details: DraftDetails { title, source, outlet, published } }
    }

    /// Keeps the draft; what is empty takes no room.
    ///
    /// # Errors
    /// Where the store is full or cannot be written; then what was kept stays.
    pub fn save(&self, store: &impl Store) -> Result<(), Error> {
        match self.text.is_empty() {
            true => store.remove(&text_key())?,
            false => store.set(&text_key(), &self.text)?,
        }
        match self.details == DraftDetails::default() {
            true => store.remove(&details_key()),
            false => {
                let DraftDetails { title, source, outlet, published } = &self.details;
                let details =
                    json!({"title": title, "source": source, "outlet": outlet, "published": published});
                store.set(&details_key(), &details.to_string())
            }
        }
    }
}

fn text_key() -> String {
    format!("{PREFIX}draft")
}

fn details_key() -> String {
    format!("{PREFIX}draft-details")
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;

    #[test]
    fn a_draft_is_found_as_it_was_left() {
        let store = MemoryStore::default();
        assert_eq!(Draft::load(&store), Draft::default());
        let details =
            DraftDetails { title: "Storm".into(), outlet: "The Times".into(), ..DraftDetails::default() };
        let draft = Draft { text: "Café 📉".into(), details };
        draft.save(&store).expect("room");
        assert_eq!(Draft::load(&store), draft);
        Draft::default().save(&store).expect("room");
        assert_eq!(store.keys().expect("keys"), Vec::<String>::new());
    }
}
