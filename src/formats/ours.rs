//! Our own formats beside those of other programs: Newsmark JSON and JSON Lines.

use super::exchange::{Codec, Draft, Frame, Sample};
use super::loss::{ABOUT, JUDGED, Loss, Losses, OURS};
use super::{Error, Import, import, jsonl, newsmark, with_ids};
use crate::document::Document;
use crate::text::Unit;

/// Newsmark JSON: all there is of a document.
pub(super) struct NewsmarkJson;

impl Codec for NewsmarkJson {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[]
    }

    /// A library, where there are several.
    fn frame(&self) -> Frame {
        Frame {
            before: newsmark::LIBRARY_BEGINS,
            between: ",\n",
            behind: "\n]}\n",
            is_always: false,
            ends_lines: false,
        }
    }

    fn write(&self, document: &Document) -> String {
        newsmark::write(document)
    }

    /// What is a file of no other format is taken for one of ours, and what is wrong with it is told.
    fn recognises(&self, _: &Sample<'_>) -> bool {
        false
    }

    fn read(&self, _: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        Ok(Vec::new())
    }

    fn documents(&self, sample: &Sample<'_>) -> Option<Result<Import, Error>> {
        Some(import(sample.text.as_bytes()))
    }
}

/// JSON Lines, see [`jsonl`].
pub(super) struct JsonLines;

impl Codec for JsonLines {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    /// Lines are read with the text beside them.
    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, &[Loss::Text, Loss::Notes]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    fn write(&self, document: &Document) -> String {
        jsonl::write(document)
    }

    fn recognises(&self, sample: &Sample<'_>) -> bool {
        jsonl::recognises(sample)
    }

    fn read(&self, _: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        Ok(Vec::new())
    }

    /// Many texts may be one text many times.
    fn documents(&self, sample: &Sample<'_>) -> Option<Result<Import, Error>> {
        Some(jsonl::read_all(sample.text).map(with_ids))
    }

    fn is_lines(&self) -> bool {
        true
    }
}
