//! Colleagues' files come together in any order, as often as one likes.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use newsmark::agreement::agreement;
use newsmark::annotation::{
    Annotation, AnnotationId, Check, CheckState, Decision, Entity, EntityId, Extra, Origin, Relation,
    RelationId, Status,
};
use newsmark::document::{Disagreement, Document, DocumentId, Question, disagreements, unite};
use newsmark::edit::operations::{Choice, settle};
use newsmark::label::LabelCode;
use newsmark::text::Span;
use newsmark::value::{Quote, Value};
use proptest::prelude::*;
use uuid::Uuid;

const WORDS: usize = 12;

fn people() -> impl Strategy<Value = Arc<str>> {
    prop::sample::select(vec!["", "Ada", "Li", "Noor"]).prop_map(Into::into)
}

fn times() -> impl Strategy<Value = Timestamp> {
    (0..4i64).prop_map(|second| Timestamp::from_second(second).expect("in range"))
}

prop_compose! {
    fn decisions()(by in people(), at in times(), names_entity in any::<bool>()) -> Decision {
        Decision { names_entity, ..Decision::new(by, at) }
    }
}

prop_compose! {
    fn checks()(by in people(), at in prop::option::of(times()), state in prop::sample::select(&CheckState::ALL[..])) -> Arc<Check> {
        Arc::new(Check { state, by, at, ..Check::open() })
    }
}

fn origins() -> impl Strategy<Value = Origin> {
    let program = Origin::Extractor { name: "test".into(), version: "1".into(), score: None };
    prop_oneof![people().prop_map(|name| Origin::Person { name }), Just(program)]
}

const LABELS: [LabelCode; 5] =
    [LabelCode::PERSON, LabelCode::ORG, LabelCode::LOC, LabelCode::QUOTE, LabelCode::REPORTED];

prop_compose! {
    fn annotations()(
        id in 0..6u128, first in 0..WORDS, words in 1..3usize, label in prop::sample::select(&LABELS[..]), status in prop::sample::select(&Status::ALL[..]),
        origin in origins(), note in "[xy]?", modified in times(), entity in prop::option::of(0..3usize),
        check in prop::option::of(checks()), decided in prop::option::of(decisions()), speaker in "(word)?",
    ) -> Annotation {
        let last = (first + words).min(WORDS);
        let span = Span::new(first * 5, last * 5 - 1);
        let made = Annotation::by_hand(AnnotationId(Uuid::from_u128(id)), span, label, Timestamp::UNIX_EPOCH);
        let value = made.label.is_speech().then(|| Value::Quote(Quote { speaker, ..Quote::default() }));
        let entity = entity.map(|n| EntityId(format!("e{n}").into()));
        Annotation { status, note, origin, entity, modified, check, decided, value, ..made }
    }
}

prop_compose! {
    fn documents()(
        all in prop::collection::vec(annotations(), 0..6), names in prop::collection::vec(("[MN]", prop::option::of(decisions())), 3),
        links in prop::collection::vec((any::<u128>(), any::<[prop::sample::Index; 2]>()), 0..3),
    ) -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), &"word ".repeat(WORDS), Timestamp::UNIX_EPOCH);
        for (n, (name, decided)) in names.into_iter().enumerate() {
            let id = EntityId(format!("e{n}").into());
            document.entities.push(Entity { id, label: LabelCode::PERSON, name, decided, extra: Extra::new() });
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

prop_compose! {
    /// What one person decided about a file: one mark a place, and who said what.
    fn sheet(by: &'static str)(
        marks in prop::collection::vec(prop::option::of((annotations(), 0..2u128, any::<bool>())), WORDS),
        links in prop::collection::vec(any::<[prop::sample::Index; 2]>(), 0..4),
    ) -> Document {
        let mut document = Document::new(DocumentId(Uuid::nil()), &"word ".repeat(WORDS), Timestamp::UNIX_EPOCH);
        for (n, name) in ["M", "N", "O"].into_iter().enumerate() {
            let (id, name) = (EntityId(format!("e{n}").into()), name.to_owned());
            document.entities.push(Entity { id, label: LabelCode::PERSON, name, decided: None, extra: Extra::new() });
        }
        document.extend(marks.into_iter().enumerate().filter_map(|(place, mark)| {
            let (mark, run, is_decided) = mark?;
            let id = AnnotationId(Uuid::from_u128(place as u128 + 100 * run));
            let names_entity = mark.entity.is_some();
            let decided = is_decided.then(|| Decision { names_entity, ..Decision::new(by, mark.modified) });
            let status = if is_decided { mark.status } else { Status::Suggested };
            let origin = Origin::Extractor { name: "test".into(), version: "1".into(), score: None };
            let span = Span::new(place * 5, place * 5 + 4);
            Some(Arc::new(Annotation { id, span, decided, status, origin, ..mark }))
        }));
        let id = |mark: &Arc<Annotation>| mark.id;
        let (speech, others): (Vec<_>, Vec<_>) = document.annotations().iter().partition(|mark| mark.label.is_speech());
        let (speech, others): (Vec<_>, Vec<_>) = (speech.into_iter().map(id).collect(), others.into_iter().map(id).collect());
        if !speech.is_empty() && !others.is_empty() {
            document.relate(links.into_iter().map(|[from, to]| {
                let (from, to) = (*from.get(&speech), *to.get(&others));
                let id = RelationId(Uuid::from_u128(1000 * from.0.as_u128() + to.0.as_u128()));
                Arc::new(Relation { id, kind: Relation::SAID_BY.into(), from, to, origin: Origin::Person { name: by.into() }, extra: Extra::new() })
            }));
        }
        document
    }
}

/// What people see of a version; ids are of no account.
fn show(document: &Document, version: &Annotation) -> String {
    let entity = document.entities.iter().find(|entity| Some(&entity.id) == version.entity.as_ref());
    let entity = entity.map(|entity| EntityId(entity.name.as_str().into()));
    let id = AnnotationId(Uuid::nil());
    format!("{:?}", Annotation { id, entity, history: Vec::new(), ..version.clone() })
}

/// What people see of a document: each mark with its versions, who is named, and what is asked.
fn seen(document: &Document) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for mark in document.annotations() {
        let mut versions: Vec<_> =
            document.versions(mark).iter().map(|version| show(document, version)).collect();
        versions.sort();
        all.push(format!("{} of {versions:?}", show(document, mark)));
    }
    let asked = disagreements(document);
    all.extend(asked.iter().map(|it| format!("{:?} {:?} {:?}", it.question, it.place(document), it.people)));
    all.sort();
    all
}

