//! Anchoring: from a span to the selector that tells its place to another copy of the text, and
//! back.

mod index;
mod similar;

use std::cell::{Cell, OnceCell};

use unicode_segmentation::UnicodeSegmentation;

use super::selector::{Selector, TextPositionSelector, TextQuoteSelector};
use crate::text::{OffsetMap, Span, Unit};
use index::Index;
pub use similar::Proposal;

/// How many code points a selector keeps of the text before and behind the quote.
const CONTEXT: usize = 32;
/// How much of the text around that is looked at to find where a grapheme cluster begins.
const WINDOW: usize = 4 * CONTEXT;

/// What became of a selector in a text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Anchored {
    /// The quote stands at the position.
    Exact(Span),
    /// The quote stands elsewhere, and one such place is clearly meant.
    Moved {
        /// That place.
        span: Span,
        /// How well its surroundings and its distance agree with the selector, 0 to 1.
        score: f64,
    },
    /// The quote is not in the text, or it cannot be told which of its occurrences is meant.
    Orphaned,
}

impl Anchored {
    /// The place, where there is one.
    pub fn span(self) -> Option<Span> {
        match self {
            Anchored::Exact(span) | Anchored::Moved { span, .. } => Some(span),
            Anchored::Orphaned => None,
        }
    }
}

/// The selector of `span` (bytes) in `text`, whose offsets `map` converts: its code points, the
/// quote, and up to 32 code points on either side that split no grapheme cluster.
///
/// A span that does not slice the text gives a selector with an empty quote.
pub fn describe(text: &str, map: &OffsetMap<'_>, span: Span) -> Selector {
    let range = map.range_of(span, Unit::CodePoint).unwrap_or_default();
    let offset = |offset: usize| i64::try_from(offset).unwrap_or(i64::MAX);
    let around = surroundings(text, span);
    Selector {
        quote: TextQuoteSelector {
            exact: around.exact.to_owned(),
            prefix: around.prefix.to_owned(),
            suffix: around.suffix.to_owned(),
        },
        position: TextPositionSelector { start: offset(range.start), end: offset(range.end) },
    }
}

/// What a [`TextQuoteSelector`] holds, borrowed from the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Surroundings<'t> {
    /// The quote.
    pub exact: &'t str,
    /// What stands right before it.
    pub prefix: &'t str,
    /// What stands right behind it.
    pub suffix: &'t str,
}

/// The quote of `span` (bytes) with up to 32 code points on either side that split no grapheme
/// cluster.
pub fn surroundings(text: &str, span: Span) -> Surroundings<'_> {
    Surroundings {
        exact: span.slice(text).unwrap_or_default(),
        prefix: prefix(text.get(..span.start()).unwrap_or_default()),
        suffix: suffix(text.get(span.end()..).unwrap_or_default()),
    }
}

/// The end of `before`, from where a grapheme cluster begins.
fn prefix(before: &str) -> &str {
    let back = |n: usize| before.char_indices().rev().nth(n - 1).map_or(0, |(byte, _)| byte);
    // Where all is ASCII, which is common, code points need not be counted.
    let wanted = match before.len().checked_sub(CONTEXT) {
        Some(start) if before.as_bytes().get(start..).is_some_and(<[u8]>::is_ascii) => start,
        _ => back(CONTEXT),
    };
    if is_plainly_between_clusters(before, wanted) {
        return before.get(wanted..).unwrap_or_default();
    }
    let window = back(WINDOW);
    let window_text = before.get(window..).unwrap_or_default();
    let mut clusters = window_text.grapheme_indices(true).map(|(byte, _)| window + byte);
    let start = clusters.find(|&byte| byte >= wanted);
    start.and_then(|start| before.get(start..)).unwrap_or_default()
}

/// The beginning of `behind`, up to where a grapheme cluster ends.
fn suffix(behind: &str) -> &str {
    let ahead = |n: usize| behind.char_indices().nth(n).map_or(behind.len(), |(byte, _)| byte);
    let wanted = match behind.as_bytes().get(..CONTEXT) {
        Some(bytes) if bytes.is_ascii() => CONTEXT,
        _ => ahead(CONTEXT),
    };
    if is_plainly_between_clusters(behind, wanted) {
        return behind.get(..wanted).unwrap_or_default();
    }
    let window = ahead(WINDOW);
    let clusters = behind.get(..window).unwrap_or_default().grapheme_indices(true);
    let ends = clusters.map(|(byte, cluster)| byte + cluster.len());
    let end = ends.take_while(|&end| end <= wanted).last().unwrap_or(0);
    behind.get(..end).unwrap_or_default()
}

