use std::collections::HashSet;
use std::sync::Arc;

use super::Document;
use crate::annotation::{Annotation, Status};
use crate::extract::{is_name, is_variant};

impl Document {
    /// Other names of the same label that may be spellings of what an annotation names, such as
    /// transliterations: for each the first annotation of it. For a person to decide on; those that are
    /// joined with it already are left out.
    pub fn variants(&self, annotation: &Annotation) -> Vec<&Arc<Annotation>> {
        // Looked for at every step from mark to mark: quotes and amounts have none.
        if !is_name(&annotation.label) {
            return Vec::new();
        }
        let name = self.quote(annotation);
        let mut seen = HashSet::new();
        let others = self.annotations().iter().filter(|other| {
            let is_joined = other.entity.is_some() && other.entity == annotation.entity;
            other.label == annotation.label && other.status != Status::Rejected && !is_joined
        });
        others.filter(|other| seen.insert(self.quote(other)) && is_variant(name, self.quote(other))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, EntityId};
    use crate::document::DocumentId;
    use crate::label::LabelCode;
    use crate::text::Span;
    use jiff::Timestamp;
    use uuid::Uuid;

    #[test]
    fn other_spellings_are_found_once_and_those_that_are_joined_are_not() {
        let text = "Zelensky, Zelenskyy, Zelenskyy, Zelenskiy, Putin.";
        let now = Timestamp::UNIX_EPOCH;
        let mut document = Document::new(DocumentId(Uuid::nil()), text, now);
        let entity = |at: usize| (at == 0 || at == 32).then(|| EntityId("e1".into()));
        let marks = text.split(", ").scan(0, |at, name| {
            let name = name.trim_end_matches('.');
            let start = std::mem::replace(at, *at + name.len() + 2);
            let id = AnnotationId(Uuid::from_u128(start as u128));
            let mark = Annotation::by_hand(id, Span::new(start, start + name.len()), LabelCode::PERSON, now);
            Some(Arc::new(Annotation { entity: entity(start), ..mark }))
        });
        document.extend(marks.collect::<Vec<_>>());
        let first = document.annotations()[0].clone();
        let found: Vec<_> = document
            .variants(&first)
            .iter()
            .map(|other| (other.span.start(), document.quote(other)))
            .collect();
        assert_eq!(found, [(10, "Zelenskyy")]);
    }
}
