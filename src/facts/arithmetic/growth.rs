//! Growth: "rose from $2.1bn to $2.3bn, up 9.5 %".

use super::figures::{At, Sentence, begins_with, count_words, ends_with, first_words, has_word, last_words};
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

/// Words that tell a change without its direction, and those that lead to it.
const CHANGES: &[&str] = &["change", "changed", "by", "difference", "points", "point", "below", "above"];
const MORE: &[&str] = &["more", "higher", "above", "greater", "larger", "over"];
const LESS: &[&str] = &["less", "fewer", "lower", "below", "smaller", "under"];
/// Words before what something was.
const FROM: &[&str] = &["from", "than", "compared", "against", "below", "above", "under", "over", "on"];
/// Words that say how many times as much it is now.
const TIMES: &[(&str, i64)] = &[("doubled", 2), ("tripled", 3), ("trebled", 3), ("quadrupled", 4)];

/// Two figures, from one to the other, with the change between them told as well: in whatever order the three
/// stand, as long as the words say that they are that.
pub(super) fn find(sentence: &Sentence<'_>, out: &mut Vec<Doubt>) {
    for three in sentence.figures.windows(3) {
        let [x, y, z] = three else { continue };
        let found = [(x, y, z), (y, x, z), (z, x, y)].into_iter().find(|(change, one, other)| {
            is_change(sentence, change, one, other) && is_from(sentence, one, other)
        });
        let Some((change, one, other)) = found else { continue };
        // Which of the two came first is of no account to whether any reading comes out.
        let fits = [(one, other), (other, one)].map(|(before, after)| comes_out(before, after, change));
        if fits.contains(&Some(true)) || fits.contains(&None) {
            continue;
        }
        let (before, after) = ends(sentence, one, other).unwrap_or((one, other));
        let from = [one.id, other.id];
        out.push(doubt(DoubtKind::Growth, change.id, &from, reckoning(sentence, before, after, change)));
    }
    for pair in sentence.figures.windows(2) {
        let [one, other] = pair else { continue };
        if !one.is_like(other) || !one.stated.is_plain() || !other.stated.is_plain() {
            continue;
        }
        let Some((before, after)) = ends(sentence, one, other) else { continue };
        let verb = last_words(&sentence.before(one), 4);
        let rises = after.stated.number > before.stated.number;
        let is_odd = (has_word(&verb, FALLS) && !has_word(&verb, RISES) && rises)
            || (has_word(&verb, RISES)
                && !has_word(&verb, FALLS)
                && after.stated.number < before.stated.number);
        if is_odd || is_other_multiple(&verb, before, after) {
            out.push(doubt(
                DoubtKind::Growth,
                after.id,
                &[before.id],
                reckoning(sentence, before, after, after),
            ));
        }
    }
}

/// "Doubled to 40 from 30".
fn is_other_multiple(verb: &str, before: &At, after: &At) -> bool {
    let Some((_, times)) = TIMES.iter().find(|(word, _)| has_word(verb, &[word])) else { return false };
    let reach = |percent: i64| before.stated.number.checked_mul(Decimal::new(i128::from(times * percent), 2));
    // "More than" and "nearly" may stand before it.
    let (least, most) = match () {
        () if has_word(verb, &["more", "than", "over"]) => (95, 100 + 100 / times),
        () if has_word(verb, &["nearly", "almost"]) => (75, 105),
        () => (85, 115),
    };
    !reach(least).zip(reach(most)).is_some_and(|(least, most)| (least..=most).contains(&after.stated.number))
}

/// Whether a figure tells the change between two others, by its kind and the words beside it.
fn is_change(sentence: &Sentence<'_>, change: &At, one: &At, other: &At) -> bool {
    let clause = sentence.behind(change);
    let clause = clause.split([',', ';', ':', '–', '—']).next().unwrap_or_default();
    let clause = clause.split("--").next().unwrap_or_default();
    let (before, behind) = (last_words(&sentence.before(change), 4), first_words(clause, 4));
    let is_percent = change.stated.measure == Measure::Percent { points: false };
    let counts_points = change.stated.measure == Measure::Count
        && begins_with(&behind, &["points", "point", "percentage points"]);
    let are_percents = matches!(one.stated.measure, Measure::Percent { points: false });
    let is_of_kind = match () {
        () if are_percents => change.stated.measure == Measure::Percent { points: true } || counts_points,
        () if is_percent => true,
        () => change.is_like(one) && has_word(&before, &["by", "of", "up", "down"]),
    };
    let leads = [RISES, FALLS, CHANGES].iter().any(|words| has_word(&before, words));
    let follows = [RISES, FALLS, CHANGES, MORE, LESS].iter().any(|words| has_word(&behind, words));
    let says_so = leads || follows || before.trim_end().ends_with('(') && behind.starts_with(')');
    is_of_kind && says_so && one.is_like(other) && one.stated.to.is_none() && other.stated.to.is_none()
}

/// Whether one of two figures is what the other was before: a word like "from" leads to it.
fn is_from(sentence: &Sentence<'_>, one: &At, other: &At) -> bool {
    let leads = |at: &At| has_word(&last_words(&sentence.before(at), 3), FROM);
    let reaches = |at: &At| count_words(&sentence.before(at)) <= 12 && !sentence.before(at).contains(';');
    let second = if one.span.start() < other.span.start() { other } else { one };
    (leads(one) || leads(other)) && reaches(second)
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
