//! The entities of two files as those of one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

use super::Document;
use crate::annotation::{Annotation, Entity, EntityId};
use crate::label::LabelCode;
use crate::text::{fingerprint, sort_by_key};

/// Entities under ids that mean the same in both files: things of one label and name have the smallest of
/// their ids, unless another thing has it. Two things of one name in one file stay two.
pub(super) struct Entities {
    /// All of them, each once.
    pub(super) all: Vec<Entity>,
    /// The ids that the entities of each file have now.
    pub(super) ids: [NewIds; 2],
}

/// The new ids of entities whose id has changed.
pub(super) struct NewIds(HashMap<EntityId, EntityId>);

/// What an entity is known by across files.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Thing {
    label: LabelCode,
    name: String,
    /// What sets it apart from another one of the same name: where its first mention stood when it came from
    /// the file of whoever split it off.
    apart: Option<String>,
}

/// The field of an entity for what sets it apart.
const APART: &str = "apart";

impl Entities {
    pub(super) fn of(documents: [&Document; 2]) -> Entities {
        let known = documents.map(things);
        let mut things: BTreeMap<&Thing, Vec<&Entity>> = BTreeMap::new();
        for (thing, entity) in known.iter().flatten() {
            things.entry(thing).or_default().push(entity);
        }
        let mut taken = BTreeSet::new();
        let mut all = Vec::with_capacity(things.len());
        let mut chosen: BTreeMap<&Thing, EntityId> = BTreeMap::new();
        for (&thing, entities) in &things {
            let ids = entities.iter().map(|entity| &entity.id);
            let free = ids.filter(|id| !taken.contains(*id)).min().cloned();
            let id = free.unwrap_or_else(|| thing.id());
            taken.insert(id.clone());
            all.extend(thing.entity(id.clone(), entities));
            chosen.insert(thing, id);
        }
        // e2 before e10.
        sort_by_key(&mut all, |entity: &Entity| (entity.id.0.len(), entity.id.clone()));
        let new_ids = |known: &Vec<(Thing, &Entity)>| {
            let ids = known
                .iter()
                .filter_map(|(thing, entity)| Some((entity.id.clone(), chosen.get(thing)?.clone())));
            NewIds(ids.filter(|(old, new)| old != new).collect())
        };
        let ids = known.each_ref().map(new_ids);
        Entities { all, ids }
    }
}

impl NewIds {
    /// Gives a mark and its versions the new ids of their entities.
    pub(super) fn rename(&self, annotation: &mut Arc<Annotation>) {
        if self.0.is_empty() {
            return;
        }
        let new = annotation.entity.as_ref().and_then(|id| self.0.get(id)).cloned();
        if new.is_some() || !annotation.history.is_empty() {
            let annotation = Arc::make_mut(annotation);
            annotation.entity = new.or(annotation.entity.take());
            annotation.history.iter_mut().for_each(|version| self.rename(version));
        }
    }
}

impl Thing {
    /// An id that no other thing has.
    fn id(&self) -> EntityId {
        let words = [self.label.as_str(), &self.name, self.apart.as_deref().unwrap_or_default()].join(" ");
        EntityId(words.trim_end().into())
    }

    /// The entity of several that are this thing: as it was named last; of equals always the same one.
    fn entity(&self, id: EntityId, entities: &[&Entity]) -> Option<Entity> {
        let last = entities.iter().max_by_key(|entity| (named_at(entity), fingerprint(&entity.extra)))?;
        let mut entity = Entity { id, ..(**last).clone() };
        if let Some(apart) = &self.apart {
            entity.extra.insert(APART.to_owned(), apart.as_str().into());
        }
        Some(entity)
    }
}

/// The entities of a document, with what each is known by.
fn things(document: &Document) -> Vec<(Thing, &Entity)> {
    let mut first: HashMap<(&LabelCode, &str), &Entity> = HashMap::new();
    for entity in document.entities.iter().filter(|entity| apart(entity).is_none()) {
        let there = first.entry((&entity.label, &entity.name)).or_insert(entity);
        if (named_at(entity), &entity.id) < (named_at(there), &there.id) {
            *there = entity;
        }
    }
    let thing = |entity: &Entity| {
        let is_first = first.get(&(&entity.label, entity.name.as_str())).is_none_or(|it| it.id == entity.id);
        let apart = apart(entity).or_else(|| (!is_first).then(|| first_mention(entity, document)));
        Thing { label: entity.label.clone(), name: entity.name.clone(), apart }
    };
    document.entities.iter().map(|entity| (thing(entity), entity)).collect()
}

fn apart(entity: &Entity) -> Option<String> {
    entity.extra.get(APART)?.as_str().map(str::to_owned)
}

/// Where an entity is first mentioned; its id, if nothing names it.
fn first_mention(entity: &Entity, document: &Document) -> String {
    let first = document.annotations.iter().find(|mark| mark.entity.as_ref() == Some(&entity.id));
    first.map_or(entity.id.0.to_string(), |mark| mark.span.start().to_string())
}

/// When and by whom it was named; what nobody named comes first.
fn named_at(entity: &Entity) -> Option<(Timestamp, Arc<str>)> {
    entity.decided.as_ref().map(|decided| (decided.at, decided.by.clone()))
}
