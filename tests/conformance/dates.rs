//! Dates, times and durations.
//!
//! Two trials over the same cases: one asks for the spans, one for the values as well. A case
//! counts only when all its spans (and values) are right. The agreed differences:
//!
//! - Spans are compared after a leading article, preposition or modifier ("from", "more than",
//!   "early") is cut on both sides: ours keep them out, or keep those that pick a part of a period.
//! - A date with a time ("July 2 at 3 pm") is one thing for them. For us it is a DATE and a TIME
//!   (or a DURATION behind "for") that touch or have nothing but a connecting word between them:
//!   their union is compared, and the values of both.
//! - A date must be the right day. What is counted in weeks, months or years ("two months ago") is
//!   no calendar date in news but a period as fine as the unit, and must hold their day.
//! - Ranges are compared by the interval that they mean; their ends may count in or not. What only
//!   begins or ends there ("before 2010") or is a part of it ("earlier this month") has the value of
//!   the whole period for us, so it is compared with their timex.
//! - Durations and times are compared by their timex (`PT0.5H` is `PT30M`; "a few minutes" are `PTXM`, as TIMEX3 has it,
//!   and not three; the night is `TNI` and not `TNT`, noon `TMI` and not a meal), seasons and fiscal
//!   years as well; where theirs leaves the year open ours may tell it.
//! - Where theirs has two candidates (past and future), either counts.
//!
//! Families that news does not use are left out, see [`family`]; each run prints their counts.

use jiff::ToSpan;
use jiff::civil::Date;
use libtest_mimic::Trial;
use newsmark::text::Span;
use newsmark::value::Value;
use serde_json::Value as Json;

use crate::cases::{Case, Expected, Found, Verdict, trial};
use crate::timex::days;

/// The trials of this part. What follows the point tells them apart; the file is `datetime.jsonl`.
pub(crate) fn trials() -> Vec<Trial> {
    vec![trial("datetime.spans", 0.85, spans), trial("datetime.values", 0.80, values)]
}

/// The family that keeps a case out, if any. Of the 471 cases that can be seen, 43 (9.1 %):
///
/// - sets, 25: a frequency is none of the three labels;
/// - the moment of speaking, 7: "now" tells a reader of news nothing;
/// - hours and minutes from the moment of speaking, 7: news has a day of publication, but no hour;
/// - days that no calendar has, 4: a value of theirs for February 30.
fn family(case: &Case) -> Option<&'static str> {
    let is_any = |is_so: fn(&str, &Expected) -> bool| {
        case.expected.iter().any(|one| is_so(one.span.slice(&case.text).unwrap_or_default(), one))
    };
    let has_timex = |is_so: fn(&str) -> bool| {
        let values = case.expected.iter().flat_map(candidates);
        values.filter_map(|value| value["timex"].as_str()).any(is_so)
    };
    match () {
        () if is_any(|_, one| one.kind == "datetimeV2.set") => Some("sets: every Monday, annually"),
        () if has_timex(|timex| timex == "PRESENT_REF") => Some("the moment of speaking: now, at the moment"),
        () if is_any(is_spoken) => Some("hours and minutes from the moment of speaking: in 3 min, next hour"),
        () if has_timex(is_no_day) => Some("days that no calendar has: February 30"),
        () => None,
    }
}

fn is_spoken(text: &str, expected: &Expected) -> bool {
    let text = text.to_ascii_lowercase();
    let has_unit = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| matches!(word, "h" | "hour" | "hours" | "min" | "minutes"));
    let is_counted = ["in ", "within ", "next ", "last "].iter().any(|lead| text.starts_with(lead))
        || text.contains(" last ")
        || text.ends_with(" later");
    expected.kind.starts_with("datetimeV2.datetime") && has_unit && is_counted
}

