//! What another text of an article says otherwise: figures, names, quotes.

use std::collections::HashSet;

use super::Document;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::text::{Alignment, Span};

/// A fact of an article that a later text of it tells otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What the old text said, as an annotation of the old document.
    pub was: AnnotationId,
    /// What the new one says in its place, as an annotation of the new document: of the same label.
    pub is: AnnotationId,
}

/// How the facts of two texts of one article differ.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Changes {
    /// What is told otherwise, in the order of the old text.
    pub changed: Vec<Change>,
    /// What only the old text says.
    pub gone: Vec<AnnotationId>,
    /// What only the new one says.
    pub new: Vec<AnnotationId>,
}

/// What `new`, the same article with another text, says otherwise; rejected marks are no facts.
///
/// ```
/// # use newsmark::document::{annotate, changes, Document, DocumentId};
/// # use newsmark::extract::extract;
/// let read = |text: &str| {
///     let mut document = Document::new(DocumentId(Default::default()), text, Default::default());
///     let mut id = 0;
///     let ids = || { id += 1; uuid::Uuid::from_u128(id) };
///     annotate(&mut document, &extract(text, None), ids, Default::default());
///     document
/// };
/// let (old, new) = (read("The council has 31 members."), read("The council has 32 members."));
/// let found = changes(&old, &new);
/// assert_eq!(old.quote(old.annotation(found.changed[0].was).unwrap()), "31");
/// assert_eq!(new.quote(new.annotation(found.changed[0].is).unwrap()), "32");
/// ```
pub fn changes(old: &Document, new: &Document) -> Changes {
    let alignment = Alignment::new(old.text(), new.text());
    let is_fact = |annotation: &&std::sync::Arc<Annotation>| annotation.status != Status::Rejected;
    let mut told: HashSet<Span> = HashSet::new();
    let mut lost = Vec::new();
    for annotation in old.annotations().iter().filter(is_fact) {
        match alignment.place(annotation.span) {
            Some(span) => {
                told.insert(span);
            }
            None => lost.push(annotation),
        }
    }
    let mut fresh: Vec<_> = (new.annotations().iter().filter(is_fact))
        .filter(|annotation| !told.contains(&annotation.span))
        .collect();
    let mut found = Changes::default();
    for annotation in lost {
        let place = alignment.opposite(annotation.span);
        let is_instead = |other: &&std::sync::Arc<Annotation>| {
            other.label == annotation.label && place.is_some_and(|place| place.contains(other.span))
        };
        match fresh.iter().position(is_instead) {
            Some(at) => {
                let is = fresh.remove(at).id;
                found.changed.push(Change { was: annotation.id, is });
            }
            None => found.gone.push(annotation.id),
        }
    }
    found.new = fresh.into_iter().map(|annotation| annotation.id).collect();
    found
}
