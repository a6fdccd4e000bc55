//! What a format says that it loses is what it loses, neither more nor less.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use newsmark::annotation::{
    Annotation, AnnotationId, Check, CheckState, Decision, Entity, EntityId, Origin, Orphan, Relation,
    RelationId, Status,
};
use newsmark::document::{Document, DocumentId};
use newsmark::formats::newsmark::{value_from_json, value_to_json};
use newsmark::formats::{Format, Loss, export_file, lost, place, read};
use newsmark::label::{Label, LabelCode};
use newsmark::text::Span;
use serde_json::json;
use uuid::Uuid;

/// A document that has something of every kind that can be lost.
fn full() -> Document {
    let text = "Ada Byron paid €3.5m, \nthe bank\n said. Rome won.";
    let mut document = Document::new(DocumentId(Uuid::from_u128(9)), text, Timestamp::UNIX_EPOCH);
    document.title = "A title".into();
    document.source = "https://example.org/a".into();
    document.outlet = "The Paper".into();
    document.published = Some(jiff::civil::date(2024, 7, 2));
    let mut id = 0;
    let mut mark = |quote: &str, label: LabelCode| {
        id += 1;
        let start = document.text().find(quote).expect("it stands there");
        let id = AnnotationId(Uuid::from_u128(id));
        Annotation::by_hand(id, Span::new(start, start + quote.len()), label, Timestamp::UNIX_EPOCH)
    };
    let program = |score| Origin::Extractor { name: "names".into(), version: "1".into(), score: Some(score) };
    let value = value_from_json(&LabelCode::MONEY, &json!({"amount": "3500000", "currency": "EUR"}));
    let ada = Annotation {
        entity: Some(EntityId("e1".into())),
        note: "a countess".into(),
        origin: Origin::Person { name: "Li".into() },
        ..mark("Ada Byron", LabelCode::PERSON)
    };
    let money = Annotation {
        value,
        origin: program(0.5),
        status: Status::Suggested,
        check: Some(Arc::new(Check {
            state: CheckState::ALL[1],
            evidence: "a book".into(),
            ..Check::open()
        })),
        ..mark("€3.5m", LabelCode::MONEY)
    };
    let bank = Annotation {
        decided: Some(Decision::new("Noor", Timestamp::UNIX_EPOCH)),
        ..mark("the bank", LabelCode::new("SHIP"))
    };
    let rejected = Annotation { status: Status::Rejected, ..mark("Rome", LabelCode::LOC) };
    let shorter = mark("Byron", LabelCode::PERSON);
    let part = mark("aid", LabelCode::EVENT);
    let lost = mark("paid", LabelCode::EVENT);
    let ends = [(ada.id, bank.id), (ada.id, money.id)];
    document.labels.insert(Label {
        code: LabelCode::new("SHIP"),
        name: "Vessel".into(),
        color: "#123abc".into(),
        key: "ß".into(),
        description: "Hulls, afloat".into(),
    });
    document.entities.push(Entity {
        id: EntityId("e1".into()),
        label: LabelCode::PERSON,
        name: "Augusta".into(),
        decided: None,
        extra: Default::default(),
    });
    document.extend([ada, money, bank, rejected, shorter, part].map(Arc::new));
    let origin = Origin::Person { name: "".into() };
    document.relate(ends.into_iter().zip(7..).map(|((from, to), id)| {
        Arc::new(Relation {
            id: RelationId(Uuid::from_u128(id)),
            kind: "owns".into(),
            from,
            to,
            origin: origin.clone(),
            extra: Default::default(),
        })
    }));
    let mut orphan = Orphan { annotation: lost, selector: Default::default() };
    orphan.selector.quote.exact = "no such words".into();
    orphan.selector.position.start = 700;
    orphan.selector.position.end = 713;
    document.orphans.push(orphan);
    document
}