/// Whether a timex names a day that does not exist in its year (in any, where that is open).
fn is_no_day(timex: &str) -> bool {
    let days = timex.split(|c: char| !(c.is_ascii_digit() || c == 'X' || c == '-'));
    days.filter(|day| day.len() == 10 && !day.ends_with('X'))
        .filter_map(|day| day.strip_prefix("XXXX").map(|rest| format!("2024{rest}")).or(Some(day.to_owned())))
        .any(|day| !day.contains('X') && day.parse::<Date>().is_err())
}

fn spans(case: &Case) -> Verdict {
    judge(case, |_, _, _| true)
}

fn values(case: &Case) -> Verdict {
    judge(case, is_right)
}

/// Whether everything expected is found and nothing else, and `accepts` what was found for each.
fn judge(case: &Case, accepts: fn(&str, &Expected, &[&Found]) -> bool) -> Verdict {
    if let Some(family) = family(case) {
        return Verdict::LeftOut(family);
    }
    let found: Vec<Found> = case
        .found()
        .into_iter()
        .filter(|found| matches!(found.label.as_str(), "DATE" | "TIME" | "DURATION"))
        .collect();
    let shown = |span: Span| span.slice(&case.text).unwrap_or_default().to_owned();
    let describe = || {
        let found = found.iter().map(|found| format!("{:?} {}", shown(found.span), timex(found)));
        found.collect::<Vec<_>>().join(", ")
    };
    for expected in &case.expected {
        let parts: Vec<&Found> = found.iter().filter(|found| found.span.overlaps(expected.span)).collect();
        if !is_same_span(&case.text, expected.span, &parts)
            || !accepts(&shown(expected.span), expected, &parts)
        {
            let wanted = (shown(expected.span), expected.kind.as_str(), &expected.resolution["values"]);
            return Verdict::Wrong(format!("wanted {wanted:?}\n    found {}", describe()));
        }
    }
    let meets = |found: &Found| case.expected.iter().any(|expected| expected.span.overlaps(found.span));
    if found.iter().all(meets) { Verdict::Right } else { Verdict::Wrong(format!("too much: {}", describe())) }
}

/// Whether the union of `parts`, which only connecting words may divide, is what is expected.
fn is_same_span(text: &str, expected: Span, parts: &[&Found]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let is_joined = parts.windows(2).all(|pair| {
        let gap = text.get(pair[0].span.end()..pair[1].span.start()).unwrap_or("?");
        let is_word = |word: &str| CONNECTING.contains(&word.to_ascii_lowercase().as_str());
        gap.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || is_word(word))
    });
    let [wanted, got] = [expected, first.span.cover(last.span)].map(|span| without_lead(text, span));
    is_joined && wanted == got
}

const CONNECTING: &[&str] = &[
    "a", "after", "and", "around", "at", "before", "between", "by", "for", "from", "in", "of", "on",
    "starting", "the", "till", "to", "until",
];

/// Articles, prepositions and modifiers.
const LEADING: &[&str] = &[
    "a", "about", "after", "an", "approximately", "around", "as", "at", "before", "beginning", "between",
    "by", "during", "earlier", "early", "for", "from", "in", "late", "later", "less", "mid", "more",
    "nearly", "of", "on", "since", "starting", "than", "the", "till", "to", "until", "within",
];

/// The span without its leading articles, prepositions, modifiers and signs.
fn without_lead(text: &str, span: Span) -> (usize, usize) {
    let mut rest = span.slice(text).unwrap_or_default();
    loop {
        let signs = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word_end = signs.find(|c: char| !c.is_alphanumeric()).unwrap_or(signs.len());
        let (word, behind) = signs.split_at(word_end);
        if behind.is_empty() || !LEADING.contains(&word.to_ascii_lowercase().as_str()) {
            return (span.end() - signs.len(), span.end());
        }
        rest = behind;
    }
}

fn timex(found: &Found) -> &str {
    match &found.value {
        Some(Value::Timex(timex)) => &timex.timex,
        _ => "",
    }
}

