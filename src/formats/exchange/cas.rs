//! UIMA CAS JSON 0.4 (INCEpTION; Apache UIMA's `uimaj-io-json`, dkpro-cassis).
//!
//! ```text
//! file      = "%TYPES" { type } "%FEATURE_STRUCTURES" { structure } "%VIEWS" { name: "%SOFA" id, "%MEMBERS" { id } }
//! structure = "%ID" id "%TYPE" name { feature } { "@" feature id } [ "%ELEMENTS" { id } ]
//! ```
//!
//! A mark of ours is a `NamedEntity` of DKPro Core with `value` (the label) and `identifier` (the entity), a relation a
//! `custom.Relation` from `Governor` to `Dependent` in INCEpTION's manner; status, note and value are features of their own,
//! whose types the file brings. Offsets count UTF-16 code units.
//!
//! Of a file, what stands at words of its first text is a mark, what leads from one to another a relation; both keep their
//! type, their id and their features. What fills a slot of a mark is a relation, too, and a chain of marks an entity, see
//! [`tied`]. All other structures, views and types are kept as they are and written again, with the same ids, so that what
//! refers to a mark still does.

mod read;
mod tied;
mod types;
mod write;

use serde_json::{Map, Value as Json};

use super::codec::{Codec, Frame, Sample};
use super::draft::Draft;
use super::fields::text;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{Loss, Losses, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Cas;

const NAME: &str = "cas";
const SOFA: &str = "uima.cas.Sofa";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const META: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
const RELATION: &str = "custom.Relation";
const DOCUMENT: &str = "uima.tcas.DocumentAnnotation";
/// The features that say the label of a mark, the first of them that has a value.
const LABELS: [&str; 3] = ["value", "label", "referenceType"];
/// The features that say the kind of a relation.
const KINDS: [&str; 3] = ["label", "value", "DependencyType"];

impl Codec for Cas {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, &[Loss::Source, Loss::Published, Loss::Scores, Loss::OtherText]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY_OF_MANY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        write::write(document)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|first| first.get("%FEATURE_STRUCTURES").is_some())
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        sample.objects("UIMA CAS JSON", &mut read::read)
    }
}

/// What the first of these features says that says something, else the last part of the type's name.
fn named(structure: &Json, features: &[&str], kind: &str) -> String {
    let said = features.iter().map(|name| text(structure, name)).find(|said| !said.is_empty());
    said.unwrap_or_else(|| kind.rsplit('.').next().unwrap_or(kind).to_owned())
}

/// The features that a mark or a relation has kept.
fn features(kept: &Map<String, Json>) -> Map<String, Json> {
    kept.get("features").and_then(Json::as_object).cloned().unwrap_or_default()
}

/// What a structure of a file is called in a draft.
fn key(id: i64) -> String {
    format!("fs {id}")
}
