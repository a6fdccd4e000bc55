//! Ranks: figures that are told in their order, and one that is out of it.

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::{Kinship, Scope, kinship};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::Fig;
use crate::facts::stated::Measure;
use crate::words;

/// How many figures stand in one order.
const MOST: usize = 5;

const NEXT: &[&str] = &[
    "second", "third", "fourth", "next", "followed", "follows", "behind", "ahead", "runner-up", "runners-up",
    "then", "outsold", "2nd", "3rd", "front", "trailed", "trailing", "second-placed", "third-placed",
];

/// Superlatives, by their endings and the words that have none.
fn is_superlative(word: &str) -> bool {
    matches!(
        word,
        "most"
            | "least"
            | "top"
            | "tops"
            | "topped"
            | "leads"
            | "led"
            | "winner"
            | "first"
            | "heads"
            | "heading"
            | "1st"
            | "best"
            | "worst"
    ) || word.len() > 5
        && word.ends_with("est")
        && !matches!(
            word,
            "forest"
                | "interest"
                | "request"
                | "protest"
                | "arrest"
                | "invest"
                | "harvest"
                | "suggest"
                | "contest"
                | "latest"
                | "honest"
                | "earliest"
        )
}

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let passage = scope.passage;
    for (place, first) in scope.figures.iter().enumerate() {
        if first.stated.measure == Measure::Rank || first.is_fraction() {
            continue;
        }
        let like = |it: &&&Fig| {
            matches!(kinship(passage, first, it), Kinship::Same | Kinship::Open)
                && it.stated.measure == first.stated.measure
        };
        let run: Vec<&Fig> = scope.figures.iter().skip(place).filter(like).copied().collect();
        for length in 2..=MOST.min(run.len()) {
            order(scope, cases, run.get(..length).unwrap_or_default());
        }
    }
}

fn order(scope: &Scope<'_>, cases: &mut Cases, run: &[&Fig]) {
    let passage = scope.passage;
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let from = scope.before(first.item, first.sentence, 14).start;
    let items = from..scope.behind(last.item, last.sentence, 6).end;
    let has_best = items.clone().any(|at| is_superlative(passage.word(at)));
    let steps = items.clone().filter(|at| NEXT.contains(&passage.word(*at))).count();
    let is_falling =
        run.windows(2).all(|pair| matches!(pair, [one, other] if one.number() >= other.number()));
    let is_rising = run.windows(2).all(|pair| matches!(pair, [one, other] if one.number() <= other.number()));
    if !scope.is_here(run) || steps == 0 && !has_best || run.len() > 2 && (is_falling || is_rising) {
        return;
    }
    // The one without which the rest is in order.
    let rest = |out: usize| -> Vec<f64> {
        run.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, it)| it.number()).collect()
    };
    let falls = |numbers: &[f64]| numbers.windows(2).all(|pair| matches!(pair, [one, other] if one >= other));
    let rises = |numbers: &[f64]| numbers.windows(2).all(|pair| matches!(pair, [one, other] if one <= other));
    let few =
        ["cheapest", "fastest", "smallest", "lowest", "shortest", "youngest", "least", "fewest", "quickest"];
    let is_few = passage.has_word(items.clone(), &few)
        || matches!(&first.stated.measure, Measure::Unit(unit) if unit == "second" || unit == "minute");
    let out = if run.len() == 2 {
        let is_odd = if is_few { is_falling } else { is_rising };
        if !is_odd || is_falling && is_rising {
            return;
        }
        1
    } else {
        let found = (0..run.len()).rev().find(|at| falls(&rest(*at)) || rises(&rest(*at)));
        match found {
            Some(out) => out,
            None => return,
        }
    };
    let Some(stated) = run.get(out) else { return };
    let Some(beside) = run.get(if out == 0 { 1 } else { out - 1 }) else { return };
    let mut found = Pieces::default();
    found.add(has_best, Evidence::RanksBest);
    found.add(steps == 1, Evidence::RanksStep);
    found.add(steps > 1, Evidence::RanksSteps);
    found.add(run.len() == 2, Evidence::Ranks2);
    found.add(run.len() > 3, Evidence::Ranks4);
    found.add(is_few, Evidence::RanksFew);
    found.add(
        passage.has_word(items.clone(), &["from", "to", "than", "rose", "fell", "up", "down"]),
        Evidence::RanksChange,
    );
    found.add(run.iter().all(|it| kinship(passage, it, first) == Kinship::Same), Evidence::RanksSame);
    let next = run.iter().filter(|it| scope.is_before(it, 7, NEXT) || scope.is_behind(it, 5, NEXT)).count();
    found.add(next + 1 >= run.len(), Evidence::RanksEach);
    let parts: Vec<Part> = [*stated, *beside].into_iter().map(Part::of).collect();
    cases.offer(scope, Evidence::KindRanks, (Equation::Same, &parts), found, &|| {
        let list: Vec<&str> = run.iter().map(|it| passage.words(it.span)).collect();
        let from: Vec<&Fig> = run.iter().filter(|it| it.id != stated.id).copied().collect();
        let text = words::ReckonedRanks { list: &list.join(", "), told: &passage.words(stated.span) }.text();
        Tie::new(DoubtKind::Order, stated, &from, Vec::new()).doubted(text)
    });
}
