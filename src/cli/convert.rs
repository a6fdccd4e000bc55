use std::io;

use super::args::{Convert, From};
use super::clock::now;
use super::input::Input;
use super::output::{Documents, Log, Output};
use crate::formats::{import, jsonl};

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
        From::Newsmark => file(args, input, output, log),
        From::Jsonl => lines(args, input, output, log),
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
    let import = match import(&bytes) {
        Ok(import) => import,
        Err(error) => {
            log.fail(&name, &error.to_string());
            return Ok(());
        }
    };
    let mut documents = Documents::new(args.to, args.offsets, !import.is_library);
    log.problems(&name, &import.problems, false);
    for document in &import.documents {
        documents.write(output, (&document.id.0.to_string(), document.text()), document)?;
    }
    documents.finish(output)
}

fn lines(args: &Convert, mut input: Input, output: &mut Output, log: &mut Log) -> io::Result<()> {
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
        match jsonl::read(&line) {
            Err(error) => log.fail(&name, &error.to_string()),
            Ok(line) => {
                log.problems(&name, &line.import.problems, documents.keeps_given_text());
                for mut document in line.import.documents {
                    document.created = now();
                    document.modified = document.created;
                    documents.write(output, (&line.id, &line.text), &document)?;
                }
            }
        }
    }
    documents.finish(output)
}
