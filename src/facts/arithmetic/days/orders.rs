//! An order in time that cannot be: buried before death, results before the poll.

use jiff::civil::Date;

use super::points::{Point, names_a_day, points};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Passage, Time, What};
use crate::value::days_between;
use crate::words;

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
pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
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
