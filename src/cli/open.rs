//! Files that are read whole.

use jiff::civil::Date;

use super::clock::now;
use super::ids::Ids;
use super::input::{Input, file_name};
use super::output::{Log, Tell as _};
use crate::document::{self, Document, DocumentId};
use crate::formats::{Import, decode, read};

/// Reads a file of any format; says what is wrong where it cannot be read.
pub(super) fn open(file: &str, log: &mut Log) -> Option<Import> {
    let bytes = bytes(file, log)?;
    match read(&bytes, None) {
        Ok(import) => {
            log.problems(file, &import.problems, false);
            Some(import)
        }
        Err(error) => {
            log.fail(file, &error.to_string());
            None
        }
    }
}

/// The bytes of a file.
pub(super) fn bytes(file: &str, log: &mut Log) -> Option<Vec<u8>> {
    match Input::open(file).and_then(Input::all) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            log.fail(file, &format!("cannot be read: {error}"));
            None
        }
    }
}

/// The one article of a file of any format; a plain text is annotated first.
pub(super) fn open_or_read(file: &str, published: Option<Date>, log: &mut Log) -> Option<Document> {
    let bytes = bytes(file, log)?;
    if let Ok(import) = read(&bytes, None) {
        log.problems(file, &import.problems, false);
        return one(file, import, log);
    }
    let text = match decode(&bytes) {
        Ok(text) => text,
        Err(error) => {
            log.fail(file, &error.to_string());
            return None;
        }
    };
    // What is meant for a program and is broken is no article.
    if text.trim_start().starts_with(['{', '[']) {
        let _ = read(&bytes, None).map_err(|error| log.fail(file, &error.to_string()));
        return None;
    }
    let mut ids = Ids::new();
    let mut document = Document::new(DocumentId(ids.next()), text, now());
    document.title = file_name(file).to_owned();
    document.published = published;
    document::read(&mut document, || ids.next(), now());
    Some(document)
}

/// The one article of a file.
pub(super) fn open_one(file: &str, log: &mut Log) -> Option<Document> {
    let import = open(file, log)?;
    one(file, import, log)
}

fn one(file: &str, import: Import, log: &mut Log) -> Option<Document> {
    let (count, loose) = (import.documents.len(), import.loose.len() + import.redacted.len());
    let mut documents = import.documents.into_iter();
    match (documents.next(), count) {
        (Some(document), 1) => Some(document),
        (None, _) if loose > 0 => {
            log.fail(file, "holds annotations without the article's text. Put them on it first: `newsmark anchor FILE TEXT`.");
            None
        }
        _ => {
            log.fail(file, &format!("holds {count} articles; one is expected."));
            None
        }
    }
}
