//! Changes: what something was, what it is, and by how much, by which part or in which direction it has changed.

use super::case::{Cases, Part};
use super::equation::{Equation, percent, range};
use super::evidence::{Evidence, Pieces};
use super::scope::{Kinship, Scope, kinship};
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::arithmetic::{DoubtKind, signed};
use crate::facts::figure::{Class, Fig, Interval, Role, factor_of, role, written};
use crate::facts::stated::Measure;
use crate::words;

const MARGINS: &[&str] = &[
    "margin", "majority", "lead", "ahead", "behind", "clear", "adrift", "gap", "difference", "edge",
    "advantage", "won", "beat", "lost", "win", "victory", "beating", "defeat", "winning", "deficit",
    "surplus", "short", "apart",
];
/// What leads to what something was, and what stands behind it.
const THEN: &[&str] = &[
    "was", "were", "had", "previous", "previously", "after", "before", "prior", "used", "been", "against",
    "compared", "then", "from", "earlier",
];
const THEN_BEHIND: &[&str] =
    &["earlier", "previous", "previously", "ago", "before", "last", "year-ago", "prior", "then", "until"];

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let levels: Vec<&Fig> =
        scope.figures.iter().filter(|it| !it.is_fraction() && it.number() > 0.0).copied().collect();
    let pairs = || {
        let all = levels.iter().enumerate();
        all.flat_map(|(place, one)| levels.iter().skip(place + 1).map(move |other| (*one, *other)))
            .filter(|(one, other)| {
                matches!(kinship(scope.passage, one, other), Kinship::Same | Kinship::Open)
            })
            .filter(|(one, other)| one.number() != other.number())
    };
    for by in &scope.figures {
        let those: Vec<(&Fig, &Fig)> = pairs()
            .filter(|(one, other)| one.id != by.id && other.id != by.id && is_change_of(scope, by, one))
            .collect();
        if those.iter().any(|(one, other)| comes_out(scope, by, one, other)) {
            continue;
        }
        for (one, other) in those {
            by_amount(scope, cases, by, one, other);
        }
    }
    for (one, other) in pairs() {
        if scope.is_here(&[one, other]) {
            directed(scope, cases, one, other);
            multiplied(scope, cases, one, other);
            fraction(scope, cases, one, other);
        }
    }
}

fn is_relative(by: &Fig) -> bool {
    by.is_percent() || by.is_fraction()
}

/// Points of a percentage where `level` is one, else the same measure.
fn is_change_of(scope: &Scope<'_>, by: &Fig, level: &Fig) -> bool {
    if is_relative(by) {
        return !level.is_percent() || by.is_percent();
    }
    if level.is_percent() {
        return points(scope, by).is_some();
    }
    !matches!(by.stated.measure, Measure::Percent { .. })
        && kinship(scope.passage, by, level) != Kinship::None
        || level.stated.measure == Measure::Rank && by.is_count()
}

fn points(scope: &Scope<'_>, by: &Fig) -> Option<f64> {
    if let Measure::Percent { points: true } = by.stated.measure {
        return Some(1.0);
    }
    let next = scope.passage.word(by.item + 1);
    match next {
        "basis" => Some(0.01),
        "points" | "point" | "percentage" => Some(1.0),
        _ => None,
    }
}

fn scale(scope: &Scope<'_>, by: &Fig, level: &Fig) -> f64 {
    if level.is_percent() { points(scope, by).unwrap_or(1.0) } else { 1.0 }
}

/// Whether it comes out in either direction, as a difference, a sum, a change or a share.
fn comes_out(scope: &Scope<'_>, by: &Fig, one: &Fig, other: &Fig) -> bool {
    let (a, b) = (range(one), range(other));
    let (small, great) = if one.number() < other.number() { (a, b) } else { (b, a) };
    if is_relative(by) {
        let told = percent(by);
        let hundred = Interval::exactly(100.0);
        let up = great.times(hundred).over(small).map(|it| it.minus(hundred));
        let down = small.times(hundred).over(great).map(|it| hundred.minus(it));
        let share = small.times(hundred).over(great);
        let times = great.times(hundred).over(small);
        return [up, down, share, times].into_iter().flatten().any(|it| it.widened(0.006).meets(told))
            || one.is_percent() && great.minus(small).meets(told);
    }
    let told = Interval::wide(&by.stated).times(Interval::exactly(scale(scope, by, one)));
    great.minus(small).meets(told) || great.plus(small).meets(told)
}

