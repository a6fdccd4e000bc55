//! Exchange with other programs: each format a module behind one trait, [`Codec`], as our own formats are.
//!
//! What a module reads becomes a [`Draft`], and that a document (`formats::drafted`); what it
//! cannot carry, [`Codec::losses`] tells the person before the export. What a file says beyond what Newsmark
//! knows is kept under the format's name and written again.

mod archive;
mod brat;
mod cas;
mod codec;
mod conll;
mod doccano;
mod draft;
mod fields;
mod html;
mod hypothesis;
mod label_studio;
mod lines;
mod markdown;
mod prodigy;
mod pubannotation;
mod recogito;
mod rows;
mod spacy;
mod table;
mod tokens;
mod w3c;
mod webanno;

pub(super) use archive::{is_archive, unpack};
pub(super) use brat::Brat;
pub(super) use cas::Cas;
pub(super) use codec::{Codec, Frame, Sample, wrong};
pub(super) use conll::{Conll2003, ConllU};
pub use doccano::ColumnNames;
pub(super) use doccano::{Doccano, read as read_doccano};
pub use draft::Draft;
pub(super) use draft::{By, Link, Mark};
pub(super) use fields::{as_offset, has_other_text, text as field_text};
pub(super) use html::Html;
pub(super) use hypothesis::Hypothesis;
pub use label_studio::labeling_config;
pub(super) use label_studio::{LabelStudio, escaped as escaped_html};
pub(super) use markdown::{Markdown, markdown as escaped_markdown};
pub(super) use prodigy::Prodigy;
pub(super) use pubannotation::PubAnnotation;
pub(super) use recogito::Recogito;
pub use spacy::snapped;
pub(super) use spacy::{Cuts, Spacy};
pub(super) use table::{Table, guarded};
pub(super) use w3c::WebAnnotation;
pub(super) use webanno::WebAnno;
