//! Real articles with marks made by hand, where they are at hand: they are not part of the package.
//!
//! They are looked for in `../shared`, or where `NEWSMARK_SHARED` points. Trials without their
//! articles are reported as ignored, with the reason.

#![allow(clippy::print_stderr, reason = "the trials report what was missed")]

#[path = "common/compared.rs"]
mod compared;
#[path = "common/score.rs"]
mod score;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use compared::{same_lines, shown};
use libtest_mimic::{Arguments, Failed, Trial};
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::{compare, doubts, sheet, sources_of};
use newsmark::formats::newsmark::value_to_json;
use newsmark::text::{OffsetMap, Span, Unit, sentences, tokenize};
use newsmark::value::Value;
use score::{Mark, Score};
use serde_json::Value as Json;

/// What one article must reach.
const ENOUGH: f64 = 0.90;

fn main() {
    let arguments = Arguments::from_args();
    let shared = match std::env::var_os("NEWSMARK_SHARED") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    };
    let mut trials = Vec::new();
    match documents(&shared.join("articles/gold.jsonl")) {
        Some(documents) => {
            let (all, again) = (documents.clone(), documents.clone());
            trials.push(Trial::test("articles_compared", move || check_compared(&all)));
            trials.push(Trial::test("articles_sheet", move || check_sheet(&again)));
            for document in documents {
                let name = format!("article_{}", document["id"].as_str().unwrap_or_default());
                let (names, document_speech) = (document.clone(), document.clone());
                trials.push(Trial::test(name.clone(), move || check(&document)));
                trials.push(Trial::test(format!("{name}_speech"), move || check_speech(&document_speech)));
                trials.push(Trial::test(name + "_names", move || check_names(&names)));
            }
        }
        None => trials.push(absent("articles", &shared)),
    }
    match documents(&shared.join("articles/pairs.jsonl")) {
        Some(events) => trials.push(Trial::test("pairs", move || check_pairs(&events))),
        None => trials.push(absent("pairs", &shared)),
    }
    // A measurement, not a test: run it with `-- --ignored`.
    match documents(&shared.join("corpora/tune/world_news_dev.jsonl")) {
        Some(documents) => {
            trials.push(Trial::test("world_news", move || measure(&documents)).with_ignored_flag(true));
        }
        None => trials.push(absent("world_news", &shared)),
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn absent(name: &str, shared: &Path) -> Trial {
    let reason = format!("no articles in {}", shared.display());
    eprintln!("{name}: ignored, {reason}");
    Trial::test(name, || Ok(())).with_kind(reason).with_ignored_flag(true)
}

fn documents(path: &Path) -> Option<Vec<Json>> {
    let lines = std::fs::read_to_string(path).ok()?;
    Some(lines.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect())
}

/// Of two reports of one event nothing of one is put on the other unasked, unless the sentence is the same.
fn check_pairs(events: &[Json]) -> Result<(), Failed> {
    let mut problems = Vec::new();
    let mut count = 0;
    for event in events {
        let texts: Vec<&str> =
            event["reports"].as_array().into_iter().flatten().filter_map(|it| it["text"].as_str()).collect();
        for (at, one) in texts.iter().enumerate() {
            for other in texts.iter().skip(at + 1) {
                for (from, to) in [(one, other), (other, one)] {
                    let document = read(from);
                    let placed = document.on_text(to);
                    let words = |text: &str, span: Span| -> Vec<String> {
                        let text: String =
                            text[sentence(text, span).range()].replace(['“', '”'], "\"").replace('’', "'");
                        text.split_whitespace().map(str::to_owned).collect()
                    };
                    for new in placed.annotations() {
                        let old = document.annotation(new.id).expect("it is the same");
                        let (was, is) = (words(document.text(), old.span), words(placed.text(), new.span));
                        count += 1;
                        if was != is {
                            problems.push(format!("{:?}: {was:?} on {is:?}", placed.quote(new)));
                        }
                    }
                }
            }
        }
    }
    eprintln!("pairs: {count} annotations stand in the same sentence of another report");
    if problems.is_empty() {
        Ok(())
    } else {
        Err(format!("{} of {count}\n{}", problems.len(), problems.join("\n")).into())
    }
}

/// The sentence in which a span begins.
fn sentence(text: &str, span: Span) -> Span {
    let tokens = tokenize(text);
    let all = sentences(text, &tokens);
    all.into_iter().find(|it| it.end() > span.start()).unwrap_or(span)
}

/// Every quote, and what every "said" governs, is found whole and has its source, tied to it by a relation.
fn check_speech(json: &Json) -> Result<(), Failed> {
    let gold = include_str!("fixtures/speech/articles.txt").lines().filter(|line| !line.starts_with('#'));
    let document = read(json["text"].as_str().unwrap_or_default());
    let map = OffsetMap::new(document.text());
    let mut problems = Vec::new();
    let mut count = 0;
    for line in gold {
        let mut fields = line.splitn(4, ' ');
        let (id, start, end, source) = (fields.next(), fields.next(), fields.next(), fields.next());
        if id != json["id"].as_str() {
            continue;
        }
        count += 1;
        let number = |field: Option<&str>| field.and_then(|it| it.parse().ok()).unwrap_or(usize::MAX);
        let span = map.span_of(number(start), number(end), Unit::CodePoint).expect("a place of the article");
        let here = document.annotations().iter().filter(|it| it.span == span);
        let told: Vec<_> = here
            .filter_map(|it| match &it.value {
                Some(Value::Quote(quote)) => {
                    Some((quote.speaker.as_str(), sources_of(&document, it.id).next().is_some()))
                }
                _ => None,
            })
            .collect();
        if told != [(source.unwrap_or_default(), true)] {
            problems.push(format!("{line}: {told:?}"));
        }
    }
    if count == 0 {
        problems.push("there is no gold of this article".to_owned());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

/// An article with what the engine finds in it.
/// The two articles are compared as by hand.
fn check_compared(documents: &[Json]) -> Result<(), Failed> {
    let read: Vec<Document> = documents.iter().map(read_json).collect();
    let [one, other] = &read[..] else { return Err("there are two articles".into()) };
    let expected = include_str!("fixtures/facts/articles_compared.txt").lines();
    let expected: Vec<String> = expected.filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    // Quotes stand there by their first words.
    let short = |line: String| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let begins = |it: &&String| it.len() > 20 && line.starts_with(it.trim_end_matches([' ', '|']));
        expected.iter().find(begins).cloned().unwrap_or(line)
    };
    let found = shown([one, other], &compare(&[one, other])).into_iter().map(short).collect();
    let (missing, surplus) = same_lines(found, expected.clone());
    if missing.is_empty() && surplus.is_empty() {
        return Ok(());
    }
    Err(format!("missing {missing:#?}\nsurplus {surplus:#?}").into())
}

/// The check sheet lists every fact that was marked by hand, once; the arithmetic raises nothing.
fn check_sheet(documents: &[Json]) -> Result<(), Failed> {
    let mut count = 0;
    for json in documents {
        let document = read_json(json);
        let sheet = sheet(&document);
        let map = OffsetMap::new(document.text());
        for gold in annotations(json) {
            let mark = mark_of(gold);
            let is_it = |id| {
                document.annotation(id).is_some_and(|it| {
                    map.range_of(it.span, Unit::CodePoint) == Some(mark.0..mark.1)
                        && it.label.as_str() == mark.2
                })
            };
            let rows = sheet.rows.iter().filter(|row| is_it(row.id)).count();
            if rows != 1 {
                return Err(format!("{rows} rows of “{}”", quote(json, &mark)).into());
            }
            count += 1;
        }
        if let Some(doubt) = doubts(&document).first() {
            return Err(format!("a doubt: {}", doubt.reckoning).into());
        }
    }
    if count == 140 { Ok(()) } else { Err(format!("{count} facts").into()) }
}

fn read(text: &str) -> Document {
    read_on(text, None)
}

/// An article of the gold, on its day of publication.
fn read_json(json: &Json) -> Document {
    let published = json["document_date"].as_str().and_then(|date| date.parse().ok());
    read_on(json["text"].as_str().unwrap_or_default(), published)
}

fn read_on(text: &str, published: Option<jiff::civil::Date>) -> Document {
    let mut document = Document::new(DocumentId(Default::default()), text, Default::default());
    document.published = published;
    let mut next = 0;
    let ids = || {
        next += 1;
        uuid::Uuid::from_u128(next)
    };
    let found = extract(document.text(), published);
    annotate(&mut document, &found, ids, Default::default());
    document
}

/// All labels that the gold uses reach the bar, and the values are the same.
fn check(document: &Json) -> Result<(), Failed> {
    let labels: BTreeSet<&str> = annotations(document).filter_map(|mark| mark["label"].as_str()).collect();
    let mut problems = judge(document, &labels)?;
    let found = found(document);
    for gold in annotations(document) {
        let label = gold["label"].as_str().unwrap_or_default();
        if !["MONEY", "DATE", "PERCENT", "CARDINAL"].contains(&label) || gold["value"].is_null() {
            continue;
        }
        let Some((mark, value)) = found.iter().find(|(mark, _)| *mark == mark_of(gold)) else { continue };
        if *value != gold["value"] {
            problems.push(format!("{label} {:?}: {value}, not {}", quote(document, mark), gold["value"]));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

/// The labels of names alone reach the bar.
fn check_names(document: &Json) -> Result<(), Failed> {
    let problems = judge(document, &["PERSON", "ORG", "LOC", "NORP", "PRODUCT"].into())?;
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

fn judge(document: &Json, labels: &BTreeSet<&str>) -> Result<Vec<String>, Failed> {
    let judged = |mark: &Mark| labels.contains(mark.2.as_str()) && mark.2 != "QUOTE";
    let gold: Vec<Mark> = annotations(document).map(mark_of).filter(judged).collect();
    let found: Vec<Mark> = found(document).into_iter().map(|(mark, _)| mark).filter(judged).collect();
    let score = Score::of(&gold, &found);
    let mut report = score.to_string();
    for (what, marks) in [("missed", &score.missed), ("spurious", &score.spurious)] {
        for mark in marks {
            report += &format!("{what} {} {:?}\n", mark.2, quote(document, mark));
        }
    }
    eprintln!("{report}");
    let f1 = score.total().f1();
    Ok(if f1 < ENOUGH { vec![format!("F1 {f1:.3} is below {ENOUGH}\n{report}")] } else { Vec::new() })
}

/// Prints precision, recall and F1 of people, organisations and places over many articles.
fn measure(documents: &[Json]) -> Result<(), Failed> {
    let details = std::env::var_os("NEWSMARK_DETAILS").is_some();
    let mut sum = Score::default();
    for document in documents {
        let spans = document["spans"].as_array().cloned().unwrap_or_default();
        let bare = |mark: Mark| without_article(document, mark);
        let judged = |mark: &Mark| ["PER", "ORG", "LOC"].contains(&mark.2.as_str());
        let gold = spans.iter().map(|span| {
            let number = |index: usize| span[index].as_u64().unwrap_or_default() as usize;
            (number(0), number(1), span[2].as_str().unwrap_or_default().to_owned())
        });
        let gold: Vec<Mark> = gold.filter(judged).map(bare).collect();
        let found = found(document).into_iter().map(|(mark, _)| mark);
        let found = found.map(|(start, end, label)| (start, end, label.replace("PERSON", "PER")));
        let found: Vec<Mark> = found.filter(judged).map(bare).collect();
        let score = Score::of(&gold, &found);
        if details {
            for (what, marks) in [("missed", &score.missed), ("spurious", &score.spurious)] {
                for mark in marks {
                    let around = (mark.0.saturating_sub(30), mark.1 + 30, String::new());
                    eprintln!(
                        "{what}\t{}\t{}\t{}",
                        mark.2,
                        quote(document, mark),
                        quote(document, &around).replace('\n', " ")
                    );
                }
            }
        }
        sum.add(&score);
    }
    eprintln!("{sum}");
    Ok(())
}

/// A mark without a leading article and a trailing `'s`.
fn without_article(document: &Json, mut mark: Mark) -> Mark {
    let text = quote(document, &mark);
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] {
        if text.starts_with(article) {
            mark.0 += article.len();
            break;
        }
    }
    if text.ends_with("'s") || text.ends_with("’s") {
        mark.1 -= 2;
    }
    mark
}

/// What extraction finds, in code points, with its values.
fn found(document: &Json) -> Vec<(Mark, Json)> {
    let text = document["text"].as_str().unwrap_or_default();
    let published = document["document_date"].as_str().and_then(|date| date.parse().ok());
    let map = OffsetMap::new(text);
    let marks = extract(text, published).suggestions.into_iter().filter_map(|suggestion| {
        let range = map.range_of(suggestion.span, Unit::CodePoint)?;
        let value = suggestion.value.as_ref().map_or(Json::Null, value_to_json);
        Some(((range.start, range.end, suggestion.label.as_str().to_owned()), value))
    });
    marks.collect()
}

fn annotations(document: &Json) -> impl Iterator<Item = &Json> {
    document["annotations"].as_array().into_iter().flatten()
}

fn mark_of(annotation: &Json) -> Mark {
    let number = |field: &str| annotation[field].as_u64().unwrap_or_default() as usize;
    (number("start"), number("end"), annotation["label"].as_str().unwrap_or_default().to_owned())
}

fn quote(document: &Json, mark: &Mark) -> String {
    let text = document["text"].as_str().unwrap_or_default();
    text.chars().skip(mark.0).take(mark.1.saturating_sub(mark.0)).collect()
}
