//! Writes a file.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json, json};

use super::tied::{self, Member};
use super::types::completed;
use super::{ENTITY, KINDS, LABELS, META, NAME, RELATION, SENTENCE, SOFA, TOKEN, features, named};
use crate::annotation::{Relation, Status};
use crate::document::Document;
use crate::formats::entity_names;
use crate::formats::exchange::fields::{kept_of, kept_of_text, list, offset, text};
use crate::formats::exchange::rows::{Row, links, rows};
use crate::formats::exchange::tokens::{sentence_spans, tokens};
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Unit};

type Structure = Map<String, Json>;

/// See the module.
pub(super) fn write(document: &Document) -> String {
    let types = kept_of(&document.extra, NAME).and_then(|kept| kept.get("types")?.as_object());
    let kept = kept_of_text(document, NAME);
    let rows = rows(document, Unit::Utf16, true);
    let mut file = File::new(document, kept, types);
    if kept.is_none() {
        file.add_words(document);
    }
    file.add_title(document, kept.is_none());
    let given: HashSet<i64> = rows.iter().filter_map(|row| own_id(&row.annotation.extra)).collect();
    file.last = file.last.max(given.into_iter().max().unwrap_or(0));
    let related = document.relations().iter().filter_map(|relation| own_id(&relation.extra));
    file.last = file.last.max(related.max().unwrap_or(0));
    let names = entity_names(document);
    let mut first = HashMap::new();
    for row in &rows {
        if let Some(id) = &row.annotation.entity {
            first.entry(id).or_insert(row.quote);
        }
    }
    let ids: Vec<i64> = rows
        .iter()
        .map(|row| {
            let entity = row.annotation.entity.as_ref();
            let name = entity.and_then(|id| names.get(id).copied()).unwrap_or_default();
            // An entity without a name is called after its first mark.
            let is_told = kept.is_none() || entity.is_some_and(|id| first.get(id) != Some(&name));
            file.add_mark(row, Some(name).filter(|_| is_told))
        })
        .collect();
    let members = rows.iter().zip(&ids).filter_map(|(row, id)| member(row, *id));
    tied::tie(&mut file.structures, &members.collect::<Vec<_>>());
    let mut absent: HashSet<i64> = kept.into_iter().flat_map(slots_of).collect();
    let mut roles: HashMap<i64, &str> = HashMap::new();
    for (relation, from, to) in links(document, &rows) {
        // What fills a slot stands there already.
        let slot = kept_of(&relation.extra, NAME).and_then(|kept| kept.get("slot")?.as_i64());
        if let Some(slot) = slot.filter(|slot| absent.remove(slot)) {
            roles.insert(slot, &relation.kind);
            continue;
        }
        if let (Some(from), Some(end), Some(to)) = (ids.get(from - 1), rows.get(to - 1), ids.get(to - 1)) {
            file.add_relation(relation, *from, (end, *to));
        }
    }
    file.fill_slots(&roles, &absent);
    file.written(kept)
}

/// The links of slots that were read as relations.
fn slots_of(kept: &Map<String, Json>) -> impl Iterator<Item = i64> {
    kept.get("slots").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_i64)
}

/// A mark that came out of a chain.
fn member(row: &Row<'_>, id: i64) -> Option<Member> {
    let [Json::String(chain), nth] =
        kept_of(&row.annotation.extra, NAME)?.get("chain")?.as_array()?.as_slice()
    else {
        return None;
    };
    let from = (chain.clone(), nth.as_u64().unwrap_or(u64::MAX));
    let entity = row.annotation.entity.as_ref().map(|id| id.0.to_string());
    Some(Member { id, from, start: row.start, entity })
}

/// The id that a mark or a relation has in the file that it comes from.
fn own_id(extra: &Map<String, Json>) -> Option<i64> {
    kept_of(extra, NAME)?.get("id")?.as_i64()
}

