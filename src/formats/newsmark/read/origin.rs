//! Who made an annotation.

use serde_json::Value as Json;

use super::fields::{object, text};
use crate::annotation::{Extra, Origin};
use crate::formats::ProblemKind;
use crate::formats::assemble::Notes;
use crate::formats::newsmark::wire;

/// Reads the origin of the annotation that is being read; its unknown fields go to `extra`.
pub(super) fn origin(field: wire::Field, extra: &mut Extra, notes: &mut Notes) -> Origin {
    let unknown = Origin::Person { name: "".into() };
    let Some(json) = field else { return unknown };
    let Some(mut origin) = object::<wire::Origin>(json) else {
        notes.annotation(ProblemKind::Field, "has an origin of no known form; it counts as a person's");
        return unknown;
    };
    let mut rest = std::mem::take(&mut origin.extra);
    let name = text(origin.name, "name", &mut rest, notes).into();
    let by = origin.by.as_ref().and_then(Json::as_str);
    let read = match by {
        Some("extractor") => {
            let score = origin.score.as_ref().and_then(Json::as_f64);
            if let (Some(json), None) = (origin.score, score) {
                rest.insert("score".into(), json);
            }
            let version = text(origin.version, "version", &mut rest, notes).into();
            Origin::Extractor { name, version, score }
        }
        _ => {
            if by != Some("person") {
                notes.annotation(
                    ProblemKind::Field,
                    "is neither by a program nor by a person, as the file has it; it counts as a person's",
                );
            }
            rest.extend(origin.version.map(|json| ("version".to_owned(), json)));
            rest.extend(origin.score.map(|json| ("score".to_owned(), json)));
            Origin::Person { name }
        }
    };
    if !rest.is_empty() {
        extra.insert("origin".into(), Json::Object(rest));
    }
    read
}
