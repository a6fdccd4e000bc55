//! What people do to the labels of a document.

use jiff::Timestamp;

use super::{Command, read_value, replace};
use crate::annotation::{Annotation, AnnotationId};
use crate::document::Document;
use crate::label::{LabelCode, LabelSet};

/// Sets the labels. `None` where nothing changes, or where a label in use would be missing: see
/// [`delete_label`].
pub fn set_labels(document: &Document, labels: LabelSet) -> Option<Command> {
    let is_there = |code: &LabelCode| labels.position(code).is_some();
    let used = document.annotations().iter().map(|annotation| &annotation.label);
    (labels != document.labels && used.clone().all(is_there)).then_some(Command::SetLabels(labels))
}

/// Takes a label out of the set. Its annotations get the label `to`, with a value read anew, or go.
pub fn delete_label(
    document: &Document,
    code: &LabelCode,
    to: Option<&LabelCode>,
    now: Timestamp,
) -> Option<Command> {
    document.labels.get(code)?;
    let labels = LabelSet::new(document.labels.iter().filter(|label| label.code != *code).cloned());
    let used = document.annotations().iter().filter(|annotation| annotation.label == *code);
    let ids: Vec<AnnotationId> = used.map(|annotation| annotation.id).collect();
    let mut commands = Vec::new();
    let mut entities = document.entities.clone();
    match to {
        Some(to) => {
            commands.extend(replace(document, &ids, |annotation| {
                let value = read_value(document, annotation.span, to);
                Some(Annotation { label: to.clone(), value, modified: now, ..annotation.clone() })
            }));
            for entity in entities.iter_mut().filter(|entity| entity.label == *code) {
                entity.label = to.clone();
            }
        }
        None => {
            commands.extend((!ids.is_empty()).then_some(Command::Remove(ids)));
            entities.retain(|entity| entity.label != *code);
        }
    }
    if entities != document.entities {
        commands.push(Command::SetEntities(entities));
    }
    commands.push(Command::SetLabels(labels));
    Some(Command::Batch(commands))
}
