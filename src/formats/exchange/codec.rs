//! What every format offers.

use std::cell::OnceCell;

use serde_json::Value as Json;

use super::draft::Draft;
use crate::document::Document;
use crate::formats::error::{Error, Kind};
use crate::formats::loss::Losses;
use crate::formats::{Import, json};
use crate::text::Unit;

/// A format: written, recognised, read. All that sets one format apart from the others is told here.
///
/// Implementations are `#[cold]`: they run once a file, and so are compiled to be small, not fast.
pub(in crate::formats) trait Codec: Sync {
    /// What its offsets count; `None` where it has none.
    fn unit(&self) -> Option<Unit>;

    /// What it cannot carry; empty where it holds all.
    fn losses(&self) -> Losses;

    /// What stands around the documents of a file that holds many.
    fn frame(&self) -> Frame;

    /// Writes one document, as a file of its own or, within the frame, as a part of one.
    fn write(&self, document: &Document) -> String;

    /// Whether a file is of this format.
    fn recognises(&self, sample: &Sample<'_>) -> bool;

    /// Reads the articles of a file.
    ///
    /// # Errors
    /// Where the file cannot be read as this format at all.
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error>;

    /// Reads a file of our own, which holds documents and no drafts of them; `None` for formats of other programs.
    fn documents(&self, _: &Sample<'_>) -> Option<Result<Import, Error>> {
        None
    }

    /// Whether a file is lines, each an article, so that one can be read without the others.
    fn is_lines(&self) -> bool {
        false
    }

    /// What makes an archive of documents, where a file is one and no text.
    fn packer(&self) -> Option<Packer> {
        None
    }
}

/// Makes the bytes of a file of documents, each with a name of its own.
pub(in crate::formats) type Packer = fn(&[(String, &Document)]) -> Vec<u8>;

/// What stands before, between and behind the documents of one file.
#[derive(Clone, Copy, Debug)]
pub(in crate::formats) struct Frame {
    pub(in crate::formats) before: &'static str,
    pub(in crate::formats) between: &'static str,
    pub(in crate::formats) behind: &'static str,
    /// Whether a file with a single document stands in the frame, too.
    pub(in crate::formats) is_always: bool,
    /// Whether a document ends its line there.
    pub(in crate::formats) ends_lines: bool,
}

impl Frame {
    /// A line each.
    pub(in crate::formats) const LINES: Frame =
        Frame { before: "", between: "", behind: "", is_always: true, ends_lines: true };
    /// A JSON array.
    pub(super) const ARRAY: Frame = Frame { before: "[\n", between: ",\n", behind: "\n]\n", ..Frame::LINES };
    /// A JSON array, unless there is one document only.
    pub(super) const ARRAY_OF_MANY: Frame = Frame { is_always: false, ..Frame::ARRAY };
}

/// A file of a format that is not known yet, parsed as far as anybody has asked.
pub(in crate::formats) struct Sample<'f> {
    /// The file as text.
    pub(in crate::formats) text: &'f str,
    /// The texts of an archive, by name.
    files: Vec<(String, String)>,
    whole: OnceCell<Option<Json>>,
    first_line: OnceCell<Option<Json>>,
}

impl<'f> Sample<'f> {
    pub(in crate::formats) fn new(text: &'f str) -> Sample<'f> {
        Sample { text, files: Vec::new(), whole: OnceCell::new(), first_line: OnceCell::new() }
    }

    /// An archive of these files.
    pub(in crate::formats) fn of_archive(files: Vec<(String, String)>) -> Sample<'f> {
        Sample { files, ..Sample::new("") }
    }

    /// The texts of an archive, by name; none where the file is no archive.
    pub(in crate::formats) fn archive(&self) -> &[(String, String)] {
        &self.files
    }

    /// The file as one JSON value; `None` where it is lines, or no JSON.
    pub(in crate::formats) fn whole(&self) -> Option<&Json> {
        let parse = || {
            let is_json = self.text.trim_start().starts_with(['{', '[']);
            // Lines are told by the first of them, without reading all.
            let is_lines = self.first_line().is_some() && self.lines().nth(1).is_some();
            (is_json && !is_lines).then(|| json::parse(self.text).ok().map(|parsed| parsed.json)).flatten()
        };
        self.whole.get_or_init(parse).as_ref()
    }

    /// Whether the file is a list without an entry.
    pub(in crate::formats) fn is_empty_list(&self) -> bool {
        self.whole().and_then(Json::as_array).is_some_and(Vec::is_empty)
    }

    /// The first article of the file: the JSON itself, the first entry of a list, or the first line.
    pub(in crate::formats) fn first(&self) -> Option<&Json> {
        match self.whole() {
            Some(Json::Array(entries)) if !is_tuple(entries) => entries.first(),
            Some(json) => Some(json),
            None => self.first_line(),
        }
    }

    fn first_line(&self) -> Option<&Json> {
        let parse = || {
            let line = self.lines().next()?;
            let is_json = line.starts_with(['{', '[']);
            is_json.then(|| json::parse(line).ok().map(|parsed| parsed.json)).flatten()
        };
        self.first_line.get_or_init(parse).as_ref()
    }

    fn lines(&self) -> impl Iterator<Item = &'f str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// Reads each article of the file: an object, a list of them, or lines.
    ///
    /// # Errors
    /// Of the first that cannot be read, with its number.
    pub(in crate::formats) fn objects(
        &self,
        format: &'static str,
        read: &mut dyn FnMut(&Json) -> Result<Draft, Error>,
    ) -> Result<Vec<Draft>, Error> {
        match self.whole() {
            Some(Json::Array(entries)) if !is_tuple(entries) => entries.iter().map(read).collect(),
            Some(json) => Ok(vec![read(json)?]),
            None => {
                let numbered = self.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
                numbered
                    .map(|(index, line)| {
                        let parsed = json::parse(line).map_err(|error| {
                            Error::new(Kind::Exchange {
                                format,
                                place: format!("line {}", index + 1),
                                reason: error.of_line().to_string(),
                            })
                        })?;
                        read(&parsed.json)
                    })
                    .collect()
            }
        }
    }
}

/// Whether a list is one example of spaCy 2, a text with its labels.
fn is_tuple(entries: &[Json]) -> bool {
    matches!(entries, [Json::String(_), Json::Object(_)])
}

/// Says what is wrong with a file of a format, and where.
pub(in crate::formats) fn wrong(
    format: &'static str,
    place: impl Into<String>,
    reason: impl Into<String>,
) -> Error {
    Error::new(Kind::Exchange { format, place: place.into(), reason: reason.into() })
}
