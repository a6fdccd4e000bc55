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
pub(super) struct Reader {
    pub(super) layers: Vec<Layer>,
    pub(super) article: Article,
    /// The lines of the sentence that begins, and its name.
    sentence: Vec<String>,
    sentence_id: Option<String>,
    pub(super) found: Vec<Found>,
    /// Annotations by layer and number, by layer and unit, and by layer, chain and place in it.
    numbered: HashMap<(usize, String), usize>,
    pub(super) at_unit: HashMap<(usize, String), usize>,
    in_chain: HashMap<(usize, String, usize), usize>,
    pub(super) ends: Vec<Ends>,
    pub(super) told: Vec<String>,
}

/// An annotation with a place, which may be one between two characters.
pub(super) struct Found {
    pub(super) layer: usize,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) features: Map<String, Json>,
    /// The chain that it is in, and where in it.
    pub(super) chain: Option<(String, usize)>,
}

/// A relation, or what fills a slot, whose ends may stand further below.
pub(super) struct Ends {
    pub(super) line: usize,
    /// The layer of the relation or of what has the slot.
    pub(super) layer: usize,
    pub(super) features: Map<String, Json>,
    pub(super) slot: Option<Json>,
    pub(super) kind: Option<String>,
    pub(super) from: End,
    pub(super) to: End,
}

