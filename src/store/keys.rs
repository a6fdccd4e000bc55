use jiff::civil::Date;
use uuid::Uuid;

use super::PREFIX;
use crate::document::DocumentId;
use crate::value::read_day;

/// What a key of ours stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Article(DocumentId),
    Bin(DocumentId),
    Day(DocumentId, Date),
    Damaged(DocumentId),
    Journal,
    Other,
}

impl Key {
    /// Reads a key; `None` where it is not ours.
    pub(super) fn parse(key: &str) -> Option<Key> {
        let (kind, rest) = key.strip_prefix(PREFIX)?.split_once(':').unwrap_or_default();
        let mut parts = rest.split(':');
        let id = parts.next().and_then(|id| Uuid::parse_str(id).ok()).map(DocumentId);
        Some(match (kind, id, parts.next(), parts.next()) {
            ("article", Some(id), None, None) => Key::Article(id),
            ("bin", Some(id), None, None) => Key::Bin(id),
            ("day", Some(id), Some(date), None) => {
                read_day(date).map_or(Key::Other, |date| Key::Day(id, date))
            }
            ("damaged", Some(id), _, None) => Key::Damaged(id),
            ("journal", ..) => Key::Journal,
            _ => Key::Other,
        })
    }
}

pub(super) fn article(id: DocumentId) -> String {
    format!("{PREFIX}article:{}", id.0)
}

pub(super) fn bin(id: DocumentId) -> String {
    format!("{PREFIX}bin:{}", id.0)
}

pub(super) fn day(id: DocumentId, date: Date) -> String {
    format!("{PREFIX}day:{}:{date}", id.0)
}

pub(super) fn damaged(id: DocumentId, sum: &str) -> String {
    format!("{PREFIX}damaged:{}:{sum}", id.0)
}

pub(super) fn journal(tab: &str) -> String {
    format!("{PREFIX}journal:{tab}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn keys_are_read_as_they_are_written() {
        let id = DocumentId(Uuid::from_u128(7));
        let date = date(2024, 7, 2);
        let parse = |key: &str| Key::parse(key);
        assert_eq!(parse(&article(id)), Some(Key::Article(id)));
        assert_eq!(parse(&bin(id)), Some(Key::Bin(id)));
        assert_eq!(parse(&day(id, date)), Some(Key::Day(id, date)));
        assert_eq!(parse(&damaged(id, "5eed")), Some(Key::Damaged(id)));
        assert_eq!(parse(&journal("tab")), Some(Key::Journal));
        for other in ["newsmark:settings", "newsmark:article:x", "newsmark:day:x:y", "newsmark:"] {
            assert_eq!(parse(other), Some(Key::Other), "{other}");
        }
        assert_eq!(parse("theirs"), None);
    }
}
