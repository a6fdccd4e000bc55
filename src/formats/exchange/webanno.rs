//! WebAnno TSV 3.3 (WebAnno, INCEpTION); what WebAnno 1 and 2 wrote is read, see [`earlier`].
//!
//! ```text
//! file     = "#FORMAT=WebAnno TSV 3.3" LF { layer LF } { LF sentence }
//! layer    = ( "#T_SP=" | "#T_RL=" | "#T_CH=" ) name { "|" column }
//! column   = feature | "ROLE_" name ":" slot "_" name | "BT_" name | name | ""
//! sentence = [ "#Sentence.id=" id LF ] "#Text=" text LF { "#Text=" text LF }
//!            { unit TAB begin "-" end TAB token TAB { cell TAB } LF }
//! unit     = sentence "-" token [ "." part ]
//! cell     = "_" | value { "|" value }
//! value    = ( "*" | text ) [ "[" n "]" ]               "*" is no value, "\*" an asterisk
//! link     = ( "*" | text ) "->" chain "-" n            in a chain: where in it the mark stands
//! slot     = role { ";" role } TAB unit [ "[" n "]" ] { ";" unit [ "[" n "]" ] }
//! ```
//!
//! Offsets count UTF-16 code units. A mark of several tokens, or one that shares a token with another of its layer, has a
//! number in brackets. A mark that begins or ends inside a token has a unit of its own for the part, and so has one between
//! two characters. A relation stands at the token that it leads to.
//!
//! The layer `NamedEntity` has our marks. Marks of other layers keep their layer and features, see [`kept`]; what fills a
//! slot is a relation, a chain is an entity.

mod earlier;
mod escape;
mod kept;
mod layout;
mod read;
mod schema;
mod sentence;
mod write;

use serde_json::{Map, Value as Json};

use self::earlier::Version;
use self::schema::{Column, KINDS, Kind, LABELS, Layer};
use super::codec::{Codec, Frame, Sample};
use super::draft::Draft;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{ABOUT, JUDGED, Loss, Losses, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct WebAnno;

const NAME: &str = "webanno";
const FORMAT: &str = "WebAnno TSV";
/// The layer of our marks.
const SPANS: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
/// The layer of our relations.
const RELATIONS: &str = "webanno.custom.Relation";

impl Codec for WebAnno {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, &[Loss::Values, Loss::EntityNames, Loss::Notes, Loss::Scores, Loss::OtherText]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        write::write(document)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.text.starts_with("#FORMAT=WebAnno TSV") || Version::of(sample.text).is_some()
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let is_begun = sample.text.starts_with("#FORMAT");
        if let Some(version) = Version::of(sample.text).filter(|_| !is_begun) {
            return Ok(vec![earlier::read(sample.text, version)?]);
        }
        let is_there = |draft: &Draft| is_begun || draft.text.as_deref().is_some_and(|text| !text.is_empty());
        read::read(sample.text).map(|draft| Some(draft).filter(is_there).into_iter().collect())
    }
}

fn our_spans() -> Layer {
    Layer::of_spans(SPANS, &["identifier", "value"])
}

/// Whether a layer is one of those that we write.
fn is_ours(layer: &Layer) -> bool {
    let is_relation = || {
        layer.name == RELATIONS
            && matches!(layer.columns.as_slice(), [Column::Feature(name), Column::Base(_)] if name == "label")
    };
    *layer == our_spans() || layer.kind == Kind::Relation && is_relation()
}

/// The first of these features that has a value.
fn first_of<'f>(features: &'f Map<String, Json>, names: &[&str]) -> Option<&'f str> {
    let values = names.iter().filter_map(|name| features.get(*name)?.as_str());
    values.into_iter().find(|value| !value.is_empty())
}

/// The label of a mark: what its layer says, else what the layer is called.
fn label_of(layer: &str, features: &Map<String, Json>) -> String {
    first_of(features, &LABELS).unwrap_or(layer).to_owned()
}

/// The kind of a relation.
fn kind_of(layer: &str, features: &Map<String, Json>) -> String {
    first_of(features, &KINDS).unwrap_or(layer).to_owned()
}

/// The last part of a layer's name.
fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}
