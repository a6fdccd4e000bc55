//! Specification cases, and how many of them have to be right.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use newsmark::extract::{Extraction, extract};
use newsmark::label::LabelCode;
use newsmark::text::{OffsetMap, Span, Unit};
use newsmark::value::Value;
use serde_json::Value as Json;

/// A case: a text, and what another project's specification finds in it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The case's name.
    pub(crate) id: String,
    /// The text.
    pub(crate) text: String,
    /// The day from which relative dates count.
    pub(crate) reference: Option<jiff::civil::DateTime>,
    /// What is to be found.
    pub(crate) expected: Vec<Expected>,
}

/// One thing to be found.
#[derive(Clone, Debug)]
pub(crate) struct Expected {
    /// Where, in bytes.
    pub(crate) span: Span,
    /// Their type, such as `datetimeV2.date`.
    pub(crate) kind: String,
    /// Their value.
    pub(crate) resolution: Json,
}

/// One thing that we found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) label: LabelCode,
    pub(crate) value: Option<Value>,
}

impl Case {
    /// What we find in the text.
    pub(crate) fn found(&self) -> Vec<Found> {
        let published = self.reference.map(|reference| reference.date());
        let Extraction { suggestions, .. } = extract(&self.text, published);
        let found = suggestions.into_iter();
        found.map(|found| Found { span: found.span, label: found.label, value: found.value }).collect()
    }
}

/// How a case came out.
pub(crate) enum Verdict {
    /// All spans and values are right.
    Right,
    /// Not so; why.
    Wrong(String),
    /// It belongs to a family that is left out; which.
    LeftOut(&'static str),
}

/// A trial over all cases of one kind: at least the share `enough` (0 to 1) must be right. Where
/// the cases are not at hand, the trial is ignored and says so.
pub(crate) fn trial(kind: &'static str, enough: f64, judge: fn(&Case) -> Verdict) -> Trial {
    match read(kind) {
        Some(cases) => Trial::test(kind, move || run(kind, &cases, enough, judge)),
        None => {
            let reason = format!("no cases in {}", folder().display());
            eprintln!("{kind}: ignored, {reason}");
            Trial::test(kind, || Ok(())).with_kind(reason).with_ignored_flag(true)
        }
    }
}

fn run(kind: &str, cases: &[Case], enough: f64, judge: fn(&Case) -> Verdict) -> Result<(), Failed> {
    let mut right = 0;
    let mut left_out = std::collections::BTreeMap::new();
    let mut report = String::new();
    for case in cases {
        match judge(case) {
            Verdict::Right => right += 1,
            Verdict::Wrong(why) => report += &format!("\n{}: {}\n    {why}", case.id, case.text),
            Verdict::LeftOut(family) => *left_out.entry(family).or_insert(0) += 1,
        }
    }
    let judged = cases.len() - left_out.values().sum::<usize>();
    let share = right as f64 / judged.max(1) as f64;
    eprintln!("{kind}: {right} of {judged} right, {:.1} %; left out: {left_out:?}", share * 100.0);
    if std::env::var_os("NEWSMARK_DETAILS").is_some() {
        eprintln!("{report}");
    }
    if share < enough {
        return Err(
            format!("{kind}: {:.1} % right, {:.0} % needed{report}", share * 100.0, enough * 100.0).into()
        );
    }
    Ok(())
}

fn folder() -> PathBuf {
    let shared = match std::env::var_os("NEWSMARK_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    shared.join("conformance")
}

fn read(kind: &str) -> Option<Vec<Case>> {
    let lines = std::fs::read_to_string(folder().join(kind).with_extension("jsonl")).ok()?;
    Some(lines.lines().map(case).collect())
}

fn case(line: &str) -> Case {
    let json: Json = serde_json::from_str(line).expect("a JSON line");
    let text = json["text"].as_str().expect("a text").to_owned();
    let map = OffsetMap::new(&text);
    let expected = json["expected"].as_array().expect("a list").iter().map(|expected| {
        let place = |field: &str| expected[field].as_u64().expect("an offset") as usize;
        Expected {
            span: map.span_of(place("start"), place("end"), Unit::CodePoint).expect("a span of the text"),
            kind: expected["type"].as_str().unwrap_or_default().to_owned(),
            resolution: expected["resolution"].clone(),
        }
    });
    Case {
        id: json["id"].as_str().unwrap_or_default().to_owned(),
        expected: expected.collect(),
        reference: json["reference"].as_str().and_then(|reference| reference.parse().ok()),
        text,
    }
}