/// Whether grapheme clusters end and begin at `byte`, as far as a look at two characters tells:
/// nearly always, and a look at all of the surroundings would be most of the work of writing a file.
fn is_plainly_between_clusters(text: &str, byte: usize) -> bool {
    let Some((before, behind)) = text.split_at_checked(byte) else { return false };
    let (Some(before), Some(behind)) = (before.chars().next_back(), behind.chars().next()) else {
        return true;
    };
    // UAX #29: below U+0300 nothing joins but CR and LF; nor do dashes, curly quotes and dots.
    let stands_alone = |c: char| (c < '\u{300}' && c != '\r') || ('\u{2010}'..='\u{2027}').contains(&c);
    stands_alone(before) && stands_alone(behind)
}

/// Finds the place of one selector in a text. For many selectors on one text keep an [`Anchorer`].
pub fn anchor(text: &str, map: &OffsetMap<'_>, selector: &Selector) -> Anchored {
    Anchorer::new(text, map).anchor(selector)
}

/// Finds the places of many selectors in one text.
///
/// Where the position does not fit, the occurrences of the quote are found by an index of the text
/// that is built once, and the work on them is bounded: of a quote that occurs very often only the
/// occurrences nearest to the position are weighed, fewer of them once many have been.
#[derive(Debug)]
pub struct Anchorer<'t> {
    text: &'t str,
    map: &'t OffsetMap<'t>,
    index: OnceCell<Index>,
    weighed: Cell<usize>,
}

/// How many occurrences are weighed for one selector at most.
const LIMIT: usize = 8_192;
/// How many of them once `BUDGET` have been weighed for one text.
const LOW_LIMIT: usize = 32;
const BUDGET: usize = 2_000_000;
/// By how much the best occurrence must score above the next to be the one that is meant.
const MARGIN: f64 = 0.05;
/// How much of the score the surroundings make up; the distance makes up the rest.
const CONTEXT_WEIGHT: f64 = 0.75;
/// An occurrence is trusted when so much of its surroundings agrees,
const TRUSTED: f64 = 0.2;
/// or the quote has so many code points, or it is the only one and near.
const DISTINCTIVE: usize = 8;

impl<'t> Anchorer<'t> {
    /// For selectors into `text`, whose offsets `map` converts.
    pub fn new(text: &'t str, map: &'t OffsetMap<'t>) -> Anchorer<'t> {
        Anchorer { text, map, index: OnceCell::new(), weighed: Cell::new(0) }
    }

    /// Finds the place of one selector.
    ///
    /// Without a quote the position alone counts. Otherwise an occurrence of the quote elsewhere
    /// is taken only where its surroundings and its distance single it out.
    pub fn anchor(&self, selector: &Selector) -> Anchored {
        let quote = &selector.quote;
        let place = self.span_at(selector.position);
        match place {
            Some(span) if quote.exact.is_empty() => return Anchored::Exact(span),
            Some(span) if span.slice(self.text) == Some(&quote.exact) => return Anchored::Exact(span),
            _ if quote.exact.is_empty() => return Anchored::Orphaned,
            _ => {}
        }
        self.search(quote, self.expected(selector))
    }

    /// The byte at which the selector's position is, or would be were the text long enough.
    fn expected(&self, selector: &Selector) -> usize {
        let start = usize::try_from(selector.position.start).unwrap_or(0);
        self.map.to_byte(start.min(self.map.len(Unit::CodePoint)), Unit::CodePoint).unwrap_or(0)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.text))
    }

    fn span_at(&self, position: TextPositionSelector) -> Option<Span> {
        let (start, end) = (usize::try_from(position.start).ok()?, usize::try_from(position.end).ok()?);
        self.map.span_of(start, end, Unit::CodePoint).filter(|span| !span.is_empty())
    }

    fn search(&self, quote: &TextQuoteSelector, expected: usize) -> Anchored {
        let index = self.index();
        let limit = if self.weighed.get() < BUDGET { LIMIT } else { LOW_LIMIT };
        let (mut best, mut second) = (None::<Occurrence>, None::<Occurrence>);
        let mut found = 0;
        for start in index.occurrences(self.text, &quote.exact, expected, limit) {
            found += 1;
            let next = Occurrence::new(self.text, quote, start, expected);
            if best.as_ref().is_none_or(|best| next.score > best.score) {
                second = best.replace(next);
            } else if second.as_ref().is_none_or(|second| next.score > second.score) {
                second = Some(next);
            }
        }
        self.weighed.set(self.weighed.get() + found);
        let Some(best) = best else { return Anchored::Orphaned };
        let is_distinctive = quote.exact.chars().count() >= DISTINCTIVE;
        let is_trusted = best.agreement >= TRUSTED || is_distinctive || (found == 1 && best.is_near);
        let is_clear = second.is_none_or(|second| best.score >= second.score + MARGIN);
        match is_trusted && is_clear {
            true => Anchored::Moved { span: best.span, score: best.score },
            false => Anchored::Orphaned,
        }
    }
}

struct Occurrence {
    span: Span,
    /// How much of the selector's prefix and suffix stands around it, 0 to 1.
    agreement: f64,
    is_near: bool,
    score: f64,
}

