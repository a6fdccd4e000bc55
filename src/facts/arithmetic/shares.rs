//! Shares: "19 of 32 members, or 59 per cent".

use super::figures::{At, Sentence, count_words, ends_with, has_word};
use super::{Doubt, DoubtKind, doubt};
use crate::facts::stated::{Measure, Range};
use crate::value::{Decimal, Modifier};

/// How many points a share lies above "more than" a percentage at most, or below "nearly".
const NEAR: i64 = 10;

/// How many points a fraction in words may be off.
const FRACTION: i64 = 3;

/// A percentage says of a part and a whole that stand before it, or in brackets behind it, what they make.
pub(super) fn find(sentence: &Sentence<'_>, out: &mut Vec<Doubt>) {
    let figures = sentence.figures;
    for (at, percent) in figures.iter().enumerate() {
        let is_fraction = percent.stated.measure == Measure::Count
            && percent.stated.number > Decimal::ZERO
            && percent.stated.number < Decimal::ONE;
        if percent.stated.measure != (Measure::Percent { points: false }) && !is_fraction {
            continue;
        }
        let earlier = at.checked_sub(2).and_then(|from| figures.get(from..at));
        let later = figures.get(at + 1..at + 3);
        for (pair, comes_before) in [(earlier, true), (later, false)] {
            let Some([one, other]) = pair else { continue };
            if one.is_like(other)
                && !matches!(one.stated.measure, Measure::Percent { .. })
                && let Some((part, whole)) = part_and_whole(sentence, one, other)
                && is_share(sentence, percent, one, other, comes_before)
                && comes_out(part, whole, percent) == Some(false)
            {
                let share = share(part, whole).map(|share| format!(" = {share} %")).unwrap_or_default();
                let reckoning = format!("{} / {}{share}", sentence.words(part), sentence.words(whole));
                out.push(doubt(DoubtKind::Share, percent.id, &[one.id, other.id], reckoning));
            }
        }
    }
    for pair in figures.windows(2) {
        let [one, other] = pair else { continue };
        let is_more = one.is_like(other) && one.stated.is_plain() && other.stated.is_plain();
        if is_more
            && one.stated.measure == Measure::Count
            && part_and_whole(sentence, one, other).is_some_and(|(part, _)| part.id == one.id)
            && one.stated.number > other.stated.number
        {
            let reckoning = format!("{} > {}", sentence.words(one), sentence.words(other));
            out.push(doubt(DoubtKind::Share, one.id, &[other.id], reckoning));
        }
    }
}

/// Which of two figures is part of the other: "19 of the 32", "of the 32 members, 19".
fn part_and_whole<'a>(sentence: &Sentence<'_>, one: &'a At, other: &'a At) -> Option<(&'a At, &'a At)> {
    let between = sentence.between(one, other);
    let of_all =
        &["of", "out of", "of the", "of its", "of their", "of all", "out of the", "of some", "of a total of"];
    if count_words(&between) <= 5
        && ends_with(&between, of_all)
        && !between.contains([',', ';', ':'])
        && !has_word(
            &between,
            &["up", "was", "were", "is", "are", "made", "consists", "consisted", "composed"],
        )
    {
        return Some((one, other));
    }
    let is_of = ends_with(&sentence.before(one), &["of", "of the", "of its", "of their", "of all"]);
    let is_next = count_words(&between) <= 4 && between.contains(',');
    let from_of = sentence.before(one);
    let begins = from_of.trim_start().starts_with("of ") && count_words(&from_of) <= 2;
    (is_of && is_next && begins).then_some((other, one))
}

/// Whether the words say that the percentage is that of the two.
fn is_share(sentence: &Sentence<'_>, percent: &At, one: &At, other: &At, comes_before: bool) -> bool {
    let gap = if comes_before { sentence.between(other, percent) } else { sentence.between(percent, one) };
    let trimmed = gap.trim_end();
    let is_said = ends_with(trimmed, &["or", "or about", "or around", "or nearly", "or some"])
        || trimmed.ends_with(['(', '–', '—']);
    // "Nine of the 12 judges, 75 %, agreed": between commas.
    let is_between = comes_before && trimmed.ends_with(',') && sentence.behind(percent).starts_with(',');
    let is_said = is_said || is_between;
    let is_short = count_words(&gap) <= 5 && !gap.contains(';');
    is_said && is_short
}

fn comes_out(part: &At, whole: &At, percent: &At) -> Option<bool> {
    let hundred = Range::exactly(Decimal::from(100));
    let parts = part.stated.range()?.times(hundred)?;
    let told = match percent.stated.measure {
        // "A third" is told of what is near it.
        Measure::Count => {
            let share = percent.stated.number.checked_mul(Decimal::from(100))?;
            Range {
                low: share.checked_add(Decimal::from(-FRACTION))?,
                high: share.checked_add(Decimal::from(FRACTION))?,
            }
        }
        _ => percent.stated.percent()?,
    };
    let shares = told.times(whole.stated.range()?)?;
    // "More than" and "nearly" are said of what is near.
    let near = Range::exactly(Decimal::from(NEAR)).times(whole.stated.range()?)?;
    Some(match percent.stated.modifier {
        Some(Modifier::MoreThan | Modifier::AtLeast) => {
            parts.high >= shares.low && parts.low <= shares.high.checked_add(near.high)?
        }
        Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo) => {
            parts.low <= shares.high && parts.high >= shares.low.checked_add(near.high.negated())?
        }
        _ => parts.meets(shares),
    })
}

/// The share in per cent, to a tenth.
fn share(part: &At, whole: &At) -> Option<Decimal> {
    super::growth::ratio(part.stated.number, whole.stated.number)
}
