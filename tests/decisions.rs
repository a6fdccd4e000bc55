//! Two people decide about one file: which of it is asked, when both come together, and what becomes of it.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::agreement::agreement;
use newsmark::annotation::{
    Annotation, AnnotationId, Check, CheckState, Decision, Entity, EntityId, Extra, Origin, Relation,
    RelationId, Status,
};
use newsmark::document::{Document, DocumentId, Question, disagreements, unite};
use newsmark::edit::operations::{self, Choice, SourceChoice};
use newsmark::edit::{Command, read_typed, sign};
use newsmark::label::LabelCode;
use newsmark::text::Span;
use uuid::Uuid;

const TEXT: &str = "City Hall paid. The Hall of Kenya and the Council owe “more,” Orfei said, not Li.";

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

fn id(n: u128) -> AnnotationId {
    AnnotationId(Uuid::from_u128(n))
}

/// Where some words stand.
fn at(words: &str) -> Span {
    let start = TEXT.find(words).expect("they are there");
    Span::new(start, start + words.len())
}

/// What the program has found: six marks; the first two are of one entity.
fn file() -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), TEXT, time(0));
    for (n, name) in [(1, "City Hall"), (2, "Kenya"), (3, "the Council")] {
        let (id, name) = (EntityId(format!("e{n}").into()), name.to_owned());
        document.entities.push(Entity {
            id,
            label: LabelCode::ORG,
            name,
            decided: None,
            extra: Extra::new(),
        });
    }
    let origin = Origin::Extractor { name: "test".into(), version: "1".into(), score: None };
    let mark = |n: u128, words: &str, label: LabelCode, entity: Option<u8>| {
        Arc::new(Annotation {
            status: Status::Suggested,
            origin: origin.clone(),
            entity: entity.map(|n| EntityId(format!("e{n}").into())),
            value: (n == 1).then(|| read_typed(&LabelCode::MONEY, "$200m", None)).flatten(),
            ..Annotation::by_hand(id(n), at(words), label, time(0))
        })
    };
    document.extend([
        mark(1, "City Hall", LabelCode::ORG, Some(1)),
        mark(2, "Hall of", LabelCode::ORG, Some(1)),
        mark(3, "Kenya", LabelCode::ORG, Some(2)),
        mark(4, "the Council", LabelCode::ORG, Some(3)),
        mark(5, "more", LabelCode::QUOTE, None),
        mark(6, "Orfei", LabelCode::PERSON, None),
        mark(7, "Li", LabelCode::PERSON, None),
    ]);
    document
}

/// The same file as another program run gives it: the same marks and entities under other ids.
fn another_run(document: &Document) -> Document {
    let mut other = Document::new(document.id, TEXT, document.created);
    let entity = |id: &EntityId| EntityId(format!("{}0", id.0).into());
    other.entities = document.entities.iter().map(|it| Entity { id: entity(&it.id), ..it.clone() }).collect();
    let id = |id: AnnotationId| AnnotationId(Uuid::from_u128(id.0.as_u128() + 100));
    other.extend(document.annotations().iter().map(|it| {
        Arc::new(Annotation { id: id(it.id), entity: it.entity.as_ref().map(entity), ..(**it).clone() })
    }));
    other.relate(
        document
            .relations()
            .iter()
            .map(|it| Arc::new(Relation { from: id(it.from), to: id(it.to), ..(**it).clone() })),
    );
    other
}

/// What a person can do with the first mark.
const DONE: [&str; 9] =
    ["suggested", "accepted", "rejected", "relabelled", "value", "moved", "renamed", "merged", "split"];

