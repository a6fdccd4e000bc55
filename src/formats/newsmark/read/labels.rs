//! The lists of labels and entities.

use std::collections::HashSet;

use serde_json::Value as Json;

use super::decision::decision;
use super::fields::{list, object, text};
use crate::annotation::{Entity, EntityId, Extra};
use crate::document::Document;
use crate::formats::ProblemKind;
use crate::formats::assemble::{NO_COLOR, Notes, UNKNOWN_LABEL};
use crate::formats::newsmark::wire;
use crate::label::{Label, LabelCode, LabelSet};

pub(super) fn labels(field: wire::Field, document: &mut Document, notes: &mut Notes) {
    let Some(entries) = list(field, "labels", notes) else { return };
    let mut extras = Extra::new();
    let mut labels = Vec::new();
    let mut codes = HashSet::new();
    for entry in entries {
        let Some(mut label) = object::<wire::Label>(entry) else {
            notes.file(ProblemKind::Skipped, "An entry of the list of labels is no label and was left out.");
            continue;
        };
        let code = text(label.code, "code", &mut label.extra, notes);
        if code.is_empty() || !codes.insert(code.clone()) {
            let message = format!("The label “{code}” has no code of its own and was left out.");
            notes.file(ProblemKind::Skipped, message);
            continue;
        }
        let mut name = text(label.name, "name", &mut label.extra, notes);
        if name.is_empty() {
            name.clone_from(&code);
        }
        let mut color = text(label.color, "color", &mut label.extra, notes);
        if !is_hex_color(&color) {
            notes.file(
                ProblemKind::Field,
                format!("The colour of the label “{name}” is no colour (expected: #1a2b3c); it became grey."),
            );
            color = NO_COLOR.to_owned();
        }
        let description = text(label.description, "description", &mut label.extra, notes);
        let mut key = text(label.key, "key", &mut label.extra, notes);
        if key.chars().count() > 1 {
            notes.file(
                ProblemKind::Field,
                format!("The shortcut of the label “{name}” is more than one key; it has none now."),
            );
            key.clear();
        }
        // What was no name and no colour has been replaced: a file has no place for both.
        label.extra.retain(|field, _| !matches!(field.as_str(), "name" | "color"));
        if !label.extra.is_empty() {
            extras.insert(code.clone(), Json::Object(label.extra));
        }
        labels.push(Label { code: LabelCode::new(code), name, color, key, description }.renewed());
    }
    document.labels = LabelSet::new(labels);
    if !extras.is_empty() {
        document.extra.insert("labels".into(), Json::Object(extras));
    }
}

fn is_hex_color(color: &str) -> bool {
    color.len() == 7 && color.starts_with('#') && color.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
}

pub(super) fn entities(field: wire::Field, document: &mut Document, notes: &mut Notes) {
    let mut ids = HashSet::new();
    for entry in list(field, "entities", notes).unwrap_or_default() {
        let Some(mut entity) = object::<wire::Entity>(entry) else {
            notes.file(
                ProblemKind::Skipped,
                "An entry of the list of entities is no entity and was left out.",
            );
            continue;
        };
        let id = text(entity.id, "id", &mut entity.extra, notes);
        let name = text(entity.name, "name", &mut entity.extra, notes);
        if !ids.insert(id.clone()) {
            let message = format!(
                "The entity “{name}” has the id “{id}” of another one and was left out; its annotations name the other one."
            );
            notes.file(ProblemKind::Id, message);
            continue;
        }
        let label = text(entity.label, "label", &mut entity.extra, notes);
        let label = LabelCode::new(if label.is_empty() { UNKNOWN_LABEL.to_owned() } else { label });
        let decided = decision(entity.decided, &mut entity.extra, notes);
        document.entities.push(Entity { id: EntityId(id.into()), label, name, decided, extra: entity.extra });
    }
}
