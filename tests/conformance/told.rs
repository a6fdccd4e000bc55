//! Dates as news tells them, by another hand: invented passages in thirteen voices, each with a day of publication of its own, and
//! every date, time and duration with all values that a careful reader may give it.
//!
//! The passages whose name has a hash that three divides are read while rules are written; the others are only counted.
//! `NEWSMARK_DETAILS=1` prints what is wrong in those that are read.

use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use newsmark::extract::{Suggestion, extract};
use newsmark::text::{OffsetMap, Span, Unit};
use newsmark::value::{Value, read_day};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

#[derive(Deserialize)]
struct Passage {
    id: String,
    published: String,
    text: String,
    marks: Vec<Mark>,
}

#[derive(Deserialize)]
struct Mark {
    /// In code points.
    start: usize,
    text: String,
    /// All that are right.
    values: Vec<String>,
    /// Whether no mark is as right.
    #[serde(default)]
    optional: bool,
}

#[derive(Default)]
struct Score {
    told: usize,
    found: usize,
    exact: usize,
    values: usize,
    /// Marks where nothing is told.
    spurious: usize,
}

impl Score {
    fn add(&mut self, passage: &Passage, prints: bool) {
        let found: Vec<Suggestion> = extract(&passage.text, read_day(&passage.published))
            .suggestions
            .into_iter()
            .filter(|it| matches!(it.label.as_str(), "DATE" | "TIME" | "DURATION"))
            .collect();
        let map = OffsetMap::new(&passage.text);
        let span = |mark: &Mark| {
            let end = mark.start + mark.text.chars().count();
            map.span_of(mark.start, end, Unit::CodePoint).expect("a place in the text")
        };
        let all: Vec<Span> = passage.marks.iter().map(span).collect();
        self.spurious += found.iter().filter(|it| !all.iter().any(|span| span.overlaps(it.span))).count();
        for (mark, span) in passage.marks.iter().zip(&all) {
            let ours = found.iter().filter(|it| it.span.overlaps(*span));
            let ours =
                ours.max_by_key(|it| it.span.end().min(span.end()) - it.span.start().max(span.start()));
            if mark.optional && ours.is_none() {
                continue;
            }
            self.told += 1;
            self.found += usize::from(ours.is_some());
            self.exact += usize::from(ours.is_some_and(|it| it.span == *span));
            let timex = ours.and_then(|it| it.value.as_ref()).and_then(|value| match value {
                Value::Timex(value) => Some(value.timex.to_string()),
                _ => None,
            });
            let is_right = timex.as_ref().is_some_and(|timex| mark.values.contains(timex));
            self.values += usize::from(is_right);
            if prints && !is_right {
                eprintln!(
                    "{} ({}): {:?} is {:?}, ours {timex:?}",
                    passage.id, passage.published, mark.text, mark.values
                );
            }
        }
    }

    fn print(&self, name: &str) {
        let part = |count: usize| 100.0 * count as f64 / self.told.max(1) as f64;
        eprintln!(
            "told, {name}: of {} times {:.0} % are found, {:.0} % exactly, {:.0} % with a right value; {} where nothing is told",
            self.told,
            part(self.found),
            part(self.exact),
            part(self.values),
            self.spurious
        );
    }
}

/// Of a hundred times held out, how many have a right value at least.
const LEAST: usize = 78;

fn run() -> Result<(), Failed> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/dates/told.jsonl");
    let (mut read, mut held) = (Score::default(), Score::default());
    for line in fs::read_to_string(file)?.lines() {
        let passage: Passage = serde_json::from_str(line)?;
        let is_read = Sha256::digest(&passage.id).first().is_some_and(|byte| byte % 3 == 0);
        let prints = is_read && std::env::var_os("NEWSMARK_DETAILS").is_some();
        if is_read { &mut read } else { &mut held }.add(&passage, prints);
    }
    read.print("read");
    held.print("held out");
    if 100 * held.values >= LEAST * held.told {
        Ok(())
    } else {
        Err("fewer values are right than before".into())
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    vec![Trial::test("told", run)]
}
