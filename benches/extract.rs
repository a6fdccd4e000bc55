//! Bytes a second: each step of extraction on news articles, and the engine for amounts and dates
//! on what is made to slow it down.
//!
//! The articles are the `*.txt` in the folder `articles` of `$NEWSMARK_SHARED`, else of `../shared`;
//! where there are none, a short text below stands in for them. A table of the medians is printed
//! at the end.

use std::fs;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use jiff::civil::{Date, date};
use newsmark::extract::{Article, Candidate, EXTRACTORS, extract};
use newsmark::text::tokenize;

const MEGABYTE: usize = 1 << 20;

const PUBLISHED: Option<Date> = Some(date(2024, 7, 2));

/// The names of the extractors that make the engine for amounts and dates.
const ENGINE: &[&str] = &["money", "percent", "quantity", "ordinal", "cardinal", "time"];

const STAND_IN: &str = "\
WASHINGTON (July 2, 2024) — The Ministry of Transport said on Tuesday that it would spend more than \
$2.3 billion on 1,200 miles of track, a third of it in the north-east.\n\n\
“We have waited twenty years for this,” said Maria O’Neill, who leads the Riverside Passengers’ \
Association. Work begins in March 2025 and takes about four years; fares rise by 2.5% a year.\n\n";

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

/// A result's place in the table: group, name within it, and bytes of text.
type Row = (&'static str, String, usize);

fn main() {
    let began = SystemTime::now();
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
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

/// What hostile texts are compared with.
const ORDINARY: &str = "articles";

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

fn measure(
    group: &mut BenchmarkGroup<'_, WallTime>,
    rows: &mut Vec<Row>,
    group_name: &'static str,
    name: String,
    text: &str,
    run: impl Fn(&str),
) {
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function(name.as_str(), |bencher| bencher.iter(|| run(black_box(text))));
    rows.push((group_name, name, text.len()));
}

/// Prints the medians that were measured since `began`.
fn table(rows: &[Row], began: SystemTime) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let measured: Vec<_> =
        rows.iter().filter_map(|row| Some((row, median(row, began)? / row.2 as f64))).collect();
    for group in ["extract", "hostile"] {
        let rows = || measured.iter().filter(|((of, ..), _)| *of == group);
        let ordinary = rows().find(|((_, name, _), _)| name == ORDINARY).map(|(_, time)| *time);
        if rows().next().is_some() {
            let against = ordinary.map_or("", |_| "   time a byte, against articles");
            writeln!(out, "\n{group:44}    MB/s{against}")?;
        }
        for ((_, name, _), time) in rows() {
            let ratio = ordinary.map_or(String::new(), |ordinary| format!("{:8.2}", time / ordinary));
            writeln!(out, "  {name:42}{:8.1}{ratio}", 1e3 / time)?;
        }
    }
    Ok(())
}

/// The median of a result in nanoseconds, from the file that Criterion wrote.
fn median((group, name, _): &Row, began: SystemTime) -> Option<f64> {
    // Criterion names folders so.
    let name: String =
        name.chars().map(|c| if "?\"/\\*<>:|^".contains(c) { '_' } else { c }).take(64).collect();
    let file = results()?.join(group).join(name.trim()).join("new/estimates.json");
    if fs::metadata(&file).ok()?.modified().ok()? < began {
        return None;
    }
    let estimates: serde_json::Value = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    estimates.get("median")?.get("point_estimate")?.as_f64()
}

/// Where Criterion writes: the folder that holds that of the build.
fn results() -> Option<PathBuf> {
    if let Some(home) = std::env::var_os("CRITERION_HOME") {
        return Some(home.into());
    }
    // target/release/deps/extract-0123
    Some(std::env::current_exe().ok()?.ancestors().nth(3)?.join("criterion"))
}

/// The articles by name; never empty.
fn articles() -> Vec<(String, String)> {
    let shared = std::env::var_os("NEWSMARK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let mut articles: Vec<_> = fs::read_dir(shared.join("articles"))
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_stem()?.to_str()?.to_string();
            let text = fs::read_to_string(&path).ok()?;
            (path.extension()? == "txt" && !text.is_empty()).then_some((name, text))
        })
        .collect();
    articles.sort();
    if articles.is_empty() {
        articles.push(("stand-in".to_string(), STAND_IN.to_string()));
    }
    articles
}
