//! Who decided what, and when.

use serde_json::Value as Json;

use super::fields::object;
use crate::annotation::{Decision, Extra};
use crate::formats::ProblemKind;
use crate::formats::assemble::{Notes, short};
use crate::formats::newsmark::wire;
use crate::value::read_time;

/// Reads the decision about the annotation or entity that is being read. One without a time is kept in
/// `extra` as it is, and so are its unknown fields.
pub(super) fn decision(field: wire::Field, extra: &mut Extra, notes: &mut Notes) -> Option<Decision> {
    let json = field?;
    let at = json.get("at").and_then(Json::as_str).and_then(read_time);
    let by = json.get("by").map_or(Some(""), Json::as_str);
    let (Some(at), Some(by)) = (at, by) else {
        let shown = short(&json.to_string());
        notes.annotation(
            ProblemKind::Field,
            format!("has the decision {shown}, which has no time or no name; it is kept in the file only"),
        );
        extra.insert("decided".into(), json);
        return None;
    };
    let names_entity = json.get("entity") == Some(&Json::Bool(true));
    let read = Decision { names_entity, ..Decision::new(by, at) };
    let wire: wire::Decision = object(json)?;
    if !wire.extra.is_empty() {
        extra.insert("decided".into(), Json::Object(wire.extra));
    }
    Some(read)
}
