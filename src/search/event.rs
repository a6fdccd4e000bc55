//! Which articles of a library tell of one event: those with the same telling words that were published at about the same time.

use std::collections::HashMap;

use super::library::{Index, Indexed};
use crate::document::DocumentId;
use crate::text::sort_by;
use crate::value::days_between;

/// The least likeness of two reports of one event, of 1.
const LEAST: f64 = 0.15;
/// How many days they are apart at most.
const DAYS: i64 = 14;

impl Index {
    /// The articles that seem to tell of the same event as one of them, the most alike first, at most so many. Alike is
    /// how many of their words are the same, each word the more the fewer articles have it (the cosine of Salton and
    /// others 1975, *A vector space model for automatic indexing*).
    pub fn of_one_event(&self, id: DocumentId, at_most: usize) -> Vec<DocumentId> {
        let Some(one) = self.article(id) else { return Vec::new() };
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for word in self.articles().flat_map(|(_, article)| article.telling.keys()) {
            *counts.entry(*word).or_default() += 1;
        }
        let all = self.articles().count() as f64;
        let weight = |word: u64, often: usize| {
            let rare = counts.get(&word).map_or(0.0, |count| (1.0 + all / *count as f64).ln());
            (1.0 + (often as f64).ln()) * rare
        };
        let length = |article: &Indexed| {
            let squares = article.telling.iter().map(|(word, often)| weight(*word, *often).powi(2));
            squares.sum::<f64>().sqrt()
        };
        let own = length(one);
        let alike = |other: &Indexed| {
            let common =
                one.telling.iter().filter_map(|(word, often)| Some((word, often, other.telling.get(word)?)));
            let sum: f64 = common.map(|(word, a, b)| weight(*word, *a) * weight(*word, *b)).sum();
            sum / (own * length(other)).max(f64::MIN_POSITIVE)
        };
        let others = self.articles().filter(|(other, _)| **other != id);
        let near = others.filter(|(_, other)| days_between(one.day, other.day).abs() <= DAYS);
        let mut found: Vec<(f64, DocumentId)> =
            near.map(|(id, other)| (alike(other), *id)).filter(|(alike, _)| *alike >= LEAST).collect();
        sort_by(&mut found, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.into_iter().take(at_most).map(|(_, id)| id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, annotate};
    use crate::extract::extract;
    use uuid::Uuid;

    #[test]
    fn reports_of_one_event_find_each_other() {
        let mut index = Index::default();
        let texts = [
            "A ferry sank off Lagos on Monday. Ngozi Bello of the Coast Guard said that 40 people were saved.",
            "Forty were saved off Lagos when a ferry sank, the Coast Guard’s Ngozi Bello said.",
            "Maria Orfei opened the new harbour of Naples on Monday.",
        ];
        for (number, text) in texts.into_iter().enumerate() {
            let mut document =
                Document::new(DocumentId(Uuid::from_u128(number as u128)), text, Default::default());
            annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
            index.put(&document);
        }
        let id = |number| DocumentId(Uuid::from_u128(number));
        assert_eq!(index.of_one_event(id(0), 3), [id(1)]);
        assert_eq!(index.of_one_event(id(1), 3), [id(0)]);
        assert_eq!(index.of_one_event(id(2), 3), []);
        assert_eq!(index.of_one_event(id(7), 3), []);
    }
}
