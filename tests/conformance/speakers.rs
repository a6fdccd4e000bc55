//! Who said what, in news from all over the world: articles with every statement judged by hand (`corpora/attribution`, whose
//! README tells by which rules), which the rules were written by, and fourteen reports of `articles/pairs.jsonl` judged by
//! another hand, which are only counted (`tests/fixtures/speech/judged.jsonl` has places and speakers).
//!
//! Counted is what a reader is shown: of all speech that is marked, how much has the right speaker, and how much
//! nobody said; and how much of what was said is marked. `NEWSMARK_DETAILS=1` prints what is wrong.

use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use newsmark::extract::{Suggestion, extract};
use newsmark::text::{OffsetMap, Span, Unit};
use newsmark::value::Value;
use serde::Deserialize;

use crate::cases;

/// An article with its text, or where that stands in `articles/pairs.jsonl`: line, from 1, and report, from 1.
#[derive(Deserialize)]
struct Article {
    id: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    line: usize,
    #[serde(default)]
    report: usize,
    statements: Vec<Statement>,
}

#[derive(Deserialize)]
struct Event {
    reports: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    text: String,
}

#[derive(Deserialize)]
struct Statement {
    kind: Kind,
    /// Its pieces, in code points.
    content: Vec<[usize; 2]>,
    speaker: Option<String>,
    /// Whether it is neither wanted nor wrong.
    #[serde(default)]
    optional: bool,
    /// Other speakers that are right; `None` among them where nobody is.
    #[serde(default)]
    also: Vec<Option<String>>,
}

#[derive(Deserialize, PartialEq, Eq, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Quote,
    Told,
}

/// How many statements are marked, and how many marks are right.
#[derive(Default)]
struct Score {
    wanted: usize,
    found: usize,
    marked: usize,
    right: usize,
    wrong: usize,
    nobody: usize,
}

impl Statement {
    /// Whether somebody who is called so said it.
    fn is_by(&self, speaker: &str) -> bool {
        let ours = words(speaker);
        let all = std::iter::once(&self.speaker).chain(&self.also);
        let mut all = all.map(|gold| words(gold.as_deref().unwrap_or("")));
        // One name is within the other, as a family name in a whole name.
        let is_within = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
        all.any(|gold| {
            if ours.is_empty() || gold.is_empty() {
                return ours == gold;
            }
            is_within(&ours, &gold) || is_within(&gold, &ours)
        })
    }
}

/// The words of a name, without those that do not name.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !matches!(word.as_str(), "" | "the" | "a" | "an" | "s" | "of")).collect()
}

impl Score {
    fn add(&mut self, article: &Article, prints: bool) {
        let map = OffsetMap::new(&article.text);
        let place = |&[start, end]: &[usize; 2]| {
            map.span_of(start, end, Unit::CodePoint).expect("a place in the text")
        };
        let gold: Vec<(Vec<Span>, &Statement)> =
            article.statements.iter().map(|it| (it.content.iter().map(place).collect(), it)).collect();
        let all = extract(&article.text, None).suggestions;
        let ours: Vec<&Suggestion> =
            all.iter().filter(|it| matches!(it.label.as_str(), "QUOTE" | "REPORTED")).collect();
        let shared = |mark: &Suggestion, spans: &[Span]| -> usize {
            let common = |span: &Span| {
                span.end().min(mark.span.end()).saturating_sub(span.start().max(mark.span.start()))
            };
            spans.iter().map(common).sum()
        };
        let kind = |mark: &Suggestion| if mark.label.as_str() == "QUOTE" { Kind::Quote } else { Kind::Told };
        for mark in &ours {
            let speaker = match &mark.value {
                Some(Value::Quote(quote)) => quote.speaker.as_str(),
                _ => "",
            };
            let told = || {
                format!(
                    "{}: {:?} by {speaker:?}",
                    article.id,
                    &article.text[mark.span.start()..mark.span.end()]
                )
            };
            let best = gold
                .iter()
                .filter(|(spans, _)| shared(mark, spans) > 0)
                .max_by_key(|(spans, it)| (it.kind == kind(mark), shared(mark, spans)));
            match best {
                None => {
                    self.marked += 1;
                    self.nobody += 1;
                    if prints {
                        eprintln!("nobody  {}", told());
                    }
                }
                Some((_, it)) if it.is_by(speaker) => {
                    self.marked += 1;
                    self.right += 1;
                }
                Some((_, it)) if it.optional => {}
                Some((_, it)) => {
                    self.marked += 1;
                    self.wrong += 1;
                    if prints {
                        eprintln!("wrong   {}, is {:?}", told(), it.speaker);
                    }
                }
            }
        }
        for (spans, it) in gold.iter().filter(|(_, it)| !it.optional) {
            self.wanted += 1;
            let is_found = ours.iter().any(|mark| kind(mark) == it.kind && shared(mark, spans) > 0);
            self.found += usize::from(is_found);
            if prints && !is_found {
                let span = spans[0];
                eprintln!("missed  {}: {:?}", article.id, &article.text[span.start()..span.end()]);
            }
        }
    }

    fn percent(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }
}

/// What holds at least, in per cent of what is marked: the right speaker, and at most: nobody said it; first where the rules
/// were written by it, then where they were not.
const READ: (f64, f64) = (92.0, 3.0);
const HELD: (f64, f64) = (88.0, 4.0);

/// Prints what is right, and compares it with what holds.
fn judge(name: &str, articles: &[Article], prints: bool, (least, most): (f64, f64)) -> Result<(), Failed> {
    let mut score = Score::default();
    for article in articles {
        score.add(article, prints);
    }
    let [right, wrong, nobody] =
        [score.right, score.wrong, score.nobody].map(|part| Score::percent(part, score.marked));
    eprintln!(
        "who said what, {name}: {} marked, right speaker {right:.0} %, wrong {wrong:.0} %, nobody said {nobody:.0} %; {} of {} statements found",
        score.marked, score.found, score.wanted,
    );
    if right < least || nobody > most {
        return Err(format!("{name}: right speaker {right:.1} %, nobody said {nobody:.1} %").into());
    }
    Ok(())
}

fn run(shared: &Path) -> Result<(), Failed> {
    let prints = std::env::var_os("NEWSMARK_DETAILS").is_some();
    let articles = |text: String| -> Result<Vec<Article>, Failed> {
        text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    };
    let read = articles(fs::read_to_string(shared.join("corpora/attribution/world_news_dev.jsonl"))?)?;
    let events: Vec<Event> = fs::read_to_string(shared.join("articles/pairs.jsonl"))?
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let held = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/speech/judged.jsonl");
    let mut held = articles(fs::read_to_string(held)?)?;
    for article in &mut held {
        let report = events.get(article.line - 1).and_then(|event| event.reports.get(article.report - 1));
        article.text = report.ok_or("no such report")?.text.clone();
    }
    let read = judge("read", &read, prints, READ);
    let held = judge("held out", &held, false, HELD);
    read.and(held)
}

/// The one trial, ignored where the articles are not at hand.
pub(crate) fn trials() -> Vec<Trial> {
    let shared = cases::folder().join("..");
    let is_there = shared.join("corpora/attribution/world_news_dev.jsonl").is_file()
        && shared.join("articles/pairs.jsonl").is_file();
    vec![Trial::test("speakers", move || run(&shared)).with_ignored_flag(!is_there)]
}
