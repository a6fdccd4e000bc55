//! Files that are read whole.

use super::input::Input;
use super::output::Log;
use crate::document::Document;
use crate::formats::{Import, read};

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

/// The one article of a file.
pub(super) fn open_one(file: &str, log: &mut Log) -> Option<Document> {
    let import = open(file, log)?;
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
