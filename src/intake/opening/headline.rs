//! Which of the lines before an article is its headline.

use crate::text::Span;

use super::line::{Line, LineKind, is_bare_name, is_sentence};
use super::words::is_small;

/// A headline that was found.
pub(super) struct Headline {
    pub(super) span: Span,
    /// The last of its lines, as a place among the lines.
    pub(super) last: usize,
}

/// So many words make a headline wherever they stand; a menu entry has fewer.
const WORDS: usize = 4;

/// The headline among the lines before the article, which begins with the line `body`.
pub(super) fn find(lines: &[Line<'_>], body: usize) -> Option<Headline> {
    for line in &lines[..body] {
        if let LineKind::Subject(at) = line.kind {
            let span = Span::new(line.span.start() + at, line.span.end());
            let last = lines.iter().position(|other| other.span == line.span)?;
            return Some(Headline { span, last });
        }
    }
    if body == lines.len() {
        return None;
    }
    // A sentence is a headline only where a blank line parts it from what follows.
    let is_apart =
        |at: usize| !lines[at].text.ends_with('.') || lines.get(at + 1).is_none_or(|next| next.begins_block);
    let is_heading =
        |at: &usize| lines[*at].kind == LineKind::Heading && !is_caption(lines, *at) && is_apart(*at);
    let candidates: Vec<usize> = (0..body).filter(is_heading).collect();
    let is_long = |at: &&usize| word_count(lines[**at].text) >= WORDS;
    // A short one is a headline where what follows goes with one.
    let is_followed = |at: &&usize| {
        let next = lines.get(**at + 1).map_or(LineKind::Prose, |line| line.kind);
        let leads = matches!(next, LineKind::Byline | LineKind::Prose)
            || matches!(next, LineKind::Stamp | LineKind::Role | LineKind::Credit | LineKind::Outlet)
                && !is_bare_name(lines[**at].text);
        leads && word_count(lines[**at].text) > 1
    };
    let long = candidates.iter().find(is_long);
    let short = candidates.iter().find(|at| is_followed(at) && Some(*at) <= long.or(Some(at)));
    let first = *short
        .or(long)
        .or_else(|| candidates.iter().find(|at| word_count(lines[**at].text) > 1))
        .or(candidates.first())?;
    // A page may give its headline in a menu first.
    let again = candidates.iter().rev().find(|at| lines[**at].text == lines[first].text);
    let first = again.copied().unwrap_or(first);
    let mut last = first;
    while last - first < 2 && lines[..body].get(last + 1).is_some_and(|next| goes_on(&lines[last], next)) {
        last += 1;
    }
    Some(Headline { span: lines[first].span.cover(lines[last].span), last })
}

/// How many words a line has; a script without spaces has two letters to a word.
fn word_count(line: &str) -> usize {
    let wide = line.chars().filter(|c| ('\u{2E80}'..'\u{FB00}').contains(c)).count();
    line.split_whitespace().count() + wide / 2
}

/// A caption stands twice in a row: as what is read aloud, and below the picture.
fn is_caption(lines: &[Line<'_>], at: usize) -> bool {
    let same = |other: Option<&Line<'_>>| other.is_some_and(|other| other.text == lines[at].text);
    same(lines.get(at + 1)) || at > 0 && same(lines.get(at - 1))
}

/// Whether a headline goes on in the next line.
fn goes_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    let is_capitals =
        |text: &str| !text.chars().any(char::is_lowercase) && text.chars().any(char::is_alphabetic);
    let last = line.text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_open = is_small(&last) || line.text.ends_with([',', ';', '-', '–', '—', '&']);
    !next.begins_block
        && next.kind == LineKind::Heading
        && (next.text.starts_with(char::is_lowercase)
            || is_open
            || is_capitals(line.text) && is_capitals(next.text) && word_count(next.text) > 2)
}

/// The first line of prose that was broken by hand into lines that are too short to be known by themselves: at least
/// three in a row, of one width, of which the next goes on in lower case.
pub(super) fn broken_prose(lines: &[Line<'_>]) -> Option<usize> {
    const LEAST: usize = 34;
    let plain = |line: &Line<'_>| {
        matches!(line.kind, LineKind::Heading | LineKind::Prose | LineKind::Credit)
            && line.text.len() >= LEAST
    };
    let continues = |one: &Line<'_>, next: &Line<'_>| {
        !next.begins_block
            && !is_sentence(one.text)
            && next.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    };
    (0..lines.len()).find(|&at| {
        let block =
            lines[at..].iter().enumerate().take_while(|(place, line)| *place == 0 || !line.begins_block);
        let block: Vec<&Line<'_>> = block.map(|(_, line)| line).collect();
        let goes = block.windows(2).filter(|pair| continues(pair[0], pair[1])).count();
        let are_plain = block[..block.len() - 1].iter().all(|line| plain(line));
        lines[at].begins_block
            && are_plain
            && block.len() > 2
            && goes * 2 >= block.len() - 1
            && block.iter().any(|line| is_sentence(line.text))
    })
}
