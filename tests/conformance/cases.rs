//! Specification cases, and how many of them have to be right.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use newsmark::extract::{Extraction, extract};
use newsmark::label::LabelCode;
use newsmark::text::{OffsetMap, Span, Unit};
use newsmark::value::Value;
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

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
    trial_of(kind, enough, case, judge)
}

/// What can be judged.
pub(crate) trait Judged: Send + 'static {
    /// The case's name.
    fn id(&self) -> &str;
    /// The text.
    fn text(&self) -> &str;
}

impl Judged for Case {
    fn id(&self) -> &str {
        &self.id
    }

    fn text(&self) -> &str {
        &self.text
    }
}

/// The same over lines that `parse` reads.
pub(crate) fn trial_of<C: Judged>(
    kind: &'static str,
    enough: f64,
    parse: fn(&str) -> C,
    judge: fn(&C) -> Verdict,
) -> Trial {
    match read(kind, parse) {
        Some(cases) => Trial::test(kind, move || run(kind, &cases, enough, judge)),
        None => {
            let reason = format!("no cases in {}", folder().display());
            eprintln!("{kind}: ignored, {reason}");
            Trial::test(kind, || Ok(())).with_kind(reason).with_ignored_flag(true)
        }
    }
}

fn run<C: Judged>(kind: &str, cases: &[C], enough: f64, judge: fn(&C) -> Verdict) -> Result<(), Failed> {
    let mut right = 0;
    // Right and judged of the fifth that nobody looks at who writes rules, which shows whether they are rules.
    let mut held_out = (0_u32, 0_u32);
    let mut left_out = std::collections::BTreeMap::new();
    let mut report = String::new();
    for case in cases {
        let verdict = judge(case);
        let is_held_out = is_held_out(case.id());
        if is_held_out && !matches!(verdict, Verdict::LeftOut(_)) {
            held_out.1 += 1;
            held_out.0 += u32::from(matches!(verdict, Verdict::Right));
        }
        match verdict {
            Verdict::Right => right += 1,
            Verdict::Wrong(_) if is_held_out => {}
            Verdict::Wrong(why) => report += &format!("\n{}: {}\n    {why}", case.id(), case.text()),
            Verdict::LeftOut(family) => *left_out.entry(family).or_insert(0) += 1,
        }
    }
    let judged = cases.len() - left_out.values().sum::<usize>();
    let share = right as f64 / judged.max(1) as f64;
    eprintln!(
        "{kind}: {right} of {judged} right, {:.1} %; left out: {left_out:?}; held out: {} of {} right, {:.1} %",
        share * 100.0,
        held_out.0,
        held_out.1,
        f64::from(held_out.0) * 100.0 / f64::from(held_out.1.max(1))
    );
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

pub(crate) fn folder() -> PathBuf {
    let shared = match std::env::var_os("NEWSMARK_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    shared.join("conformance")
}

fn read<C>(kind: &str, parse: fn(&str) -> C) -> Option<Vec<C>> {
    let lines = std::fs::read_to_string(folder().join(kind).with_extension("jsonl")).ok()?;
    Some(lines.lines().map(parse).collect())
}

/// Whether a case is of the fifth that is held out, by the hash of its name.
fn is_held_out(id: &str) -> bool {
    // The sum of hexadecimal digits has the same rest by five as the number.
    let digest = Sha256::digest(id);
    digest.iter().map(|byte| u32::from(byte >> 4) + u32::from(byte & 15)).sum::<u32>().is_multiple_of(5)
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
