use std::collections::HashMap;

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

/// A document made ready to be searched: its text, and what is known of its annotations.
#[derive(Clone, Debug)]
pub struct Searchable {
    text: Folded,
    /// Entities, values and notes; annotations without any are left out.
    marks: Vec<(AnnotationId, Folded)>,
}

impl Searchable {
    /// Makes a document ready.
    pub fn new(document: &Document) -> Searchable {
        let names: HashMap<_, _> =
            document.entities.iter().map(|entity| (&entity.id, entity.name.as_str())).collect();
        let words = |annotation: &Annotation| {
            let entity = annotation.entity.as_ref().and_then(|id| names.get(id)).copied().unwrap_or_default();
            let value = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
            [entity, &value, &annotation.note].join("\u{1F}")
        };
        let marks = document.annotations().iter().filter(|annotation| annotation.status != Status::Rejected);
        let marks = marks.map(|annotation| (annotation.id, words(annotation)));
        let marks = marks.filter(|(_, words)| words.len() > 2).map(|(id, words)| (id, Folded::new(&words)));
        Searchable { text: Folded::new(document.text()), marks: marks.collect() }
    }
}

/// Looks for words in a document; case and accents do not count.
///
/// ```
/// use newsmark::document::{Document, DocumentId};
/// use newsmark::search::{Searchable, find};
///
/// let now = Default::default();
/// let document = Document::new(DocumentId(Default::default()), "Café in Rome. A cafe.", now);
/// let hits = find(&Searchable::new(&document), "CAFE");
/// assert_eq!(hits.text.len(), 2);
/// ```
pub fn find(document: &Searchable, words: &str) -> Hits {
    let query = Folded::new(words);
    if query.is_blank() {
        return Hits::default();
    }
    let marks = document.marks.iter().filter(|(_, words)| words.contains(&query)).map(|(id, _)| *id);
    Hits { text: document.text.find(&query).collect(), marks: marks.collect() }
}
