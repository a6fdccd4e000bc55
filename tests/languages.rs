//! Languages told by their texts: `tests/fixtures/languages.txt`, a tag and a made-up piece of news a line.
//!
//! A third of the lines, by their digest, were looked at when the word lists were made.

use newsmark::store::digest;
use newsmark::text::language;

const LINES: &str = include_str!("fixtures/languages.txt");

fn lines(is_seen: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_wanted = move |line: &&str| {
        (u64::from_str_radix(&digest(line)[..6], 16).unwrap_or(0).is_multiple_of(3)) == is_seen
    };
    LINES.lines().filter(is_wanted).filter_map(|line| line.split_once('\t'))
}

fn wrong(is_seen: bool) -> (usize, Vec<(&'static str, Option<&'static str>)>) {
    let all = lines(is_seen).count();
    (
        all,
        lines(is_seen)
            .map(|(tag, text)| (tag, language(text)))
            .filter(|(tag, found)| Some(*tag) != *found)
            .collect(),
    )
}

#[test]
fn languages_that_were_looked_at() {
    let (all, wrong) = wrong(true);
    assert!(wrong.is_empty() && all > 20, "{wrong:?} of {all}");
}

/// The bar is what is measured: eight short ones are not told, none is told wrongly.
#[test]
fn languages_that_were_held_out() {
    let (all, wrong) = wrong(false);
    assert!(wrong.len() <= 8 && wrong.iter().all(|(_, found)| found.is_none()), "{wrong:?} of {all}");
}
