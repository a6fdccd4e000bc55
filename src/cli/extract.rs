use std::io;

use super::args::{self, Extract, Written};
use super::articles::{self, Articles, Content, Item};
use super::batch::{self, Done};
use super::care::Care;
use super::clock::now;
use super::ids::Ids;
use super::input::file_name;
use super::output::{Documents, Log, Output, Shape, Tell as _};
use crate::document::{self, Document, DocumentId};
use crate::formats::{decode, jsonl};

/// Annotates every article of the input, in order.
pub(super) fn run(args: &Extract, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let is_one = args.input == args::Input::Text && args.files.len() == 1;
    let documents = match args.format {
        Written::File(format) => Documents::new(format, args.offsets, is_one),
        #[cfg(feature = "parquet")]
        Written::Parquet => Documents::rows(args.offsets),
    };
    let open: articles::Open = match args.input {
        args::Input::Text => Box::new(articles::text),
        args::Input::Jsonl => Box::new(articles::lines),
        #[cfg(feature = "parquet")]
        args::Input::Parquet => super::parquet::opener(&args.names),
    };
    let shape = documents.shape();
    let hire = || {
        let mut ids = Ids::new();
        move |item| annotated(args, shape, item, &mut ids)
    };
    batch::run(args.jobs.count(), Articles::new(&args.files, open), hire, documents, output, log)
}

fn annotated(args: &Extract, shape: Shape, Item { name, content }: Item, ids: &mut Ids) -> Done {
    let mut done = Done::default();
    match content {
        Content::Failed(why) => done.notes.fail(&name, &why),
        Content::Text(bytes) => article(args, shape, &name, &bytes, ids, &mut done),
        Content::Line(bytes) => line(args, shape, &name, &bytes, ids, &mut done),
        #[cfg(feature = "parquet")]
        Content::Row(row) => self::row(args, shape, &name, row, ids, &mut done),
    }
    done
}

/// Annotates the article of a row.
#[cfg(feature = "parquet")]
fn row(args: &Extract, shape: Shape, name: &str, row: super::articles::Row, ids: &mut Ids, done: &mut Done) {
    let published =
        row.published.map(|day| day.parse().map_err(|_| format!("\"{day}\" is no date such as 2024-07-02")));
    let read = match (row.text, published.transpose()) {
        (None, _) => Err("there is no text (null)".to_owned()),
        (_, Err(error)) => Err(error),
        (Some(text), Ok(published)) => match decode(text.as_bytes()) {
            Ok(_) => Ok((text, published)),
            Err(error) => Err(error.to_string()),
        },
    };
    let (text, published) = match read {
        Ok(read) => read,
        Err(why) => {
            done.notes.fail(name, &why);
            done.bodies.extend(shape.failed(&row.id, &why));
            return;
        }
    };
    let mut document = Document::new(DocumentId(ids.next()), &text, now());
    document.title = row.id.clone();
    document.published = published;
    annotate_all(args, &mut document, ids);
    write(args, shape, (name, &row.id, &text), &document, done);
}

/// Annotates a plain text.
fn article(args: &Extract, shape: Shape, name: &str, bytes: &[u8], ids: &mut Ids, done: &mut Done) {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => return done.notes.fail(name, &error.to_string()),
    };
    let mut document = Document::new(DocumentId(ids.next()), text, now());
    document.title = file_name(name).to_owned();
    if **document.text() != *text && !shape.keeps_given_text() {
        done.notes
            .warn(name, "The line ends became LF (and U+0000 U+FFFD); offsets count in the text so changed.");
    }
    annotate_all(args, &mut document, ids);
    write(args, shape, (name, file_name(name), text), &document, done);
}

/// Annotates the article of one line, on top of the annotations that the line has.
fn line(args: &Extract, shape: Shape, name: &str, bytes: &[u8], ids: &mut Ids, done: &mut Done) {
    let line = match jsonl::read(bytes) {
        Ok(line) => line,
        Err(error) => return done.notes.fail(name, &error.to_string()),
    };
    done.notes.problems(name, &line.import.problems, shape.keeps_given_text());
    for mut document in line.import.documents {
        document.created = now();
        document.modified = document.created;
        annotate_all(args, &mut document, ids);
        write(args, shape, (name, &line.id, &line.text), &document, done);
    }
}

/// Writes an article, unless it would lose what it must not.
fn write(
    args: &Extract,
    shape: Shape,
    (name, id, given): (&str, &str, &str),
    document: &Document,
    done: &mut Done,
) {
    let format = match args.format {
        Written::File(format) => Some(format),
        #[cfg(feature = "parquet")]
        Written::Parquet => None,
    };
    let care = Care::of_texts(format, args.strict).snapping(args.snap);
    if let Some(document) = care.ready(document, name, &mut done.notes) {
        done.bodies.push(shape.body((id, given), &document));
    }
}

fn annotate_all(args: &Extract, document: &mut Document, ids: &mut Ids) {
    document.published = document.published.or(args.published);
    let now = document.created;
    document::read(document, || ids.next(), now);
}
