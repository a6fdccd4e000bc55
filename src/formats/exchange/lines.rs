//! What lines of JSON share: the object `meta` in which spaCy and Prodigy describe an article, and the line that is written.

use serde_json::{Map, Value as Json, json};

use super::draft::Draft;
use super::fields::{describe, kept, kept_of, others, put_description, put_kept, text};
use crate::annotation::Extra;
use crate::document::Document;

/// The fields of `meta` that have places of their own.
const READ: [&str; 4] = ["title", "source", "published", "id"];

/// Reads an article's description; gives what else `meta` says.
pub(super) fn read_meta(draft: &mut Draft, object: &Json) -> Extra {
    let meta = object.get("meta").cloned().unwrap_or_default();
    describe(draft, &meta);
    draft.id = text(&meta, "id");
    others(&meta, &READ)
}

/// Keeps what a line says beyond what is read, and what its `meta` does.
pub(super) fn keep(draft: &mut Draft, format: &str, mut rest: Extra, meta: Extra) {
    if !meta.is_empty() {
        rest.insert("meta".into(), Json::Object(meta));
    }
    draft.extra = kept(format, rest);
}

/// An article's description, with what the file that it comes from says there.
pub(super) fn meta(document: &Document, format: &str) -> Json {
    let kept = kept_of(&document.extra, format).and_then(|kept| kept.get("meta")?.as_object());
    let mut meta = kept.cloned().unwrap_or_default();
    put_description(&mut meta, document);
    meta.insert("id".into(), json!(document.id.0.to_string()));
    Json::Object(meta)
}

/// The line of an article, with what the file that it comes from says beyond it.
pub(super) fn line(mut object: Map<String, Json>, document: &Document, format: &str) -> String {
    put_kept(&mut object, &document.extra, format);
    Json::Object(object).to_string() + "\n"
}
