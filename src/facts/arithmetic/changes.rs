//! Changes: "rose 12 % to 5,600 from 5,000", "halved from 180 to 110", "lost 14 seats and holds 57, down from 71".
//!
//! ```text
//! change = from … ( to | level ) [ by ]        in any order, within a sentence
//! by     = figure | factor                     ("up 5 %", "doubled", "eightfold")
//! ```

use super::tie::{LinkKind, Tie};
use super::{DoubtKind, signed};
use crate::facts::figure::{Class, Fig, Interval, Passage, Role, factor_of, role, written};
use crate::facts::stated::Measure;
use crate::value::{Decimal, Modifier};
use crate::words;

/// How many words may lie between what something was and what it is.
const REACH: usize = 22;

pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let figures = passage.figures_of(sentence);
    if figures.len() < 2 {
        return;
    }
    let roles: Vec<Role> = figures.iter().map(|it| role(passage, it)).collect();
    let of_role = |wanted: Role| {
        figures.iter().zip(&roles).filter(move |(_, role)| **role == wanted).map(|(figure, _)| figure)
    };
    let befores: Vec<&Fig> = of_role(Role::From).collect();
    for before in &befores {
        let Some(after) = after_of(passage, figures, &roles, before) else { continue };
        let mut bys: Vec<&Fig> =
            of_role(Role::By).filter(|by| measures_change(passage, by, before)).collect();
        // Each difference belongs to the nearest that something was.
        bys.retain(|by| {
            let nearest = befores.iter().min_by_key(|other| other.item.abs_diff(by.item));
            nearest.is_some_and(|nearest| nearest.id == before.id)
                && !is_cut(passage, by.item, before.item)
                && distance(passage, by.item, before.item) <= REACH
                && !is_other_clause(passage, by, before, after)
        });
        if bys.is_empty() {
            bys = figures
                .iter()
                .filter(|it| {
                    is_added(passage, it)
                        && it.id != after.id
                        && it.id != before.id
                        && measures_change(passage, it, before)
                })
                .collect();
        }
        let by =
            bys.into_iter().min_by_key(|by| by.item.abs_diff(before.item).min(by.item.abs_diff(after.item)));
        if let Some(by) = by {
            out.push(told(passage, figures, before, after, by));
            continue;
        }
        if let Some(tie) = multiplied(passage, before, after) {
            out.push(tie);
        } else {
            out.push(directed(passage, before, after));
        }
    }
    if befores.is_empty() {
        multiples(passage, figures, &roles, out);
        let bys: Vec<&Fig> = of_role(Role::By).collect();
        if let [by] = bys.as_slice() {
            contrasted(passage, figures, &roles, by, out);
        }
    }
}

/// Whether a figure stands behind the two ends of a change, in a clause of its own.
fn is_other_clause(passage: &Passage<'_>, by: &Fig, before: &Fig, after: &Fig) -> bool {
    let last = before.item.max(after.item);
    let near = if by.item > last { last } else { before.item.min(after.item) };
    let between = by.item.min(near) + 1..by.item.max(near);
    // Another level in between is what the difference belongs to.
    let is_level = |it: &&Fig| between.contains(&it.item) && is_like(passage, it, before);
    let has_other = passage.figures_of(by.sentence).iter().any(|it| is_level(&it));
    has_other
        || by.item > last
            && (distance(passage, last, by.item) > 7
                || passage.has_class(last + 1..by.item, Class::JOIN)
                    && !passage.has_word(last + 1..by.item, &["or"]))
}

/// "Twelve new infections", "another 12": what has come to a count.
fn is_added(passage: &Passage<'_>, figure: &Fig) -> bool {
    matches!(passage.word(figure.item + 1), "new" | "more" | "further" | "additional" | "extra" | "fresh")
        || matches!(passage.word(figure.item.wrapping_sub(1)), "another" | "further")
}

#[inline(never)]
fn distance(passage: &Passage<'_>, one: usize, other: usize) -> usize {
    passage.count_words(one.min(other) + 1..one.max(other))
}

/// Whether something between two items says that another matter begins.
#[inline(never)]
fn is_cut(passage: &Passage<'_>, one: usize, other: usize) -> bool {
    let between = one.min(other) + 1..one.max(other);
    passage.has_sign(between.clone(), &[';', ':'])
        || passage.has_word(between, &["while", "whereas", "respectively", "although"])
}