/// The interval that is meant: of a length that reaches to or from publication the days at its ends.
fn interval(found: &Found) -> String {
    match &found.value {
        Some(Value::Timex(timex)) => match timex.ends {
            Some((begin, end)) => format!("{begin}/{end}"),
            None => timex.timex.clone(),
        },
        _ => String::new(),
    }
}

fn candidates(expected: &Expected) -> &[Json] {
    expected.resolution["values"].as_array().map_or(&[], Vec::as_slice)
}

/// Whether `parts` mean what is expected of `text`.
fn is_right(text: &str, expected: &Expected, parts: &[&Found]) -> bool {
    let is_counted = ["week", "month", "year", "decade", "fortnight"]
        .iter()
        .any(|unit| text.to_ascii_lowercase().contains(unit));
    candidates(expected).iter().any(|theirs| {
        let wanted = theirs["timex"].as_str().unwrap_or_default();
        match (expected.kind.trim_start_matches("datetimeV2."), parts) {
            ("date", [part]) => match (days(timex(part)), day(&theirs["value"])) {
                (Some((from, to)), Some(day)) => {
                    from == day && to == tomorrow(day) || is_counted && from <= day && day < to
                }
                _ => fits(wanted, timex(part)),
            },
            ("daterange", [part]) => is_interval(theirs, &interval(part)),
            ("duration", [part]) => {
                length(wanted).is_some_and(|wanted| length(timex(part)) == Some(wanted))
                    || is_vague(text) && wanted.replace('3', "X") == timex(part)
            }
            ("time", [part]) => is_clock(&theirs["value"], timex(part)),
            ("timerange", [part]) => is_clock_range(theirs, timex(part)),
            ("datetime", _) => {
                let time = theirs["value"].as_str().and_then(|value| value.get(11..)).unwrap_or_default();
                is_moment(theirs, "value", parts, |timex| is_clock(&Json::from(time), timex))
            }
            ("datetimerange", [part]) if fits(wanted, timex(part)) => true,
            ("datetimerange", _) => {
                let field = if theirs["start"].is_null() { "end" } else { "start" };
                let lasts = lasts_as_long(wanted, parts);
                is_moment(theirs, field, parts, |timex| {
                    is_clock_range(theirs, timex) || lasts && is_clock(&clock_of(&theirs["start"]), timex)
                })
            }
            _ => false,
        }
    })
}

/// Whether a length is one of a few, which are three to them and open in TIMEX3.
fn is_vague(text: &str) -> bool {
    ["few", "some", "several"].iter().any(|word| text.to_ascii_lowercase().contains(word))
}

/// Whether a DURATION of ours ("from 9:30 for seven hours") is the one in their
/// `(start,end,duration)`.
fn lasts_as_long(wanted: &str, parts: &[&Found]) -> bool {
    let wanted = wanted.trim_end_matches(')').rsplit(',').next().and_then(length);
    let told =
        parts.iter().find(|part| part.label.as_str() == "DURATION").and_then(|part| length(timex(part)));
    wanted.is_some() && wanted == told
}

fn clock_of(value: &Json) -> Json {
    let value = value.as_str().unwrap_or_default();
    Json::from(value.get(value.len().saturating_sub(8)..).unwrap_or_default())
}

/// Whether `parts` are the day in `field` of theirs, and a time that `accepts`.
fn is_moment(theirs: &Json, field: &str, parts: &[&Found], accepts: impl Fn(&str) -> bool) -> bool {
    let of = |label: &str| parts.iter().filter(|part| part.label.as_str() == label).collect::<Vec<_>>();
    let (dates, times) = (of("DATE"), of("TIME"));
    let mut told = dates.iter().chain(&times).filter_map(|part| days(timex(part).split('T').next()?));
    let is_day = told.any(|(from, to)| Some(from) == day(&theirs[field]) && to == tomorrow(from));
    is_day && times.iter().any(|time| accepts(timex(time)))
}

