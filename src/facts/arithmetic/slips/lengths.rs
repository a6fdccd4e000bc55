//! Lengths of time and their ends, ages and births, years since, and what comes first.

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::Scope;
use crate::annotation::AnnotationId;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::days::{Point, between, length, lengths_told, points};
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Fig, Passage, Time};
use crate::facts::stated::Measure;
use crate::words;

const SPANS: &[&str] = &[
    "for", "lasted", "lasts", "last", "lasting", "took", "takes", "taking", "during", "over", "ran", "runs",
    "running", "spent", "spanned", "served", "reigned", "those", "these", "between",
];
const SINCE: &[&str] =
    &["after", "later", "since", "ago", "earlier", "before", "on", "into", "together", "within"];
const NOW: &[&str] = &[
    "anniversary", "ago", "now", "today", "marks", "marked", "celebrates", "celebrated", "celebrating",
    "turns", "turned", "old", "this", "birthday", "jubilee", "marking", "centenary", "decade",
];
const BEGINS: &[&str] = &[
    "born", "founded", "began", "begins", "begun", "started", "starts", "opened", "opens", "launched",
    "joined", "elected", "built", "established", "bought", "acquired", "signed", "since", "from",
    "appointed", "married", "planted", "created", "formed", "first", "moved", "arrived", "came",
    "introduced", "imposed",
];
const ENDS: &[&str] = &[
    "until", "till", "ended", "ends", "end", "expire", "expires", "expired", "died", "closed", "closes",
    "closing", "finished", "retired", "left", "sold", "resigned", "freed", "released", "to", "completed",
    "lapsed", "through", "demolished",
];

/// A point, and the time that tells it; without one it is the day of publication.
#[derive(Clone, Copy)]
struct End<'p> {
    point: Point,
    time: Option<&'p Time>,
}

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let mut ends: Vec<End<'_>> = scope
        .times
        .iter()
        .filter(|it| length(it).is_none())
        .flat_map(|time| loose(time).into_iter().map(move |point| End { point, time: Some(time) }))
        .take(10)
        .collect();
    orders(scope, cases, &ends);
    ages(scope, cases);
    if let Some(day) = scope.passage.reading.document.published {
        ends.push(End { point: Point::Year(i64::from(day.year())), time: None });
        ends.push(End { point: Point::Day(day), time: None });
    }
    // Lengths as such, and ages.
    let of_times = scope
        .times
        .iter()
        .filter_map(|it| length(it).map(|(count, unit)| (Part::of_time(it, count), unit, false)));
    let of_figures = scope.figures.iter().filter_map(|it| {
        let passage = scope.passage;
        let old = scope.is_behind(it, 4, &["old"]) || passage.words(it.span).contains("old");
        let is_year = it.stated.measure == Measure::Unit("year".into());
        let is_age = it.is_count()
            && (5.0..110.0).contains(&it.number())
            && it.stated.number.to_integer().is_some()
            && {
                let before = passage.word(it.item.wrapping_sub(1));
                let signs = passage.is_sign(it.item.wrapping_sub(1), &[',', '('])
                    && passage.is_sign(it.item + 1, &[',', ')', '.']);
                signs
                    || matches!(
                        before,
                        "aged" | "age" | "was" | "turned" | "turns" | "turning" | "at" | "now" | "of" | "is"
                    )
            };
        (is_year || is_age).then(|| (Part::of(it), 'Y', old || is_age))
    });
    // "The 25th anniversary", "for the 70th time".
    let of_ordinals = scope.figures.iter().filter_map(|it| {
        let is_nth = it.stated.measure == Measure::Rank
            && scope.is_behind(it, 3, &["anniversary", "birthday", "time", "edition", "annual"]);
        is_nth.then(|| (Part::of(it), 'Y', false))
    });
    let lengths: Vec<(Part, char, bool)> = of_times.chain(of_figures).chain(of_ordinals).collect();
    for (told, unit, is_age) in lengths {
        if told.number <= 1.0 && unit != 'E' {
            continue;
        }
        let pairs = || {
            let all = ends.iter().enumerate();
            all.flat_map(|(place, one)| ends.iter().skip(place + 1).map(move |other| (*one, *other)))
        };
        let comes_out = pairs().any(|(one, other)| {
            apart(one.point, other.point, unit).is_some_and(|(least, most)| {
                let little = if unit == 'Y' { 0.02 } else { 0.0 };
                (least - little..=most + little).contains(&told.number)
            })
        });
        if comes_out {
            continue;
        }
        for (one, other) in pairs() {
            if one.time.is_some() || other.time.is_some() {
                offer(scope, cases, (&told, unit, is_age), one, other);
            }
        }
    }
}

