//! Two reports of one event: are the facts paired that are one, and told apart in the right group?
//!
//! `articles/compare_gold.jsonl` has pairs that were read while the rules were written; `tests/fixtures/compare/held_out.jsonl` has the
//! places of the facts of other pairs of the same reports, judged by other hands, which were only counted. The reports are those
//! of `articles/pairs.jsonl`, which is no part of the package.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::{Row, Verdict, compare};
use newsmark::text::Span;
use serde::Deserialize;
use uuid::Uuid;

use crate::cases;

#[derive(Deserialize)]
struct Gold {
    id: String,
    a: usize,
    b: usize,
    #[serde(default)]
    published: [Option<String>; 2],
    facts: Vec<Fact>,
    traps: Vec<Fact>,
    #[serde(default)]
    unclear: Vec<Fact>,
}

#[derive(Deserialize)]
struct Fact {
    #[serde(default)]
    relation: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    a: Vec<[usize; 2]>,
    #[serde(default)]
    b: Vec<[usize; 2]>,
}

/// The texts of the reports of each event.
fn reports() -> HashMap<String, Vec<String>> {
    let path = cases::folder().join("../articles/pairs.jsonl");
    let text = fs::read_to_string(path).unwrap_or_default();
    let read = |line: &str| {
        let event: serde_json::Value = serde_json::from_str(line).ok()?;
        let texts =
            event["reports"].as_array()?.iter().filter_map(|it| Some(it["text"].as_str()?.to_owned()));
        Some((event["id"].as_str()?.to_owned(), texts.collect()))
    };
    text.lines().filter_map(read).collect()
}

fn document(text: &str, published: Option<&str>) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, jiff::Timestamp::UNIX_EPOCH);
    document.published = published.and_then(|day| day.parse().ok());
    let extraction = extract(text, document.published);
    annotate(&mut document, &extraction, Uuid::new_v4, jiff::Timestamp::UNIX_EPOCH);
    document
}

/// Spans of code points as spans of bytes.
fn spans(text: &str, points: &[[usize; 2]]) -> Vec<Span> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = |point: usize| places.get(point).copied().unwrap_or(text.len());
    points.iter().map(|[from, to]| Span::new(place(*from), place(*to))).collect()
}

fn overlap(one: Span, other: Span) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

/// Whether a row has a place of each report among those of a fact.
fn is_about(row: &Row, documents: &[&Document; 2], fact: &Fact) -> bool {
    [&fact.a, &fact.b].iter().zip(documents).zip(&row.places).all(|((points, document), places)| {
        let spans = spans(document.text(), points);
        let found = places.iter().filter_map(|id| document.annotation(*id));
        found.clone().any(|mark| spans.iter().any(|span| overlap(*span, mark.span)))
    })
}

#[derive(Default)]
struct Count {
    all: usize,
    found: usize,
}

/// How many facts of each relation are in the right group, in words, and how many of all.
fn measure(name: &str, golds: &[Gold]) -> (String, usize, usize) {
    let reports = reports();
    let prints = std::env::var_os("NEWSMARK_DETAILS").is_some() && name == "compare";
    let mut counts: HashMap<String, Count> = HashMap::new();
    let (mut told, mut wrong, mut traps, mut trapped) = (0, 0, 0, 0);
    for gold in golds {
        let Some(texts) = reports.get(&gold.id) else { continue };
        let (Some(a), Some(b)) = (texts.get(gold.a), texts.get(gold.b)) else { continue };
        let (a, b) = (document(a, gold.published[0].as_deref()), document(b, gold.published[1].as_deref()));
        let documents = [&a, &b];
        let found = compare(&documents);
        for fact in &gold.facts {
            let verdict = match fact.relation.as_str() {
                "different" => Verdict::Different,
                "other_words" => Verdict::Otherwise,
                _ => Verdict::All,
            };
            let kind =
                if matches!(fact.kind.as_str(), "quote" | "statement") { "statements" } else { "others" };
            let count = counts.entry(format!("{} {kind}", fact.relation)).or_default();
            count.all += 1;
            let rows: Vec<&Row> = found.rows.iter().filter(|row| is_about(row, &documents, fact)).collect();
            let is_found = rows.iter().any(|row| row.verdict == verdict);
            count.found += usize::from(is_found);
            if !is_found && prints {
                let words = |document: &Document, points: &[[usize; 2]]| {
                    spans(document.text(), points)
                        .iter()
                        .filter_map(|span| span.slice(document.text()))
                        .collect::<Vec<_>>()
                        .join(" | ")
                };
                let verdicts: Vec<_> = rows.iter().map(|row| row.verdict.code()).collect();
                eprintln!(
                    "NOT {} {} {} ~ {} {verdicts:?}",
                    fact.relation,
                    fact.kind,
                    words(&a, &fact.a),
                    words(&b, &fact.b)
                );
            }
        }
        for row in found.rows.iter().filter(|row| row.verdict == Verdict::Different) {
            told += 1;
            let is_right =
                gold.facts.iter().any(|fact| fact.relation == "different" && is_about(row, &documents, fact));
            let is_open = gold.unclear.iter().any(|fact| is_about(row, &documents, fact));
            wrong += usize::from(!is_right && !is_open);
            if prints && !is_right && !is_open {
                let words = |document: &Document, at: usize| {
                    row.places
                        .get(at)
                        .into_iter()
                        .flatten()
                        .filter_map(|id| document.annotation(*id))
                        .map(|mark| document.quote(mark).to_owned())
                        .collect::<Vec<_>>()
                        .join(" | ")
                };
                eprintln!("WRONG different {}: {} ~ {}", row.kind.code(), words(&a, 0), words(&b, 1));
            }
        }
        for trap in &gold.traps {
            traps += 1;
            let is_paired = found.rows.iter().any(|row| is_about(row, &documents, trap));
            trapped += usize::from(is_paired);
            if is_paired && prints {
                eprintln!(
                    "TRAP {} {:?} {:?} in {}",
                    trap.kind,
                    spans(a.text(), &trap.a).iter().filter_map(|it| it.slice(a.text())).collect::<Vec<_>>(),
                    spans(b.text(), &trap.b).iter().filter_map(|it| it.slice(b.text())).collect::<Vec<_>>(),
                    gold.id
                );
            }
        }
    }
    let mut lines: Vec<String> =
        counts.iter().map(|(kind, count)| format!("{kind} {} of {}", count.found, count.all)).collect();
    lines.sort();
    let right = counts.values().map(|count| count.found).sum();
    let all = counts.values().map(|count| count.all).sum();
    let line = format!(
        "{name}: {}; {told} told differently, {wrong} wrongly; {trapped} of {traps} traps paired",
        lines.join(", ")
    );
    (line, right, all)
}

fn read(path: &Path) -> Vec<Gold> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:.80}")))
        .collect()
}

fn run() -> Result<(), Failed> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/compare/held_out.jsonl");
    let (line, right, all) =
        measure("compare", &read(&cases::folder().join("../articles/compare_gold.jsonl")));
    let (held, held_right, held_all) = measure("compare, held out", &read(&own));
    eprintln!("{line}\n{held}");
    let enough = right * 100 >= all * 75 && held_right * 100 >= held_all * 48;
    if enough { Ok(()) } else { Err("fewer facts are in the right group than before".into()) }
}

pub(crate) fn trials() -> Vec<Trial> {
    let missing = !cases::folder().join("../articles/compare_gold.jsonl").exists();
    vec![Trial::test("compare", run).with_ignored_flag(missing)]
}
