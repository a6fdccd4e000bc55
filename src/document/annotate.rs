use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::{Document, EntityIds};
use crate::annotation::anchor::surroundings;
use crate::annotation::selector::TextQuoteSelector;
use crate::annotation::{
    Annotation, AnnotationId, Entity, EntityId, Extra, Origin, Relation, RelationId, Status,
};
use crate::extract::{EntityGroup, Extraction, Suggestion, extract};
use crate::text::Span;

/// Reads an article's text and adds what is found as suggestions, as [`annotate`] does; returns how many. Lines that are known
/// to be left over from its web page take no part.
///
/// This is the way from a text to a document, for the page, the packages and the command line.
///
/// ```
/// # use newsmark::document::{Document, DocumentId, read};
/// # use uuid::Uuid;
/// let text = "Share on Facebook\nKenya raised $2.3 billion on Friday.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// read(&mut document, Uuid::new_v4, Default::default());
/// let marked: Vec<_> = document.annotations().iter().map(|it| document.quote(it)).collect();
/// assert_eq!(marked, ["Kenya", "$2.3 billion", "Friday"]);
/// ```
pub fn read(document: &mut Document, ids: impl FnMut() -> Uuid, now: Timestamp) -> usize {
    let extraction = extract(document.text(), document.published);
    annotate(document, &extraction, ids, now)
}

/// Adds what was extracted from the document's text as suggestions; returns how many.
///
/// A suggestion with the span and label of an annotation that is there already, a rejected one
/// included, is left out: what a person has settled does not come back, nor does what was rejected in another text of
/// the article with the same words on one side of it. A group of mentions joins
/// the entity of an annotation that is there already, else the entity of its name, else a new one
/// (`e1`, `e2` and so on). Speech that is new is related to its source. `ids` gives a new id at every call; `now` is the time of creation.
pub fn annotate(
    document: &mut Document,
    extraction: &Extraction,
    mut ids: impl FnMut() -> Uuid,
    now: Timestamp,
) -> usize {
    let there: HashMap<_, _> = document
        .annotations()
        .iter()
        .map(|annotation| ((annotation.span, annotation.label.clone()), annotation.entity.clone()))
        .collect();
    let coinciding = |mention: usize| {
        let suggestion = extraction.suggestions.get(mention)?;
        there.get(&(suggestion.span, suggestion.label.clone()))
    };
    let text = document.text().clone();
    let is_rejected = |suggestion: &Suggestion| {
        document.orphans.iter().any(|orphan| {
            orphan.annotation.status == Status::Rejected
                && orphan.annotation.label == suggestion.label
                && stands_alike(&text, suggestion.span, &orphan.selector.quote)
        })
    };
    let mut entities: Vec<Option<EntityId>> = vec![None; extraction.suggestions.len()];
    let mut names = EntityNames::new(&document.entities, document.annotations());
    for group in &extraction.entities {
        let mut new = group.mentions.iter().filter(|&&mention| coinciding(mention).is_none()).peekable();
        if new.peek().is_none() {
            continue;
        }
        let known = group.mentions.iter().find_map(|&mention| coinciding(mention)?.clone());
        let id = known.unwrap_or_else(|| names.id_of(group, &mut document.entities));
        for &mention in new {
            if let Some(entity) = entities.get_mut(mention) {
                *entity = Some(id.clone());
            }
        }
    }
    let suggestions = extraction.suggestions.iter().zip(entities).enumerate();
    let mut made: Vec<Option<AnnotationId>> = vec![None; extraction.suggestions.len()];
    let new: Vec<_> = suggestions
        .filter(|&(index, (suggestion, _))| coinciding(index).is_none() && !is_rejected(suggestion))
        .map(|(index, (suggestion, entity))| {
            let id = AnnotationId(ids());
            if let Some(slot) = made.get_mut(index) {
                *slot = Some(id);
            }
            Arc::new(Annotation {
                id,
                span: suggestion.span,
                label: suggestion.label.clone(),
                value: suggestion.value.clone(),
                status: Status::Suggested,
                origin: Origin::Extractor {
                    name: suggestion.extractor.into(),
                    version: suggestion.version.into(),
                    score: Some(suggestion.score),
                },
                entity,
                note: String::new(),
                check: None,
                decided: None,
                created: now,
                modified: now,
                history: Vec::new(),
                extra: Extra::new(),
            })
        })
        .collect();
    let proposed = new.len();
    // Where the place was taken already, links lead to what is there.
    let standing = |index: usize| {
        let suggestion = extraction.suggestions.get(index)?;
        let first = document.annotations.partition_point(|it| it.span.start() < suggestion.span.start());
        let here = document.annotations.iter().skip(first);
        let mut here = here.take_while(|it| it.span.start() == suggestion.span.start());
        here.find(|it| {
            it.span == suggestion.span && it.label == suggestion.label && it.status != Status::Rejected
        })
        .map(|it| it.id)
    };
    let is_new = |index: usize| made.get(index).copied().flatten();
    // What is there has the source that it has, or that somebody took away.
    let links = extraction.said_by.iter().filter_map(|link| {
        let from = is_new(link.from)?;
        Some((link, from, is_new(link.to).or_else(|| standing(link.to))?))
    });
    let relations: Vec<_> = links
        .map(|(link, from, to)| {
            let suggestion = extraction.suggestions.get(link.from);
            Arc::new(Relation {
                id: RelationId(ids()),
                kind: Relation::SAID_BY.into(),
                from,
                to,
                origin: Origin::Extractor {
                    name: suggestion.map_or("", |it| it.extractor).into(),
                    version: suggestion.map_or("", |it| it.version).into(),
                    score: suggestion.map(|it| it.score),
                },
                extra: Extra::new(),
            })
        })
        .collect();
    let added = proposed - document.extend(new).len();
    document.relate(relations);
    if added > 0 {
        document.modified = now;
    }
    added
}

