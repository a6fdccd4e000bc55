//! Sums: parts, and the total of them; what has come to a count, and what it makes.

use super::case::{Cases, Part};
use super::equation::{Equation, range};
use super::evidence::{Evidence, Pieces};
use super::scope::{Kinship, Scope, kinship};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Interval, Role, factor_of, role, written};
use crate::text::sort_by_key;
use crate::words;

/// How many parts a total has at most.
const MOST: usize = 8;

/// Verbs and prepositions that lead from parts to their total, or from a total to its parts.
const MAKES: &[&str] = &[
    "make", "makes", "made", "making", "gives", "gave", "giving", "brings", "brought", "bringing", "takes",
    "took", "taking", "equals", "means", "meaning", "totals", "totalled", "totaled", "amounts", "amounted",
    "comes", "came", "reached", "reaches", "reaching", "finished", "stands", "stood", "raised", "raises",
    "raising", "pushes", "pushed", "pushing", "lifted", "lifting", "lifts", "leaves", "left", "leaving",
    "so", "ended", "hence", "thus", "now",
];
const TOTALS: &[&str] = &[
    "total", "totalling", "totaling", "altogether", "together", "combined", "all", "sum", "overall", "tally",
    "toll", "far", "between", "both", "collective", "jointly", "overall", "whole", "cumulative", "aggregate",
];
const CONSISTS: &[&str] = &[
    "comprises", "comprise", "comprising", "comprised", "consists", "consist", "consisting", "divided",
    "split", "shared", "divide", "made", "breakdown", "namely", "broken", "allocated", "spread", "whom",
    "which", "these", "them", "those", "for", "with",
];
const REST: &[&str] =
    &["rest", "remaining", "remainder", "other", "others", "balance", "left", "remain", "remained", "still"];
const ADDED: &[&str] =
    &["new", "more", "another", "further", "additional", "extra", "fresh", "added", "adding", "plus", "add"];

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    for (place, stated) in scope.figures.iter().enumerate() {
        if stated.is_percent() || stated.is_fraction() || stated.number() <= 1.0 {
            continue;
        }
        let like =
            |it: &&&Fig| it.id != stated.id && !matches!(kinship(scope.passage, stated, it), Kinship::None);
        let before: Vec<&Fig> = scope.figures.iter().take(place).filter(like).copied().collect();
        let behind: Vec<&Fig> = scope.figures.iter().skip(place + 1).filter(like).copied().collect();
        let all: Vec<&Fig> = before.iter().chain(&behind).copied().collect();
        if all.len() < 2 || comes_out(stated, &all) {
            continue;
        }
        for length in 2..=MOST {
            if let Some(from) = before.len().checked_sub(length) {
                offer(scope, cases, stated, before.get(from..).unwrap_or_default());
            }
            if let Some(parts) = behind.get(..length) {
                offer(scope, cases, stated, parts);
            }
        }
        if let (Some(one), Some(other)) = (before.last(), behind.first()) {
            offer(scope, cases, stated, &[one, other]);
        }
    }
}

