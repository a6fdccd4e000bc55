//! Does the arithmetic of an article find what was planted, and leave alone what is right?

use jiff::civil::date;
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::doubts;
use uuid::Uuid;

fn reckonings(text: &str) -> Vec<String> {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, jiff::Timestamp::UNIX_EPOCH);
    document.published = Some(date(2024, 7, 2));
    let extraction = extract(text, document.published);
    annotate(&mut document, &extraction, Uuid::new_v4, jiff::Timestamp::UNIX_EPOCH);
    doubts(&document).into_iter().map(|doubt| format!("{}: {}", doubt.kind.code(), doubt.reckoning)).collect()
}

/// The text with the right figure, and with the planted one.
fn versions(line: &str) -> Option<(String, String)> {
    let (before, rest) = line.split_once('{')?;
    let (figures, after) = rest.split_once('}')?;
    let (right, planted) = figures.split_once('|')?;
    Some((format!("{before}{right}{after}"), format!("{before}{planted}{after}")))
}

fn planted(fixture: &str) -> (usize, Vec<String>, Vec<String>) {
    let (mut all, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
    for line in fixture.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (right, planted) = versions(line).expect("a line with {right|planted}");
        all += 1;
        if reckonings(&planted).is_empty() {
            missed.push(planted);
        }
        let found = reckonings(&right);
        if !found.is_empty() {
            wrong.push(format!("{right} {found:?}"));
        }
    }
    (all, missed, wrong)
}

#[test]
fn finds_what_is_planted_and_leaves_the_rest_alone() {
    for fixture in [
        include_str!("fixtures/arithmetic/planted.txt"),
        include_str!("fixtures/arithmetic/held_out.txt"),
        include_str!("fixtures/arithmetic/fresh.txt"),
    ] {
        let (all, missed, wrong) = planted(fixture);
        assert!(missed.len() * 5 <= all, "at least four of five are found, not: {missed:#?}");
        assert!(wrong.len() * 10 <= all, "at most one of ten that are right is doubted, not: {wrong:#?}");
    }
}
