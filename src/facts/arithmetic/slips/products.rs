//! Rates: so much each, so many of them, and what it makes.

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::{Kinship, Scope, kinship};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::days::length;
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::figure::{Fig, Interval, Time, written};
use crate::facts::stated::Measure;
use crate::words;

const EACH: &[&str] =
    &["each", "apiece", "every", "per", "average", "averaging", "averaged", "averages", "times"];
const ONES: &[&str] = &[
    "head", "piece", "person", "share", "ticket", "night", "household", "day", "week", "month", "year",
    "hour", "tonne", "ton", "kilo", "kg", "litre", "barrel", "unit", "copy", "pupil", "student", "patient",
    "family", "seat", "capita", "man", "woman", "child", "worker", "employee", "box", "bag", "bottle",
    "acre", "hectare", "kilometre", "mile", "game", "match",
];

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    for rate in scope.figures.iter().filter(|it| is_rate(scope, it)) {
        let mut numbers: Vec<(Part, Option<&Fig>)> = scope
            .figures
            .iter()
            .filter(|it| it.id != rate.id && !it.is_percent() && !it.is_fraction() && it.number() > 1.0)
            .map(|it| (Part::of(it), Some(*it)))
            .collect();
        let lengths =
            scope.times.iter().filter_map(|it| Some((Part::of_time(it, in_period(scope, rate, it)?), None)));
        numbers.extend(lengths.filter(|(part, _)| part.number > 1.0));
        let pairs = || numbers.iter().flat_map(|count| numbers.iter().map(move |total| (count, total)));
        let is_told = pairs().any(|((count, _), (total, _))| {
            count.id != total.id && is_near(total.number / count.number, rate)
        });
        if is_told {
            continue;
        }
        for ((count, of_count), (total, of_total)) in pairs() {
            let Some(of_total) = of_total else { continue };
            let may_be_total = of_total.stated.measure == rate.stated.measure || is_speed_of(rate, of_total);
            if count.id == total.id || !may_be_total || of_count.is_some_and(|it| !it.is_count()) {
                continue;
            }
            offer(scope, cases, rate, (count, *of_count), of_total);
        }
    }
}

/// A length in the periods that a rate is told for: 48 of "four years" for "25,000 pounds a month".
fn in_period(scope: &Scope<'_>, rate: &Fig, time: &Time) -> Option<f64> {
    let (count, unit) = length(time)?;
    let days = |unit: &str| {
        Some(match unit {
            "minute" => 1.0 / 1440.0,
            "hour" | "hours" => 1.0 / 24.0,
            "day" | "days" | "daily" => 1.0,
            "week" | "weeks" | "weekly" => 7.0,
            "month" | "months" | "monthly" => 30.437,
            "year" | "years" | "annual" | "annually" => 365.25,
            _ => return None,
        })
    };
    let of_length = match unit {
        'm' => 1.0 / 1440.0,
        'h' => 1.0 / 24.0,
        'D' => 1.0,
        'W' => 7.0,
        'M' => 30.437,
        'Y' => 365.25,
        _ => return Some(count),
    };
    let near = scope.behind(rate.item, rate.sentence, 6).chain(scope.before(rate.item, rate.sentence, 4));
    let of_unit = match &rate.stated.measure {
        Measure::Unit(name) => name.rsplit(' ').next().and_then(days).filter(|_| name.contains(" per ")),
        _ => None,
    };
    let period = of_unit.or_else(|| near.into_iter().find_map(|at| days(scope.passage.word(at))));
    Some(period.map_or(count, |period| (count * of_length / period * 1000.0).round() / 1000.0))
}

fn is_rate(scope: &Scope<'_>, figure: &Fig) -> bool {
    if figure.is_percent()
        || figure.is_fraction()
        || figure.number() <= 0.0
        || figure.stated.number == crate::value::Decimal::ONE
    {
        return false;
    }
    matches!(&figure.stated.measure, Measure::Unit(name) if name.contains(" per "))
        || scope.is_behind(figure, 4, EACH)
        || scope.is_before(figure, 4, EACH)
        || is_a_head(scope, figure)
}