/// A document as a program gets it back; `None` where the format is not read.
fn back(document: &Document, format: Format) -> Option<(Document, bool)> {
    if [Format::Html, Format::Markdown].contains(&format) {
        return None;
    }
    let import = read(&export_file(document, format), Some(format)).expect("a file of ours");
    match import.documents.into_iter().next() {
        Some(document) => Some((document, true)),
        None => {
            let loose = import.loose.into_iter().next().expect("a draft");
            let placed = place(loose, document.text()).expect("a draft");
            Some((placed.documents.into_iter().next().expect("an article"), false))
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What stands in a document of one kind, a line each.
fn said(document: &Document, loss: Loss) -> BTreeSet<String> {
    let quote = |annotation: &Annotation| squeezed(document.quote(annotation));
    let marks = || document.annotations().iter().filter(|mark| mark.status != Status::Rejected);
    let of = |show: &dyn Fn(&Annotation) -> Option<String>| -> BTreeSet<String> {
        marks().filter_map(|mark| Some(format!("{}: {}", quote(mark), show(mark)?))).collect()
    };
    let once = |text: String| BTreeSet::from([text]);
    match loss {
        Loss::Reading => BTreeSet::new(),
        Loss::Text => once(squeezed(document.text())),
        Loss::Spaces => once(document.text().to_string()),
        Loss::Title => once(document.title.clone()),
        Loss::Source => once(document.source.clone()),
        Loss::Outlet => once(format!("{} {} {:?}", document.outlet, document.language, document.tags)),
        Loss::Published => once(format!("{:?}", document.published)),
        Loss::Labels => {
            document.labels.get(&LabelCode::new("SHIP")).map(|it| format!("{it:?}")).into_iter().collect()
        }
        Loss::Values => of(&|mark| mark.value.as_ref().map(|value| value_to_json(value).to_string())),
        Loss::Entities => of(&|mark| mark.entity.as_ref().map(|_| "an entity".to_owned())),
        Loss::EntityNames => of(&|mark| {
            let id = mark.entity.as_ref()?;
            document.entities.iter().find(|entity| entity.id == *id).map(|entity| entity.name.clone())
        }),
        Loss::Relations | Loss::MixedRelations => {
            let end = |id| document.annotation(id).map(|mark| quote(mark)).unwrap_or_default();
            // "€3.5m" is the suggestion.
            let is_mixed = |it: &&Arc<Relation>| end(it.to) == "€3.5m";
            let all = document.relations().iter().filter(|it| is_mixed(it) == (loss == Loss::MixedRelations));
            all.map(|it| format!("{} {} {}", end(it.from), it.kind, end(it.to))).collect()
        }
        Loss::Notes => of(&|mark| Some(mark.note.clone())),
        Loss::Scores => of(&|mark| match mark.origin {
            Origin::Extractor { score, .. } => score.map(|score| score.to_string()),
            Origin::Person { .. } => None,
        }),
        Loss::Authors => of(&|mark| match &mark.origin {
            Origin::Extractor { name, .. } => Some(format!("program {name}")),
            Origin::Person { name } => Some(format!("person {name}")),
        }),
        Loss::Checks => of(&|mark| mark.check.as_ref().map(|check| check.evidence.clone())),
        Loss::Decisions => of(&|mark| mark.decided.as_ref().map(|it| format!("{it:?}"))),
        Loss::Status => of(&|mark| Some(mark.status.code().to_owned())),
        Loss::Rejected => {
            let all = document.annotations().iter().filter(|mark| mark.status == Status::Rejected);
            all.map(|mark| quote(mark)).collect()
        }
        Loss::Shorter => {
            let is_shorter = |mark: &&Arc<Annotation>| !["aid", "paid"].contains(&document.quote(mark));
            marks().filter(is_shorter).map(|mark| quote(mark)).collect()
        }
        Loss::WordParts | Loss::SpacyWords => {
            let is_part = |mark: &&Arc<Annotation>| document.quote(mark) == "aid";
            marks().filter(is_part).map(|mark| quote(mark)).collect()
        }
        Loss::Unplaced => document.orphans.iter().map(|it| it.selector.quote.exact.clone()).collect(),
    }
}

#[test]
fn a_document_with_everything_loses_what_its_format_says() {
    let document = full();
    let mut wrong = Vec::new();
    for loss in Loss::ALL.iter().filter(|loss| !loss.is_in(&document)) {
        wrong.push(format!("the document has no {}", loss.name()));
    }
    for format in Format::ALL {
        let Some((back, has_text)) = back(&document, format) else { continue };
        let told = lost(&document, format);
        for loss in Loss::ALL.iter().copied().filter(|loss| *loss != Loss::Reading) {
            let is_lost = match loss {
                Loss::Text => !has_text,
                // Without the text there is none, and shorter marks that are gone say nothing of the rest.
                Loss::Spaces if !has_text => false,
                // Where entities are lost their names are.
                Loss::EntityNames if told.contains(&Loss::Entities) => false,
                Loss::MixedRelations if told.contains(&Loss::Relations) => false,
                // "aid" is no word of any of them: one of the two is told where marks are words.
                Loss::WordParts if told.contains(&Loss::SpacyWords) => false,
                Loss::SpacyWords if told.contains(&Loss::WordParts) => false,
                loss => {
                    let (before, after) = (said(&document, loss), said(&back, loss));
                    let is_left = |line: &&String| {
                        let is_shorter = told.contains(&Loss::Shorter) && loss != Loss::Shorter;
                        let grows = |cut| told.contains(&cut) && loss != cut;
                        let is_grown = grows(Loss::WordParts) || grows(Loss::SpacyWords);
                        is_shorter && line.starts_with("Byron:") || is_grown && line.starts_with("aid:")
                    };
                    before.iter().any(|line| !is_left(&line) && !after.contains(line))
                }
            };
            if is_lost != told.contains(&loss) {
                let (before, after) = (said(&document, loss), said(&back, loss));
                wrong.push(format!(
                    "{}: {} {}: {before:?} {after:?}",
                    format.name(),
                    if is_lost { "loses" } else { "keeps" },
                    loss.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