/// Percentages of one whole, which make a hundred.
pub(super) fn hundreds(scope: &Scope<'_>, cases: &mut Cases) {
    let percents: Vec<&Fig> =
        scope.figures.iter().filter(|it| it.is_percent() && it.number() < 100.0).copied().collect();
    let makes = |parts: &[&Fig]| (parts.iter().map(|it| it.number()).sum::<f64>() - 100.0).abs() <= 1.6;
    let sets = 1..1_u32 << percents.len().min(8);
    let is_told = sets.into_iter().any(|set| {
        let chosen = percents.iter().take(8).enumerate().filter(|(at, _)| set & (1 << at) != 0);
        makes(&chosen.map(|(_, it)| *it).collect::<Vec<_>>())
    });
    if is_told {
        return;
    }
    for length in 2..=4 {
        for parts in percents.windows(length) {
            let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
            let sum: f64 = parts.iter().map(|it| it.number()).sum();
            if !scope.is_here(parts) || !(70.0..130.0).contains(&sum) {
                continue;
            }
            let mut found = Pieces::default();
            found
                .add(scope.is_before(last, 6, REST) || scope.is_behind(last, 4, REST), Evidence::HundredRest);
            found.add(
                scope.is_before(first, 6, REST) || scope.is_behind(first, 4, REST),
                Evidence::HundredRestFirst,
            );
            let roles = parts.iter().filter(|it| role(scope.passage, it) != Role::Level).count();
            found.add(roles > 0, Evidence::HundredRoles);
            found.add(length > 2, Evidence::HundredMore);
            found.add(percents.len() > length, Evidence::HundredOthers);
            found.add(
                scope.passage.has_word(first.item..last.item, &["while", "against", "to", "and"]),
                Evidence::HundredAnd,
            );
            let votes =
                ["vote", "votes", "voted", "percent", "ballots", "poll", "said", "favour", "against", "two"];
            found.add(scope.passage.has_word(scope.items.clone(), &votes), Evidence::HundredVotes);
            let mut all = vec![Part { number: 100.0, ..Part::of(last) }];
            all.extend(parts.iter().map(|it| Part::of(it)));
            cases.offer(scope, Evidence::KindHundred, (Equation::Sum, &all), found, &|| {
                let names: Vec<&str> = parts.iter().map(|it| scope.passage.words(it.span)).collect();
                let (end, start) = names.split_last().unwrap_or((&"", &[]));
                let list = words::ReckonedParts { first: &start.join(", "), last: end }.text();
                let text = words::ReckonedSum { parts: &list, sum: &written(sum), told: &"100 %" }.text();
                Tie::new(DoubtKind::Sum, last, parts.split_last().map_or(&[], |(_, rest)| rest), Vec::new())
                    .doubted(text)
            });
        }
    }
}

/// Whether a figure is the sum of others, or a part of one, in any way.
pub(super) fn comes_out(stated: &Fig, others: &[&Fig]) -> bool {
    let total = Interval::wide(&stated.stated);
    let mut near = others.to_vec();
    sort_by_key(&mut near, |it| it.item.abs_diff(stated.item));
    let ranges: Vec<Interval> = near.iter().take(10).map(|it| range(it)).collect();
    let sums = (1..1_u32 << ranges.len()).filter(|set| set.count_ones() >= 2).map(|set| {
        let chosen = ranges.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
        chosen.fold(Interval::exactly(0.0), |sum, (_, it)| sum.plus(*it))
    });
    let is_sum = sums.into_iter().any(|sum| sum.meets(total));
    let exact = range(stated);
    let is_part = ranges.iter().enumerate().any(|(place, one)| {
        ranges.iter().skip(place + 1).any(|other| {
            let (small, great) = if one.low < other.low { (one, other) } else { (other, one) };
            great.minus(*small).meets(exact)
        })
    });
    is_sum || is_part
}

fn offer(scope: &Scope<'_>, cases: &mut Cases, stated: &Fig, parts: &[&Fig]) {
    let sum: f64 = parts.iter().map(|it| it.number()).sum();
    let greatest = parts.iter().map(|it| it.number()).fold(0.0, f64::max);
    let is_here = scope.is_here(parts) || stated.sentence == scope.sentence;
    let ratio = sum / stated.number();
    if !is_here || !(0.4..2.5).contains(&ratio) || greatest >= stated.number() {
        return;
    }
    let mut all = vec![Part::of(stated)];
    all.extend(parts.iter().map(|it| Part::of(it)));
    cases.offer(scope, Evidence::KindSum, (Equation::Sum, &all), evidence(scope, stated, parts), &|| {
        let links = parts.iter().map(|it| (*it, LinkKind::PartOf, stated)).collect();
        let tie = Tie::new(DoubtKind::Sum, stated, parts, links);
        let names: Vec<&str> = parts.iter().map(|it| scope.passage.words(it.span)).collect();
        let (last, first) = names.split_last().unwrap_or((&"", &[]));
        let list = words::ReckonedParts { first: &first.join(", "), last }.text();
        let sum = written(sum);
        tie.doubted(
            words::ReckonedSum { parts: &list, sum: &sum, told: &scope.passage.words(stated.span) }.text(),
        )
    });
}

