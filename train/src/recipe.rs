//! How the weights come about: what they are learned from, and how.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::data;
use crate::instance::Source;
use crate::optimise::Settings;

/// A file of the data and how it is used.
struct Part {
    name: &'static str,
    weight: f32,
    /// Whether groups and other names are left unmarked in it.
    open: bool,
    /// Whether a program marked it.
    silver: bool,
}

/// What is learned from, by the names that the data's README uses.
const PARTS: &[Part] = &[
    Part { name: "pud", weight: 1.0, open: false, silver: false },
    Part { name: "wikigold", weight: 1.0, open: false, silver: false },
    Part { name: "crossner", weight: 1.0, open: false, silver: false },
    Part { name: "docred", weight: 0.5, open: false, silver: false },
    // Short messages of the public, which are not news.
    Part { name: "btc", weight: 0.5, open: true, silver: false },
    Part { name: "gum_silver", weight: 1.0, open: false, silver: true },
    Part { name: "ewt_silver", weight: 1.0, open: false, silver: true },
    Part { name: "masc_silver", weight: 1.0, open: false, silver: true },
];

/// What is measured on, and never learned from.
pub(crate) const TUNING: &[&str] = &["world_news_dev", "ewt_dev", "re3d"];

/// The tuning set whose texts are most like what people paste: probabilities are fitted to it.
pub(crate) const CALIBRATION: &str = "world_news_dev";

/// How the weights are learned.
pub(crate) const SETTINGS: Settings = Settings { epochs: 8, averaged: 3, rate: 0.015, dropout: 0.5, seed: 1 };

/// The weights are the mean over so many runs, each with a seed of its own.
pub(crate) const RUNS: u64 = 6;

/// Features that occur less often are left out.
pub(crate) const LEAST: u32 = 2;

/// How many features are kept.
pub(crate) const KEPT: usize = 32_000;

/// What one step of a weight is worth, in parts of which the largest weight has 127: finer steps take more
/// room and find no more.
pub(crate) const STEP: f32 = 5.0;

/// The texts to learn from, below `folder`.
///
/// # Errors
///
/// When a file of the data is missing or is not of its form.
pub(crate) fn sources(folder: &Path) -> Result<Vec<Source>> {
    let source = |part: &Part| {
        let texts = data::read(&folder.join(format!("train/{}.jsonl", part.name)))?;
        Ok(Source { texts, weight: part.weight, open: part.open, silver: part.silver })
    };
    PARTS.iter().map(source).collect()
}

/// What the weights are learned from and how, with digests (SHA-256) of the data: what the file of
/// weights records, and what tells whether it is up to date.
///
/// # Errors
///
/// When a file of the data is missing.
pub(crate) fn describe(folder: &Path) -> Result<String> {
    let mut text = String::new();
    let Settings { epochs, averaged, rate, dropout, seed } = SETTINGS;
    let _ = writeln!(text, "epochs {epochs}, mean of the last {averaged}, rate {rate}, dropout {dropout}");
    let _ = writeln!(text, "seeds {seed} to {}, features seen {LEAST} times, {KEPT} kept", seed + RUNS - 1);
    let _ = writeln!(text, "in steps of {STEP} parts of 127 of the largest weight");
    let parts = PARTS.iter().map(|part| (format!("train/{}.jsonl", part.name), Some(part.weight)));
    let others = ["lexicon/gazetteer.tsv".to_owned(), "lexicon/clusters.tsv".to_owned()];
    let tuning = format!("tune/{CALIBRATION}.jsonl");
    for (name, weight) in parts.chain(others.into_iter().chain([tuning]).map(|name| (name, None))) {
        let path = folder.join(&name);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let digest = Sha256::digest(&bytes).iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let weight = weight.map(|weight| format!(" weight {weight}")).unwrap_or_default();
        let _ = writeln!(text, "{name} {digest}{weight}");
    }
    Ok(text)
}
