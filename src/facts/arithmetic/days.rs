//! Days: a weekday and its date, an age and the date of birth, a length of time and its ends.

use jiff::civil::{Date, Weekday};

use super::figures::{Figures, count_words, ends_with, has_word};
use super::{Doubt, DoubtKind, doubt};
use crate::annotation::{Annotation, AnnotationId};
use crate::facts::reading::{Reading, is_fact};
use crate::facts::stated::Measure;
use crate::text::Span;
use crate::value::{Timex, Value, days_between, read_day};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A date, time or length at its place.
struct At<'d> {
    id: AnnotationId,
    span: Span,
    words: String,
    timex: &'d Timex,
}

pub(super) fn find(reading: &Reading<'_>, figures: &Figures<'_>, out: &mut Vec<Doubt>) {
    let document = reading.document;
    let read = |annotation: &'_ std::sync::Arc<Annotation>| match &annotation.value {
        Some(Value::Timex(_)) => Some((annotation.id, annotation.span)),
        _ => None,
    };
    let facts = document.annotations().iter().filter(|it| is_fact(it));
    let times: Vec<At<'_>> = facts
        .filter_map(|annotation| {
            let (id, span) = read(annotation)?;
            let Some(Value::Timex(timex)) = &annotation.value else { return None };
            Some(At { id, span, words: document.quote(annotation).to_lowercase(), timex })
        })
        .collect();
    weekdays(reading, &times, out);
    lengths(reading, &times, out);
    ages(reading, figures, &times, out);
}

/// The one weekday that a text names.
fn weekday(words: &str) -> Option<Weekday> {
    let mut found = WEEKDAYS.iter().filter(|(name, _)| has_word(words, &[name]));
    found.next().filter(|_| found.next().is_none()).map(|(_, day)| *day)
}

fn one_day(timex: &Timex) -> Option<Date> {
    let (from, to) = timex.days()?;
    (from == to && timex.modifier.is_none()).then_some(from)
}

/// Whether the words name a day by its number: "July 2", "2 July", "7/2".
fn names_a_day(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
}

fn weekdays(reading: &Reading<'_>, times: &[At<'_>], out: &mut Vec<Doubt>) {
    for at in times {
        if let (Some(named), Some(date)) = (weekday(&at.words), one_day(at.timex))
            && names_a_day(&at.words)
            && let Some(meant) = nearest(date, &at.words, reading.document.published)
            && meant.weekday() != named
        {
            out.push(doubt(DoubtKind::Weekday, at.id, &[], says(meant)));
        }
    }
    for pair in times.windows(2) {
        let [one, other] = pair else { continue };
        let between = reading.text().get(one.span.end()..other.span.start()).unwrap_or("?");
        if !matches!(between.trim(), "," | "(" | "" | ", the") || between.contains('\n') {
            continue;
        }
        for (name, full) in [(one, other), (other, one)] {
            let Some(named) = weekday(&name.words).filter(|_| !names_a_day(&name.words)) else { continue };
            if let Some(date) = one_day(full.timex)
                && names_a_day(&full.words)
                && weekday(&full.words).is_none()
                && date.weekday() != named
            {
                out.push(doubt(DoubtKind::Weekday, full.id, &[name.id], says(date)));
            }
        }
    }
}

/// The day that a date means: without its year the one next to the day of publication, whatever weekday it is
/// said to be.
fn nearest(date: Date, words: &str, published: Option<Date>) -> Option<Date> {
    let year = date.year().to_string();
    let Some(published) = published.filter(|_| !words.contains(&year)) else { return Some(date) };
    let of_year = |year: i16| Date::new(year, date.month(), date.day()).ok();
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let days = |day: &Date| days_between(published, *day).abs();
    years.into_iter().filter_map(of_year).min_by_key(days)
}

fn says(date: Date) -> String {
    let name = WEEKDAYS.iter().find(|(_, day)| *day == date.weekday()).map_or("", |(name, _)| name);
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    format!("{date} = {}{}", first.into_iter().collect::<String>(), letters.as_str())
}

/// A length of one unit: how many, and of what.
fn length(timex: &Timex) -> Option<(i64, char)> {
    let code = timex.timex.strip_prefix('P').filter(|_| timex.modifier.is_none() && timex.ends.is_none())?;
    let unit = code.chars().last()?;
    Some((code.strip_suffix(unit)?.parse().ok()?, unit))
}

