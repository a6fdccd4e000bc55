use serde_json::Value;

use super::super::packing;
use crate::text::{OffsetMap, Unit};

/// What can be made out of the record of a newer version, to be looked at and not to be changed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Glimpse {
    /// The title; empty where none could be found.
    pub title: String,
    /// The article's text.
    pub text: String,
    /// What is marked in it: the label and the marked words.
    pub marks: Vec<(String, String)>,
}

impl Glimpse {
    /// Reads what is there on the guess that the newer version has kept what this one knows: packing, and
    /// the names of fields. `None` where no text is found.
    pub(in crate::store) fn of(record: &str) -> Option<Glimpse> {
        let (_, body) = record.split_once('\n')?;
        let unpacked = packing::unpack(body);
        let content: Value = serde_json::from_str(unpacked.as_deref().unwrap_or(body)).ok()?;
        let text = content.pointer("/document/text")?.as_str()?.to_owned();
        let title = content.pointer("/document/title").and_then(Value::as_str).unwrap_or_default().to_owned();
        let map = OffsetMap::new(&text);
        let mark = |annotation: &Value| {
            let place = |name: &str| usize::try_from(annotation.get(name)?.as_u64()?).ok();
            let span = map.span_of(place("start")?, place("end")?, Unit::CodePoint)?;
            let quote = span.slice(&text)?;
            Some((annotation.get("label")?.as_str()?.to_owned(), quote.to_owned()))
        };
        let annotations = content.get("annotations").and_then(Value::as_array).map(Vec::as_slice);
        let marks = annotations.unwrap_or_default().iter().filter_map(mark).collect();
        Some(Glimpse { title, text, marks })
    }
}
