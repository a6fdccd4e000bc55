//! Views of facts, on made-up articles.

#[path = "common/compared.rs"]
mod compared;

use compared::{same_lines, shown};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use newsmark::annotation::{Check, CheckState};
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::edit::operations::set_check;
use newsmark::extract::extract;
use newsmark::facts::{
    Comparison, FactKind, Verdict, compare, dismissed, doubts, is_fact, sheet, timeline, who_said_what,
};
use newsmark::label::LabelCode;
use proptest::prelude::*;
use uuid::Uuid;

fn read(text: &str, published: Option<Date>) -> Document {
    let mut document = Document::new(DocumentId(Uuid::new_v4()), text, Timestamp::UNIX_EPOCH);
    document.published = published;
    annotate(&mut document, &extract(text, published), Uuid::new_v4, Timestamp::UNIX_EPOCH);
    document
}

#[test]
fn reports_are_compared_by_what_they_say() {
    let fixture = include_str!("fixtures/facts/compared.txt");
    let published = Some(date(2024, 7, 3));
    for block in fixture.split("\n\n") {
        let line = |sign: &str| block.lines().find_map(|line| line.strip_prefix(sign)).expect("two reports");
        let (one, other) = (read(line("> "), published), read(line("< "), published));
        let expected = block.lines().filter(|line| !line.starts_with(['#', '>', '<']));
        let found = shown([&one, &other], &compare(&[&one, &other]));
        let (missing, surplus) = same_lines(found, expected.map(str::to_owned).collect());
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{block}\nmissing {missing:#?}\nsurplus {surplus:#?}"
        );
    }
}

#[test]
fn a_dismissed_doubt_stays_away_and_can_be_undone() {
    let document = read("The budget grew from $20 million to $30 million, up 60%.", None);
    let [doubt] = &doubts(&document)[..] else { panic!("one doubt") };
    let check = dismissed(None, doubt.kind);
    let command = set_check(&document, doubt.stated, Some(&check), Timestamp::UNIX_EPOCH).expect("a command");
    let (after, back) = command.apply(&document, Timestamp::UNIX_EPOCH).expect("it applies");
    assert!(doubts(&after)[0].is_dismissed);
    let file = newsmark::formats::export(&after, newsmark::formats::Format::Newsmark);
    let again = newsmark::formats::import(file.as_bytes()).expect("a file of ours");
    assert!(doubts(&again.documents[0])[0].is_dismissed, "it travels with the file");
    let (before, _) = back.apply(&after, Timestamp::UNIX_EPOCH).expect("the inverse applies");
    assert!(!doubts(&before)[0].is_dismissed);
}

#[test]
fn what_is_open_comes_first_in_its_kind_and_progress_counts() {
    let document = read("Ama Boateng met Kofi Mensah. Ama Boateng paid €5 and €7.", None);
    let first = sheet(&document).rows[0].id;
    let check = std::sync::Arc::new(Check { state: CheckState::Confirmed, ..Check::open() });
    let command = set_check(&document, first, Some(&check), Timestamp::UNIX_EPOCH).expect("a command");
    let (document, _) = command.apply(&document, Timestamp::UNIX_EPOCH).expect("it applies");
    let sheet = sheet(&document);
    assert_eq!((sheet.progress.confirmed, sheet.progress.settled()), (1, 1));
    let rows = sheet.by_kind(&document);
    let shown: Vec<_> =
        rows.iter().map(|row| document.quote(document.annotation(row.id).expect("a mark"))).collect();
    assert_eq!(shown, ["Kofi Mensah", "Ama Boateng", "Ama Boateng", "€5", "€7"]);
}

/// Sentences of which articles are made up.
const SENTENCES: &[&str] = &[
    "Ama Boateng said that 12 boats had sunk near Accra.",
    "“We have 31 members,” Kofi Mensah said on Tuesday.",
    "The harbour cost $2.3 billion, up 9.5% from $2.1 billion.",
    "Li Wei, 50, was born on 14 November 1954.",
    "It rained from July 9 to July 11.",
    "Of 32 votes, 19 (59%) were for it.",
    "The ship lies 100 miles (160 km) off Lima.",
    "Nothing happened.",
    "Dozens of people watched the yuan fall for months, and many years.",
    "In the 1990s and in 1815 it was so, too.",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES), 0..8).prop_map(|sentences| sentences.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_article_does_not_differ_from_itself(text in text()) {
        let document = read(&text, Some(date(2024, 7, 2)));
        let found = compare(&[&document, &document]);
        for row in &found.rows {
            prop_assert_eq!(row.verdict, Verdict::All);
            prop_assert_eq!(&row.places[0], &row.places[1]);
        }
    }

    #[test]
    fn every_fact_stands_in_one_row_of_a_comparison(one in text(), other in text()) {
        let (one, other) = (read(&one, None), read(&other, None));
        let found = compare(&[&one, &other]);
        for (at, document) in [&one, &other].into_iter().enumerate() {
            let places = found.rows.iter().flat_map(|row| row.places[at].iter());
            let mut listed: Vec<_> = places.filter_map(|place| Some(place.mark(document)?.id)).collect();
            listed.sort();
            let count = listed.len();
            listed.dedup();
            prop_assert_eq!(listed.len(), count);
            for fact in document.annotations().iter().filter(|it| is_fact(it)) {
                // What tells nothing may be left out.
                let is_plain = fact.label == LabelCode::ORDINAL || document.quote(fact).eq_ignore_ascii_case("one");
                prop_assert!(listed.binary_search(&fact.id).is_ok() || is_plain, "{}", document.quote(fact));
            }
        }
        // Which report is the first is of no account to how many there are of each kind.
        let back = compare(&[&other, &one]);
        let count = |found: &Comparison, kind| found.rows.iter().filter(|row| row.kind == kind && row.verdict == Verdict::Some).count();
        for kind in FactKind::ALL {
            prop_assert_eq!(count(&found, kind), count(&back, kind), "{:?}", kind);
        }
    }

    #[test]
    fn views_are_total(text in ".{0,300}", of in text()) {
        for text in [text.clone(), format!("{of} {text} {of}")] {
            let document = read(&text, Some(date(2024, 7, 2)));
            let sheet = sheet(&document);
            prop_assert_eq!(sheet.rows.len(), document.annotations().iter().filter(|it| is_fact(it)).count());
            prop_assert_eq!(sheet.by_kind(&document).len(), sheet.rows.len());
            let timeline = timeline(&document);
            prop_assert!(timeline.moments.is_sorted_by_key(|moment| moment.from));
            prop_assert!(timeline.drawing().bars.iter().all(|bar| (0.0..=1.0).contains(&bar.from) && bar.to <= 1.0));
            let words: usize = who_said_what(&document).iter().map(|it| it.statements.len()).sum();
            prop_assert!(words >= document.annotations().iter().filter(|it| it.label.is_speech()).count());
            doubts(&document);
        }
    }
}
