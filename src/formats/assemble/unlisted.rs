//! Labels and entities that annotations name and nothing lists.

use std::collections::HashSet;

use super::notes::Notes;
use crate::annotation::{Entity, Extra};
use crate::document::Document;
use crate::formats::ProblemKind;
use crate::label::{Label, LabelSet};

/// The colour of a label that has none: a grey.
pub(in crate::formats) const NO_COLOR: &str = "#6b7280";

/// Adds the labels and entities that annotations name and the file does not list.
pub(in crate::formats) fn add_unlisted(document: &mut Document, notes: &mut Notes) {
    let defaults = LabelSet::default();
    let mut codes: HashSet<_> = document.labels.iter().map(|label| label.code.clone()).collect();
    let mut ids: HashSet<_> = document.entities.iter().map(|entity| entity.id.clone()).collect();
    let placed = document.annotations().iter().map(|annotation| {
        (annotation.label.clone(), annotation.entity.clone(), document.quote(annotation).to_owned())
    });
    let orphaned = document.orphans.iter().map(|orphan| {
        let annotation = &orphan.annotation;
        (annotation.label.clone(), annotation.entity.clone(), orphan.selector.quote.exact.clone())
    });
    let of_entities = document.entities.iter().map(|entity| (entity.label.clone(), None, String::new()));
    let mut labels: Vec<_> = document.labels.iter().cloned().collect();
    let listed = labels.len();
    let mut entities = Vec::new();
    for (code, entity, quote) in placed.chain(orphaned).chain(of_entities) {
        if codes.insert(code.clone()) {
            let (name, color) = (code.to_string(), NO_COLOR.to_owned());
            let fallback =
                || Label { code: code.clone(), name, color, key: String::new(), description: String::new() };
            labels.push(defaults.get(&code).cloned().unwrap_or_else(fallback));
            notes.file(
                ProblemKind::Added,
                format!("The label “{code}” is used, but not listed; it was added to the labels."),
            );
        }
        if let Some(id) = entity.filter(|id| ids.insert(id.clone())) {
            let message =
                format!("The entity “{}” is named, but not listed; it was added as “{quote}”.", id.0);
            notes.file(ProblemKind::Added, message);
            entities.push(Entity { id, label: code, name: quote, decided: None, extra: Extra::new() });
        }
    }
    if labels.len() > listed {
        document.labels = LabelSet::new(labels);
    }
    document.entities.extend(entities);
}
