//! Sums: "12 from Lima and 7 from Quito, 19 in all".

use super::figures::{At, Sentence, begins_with, count_words, ends_with, has_word};
use super::{Doubt, DoubtKind, doubt};
use crate::facts::stated::Measure;
use crate::value::Modifier;

const TOTAL_BEFORE: &[&str] = &[
    "total of", "totalling", "totaling", "totalled", "totaled", "altogether", "in all", "combined total of",
    "adding up to", "for a total of", "the total to", "total to", "in total",
];
const TOTAL_BEHIND: &[&str] = &["in all", "in total", "altogether", "all told", "overall", "combined"];
/// Words that let the parts be some of the whole only.
const SOME: &[&str] =
    &["including", "among", "includes", "included", "least", "whom", "which", "besides", "than", "excluding"];

/// Parts that a sentence lists, and the total it gives; and parts that are more than their whole.
pub(super) fn find(sentence: &Sentence<'_>, out: &mut Vec<Doubt>) {
    let figures = sentence.figures;
    for (at, total) in figures.iter().enumerate() {
        if matches!(total.stated.measure, Measure::Percent { points: true }) {
            continue;
        }
        let is_total = ends_with(&sentence.before(total), TOTAL_BEFORE)
            || is_total_behind(&sentence.behind(total))
            || is_total_of_list(sentence, at);
        if is_total {
            let earlier = figures.get(..at).unwrap_or_default();
            let parts: Vec<&At> = earlier.iter().rev().take_while(|it| it.is_like(total)).collect();
            let parts: Vec<&At> = parts.into_iter().rev().collect();
            let parts = list_at_end(sentence, &parts);
            let later: Vec<&At> =
                figures.get(at + 1..).unwrap_or_default().iter().take_while(|it| it.is_like(total)).collect();
            if is_list(sentence, parts) && is_beside(sentence, parts.last().copied(), Some(total)) {
                check(sentence, total, parts, out);
            } else if parts.len() < 2 && is_list(sentence, &later) && is_told_apart(sentence, total, &later) {
                check(sentence, total, &later, out);
            }
        }
        // A part cannot be more than its whole.
        if let Some(part) = figures.get(at + 1).filter(|it| it.is_like(total)) {
            let between = sentence.between(total, part);
            let is_part = ends_with(
                &between,
                &["including", "among them", "of whom", "of which", "including at least"],
            );
            let bounds = [total, part].map(|it| it.stated.is_plain());
            if is_part
                && count_words(&between) <= 4
                && bounds == [true, true]
                && part.stated.number > total.stated.number
            {
                let reckoning = format!("{} > {}", sentence.words(part), sentence.words(total));
                out.push(doubt(DoubtKind::Sum, part.id, &[total.id], reckoning));
            }
        }
    }
}

/// Whether a figure is told before a colon or a dash, and all others of the sentence are a list behind that: "18
/// arrests: 11 in Kano and 7 in Lagos".
fn is_total_of_list(sentence: &Sentence<'_>, at: usize) -> bool {
    let rest: Vec<&At> = sentence.figures.get(at + 1..).unwrap_or_default().iter().collect();
    let (Some(total), Some(first)) = (sentence.figures.get(at), rest.first()) else { return false };
    let gap = sentence.between(total, first);
    let stops = gap.trim_end().ends_with([':', '–', '—']) || gap.trim_end().ends_with("--");
    let has_own = |part: &At| {
        is_total_behind(&sentence.behind(part)) || ends_with(&sentence.before(part), TOTAL_BEFORE)
    };
    stops
        && !rest.iter().any(|part| has_own(part))
        && total.stated.is_plain()
        && rest.iter().all(|part| part.is_like(total))
        && is_list(sentence, &rest)
}

fn is_total_behind(behind: &str) -> bool {
    let words: Vec<&str> = behind.split_whitespace().take(4).collect();
    let rest = words.join(" ");
    (0..2).any(|skip| {
        let rest = rest.splitn(skip + 1, ' ').nth(skip).unwrap_or_default();
        begins_with(rest, TOTAL_BEHIND)
    })
}

/// As many of the last figures as stand in a list.
fn list_at_end<'a, 'f>(sentence: &Sentence<'_>, parts: &'a [&'f At]) -> &'a [&'f At] {
    let lists = (0..parts.len()).filter_map(|from| parts.get(from..));
    lists.into_iter().find(|parts| is_list(sentence, parts)).unwrap_or_default()
}

/// Whether these stand in a list: each behind the other with a comma, "and" or "plus" between.
fn is_list(sentence: &Sentence<'_>, parts: &[&At]) -> bool {
    parts.len() >= 2
        && parts.iter().all(|part| part.stated.is_plain())
        && parts.windows(2).all(|pair| {
            let [one, other] = pair else { return false };
            let between = sentence.between(one, other);
            let joins = between.contains(',') || has_word(&between, &["and", "plus", "to"]);
            joins && count_words(&between) <= 8 && !has_word(&between, SOME) && !between.contains(';')
        })
}

fn is_beside(sentence: &Sentence<'_>, last: Option<&At>, total: Option<&At>) -> bool {
    let (Some(last), Some(total)) = (last, total) else { return false };
    let gap = sentence.between(last, total);
    count_words(&gap) <= 9 && !has_word(&gap, SOME) && gap.contains([',', '–', '—', '(', ':'])
}

/// Whether the parts are said to be all of the total: behind a colon, a dash or a bracket, or a comma near by.
fn is_told_apart(sentence: &Sentence<'_>, total: &At, parts: &[&At]) -> bool {
    let Some(first) = parts.first() else { return false };
    let gap = sentence.between(total, first);
    let ends = gap.trim_end();
    count_words(&gap) <= 6
        && !has_word(&gap, SOME)
        && (ends.ends_with([':', '–', '—', '(', ',']) || ends.ends_with("--"))
}

fn check(sentence: &Sentence<'_>, total: &At, parts: &[&At], out: &mut Vec<Doubt>) {
    let mut ranges = parts.iter().map(|part| part.stated.range());
    let Some(Some(first)) = ranges.next() else { return };
    let Some(sum) = ranges.try_fold(first, |sum, range| sum.plus(range?)) else { return };
    // Counts are exact: halves of them do not add up.
    let is_exact = total.stated.measure == Measure::Count;
    let told = match is_exact {
        true => total.stated.range(),
        false => total.stated.wide(),
    };
    let Some(told) = told else { return };
    let exact = parts
        .iter()
        .map(|part| part.stated.number)
        .try_fold(crate::value::Decimal::ZERO, |a, b| a.checked_add(b));
    let comes_out = match total.stated.modifier {
        Some(Modifier::MoreThan | Modifier::AtLeast) => sum.high >= told.low,
        Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo) => sum.low <= told.high,
        Some(_) => sum.meets(told),
        None if is_exact && total.stated.number.to_integer().is_some_and(|it| it < 1000) => {
            exact == Some(total.stated.number)
        }
        None => sum.meets(told),
    };
    if !comes_out {
        let words: Vec<&str> = parts.iter().map(|part| sentence.words(part)).collect();
        let result = exact.map(|exact| format!(" = {exact}")).unwrap_or_default();
        let from: Vec<_> = parts.iter().map(|part| part.id).collect();
        out.push(doubt(DoubtKind::Sum, total.id, &from, format!("{}{result}", words.join(" + "))));
    }
}