/// One person does it at a time; the two people do it each in their own way.
fn done(document: &Document, what: &str, by: &str, now: Timestamp) -> Document {
    let is_ada = by == "Ada";
    let mark = id(1);
    let subject = document.subject_of(document.annotation(mark).expect("it is there"));
    let status = |status| operations::set_status(document, &[mark], status, now);
    let command = match what {
        "accepted" => status(Status::Accepted),
        "rejected" => status(Status::Rejected),
        "relabelled" => {
            let label = if is_ada { LabelCode::EVENT } else { LabelCode::PERSON };
            operations::relabel(document, mark, &label, now)
        }
        "value" => {
            let value = read_typed(&LabelCode::MONEY, if is_ada { "$210m" } else { "$250m" }, None);
            operations::set_value(document, mark, value.as_ref(), now)
        }
        "moved" => {
            operations::resize(document, mark, at(if is_ada { "City" } else { "City Hall paid" }), now)
        }
        "renamed" => {
            operations::rename(document, &subject, if is_ada { "Town Hall" } else { "Guildhall" }, now)
        }
        "merged" => {
            let into = document.annotation(id(if is_ada { 3 } else { 4 })).expect("it is there");
            operations::merge(document, &subject, &document.subject_of(into), now)
        }
        "split" => operations::split_off(document, mark, now),
        _ => return document.clone(),
    };
    apply(document, command, by, now)
}

fn apply(document: &Document, command: Option<Command>, by: &str, now: Timestamp) -> Document {
    let command = sign(command.expect("something to do"), document, by, now);
    command.apply(document, now).expect("it applies").0
}

fn both(one: &Document, other: &Document) -> Document {
    unite(one, other).expect("one text")
}

fn asked(document: &Document) -> Vec<Question> {
    disagreements(document).iter().map(|it| it.question).collect()
}

/// What is asked where Ada did the one and Li the other, or the other way round: each pair once. Only
/// the places differ where each has a mark of their own: a mark that was moved is not the other's then.
#[rustfmt::skip]
const ASKED: [(&str, &str, Option<Question>); 29] = {
    use Question::{Entity, Label, Span, Status, Value};
    [
        ("accepted", "rejected", Some(Status)),
        ("accepted", "relabelled", Some(Label)),
        ("accepted", "value", Some(Value)),
        ("accepted", "moved", Some(Span)),
        ("rejected", "relabelled", Some(Status)),
        ("rejected", "value", Some(Status)),
        ("rejected", "moved", Some(Status)),
        ("relabelled", "relabelled", Some(Label)),
        ("relabelled", "value", Some(Label)),
        ("relabelled", "moved", Some(Label)),
        ("value", "value", Some(Value)),
        ("value", "moved", Some(Span)),
        ("moved", "moved", Some(Span)),
        ("renamed", "renamed", Some(Entity)),
        ("renamed", "merged", Some(Entity)),
        ("renamed", "split", Some(Entity)),
        ("merged", "merged", Some(Entity)),
        ("merged", "split", Some(Entity)),
        ("accepted", "accepted", None),
        ("rejected", "rejected", None),
        ("split", "split", None),
        ("accepted", "renamed", None),
        ("accepted", "merged", None),
        ("accepted", "split", None),
        ("rejected", "renamed", None),
        ("rejected", "merged", None),
        ("rejected", "split", None),
        ("relabelled", "renamed", None),
        ("value", "renamed", None),
    ]
};

fn expected(one: &str, other: &str, is_one_run: bool) -> Vec<Question> {
    let is_it = |pair: [&str; 2]| pair == [one, other] || pair == [other, one];
    let found = ASKED.iter().find(|(one, other, _)| is_it([one, other])).and_then(|(.., asked)| *asked);
    let moved = [one, other].iter().filter(|what| **what == "moved").count();
    match found {
        // Two marks that overlap: that one has another label than the other is nothing to ask beside it.
        Some(Question::Label) if !is_one_run && moved == 1 => vec![Question::Span],
        // Whoever rejects a mark at one place has nothing against one at another place.
        Some(Question::Status) if !is_one_run && moved == 1 => Vec::new(),
        found => found.into_iter().collect(),
    }
}

/// The files of both after each did the one and the other, one of them later.
fn files(one: &str, other: &str, is_one_run: bool, is_ada_later: bool) -> [Document; 2] {
    let base = file();
    let (early, late) = (time(5), time(7));
    let (first, second) = if is_ada_later { (late, early) } else { (early, late) };
    let ada = done(&base, one, "Ada", first);
    let li = done(&base, other, "Li", second);
    [ada, if is_one_run { li } else { another_run(&li) }]
}

