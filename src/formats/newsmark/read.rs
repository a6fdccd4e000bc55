//! From the objects of a file to documents.

mod check;
mod decision;
mod entries;
pub(super) mod entry;
mod fields;
mod labels;
mod origin;
mod relations;

use std::collections::HashSet;

use jiff::Timestamp;
use serde_json::Value as Json;

use super::{check_version, wire};
use crate::document::{Document, DocumentId};
use crate::formats::assemble::{Notes, add_unlisted, derived, sha256_hex};
use crate::formats::error::{Error, Kind};
use crate::formats::{Problem, ProblemKind};
use crate::text::Unit;
use entries::Entries;
use fields::{object, tags, text, uuid};
use labels::{entities, labels};
use relations::relations;

/// Reads the documents of one file.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
    ids: HashSet<DocumentId>,
}

impl Reader {
    pub(super) fn document(&mut self, json: Json) -> Result<Document, Error> {
        check_version(&json)?;
        let file: wire::File =
            object(json).ok_or_else(|| Error::new(Kind::OtherFormat { looks_like: None }))?;
        let meta: wire::Meta = file.document.and_then(object).ok_or_else(|| Error::new(Kind::NoText))?;
        let Some(Json::String(original)) = meta.text else { return Err(Error::new(Kind::NoText)) };
        let mut notes = Notes::default();
        let id = self.document_id(meta.id, &original, &mut notes);

        let epoch = Timestamp::UNIX_EPOCH;
        let created = notes.timestamp("created", meta.created);
        let modified = notes.timestamp("modified", meta.modified);
        let mut document = Document::new(id, &original, created.or(modified).unwrap_or(epoch));
        document.modified = modified.unwrap_or(document.created);
        let mut meta_extra = meta.extra;
        document.title = text(meta.title, "title", &mut meta_extra, &mut notes);
        document.source = text(meta.source, "source", &mut meta_extra, &mut notes);
        document.outlet = text(meta.outlet, "outlet", &mut meta_extra, &mut notes);
        document.language = text(meta.language, "language", &mut meta_extra, &mut notes);
        document.published = notes.published(meta.published, &mut meta_extra);
        document.set_tags(tags(meta.tags, &mut meta_extra, &mut notes));
        if let Some(sum) = meta.sha256.as_ref().and_then(Json::as_str) {
            let fits = |hash: &str| sum.eq_ignore_ascii_case(hash);
            if !fits(&sha256_hex(&original)) && !fits(&sha256_hex(document.text())) {
                notes.file(
                    ProblemKind::Hash,
                    "The text is not the one that the file's checksum (sha256) was made \
                    of: it was changed after the export. Every annotation was checked against its quote.",
                );
            }
        }
        notes.text(&document, &original);

        document.extra = file.extra;
        if !meta_extra.is_empty() {
            document.extra.insert("document".into(), Json::Object(meta_extra));
        }
        labels(file.labels, &mut document, &mut notes);
        entities(file.entities, &mut document, &mut notes);
        let hint = file.offset_unit.as_ref().and_then(Json::as_str);
        let hint = hint.and_then(|code| Unit::ALL.into_iter().find(|unit| unit.code() == code));
        let mut entries = Entries::new(&mut document, &mut notes);
        entries.annotations(&original, hint, file.annotations);
        entries.orphans(file.orphans);
        relations(file.relations, &mut document, &mut notes);
        add_unlisted(&mut document, &mut notes);

        self.problems.extend(notes.into_problems(id));
        Ok(document)
    }

    fn document_id(&mut self, id: wire::Field, text: &str, notes: &mut Notes) -> DocumentId {
        let given = id.as_ref().map(Json::to_string).unwrap_or_default();
        let derive = |again: usize| {
            let (hash, again) = (sha256_hex(text), again.to_le_bytes());
            DocumentId(derived(&[b"document", hash.as_bytes(), given.as_bytes(), &again]))
        };
        let mut found = match uuid(id.as_ref()) {
            Some(id) => DocumentId(id),
            None => {
                notes.file(
                    ProblemKind::Id,
                    "The article had no id of the right form (a UUID) and got a new one.",
                );
                derive(0)
            }
        };
        if !self.ids.insert(found) {
            notes.file(
                ProblemKind::Id,
                "Another article of the file has the same id; this one got a new one.",
            );
            found = derive(self.ids.len());
            self.ids.insert(found);
        }
        found
    }
}
