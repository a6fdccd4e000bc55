//! Learns what speaks for a doubt, from passages with a fault in them and from texts without.
//!
//! Of a passage with a fault, which of its cases is the fault is not told: what the right passage does not have may be it.
//! So each of those counts by how likely the last forest takes it to be (as in multiple-instance learning, Andrews and others
//! 2002), and a forest is learnt anew, a few times over.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use jiff::civil::Date;
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::Weighed;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::forest::{Forest, Recipe, Row};

const RECIPE: Recipe = Recipe { trees: 250, leaves: 16, rate: 0.06, smoothing: 2.0, least: 8 };

/// How much a plain sentence with a fault counts.
const PLAIN: f64 = 3.0;

/// How often the cases of a passage with a fault are weighed anew.
const ROUNDS: usize = 3;

/// How many parts the texts are divided into, each measured with what the others teach.
const PARTS: usize = 5;

#[derive(Deserialize)]
struct Passage {
    id: String,
    published: String,
    right: String,
    wrong: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Right,
    Wrong,
    Article,
}

/// A text with its cases.
struct Text {
    /// The passage or article.
    name: String,
    source: Source,
    /// How much it counts where it has a fault.
    counts: f64,
    cases: Vec<Weighed>,
}

impl Text {
    fn read(name: &str, source: Source, text: &str, published: Option<Date>) -> Text {
        let mut document = Document::new(DocumentId(Default::default()), text, Default::default());
        document.published = published;
        let mut number = 0_u128;
        let fresh = || {
            number += 1;
            Uuid::from_u128(number)
        };
        annotate(&mut document, &extract(text, published), fresh, Default::default());
        Text { name: name.to_owned(), source, counts: 1.0, cases: Weighed::all(&document) }
    }

    fn part(&self) -> usize {
        let byte = Sha256::digest(&self.name).first().copied().unwrap_or_default();
        usize::from(byte) % PARTS
    }
}

/// Learns from the passages of the project and the articles of a folder, measures it by parts, and writes the model.
pub(crate) fn learn(project: &Path, shared: &Path) -> Result<()> {
    let texts = gather(project, shared)?;
    let new = new_cases(&texts);
    println!(
        "{} texts, {} cases, {} passages with a case of their fault",
        texts.len(),
        count(&texts),
        new.len()
    );
    let mut weights: Vec<Vec<f64>> = texts.iter().map(|text| vec![0.0; text.cases.len()]).collect();
    for part in 0..PARTS {
        let forest = forest(&texts, &new, |text| text.part() != part);
        for (text, weights) in texts.iter().zip(&mut weights).filter(|(text, _)| text.part() == part) {
            *weights = text.cases.iter().map(|case| forest.weight(&case.evidence)).collect();
        }
    }
    report(&texts, &new, &weights);
    if let Some(path) = std::env::var_os("NEWSMARK_CASES") {
        fs::write(path, lines(&texts, &weights))?;
    }
    let bytes = forest(&texts, &new, |_| true).to_bytes(Weighed::hash());
    let path = project.join("src/facts/arithmetic/slips/doubts.model");
    println!("{} bytes in {}", bytes.len(), path.display());
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// All texts that are learnt from.
fn gather(project: &Path, shared: &Path) -> Result<Vec<Text>> {
    let mut passages = Vec::new();
    let of_shared = shared.join("conformance/contradictions.jsonl");
    for path in [project.join("tests/fixtures/doubts/passages.jsonl"), of_shared] {
        let lines = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            passages.push(serde_json::from_str::<Passage>(line)?);
        }
    }
    // Half of them alone, half among others, as in an article: how long a text is must not tell whether it has a fault.
    let neighbours: Vec<String> =
        passages.iter().map(|it| it.right.clone()).filter(|text| !names_days(text)).collect();
    let mut texts = Vec::new();
    for (number, passage) in passages.iter().enumerate() {
        let day = passage.published.parse().ok();
        let neighbour = |far: usize| neighbours.get((number * 7 + far) % neighbours.len().max(1));
        let placed = |text: &str| match (number % 2, neighbour(3), neighbour(11)) {
            (1, Some(one), Some(other)) if text.contains("\n\n") => format!("{text}\n\n{one}\n\n{other}"),
            (1, Some(one), Some(other)) => format!("{one}\n\n{text}\n\n{other}"),
            _ => text.to_owned(),
        };
        texts.push(Text::read(&passage.id, Source::Right, &placed(&passage.right), day));
        if let Some(wrong) = &passage.wrong {
            texts.push(Text::read(&passage.id, Source::Wrong, &placed(wrong), day));
        }
    }
    for (number, line) in own_sentences(project)?.lines().enumerate() {
        let Some((right, wrong)) = versions(line) else { continue };
        let day = "2024-07-02".parse().ok();
        let name = format!("sentence {number}");
        texts.push(Text::read(&name, Source::Right, &right, day));
        // Plain sentences are what everybody tries first.
        texts.push(Text { counts: PLAIN, ..Text::read(&name, Source::Wrong, &wrong, day) });
    }
    for (name, text, published) in articles(shared)? {
        texts.push(Text::read(&name, Source::Article, &text, published));
    }
    Ok(texts)
}

