use std::sync::Arc;

use jiff::Timestamp;

use super::{Annotation, Origin, Status};

/// Who decided something about an annotation or an entity, and when.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Decision {
    /// The person's name; may be empty.
    pub by: Arc<str>,
    /// When.
    pub at: Timestamp,
    /// Whether the person also decided which entity the annotation names. Accepting a mark says
    /// that its place, label and value are right, and nothing of its entity.
    pub names_entity: bool,
}

impl Decision {
    /// A decision about an annotation's place, label, value, status or check.
    pub fn new(by: impl Into<Arc<str>>, at: Timestamp) -> Decision {
        Decision { by: by.into(), at, names_entity: false }
    }
}

impl Annotation {
    /// The last decision of a person about this annotation; `None` for a suggestion that nobody has touched.
    ///
    /// Files from before decisions were recorded tell it by the status and the origin: then the
    /// person is the one who made the mark, and the time is that of its last change.
    ///
    /// ```
    /// # use newsmark::annotation::{Annotation, AnnotationId, Status};
    /// # use newsmark::{label::LabelCode, text::Span};
    /// let mark = Annotation::by_hand(AnnotationId(Default::default()), Span::new(0, 4), LabelCode::ORG, Default::default());
    /// assert_eq!(&*mark.decision().unwrap().by, "");
    /// let origin = newsmark::annotation::Origin::Extractor { name: "org".into(), version: "1".into(), score: None };
    /// let suggestion = Annotation { status: Status::Suggested, origin, ..mark };
    /// assert_eq!(suggestion.decision(), None);
    /// ```
    pub fn decision(&self) -> Option<Decision> {
        if let Some(decided) = &self.decided {
            return Some(decided.clone());
        }
        match &self.origin {
            Origin::Person { name } => Some(Decision::new(name.clone(), self.modified)),
            Origin::Extractor { .. } if self.status != Status::Suggested => {
                Some(Decision::new("", self.modified))
            }
            Origin::Extractor { .. } => None,
        }
    }
}
