//! A set of labels as JSON, like the list of a file.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::read::entry;
use super::write::label;
use crate::document::{Document, DocumentId};
use crate::label::LabelSet;

/// The JSON form of a set of labels.
pub fn label_set_to_json(labels: &LabelSet) -> Json {
    labels.iter().map(|it| json!(label(it))).collect()
}

/// Reads a set of labels; entries that are none are left out. `None` where there is no label.
pub fn label_set_from_json(json: Json) -> Option<LabelSet> {
    let bare = Document::new(DocumentId(Uuid::nil()), "", jiff::Timestamp::UNIX_EPOCH);
    let labels = json.is_array().then(|| entry::labels(json, &bare))?;
    let is_empty = labels.iter().next().is_none();
    (!is_empty).then_some(labels)
}