fn real_of(one: Point, other: Point, unit: char) -> Option<f64> {
    let (least, most) = apart(one, other, unit)?;
    Some((least + most) / 2.0)
}

/// The points of a time, also where it is told about: "around 5 p.m.".
fn loose(time: &Time) -> Vec<Point> {
    let mut exact = time.clone();
    exact.timex.modifier = None;
    points(&exact)
}

/// How long it is from one point to another, of which one may be told less finely.
fn apart(one: Point, other: Point, unit: char) -> Option<(f64, f64)> {
    between(one, other, unit).or_else(|| {
        let month = |point: Point| match point {
            Point::Day(day) => Some(Point::Month(i64::from(day.year()) * 12 + i64::from(day.month()))),
            Point::Month(_) => Some(point),
            _ => None,
        };
        let year = |point: Point| match point {
            Point::Day(day) => Some(Point::Year(i64::from(day.year()))),
            Point::Month(month) => Some(Point::Year((month - 1) / 12)),
            Point::Year(_) => Some(point),
            Point::Clock(_) => None,
        };
        let months = month(one).zip(month(other)).and_then(|(one, other)| between(one, other, unit));
        months.or_else(|| between(year(one)?, year(other)?, unit))
    })
}

fn offer(
    scope: &Scope<'_>,
    cases: &mut Cases,
    (told, unit, is_age): (&Part, char, bool),
    one: End<'_>,
    other: End<'_>,
) {
    let passage = scope.passage;
    let Some(real) = real_of(one.point, other.point, unit) else { return };
    let sentences = [one.time, other.time].map(|it| it.map(|it| it.sentence));
    let here = told.sentence == scope.sentence || sentences.contains(&Some(scope.sentence));
    let ratio = real / told.number;
    let is_far = !(0.2..5.0).contains(&ratio) && !matches!(one.point, Point::Clock(_));
    if !here || is_far || is_one(one, other) {
        return;
    }
    let start = real.max(1.0);
    let mut parts = vec![*told];
    parts.extend([one.time, other.time].into_iter().flatten().map(|it| Part::of_time(it, start)));
    let mut found = Pieces::default();
    let before = scope.before(told.item, told.sentence, 5);
    let behind = scope.behind(told.item, told.sentence, 4);
    found.add(passage.has_word(before.clone(), SPANS), Evidence::LengthSpan);
    found.add(passage.has_word(behind.clone(), SINCE), Evidence::LengthSince);
    found.add(passage.has_word(behind.clone(), &["anniversary", "birthday"]), Evidence::LengthAnniversary);
    found.add(passage.has_word(before.clone(), NOW) || passage.has_word(behind, NOW), Evidence::LengthNow);
    found.add(
        passage.has_word(
            before,
            &["about", "nearly", "almost", "over", "than", "some", "around", "least", "next", "past"],
        ),
        Evidence::LengthAbout,
    );
    found.add(is_age, Evidence::LengthAge);
    found.add(unit != 'Y', Evidence::LengthDays);
    found.add(one.time.is_none() || other.time.is_none(), Evidence::LengthPublished);
    found.add(matches!((one.point, other.point), (Point::Clock(_), _)), Evidence::LengthClock);
    let led = |end: End<'_>, words: &[&str]| {
        end.time.is_some_and(|it| passage.has_word(scope.before(it.item, it.sentence, 5), words))
    };
    found.add(led(one, BEGINS) || led(other, BEGINS), Evidence::LengthBegins);
    found.add(led(other, ENDS), Evidence::LengthEnds);
    found.add(
        passage.has_word(scope.before(told.item, told.sentence, 4), &["first", "every", "annual", "each"]),
        Evidence::LengthEvery,
    );
    found.add(passage.word(told.item + 1) == "time", Evidence::LengthNth);
    found.add(led(one, &["born"]) || led(other, &["born"]), Evidence::LengthBorn);
    let is_born = led(one, &["born"]) || led(other, &["born"]);
    found.add(is_age && !is_born, Evidence::LengthAgeUnborn);
    found.add(
        unit == 'Y'
            && (one.time.is_none() || other.time.is_none())
            && !passage.has_word(scope.behind(told.item, told.sentence, 4), NOW),
        Evidence::LengthNotNow,
    );
    let gap = |end: End<'_>| end.time.map(|it| it.item.abs_diff(told.item));
    let nearest = gap(one).into_iter().chain(gap(other)).min().unwrap_or(usize::MAX);
    let farthest = gap(one).into_iter().chain(gap(other)).max().unwrap_or(usize::MAX);
    found.add(nearest <= 3, Evidence::LengthNear);
    found.add(farthest <= 12, Evidence::LengthNearBoth);
    let all = scope.times.iter().filter(|it| length(it).is_none() && !loose(it).is_empty()).count();
    found.add(all > parts.len() - 1, Evidence::LengthMorePoints);
    found.add(scope.times.iter().filter(|it| length(it).is_some()).count() > 1, Evidence::LengthMore);
    found.add((real - told.number).abs() > 9.0 && (real - told.number) % 10.0 == 0.0, Evidence::LengthTens);
    let ids: Vec<AnnotationId> = [one.time, other.time].into_iter().flatten().map(|it| it.id).collect();
    cases.offer(scope, Evidence::KindLength, (Equation::Same, &parts), found, &|| {
        let names = [one, other].map(|end| match (end.time, scope.passage.reading.document.published) {
            (Some(time), _) => passage.words(time.span).to_owned(),
            (None, Some(day)) => day.to_string(),
            _ => String::new(),
        });
        let ends = names.join(" – ");
        let result = lengths_told(one.point, other.point, unit, false);
        let told_words = passage.words(told.span);
        Tie::of(DoubtKind::Length, told.id, ids.clone())
            .doubted(words::ReckonedLength { ends: &ends, result: &result, told: &told_words }.text())
    });
}