/// All ways in which two people can have decided: what each did, whether in one file, and who later.
fn all_pairs() -> impl Iterator<Item = (&'static str, &'static str, bool, bool)> {
    let pairs = DONE.iter().flat_map(|one| DONE.iter().map(move |other| (*one, *other)));
    pairs.flat_map(|(one, other)| {
        [(true, true), (true, false), (false, true), (false, false)]
            .map(|(is_one_run, is_ada_later)| (one, other, is_one_run, is_ada_later))
    })
}

#[test]
fn only_what_two_people_decided_differently_is_asked() {
    let mut wrong = Vec::new();
    for (one, other, is_one_run, is_ada_later) in all_pairs() {
        let [ada, li] = files(one, other, is_one_run, is_ada_later);
        let (here, there) = (both(&ada, &li), both(&li, &ada));
        let (found, expected) = (asked(&here), expected(one, other, is_one_run));
        if found != expected || asked(&there) != expected {
            wrong.push(format!("{one}/{other}, one run: {is_one_run}: {found:?}, not {expected:?}"));
        }
        assert_eq!(here.annotations(), there.annotations(), "{one}/{other}");
        assert_eq!(both(&here, &li), here, "{one}/{other}: again");
        assert_eq!(both(&ada, &here), here, "{one}/{other}: again");
        for question in disagreements(&here) {
            assert_eq!(question.people.clone().map(|name| name.to_string()), ["Ada", "Li"]);
            let sides = question.sides(&here, "Li").expect("two sides");
            assert_eq!(sides.map(|side| side.names("")), ["Li", "Ada"]);
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// What one sees of the first mark and of what stands at its place.
fn seen(document: &Document) -> Vec<String> {
    let near = document.annotations().iter().filter(|mark| mark.span.start() < at("paid.").end());
    near.filter(|mark| mark.status != Status::Rejected)
        .map(|mark| {
            let value = mark.value.as_ref().map(|value| value.describe_in_full());
            let name = document.name_of(&document.subject_of(mark)).to_owned();
            format!("“{}” {} {} {value:?} {name}", document.quote(mark), mark.label, mark.status.code())
        })
        .collect()
}

#[test]
fn a_decision_beats_a_suggestion_whoever_comes_first() {
    for what in DONE {
        for is_one_run in [true, false] {
            let [ada, li] = files(what, "suggested", is_one_run, false);
            let document = both(&ada, &li);
            let mut shown = seen(&document);
            if what == "moved" && !is_one_run {
                // What another run proposed stays beside it.
                shown.retain(|mark| mark.contains("accepted"));
            }
            assert_eq!(shown, seen(&ada), "{what}");
            assert_eq!(asked(&document), []);
        }
    }
}

/// Settles all questions one way, each with its exact way back, and merges both files once more.
fn settled(files: &[Document; 2], choice: Choice, me: &str) -> Document {
    let mut document = both(&files[0], &files[1]);
    let mut second = 20;
    while let Some(open) = disagreements(&document).first() {
        let who = Decision::new(me, time(second));
        let command = operations::settle(&document, open, choice, &who).expect("it can be settled");
        let command = sign(command, &document, me, time(second));
        let (after, back) = command.apply(&document, time(second)).expect("it applies");
        let mut restored = back.apply(&after, document.modified).expect("the way back applies").0;
        restored.modified = document.modified;
        assert_eq!(restored, document);
        assert!(disagreements(&after).len() < disagreements(&document).len(), "{open:?}");
        document = after;
        second += 1;
    }
    for file in files {
        let again = both(&document, file);
        assert_eq!(asked(&again), [], "the same file asks nothing");
        assert_eq!(seen(&again), seen(&document), "and changes nothing");
        assert_eq!(again, both(file, &document));
    }
    document
}

#[test]
fn whoever_settles_gets_what_was_chosen_whoever_was_later() {
    for (one, other, is_one_run, is_ada_later) in all_pairs() {
        let files = files(one, other, is_one_run, is_ada_later);
        if asked(&both(&files[0], &files[1])).is_empty() {
            continue;
        }
        let place = format!("{one}/{other}, one run: {is_one_run}, Ada later: {is_ada_later}");
        for (choice, right) in [(Choice::Yours, &files[0]), (Choice::Theirs, &files[1])] {
            for me in ["Ada", "Noor"] {
                let document = settled(&files, choice, me);
                // Another run's suggestion stays beside a mark that was moved.
                let shown = |document: &Document| {
                    let mut seen = seen(document);
                    seen.retain(|mark| mark.contains("accepted"));
                    seen
                };
                assert_eq!(shown(&document), shown(right), "{place}, {choice:?} by {me}");
            }
        }
    }
}

#[test]
fn both_are_two_marks() {
    for (one, other, is_one_run, is_ada_later) in all_pairs() {
        let files = files(one, other, is_one_run, is_ada_later);
        let found = disagreements(&both(&files[0], &files[1]));
        if found.first().is_some_and(|it| it.can_be_both()) {
            for me in ["Ada", "Noor"] {
                let document = settled(&files, Choice::Both, me);
                let accepted = seen(&document).iter().filter(|mark| mark.contains("accepted")).count();
                assert_eq!(accepted, 2, "{one}/{other} {is_one_run} {me}: {:?}", seen(&document));
            }
        } else if let Some(open) = found.first() {
            let document = both(&files[0], &files[1]);
            assert_eq!(
                operations::settle(&document, open, Choice::Both, &Decision::new("Ada", time(9))),
                None
            );
        }
    }
}

#[test]
fn a_later_decision_of_the_colleague_is_asked_again() {
    let files = files("accepted", "relabelled", true, true);
    let document = settled(&files, Choice::Yours, "Ada");
    let later = operations::relabel(&files[1], id(1), &LabelCode::LOC, time(50));
    let later = apply(&files[1], later, "Li", time(50));
    assert_eq!(asked(&both(&document, &later)), [Question::Label]);
}

#[test]
fn who_changes_a_merged_mark_still_has_one() {
    for is_one_run in [true, false] {
        let [ada, li] = files("accepted", "accepted", is_one_run, false);
        let document = both(&li, &ada);
        let mark = document.annotations()[0].id;
        for me in ["Ada", "Li"] {
            let command = operations::relabel(&document, mark, &LabelCode::EVENT, time(30));
            let changed = apply(&document, command, me, time(30));
            assert_eq!(asked(&changed), [Question::Label], "the other one had accepted it");
            let again = both(&both(&changed, &li), &ada);
            assert_eq!(again.annotations().len(), document.annotations().len());
            assert_eq!(again.annotations()[0].label, LabelCode::EVENT);
        }
    }
}

#[test]
fn whoever_gives_a_name_later_is_still_the_same_person() {
    let ours = done(&file(), "accepted", "", time(3));
    let document = both(&ours, &done(&file(), "accepted", "Li", time(5)));
    let command = operations::relabel(&document, id(1), &LabelCode::EVENT, time(30));
    let changed = apply(&document, command, "Ada", time(30));
    let found = disagreements(&changed);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].people.clone().map(|name| name.to_string()), ["Ada", "Li"]);
    assert_eq!(asked(&both(&changed, &ours)), [Question::Label]);
}

#[test]
fn an_entity_is_asked_once_for_all_its_mentions() {
    let files = files("renamed", "merged", true, false);
    let document = both(&files[0], &files[1]);
    let found = disagreements(&document);
    assert_eq!(found.len(), 1);
    let told =
        |me| found[0].sides(&document, me).expect("sides").map(|side| found[0].answer(&document, &side));
    assert_eq!(told("Ada"), ["Town Hall", "the Council"]);
    for (choice, name) in [(Choice::Yours, "Town Hall"), (Choice::Theirs, "the Council")] {
        let document = settled(&files, choice, "Ada");
        let mentions = [1, 2].map(|n| document.annotation(id(n)).expect("it is there"));
        let names = mentions.map(|mark| document.name_of(&document.subject_of(mark)).to_owned());
        assert_eq!(names, [name, name]);
        assert!(mentions.iter().all(|mark| mark.status == Status::Suggested), "nobody has accepted them");
    }
}

#[test]
fn a_mention_split_off_stays_apart_under_its_old_name() {
    for is_one_run in [true, false] {
        let files = files("split", "suggested", is_one_run, false);
        let document = both(&both(&files[0], &files[1]), &files[0]);
        let mentions = [1, 2].map(|n| document.annotation(id(n)).expect("it is there").entity.clone());
        assert_ne!(mentions[0], mentions[1]);
        let named = document.entities.iter().filter(|entity| entity.name == "City Hall").count();
        assert_eq!(named, 2);
    }
}

#[test]
fn three_people_settle_what_two_of_them_share() {
    let [ada, li] = files("accepted", "relabelled", true, false);
    let noor = done(&file(), "relabelled", "Noor", time(6));
    let document = both(&both(&noor, &li), &ada);
    let told: Vec<_> = disagreements(&document)
        .iter()
        .flat_map(|it| it.sides(&document, "").expect("sides").map(|side| side.names("")))
        .collect();
    assert_eq!(told, ["Ada", "Li, Noor"]);
    let who = Decision::new("Ada", time(20));
    let command = operations::settle(&document, &disagreements(&document)[0], Choice::Yours, &who);
    let (after, _) = command.expect("a command").apply(&document, who.at).expect("it applies");
    assert_eq!(asked(&after), []);
    assert_eq!(asked(&both(&after, &noor)), []);
}

#[test]
fn the_story_of_city_hall() {
    let base = file();
    let relabelled = |label: &LabelCode, by: &str, second| {
        apply(&base, operations::relabel(&base, id(1), label, time(second)), by, time(second))
    };
    let reviewed = |document: &Document, status, amount: &str, by: &str, second| {
        let now = time(second);
        let document = apply(document, operations::set_status(document, &[id(6)], status, now), by, now);
        let value = read_typed(&LabelCode::MONEY, amount, None);
        apply(&document, operations::set_value(&document, id(3), value.as_ref(), now), by, now)
    };
    // The colleague is later each time.
    let ada = reviewed(&relabelled(&LabelCode::EVENT, "Ada", 3), Status::Accepted, "$210m", "Ada", 4);
    let li = reviewed(&relabelled(&LabelCode::LOC, "Li", 13), Status::Rejected, "$250m", "Li", 14);
    let mut document = both(&ada, &li);
    let found = disagreements(&document);
    let told: Vec<_> = found
        .iter()
        .map(|it| {
            let [yours, theirs] = it.sides(&document, "Ada").expect("two sides");
            let [one, other] =
                [&yours, &theirs].map(|side| format!("{}: {}", side.names(""), it.answer(&document, side)));
            format!("{} {one}; {other}", it.question.words())
        })
        .collect();
    assert_eq!(
        told,
        [
            "Which label? Ada: Event; Li: Place",
            "Which value? Ada: $210,000,000; Li: $250,000,000",
            "Is it a mark? Ada: Person; Li: no mark",
        ]
    );
    let mut second = 30;
    while let Some(open) = disagreements(&document).first() {
        let who = Decision::new("Ada", time(second));
        let command = operations::settle(&document, open, Choice::Yours, &who).expect("a command");
        document = command.apply(&document, who.at).expect("it applies").0;
        second += 1;
    }
    for document in [document.clone(), both(&document, &li), both(&li, &document)] {
        assert_eq!(asked(&document), []);
        let here = document.annotations().iter().filter(|mark| mark.span == at("City Hall"));
        let here: Vec<_> = here.map(|mark| (mark.label.clone(), mark.status)).collect();
        assert_eq!(here, [(LabelCode::EVENT, Status::Accepted)]);
        let amount =
            document.annotations().iter().find(|mark| mark.span == at("Kenya")).expect("it is there");
        assert_eq!(
            amount.value.as_ref().map(|value| value.describe_in_full()).as_deref(),
            Some("$210,000,000")
        );
    }
}

/// A file in which one person says who said it.
fn with_source(source: u128, by: &str, second: i64) -> Document {
    let now = time(second);
    let base = file();
    let relation = RelationId(Uuid::from_u128(1000 + source));
    let command = operations::set_source(&base, id(5), &SourceChoice::Mark(id(source)), relation, now);
    apply(&base, command, by, now)
}

#[test]
fn two_sources_of_a_quote_are_asked_and_settled() {
    for seconds in [[5, 7], [7, 5]] {
        let files = [with_source(6, "Ada", seconds[0]), with_source(7, "Li", seconds[1])];
        let document = both(&files[0], &files[1]);
        assert_eq!(asked(&document), [Question::Source]);
        assert_eq!(document.relations().len(), 2, "both stay until it is settled");
        for (choice, source) in [(Choice::Yours, "Orfei"), (Choice::Theirs, "Li")] {
            let document = settled(&files, choice, "Ada");
            for document in [&document, &both(&document, &files[1]), &both(&files[0], &document)] {
                let to: Vec<_> = document.relations().iter().map(|it| it.to).collect();
                let to: Vec<_> = to.into_iter().filter_map(|id| document.annotation(id)).collect();
                assert_eq!(to.iter().map(|it| document.quote(it)).collect::<Vec<_>>(), [source]);
            }
        }
        assert_eq!(asked(&both(&files[0], &with_source(6, "Li", 9))), []);
    }
}

#[test]
fn a_persons_source_beats_the_programs() {
    let mut base = file();
    let origin = Origin::Extractor { name: "speech".into(), version: "1".into(), score: None };
    let (kind, extra) = (Relation::SAID_BY.into(), Extra::new());
    let of_program =
        Relation { id: RelationId(Uuid::from_u128(9)), kind, from: id(5), to: id(6), origin, extra };
    base.relate([Arc::new(of_program)]);
    let mut speech = (**base.annotation(id(5)).expect("a quote")).clone();
    let quote = newsmark::value::Quote { speaker: "Orfei".into(), named: Some(true), ..Default::default() };
    speech.value = Some(newsmark::value::Value::Quote(quote));
    base.replace_all(&[Arc::new(speech)]);
    let command = operations::set_source(
        &base,
        id(5),
        &SourceChoice::Mark(id(7)),
        RelationId(Uuid::from_u128(10)),
        time(5),
    );
    let ada = apply(&base, command, "Ada", time(5));
    for document in [both(&ada, &base), both(&another_run(&base), &ada)] {
        assert_eq!(asked(&document), []);
        let to: Vec<_> = document.relations().iter().filter_map(|it| document.annotation(it.to)).collect();
        assert_eq!(to.iter().map(|it| document.quote(it)).collect::<Vec<_>>(), ["Li"]);
    }
}

#[test]
fn two_checks_of_a_fact_are_asked_and_settled() {
    let checked = |state: CheckState, by: &str, second: i64| {
        let now = time(second);
        let check = Check { state, by: by.into(), at: Some(now), ..Check::open() };
        apply(&file(), operations::set_check(&file(), id(1), Some(&Arc::new(check)), now), by, now)
    };
    for seconds in [[5, 7], [7, 5]] {
        let files =
            [checked(CheckState::Wrong, "Ada", seconds[0]), checked(CheckState::Confirmed, "Li", seconds[1])];
        assert_eq!(asked(&both(&files[0], &files[1])), [Question::Check]);
        for (choice, state) in [(Choice::Yours, CheckState::Wrong), (Choice::Theirs, CheckState::Confirmed)] {
            let document = settled(&files, choice, "Ada");
            let found = document.annotations()[0].check.as_ref().map(|check| check.state);
            assert_eq!(found, Some(state));
        }
        let same = checked(CheckState::Wrong, "Li", 9);
        assert_eq!(asked(&both(&files[0], &same)), []);
        assert_eq!(asked(&both(&files[0], &file())), []);
    }
}

#[test]
fn suggestions_that_nest_are_never_asked() {
    let mut base = file();
    let inner = (**base.annotation(id(1)).expect("a mark")).clone();
    let inner = |n: u128, words: &str| Arc::new(Annotation { id: id(n), span: at(words), ..inner.clone() });
    base.extend([inner(20, "City"), inner(21, "City Hall paid")]);
    let other = another_run(&base);
    assert_eq!(asked(&both(&base, &other)), []);
    assert_eq!(both(&base, &other).annotations().len(), base.annotations().len());
    let all: Vec<_> = base.annotations().iter().map(|mark| mark.id).collect();
    let accepted = operations::set_status(&base, &all, Status::Accepted, time(5));
    let ada = apply(&base, accepted, "Ada", time(5));
    assert_eq!(asked(&both(&ada, &other)), [], "one person accepts all of them");
}

#[test]
fn a_file_without_names_is_signed_but_for_what_is_ours() {
    let base = done(&file(), "accepted", "", time(3));
    let theirs = done(&base, "relabelled", "", time(5));
    let signed = theirs.clone().signed("li", &[&base]);
    assert_eq!(signed.people().iter().map(|name| name.to_string()).collect::<Vec<_>>(), ["li"]);
    let document = both(&base, &signed);
    let found = disagreements(&document);
    assert_eq!(found[0].sides(&document, "").expect("sides").map(|side| side.names("you")), ["you", "li"]);
    assert_eq!(base.clone().signed("li", &[&base]), base);
}

#[test]
fn agreement_counts_what_both_decided() {
    let base = file();
    let all = |what: &dyn Fn(&Document) -> Option<Command>, by: &str| apply(&base, what(&base), by, time(5));
    let ada = all(&|it| operations::set_status(it, &[id(1), id(3), id(6)], Status::Accepted, time(5)), "Ada");
    let li =
        another_run(&all(&|it| operations::set_status(it, &[id(1), id(3)], Status::Accepted, time(5)), "Li"));
    let found = agreement(&ada, &li).expect("one text");
    assert_eq!(found.decided.describe(), "Of 2 marks that both of you decided, 2 are alike.");
    // What nobody decided does not count, though both files have it.
    assert_eq!((found.all.first, found.all.second, found.all.exact), (3, 2, 2));
    let relabelled = done(&base, "relabelled", "Li", time(7));
    let found = agreement(&ada, &another_run(&relabelled)).expect("one text");
    assert_eq!(found.decided.describe(), "The one mark that both of you decided is not alike.");
    let rejected = done(&base, "rejected", "Li", time(7));
    let found = agreement(&done(&base, "rejected", "Ada", time(5)), &rejected).expect("one text");
    assert_eq!(found.decided.describe(), "The one mark that both of you decided is alike.");
    // A program's output counts whole.
    let found = agreement(&base, &ada).expect("one text");
    assert_eq!((found.all.first, found.all.second), (base.annotations().len(), 3));
    assert_eq!(found.decided.describe(), "There is no mark that both of you decided.");
}

#[test]
fn each_persons_work_can_be_told_from_a_merged_document() {
    let files = files("accepted", "relabelled", false, true);
    let document = both(&files[0], &files[1]);
    let names: Vec<_> = document.people().into_iter().collect();
    assert_eq!(names, ["Ada".into(), "Li".into()]);
    let labels = names.iter().map(|name| document.work_of(name).annotations()[0].label.clone());
    assert_eq!(labels.collect::<Vec<_>>(), [LabelCode::ORG, LabelCode::PERSON]);
    let [ada, li] = [0, 1].map(|at| document.work_of(&names[at]));
    let found = agreement(&ada, &li).expect("one text").decided;
    assert_eq!((found.both, found.alike), (1, 0));
}
