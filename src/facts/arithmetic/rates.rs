//! Rates: a figure per something, and the two that it is reckoned on.
//!
//! ```text
//! rate   = figure ( "each" | "apiece" | "a head" | "per" … ) | "an average of" figure | speed
//! reckon = total / count = rate | count * price = total | distance / time = speed
//!        | part / people = rate / base                       ("30 per 100,000")
//! ```
//!
//! A rate is doubted only where exactly two figures can be those that it is reckoned on.

use super::DoubtKind;
use super::days::length;
use super::tie::{LinkKind, Tie};
use crate::facts::figure::{Fig, Interval, Passage, Time, written};
use crate::facts::stated::Measure;
use crate::text::Span;
use crate::value::Decimal;
use crate::words;

pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let figures = passage.figures_of(sentence);
    if figures.is_empty() {
        return;
    }
    per_people(passage, sentence, figures, out);
    speeds(passage, sentence, figures, out);
    each(passage, sentence, figures, out);
    every(passage, sentence, figures, out);
    periods(passage, figures, out);
}

/// A quotient that is not what is told.
fn doubted(passage: &Passage<'_>, tie: Tie, (one, other, told): (Span, Span, Span), result: f64) -> Tie {
    let reckoned = words::ReckonedQuotient {
        one: &passage.words(one),
        other: &passage.words(other),
        result: &written(result),
        told: &passage.words(told),
    };
    tie.doubted(reckoned.text())
}

/// Whether what is reckoned and what is told are one, with what rounding leaves.
fn is_near(real: f64, told: &Fig) -> bool {
    Interval::around(real, real.abs() * 0.02)
        .may_be(Interval::wide(&told.stated).widened(0.005), told.stated.modifier)
}

/// "24 doctors for 80,000 people, or 30 per 100,000".
fn per_people(passage: &Passage<'_>, sentence: usize, figures: &[Fig], out: &mut Vec<Tie>) {
    for pair in figures.windows(2) {
        let [rate, base] = pair else { continue };
        let gap = rate.item + 1..base.item;
        let is_per = passage.count_words(gap.clone()) <= 5
            && (passage.has_word(gap.clone(), &["per"])
                || passage.has_word(gap.clone(), &["every"])
                || passage.has_word(gap.clone(), &["in"]) && passage.count_words(gap) == 1);
        let is_base = base.is_count()
            && base
                .stated
                .number
                .to_integer()
                .is_some_and(|base| matches!(base, 100 | 1000 | 10_000 | 100_000 | 1_000_000));
        if !is_per || !is_base || !rate.is_count() || !rate.is_plain() {
            continue;
        }
        let others = |first: usize| -> Vec<&Fig> {
            let all = passage.figures_between(first, sentence).iter();
            all.filter(|it| it.is_count() && it.id != rate.id && it.id != base.id && it.item < rate.item)
                .collect()
        };
        let mut those = others(sentence);
        if those.len() < 2 {
            those = others(sentence.saturating_sub(1));
        }
        let reckon = |part: &Fig, people: &Fig| part.number() / people.number() * base.number();
        let pairs = those
            .iter()
            .flat_map(|a| those.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| a.id != b.id && a.number() < b.number());
        let pairs: Vec<(&Fig, &Fig)> = pairs.collect();
        // Those right before the rate are meant, unless others come out.
        let last = those.iter().rev().take(2).rev().copied().collect::<Vec<_>>();
        let (part, people) = match last.as_slice() {
            [a, b] if a.number() < b.number() => (*a, *b),
            [a, b] if b.number() < a.number() => (*b, *a),
            _ => continue,
        };
        let tie = Tie::new(DoubtKind::Rate, rate, &[part, people, base], vec![(rate, LinkKind::Per, people)]);
        let is_cleared = pairs.iter().any(|(part, people)| is_near(reckon(part, people), rate));
        let is_told = part.sentence == people.sentence && part.is_plain() && people.number() >= 50.0;
        if is_cleared || !is_told {
            out.push(tie);
            continue;
        }
        let ratio = reckon(part, people) / rate.number();
        // What is far off is the rate of something else.
        if !(0.02..50.0).contains(&ratio) {
            continue;
        }
        let reckoned = words::ReckonedPerHead {
            part: &passage.words(part.span),
            whole: &passage.words(people.span),
            rate: &written((reckon(part, people) * 10.0).round() / 10.0),
            base: &passage.words(base.span),
            told: &passage.words(rate.span),
        };
        out.push(tie.doubted(reckoned.text()));
    }
}

