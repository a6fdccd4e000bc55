//! Reads a file.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json, json};

use super::escape::{Cell, split, unescaped};
use super::kept::{Kept, Tie};
use super::schema::{Column, Kind, LINK, Layer};
use super::sentence::{Sentence, units_of};
use super::{FORMAT, NAME, RELATIONS, SPANS, is_ours, kind_of, label_of};
use crate::formats::Error;
use crate::formats::exchange::codec::wrong;
use crate::formats::exchange::draft::{Draft, Link, Mark};
use crate::formats::exchange::fields::kept;
use crate::text::Unit;

pub(super) fn read(text: &str) -> Result<Draft, Error> {
    let mut reader = Reader::default();
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line.trim_end_matches('\r'))?;
    }
    Ok(reader.finish())
}

/// See the module.
#[derive(Default)]
struct Reader {
    layers: Vec<Layer>,
    article: Article,
    /// The lines of the sentence that begins, and its name.
    sentence: Vec<String>,
    sentence_id: Option<String>,
    found: Vec<Found>,
    /// Annotations by layer and number, by layer and unit, and by layer, chain and place in it.
    numbered: HashMap<(usize, String), usize>,
    at_unit: HashMap<(usize, String), usize>,
    in_chain: HashMap<(usize, String, usize), usize>,
    ends: Vec<Ends>,
    told: Vec<String>,
}

/// An annotation with a place, which may be one between two characters.
struct Found {
    layer: usize,
    start: i64,
    end: i64,
    features: Map<String, Json>,
    /// The chain that it is in, and where in it.
    chain: Option<(String, usize)>,
}

/// A relation, or what fills a slot, whose ends may stand further below.
struct Ends {
    line: usize,
    /// The layer of the relation or of what has the slot.
    layer: usize,
    features: Map<String, Json>,
    slot: Option<Json>,
    kind: Option<String>,
    from: End,
    to: End,
}

