//! One name, one meaning: what the model says of a mention is weighed with what it says of the
//! same name elsewhere in the article (Finkel, Grenager and Manning 2005 sample for the same end;
//! here the mentions of an article vote, once).

use crate::text::sort_by_key;
use std::collections::HashMap;

use super::found::Found;
use super::reading::Reading;
use super::tag::NameClass;
use crate::extract::names::fold::{self, FoldHasher};
use crate::extract::names::shape::Shape;
use crate::extract::names::words::Line;

const CLASSES: usize = NameClass::ALL.len();

/// How much the article counts against the place, for each class.
const SHARE: f32 = 0.6;

/// How much the members of a list count against the place.
const LIST_SHARE: f32 = 0.3;

/// In lines of capitals a word that is no longer than this may be the short form of a name elsewhere, or not.
const LONGEST_ACRONYM: usize = 4;

/// A repeat that the model passed over is added where the name is this sure elsewhere.
const SURE: f32 = 0.6;

/// What the mentions of one name say together.
#[derive(Clone, Copy, Default)]
struct Votes {
    count: f32,
    classes: [f32; CLASSES],
    longest: usize,
}

/// Weighs the mentions of each name against each other, and adds repeats that were missed.
pub(super) fn settle(reading: &Reading<'_, '_>, found: &mut Vec<Found>) {
    let mut votes: HashMap<u64, Votes, FoldHasher> = HashMap::default();
    let mut people: HashMap<u64, f32, FoldHasher> = HashMap::default();
    let keys: Vec<u64> = found.iter().map(|found| key(reading, found.first, found.end)).collect();
    for (found, key) in found.iter().zip(&keys) {
        let votes = votes.entry(*key).or_default();
        votes.count += 1.0;
        votes.classes.iter_mut().zip(found.classes).for_each(|(sum, class)| *sum += class);
        votes.longest = votes.longest.max(found.end - found.first);
        if found.class == NameClass::Person && found.end > found.first + 1 {
            let last = people.entry(reading.word(found.end - 1).hash).or_default();
            *last = last.max(found.probability);
        }
    }
    for (found, key) in found.iter_mut().zip(&keys) {
        let Some(votes) = votes.get(key) else { continue };
        let mut classes = found.classes;
        for (class, sum) in classes.iter_mut().zip(votes.classes) {
            *class = (1.0 - SHARE) * *class + SHARE * sum / votes.count;
        }
        if found.end == found.first + 1
            && let Some(sure) = people.get(&reading.word(found.first).hash)
        {
            let person = &mut classes[NameClass::Person as usize];
            *person = person.max(0.75 * sure);
        }
        found.classes = classes;
        found.settle();
    }
    lists(reading, found);
    let longest = votes.values().map(|votes| votes.longest).max().unwrap_or_default();
    add_repeats(reading, found, &votes, &people, longest);
}

/// What stands in one list is of one kind, most often: each member is weighed with the others.
fn lists(reading: &Reading<'_, '_>, found: &mut [Found]) {
    let is_joined = |before: &Found, behind: &Found| {
        let between = before.end..behind.first;
        (1..=2).contains(&between.len())
            && between.clone().all(|at| matches!(reading.text(at), "," | "and" | "&" | "or"))
    };
    for list in found.chunk_by_mut(is_joined).filter(|list| list.len() > 2) {
        let mut mean = [0.0; CLASSES];
        for found in list.iter() {
            mean.iter_mut().zip(found.classes).for_each(|(sum, class)| *sum += class / list.len() as f32);
        }
        for found in list {
            found
                .classes
                .iter_mut()
                .zip(mean)
                .for_each(|(class, mean)| *class = (1.0 - LIST_SHARE) * *class + LIST_SHARE * mean);
            found.settle();
        }
    }
}

fn key(reading: &Reading<'_, '_>, first: usize, end: usize) -> u64 {
    let slice = reading.span(first..end).and_then(|span| span.slice(reading.article.text));
    fold::hash(slice.unwrap_or_default())
}

/// Names that stand elsewhere in the article, at places where the model saw none.
fn add_repeats(
    reading: &Reading<'_, '_>,
    found: &mut Vec<Found>,
    votes: &HashMap<u64, Votes, FoldHasher>,
    people: &HashMap<u64, f32, FoldHasher>,
    longest: usize,
) {
    let mut added = Vec::new();
    let mut standing = found.iter().peekable();
    for segment in reading.segments() {
        let mut at = segment.start;
        while at < segment.end {
            while standing.next_if(|found| found.end <= at).is_some() {}
            let next = standing.peek().map_or(segment.end, |found| found.first.min(segment.end));
            if next <= at {
                at = standing.peek().map_or(segment.end, |found| found.end);
                continue;
            }
            let word = reading.word(at);
            // "WHO WILL PAY" is no organisation.
            let shouted = word.line == Line::Capitals && reading.text(at).len() <= LONGEST_ACRONYM;
            if word.hash == 0 || word.shape == Shape::Lower || word.seen_lower && word.begins || shouted {
                at += 1;
                continue;
            }
            let repeat = (at + 1..=next.min(at + longest.min(6))).rev().find_map(|end| {
                let votes = votes.get(&key(reading, at, end))?;
                let best = (0..CLASSES).max_by(|a, b| votes.classes[*a].total_cmp(&votes.classes[*b]))?;
                let sure = votes.classes[best] / votes.count;
                (sure >= SURE).then_some((end, best, sure))
            });
            let surname = || {
                let sure = people.get(&word.hash).filter(|sure| **sure >= SURE && !word.seen_lower)?;
                Some((at + 1, NameClass::Person as usize, *sure))
            };
            if let Some((end, best, sure)) = repeat.or_else(surname) {
                let mut classes = [0.0; CLASSES];
                classes[best] = sure;
                added.push(Found {
                    first: at,
                    end,
                    class: NameClass::ALL[best],
                    probability: sure * 0.8,
                    classes,
                });
                at = end;
            } else {
                at += 1;
            }
        }
    }
    found.extend(added);
    sort_by_key(found, |found| found.first);
}
