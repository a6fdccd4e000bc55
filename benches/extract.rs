//! Bytes a second: each step of extraction on news articles, and the engine for amounts and dates
//! on what is made to slow it down.
//!
//! A table of the medians is printed at the end.

mod support;

use std::hint::black_box;
use std::time::SystemTime;

use jiff::civil::{Date, date};
use newsmark::extract::{Article, Candidate, EXTRACTORS, extract};
use newsmark::text::tokenize;
use support::{ORDINARY, Row, articles, criterion, measure, table};

const MEGABYTE: usize = 1 << 20;

const PUBLISHED: Option<Date> = Some(date(2024, 7, 2));

/// The names of the extractors that make the engine for amounts and dates.
const ENGINE: &[&str] = &["money", "percent", "quantity", "ordinal", "cardinal", "time"];

/// What is repeated to slow the engine down, by what it is called; each `N` counts on from 1.
const HOSTILE: &[(&str, &str)] = &[
    ("digits", "1"),
    ("commas", ","),
    ("million", "million "),
    ("dollar signs", "$"),
    ("1 to 2 to 3", "1 to 2 to 3 "),
    ("N to N", "N to "),
    ("between 1 and 2 and", "between 1 and 2 and "),
    ("between N and", "between N and "),
    ("between 1 and 2 and between 3 and", "between 1 and 2 and between 3 and "),
    ("between one and two and", "between one and two and "),
    ("from $1 to $2 to $3", "from $1 to $2 to $3 "),
    ("a million dollars to", "a million dollars to "),
    ("$1 to", "$1 to "),
    ("$1-", "$1-"),
    ("$1-$2-", "$1-$2-"),
    ("N-", "N-"),
    ("groups of digits", "123,"),
    ("short numbers", "1 "),
    ("years", "2024 "),
    ("one", "one "),
    ("a million", "a million "),
    ("vulgar fractions", "½"),
    ("full stops", "."),
    ("addresses", "a@"),
    ("blank lines", "\n\n"),
];

/// One thing to measure.
struct Step {
    name: &'static str,
    run: fn(&str),
}

const STEPS: &[Step] = &[
    Step { name: "tokens", run: |text| drop(black_box(tokenize(text))) },
    Step { name: "article", run: |text| drop(black_box(Article::new(text, PUBLISHED))) },
    Step { name: "amounts and dates", run: |text| run(text, ENGINE) },
    Step { name: "names", run: |text| run(text, &["names"]) },
    Step { name: "quotes", run: |text| run(text, &["quote"]) },
    Step { name: "everything", run: |text| drop(black_box(extract(text, PUBLISHED))) },
];

/// Extraction with the extractors of these names alone, from the text on.
fn run(text: &str, names: &[&str]) {
    let article = Article::new(text, PUBLISHED);
    let mut candidates: Vec<Candidate> = Vec::new();
    for extractor in EXTRACTORS.iter().filter(|extractor| names.contains(&extractor.name())) {
        extractor.extract(&article, &mut candidates);
    }
    black_box(candidates);
}

fn main() {
    let began = SystemTime::now();
    let mut criterion = criterion();
    let articles = articles();
    let all: String = articles.iter().map(|(_, text)| text.as_str()).collect();
    let megabyte = all.repeat(MEGABYTE / all.len() + 1);

    let mut rows: Vec<Row> = Vec::new();
    let mut group = criterion.benchmark_group("extract");
    for step in STEPS {
        for (name, text) in articles.iter().map(|(n, t)| (n.as_str(), t)).chain([("1 MB", &megabyte)]) {
            measure(&mut group, &mut rows, "extract", format!("{}, {name}", step.name), text, step.run);
        }
    }
    group.finish();

    // As long as what is said of them, where there is time.
    let len = if std::env::args().any(|arg| arg == "--quick") { MEGABYTE } else { 10 * MEGABYTE };
    let mut group = criterion.benchmark_group("hostile");
    let ordinary = all.repeat(len / all.len() + 1);
    let texts = HOSTILE.iter().map(|(name, piece)| (*name, counted(piece, len)));
    for (name, text) in [(ORDINARY, ordinary)].into_iter().chain(texts) {
        measure(&mut group, &mut rows, "hostile", name.to_string(), &text, |text| run(text, ENGINE));
    }
    group.finish();
    criterion.final_summary();
    // A table that cannot be printed is no reason to fail.
    let _ = table(&rows, began);
}

/// `piece` again and again up to `len` bytes, each `N` in it a number greater by one.
fn counted(piece: &str, len: usize) -> String {
    let mut text = String::with_capacity(len + piece.len());
    let mut number = 0;
    while text.len() < len {
        for part in piece.split_inclusive('N') {
            text.push_str(part.trim_end_matches('N'));
            if part.ends_with('N') {
                number += 1;
                text.push_str(&number.to_string());
            }
        }
    }
    text
}
