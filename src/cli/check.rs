use std::io;

use jsonschema::Validator;
use serde_json::Value as Json;

use super::args::Check;
use super::input::Input;
use super::output::{Log, Output, Tell as _};
use crate::formats::{Error, decode, import, read};

const SCHEMA: &str = include_str!("../../static/newsmark.schema.json");
/// How many places where a file breaks the schema are told.
const MAX_SCHEMA_ERRORS: usize = 20;

/// Checks every file: one line each to standard output, all that is wrong to standard error.
pub(super) fn run(args: &Check, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let schema = serde_json::from_str(SCHEMA).map_err(io::Error::other)?;
    let validator = jsonschema::validator_for(&schema).map_err(io::Error::other)?;
    log.progress.begin_files(&args.files);
    for file in &args.files {
        let line = verdict(file, &validator, log);
        log.progress.aside(|| output.write(&line).and_then(|()| output.flush()))?;
        log.progress.file_done(file);
    }
    log.progress.end();
    Ok(())
}

/// What is said of a file; what is wrong with it goes to standard error.
fn verdict(file: &str, validator: &Validator, log: &mut Log) -> String {
    let bytes = match Input::open(file).and_then(Input::all) {
        Ok(bytes) => bytes,
        Err(error) => {
            log.fail(file, &format!("cannot be read: {error}"));
            return format!("{file}: not checked\n");
        }
    };
    match check(&bytes, validator) {
        Ok(summary) => format!("{file}: well-formed, {summary}\n"),
        Err(wrong) => {
            for message in &wrong {
                log.fail(file, message);
            }
            let n = wrong.len();
            format!("{file}: not well-formed, {n} {}\n", if n == 1 { "problem" } else { "problems" })
        }
    }
}

/// What is in a file, or all that is wrong with it.
fn check(bytes: &[u8], validator: &Validator) -> Result<String, Vec<String>> {
    let said = |error: Error| vec![error.to_string()];
    let json = decode(bytes).ok().and_then(|text| serde_json::from_str::<Json>(text).ok());
    let is_ours = json
        .as_ref()
        .and_then(|json| json.get("format")?.as_str())
        .is_some_and(|it| it.starts_with("newsmark"));
    let import = if is_ours { import(bytes) } else { read(bytes, None) }.map_err(said)?;
    let mut wrong = Vec::new();
    // Redacted files have no schema: their reader is strict.
    if let Some(json) = json.filter(|_| is_ours && import.redacted.is_empty()) {
        for error in validator.iter_errors(&json).take(MAX_SCHEMA_ERRORS) {
            wrong.push(format!(
                "Against the schema, at {}: {}",
                place(&error),
                shortened(&error.to_string())
            ));
        }
    }
    wrong.extend(import.problems.iter().map(ToString::to_string));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let counted = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let annotations = import.documents.iter().map(|document| document.annotations().len()).sum();
    let orphans: usize = import.documents.iter().map(|document| document.orphans.len()).sum();
    let mut summary =
        format!("{}, {}", counted(import.documents.len(), "article"), counted(annotations, "annotation"));
    if orphans > 0 {
        summary += &format!(", {} without a place", orphans);
    }
    let loose: usize = import.loose.iter().map(|draft| draft.len()).sum();
    let loose = loose + import.redacted.iter().map(|file| file.len()).sum::<usize>();
    if loose > 0 {
        summary += &format!(", {} without the article's text", counted(loose, "annotation"));
    }
    Ok(summary)
}

fn place(error: &jsonschema::ValidationError<'_>) -> String {
    match error.instance_path().to_string() {
        path if path.is_empty() => "the top".to_owned(),
        path => path,
    }
}

/// A message that may quote half the file, cut short.
fn shortened(message: &str) -> String {
    const LEN: usize = 300;
    let mut short: String = message.chars().take(LEN).collect();
    if message.chars().nth(LEN).is_some() {
        short.push('…');
    }
    short
}