pub(super) enum End {
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
        let kind = *kind;
        let said = Said::read(kind, columns, &cells);
        if kind == Kind::Relation {
            self.relation(line, layer, unit, said);
            return;
        }
        let numbered = said.id.clone().filter(|_| kind == Kind::Span).map(|id| (layer, id));
        let linked = said.chain.clone().map(|(chain, index)| (layer, chain, index));
        let known = match (&linked, &numbered) {
            (Some(linked), _) => self.in_chain.get(linked).copied(),
            (None, Some(numbered)) => self.numbered.get(numbered).copied(),
            (None, None) => None,
        };
        if let Some(found) = known.and_then(|place| self.found.get_mut(place)) {
            // It goes on.
            found.end = end;
            return;
        }
        let place = self.found.len();
        self.in_chain.extend(linked.map(|linked| (linked, place)));
        self.numbered.extend(numbered.map(|numbered| (numbered, place)));
        self.at_unit.entry((layer, unit.to_owned())).or_insert(place);
        let Said { features, id, chain, slots, .. } = said;
        let chain = chain.or_else(|| id.filter(|_| kind == Kind::Chain).map(|id| (id, usize::MAX)));
        self.found.push(Found { layer, start, end, features, chain });
        for Slot { name, roles, targets } in slots {
            for (nth, (Cell { value, id }, of)) in targets.into_iter().enumerate() {
                let role = roles.get(nth).cloned().flatten();
                let slot = json!({"name": name, "role": role, "nth": nth});
                self.ends.push(Ends {
                    line,
                    layer,
                    features: Map::new(),
                    kind: Some(role.unwrap_or_else(|| name.clone())),
                    slot: Some(slot),
                    from: End::Here(place),
                    to: End::At { unit: value.unwrap_or_default(), id, layer: of },
                });
            }
        }
    }

    fn relation(&mut self, line: usize, layer: usize, unit: &str, said: Said) {
        let (Cell { value, id }, of) = said.base.unwrap_or_default();
        let ids = id.as_deref().and_then(|id| id.split_once('_'));
        let (from, to) = ids.map(|(from, to)| (from.to_owned(), to.to_owned())).unzip();
        let from = End::At { unit: value.unwrap_or_default(), id: from, layer: of.clone() };
        let to = End::At { unit: unit.to_owned(), id: to, layer: of };
        self.ends.push(Ends { line, layer, features: said.features, slot: None, kind: None, from, to });
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

    /// All that leads from one annotation to another; tells what leads nowhere.
    fn ties(&mut self) -> Vec<Tie> {
        let mut ties = Vec::new();
        for ends in &self.ends {
            let Some(layer) = self.layers.get(ends.layer) else { continue };
            let (Some(from), Some(to)) = (self.end(&ends.from), self.end(&ends.to)) else {
                self.told.push(format!(
                    "Line {}: “{}” leads to or from a place where nothing is marked, and was left out.",
                    ends.line,
                    layer.short()
                ));
                continue;
            };
            ties.push(Tie {
                layer: layer.name.clone(),
                features: ends.features.clone(),
                slot: ends.slot.clone(),
                kind: ends.kind.clone().unwrap_or_else(|| kind_of(layer.short(), &ends.features)),
                from: from.to_string(),
                to: to.to_string(),
            });
        }
        ties
    }

    pub(super) fn finish(mut self) -> Draft {
        let is_empty = |found: &Found| found.start >= found.end;
        let ties = self.ties();
        let empty: HashSet<String> = (0..self.found.len())
            .filter(|place| self.found.get(*place).is_some_and(is_empty))
            .map(|place| place.to_string())
            .collect();
        let (loose, whole): (Vec<Tie>, Vec<Tie>) =
            ties.into_iter().partition(|tie| empty.contains(&tie.from) || empty.contains(&tie.to));
        let tied: HashSet<&str> = loose.iter().flat_map(|tie| [tie.from.as_str(), tie.to.as_str()]).collect();
        let mut draft = Draft { unit: Some(Unit::Utf16), ..Draft::default() };
        let mut file =
            Kept { ties: loose.iter().map(|tie| Json::Object(tie.named())).collect(), ..Kept::default() };
        for (place, found) in self.found.iter().enumerate() {
            let Some(layer) = self.layers.get(found.layer) else { continue };
            let name = place.to_string();
            if is_empty(found) {
                file.zero.push(found.empty(layer, &name));
            } else {
                draft.marks.push(found.mark(layer, &name, tied.contains(name.as_str())));
            }
        }
        draft.links = whole.into_iter().enumerate().map(|(nth, tie)| link(nth, tie)).collect();
        if !self.layers.iter().all(is_ours) {
            file.layers = self.layers.iter().map(Layer::head).collect();
        }
        let Article { text, sentences, gaps, .. } = self.article;
        if gaps > 0 {
            draft.told.push(
                "The file does not say which white space stands between its sentences; each begins on a line of its own."
                    .to_owned(),
            );
        }
        if !file.zero.is_empty() {
            draft.told.push(format!(
                "{} of the annotations mark a place between two characters and not a word; they are kept for WebAnno TSV and not shown.",
                file.zero.len()
            ));
        }
        draft.told.append(&mut self.told);
        if units_of(&text) != sentences {
            file.sentences = sentences;
        }
        draft.extra = file.written(&text);
        draft.text = Some(text);
        draft
    }
}

fn link(nth: usize, tie: Tie) -> Link {
    let is_bare = tie.layer == RELATIONS && tie.features.keys().eq(["label"]);
    let extra = if is_bare { Map::new() } else { tie.kept() };
    let key = |end: &str| format!("mark {end}");
    Link {
        key: format!("relation {nth}"),
        from: key(&tie.from),
        to: key(&tie.to),
        kind: tie.kind,
        extra: kept(NAME, extra),
    }
}

impl Found {
    /// What is kept of it beside its place.
    fn kept(&self, layer: &Layer) -> Map<String, Json> {
        let mut kept = Map::from_iter([
            ("layer".to_owned(), json!(layer.name)),
            ("features".to_owned(), Json::Object(self.features.clone())),
        ]);
        kept.extend(self.chain.as_ref().map(|(_, index)| ("index".to_owned(), json!(index))));
        kept
    }

    /// What is kept of one without a word.
    fn empty(&self, layer: &Layer, name: &str) -> Json {
        let mut kept = self.kept(layer);
        kept.insert("at".into(), json!(self.start));
        kept.insert("name".into(), json!(name));
        kept.extend(self.chain.as_ref().map(|(chain, _)| ("chain".to_owned(), json!(chain))));
        Json::Object(kept)
    }