/// What something has become, that was `before`: the figure that "to" leads to, else the nearest of its kind.
fn after_of<'f>(passage: &Passage<'_>, figures: &'f [Fig], roles: &[Role], before: &Fig) -> Option<&'f Fig> {
    let may_be = |figure: &&Fig| {
        figure.id != before.id
            && is_like(passage, figure, before)
            && !is_cut(passage, figure.item, before.item)
            && distance(passage, figure.item, before.item) <= REACH
    };
    let nearest = |wanted: Role| {
        let those = figures.iter().zip(roles).filter(|(_, role)| **role == wanted).map(|(figure, _)| figure);
        those.filter(may_be).min_by_key(|figure| figure.item.abs_diff(before.item))
    };
    nearest(Role::To).or_else(|| nearest(Role::Level))
}

/// Whether two figures are of one kind: of one measure, or one of them leaves out what it counts.
#[inline(never)]
pub(super) fn is_like(passage: &Passage<'_>, one: &Fig, other: &Fig) -> bool {
    if one.is_fraction() || other.is_fraction() {
        return false;
    }
    if one.stated.measure == other.stated.measure {
        if one.stated.measure != Measure::Count {
            return true;
        }
        let nouns = [one, other].map(|it| passage.noun_of(it).map(|noun| noun.stem));
        return match nouns {
            [Some(a), Some(b)] => a == b || are_of_time(passage, other) || are_of_time(passage, one),
            _ => true,
        };
    }
    // "150 million kroner from 120 million"
    let is_bare = |it: &Fig| it.is_count() && passage.noun_of(it).is_none();
    let has_unit = |it: &Fig| {
        matches!(it.stated.measure, Measure::Money(_) | Measure::Unit(_) | Measure::Percent { points: false })
    };
    is_bare(one) && has_unit(other) || is_bare(other) && has_unit(one)
}

/// "From 482 last year": what stands behind is a time, no noun.
fn are_of_time(passage: &Passage<'_>, figure: &Fig) -> bool {
    let next = passage.word(figure.item + 1);
    matches!(next, "a" | "last" | "one" | "the" | "this" | "previously" | "earlier")
}