/// What is written.
struct File<'d> {
    structures: Vec<Structure>,
    /// The ids that are taken, and the last that was given.
    taken: HashSet<i64>,
    last: i64,
    sofa: i64,
    /// Those that are new in the view.
    members: Vec<i64>,
    types: Option<&'d Map<String, Json>>,
    /// The entities that are chains of the file.
    chains: HashSet<String>,
}

impl<'d> File<'d> {
    fn new(
        document: &Document,
        kept: Option<&Map<String, Json>>,
        types: Option<&'d Map<String, Json>>,
    ) -> File<'d> {
        let whole = Json::Object(kept.cloned().unwrap_or_default());
        let mut structures: Vec<Structure> =
            list(&whole, "structures").iter().filter_map(Json::as_object).cloned().collect();
        let is_text =
            |one: &&mut Structure| one.get("%TYPE") == Some(&json!(SOFA)) && one.contains_key("sofaString");
        let content = json!(&**document.text());
        let sofa = match structures.iter_mut().find(is_text) {
            Some(sofa) => {
                sofa.insert("sofaString".into(), content);
                sofa.get("%ID").and_then(Json::as_i64).unwrap_or(1)
            }
            None => {
                structures
                    .push(fields(json!({"%ID": 1, "%TYPE": SOFA, "sofaNum": 1, "sofaID": "_InitialView",
                    "mimeType": "text/plain", "sofaString": content})));
                1
            }
        };
        let taken: HashSet<i64> =
            structures.iter().filter_map(|one| one.get("%ID").and_then(Json::as_i64)).collect();
        let last = taken.iter().copied().max().unwrap_or(0);
        let chain = |one: &Structure| {
            one.get("@first")?;
            Some(tied::entity(one.get("%TYPE")?.as_str()?, one.get("%ID")?.as_i64()?))
        };
        let chains = structures.iter().filter_map(chain).collect();
        File { structures, taken, last, sofa, members: Vec::new(), types, chains }
    }

    /// Adds a structure, with the id that it has in the file where that is free.
    fn add(&mut self, own: Option<i64>, structure: Structure) -> i64 {
        let id = own.filter(|id| self.taken.insert(*id)).unwrap_or_else(|| {
            self.last += 1;
            self.taken.insert(self.last);
            self.last
        });
        // The id stands first, as the programs write it.
        let mut object = Map::from_iter([("%ID".to_owned(), json!(id))]);
        object.extend(structure);
        self.structures.push(object);
        self.members.push(id);
        id
    }

    /// Sentences and tokens.
    fn add_words(&mut self, document: &Document) {
        let map = OffsetMap::new(document.text());
        let sofa = self.sofa;
        let at = |kind: &str, begin: usize, end: usize| {
            fields(json!({"%TYPE": kind, "@sofa": sofa, "begin": begin, "end": end}))
        };
        for sentence in sentence_spans(document) {
            if let Some(range) = map.range_of(sentence, Unit::Utf16) {
                self.add(None, at(SENTENCE, range.start, range.end));
            }
        }
        for token in tokens(document, Unit::Utf16) {
            self.add(None, at(TOKEN, token.start, token.end));
        }
    }

    fn add_title(&mut self, document: &Document, is_new: bool) {
        let sofa = json!(self.sofa);
        let is_it =
            |one: &&mut Structure| one.get("%TYPE") == Some(&json!(META)) && one.get("@sofa") == Some(&sofa);
        match self.structures.iter_mut().find(is_it) {
            Some(meta) if text(&Json::Object(meta.clone()), "documentTitle") == document.title => {}
            Some(meta) => {
                meta.insert("documentTitle".into(), json!(document.title));
            }
            None if is_new || !document.title.is_empty() => {
                let end = OffsetMap::new(document.text()).len(Unit::Utf16);
                let meta = json!({"%TYPE": META, "@sofa": self.sofa, "begin": 0, "end": end,
                    "language": "x-unspecified", "documentTitle": document.title,
                    "documentId": document.id.0.to_string()});
                self.add(None, fields(meta));
            }
            None => {}
        }
    }

    /// Whether a type of the file has a feature.
    fn has(&self, kind: &str, feature: &str) -> bool {
        self.types.is_some_and(|types| types.get(kind).is_some_and(|kind| kind.get(feature).is_some()))
    }

    fn add_mark(&mut self, row: &Row<'_>, entity_name: Option<&str>) -> i64 {
        let annotation = row.annotation;
        let label = annotation.label.as_str();
        let kept = kept_of(&annotation.extra, NAME);
        let layer = kept.and_then(|kept| Some((kept.get("layer")?.as_str()?, features(kept))));
        let is_known = |kind: &str| self.types.is_some_and(|types| types.contains_key(kind));
        let has_layer = layer.as_ref().is_some_and(|layer| is_known(layer.0));
        let (kind, mut all) = layer.filter(|(kind, _)| is_known(kind)).unwrap_or((ENTITY, Map::new()));
        let is_ours = kind == ENTITY && all.is_empty() && !has_layer;
        let (kind, mut all) = if is_ours || named(&Json::Object(all.clone()), &LABELS, kind) == label {
            (kind, all)
        } else {
            // Another label, where the layer has a place for one.
            let has = |feature: &&&str| all.contains_key(**feature) || self.has(kind, feature);
            match LABELS.iter().find(has) {
                Some(feature) => {
                    all.insert((*feature).to_owned(), json!(label));
                    (kind, all)
                }
                None => (ENTITY, Map::new()),
            }
        };
        if kind == ENTITY && all.is_empty() && named(&json!({}), &LABELS, kind) != label {
            all.insert("value".into(), json!(label));
        }
        // A chain says by itself which marks are in it.
        let is_link = kept.is_some_and(|kept| kept.contains_key("chain"));
        let entity = annotation.entity.as_ref().filter(|id| !is_link || !self.chains.contains(&*id.0));
        if let Some(id) = entity {
            let is_same = all.get("identifier").is_some_and(|known| text_of(known) == *id.0);
            if !is_same {
                all.insert("identifier".into(), json!(&*id.0));
            }
        } else {
            all.shift_remove("identifier");
        }
        let entity_name = entity_name.filter(|_| annotation.entity.is_some());
        all.extend(entity_name.map(|name| ("entityName".to_owned(), json!(name))));
        if annotation.status != Status::Accepted {
            all.insert("status".into(), json!(annotation.status.code()));
        }
        if !annotation.note.is_empty() {
            all.insert("note".into(), json!(annotation.note));
        }
        if let Some(value) = &annotation.value {
            all.insert("meaning".into(), json!(value_to_json(value).to_string()));
        }
        let mut structure =
            fields(json!({"%TYPE": kind, "@sofa": self.sofa, "begin": row.start, "end": row.end}));
        structure.extend(all);
        self.add(own_id(&annotation.extra), structure)
    }

    /// Gives the links of slots the roles that their relations have by now, and takes out those that are `absent`. A link
    /// without a role is of its slot's name.
    fn fill_slots(&mut self, roles: &HashMap<i64, &str>, absent: &HashSet<i64>) {
        self.structures.retain_mut(|one| {
            let Some(id) = one.get("%ID").and_then(Json::as_i64) else { return true };
            if let Some(role) = roles.get(&id).filter(|_| one.contains_key("role")) {
                one.insert("role".into(), json!(role));
            }
            !absent.contains(&id)
        });
    }

    fn add_relation(&mut self, relation: &Relation, from: i64, (end, to): (&Row<'_>, i64)) {
        let kept = kept_of(&relation.extra, NAME);
        let layer = kept.and_then(|kept| {
            let kind = kept.get("layer")?.as_str()?;
            let [Json::String(from), Json::String(to)] = kept.get("ends")?.as_array()?.as_slice() else {
                return None;
            };
            let mut all = features(kept);
            if named(&Json::Object(all.clone()), &KINDS, kind) != *relation.kind {
                let has = |feature: &&&str| all.contains_key(**feature) || self.has(kind, feature);
                all.insert((*KINDS.iter().find(has)?).to_owned(), json!(&*relation.kind));
            }
            Some((kind, from.as_str(), to.as_str(), all))
        });
        let is_known = |kind: &str| self.types.is_some_and(|types| types.contains_key(kind));
        let ours = || {
            let label = fields(json!({"label": &*relation.kind}));
            (RELATION, "@Governor", "@Dependent", label)
        };
        let (kind, source, target, all) = layer.filter(|layer| is_known(layer.0)).unwrap_or_else(ours);
        let mut structure =
            fields(json!({"%TYPE": kind, "@sofa": self.sofa, "begin": end.start, "end": end.end}));
        structure.extend(all);
        structure.insert(source.to_owned(), json!(from));
        structure.insert(target.to_owned(), json!(to));
        self.add(own_id(&relation.extra), structure);
    }

    fn written(mut self, kept: Option<&Map<String, Json>>) -> String {
        let next = kept.and_then(|kept| kept.get("next")?.as_object());
        self.forget_absent(next);
        let id = |one: &Structure| one.get("%ID").and_then(Json::as_i64).unwrap_or_default();
        self.structures.sort_by_key(|one| (one.get("%TYPE") != Some(&json!(SOFA)), id(one)));
        let here: HashSet<i64> = self.structures.iter().map(id).collect();
        let mut views = kept
            .and_then(|kept| kept.get("views")?.as_object().filter(|views| !views.is_empty()).cloned())
            .unwrap_or_else(|| fields(json!({"_InitialView": {"%SOFA": self.sofa, "%MEMBERS": []}})));
        for view in views.values_mut() {
            let is_ours = offset(view, "%SOFA") == self.sofa;
            let Some(Json::Array(members)) = view.get_mut("%MEMBERS") else { continue };
            members.retain(|member| member.as_i64().is_some_and(|id| here.contains(&id)));
            if is_ours {
                let known: HashSet<i64> = members.iter().filter_map(Json::as_i64).collect();
                members.extend(self.members.iter().filter(|id| !known.contains(*id)).map(|id| json!(id)));
            }
        }
        let types = completed(self.types, &self.structures);
        let file = json!({"%TYPES": types, "%FEATURE_STRUCTURES": self.structures, "%VIEWS": views});
        file.to_string() + "\n"
    }

    /// Takes out what refers to marks that are no more. A chain goes on behind one.
    fn forget_absent(&mut self, next: Option<&Map<String, Json>>) {
        let followed = |here: &HashSet<i64>, id: i64| {
            let mut seen = HashSet::new();
            let mut at = id;
            while !here.contains(&at) && seen.insert(at) {
                at = next?.get(&at.to_string())?.as_i64()?;
            }
            here.contains(&at).then_some(at)
        };
        loop {
            let here: HashSet<i64> =
                self.structures.iter().filter_map(|one| one.get("%ID")?.as_i64()).collect();
            let count = self.structures.len();
            self.structures.retain_mut(|one| {
                let is_array = one.get("%TYPE").and_then(Json::as_str);
                let is_array =
                    is_array.is_some_and(|kind| kind == "uima.cas.FSArray" || kind.ends_with("[]"));
                if let Some(Json::Array(all)) = one.get_mut("%ELEMENTS").filter(|_| is_array) {
                    all.retain(|id| id.as_i64().is_none_or(|id| here.contains(&id)));
                }
                let mut is_whole = true;
                one.retain(|name, value| {
                    let Some(id) = value.as_i64().filter(|_| name.starts_with('@')) else { return true };
                    let found = followed(&here, id);
                    if let Some(found) = found.filter(|found| *found != id) {
                        *value = json!(found);
                    }
                    is_whole &= found.is_some();
                    found.is_some()
                });
                // What has no place of its own and leads nowhere is nothing any more.
                is_whole || one.contains_key("begin")
            });
            if self.structures.len() == count {
                return;
            }
        }
    }
}

fn fields(json: Json) -> Structure {
    match json {
        Json::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn text_of(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}
