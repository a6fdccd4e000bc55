use jiff::{SignedDuration, Timestamp};
use serde_json::{Value as Json, json};

use super::{Error, PREFIX, Store, Summary};
use crate::value::read_time;

/// When the library was last saved as a file, and when a reminder was put off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Backup {
    /// When the last backup was made.
    pub made: Option<Timestamp>,
    /// When a reminder was last put off.
    pub put_off: Option<Timestamp>,
}

/// How many articles must have changed for a reminder,
const CHANGED: usize = 5;
/// and how long ago the last backup, the first article, or the last reminder must be.
const AFTER: SignedDuration = SignedDuration::from_hours(14 * 24);

impl Backup {
    /// What `store` knows of backups; what cannot be read counts as none.
    pub fn load(store: &impl Store) -> Backup {
        let stored = store.get(&key()).ok().flatten();
        let stored: Json = stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
        let time = |name: &str| read_time(stored.get(name)?.as_str()?);
        Backup { made: time("made"), put_off: time("put_off") }
    }

    /// Keeps it in `store`.
    ///
    /// # Errors
    /// Where the store is full or cannot be written.
    pub fn save(&self, store: &impl Store) -> Result<(), Error> {
        let text = |time: Option<Timestamp>| time.map(|time| time.to_string());
        store.set(&key(), &json!({"made": text(self.made), "put_off": text(self.put_off)}).to_string())
    }

    /// How many articles are not in the last backup as they are now.
    pub fn changed(&self, articles: &[Summary]) -> usize {
        articles.iter().filter(|article| self.made.is_none_or(|made| made < article.modified)).count()
    }

    /// Whether to remind of a backup: seldom, and only where there is something to lose.
    pub fn reminds(&self, articles: &[Summary], now: Timestamp) -> bool {
        let is_long_ago = |time: Timestamp| now.duration_since(time) > AFTER;
        let first = articles.iter().map(|article| article.created).min();
        let since = self.made.or(first);
        self.changed(articles) >= CHANGED
            && since.is_some_and(is_long_ago)
            && self.put_off.is_none_or(is_long_ago)
    }
}

fn key() -> String {
    format!("{PREFIX}backup")
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;
    use crate::document::DocumentId;
    use uuid::Uuid;

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * 86_400).expect("a time")
    }

    fn articles(count: u128, modified: Timestamp) -> Vec<Summary> {
        let article = |n| Summary {
            source: String::new(),
            published: None,
            tags: Vec::new(),
            text: String::new(),
            outlet: String::new(),
            id: DocumentId(Uuid::from_u128(n)),
            title: "Storm".into(),
            created: day(1),
            modified,
            annotations: 0,
            reviewed: 0,
        };
        (0..count).map(article).collect()
    }

    #[test]
    fn reminds_seldom_and_not_without_need() {
        let never = Backup::default();
        assert!(!never.reminds(&[], day(100)));
        assert!(!never.reminds(&articles(4, day(2)), day(100)), "few articles");
        assert!(!never.reminds(&articles(5, day(2)), day(10)), "begun not long ago");
        assert!(never.reminds(&articles(5, day(2)), day(100)));
        let made = Backup { made: Some(day(50)), put_off: None };
        assert!(!made.reminds(&articles(5, day(49)), day(100)), "nothing has changed");
        assert!(!made.reminds(&articles(5, day(51)), day(60)), "not long ago");
        assert!(made.reminds(&articles(5, day(51)), day(100)));
        let put_off = Backup { put_off: Some(day(90)), ..made };
        assert!(!put_off.reminds(&articles(5, day(51)), day(100)));
        assert!(put_off.reminds(&articles(5, day(51)), day(105)));
    }

    #[test]
    fn is_kept() {
        let store = MemoryStore::default();
        let backup = Backup { made: Some(day(3)), put_off: None };
        backup.save(&store).expect("room");
        assert_eq!(Backup::load(&store), backup);
        store.set(&key(), "{torn").expect("room");
        assert_eq!(Backup::load(&store), Backup::default());
    }
}