/// The same, and what leads where.
fn seen_with_relations(document: &Document) -> Vec<String> {
    let place = |id| document.annotation(id).map(|annotation| (annotation.span, annotation.label.clone()));
    let relations = document.relations().iter();
    let relations = relations.map(|it| format!("{:?} {} {:?}", place(it.from), it.kind, place(it.to)));
    let mut all = seen(document);
    all.extend(relations);
    all.sort();
    all
}

fn both(one: &Document, other: &Document) -> Document {
    unite(one, other).expect("one text")
}

/// Pairs of accepted marks at one place of which no person accepts both.
fn apart(document: &Document) -> Vec<(Arc<Annotation>, Arc<Annotation>)> {
    let people = |mark: &Arc<Annotation>| -> HashSet<Arc<str>> {
        let accepted = document.versions(mark).into_iter().filter(|it| it.status == Status::Accepted);
        accepted.filter_map(|it| it.decision()).map(|it| it.by).collect()
    };
    let accepted = document.annotations().iter().filter(|mark| mark.status == Status::Accepted);
    let accepted: Vec<_> = accepted.collect();
    let mut found = Vec::new();
    for (index, mark) in accepted.iter().enumerate() {
        let is_twin = |twin: &Annotation| {
            twin.span == mark.span && twin.label.holds_others() == mark.label.holds_others()
        };
        for twin in accepted[index + 1..].iter().filter(|twin| is_twin(twin)) {
            if people(mark).is_disjoint(&people(twin)) {
                found.push((Arc::clone(mark), Arc::clone(twin)));
            }
        }
    }
    found
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
    fn relations_do_not_depend_on_the_order_either(ada in sheet("Ada"), li in sheet("Li"), noor in sheet("Noor")) {
        let left = both(&both(&ada, &li), &noor);
        for again in [both(&ada, &both(&li, &noor)), both(&noor, &both(&li, &ada)), both(&left, &li)] {
            prop_assert_eq!(seen_with_relations(&left), seen_with_relations(&again));
        }
    }

    #[test]
    fn a_file_that_comes_twice_changes_nothing(one in documents(), other in documents()) {
        let once = both(&one, &other);
        prop_assert_eq!(seen(&both(&once, &other)), seen(&once));
        prop_assert_eq!(seen(&both(&once, &once)), seen(&once));
    }

    #[test]
    fn no_version_is_lost(one in documents(), other in documents()) {
        let together = both(&one, &other);
        let found: HashSet<String> = together.annotations().iter().flat_map(|mark| {
            together.versions(mark).iter().map(|version| show(&together, version)).collect::<Vec<_>>()
        }).collect();
        let expected: HashSet<String> = [&one, &other].iter().flat_map(|document| document.annotations().iter().map(|mark| show(document, mark))).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn no_place_has_two_accepted_labels_unless_one_person_accepts_both(one in documents(), other in documents()) {
        prop_assert_eq!(apart(&both(&one, &other)), []);
    }

    #[test]
    fn settling_all_leaves_nothing_to_ask(one in sheet("Ada"), other in sheet("Li"), me in people(), is_ours in any::<bool>()) {
        let mut document = both(&one, &other);
        let choice = if is_ours { Choice::Yours } else { Choice::Theirs };
        for second in 10..200 {
            let Some(open) = disagreements(&document).first().cloned() else { break };
            let who = Decision::new(me.clone(), Timestamp::from_second(second).expect("in range"));
            let command = settle(&document, &open, choice, &who).expect("it can be settled");
            let (after, back) = command.apply(&document, who.at).expect("it applies");
            prop_assert_eq!(back.apply(&after, document.modified).map(|it| it.0), Some(document));
            document = after;
        }
        prop_assert_eq!(disagreements(&document), []);
        prop_assert_eq!(disagreements(&both(&document, &other)), []);
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

/// The marks that one person has made: the id of each, where it begins, its label, and the second of the decision.
fn made(by: &str, status: Status, marks: &[(u128, usize, LabelCode, i64)]) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), &"word ".repeat(WORDS), Timestamp::UNIX_EPOCH);
    document.extend(marks.iter().map(|(id, start, label, second)| {
        let (id, span) = (AnnotationId(Uuid::from_u128(*id)), Span::new(*start, start + 4));
        let at = Timestamp::from_second(*second).expect("in range");
        let mark = Annotation::by_hand(id, span, label.clone(), at);
        Arc::new(Annotation { status, origin: Origin::Person { name: by.into() }, ..mark })
    }));
    document
}

