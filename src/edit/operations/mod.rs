//! What people do to a document, as commands. Each gives `None` where there is nothing to do.

mod entities;
mod labels;
mod orphans;
mod settle;
mod sources;
mod spans;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Command;
use crate::annotation::{Annotation, AnnotationId, Check, Decision, Entity, Extra, Status};
use crate::document::{Document, EntityIds};
use crate::extract::extract_whole;
use crate::label::LabelCode;
use crate::text::Span;
use crate::value::Value;

pub use entities::{merge, name_mention, relabel_subject, rename, review_subject, split_off};
pub use labels::{delete_label, set_labels};
pub use orphans::{decline_orphan, delete_orphan, place_orphan};
pub use settle::{Choice, settle};
pub use sources::{SourceChoice, set_source, set_speaker};
pub use spans::{mark_all, resize};

/// Gives these annotations another status; those that have it already stay as they are.
pub fn set_status(
    document: &Document,
    ids: &[AnnotationId],
    status: Status,
    now: Timestamp,
) -> Option<Command> {
    replace(document, ids, |annotation| {
        (annotation.status != status).then(|| Annotation { status, modified: now, ..annotation.clone() })
    })
}

/// Accepts, or rejects, every suggestion for which `is_meant` holds.
pub fn review_all(
    document: &Document,
    status: Status,
    is_meant: impl Fn(&Annotation) -> bool,
    now: Timestamp,
) -> Option<Command> {
    let suggested =
        |annotation: &&Arc<Annotation>| annotation.status == Status::Suggested && is_meant(annotation);
    let ids: Vec<_> =
        document.annotations().iter().filter(suggested).map(|annotation| annotation.id).collect();
    set_status(document, &ids, status, now)
}

/// Gives an annotation another label, which also accepts it. Its value goes, since it is of the
/// old kind, and a new one is read from the text.
pub fn relabel(document: &Document, id: AnnotationId, label: &LabelCode, now: Timestamp) -> Option<Command> {
    replace(document, &[id], |annotation| {
        (annotation.label != *label).then(|| Annotation {
            label: label.clone(),
            value: read_value(document, annotation.span, label),
            status: Status::Accepted,
            entity: None,
            modified: now,
            ..annotation.clone()
        })
    })
}

/// Sets what an annotation means, which also accepts it.
pub fn set_value(
    document: &Document,
    id: AnnotationId,
    value: Option<&Value>,
    now: Timestamp,
) -> Option<Command> {
    replace(document, &[id], |annotation| {
        (annotation.value.as_ref() != value).then(|| Annotation {
            value: value.cloned(),
            status: Status::Accepted,
            modified: now,
            ..annotation.clone()
        })
    })
}

/// Sets what a fact-checker found out; `None` as `check` takes it away.
pub fn set_check(
    document: &Document,
    id: AnnotationId,
    check: Option<&Arc<Check>>,
    now: Timestamp,
) -> Option<Command> {
    replace(document, &[id], |annotation| {
        (annotation.check.as_ref() != check).then(|| Annotation {
            check: check.cloned(),
            modified: now,
            ..annotation.clone()
        })
    })
}

/// Sets a person's remark.
pub fn set_note(document: &Document, id: AnnotationId, note: &str, now: Timestamp) -> Option<Command> {
    replace(document, &[id], |annotation| {
        (annotation.note != note).then(|| Annotation {
            note: note.to_owned(),
            modified: now,
            ..annotation.clone()
        })
    })
}

/// Makes two annotations mentions of one entity, with all that either is one with: those of its entity
/// and those of the same words. The entity is that of the first, else that of the other, else a new
/// one that goes by the fuller name.
pub fn join(document: &Document, id: AnnotationId, other: AnnotationId, now: Timestamp) -> Option<Command> {
    let (first, second) = (document.annotation(id)?, document.annotation(other)?);
    let mut entities = document.entities.clone();
    let entity = match first.entity.as_ref().or(second.entity.as_ref()) {
        Some(entity) => entity.clone(),
        None => {
            let id = EntityIds::new(&entities, document.annotations()).free();
            let name = [first, second].map(|annotation| document.quote(annotation));
            let name = name.into_iter().max_by_key(|name| name.chars().count()).unwrap_or_default();
            let (label, name) = (first.label.clone(), name.to_owned());
            entities.push(Entity { id: id.clone(), label, name, decided: None, extra: Extra::new() });
            id
        }
    };
    // Nothing is of the other one's entity any more.
    entities.retain(|known| known.id == entity || Some(&known.id) != second.entity.as_ref());
    let is_one_with = |annotation: &Annotation, whole: &Annotation| {
        annotation.entity.is_some() && annotation.entity == whole.entity
            || annotation.label == whole.label && document.quote(annotation) == document.quote(whole)
    };
    let ids: Vec<_> = document.annotations().iter().map(|annotation| annotation.id).collect();
    let mentions = replace(document, &ids, |annotation| {
        let is_meant = is_one_with(annotation, first) || is_one_with(annotation, second);
        (is_meant && annotation.entity.as_ref() != Some(&entity)).then(|| Annotation {
            entity: Some(entity.clone()),
            modified: now,
            ..annotation.clone()
        })
    })?;
    Some(Command::Batch(vec![Command::SetEntities(entities), mentions]))
}

