//! What a file says beyond marks and relations, kept in the document that comes from it and written again.

use serde_json::{Map, Value as Json, json};

use super::NAME;
use super::sentence::Sentence;
use crate::annotation::Extra;
use crate::document::Document;
use crate::formats::exchange::fields::{kept_of, kept_of_text, kept_with_text, list};

/// See the module.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Kept {
    /// The lines of the head.
    pub(super) layers: Vec<String>,
    /// Its words, where they are others than ours.
    pub(super) sentences: Vec<Sentence>,
    /// Annotations without a word.
    pub(super) zero: Vec<Json>,
    /// What leads to those or from them.
    pub(super) ties: Vec<Json>,
}

/// A relation, or what fills a slot.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Tie {
    /// The layer of the relation, or of what has the slot.
    pub(super) layer: String,
    pub(super) features: Map<String, Json>,
    /// Of a slot: its name, the role, and the place among those of the slot.
    pub(super) slot: Option<Json>,
    pub(super) kind: String,
    pub(super) from: String,
    pub(super) to: String,
}

impl Tie {
    /// What a relation keeps of it.
    pub(super) fn kept(&self) -> Map<String, Json> {
        let mut kept = Map::from_iter([("layer".to_owned(), json!(self.layer))]);
        if !self.features.is_empty() {
            kept.insert("features".into(), Json::Object(self.features.clone()));
        }
        if let Some(slot) = &self.slot {
            kept.insert("slot".into(), slot.clone());
        }
        kept
    }

    /// The same with its ends by their names in the file.
    pub(super) fn named(&self) -> Map<String, Json> {
        let mut kept = self.kept();
        kept.insert("from".into(), json!(self.from));
        kept.insert("to".into(), json!(self.to));
        kept
    }

    /// Reads what was kept.
    pub(super) fn read(kept: &Map<String, Json>) -> Tie {
        let text = |name: &str| kept.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        Tie {
            layer: text("layer"),
            features: features(kept),
            slot: kept.get("slot").cloned(),
            kind: String::new(),
            from: text("from"),
            to: text("to"),
        }
    }
}

/// The features that an annotation has kept.
pub(super) fn features(kept: &Map<String, Json>) -> Map<String, Json> {
    kept.get("features").and_then(Json::as_object).cloned().unwrap_or_default()
}

impl Kept {
    /// As a field of the document.
    pub(super) fn written(&self, text: &str) -> Extra {
        let mut fields = Map::new();
        if !self.layers.is_empty() {
            fields.insert("layers".into(), json!(self.layers));
        }
        if !self.sentences.is_empty() {
            let tokens = |sentence: &Sentence| {
                let places: Vec<String> =
                    sentence.tokens.iter().map(|(start, end)| format!("{start}-{end}")).collect();
                json!([places.join(" "), sentence.id])
            };
            fields.insert("sentences".into(), self.sentences.iter().map(tokens).collect());
        }
        for (name, all) in [("zero", &self.zero), ("ties", &self.ties)] {
            if !all.is_empty() {
                fields.insert(name.into(), Json::Array(all.clone()));
            }
        }
        // Where a place is told, it counts in this text alone.
        match fields.keys().any(|name| name != "layers") {
            true => kept_with_text(NAME, fields, text),
            false => super::super::fields::kept(NAME, fields),
        }
    }

    /// What a document has kept. Where its text has changed since, places are none any more.
    pub(super) fn of(document: &Document) -> Kept {
        let lines = |fields: &Map<String, Json>| -> Vec<String> {
            let all = fields.get("layers").and_then(Json::as_array).into_iter().flatten();
            all.filter_map(Json::as_str).map(str::to_owned).collect()
        };
        let layers = kept_of(&document.extra, NAME).map(lines).unwrap_or_default();
        let mut kept = Kept { layers, ..Kept::default() };
        if let Some(fields) = kept_of_text(document, NAME) {
            let whole = Json::Object(fields.clone());
            kept.sentences = list(&whole, "sentences").iter().filter_map(sentence).collect();
            kept.zero = list(&whole, "zero").to_vec();
            kept.ties = list(&whole, "ties").to_vec();
        }
        kept
    }
}

fn sentence(json: &Json) -> Option<Sentence> {
    let place = |place: &str| {
        let (start, end) = place.split_once('-')?;
        Some((start.parse().ok()?, end.parse().ok()?))
    };
    let [Json::String(places), id] = json.as_array()?.as_slice() else { return None };
    let tokens: Option<Vec<(i64, i64)>> = places.split(' ').map(place).collect();
    Some(Sentence { id: id.as_str().map(str::to_owned), tokens: tokens? })
}
