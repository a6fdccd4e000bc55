//! Passages in which one figure was made wrong, and passages that only look wrong: how many are doubted.
//!
//! `tests/fixtures/doubts` is part of the package: pairs of a passage as it is right and with one figure changed, by other hands
//! than those who wrote the rules. `passages.jsonl` was read while the rules were written; `held_out.jsonl` came later and is
//! only counted. The same is printed for `contradictions.jsonl` where it is at hand.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use libtest_mimic::{Failed, Trial};
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::{Doubt, doubts};
use serde::Deserialize;
use uuid::Uuid;

use crate::cases;

#[derive(Deserialize)]
struct Passage {
    id: String,
    published: String,
    right: String,
    wrong: Option<String>,
}

fn annotated(text: &str, published: &str) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, jiff::Timestamp::UNIX_EPOCH);
    document.published = published.parse::<Date>().ok();
    let extraction = extract(text, document.published);
    annotate(&mut document, &extraction, Uuid::new_v4, jiff::Timestamp::UNIX_EPOCH);
    document
}

fn doubted(text: &str, published: &str) -> Vec<Doubt> {
    doubts(&annotated(text, published))
}

#[derive(Default)]
struct Score {
    planted: usize,
    found: usize,
    right: usize,
    wrongly: usize,
}

impl Score {
    fn add(&mut self, passage: &Passage, prints: bool) {
        let says = |doubts: &[Doubt]| {
            doubts
                .iter()
                .map(|it| format!("{}: {}", it.kind.code(), it.reckoning))
                .collect::<Vec<_>>()
                .join("; ")
        };
        self.right += 1;
        let wrongly = doubted(&passage.right, &passage.published);
        if !wrongly.is_empty() {
            self.wrongly += 1;
            if prints {
                eprintln!("WRONGLY {} {}\n    {}", passage.id, says(&wrongly), passage.right);
            }
        }
        let Some(wrong) = &passage.wrong else { return };
        self.planted += 1;
        let found = doubted(wrong, &passage.published);
        // What is doubted of the right passage too was not found.
        let is_found = found.iter().any(|it| !wrongly.iter().any(|other| other.reckoning == it.reckoning));
        self.found += usize::from(is_found);
        if !is_found && prints {
            eprintln!("MISSED {}\n    {}", passage.id, wrong);
        }
    }

    fn print(&self, name: &str) {
        eprintln!(
            "{name}: {} of {} planted faults are found, {} of {} right passages are doubted",
            self.found, self.planted, self.wrongly, self.right
        );
    }
}

fn read(path: &Path) -> Vec<Passage> {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/doubts").join(name)
}

fn prints() -> bool {
    std::env::var_os("NEWSMARK_DETAILS").is_some()
}

fn passages() -> Result<(), Failed> {
    let mut seen = Score::default();
    read(&own("passages.jsonl")).iter().for_each(|passage| seen.add(passage, prints()));
    seen.print("passages, read");
    let mut held = Score::default();
    read(&own("held_out.jsonl")).iter().for_each(|passage| held.add(passage, false));
    held.print("passages, held out");
    let mut among = Score::default();
    let all = read(&own("held_out.jsonl"));
    for (number, passage) in all.iter().enumerate() {
        // Between two others, as in an article.
        let neighbour = |far: usize| all.get((number + far) % all.len()).map_or("", |it| it.right.as_str());
        let placed = |text: &str| match text.contains("\n\n") {
            true => format!("{text}\n\n{}\n\n{}", neighbour(5), neighbour(9)),
            false => format!("{}\n\n{text}\n\n{}", neighbour(5), neighbour(9)),
        };
        let placed = Passage {
            id: passage.id.clone(),
            published: passage.published.clone(),
            right: placed(&passage.right),
            wrong: passage.wrong.as_deref().map(placed),
        };
        among.add(&placed, false);
    }
    // The others have days of their own, which do not fit its day: only what is found is counted.
    eprintln!(
        "passages, held out, each between two others: {} of {} planted faults are found",
        among.found, among.planted
    );
    let enough = held.found * 100 >= held.planted * LEAST && held.wrongly * 100 <= held.right * MOST;
    if enough { Ok(()) } else { Err("fewer are found, or more are doubted wrongly, than before".into()) }
}

/// Of a hundred that are held out: how many are found at least, and how many that are right are doubted at most.
const LEAST: usize = 36;
const MOST: usize = 3;

fn contradictions(path: &Path) -> Result<(), Failed> {
    let mut score = Score::default();
    read(path).iter().for_each(|passage| score.add(passage, prints()));
    score.print("contradictions");
    let enough = score.found * 100 >= score.planted * 60 && score.wrongly == 0;
    if enough { Ok(()) } else { Err("fewer are found, or more are doubted wrongly, than before".into()) }
}

/// The texts of real articles, as far as they are at hand.
fn articles() -> Vec<(String, String)> {
    let shared = cases::folder().join("..");
    let files = include_str!("../fixtures/doubts/articles.txt").lines();
    let mut texts = Vec::new();
    for file in files {
        let lines = fs::read_to_string(shared.join(file)).unwrap_or_default();
        for (number, line) in lines.lines().enumerate() {
            let value: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            let reports = value["reports"].as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            let published = value["published"].as_str().unwrap_or_default().to_owned();
            let of_report = |report: &serde_json::Value| report["text"].as_str().map(str::to_owned);
            let found = reports.iter().filter_map(of_report);
            texts.extend(found.map(|text| (format!("{file}:{} {published}", number + 1), text)));
        }
    }
    texts
}

/// Every doubt about a real article is printed, to be read; few of them are faults of the article.
fn of_articles() -> Result<(), Failed> {
    let mut told = 0;
    let articles = articles();
    for (name, text) in &articles {
        let published = name.rsplit(' ').next().and_then(|day| day.parse().ok());
        let mut document = Document::new(DocumentId(Uuid::nil()), text, jiff::Timestamp::UNIX_EPOCH);
        document.published = published;
        let extraction = extract(text, published);
        annotate(&mut document, &extraction, Uuid::new_v4, jiff::Timestamp::UNIX_EPOCH);
        for doubt in doubts(&document) {
            told += 1;
            if prints() {
                let at = document.annotation(doubt.stated).map_or(0, |it| it.span.start());
                let near = |at: usize| {
                    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
                };
                let around = text
                    .get(near(at.saturating_sub(220))..near(at + 120))
                    .unwrap_or_default()
                    .replace('\n', " / ");
                let kind = doubt.kind.code();
                eprintln!("REAL {kind}: {}  [{name}]\n    {around}", doubt.reckoning);
            }
        }
    }
    eprintln!("{} articles: {told} doubts", articles.len());

    let few = told * 1000 <= articles.len() * 3;
    if few {
        Ok(())
    } else {
        Err("more is doubted than before: read what `NEWSMARK_DETAILS=1` prints".into())
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    let given = cases::folder().join("contradictions.jsonl");
    let missing = !given.exists();
    let shared = move || contradictions(&given);
    let mut trials = vec![Trial::test("doubts_contradictions", shared).with_ignored_flag(missing)];
    trials.push(Trial::test("doubts_of_articles", of_articles).with_ignored_flag(missing));
    if own("held_out.jsonl").exists() {
        trials.push(Trial::test("doubts_passages", passages));
    }
    trials
}
