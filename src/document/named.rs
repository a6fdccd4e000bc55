use std::sync::Arc;

use super::Document;
use crate::annotation::{Annotation, Decision, Origin};

impl Document {
    /// The same with a person's name where something was decided, checked or marked by somebody without one.
    ///
    /// ```
    /// # use newsmark::annotation::{Annotation, AnnotationId, Origin};
    /// # use newsmark::document::{Document, DocumentId};
    /// # use newsmark::{label::LabelCode, text::Span};
    /// let mut document = Document::new(DocumentId(Default::default()), "Rome", Default::default());
    /// document.extend([Annotation::by_hand(AnnotationId(Default::default()), Span::new(0, 4), LabelCode::LOC, Default::default()).into()]);
    /// assert_eq!(document.with_name("Ada").annotations()[0].origin, Origin::Person { name: "Ada".into() });
    /// ```
    pub fn with_name(&self, name: &str) -> Document {
        let mut named = self.clone();
        if name.is_empty() {
            return named;
        }
        for annotation in &mut named.annotations {
            sign(annotation, name);
        }
        for entity in &mut named.entities {
            if let Some(decided) = entity.decided.as_mut().filter(|decided| decided.by.is_empty()) {
                decided.by = name.into();
            }
        }
        named
    }
}

fn sign(annotation: &mut Arc<Annotation>, name: &str) {
    if has_unnamed(annotation) {
        let annotation = Arc::make_mut(annotation);
        if let Some(decision) = annotation.decision().filter(|decision| decision.by.is_empty()) {
            annotation.decided = Some(Decision { by: name.into(), ..decision });
        }
        if let Some(check) = annotation.check.as_mut().filter(|check| check.by.is_empty()) {
            Arc::make_mut(check).by = name.into();
        }
        match &mut annotation.origin {
            Origin::Person { name: by } if by.is_empty() => *by = name.into(),
            _ => {}
        }
        annotation.history.iter_mut().for_each(|version| sign(version, name));
    }
}

fn has_unnamed(annotation: &Annotation) -> bool {
    annotation.decision().is_some_and(|decision| decision.by.is_empty())
        || annotation.check.as_ref().is_some_and(|check| check.by.is_empty())
        || matches!(&annotation.origin, Origin::Person { name } if name.is_empty())
        || annotation.history.iter().any(|version| has_unnamed(version))
}
