//! The opening of an article: where its headline, byline and dateline stand, and what it is called.
//!
//! Each of the first lines is known by itself (`line`): as a leftover of the page, the name of a section, a date, a
//! credit, a byline, a piece of the article. What is none of these and stands before the article may be its headline
//! (`headline`). Only the beginning of a text is looked at, however long it is.

mod dateline;
mod headline;
mod line;
mod outlet;
mod title;
mod words;

use crate::text::Span;

use headline::Headline;
pub use line::is_stamp;
use line::{Line, LineKind, is_bare_name};
pub use outlet::outlet;
pub(super) use title::split_outlet;
pub use title::title;
pub(super) use words::{is_role, is_section};

/// What stands before the first sentence of an article, as places in its text. Spans are in bytes, in order and apart,
/// and have no space around them. A headline or a byline may go over two lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// The headline.
    pub headline: Option<Span>,
    /// Who wrote it: "By Ada Byron, Lima".
    pub byline: Option<Span>,
    /// Where it was written and by which agency, with the dash behind: "LIMA, July 2 (AP) —".
    pub dateline: Option<Span>,
    /// Where the first sentence begins, behind the dateline; the length of the text where there is none.
    pub body: usize,
}

/// Reads the opening of an article.
///
/// ```
/// let text = "Share\nStorm hits coast\nBy Ada Byron\n\nLIMA, July 2 (AP) — The storm came at night, officials said.";
/// let opening = newsmark::intake::opening(text);
/// assert_eq!(opening.headline.and_then(|it| it.slice(text)), Some("Storm hits coast"));
/// assert_eq!(opening.byline.and_then(|it| it.slice(text)), Some("By Ada Byron"));
/// assert_eq!(opening.dateline.and_then(|it| it.slice(text)), Some("LIMA, July 2 (AP) —"));
/// assert!(text[opening.body..].starts_with("The storm"));
/// ```
pub fn opening(text: &str) -> Opening {
    let lines = line::lines(text);
    let mut first = body(&lines);
    let headline = headline::find(&lines, first);
    if headline.is_none() {
        // A short sentence before the first long one is the article's.
        let is_sentence = |line: &Line<'_>| line.kind == LineKind::Heading && line::is_sentence(line.text);
        first = lines[..first].iter().position(is_sentence).unwrap_or(first);
    }
    let byline = byline(&lines, headline.as_ref(), first);
    let Some(line) = lines.get(first) else {
        return Opening { headline: headline.map(|it| it.span), byline, dateline: None, body: text.len() };
    };
    let dateline = dateline::end(line.text).filter(|end| !is_transcript(&lines, line, *end));
    let dateline = dateline.map(|end| Span::new(line.span.start(), line.span.start() + end));
    let behind = dateline.map_or(line.span.start(), Span::end);
    let rest = &text[behind..];
    let body = behind + rest.len() - rest.trim_start().len();
    Opening { headline: headline.map(|it| it.span), byline, dateline, body }
}

/// The first line of the article itself.
fn body(lines: &[Line<'_>]) -> usize {
    let is_prose = |line: &Line<'_>| line.kind == LineKind::Prose;
    let is_short_sentence = |line: &Line<'_>| line.kind == LineKind::Heading && line::is_sentence(line.text);
    let first = lines.iter().position(is_prose).or_else(|| lines.iter().position(is_short_sentence));
    let first = first.unwrap_or(lines.len());
    let broken = headline::broken_prose(lines).unwrap_or(first);
    first.min(broken)
}

/// Whether the word with a colon that a line begins with is who speaks: other lines begin in the same way.
fn is_transcript(lines: &[Line<'_>], line: &Line<'_>, end: usize) -> bool {
    let is_colon = |text: &str| text.split_once(": ").is_some_and(|(name, _)| name.split(' ').count() <= 2);
    line.text[..end].ends_with(':')
        && lines
            .iter()
            .filter(|it| it.kind == LineKind::Prose || it.span.start() > line.span.start())
            .filter(|it| is_colon(it.text))
            .count()
            > 1
}

/// Who wrote the article, with what stands on the next line about them.
fn byline(lines: &[Line<'_>], headline: Option<&Headline>, body: usize) -> Option<Span> {
    let head = &lines[..body];
    let is_author = |line: &Line<'_>| line.kind == LineKind::Byline;
    let behind = headline.map_or(0, |it| it.last + 1);
    let found = head.iter().position(is_author).or_else(|| {
        // A name alone is an author's behind the headline only, and before something that goes with one.
        let place = head.iter().enumerate().skip(behind).position(|(at, line)| {
            let next = lines.get(at + 1).map(|next| next.kind);
            line.kind == LineKind::Heading
                && headline.is_some()
                && is_bare_name(line.text)
                && !matches!(next, None | Some(LineKind::Heading))
                || line.kind == LineKind::Heading
                    && headline.is_some()
                    && is_bare_name(line.text)
                    && lines.get(at + 1).is_some_and(|next| next.text.split(' ').count() == 1)
        });
        place.map(|at| at + behind).or_else(|| head.iter().position(|line| line.kind == LineKind::Role))
    })?;
    let goes_on = |next: &&Line<'_>| {
        !next.begins_block
            && !is_author(&lines[found])
            && (next.kind == LineKind::Role
                || outlet::of_author(next.text).is_some() && next.kind != LineKind::Prose)
    };
    let last = head.get(found + 1).filter(goes_on).unwrap_or(&head[found]);
    Some(head[found].span.cover(last.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_text_is_read_as_fast_as_a_short_one() {
        let text = "word ".repeat(200_000);
        let opening = opening(&text);
        assert_eq!((opening.headline, opening.body), (None, 0));
        assert_eq!(opening, super::opening(&text[..20_000]));
    }

    proptest! {
        #[test]
        fn spans_are_in_order_and_slice(text in "([A-Z]{2,8}|[A-Z]?[a-z]{1,7}|By|[0-9]{1,4}|\\(AP\\)|[ ,.:—\n-]|\n\n|\\PC){0,60}") {
            let opening = opening(&text);
            for span in [opening.headline, opening.byline, opening.dateline].into_iter().flatten() {
                let quote = span.slice(&text).expect("a slice");
                prop_assert!(!quote.is_empty() && quote == quote.trim());
                prop_assert!(span.end() <= opening.body);
            }
            prop_assert!(text.is_char_boundary(opening.body));
            let apart = [opening.headline, opening.byline, opening.dateline];
            for (at, one) in apart.iter().enumerate() {
                for other in &apart[at + 1..] {
                    let overlap = one.zip(*other).is_some_and(|(one, other)| one.overlaps(other));
                    prop_assert!(!overlap, "{opening:?}");
                }
            }
            let _ = (title(&text), outlet(&text));
        }
    }
}
