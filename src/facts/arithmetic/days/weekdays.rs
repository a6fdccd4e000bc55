//! A weekday and its date.

use jiff::civil::{Date, Weekday};

use super::points::{lower, names_a_day};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Passage, Time};
use crate::value::{WEEKDAYS, day, days_between};
use crate::words;

pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    let published = passage.reading.document.published;
    for time in &passage.times {
        let words = lower(passage, time);
        if let (Some(named), Some(date)) = (weekday(&words), one_day(time))
            && names_a_day(&words)
            && let Some(meant) = nearest(date, &words, published)
            && meant.weekday() != named
        {
            out.push(Tie::of(DoubtKind::Weekday, time.id, Vec::new()).doubted(says(meant, named)));
        }
    }
    for pair in passage.times.windows(2) {
        let [one, other] = pair else { continue };
        if !are_of_one_day(passage, one, other) {
            continue;
        }
        for (name, full) in [(one, other), (other, one)] {
            let (short, words) = (lower(passage, name), lower(passage, full));
            let Some(named) = weekday(&short).filter(|_| !names_a_day(&short)) else { continue };
            if let Some(date) = one_day(full).and_then(|date| nearest(date, &words, published))
                && names_a_day(&words)
                && weekday(&words).is_none()
                && date.weekday() != named
            {
                out.push(Tie::of(DoubtKind::Weekday, full.id, vec![name.id]).doubted(says(date, named)));
            }
        }
    }
}

/// Whether only words that set one name of a day beside another stand between: "Monday (15 May)", "August 15, which
/// falls on a Monday this year".
fn are_of_one_day(passage: &Passage<'_>, one: &Time, other: &Time) -> bool {
    const APPOSED: &[&str] = &["which", "that", "falls", "fell", "is", "was", "will", "be", "on", "a", "the"];
    let between = passage.text().get(one.span.end()..other.span.start()).unwrap_or("\n");
    let gap = one.item + 1..other.item;
    let are_small = gap.clone().all(|at| {
        let word = passage.word(at);
        word.is_empty() && passage.is_sign(at, &[',', '(', '–', '—']) || APPOSED.contains(&word)
    });
    are_small && gap.len() <= 6 && !between.contains('\n')
}

/// The one weekday that a text in small letters names.
fn weekday(text: &str) -> Option<Weekday> {
    let names =
        |name: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(name));
    let mut found = (0..).zip(WEEKDAYS).filter(|(_, name)| names(name));
    let (number, _) = found.next().filter(|_| found.next().is_none())?;
    Weekday::from_monday_zero_offset(number).ok()
}

#[inline(never)]
fn one_day(time: &Time) -> Option<Date> {
    let (from, to) = time.timex.days()?;
    (from == to).then_some(from)
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

fn says(date: Date, named: Weekday) -> String {
    let name = |weekday: Weekday| {
        WEEKDAYS.get(weekday.to_monday_zero_offset() as usize).copied().unwrap_or_default()
    };
    words::ReckonedWeekday { date: &day(date), weekday: &name(date.weekday()), told: &name(named) }.text()
}
