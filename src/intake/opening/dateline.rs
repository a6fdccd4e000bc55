//! Datelines: where a report was written, when, and by which agency.
//!
//! ```text
//! dateline = place ("," region)* ("," date)? agency? dash      WASHINGTON (Reuters) -   PORTLAND, Maine --
//!          | place ("," date)? ":"                             KUWAIT:   WASHINGTON, July 25:   Nagpur:
//!          | place "," date agency                             New Delhi, Jul 5 (PTI)
//!          | agency dash                                       (CNN) --
//!          | outlet "," date dash                              afrol News, 5 February -
//! agency   = "(" name ")" | "/" name "/"
//! ```
//!
//! A place stands in capitals, or is told by a date, an agency or a country behind it.

use super::words::{is_agency_mark, is_month, is_outlet, is_section};
use crate::text::beginning;

/// No dateline is longer, in bytes.
const LONGEST: usize = 100;
/// So long is a line at least, in code points, whose first word with a colon may be a place.
const LEAST_PLAIN: usize = 96;
/// How many words it has at most.
const MOST_WORDS: usize = 14;

/// The end of the dateline that a line begins with, before the space behind it.
pub(super) fn end(line: &str) -> Option<usize> {
    let head = beginning(line, LONGEST);
    let mut depth = 0;
    for (at, c) in head.char_indices() {
        let rest = &head[at..];
        let before = &head[..at];
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                let end = at + 1;
                if line[end..].starts_with(' ')
                    && begins_sentence(line, end)
                    && is_told(&head[..end], Sign::Bracket)
                {
                    return Some(end);
                }
            }
            _ if depth > 0 => {}
            '-' | '–' | '—' | '―' | '_'
                if before.ends_with([' ', '.', ')', '/']) || "—―".contains(c) || rest.starts_with("--") =>
            {
                let length = rest.len() - rest.trim_start_matches(['-', '–', '—', '―', '_']).len();
                if begins_sentence(line, at + length) && is_told(before, Sign::Dash) {
                    return Some(at + length);
                }
                return None;
            }
            ':' if line[at + 1..].starts_with(' ') => {
                // What is short is a headline with its speaker.
                let is_told = is_told(before, Sign::Colon)
                    && (!is_plain_place(before) || line.chars().count() >= LEAST_PLAIN);
                return (begins_sentence(line, at + 1) && is_told).then_some(at + 1);
            }
            '.' if before.ends_with('/') && begins_sentence(line, at + 1) && is_told(before, Sign::Dash) => {
                return Some(at + 1);
            }
            _ => {}
        }
    }
    None
}

/// Who reports, by a dateline: the agency in brackets, or the outlet before the date.
pub(super) fn agency(dateline: &str) -> Option<&str> {
    let inner = in_marks(dateline, '(', ')').or_else(|| in_marks(dateline, '/', '/'));
    if let Some(name) = inner.map(str::trim).filter(|name| is_agency(name)) {
        return Some(name);
    }
    let first = dateline.split(',').next()?.split(" / ").next()?.trim();
    (is_outlet(first) || is_named_outlet(first)).then_some(first)
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Dash,
    Colon,
    Bracket,
}

/// Whether what stands behind the dateline begins a sentence.
fn begins_sentence(line: &str, at: usize) -> bool {
    let rest = line[at..].trim_start();
    rest.trim_start_matches(['"', '“', '‘', '\'', '$', '€', '£', '«']).starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || c.is_alphabetic() && !c.is_lowercase()
    })
}

fn in_marks(text: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = text.split_once(open)?;
    Some(rest.split_once(close)?.0)
}

/// Whether brackets hold the name of an agency, and not a date or a state.
fn is_agency(name: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    is_agency_mark(name)
        || name.split_whitespace().count() <= 3
            && name.split_whitespace().all(is_capital)
            && !name.ends_with('.')
            && !name.chars().any(|c| c.is_ascii_digit())
            && name.chars().count() > 1
}

/// "afrol News": a name of lower case with a word such as papers are called.
fn is_named_outlet(words: &str) -> bool {
    words.ends_with(" News") && words.split(' ').count() <= 3
}

fn is_told(head: &str, sign: Sign) -> bool {
    let head = head.trim().trim_end_matches('.');
    let agency = in_marks(head, '(', ')')
        .or_else(|| in_marks(head, '/', '/').filter(|_| head.trim_end_matches('.').ends_with('/')));
    let has_agency = agency.is_some_and(|name| is_agency(name.trim()));
    if head.starts_with('(') {
        return has_agency && sign == Sign::Dash && agency.is_some_and(is_agency_mark);
    }
    let place = head.split(['(', ',']).next().unwrap_or_default();
    let place = place.split(" /").next().unwrap_or(place).trim().trim_end_matches('.');
    let words: Vec<&str> = head.split([' ', ',', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    if place.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    let fits = |word: &&str| {
        let lower = word.to_lowercase();
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || ["de", "la", "of", "the", "del", "al", "and", "el", "near", "-"].contains(&lower.as_str())
            || is_month(&lower)
    };
    let is_outlet_first = is_named_outlet(place);
    if !words.iter().enumerate().all(|(at, word)| fits(word) || at == 0 && is_outlet_first) {
        return false;
    }
    let has_date = words.iter().any(|word| is_month(&word.to_lowercase()))
        && words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        && !is_month(&words[0].to_lowercase());
    let letters = || place.chars().filter(|c| c.is_alphabetic());
    let is_capitals = letters().count() > 1 && letters().all(|c| !c.is_lowercase());
    let is_long = letters().count() > 3 || place.contains(['.', ' ']);
    // "MOSCOW, May" stands in capitals as a place; "EU - " and "SIR – " do not tell what they are.
    let is_place = is_capitals && (is_long || has_date || has_agency || head.contains(','));
    let place_words = place.split([' ', '/']).count();
    if is_section(place) {
        return false;
    }
    match sign {
        Sign::Bracket => has_agency && (has_date || is_capitals && place_words <= 3),
        Sign::Dash => {
            (is_place || has_agency) && place_words <= 5
                || has_date && place_words <= 4
                || head.contains(", ") && words.len() <= 5 && place_words <= 3 && has_country(head)
        }
        Sign::Colon => {
            is_place && place_words <= 4 && words.len() <= 8
                || has_date && place_words <= 3
                || is_plain_place(head)
        }
    }
}

/// "Nairobi, Kenya": two names and no word of an office.
fn has_country(head: &str) -> bool {
    let mut parts = head.split(", ");
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let plain = |part: &str| {
        part.chars().all(|c| c.is_alphabetic() || " .-'".contains(c)) && part.starts_with(char::is_uppercase)
    };
    plain(first) && plain(second) && second.split(' ').count() <= 2
}

/// One or two capitalised words before a colon, as Indian papers give the place.
fn is_plain_place(head: &str) -> bool {
    const NO_PLACE: &[&str] = &[
        "note", "notes", "update", "updated", "correction", "clarification", "question", "answer", "sir",
        "dear", "reporter", "editor", "editors", "read", "photo", "watch", "listen", "here", "but", "and",
        "however", "the", "it", "one", "first", "second", "result", "bottom", "abstract", "background",
        "tip", "warning", "summary", "what", "why", "who", "how", "minister", "president",
    ];
    let words: Vec<&str> = head.split(' ').collect();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().count() > 2
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
            && !NO_PLACE.contains(&word.to_lowercase().as_str())
    };
    words.len() <= 2 && words.iter().all(is_name)
}
