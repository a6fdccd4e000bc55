//! Two reports of one event: are the facts paired that are one, and told apart in the right group?
//!
//! `articles/compare_gold.jsonl` has pairs that were read while the rules were written, `tests/fixtures/compare/reports.jsonl`
//! invented reports by other hands, of which figures are learnt from; `tests/fixtures/compare/held_out.jsonl` has the places of
//! the facts of other pairs of the same reports as the first, judged by other hands, which were only counted. The reports are
//! those of `articles/pairs.jsonl`, which is no part of the package.

use std::collections::BTreeMap;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use newsmark::document::DocumentId;
use newsmark::facts::{FactKind, Row, Verdict, compare};
use newsmark::search::Index;
use newsmark::text::Span;
use uuid::Uuid;

use crate::cases;
use crate::gold::{Fact, Pair, document, news, read, reports};

/// Whether a row is about a fact. Statements are found by rows of statements alone: a sentence has other facts in it.
fn is_about(row: &Row, fact: &Fact) -> bool {
    let is_statement = matches!(fact.kind.as_str(), "quote" | "statement");
    let [one, other] = [0, 1].map(|at| places(row, at));
    is_statement == (row.kind == FactKind::Quote) && fact.has([&one, &other])
}

/// Where a row has a report's places.
fn places(row: &Row, at: usize) -> Vec<Span> {
    row.places[at].iter().map(|place| place.span).collect()
}

/// How many facts there are of a sort, and how many are in the right group.
#[derive(Default)]
struct Count {
    all: usize,
    found: usize,
}

/// How many facts of each relation are in the right group, in words, and how many of all.
fn measure(name: &str, pairs: &[Pair]) -> (String, usize, usize) {
    let prints = std::env::var_os("NEWSMARK_DETAILS").is_some() && !name.contains("held out");
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let (mut told, mut wrong, mut traps, mut trapped) = (0, 0, 0, 0);
    for pair in pairs {
        let found = compare(&[&pair.documents[0], &pair.documents[1]]);
        for fact in &pair.facts {
            let verdict = match fact.relation.as_str() {
                "different" => Verdict::Different,
                "other_words" => Verdict::Otherwise,
                _ => Verdict::All,
            };
            let count = counts.entry(format!("{} {}", fact.relation, fact.kind)).or_default();
            count.all += 1;
            let rows: Vec<&Row> = found.rows.iter().filter(|row| is_about(row, fact)).collect();
            let is_found = rows.iter().any(|row| row.verdict == verdict);
            count.found += usize::from(is_found);
            if !is_found && prints {
                let verdicts: Vec<_> = rows.iter().map(|row| row.verdict.code()).collect();
                let words = fact.words(&pair.documents);
                eprintln!("NOT {} {} {words} {verdicts:?} in {}", fact.relation, fact.kind, pair.id);
            }
        }
        for row in found.rows.iter().filter(|row| row.verdict == Verdict::Different) {
            told += 1;
            let is_right = pair.facts.iter().any(|fact| fact.relation == "different" && is_about(row, fact));
            let is_wrong = !is_right && !pair.unclear.iter().any(|fact| is_about(row, fact));
            wrong += usize::from(is_wrong);
            if prints && is_wrong {
                let words = |at: usize| {
                    let places = places(row, at);
                    let words = places.iter().filter_map(|span| span.slice(pair.documents[at].text()));
                    words.collect::<Vec<_>>().join(" | ")
                };
                eprintln!("WRONG different {}: {} ~ {} in {}", row.kind.code(), words(0), words(1), pair.id);
            }
        }
        for trap in &pair.traps {
            traps += 1;
            let is_paired = found.rows.iter().any(|row| is_about(row, trap));
            trapped += usize::from(is_paired);
            if is_paired && prints {
                eprintln!("TRAP {} {} in {}", trap.kind, trap.words(&pair.documents), pair.id);
            }
        }
    }
    let lines: Vec<String> =
        counts.iter().map(|(kind, count)| format!("{kind} {} of {}", count.found, count.all)).collect();
    let right = counts.values().map(|count| count.found).sum();
    let all = counts.values().map(|count| count.all).sum();
    let line = format!(
        "{name}: {}; {told} told differently, {wrong} wrongly; {trapped} of {traps} traps paired",
        lines.join(", ")
    );
    (line, right, all)
}

fn run() -> Result<(), Failed> {
    let own = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/compare").join(name);
    let shared = cases::folder().join("..");
    let (line, right, all) = measure("compare", &read(&shared.join("articles/compare_gold.jsonl"), &shared));
    let (of_news, _, _) = measure("compare, news", &read(&own("news.jsonl"), &shared));
    let (of_written, _, _) = measure("compare, written", &read(&own("reports.jsonl"), &shared));
    let (held, held_right, held_all) = measure("compare, held out", &read(&own("held_out.jsonl"), &shared));
    eprintln!("{line}\n{of_news}\n{of_written}\n{held}");
    let enough = right * 100 >= all * 78 && held_right * 100 >= held_all * 59;
    if enough { Ok(()) } else { Err("fewer facts are in the right group than before".into()) }
}

/// Of all reports of `pairs.jsonl` and of the news that are no pairs: is the partner proposed, and nothing else?
fn run_partners() -> Result<(), Failed> {
    let shared = cases::folder().join("..");
    let mut index = Index::default();
    let (mut events, mut others) = (Vec::new(), 0);
    for (event, texts) in reports(&shared.join("articles/pairs.jsonl")) {
        for text in texts {
            let mut document = document(&text, Some("2004-11-15"));
            document.id = DocumentId(Uuid::from_u128(events.len() as u128));
            index.put(&document);
            events.push(event.clone());
        }
    }
    // Others of the same week.
    for text in news(&shared.join("conformance/aquaint.jsonl"))
        .iter()
        .chain(&news(&shared.join("corpora/tune/world_news_dev.jsonl")))
    {
        let mut document = document(text, Some("2004-11-15"));
        document.id = DocumentId(Uuid::from_u128(1000 + others));
        others += 1;
        index.put(&document);
    }
    let (mut found, mut wrong) = (0, 0);
    for (number, event) in events.iter().enumerate() {
        let proposed = index.of_one_event(DocumentId(Uuid::from_u128(number as u128)), 3);
        let is_right = |id: &DocumentId| events.get(id.0.as_u128() as usize) == Some(event);
        found += usize::from(proposed.first().is_some_and(is_right));
        wrong += proposed.iter().filter(|id| !is_right(id)).count();
    }
    let all = events.len();
    eprintln!(
        "partners: of {all} reports {found} have one of the same event proposed first; {wrong} proposed wrongly"
    );
    let enough = found * 100 >= all * 75 && wrong * 10 <= all;
    if enough { Ok(()) } else { Err("fewer partners are proposed than before".into()) }
}

pub(crate) fn trials() -> Vec<Trial> {
    let missing = !cases::folder().join("../articles/compare_gold.jsonl").exists();
    vec![
        Trial::test("compare", run).with_ignored_flag(missing),
        Trial::test("partners", run_partners).with_ignored_flag(missing),
    ]
}
