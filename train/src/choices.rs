//! Learns what a figure counts and whose it is, from passages in which people judged every figure.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use newsmark::facts::{Choice, KindChoice};
use newsmark::text::Span;
use sha2::{Digest as _, Sha256};

use crate::forest::{Forest, Recipe, Row};
use crate::judged::{Passage, read};

const RECIPE: Recipe = Recipe { trees: 70, leaves: 16, rate: 0.2, smoothing: 5.0, least: 8 };

/// How much passages of news count, and those of the shared folder, which say what is meant.
const NEWS: f64 = 1.5;
const SHARED: f64 = 4.0;

const KINDS: Recipe = Recipe { trees: 70, leaves: 16, rate: 0.2, smoothing: 5.0, least: 8 };

/// How many parts the passages are divided into, each measured with what the others teach.
const PARTS: usize = 10;

/// A choice with what was judged.
struct Case {
    part: usize,
    /// How much it counts.
    counts: f64,
    choice: Choice,
    right: Vec<bool>,
    /// What the rules take: the candidates that are it.
    rule: Vec<bool>,
}

/// Learns from the passages of the project and of the shared folder, measures it by parts, and writes the models.
pub(crate) fn learn(project: &Path, shared: &Path) -> Result<()> {
    let fixtures = project.join("tests/fixtures/figures");
    let mut passages: Vec<(Passage, f64)> = Vec::new();
    for (name, counts) in [("written", 1.0), ("news", NEWS)] {
        let read = read(&fixtures.join(format!("{name}.jsonl")), shared);
        passages.extend(read.into_iter().map(|passage| (passage, counts)));
    }
    // Of the shared passages those that are read, not those that are held out.
    let is_read = |passage: &Passage| Sha256::digest(&passage.id).first().is_none_or(|byte| byte % 3 != 0);
    let read = read(&shared.join("conformance/figures.jsonl"), shared).into_iter().filter(is_read);
    passages.extend(read.map(|passage| (passage, SHARED)));
    for (is_who, name) in [(false, "of"), (true, "who")] {
        let cases: Vec<Case> =
            passages.iter().flat_map(|(passage, counts)| cases(passage, is_who, *counts)).collect();
        let mut chosen = vec![false; cases.len()];
        for part in 0..PARTS {
            let forest = forest(cases.iter().filter(|case| case.part != part));
            for (case, chosen) in cases.iter().zip(&mut chosen).filter(|(case, _)| case.part == part) {
                let weights: Vec<f64> =
                    case.choice.candidates.iter().map(|(_, clues)| forest.weight(clues)).collect();
                let best = (0..weights.len()).max_by(|one, other| weights[*one].total_cmp(&weights[*other]));
                *chosen = best.is_some_and(|best| case.right[best]);
            }
        }
        println!("{name}: figures, right by parts, by the rules alone, possible");
        for (source, counts) in [("written", 1.0), ("news", NEWS), ("shared", SHARED)] {
            let of_source = || cases.iter().zip(&chosen).filter(|(case, _)| case.counts == counts);
            let by_rule =
                |case: &Case| case.right.iter().zip(&case.rule).any(|(right, rule)| *right && *rule);
            println!(
                "  {source:8} {:5} {:5} {:5} {:5}",
                of_source().count(),
                of_source().filter(|(_, chosen)| **chosen).count(),
                of_source().filter(|(case, _)| by_rule(case)).count(),
                of_source().filter(|(case, _)| case.right.contains(&true)).count()
            );
        }
        let bytes = forest(cases.iter()).to_bytes(Choice::hash());
        let path = project.join(format!("src/facts/figures/{name}.model"));
        println!("{} bytes in {}", bytes.len(), path.display());
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    kinds(project, &passages)
}

/// Learns the kinds.
fn kinds(project: &Path, passages: &[(Passage, f64)]) -> Result<()> {
    struct Kinds {
        part: usize,
        counts: f64,
        choice: KindChoice,
        gold: String,
    }
    let cases: Vec<Kinds> = passages
        .iter()
        .flat_map(|(passage, counts)| {
            let part = usize::from(Sha256::digest(&passage.id).get(1).copied().unwrap_or_default()) % PARTS;
            let case = move |choice: KindChoice| {
                Some(Kinds { part, counts: *counts, gold: passage.judged(choice.id)?.kind.clone(), choice })
            };
            KindChoice::all(&passage.document).into_iter().filter_map(case)
        })
        .collect();
    let learn = |is_used: &dyn Fn(&Kinds) -> bool| {
        let rows = cases.iter().filter(|case| is_used(case)).flat_map(|case| {
            case.choice.candidates.iter().map(|(kind, clues)| Row {
                set: clues.clone(),
                is_so: kind.code() == case.gold,
                weight: case.counts,
            })
        });
        Forest::learn(&rows.collect::<Vec<_>>(), KindChoice::names().len(), KINDS)
    };
    let mut right = vec![false; cases.len()];
    for part in 0..PARTS {
        let forest = learn(&|case| case.part != part);
        for (case, right) in cases.iter().zip(&mut right).filter(|(case, _)| case.part == part) {
            let weighed = case.choice.candidates.iter().map(|(kind, clues)| (forest.weight(clues), kind));
            let best = weighed.max_by(|one, other| one.0.total_cmp(&other.0));
            *right = best.is_some_and(|(_, kind)| kind.code() == case.gold);
        }
    }
    println!("kind: figures, right by parts, by the rules alone");
    for (source, counts) in [("written", 1.0), ("news", NEWS), ("shared", SHARED)] {
        let of_source = || cases.iter().zip(&right).filter(|(case, _)| case.counts == counts);
        println!(
            "  {source:8} {:5} {:5} {:5}",
            of_source().count(),
            of_source().filter(|(_, right)| **right).count(),
            of_source().filter(|(case, _)| case.choice.rule.code() == case.gold).count()
        );
    }
    let bytes = learn(&|_| true).to_bytes(KindChoice::hash());
    let path = project.join("src/facts/figures/kind.model");
    println!("{} bytes in {}", bytes.len(), path.display());
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// The choices of a passage, of one slot.
fn cases(passage: &Passage, is_who: bool, counts: f64) -> Vec<Case> {
    let part = usize::from(Sha256::digest(&passage.id).get(1).copied().unwrap_or_default()) % PARTS;
    let rule = Choice::names().iter().position(|name| *name == "Rule").unwrap_or_default() as u16;
    let ruled_nothing =
        Choice::names().iter().position(|name| *name == "RuleNothing").unwrap_or_default() as u16;
    let case = |choice: Choice| {
        let judged = passage.judged(choice.id)?;
        let gold = if is_who { judged.who } else { judged.of }.map(|points| passage.span(points));
        let is_right = |span: &Option<Span>| match (span, gold) {
            (None, None) => true,
            (Some(span), Some(gold)) => span.overlaps(gold),
            _ => false,
        };
        let right = choice.candidates.iter().map(|(span, _)| is_right(span)).collect();
        let is_rule = |(span, clues): &(Option<Span>, Vec<u16>)| {
            clues.contains(&rule) || span.is_none() && clues.contains(&ruled_nothing)
        };
        let rule = choice.candidates.iter().map(is_rule).collect();
        Some(Case { part, counts, choice, right, rule })
    };
    Choice::all(&passage.document).into_iter().filter(|it| it.is_who == is_who).filter_map(case).collect()
}

fn forest<'c>(cases: impl Iterator<Item = &'c Case>) -> Forest {
    let rows = cases.flat_map(|case| {
        let candidates = case.choice.candidates.iter().zip(&case.right);
        candidates.map(|((_, clues), right)| Row { set: clues.clone(), is_so: *right, weight: case.counts })
    });
    Forest::learn(&rows.collect::<Vec<_>>(), Choice::names().len(), RECIPE)
}
