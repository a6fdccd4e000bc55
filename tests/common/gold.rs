//! Pairs of reports of one event in which people judged which facts are one: read here, for the trial that counts and for
//! what learns.

#![allow(dead_code, reason = "each of the two uses a part of it")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::text::Span;
use serde::Deserialize;
use uuid::Uuid;

/// Two reports as a file has them.
#[derive(Deserialize)]
struct Line {
    id: String,
    a: Report,
    b: Report,
    #[serde(default)]
    published: [Option<String>; 2],
    facts: Vec<Told>,
    traps: Vec<Told>,
    #[serde(default)]
    unclear: Vec<Told>,
}

/// A report by its place, or its text: of an event of `articles/pairs.jsonl`, or, from 1, of `conformance/aquaint.jsonl`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Report {
    At(usize),
    Text(String),
}

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    relation: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    a: Places,
    #[serde(default)]
    b: Places,
}

/// Spans of code points; or words, and which of their places it is, from 1.
#[derive(Deserialize)]
#[serde(untagged)]
enum Places {
    Points(Vec<[usize; 2]>),
    Words(String, usize),
}

impl Default for Places {
    fn default() -> Places {
        Places::Points(Vec::new())
    }
}

/// Two reports with what was judged of them.
pub(crate) struct Pair {
    pub(crate) id: String,
    pub(crate) documents: [Document; 2],
    pub(crate) facts: Vec<Fact>,
    pub(crate) traps: Vec<Fact>,
    pub(crate) unclear: Vec<Fact>,
}

/// A fact of both reports, or what looks like one.
pub(crate) struct Fact {
    /// "different", "other_words" or "same".
    pub(crate) relation: String,
    pub(crate) kind: String,
    /// Where each report has it, in bytes.
    pub(crate) places: [Vec<Span>; 2],
}

impl Fact {
    /// Whether these places of both reports are among its own.
    pub(crate) fn has(&self, places: [&[Span]; 2]) -> bool {
        let meets =
            |of: usize| places[of].iter().any(|it| self.places[of].iter().any(|own| own.overlaps(*it)));
        meets(0) && meets(1)
    }

    /// Its words in both reports.
    pub(crate) fn words(&self, documents: &[Document; 2]) -> String {
        let of = |at: usize| {
            let words = self.places[at].iter().filter_map(|span| span.slice(documents[at].text()));
            words.collect::<Vec<_>>().join(" | ")
        };
        format!("{} ~ {}", of(0), of(1))
    }
}

/// The pairs of a file; those of reports of the shared folder only where that is there.
pub(crate) fn read(path: &Path, shared: &Path) -> Vec<Pair> {
    let mut reports = reports(&shared.join("articles/pairs.jsonl"));
    reports.insert("aquaint".to_owned(), news(&shared.join("conformance/aquaint.jsonl")));
    let text = fs::read_to_string(path).unwrap_or_default();
    let pair = |line: &str| {
        let line: Line = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:.80}"));
        let text = |report: &Report| match report {
            Report::At(place) => reports.get(&line.id)?.get(*place).cloned(),
            Report::Text(text) => Some(text.clone()),
        };
        let texts = [text(&line.a)?, text(&line.b)?];
        let facts = |told: &[Told]| {
            let fact = |it: &Told| Fact {
                relation: it.relation.clone(),
                kind: it.kind.clone(),
                places: [spans(&texts[0], &it.a), spans(&texts[1], &it.b)],
            };
            told.iter().map(fact).collect::<Vec<_>>()
        };
        let (facts, traps, unclear) = (facts(&line.facts), facts(&line.traps), facts(&line.unclear));
        let documents = [0, 1].map(|at| document(&texts[at], line.published[at].as_deref()));
        Some(Pair { id: line.id, documents, facts, traps, unclear })
    };
    text.lines().filter_map(pair).collect()
}

/// The texts of the reports of each event.
pub(crate) fn reports(path: &Path) -> HashMap<String, Vec<String>> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let read = |line: &str| {
        let event: serde_json::Value = serde_json::from_str(line).ok()?;
        let texts =
            event["reports"].as_array()?.iter().filter_map(|it| Some(it["text"].as_str()?.to_owned()));
        Some((event["id"].as_str()?.to_owned(), texts.collect()))
    };
    text.lines().filter_map(read).collect()
}

/// The texts of a file of news, of which the first has the number 1.
pub(crate) fn news(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let read = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        value["text"].as_str().unwrap_or_default().to_owned()
    };
    std::iter::once(String::new()).chain(text.lines().map(read)).collect()
}

/// A text, read.
pub(crate) fn document(text: &str, published: Option<&str>) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
    document.published = published.and_then(|day| day.parse().ok());
    let extraction = extract(text, document.published);
    let mut number = 0_u128;
    let fresh = || {
        number += 1;
        Uuid::from_u128(number)
    };
    annotate(&mut document, &extraction, fresh, Default::default());
    document
}

/// Places as spans of bytes.
fn spans(text: &str, places: &Places) -> Vec<Span> {
    let points = match places {
        Places::Points(points) => points,
        Places::Words(words, nth) => {
            let found = nth.checked_sub(1).and_then(|nth| text.match_indices(words.as_str()).nth(nth));
            return found.map(|(at, _)| Span::new(at, at + words.len())).into_iter().collect();
        }
    };
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = |point: usize| places.get(point).copied().unwrap_or(text.len());
    points.iter().map(|[from, to]| Span::new(place(*from), place(*to))).collect()
}
