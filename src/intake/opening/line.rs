//! What each line of an opening is, by itself.

use crate::extract::is_furniture;
use crate::text::{Span, beginning};

use super::dateline;
use super::words::{
    is_agency_mark, is_credit, is_kicker, is_month, is_office, is_outlet, is_role, is_section, is_small,
    is_stamp_word,
};

/// A line of the opening that is not blank.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// Where it stands, without surrounding space.
    pub(super) span: Span,
    pub(super) text: &'t str,
    /// Whether a blank line, or nothing, stands before it.
    pub(super) begins_block: bool,
    pub(super) kind: LineKind,
}

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LineKind {
    /// A button, a menu entry or a notice of the page; an address; a number alone.
    Furniture,
    /// "Subject: Storm hits coast"; where the subject begins in it.
    Subject(usize),
    /// The name of a section, a path of sections, "EXCLUSIVE".
    Section,
    /// The name of who publishes.
    Outlet,
    /// A date or a time, with the little that goes with them.
    Stamp,
    /// Who took a picture, or a caption that says so.
    Credit,
    /// Who wrote the article.
    Byline,
    /// What an author is: "Senior reporter".
    Role,
    /// An entry of a list.
    Item,
    /// The text of the article.
    Prose,
    /// A line that may be a headline.
    Heading,
}

/// How many lines, and how many bytes, an opening has at most.
const MOST_LINES: usize = 60;
const MOST_BYTES: usize = 8_000;
/// A line that ends like a sentence is one of the article's from so many code points on.
const SENTENCE: usize = 76;
/// Any line is from so many on.
const LONG: usize = 150;

/// The lines at the beginning of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut start, mut begins_block) = (0, true);
    for line in text.split('\n') {
        if start > MOST_BYTES || lines.len() == MOST_LINES {
            break;
        }
        // Of an endless line the beginning is enough.
        let seen = beginning(line, MOST_BYTES);
        let trimmed = seen.trim();
        if trimmed.is_empty() {
            begins_block = true;
        } else {
            let from = start + seen.len() - seen.trim_start().len();
            let kind = kind(trimmed);
            lines.push(Line {
                span: Span::new(from, from + trimmed.len()),
                text: trimmed,
                begins_block,
                kind,
            });
            begins_block = false;
        }
        start += line.len() + 1;
    }
    lines
}

fn kind(line: &str) -> LineKind {
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric() && !"\"'“‘«([¿¡#$€£©".contains(c));
    let count = line.chars().count();
    if !line.chars().any(char::is_alphabetic) || is_address(line) || is_furniture(line) {
        return LineKind::Furniture;
    }
    if let Some(kind) = header(line) {
        return kind;
    }
    if count > LONG || dateline::end(line).is_some() && count > SENTENCE {
        return LineKind::Prose;
    }
    if is_section(line) || is_kicker(line) {
        return LineKind::Section;
    }
    if is_role(line) {
        return LineKind::Role;
    }
    if is_byline(bare) {
        return LineKind::Byline;
    }
    if is_stamp(line) {
        return LineKind::Stamp;
    }
    if is_credit(line) || line.starts_with('(') && line.ends_with(')') {
        return LineKind::Credit;
    }
    if is_outlet(line) {
        return LineKind::Outlet;
    }
    if is_sentence(line) && !is_title_case(line) && (count >= SENTENCE || line.ends_with('。')) {
        return LineKind::Prose;
    }
    if bare.len() < line.len() && line.starts_with(['•', '●', '▪', '◦', '‣', '*', '-', '–', '·'])
    {
        return LineKind::Item;
    }
    LineKind::Heading
}

/// Whether nearly every word begins with a capital, as in American headlines.
fn is_title_case(line: &str) -> bool {
    let words = || line.split(' ').filter(|word| word.starts_with(char::is_alphabetic));
    let capital = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    capital > 4 && capital * 4 >= words().count() * 3
}

/// Whether a line ends as sentences do.
pub(super) fn is_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['”', '"', '’', '\'', ')', '»', ']']);
    line.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟'])
}

/// An address of a page or of a person, and nothing else.
fn is_address(line: &str) -> bool {
    let is_one_word = !line.contains(char::is_whitespace);
    is_one_word && (line.contains("://") || line.starts_with("www.") || line.contains('@'))
}

/// The head of a mail, line by line.
fn header(line: &str) -> Option<LineKind> {
    let (name, value) = line.split_once(':')?;
    match name.to_ascii_lowercase().as_str() {
        "subject" => {
            let mut subject = value.trim_start();
            while let Some((mark, rest)) = subject.split_once(": ")
                && ["re", "fw", "fwd", "aw", "tr"].contains(&mark.to_ascii_lowercase().as_str())
            {
                subject = rest.trim_start();
            }
            (!subject.is_empty()).then(|| LineKind::Subject(line.len() - subject.len()))
        }
        "from" | "to" | "cc" | "sent" | "date" | "reply-to" | "contact" | "media contact" | "contacts" => {
            Some(LineKind::Stamp)
        }
        _ => None,
    }
}

/// Words that stand before the names of authors.
const BY: &[&str] = &[
    "by", "text", "words", "story", "author", "authors", "reporting", "reported", "written", "writer",
    "analysis", "por", "par", "von", "di", "texto", "texte",
];

