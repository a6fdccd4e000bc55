//! `cargo xtask bench --packages`: the command line and the packages beside other libraries, in turn, over the same
//! texts: how fast, and what they find.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;

use crate::cmd;
use crate::packages::{npm, python};

/// How often each reads in turn, and how often it goes over all texts each time.
const ROUNDS: usize = 5;
const PASSES: usize = 3;

/// What is counted of what each finds.
const KINDS: [(&str, &[&str]); 4] = [
    ("names", &["PERSON", "ORG", "LOC"]),
    ("money", &["MONEY"]),
    ("dates", &["DATE", "TIME", "DURATION"]),
    ("quotes", &["QUOTE"]),
];

/// Texts with the names that people have marked in them: places and labels.
type Gold = Vec<(String, Vec<(usize, usize, String)>)>;

/// What reads: a name, and a command that says in JSON how fast and what it found.
struct Reader {
    name: &'static str,
    command: Box<dyn Fn() -> Command>,
}

/// Measures on `folder/world_news_dev.jsonl`, a file with gold names.
pub(crate) fn packages(peers: Option<&Path>) -> Result<()> {
    let corpus = cmd::root().join("../shared/corpora/tune/world_news_dev.jsonl");
    let gold = gold(&corpus)?;
    npm::build()?;
    let venv = python::install()?.context("there is no Python 3 with venv on PATH")?;
    cmd::run(&mut cmd::cargo(["build", "--release", "--bin", "newsmark"]))?;
    let program = cmd::root().join("target/release/newsmark");
    let mut readers = vec![
        js("newsmark (npm)", "newsmark", &cmd::root().join("bindings/npm"), &corpus),
        py("newsmark (Python, 1 core)", "newsmark-1", &venv, &corpus),
        py("newsmark (Python, 2 cores)", "newsmark-2", &venv, &corpus),
        py("spaCy en_core_web_sm", "en_core_web_sm", &venv, &corpus),
    ];
    if let Some(folder) = peers {
        readers.push(js("wink-nlp", "wink-nlp", folder, &corpus));
        readers.push(js("compromise", "compromise", folder, &corpus));
    }
    let mut speeds: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let mut found: BTreeMap<usize, Json> = BTreeMap::new();
    let (mut alone, mut both) = (Vec::new(), Vec::new());
    let lines = many(&corpus)?;
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        alone.push(command_line(&program, &lines, "1")?);
        both.push(command_line(&program, &lines, "2")?);
        readers.retain(|reader| round > 1 || is_there(reader));
        for (at, reader) in readers.iter().enumerate() {
            let said: Json = serde_json::from_str(&cmd::output(&mut (reader.command)())?)?;
            speeds.entry(at).or_default().push(said["speed"].as_f64().context("no speed")?);
            found.insert(at, said["found"].clone());
        }
    }
    println!("\n{} texts; MB/s is the median of {ROUNDS} rounds in turn (least to most)", gold.len());
    println!("{:<28} {:>6} {:>15}  names F1   names   money   dates  quotes", "", "MB/s", "");
    println!("{}", speed("newsmark (1 core)", alone));
    println!("{}", speed("newsmark (2 cores)", both));
    for (at, reader) in readers.iter().enumerate() {
        let speed = speed(reader.name, speeds.remove(&at).unwrap_or_default());
        let spans = spans(&found[&at]);
        let counts = KINDS.map(|(_, labels)| {
            let of_kind = |kind: &str| labels.contains(&kind);
            spans.iter().flatten().filter(|(_, _, kind)| of_kind(kind)).count()
        });
        let f1 = names_f1(&gold, &spans).map_or("-".to_owned(), |f1| format!("{f1:.1}"));
        let counts = counts.map(|count| if count == 0 { "-".to_owned() } else { count.to_string() });
        println!("{speed} {f1:>9} {:>7} {:>7} {:>7} {:>7}", counts[0], counts[1], counts[2], counts[3]);
    }
    Ok(())
}

fn js(name: &'static str, reader: &'static str, folder: &Path, corpus: &Path) -> Reader {
    let (folder, corpus) = (folder.to_owned(), corpus.to_owned());
    let script = cmd::root().join("benches/packages/measure.mjs");
    let command = move || {
        let mut node = Command::new("node");
        node.arg(&script).arg(reader).arg(&folder).arg(&corpus).arg(PASSES.to_string());
        node
    };
    Reader { name, command: Box::new(command) }
}

fn py(name: &'static str, reader: &'static str, venv: &Path, corpus: &Path) -> Reader {
    let (python, corpus) = (venv.join("bin/python"), corpus.to_owned());
    let script = cmd::root().join("benches/packages/measure.py");
    let command = move || {
        let mut command = Command::new(&python);
        command.arg(&script).arg(reader).arg(&corpus).arg(PASSES.to_string());
        command
    };
    Reader { name, command: Box::new(command) }
}

