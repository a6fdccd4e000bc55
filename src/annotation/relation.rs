use std::sync::Arc;

use uuid::Uuid;

use super::{AnnotationId, Extra, Origin};

/// Identifies a relation, within its document and across copies of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RelationId(pub Uuid);

/// A typed, directed link between two annotations of one document.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Relation {
    /// Identity; never changes.
    pub id: RelationId,
    /// What kind of link it is, such as [`Relation::SAID_BY`].
    pub kind: Arc<str>,
    /// The annotation that it leads from.
    pub from: AnnotationId,
    /// The annotation that it leads to.
    pub to: AnnotationId,
    /// Who made it.
    pub origin: Origin,
    /// Unknown fields of the file that it came from.
    pub extra: Extra,
}

impl Relation {
    /// The kind that leads from a quote, or from reported speech, to its source.
    pub const SAID_BY: &'static str = "said_by";

    /// Whether it leads from speech to its source.
    pub fn is_said_by(&self) -> bool {
        *self.kind == *Relation::SAID_BY
    }

    /// Whether the annotation is one of its ends.
    pub fn touches(&self, id: AnnotationId) -> bool {
        self.from == id || self.to == id
    }
}
