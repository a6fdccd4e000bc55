//! What may be meant by a selector whose quote is not in the text, or not for sure: proposed to a person, never placed.

use super::{Anchorer, CONTEXT};
use crate::annotation::selector::{Selector, TextQuoteSelector};
use crate::text::{Pattern, Span, sort_by, sort_by_key};

/// A place that may be meant.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Proposal {
    /// The place.
    pub span: Span,
    /// How alike the quote and its surroundings are there, 0 to 1.
    pub score: f64,
}

/// Below this a place is not worth a person's look: half of it is other letters.
const WORTH_A_LOOK: f64 = 0.6;
/// How many code points of a long quote are compared at either end.
const END: usize = Pattern::LONGEST - CONTEXT;
/// How many places are compared closely.
const CLOSELY: usize = 6;
/// A word that stands more often than this says nothing about the place.
const COMMON: usize = 64;
/// How far words around a place may have moved against each other, in bytes.
const SLACK: usize = 48;

impl Anchorer<'_> {
    /// The place in the text that is most similar to what the selector says, where one is similar enough.
    ///
    /// Words of the quote and its surroundings that are rare in the text tell where to look; there the best fit is found
    /// (see [`Pattern`]), and its ends are moved to the ends of words.
    pub fn propose(&self, selector: &Selector) -> Option<Proposal> {
        let quote = &selector.quote;
        let whole = [quote.prefix.as_str(), &quote.exact, &quote.suffix].concat();
        let candidates = self.candidates(&whole, quote.prefix.len(), self.expected(selector));
        let found = candidates.into_iter().filter_map(|start| self.fit(quote, whole.len(), start));
        found.filter(|found| found.score >= WORTH_A_LOOK).max_by(|a, b| a.score.total_cmp(&b.score))
    }

    /// Where `whole` may begin, in bytes: where most of its rare words say.
    fn candidates(&self, whole: &str, inside: usize, expected: usize) -> Vec<usize> {
        let mut votes: Vec<(usize, f64)> = vec![(expected.saturating_sub(inside), 0.0)];
        for (offset, word) in words(whole) {
            let near = expected + offset;
            let places: Vec<usize> =
                self.index().occurrences(self.text, word, near, COMMON).take(COMMON + 1).collect();
            if places.len() <= COMMON {
                let weight = word.chars().count() as f64 / places.len().max(1) as f64;
                votes.extend(places.into_iter().map(|place| (place.saturating_sub(offset), weight)));
            }
        }
        sort_by_key(&mut votes, |(start, _)| *start);
        // Votes for neighbouring places count together.
        let mut best: Vec<(f64, usize)> = Vec::new();
        for group in votes.chunk_by(|a, b| b.0 - a.0 <= SLACK) {
            best.push((group.iter().map(|(_, weight)| weight).sum(), group[group.len() / 2].0));
        }
        sort_by(&mut best, |a, b| b.0.total_cmp(&a.0));
        best.into_iter().take(CLOSELY).map(|(_, start)| start).collect()
    }

    /// How the quote fits where it may begin at about `start`, its prefix before it.
    fn fit(&self, quote: &TextQuoteSelector, len: usize, start: usize) -> Option<Proposal> {
        let text = self.text;
        let from = floor(text, start.saturating_sub(2 * SLACK));
        let window = text.get(from..floor(text, start + len + len / 4 + 2 * SLACK))?;
        let prefix = last(&quote.prefix, CONTEXT);
        let suffix = first(&quote.suffix, CONTEXT);
        let exact = quote.exact.chars().count();
        let (around, inside) = (prefix.chars().count(), exact.min(END - CONTEXT));
        let (span, score) = if exact <= END - CONTEXT {
            let found = Pattern::new(&[prefix, &quote.exact, suffix].concat())?.find(window);
            (found.span(around, around + exact)?, found.score())
        } else {
            // Its beginning and its end.
            let head = Pattern::new(&[prefix, first(&quote.exact, inside)].concat())?.find(window);
            let tail = Pattern::new(&[last(&quote.exact, inside), suffix].concat())?.find(window);
            let (begin, end) = (*head.places.get(around)?, *tail.places.get(inside)?);
            let is_as_long =
                begin < end && (end - begin) * 2 > quote.exact.len() && end - begin < 2 * quote.exact.len();
            (is_as_long.then(|| Span::new(begin, end))?, head.score().min(tail.score()))
        };
        let span = to_words(text, span.shift(from))?;
        Some(Proposal { span, score })
    }
}

