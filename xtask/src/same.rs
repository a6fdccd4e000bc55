//! Whether two programs find the same: for changes of the house that must change no result.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::Value as Json;

use crate::cmd::root;
use crate::corpus;

/// How many texts that differ are shown, unless `NEWSMARK_DETAILS` asks for all.
const MOST: usize = 20;

/// Compares what `OLD` and `NEW`, two command line programs, find in all texts of the folder: each text of its JSON Lines,
/// published on the day that stands with it, and each text file.
pub(crate) fn same(args: &[String]) -> Result<()> {
    let (old, new, folder) = match args {
        [old, new] => (old, new, root().join("../shared")),
        [old, new, folder] => (old, new, PathBuf::from(folder)),
        _ => bail!("`cargo xtask same OLD NEW [FOLDER]` compares two programs"),
    };
    let texts = corpus::texts(&folder)?;
    if texts.is_empty() {
        bail!("there is no text in {}", folder.display());
    }
    let (was, is) = (found(old, &texts)?, found(new, &texts)?);
    let differing: Vec<_> = (0..texts.len()).filter(|&at| was.get(&at) != is.get(&at)).collect();
    let n_shown = if std::env::var_os("NEWSMARK_DETAILS").is_some() { differing.len() } else { MOST };
    for at in differing.iter().take(n_shown) {
        let text: String = texts[*at].0.chars().take(80).collect();
        println!("{text:?}");
        let lines = |all: &BTreeMap<usize, Vec<String>>| all.get(at).cloned().unwrap_or_default();
        let (was, is) = (lines(&was), lines(&is));
        was.iter().filter(|one| !is.contains(one)).for_each(|one| println!("  - {one}"));
        is.iter().filter(|one| !was.contains(one)).for_each(|one| println!("  + {one}"));
    }
    println!("{} texts, {} differ", texts.len(), differing.len());
    if differing.is_empty() { Ok(()) } else { bail!("the two programs do not find the same") }
}

/// What a program finds in each text: annotations without ids, in an order that goes by what they are.
fn found(program: &str, texts: &[(String, String)]) -> Result<BTreeMap<usize, Vec<String>>> {
    let mut child = Command::new(program)
        .args(["extract", "--format", "jsonl", "--input", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {program}"))?;
    let mut input = child.stdin.take().context("the program takes no input")?;
    let lines = corpus::lines(texts);
    // A program that ends early is told below.
    let writer = thread::spawn(move || input.write_all(lines.as_bytes()).ok());
    let output = child.wait_with_output()?;
    writer.join().ok();
    if !output.status.success() {
        bail!("{program} failed ({})", output.status);
    }
    let text = String::from_utf8(output.stdout)?;
    text.lines().map(read).collect()
}

fn read(line: &str) -> Result<(usize, Vec<String>)> {
    let json: Json = serde_json::from_str(line)?;
    let at = json["id"].as_str().and_then(|id| id.parse().ok()).context("a line without an id")?;
    let mut all: Vec<String> = json["annotations"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| {
            let fields = ["start", "end", "label", "value", "score"].map(|field| one[field].to_string());
            fields.join(" ")
        })
        .collect();
    all.sort();
    Ok((at, all))
}