/// Hours of a length of time.
fn hours(time: &Time) -> Option<f64> {
    let (count, unit) = length(time)?;
    Some(match unit {
        's' => count / 3600.0,
        'm' => count / 60.0,
        'h' => count,
        'D' => count * 24.0,
        _ => return None,
    })
}

/// "2,400 kilometres in three hours, at 800 km/h".
fn speeds(passage: &Passage<'_>, sentence: usize, figures: &[Fig], out: &mut Vec<Tie>) {
    let unit = |it: &Fig| match &it.stated.measure {
        Measure::Unit(unit) => Some(unit.clone()),
        _ => None,
    };
    let speed = figures.iter().find(|it| unit(it).is_some_and(|unit| unit.ends_with("per hour")));
    let Some(speed) = speed else { return };
    let Some(of) = unit(speed).and_then(|unit| unit.strip_suffix(" per hour").map(str::to_owned)) else {
        return;
    };
    let distances: Vec<&Fig> = figures.iter().filter(|it| unit(it).as_deref() == Some(of.as_str())).collect();
    let lengths: Vec<(f64, &Time)> =
        passage.times_of(sentence).iter().filter_map(|it| Some((hours(it)?, it))).collect();
    let ([distance], [(hours, time)]) = (distances.as_slice(), lengths.as_slice()) else { return };
    let is_of_all = passage.has_word(passage.sentence(sentence), &["average", "averaging", "averaged", "at"])
        && figures.iter().filter(|it| unit(it).is_some_and(|unit| unit.ends_with("per hour"))).count() == 1
        // "17 up it and 63 down": speeds of parts of the way.
        && figures.iter().filter(|it| it.is_count()).count() <= 1;
    let real = distance.number() / hours;
    let tie = Tie::new(DoubtKind::Rate, speed, &[distance], vec![(speed, LinkKind::Per, distance)]);
    let tie = Tie { from: vec![distance.id, time.id], ..tie };
    if is_near(real, speed)
        || Interval::wide(&speed.stated).widened(0.02).meets(Interval::exactly(real))
        || !is_of_all
        || !speed.is_plain()
    {
        out.push(tie);
        return;
    }
    out.push(doubted(passage, tie, (distance.span, time.span, speed.span), (real * 10.0).round() / 10.0));
}

/// Whether the words beside a figure say that it is told of each of several.
fn is_of_each(passage: &Passage<'_>, figure: &Fig) -> bool {
    let sentence = passage.sentence(figure.sentence);
    let behind = figure.item + 1..(figure.item + 5).min(sentence.end);
    let stop =
        behind.clone().find(|at| passage.is_sign(*at, &[',', ';', '.', ')', '('])).unwrap_or(behind.end);
    let before = figure.item.saturating_sub(4).max(sentence.start)..figure.item;
    passage.has_word(figure.item + 1..stop, &["each", "apiece"])
        || passage.has_word(before.clone(), &["average"])
            && passage.has_word(before.clone(), &["of", "averaging"])
        || passage.has_word(before, &["averaging"])
        || matches!(figure.stated.measure, Measure::Money(_))
            && matches!(passage.word(figure.item + 1), "a" | "an" | "per")
            && !matches!(passage.word(figure.item + 2), "year" | "month" | "week" | "day" | "hour" | "time")
            && passage.has_word(
                figure.item.saturating_sub(2).max(sentence.start)..figure.item,
                &["at", "for", "of"],
            )
        || (figure.item + 1..stop).any(|at| {
            let pair = (passage.word(at), passage.word(at + 1));
            matches!(
                pair,
                ("a", "head" | "piece" | "person" | "share" | "ticket" | "night" | "household" | "room")
                    | ("per", "head" | "person" | "capita" | "household" | "ticket" | "share" | "unit")
            )
        })
}

