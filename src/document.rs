//! The document: one article and what is marked in it.

mod annotate;
mod annotators;
mod asking;
mod changes;
mod claims;
mod disagreement;
mod entities;
mod entity_ids;
mod front;
mod marks;
mod merge;
mod named;
mod on_text;

mod overruled;
mod relations;
mod sequence;
mod settled;
mod sources;
mod subject;
mod tags;
mod unite;
mod variants;
mod versions;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::annotation::{Annotation, AnnotationId, Entity, Extra, Orphan, Relation};
use crate::intake::title;
use crate::label::LabelSet;
use crate::text::normalize;

pub use annotate::{annotate, read};
pub use changes::{Change, Changes, changes};
pub(crate) use disagreement::Settled;
pub use disagreement::{Disagreement, Question, Side, disagreements};
pub use entity_ids::EntityIds;
pub use merge::{combine, merge};
pub(crate) use overruled::overrule;
pub(crate) use settled::{new_version, revised};
pub(crate) use sources::stale_sources;
pub use subject::{EntityRow, Subject, is_mention};
pub(crate) use unite::derived;
pub use unite::unite;

/// Identifies a document across copies of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DocumentId(pub Uuid);

/// One article: its text, what is known of it, and its annotations.
///
/// Invariants: annotating never changes the text; another text is another document ([`Document::on_text`]); every annotation's span
/// slices the text; annotations stand in reading order (by start, then the longer first, then
/// by id), so that two documents with the same annotations are equal; ids are unique; both ends of a
/// relation are annotations or orphans, and relations stand in the order of their ids. Cloning is
/// cheap: the text and the annotations are shared.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Document {
    /// Identity; never changes.
    pub id: DocumentId,
    /// The title, as people call the article; may be empty.
    pub title: String,
    /// Where the article is from, usually a URL; may be empty.
    pub source: String,
    /// Who published the article: a paper, a broadcaster, an agency; may be empty.
    pub outlet: String,
    /// When the article was published: relative dates count from here.
    pub published: Option<Date>,
    /// The language of the text as a BCP 47 tag, where somebody or something has said so; may be empty.
    pub language: String,
    /// The words under which a person keeps it with others, as [`Document::set_tags`] puts them.
    pub tags: Vec<String>,
    text: Arc<str>,
    /// The labels that this document uses.
    pub labels: LabelSet,
    /// The things that annotations name.
    pub entities: Vec<Entity>,
    annotations: Vec<Arc<Annotation>>,
    relations: Vec<Arc<Relation>>,
    /// Annotations of an imported file for which the text has no place.
    pub orphans: Vec<Orphan>,
    /// When the document was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// Unknown fields of the file that it came from.
    pub extra: Extra,
}

impl Document {
    /// A document of this text, normalised by [`normalize`], with nothing marked.
    pub fn new(id: DocumentId, text: &str, now: Timestamp) -> Document {
        Document {
            id,
            title: String::new(),
            source: String::new(),
            outlet: String::new(),
            published: None,
            language: String::new(),
            tags: Vec::new(),
            text: normalize(text).into(),
            labels: LabelSet::default(),
            entities: Vec::new(),
            annotations: Vec::new(),
            relations: Vec::new(),
            orphans: Vec::new(),
            created: now,
            modified: now,
            extra: Extra::new(),
        }
    }

    /// The article's text.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The annotations in reading order.
    pub fn annotations(&self) -> &[Arc<Annotation>] {
        &self.annotations
    }