fn by_amount(scope: &Scope<'_>, cases: &mut Cases, by: &Fig, one: &Fig, other: &Fig) {
    if !scope.is_here(&[by, one, other]) {
        return;
    }
    let passage = scope.passage;
    let scale = scale(scope, by, one);
    let told = match () {
        () if by.is_fraction() => by.number() * 100.0,
        () => by.number() * scale,
    };
    // Which of the two was before: that one which words lead to as such, else the later told.
    let roles = [role(passage, one), role(passage, other)];
    let (from, to) = match roles {
        [Role::From, Role::From] | [Role::By, _] | [_, Role::By] => return,
        [Role::From, _] | [_, Role::To] => (one, other),
        _ => (other, one),
    };
    let real = if is_relative(by) {
        100.0 * (to.number() - from.number()).abs() / from.number()
    } else {
        (to.number() - from.number()).abs()
    };
    let ratio = real / told;
    if !(0.1..10.0).contains(&ratio) {
        return;
    }
    let equation = if is_relative(by) { Equation::Change } else { Equation::Difference };
    let kind = if is_relative(by) { Evidence::KindChange } else { Evidence::KindDifference };
    let parts = [Part { number: told, ..Part::of(by) }, Part::of(to), Part::of(from)];
    cases.offer(scope, kind, (equation, &parts), evidence(scope, by, from, to), &|| {
        let ends = format!("{} → {}", passage.words(from.span), passage.words(to.span));
        let difference = to.number() - from.number();
        let result = match is_relative(by) {
            true => format!("{} %", signed((difference / from.number() * 1000.0).round() / 10.0)),
            false => signed((difference / scale * 1000.0).round() / 1000.0),
        };
        let links =
            vec![(from, LinkKind::FromOf, by), (to, LinkKind::ToOf, by), (by, LinkKind::ChangeOf, to)];
        let told = passage.words(by.span);
        Tie::new(DoubtKind::Growth, by, &[from, to], links)
            .doubted(words::ReckonedChange { ends: &ends, result: &result, told: &told }.text())
    });
}

fn evidence(scope: &Scope<'_>, by: &Fig, from: &Fig, to: &Fig) -> Pieces {
    let passage = scope.passage;
    let mut found = Pieces::default();
    found.add(role(passage, by) == Role::By, Evidence::ChangeBy);
    found.add(role(passage, from) == Role::From, Evidence::ChangeFrom);
    found.add(role(passage, to) == Role::To, Evidence::ChangeTo);
    found.add(scope.is_near(by, 4, Class::RISE | Class::FALL), Evidence::ChangeVerb);
    found.add(scope.is_near(by, 4, Class::COMPARE), Evidence::ChangeCompares);
    found.add(scope.is_before(by, 5, MARGINS) || scope.is_behind(by, 5, MARGINS), Evidence::ChangeMargin);
    found.add(is_then(scope, from), Evidence::ChangeThen);
    let last = |it: &Fig| {
        scope.times.iter().any(|time| time.sentence == it.sentence && time.item.abs_diff(it.item) <= 6)
    };
    found.add(last(from), Evidence::ChangeTime);
    let gap = from.item.min(to.item) + 1..from.item.max(to.item);
    found.add(passage.count_words(gap.clone()) <= 6, Evidence::ChangeNear);
    found.add(passage.has_word(gap.clone(), &["and", "but", "while"]), Evidence::ChangeAnd);
    found.add(
        passage.has_word(gap.clone(), &["to", "votes", "against"]) && gap.len() <= 4,
        Evidence::ChangeScore,
    );
    found.add(passage.has_sign(gap, &['-', '–']) && from.item.abs_diff(to.item) == 2, Evidence::ChangeScore);
    found.add(!is_relative(by) && kinship(passage, by, to) == Kinship::Other, Evidence::ChangeOther);
    found.add(kinship(passage, from, to) == Kinship::Same, Evidence::ChangeSame);
    let likes =
        scope.figures.iter().filter(|it| it.id != by.id && kinship(passage, it, to) == Kinship::Same).count();
    found.add(likes > 2, Evidence::ChangeMany);
    let relative = scope.figures.iter().filter(|it| is_relative(it)).count();
    found.add(is_relative(by) && relative > 1 && !to.is_percent(), Evidence::ChangePercents);
    found.add(by.is_fraction(), Evidence::ChangeFraction);
    found.add(points(scope, by).is_some(), Evidence::ChangePoints);
    found
}