/// Points of a percentage, also where "basis points" are counted.
#[inline(never)]
fn points(passage: &Passage<'_>, figure: &Fig) -> Option<f64> {
    match figure.stated.measure {
        Measure::Percent { points: true } => Some(1.0),
        Measure::Count => {
            let next = passage.word(figure.item + 1);
            let second = passage.word(figure.item + 2);
            match (next, second) {
                ("basis", "points" | "point") => Some(0.01),
                ("percentage" | "per", _) | ("points" | "point", _) => Some(1.0),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a figure may be the difference of two like `level`.
#[inline(never)]
fn measures_change(passage: &Passage<'_>, by: &Fig, level: &Fig) -> bool {
    if by.is_percent() || by.is_fraction() {
        return true;
    }
    if level.is_percent() {
        return points(passage, by).is_some();
    }
    if let Measure::Percent { points: true } = by.stated.measure {
        return false;
    }
    if level.stated.measure == Measure::Rank {
        return by.is_count()
            && matches!(
                passage.word(by.item + 1),
                "place" | "places" | "spot" | "spots" | "position" | "positions" | "rung" | "rungs" | "slots"
            );
    }
    // A difference much greater than what it changes is that of something else.
    is_like(passage, by, level) && by.number() <= 20.0 * level.number()
}

/// Whether a difference comes out between two figures; `None` where that cannot be reckoned.
#[inline(never)]
fn comes_out(passage: &Passage<'_>, before: &Fig, after: &Fig, by: &Fig) -> Option<bool> {
    let (was, is) = (Interval::close(&before.stated), Interval::close(&after.stated));
    if was.low <= 0.0 || is.low < 0.0 {
        return None;
    }
    let (small, great) = if before.number() <= after.number() { (was, is) } else { (is, was) };
    let modifier = by.stated.modifier;
    let difference = |scale: f64| {
        let told = Interval::wide(&by.stated).times(Interval::exactly(scale));
        great.minus(small).may_be(told, modifier)
    };
    if let Some(scale) = before.is_percent().then(|| points(passage, by)).flatten() {
        return Some(difference(scale));
    }
    if by.is_percent() || by.is_fraction() {
        let told = match by.is_fraction() {
            true => Interval::around(by.number() * 100.0, 3.5),
            false => Interval::percent(&by.stated),
        };
        let change = |from: Interval, to: Interval| {
            let ratio = to.over(from)?;
            let rises = from.low < to.low;
            let percent = Interval { low: (ratio.low - 1.0) * 100.0, high: (ratio.high - 1.0) * 100.0 };
            let percent = if rises { percent } else { Interval { low: -percent.high, high: -percent.low } };
            Some(percent.may_be(told, modifier))
        };
        let of_parts = before.is_percent() && difference(1.0);
        return Some(change(was, is)? || of_parts);
    }
    Some(difference(1.0))
}

/// A change of which both ends and the difference are told.
#[inline(never)]
fn told(passage: &Passage<'_>, figures: &[Fig], before: &Fig, after: &Fig, by: &Fig) -> Tie {
    let links =
        vec![(before, LinkKind::FromOf, by), (after, LinkKind::ToOf, by), (by, LinkKind::ChangeOf, after)];
    let tie = Tie::new(DoubtKind::Growth, by, &[before, after], links);
    if before.stated.to.is_some() || after.stated.to.is_some() || by.stated.to.is_some() {
        return tie;
    }
    // Any two figures of the sentence between which it comes out clear it.
    let others = figures.iter().filter(|it| it.id != by.id && it.stated.to.is_none());
    let others: Vec<&Fig> = others.collect();
    let is_cleared = others.iter().enumerate().any(|(place, one)| {
        others.iter().skip(place + 1).any(|other| {
            is_like(passage, one, other)
                && measures_change(passage, by, one)
                && [(one, other), (other, one)]
                    .iter()
                    .any(|(a, b)| comes_out(passage, a, b, by) != Some(false))
        })
    });
    if is_cleared {
        return tie;
    }
    let bounds = [before, after].iter().any(|it| !matches!(it.stated.modifier, None | Some(Modifier::About)));
    if bounds {
        return tie;
    }
    let result = outcome(passage, before, after, by);
    let ends = format!("{} → {}", passage.words(before.span), passage.words(after.span));
    tie.doubted(words::ReckonedChange { ends: &ends, result: &result, told: &passage.words(by.span) }.text())
}

/// What the change between two figures is, in the way in which it is told.
#[inline(never)]
fn outcome(passage: &Passage<'_>, before: &Fig, after: &Fig, by: &Fig) -> String {
    let difference = after.number() - before.number();
    if (by.is_percent() || by.is_fraction()) && !(before.is_percent() && points(passage, by).is_some()) {
        return format!("{} %", signed((difference / before.number() * 1000.0).round() / 10.0));
    }
    let scale = points(passage, by).filter(|_| before.is_percent()).unwrap_or(1.0);
    signed(difference / scale)
}

/// "Down by 900 on the year, at 5,900; it was 6,800 last January": two figures of one kind with a difference, and a time
/// that sets them apart.
fn contrasted(passage: &Passage<'_>, figures: &[Fig], roles: &[Role], by: &Fig, out: &mut Vec<Tie>) {
    let levels = figures
        .iter()
        .zip(roles)
        .filter(|(it, role)| it.id != by.id && matches!(role, Role::Level | Role::To) && it.is_plain());
    let like: Vec<&Fig> =
        levels.map(|(it, _)| it).filter(|it| measures_change(passage, by, it) && !it.is_fraction()).collect();
    let [one, other] = like.as_slice() else { return };
    let near = passage.sentence(one.sentence);
    let is_then = passage
        .has_word(near.clone(), &["was", "were", "had", "earlier", "previous", "after", "ago"])
        || passage
            .times_of(one.sentence)
            .iter()
            .any(|it| passage.words(it.span).to_lowercase().contains("last"));
    let far = one.number() > 4.0 * other.number() || other.number() > 4.0 * one.number();
    let is_told =
        one.stated.measure == other.stated.measure && is_like(passage, one, other) && is_then && !far;
    // Of two counts without a noun of their own nothing says that they are of one thing.
    let has_kind = !one.is_count() || passage.noun_of(one).is_some() || passage.noun_of(other).is_some();
    if is_told && has_kind && by.item < one.item.max(other.item) + 12 {
        out.push(told(passage, figures, one, other, by).unsure());
    }
}

/// "Doubled to 40 from 30", "rose eightfold, from 30 to 240".
fn multiplied(passage: &Passage<'_>, before: &Fig, after: &Fig) -> Option<Tie> {
    let first = before.item.min(after.item);
    let sentence = passage.sentence(before.sentence);
    let near =
        first.saturating_sub(12).max(sentence.start)..(before.item.max(after.item) + 8).min(sentence.end);
    let mut found = near.clone().filter_map(|at| Some((at, factor_of(passage.word(at))?)));
    let (at, factor) = found.next()?;
    if found.next().is_some()
        || is_cut(passage, at, first)
        || passage.has_word(at.saturating_sub(2).max(sentence.start)..at, &["not"])
    {
        return None;
    }
    Some(times(passage, before, after, at, factor))
}

/// A tie of two figures of which one is so many times the other.
fn times(passage: &Passage<'_>, before: &Fig, after: &Fig, at: usize, factor: f64) -> Tie {
    let links = vec![(before, LinkKind::FromOf, after), (after, LinkKind::ToOf, before)];
    let tie = Tie::new(DoubtKind::Growth, after, &[before], links);
    if before.number() <= 0.0 || !before.is_plain() || !after.is_plain() {
        return tie;
    }
    let ratio = after.number() / before.number();
    let start = passage.sentence(before.sentence).start;
    let qualifies = |words: &[&str]| passage.has_word(at.saturating_sub(3).max(start)..at, words);
    let grows = factor > 1.0;
    let (least, most) = match () {
        // "More than doubled" is at least that; "more than halved" is at most half.
        () if qualifies(&["more", "over"]) && grows => (0.98 * factor, 1.6 * factor),
        () if qualifies(&["more", "over"]) => (0.5 * factor, 1.02 * factor),
        () if qualifies(&["nearly", "almost"]) && grows => (0.75 * factor, 1.03 * factor),
        () if qualifies(&["nearly", "almost"]) => (0.97 * factor, 1.35 * factor),
        () => (0.88 * factor, 1.12 * factor),
    };
    if (least..=most).contains(&ratio) {
        return tie;
    }
    let ends = format!("{} → {}", passage.words(before.span), passage.words(after.span));
    let result = words::reckoned_times(&written((ratio * 100.0).round() / 100.0));
    tie.doubted(words::ReckonedChange { ends: &ends, result: &result, told: &passage.word(at) }.text())
}

/// "60, twice the 25 of last year": what it is, a factor, and what it was.
fn multiples(passage: &Passage<'_>, figures: &[Fig], roles: &[Role], out: &mut Vec<Tie>) {
    for (pair, roles) in figures.windows(2).zip(roles.windows(2)) {
        let ([after, before], [Role::Level | Role::To, Role::Level]) = (pair, roles) else { continue };
        let between = after.item + 1..before.item;
        let factor = between.clone().find_map(|at| Some((at, factor_of(passage.word(at))?)));
        let Some((at, factor)) = factor else { continue };
        let follows = passage.count_words(at + 1..before.item) <= 5
            && passage.has_word(at + 1..before.item, &["the", "its", "their", "than", "as"])
            && !passage.has_word(at + 1..before.item, &["and", "to", "that"]);
        if follows && is_like(passage, after, before) && passage.count_words(between) <= 12 {
            out.push(times(passage, before, after, at, factor));
        }
    }
}

/// "Fell from 20 to 30": the other way round than the verb says.
fn directed(passage: &Passage<'_>, before: &Fig, after: &Fig) -> Tie {
    let links = vec![(before, LinkKind::FromOf, after), (after, LinkKind::ToOf, before)];
    let tie = Tie::new(DoubtKind::Growth, after, &[before], links);
    let first = before.item.min(after.item);
    let sentence = passage.sentence(before.sentence);
    let between = first + 1..before.item.max(after.item);
    let near = first.saturating_sub(6).max(sentence.start)..first;
    let has =
        |class: Class| passage.has_class(near.clone(), class) || passage.has_class(between.clone(), class);
    let says = |class: Class, other: Class| has(class) && !has(other);
    let rises = after.stated.number > before.stated.number;
    let falls = after.stated.number < before.stated.number;
    let is_odd = says(Class::RISE, Class::FALL) && falls || says(Class::FALL, Class::RISE) && rises;
    let is_told = role(passage, after) == Role::To
        || passage.word(first.saturating_sub(1)) == "up"
        || passage.word(first.saturating_sub(1)) == "down"
        || passage.has_word(between.clone(), &["up", "down"]);
    let is_order =
        before.stated.measure == Measure::Rank || passage.has_class(sentence.clone(), Class::RANKING);
    let are_plain = before.is_plain()
        && after.is_plain()
        && before.stated.number > Decimal::ZERO
        && after.stated.number > Decimal::ZERO;
    if !is_odd || !is_told || is_order || !are_plain || passage.count_words(between) > 8 {
        return tie;
    }
    let verb = if rises { words::RECKONED_RISE } else { words::RECKONED_FALL };
    let ends = format!("{} → {}", passage.words(before.span), passage.words(after.span));
    tie.doubted(words::ReckonedDirection { ends: &ends, verb: &verb }.text())
}