    /// The mark; its name is kept where something is that speaks of it.
    fn mark(&self, layer: &Layer, name: &str, is_named: bool) -> Mark {
        let is_known = |feature: &String| ["value", "identifier"].contains(&feature.as_str());
        let text =
            |feature: &str| self.features.get(feature).and_then(Json::as_str).filter(|it| !it.is_empty());
        let is_plain = layer.name == SPANS && text("value").is_some() && self.features.keys().all(is_known);
        let mut extra = if is_plain { Map::new() } else { self.kept(layer) };
        if is_named {
            extra.insert("name".into(), json!(name));
        }
        let chain = self.chain.as_ref().map(|(chain, _)| format!("{}:{chain}", layer.short()));
        let entity = chain.or_else(|| text("identifier").map(str::to_owned));
        Mark {
            key: format!("mark {name}"),
            start: self.start,
            end: self.end,
            label: label_of(layer.short(), &self.features),
            entity: entity.map(|id| (id, String::new())),
            extra: kept(NAME, extra),
            ..Mark::default()
        }
    }
}

/// What the columns of a layer say of one annotation.
#[derive(Default)]
struct Said {
    features: Map<String, Json>,
    id: Option<String>,
    chain: Option<(String, usize)>,
    /// Of a relation: where it comes from, and of which layer that is.
    base: Option<(Cell, String)>,
    slots: Vec<Slot>,
}

/// A slot, with what fills it: the roles, and the units with the layer that they are of.
struct Slot {
    name: String,
    roles: Vec<Option<String>>,
    targets: Vec<(Cell, String)>,
}

impl Said {
    fn read(kind: Kind, columns: &[Column], cells: &[&str]) -> Said {
        let mut said = Said::default();
        for (column, cell) in columns.iter().zip(cells) {
            match column {
                Column::Feature(name) if kind == Kind::Chain && name == LINK => {
                    let (value, place) = Cell::read_link(cell);
                    said.features.extend(value.map(|value| (name.clone(), json!(value))));
                    said.chain = place.or(said.chain);
                }
                Column::Feature(name) => {
                    let cell = Cell::read(cell);
                    said.features.extend(cell.value.map(|value| (name.clone(), json!(value))));
                    said.id = said.id.or(cell.id);
                }
                Column::Role { slot, .. } => {
                    let roles: Vec<Cell> = split(cell, ';').into_iter().map(Cell::read).collect();
                    said.id = said.id.or_else(|| roles.last().and_then(|last| last.id.clone()));
                    let roles = roles.into_iter().map(|role| role.value).collect();
                    said.slots.push(Slot { name: slot.clone(), roles, targets: Vec::new() });
                }
                Column::Target { layer, .. } => {
                    if let Some(slot) = said.slots.last_mut().filter(|_| !["*", "_"].contains(cell)) {
                        let read = |cell| (Cell::read(cell), layer.clone());
                        slot.targets.extend(split(cell, ';').into_iter().map(read));
                    }
                }
                Column::Base(layer) => said.base = Some((Cell::read(cell), layer.clone())),
                Column::Placeholder => said.id = said.id.or(Cell::read(cell).id),
            }
        }
        said
    }
}

/// The text, put together from sentences at their offsets.
#[derive(Default)]
pub(super) struct Article {
    text: String,
    /// How long it is, in UTF-16 code units.
    len: usize,
    sentences: Vec<Sentence>,
    /// Between how many sentences there is white space that the file does not tell.
    gaps: usize,
}

impl Article {
    /// How long it is, in UTF-16 code units.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Puts a sentence at an offset, with what INCEpTION has before it: a line break and spaces. `false` where that is no
    /// place for it.
    pub(super) fn put(&mut self, at: usize, sentence: &str, id: Option<String>) -> bool {
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

    pub(super) fn token(&mut self, place: (i64, i64)) {
        if let Some(sentence) = self.sentences.last_mut() {
            sentence.tokens.push(place);
        }
    }
}