impl Occurrence {
    fn new(text: &str, quote: &TextQuoteSelector, start: usize, expected: usize) -> Occurrence {
        let span = Span::new(start, start + quote.exact.len());
        let before = text.get(..span.start()).unwrap_or_default().chars().rev();
        let behind = text.get(span.end()..).unwrap_or_default().chars();
        let agreeing = common(before, quote.prefix.chars().rev()) + common(behind, quote.suffix.chars());
        let given = quote.prefix.chars().take(CONTEXT).count() + quote.suffix.chars().take(CONTEXT).count();
        let agreement = if given == 0 { 0.0 } else { agreeing as f64 / given as f64 };
        let distance = start.abs_diff(expected) as f64;
        let closeness = CONTEXT as f64 / (CONTEXT as f64 + distance);
        let score = CONTEXT_WEIGHT * agreement + (1.0 - CONTEXT_WEIGHT) * closeness;
        Occurrence { span, agreement, is_near: closeness >= 0.5, score }
    }
}

/// How many characters two texts have in common from their beginning, at most [`CONTEXT`].
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take(CONTEXT).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selector(prefix: &str, exact: &str, suffix: &str, start: i64) -> Selector {
        let end = start + i64::try_from(exact.chars().count()).expect("a short text");
        Selector {
            quote: TextQuoteSelector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() },
            position: TextPositionSelector { start, end },
        }
    }

    #[track_caller]
    fn check(text: &str, selector: &Selector, expected: Option<(usize, bool)>) {
        let anchored = match anchor(text, &OffsetMap::new(text), selector) {
            Anchored::Exact(span) => Some((span.start(), true)),
            Anchored::Moved { span, score } => {
                assert!((0.0..=1.0).contains(&score), "{score}");
                assert_eq!(span.slice(text), Some(selector.quote.exact.as_str()));
                Some((span.start(), false))
            }
            Anchored::Orphaned => None,
        };
        assert_eq!(anchored, expected);
    }

    #[test]
    fn describes_in_code_points_with_context() {
        let text = "Café 📉 fell €3.5m in Rome.";
        let found = describe(text, &OffsetMap::new(text), Span::new(16, 23));
        assert_eq!(found, selector("Café 📉 fell ", "€3.5m", " in Rome.", 12));
    }

    #[test]
    fn context_splits_no_cluster() {
        let family = "👨‍👩‍👧‍👦";
        let text = format!("{}{}X{}{}", family, "a".repeat(30), "b".repeat(30), family);
        let at = family.len() + 30;
        let quote = describe(&text, &OffsetMap::new(&text), Span::new(at, at + 1)).quote;
        assert_eq!((quote.prefix, quote.suffix), ("a".repeat(30), "b".repeat(30)));
    }

    #[test]
    fn the_quick_look_agrees_with_the_rules() {
        let alone = (0..0x300).chain(0x2010..0x2028).filter_map(char::from_u32);
        let alone: Vec<char> = alone.filter(|c| *c != '\r').collect();
        let around: Vec<char> =
            alone.iter().copied().filter(|c| !c.is_alphanumeric()).chain(['a', 'é']).collect();
        for a in &alone {
            for b in &around {
                for pair in [[a, b], [b, a]] {
                    let text = String::from_iter(pair);
                    assert!(is_plainly_between_clusters(&text, pair[0].len_utf8()));
                    assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
                }
            }
        }
        assert!(!is_plainly_between_clusters("\r\n", 1));
        assert!(!is_plainly_between_clusters("e\u{301}", 1));
    }

    #[test]
    fn exact_where_the_position_fits() {
        check("5 of 5", &selector("wrong", "5", "wrong", 5), Some((5, true)));
    }

    #[test]
    fn moved_where_the_surroundings_tell() {
        check("New. The 5 dogs and 5 cats", &selector("dogs and ", "5", " cats", 15), Some((20, false)));
        check("Then Austin spoke", &selector("x", "Austin", "y", 0), Some((5, false)));
    }

    #[test]
    fn orphaned_where_ambiguous_or_absent() {
        check("5, 5, 5, 5", &selector("", "5", "", 40), None);
        check("red 5, blue 6", &selector("green ", "5", " or", 3), Some((4, false)));
        check("red 5, blue 5", &selector("green ", "5", " or", 3), None);
        check("nothing here", &selector("", "Austin", "", 0), None);
        let far = format!("{}5", "word ".repeat(100));
        check(&far, &selector("cost ", "5", " euros", 3), None);
        check("text", &selector("", "", "", -4), None);
        check("text", &selector("", "", "", i64::MAX - 1), None);
    }

    #[test]
    fn many_selectors_on_hostile_repeats_take_bounded_work() {
        let text = "a".repeat(200_000);
        let map = OffsetMap::new(&text);
        let anchorer = Anchorer::new(&text, &map);
        for n in 0..10_000usize {
            let quote = "a".repeat(1 + n % 50);
            let found = anchorer.anchor(&selector("aaaaaaaab", &quote, "aaaaa", -1));
            assert_eq!(found, Anchored::Orphaned);
        }
    }
}