/// The words of a text with their places, those that it may have cut at its ends left out.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_end = |c: char| !c.is_alphanumeric();
    text.split_inclusive(is_end)
        .scan(0, |at, piece| {
            let start = *at;
            *at += piece.len();
            Some((start, piece))
        })
        .filter(move |(start, piece)| *start > 0 && piece.ends_with(is_end))
        .map(move |(start, piece)| (start, piece.trim_end_matches(is_end)))
        .filter(|(_, word)| word.len() > 2)
}

/// The nearest place at or before a byte at which a character begins.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn last(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(start..).unwrap_or_default()
}

/// The span from the beginning of its first word to the end of its last.
fn to_words(text: &str, span: Span) -> Option<Span> {
    let is_part = |c: &char| c.is_alphanumeric();
    let inside = span.slice(text)?;
    let start = match inside.chars().next() {
        Some(c) if is_part(&c) => {
            let before = text.get(..span.start())?.chars().rev().take_while(is_part);
            span.start() - before.map(char::len_utf8).sum::<usize>()
        }
        _ => span.start() + (inside.len() - inside.trim_start().len()),
    };
    let end = match inside.chars().next_back() {
        Some(c) if is_part(&c) => {
            span.end()
                + text.get(span.end()..)?.chars().take_while(is_part).map(char::len_utf8).sum::<usize>()
        }
        _ => span.end() - (inside.len() - inside.trim_end().len()),
    };
    (start < end).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::anchor::{Anchored, describe};
    use crate::text::OffsetMap;
    use proptest::prelude::*;

    /// What is proposed in `new` for `quote` of `old`.
    fn proposed<'t>(old: &str, quote: &str, new: &'t str) -> Option<&'t str> {
        let start = old.find(quote).expect("the quote is there");
        let selector = describe(old, &OffsetMap::new(old), Span::new(start, start + quote.len()));
        let map = OffsetMap::new(new);
        let anchorer = Anchorer::new(new, &map);
        assert_eq!(anchorer.anchor(&selector), Anchored::Orphaned);
        anchorer.propose(&selector)?.span.slice(new)
    }

    #[test]
    fn a_changed_figure_or_spelling_is_proposed() {
        let old = "The council, which has 31 members, met President Volodymyr Zelenskyy in Kyiv on Monday.";
        let new = "Late news. The council, which has 32 members, met President Volodymyr Zelenskiy in Kyiv on Monday.";
        assert_eq!(proposed(old, "31", new), Some("32"));
        assert_eq!(proposed(old, "Volodymyr Zelenskyy", new), Some("Volodymyr Zelenskiy"));
        assert_eq!(
            proposed(old, "31", "Nothing of this kind stands in this text, whatever it is about."),
            None
        );
    }

    #[test]
    fn a_long_quote_that_was_cut_is_proposed() {
        let said = "“We have waited for nine long years, and we shall not wait for a tenth while the water rises every autumn, whatever they tell us in the ministry this time”";
        let old = format!("On Friday she said: {said}, and left the room at once.");
        let new = old.replace("nine long years", "nine years").replace("ministry", "capital");
        assert_eq!(
            proposed(&old, said, &new),
            Some(&new[new.find('“').unwrap_or(0)..new.find('”').unwrap_or(0) + 3])
        );
    }

    proptest! {
        #[test]
        fn what_is_proposed_slices_the_text(old in "[a-cé 📉.]{1,300}", new in "[a-cé 📉.]{0,300}", at in 0..300_usize, len in 1..200_usize) {
            let ends: Vec<usize> = old.char_indices().map(|(at, _)| at).chain([old.len()]).collect();
            let from = at.min(ends.len() - 2);
            let span = Span::new(ends[from], ends[(from + len).min(ends.len() - 1)]);
            let selector = describe(&old, &OffsetMap::new(&old), span);
            let map = OffsetMap::new(&new);
            if let Some(found) = Anchorer::new(&new, &map).propose(&selector) {
                prop_assert!(found.span.slice(&new).is_some_and(|quote| !quote.is_empty()));
                prop_assert!((0.0..=1.0).contains(&found.score));
            }
        }
    }
}
