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
use newsmark::formats::{Format, Loss, export, export_file, list_losses, lost, place, read, read_files};
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
    // What a file said of the words of another text.
    document.extra.insert("webanno".into(), json!({"text_sha256": "of another text"}));
    document
}

/// The formats that keep what they do not understand by its place in the text.
const KEEPING_PLACES: [Format; 3] = [Format::WebAnno, Format::Cas, Format::ConllU];

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
        Loss::OtherText => BTreeSet::new(),
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
                // Only these write what was kept; `tests/written_again.rs` looks at what they write.
                Loss::OtherText => KEEPING_PLACES.contains(&format),
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

/// Where the table of formats stands in README.md.
const TABLE: [&str; 2] = [
    "<!-- formats: written by the test that holds them, see CONTRIBUTING.md -->\n",
    "<!-- end of formats -->",
];

/// README.md's table of formats says what the registry and the formats' own losses say, and what becomes of files that
/// programs have written.
#[test]
fn the_readme_tells_what_formats_can() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("README.md");
    let [begin, end] = TABLE;
    let (before, rest) = readme.split_once(begin).expect("the table's begin");
    let (told, after) = rest.split_once(end).expect("the table's end");
    let table = table();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, format!("{before}{begin}{table}{end}{after}"))
            .expect("README.md can be written");
    } else {
        assert_eq!(told, table, "`UPDATE_EXPECT=1 cargo test --test losses` writes the table anew");
    }
}

fn table() -> String {
    // What all lose that lose anything is said once.
    let losing = || Format::ALL.into_iter().map(Format::losses).filter(|it| it.len() > 2);
    let usual: Vec<Loss> =
        Loss::ALL.iter().copied().filter(|loss| losing().all(|losses| losses.contains(loss))).collect();
    let mut out = format!(
        "Hardly any has room for {}: “the usual” in this table.\n\n\
         | format | on the command line | offsets count | read | written | read and written again | does not hold |\n\
         |---|---|---|---|---|---|---|\n",
        list_losses(&usual)
    );
    for format in Format::ALL {
        let losses = format.losses();
        let read = match &losses {
            losses if losses.contains(&Loss::Reading) => "no",
            losses if losses.contains(&Loss::Text) => "onto a text",
            _ => "yes",
        };
        let is_usual = usual.iter().all(|loss| losses.contains(loss));
        let own: Vec<Loss> = losses.into_iter().filter(|loss| !(is_usual && usual.contains(loss))).collect();
        let lost = match (is_usual, own.is_empty()) {
            (true, true) => "the usual".to_owned(),
            (true, false) => format!("the usual; {}", list_losses(&own)),
            (false, _) => list_losses(&own),
        };
        out += &format!(
            "| {} | `{}` | {} | {read} | yes | {} | {lost} |\n",
            format.name(),
            format.code(),
            format.unit().map_or("", |unit| unit.name()),
            again(format),
        );
    }
    out
}

/// What becomes of a file that the format's own program has written (of one of ours, where no other writes it) when it is
/// read and written again.
fn again(format: Format) -> &'static str {
    if format.losses().contains(&Loss::Reading) {
        return "";
    }
    let (file, import) = match format {
        Format::Brat => {
            let files = [("a.ann", BRAT), ("a.txt", "Rome won on Monday.")];
            let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
            (BRAT.to_owned(), read_files(&files))
        }
        _ => {
            let file = of_its_program(format)
                .unwrap_or_else(|| String::from_utf8(export_file(&full(), format)).expect("text"));
            let import = read(file.as_bytes(), Some(format));
            (file, import)
        }
    };
    let import = import.expect("a file of its form");
    let onto = "Café 📉 fell €3.5m in Rome. The mayor of Rome wept.";
    let placed = import.loose.into_iter().map(|draft| {
        let text = if of_its_program(format).is_some() { onto.to_owned() } else { full().text().to_string() };
        place(draft, &text).expect("a draft").documents
    });
    let documents: Vec<Document> = import.documents.into_iter().chain(placed.flatten()).collect();
    let written: String = documents.iter().map(|document| export(document, format)).collect();
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    let words = |text: &str| -> BTreeSet<String> {
        let is_part = |c: char| c.is_alphanumeric() || "-_".contains(c);
        text.split(|c| !is_part(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    check_marks(format, &documents, &written);
    if lines(&written) == lines(&file) || json(&file).is_some_and(|file| json(&written) == Some(file)) {
        "as it was"
    } else if words(&file).is_subset(&words(&written)) {
        "all of it"
    } else {
        "its text and marks"
    }
}

/// What is written again has the same words and the same marks, in formats that go by characters.
fn check_marks(format: Format, documents: &[Document], written: &str) {
    if [Loss::Text, Loss::Spaces].iter().any(|loss| format.losses().contains(loss)) || format.is_binary() {
        return;
    }
    let marks = |documents: &[Document]| -> Vec<(String, LabelCode)> {
        let all = documents.iter().flat_map(|it| it.annotations().iter().map(move |mark| (it, mark)));
        all.map(|(it, mark)| (it.quote(mark).to_owned(), mark.label.clone())).collect()
    };
    let again = read(written.as_bytes(), Some(format)).expect("a file of ours").documents;
    let texts = |documents: &[Document]| documents.iter().map(|it| squeezed(it.text())).collect::<Vec<_>>();
    assert_eq!((texts(&again), marks(&again)), (texts(documents), marks(documents)), "{}", format.name());
}

/// Spans, an event, an attribute, a relation and notes, as brat has them.
const BRAT: &str = "T7\tLOC 0 4\tRome\nT3\tWin 5 8\twon\nE1\tWin:T3 Place:T7\nA1\tNegation E1\n#5\tAnnotatorNotes T7\tsee T3\n";

/// The first file of the format among the fixtures of files that other programs write.
fn of_its_program(format: Format) -> Option<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange");
    ["json.txt", "lines.txt"].into_iter().find_map(|name| {
        let text = std::fs::read_to_string(folder.join(name)).expect("the fixtures");
        let mut cases = text.split("\n== ").skip(1).filter_map(|case| case.split_once('\n'));
        let name = match format {
            Format::WebAnnotation => "W3C",
            format => format.name(),
        };
        let (_, case) = cases.find(|(title, _)| title.starts_with(name))?;
        let (input, _) = case.split_once("\n.\n")?;
        // A backslash in a column stands twice in a fixture.
        Some(input.replace("\\\\n", "\\n"))
    })
}