fn is_then(scope: &Scope<'_>, it: &Fig) -> bool {
    let behind = scope.behind(it.item, it.sentence, 6);
    let end =
        behind.clone().find(|at| scope.passage.is_sign(*at, &[',', '.', ';', ')'])).unwrap_or(behind.end);
    scope.is_before(it, 5, THEN) || scope.passage.has_word(behind.start..end, THEN_BEHIND)
}

/// "Fell from 20 to 30": the direction.
fn directed(scope: &Scope<'_>, cases: &mut Cases, one: &Fig, other: &Fig) {
    let passage = scope.passage;
    let then = |it: &Fig| is_then(scope, it);
    let (from, to, is_led) = match [role(passage, one), role(passage, other)] {
        [Role::From, Role::From] => return,
        [Role::From, _] => (one, other, true),
        [_, Role::From] => (other, one, true),
        _ if then(other) && !then(one) => (other, one, false),
        _ if then(one) && !then(other) => (one, other, false),
        _ => return,
    };
    if !is_led && kinship(passage, one, other) != Kinship::Same {
        return;
    }
    if role(passage, to) == Role::By || to.stated.measure == Measure::Rank {
        return;
    }
    let first = from.item.min(to.item);
    let near = scope.before(first, one.sentence.min(other.sentence), 8);
    // Of two sentences the verb stands in that of the later state, or of the earlier where that begins from it.
    let between = if from.sentence == to.sentence {
        first + 1..from.item.max(to.item)
    } else if is_led {
        scope.before(from.item, from.sentence, 8)
    } else {
        scope.behind(to.item, to.sentence, 6)
    };
    let has =
        |class: Class| passage.has_class(near.clone(), class) || passage.has_class(between.clone(), class);
    let (mut rises, mut falls) = (has(Class::RISE), has(Class::FALL));
    let is_far = !rises && !falls;
    if is_far {
        // Told at the beginning: "The number fell. There were 40, against 50."
        let all = scope.items.start..from.item.max(to.item);
        rises = passage.has_class(all.clone(), Class::RISE);
        falls = passage.has_class(all, Class::FALL);
    }
    let grew = to.number() > from.number();
    // "The pack shrank by 14. It counted 41, up from 27": one of two words is wrong.
    let all = scope.items.start..from.item.max(to.item);
    let against = if grew { Class::FALL } else { Class::RISE };
    let is_mixed =
        rises == grew && rises != falls && from.sentence == to.sentence && passage.has_class(all, against);
    if (rises == falls || rises == grew) && !is_mixed {
        return;
    }
    let parts = [Part::of(to), Part::of(from)];
    let mut evidence = evidence(scope, to, from, to);
    let beside = scope.before(to.item, to.sentence, 3);
    if passage.has_class(beside, Class::RISE | Class::FALL) {
        evidence.push(Evidence::DirectionBeside);
    }
    if passage.has_word(between.clone(), &["up", "down"]) {
        evidence.push(Evidence::DirectionUp);
    }
    if passage.has_class(scope.items.clone(), Class::RANKING) {
        evidence.push(Evidence::DirectionRank);
    }
    if is_far {
        evidence.push(Evidence::DirectionFar);
    }
    if is_mixed {
        evidence.push(Evidence::DirectionMixed);
    }
    evidence.push(if is_led { Evidence::DirectionLed } else { Evidence::DirectionThen });
    cases.offer(scope, Evidence::KindDirection, (Equation::Same, &parts), evidence, &|| {
        let verb = if grew { words::RECKONED_RISE } else { words::RECKONED_FALL };
        let ends = format!("{} → {}", passage.words(from.span), passage.words(to.span));
        let links = vec![(from, LinkKind::FromOf, to), (to, LinkKind::ToOf, from)];
        Tie::new(DoubtKind::Growth, to, &[from], links)
            .doubted(words::ReckonedDirection { ends: &ends, verb: &verb }.text())
    });
}