/// Whether a place has the words of a selector, and on one side of them what stood there.
fn stands_alike(text: &str, span: Span, quote: &TextQuoteSelector) -> bool {
    /// So many code points tell a place from its likes.
    const ENOUGH: usize = 12;
    let here = surroundings(text, span);
    let common = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    here.exact == quote.exact
        && (common(&mut here.prefix.chars().rev(), &mut quote.prefix.chars().rev()) >= ENOUGH
            || common(&mut here.suffix.chars(), &mut quote.suffix.chars()) >= ENOUGH)
}

/// The entities of a document by label and name, and which ids are taken.
struct EntityNames {
    by_name: HashMap<(String, String), EntityId>,
    ids: EntityIds,
}

impl EntityNames {
    fn new(entities: &[Entity], annotations: &[Arc<Annotation>]) -> EntityNames {
        let key = |entity: &Entity| (entity.label.to_string(), entity.name.clone());
        EntityNames {
            by_name: entities.iter().rev().map(|entity| (key(entity), entity.id.clone())).collect(),
            ids: EntityIds::new(entities, annotations),
        }
    }

    /// The entity of this label and name; a new one is added to `entities`.
    fn id_of(&mut self, group: &EntityGroup, entities: &mut Vec<Entity>) -> EntityId {
        let key = (group.label.to_string(), group.name.clone());
        if let Some(id) = self.by_name.get(&key) {
            return id.clone();
        }
        let id = self.ids.free();
        self.by_name.insert(key, id.clone());
        let (label, name) = (group.label.clone(), group.name.clone());
        entities.push(Entity { id: id.clone(), label, name, decided: None, extra: Extra::new() });
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocumentId;
    use crate::extract::Suggestion;
    use crate::label::LabelCode;
    use crate::text::Span;

    fn suggestion(start: usize, end: usize) -> Suggestion {
        let label = LabelCode::PERSON;
        Suggestion {
            span: Span::new(start, end),
            label,
            value: None,
            score: 0.5,
            extractor: "person",
            version: "1",
        }
    }

    #[test]
    fn what_is_settled_does_not_come_back() {
        let mut document =
            Document::new(DocumentId(Uuid::nil()), "Ann Lee met Lee and Lee.", Timestamp::UNIX_EPOCH);
        let mut next = 0;
        let mut ids = || {
            next += 1;
            Uuid::from_u128(next)
        };
        let group = |mentions: &[usize]| EntityGroup {
            label: LabelCode::PERSON,
            name: "Ann Lee".into(),
            mentions: mentions.to_vec(),
        };
        let mut extraction = Extraction {
            suggestions: vec![suggestion(0, 7), suggestion(12, 15)],
            entities: vec![group(&[0, 1])],
            ..Extraction::default()
        };
        assert_eq!(annotate(&mut document, &extraction, &mut ids, Timestamp::UNIX_EPOCH), 2);
        assert_eq!(document.entities.len(), 1);
        let rejected = document.annotations()[1].id;
        let mut removed = document.remove_all(&[rejected]).expect("an annotation");
        let annotation = removed.annotations.remove(0);
        document.extend([Arc::new(Annotation { status: Status::Rejected, ..(*annotation).clone() })]);

        extraction.suggestions.push(suggestion(20, 23));
        extraction.entities = vec![group(&[0, 1, 2])];
        assert_eq!(annotate(&mut document, &extraction, &mut ids, Timestamp::UNIX_EPOCH), 1);
        assert_eq!(document.entities.len(), 1);
        assert_eq!(document.annotations()[2].entity, document.annotations()[0].entity);
        assert_eq!(annotate(&mut document, &extraction, &mut ids, Timestamp::UNIX_EPOCH), 0);
    }

    #[test]
    fn what_was_rejected_in_another_text_stays_away() {
        let old = "The board met. Ann Lee spoke of the harbour on Monday.";
        let mut document = Document::new(DocumentId(Uuid::nil()), old, Timestamp::UNIX_EPOCH);
        let id = AnnotationId(Uuid::from_u128(1));
        let mark = Annotation::by_hand(id, Span::new(15, 22), LabelCode::PERSON, Timestamp::UNIX_EPOCH);
        document.extend([Arc::new(Annotation { status: Status::Rejected, ..mark })]);
        // Every word before it is another one; the alignment does not trust the place.
        let new = "Nobody else was there, and yet Ann Lee spoke of the harbour at length, to an empty hall.";
        let mut updated = document.on_text(new);
        updated.orphans.extend(updated.annotations().first().map(|it| crate::annotation::Orphan {
            annotation: (**it).clone(),
            selector: crate::annotation::anchor::describe(
                old,
                &crate::text::OffsetMap::new(old),
                Span::new(15, 22),
            ),
        }));
        updated.remove_all(&[id]);
        let extraction =
            Extraction { suggestions: vec![suggestion(31, 38), suggestion(0, 6)], ..Extraction::default() };
        let ids = || Uuid::from_u128(7);
        assert_eq!(annotate(&mut updated, &extraction, ids, Timestamp::UNIX_EPOCH), 1);
        assert_eq!(updated.quote(&updated.annotations()[0]), "Nobody");
    }
}
