//! Segments: the stretches of tokens that can hold a name, and that the model looks at.

use std::ops::Range;

use crate::extract::names::decide::Decision;
use crate::extract::names::lexicon::Kinds;
use crate::extract::names::shape::Shape;
use crate::extract::names::words::Word;

/// How many tokens without a capital may stand between two with one: "Ministry of the Interior".
const LONGEST_GAP: usize = 2;

/// No segment has more tokens: hostile input costs no more than prose.
const LONGEST: usize = 64;

/// Whether a name can stand on this word: by its letters, or as a place that people write without
/// a capital.
fn can_be_name(word: &Word) -> bool {
    match word.shape {
        Shape::Capital | Shape::Capitals | Shape::Initial | Shape::Mixed => true,
        Shape::Lower => {
            word.kinds.any(Kinds::PLACE.or(Kinds::GROUP)) && !word.kinds.any(Kinds::COMMON.or(Kinds::WORDS))
        }
        Shape::Other => false,
    }
}

/// The stretches of tokens in or next to capitals, in order and apart from each other. What the
/// rules found lies within them, whatever its letters.
pub(super) fn segments(words: &[Word], decisions: &[Decision]) -> Vec<Range<usize>> {
    let mut segments: Vec<Range<usize>> = Vec::new();
    let mut decisions = decisions.iter().peekable();
    let mut found_to = 0;
    for (at, word) in words.iter().enumerate() {
        while let Some(decision) = decisions.next_if(|decision| decision.first <= at) {
            found_to = found_to.max(decision.end);
        }
        if !can_be_name(word) && at >= found_to {
            continue;
        }
        // "al-Sadr", "van der Berg": the particles before belong to the name.
        let mut start = at;
        while start > 0 && at - start < LONGEST_GAP && !words.get(start).is_some_and(|word| word.sentence) {
            let Some(before) = words.get(start - 1) else { break };
            let particle = before.shape == Shape::Lower && before.is_particle;
            let hyphen = before.hash == 0 && start == at;
            if !particle && !hyphen {
                break;
            }
            start -= 1;
        }
        if !words.get(start).is_some_and(|word| word.shape == Shape::Lower && word.is_particle) {
            start = at;
        }
        match segments.last_mut() {
            Some(last)
                if at - last.end <= LONGEST_GAP
                    && at - last.start < LONGEST
                    && !words.get(last.end..=at).unwrap_or_default().iter().any(|word| word.sentence) =>
            {
                last.end = at + 1;
            }
            _ => {
                let free = segments.last().map_or(0, |last| last.end);
                segments.push(start.max(free)..at + 1);
            }
        }
    }
    segments
}
