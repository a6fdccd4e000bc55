//! Who published an article, by what its text says.

use super::line::{self, LineKind};
use super::title::split_outlet;
use super::words::{is_agency_mark, is_outlet};
use super::{body, dateline, opening};

/// How much of the end of a text is looked at, in bytes.
const TAIL: usize = 1_500;

/// The outlet that a text names for itself: behind its headline, with its author, at its head or foot, or in the
/// dateline. `None` where it names none.
///
/// ```
/// use newsmark::intake::outlet;
/// assert_eq!(outlet("Storm\n\nLIMA (Reuters) - The storm came at night.").as_deref(), Some("Reuters"));
/// assert_eq!(outlet("Storm\nBy Ada Byron, BBC News\n\nThe storm came.").as_deref(), Some("BBC News"));
/// assert_eq!(outlet("The storm came.\n\n© 2024 The Guardian").as_deref(), Some("The Guardian"));
/// ```
pub fn outlet(text: &str) -> Option<String> {
    let opening = opening(text);
    let slice = |span: Option<crate::text::Span>| span.and_then(|span| span.slice(text));
    let lines = line::lines(text);
    let head = &lines[..body(&lines)];
    let of_title = || slice(opening.headline).and_then(split_outlet).map(|(_, name)| name);
    let of_byline = || slice(opening.byline)?.lines().rev().find_map(of_author);
    let of_head = || {
        let line = head.iter().find(|line| line.kind == LineKind::Outlet)?;
        Some(line.text.split(" (").next().unwrap_or(line.text).trim())
    };
    let of_dateline = || slice(opening.dateline).and_then(dateline::agency);
    let name =
        of_title().or_else(of_byline).or_else(|| of_foot(text)).or_else(of_head).or_else(of_dateline)?;
    Some(name.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned())
}

/// The outlet on a line about an author: "By Jo Lee, BBC News", "BBC News, Kisumu", "The Hindu Bureau", "By Reuters Staff".
pub(super) fn of_author(line: &str) -> Option<&str> {
    let bare = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).map_or(line, |_| &line[3..]).trim();
    let bare = bare.strip_suffix(" Staff").or_else(|| bare.strip_suffix(" Bureau")).unwrap_or(bare);
    bare.split([',', '|', '/', '\n'])
        .map(str::trim)
        .find(|part| is_agency_mark(part) || is_outlet(part) && !part.eq_ignore_ascii_case("web desk"))
}

/// The outlet at the foot of a text: "© 2024 The Guardian", "first published in the Coastal Observer".
fn of_foot(text: &str) -> Option<&str> {
    let from = (text.len().saturating_sub(TAIL)..text.len()).find(|at| text.is_char_boundary(*at));
    let tail = &text[from.unwrap_or(text.len())..];
    let lines = || tail.lines().rev().map(str::trim).filter(|line| !line.is_empty() && line.len() < 300);
    lines().find_map(published_in).or_else(|| lines().find_map(copyright))
}

fn published_in(line: &str) -> Option<&str> {
    const SAYING: &[&str] = &[
        "published in ", "published by ", "published on ", "appeared in ", "appeared on ", "appeared at ",
        "courtesy of ", "republished from ",
    ];
    let lower = line.to_lowercase();
    let at = SAYING.iter().filter_map(|saying| Some(lower.find(saying)? + saying.len())).min()?;
    let rest = line.get(at..)?;
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let name = leading_name(rest);
    (is_outlet(name) || name.split(' ').count() <= 3 && lower.contains("originally ") && !name.is_empty())
        .then_some(name)
}

/// The capitalised words that a piece of text begins with.
fn leading_name(text: &str) -> &str {
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let is_part =
            bare.starts_with(char::is_uppercase) || ["of", "the", "and", "&"].contains(&bare) && end > 0;
        if !is_part || crate::intake::opening::words::is_month(&bare.to_lowercase()) {
            break;
        }
        end += word.len();
        if bare.ends_with(['.', ',', ';', ')']) {
            break;
        }
    }
    text[..end].trim_end_matches([' ', '.', ',', ';', ')'])
}

fn copyright(line: &str) -> Option<&str> {
    let lower = line.to_lowercase();
    if !lower.starts_with(['©', '(']) && !lower.starts_with("copyright")
        || lower.starts_with('(') && !lower.starts_with("(c)")
    {
        return None;
    }
    let rest = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut rest = rest;
    loop {
        let word = rest.split(' ').next()?;
        let lower = word.to_lowercase();
        let is_filler = !lower.contains(|c: char| c.is_alphabetic())
            || ["copyright", "(c)", "c)", "by"].contains(&lower.as_str());
        if !is_filler {
            break;
        }
        rest = rest.get(word.len()..)?.trim_start();
        if rest.is_empty() {
            return None;
        }
    }
    let name = leading_name(rest);
    is_outlet(name).then_some(name)
}
