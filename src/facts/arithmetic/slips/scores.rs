//! Scores of games, "31-17", with the margin that is told of them, and the sum of two legs.

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::Scope;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::What;
use crate::facts::figure::{Fig, written};
use crate::words;

/// A score: its two numbers, and the items that it reaches over.
#[derive(Clone, Copy, Debug)]
struct Score {
    one: f64,
    other: f64,
    first: usize,
    last: usize,
    sentence: usize,
}

const MARGINS: &[&str] = &[
    "margin", "win", "victory", "lead", "defeat", "loss", "clear", "by", "apart", "advantage", "triumph",
    "rout",
];
const KINDS: &[&str] = &["point", "points", "goal", "goals", "run", "runs", "try", "tries", "shot", "shots"];

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let scores = scores(scope);
    if scores.is_empty() {
        return;
    }
    for margin in scope.figures.iter().filter(|it| it.is_count() && it.number() < 100.0) {
        let is_kind = scope.is_behind(margin, 3, KINDS);
        let is_named = scope.is_behind(margin, 4, MARGINS) || scope.is_before(margin, 4, MARGINS);
        let is_half =
            scope.is_behind(margin, 6, &["half", "break", "quarter", "half-time", "halftime", "interval"])
                || scope.is_before(margin, 6, &["were", "been", "trailed", "half"]);
        if !is_kind && !is_named {
            continue;
        }
        let fits = |it: &Score| {
            (it.one - it.other).abs() == margin.number()
                || it.one == margin.number()
                || it.other == margin.number()
        };
        if scores.iter().any(fits) {
            continue;
        }
        for score in scores
            .iter()
            .filter(|it| it.one != it.other && [it.sentence, margin.sentence].contains(&scope.sentence))
        {
            let mut found = Pieces::default();
            found.add(is_kind, Evidence::ScoreKind);
            found.add(is_named, Evidence::ScoreMargin);
            found.add(is_kind && is_named, Evidence::ScoreBoth);
            found.add(is_half, Evidence::ScoreHalf);
            found.add(scores.len() > 1, Evidence::ScoreMany);
            found.add(
                scope.is_before(margin, 2, &["the", "a", "their", "his", "her", "this", "that"]),
                Evidence::ScoreDefinite,
            );
            let real = (score.one - score.other).abs();
            offer(scope, cases, margin, score, real, found);
        }
    }
}

fn offer(scope: &Scope<'_>, cases: &mut Cases, margin: &Fig, score: &Score, real: f64, found: Pieces) {
    let passage = scope.passage;
    let of = |number: f64, item: usize| Part { number, item, sentence: score.sentence, ..Part::of(margin) };
    let parts = [Part::of(margin), of(score.one, score.first), of(score.other, score.last)];
    cases.offer(scope, Evidence::KindScore, (Equation::Difference, &parts), found, &|| {
        let (great, small) =
            if score.one > score.other { (score.one, score.other) } else { (score.other, score.one) };
        let text = words::ReckonedMargin {
            great: &written(great),
            small: &written(small),
            result: &written(real),
            told: &passage.words(margin.span),
        };
        Tie::new(DoubtKind::Margin, margin, &[], Vec::new()).doubted(text.text())
    });
}

/// The scores of a scope: two whole numbers with a hyphen or a dash between.
fn scores(scope: &Scope<'_>) -> Vec<Score> {
    let passage = scope.passage;
    let number = |at: usize| {
        let item = passage.item(at).filter(|it| it.what == What::Word)?;
        item.word.parse::<u16>().ok().filter(|it| *it < 250).map(f64::from)
    };
    let at = |at: usize| {
        if !passage.is_sign(at + 1, &['-', '–', '‑']) {
            return None;
        }
        let (one, other) = (number(at)?, number(at + 2)?);
        let sentence = passage.sentences.partition_point(|it| it.items.start <= at).checked_sub(1)?;
        Some(Score { one, other, first: at, last: at + 2, sentence })
    };
    scope.items.clone().filter_map(at).collect()
}
