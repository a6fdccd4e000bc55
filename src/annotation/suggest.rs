use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::{Annotation, AnnotationId, Entity, EntityId, Extra, Origin, Status};
use crate::document::Document;
use crate::extract::Extraction;

/// Adds what extraction found in a document's text to it, as suggestions, and the entities that
/// they name.
///
/// What the document has already, with the same span and label, is left as it is: above all what a
/// person has rejected does not come back. `ids` gives each new annotation its id.
pub fn suggest(
    document: &mut Document,
    extraction: &Extraction,
    mut ids: impl FnMut() -> Uuid,
    now: Timestamp,
) {
    let there: std::collections::HashSet<_> =
        document.annotations().iter().map(|annotation| (annotation.span, annotation.label.clone())).collect();
    let mut entity_of = HashMap::new();
    for group in &extraction.entities {
        let id = free_id(document);
        entity_of.extend(group.mentions.iter().map(|mention| (*mention, id.clone())));
        let (label, name) = (group.label.clone(), group.name.clone());
        document.entities.push(Entity { id, label, name, extra: Extra::new() });
    }
    let suggestions = extraction.suggestions.iter().enumerate();
    let new = suggestions.filter(|(_, found)| !there.contains(&(found.span, found.label.clone())));
    let annotations: Vec<_> = new
        .map(|(index, found)| {
            Arc::new(Annotation {
                id: AnnotationId(ids()),
                span: found.span,
                label: found.label.clone(),
                value: found.value.clone(),
                status: Status::Suggested,
                origin: Origin::Extractor {
                    name: found.extractor.into(),
                    version: found.version.into(),
                    score: Some(found.score),
                },
                entity: entity_of.get(&index).cloned(),
                note: String::new(),
                created: now,
                modified: now,
                extra: Extra::new(),
            })
        })
        .collect();
    // Refused are only annotations that do not slice the text, which no extraction of it makes.
    document.extend(annotations);
}

/// The first of `e1`, `e2` … that no entity of the document has.
fn free_id(document: &Document) -> EntityId {
    let taken = |id: &str| document.entities.iter().any(|entity| &*entity.id.0 == id);
    let numbers = document.entities.len() + 1..;
    let id = numbers.map(|number| format!("e{number}")).find(|id| !taken(id)).unwrap_or_default();
    EntityId(id.into())
}
