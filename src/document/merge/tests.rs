use super::*;
use crate::annotation::{AnnotationId, Origin, Relation, RelationId, Status};
use crate::document::DocumentId;
use crate::label::{LabelCode, LabelSet};
use crate::text::Span;
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

/// An edit of one annotation, at a second of its own.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Add(u8),
    Note(u8),
    Reject(u8),
    Delete(u8),
    Relate(u8, u8),
    Unrelate(u8),
    Labels,
    Title,
}

fn id(n: u8) -> AnnotationId {
    AnnotationId(Uuid::from_u128(u128::from(n)))
}

fn time(second: usize) -> Timestamp {
    Timestamp::from_second(second as i64).expect("a time")
}

fn start() -> Document {
    let text = "Storm hits the coast of Peru.";
    let mut document = Document::new(DocumentId(Uuid::nil()), text, time(0));
    document.extend((0..8).map(|n| {
        let place = usize::from(n);
        Arc::new(Annotation::by_hand(id(n), Span::new(place, place + 3), LabelCode::ORG, time(0)))
    }));
    document.relate((0..4).map(|n| relation(n, n, n + 4)));
    document
}

fn relation(n: u8, from: u8, to: u8) -> Arc<Relation> {
    Arc::new(Relation {
        id: RelationId(id(n).0),
        kind: Relation::SAID_BY.into(),
        from: id(from),
        to: id(to),
        origin: Origin::Person { name: "".into() },
        extra: Extra::new(),
    })
}

fn edited(document: &Document, edits: &[Edit], first_second: usize, side: &str) -> Document {
    let mut document = document.clone();
    for (index, edit) in edits.iter().enumerate() {
        let now = time(first_second + 2 * index);
        let mut change = |n: u8, change: &dyn Fn(&mut Annotation)| {
            let Some(there) = document.annotation(id(n)) else { return };
            let mut changed = (**there).clone();
            change(&mut changed);
            changed.modified = now;
            document.replace_all(&[Arc::new(changed)]);
        };
        match *edit {
            Edit::Note(n) => change(n, &|annotation| annotation.note = format!("{side} {index}")),
            Edit::Reject(n) => change(n, &|annotation| annotation.status = Status::Rejected),
            Edit::Add(n) => {
                // No two tabs make the same id.
                let n = n + if side == "ours" { 100 } else { 150 };
                document.extend([Arc::new(Annotation::by_hand(id(n), Span::new(0, 5), LabelCode::LOC, now))]);
            }
            Edit::Delete(n) => drop(document.remove_all(&[id(n)])),
            Edit::Relate(from, to) => {
                // No two tabs make the same id.
                let n = index as u8 + if side == "ours" { 100 } else { 150 };
                document.relate([relation(n, from, to)]);
            }
            Edit::Unrelate(n) => drop(document.unrelate(&[RelationId(id(n).0)])),
            Edit::Labels => {
                let mut label = document.labels.iter().next().expect("a label").clone();
                label.name = format!("{side} {index}");
                let others = document.labels.iter().skip(1).cloned();
                document.labels = LabelSet::new([label].into_iter().chain(others));
            }
            Edit::Title => document.title = format!("{side} {index}"),
        }
        document.modified = now;
    }
    document
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        (0u8..40).prop_map(Edit::Add),
        (0u8..8).prop_map(Edit::Note),
        (0u8..8).prop_map(Edit::Reject),
        (0u8..8).prop_map(Edit::Delete),
        (0u8..8, 0u8..8).prop_map(|(from, to)| Edit::Relate(from, to)),
        (0u8..4).prop_map(Edit::Unrelate),
        Just(Edit::Labels),
        Just(Edit::Title),
    ];
    prop::collection::vec(edit, 0..12)
}

fn bare(annotation: &Annotation) -> Annotation {
    Annotation { history: Vec::new(), ..annotation.clone() }
}