/// "Halved: 34 in 2019, 27 last year": a factor in words.
fn multiplied(scope: &Scope<'_>, cases: &mut Cases, one: &Fig, other: &Fig) {
    let passage = scope.passage;
    if one.is_percent() != other.is_percent() || kinship(passage, one, other) == Kinship::Other {
        return;
    }
    let mut found = scope.items.clone().filter_map(|at| Some((at, factor_of(passage.word(at))?)));
    let Some((at, factor)) = found.next() else { return };
    if found.next().is_some() {
        return;
    }
    let (small, great) = if one.number() < other.number() { (one, other) } else { (other, one) };
    let ratio = great.number() / small.number();
    let told = if factor < 1.0 { 1.0 / factor } else { factor };
    let qualified = passage
        .has_word(at.saturating_sub(3)..at, &["more", "over", "nearly", "almost", "than", "about", "not"]);
    let margin = if qualified { 1.6 } else { 1.13 };
    let others = |it: &&&Fig| it.number() > 0.0 && kinship(passage, it, one) == Kinship::Same;
    let like: Vec<&&Fig> = scope.figures.iter().filter(others).collect();
    let is_cleared = like.iter().any(|a| {
        like.iter().any(|b| {
            let ratio = a.number() / b.number();
            ratio / told < margin && ratio / told > 1.0 / margin
        })
    });
    if is_cleared || !(0.3..4.0).contains(&(ratio / told)) {
        return;
    }
    let (from, to) = match role(passage, one) == Role::From {
        true => (one, other),
        false if factor < 1.0 && one.item < other.item => (one, other),
        false => (small, great),
    };
    let mut evidence = evidence(scope, to, from, to);
    let first = one.item.min(other.item);
    if at.abs_diff(first) <= 8 {
        evidence.push(Evidence::FactorNear);
    }
    if at > first && at < one.item.max(other.item) {
        evidence.push(Evidence::FactorBetween);
    }
    if qualified {
        evidence.push(Evidence::FactorAbout);
    }
    if like.len() > 2 {
        evidence.push(Evidence::FactorMany);
    }
    let parts = [Part { number: told, ..Part::of(to) }, Part::of(great), Part::of(small)];
    cases.offer(scope, Evidence::KindFactor, (Equation::Ratio, &parts), evidence, &|| {
        let ends = format!("{} → {}", passage.words(from.span), passage.words(to.span));
        let result = words::reckoned_times(&written((to.number() / from.number() * 100.0).round() / 100.0));
        let links = vec![(from, LinkKind::FromOf, to), (to, LinkKind::ToOf, from)];
        Tie::new(DoubtKind::Growth, to, &[from], links)
            .doubted(words::ReckonedChange { ends: &ends, result: &result, told: &passage.word(at) }.text())
    });
}

/// Fractions as words, and what they are.
const FRACTIONS: &[(&str, f64)] = &[
    ("half", 0.5),
    ("third", 1.0 / 3.0),
    ("thirds", 2.0 / 3.0),
    ("two-thirds", 2.0 / 3.0),
    ("quarter", 0.25),
    ("quarters", 0.75),
    ("three-quarters", 0.75),
    ("fifth", 0.2),
    ("fifths", 0.4),
    ("two-fifths", 0.4),
    ("three-fifths", 0.6),
    ("sixth", 1.0 / 6.0),
    ("eighth", 0.125),
    ("tenth", 0.1),
    ("one-third", 1.0 / 3.0),
    ("one-quarter", 0.25),
    ("one-fifth", 0.2),
    ("one-tenth", 0.1),
];

