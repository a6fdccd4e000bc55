//! Annotations: labelled spans of a text, who made them and what became of them.

pub mod anchor;
mod check;
mod decision;
mod orphan;
mod relation;
pub mod selector;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::label::LabelCode;
use crate::text::Span;
use crate::value::Value;

pub use check::{Check, CheckState};
pub use decision::Decision;
pub use orphan::Orphan;
pub use relation::{Relation, RelationId};

/// Fields of a file that this version does not know, kept so that a round trip loses nothing.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// Identifies an annotation, within its document and across copies of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AnnotationId(pub Uuid);

/// Identifies an entity within its document: `e1`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(pub Arc<str>);

/// A span with a label, and what is known and thought about it.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Annotation {
    /// Identity; never changes.
    pub id: AnnotationId,
    /// What is marked, in bytes of the document's text.
    pub span: Span,
    /// The kind of thing.
    pub label: LabelCode,
    /// What it means, for amounts, dates and quotes.
    pub value: Option<Value>,
    /// Whether somebody has looked at it.
    pub status: Status,
    /// Who made it.
    pub origin: Origin,
    /// Which entity it names.
    pub entity: Option<EntityId>,
    /// A person's remark; may be empty.
    pub note: String,
    /// What a fact-checker found out about it.
    pub check: Option<Arc<Check>>,
    /// What a person decided about it last; [`Annotation::decision`] also reads older files.
    pub decided: Option<Decision>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// The versions of it that several people, or several tabs, have made; the oldest first. Each has its
    /// own id, place and label, and no history. Where files were merged, all versions are here, also the
    /// one that counts; a later edit of the mark itself is one more.
    pub history: Vec<Arc<Annotation>>,
    /// Unknown fields of the file that it came from.
    pub extra: Extra,
}

impl Annotation {
    /// Whether it is a small number that the program has found: an ordinal, or a bare number below ten.
    /// They are read and exported as all others, but a page full of them hides what matters.
    ///
    /// ```
    /// # use newsmark::annotation::{Annotation, AnnotationId, Origin};
    /// # use newsmark::{label::LabelCode, text::Span};
    /// let mut mark = Annotation::by_hand(AnnotationId(Default::default()), Span::new(0, 5), LabelCode::ORDINAL, Default::default());
    /// assert!(!mark.is_small(), "somebody wanted it");
    /// mark.origin = Origin::Extractor { name: "numbers".into(), version: "1".into(), score: None };
    /// assert!(mark.is_small());
    /// ```
    pub fn is_small(&self) -> bool {
        let is_bare = |value: &Value| match value {
            Value::Cardinal(number) => number.modifier.is_none() && number.number.is_below(10),
            _ => false,
        };
        matches!(self.origin, Origin::Extractor { .. })
            && (self.label == LabelCode::ORDINAL
                || self.label == LabelCode::CARDINAL && self.value.as_ref().is_some_and(is_bare))
    }

    /// A mark made by a person without a name: accepted, with nothing else known of it.
    pub fn by_hand(id: AnnotationId, span: Span, label: LabelCode, now: Timestamp) -> Annotation {
        Annotation {
            id,
            span,
            label,
            value: None,
            status: Status::Accepted,
            origin: Origin::Person { name: "".into() },
            entity: None,
            note: String::new(),
            check: None,
            decided: None,
            created: now,
            modified: now,
            history: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Whether both versions say the same of the article, whoever says it.
    pub fn says_the_same(&self, other: &Annotation) -> bool {
        self.status == other.status
            && self.label == other.label
            && self.span == other.span
            && self.value == other.value
            && self.entity == other.entity
            && self.note == other.note
            && self.check == other.check
    }

    /// The same mark at another place. Its versions go along: those at its old place to the new one, the
    /// others to where `place` says, and to the mark's new place where it knows none.
    pub fn at(&self, span: Span, place: impl Fn(Span) -> Option<Span>) -> Annotation {
        let moved = |version: &Arc<Annotation>| {
            let own = if version.span == self.span { None } else { place(version.span) };
            Arc::new(Annotation { span: own.unwrap_or(span), ..(**version).clone() })
        };
        Annotation { span, history: self.history.iter().map(moved).collect(), ..self.clone() }
    }
}

/// What became of an annotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Made by an extractor; nobody has reviewed it.
    Suggested,
    /// Accepted, or made, by a person.
    Accepted,
    /// Rejected; kept, so that it does not come back.
    Rejected,
}

impl Status {
    /// All statuses.
    pub const ALL: [Status; 3] = [Status::Suggested, Status::Accepted, Status::Rejected];

    /// The status's name for people.
    pub fn name(self) -> &'static str {
        match self {
            Status::Suggested => crate::words::STATUS_SUGGESTED,
            Status::Accepted => crate::words::STATUS_ACCEPTED,
            Status::Rejected => crate::words::STATUS_REJECTED,
        }
    }

    /// The status's name in files.
    pub fn code(self) -> &'static str {
        match self {
            Status::Suggested => "suggested",
            Status::Accepted => "accepted",
            Status::Rejected => "rejected",
        }
    }
}

/// Who made an annotation.
#[derive(Clone, PartialEq, Debug)]
pub enum Origin {
    /// A program.
    Extractor {
        /// Its name, such as `money`.
        name: Arc<str>,
        /// Its version.
        version: Arc<str>,
        /// How sure it was, 0 to 1, where it says.
        score: Option<f64>,
    },
    /// A person, whose name may be empty.
    Person {
        /// The name.
        name: Arc<str>,
    },
}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Origin::Extractor { name, version, score } => {
                (name, version, score.map(f64::to_bits)).hash(state)
            }
            Origin::Person { name } => name.hash(state),
        }
    }
}

/// The thing that several annotations name.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Entity {
    /// Identity within the document.
    pub id: EntityId,
    /// The kind of thing.
    pub label: LabelCode,
    /// The name it goes by.
    pub name: String,
    /// Who gave it that name, if it was a person.
    pub decided: Option<Decision>,
    /// Unknown fields of the file that it came from.
    pub extra: Extra,
}
