//! What another program's file says of one article, before it is a document.
//!
//! A reader of a format fills a [`Draft`], of which `formats::drafted` makes a document.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::annotation::{Extra, Status};
use crate::text::{OffsetMap, Span, Unit};

/// One article of a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Draft {
    /// The file's own name for it; may be empty.
    pub(in crate::formats) id: String,
    pub(in crate::formats) title: String,
    pub(in crate::formats) source: String,
    pub(in crate::formats) published: String,
    /// The article's text, where the format holds it.
    pub(in crate::formats) text: Option<String>,
    /// What the offsets count, unless the quotes say otherwise.
    pub(in crate::formats) unit: Option<Unit>,
    pub(in crate::formats) marks: Vec<Mark>,
    pub(in crate::formats) links: Vec<Link>,
    /// What else the file says of the article, kept and written again.
    pub(in crate::formats) extra: Extra,
    /// What was read otherwise than it stands in the file, in sentences for people.
    pub(in crate::formats) told: Vec<String>,
    /// What of the file was left out altogether, in such sentences.
    pub(in crate::formats) skipped: Vec<String>,
    /// A Newsmark file, where the format holds one whole; then the rest does not count.
    pub(in crate::formats) ready: Option<Json>,
}

/// A mark of a file. Offsets of -1 say that the file gives none.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::formats) struct Mark {
    /// The file's own name for it, unique in the article.
    pub(in crate::formats) key: String,
    pub(in crate::formats) start: i64,
    pub(in crate::formats) end: i64,
    pub(in crate::formats) quote: String,
    pub(in crate::formats) prefix: String,
    pub(in crate::formats) suffix: String,
    pub(in crate::formats) label: String,
    pub(in crate::formats) status: Status,
    pub(in crate::formats) value: Option<Json>,
    /// Id and name of the entity.
    pub(in crate::formats) entity: Option<(String, String)>,
    pub(in crate::formats) note: String,
    pub(in crate::formats) by: By,
    pub(in crate::formats) created: String,
    pub(in crate::formats) modified: String,
    pub(in crate::formats) extra: Extra,
}

impl Default for Mark {
    fn default() -> Mark {
        Mark {
            key: String::new(),
            start: -1,
            end: -1,
            quote: String::new(),
            prefix: String::new(),
            suffix: String::new(),
            label: String::new(),
            status: Status::Accepted,
            value: None,
            entity: None,
            note: String::new(),
            by: By::Person(String::new()),
            created: String::new(),
            modified: String::new(),
            extra: Extra::new(),
        }
    }
}

/// Who made a mark.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::formats) enum By {
    /// A person of this name, which may be empty.
    Person(String),
    /// A program, with how sure it was.
    Program { name: String, version: String, score: Option<f64> },
}

/// A relation of a file, between marks by their keys.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::formats) struct Link {
    pub(in crate::formats) key: String,
    pub(in crate::formats) kind: String,
    pub(in crate::formats) from: String,
    pub(in crate::formats) to: String,
    pub(in crate::formats) extra: Extra,
}

impl Draft {
    /// Whether the file holds the article's text.
    pub fn has_text(&self) -> bool {
        self.text.is_some() || self.ready.is_some()
    }

    /// How many marks there are.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether there are no marks.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// What the file calls the article; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Gives marks their quotes, where the format has none and says what its offsets count. Where words are marked by another
    /// count, that one is meant: the reader sees it by the quotes, and tells.
    pub(in crate::formats) fn quote(&mut self, text: &str) {
        let said = self.unit.unwrap_or(Unit::CodePoint);
        if self.marks.iter().all(|mark| !mark.quote.is_empty()) {
            return;
        }
        let map = OffsetMap::new(text);
        let span = |mark: &Mark, unit| {
            let range = usize::try_from(mark.start).ok().zip(usize::try_from(mark.end).ok());
            range.and_then(|(start, end)| map.span_of(start, end, unit))
        };
        let bare = || self.marks.iter().filter(|mark| mark.quote.is_empty());
        let is_whole = |mark: &Mark, unit| span(mark, unit).is_some_and(|span| is_whole_words(text, span));
        // One mark that cuts a word may be meant so; all of several are not.
        let is_meant = |unit: &Unit| {
            let moved = bare().filter(|mark| span(mark, *unit) != span(mark, said));
            // Several labels at one place say it once.
            let places: BTreeSet<_> = moved.clone().map(|mark| (mark.start, mark.end)).collect();
            bare().all(|mark| is_whole(mark, *unit))
                && places.len() >= ENOUGH
                && !moved.clone().any(|mark| is_whole(mark, said))
        };
        // Where every character is one byte, all units count alike.
        let unit = Unit::ALL.into_iter().find(|unit| !text.is_ascii() && is_meant(unit)).unwrap_or(said);
        for mark in self.marks.iter_mut().filter(|mark| mark.quote.is_empty()) {
            mark.quote = span(mark, unit).and_then(|span| span.slice(text)).unwrap_or_default().to_owned();
        }
    }
}

/// How many places must tell that another unit is meant than the format's.
const ENOUGH: usize = 5;

/// Whether a span begins and ends where words do.
fn is_whole_words(text: &str, span: Span) -> bool {
    let cuts = |at: usize| {
        let (Some(before), Some(behind)) = (text.get(..at), text.get(at..)) else { return true };
        let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_part(before.chars().next_back()) && is_part(behind.chars().next())
    };
    let is_trimmed = |quote: &str| !quote.is_empty() && quote.trim() == quote;
    span.slice(text).is_some_and(is_trimmed) && !cuts(span.start()) && !cuts(span.end())
}
