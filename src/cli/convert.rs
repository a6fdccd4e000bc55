use std::io;

use jiff::Timestamp;

use super::args::Convert;
use super::clock::now;
use super::input::Input;
use super::output::{Documents, Log, Output};
use crate::formats::{Error, Format, Import, jsonl, read};

/// Rewrites a file in another format.
pub(super) fn run(args: &Convert, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let input = match Input::open(&args.file) {
        Ok(input) => input,
        Err(error) => {
            log.fail(&args.file, &format!("cannot be read: {error}"));
            return Ok(());
        }
    };
    match args.from {
        Some(Format::Jsonl) => lines(args, input, output, log, &from_jsonl),
        Some(format) if format.is_lines() => lines(args, input, output, log, &|line| from_line(line, format)),
        _ => file(args, input, output, log),
    }
}

fn file(args: &Convert, input: Input, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let name = input.name.clone();
    let bytes = match input.all() {
        Ok(bytes) => bytes,
        Err(error) => {
            log.fail(&name, &format!("cannot be read: {error}"));
            return Ok(());
        }
    };
    let mut import = match read(&bytes, args.from) {
        Ok(import) => import,
        Err(error) => {
            log.fail(&name, &error.to_string());
            return Ok(());
        }
    };
    if !import.loose.is_empty() {
        let count: usize = import.loose.iter().map(|draft| draft.len()).sum();
        log.fail(
            &name,
            &format!("its {count} annotations stand without the article's text. Put them on it with `newsmark anchor FILE TEXT`."),
        );
    }
    for document in &mut import.documents {
        if document.created == Timestamp::UNIX_EPOCH {
            // The file does not say.
            document.created = now();
            document.modified = document.created;
        }
    }
    let is_one = !import.is_library && import.documents.len() == 1;
    let mut documents = Documents::new(args.to, args.offsets, is_one);
    log.problems(&name, &import.problems, false);
    for document in &import.documents {
        documents.write(output, (&document.id.0.to_string(), document.text()), document)?;
    }
    documents.finish(output)
}

/// An article of a line: its id, its text as the file has it, and what it became.
type Line = (String, String, Import);

fn from_jsonl(line: &[u8]) -> Result<Line, Error> {
    jsonl::read(line).map(|line| (line.id, line.text, line.import))
}

fn from_line(line: &[u8], format: Format) -> Result<Line, Error> {
    let import = read(line, Some(format))?;
    let first = import.documents.first();
    let id = first.map(|document| document.id.0.to_string()).unwrap_or_default();
    let text = first.map(|document| document.text().to_string()).unwrap_or_default();
    Ok((id, text, import))
}

fn lines(
    args: &Convert,
    mut input: Input,
    output: &mut Output,
    log: &mut Log,
    read: &dyn Fn(&[u8]) -> Result<Line, Error>,
) -> io::Result<()> {
    let mut documents = Documents::new(args.to, args.offsets, false);
    for number in 1.. {
        let name = format!("{}, line {number}", input.name);
        let line = match input.line() {
            Ok(Some(line)) if line.trim_ascii().is_empty() => continue,
            Ok(Some(line)) => line,
            Ok(None) => break,
            Err(error) => {
                log.fail(&name, &format!("cannot be read: {error}"));
                break;
            }
        };
        match read(&line) {
            Err(error) => log.fail(&name, &error.to_string()),
            Ok((id, text, import)) => {
                log.problems(&name, &import.problems, documents.keeps_given_text());
                for mut document in import.documents {
                    document.created = now();
                    document.modified = document.created;
                    documents.write(output, (&id, &text), &document)?;
                }
            }
        }
    }
    documents.finish(output)
}
