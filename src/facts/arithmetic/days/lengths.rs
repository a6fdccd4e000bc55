//! A length of time, and the points between which it lies.

use super::points::{Point, between, is_led, length, lengths_told, lower, not_so_long, points, years};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Passage, Time};
use crate::words;

/// A length, and the two points between which it lies by the words of its sentence.
pub(super) fn lengths(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
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
            out.push(not_so_long(
                (DoubtKind::Length, time.id, ids),
                &ends,
                &result,
                passage.words(time.span),
            ));
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

/// "Ten years ago, in 2013".
pub(super) fn agos(passage: &Passage<'_>, out: &mut Vec<Tie>) {
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
            let result = years(i64::from(published.year()) - told);
            let ends = format!("{told} – {}", published.year());
            let tie = (DoubtKind::Length, ago.id, vec![year.id]);
            out.push(not_so_long(tie, &ends, &result, passage.words(ago.span)));
        }
    }
}

/// "For three years … over those five years": a length that takes up the one before.
pub(super) fn definite_lengths(passage: &Passage<'_>, out: &mut Vec<Tie>) {
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