/// Whether a reader can be run; says why where it cannot.
fn is_there(reader: &Reader) -> bool {
    let said = cmd::output(&mut (reader.command)());
    if let Err(error) = &said {
        eprintln!("{} is left out: {}", reader.name, error.to_string().lines().last().unwrap_or_default());
    }
    said.is_ok()
}

/// A name with the median speed, and the least and most.
fn speed(name: &str, mut speeds: Vec<f64>) -> String {
    speeds.sort_by(f64::total_cmp);
    let median = speeds.get(speeds.len() / 2).copied().unwrap_or_default();
    let (least, most) =
        (speeds.first().copied().unwrap_or_default(), speeds.last().copied().unwrap_or_default());
    format!("{name:<28} {median:>6.2} {:>15}", format!("({least:.2} to {most:.2})"))
}

/// The corpus often enough that the start of a program does not count.
fn many(corpus: &Path) -> Result<(PathBuf, u64)> {
    const TIMES: usize = 32;
    let text =
        std::fs::read_to_string(corpus).with_context(|| format!("cannot read {}", corpus.display()))?;
    let file = cmd::root().join("target/many.jsonl");
    std::fs::write(&file, text.repeat(TIMES)).with_context(|| format!("cannot write {}", file.display()))?;
    let size = |line: &str| {
        let json: Json = serde_json::from_str(line).unwrap_or_default();
        json["text"].as_str().map_or(0, str::len) as u64
    };
    Ok((file, text.lines().map(size).sum::<u64>() * TIMES as u64))
}

/// MB/s of the command line.
fn command_line(program: &Path, (file, bytes): &(PathBuf, u64), jobs: &str) -> Result<f64> {
    let mut command = Command::new(program);
    command.args(["extract", "--input", "jsonl", "--format", "jsonl", "--jobs", jobs]).arg(file);
    let start = Instant::now();
    let output = command.output().context("cannot run newsmark")?;
    let seconds = start.elapsed().as_secs_f64();
    ensure!(!output.stdout.is_empty(), "newsmark found nothing");
    Ok(*bytes as f64 / seconds / 1e6)
}

fn gold(corpus: &Path) -> Result<Gold> {
    let lines =
        std::fs::read_to_string(corpus).with_context(|| format!("cannot read {}", corpus.display()))?;
    let read = |line: &str| {
        let json: Json = serde_json::from_str(line)?;
        let text = json["text"].as_str().unwrap_or_default().to_owned();
        let spans = spans(&Json::Array(vec![json["spans"].clone()])).remove(0);
        Ok((text, spans))
    };
    lines.lines().map(read).collect()
}

/// Places and labels, a list for each text.
fn spans(json: &Json) -> Vec<Vec<(usize, usize, String)>> {
    let number = |json: &Json| json.as_u64().and_then(|number| usize::try_from(number).ok());
    let span =
        |span: &Json| Some((number(&span[0])?, number(&span[1])?, label(span[2].as_str()?).to_owned()));
    let list = |list: &Json| list.as_array().into_iter().flatten().filter_map(span).collect();
    json.as_array().into_iter().flatten().map(list).collect()
}

fn label(label: &str) -> &str {
    if label == "PER" { "PERSON" } else { label }
}

/// F1 of people, organisations and places on exact spans, leading articles and trailing possessives aside; `None`
/// for who finds no names, or not where.
fn names_f1(gold: &Gold, found: &[Vec<(usize, usize, String)>]) -> Option<f64> {
    let (mut right, mut found_all, mut gold_all) = (0, 0, 0);
    for ((text, wanted), found) in gold.iter().zip(found) {
        let chars: Vec<char> = text.chars().collect();
        let names = |spans: &[(usize, usize, String)]| {
            let spans =
                spans.iter().filter(|(start, end, kind)| start < end && KINDS[0].1.contains(&kind.as_str()));
            spans.map(|span| trimmed(&chars, span)).collect::<std::collections::BTreeSet<_>>()
        };
        let (wanted, found) = (names(wanted), names(found));
        right += wanted.intersection(&found).count();
        found_all += found.len();
        gold_all += wanted.len();
    }
    (right > 0).then(|| 200.0 * right as f64 / (found_all + gold_all) as f64)
}

fn trimmed(chars: &[char], (start, end, kind): &(usize, usize, String)) -> (usize, usize, String) {
    let text: String = chars.get(*start..*end).unwrap_or_default().iter().collect();
    let lower = text.to_lowercase();
    let before =
        ["the ", "a ", "an "].iter().find(|article| lower.starts_with(**article)).map_or(0, |it| it.len());
    // compromise takes the mark behind a name with it.
    let name = lower.trim_end_matches(|c: char| ",.;:!?\"”’' ".contains(c));
    let name = name.strip_suffix("'s").or(name.strip_suffix("’s")).unwrap_or(name);
    (start + before, start + name.chars().count(), kind.clone())
}