/// These files in this order, which must come to the same as another one.
fn all<const N: usize>(files: [&Document; N]) -> Document {
    let merged = |files: [&Document; N]| files.iter().fold(files[0].clone(), |one, other| both(&one, other));
    let (together, mut turned) = (merged(files), files);
    turned.reverse();
    assert_eq!(seen(&merged(turned)), seen(&together));
    assert_eq!(apart(&together), []);
    together
}

/// What is asked, and where it begins.
fn asked(document: &Document) -> Vec<(Question, usize)> {
    let place = |it: &Disagreement| it.place(document).map_or(0, Span::start);
    disagreements(document).iter().map(|it| (it.question, place(it))).collect()
}

#[test]
fn two_answers_are_one_mark_though_each_person_accepts_another_mark_besides() {
    let noor = made("Noor", Status::Accepted, &[(1, 10, LabelCode::QUOTE, 1), (2, 20, LabelCode::QUOTE, 1)]);
    let li =
        made("Li", Status::Accepted, &[(2, 10, LabelCode::REPORTED, 2), (3, 20, LabelCode::REPORTED, 2)]);
    assert_eq!(asked(&all([&noor, &li])), [(Question::Label, 10), (Question::Label, 20)]);
}

#[test]
fn an_answer_stays_with_the_others_at_its_place_though_its_id_is_elsewhere() {
    let noor = made("Noor", Status::Accepted, &[(2, 10, LabelCode::QUOTE, 3)]);
    let li = made("Li", Status::Accepted, &[(1, 10, LabelCode::REPORTED, 1), (3, 20, LabelCode::QUOTE, 1)]);
    let ada = made("Ada", Status::Accepted, &[(1, 20, LabelCode::QUOTE, 2), (2, 30, LabelCode::QUOTE, 2)]);
    assert_eq!(asked(&all([&noor, &li, &ada])), [(Question::Label, 10)]);
}

#[test]
fn of_three_answers_those_are_two_marks_that_one_person_accepts() {
    let ada = made("Ada", Status::Accepted, &[(1, 10, LabelCode::PERSON, 1), (2, 10, LabelCode::ORG, 1)]);
    let li = made("Li", Status::Accepted, &[(3, 10, LabelCode::ORG, 2), (4, 10, LabelCode::LOC, 2)]);
    let together = all([&ada, &li]);
    assert_eq!(together.annotations().len(), 2);
    assert_eq!(asked(&together), [(Question::Label, 10)]);
}

#[test]
fn what_somebody_thought_before_goes_with_what_came_of_it() {
    let before = made("Noor", Status::Rejected, &[(2, 10, LabelCode::ORG, 1)]);
    let noor = made("Noor", Status::Accepted, &[(2, 20, LabelCode::ORG, 2)]);
    let li = made("Li", Status::Accepted, &[(1, 10, LabelCode::ORG, 1), (3, 20, LabelCode::ORG, 1)]);
    assert_eq!(asked(&all([&before, &noor, &li])), []);
}