/// Whether both ends are told by one time, and it is no period.
fn is_one(one: End<'_>, other: End<'_>) -> bool {
    one.point == other.point
}

fn minutes(point: Point) -> Option<(i64, u8)> {
    Some(match point {
        Point::Day(day) => (crate::value::days_between(jiff::civil::date(1, 1, 1), day), 0),
        Point::Month(month) => (month, 1),
        Point::Year(year) => (year, 2),
        Point::Clock(minute) => (minute, 3),
    })
}

/// Two points of which words say that the first told comes first, or last.
fn orders(scope: &Scope<'_>, cases: &mut Cases, ends: &[End<'_>]) {
    for pair in ends.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(first), Some(second)) = (one.time, other.time) else { continue };
        let (Some((a, kind)), Some((b, of_other))) = (minutes(one.point), minutes(other.point)) else {
            continue;
        };
        if kind != of_other || a == b || first.id == second.id {
            continue;
        }
        if ![first.sentence, second.sentence].contains(&scope.sentence) {
            continue;
        }
        order(scope, cases, first, second, a < b);
    }
}

fn order(scope: &Scope<'_>, cases: &mut Cases, first: &Time, second: &Time, is_rising: bool) {
    let passage: &Passage<'_> = scope.passage;
    let gap = first.item + 1..second.item;
    let lead =
        |time: &Time, words: &[&str]| passage.has_word(scope.before(time.item, time.sentence, 5), words);
    let mut found = Pieces::default();
    let after = passage.has_word(gap.clone(), &["after", "following", "since"]);
    let before = passage.has_word(gap.clone(), &["before", "until", "till"]);
    let later = passage.has_word(gap.clone(), &["later", "then", "subsequently", "next", "and"]);
    let earlier = passage.has_word(gap.clone(), &["earlier", "previously"]);
    let begins = lead(first, BEGINS);
    let ends = lead(second, ENDS);
    if is_rising {
        // Told in the order of time: odd only where words turn it round.
        found.add(after, Evidence::OrderAfter);
        found.add(earlier, Evidence::OrderEarlier);
        found.add(lead(second, BEGINS) && lead(first, ENDS), Evidence::OrderEndsBegins);
        if !(after || earlier || lead(second, BEGINS) && lead(first, ENDS)) {
            return;
        }
        found.add(before || later, Evidence::OrderMixed);
    } else {
        found.add(before, Evidence::OrderBefore);
        found.add(later, Evidence::OrderLater);
        found.add(begins, Evidence::OrderBegins);
        found.add(ends, Evidence::OrderEnds);
        found.add(begins && ends, Evidence::OrderBoth);
        if !(before || later || begins || ends) {
            return;
        }
        found.add(after || earlier, Evidence::OrderMixed);
        found.add(passage.has_word(gap.clone(), &["in"]) && gap.len() < 14, Evidence::OrderIn);
    }
    found.add(scope.times.iter().filter(|it| length(it).is_none()).count() > 2, Evidence::OrderMore);
    found.add(first.sentence != second.sentence, Evidence::OrderOther);
    let is_weekday = |it: &Time| !passage.words(it.span).contains(|c: char| c.is_ascii_digit());
    found.add(is_weekday(first) || is_weekday(second), Evidence::OrderWeekdays);
    let parts = [Part::of_time(second, 20.0), Part::of_time(first, 20.0)];
    cases.offer(scope, Evidence::KindOrder, (Equation::Same, &parts), found, &|| {
        let (one, other) = if is_rising { (first, second) } else { (second, first) };
        let text =
            words::ReckonedOrder { first: &passage.words(one.span), second: &passage.words(other.span) }
                .text();
        Tie::of(DoubtKind::Order, second.id, vec![first.id]).doubted(text)
    });
}

