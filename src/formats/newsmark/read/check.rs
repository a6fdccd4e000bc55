//! What a fact-checker found out.

use std::sync::Arc;

use serde_json::Value as Json;

use super::fields::{object, text};
use crate::annotation::{Check, CheckState, Extra};
use crate::formats::ProblemKind;
use crate::formats::assemble::{Notes, short};
use crate::formats::newsmark::wire;
use crate::value::read_time;

/// Reads the check of the annotation that is being read. One without a state that is known here is kept
/// in `extra`.
pub(super) fn check(field: wire::Field, extra: &mut Extra, notes: &mut Notes) -> Option<Arc<Check>> {
    let json = field?;
    let state = json.get("state").and_then(Json::as_str);
    let state = state.and_then(|code| CheckState::ALL.into_iter().find(|state| state.code() == code));
    let (Some(state), true) = (state, json.is_object()) else {
        let shown = short(&json.to_string());
        notes.annotation(
            ProblemKind::Field,
            format!("has the check {shown}, which is none; it is kept in the file only"),
        );
        extra.insert("check".into(), json);
        return None;
    };
    let mut check: wire::Check = object(json)?;
    let mut rest = std::mem::take(&mut check.extra);
    let evidence = text(check.evidence, "evidence", &mut rest, notes);
    let note = text(check.note, "note", &mut rest, notes);
    let by = text(check.by, "by", &mut rest, notes).into();
    let at = match check.at.as_ref().map(|at| at.as_str().and_then(read_time)) {
        Some(None) => {
            rest.extend(check.at.map(|at| ("at".to_owned(), at)));
            None
        }
        at => at.flatten(),
    };
    Some(Arc::new(Check { state, evidence, note, by, at, extra: rest }))
}
