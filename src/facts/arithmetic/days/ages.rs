//! An age and a birth, and what cannot come before a birth.

use jiff::civil::Date;

use super::points::{is_led, not_so_long, year_told, years};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Fig, NameKind, Passage, Time, What};
use crate::facts::stated::Measure;
use crate::words;

/// "Maria Lopez, 50, was born on 14 November 1954".
pub(super) fn ages(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let times = passage.times_of(sentence);
    let born = times.iter().find(|it| is_led(passage, it, &["born"]) && it.timex.days().is_some());
    let Some(born) = born else { return };
    let Some((from, to)) = born.timex.days() else { return };
    let figures = passage.figures_of(sentence);
    let mut ages = figures.iter().filter(|it| is_age(passage, it));
    let (Some(age), None) = (ages.next(), ages.next()) else { return };
    let Some(age_told) =
        age.stated.number.to_integer().and_then(|it| i64::try_from(it).ok()).filter(|_| age.is_plain())
    else {
        return;
    };
    // Who has died was as old on that day, not today.
    let died = times.iter().find(|it| it.id != born.id && is_led(passage, it, &["died", "death", "killed"]));
    let has_died = passage
        .has_word(passage.sentence(sentence), &["died", "death", "dead", "killed", "when", "until", "then"]);
    let other_day = times.iter().any(|it| it.id != born.id);
    let until = match died {
        Some(died) => died.timex.days(),
        None if has_died && other_day => None,
        None => passage.reading.document.published.map(|day| (day, day)),
    };
    let Some((until, latest)) = until else { return };
    let (least, most) = (years_between(to, until), years_between(from, latest));
    let slack = i64::from(has_died && died.is_none());
    if age_told < least - slack || age_told > most {
        let ends = format!(
            "{} – {}",
            passage.words(born.span),
            if died.is_some() { until.year().to_string() } else { until.to_string() }
        );
        let result = years(most);
        let from = died.map_or_else(|| vec![born.id], |died| vec![born.id, died.id]);
        out.push(not_so_long((DoubtKind::Age, age.id, from), &ends, &result, passage.words(age.span)));
    }
}

fn is_age(passage: &Passage<'_>, figure: &Fig) -> bool {
    let start = passage.sentence(figure.sentence).start;
    let end = passage.sentence(figure.sentence).end;
    match &figure.stated.measure {
        Measure::Unit(unit) => unit == "year",
        Measure::Count => {
            let is_apart = passage.is_sign(figure.item.wrapping_sub(1), &[',', '('])
                && passage.is_sign(figure.item + 1, &[',', ')']);
            let led = passage.has_word(
                figure.item.saturating_sub(2).max(start)..figure.item,
                &["now", "turned", "aged", "age", "turns", "is"],
            );
            let is_last = figure.item + 1 >= end || passage.is_sign(figure.item + 1, &['.', ',', ';', ')']);
            is_apart || led && is_last
        }
        _ => false,
    }
}

/// Whole years from one day to another.
fn years_between(from: Date, to: Date) -> i64 {
    let years = i64::from(to.year()) - i64::from(from.year());
    if (to.month(), to.day()) >= (from.month(), from.day()) { years } else { years - 1 }
}

/// "Born in 1960, she was 35 when she entered parliament in 1998".
fn age_then(passage: &Passage<'_>, sentence: usize, birth: i64, born: &Time, out: &mut Vec<Tie>) {
    let items = passage.sentence(sentence);
    let others: Vec<(&Time, i64)> = passage
        .times_of(sentence)
        .iter()
        .filter(|it| it.id != born.id)
        .filter_map(|it| Some((it, year_told(passage, it)?)))
        .collect();
    let [(then, year)] = others.as_slice() else { return };
    let ages: Vec<&Fig> = passage
        .figures_of(sentence)
        .iter()
        .filter(|it| {
            let before = it.item.saturating_sub(4).max(items.start)..it.item;
            let behind = it.item + 1..(it.item + 3).min(items.end);
            (it.is_count() || it.stated.measure == Measure::Unit("year".into()))
                && it.is_plain()
                && it.number() < 115.0
                && (passage.has_word(before, &["age", "aged", "at"]) || passage.has_word(behind, &["when"]))
        })
        .collect();
    let [age] = ages.as_slice() else { return };
    if passage.has_word(age.item..then.item.max(age.item), &["and", "but"])
        && !passage.has_word(age.item..then.item.max(age.item), &["when"])
    {
        return;
    }
    let real = year - birth;
    if real >= 0 && (real as f64 - age.number() > 1.0 || real as f64 - age.number() < 0.0) {
        let result = years(real);
        let ends = format!("{birth} – {year}");
        out.push(not_so_long(
            (DoubtKind::Age, age.id, vec![born.id, then.id]),
            &ends,
            &result,
            passage.words(age.span),
        ));
    }
}

/// "Born in 1960, joined the party in 1952": before the birth.
pub(super) fn births(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let times = passage.times_of(sentence);
    let born = times.iter().find(|it| is_led(passage, it, &["born"]));
    let Some((born, birth)) = born.and_then(|it| Some((it, year_told(passage, it)?))) else { return };
    age_then(passage, sentence, birth, born, out);
    let persons = passage
        .sentence(sentence)
        .filter(|at| matches!(passage.item(*at).map(|it| it.what), Some(What::Name(NameKind::Person))))
        .count();
    let verbs = &[
        "joined", "entered", "graduated", "married", "elected", "appointed", "became", "moved", "studied",
        "retired", "resigned", "won", "emigrated", "enlisted", "took", "wrote", "published", "founded",
        "died", "made",
    ];
    for other in times.iter().filter(|it| it.item > born.item && is_led(passage, it, verbs)) {
        if let Some(then) = year_told(passage, other).filter(|then| *then < birth && persons <= 1) {
            out.push(
                Tie::of(DoubtKind::Order, other.id, vec![born.id])
                    .doubted(words::ReckonedBirth { one: &then, other: &birth }.text()),
            );
        }
    }
}