/// "Twelve hotels have 960 rooms, an average of 80 each"; "15,000 tickets at £24 each, £360,000".
fn each(passage: &Passage<'_>, sentence: usize, figures: &[Fig], out: &mut Vec<Tie>) {
    for rate in figures.iter().filter(|it| !it.is_percent() && !it.is_fraction() && is_of_each(passage, it)) {
        let all = |first: usize| -> Vec<&Fig> {
            let those = passage.figures_between(first, sentence).iter();
            those.filter(|it| it.id != rate.id && !it.is_percent() && !it.is_fraction()).collect()
        };
        let before =
            |first: usize| -> Vec<&Fig> { all(first).into_iter().filter(|it| it.item < rate.item).collect() };
        let mut own = if all(sentence).len() == 2 { all(sentence) } else { before(sentence) };
        if own.len() < 2 {
            own = before(sentence.saturating_sub(1));
        }
        let wider = all(sentence.saturating_sub(1));
        let pairs = |those: &[&Fig]| -> Vec<(f64, f64)> {
            let numbers: Vec<f64> = those.iter().map(|it| it.number()).filter(|it| *it > 0.0).collect();
            numbers.iter().flat_map(|a| numbers.iter().map(move |b| (*a, *b))).collect()
        };
        let lengths: Vec<f64> =
            passage.times_of(sentence).iter().filter_map(length).map(|(count, _)| count).collect();
        let comes_out = pairs(&wider).iter().any(|(a, b)| a != b && is_near(a / b, rate))
            || wider.iter().any(|it| lengths.iter().any(|count| is_near(it.number() / count, rate)));
        // The total is of the rate's measure, the count is not that of money.
        let mut totals = own.iter().filter(|it| is_total_of(passage, it, rate));
        let mut counts = own.iter().filter(|it| it.is_count() && it.number() > 1.0);
        let total = totals.next().filter(|_| totals.next().is_none());
        let Some(total) = total else { continue };
        let count = counts.find(|it| it.id != total.id).filter(|_| counts.all(|it| it.id == total.id));
        let Some(count) = count else { continue };
        let tie = Tie::new(DoubtKind::Rate, rate, &[total, count], vec![(rate, LinkKind::Per, count)]);
        let real = total.number() / count.number();
        let ratio = real / rate.number();
        if comes_out || !(0.1..10.0).contains(&ratio) || own.len() != 2 || !rate.is_plain() {
            out.push(tie);
            continue;
        }
        out.push(doubted(passage, tie, (total.span, count.span, rate.span), (real * 100.0).round() / 100.0));
    }
}

fn is_total_of(passage: &Passage<'_>, total: &Fig, rate: &Fig) -> bool {
    match (&total.stated.measure, &rate.stated.measure) {
        (Measure::Count, Measure::Count) => {
            total.number() > rate.number() && passage.noun_of(total).is_some()
        }
        (a, b) => a == b,
    }
}

