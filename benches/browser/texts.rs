//! Texts to measure with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use newsmark::extract::extract;

/// A made-up report with all that extraction looks for.
const REPORT: &str = include_str!("../../static/sample.txt");

/// A paragraph without a name, a number or a date.
const PLAIN: &str = "the reader may wonder what all of this means for the people who live near the water and who \
    have seen it rise and fall with the seasons. nobody at the table could say how long the work would go on, or \
    whether it would be enough to keep the old houses dry when the wind turns.\n\n";

/// So many bytes of news: the articles in the folder `articles` of `$NEWSMARK_SHARED`, else of
/// `../shared`, again and again; where there are none, the report.
pub(crate) fn news(bytes: usize) -> String {
    let shared = env::var_os("NEWSMARK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let entries = fs::read_dir(shared.join("articles")).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let articles: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let piece = if articles.is_empty() { REPORT.to_owned() } else { articles.join("\n\n") };
    let mut text = piece.repeat(bytes / piece.len() + 1);
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
