//! Shares: a part, its whole, and the percentage or the fraction.

use super::case::{Cases, Part};
use super::equation::{Equation, percent, range};
use super::evidence::{Evidence, Pieces};
use super::scope::{Kinship, Scope, kinship};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Interval, Role, role, written};
use crate::words;

const RATES: &[&str] = &[
    "rate", "percentage", "share", "proportion", "turnout", "turn-out", "attendance", "occupancy",
    "response", "success", "capacity", "level", "coverage", "participation",
];

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let counts: Vec<&Fig> = scope
        .figures
        .iter()
        .filter(|it| !it.is_percent() && !it.is_fraction() && it.number() > 1.0)
        .copied()
        .collect();
    for share in scope.figures.iter().filter(|it| it.is_percent() || it.is_fraction()) {
        if share.number() <= 0.0
            || matches!(share.stated.measure, crate::facts::stated::Measure::Percent { points: true })
        {
            continue;
        }
        let pairs = pairs(scope, &counts);
        if pairs.iter().any(|(part, whole)| comes_out(part, whole, share)) {
            continue;
        }
        // Of the nearest ones.
        for (part, whole) in &pairs {
            offer(scope, cases, share, part, whole);
        }
    }
}

/// All pairs of which one may be a part of the other.
fn pairs<'p>(scope: &Scope<'_>, counts: &[&'p Fig]) -> Vec<(&'p Fig, &'p Fig)> {
    let all = counts.iter().flat_map(|part| counts.iter().map(move |whole| (*part, *whole)));
    all.filter(|(part, whole)| {
        part.number() < whole.number() && kinship(scope.passage, part, whole) != Kinship::None
    })
    .collect()
}

/// Whether the share comes out as one of the part, of what is left, or as a change.
fn comes_out(part: &Fig, whole: &Fig, share: &Fig) -> bool {
    let told = percent(share);
    let hundred = Interval::exactly(100.0);
    let (part, whole) = (range(part).times(hundred), range(whole));
    let Some(real) = part.over(whole) else { return true };
    let real = real.widened(0.004);
    let grown = range_over(whole.times(hundred), part.times(Interval::exactly(0.01)));
    real.may_be(told, share.stated.modifier)
        || hundred.minus(real).meets(told)
        || grown.is_some_and(|it| it.meets(told) || it.minus(hundred).meets(told))
}

fn range_over(one: Interval, other: Interval) -> Option<Interval> {
    one.over(other)
}

fn offer(scope: &Scope<'_>, cases: &mut Cases, share: &Fig, part: &Fig, whole: &Fig) {
    let told = if share.is_fraction() { share.number() * 100.0 } else { share.number() };
    let real = part.number() / whole.number() * 100.0;
    if !scope.is_here(&[share, part, whole]) || told > 100.0 || real / told > 6.0 || real / told < 0.16 {
        return;
    }
    let number = Part { number: told, ..Part::of(share) };
    let parts = [number, Part::of(part), Part::of(whole)];
    let links = || vec![(share, LinkKind::ShareOf, whole), (part, LinkKind::PartOf, whole)];
    cases.offer(
        scope,
        Evidence::KindShare,
        (Equation::Share, &parts),
        evidence(scope, share, part, whole),
        &|| {
            let reckoned = words::ReckonedShare {
                part: &scope.passage.words(part.span),
                whole: &scope.passage.words(whole.span),
                percent: &written((real * 10.0).round() / 10.0),
                told: &scope.passage.words(share.span),
            };
            Tie::new(DoubtKind::Share, share, &[part, whole], links()).doubted(reckoned.text())
        },
    );
}

fn evidence(scope: &Scope<'_>, share: &Fig, part: &Fig, whole: &Fig) -> Pieces {
    let passage = scope.passage;
    let mut found = Pieces::default();
    let between = |one: &Fig, other: &Fig| one.item.min(other.item) + 1..one.item.max(other.item);
    let gap = between(share, part);
    let words = passage.count_words(gap.clone());
    let is_cut = passage.has_word(gap.clone(), &["and", "but", "while", "from", "to", "against", "than"]);
    found.add(words <= 4 && !is_cut && passage.has_word(gap.clone(), &["or"]), Evidence::ShareOr);
    found.add(
        words <= 4 && !is_cut && passage.has_sign(gap.clone(), &['(', '–', '—']),
        Evidence::ShareBracket,
    );
    found.add(words <= 5 && !is_cut && passage.has_sign(gap.clone(), &[',']), Evidence::ShareComma);
    found.add(share.sentence == part.sentence && words <= 6, Evidence::ShareNearPart);
    let gap = between(share, whole);
    found.add(
        share.sentence == whole.sentence && passage.count_words(gap.clone()) <= 6,
        Evidence::ShareNearWhole,
    );
    found.add(share.item < whole.item && passage.word(share.item + 1) == "of", Evidence::ShareOf);
    let gap = between(part, whole);
    found.add(
        part.item < whole.item
            && passage.has_word(gap.clone(), &["of"])
            && passage.count_words(gap.clone()) <= 8,
        Evidence::SharePartOf,
    );
    found.add(
        whole.item < part.item && passage.has_word(gap.clone(), &["whom", "which", "these", "them", "those"]),
        Evidence::ShareWhom,
    );
    found.add(scope.is_before(whole, 4, &["of", "total", "out"]), Evidence::ShareWholeOf);
    let all = scope.is_before(whole, 4, &["all", "total"])
        || scope.is_behind(whole, 4, &["all", "total", "altogether"]);
    found.add(all, Evidence::ShareAll);
    found.add(scope.is_before(share, 6, RATES) || scope.is_behind(share, 4, RATES), Evidence::ShareRate);
    found.add(matches!(role(passage, share), Role::By | Role::From), Evidence::ShareChange);
    found.add(scope.is_near(share, 4, Class::RISE | Class::FALL | Class::CHANGE), Evidence::ShareChanges);
    found.add(
        matches!(role(passage, part), Role::By | Role::From | Role::To)
            || matches!(role(passage, whole), Role::By | Role::From | Role::To),
        Evidence::ShareRoles,
    );
    found.add(scope.figures.iter().any(|it| it.id != share.id && it.is_percent()), Evidence::ShareOthers);
    match kinship(passage, part, whole) {
        Kinship::Same => found.push(Evidence::ShareSame),
        Kinship::Other => found.push(Evidence::ShareOther),
        _ => found.push(Evidence::ShareOpen),
    }
    if share.is_fraction() {
        found.push(Evidence::ShareFraction);
    }
    found.push(
        match (
            part.item < whole.item,
            share.item < part.item.min(whole.item),
            share.item > part.item.max(whole.item),
        ) {
            (_, true, _) => Evidence::ShareFirst,
            (_, _, true) => Evidence::ShareLast,
            _ => Evidence::ShareAmid,
        },
    );
    found
}
