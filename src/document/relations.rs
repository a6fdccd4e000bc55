use std::collections::HashSet;
use std::sync::Arc;

use super::Document;
use crate::annotation::{AnnotationId, Relation, RelationId};
use crate::text::sort_by_key;

impl Document {
    /// The relations, in the order of their ids.
    pub fn relations(&self) -> &[Arc<Relation>] {
        &self.relations
    }

    /// The relations of which an annotation is an end.
    pub fn relations_of(&self, id: AnnotationId) -> impl Iterator<Item = &Arc<Relation>> {
        self.relations.iter().filter(move |relation| relation.touches(id))
    }

    /// Adds relations; returns those that were refused because one of their ends is not there, or their
    /// id is taken.
    pub fn relate(&mut self, relations: impl IntoIterator<Item = Arc<Relation>>) -> Vec<Arc<Relation>> {
        let mut relations = relations.into_iter().peekable();
        if relations.peek().is_none() {
            return Vec::new();
        }
        let ends = self.ends();
        let mut ids: HashSet<_> = self.relations.iter().map(|relation| relation.id).collect();
        let mut refused = Vec::new();
        for relation in relations {
            let is_tied = ends.contains(&relation.from) && ends.contains(&relation.to);
            if is_tied && ids.insert(relation.id) {
                self.relations.push(relation);
            } else {
                refused.push(relation);
            }
        }
        sort_by_key(&mut self.relations, |relation| relation.id);
        refused
    }

    /// Takes the relations with these ids out; `None`, and nothing changes, where one is missing.
    pub fn unrelate(&mut self, ids: &[RelationId]) -> Option<Vec<Arc<Relation>>> {
        let wanted: HashSet<_> = ids.iter().copied().collect();
        let (removed, kept): (Vec<_>, Vec<_>) =
            self.relations.iter().cloned().partition(|relation| wanted.contains(&relation.id));
        if removed.len() != wanted.len() {
            return None;
        }
        self.relations = kept;
        Some(removed)
    }

    /// Takes out the relations that have lost an end.
    pub(super) fn take_loose_relations(&mut self) -> Vec<Arc<Relation>> {
        if self.relations.is_empty() {
            return Vec::new();
        }
        let ends = self.ends();
        let is_tied = |relation: &Arc<Relation>| ends.contains(&relation.from) && ends.contains(&relation.to);
        let (kept, loose) = std::mem::take(&mut self.relations).into_iter().partition(is_tied);
        self.relations = kept;
        loose
    }

    /// What relations can lead from and to.
    fn ends(&self) -> HashSet<AnnotationId> {
        let placed = self.annotations.iter().map(|annotation| annotation.id);
        placed.chain(self.orphans.iter().map(|orphan| orphan.annotation.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotation, Extra, Origin};
    use crate::document::DocumentId;
    use crate::label::LabelCode;
    use crate::text::Span;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn id(id: u128) -> AnnotationId {
        AnnotationId(Uuid::from_u128(id))
    }

    fn relation(number: u128, from: u128, to: u128) -> Arc<Relation> {
        Arc::new(Relation {
            id: RelationId(Uuid::from_u128(number)),
            kind: Relation::SAID_BY.into(),
            from: id(from),
            to: id(to),
            origin: Origin::Person { name: "".into() },
            extra: Extra::new(),
        })
    }

    #[test]
    fn a_relation_goes_with_its_ends_and_stays_when_they_change() {
        let now = Timestamp::UNIX_EPOCH;
        let mut document = Document::new(DocumentId(Uuid::nil()), "“Yes”, she said.", now);
        let mark = |number, start, end| {
            Arc::new(Annotation::by_hand(id(number), Span::new(start, end), LabelCode::QUOTE, now))
        };
        document.extend([mark(1, 3, 6), mark(2, 11, 14)]);
        assert_eq!(document.relate([relation(9, 1, 2), relation(8, 1, 3), relation(9, 2, 1)]).len(), 2);
        assert_eq!(document.relations_of(id(2)).count(), 1);
        assert_eq!(document.replace_all(&[mark(2, 11, 13)]).map(|replaced| replaced.len()), Some(1));
        assert_eq!(document.relations().len(), 1);
        let removed = document.remove_all(&[id(2)]).expect("it is there");
        assert_eq!((removed.annotations.len(), removed.relations.len()), (1, 1));
        assert!(document.relations().is_empty());
        assert!(document.unrelate(&[RelationId(Uuid::from_u128(9))]).is_none());
    }
}