proptest! {
    /// What either side changed is in the result, as it is or in a history; what either side
    /// deleted, and the other left alone, is gone; and it does not matter who merges.
    #[test]
    fn both_sides_changes_survive(our_edits in edits(), their_edits in edits()) {
        let base = start();
        let ours = edited(&base, &our_edits, 1, "ours");
        let theirs = edited(&base, &their_edits, 2, "theirs");
        let merged = merge(Some(&base), &ours, &theirs).expect("one text");
        prop_assert_eq!(Some(merged.clone()), merge(Some(&base), &theirs, &ours));
        for (side, other) in [(&ours, &theirs), (&theirs, &ours)] {
            for annotation in side.annotations() {
                let was = base.annotation(annotation.id);
                let found = merged.annotation(annotation.id);
                if was == Some(annotation) {
                    prop_assert_eq!(found, other.annotation(annotation.id), "left alone here");
                    continue;
                }
                let found = found.expect("an edit is never lost");
                let is_there = bare(found) == bare(annotation)
                    || found.history.iter().any(|version| **version == bare(annotation));
                prop_assert!(is_there, "{annotation:?} in {found:?}");
                prop_assert!(found.modified >= annotation.modified, "the later one counts");
            }
            for was in base.annotations() {
                let is_left_alone = other.annotation(was.id) == Some(was);
                if side.annotation(was.id).is_none() && is_left_alone {
                    prop_assert_eq!(merged.annotation(was.id), None, "deleted");
                }
            }
            if side.title != base.title && other.title == base.title {
                prop_assert_eq!(&merged.title, &side.title);
            }
        }
    }

    /// Merging again changes nothing, and merging with what did not change gives what did.
    #[test]
    fn merging_again_changes_nothing(our_edits in edits(), their_edits in edits()) {
        let base = start();
        let ours = edited(&base, &our_edits, 1, "ours");
        let theirs = edited(&base, &their_edits, 2, "theirs");
        let merged = merge(Some(&base), &ours, &theirs).expect("one text");
        prop_assert_eq!(merge(Some(&theirs), &merged, &theirs), Some(merged.clone()));
        prop_assert_eq!(merge(Some(&ours), &ours, &merged), Some(merged.clone()));
        prop_assert_eq!(merge(Some(&base), &ours, &base), Some(ours.clone()));
        prop_assert_eq!(merge(Some(&base), &base, &theirs), Some(theirs.clone()));
        prop_assert_eq!(merge(Some(&merged), &merged, &merged), Some(merged));
    }

    /// Without a common state nothing that either side has goes.
    #[test]
    fn without_a_base_all_stays(our_edits in edits(), their_edits in edits()) {
        let base = start();
        let ours = edited(&base, &our_edits, 1, "ours");
        let theirs = edited(&base, &their_edits, 2, "theirs");
        let merged = merge(None, &ours, &theirs).expect("one text");
        prop_assert_eq!(Some(merged.clone()), merge(None, &theirs, &ours));
        for annotation in ours.annotations().iter().chain(theirs.annotations()) {
            let found = merged.annotation(annotation.id).expect("kept");
            prop_assert!(bare(found) == bare(annotation) || found.history.contains(&Arc::new(bare(annotation))));
        }
    }
}

#[test]
fn a_backup_brings_back_what_is_gone_and_leaves_alone_what_has_changed_since() {
    let backup = start();
    let edits = [Edit::Note(1), Edit::Delete(2), Edit::Add(3), Edit::Title];
    let ours = edited(&backup, &edits, 1, "ours");
    let combined = combine(&ours, &backup).expect("one text");
    assert_eq!(combined.annotations().len(), 9);
    assert!(combined.annotations().iter().all(|annotation| annotation.history.is_empty()));
    assert_eq!(combined.annotation(id(1)), ours.annotation(id(1)));
    assert_eq!(combined.annotation(id(2)), backup.annotation(id(2)));
    assert_eq!((&combined.title, &combined.labels), (&ours.title, &ours.labels));
    assert_eq!(combine(&combined, &backup), Some(combined.clone()), "again there is nothing to do");
    assert_eq!(combine(&backup, &ours), Some(combined));
}

#[test]
fn marks_made_meanwhile_come_to_the_new_text() {
    let base = start();
    let mut updated = base.on_text("Late news. Storm hits the coast of Chile.");
    updated.modified = time(5);
    let mut theirs = base.clone();
    let mark =
        |n, start, end| Arc::new(Annotation::by_hand(id(n), Span::new(start, end), LabelCode::LOC, time(1)));
    theirs.extend([mark(20, 15, 20), mark(21, 24, 28)]);
    theirs.modified = time(9);
    for (one, other) in [(&updated, &theirs), (&theirs, &updated)] {
        let merged = merge(Some(&base), one, other).expect("one article");
        assert_eq!(merged.text(), updated.text());
        let quote = |n| merged.annotation(id(n)).map(|it| merged.quote(it));
        assert_eq!((quote(20), quote(21)), (Some("coast"), None));
        assert_eq!(merged.orphans.last().map(|orphan| orphan.annotation.id), Some(id(21)));
    }
    let unknown = merge(None, &updated, &theirs).expect("one article");
    assert_eq!(unknown.text(), theirs.text(), "the later one");
    assert_eq!(merge(None, &theirs, &updated), Some(unknown));
}

#[test]
fn an_outlet_and_a_language_that_one_side_has_given_stay() {
    let base = start();
    let ours = Document { outlet: "The Harbour Times".into(), ..base.clone() };
    let theirs = Document { language: "es".into(), modified: time(9), ..base.clone() };
    let merged = merge(Some(&base), &ours, &theirs).expect("copies of one article");
    assert_eq!((merged.outlet.as_str(), merged.language.as_str()), ("The Harbour Times", "es"));
}

#[test]
fn other_articles_are_not_merged() {
    let (ours, mut theirs) = (start(), start());
    theirs.id = DocumentId(Uuid::max());
    assert_eq!(merge(None, &ours, &theirs), None);
    assert_eq!(combine(&ours, &ours.on_text("Another text.")), None);
}
