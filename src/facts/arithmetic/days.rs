//! Days: a weekday and its date, a length of time and its ends, an age and a birth, an anniversary, an order in time.
//!
//! ```text
//! weekday     = weekday date | date "," weekday
//! length      = length … point ( "to" | "and" | … ) point | point … point "," length "later" | length "ago" "in" year
//! age         = age … "born" date [ "died" date ]
//! anniversary = ( "centenary" | nth "anniversary" ) … "in" year
//! order       = "born" year … what a person did, in a year before it
//! ```

use jiff::civil::{Date, Weekday};

use super::DoubtKind;
use super::tie::Tie;
use crate::facts::figure::{Fig, Passage, Time, What};
use crate::facts::stated::Measure;
use crate::value::{days_between, read_day};
use crate::words;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    weekdays(passage, out);
    agos(passage, out);
    definite_lengths(passage, out);
    for sentence in 0..passage.sentences.len() {
        lengths(passage, sentence, out);
        ages(passage, sentence, out);
        anniversaries(passage, sentence, out);
        since(passage, sentence, out);
        orders(passage, sentence, out);
        births(passage, sentence, out);
    }
}

#[inline(never)]
fn lower(passage: &Passage<'_>, time: &Time) -> String {
    passage.words(time.span).to_lowercase()
}

/// The one weekday that a text names.
fn weekday(words: &str) -> Option<Weekday> {
    let mut found = WEEKDAYS
        .iter()
        .filter(|(name, _)| words.split(|c: char| !c.is_alphanumeric()).any(|word| word == *name));
    found.next().filter(|_| found.next().is_none()).map(|(_, day)| *day)
}

#[inline(never)]
fn one_day(time: &Time) -> Option<Date> {
    let (from, to) = time.timex.days()?;
    (from == to && time.timex.modifier.is_none()).then_some(from)
}

/// Whether the words name a day by its number: "July 2", "2 July", "7/2".
fn names_a_day(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
}