/// "19 when she joined in 1988 … now 59": two ages of one person, and the years of them.
fn ages(scope: &Scope<'_>, cases: &mut Cases) {
    let passage = scope.passage;
    let Some(today) = passage.reading.document.published.map(|it| f64::from(it.year())) else { return };
    let year = |it: &Time| match points(it).as_slice() {
        [Point::Year(year)] => Some(*year as f64),
        [Point::Month(month)] => Some((month / 12) as f64),
        [Point::Day(day)] => Some(f64::from(day.year())),
        _ => None,
    };
    let is_age = |it: &&&Fig| {
        let before = passage.word(it.item.wrapping_sub(1));
        let is_led =
            matches!(before, "aged" | "age" | "was" | "turned" | "at" | "now" | "is" | "been" | "then");
        let is_apposed = passage.is_sign(it.item.wrapping_sub(1), &[','])
            && passage.is_sign(it.item + 1, &[',', '.', ';']);
        let old = passage.words(it.span).contains("old") || scope.is_behind(it, 3, &["old"]);
        (5.0..105.0).contains(&it.number()) && (it.is_count() && (is_led || is_apposed) || old)
    };
    let ages: Vec<&Fig> = scope.figures.iter().filter(is_age).copied().collect();
    for (place, one) in ages.iter().enumerate() {
        for other in ages.iter().skip(place + 1) {
            if !scope.is_here(&[one, other]) {
                continue;
            }
            let near = |age: &Fig| {
                let near = scope.times.iter().filter(|it| it.sentence == age.sentence);
                near.filter_map(|it| Some((it, year(it)?))).min_by_key(|(it, _)| it.item.abs_diff(age.item))
            };
            // The year that is told of one of them; the other is of today.
            let (then, now) = match [one, other].map(|it| scope.is_before(it, 3, &["now"])) {
                [true, false] => (*other, *one),
                [false, true] => (*one, *other),
                _ => (*one, *other),
            };
            let Some((time, at)) = near(then).filter(|(_, year)| *year < today) else { continue };
            let expected = then.number() + today - at;
            if (expected - now.number()).abs() <= 1.0 || then.number() >= now.number() {
                continue;
            }
            let mut found = Pieces::default();
            found.add(scope.is_before(now, 3, &["now"]), Evidence::AgesNow);
            found.add(scope.is_behind(then, 4, &["when"]), Evidence::AgesWhen);
            found.add(scope.is_before(then, 3, &["was", "been"]), Evidence::AgesWas);
            found.add(ages.len() > 2, Evidence::AgesMany);
            found.add(time.item.abs_diff(then.item) > 10, Evidence::AgesFar);
            found.add(time.item < then.item, Evidence::AgesYearFirst);
            let parts = [Part::of(now), Part { number: expected, ..Part::of(then) }];
            cases.offer(scope, Evidence::KindAges, (Equation::Same, &parts), found, &|| {
                let names = [passage.words(then.span), passage.words(time.span)];
                let ends = format!("{} ({})", names[0], names[1]);
                let result = words::LengthTold { count: (today - at) as usize, unit: "year" }.text();
                let told = format!("{} – {}", names[0], passage.words(now.span));
                let text = words::ReckonedLength { ends: &ends, result: &result, told: &told }.text();
                let mut tie = Tie::of(DoubtKind::Age, now.id, vec![then.id, time.id]).doubted(text);
                tie.links = Vec::new();
                tie
            });
        }
    }
}
