//! Colleagues' files come together in any order, as often as one likes.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::agreement::agreement;
use newsmark::annotation::{
    Annotation, AnnotationId, Check, CheckState, Entity, EntityId, Extra, Origin, Relation, RelationId,
    Status,
};
use newsmark::document::{Document, DocumentId, disagreements, unite};
use newsmark::label::LabelCode;
use newsmark::text::Span;
use proptest::prelude::*;
use uuid::Uuid;

const WORDS: usize = 12;

prop_compose! {
    fn annotations()(
        id in 0..6u128, first in 0..WORDS, words in 1..3usize, label in prop::sample::select(vec![LabelCode::PERSON, LabelCode::ORG]),
        status in prop::sample::select(&Status::ALL[..]), name in "[ab]", note in "[xy]?", modified in 0..3i64, entity in prop::option::of(0..2usize),
        is_checked in any::<bool>(),
    ) -> Annotation {
        let last = (first + words).min(WORDS);
        let span = Span::new(first * 5, last * 5 - 1);
        let made = Annotation::by_hand(AnnotationId(Uuid::from_u128(id)), span, label, Timestamp::UNIX_EPOCH);
        let check = Check { state: CheckState::Wrong, evidence: String::new(), note: String::new(), by: "".into(), at: None, extra: Extra::new() };
        Annotation {
            status, note, origin: Origin::Person { name: name.into() }, entity: entity.map(|n| EntityId(format!("e{n}").into())),
            modified: Timestamp::from_second(modified).expect("in range"), check: is_checked.then(|| Arc::new(check)), ..made
        }
    }
}

prop_compose! {
    fn documents()(
        all in prop::collection::vec(annotations(), 0..6), names in prop::collection::vec("[MN]", 2),
        links in prop::collection::vec((any::<u128>(), any::<[prop::sample::Index; 2]>()), 0..3),
    ) -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), &"word ".repeat(WORDS), Timestamp::UNIX_EPOCH);
        for (n, name) in names.into_iter().enumerate() {
            let id = EntityId(format!("e{n}").into());
            document.entities.push(Entity { id, label: LabelCode::PERSON, name, decided: None, extra: Extra::new() });
        }
        document.extend(all.into_iter().map(Arc::new));
        let ids: Vec<_> = document.annotations().iter().map(|annotation| annotation.id).collect();
        if !ids.is_empty() {
            document.relate(links.into_iter().map(|(id, [from, to])| Arc::new(Relation {
                id: RelationId(Uuid::from_u128(id)), kind: "said_by".into(), from: *from.get(&ids), to: *to.get(&ids),
                origin: Origin::Person { name: "".into() }, extra: Extra::new(),
            })));
        }
        document
    }
}

/// What people see of a document: each mark with its versions, who is named, and what leads where; ids are of no account.
fn seen(document: &Document) -> Vec<String> {
    let name = |annotation: &Annotation| {
        let entity = document.entities.iter().find(|entity| Some(&entity.id) == annotation.entity.as_ref());
        entity.map(|entity| entity.name.clone())
    };
    let show = |annotation: &Annotation| {
        format!(
            "{:?} {} {:?} {:?} {:?} {:?} {:?} {:?}",
            annotation.span,
            annotation.label,
            annotation.status,
            annotation.origin,
            annotation.note,
            annotation.modified,
            annotation.check.is_some(),
            name(annotation)
        )
    };
    let mut all: Vec<String> = Vec::new();
    for annotation in document.annotations() {
        let mut versions: Vec<_> = annotation.history.iter().map(|version| show(version)).collect();
        versions.sort();
        versions.dedup();
        all.push(format!("{} before: {versions:?}", show(annotation)));
    }
    let place = |id| document.annotation(id).map(|annotation| (annotation.span, annotation.label.clone()));
    all.extend(
        document.relations().iter().map(|it| format!("{:?} {} {:?}", place(it.from), it.kind, place(it.to))),
    );
    all.sort();
    all
}

fn both(one: &Document, other: &Document) -> Document {
    unite(one, other).expect("one text")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn whose_file_comes_first_is_of_no_account(one in documents(), other in documents()) {
        prop_assert_eq!(seen(&both(&one, &other)), seen(&both(&other, &one)));
    }

    #[test]
    fn three_files_are_as_good_as_two(one in documents(), other in documents(), third in documents()) {
        let left = both(&both(&one, &other), &third);
        let right = both(&one, &both(&other, &third));
        prop_assert_eq!(seen(&left), seen(&right));
    }

    #[test]
    fn a_file_that_comes_twice_changes_nothing(one in documents(), other in documents()) {
        let once = both(&one, &other);
        prop_assert_eq!(seen(&both(&once, &other)), seen(&once));
        prop_assert_eq!(seen(&both(&once, &once)), seen(&once));
    }

    #[test]
    fn no_mark_is_lost(one in documents(), other in documents()) {
        let together = both(&one, &other);
        let places = |document: &Document| document.annotations().iter().map(|a| (a.span.start(), a.span.end(), a.label.clone())).collect::<std::collections::BTreeSet<_>>();
        let expected: std::collections::BTreeSet<_> = places(&one).union(&places(&other)).cloned().collect();
        prop_assert_eq!(places(&together), expected.clone());
        prop_assert_eq!(together.annotations().len(), expected.len());
    }

    #[test]
    fn everybody_agrees_with_themselves(one in documents(), other in documents()) {
        let own = agreement(&one, &one).expect("one text");
        prop_assert_eq!(own.all.exact, own.all.first);
        prop_assert_eq!(own.all.overlapping, own.all.first);
        prop_assert!(own.kappa.is_none_or(|kappa| (kappa - 1.0).abs() < 1e-9));
        prop_assert!(own.alpha.is_none_or(|alpha| (alpha - 1.0).abs() < 1e-9));
        let (here, there) = (agreement(&one, &other).expect("one text"), agreement(&other, &one).expect("one text"));
        prop_assert_eq!((here.all.exact, here.all.overlapping), (there.all.exact, there.all.overlapping));
        prop_assert!(here.all.exact <= here.all.overlapping);
        prop_assert_eq!(here.alpha.map(|a| (a * 1e9).round()), there.alpha.map(|a| (a * 1e9).round()));
    }
}

#[test]
fn colleagues_disagree_where_their_marks_differ() {
    let by = |name: &str, id: u128, start: usize, end: usize, label: LabelCode| {
        let mut document = Document::new(DocumentId(Uuid::nil()), "Rome Opera sings.", Timestamp::UNIX_EPOCH);
        let mark = Annotation::by_hand(
            AnnotationId(Uuid::from_u128(id)),
            Span::new(start, end),
            label,
            Timestamp::UNIX_EPOCH,
        );
        document.extend([Arc::new(Annotation { origin: Origin::Person { name: name.into() }, ..mark })]);
        document
    };
    let ada = by("Ada", 1, 0, 10, LabelCode::ORG);
    assert_eq!(disagreements(&both(&ada, &by("Li", 2, 0, 10, LabelCode::ORG))), []);
    let differ = both(&ada, &by("Li", 2, 0, 4, LabelCode::LOC));
    let found = disagreements(&differ);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place(&differ), Some(Span::new(0, 10)));
    assert_eq!(unite(&ada, &Document::new(ada.id, "Another text.", ada.created)), None);
}
