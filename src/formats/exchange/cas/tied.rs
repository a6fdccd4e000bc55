//! Slots and chains, which tie marks through structures that have no place of their own.
//!
//! ```text
//! slot  = host "@" feature -> array; array "%ELEMENTS" { link }; link [ "role" text ] "@target" mark
//! chain = "@first" mark; mark [ "@next" mark ]
//! ```
//!
//! A slot is shown as a relation from its host to its target, a chain as the entity that its marks name. The structures are
//! kept as they are; when a file is written, those of relations that are no more are left out, and chains are made of the
//! marks that name their entity by then.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json, json};

use super::NAME;
use crate::formats::exchange::draft::Link;
use crate::formats::exchange::fields::{kept, list, offset, text};

/// The structures of a file, by their ids.
pub(super) type Structures<'f> = HashMap<i64, &'f Json>;

/// What fills the slots of marks: a relation for each link whose host and target are marks.
pub(super) fn slots(structures: &[(i64, &Json)], marked: &Structures<'_>) -> Vec<Link> {
    let all: Structures<'_> = structures.iter().copied().collect();
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for (host, structure) in structures.iter().filter(|(id, _)| marked.contains_key(id)) {
        for (feature, array) in structure.as_object().into_iter().flatten() {
            let Some(slot) = feature.strip_prefix('@') else { continue };
            let Some(array) = array.as_i64().and_then(|id| all.get(&id)) else { continue };
            for id in list(array, "%ELEMENTS").iter().filter_map(Json::as_i64) {
                let Some(link) = all.get(&id).filter(|_| !marked.contains_key(&id)) else { continue };
                let target = offset(link, "@target");
                if marked.contains_key(&target) && seen.insert(id) {
                    let role = text(link, "role");
                    found.push(Link {
                        key: super::key(id),
                        kind: if role.is_empty() { slot.to_owned() } else { role },
                        from: super::key(*host),
                        to: super::key(target),
                        extra: kept(NAME, Map::from_iter([("slot".to_owned(), json!(id))])),
                    });
                }
            }
        }
    }
    found
}

/// The chain that each mark is in, by the mark's id: what its entity is called, and where in the chain the mark stands.
pub(super) fn chains(structures: &[(i64, &Json)], marked: &Structures<'_>) -> HashMap<i64, (String, usize)> {
    let mut found = HashMap::new();
    for (id, chain) in
        structures.iter().filter(|(id, one)| one.get("@first").is_some() && !marked.contains_key(id))
    {
        let mut at = offset(chain, "@first");
        let mut nth = 0;
        while let Some(mark) = marked.get(&at).filter(|_| !found.contains_key(&at)) {
            found.insert(at, (entity(&text(chain, "%TYPE"), *id), nth));
            at = offset(mark, "@next");
            nth += 1;
        }
    }
    found
}

/// What the entity of a chain is called.
pub(super) fn entity(kind: &str, id: i64) -> String {
    format!("{}:{id}", kind.rsplit('.').next().unwrap_or(kind))
}

/// A mark of a chain on its way into a file.
pub(super) struct Member {
    /// The id of its structure.
    pub(super) id: i64,
    /// The chain that it came from, and where in it the mark stood.
    pub(super) from: (String, u64),
    pub(super) start: usize,
    /// The entity that it names now.
    pub(super) entity: Option<String>,
}

/// Ties chains anew: of the marks that name their entity, in the order that they had, then by place.
pub(super) fn tie(structures: &mut Vec<Map<String, Json>>, members: &[Member]) {
    let id = |one: &Map<String, Json>| one.get("%ID").and_then(Json::as_i64).unwrap_or_default();
    let mut next: HashMap<i64, Option<i64>> = members.iter().map(|member| (member.id, None)).collect();
    let known: HashSet<&str> = members.iter().map(|member| member.from.0.as_str()).collect();
    let mut by_entity: HashMap<&str, Vec<&Member>> = HashMap::new();
    for member in members {
        if let Some(entity) = &member.entity {
            by_entity.entry(entity).or_default().push(member);
        }
    }
    structures.retain_mut(|one| {
        if !one.contains_key("@first") || next.contains_key(&id(one)) {
            return true;
        }
        let name = entity(one.get("%TYPE").and_then(Json::as_str).unwrap_or_default(), id(one));
        if !known.contains(&*name) {
            // Its marks are none of ours.
            return true;
        }
        let mut here = by_entity.get(&*name).cloned().unwrap_or_default();
        here.sort_by_key(|it| (if it.from.0 == name { it.from.1 } else { u64::MAX }, it.start));
        for (member, behind) in here.iter().zip(here.iter().skip(1)) {
            next.insert(member.id, Some(behind.id));
        }
        let Some(first) = here.first() else { return false };
        one.insert("@first".to_owned(), json!(first.id));
        true
    });
    for one in structures {
        match next.get(&id(one)) {
            Some(Some(behind)) => {
                one.insert("@next".to_owned(), json!(behind));
            }
            Some(None) => {
                one.shift_remove("@next");
            }
            None => {}
        }
    }
}