/// Whether our `T15:30`, with or without its zone, is their `15:30:00`.
fn is_clock(theirs: &Json, ours: &str) -> bool {
    let Some(theirs) = theirs.as_str() else { return false };
    // Ours may have the day as well.
    let shown = ours.rsplit('T').next().unwrap_or(ours);
    let shown = shown.split(['Z', '+', '-']).next().unwrap_or(shown);
    let padded = if shown.len() == 5 { format!("{shown}:00") } else { shown.to_owned() };
    padded == theirs || padded == "24:00:00" && theirs == "00:00:00"
}

fn is_clock_range(theirs: &Json, ours: &str) -> bool {
    let at = |field: &str| clock_of(&theirs[field]);
    let wanted = theirs["timex"].as_str().unwrap_or_default();
    let part = |timex: &str| timex.rsplit_once('T').map(|(_, part)| part.to_owned());
    match (ours.split_once('/'), theirs["start"].is_null(), theirs["end"].is_null()) {
        (Some((from, to)), false, false) => is_clock(&at("start"), from) && is_clock(&at("end"), to),
        (None, false, true) => is_clock(&at("start"), ours),
        (None, true, false) => is_clock(&at("end"), ours),
        _ => {
            let theirs = part(wanted).map(|part| part.replace("NT", "NI").replace("MEL", "MI"));
            theirs == part(ours) && !ours.contains(':')
        }
    }
}

fn is_interval(theirs: &Json, ours: &str) -> bool {
    let Some((from, to)) = days(ours) else {
        return fits(theirs["timex"].as_str().unwrap_or_default(), ours);
    };
    if let (Some(start), Some(end)) = (day(&theirs["start"]), day(&theirs["end"])) {
        let last = ours.split_once('/').and_then(|(_, last)| days(last)).map_or(to, |(from, _)| from);
        let is_start = start == from || ours.contains('/') && start == tomorrow(from);
        if is_start && (end == to || tomorrow(end) == to || end == last) {
            return true;
        }
    }
    let touches =
        ["start", "end"].iter().filter_map(|field| day(&theirs[field])).any(|day| from <= day && day <= to);
    touches && fits(theirs["timex"].as_str().unwrap_or_default(), ours)
}

/// Whether our timex is theirs, where that may leave digits or the year open (`XXXX-05`, `SU`).
fn fits(theirs: &str, ours: &str) -> bool {
    let is_same = |theirs: &str, ours: &str| {
        theirs.len() == ours.len() && theirs.chars().zip(ours.chars()).all(|(a, b)| a == b || a == 'X')
    };
    is_same(theirs, ours) || matches!(theirs, "SP" | "SU" | "FA" | "WI") && ours.ends_with(theirs)
}

fn day(value: &Json) -> Option<Date> {
    value.as_str()?.get(..10)?.parse().ok()
}

fn tomorrow(date: Date) -> Date {
    date.checked_add(1.day()).unwrap_or(date)
}

/// The length that a timex means, in months and in seconds.
pub(crate) fn length(timex: &str) -> Option<(f64, f64)> {
    let (mut months, mut seconds, mut is_clock) = (0.0, 0.0, false);
    let mut rest = timex.strip_prefix('P')?;
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix('T') {
            (is_clock, rest) = (true, behind);
            continue;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number: f64 = rest.get(..digits)?.parse().ok()?;
        let unit = rest.get(digits..)?;
        let name = unit.get(..unit.find(|c: char| c.is_ascii_digit() || c == 'T').unwrap_or(unit.len()))?;
        match (name, is_clock) {
            ("Y", _) => months += number * 12.0,
            ("M", false) => months += number,
            ("DE", _) => months += number * 120.0,
            ("CE", _) => months += number * 1200.0,
            ("W", _) => seconds += number * 604_800.0,
            ("WE", _) => seconds += number * 172_800.0,
            ("D", _) => seconds += number * 86_400.0,
            ("H", _) => seconds += number * 3_600.0,
            ("M", true) => seconds += number * 60.0,
            ("S", _) => seconds += number,
            _ => return None,
        }
        rest = unit.get(name.len()..)?;
    }
    Some((months, seconds))
}