/// "The three-day summit, July 9-11".
fn lengths(reading: &Reading<'_>, times: &[At<'_>], out: &mut Vec<Doubt>) {
    for pair in times.windows(2) {
        let [one, other] = pair else { continue };
        let between =
            reading.text().get(one.span.end()..other.span.start()).unwrap_or_default().to_lowercase();
        let is_apart = between.contains(['\n', ';', ':']) || count_words(&between) > 4;
        // Of what happens in between, the ends are not those of the length.
        if is_apart
            || has_word(&between, &["before", "after", "until", "since", "and", "by", "ago", "later", "or"])
        {
            continue;
        }
        for (length_at, ends_at) in [(one, other), (other, one)] {
            let Some((count, unit)) = length(length_at.timex) else { continue };
            let Some((from, to)) = ends_at.timex.timex.split_once('/') else { continue };
            let real = match (unit, read_day(from), read_day(to)) {
                ('D', Some(from), Some(to)) => days_between(from, to),
                ('W', Some(from), Some(to)) => days_between(from, to) / 7,
                ('Y', ..) if from.len() == 4 && to.len() == 4 => {
                    let (Ok(from), Ok(to)) = (from.parse::<i64>(), to.parse::<i64>()) else { continue };
                    to - from
                }
                _ => continue,
            };
            // Both ends may count, or one.
            if count != real && count != real + 1 {
                let reckoning = format!("{} = {}", ends_at.timex.timex.replace('/', " – "), real + 1);
                out.push(doubt(DoubtKind::Length, length_at.id, &[ends_at.id], reckoning));
            }
        }
    }
}

/// "Maria Lopez, 50, was born on 14 November 1954".
fn ages(reading: &Reading<'_>, figures: &Figures<'_>, times: &[At<'_>], out: &mut Vec<Doubt>) {
    let Some(published) = reading.document.published else { return };
    for sentence in figures.sentences() {
        let is_age = |it: &&super::figures::At| match &it.stated.measure {
            Measure::Unit(unit) => unit == "year",
            // "The mayor, 54, was born", "is now 34"
            Measure::Count => {
                let (before, behind) = (sentence.before(it), sentence.behind(it));
                let is_apart = before.trim_end().ends_with(',') && behind.starts_with(',');
                let stands_alone = is_apart || before.ends_with('(') && behind.starts_with(')');
                let is_last = behind.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
                stands_alone
                    || is_last && ends_with(&before, &["now", "is", "turned", "aged", "age", "is now"])
            }
            _ => false,
        };
        let mut ages = sentence.figures.iter().filter(is_age);
        let (Some(age), None) = (ages.next(), ages.next()) else { continue };
        let Some(years) = age.stated.number.to_integer().filter(|_| age.stated.is_plain()) else { continue };
        let whole = reading.sentences.get(age.sentence).copied().unwrap_or(age.span);
        let of_sentence = times.iter().filter(|at| whole.contains(at.span));
        for at in of_sentence {
            let before =
                reading.text().get(whole.start()..at.span.start()).unwrap_or_default().to_lowercase();
            let words: Vec<&str> = before.split_whitespace().collect();
            let near = words.get(words.len().saturating_sub(4)..).unwrap_or_default();
            let Some((from, to)) = at.timex.days().filter(|_| near.contains(&"born")) else { continue };
            let (Some(most), Some(least)) = (years_between(from, published), years_between(to, published))
            else {
                continue;
            };
            // Who died, or did something, a year ago was younger; who was born in a year may have had no birthday.
            let reaches = if from == to { (least, most) } else { (least - 1, most + 1) };
            if years < reaches.0 - 1 || years > reaches.1 {
                out.push(doubt(DoubtKind::Age, age.id, &[at.id], format!("{from} → {published} = {most}")));
            }
        }
    }
}

/// Whole years from one day to another.
fn years_between(from: Date, to: Date) -> Option<i128> {
    let years = i128::from(to.year()) - i128::from(from.year());
    let had = (to.month(), to.day()) >= (from.month(), from.day());
    Some(if had { years } else { years - 1 }).filter(|years| *years >= 0)
}
