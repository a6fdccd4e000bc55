//! Texts to measure with.

use newsmark::extract::extract;

/// A made-up report with all that extraction looks for.
const REPORT: &str = include_str!("../../static/sample.txt");

/// A paragraph without a name, a number or a date.
const PLAIN: &str = "the reader may wonder what all of this means for the people who live near the water and who \
    have seen it rise and fall with the seasons. nobody at the table could say how long the work would go on, or \
    whether it would be enough to keep the old houses dry when the wind turns.\n\n";

/// So many bytes of news.
pub(crate) fn news(bytes: usize) -> String {
    let mut text = REPORT.repeat(bytes / REPORT.len() + 1);
    text.truncate((0..=bytes).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0));
    text
}

/// An article of about so many bytes in which about so much is marked: reports with plain paragraphs
/// between them.
pub(crate) fn article(bytes: usize, marks: usize) -> String {
    let in_report = extract(REPORT, None).suggestions.len();
    let mut text = String::with_capacity(bytes + REPORT.len());
    let mut marked = 0;
    while text.len() < bytes {
        // Reports and plain paragraphs in turn, in the proportion that is wanted.
        if marked * bytes <= marks * text.len() {
            text.push_str(REPORT);
            marked += in_report;
        } else {
            text.push_str(PLAIN);
        }
    }
    text
}