enum End {
    Here(usize),
    At { unit: String, id: Option<String>, layer: String },
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), Error> {
        let bad = |reason: &str| wrong(FORMAT, format!("line {number}"), reason);
        if let Some(layer) = Layer::read(line) {
            self.layers.push(layer);
        } else if let Some(text) = line.strip_prefix("#Text=") {
            self.sentence.push(unescaped(text));
        } else if let Some(id) = line.strip_prefix("#Sentence.id=") {
            self.sentence_id = Some(unescaped(id));
        } else if !line.is_empty() && !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            let [unit, offsets, _, cells @ ..] = columns.as_slice() else {
                return Err(bad("a token has a number, offsets and its text, with tabs between them"));
            };
            let range = offsets
                .split_once('-')
                .and_then(|(start, end)| Some((start.parse::<i64>().ok()?, end.parse::<i64>().ok()?)));
            let Some((start, end)) = range else {
                return Err(bad(&format!("“{offsets}” are no offsets")));
            };
            if !self.sentence.is_empty() {
                let sentence = std::mem::take(&mut self.sentence).join("\n");
                let place = usize::try_from(start).ok();
                place
                    .filter(|place| self.article.put(*place, &sentence, self.sentence_id.take()))
                    .ok_or_else(|| bad("the offsets go back, or far beyond the text"))?;
            }
            if !unit.contains('.') {
                self.article.token((start, end));
            }
            self.unit(number, (unit, start, end), cells);
        }
        Ok(())
    }

    /// A token, or a part of one, with what its columns say.
    fn unit(&mut self, line: usize, place: (&str, i64, i64), cells: &[&str]) {
        let mut from = 0;
        for layer in 0..self.layers.len() {
            let width = self.layers.get(layer).map_or(0, |layer| layer.columns.len());
            let cells = cells.get(from..).unwrap_or_default();
            let cells: Vec<&str> = cells.iter().take(width).copied().collect();
            from += width;
            // Several annotations of a layer stand behind each other in each column.
            let stacks: Vec<Vec<&str>> =
                cells.iter().map(|cell| if *cell == "_" { Vec::new() } else { split(cell, '|') }).collect();
            let count = stacks.iter().map(Vec::len).max().unwrap_or(0);
            for nth in 0..count {
                let cells = stacks.iter().map(|stack| stack.get(nth).copied().unwrap_or("_")).collect();
                self.annotation(line, layer, place, cells);
            }
        }
    }

    fn annotation(
        &mut self,
        line: usize,
        layer: usize,
        (unit, start, end): (&str, i64, i64),
        cells: Vec<&str>,
    ) {
        let Some(Layer { kind, columns, .. }) = self.layers.get(layer) else { return };
        let (kind, columns) = (*kind, columns.clone());
        let mut features = Map::new();
        let (mut id, mut chain, mut base) = (None, None, None);
        // What fills the slots: of each its name, the roles and the targets.
        let mut slots: Vec<(String, Vec<Option<String>>, Vec<(Cell, String)>)> = Vec::new();
        for (column, cell) in columns.iter().zip(&cells) {
            match column {
                Column::Feature(name) if kind == Kind::Chain && name == LINK => {
                    let (value, place) = Cell::read_link(cell);
                    features.extend(value.map(|value| (name.clone(), json!(value))));
                    chain = place.or(chain);
                }
                Column::Feature(name) => {
                    let cell = Cell::read(cell);
                    features.extend(cell.value.map(|value| (name.clone(), json!(value))));
                    id = id.or(cell.id);
                }
                Column::Role { slot, .. } => {
                    let roles: Vec<Cell> = split(cell, ';').into_iter().map(Cell::read).collect();
                    id = id.or_else(|| roles.last().and_then(|last| last.id.clone()));
                    let roles = roles.into_iter().map(|role| role.value).collect();
                    slots.push((slot.clone(), roles, Vec::new()));
                }
                Column::Target { layer, .. } => {
                    if let Some((_, _, targets)) = slots.last_mut().filter(|_| !["*", "_"].contains(cell)) {
                        let read = |cell| (Cell::read(cell), layer.clone());
                        targets.extend(split(cell, ';').into_iter().map(read));
                    }
                }
                Column::Base(layer) => base = Some((Cell::read(cell), layer.clone())),
                Column::Placeholder => id = id.or(Cell::read(cell).id),
            }
        }
        if kind == Kind::Relation {
            let (Cell { value, id }, of) = base.unwrap_or_default();
            let ids =
                id.as_deref().and_then(|id| id.split_once('_')).map(|(a, b)| (a.to_owned(), b.to_owned()));
            let (from, to) = ids.unzip();
            let from = End::At { unit: value.unwrap_or_default(), id: from, layer: of.clone() };
            let to = End::At { unit: unit.to_owned(), id: to, layer: of };
            self.ends.push(Ends { line, layer, features, slot: None, kind: None, from, to });
            return;
        }
        let known = match (&chain, &id) {
            (Some((chain, index)), _) => self.in_chain.get(&(layer, chain.clone(), *index)).copied(),
            (None, Some(id)) if kind == Kind::Span => self.numbered.get(&(layer, id.clone())).copied(),
            _ => None,
        };
        if let Some(found) = known.and_then(|place| self.found.get_mut(place)) {
            // It goes on.
            found.end = end;
            return;
        }
        let place = self.found.len();
        match (&chain, &id) {
            (Some((chain, index)), _) => {
                self.in_chain.insert((layer, chain.clone(), *index), place);
            }
            (None, Some(id)) if kind == Kind::Span => {
                self.numbered.insert((layer, id.clone()), place);
            }
            _ => {}
        }
        self.at_unit.entry((layer, unit.to_owned())).or_insert(place);
        let chain = chain.or_else(|| id.filter(|_| kind == Kind::Chain).map(|id| (id, usize::MAX)));
        self.found.push(Found { layer, start, end, features, chain });
        for (slot, roles, targets) in slots {
            for (nth, (Cell { value, id }, layer_of)) in targets.into_iter().enumerate() {
                let role = roles.get(nth).cloned().flatten();
                let kept = json!({"name": slot, "role": role, "nth": nth});
                self.ends.push(Ends {
                    line,
                    layer,
                    features: Map::new(),
                    kind: Some(role.unwrap_or_else(|| slot.clone())),
                    slot: Some(kept),
                    from: End::Here(place),
                    to: End::At { unit: value.unwrap_or_default(), id, layer: layer_of },
                });
            }
        }
    }

    /// Which annotation is meant by an end.
    fn end(&self, end: &End) -> Option<usize> {
        let (unit, id, layer) = match end {
            End::Here(place) => return Some(*place),
            End::At { unit, id, layer } => (unit, id, layer),
        };
        // The layer that is named, else any: `uima.tcas.Annotation` is all of them.
        let named = self.layers.iter().position(|known| known.name == *layer && known.kind != Kind::Relation);
        let layers = || named.into_iter().chain(0..self.layers.len());
        let id = id.as_ref().filter(|id| *id != "0");
        let by_id = || layers().find_map(|layer| self.numbered.get(&(layer, id?.clone())).copied());
        let by_unit = || layers().find_map(|layer| self.at_unit.get(&(layer, unit.clone())).copied());
        by_id().or_else(by_unit)
    }

    fn finish(mut self) -> Draft {
        let mut draft = Draft { unit: Some(Unit::Utf16), ..Draft::default() };
        let is_all_ours = self.layers.iter().all(is_ours);
        let mut file = Kept::default();
        let layer_name = |layer: usize| self.layers.get(layer).map(|it| it.name.clone()).unwrap_or_default();
        let mut ties: Vec<Tie> = Vec::new();
        for ends in &self.ends {
            let (Some(from), Some(to)) = (self.end(&ends.from), self.end(&ends.to)) else {
                self.told.push(format!(
                    "Line {}: “{}” leads to or from a place where nothing is marked, and was left out.",
                    ends.line,
                    self.layers.get(ends.layer).map_or("a relation", Layer::short)
                ));
                continue;
            };
            ties.push(Tie {
                layer: layer_name(ends.layer),
                features: ends.features.clone(),
                slot: ends.slot.clone(),
                kind: ends.kind.clone().unwrap_or_else(|| {
                    self.layers
                        .get(ends.layer)
                        .map_or_else(String::new, |layer| kind_of(layer.short(), &ends.features))
                }),
                from: from.to_string(),
                to: to.to_string(),
            });
        }
        let is_empty = |place: &str| {
            let found = place.parse().ok().and_then(|place: usize| self.found.get(place));
            found.is_some_and(|found| found.start >= found.end)
        };
        let (loose, whole): (Vec<Tie>, Vec<Tie>) =
            ties.into_iter().partition(|tie| is_empty(&tie.from) || is_empty(&tie.to));
        let tied: HashSet<&str> = loose.iter().flat_map(|tie| [tie.from.as_str(), tie.to.as_str()]).collect();
        let mut zero = 0;
        for (place, found) in self.found.iter().enumerate() {
            let Some(layer) = self.layers.get(found.layer) else { continue };
            let name = place.to_string();
            let mut extra = Map::new();
            let is_known = |feature: &String| ["value", "identifier"].contains(&feature.as_str());
            let has_value = found.features.get("value").is_some_and(|value| value != "");
            if layer.name != SPANS || !has_value || !found.features.keys().all(is_known) {
                extra.insert("layer".into(), json!(layer.name));
                extra.insert("features".into(), Json::Object(found.features.clone()));
                if let Some((_, index)) = &found.chain {
                    extra.insert("index".into(), json!(index));
                }
            }
            if found.start >= found.end {
                zero += 1;
                extra.insert("layer".into(), json!(layer.name));
                extra.insert("features".into(), Json::Object(found.features.clone()));
                extra.insert("at".into(), json!(found.start));
                extra.insert("name".into(), json!(name));
                if let Some((chain, _)) = &found.chain {
                    extra.insert("chain".into(), json!(chain));
                }
                file.zero.push(Json::Object(extra));
                continue;
            }
            if tied.contains(name.as_str()) {
                extra.insert("name".into(), json!(name));
            }
            let identifier = found
                .features
                .get("identifier")
                .and_then(Json::as_str)
                .filter(|id| !id.is_empty())
                .map(str::to_owned);
            let chain = found.chain.as_ref().map(|(chain, _)| format!("{}:{chain}", layer.short()));
            draft.marks.push(Mark {
                key: format!("mark {place}"),
                start: found.start,
                end: found.end,
                label: label_of(layer.short(), &found.features),
                entity: chain.or(identifier).map(|id| (id, String::new())),
                extra: kept(NAME, extra),
                ..Mark::default()
            });
        }
        for (nth, tie) in whole.into_iter().enumerate() {
            let (from, to) = (format!("mark {}", tie.from), format!("mark {}", tie.to));
            let is_bare = tie.layer == RELATIONS && tie.features.keys().eq(["label"]);
            let extra = if is_bare { Map::new() } else { tie.kept() };
            draft.links.push(Link {
                key: format!("relation {nth}"),
                kind: tie.kind,
                from,
                to,
                extra: kept(NAME, extra),
            });
        }
        file.ties = loose.iter().map(|tie| Json::Object(tie.named())).collect();
        if !is_all_ours {
            file.layers = self.layers.iter().map(Layer::head).collect();
        }
        let gaps = self.article.gaps;
        if gaps > 0 {
            draft.told.push(
                "The file does not say which white space stands between its sentences; each begins on a line of its own."
                    .to_owned(),
            );
        }
        if zero > 0 {
            draft.told.push(format!(
                "{zero} of the annotations mark a place between two characters and not a word; they are kept for WebAnno TSV and not shown."
            ));
        }
        draft.told.append(&mut self.told);
        let Article { text, sentences, .. } = self.article;
        if units_of(&text) != sentences {
            file.sentences = sentences;
        }
        draft.extra = file.written(&text);
        draft.text = Some(text);
        draft
    }
}

/// The text, put together from sentences at their offsets.
#[derive(Default)]
struct Article {
    text: String,
    /// How long it is, in UTF-16 code units.
    len: usize,
    sentences: Vec<Sentence>,
    /// Between how many sentences there is white space that the file does not tell.
    gaps: usize,
}

impl Article {
    /// Puts a sentence at an offset, with what INCEpTION has before it: a line break and spaces. `false` where that is no
    /// place for it.
    fn put(&mut self, at: usize, sentence: &str, id: Option<String>) -> bool {
        /// As much white space as there may be between two sentences.
        const FAR: usize = 100_000;
        let Some(gap) = at.checked_sub(self.len).filter(|gap| *gap <= FAR) else { return false };
        if gap > 0 && self.len > 0 {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n(' ', gap - 1));
            self.gaps += 1;
        } else {
            self.text.extend(std::iter::repeat_n(' ', gap));
        }
        self.text.push_str(sentence);
        self.len = at + sentence.encode_utf16().count();
        self.sentences.push(Sentence { id, tokens: Vec::new() });
        true
    }

    fn token(&mut self, place: (i64, i64)) {
        if let Some(sentence) = self.sentences.last_mut() {
            sentence.tokens.push(place);
        }
    }
}
