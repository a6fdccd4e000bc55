//! The objects of a Newsmark file as they stand in JSON.
//!
//! Every field is any JSON at all, so that one that is not as it should be spoils nothing else;
//! [`super::read`] makes sense of them.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::annotation::Extra;

macro_rules! wire {
    ($(#[$doc:meta])* $name:ident { $($field:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Serialize, Default)]
        pub(super) struct $name {
            $(#[serde(skip_serializing_if = "is_absent")] pub(super) $field: Field,)*
            /// All other fields.
            #[serde(flatten)]
            pub(super) extra: Extra,
        }

        impl From<Map<String, Json>> for $name {
            fn from(object: Map<String, Json>) -> $name {
                let mut read = $name::default();
                for (key, value) in object {
                    match key.as_str() {
                        // A field without a value is as one that is not there.
                        $(stringify!($field) => read.$field = Some(value).filter(|value| !value.is_null()),)*
                        _ => { read.extra.insert(key, value); }
                    }
                }
                read
            }
        }

        impl $name {
            /// Puts unknown fields back, those of known names where they have no value.
            pub(super) fn with_extra(mut self, extra: &Extra) -> $name {
                for (key, value) in extra {
                    match key.as_str() {
                        $(stringify!($field) => {
                            if is_empty(&self.$field) {
                                self.$field = Some(value.clone());
                            }
                        })*
                        _ => { self.extra.insert(key.clone(), value.clone()); }
                    }
                }
                self
            }
        }
    };
}

/// A field: `None` where the object does not have it.
pub(super) type Field = Option<Json>;

/// Whether a field has no value.
fn is_empty(field: &Field) -> bool {
    field.as_ref().is_none_or(|json| json.is_null() || *json == "")
}

fn is_absent(field: &Field) -> bool {
    field.is_none()
}

wire! {
    /// The file itself.
    File { format, version, generator, document, offset_unit, labels, entities, annotations, relations, orphans }
}
wire! {
    /// `document`
    Meta { id, title, source, outlet, published, language, tags, text, sha256, created, modified }
}
wire! {
    /// One of `labels`
    Label { code, name, color, key, description }
}
wire! {
    /// One of `entities`
    Entity { id, label, name, decided }
}
wire! {
    /// One of `annotations` or `orphans`
    Annotation {
        id, start, end, quote, prefix, suffix, label, status, value, entity, note, origin, decided, check,
        created, modified, history,
    }
}
wire! {
    /// `decided`, of an annotation or an entity
    Decision { by, at, entity }
}
wire! {
    /// `check`
    Check { state, evidence, note, by, at }
}
wire! {
    /// One of `relations`, but for its type.
    Relation { id, from, to, origin }
}
wire! {
    /// `origin`
    Origin { by, name, version, score }
}
