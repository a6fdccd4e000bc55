//! Bytes a second, on news articles and on a megabyte of them.
//!
//! The articles are the `*.txt` in `../shared/articles`, where that folder is there; else a short
//! text below stands in for them.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use newsmark::extract::extract as extract_all;

const MEGABYTE: usize = 1 << 20;

const STAND_IN: &str = "\
WASHINGTON (July 2, 2024) — The Ministry of Transport said on Tuesday that it would spend more than \
$2.3 billion on 1,200 miles of track, a third of it in the north-east.\n\n\
“We have waited twenty years for this,” said Maria O’Neill, who leads the Riverside Passengers’ \
Association. Work begins in March 2025 and takes about four years; fares rise by 2.5% a year.\n\n";

fn extract(criterion: &mut Criterion) {
    let articles = articles();
    let all: String = articles.iter().map(|(_, text)| text.as_str()).collect();
    let megabyte: String =
        all.chars().cycle().take(all.chars().count() * (MEGABYTE / all.len() + 1)).collect();

    let published = "2024-07-02".parse().ok();

    let mut group = criterion.benchmark_group("extract");
    for (name, text) in articles.iter().map(|(n, t)| (n.as_str(), t)).chain([("1 MB of articles", &megabyte)])
    {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            bencher.iter(|| extract_all(black_box(text), published).suggestions.len());
        });
    }
    group.finish();
}

/// The articles by name; never empty.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let mut articles: Vec<_> = fs::read_dir(folder)
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

criterion_group!(benches, extract);
criterion_main!(benches);