    /// The annotation with this id.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.annotations.iter().find(|annotation| annotation.id == id)
    }

    /// The text that an annotation of this document covers.
    pub fn quote(&self, annotation: &Annotation) -> &str {
        annotation.span.slice(&self.text).unwrap_or_default()
    }

    /// Adds annotations at their places in reading order; returns those that were refused because
    /// their span is empty or does not slice the text, or their id is taken.
    pub fn extend(&mut self, annotations: impl IntoIterator<Item = Arc<Annotation>>) -> Vec<Arc<Annotation>> {
        let annotations = annotations.into_iter();
        if self.annotations.len() > FEW && annotations.size_hint().1.is_some_and(|count| count <= FEW) {
            return annotations.filter_map(|annotation| self.insert(annotation).err()).collect();
        }
        let mut ids: HashSet<_> = self.annotations.iter().map(|a| a.id).collect();
        let mut refused = Vec::new();
        for annotation in annotations {
            if self.slices(&annotation) && ids.insert(annotation.id) {
                self.annotations.push(annotation);
            } else {
                refused.push(annotation);
            }
        }
        self.annotations.sort_by_cached_key(|annotation| order(annotation));
        refused
    }

    /// Adds one annotation at its place, without putting all of them in order anew.
    fn insert(&mut self, annotation: Arc<Annotation>) -> Result<(), Arc<Annotation>> {
        if !self.slices(&annotation) || self.annotation(annotation.id).is_some() {
            return Err(annotation);
        }
        let place = self.annotations.partition_point(|other| order(other) < order(&annotation));
        self.annotations.insert(place, annotation);
        Ok(())
    }

    fn slices(&self, annotation: &Annotation) -> bool {
        annotation.span.slice(&self.text).is_some_and(|quote| !quote.is_empty())
    }

    /// Takes the annotations with these ids out, and the relations of which they are ends; `None`, and
    /// nothing changes, where one is missing.
    pub fn remove_all(&mut self, ids: &[AnnotationId]) -> Option<Removed> {
        let annotations = self.take(ids)?;
        let relations = self.take_loose_relations();
        Some(Removed { annotations, relations })
    }

    /// Puts each annotation in the place of the one with its id, and gives those; relations stay. `None`
    /// where one is missing or a span does not fit; then the document may be half changed.
    pub fn replace_all(&mut self, annotations: &[Arc<Annotation>]) -> Option<Vec<Arc<Annotation>>> {
        let ids: Vec<_> = annotations.iter().map(|annotation| annotation.id).collect();
        let replaced = self.take(&ids)?;
        self.extend(annotations.iter().cloned()).is_empty().then_some(replaced)
    }

    fn take(&mut self, ids: &[AnnotationId]) -> Option<Vec<Arc<Annotation>>> {
        let wanted: HashSet<_> = ids.iter().copied().collect();
        let is_wanted = |id: AnnotationId| match ids.len() {
            0..=FEW => ids.contains(&id),
            _ => wanted.contains(&id),
        };
        let (removed, kept): (Vec<_>, Vec<_>) =
            self.annotations.iter().cloned().partition(|annotation| is_wanted(annotation.id));
        if removed.len() != wanted.len() {
            return None;
        }
        self.annotations = kept;
        Some(removed)
    }

    /// The same annotations as a copy of another document with the same text: its identity, and what is known of
    /// the article, are that document's.
    pub fn on(self, other: &Document) -> Document {
        Document {
            id: other.id,
            title: other.title.clone(),
            source: other.source.clone(),
            outlet: other.outlet.clone(),
            published: other.published,
            language: other.language.clone(),
            tags: other.tags.clone(),
            created: other.created,
            ..self
        }
    }

    /// What to call the document: its title, else what its text gives ([`title`]).
    pub fn display_title(&self) -> Cow<'_, str> {
        match self.title.trim() {
            "" => title(&self.text).map_or("Untitled".into(), Cow::Owned),
            title => title.into(),
        }
    }
}

/// So many annotations are looked for and put in their places one by one, which is what people's
/// edits ask for: in a long document that takes far less than a table of all.
const FEW: usize = 8;

/// What [`Document::remove_all`] has taken out.
#[derive(Clone, PartialEq, Hash, Default, Debug)]
pub struct Removed {
    /// The annotations.
    pub annotations: Vec<Arc<Annotation>>,
    /// The relations that went with them.
    pub relations: Vec<Arc<Relation>>,
}

