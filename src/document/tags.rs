//! Tags: the words under which a person keeps articles together.

use super::Document;
use crate::text::{one_line, sort_by};

impl Document {
    /// Sets the tags: each once, on one line, in the order of the alphabet. What is empty is left out.
    ///
    /// ```
    /// # use newsmark::document::{Document, DocumentId};
    /// let mut document = Document::new(DocumentId(Default::default()), "Storm in Lima.", Default::default());
    /// document.set_tags([" storms ".into(), "Peru".into(), "storms".into(), " ".into()]);
    /// assert_eq!(document.tags, ["Peru", "storms"]);
    /// ```
    pub fn set_tags(&mut self, tags: impl IntoIterator<Item = String>) {
        self.tags = tidy(tags);
    }
}

/// Tags in order, each once.
fn tidy(tags: impl IntoIterator<Item = String>) -> Vec<String> {
    let tags = tags.into_iter().map(|tag| one_line(&tag));
    let mut tags: Vec<String> = tags.filter(|tag| !tag.is_empty()).collect();
    sort_by(&mut tags, |a, b| a.to_lowercase().cmp(&b.to_lowercase()).then_with(|| a.cmp(b)));
    tags.dedup();
    tags
}

/// The tags of both sides, without those of `base` that one of them has taken away.
pub(super) fn merge(base: Option<&Document>, ours: &Document, theirs: &Document) -> Vec<String> {
    let stays = |tag: &&String| {
        let is_old = base.is_some_and(|base| base.tags.contains(tag));
        !is_old || ours.tags.contains(tag) && theirs.tags.contains(tag)
    };
    tidy(ours.tags.iter().chain(&theirs.tags).filter(stays).cloned())
}

#[cfg(test)]
mod tests {
    use super::super::{DocumentId, merge};
    use super::*;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn tagged(tags: &[&str]) -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), "Rome", Timestamp::UNIX_EPOCH);
        document.set_tags(tags.iter().map(ToString::to_string));
        document
    }

    #[test]
    fn both_sides_keep_what_they_added_and_lose_what_either_took_away() {
        let (ours, theirs) = (tagged(&["a", "b", "Zoo"]), tagged(&["b", "c"]));
        let union = merge(None, &ours, &theirs).expect("one document");
        assert_eq!(union.tags, ["a", "b", "c", "Zoo"]);
        assert_eq!(merge(None, &theirs, &ours), Some(union));
        let base = tagged(&["a", "b"]);
        let merged = merge(Some(&base), &ours, &theirs).expect("one document");
        assert_eq!(merged.tags, ["b", "c", "Zoo"], "a was taken away");
    }
}
