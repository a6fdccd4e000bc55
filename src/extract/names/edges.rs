//! Where a name begins and ends, beside what the model says.
//!
//! ```text
//! person  = [ title ] names [ "-" half ] [ suffix "." ]     without the title: "Mr. Ali", "Kim Min-jun", "Amis Jr."
//!         | names mark nickname mark names                  one person: José “Pepe” Ruiz
//! several = name ( "and" | "&" ) name                       two names: people; organisations that stand alone, too
//!         | name "." name                                  where a sentence begins: two names
//! half    = onset vowels [ coda ]                           one syllable of Korean or Chinese
//! ```

use std::collections::HashSet;
use std::ops::Range;

use super::fold::FoldHasher;
use super::lexicon::{Kinds, word_set};
use super::mention::Class;
use super::shape::Shape;
use super::tagger::{Found, NameClass, Reading};
use crate::extract::marks::mark;
use crate::text::TokenKind;

word_set! {
    /// Titles that stand before a name and never begin one.
    TITLES: "mr mrs ms mx dr prof sir dame president presidents senator congressman congresswoman minister judge governor general colonel captain sheikh shaikh prince princess king queen emir"
}
word_set! {
    /// What ends a name and is written with a full stop.
    ABBREVIATED: "inc corp ltd co bros jr sr pty"
}

/// What speaks for a person behind an office, and no less.
const OFFICE: f32 = 4.0;

/// The names that were found, each from its first to its last token, in order and apart from each other.
pub(super) fn settle(reading: &Reading<'_, '_>, found: &[Found]) -> Vec<Found> {
    let alone: HashSet<u64, FoldHasher> =
        found.iter().filter(|it| it.end == it.first + 1).map(|it| reading.word(it.first).hash).collect();
    let mut names: Vec<Found> = Vec::with_capacity(found.len());
    for found in found {
        let parts = match joint(reading, found, &alone) {
            Some(joint) => {
                [Some(found.within(found.first, joint.start)), Some(found.within(joint.end, found.end))]
            }
            None => [Some(*found), None],
        };
        for part in parts.into_iter().flatten() {
            let (first, end) = trimmed(reading, &part);
            if first == end || names.last().is_some_and(|before| before.end > first) {
                continue;
            }
            let part = part.within(first, stopped(reading, whole(reading, &part, first, end)));
            match names.last_mut() {
                Some(before) if is_nickname_between(reading, before, &part) => before.end = part.end,
                _ => names.push(part),
            }
        }
    }
    names
}

/// Where two names are joined that were found as one: the tokens between them.
fn joint(reading: &Reading<'_, '_>, found: &Found, alone: &HashSet<u64, FoldHasher>) -> Option<Range<usize>> {
    // Who signs is called by the same name as who is written to below: "Renee", a new line, "Renee,".
    let (first, second) = (reading.word(found.first), reading.word(found.first + 1));
    if found.class == NameClass::Person && found.end == found.first + 2 && first.hash == second.hash {
        return Some(found.first + 1..found.first + 1);
    }
    // No name goes on in the next sentence.
    let begins = |at: &usize| reading.word(*at).sentence && reading.text(at - 1) == ".";
    if let Some(next) = (found.first + 2..found.end).find(begins) {
        return Some(next - 1..next);
    }
    if let Some(words) = words_within(reading, found) {
        return Some(words);
    }
    let inner = found.first + 1..found.end.saturating_sub(1);
    let is_joint = |at: &usize| matches!(reading.text(*at), "and" | "&");
    // Which of several it is the rules know.
    let ruled = reading.decision(found.first).map(|decision| decision.end);
    let ruled = ruled.filter(|end| inner.contains(end) && is_joint(end));
    let at = ruled.or_else(|| inner.clone().find(is_joint))?;
    let is_name = |at: usize| {
        let word = reading.word(at);
        word.is_capital() && !word.is_plain() && !word.kinds.any(Kinds::WORDS)
    };
    // Where the rules see an organisation before the joint and another behind it.
    let are_two = || {
        let halves = reading.decision(found.first).zip(reading.decision(at + 1));
        halves.is_some_and(|(left, right)| {
            (left.first, left.end, right.first, right.end) == (found.first, at, at + 1, found.end)
                && [left, right].iter().all(|half| half.class == Class::Org)
        })
    };
    let is_known = |first: usize, end: usize| end == first + 1 && alone.contains(&reading.word(first).hash);
    let fits = match found.class {
        NameClass::Person => reading.text(at) == "and" || at > found.first + 1,
        NameClass::Org if are_two() => true,
        NameClass::Org => {
            reading.text(at) == "and"
                && (found.first..at).all(is_name)
                && is_name(at + 1)
                && (is_known(found.first, at) || is_known(at + 1, found.end))
        }
        _ => false,
    };
    fits.then_some(at..at + 1)
}

/// The words in small letters that no name holds: "Velmora rose as Velmora".
fn words_within(reading: &Reading<'_, '_>, found: &Found) -> Option<Range<usize>> {
    let is_word = |at: &usize| {
        let word = reading.word(*at);
        let is_inner =
            word.is_small || word.is_particle || word.kinds.any(Kinds::ORG_HEAD.or(Kinds::PLACE_HEAD));
        word.shape == Shape::Lower && !is_inner && reading.text(at - 1) != "-" && reading.text(at + 1) != "-"
    };
    let from = (found.first + 1..found.end.saturating_sub(1)).find(is_word)?;
    let to = (from..found.end).find(|&at| reading.word(at).is_capital())?;
    let may_hold = !matches!(found.class, NameClass::Org | NameClass::Person);
    (!may_hold && reading.word(found.first).is_capital()).then_some(from..to)
}

