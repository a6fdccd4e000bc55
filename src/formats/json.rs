//! JSON as people's files have it: with a byte order mark, cut off, with a field twice, with lone
//! surrogates.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::map::Entry;
use serde_json::{Map, Number, Value as Json};

use super::MAX_BYTES;
use super::error::{Error, Kind};

/// A JSON text as a tree.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The tree.
    pub(super) json: Json,
    /// How many escapes of lone surrogates were replaced by U+FFFD.
    pub(super) lone_surrogates: usize,
}

/// The bytes of a file as text, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Error> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::new(Kind::TooLarge { bytes: bytes.len(), limit: MAX_BYTES }));
    }
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Error::new(Kind::NotUtf8 { byte: error.valid_up_to(), is_utf16 }))?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Parses one JSON text.
pub(super) fn parse(text: &str) -> Result<Parsed, Error> {
    match text.trim_start().chars().next() {
        None => return Err(Error::new(Kind::Empty)),
        Some('{' | '[') => {}
        Some(_) => return Err(Error::new(Kind::NotJson)),
    }
    let (text, lone_surrogates) = replace_lone_surrogates(text);
    match serde_json::from_str::<Strict>(&text) {
        Ok(Strict(json)) => Ok(Parsed { json, lone_surrogates }),
        Err(error) => Err(Error::new(kind_of(&error))),
    }
}

fn kind_of(error: &serde_json::Error) -> Kind {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let reason = message.split(" at line ").next().unwrap_or_default().to_owned();
    match error.classify() {
        Category::Eof => Kind::Truncated { line },
        Category::Data => Kind::DuplicateKey { key: reason, line },
        _ if reason.starts_with("recursion limit") => Kind::TooDeep { line },
        _ => Kind::Damaged { line, column, reason },
    }
}

/// `JSON.stringify` writes half of a surrogate pair as the escape `\ud83d`, which no UTF-8 text can
/// hold: such escapes become `\ufffd`.
fn replace_lone_surrogates(text: &str) -> (Cow<'_, str>, usize) {
    let mut out = String::new();
    let mut copied = 0;
    let mut count = 0;
    let mut at = 0;
    while let Some(escape) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += escape;
        match (surrogate(text, at), surrogate(text, at + 6)) {
            (Some(Half::High), Some(Half::Low)) => at += 12,
            (Some(_), _) => {
                out.push_str(text.get(copied..at).unwrap_or_default());
                out.push_str("\\ufffd");
                at += 6;
                copied = at;
                count += 1;
            }
            // Any other escape: step over what it escapes, which may be a backslash.
            (None, _) => {
                at += 1 + text.get(at + 1..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8)
            }
        }
    }
    if count == 0 {
        return (Cow::Borrowed(text), 0);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    (Cow::Owned(out), count)
}

enum Half {
    High,
    Low,
}

/// Which half of a surrogate pair the escape at byte `at` stands for.
fn surrogate(text: &str, at: usize) -> Option<Half> {
    let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::High),
        0xDC00..=0xDFFF => Some(Half::Low),
        _ => None,
    }
}

/// A JSON tree in which no object has a field twice: readers would disagree which of them counts.
struct Strict(Json);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Strict, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            match object.entry(key) {
                Entry::Vacant(field) => {
                    let Strict(value) = fields.next_value()?;
                    field.insert(value);
                }
                Entry::Occupied(field) => return Err(serde::de::Error::custom(field.key())),
            }
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_kept() {
        let parsed = parse(r#"{"a":"\ud83d \ude00 \ud83d\ude00 \\ud83d \ud83dx"}"#).expect("JSON");
        assert_eq!(parsed.json["a"], "\u{FFFD} \u{FFFD} 😀 \\ud83d \u{FFFD}x");
        assert_eq!(parsed.lone_surrogates, 3);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = parse(text).expect_err("an error").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn errors_say_where() {
        check("", "is empty");
        check("Storm hits coast", "not JSON");
        check("{\"a\":\n[1, 2", "breaks off at line 2");
        check("{\"a\":\n[1 2]}", "line 2, column 4");
        check("{\"a\":1,\n\"a\":2}", "\"a\" stands twice");
        check(&"[".repeat(1_000), "nested too deeply");
    }
}
