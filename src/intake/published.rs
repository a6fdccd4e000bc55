//! The date that a text gives for itself.

use jiff::civil::Date;

use super::opening::is_stamp;
use crate::extract::extract_whole;
use crate::label::LabelCode;
use crate::text::{Span, paragraphs};
use crate::value::{Value, read_day};

/// A date of publication, and where the text gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FoundDate {
    /// The date.
    pub date: Date,
    /// The line that says so, in bytes.
    pub line: Span,
}

/// How many paragraphs at the beginning, and at the end, may say when the text was published.
const HEAD: usize = 14;
const TAIL: usize = 6;
/// How many characters a line has at most that says no more than that.
const LONGEST: usize = 160;

/// How well a line tells when the text was published, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// "Published: 3 May 2025"
    Published,
    /// "Updated 12:45 BST, 3 May 2025"
    Updated,
    /// "LONDON, May 3, 2025 (Reuters) –"
    Dateline,
    /// A line that is no more than a date, or an author and a date.
    Bare,
    /// "© 3 May 2025"
    Copyright,
}

/// The date that the text gives for itself as that of its publication: by the words "published" or
/// "updated", in a dateline, on a line of its own, or as a last resort in a line of copyright. Dates
/// without a day or a year are none.
///
/// ```
/// let text = "Storm hits coast\n\nUpdated 12:45 BST, 3 May 2025\n\nThe storm came at night.";
/// let found = newsmark::intake::find_published(text).expect("a date");
/// assert_eq!(found.date.to_string(), "2025-05-03");
/// assert_eq!(found.line.slice(text), Some("Updated 12:45 BST, 3 May 2025"));
/// ```
pub fn find_published(text: &str) -> Option<FoundDate> {
    let lines = paragraphs(text);
    let tail = lines.len().saturating_sub(TAIL).max(HEAD.min(lines.len()));
    let head = lines.iter().take(HEAD).map(|line| (line, true));
    let tail = lines[tail..].iter().map(|line| (line, false));
    let found = head.chain(tail).filter_map(|(line, is_head)| {
        let (kind, date) = read_line(line.slice(text)?, is_head)?;
        Some((kind, FoundDate { date, line: *line }))
    });
    found.min_by_key(|(kind, _)| *kind).map(|(_, found)| found)
}

fn read_line(line: &str, is_head: bool) -> Option<(Kind, Date)> {
    let lower = line.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let is_short = line.chars().count() <= LONGEST;
    let dateline = || {
        let start = &line[..line.char_indices().nth(90).map_or(line.len(), |(at, _)| at)];
        let (head, _) = start.split_once([')', '–', '—']).or_else(|| start.split_once(" - "))?;
        // A dateline begins with a place in capitals.
        let place = head.split(',').next()?.trim();
        let is_place = place.chars().filter(|c| c.is_uppercase()).count() > 2 && place.len() < 40;
        is_place.then(|| dates(head).first().map(|(date, _)| *date)).flatten()
    };
    let said = says(&["published", "posted", "issued", "first broadcast", "date:", "dated "]);
    if is_short && (said || says(&["updated", "modified", "revised"])) {
        let kind = if said { Kind::Published } else { Kind::Updated };
        // Where a line gives both, the one behind its own word counts.
        let word = ["published", "posted", "issued"].iter().find_map(|word| lower.find(word)).unwrap_or(0);
        let dates = dates(line);
        let date = dates.iter().find(|(_, span)| span.start() >= word).or(dates.first());
        return date.map(|(date, _)| (kind, *date));
    }
    if !is_head {
        let is_copyright = is_short && says(&["©", "copyright", "(c)"]);
        return is_copyright.then(|| dates(line).first().map(|(date, _)| (Kind::Copyright, *date))).flatten();
    }
    if let Some(date) = dateline() {
        return Some((Kind::Dateline, date));
    }
    if is_short && is_stamp(line) {
        return dates(line).first().map(|(date, _)| (Kind::Bare, *date));
    }
    if !is_short || line.chars().count() > 80 || line.trim_end().ends_with(['.', '!', '?', '”', '"']) {
        return None;
    }
    let (date, span) = *dates(line).first()?;
    // What else such a line has is an author or a time, not a sentence.
    let rest = format!("{} {}", &line[..span.start()], &line[span.end()..]);
    let small = rest.split_whitespace().filter(|word| {
        word.starts_with(char::is_lowercase)
            && !["by", "at", "on", "am", "pm", "and", "for", "in"].contains(word)
    });
    let is_bare = small.count() == 0 && rest.split_whitespace().count() <= 10;
    let kind = if says(&["©", "copyright"]) { Kind::Copyright } else { Kind::Bare };
    is_bare.then_some((kind, date))
}

/// The days that a line gives whole.
fn dates(line: &str) -> Vec<(Date, Span)> {
    let found =
        extract_whole(line, None).suggestions.into_iter().filter(|found| found.label == LabelCode::DATE);
    let day = |found: crate::extract::Suggestion| match found.value? {
        Value::Timex(timex) => Some((read_day(timex.timex.get(..10)?)?, found.span)),
        _ => None,
    };
    found.filter_map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = find_published(text).map(|found| found.date.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn lines_that_say_so() {
        check("Updated 12:45 BST, 3 May 2025", Some("2025-05-03"));
        check("Title\nPublished: 2 July 2024\nUpdated: 4 July 2024\nText.", Some("2024-07-02"));
        check("Updated July 4, 2024 - Published July 2, 2024\nText.", Some("2024-07-02"));
        check("Title\n\nBy Ada Byron\nJuly 2, 2024\n\nText.", Some("2024-07-02"));
        check("LONDON, July 2, 2024 (News Agency) – The storm came.", Some("2024-07-02"));
        check("The storm came at night.\n\n© News Agency, 2 July 2024", Some("2024-07-02"));
    }

    #[test]
    fn dates_of_what_the_text_tells_are_none() {
        check("The treaty of 2 July 2024 was signed in Rome by both sides.", None);
        check("It began on 2 July 2024.\nIt ended on 4 July 2024.", None);
        check("Published on Tuesday", None);
        check("Copyright 2024 News Agency", None);
        check("", None);
    }
}