/// "£24 a head".
fn is_a_head(scope: &Scope<'_>, figure: &Fig) -> bool {
    let behind = scope.behind(figure.item, figure.sentence, 5);
    behind.clone().any(|at| {
        matches!(scope.passage.word(at), "a" | "an" | "per" | "each" | "every")
            && ONES.contains(&scope.passage.word(at + 1))
    })
}

/// "Kilometers per hour" of "kilometers".
fn is_speed_of(rate: &Fig, total: &Fig) -> bool {
    match (&rate.stated.measure, &total.stated.measure) {
        (Measure::Unit(rate), Measure::Unit(total)) => {
            rate.split_once(" per ").is_some_and(|(of, _)| of == total)
        }
        _ => false,
    }
}

fn is_near(real: f64, told: &Fig) -> bool {
    Interval::around(real, real.abs() * 0.02)
        .may_be(Interval::wide(&told.stated).widened(0.005), told.stated.modifier)
}

fn offer(
    scope: &Scope<'_>,
    cases: &mut Cases,
    rate: &Fig,
    (count, of_count): (&Part, Option<&Fig>),
    total: &Fig,
) {
    let passage = scope.passage;
    let here = [rate.sentence, count.sentence, total.sentence].contains(&scope.sentence);
    let ratio = total.number() / count.number / rate.number();
    if !here || !(0.08..12.0).contains(&ratio) || total.number() <= rate.number() {
        return;
    }
    let parts = [Part::of(rate), Part::of(total), *count];
    let mut found = Pieces::default();
    found.add(scope.is_behind(rate, 4, &["each", "apiece"]), Evidence::RateEach);
    found.add(
        scope.is_before(rate, 4, &["average", "averaging", "averaged", "averages"]),
        Evidence::RateAverage,
    );
    found.add(is_a_head(scope, rate), Evidence::RateHead);
    found.add(scope.is_behind(rate, 3, &["per", "every"]), Evidence::RatePer);
    found.add(
        passage.word(rate.item + 1) == "times" || passage.word(rate.item.wrapping_sub(1)) == "times",
        Evidence::RateTimes,
    );
    match kinship(passage, rate, total) {
        Kinship::Same => found.add(true, Evidence::RateSame),
        Kinship::Other => found.add(true, Evidence::RateOther),
        _ => found.add(true, Evidence::RateOpen),
    }
    found.add(!rate.is_count(), Evidence::RateUnits);
    found.add(matches!(rate.stated.measure, Measure::Money(_)), Evidence::RateMoney);
    found.add(of_count.is_none(), Evidence::RateTime);
    let named = of_count.and_then(|it| passage.noun_of(it)).map(|it| it.stem);
    let behind = scope.behind(rate.item, rate.sentence, 5);
    let is_named = named.is_some_and(|noun| {
        behind.into_iter().any(|at| crate::facts::stems::stem(passage.word(at)) == Some(noun))
    });
    found.add(is_named, Evidence::RateNamed);
    found
        .add(rate.item.abs_diff(count.item) <= 6 && rate.sentence == count.sentence, Evidence::RateNearCount);
    found
        .add(rate.item.abs_diff(total.item) <= 8 && rate.sentence == total.sentence, Evidence::RateNearTotal);
    found.add(
        scope.is_before(total, 5, &["total", "of", "makes", "gives", "cost", "or", "all"])
            || scope.is_behind(total, 4, &["all", "total", "altogether"]),
        Evidence::RateTotal,
    );
    found.add(of_count.is_some_and(|it| it.number() < 13.0), Evidence::RateFew);
    cases.offer(scope, Evidence::KindRate, (Equation::Ratio, &parts), found, &|| {
        let mut tie = Tie::new(DoubtKind::Rate, rate, &[total], vec![(rate, LinkKind::Per, total)]);
        tie.from.push(count.id);
        let reckoned = words::ReckonedQuotient {
            one: &passage.words(total.span),
            other: &passage.words(count.span),
            result: &written((total.number() / count.number * 100.0).round() / 100.0),
            told: &passage.words(rate.span),
        };
        tie.doubted(reckoned.text())
    });
}
