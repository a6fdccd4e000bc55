use std::collections::HashSet;
use std::sync::Arc;

use crate::annotation::{Annotation, Entity, EntityId};

/// Makes ids of new entities: `e1`, `e2` and so on, but for those that a document has.
#[derive(Clone, Debug)]
pub struct EntityIds {
    taken: HashSet<EntityId>,
    next: usize,
}

impl EntityIds {
    /// For a document of these entities and annotations; an annotation may name an entity that a file
    /// did not list.
    pub fn new(entities: &[Entity], annotations: &[Arc<Annotation>]) -> EntityIds {
        let named = annotations.iter().filter_map(|annotation| annotation.entity.as_ref());
        EntityIds { taken: entities.iter().map(|entity| &entity.id).chain(named).cloned().collect(), next: 1 }
    }

    /// The next id, which is taken from now on.
    pub fn free(&mut self) -> EntityId {
        loop {
            let id = EntityId(format!("e{}", self.next).into());
            self.next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
