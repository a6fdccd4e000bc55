//! What a program gets of one text, whichever language it is written in: the page's neighbours (the command
//! line's JSON Lines, the packages for JavaScript and Python) all hand on this, so that they cannot differ.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::error::Kind;
use super::newsmark::Written;
use super::shift::Shift;
use super::{Error, MAX_BYTES, entity_names};
use crate::annotation::{Origin, Status};
use crate::document::{Document, DocumentId, read};
use crate::text::{OffsetMap, Unit, sort_by};
use crate::value::Value;

/// What stands in a text: annotations in reading order, and who said what.
///
/// Rejected annotations and orphans are left out: they would be wrong labels to whoever counts on them.
#[derive(Serialize, Debug)]
pub struct Record<'d> {
    /// The annotations, in reading order.
    pub annotations: Vec<Found<'d>>,
    /// What leads from one to another, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Related<'d>>,
}

/// An annotation.
#[derive(Serialize, Debug)]
pub struct Found<'d> {
    /// Where it begins, in the unit that was asked for.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The code of its label, such as `PERSON`.
    pub label: &'d str,
    /// What is marked.
    pub text: &'d str,
    /// What it means.
    #[serde(serialize_with = "written")]
    pub value: Option<&'d Value>,
    /// How sure extraction was, 0 to 1; `None` for a person's work.
    pub score: Option<f64>,
    /// The name of the thing that this and other annotations name.
    pub entity: Option<&'d str>,
}

impl Found<'_> {
    /// The value in the JSON of the file format.
    pub fn value_json(&self) -> Option<String> {
        // Texts, numbers and JSON always serialise.
        self.value.map(|value| serde_json::to_string(&Written(value)).unwrap_or_default())
    }
}

fn written<S: Serializer>(value: &Option<&Value>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map(Written).serialize(serializer)
}

/// A relation between two annotations.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Related<'d> {
    /// Of which kind, such as `said_by`.
    #[serde(rename = "type")]
    pub kind: &'d str,
    /// From which annotation: an index into [`Record::annotations`].
    pub from: usize,
    /// To which.
    pub to: usize,
}

impl<'d> Record<'d> {
    /// What stands in `document`, with offsets into `given`: the text that the document was made of, as it
    /// was before its line ends were put in order.
    pub fn new(document: &'d Document, given: &'d str, unit: Unit) -> Record<'d> {
        let shift = (*given != **document.text()).then(|| Shift::new(given));
        let map = OffsetMap::new(given);
        let names = entity_names(document);
        let mut places = HashMap::new();
        let standing =
            document.annotations().iter().filter(|annotation| annotation.status != Status::Rejected);
        let annotations = standing.filter_map(|annotation| {
            let span = shift.as_ref().map_or(annotation.span, |shift| shift.undo(annotation.span));
            let range = map.range_of(span, unit)?;
            let text = span.slice(given)?;
            let score = match annotation.origin {
                Origin::Extractor { score, .. } => score,
                Origin::Person { .. } => None,
            };
            let entity = annotation.entity.as_ref().map(|id| names.get(id).copied().unwrap_or(&id.0));
            places.insert(annotation.id, places.len());
            Some(Found {
                start: range.start,
                end: range.end,
                label: annotation.label.as_str(),
                text,
                value: annotation.value.as_ref(),
                score,
                entity,
            })
        });
        let annotations = annotations.collect();
        let relations = document.relations().iter().filter_map(|relation| {
            let (&from, &to) = (places.get(&relation.from)?, places.get(&relation.to)?);
            Some(Related { kind: &relation.kind, from, to })
        });
        let mut relations: Vec<_> = relations.collect();
        // By place: ids are in no order that means anything.
        sort_by(&mut relations, |a, b| (a.from, a.to, a.kind).cmp(&(b.from, b.to, b.kind)));
        Record { annotations, relations }
    }
}

/// Reads a text for [`Record::new`]: a document with all that extraction finds, the same one each time.
///
/// ```
/// # use newsmark::formats::{Record, read_text};
/// # use newsmark::text::Unit;
/// let text = "📉 Kenya raised $2.3 billion.";
/// let document = read_text(text, None)?;
/// let record = Record::new(&document, text, Unit::Utf16);
/// let money = record.annotations.iter().find(|found| found.label == "MONEY").expect("money");
/// assert_eq!((money.start, money.text), (16, "$2.3 billion"));
/// # Ok::<_, newsmark::formats::Error>(())
/// ```
///
/// # Errors
///
/// Where the text is longer than [`MAX_BYTES`].
pub fn read_text(text: &str, published: Option<Date>) -> Result<Document, Error> {
    if text.len() > MAX_BYTES {
        return Err(Error::new(Kind::TooLarge { bytes: text.len(), limit: MAX_BYTES }));
    }
    let mut document = Document::new(DocumentId(Uuid::nil()), text, Timestamp::UNIX_EPOCH);
    document.published = published;
    // Numbered: whoever gets a record sees no ids.
    let mut number = 0;
    let ids = || {
        number += 1;
        Uuid::from_u128(number)
    };
    read(&mut document, ids, Timestamp::UNIX_EPOCH);
    Ok(document)
}
