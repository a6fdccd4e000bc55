//! Growth: "rose from $2.1bn to $2.3bn, up 9.5 %".

use super::figures::{At, Sentence, count_words, ends_with, has_word};
use super::{Doubt, DoubtKind, doubt};
use crate::facts::stated::{Measure, Range};
use crate::value::{Decimal, Modifier};

const RISES: &[&str] = &[
    "rose", "rise", "rises", "risen", "rising", "grew", "grow", "grows", "grown", "growing", "increased",
    "increase", "increases", "increasing", "climbed", "climb", "jumped", "jump", "surged", "gained", "gain",
    "up", "swelled", "expanded", "raised", "soared",
];
const FALLS: &[&str] = &[
    "fell", "fall", "falls", "fallen", "falling", "dropped", "drop", "declined", "decline", "decreased",
    "decrease", "slipped", "shrank", "shrunk", "slumped", "down", "cut", "reduced", "plunged", "sank",
    "lowered", "dipped", "lost",
];

/// Two figures, from one to the other, with the change between them told as well.
pub(super) fn find(sentence: &Sentence<'_>, out: &mut Vec<Doubt>) {
    let figures = sentence.figures;
    for three in figures.windows(3) {
        let [after, change, before] = three else { continue };
        let is_percent =
            change.stated.measure == Measure::Percent { points: false } && !change.is_like(after);
        if is_percent && after.is_like(before) && is_than(sentence, after, change, before) {
            let rises = has_word(&sentence.between(change, before), MORE);
            let turned = (after.stated.number >= before.stated.number) != rises;
            if turned && after.stated.is_plain() && before.stated.is_plain()
                || comes_out(before, after, change) == Some(false)
            {
                let from = [after.id, before.id];
                out.push(doubt(
                    DoubtKind::Growth,
                    change.id,
                    &from,
                    reckoning(sentence, before, after, change),
                ));
            }
        }
    }
    for (at, pair) in figures.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        if !one.is_like(other) || one.stated.to.is_some() || other.stated.to.is_some() {
            continue;
        }
        let Some((before, after)) = ends(sentence, one, other) else { continue };
        let from = [one.id, other.id];
        let (earlier, later) = (at.checked_sub(1).and_then(|at| figures.get(at)), figures.get(at + 2));
        for change in [earlier, later].into_iter().flatten() {
            let is_of = is_change(sentence, change, one, other);
            if is_of && comes_out(before, after, change) == Some(false) {
                out.push(doubt(
                    DoubtKind::Growth,
                    change.id,
                    &from,
                    reckoning(sentence, before, after, change),
                ));
            }
        }
        let words = sentence.before(one);
        let verb = last_words(&words, 4);
        let rises = after.stated.number > before.stated.number;
        let is_odd = (has_word(&verb, FALLS) && !has_word(&verb, RISES) && rises)
            || (has_word(&verb, RISES)
                && !has_word(&verb, FALLS)
                && after.stated.number < before.stated.number);
        if is_odd && one.stated.is_plain() && other.stated.is_plain() {
            out.push(doubt(
                DoubtKind::Growth,
                after.id,
                &[before.id],
                reckoning(sentence, before, after, after),
            ));
        }
    }
}

const MORE: &[&str] = &["more", "higher", "above", "up", "greater", "larger"];
const LESS: &[&str] = &["less", "fewer", "lower", "below", "down", "smaller"];

/// "4.8 million, 20 per cent more than the 4 million".
fn is_than(sentence: &Sentence<'_>, after: &At, change: &At, before: &At) -> bool {
    let (gap, than) = (sentence.between(after, change), sentence.between(change, before));
    (has_word(&than, MORE) || has_word(&than, LESS))
        && ends_with(&than, &["than", "than the", "from", "from the", "on", "on the"])
        && count_words(&than) <= 3
        && !than.contains([',', '–', '—'])
        && count_words(&gap) <= 5
        && !gap.contains([';', ':'])
}

/// Which of two figures is that from which the other came.
fn ends<'a>(sentence: &Sentence<'_>, one: &'a At, other: &'a At) -> Option<(&'a At, &'a At)> {
    let (before, between) = (sentence.before(one), sentence.between(one, other));
    if count_words(&between) > 6 || between.contains([';', ':', '(']) {
        return None;
    }
    if ends_with(&before, &["from"]) && ends_with(&between, &["to"]) {
        return Some((one, other));
    }
    let is_back = ends_with(&between, &["from", "compared with", "against", "up from", "down from"]);
    (ends_with(&before, &["to"]) && is_back).then_some((other, one))
}

