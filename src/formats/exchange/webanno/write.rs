//! Writes a file.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use serde_json::{Map, Value as Json, json};

use super::escape::{text, value};
use super::kept::{Kept, Tie, features};
use super::layout::{Layout, Line};
use super::schema::{Column, KINDS, Kind, LABELS, LINK, Layer};
use super::sentence::{Sentence, units_of};
use super::{NAME, RELATIONS, SPANS, kind_of, label_of, our_spans, short};
use crate::annotation::Extra;
use crate::document::Document;
use crate::formats::exchange::fields::kept_of;
use crate::formats::exchange::rows::{Row, links, rows};
use crate::text::{OffsetMap, Unit};

/// See the module.
pub(super) fn write(document: &Document) -> String {
    let kept = Kept::of(document);
    let mut file =
        File { layers: kept.layers.iter().filter_map(|line| Layer::read(line)).collect(), ..File::default() };
    let rows = rows(document, Unit::Utf16, false);
    for row in &rows {
        let entry = file.entry(row);
        file.entries.push(entry);
    }
    let named = file.loose(&kept, &rows);
    file.number_chains();
    for (relation, from, to) in links(document, &rows) {
        file.tie(&relation.kind, &relation.extra, (from - 1, to - 1));
    }
    for tie in kept.ties.iter().filter_map(Json::as_object).map(Tie::read) {
        if let (Some(from), Some(to)) = (named.get(&tie.from), named.get(&tie.to)) {
            let kind = kind_of(short(&tie.layer), &tie.features);
            file.tie(&kind, &crate::formats::exchange::fields::kept(NAME, tie.kept()), (*from, *to));
        }
    }
    file.complete_layers();
    file.is_bare = !kept.sentences.is_empty();
    let sentences = if file.is_bare { kept.sentences } else { units_of(document.text()) };
    file.written(document.text(), &sentences)
}

/// What is written.
#[derive(Default)]
struct File {
    layers: Vec<Layer>,
    entries: Vec<Entry>,
    ties: Vec<Written>,
    /// Whether what every reader puts between sentences is left out, as in the file that the document comes from.
    is_bare: bool,
}

/// An annotation with a place.
#[derive(Default)]
struct Entry {
    layer: String,
    start: i64,
    end: i64,
    features: Map<String, Json>,
    /// In a chain: what the chain is called, and where in it the file had the annotation.
    chain: Option<(String, u64)>,
    /// The number of the chain, and where in it the annotation stands.
    link: (usize, usize),
    /// What fills its slots: the slot, the role, the order, and the annotation.
    slots: Vec<(String, Option<String>, u64, usize)>,
}

/// A relation with a layer of its own.
struct Written {
    layer: String,
    features: Map<String, Json>,
    from: usize,
    to: usize,
}

