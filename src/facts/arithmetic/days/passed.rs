//! Years that have passed until now: anniversaries, ages of things.

use super::points::{length, lower, not_so_long, year_told, years};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Passage, Time, What};
use crate::facts::stated::Measure;

/// "Sixty years of independence, won in 1976, will be feted", "it is 120 years since the quake of 1916", "which opened in
/// 1950, is 85 years old this year": years that have passed until now.
pub(super) fn since(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let Some(published) = passage.reading.document.published else { return };
    let items = passage.sentence(sentence);
    let times = passage.times_of(sentence);
    let this = i64::from(published.year());
    let told: Vec<(&Time, i64)> = times
        .iter()
        .filter_map(|it| Some((it, year_told(passage, it)?)))
        .filter(|(_, year)| *year < this - 1)
        .collect();
    let [(then, year)] = told.as_slice() else { return };
    // Lengths of years, also as ages of things.
    let of_times = times.iter().filter_map(|it| {
        length(it).filter(|(_, unit)| *unit == 'Y').map(|(count, _)| (it.item, it.id, it.span, count))
    });
    let of_figures = passage.figures_of(sentence).iter().filter_map(|it| {
        let is_year = it.stated.measure == Measure::Unit("year".into()) && it.is_plain();
        (is_year && passage.words(it.span).contains("old")).then(|| (it.item, it.id, it.span, it.number()))
    });
    let lengths: Vec<_> = of_times.chain(of_figures).collect();
    let [(item, id, span, count)] = lengths.as_slice() else { return };
    let is_now = passage.has_word(
        items.clone(),
        &["will", "is", "are", "celebrates", "celebrate", "marks", "mark", "toast", "today", "turns"],
    ) || times
        .iter()
        .any(|it| matches!(lower(passage, it).as_str(), "this year" | "today" | "this week" | "this month"));
    let next = passage.word(item + 1);
    let is_age = passage.words(*span).contains("old");
    let is_after = next == "after" && passage.has_word(items.clone(), &["is", "are", "will"]);
    let cue = is_age
        || is_after
        || matches!(next, "together" | "of" | "since" | "in")
        || passage.has_word(*item..(item + 4).min(items.end), &["since", "together"]);
    let persons = passage.has_word(items.clone(), &["born", "was", "were", "had"])
        && is_age
        && passage.has_word(items.clone(), &["when", "died"]);
    let is_bound = passage.has_word(
        item.saturating_sub(2).max(items.start)..*item,
        &[
            "nearly", "almost", "over", "than", "about", "some", "last", "past", "next", "least", "for",
            "in", "within",
        ],
    );
    let real = (this - year) as f64;
    if !is_now
        || !cue
        || persons
        || is_bound
        || (real - count).abs() <= 1.0
        || *count < 5.0
        || passage.has_word(items, &["ago", "before", "later"])
    {
        return;
    }
    let result = years(this - year);
    let ends = format!("{year} – {this}");
    out.push(not_so_long((DoubtKind::Length, *id, vec![then.id]), &ends, &result, passage.words(*span)));
}

/// "The centenary of Emil Roth, who was born in 1936", "the 50th anniversary of the accident in 1970".
pub(super) fn anniversaries(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let Some(published) = passage.reading.document.published else { return };
    let items = passage.sentence(sentence);
    let nth = items.clone().find_map(|at| match passage.word(at) {
        "centenary" | "centennial" => Some((at, 100)),
        "bicentenary" | "bicentennial" => Some((at, 200)),
        "tercentenary" => Some((at, 300)),
        "sesquicentennial" => Some((at, 150)),
        "anniversary" | "birthday" | "jubilee" => {
            ordinal_before(passage, at, items.start).map(|nth| (at, nth))
        }
        _ => None,
    });
    let Some((at, nth)) = nth else { return };
    // The year of what is remembered stands behind the word, in the past.
    let times = passage.times_of(sentence);
    let mut told = times.iter().filter_map(|it| Some((it, year_told(passage, it)?)));
    let this = i64::from(published.year());
    let past = told.clone().rfind(|(_, year)| *year < this - 3 || *year == this - nth);
    let future = told.find(|(_, year)| *year > this && *year <= this + 12);
    let Some((time, year)) = past else { return };
    if time.item < at && passage.has_word(time.item + 1..at, &["and", "but"]) {
        return;
    }
    let is_next = passage.has_word(items.clone(), &["next"])
        || times.iter().any(|it| passage.words(it.span).to_lowercase().contains("next"));
    let is_last = times.iter().any(|it| passage.words(it.span).to_lowercase().contains("last"));
    let when = future.map_or(this, |(_, year)| year);
    let real = when - year;
    let off = real - nth;
    let may_be = off == 0
        || off == -1 && (is_next || published.month() >= 10)
        || off == 1 && (is_last || published.month() <= 2);
    if !may_be {
        let result = years(real);
        let ends = format!("{year} – {when}");
        out.push(not_so_long((DoubtKind::Length, time.id, Vec::new()), &ends, &result, &years(nth)));
    }
}

/// The number that an ordinal right before an item tells: "the 50th anniversary", "the tenth".
fn ordinal_before(passage: &Passage<'_>, at: usize, start: usize) -> Option<i64> {
    let near = passage.items.get(at.saturating_sub(3).max(start)..at)?;
    near.iter().find_map(|item| match item.what {
        What::Figure(number) => {
            let figure = passage.figures.get(number).filter(|it| it.stated.measure == Measure::Rank)?;
            figure.stated.number.to_integer().and_then(|nth| i64::try_from(nth).ok())
        }
        _ => None,
    })
}