/// Whether a line names who wrote the article.
pub(super) fn is_byline(line: &str) -> bool {
    if line.starts_with("Writer's picture") || line.starts_with("Writer’s picture") {
        return true;
    }
    let lower = line.to_lowercase();
    let names = |from: usize| line.get(from..).is_some_and(is_names);
    if let Some(rest) = lower.strip_prefix("by ") {
        return names(line.len() - rest.len());
    }
    let first = lower.split([' ', ':']).next().unwrap_or_default();
    if BY.contains(&first) {
        let rest = line.get(first.len()..).unwrap_or_default();
        let is_label = rest.starts_with(':') || rest.starts_with(" by ") || rest.starts_with(" by: ");
        let rest = rest.trim_start_matches([':', ' ']);
        let rest = rest.strip_prefix("by ").unwrap_or(rest);
        // Without a colon the word may begin a sentence of its language.
        let is_short = rest.split_whitespace().count() <= 4 && ["por", "par", "von", "di"].contains(&first);
        return (is_label || is_short) && is_names(rest);
    }
    // "Published May 3, 2025 2:14pm By LEA SANTOS", "POLITICS | BY SARAH LIND | 14 MAY 2025"
    let Some(at) = lower.find(" by ").filter(|_| lower.len() == line.len()) else { return false };
    let before = line[..at].trim_end_matches(['|', '·', '-', '–', '—', ' ', ',']);
    (is_stamp(before)
        || is_section(before)
        || before.len() < line[..at].trim_end().len() && before.split(' ').count() < 3)
        && names(at + 4)
}

/// Whether words may be the names of authors, with what they are and for whom they write.
fn is_names(words: &str) -> bool {
    const LONGEST: usize = 24;
    let mut count = 0;
    if words.starts_with("our ") || words.starts_with("a ") {
        return words.split(' ').count() <= 5 && words.rsplit(' ').next().is_some_and(is_office);
    }
    for word in words.split([' ', ',', '|', '/', '·', '(', ')', '&']).filter(|word| !word.is_empty()) {
        count += 1;
        let is_number = count > 1 && word.starts_with(|c: char| c.is_ascii_digit());
        let is_name = is_number || word.starts_with(|c: char| c.is_uppercase() || c == '@' || has_no_case(c));
        let is_mark = !word.chars().any(char::is_alphanumeric);
        let lower = word.to_lowercase();
        let is_known = is_small(&lower)
            || is_role(word)
            || [
                "our", "staff", "special", "team", "und", "y", "et", "e", "de", "van", "von", "bin", "al",
                "our",
            ]
            .contains(&lower.as_str())
            || is_stamp_word(&lower);
        if !(is_name || is_mark || is_known) {
            return false;
        }
    }
    // What ends with a full stop is a sentence, unless that stands behind an initial.
    let is_closed = words.ends_with(['.', '!', '?'])
        && words.len() > 3
        && !words[..words.len() - 1].ends_with(char::is_uppercase);
    (1..=LONGEST).contains(&count) && !is_closed
}

fn has_no_case(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// Whether a line says when the article appeared, and little else.
///
/// ```
/// use newsmark::intake::is_stamp;
/// assert!(is_stamp("Published: July 2, 2024, 9:30 AM EDT"));
/// assert!(!is_stamp("The storm hit on July 2, 2024."));
/// ```
pub fn is_stamp(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = || {
        let pieces = lower.split(|c: char| c.is_whitespace() || ",|()·:/-–—".contains(c));
        pieces.filter(|word| word.chars().any(char::is_alphanumeric))
    };
    let (mut known, mut other, mut digits, mut named) = (0, 0, 0, 0);
    for word in words() {
        let word = word.trim_matches('.');
        let bare = word.trim_start_matches(|c: char| c.is_ascii_digit());
        if word.starts_with(|c: char| c.is_ascii_digit())
            && (bare.is_empty() || bare.starts_with('.') || is_stamp_word(bare))
        {
            digits += 1;
        } else if is_stamp_word(word) || is_month(word) {
            known += 1;
            named += usize::from(!is_small(word));
        } else if has_numeral_date(word) {
            digits += 1;
        } else {
            other += 1;
        }
    }
    let is_date = digits > 0 && (named > 0 || digits > 2 || lower.contains(['.', '-', ':', '年']));
    let is_cut = line.contains(['|', '·'])
        || !line.split(' ').any(|word| {
            word.starts_with(char::is_lowercase) && !is_stamp_word(word.trim_matches([',', '.', ':']))
        });
    other == 0 && (is_date || named > 0)
        || is_date && other <= 2 && known + digits >= 3 && is_cut && !is_sentence(line)
}

/// 2025年5月4日
fn has_numeral_date(word: &str) -> bool {
    word.contains('年') && word.contains('月') && word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line may be no more than the names of one or two people.
pub(super) fn is_bare_name(line: &str) -> bool {
    let name = line.split(" in ").next().unwrap_or(line);
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "'’.-".contains(c))
    };
    (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| is_name(word) || ["de", "van", "von", "al", "bin", "da", "and"].contains(word))
        && !line.ends_with(['.', '?', '!'])
        && !line.chars().all(|c| !c.is_lowercase())
        && !is_agency_mark(line)
        && line.split_whitespace().count() <= 6
}
