//! What the benchmarks share: texts to measure with, and a table of the medians.

use std::fs;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};

/// A result's place in the table: group, name within it, and bytes of text.
pub(crate) type Row = (&'static str, String, usize);

/// A few runs of each, which tell a median.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args()
}

const STAND_IN: &str = "\
WASHINGTON (July 2, 2024) — The Ministry of Transport said on Tuesday that it would spend more than \
$2.3 billion on 1,200 miles of track, a third of it in the north-east.\n\n\
“We have waited twenty years for this,” said Maria O’Neill, who leads the Riverside Passengers’ \
Association. Work begins in March 2025 and takes about four years; fares rise by 2.5% a year.\n\n";

/// What other rows of a group are compared with.
pub(crate) const ORDINARY: &str = "articles";

/// Measures one row.
pub(crate) fn measure(
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
pub(crate) fn table(rows: &[Row], began: SystemTime) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let mut groups: Vec<&str> = rows.iter().map(|(group, ..)| *group).collect();
    groups.dedup();
    let measured: Vec<_> =
        rows.iter().filter_map(|row| Some((row, median(row, began)? / row.2 as f64))).collect();
    for group in groups {
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

/// The articles by name; never empty. They are the `*.txt` in the folder `articles` of `$NEWSMARK_SHARED`, else of `../shared`;
/// where there are none, a short text stands in for them.
pub(crate) fn articles() -> Vec<(String, String)> {
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