/// Reading order, which is the same each time an article is read: ids, which differ, come last.
fn order(annotation: &Annotation) -> impl Ord + use<> {
    let span = annotation.span;
    (span.start(), std::cmp::Reverse(span.end()), annotation.label.clone(), annotation.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::LabelCode;
    use crate::text::Span;

    fn annotation(id: u128, start: usize, end: usize) -> Arc<Annotation> {
        Arc::new(Annotation::by_hand(
            AnnotationId(Uuid::from_u128(id)),
            Span::new(start, end),
            LabelCode::PERSON,
            Timestamp::UNIX_EPOCH,
        ))
    }

    fn document(text: &str) -> Document {
        Document::new(DocumentId(Uuid::nil()), text, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn annotations_stand_in_reading_order() {
        let mut document = document("one two three");
        for (id, start, end) in [(1, 4, 7), (2, 0, 3), (3, 0, 7)] {
            assert!(document.extend([annotation(id, start, end)]).is_empty());
        }
        let quotes: Vec<_> = document.annotations().iter().map(|a| document.quote(a)).collect();
        assert_eq!(quotes, ["one two", "one", "two"]);
    }

    #[test]
    fn refuses_spans_that_do_not_slice_and_taken_ids() {
        let mut document = document("€5");
        let refused = |document: &mut Document, annotation| document.extend([annotation]).len() == 1;
        assert!(refused(&mut document, annotation(1, 1, 3)), "inside a character");
        assert!(refused(&mut document, annotation(1, 0, 9)), "behind the end");
        assert!(refused(&mut document, annotation(1, 3, 3)), "empty");
        assert!(!refused(&mut document, annotation(1, 0, 3)));
        assert!(refused(&mut document, annotation(1, 0, 4)), "same id");
        assert_eq!(document.extend([annotation(1, 0, 4), annotation(2, 3, 4)]).len(), 1);
    }

    #[test]
    fn few_and_many_are_added_and_removed_alike() {
        let text = "word ".repeat(40);
        let all: Vec<_> =
            (0..40).map(|n| annotation(n as u128, n * 37 % 40 * 5, n * 37 % 40 * 5 + 4)).collect();
        let ids: Vec<_> = all.iter().map(|annotation| annotation.id).collect();
        let (mut one_by_one, mut at_once) = (document(&text), document(&text));
        assert!(at_once.extend(all.iter().cloned()).is_empty());
        for annotation in all.iter().chain(&all[30..]) {
            let is_there = one_by_one.annotation(annotation.id).is_some();
            assert_eq!(one_by_one.extend([annotation.clone()]).len(), usize::from(is_there));
        }
        assert_eq!(one_by_one, at_once);
        assert!(at_once.remove_all(&ids[..20]).is_some());
        for id in &ids[..20] {
            assert_eq!(one_by_one.remove_all(&[*id]).map(|removed| removed.annotations.len()), Some(1));
        }
        assert_eq!(one_by_one, at_once);
        assert!(at_once.remove_all(&ids[19..]).is_none());
    }

    #[test]
    fn is_called_by_its_first_line_without_a_title() {
        let mut document = document("\n  \n Storm hits coast \nMore.");
        assert_eq!(document.display_title(), "Storm hits coast");
        document.title = "Mine".into();
        assert_eq!(document.display_title(), "Mine");
        assert_eq!(Document::new(document.id, "", document.created).display_title(), "Untitled");
        let long = Document::new(document.id, &"word, ".repeat(40), document.created);
        assert_eq!(long.display_title(), format!("{}word…", "word, ".repeat(12)));
        let long = Document::new(document.id, &"é".repeat(400), document.created);
        assert_eq!(long.display_title(), format!("{}…", "é".repeat(80)));
    }
}