/// Whether a text names a day or a year, which may not fit the day of another text.
fn names_days(text: &str) -> bool {
    let words = [
        "day", "19", "20", "January", "February", "March", "April", "June", "July", "August", "September",
        "October", "November", "December",
    ];
    words.iter().any(|word| text.contains(word)) || text.contains("\n\n")
}

/// The project's own sentences, one a line, with `{right|wrong}`.
fn own_sentences(project: &Path) -> Result<String> {
    let mut all = String::new();
    for name in ["planted", "held_out", "fresh", "templates"] {
        let path = project.join(format!("tests/fixtures/arithmetic/{name}.txt"));
        all.push_str(&fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?);
        all.push('\n');
    }
    Ok(all)
}

fn versions(line: &str) -> Option<(String, String)> {
    let (before, rest) = line.split_once('{')?;
    let (figures, after) = rest.split_once('}')?;
    let (right, planted) = figures.split_once('|')?;
    Some((format!("{before}{right}{after}"), format!("{before}{planted}{after}")))
}

/// All cases, a line each as JSON: to be read by those who look for what is wrong.
fn lines(texts: &[Text], weights: &[Vec<f64>]) -> String {
    let names = Weighed::names();
    let mut out = String::new();
    for (text, weights) in texts.iter().zip(weights) {
        let source = match text.source {
            Source::Right => "right",
            Source::Wrong => "wrong",
            Source::Article => "real",
        };
        for (case, weight) in text.cases.iter().zip(weights) {
            let evidence: Vec<&str> = case
                .evidence
                .iter()
                .filter_map(|it| names.get(usize::from(*it)).map(String::as_str))
                .collect();
            let line = serde_json::json!({
                "text": text.name, "source": source, "told": case.told, "weight": weight, "evidence": evidence,
            });
            out.push_str(&format!("{line}\n"));
        }
    }
    out
}

fn count(texts: &[Text]) -> usize {
    texts.iter().map(|text| text.cases.len()).sum()
}

/// Of each passage with a fault, by the number of the text: the cases that the right passage does not have.
fn new_cases(texts: &[Text]) -> HashMap<usize, Vec<usize>> {
    let mut right: HashMap<&str, HashSet<&str>> = HashMap::new();
    for text in texts.iter().filter(|text| text.source == Source::Right) {
        right.entry(&text.name).or_default().extend(text.cases.iter().map(|case| case.told.as_str()));
    }
    let wrong = texts.iter().enumerate().filter(|(_, text)| text.source == Source::Wrong);
    let new = wrong.map(|(number, text)| {
        let known = right.get(text.name.as_str());
        let is_new = |case: &Weighed| !known.is_some_and(|known| known.contains(case.told.as_str()));
        let new = text.cases.iter().enumerate().filter(|(_, case)| is_new(case)).map(|(at, _)| at);
        (number, new.collect::<Vec<_>>())
    });
    new.filter(|(_, new)| !new.is_empty()).collect()
}

