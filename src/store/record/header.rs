use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::{Error, times};
use super::{Summary, VERSION, digest, named};
use crate::document::DocumentId;
use crate::value::read_day;

/// The first line of a record.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub(super) struct Header {
    /// The record's version.
    pub(super) record: u64,
    pub(super) title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) outlet: String,
    /// Where the article is from. Records that were written before do not say it here.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) source: String,
    /// When the article was published: `2024-07-02`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) published: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<String>,
    /// A digest of the article's text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) text: String,
    #[serde(with = "times")]
    pub(super) created: Timestamp,
    #[serde(with = "times")]
    pub(super) modified: Timestamp,
    pub(super) annotations: usize,
    /// How many of the annotations are reviewed. Records that were written before did not count rejected ones here
    /// and in `annotations`.
    #[serde(rename = "accepted")]
    pub(super) reviewed: usize,
    /// The length of what follows, in UTF-16 code units.
    pub(super) units: usize,
    /// The checksum of the article, before it was packed.
    pub(super) state: String,
    /// The same of the states that it comes from, the latest first.
    pub(super) from: Vec<String>,
}

/// Stands between the header and its checksum; JSON writes it as `\t`.
const MARK: char = '\t';

impl Header {
    pub(super) fn of(summary: &Summary, record: u64) -> Header {
        Header {
            record,
            title: summary.title.clone(),
            outlet: summary.outlet.clone(),
            source: summary.source.clone(),
            published: summary.published.map(|date| date.to_string()).unwrap_or_default(),
            tags: summary.tags.clone(),
            text: summary.text.clone(),
            created: summary.created,
            modified: summary.modified,
            annotations: summary.annotations,
            reviewed: summary.reviewed,
            ..Header::default()
        }
    }

    pub(super) fn summary(self, id: DocumentId) -> Summary {
        let Header {
            title,
            outlet,
            source,
            published,
            tags,
            text,
            created,
            modified,
            annotations,
            reviewed,
            ..
        } = self;
        let published = read_day(&published);
        Summary { id, title, outlet, source, published, tags, text, created, modified, annotations, reviewed }
    }

    /// The header as a line with its checksum.
    pub(super) fn line(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        let sum = digest(&json);
        format!("{json}{MARK}{sum}")
    }

    /// Reads the first line of the record of article `id`.
    pub(super) fn read(id: DocumentId, line: &str) -> Result<Header, Error> {
        let damaged = |reason| Error::damaged(&named(id, ""), reason);
        let (json, sum) = match line.split_once(MARK) {
            Some((json, sum)) => (json, Some(sum)),
            None => (line, None),
        };
        let header: Header = serde_json::from_str(json)
            .map_err(|_| damaged("its first line is not one that Newsmark writes"))?;
        match sum {
            Some(sum) if sum != digest(json) => Err(damaged("the checksum of its first line does not fit")),
            _ if header.record > VERSION => Err(Error::newer(&named(id, &header.title))),
            None if header.record == VERSION => Err(damaged("its first line is cut off")),
            _ if header.record == 0 => Err(damaged("its first line is not one that Newsmark writes")),
            _ => Ok(header),
        }
    }
}