/// Decides for a version of an annotation's history. All versions stay, also the present one.
pub fn use_version(
    document: &Document,
    id: AnnotationId,
    version: &Annotation,
    now: Timestamp,
) -> Option<Command> {
    replace(document, &[id], |annotation| {
        let is_there = annotation.history.iter().any(|earlier| **earlier == *version);
        let history = document.versions(&Arc::new(annotation.clone()));
        let names_entity = annotation.entity != version.entity;
        let decided = Some(Decision { names_entity, ..Decision::new("", now) });
        (is_there && !annotation.says_the_same(version)).then(|| Annotation {
            id,
            modified: now,
            decided,
            history,
            ..version.clone()
        })
    })
}

/// Makes the document what it was at an earlier time, its text as well.
pub fn return_to(document: &Document, earlier: &Document) -> Option<Command> {
    (document != earlier).then(|| Command::SetContent(Arc::new(earlier.clone())))
}

/// Takes annotations out.
pub fn delete(document: &Document, ids: &[AnnotationId]) -> Option<Command> {
    let known: Vec<_> = ids.iter().copied().filter(|id| document.annotation(*id).is_some()).collect();
    (!known.is_empty()).then_some(Command::Remove(known))
}

/// Marks a piece of the text by hand.
///
/// An annotation with the same span is given the label, and accepted, instead of doubled.
/// Suggestions that overlap the new mark, and that nobody has reviewed, are rejected: who marks
/// "Lloyd Austin" says that "Austin" alone was not it. Speech and sources, which hold other
/// marks, are left alone and leave others alone.
pub fn annotate(
    document: &Document,
    span: Span,
    label: &LabelCode,
    id: AnnotationId,
    now: Timestamp,
) -> Option<Command> {
    span.slice(document.text()).filter(|quote| !quote.is_empty())?;
    let there = || document.annotations().iter().filter(|other| other.span == span);
    if let Some(twin) = there().find(|other| other.label == *label) {
        return set_status(document, &[twin.id], Status::Accepted, now);
    }
    let is_free = |other: &&Arc<Annotation>| other.status == Status::Rejected || other.label.is_speech();
    if let Some(other) = there().find(|other| !is_free(other)).filter(|_| !label.is_speech()) {
        return relabel(document, other.id, label, now);
    }
    let superseded: Vec<_> = document
        .annotations()
        .iter()
        .filter(|other| other.status == Status::Suggested && other.span.overlaps(span))
        .filter(|other| !label.holds_others() && !other.label.holds_others())
        .map(|other| other.id)
        .collect();
    let annotation = Annotation {
        value: read_value(document, span, label),
        ..Annotation::by_hand(id, span, label.clone(), now)
    };
    let rejected = set_status(document, &superseded, Status::Rejected, now);
    Some(Command::Batch(rejected.into_iter().chain([Command::Add(vec![Arc::new(annotation)])]).collect()))
}

/// Reads anew, counted from another published date, what the suggestions mean that nobody has
/// reviewed.
pub fn redate(document: &Document, published: Option<Date>, now: Timestamp) -> Option<Command> {
    let suggestions = extract_whole(document.text(), published).suggestions;
    let values: HashMap<_, _> =
        suggestions.into_iter().map(|found| ((found.span, found.label), found.value)).collect();
    let ids: Vec<_> = document.annotations().iter().map(|annotation| annotation.id).collect();
    replace(document, &ids, |annotation| {
        if annotation.status != Status::Suggested {
            return None;
        }
        let value = values.get(&(annotation.span, annotation.label.clone()))?;
        (*value != annotation.value).then(|| Annotation {
            value: value.clone(),
            modified: now,
            ..annotation.clone()
        })
    })
}

/// What the marked text means as this label, where an extractor can tell from the text alone.
fn read_value(document: &Document, span: Span, label: &LabelCode) -> Option<Value> {
    let quote = span.slice(document.text())?;
    let whole = Span::new(0, quote.len());
    let suggestions = extract_whole(quote, document.published).suggestions;
    suggestions.into_iter().find(|found| found.label == *label && found.span == whole)?.value
}