fn forest(texts: &[Text], new: &HashMap<usize, Vec<usize>>, is_used: impl Fn(&Text) -> bool) -> Forest {
    let mut last: Option<Forest> = None;
    for _ in 0..ROUNDS {
        let mut rows = Vec::new();
        for (number, text) in texts.iter().enumerate().filter(|(_, text)| is_used(text)) {
            if text.source != Source::Wrong {
                rows.extend(text.cases.iter().map(|case| Row {
                    set: case.evidence.clone(),
                    is_so: false,
                    weight: 1.0,
                }));
                continue;
            }
            let Some(new) = new.get(&number) else { continue };
            let cases: Vec<&Weighed> = new.iter().filter_map(|at| text.cases.get(*at)).collect();
            let weights: Vec<f64> = match &last {
                Some(forest) => cases.iter().map(|case| forest.weight(&case.evidence).exp()).collect(),
                None => vec![1.0; cases.len()],
            };
            let sum: f64 = weights.iter().sum();
            rows.extend(cases.iter().zip(weights).filter(|(_, weight)| weight / sum > 0.02).map(
                |(case, weight)| Row {
                    set: case.evidence.clone(),
                    is_so: true,
                    weight: text.counts * weight / sum,
                },
            ));
        }
        last = Some(Forest::learn(&rows, Weighed::names().len(), RECIPE));
    }
    last.unwrap_or(Forest { bias: 0.0, trees: Vec::new() })
}

/// How many faults are found, and how many right texts doubted, by how much is asked.
fn report(texts: &[Text], new: &HashMap<usize, Vec<usize>>, weights: &[Vec<f64>]) {
    let best = |numbers: &mut dyn Iterator<Item = f64>| numbers.fold(f64::NEG_INFINITY, f64::max);
    let mut found: [Vec<f64>; 3] = Default::default();
    for (number, (text, weights)) in texts.iter().zip(weights).enumerate() {
        match text.source {
            Source::Right => found[0].push(best(&mut weights.iter().copied())),
            Source::Article => found[1].push(best(&mut weights.iter().copied())),
            Source::Wrong => {
                let new = new.get(&number).map(Vec::as_slice).unwrap_or_default();
                found[2].push(best(&mut new.iter().filter_map(|at| weights.get(*at).copied())));
            }
        }
    }
    println!(
        "at least   found of {}   right of {}   articles of {}",
        found[2].len(),
        found[0].len(),
        found[1].len()
    );
    for least in [3.0, 2.5, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0] {
        let above = |of: &[f64]| of.iter().filter(|it| **it >= least).count();
        println!("{least:8.1}   {:8}   {:8}   {:8}", above(&found[2]), above(&found[0]), above(&found[1]));
    }
}

/// Real articles, in which nothing is taken to be wrong.
fn articles(shared: &Path) -> Result<Vec<(String, String, Option<Date>)>> {
    let files = include_str!("../../tests/fixtures/doubts/articles.txt").lines();
    let mut found = Vec::new();
    for file in files {
        let path = shared.join(file);
        let lines = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for (number, line) in lines.lines().enumerate() {
            let value: serde_json::Value = serde_json::from_str(line)?;
            let reports = value["reports"].as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            let published = value["published"].as_str().and_then(|day| day.parse().ok());
            for (place, report) in reports.iter().enumerate() {
                let Some(text) = report["text"].as_str() else { continue };
                found.push((format!("{file}:{}.{place}", number + 1), text.to_owned(), published));
            }
        }
    }
    Ok(found)
}
