//! Times, as TempEval-3 counts them (N. UzZaman et al., "SemEval-2013 Task 1: TempEval-3", 2013): spans strict and relaxed, and
//! values where the spans meet.
//!
//! Sets ("every Monday") and values such as `PAST_REF` are none of ours: they are left out on both sides.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};
use jiff::civil::Date;
use newsmark::extract::extract;
use newsmark::text::{OffsetMap, Unit};
use newsmark::value::Value;
use serde::Deserialize;

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    published: Option<Date>,
    timex: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    value: Option<String>,
}

/// What was counted.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    cut: usize,
    relaxed: usize,
    value: usize,
}

impl Counts {
    fn add(&mut self, other: Counts) {
        self.gold += other.gold;
        self.found += other.found;
        self.strict += other.strict;
        self.cut += other.cut;
        self.relaxed += other.relaxed;
        self.value += other.value;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f1 = |right: usize| 200.0 * right as f64 / (self.gold + self.found).max(1) as f64;
        write!(
            f,
            "strict {:.1}, cut {:.1}, relaxed {:.1}, value {:.1} ({} expected, {} found)",
            f1(self.strict),
            f1(self.cut),
            f1(self.relaxed),
            f1(self.value),
            self.gold,
            self.found
        )
    }
}

/// Counts of the articles of a file: those that rules were written with, and the fifth that is held out.
pub(crate) fn measure(file: &Path) -> Result<[Counts; 2]> {
    let lines = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut counts = [Counts::default(); 2];
    for line in lines.lines() {
        let article: Article = serde_json::from_str(line).context("no article of this form")?;
        counts[usize::from(is_held_out(&article.id))].add(one(&article));
    }
    Ok(counts)
}

/// A fifth, by the id's hash (FNV-1a), so that it is the same everywhere.
fn is_held_out(id: &str) -> bool {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    hash.is_multiple_of(5)
}

fn one(article: &Article) -> Counts {
    let map = OffsetMap::new(&article.text);
    let span = |gold: &Gold| map.span_of(gold.start, gold.end, Unit::CodePoint);
    let is_ours =
        |gold: &Gold| gold.kind != "SET" && !gold.value.as_deref().unwrap_or_default().ends_with("_REF");
    let (ours, others): (Vec<&Gold>, Vec<&Gold>) = article.timex.iter().partition(|gold| is_ours(gold));
    let found: Vec<_> = extract(&article.text, article.published)
        .suggestions
        .into_iter()
        .filter(|it| ["DATE", "TIME", "DURATION"].contains(&it.label.as_str()))
        .filter(|it| {
            let meets = |gold: &&&Gold| span(gold).is_some_and(|span| span.overlaps(it.span));
            !others.iter().any(|gold| meets(&gold)) || ours.iter().any(|gold| meets(&gold))
        })
        .collect();
    let mut counts = Counts { gold: ours.len(), found: found.len(), ..Counts::default() };
    let mut used = vec![false; found.len()];
    for gold in ours {
        let Some(wanted) = span(gold) else { continue };
        counts.strict += usize::from(found.iter().any(|it| it.span == wanted));
        let bare = without_lead(&article.text, wanted.range());
        counts.cut +=
            usize::from(found.iter().any(|it| without_lead(&article.text, it.span.range()) == bare));
        let overlap = |at: &usize| {
            let it = found[*at].span;
            it.end().min(wanted.end()).saturating_sub(it.start().max(wanted.start()))
        };
        let best = (0..found.len()).filter(|at| !used[*at] && overlap(at) > 0).max_by_key(overlap);
        if let Some(at) = best {
            used[at] = true;
            counts.relaxed += 1;
            let told = match &found[at].value {
                Some(Value::Timex(timex)) => Some(timex.timex.as_str()),
                _ => None,
            };
            counts.value += usize::from(told == gold.value.as_deref());
        }
    }
    counts
}

/// A span without its leading articles and modifiers.
fn without_lead(text: &str, mut range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    const LEADING: &[&str] = &[
        "the", "a", "an", "about", "around", "nearly", "almost", "some", "early", "late", "mid", "just",
        "only", "over", "approximately", "roughly", "from", "in", "on", "since", "by", "as", "at", "least",
        "most", "more", "less", "than", "up", "to",
    ];
    loop {
        let rest = text.get(range.clone()).unwrap_or_default();
        let Some((word, behind)) = rest.split_once([' ', '-', '\n']) else { return range };
        if !LEADING.contains(&word.to_lowercase().as_str()) {
            return range;
        }
        range.start = range.end - behind.trim_start().len();
    }
}
