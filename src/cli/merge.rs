use std::fs;
use std::io;
use std::path::Path;

use super::args::Merge;
use super::open::open_one;
use super::output::{Log, Output, Tell as _};
use crate::document::{Disagreement, Document, disagreements, unite};
use crate::formats::{Format, export};
use crate::text::{Span, sentences, tokenize};

/// Joins files of one article. What people decided differently is listed on standard error.
pub(super) fn run(args: &Merge, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let mut documents: Vec<Document> = Vec::new();
    log.progress.begin_files(&args.files);
    for file in &args.files {
        let Some(document) = open_one(file, log) else { return Ok(()) };
        log.progress.file_done(file);
        if documents.first().is_some_and(|first| first.text() != document.text()) {
            log.fail(
                file,
                &format!(
                    "is of another text than {}. Put its annotations on that text first: `newsmark anchor {file} {}`.",
                    args.files[0], args.files[0]
                ),
            );
            return Ok(());
        }
        documents.push(document);
    }
    log.progress.end();
    let Some(document) = signed(&documents, &args.files).into_iter().reduce(together) else { return Ok(()) };
    let sentences = sentences(document.text(), &tokenize(document.text()));
    for found in disagreements(&document) {
        log.warn("disagreement", &describe(&document, &sentences, &found));
    }
    let file = export(&document, Format::Newsmark);
    match &args.output {
        None => output.write(&file),
        Some(path) => {
            if let Err(error) = fs::write(path, file) {
                log.fail(path, &format!("cannot be written: {error}"));
            }
            Ok(())
        }
    }
}

fn together(one: Document, other: Document) -> Document {
    unite(&one, &other).unwrap_or(one)
}

/// The documents with the names of their files for decisions without a name, unless all of them have the same one.
fn signed(documents: &[Document], files: &[String]) -> Vec<Document> {
    let all: Vec<&Document> = documents.iter().collect();
    let sign = |(document, file): (&Document, &String)| {
        let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
        document.clone().signed(name.split('.').next().unwrap_or(name), &all)
    };
    documents.iter().zip(files).map(sign).collect()
}

/// What is asked, about which words of which sentence, and who says what.
fn describe(document: &Document, sentences: &[Span], found: &Disagreement) -> String {
    let Some([one, other]) = found.sides(document, "") else { return String::new() };
    let place = found.place(document).unwrap_or_default();
    let quote = place.slice(document.text()).unwrap_or_default();
    let [one, other] = [one, other]
        .map(|side| format!("{}: {}", side.names("without a name"), found.answer(document, &side)));
    let sentence = sentence(document.text(), sentences, place.start());
    format!("{} “{}”: {one}; {other} (in: {sentence})", found.question.words(), one_line(quote))
}

/// The sentence around a place, or as much of it as fits on a line.
fn sentence(text: &str, sentences: &[Span], at: usize) -> String {
    /// How much of a long sentence is shown before and behind the place, in code points.
    const AROUND: usize = 40;
    let whole = sentences.get(sentences.partition_point(|sentence| sentence.end() <= at));
    let Some(whole) = whole.filter(|sentence| sentence.start() <= at) else { return String::new() };
    let sentence = whole.slice(text).unwrap_or_default();
    let (before, behind) = sentence.split_at(at - whole.start());
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(start, _)| start);
    let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(end, _)| end);
    let [left, right] = [start > 0, end < behind.len()].map(|is_cut| if is_cut { "…" } else { "" });
    one_line(&format!("{left}{}{}{right}", &before[start..], &behind[..end]))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