fn weekdays(passage: &Passage<'_>, out: &mut Vec<Tie>) {
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
        let between = passage.text().get(one.span.end()..other.span.start()).unwrap_or("?");
        if !matches!(between.trim(), "," | "(" | "" | ", the" | "the" | ", on" | "on")
            || between.contains('\n')
        {
            continue;
        }
        for (name, full) in [(one, other), (other, one)] {
            let (short, words) = (lower(passage, name), lower(passage, full));
            let Some(named) = weekday(&short).filter(|_| !names_a_day(&short)) else { continue };
            if let Some(date) = one_day(full)
                && names_a_day(&words)
                && weekday(&words).is_none()
                && date.weekday() != named
            {
                out.push(Tie::of(DoubtKind::Weekday, full.id, vec![name.id]).doubted(says(date, named)));
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

fn name_of(day: Weekday) -> String {
    let name = WEEKDAYS.iter().find(|(_, it)| *it == day).map_or("", |(name, _)| name);
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[inline(never)]
fn says(date: Date, named: Weekday) -> String {
    words::ReckonedWeekday { date: &date, weekday: &name_of(date.weekday()), told: &name_of(named) }.text()
}

/// A length of one unit: how many, and of what; hours and less have small letters.
#[inline(never)]
fn length(time: &Time) -> Option<(f64, char)> {
    let code = time
        .timex
        .timex
        .strip_prefix('P')
        .filter(|_| time.timex.modifier.is_none() && time.timex.ends.is_none())?;
    let unit = code.chars().last()?;
    let number = code.strip_suffix(unit)?;
    if let Some((hours, minutes)) =
        number.strip_prefix('T').and_then(|it| it.split_once('H')).filter(|_| unit == 'M')
    {
        return Some((hours.parse::<f64>().ok()? * 60.0 + minutes.parse::<f64>().ok()?, 'm'));
    }
    Some(match number.strip_prefix('T') {
        Some(number) => (number.parse().ok()?, unit.to_ascii_lowercase()),
        None => (number.parse().ok()?, unit),
    })
}

/// A point in time, and how finely it is told.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Point {
    Day(Date),
    /// Months since year 0.
    Month(i64),
    Year(i64),
    /// Minutes of a day.
    Clock(i64),
}

fn point_of(code: &str) -> Option<Point> {
    if let Some((_, clock)) = code.rsplit_once('T').filter(|(_, clock)| clock.contains(':')) {
        let (hour, minute) = clock.split_once(':')?;
        return Some(Point::Clock(hour.parse::<i64>().ok()? * 60 + minute.get(..2)?.parse::<i64>().ok()?));
    }
    match code.len() {
        4 => code.parse().ok().map(Point::Year),
        7 => {
            let (year, month) = code.split_once('-')?;
            Some(Point::Month(year.parse::<i64>().ok()? * 12 + month.parse::<i64>().ok()?))
        }
        10 => read_day(code).map(Point::Day),
        _ => None,
    }
}

/// The points that a time tells: one, or the two ends of a period.
#[inline(never)]
fn points(time: &Time) -> Vec<Point> {
    if time.timex.modifier.is_some() {
        return Vec::new();
    }
    time.timex.timex.split('/').filter_map(point_of).collect()
}

/// How long it is from one point to another in a unit: the least and the most that people say.
#[inline(never)]
fn between(one: Point, other: Point, unit: char) -> Option<(f64, f64)> {
    Some(match (one, other) {
        (Point::Day(a), Point::Day(b)) => {
            let days = days_between(a, b).abs() as f64;
            match unit {
                'D' => (days, days + 1.0),
                'W' => ((days / 7.0).floor(), ((days + 1.0) / 7.0).ceil()),
                'M' => ((days / 31.0 - 0.3).floor(), (days / 28.0 + 0.3).ceil()),
                'Y' => (((days - 20.0) / 366.0).floor(), ((days + 20.0) / 365.0).ceil()),
                _ => return None,
            }
        }
        (Point::Month(a), Point::Month(b)) => {
            let months = (b - a).abs() as f64;
            match unit {
                'M' => (months - 1.0, months + 1.0),
                'Y' => ((months / 12.0 - 0.2).floor(), (months / 12.0 + 0.2).ceil()),
                _ => return None,
            }
        }
        (Point::Year(a), Point::Year(b)) => {
            let years = (b - a).abs() as f64;
            match unit {
                'Y' => (years - 1.0, years + 1.0),
                'E' => (years / 10.0 - 0.1, years / 10.0 + 0.1),
                _ => return None,
            }
        }
        (Point::Clock(a), Point::Clock(b)) => {
            let minutes = (b - a).rem_euclid(1440) as f64;
            match unit {
                'm' => (minutes, minutes),
                'h' => ((minutes - 10.0) / 60.0, (minutes + 10.0) / 60.0),
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// A length, and the two points between which it lies by the words of its sentence.
fn lengths(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let times = passage.times_of(sentence);
    let items = passage.sentence(sentence);
    let of_length: Vec<(&Time, (f64, char))> =
        times.iter().filter_map(|it| Some((it, length(it)?))).collect();
    for (time, (count, unit)) in &of_length {
        let next = passage.word(time.item + 1);
        // Of several lengths each has points of its own, which are told beside it.
        let others: Vec<&Time> = times.iter().filter(|it| it.id != time.id && length(it).is_none()).collect();
        let kinds: Vec<(&Time, Vec<Point>)> =
            others.iter().map(|it| (*it, points(it))).filter(|(_, points)| !points.is_empty()).collect();
        let all: Vec<(&Time, Point)> =
            kinds.iter().flat_map(|(time, points)| points.iter().map(move |point| (*time, *point))).collect();
        let same: Vec<&(&Time, Point)> =
            all.iter().filter(|(_, point)| between(*point, *point, *unit).is_some()).collect();
        let ties_length = ties_together(passage, time, &items);
        let [(first, one), (second, other)] = same.as_slice() else {
            continue;
        };
        let is_whole = first.id == second.id;
        let is_near = passage.count_words(first.item.min(time.item)..second.item.max(time.item)) <= 26;
        // "From … to", "between … and": the ends of a period. "Later", "after": the second is so much behind the first.
        let joins = first.item + 1..second.item;
        let is_period = is_whole
            || passage.count_words(joins.clone()) <= 3
                && passage.has_word(joins.clone(), &["to", "until", "till", "and"])
                && (passage.has_word(first.item.saturating_sub(2)..first.item, &["from", "between"]));
        let is_later = matches!(next, "later" | "afterwards")
            || matches!(next, "after" | "before") && of_length.len() == 1;
        let is_started = ties_length && begins_and_ends(passage, first, second);
        let is_tied = is_period && ties_length || is_later && !is_period || is_started;
        if !is_tied || !is_near || of_length.len() > 1 && !is_beside(time, first, second) {
            continue;
        }
        let Some((least, most)) = between(*one, *other, *unit) else { continue };
        let is_inclusive = is_period || is_started;
        let (least, most) = if matches!(unit, 'D') && !is_inclusive { (least, least) } else { (least, most) };
        let is_told_of =
            |words: &[&str]| passage.has_word(time.item.saturating_sub(3).max(items.start)..time.item, words);
        if is_told_of(&["about", "nearly", "almost", "some", "more", "over", "least", "around"]) {
            continue;
        }
        if matches!(unit, 'D') && least > 400.0 {
            continue;
        }
        if *count < least - 1e-9 || *count > most + 1e-9 {
            let ids = if is_whole { vec![first.id] } else { vec![first.id, second.id] };
            let ends = format!("{} – {}", passage.words(first.span), passage.words(second.span));
            let ends = if is_whole { passage.words(first.span).to_owned() } else { ends };
            let result = lengths_told(*one, *other, *unit, is_inclusive);
            out.push(
                Tie::of(DoubtKind::Length, time.id, ids).doubted(
                    words::ReckonedLength { ends: &ends, result: &result, told: &passage.words(time.span) }
                        .text(),
                ),
            );
        }
    }
}

/// Whether one point is when something began, and the other when it ends.
fn begins_and_ends(passage: &Passage<'_>, first: &Time, second: &Time) -> bool {
    const BEGINS: &[&str] = &[
        "began", "begins", "begin", "started", "starts", "opened", "opens", "effect", "closed", "launched",
        "imposed", "shut",
    ];
    const ENDS: &[&str] = &[
        "lapse", "lapses", "end", "ends", "ended", "expire", "expires", "expired", "close", "closes",
        "reopened", "reopens", "finished", "finishes", "lifted", "runs", "until", "closed",
    ];
    let before = |time: &Time, words: &[&str]| is_led(passage, time, words);
    before(first, BEGINS) && before(second, ENDS)
}

fn is_beside(time: &Time, first: &Time, second: &Time) -> bool {
    time.item.abs_diff(first.item).min(time.item.abs_diff(second.item)) <= 6
}

/// Whether the words say that a length is that of a period told beside it.
fn ties_together(passage: &Passage<'_>, time: &Time, items: &std::ops::Range<usize>) -> bool {
    let before = time.item.saturating_sub(6).max(items.start)..time.item;
    let apposed = passage.is_sign(time.item + 1, &[',', '(', '-', '–', '—', ':'])
        || matches!(passage.word(time.item + 1), "from" | "between" | "this");
    let verb = passage.has_word(
        before.clone(),
        &[
            "lasted", "lasts", "last", "took", "takes", "take", "for", "over", "lasting", "ran", "runs",
            "spanned", "spans", "during", "in",
        ],
    );
    // "The three-day summit, July 9-11".
    let is_adjective =
        passage.has_word(before, &["the", "a", "its", "this"]) && passage.words(time.span).contains('-');
    apposed || verb || is_adjective
}

#[inline(never)]
fn lengths_told(one: Point, other: Point, unit: char, inclusive: bool) -> String {
    let exact = match (one, other) {
        (Point::Day(a), Point::Day(b)) => {
            let days = days_between(a, b).abs();
            match unit {
                'W' => days / 7,
                'M' => (f64::from(i32::try_from(days).unwrap_or(i32::MAX)) / 30.4).round() as i64,
                'Y' => days / 365,
                _ => days + i64::from(inclusive),
            }
        }
        (Point::Month(a), Point::Month(b)) => {
            if unit == 'Y' {
                (b - a).abs() / 12
            } else {
                (b - a).abs()
            }
        }
        (Point::Year(a), Point::Year(b)) => (b - a).abs(),
        (Point::Clock(a), Point::Clock(b)) => {
            let minutes = (b - a).rem_euclid(1440);
            if unit == 'h' { minutes / 60 } else { minutes }
        }
        _ => 0,
    };
    let unit = match unit {
        'D' => "day",
        'W' => "week",
        'M' => "month",
        'Y' => "year",
        'E' => "decade",
        'h' => "hour",
        _ => "minute",
    };
    words::LengthTold { count: exact.unsigned_abs() as usize, unit }.text()
}

/// "Ten years ago, in 2013".
fn agos(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    let Some(published) = passage.reading.document.published else { return };
    for pair in passage.times.windows(2) {
        let [one, other] = pair else { continue };
        let gap = one.item + 1..other.item;
        if one.sentence != other.sentence
            || gap.len() > 3
            || !passage.has_sign(gap.clone(), &[',', '(', '–', '—'])
            || passage.has_word(gap, &["and", "since", "but", "when"])
        {
            continue;
        }
        for (ago, year) in [(one, other), (other, one)] {
            let words = lower(passage, ago);
            let is_ago = words.ends_with(" ago") && words.contains("year");
            let (then, told) = (points(ago), points(year));
            let ([Point::Year(then)], [Point::Year(told)]) = (then.as_slice(), told.as_slice()) else {
                continue;
            };
            if !is_ago || (then - told).abs() <= 1 || words.starts_with("about") {
                continue;
            }
            let real = (i64::from(published.year()) - told).unsigned_abs() as usize;
            let result = words::LengthTold { count: real, unit: "year" }.text();
            let ends = format!("{told} – {}", published.year());
            let reckoned =
                words::ReckonedLength { ends: &ends, result: &result, told: &passage.words(ago.span) };
            out.push(Tie::of(DoubtKind::Length, ago.id, vec![year.id]).doubted(reckoned.text()));
        }
    }
}

/// "For three years … over those five years": a length that takes up the one before.
fn definite_lengths(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    let of_length: Vec<(&Time, (f64, char))> =
        passage.times.iter().filter_map(|it| Some((it, length(it)?))).collect();
    for (place, (time, (count, unit))) in of_length.iter().enumerate() {
        let lead = passage.word(time.item.wrapping_sub(1)).to_owned();
        let words = lower(passage, time);
        let takes_up = matches!(lead.as_str(), "those" | "these")
            || words.starts_with("those ")
            || words.starts_with("these ");
        let near: Vec<&(&Time, (f64, char))> = of_length
            .iter()
            .take(place)
            .filter(|(it, (_, other))| other == unit && time.sentence - it.sentence <= 2)
            .collect();
        if let ([(before, (was, _))], true) = (near.as_slice(), takes_up)
            && (was - count).abs() > 0.01
        {
            let reckoned =
                words::ReckonedTwice { one: &passage.words(before.span), other: &passage.words(time.span) };
            out.push(Tie::of(DoubtKind::ToldTwice, time.id, vec![before.id]).doubted(reckoned.text()));
        }
    }
}

/// "Sixty years of independence, won in 1976, will be feted", "it is 120 years since the quake of 1916", "which opened in
/// 1950, is 85 years old this year": years that have passed until now.
fn since(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let Some(published) = passage.reading.document.published else { return };
    let items = passage.sentence(sentence);
    let times = passage.times_of(sentence);
    let this = i64::from(published.year());
    let year_of = |it: &Time| match points(it).as_slice() {
        [Point::Year(year)] => Some(*year),
        [Point::Day(day)] if passage.words(it.span).contains(&day.year().to_string()) => {
            Some(i64::from(day.year()))
        }
        _ => None,
    };
    let years: Vec<(&Time, i64)> =
        times.iter().filter_map(|it| Some((it, year_of(it)?))).filter(|(_, year)| *year < this - 1).collect();
    let [(then, year)] = years.as_slice() else { return };
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
    let result = words::LengthTold { count: (this - year).unsigned_abs() as usize, unit: "year" }.text();
    let ends = format!("{year} – {this}");
    out.push(
        Tie::of(DoubtKind::Length, *id, vec![then.id]).doubted(
            words::ReckonedLength { ends: &ends, result: &result, told: &passage.words(*span) }.text(),
        ),
    );
}

/// What comes first, and what cannot come before it: verbs of each.
const ORDERS: &[(&[&str], &[&str])] = &[
    (&["taken", "conducted", "polled", "surveyed", "fieldwork"], &["released", "published", "announced"]),
    (&["met", "sat", "heard"], &["published", "released", "reported", "findings"]),
    (&["died", "killed", "drowned"], &["buried", "cremated", "funeral", "burial"]),
    (&["adjourned", "suspended", "interrupted", "postponed", "halted"], &["resumed", "resume", "resumes"]),
    (&["arrested", "charged", "detained"], &["sentenced", "convicted", "acquitted", "jailed", "tried"]),
    (
        &["began", "begins", "begin", "started", "opened", "opens", "starts"],
        &["ended", "ends", "finished", "finishes"],
    ),
    (&["shut", "closed"], &["reopened", "reopens", "reopen"]),
    (&["left", "departed", "sailed", "set"], &["arrived", "reached", "docked", "landed"]),
    (&["vanished", "disappeared", "missing"], &["found", "rescued"]),
    (&["infected", "fell"], &["recovered"]),
    (&["signed", "agreed"], &["ratified"]),
    (&["ordered", "commissioned"], &["delivered", "completed"]),
    (&["nominated", "appointed"], &["resigned", "dismissed", "sacked", "retired"]),
    (&["married", "wed"], &["divorced", "separated"]),
    (&["filed", "submitted", "applied"], &["granted", "rejected", "approved"]),
];

/// Two days of which the later is told of what must have come first.
fn orders(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let own = passage.times_of(sentence);
    let before = sentence.checked_sub(1).map(|it| passage.times_of(it)).unwrap_or_default();
    let day_of = |it: &Time| match points(it).as_slice() {
        [Point::Day(day)] | [Point::Day(day), Point::Day(_)] => Some(*day),
        _ => None,
    };
    let days: Vec<(&Time, Date)> = before
        .iter()
        .chain(own)
        .filter_map(|it| Some((it, day_of(it)?)))
        .filter(|(it, _)| names_a_day(passage.words(it.span)))
        .collect();
    // The nearest verb before each day is what happened on it.
    let verb = |it: &Time| {
        let start = passage.sentence(it.sentence).start;
        (it.item.saturating_sub(9).max(start)..it.item)
            .rev()
            .take_while(|at| {
                !matches!(passage.item(*at).map(|it| it.what), Some(What::Time(_)))
                    && !passage.is_sign(*at, &[';', ':'])
            })
            .find_map(|at| {
                let word = passage.word(at).to_owned();
                ORDERS.iter().enumerate().find_map(|(order, (first, then))| {
                    let place = if first.contains(&word.as_str()) {
                        0
                    } else if then.contains(&word.as_str()) {
                        1
                    } else {
                        return None;
                    };
                    Some((order, place))
                })
            })
    };
    let told: Vec<_> = days.iter().filter_map(|(time, day)| Some((*time, *day, verb(time)?))).collect();
    for (one, first, (order, place)) in &told {
        for (other, then, (other_order, other_place)) in &told {
            let is_pair = order == other_order && *place == 0 && *other_place == 1;
            let is_here = one.sentence == sentence || other.sentence == sentence;
            if is_pair && is_here && then < first && days.len() <= 3 && days_between(*then, *first) < 120 {
                let (a, b) = (passage.words(other.span), passage.words(one.span));
                let tie = Tie::of(DoubtKind::Order, other.id, vec![one.id]);
                out.push(tie.doubted(words::ReckonedOrder { first: &a, second: &b }.text()));
            }
        }
    }
}

/// Whole years from one day to another.
fn years_between(from: Date, to: Date) -> i64 {
    let years = i64::from(to.year()) - i64::from(from.year());
    if (to.month(), to.day()) >= (from.month(), from.day()) { years } else { years - 1 }
}

/// Whether a word stands among the few before a time.
#[inline(never)]
fn is_led(passage: &Passage<'_>, time: &Time, words: &[&str]) -> bool {
    let start = passage.sentence(time.sentence).start;
    passage.has_word(time.item.saturating_sub(5).max(start)..time.item, words)
}

/// "Maria Lopez, 50, was born on 14 November 1954".
fn ages(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let times = passage.times_of(sentence);
    let born = times.iter().find(|it| is_led(passage, it, &["born"]) && it.timex.days().is_some());
    let Some(born) = born else { return };
    let Some((from, to)) = born.timex.days() else { return };
    let figures = passage.figures_of(sentence);
    let mut ages = figures.iter().filter(|it| is_age(passage, it));
    let (Some(age), None) = (ages.next(), ages.next()) else { return };
    let Some(years) =
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
    if years < least - slack || years > most {
        let ends = format!(
            "{} – {}",
            passage.words(born.span),
            if died.is_some() { until.year().to_string() } else { until.to_string() }
        );
        let result = words::LengthTold { count: most.unsigned_abs() as usize, unit: "year" }.text();
        let from = died.map_or_else(|| vec![born.id], |died| vec![born.id, died.id]);
        out.push(Tie::of(DoubtKind::Age, age.id, from).doubted(
            words::ReckonedLength { ends: &ends, result: &result, told: &passage.words(age.span) }.text(),
        ));
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

/// "The centenary of Emil Roth, who was born in 1936", "the 50th anniversary of the accident in 1970".
fn anniversaries(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
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
    let mut years = times.iter().filter_map(|it| match points(it).as_slice() {
        [Point::Year(year)] => Some((it, *year)),
        [Point::Day(day)] if passage.words(it.span).contains(&day.year().to_string()) => {
            Some((it, i64::from(day.year())))
        }
        [Point::Month(month)] if passage.words(it.span).chars().filter(char::is_ascii_digit).count() >= 4 => {
            Some((it, (month - 1) / 12))
        }
        _ => None,
    });
    let this = i64::from(published.year());
    let past = years.clone().rfind(|(_, year)| *year < this - 3 || *year == this - i64::from(nth));
    let future = years.find(|(_, year)| *year > this && *year <= this + 12);
    let Some((time, year)) = past else { return };
    if time.item < at && passage.has_word(time.item + 1..at, &["and", "but"]) {
        return;
    }
    let is_next = passage.has_word(items.clone(), &["next"])
        || times.iter().any(|it| passage.words(it.span).to_lowercase().contains("next"));
    let is_last = times.iter().any(|it| passage.words(it.span).to_lowercase().contains("last"));
    let when = future.map_or(this, |(_, year)| year);
    let real = when - year;
    let off = real - i64::from(nth);
    let may_be = off == 0
        || off == -1 && (is_next || published.month() >= 10)
        || off == 1 && (is_last || published.month() <= 2);
    if !may_be {
        let result = words::LengthTold { count: real.unsigned_abs() as usize, unit: "year" }.text();
        let ends = format!("{year} – {when}");
        out.push(
            Tie::of(DoubtKind::Length, time.id, Vec::new())
                .doubted(words::ReckonedLength { ends: &ends, result: &result, told: &nth }.text()),
        );
    }
}

fn ordinal_before(passage: &Passage<'_>, at: usize, start: usize) -> Option<i32> {
    const WORDS: [(&str, i32); 16] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fifth", 5),
        ("tenth", 10),
        ("fifteenth", 15),
        ("twentieth", 20),
        ("thirtieth", 30),
        ("fortieth", 40),
        ("fiftieth", 50),
        ("sixtieth", 60),
        ("seventieth", 70),
        ("eightieth", 80),
        ("ninetieth", 90),
        ("hundredth", 100),
        ("golden", 50),
    ];
    (at.saturating_sub(3).max(start)..at).find_map(|near| {
        let words = passage.item(near).map(|item| passage.words(item.span).to_lowercase())?;
        let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
        let is_nth = ["th", "st", "nd", "rd"].iter().any(|end| words.ends_with(end));
        let followed = matches!(passage.word(near + 1), "th" | "st" | "nd" | "rd");
        digits
            .parse()
            .ok()
            .filter(|_| is_nth || followed)
            .or_else(|| WORDS.iter().find(|(word, _)| *word == words).map(|(_, nth)| *nth))
    })
}

/// "Born in 1960, she was 35 when she entered parliament in 1998".
fn age_then(passage: &Passage<'_>, sentence: usize, birth: i64, born: &Time, out: &mut Vec<Tie>) {
    let year = |it: &Time| match points(it).as_slice() {
        [Point::Year(year)] => Some(*year),
        [Point::Day(day)] if passage.words(it.span).contains(&day.year().to_string()) => {
            Some(i64::from(day.year()))
        }
        [Point::Month(month)] if passage.words(it.span).chars().filter(char::is_ascii_digit).count() >= 4 => {
            Some((month - 1) / 12)
        }
        _ => None,
    };
    let items = passage.sentence(sentence);
    let others: Vec<(&Time, i64)> = passage
        .times_of(sentence)
        .iter()
        .filter(|it| it.id != born.id)
        .filter_map(|it| Some((it, year(it)?)))
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
        let result = words::LengthTold { count: real.unsigned_abs() as usize, unit: "year" }.text();
        let ends = format!("{birth} – {year}");
        out.push(Tie::of(DoubtKind::Age, age.id, vec![born.id, then.id]).doubted(
            words::ReckonedLength { ends: &ends, result: &result, told: &passage.words(age.span) }.text(),
        ));
    }
}

/// "Born in 1960, joined the party in 1952": before the birth.
fn births(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let times = passage.times_of(sentence);
    let year = |it: &Time| match points(it).as_slice() {
        [Point::Year(year)] => Some(*year),
        [Point::Day(day)] => Some(i64::from(day.year())),
        _ => None,
    };
    let born = times.iter().find(|it| is_led(passage, it, &["born"]));
    let Some((born, birth)) = born.and_then(|it| Some((it, year(it)?))) else { return };
    age_then(passage, sentence, birth, born, out);
    let persons = passage
        .sentence(sentence)
        .filter(|at| {
            matches!(
                passage.item(*at).map(|it| it.what),
                Some(What::Name(crate::facts::figure::NameKind::Person))
            )
        })
        .count();
    let verbs = &[
        "joined", "entered", "graduated", "married", "elected", "appointed", "became", "moved", "studied",
        "retired", "resigned", "won", "emigrated", "enlisted", "took", "wrote", "published", "founded",
        "died", "made",
    ];
    for other in times.iter().filter(|it| it.item > born.item && is_led(passage, it, verbs)) {
        if let Some(then) = year(other).filter(|then| *then < birth && persons <= 1) {
            out.push(
                Tie::of(DoubtKind::Order, other.id, vec![born.id])
                    .doubted(words::ReckonedBirth { one: &then, other: &birth }.text()),
            );
        }
    }
}