fn evidence(scope: &Scope<'_>, stated: &Fig, parts: &[&Fig]) -> Pieces {
    let passage = scope.passage;
    let mut found = Pieces::default();
    found.add(scope.is_before(stated, 5, MAKES), Evidence::SumMakes);
    found.add(scope.is_before(stated, 5, TOTALS), Evidence::SumTotalBefore);
    found.add(scope.is_behind(stated, 5, TOTALS), Evidence::SumTotalBehind);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return found };
    let is_total_first = stated.item < first.item;
    found.add(is_total_first, Evidence::SumTotalFirst);
    found.add(stated.item > first.item && stated.item < last.item, Evidence::SumTotalAmid);
    let gap = if is_total_first { stated.item + 1..first.item } else { last.item + 1..stated.item };
    found.add(is_total_first && passage.has_word(gap.clone(), CONSISTS), Evidence::SumConsists);
    found.add(passage.has_sign(gap.clone(), &[':', '(', '–', '—', '•', '-']), Evidence::SumColon);
    found.add(
        parts.iter().any(|it| scope.is_before(it, 4, REST) || scope.is_behind(it, 4, REST)),
        Evidence::SumRest,
    );
    found.add(
        parts.iter().any(|it| scope.is_before(it, 3, ADDED) || scope.is_behind(it, 3, ADDED)),
        Evidence::SumAdded,
    );
    found.add(scope.is_before(stated, 3, REST) || scope.is_behind(stated, 3, REST), Evidence::SumTotalLeft);
    let between_last =
        parts.len().checked_sub(2).and_then(|at| parts.get(at)).map_or(0..0, |it| it.item + 1..last.item);
    found.add(passage.has_word(between_last, &["and", "plus"]), Evidence::SumAnd);
    let whole = stated.item.min(first.item)..stated.item.max(last.item) + 1;
    found.add(passage.has_class(whole.clone(), Class::SOME), Evidence::SumSome);
    found.add(whole.clone().any(|at| factor_of(passage.word(at)).is_some()), Evidence::SumFactor);
    found.add(
        passage.has_word(whole.clone(), &["than", "against", "compared", "versus"]),
        Evidence::SumCompares,
    );
    found.add(passage.has_class(whole, Class::RISE | Class::FALL), Evidence::SumChanges);
    let roles = parts.iter().filter(|it| matches!(role(passage, it), Role::From | Role::By)).count();
    found.add(roles > 0, Evidence::SumRoles);
    found.add(role(passage, stated) == Role::To, Evidence::SumTo);
    let kin: Vec<Kinship> = parts.iter().map(|it| kinship(passage, stated, it)).collect();
    let has = |wanted: Kinship| kin.contains(&wanted);
    found.add(!has(Kinship::Other) && !has(Kinship::Open), Evidence::SumAllSame);
    found.add(has(Kinship::Open) && !has(Kinship::Other), Evidence::SumOpen);
    found.add(has(Kinship::Other), Evidence::SumOther);
    found.add(!stated.is_count(), Evidence::SumUnits);
    found.add(parts.iter().any(|it| it.stated.measure != stated.stated.measure), Evidence::SumMixed);
    let is_even = parts.windows(2).all(|pair| match pair {
        [one, other] => other.item - one.item <= 12,
        _ => true,
    });
    found.add(is_even, Evidence::SumEven);
    found.push(match parts.len() {
        2 => Evidence::Sum2,
        3 => Evidence::Sum3,
        _ => Evidence::Sum4,
    });
    let one_sentence = parts.iter().all(|it| it.sentence == first.sentence);
    if one_sentence && stated.sentence != first.sentence {
        found.push(Evidence::SumPartsTogether);
    }
    let greatest = parts.iter().map(|it| it.number()).fold(0.0, f64::max);
    let least = parts.iter().map(|it| it.number()).fold(f64::INFINITY, f64::min);
    if greatest > 0.8 * stated.number() {
        found.push(Evidence::SumLopsided);
    }
    if least < 0.06 * stated.number() {
        found.push(Evidence::SumTiny);
    }
    if least <= 1.0 {
        found.push(Evidence::SumOne);
    }
    if parts.iter().all(|it| it.number() < 13.0) {
        found.push(Evidence::SumSmallParts);
    }
    found
}
