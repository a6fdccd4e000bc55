//! brat's standoff files: a text and its annotations, `NAME.txt` and `NAME.ann`, in a zip archive
//! or in a folder (<https://brat.nlplab.org/standoff.html>). An `annotation.conf` that names the types goes with them: the one
//! that came with the files, with what has been added since.
//!
//! ```text
//! file     = { line LF }
//! line     = span | relation | attribute | note | reference | other
//! span     = "T" n TAB label " " start " " end { ";" start " " end } TAB text
//! relation = "R" n TAB type " Arg1:" id " Arg2:" id
//! attribute = ( "A" | "M" ) n TAB name " " id [ " " value ]
//! note     = "#" n TAB kind " " id TAB text
//! reference = "N" n TAB "Reference " id " " resource ":" id TAB text
//! ```
//!
//! Offsets count code points. Each fragment of a discontinuous span is a mark of its own, joined to the one before by
//! a relation `continues`; they are one span again when written. Status is an attribute; note and value are notes;
//! an entity is a reference. Events and all other lines are kept and written again, but for what speaks of marks that
//! are no more. What comes from brat keeps its ids, of which notes speak ("see T1").

mod conf;
mod kept;
mod read;
mod write;

use conf::annotation_conf;
use serde_json::{Value as Json, json};

use super::archive::pack;
use super::codec::{Codec, Frame, Packer, Sample};
use super::draft::Draft;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{ABOUT, Loss, Losses, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Brat;

const NAME: &str = "brat";
/// Where an annotation keeps the id that it has in brat.
const ID: &str = "brat_id";
/// Where it keeps the id that its note has there.
const NOTE: &str = "brat_note";
/// The file with the types.
const CONF: &str = "annotation.conf";
/// The relation from a fragment of a span to the next.
const CONTINUES: &str = "continues";

impl Codec for Brat {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, &[Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    fn packer(&self) -> Option<Packer> {
        Some(archive)
    }

    /// The `.ann` file.
    #[cold]
    fn write(&self, document: &Document) -> String {
        write::write(document)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        let is_span = |line: &str| {
            let mut columns = line.split('\t');
            let (id, place) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
            let is_id = id.strip_prefix('T').is_some_and(|number| number.parse::<u64>().is_ok());
            let numbers = place.split([' ', ';']).skip(1).map(|offset| offset.parse::<u64>().is_ok());
            is_id
                && columns.next().is_some()
                && numbers.clone().count() >= 2
                && numbers.into_iter().all(|is| is)
        };
        sample.archive().iter().any(|(name, _)| name.ends_with(".ann"))
            || sample.text.lines().find(|line| !line.trim().is_empty()).is_some_and(is_span)
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let files = sample.archive();
        if files.is_empty() {
            // The annotations by themselves.
            let draft = read::read("the file", sample.text, None)?;
            return Ok(Some(draft).filter(|draft| !draft.is_empty()).into_iter().collect());
        }
        let text = |stem: &str| files.iter().find(|(name, _)| name.strip_suffix(".txt") == Some(stem));
        let stems = files.iter().filter_map(|(name, ann)| Some((name, name.strip_suffix(".ann")?, ann)));
        let read = stems.map(|(name, stem, annotations)| {
            let text = text(stem).map(|(_, text)| text.as_str());
            let mut draft = read::read(name, annotations, text)?;
            draft.text = text.map(str::to_owned);
            if let Some(conf) = conf_of(files, stem) {
                let kept = draft.extra.entry(NAME).or_insert_with(|| json!({}));
                kept["conf"] = json!(conf);
            }
            draft.id = stem.to_owned();
            draft.title = stem.rsplit('/').next().unwrap_or(stem).replace('_', " ");
            Ok(draft)
        });
        // One that cannot be read is told with the others.
        let (mut drafts, mut errors) = (Vec::<Draft>::new(), Vec::<Error>::new());
        for one in read {
            match one {
                Ok(draft) => drafts.push(draft),
                Err(error) => errors.push(error),
            }
        }
        match (drafts.first_mut(), errors.is_empty()) {
            (_, true) => {}
            (Some(first), false) => first.skipped.extend(errors.iter().map(Error::to_string)),
            (None, false) => return errors.into_iter().next().map_or(Ok(drafts), Err),
        }
        Ok(drafts)
    }
}

/// The configuration that tells the types of a file: the one in its folder, else the one above all.
fn conf_of<'f>(files: &'f [(String, String)], stem: &str) -> Option<&'f str> {
    let folder = stem.rsplit_once('/').map(|(folder, _)| format!("{folder}/{CONF}"));
    let names = folder.into_iter().chain([CONF.to_owned()]);
    let find = |name: String| files.iter().find(|(known, _)| *known == name);
    names.into_iter().find_map(find).map(|(_, conf)| conf.as_str())
}

/// The lines that a document has kept.
fn kept_lines(document: &Document) -> impl Iterator<Item = &str> {
    let kept = super::fields::kept_of(&document.extra, NAME);
    let lines = kept.and_then(|kept| kept.get("lines")?.as_array());
    lines.into_iter().flatten().filter_map(Json::as_str)
}

/// A name without white space.
fn word(name: &str) -> String {
    name.replace(char::is_whitespace, "_")
}

/// The archive of documents: for each its text and its annotations under its name, and the types of all.
fn archive(documents: &[(String, &Document)]) -> Vec<u8> {
    let mut files: Vec<(String, String)> = documents
        .iter()
        .flat_map(|(name, document)| {
            let annotations = write::write(document);
            [(format!("{name}.txt"), document.text().to_string()), (format!("{name}.ann"), annotations)]
        })
        .collect();
    files.push((CONF.to_owned(), annotation_conf(documents.iter().map(|(_, document)| *document))));
    pack(&files)
}
