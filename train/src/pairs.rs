//! Learns what speaks for two facts of two reports being one, from pairs of reports in which people judged them.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use newsmark::facts::{Learnt, MayBeOne};
use newsmark::text::Span;
use sha2::{Digest as _, Sha256};

use crate::forest::{Forest, Recipe, Row};
use crate::gold::{Fact, Pair, read};

const RECIPE: Recipe = Recipe { trees: 120, leaves: 8, rate: 0.1, smoothing: 4.0, least: 12 };

/// How much a pair counts that looks like one fact and was judged to be none.
const TRAP: f64 = 5.0;

/// How much real reports count.
const REAL: f64 = 3.0;

/// How many parts the reports are divided into, each measured with what the others teach.
const PARTS: usize = 10;

/// Two facts with what was judged.
struct Case {
    part: usize,
    pair: MayBeOne,
    is_one: bool,
    weight: f64,
}

/// Learns from the reports of the project and of the shared folder, measures it by parts, and writes the models.
pub(crate) fn learn(project: &Path, shared: &Path) -> Result<()> {
    let fixtures = project.join("tests/fixtures/compare");
    let files = [
        (fixtures.join("reports.jsonl"), 1.0),
        (fixtures.join("news.jsonl"), REAL),
        (shared.join("articles/compare_gold.jsonl"), REAL),
    ];
    let all: Vec<(Pair, f64)> = files
        .iter()
        .flat_map(|(file, counts)| read(file, shared).into_iter().map(|pair| (pair, *counts)))
        .collect();
    for (learnt, name) in [(Learnt::Statements, "statements"), (Learnt::Figures, "pairs")] {
        let judged: usize = all.iter().map(|(pair, _)| facts(pair, learnt).count()).sum();
        let cases: Vec<Case> = all.iter().flat_map(|(pair, counts)| cases(pair, learnt, *counts)).collect();
        println!(
            "{name}: {} pairs of reports, {judged} facts in both, {} pairs of facts",
            all.len(),
            cases.len()
        );
        let mut weights = vec![0.0; cases.len()];
        for part in 0..PARTS {
            let forest = forest(learnt, cases.iter().filter(|case| case.part != part));
            for (case, weight) in cases.iter().zip(&mut weights).filter(|(case, _)| case.part == part) {
                *weight = forest.weight(&case.pair.clues);
            }
        }
        report(&cases, &weights);
        let bytes = forest(learnt, cases.iter()).to_bytes(learnt.hash());
        let path = project.join(format!("src/facts/compare/{name}.model"));
        println!("{} bytes in {}", bytes.len(), path.display());
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Whether a fact is one of those that are learnt.
fn is_of(learnt: Learnt, fact: &Fact) -> bool {
    let is_statement = matches!(fact.kind.as_str(), "statement" | "quote");
    match learnt {
        Learnt::Statements => is_statement,
        Learnt::Figures => matches!(fact.kind.as_str(), "figure" | "date"),
    }
}

fn facts(pair: &Pair, learnt: Learnt) -> impl Iterator<Item = &Fact> {
    pair.facts.iter().filter(move |fact| is_of(learnt, fact))
}

/// All pairs of facts of two reports, with what was judged of them. People judge one of the places where something is told
/// twice, and not all statements: what nobody judged counts little if it may be one, and nothing if one of them is judged
/// elsewhere.
fn cases(pair: &Pair, learnt: Learnt, counts: f64) -> Vec<Case> {
    // Pairs of one event are not told apart.
    let part = usize::from(Sha256::digest(&pair.id).first().copied().unwrap_or_default()) % PARTS;
    let [one, other] = &pair.documents;
    let judge = |it: &MayBeOne| {
        let places: [&[Span]; 2] = [&it.places[0], &it.places[1]];
        let has = |facts: &[Fact]| facts.iter().any(|fact| is_of(learnt, fact) && fact.has(places));
        let side = |of: usize| {
            let is_in =
                |fact: &Fact| fact.places[of].iter().any(|own| places[of].iter().any(|it| own.overlaps(*it)));
            facts(pair, learnt).any(is_in)
        };
        match learnt {
            _ if has(&pair.facts) => Some((true, 1.0)),
            _ if has(&pair.unclear) => None,
            _ if has(&pair.traps) => Some((false, TRAP)),
            // Sentences that tell one figure or name say much the same.
            Learnt::Statements if pair.facts.iter().any(|fact| fact.has(places)) => None,
            Learnt::Statements => Some((false, 1.0)),
            Learnt::Figures if it.is_equal && side(0) != side(1) => None,
            Learnt::Figures if it.is_equal && !side(0) => Some((false, 0.3)),
            Learnt::Figures => Some((false, 1.0)),
        }
    };
    let case = |it: MayBeOne| {
        judge(&it).map(|(is_one, weight)| Case { part, pair: it, is_one, weight: weight * counts })
    };
    learnt.pairs([one, other]).into_iter().filter_map(case).collect()
}

fn forest<'c>(learnt: Learnt, cases: impl Iterator<Item = &'c Case>) -> Forest {
    let row = |case: &Case| Row { set: case.pair.clues.clone(), is_so: case.is_one, weight: case.weight };
    Forest::learn(&cases.map(row).collect::<Vec<_>>(), learnt.names().len(), RECIPE)
}

/// How many pairs are taken for one fact, by how much is asked, of one value and of two; and how many of them are.
fn report(cases: &[Case], weights: &[f64]) {
    println!("at least   one value: right, wrong of all   two values: right, wrong of all");
    for least in [3.0, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0] {
        let count = |is_equal: bool, is_one: bool| {
            let meant = cases.iter().zip(weights).filter(|(case, _)| case.pair.is_equal == is_equal);
            meant.filter(|(case, weight)| case.is_one == is_one && **weight >= least).count()
        };
        let all =
            |is_equal: bool| cases.iter().filter(|it| it.is_one && it.pair.is_equal == is_equal).count();
        println!(
            "{least:8.1}   {:6} {:5} of {:5}   {:16} {:5} of {:5}",
            count(true, true),
            count(true, false),
            all(true),
            count(false, true),
            count(false, false),
            all(false)
        );
    }
}
