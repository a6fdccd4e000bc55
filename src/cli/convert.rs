use std::path::Path;
use std::{io, slice};

use jiff::Timestamp;

use super::args::Convert;
use super::articles::{self, Articles, Content, Item};
use super::batch::{self, Done};
use super::care::Care;
use super::clock::now;
use super::input::display_name;
use super::open::{import, tell_unwritten};
use super::output::{Documents, Log, Output, Shape, Tell};
use crate::formats::{ColumnNames, Error, Format, Import, jsonl, read, read_columns};

/// Rewrites a file in another format.
pub(super) fn run(args: &Convert, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let has_lines = !Path::new(&args.file).is_dir();
    if args.columns.is_some() && !(args.from == Some(Format::Doccano) && has_lines) {
        log.fail(&args.file, "--columns is for a file of doccano's alone: give it with `--from doccano`.");
        return Ok(());
    }
    match args.from {
        Some(format) if format.is_lines() && has_lines => {
            let articles = Articles::new(slice::from_ref(&args.file), Box::new(articles::lines));
            let documents = Documents::new(args.to, args.offsets, false);
            let (shape, care) =
                (documents.shape(), Care::of_annotated(args.to, args.strict).snapping(args.snap));
            let hire = || move |item| line(shape, care, item, (format, args.columns.as_ref()));
            batch::run(args.jobs.count(), articles, hire, documents, output, log)
        }
        _ => file(args, output, log),
    }
}

fn file(args: &Convert, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let name = display_name(&args.file);
    let Some(mut import) = import(&args.file, args.from, log) else { return Ok(()) };
    tell_unwritten(name, &import, log);
    for document in &mut import.documents {
        if document.created == Timestamp::UNIX_EPOCH {
            // The file does not say.
            document.created = now();
            document.modified = document.created;
        }
    }
    let is_one = !import.is_library && import.documents.len() == 1;
    let mut documents = Documents::new(args.to, args.offsets, is_one);
    let care = Care::of_annotated(args.to, args.strict).snapping(args.snap);
    log.problems(name, &import.problems, false);
    for document in &import.documents {
        if let Some(document) = care.ready(document, name, log) {
            let body = documents.shape().body((&document.id.0.to_string(), document.text()), &document);
            documents.write(output, body)?;
        }
    }
    documents.finish(output)
}

/// An article of a line: its id, its text as the file has it, and what it became.
type Line = (String, String, Import);

fn from_jsonl(line: &[u8]) -> Result<Line, Error> {
    let with_text = jsonl::read(line).map(|line| (line.id, line.text, line.import));
    with_text.or_else(|error| match read(line, Some(Format::Jsonl)) {
        Ok(import) if !import.loose.is_empty() => Ok((String::new(), String::new(), import)),
        _ => Err(error),
    })
}

fn from_line(line: &[u8], format: Format, names: Option<&ColumnNames>) -> Result<Line, Error> {
    let import = match names {
        Some(names) => read_columns(line, names)?,
        None => read(line, Some(format))?,
    };
    let first = import.documents.first();
    let id = first.map(|document| document.id.0.to_string()).unwrap_or_default();
    let text = first.map(|document| document.text().to_string()).unwrap_or_default();
    Ok((id, text, import))
}

/// Rewrites an article of a line.
fn line(
    shape: Shape,
    care: Care,
    Item { name, content }: Item,
    (format, names): (Format, Option<&ColumnNames>),
) -> Done {
    let mut done = Done::default();
    let bytes = match content {
        Content::Text(bytes) | Content::Line(bytes) => bytes,
        // Nothing reads a table here.
        #[cfg(feature = "parquet")]
        Content::Row(_) => return done,
        Content::Failed(why) => {
            done.notes.fail(&name, &why);
            return done;
        }
    };
    let read = if format == Format::Jsonl { from_jsonl(&bytes) } else { from_line(&bytes, format, names) };
    match read {
        Err(error) => done.notes.fail(&name, &error.to_string()),
        Ok((id, text, import)) => {
            tell_unwritten(&name, &import, &mut done.notes);
            done.notes.problems(&name, &import.problems, shape.keeps_given_text());
            for mut document in import.documents {
                document.created = now();
                document.modified = document.created;
                if let Some(document) = care.ready(&document, &name, &mut done.notes) {
                    done.bodies.push(shape.body((&id, &text), &document));
                }
            }
        }
    }
    done
}
