//! File formats: what documents are exported to and imported from.
//!
//! [`export`] writes a document in any [`Format`]; [`import`] reads Newsmark JSON, one document or a
//! library, and [`read`] any file, of which it finds the format; both say in [`Problem`]s what they had to
//! change to make sense of it. Nothing here asks for the time or for randomness: the same input gives the
//! same output.
//!
//! Each format has wire types of its own, which are checked on their way to the domain types, so
//! that no file can break what a [`Document`] promises.

mod agreement;
mod assemble;
#[cfg(all(feature = "arrow", not(target_arch = "wasm32")))]
mod columns;
mod drafted;
mod error;
mod exchange;
mod file_name;
mod format;
mod json;
pub mod jsonl;
mod loss;
mod losses;
pub mod newsmark;
mod on_page;
mod ours;
mod problem;
mod record;
mod redacted;
mod registry;
mod share;
mod shift;
mod tables;
mod together;
mod writer;

use std::collections::HashMap;

use jiff::Timestamp;

use crate::annotation::EntityId;
use crate::document::{Document, DocumentId};

pub use agreement::agreement_csv;
#[cfg(all(feature = "arrow", not(target_arch = "wasm32")))]
pub use columns::Columns;
pub use error::Error;
pub use exchange::{ColumnNames, Draft, labeling_config, snapped};
pub use file_name::{file_name, file_stem};
pub use format::Format;
pub use loss::{Loss, list_losses};
pub use losses::{losses_told, lost, tell_losses};
pub use newsmark::suggestions_json;
pub use on_page::marks_on_page;
pub use problem::{Problem, ProblemKind};
pub use record::{Found, Record, Related, read_text};
pub use redacted::{Redacted, redacted};
pub use share::{LONG_LINK, SHORT_LINK, fragment, from_fragment, redacted_fragment};
pub use tables::{
    LibraryTable, Table, TableFormat, comparison_json, comparison_table, doubts_table, figures_json,
    library_table, sheet_table, speech_table, timeline_svg, timeline_table, wordings,
};
pub use together::{groups, read_files};
pub use writer::{Part, Writer};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 100 << 20;

/// What a file held.
///
/// A file with a single document and a library with one are told apart by `is_library`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Import {
    /// The documents, in the order of the file.
    pub documents: Vec<Document>,
    /// What had to be changed to read them, in the order of the file.
    pub problems: Vec<Problem>,
    /// Whether the file was a library.
    pub is_library: bool,
    /// Which of the documents of a library were in the bin, and when they were deleted.
    pub bin: Vec<(DocumentId, Timestamp)>,
    /// Annotations of a format that holds no article: for a text that is given, see [`place`].
    pub loose: Vec<Draft>,
    /// Redacted files, which hold no word of their articles.
    pub redacted: Vec<Redacted>,
}

/// Writes a document; of brat's two files the one with the annotations, see [`export_file`].
///
/// ```
/// # use newsmark::document::{Document, DocumentId};
/// # use newsmark::formats::{export, Format};
/// let document = Document::new(DocumentId(Default::default()), "Rome.", Default::default());
/// assert!(export(&document, Format::Doccano).starts_with(r#"{"id":"00000000-"#));
/// ```
pub fn export(document: &Document, format: Format) -> String {
    let codec = registry::codec(format);
    let frame = codec.frame();
    match frame.is_always {
        true => [frame.before, &codec.write(document), frame.behind].concat(),
        false => codec.write(document),
    }
}

/// Writes a file with one document, which may be no text.
pub fn export_file(document: &Document, format: Format) -> Vec<u8> {
    match registry::codec(format).packer() {
        Some(pack) => pack(&[(file_stem(&document.display_title()), document)]),
        None => export(document, format).into_bytes(),
    }
}

/// Writes several documents as one Newsmark library.
pub fn export_library<'d>(documents: impl IntoIterator<Item = &'d Document>) -> String {
    let mut writer = Writer::new(Format::Newsmark);
    let mut out: String = documents.into_iter().map(|document| writer.document(document)).collect();
    out.push_str(&String::from_utf8_lossy(&writer.finish()));
    out
}

/// Writes a library with articles that wait in the bin: these stand among the documents, and a list
/// `bin` says which they are and when they were deleted. Programs that do not know of it take them as
/// articles.
///
/// ```
/// # use newsmark::document::{Document, DocumentId};
/// # use newsmark::formats::{export_backup, import};
/// let document = Document::new(DocumentId(Default::default()), "Rome.", Default::default());
/// let file = export_backup([&document], [(document.id, Default::default())]);
/// assert_eq!(import(file.as_bytes()).unwrap().bin, [(document.id, Default::default())]);
/// ```
pub fn export_backup<'d>(
    documents: impl IntoIterator<Item = &'d Document>,
    bin: impl IntoIterator<Item = (DocumentId, Timestamp)>,
) -> String {
    let library = export_library(documents);
    let bin: Vec<_> = newsmark::bin(bin);
    match library.trim_end().strip_suffix('}').filter(|_| !bin.is_empty()) {
        Some(open) => format!("{open},\n\"bin\":{}}}\n", serde_json::Value::from(bin)),
        None => library,
    }
}

