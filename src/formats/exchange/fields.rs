//! Fields of JSON that may be missing or of another kind.

use serde_json::{Map, Value as Json};

use super::draft::Draft;
use crate::annotation::Extra;
use crate::document::Document;
use crate::formats::assemble::sha256_hex;

/// The text of a field; a number counts as its digits; else empty.
pub(in crate::formats) fn text(object: &Json, name: &str) -> String {
    match object.get(name) {
        Some(Json::String(text)) => text.clone(),
        Some(Json::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// An offset: -1, which is nowhere, where the field is no integer.
pub(in crate::formats::exchange) fn offset(object: &Json, name: &str) -> i64 {
    object.get(name).map_or(-1, as_offset)
}

/// The same of a value.
pub(in crate::formats) fn as_offset(json: &Json) -> i64 {
    match json {
        Json::Number(number) => {
            let whole = || number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 1e15).map(|n| n as i64);
            number.as_i64().or_else(whole).unwrap_or(-1)
        }
        Json::String(digits) => digits.parse().unwrap_or(-1),
        _ => -1,
    }
}

/// The entries of a list; none where the field is no list.
pub(in crate::formats::exchange) fn list<'j>(object: &'j Json, name: &str) -> &'j [Json] {
    object.get(name).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// All fields of an object but those that were read.
pub(in crate::formats::exchange) fn others(object: &Json, read: &[&str]) -> Extra {
    let all = object.as_object().into_iter().flatten();
    all.filter(|(name, _)| !read.contains(&name.as_str())).map(|(n, v)| (n.clone(), v.clone())).collect()
}

/// The same under the format's name, so that they are written again by that format alone.
pub(in crate::formats::exchange) fn kept(format: &str, others: Extra) -> Extra {
    match others.is_empty() {
        true => Extra::new(),
        false => Map::from_iter([(format.to_owned(), Json::Object(others))]),
    }
}

/// What a format has kept of an object.
pub(in crate::formats::exchange) fn kept_of<'e>(
    extra: &'e Extra,
    format: &str,
) -> Option<&'e Map<String, Json>> {
    extra.get(format).and_then(Json::as_object)
}

/// Puts what a format has kept of an object back into it, where it has no field of that name.
pub(in crate::formats::exchange) fn put_kept(object: &mut Map<String, Json>, extra: &Extra, format: &str) {
    for (name, value) in kept_of(extra, format).into_iter().flatten() {
        object.entry(name.clone()).or_insert_with(|| value.clone());
    }
}

/// Whether an id is one that we write: a UUID. All others are another program's own.
pub(in crate::formats::exchange) fn is_ours(id: Option<&Json>) -> bool {
    let is_uuid = |id: &str| id.len() == 36 && uuid::Uuid::try_parse(id).is_ok();
    id.is_none_or(|id| id.is_null() || id.as_str().is_some_and(is_uuid))
}

/// Fields that tell places in a text, kept with what tells which text that is.
pub(in crate::formats::exchange) fn kept_with_text(format: &str, mut others: Extra, text: &str) -> Extra {
    others.insert(TEXT.to_owned(), Json::String(sha256_hex(text)));
    kept(format, others)
}

/// What a format has kept of a document, where its text is the one of which it tells places.
pub(in crate::formats::exchange) fn kept_of_text<'d>(
    document: &'d Document,
    format: &str,
) -> Option<&'d Map<String, Json>> {
    let kept = kept_of(&document.extra, format)?;
    is_of_text(kept, document).then_some(kept)
}

/// Whether a format has kept something of a document that tells places in another text.
pub(in crate::formats) fn has_other_text(document: &Document) -> bool {
    let kept = || document.extra.values().filter_map(Json::as_object).filter(|kept| kept.contains_key(TEXT));
    kept().any(|kept| !is_of_text(kept, document))
}

/// The field with the digest of the text.
const TEXT: &str = "text_sha256";

fn is_of_text(kept: &Map<String, Json>, document: &Document) -> bool {
    kept.get(TEXT).is_some_and(|digest| digest.as_str() == Some(&sha256_hex(document.text())))
}

/// Title, source and date of publication, where an object has them under these names.
pub(in crate::formats::exchange) fn describe(draft: &mut Draft, object: &Json) {
    draft.title = text(object, "title");
    draft.source = text(object, "source");
    draft.published = text(object, "published");
}

/// Puts title, source and date of publication into an object.
pub(in crate::formats::exchange) fn put_description(object: &mut Map<String, Json>, document: &Document) {
    let mut put = |name: &str, text: String| {
        if !text.is_empty() {
            object.insert(name.to_owned(), Json::String(text));
        }
    };
    put("title", document.title.clone());
    put("source", document.source.clone());
    put("published", document.published.map(|date| date.to_string()).unwrap_or_default());
}