/// Whether a figure beside the two tells the change between them.
fn is_change(sentence: &Sentence<'_>, change: &At, one: &At, other: &At) -> bool {
    let is_percent = change.stated.measure == Measure::Percent { points: false };
    let counts_points = change.stated.measure == Measure::Count
        && super::figures::begins_with(&sentence.behind(change), &["points", "point", "percentage points"]);
    let is_points = matches!(one.stated.measure, Measure::Percent { .. })
        && (change.stated.measure == Measure::Percent { points: true } || counts_points);
    if change.span.end() <= one.span.start() {
        let gap = sentence.between(change, one);
        let before = last_words(&sentence.before(change), 3);
        let moves = has_word(&before, RISES) || has_word(&before, FALLS);
        return moves
            && (is_percent && !change.is_like(one) || is_points || change.is_like(one))
            && count_words(&gap) <= 3
            && ends_with(&gap, &["to", "from"]);
    }
    let gap = sentence.between(other, change);
    let moves = has_word(&gap, RISES) || has_word(&gap, FALLS) || has_word(&gap, &["by"]);
    let behind: String = last_first(&sentence.behind(change), 2);
    let is_named = has_word(&behind, RISES) || has_word(&behind, FALLS);
    let leads = ends_with(&gap, &["of", "by", "up", "down", "gain", "a", "about", "or"])
        || gap.trim_start().starts_with(',');
    let is_told = moves && leads || is_named && ends_with(&gap, &["a", "an"]) || gap.trim() == "(";
    (is_percent && !change.is_like(one) || is_points || change.is_like(one) && moves)
        && is_told
        && count_words(&gap) <= 4
        && !gap.contains(';')
}

fn last_words(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.get(words.len().saturating_sub(count)..).unwrap_or_default().join(" ")
}

fn last_first(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

fn comes_out(before: &At, after: &At, change: &At) -> Option<bool> {
    let (a, b) = (before.stated.close()?, after.stated.close()?);
    let rises = after.stated.number >= before.stated.number;
    let (small, great) = if rises { (a, b) } else { (b, a) };
    if change.stated.measure != (Measure::Percent { points: false }) || change.is_like(before) {
        let told = change.stated.wide()?;
        let real = great.minus(small)?;
        return Some(within(real, told, change.stated.modifier));
    }
    let hundred = Range::exactly(Decimal::from(100));
    let percent = change.stated.percent()?;
    // What it is to what it was, times a hundred.
    let factor = if rises { hundred.plus(percent)? } else { hundred.minus(percent)? };
    if factor.low < Decimal::ZERO || a.low < Decimal::ZERO {
        return None;
    }
    let (real, told) = (b.times(hundred)?, a.times(factor)?);
    let modifier = change.stated.modifier;
    Some(if rises { within(real, told, modifier) } else { within(told, real, modifier) })
}

/// Whether what is reckoned may be what is told.
fn within(real: Range, told: Range, modifier: Option<Modifier>) -> bool {
    match modifier {
        Some(Modifier::MoreThan | Modifier::AtLeast) => real.high >= told.low,
        Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo) => real.low <= told.high,
        _ => real.meets(told),
    }
}

/// A number in per cent of another, to a tenth.
pub(super) fn ratio(number: Decimal, of: Decimal) -> Option<Decimal> {
    // Both as integers of one scale.
    let scale = (0..=9).find(|power| {
        [number, of].iter().all(|it| it.scaled(*power).and_then(Decimal::to_integer).is_some())
    })?;
    let integer = |number: Decimal| number.scaled(scale)?.to_integer();
    let tenths = integer(number)?.checked_mul(10_000)?.checked_div(integer(of)?)?;
    // To the nearest tenth of a per cent.
    let tenths = (tenths + if tenths < 0 { -5 } else { 5 }) / 10;
    Some(Decimal::new(tenths, 1))
}

fn reckoning(sentence: &Sentence<'_>, before: &At, after: &At, change: &At) -> String {
    let words = |at: &At| sentence.words(at).trim_start_matches(['$', '€', '£']).to_owned();
    let steps = format!("{} → {}", words(before), words(after));
    let difference = after.stated.number.checked_add(before.stated.number.negated());
    if change.stated.measure == (Measure::Percent { points: false }) && !change.is_like(before) {
        let percent = difference.and_then(|difference| ratio(difference, before.stated.number));
        return percent.map_or(steps.clone(), |percent| {
            let sign = if percent < Decimal::ZERO { "" } else { "+" };
            format!("{steps} = {sign}{percent} %")
        });
    }
    difference.map_or(steps.clone(), |difference| {
        let sign = if difference < Decimal::ZERO { "" } else { "+" };
        format!("{steps} = {sign}{difference}")
    })
}