fn replace(
    document: &Document,
    ids: &[AnnotationId],
    change: impl Fn(&Annotation) -> Option<Annotation>,
) -> Option<Command> {
    let ids: HashSet<_> = ids.iter().collect();
    let meant = document.annotations().iter().filter(|annotation| ids.contains(&annotation.id));
    let changed: Vec<_> = meant.filter_map(|annotation| change(annotation)).map(Arc::new).collect();
    (!changed.is_empty()).then_some(Command::Replace(changed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::EntityId;
    use crate::document::DocumentId;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const TEXT: &str = "Secretary Lloyd Austin spoke.";

    fn document() -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), TEXT, NOW);
        document.extend([suggestion(1, 16, 22, LabelCode::PERSON), suggestion(2, 0, 28, LabelCode::QUOTE)]);
        document
    }

    fn suggestion(id: u128, start: usize, end: usize, label: LabelCode) -> Arc<Annotation> {
        Arc::new(Annotation {
            status: Status::Suggested,
            ..Annotation::by_hand(AnnotationId(Uuid::from_u128(id)), Span::new(start, end), label, NOW)
        })
    }

    /// Each annotation as `quote LABEL status`, after the command and after its inverse.
    #[track_caller]
    fn check(command: Option<Command>, expected: &[&str]) {
        let before = document();
        let (after, inverse) = command.expect("a command").apply(&before, NOW).expect("it applies");
        let shown =
            after.annotations().iter().map(|a| format!("{} {} {}", after.quote(a), a.label, a.status.code()));
        assert_eq!(shown.collect::<Vec<_>>(), expected);
        let (back, again) = inverse.apply(&after, NOW).expect("the inverse applies");
        assert_eq!(back, before);
        assert_eq!(again.apply(&back, NOW).expect("redo applies").0, after);
    }

    fn id(id: u128) -> AnnotationId {
        AnnotationId(Uuid::from_u128(id))
    }

    #[test]
    fn a_mark_by_hand_rejects_the_suggestions_it_overlaps_but_not_quotes() {
        check(
            annotate(&document(), Span::new(10, 22), &LabelCode::PERSON, id(9), NOW),
            &[
                "Secretary Lloyd Austin spoke QUOTE suggested",
                "Lloyd Austin PERSON accepted",
                "Austin PERSON rejected",
            ],
        );
    }

    #[test]
    fn a_mark_by_hand_leaves_told_speech_and_its_source_alone() {
        let mut document = document();
        let around = [suggestion(3, 0, 22, LabelCode::SOURCE), suggestion(4, 10, 28, LabelCode::REPORTED)];
        document.extend(around);
        let command = annotate(&document, Span::new(10, 22), &LabelCode::PERSON, id(9), NOW);
        let (after, _) = command.expect("a command").apply(&document, NOW).expect("it applies");
        let rejected = |a: &&Arc<Annotation>| a.status == Status::Rejected;
        let rejected: Vec<_> = after.annotations().iter().filter(rejected).map(|a| a.id).collect();
        assert_eq!(rejected, [id(1)], "only the name is superseded");
    }

    #[test]
    fn a_mark_that_is_there_is_accepted_not_doubled() {
        check(
            annotate(&document(), Span::new(16, 22), &LabelCode::PERSON, id(9), NOW),
            &["Secretary Lloyd Austin spoke QUOTE suggested", "Austin PERSON accepted"],
        );
    }

    #[test]
    fn a_mark_with_the_same_span_gets_the_new_label() {
        check(
            annotate(&document(), Span::new(16, 22), &LabelCode::ORG, id(9), NOW),
            &["Secretary Lloyd Austin spoke QUOTE suggested", "Austin ORG accepted"],
        );
        check(
            annotate(&document(), Span::new(0, 28), &LabelCode::EVENT, id(9), NOW),
            &[
                "Secretary Lloyd Austin spoke EVENT accepted",
                "Secretary Lloyd Austin spoke QUOTE suggested",
                "Austin PERSON rejected",
            ],
        );
    }

    #[test]
    fn nothing_is_marked_where_the_span_does_not_fit() {
        for (start, end) in [(3, 3), (3, 99)] {
            assert_eq!(annotate(&document(), Span::new(start, end), &LabelCode::ORG, id(9), NOW), None);
        }
    }

    #[test]
    fn relabelling_accepts() {
        check(
            relabel(&document(), id(1), &LabelCode::ORG, NOW),
            &["Secretary Lloyd Austin spoke QUOTE suggested", "Austin ORG accepted"],
        );
        assert_eq!(relabel(&document(), id(1), &LabelCode::PERSON, NOW), None);
    }

    #[test]
    fn accepting_all_takes_those_meant() {
        check(
            review_all(&document(), Status::Accepted, |annotation| annotation.label != LabelCode::QUOTE, NOW),
            &["Secretary Lloyd Austin spoke QUOTE suggested", "Austin PERSON accepted"],
        );
    }

    #[test]
    fn joined_names_are_of_one_entity_with_all_that_each_was_one_with() {
        let entity = |id: &str, name: &str| Entity {
            id: EntityId(id.into()),
            label: LabelCode::PERSON,
            name: name.into(),
            decided: None,
            extra: Extra::new(),
        };
        let text = "Zelensky Zelenskyy Zelenskyy Zelensky Zelenskiy";
        let mut document = Document::new(DocumentId(Uuid::nil()), text, NOW);
        let mark = |id, start, end| suggestion(id, start, end, LabelCode::PERSON);
        let of = |mark: Arc<Annotation>, entity: &str| {
            Arc::new(Annotation { entity: Some(EntityId(entity.into())), ..(*mark).clone() })
        };
        document.entities = vec![entity("e1", "Zelenskyy"), entity("e2", "other")];
        document.extend([
            mark(1, 0, 8),
            of(mark(2, 9, 18), "e1"),
            of(mark(3, 19, 28), "e1"),
            mark(4, 29, 37),
            mark(5, 38, 47),
        ]);
        let shown = |document: &Document| {
            let entity =
                |mark: &Arc<Annotation>| mark.entity.as_ref().map_or("-".into(), |id| id.0.to_string());
            document.annotations().iter().map(entity).collect::<Vec<_>>().join(" ")
        };
        let (joined, inverse) = join(&document, id(1), id(2), NOW).unwrap().apply(&document, NOW).unwrap();
        assert_eq!(shown(&joined), "e1 e1 e1 e1 -");
        assert_eq!(inverse.apply(&joined, NOW).unwrap().0, document);
        assert_eq!(join(&joined, id(4), id(3), NOW), None, "they are one");
        document.entities.remove(0);
        let (joined, _) = join(&document, id(5), id(1), NOW).unwrap().apply(&document, NOW).unwrap();
        assert_eq!(shown(&joined), "e3 e1 e1 e3 e3");
        assert_eq!(joined.entities.last().unwrap().name, "Zelenskiy");
    }

    #[test]
    fn delete_and_status() {
        check(delete(&document(), &[id(1), id(7)]), &["Secretary Lloyd Austin spoke QUOTE suggested"]);
        assert_eq!(delete(&document(), &[id(7)]), None);
        assert_eq!(set_status(&document(), &[id(1)], Status::Suggested, NOW), None);
    }

    #[test]
    fn an_earlier_state_comes_back_whole_and_leaves_again() {
        let mut later = document();
        later.title = "Later".into();
        later.remove_all(&[id(1)]).expect("a mark");
        later.extend([suggestion(3, 0, 9, LabelCode::ORG)]);
        let command = return_to(&later, &document()).expect("a command");
        let (back, inverse) = command.apply(&later, NOW).expect("it applies");
        assert_eq!(back, document());
        assert_eq!(inverse.apply(&back, NOW).expect("the inverse applies").0, later);
        let other = Document::new(DocumentId(Uuid::nil()), "Another text.", NOW);
        assert_eq!(return_to(&later, &later), None);
        let changed = return_to(&later, &other).and_then(|command| command.apply(&later, NOW));
        assert_eq!(changed.map(|(there, _)| there), Some(other));
    }

    #[test]
    fn a_version_of_the_history_changes_places_with_the_present_one() {
        let mut document = document();
        let mut mark = (*document.remove_all(&[id(1)]).expect("a mark").annotations[0]).clone();
        let version = Annotation { note: "theirs".into(), ..mark.clone() };
        mark.history = vec![Arc::new(version.clone())];
        document.extend([Arc::new(mark)]);
        let command = use_version(&document, id(1), &version, NOW).expect("a command");
        let (changed, inverse) = command.apply(&document, NOW).expect("it applies");
        let now = changed.annotation(id(1)).expect("a mark");
        assert_eq!((now.note.as_str(), now.history.len()), ("theirs", 2));
        assert_eq!(inverse.apply(&changed, NOW).expect("the inverse applies").0, document);
        assert_eq!(use_version(&changed, id(1), &version, NOW), None, "it is the present one");
    }
}
