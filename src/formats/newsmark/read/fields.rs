use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::annotation::Extra;
use crate::formats::ProblemKind;
use crate::formats::assemble::Notes;
use crate::formats::newsmark::wire::Field;

/// The text of a field; empty where it is absent. What is no text is kept in `extra`.
pub(super) fn text(field: Field, name: &str, extra: &mut Extra, notes: &mut Notes) -> String {
    match field {
        None => String::new(),
        Some(Json::String(text)) => text,
        Some(other) => {
            let message = format!("The field “{name}” is no text; what it holds is kept in the file only.");
            notes.file(ProblemKind::Field, message);
            extra.insert(name.to_owned(), other);
            String::new()
        }
    }
}

/// The tags of an article. What is no list of texts is kept in `extra`.
pub(super) fn tags(field: Field, extra: &mut Extra, notes: &mut Notes) -> Vec<String> {
    let Some(field) = field else { return Vec::new() };
    let texts = || field.as_array()?.iter().map(|tag| Some(tag.as_str()?.to_owned())).collect();
    let read: Option<Vec<String>> = texts();
    if read.is_none() {
        let message = "The field “tags” is not a list of words; what it holds is kept in the file only.";
        notes.file(ProblemKind::Field, message);
        extra.insert("tags".to_owned(), field);
    }
    read.unwrap_or_default()
}

/// The entries of a list; `None` where the field is absent or no list.
pub(super) fn list(field: Field, name: &str, notes: &mut Notes) -> Option<Vec<Json>> {
    match field? {
        Json::Array(entries) => Some(entries),
        _ => {
            notes.file(ProblemKind::Skipped, format!("“{name}” is no list and was left out."));
            None
        }
    }
}

/// The UUID that a field holds.
pub(super) fn uuid(field: Option<&Json>) -> Option<Uuid> {
    Uuid::try_parse(field?.as_str()?.trim_start_matches("urn:uuid:")).ok()
}

/// Reads an object field by field; `None` where `json` is none.
pub(super) fn object<T: From<Map<String, Json>>>(json: Json) -> Option<T> {
    match json {
        Json::Object(object) => Some(object.into()),
        _ => None,
    }
}