impl File {
    fn layer(&self, name: &str, is_kind: impl Fn(Kind) -> bool) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.name == name && is_kind(layer.kind))
    }

    /// What is written of a mark: in the layer that it comes from, or in ours.
    fn entry(&self, row: &Row<'_>) -> Entry {
        let annotation = row.annotation;
        let entry = Entry { start: row.start as i64, end: row.end as i64, ..Entry::default() };
        let label = annotation.label.as_str();
        let entity = annotation.entity.as_ref().map(|id| &*id.0);
        let ours = |mut features: Map<String, Json>| {
            features.insert("value".into(), json!(label));
            features.remove("identifier");
            features.extend(entity.map(|id| ("identifier".to_owned(), json!(id))));
            features
        };
        let kept = kept_of(&annotation.extra, NAME);
        let name = kept.and_then(|kept| kept.get("layer")?.as_str()).unwrap_or(SPANS);
        let Some((kept, layer)) = kept.zip(self.layer(name, |kind| kind != Kind::Relation)) else {
            return Entry { layer: SPANS.into(), features: ours(Map::new()), ..entry };
        };
        let mut features = features(kept);
        if label_of(layer.short(), &features) != label {
            // Another label, where the layer has a place for one.
            let Some(feature) = LABELS.iter().find(|feature| layer.has(feature)) else {
                return Entry { layer: SPANS.into(), features: ours(Map::new()), ..entry };
            };
            features.insert((*feature).to_owned(), json!(label));
        }
        if layer.has("identifier") {
            features.remove("identifier");
            features.extend(entity.map(|id| ("identifier".to_owned(), json!(id))));
        }
        let index = kept.get("index").and_then(Json::as_u64).unwrap_or(u64::MAX);
        let alone = || format!("{} alone", row.number);
        let chain = (layer.kind == Kind::Chain)
            .then(|| (entity.map_or_else(alone, |id| format!("{}\n{id}", layer.name)), index));
        Entry { layer: layer.name.clone(), features, chain, ..entry }
    }

    /// Adds what the file had without a word; gives the annotations that kept ties speak of, by their names.
    fn loose(&mut self, kept: &Kept, rows: &[Row<'_>]) -> HashMap<String, usize> {
        let mut named = HashMap::new();
        let name = |kept: &Map<String, Json>| kept.get("name").and_then(Json::as_str).map(str::to_owned);
        for (place, row) in rows.iter().enumerate() {
            named.extend(kept_of(&row.annotation.extra, NAME).and_then(name).map(|name| (name, place)));
        }
        for zero in kept.zero.iter().filter_map(Json::as_object) {
            let of = |name: &str| zero.get(name).and_then(Json::as_str).unwrap_or_default();
            let Some(layer) = self.layer(of("layer"), |kind| kind != Kind::Relation) else { continue };
            let at = zero.get("at").and_then(Json::as_i64).unwrap_or_default();
            let index = zero.get("index").and_then(Json::as_u64).unwrap_or(u64::MAX);
            let chain = zero.get("chain").and_then(Json::as_str);
            let chain = chain.map(|chain| (format!("{}\n{}:{chain}", layer.name, layer.short()), index));
            named.extend(name(zero).map(|name| (name, self.entries.len())));
            let layer = layer.name.clone();
            let features = features(zero);
            self.entries.push(Entry { layer, start: at, end: at, features, chain, ..Entry::default() });
        }
        named
    }

    /// Gives chains their numbers: their own, where they come with one.
    fn number_chains(&mut self) {
        /// Where the file had a link, where it stands, and which annotation it is.
        type Links = Vec<(u64, i64, usize)>;
        let mut chains: Vec<(String, Links)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let Some((chain, index)) = &entry.chain else { continue };
            let link = (*index, entry.start, place);
            let at = *known.entry(chain.clone()).or_insert(chains.len());
            match chains.get_mut(at) {
                Some((_, links)) => links.push(link),
                None => chains.push((chain.clone(), vec![link])),
            }
        }
        let given = |chain: &str| chain.rsplit_once(':').and_then(|(_, number)| number.parse::<usize>().ok());
        let mut used: BTreeSet<usize> = chains.iter().filter_map(|(chain, _)| given(chain)).collect();
        let (mut taken, mut free) = (BTreeSet::new(), 1);
        for (chain, mut links) in chains {
            let own = given(&chain).filter(|number| taken.insert(*number));
            let number = own.unwrap_or_else(|| {
                while used.contains(&free) {
                    free += 1;
                }
                used.insert(free);
                free
            });
            links.sort_unstable();
            for (nth, (.., place)) in links.into_iter().enumerate() {
                if let Some(entry) = self.entries.get_mut(place) {
                    entry.link = (number, nth + 1);
                }
            }
        }
    }

    /// Puts a relation into the layer that it comes from, or into ours; what fills a slot, into the slot.
    fn tie(&mut self, kind: &str, extra: &Extra, (from, to): (usize, usize)) {
        let kept = kept_of(extra, NAME).map(Tie::read).unwrap_or_default();
        let slot = kept.slot.as_ref().and_then(|slot| {
            let name = slot.get("name")?.as_str()?;
            let role = slot.get("role").and_then(Json::as_str);
            // A role that has been changed is the kind that it has now.
            let role = if role.unwrap_or(name) == kind { role } else { Some(kind) };
            let order = slot.get("nth").and_then(Json::as_u64).unwrap_or(u64::MAX);
            Some((name.to_owned(), role.map(str::to_owned), order, to))
        });
        let host = self.entries.get(from).map(|entry| entry.layer.clone()).unwrap_or_default();
        let has_slot =
            |name: &str| self.layer(&host, |kind| kind == Kind::Span).is_some_and(|it| it.has_slot(name));
        if let Some(slot) = slot.filter(|slot| has_slot(&slot.0)) {
            if let Some(entry) = self.entries.get_mut(from) {
                entry.slots.push(slot);
                entry.slots.sort_by_key(|slot| slot.2);
            }
            return;
        }
        let ours = || (RELATIONS.to_owned(), Map::from_iter([("label".to_owned(), json!(kind))]));
        let layer = self.layer(&kept.layer, |kind| kind == Kind::Relation);
        let (layer, features) = match layer {
            Some(layer) if kind_of(layer.short(), &kept.features) == kind => {
                (layer.name.clone(), kept.features)
            }
            Some(layer) => match KINDS.iter().find(|feature| layer.has(feature)) {
                Some(feature) => {
                    let mut features = kept.features;
                    features.insert((*feature).to_owned(), json!(kind));
                    (layer.name.clone(), features)
                }
                None => ours(),
            },
            None => ours(),
        };
        self.ties.push(Written { layer, features, from, to });
    }

    /// Adds the layers and features that are used and that the file did not have.
    fn complete_layers(&mut self) {
        let has_spans = self.layers.is_empty() || self.entries.iter().any(|entry| entry.layer == SPANS);
        let features = |entry: &Entry| entry.features.keys().cloned().collect::<Vec<_>>();
        let needed: BTreeSet<String> =
            self.entries.iter().filter(|entry| entry.layer == SPANS).flat_map(features).collect();
        match self.layers.iter_mut().find(|layer| layer.name == SPANS && layer.kind == Kind::Span) {
            Some(layer) => {
                for feature in ["identifier", "value"] {
                    if needed.contains(feature) && !layer.has(feature) {
                        layer.columns.retain(|column| *column != Column::Placeholder);
                        layer.columns.push(Column::Feature(feature.to_owned()));
                    }
                }
            }
            None if has_spans => {
                let at = self.layers.iter().take_while(|layer| layer.kind == Kind::Span).count();
                self.layers.insert(at, our_spans());
            }
            None => {}
        }
        let ours: Vec<&Written> = self.ties.iter().filter(|tie| tie.layer == RELATIONS).collect();
        if !ours.is_empty() && self.layer(RELATIONS, |kind| kind == Kind::Relation).is_none() {
            let layers: BTreeSet<&str> = ours
                .iter()
                .flat_map(|tie| [tie.from, tie.to])
                .filter_map(|end| self.entries.get(end).map(|entry| entry.layer.as_str()))
                .collect();
            let base = match layers.iter().collect::<Vec<_>>().as_slice() {
                [layer] => (**layer).to_owned(),
                _ => "uima.tcas.Annotation".to_owned(),
            };
            self.layers.push(Layer {
                name: RELATIONS.to_owned(),
                kind: Kind::Relation,
                columns: vec![Column::Feature("label".to_owned()), Column::Base(base)],
            });
        }
    }

    fn written(&self, article: &str, sentences: &[Sentence]) -> String {
        let places: Vec<(i64, i64)> = self.entries.iter().map(|entry| (entry.start, entry.end)).collect();
        let layout = Layout::new(sentences, &places);
        let numbers = self.numbers(&layout);
        let mut arriving: HashMap<&str, Vec<&Written>> = HashMap::new();
        for tie in &self.ties {
            if let Some(unit) = layout.address.get(&tie.to) {
                arriving.entry(unit).or_default().push(tie);
            }
        }
        let mut out = String::from("#FORMAT=WebAnno TSV 3.3\n");
        for layer in &self.layers {
            let _ = writeln!(out, "{}", layer.head());
        }
        out.push('\n');
        let map = OffsetMap::new(article);
        let slice = |start: i64, end: i64| {
            let range = usize::try_from(start).ok().zip(usize::try_from(end).ok());
            let span = range.and_then(|(start, end)| map.span_of(start, end, Unit::Utf16));
            span.and_then(|span| span.slice(article)).unwrap_or_default()
        };
        let len = map.len(Unit::Utf16) as i64;
        let begin = |sentence: &Sentence| sentence.tokens.first().map_or(len, |token| token.0);
        for (index, (sentence, lines)) in sentences.iter().zip(&layout.sentences).enumerate() {
            out.push('\n');
            if let Some(id) = &sentence.id {
                let _ = writeln!(out, "#Sentence.id={}", text(id));
            }
            let next = sentences.get(index + 1).map_or(len, begin);
            for line in
                sentence_text(slice(begin(sentence), next), self.is_bare && index + 1 < sentences.len())
                    .split('\n')
            {
                let _ = writeln!(out, "#Text={}", text(line));
            }
            for line in lines {
                let covered = text(slice(line.start, line.end));
                let _ = write!(out, "{}\t{}-{}\t{covered}\t", line.unit, line.start, line.end);
                let ties = arriving.get(line.unit.as_str()).map_or(&[][..], Vec::as_slice);
                for layer in &self.layers {
                    for column in &layer.columns {
                        out.push_str(&match layer.kind {
                            Kind::Relation => self.relations((layer, column), ties, (&layout, &numbers)),
                            _ => self.annotations((layer, column), line, (&layout, &numbers)),
                        });
                        out.push('\t');
                    }
                }
                out.push('\n');
            }
        }
        out
    }

    /// The numbers of the annotations that need one: those that stand at several units, or where a unit alone does not say
    /// which of several is meant.
    fn numbers(&self, layout: &Layout) -> HashMap<usize, usize> {
        let mut needed = BTreeSet::new();
        let ends = self.ties.iter().flat_map(|tie| [tie.from, tie.to]);
        let filling = self.entries.iter().flat_map(|entry| entry.slots.iter().map(|slot| slot.3));
        let meant: BTreeSet<usize> = ends.chain(filling).collect();
        for line in layout.sentences.iter().flatten() {
            for number in &line.here {
                let Some(entry) = self.entries.get(*number).filter(|entry| entry.chain.is_none()) else {
                    continue;
                };
                let is_wide = layout.width.get(number).is_some_and(|width| *width > 1);
                let shares = |other: &usize| {
                    other != number
                        && (meant.contains(number)
                            || self.entries.get(*other).is_some_and(|other| other.layer == entry.layer))
                };
                if is_wide || line.here.iter().any(shares) {
                    needed.insert(*number);
                }
            }
        }
        needed.into_iter().zip(1..).collect()
    }

    /// What a column says of the annotations at a unit.
    fn annotations(
        &self,
        (layer, column): (&Layer, &Column),
        line: &Line,
        (layout, numbers): (&Layout, &HashMap<usize, usize>),
    ) -> String {
        let numbered = |number: &usize| numbers.get(number).map(|it| format!("[{it}]")).unwrap_or_default();
        let all = line.here.iter().filter_map(|number| Some((number, self.entries.get(*number)?)));
        let cells = all.filter(|(_, entry)| entry.layer == layer.name).map(|(number, entry)| {
            let feature = |name: &str| value(entry.features.get(name).and_then(Json::as_str));
            let filling = |slot: &str| entry.slots.iter().filter(|it| it.0 == slot).collect::<Vec<_>>();
            let (chain, index) = entry.link;
            match column {
                Column::Feature(name) if entry.chain.is_none() => feature(name) + &numbered(number),
                Column::Feature(name) if name == LINK => format!("{}->{chain}-{index}", feature(name)),
                Column::Feature(name) => format!("{}[{chain}]", feature(name)),
                Column::Role { slot, .. } => {
                    let roles: Vec<String> =
                        filling(slot).into_iter().map(|slot| value(slot.1.as_deref())).collect();
                    let roles = if roles.is_empty() { "_".to_owned() } else { roles.join(";") };
                    roles + &numbered(number)
                }
                Column::Target { slot, .. } => {
                    let unit = |to: &usize| layout.address.get(to).map_or("", String::as_str);
                    let targets: Vec<String> = filling(slot)
                        .into_iter()
                        .map(|slot| format!("{}{}", unit(&slot.3), numbered(&slot.3)))
                        .collect();
                    if targets.is_empty() { "*".to_owned() } else { targets.join(";") }
                }
                Column::Base(_) | Column::Placeholder => format!("*{}", numbered(number)),
            }
        });
        let cells: Vec<String> = cells.collect();
        if cells.is_empty() { "_".to_owned() } else { cells.join("|") }
    }

    /// What a column says of the relations that lead to a unit.
    fn relations(
        &self,
        (layer, column): (&Layer, &Column),
        ties: &[&Written],
        (layout, numbers): (&Layout, &HashMap<usize, usize>),
    ) -> String {
        let number = |end: usize| numbers.get(&end).copied().unwrap_or(0);
        let cells = ties.iter().filter(|tie| tie.layer == layer.name).map(|tie| match column {
            Column::Feature(name) => value(tie.features.get(name).and_then(Json::as_str)),
            Column::Base(_) => {
                let unit = layout.address.get(&tie.from).map_or("", String::as_str);
                match (number(tie.from), number(tie.to)) {
                    (0, 0) => unit.to_owned(),
                    (from, to) => format!("{unit}[{from}_{to}]"),
                }
            }
            _ => "*".to_owned(),
        });
        let cells: Vec<String> = cells.collect();
        if cells.is_empty() { "_".to_owned() } else { cells.join("|") }
    }
}

/// The text of a sentence up to the next one; where it is `bare`, without a line break and spaces at the end, which readers
/// put there by themselves.
fn sentence_text(text: &str, bare: bool) -> &str {
    let trimmed = text.trim_end();
    let behind = text.get(trimmed.len()..).unwrap_or_default();
    let is_usual = behind.strip_prefix('\n').is_some_and(|rest| rest.chars().all(|c| c == ' '));
    if bare && is_usual { trimmed } else { text }
}
