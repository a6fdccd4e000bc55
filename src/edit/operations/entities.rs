//! What people do to a whole entity, or to all annotations with the same words and label.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Command, read_value, replace, set_status};
use crate::annotation::{Annotation, AnnotationId, Entity, EntityId, Extra, Status};
use crate::document::{Document, EntityIds, Subject};
use crate::label::LabelCode;
use crate::text::one_line;

/// Reviews all mentions of a subject: those that nobody has reviewed, and where there are none of these
/// all that have another status.
pub fn review_subject(
    document: &Document,
    subject: &Subject,
    status: Status,
    now: Timestamp,
) -> Option<Command> {
    let mentions = document.mentions(subject);
    let ids = |is_meant: &dyn Fn(&Annotation) -> bool| -> Vec<AnnotationId> {
        mentions.iter().filter(|mention| is_meant(mention)).map(|mention| mention.id).collect()
    };
    let open = ids(&|mention| mention.status == Status::Suggested);
    let ids = if open.is_empty() { ids(&|mention| mention.status != status) } else { open };
    set_status(document, &ids, status, now)
}

/// Gives a subject another name; words without an entity become one.
pub fn rename(document: &Document, subject: &Subject, name: &str, now: Timestamp) -> Option<Command> {
    let name = name.trim();
    if name.is_empty() || document.name_of(subject) == name {
        return None;
    }
    let mut entities = document.entities.clone();
    match subject {
        Subject::Entity(id) => {
            match entities.iter_mut().find(|entity| entity.id == *id) {
                Some(entity) => entity.name = name.to_owned(),
                None => entities.push(new_entity(id.clone(), label_of(document, subject)?, name)),
            }
            Some(Command::SetEntities(entities))
        }
        Subject::Words(label, _) => {
            let id = free_id(document);
            entities.push(new_entity(id.clone(), label.clone(), name));
            let ids = ids_of(document, subject);
            let named = set_entity(document, &ids, Some(&id), now)?;
            Some(Command::Batch(vec![Command::SetEntities(entities), named]))
        }
    }
}

/// Makes all mentions of `subject` mentions of `into`, and of its label.
pub fn merge(document: &Document, subject: &Subject, into: &Subject, now: Timestamp) -> Option<Command> {
    if subject == into {
        return None;
    }
    let label = label_of(document, into)?;
    let mut entities = document.entities.clone();
    let id = match into {
        Subject::Entity(id) => id.clone(),
        Subject::Words(label, words) => {
            let id = free_id(document);
            entities.push(new_entity(id.clone(), label.clone(), words));
            id
        }
    };
    if let Subject::Entity(gone) = subject {
        entities.retain(|entity| entity.id != *gone);
    }
    let mut ids = ids_of(document, subject);
    ids.extend(ids_of(document, into));
    let mentions = replace(document, &ids, |mention| {
        let is_same = mention.entity.as_ref() == Some(&id) && mention.label == label;
        (!is_same).then(|| Annotation {
            entity: Some(id.clone()),
            label: label.clone(),
            modified: now,
            ..mention.clone()
        })
    })?;
    Some(Command::Batch(vec![Command::SetEntities(entities), mentions]))
}

/// Makes one mention the only one of a new entity of its own.
pub fn split_off(document: &Document, id: AnnotationId, now: Timestamp) -> Option<Command> {
    let mention = document.annotation(id)?;
    if document.mentions(&document.subject_of(mention)).len() < 2 {
        return None;
    }
    let name = document.quote(mention).replace('\n', " ");
    let mut entities = document.entities.clone();
    let entity = free_id(document);
    entities.push(new_entity(entity.clone(), mention.label.clone(), &name));
    let named = set_entity(document, &[id], Some(&entity), now)?;
    Some(Command::Batch(vec![Command::SetEntities(entities), named]))
}

/// Says by name what a mention names: an entity of that name and of its label, else a new one; with
/// an empty name none.
pub fn name_mention(document: &Document, id: AnnotationId, name: &str, now: Timestamp) -> Option<Command> {
    let name = one_line(name);
    let mention = document.annotation(id)?;
    if name.is_empty() {
        return set_entity(document, &[id], None, now);
    }
    let is_it = |entity: &&Entity| entity.label == mention.label && entity.name == name;
    if let Some(entity) = document.entities.iter().find(is_it) {
        return set_entity(document, &[id], Some(&entity.id), now);
    }
    let mut entities = document.entities.clone();
    let entity = free_id(document);
    entities.push(new_entity(entity.clone(), mention.label.clone(), &name));
    let named = set_entity(document, &[id], Some(&entity), now)?;
    Some(Command::Batch(vec![Command::SetEntities(entities), named]))
}

/// Gives all mentions of a subject another label, which also accepts them.
pub fn relabel_subject(
    document: &Document,
    subject: &Subject,
    label: &LabelCode,
    now: Timestamp,
) -> Option<Command> {
    let mentions = replace(document, &ids_of(document, subject), |mention| {
        (mention.label != *label && mention.status != Status::Rejected).then(|| Annotation {
            label: label.clone(),
            value: read_value(document, mention.span, label),
            status: Status::Accepted,
            modified: now,
            ..mention.clone()
        })
    })?;
    let Subject::Entity(id) = subject else { return Some(mentions) };
    let mut entities = document.entities.clone();
    for entity in entities.iter_mut().filter(|entity| entity.id == *id) {
        entity.label = label.clone();
    }
    Some(Command::Batch(vec![Command::SetEntities(entities), mentions]))
}

fn set_entity(
    document: &Document,
    ids: &[AnnotationId],
    entity: Option<&EntityId>,
    now: Timestamp,
) -> Option<Command> {
    replace(document, ids, |mention| {
        (mention.entity.as_ref() != entity).then(|| Annotation {
            entity: entity.cloned(),
            modified: now,
            ..mention.clone()
        })
    })
}

fn ids_of(document: &Document, subject: &Subject) -> Vec<AnnotationId> {
    document.mentions(subject).into_iter().map(|mention: &Arc<Annotation>| mention.id).collect()
}

fn label_of(document: &Document, subject: &Subject) -> Option<LabelCode> {
    match subject {
        Subject::Words(label, _) => Some(label.clone()),
        Subject::Entity(id) => {
            let known = document.entities.iter().find(|entity| entity.id == *id);
            let label = known.map(|entity| entity.label.clone());
            label.or_else(|| document.mentions(subject).first().map(|mention| mention.label.clone()))
        }
    }
}

fn free_id(document: &Document) -> EntityId {
    EntityIds::new(&document.entities, document.annotations()).free()
}

fn new_entity(id: EntityId, label: LabelCode, name: &str) -> Entity {
    Entity { id, label, name: name.to_owned(), decided: None, extra: Extra::new() }
}