/// The text of a file, without a byte order mark.
///
/// # Errors
///
/// Where the bytes are not UTF-8 or more than [`MAX_BYTES`].
pub fn decode(bytes: &[u8]) -> Result<&str, Error> {
    json::text(bytes)
}

/// Reads a Newsmark file: one document or a library.
///
/// Every annotation of the file ends up in a document, placed where its quote says or among the
/// orphans. Dates of creation that the file does not give are the Unix epoch.
///
/// # Errors
///
/// Where the bytes are no Newsmark file of a version that is known here. What is merely odd in a
/// file is a [`Problem`] instead.
pub fn import(bytes: &[u8]) -> Result<Import, Error> {
    let parsed = json::parse(decode(bytes)?)?;
    if let Some(redacted) = Redacted::read(&parsed.json) {
        return Ok(Import { redacted: vec![redacted?], ..Import::default() });
    }
    let mut import = newsmark::read(parsed.json)?;
    if parsed.lone_surrogates > 0 {
        import.problems.insert(0, Problem::lone_surrogates(parsed.lone_surrogates));
    }
    Ok(import)
}

/// Reads a file of any format that is known here: `format` where somebody says it, else by what stands in it.
///
/// Files without an article's text come back as [`Import::loose`].
///
/// ```
/// # use newsmark::formats::read;
/// let file = br#"{"text":"Rome.","label":[[0,4,"LOC"]]}"#;
/// let import = read(file, None).unwrap();
/// assert_eq!(import.documents[0].quote(&import.documents[0].annotations()[0]), "Rome");
/// ```
///
/// # Errors
///
/// Where the bytes are of no format that is known here, or cannot be read as what they are.
pub fn read(bytes: &[u8], format: Option<Format>) -> Result<Import, Error> {
    if format == Some(Format::Newsmark) {
        return import(bytes);
    }
    let sample = match exchange::is_archive(bytes) {
        true => exchange::Sample::of_archive(exchange::unpack(bytes)?),
        false => exchange::Sample::new(decode(bytes)?),
    };
    if sample.archive().is_empty() && sample.text.trim().is_empty() {
        return Err(Error::new(error::Kind::Empty));
    }
    match format.or_else(|| registry::recognise(&sample)) {
        Some(format) => read_sample(&sample, format),
        None => import(bytes),
    }
}

/// Reads a file of doccano's whose columns are called otherwise than usual.
///
/// ```
/// # use newsmark::formats::read_columns;
/// let file = br#"{"body":"Rome.","spans":[[0,4,"LOC"]]}"#;
/// let import = read_columns(file, &"text=body,label=spans".parse().unwrap()).unwrap();
/// assert_eq!(import.documents[0].quote(&import.documents[0].annotations()[0]), "Rome");
/// ```
///
/// # Errors
///
/// Where it cannot be read, or an article of it has no such column.
pub fn read_columns(bytes: &[u8], names: &ColumnNames) -> Result<Import, Error> {
    let sample = exchange::Sample::new(decode(bytes)?);
    imported(exchange::read_doccano(&sample, names)?)
}

fn read_sample(sample: &exchange::Sample<'_>, format: Format) -> Result<Import, Error> {
    let codec = registry::codec(format);
    if let Some(import) = codec.documents(sample) {
        return import;
    }
    let drafts = codec.read(sample)?;
    if drafts.is_empty() && !sample.is_empty_list() {
        return Err(Error::new(error::Kind::NothingFound { format: format.name() }));
    }
    imported(drafts)
}

/// The documents of drafts.
fn imported(drafts: Vec<Draft>) -> Result<Import, Error> {
    let mut import = Import::default();
    for draft in drafts {
        if !draft.has_text() {
            import.loose.push(draft);
            continue;
        }
        let mut one = drafted::import(draft)?;
        import.documents.append(&mut one.documents);
        import.problems.append(&mut one.problems);
    }
    Ok(with_ids(import))
}

/// Gives each document an id of its own.
fn with_ids(mut import: Import) -> Import {
    let mut ids = std::collections::HashSet::new();
    for (index, document) in import.documents.iter_mut().enumerate() {
        if !ids.insert(document.id) {
            let parts: [&[u8]; 3] = [b"again", document.id.0.as_bytes(), &index.to_le_bytes()];
            document.id = DocumentId(assemble::derived(&parts));
        }
    }
    import
}

/// Puts annotations of a file without a text on this text, by quote and position.
///
/// # Errors
///
/// Never for a draft that [`read`] gave.
pub fn place(mut draft: Draft, text: &str) -> Result<Import, Error> {
    draft.text = Some(text.to_owned());
    drafted::import(draft)
}

/// What the entities of a document are called.
fn entity_names(document: &Document) -> HashMap<&EntityId, &str> {
    document.entities.iter().rev().map(|entity| (&entity.id, entity.name.as_str())).collect()
}
