//! Texts to compare programs by.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value as Json, json};

use crate::cmd::root;

/// Parts of `../shared` that are there to tune by; what programs learn from is much more of the same.
const TUNING: [&str; 4] = ["articles", "conformance", "corpora/attribution", "corpora/tune"];

/// A text, and the day of its publication or nothing.
pub(crate) type Text = (String, String);

/// The texts below a folder: each text of its JSON Lines, published on the day that stands with it, and each text
/// file.
pub(crate) fn texts(folder: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    collect(folder, &mut texts).with_context(|| format!("cannot read {}", folder.display()))?;
    Ok(texts)
}

/// Writes the tuning texts, where they are at hand, and the texts of the project's own tests into a file of
/// lines.
pub(crate) fn write() -> Result<PathBuf> {
    let mut all = texts(&root().join("tests/fixtures"))?;
    for part in TUNING.map(|part| root().join("../shared").join(part)) {
        if part.is_dir() {
            all.extend(texts(&part)?);
        }
    }
    let file = root().join("target/corpus.jsonl");
    fs::write(&file, lines(&all)).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{} texts in {}", all.len(), file.display());
    Ok(file)
}

/// The texts as lines for `newsmark extract --input jsonl`, by their numbers.
pub(crate) fn lines(texts: &[Text]) -> String {
    let lines = texts.iter().enumerate().map(|(at, (text, day))| {
        let day = Some(day).filter(|day| !day.is_empty());
        format!("{}\n", json!({"id": at.to_string(), "text": text, "published": day}))
    });
    lines.collect()
}

fn collect(folder: &Path, texts: &mut Vec<(String, String)>) -> Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for path in entries.iter().map(fs::DirEntry::path) {
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => collect(&path, texts)?,
            Some("txt") => texts.push((fs::read_to_string(&path)?, String::new())),
            Some("jsonl") => {
                let lines = fs::read_to_string(&path)?;
                for json in lines.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok()) {
                    let day = ["reference", "published"].iter().find_map(|field| json[*field].as_str());
                    let day = day.and_then(|day| day.get(..10)).unwrap_or_default().to_owned();
                    texts.extend(json["text"].as_str().map(|text| (text.to_owned(), day)));
                }
            }
            _ => {}
        }
    }
    Ok(())
}