/// "1,800 cars a day, one every 48 seconds".
fn every(passage: &Passage<'_>, sentence: usize, figures: &[Fig], out: &mut Vec<Tie>) {
    let items = passage.sentence(sentence);
    let of_times =
        passage.times_of(sentence).iter().filter_map(|it| Some((it.item, it.item, it.id, hours(it)?)));
    let of_figures = figures.iter().filter_map(|it| {
        let hours = period(passage.word(it.item + 1).strip_suffix('s')?)?;
        Some((it.item, it.item + 1, it.id, it.number() * hours))
    });
    for (item, last, id, length) in of_times.chain(of_figures).filter(|(.., length)| *length > 0.0) {
        let near = item.saturating_sub(2).max(items.start)..item;
        let is_one = |it: &Fig| it.stated.number == Decimal::ONE && it.item < item && item - it.item <= 3;
        if !passage.has_word(near, &["every"]) || !figures.iter().any(is_one) {
            continue;
        }
        let counts = figures.iter().filter(|it| it.is_count() && it.number() > 1.0 && it.item != item);
        let rate = counts.into_iter().find_map(|it| Some((it, period_of(passage, it)?)));
        let Some((rate, (hours, end))) = rate else { continue };
        let real = hours / rate.number();
        let tie = Tie::of(DoubtKind::Rate, id, vec![rate.id]);
        let near = Interval::around(real, real * 0.06);
        if near.meets(Interval::around(length, length * 0.05)) || !(0.1..10.0).contains(&(real / length)) {
            continue;
        }
        let seconds = real * 3600.0;
        let name = match seconds < 120.0 {
            true => words::seconds_told(&written(seconds.round())),
            false => words::minutes_told(&written((seconds / 6.0).round() / 10.0)),
        };
        let (told, rate) = (passage.words_of(item, last), passage.words_of(rate.item, end));
        out.push(tie.doubted(words::ReckonedInterval { rate: &rate, every: &name, told: &told }.text()));
    }
}

/// Hours of a period.
fn period(word: &str) -> Option<f64> {
    Some(match word {
        "second" => 1.0 / 3600.0,
        "minute" => 1.0 / 60.0,
        "hour" | "hourly" => 1.0,
        "day" | "daily" | "night" => 24.0,
        "week" | "weekly" => 168.0,
        "month" | "monthly" => 730.0,
        "year" | "yearly" => 8760.0,
        _ => return None,
    })
}

/// Hours of the period that a rate is told for, and the last item of its words: "a day", "per week".
fn period_of(passage: &Passage<'_>, figure: &Fig) -> Option<(f64, usize)> {
    let end = passage.sentence(figure.sentence).end;
    if let Measure::Unit(name) = &figure.stated.measure {
        let is_speed = name.starts_with("kilometer") || name.starts_with("mile");
        let (_, of) = name.rsplit_once(" per ").filter(|_| !is_speed)?;
        return Some((period(of)?, figure.item));
    }
    let is_stop = |at: &usize| passage.is_sign(*at, &[',', ';', '.', '(', ')']);
    (figure.item + 1..end.min(figure.item + 5)).take_while(|at| !is_stop(at)).find_map(|at| {
        let is_per = matches!(passage.word(at), "a" | "an" | "per" | "each" | "every");
        is_per.then(|| Some((period(passage.word(at + 1))?, at + 1)))?
    })
}

/// "180 a day, 1,260 a week": one rate for two periods.
fn periods(passage: &Passage<'_>, figures: &[Fig], out: &mut Vec<Tie>) {
    for pair in figures.windows(2) {
        let [one, other] = pair else { continue };
        let (Some((short, _)), Some((long, _))) = (period_of(passage, one), period_of(passage, other)) else {
            continue;
        };
        let gap = one.item + 1..other.item;
        let is_apposed = passage.has_word(gap.clone(), &["or"])
            || passage.has_sign(gap.clone(), &[',', '(', '–', '—'])
                && !passage.has_word(gap.clone(), &["and", "but", "while"]);
        if short == long
            || !is_apposed
            || passage.count_words(gap) > 6
            || !one.is_plain()
            || !other.is_plain()
        {
            continue;
        }
        let real = one.number() * long / short;
        let tie = Tie::new(DoubtKind::Rate, other, &[one], vec![(other, LinkKind::Converts, one)]);
        let workdays = Interval { low: real * 5.0 / 7.0, high: real };
        let may_be = if long == 168.0 && short == 24.0 { workdays } else { Interval::exactly(real) };
        if Interval::wide(&other.stated).widened(0.04).meets(may_be)
            || !(0.2..5.0).contains(&(other.number() / real))
        {
            out.push(tie);
            continue;
        }
        out.push(tie.doubted(
            words::ReckonedTwice { one: &passage.words(one.span), other: &passage.words(other.span) }.text(),
        ));
    }
}
