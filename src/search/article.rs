use std::sync::Arc;

use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::Document;
use crate::text::{Folded, Span};

/// Where words stand in an article and in what is known of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Hits {
    /// In the text, in reading order.
    pub text: Vec<Span>,
    /// The annotations whose entity, value or note has the words, in reading order; those of which only
    /// the marked words do are hits in the text.
    pub marks: Vec<AnnotationId>,
}

/// Looks for words in a document, whose text is folded in `text`; case and accents do not count.
///
/// ```
/// use newsmark::document::{Document, DocumentId};
/// use newsmark::search::find;
/// use newsmark::text::Folded;
///
/// let now = Default::default();
/// let document = Document::new(DocumentId(Default::default()), "Café in Rome. A cafe.", now);
/// let hits = find(&document, &Folded::new(document.text()), "CAFE");
/// assert_eq!(hits.text.len(), 2);
/// ```
pub fn find(document: &Document, text: &Folded, words: &str) -> Hits {
    let query = Folded::new(words);
    if query.is_blank() {
        return Hits::default();
    }
    let has = |text: &str| Folded::new(text).contains(&query);
    let entities: Vec<_> =
        document.entities.iter().filter(|entity| has(&entity.name)).map(|entity| &entity.id).collect();
    let is_hit = |annotation: &&Arc<Annotation>| {
        annotation.status != Status::Rejected
            && (annotation.entity.as_ref().is_some_and(|entity| entities.contains(&entity))
                || !annotation.note.is_empty() && has(&annotation.note)
                || annotation.value.as_ref().is_some_and(|value| has(&value.describe())))
    };
    let marks = document.annotations().iter().filter(is_hit).map(|annotation| annotation.id).collect();
    Hits { text: text.find(&query).collect(), marks }
}