/// "A quarter fewer: 69, from 92", "a third of them, 41 of 128": a fraction in words, of two figures.
fn fraction(scope: &Scope<'_>, cases: &mut Cases, one: &Fig, other: &Fig) {
    let passage = scope.passage;
    let told = scope.items.clone().find_map(|at| {
        let known = FRACTIONS.iter().find(|(word, _)| *word == passage.word(at))?;
        let led = matches!(
            passage.word(at.wrapping_sub(1)),
            "a" | "one" | "by" | "nearly" | "almost" | "than" | "about" | "just" | "two" | "three"
        ) || known.0.contains('-')
            || passage.is_sign(at.wrapping_sub(1), &['-']);
        led.then_some((at, known.1))
    });
    let Some((at, fraction)) = told else { return };
    let like: Vec<&&Fig> = scope
        .figures
        .iter()
        .filter(|it| it.number() > 1.0 && !it.is_percent() && kinship(passage, it, one) != Kinship::None)
        .collect();
    let fits = |small: f64, great: f64| {
        let near = |told: f64| (small / great - told).abs() < 0.045;
        near(fraction) || near(1.0 - fraction) || near(1.0 / (1.0 + fraction))
    };
    let is_cleared =
        like.iter().any(|a| like.iter().any(|b| a.number() < b.number() && fits(a.number(), b.number())));
    if is_cleared || one.is_percent() || other.is_percent() || one.number() <= 1.0 || other.number() <= 1.0 {
        return;
    }
    let (small, great) = if one.number() < other.number() { (one, other) } else { (other, one) };
    let next = passage.word(at + 1);
    let is_of = next == "of";
    let is_change = matches!(
        next,
        "more"
            | "less"
            | "fewer"
            | "higher"
            | "lower"
            | "up"
            | "down"
            | "off"
            | "rise"
            | "drop"
            | "cut"
            | "fall"
    ) || passage.word(at.wrapping_sub(2)) == "by"
        || passage.has_class(at.saturating_sub(5)..at, Class::RISE | Class::FALL);
    let ratio = small.number() / great.number();
    let (told, equation) = match () {
        () if is_of => (fraction * 100.0, Equation::Share),
        () if ratio > 1.0 - fraction => ((1.0 - fraction) * 100.0, Equation::Share),
        () => (100.0 / (1.0 + fraction), Equation::Share),
    };
    let mut found = evidence(scope, small, great, small);
    if is_of {
        found.push(Evidence::FractionOf);
    }
    if is_change {
        found.push(Evidence::FractionChange);
    }
    if like.len() > 2 {
        found.push(Evidence::FractionMany);
    }
    if !is_of && !is_change {
        found.push(Evidence::FractionAlone);
    }
    let first = one.item.min(other.item);
    if at.abs_diff(first) <= 6 || at.abs_diff(one.item.max(other.item)) <= 6 {
        found.push(Evidence::FractionNear);
    }
    if kinship(passage, one, other) == Kinship::Other {
        found.push(Evidence::FractionOther);
    }
    if passage.has_word(
        at.saturating_sub(3)..at,
        &["more", "over", "than", "nearly", "almost", "about", "fewer", "less"],
    ) {
        found.push(Evidence::FractionAbout);
    }
    let parts = [Part { number: told, item: at, ..Part::of(small) }, Part::of(small), Part::of(great)];
    cases.offer(scope, Evidence::KindFraction, (equation, &parts), found, &|| {
        let phrase = passage.words_of(at.saturating_sub(1), at);
        let percent = written((ratio * 1000.0).round() / 10.0);
        let (one, other) = (passage.words(small.span), passage.words(great.span));
        let text = words::ReckonedShare { part: &one, whole: &other, percent: &percent, told: &phrase };
        let links = vec![(small, LinkKind::PartOf, great)];
        let tie = Tie::new(DoubtKind::Share, small, &[great], links);
        tie.doubted(text.text())
    });
}
