//! Which decisions count no more, because somebody has settled a disagreement against them.
//!
//! A mark lists them in a field of its own, by what they are about, who made them and when. So the same
//! file asks nothing when it comes again, and a later decision of the same person does.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value as Json;

use crate::annotation::{Annotation, Extra};

/// The field of a mark that lists what it overrules.
const SETTLED: &str = "settled";

/// What a decision is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aspect {
    /// Status, label, place and value.
    Mark,
    /// Which entity is named.
    Entity,
    /// What checking has shown.
    Check,
}

/// How a decision is listed.
pub(crate) fn key(aspect: Aspect, by: &str, at: Timestamp) -> String {
    let aspect = match aspect {
        Aspect::Mark => "mark",
        Aspect::Entity => "entity",
        Aspect::Check => "check",
    };
    format!("{aspect} {at} {by}")
}

/// Adds decisions to the list.
pub(crate) fn overrule(extra: &mut Extra, keys: impl IntoIterator<Item = String>) {
    for key in keys {
        let list = extra.entry(SETTLED).or_insert_with(|| Json::Array(Vec::new()));
        if let Json::Array(list) = list
            && !list.iter().any(|known| *known == *key)
        {
            list.push(key.into());
        }
    }
}

/// The decisions that versions of a mark overrule.
pub(super) struct Overruled<'v>(HashSet<&'v str>);

impl<'v> Overruled<'v> {
    pub(super) fn by(versions: &'v [Arc<Annotation>]) -> Overruled<'v> {
        let lists = versions.iter().filter_map(|version| version.extra.get(SETTLED)?.as_array());
        Overruled(lists.flatten().filter_map(Json::as_str).collect())
    }

    pub(super) fn has(&self, aspect: Aspect, by: &str, at: Timestamp) -> bool {
        !self.0.is_empty() && self.0.contains(&*key(aspect, by, at))
    }
}
