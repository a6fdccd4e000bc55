//! Comparisons as lines.

use newsmark::document::Document;
use newsmark::facts::{Comparison, Row};
use newsmark::label::LabelCode;
use newsmark::text::one_line;

/// Each row as `verdict: first | second`, without told speech.
pub(crate) fn shown(documents: [&Document; 2], found: &Comparison) -> Vec<String> {
    let cell = |at: usize, row: &Row| {
        let first = row.places[at].first().and_then(|place| place.mark(documents[at]));
        first.map(|mark| one_line(documents[at].quote(mark))).unwrap_or_default()
    };
    let is_told = |row: &Row| {
        let mut places = (0..2).filter_map(|at| Some((at, row.places[at].first()?)));
        places
            .all(|(at, place)| place.mark(documents[at]).is_none_or(|mark| mark.label == LabelCode::REPORTED))
    };
    let rows = found.rows.iter().filter(|row| !is_told(row));
    rows.map(|row| format!("{}: {} | {}", row.verdict.code(), cell(0, row), cell(1, row))).collect()
}

/// What of the expected lines is missing, and which lines nobody expected; white space does not count.
pub(crate) fn same_lines(found: Vec<String>, expected: Vec<String>) -> (Vec<String>, Vec<String>) {
    let tidy = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let (found, expected): (Vec<_>, Vec<_>) =
        (found.iter().map(tidy).collect(), expected.iter().map(tidy).collect());
    let mut missing = expected.clone();
    let mut surplus = Vec::new();
    for line in found {
        match missing.iter().position(|it| *it == line) {
            Some(place) => drop(missing.remove(place)),
            None => surplus.push(line),
        }
    }
    (missing, surplus)
}