/// Whether nothing but a nickname in quote marks stands between two parts of a person's name; some of it may have been
/// found as the end of the first part.
fn is_nickname_between(reading: &Reading<'_, '_>, before: &Found, behind: &Found) -> bool {
    let people = [before, behind].iter().all(|found| found.class == NameClass::Person);
    let is_nickname = |from: usize| {
        let to = behind.first - 1;
        mark(reading.text(from)).is_some()
            && mark(reading.text(to)).is_some()
            && (from + 1..to).all(|at| reading.word(at).shape == Shape::Capital)
    };
    // A mark, one or two words and a mark.
    let mut starts = (3..=4).filter_map(|length| behind.first.checked_sub(length));
    people && starts.any(|from| (before.first + 1..=before.end).contains(&from) && is_nickname(from))
}

/// A found name without a title before it, or an article, or an ending behind it.
fn trimmed(reading: &Reading<'_, '_>, found: &Found) -> (usize, usize) {
    let (mut first, mut end) = (found.first, found.end);
    while first + 1 < end {
        let word = reading.word(first);
        let is_title =
            found.class == NameClass::Person && TITLES.has(word.hash) && word.shape == Shape::Capital;
        // "Mr. Ali": the full stop goes with the title.
        let is_stop = first > found.first && reading.text(first) == ".";
        if !is_title && !is_stop {
            break;
        }
        first += 1;
    }
    // "Minister for Women and Equalities Ama Boateng": the rules know where an office ends.
    let ruled = (first..end).find_map(|at| reading.decision(at)).filter(|decision| {
        decision.class == Class::Person
            && decision.end == end
            && decision.first > first
            && decision.weight >= OFFICE
    });
    if found.class == NameClass::Person
        && let Some(decision) = ruled
        && (first..decision.first).all(|at| !reading.word(at).kinds.any(Kinds::PERSON))
    {
        first = decision.first;
    }
    // No name that begins with a capital ends in a word in small letters, but for what it is.
    let is_ending = |at: usize| {
        let word = reading.word(at);
        let is_head = word.kinds.any(Kinds::ORG_HEAD.or(Kinds::PLACE_HEAD));
        word.shape == Shape::Lower && !word.is_particle && !is_head && reading.word(first).is_capital()
    };
    let is_joined = |at: usize| reading.text(at - 1) == "-";
    while end > first + 1 && is_ending(end - 1) && !is_joined(end - 1) {
        end -= 1;
    }
    while end > first && reading.kind(end - 1) == Some(TokenKind::Clitic) {
        end -= 1;
    }
    (first, end)
}

/// Where a name ends that goes on behind a hyphen: with another capital, as the rules see it, or, in a person's
/// name, with one syllable: "Kim Min-jun".
fn whole(reading: &Reading<'_, '_>, found: &Found, first: usize, end: usize) -> usize {
    let is_joined = |at: usize| {
        let (before, here) = (reading.span(at - 1..at), reading.span(at..at + 1));
        before.zip(here).is_some_and(|(before, here)| before.end() == here.start())
    };
    // "University of California, Berkeley"
    if let Some(decision) = reading.decision(first)
        && reading.text(end) == ","
        && decision.first == first
        && decision.end > end
        && decision.class == Class::Org
        && found.class == NameClass::Org
    {
        return decision.end;
    }
    // "BBC Two"
    if let Some(decision) = reading.decision(first)
        && decision.first == first
        && decision.end == end + 1
        && decision.class == Class::Org
        && found.class == NameClass::Org
        && reading.word(end).is_capital()
    {
        return decision.end;
    }
    if reading.text(end) != "-" || !is_joined(end) || !is_joined(end + 1) {
        return end;
    }
    let half = reading.word(end + 1);
    let is_half = found.class == NameClass::Person
        && end > first + 1
        && is_syllable(reading.text(end - 1))
        && is_syllable(reading.text(end + 1))
        && (half.is_capital() || half.shape == Shape::Lower);
    match reading.decision(first) {
        Some(decision) if decision.first == first && decision.end > end => decision.end,
        _ if is_half => end + 2,
        _ => end,
    }
}

/// Whether a word is one syllable as Korean and Chinese names are written in Latin letters.
fn is_syllable(text: &str) -> bool {
    let is_vowel = |c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let rest = text.trim_start_matches(|c| !is_vowel(c) || matches!(c, 'y' | 'Y'));
    let onset = text.strip_suffix(rest).unwrap_or_default();
    let pairs = ["ch", "sh", "zh", "hs", "ts", "kh", "kw", "hw", "gw", "kk", "tt", "pp", "ss", "jj"];
    if onset.len() > 1 && !pairs.iter().any(|pair| onset.eq_ignore_ascii_case(pair)) {
        return false;
    }
    let text = rest;
    let coda = text.trim_start_matches(is_vowel);
    let vowels = text.len() - coda.len();
    (1..=3).contains(&vowels)
        && matches!(coda, "" | "n" | "ng" | "k" | "l" | "m" | "p" | "h" | "w" | "r" | "t")
}

/// Where a name ends whose last word is short for another: its full stop belongs to it.
fn stopped(reading: &Reading<'_, '_>, end: usize) -> usize {
    let is_short = end.checked_sub(1).is_some_and(|last| ABBREVIATED.has(reading.word(last).hash));
    let is_joined = || {
        let (last, stop) = (reading.span(end - 1..end), reading.span(end..end + 1));
        last.zip(stop).is_some_and(|(last, stop)| last.end() == stop.start())
    };
    if is_short && reading.text(end) == "." && is_joined() { end + 1 } else { end }
}
