use std::io;

use super::args::{self, Extract};
use super::clock::now;
use super::ids::Ids;
use super::input::{Input, file_name};
use super::output::{Documents, Log, Output};
use crate::document::{Document, DocumentId, annotate};
use crate::extract::extract;
use crate::formats::{Error, decode, jsonl};

/// Annotates every article of the input, in order.
pub(super) fn run(args: &Extract, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let is_one = args.input == args::Input::Text && args.files.len() == 1;
    let mut documents = Documents::new(args.format, args.offsets, is_one);
    let mut ids = Ids::new();
    for file in &args.files {
        let mut input = match Input::open(file) {
            Ok(input) => input,
            Err(error) => {
                log.fail(file, &format!("cannot be read: {error}"));
                continue;
            }
        };
        let name = input.name.clone();
        match args.input {
            args::Input::Text => match input.all() {
                Ok(bytes) => article(args, &name, &bytes, &mut ids, &mut documents, output, log)?,
                Err(error) => log.fail(&name, &format!("cannot be read: {error}")),
            },
            args::Input::Jsonl => {
                for number in 1.. {
                    let name = format!("{name}, line {number}");
                    match input.line() {
                        Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                        Ok(Some(bytes)) => line(args, &name, &bytes, &mut ids, &mut documents, output, log)?,
                        Ok(None) => break,
                        Err(error) => {
                            log.fail(&name, &format!("cannot be read: {error}"));
                            break;
                        }
                    }
                }
            }
        }
    }
    documents.finish(output)
}

/// Annotates a plain text.
fn article(
    args: &Extract,
    name: &str,
    bytes: &[u8],
    ids: &mut Ids,
    documents: &mut Documents,
    output: &mut Output,
    log: &mut Log,
) -> io::Result<()> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => return fail(&error, name, log),
    };
    let mut document = Document::new(DocumentId(ids.next()), text, now());
    document.title = file_name(name).to_owned();
    if **document.text() != *text && !documents.keeps_given_text() {
        log.warn(name, "The line ends became LF (and U+0000 U+FFFD); offsets count in the text so changed.");
    }
    annotated(args, &mut document, ids);
    documents.write(output, (file_name(name), text), &document)
}

/// Annotates the article of one line, on top of the annotations that the line has.
fn line(
    args: &Extract,
    name: &str,
    bytes: &[u8],
    ids: &mut Ids,
    documents: &mut Documents,
    output: &mut Output,
    log: &mut Log,
) -> io::Result<()> {
    let line = match jsonl::read(bytes) {
        Ok(line) => line,
        Err(error) => return fail(&error, name, log),
    };
    log.problems(name, &line.import.problems, documents.keeps_given_text());
    for mut document in line.import.documents {
        document.created = now();
        document.modified = document.created;
        annotated(args, &mut document, ids);
        documents.write(output, (&line.id, &line.text), &document)?;
    }
    Ok(())
}

fn annotated(args: &Extract, document: &mut Document, ids: &mut Ids) {
    document.published = document.published.or(args.published);
    let extraction = extract(document.text(), document.published);
    let now = document.created;
    annotate(document, &extraction, || ids.next(), now);
}

fn fail(error: &Error, name: &str, log: &mut Log) -> io::Result<()> {
    log.fail(name, &error.to_string());
    Ok(())
}
