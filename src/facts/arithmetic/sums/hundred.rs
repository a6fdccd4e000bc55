//! Percentages that are all of a hundred, and shares of one vote.

use super::made_of;
use super::rest::is_rest;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Fig, Passage};

/// Percentages of which the last is all that remains: together they are a hundred.
pub(super) fn hundred(passage: &Passage<'_>, figures: &[Fig], out: &mut Vec<Tie>) {
    let percents: Vec<&Fig> = figures.iter().filter(|it| it.is_percent()).collect();
    if let ([.., _, last], true) = (percents.as_slice(), percents.len() >= 2)
        && is_rest(passage, last)
    {
        let made: f64 = percents.iter().map(|it| it.number()).sum();
        let last_two: f64 = percents.iter().rev().take(2).map(|it| it.number()).sum();
        let comes_out = [made, last_two].iter().any(|sum| (sum - 100.0).abs() <= 1.0);
        let is_near = made > 60.0 && made < 150.0 && percents.iter().all(|it| it.is_plain());
        let tie = Tie::new(DoubtKind::Sum, last, &percents, Vec::new());
        if !comes_out && is_near {
            out.push(made_of(passage, tie, &percents, made, "100"));
        }
    }
}

/// Shares of one vote that make more than a hundred.
pub(super) fn votes(passage: &Passage<'_>, figures: &[Fig], out: &mut Vec<Tie>) {
    let Some(first) = figures.first() else { return };
    let items = passage.sentence(first.sentence);
    let is_vote = passage.has_word(
        items.clone(),
        &["vote", "votes", "ballot", "ballots", "polled", "runoff", "run-off", "referendum"],
    );
    let shares: Vec<&Fig> = figures.iter().filter(|it| it.is_percent() && it.is_plain()).collect();
    let has_other = passage.has_word(
        items.clone(),
        &[
            "turnout", "counted", "from", "margin", "poll", "polls", "women", "men", "first", "second",
            "respectively", "more", "than", "up", "down", "each",
        ],
    );
    let made: f64 = shares.iter().map(|it| it.number()).sum();
    let is_list = shares.windows(2).all(|pair| match pair {
        [one, other] => {
            let between = one.item + 1..other.item;
            passage.count_words(between.clone()) <= 8 && !passage.has_sign(between, &[';', ':'])
        }
        _ => true,
    });
    if is_vote && !has_other && shares.len() >= 2 && is_list && made > 101.0 && made < 130.0 {
        let last = shares.last().copied().unwrap_or(first);
        let tie = Tie::new(DoubtKind::Sum, last, &shares, Vec::new());
        out.push(made_of(passage, tie, &shares, made, "100"));
    }
}
