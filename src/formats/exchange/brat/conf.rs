//! `annotation.conf`: which types the files of a folder use, without which brat shows them as errors.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value as Json;

use super::{CONTINUES, ID, NAME, kept, kept_lines, word};
use crate::annotation::Status;
use crate::document::Document;
use crate::formats::exchange::fields::kept_of;

/// The types of some documents, as brat's configuration has them: as it came with them, with what it lacks.
pub(in crate::formats) fn annotation_conf<'d>(documents: impl IntoIterator<Item = &'d Document>) -> String {
    let mut types = Types::default();
    let mut given: Vec<&str> = Vec::new();
    for document in documents {
        types.add(document);
        let kept = kept_of(&document.extra, NAME).and_then(|kept| kept.get("conf")?.as_str());
        given.extend(kept.filter(|kept| !given.contains(kept)));
    }
    let Some((first, others)) = given.split_first() else { return types.written() };
    let own = types.written();
    let mut conf = Sections::read(first);
    others.iter().copied().chain([own.as_str()]).for_each(|other| conf.complete(&Sections::read(other)));
    conf.written()
}

/// A configuration by its sections, as it is written.
struct Sections<'c> {
    /// The name of each, empty for what stands before the first, and its lines.
    all: Vec<(&'c str, Vec<&'c str>)>,
}

impl<'c> Sections<'c> {
    fn read(conf: &'c str) -> Sections<'c> {
        let mut all = vec![("", Vec::new())];
        for line in conf.lines() {
            match line.trim().strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => all.push((name, vec![line])),
                None => all.last_mut().into_iter().for_each(|(_, lines)| lines.push(line)),
            }
        }
        Sections { all }
    }

    /// What a line defines; types below others are set in by tabs, and those that are no choice have a sign before them.
    fn name(line: &str) -> Option<&str> {
        let line = line.trim_start().trim_start_matches('!');
        line.split([' ', '\t']).next().filter(|name| !name.is_empty() && !name.starts_with(['#', '<', '[']))
    }

    /// Adds what another configuration defines and this one does not.
    fn complete(&mut self, other: &Sections<'c>) {
        for (section, lines) in other.all.iter().skip(1) {
            let known = self.all.iter().filter(|(name, _)| name == section);
            let known: BTreeSet<&str> =
                known.flat_map(|(_, lines)| lines.iter().filter_map(|line| Self::name(line))).collect();
            let new: Vec<&str> = lines
                .iter()
                .copied()
                .filter(|line| Self::name(line).is_some_and(|name| !known.contains(name)))
                .collect();
            if new.is_empty() {
                continue;
            }
            match self.all.iter_mut().find(|(name, _)| name == section) {
                Some((_, lines)) => {
                    let end = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
                    lines.splice(end..end, new);
                }
                None => {
                    self.all.push((section, [vec![lines.first().copied().unwrap_or_default()], new].concat()))
                }
            }
        }
    }

    fn written(&self) -> String {
        self.all.iter().flat_map(|(_, lines)| lines).map(|line| format!("{line}\n")).collect()
    }
}

/// See the module.
#[derive(Default)]
struct Types {
    entities: BTreeSet<String>,
    relations: BTreeSet<String>,
    /// With the roles of their arguments.
    events: BTreeMap<String, BTreeSet<String>>,
    /// With the values that they have, if any.
    attributes: BTreeMap<String, BTreeSet<String>>,
}

impl Types {
    fn add(&mut self, document: &Document) {
        let lines: Vec<String> = kept_lines(document).map(str::to_owned).collect();
        let triggers = kept::triggers(&lines);
        for annotation in document.annotations() {
            let id = annotation.extra.get(ID).and_then(Json::as_str);
            if !id.is_some_and(|id| triggers.contains(id)) {
                self.entities.insert(word(annotation.label.as_str()));
            }
            if annotation.status != Status::Accepted {
                self.attribute("Status", Some(annotation.status.code()));
            }
            for kept in annotation.extra.get(NAME).and_then(Json::as_array).into_iter().flatten() {
                if let Some(name) = kept.get("name").and_then(Json::as_str) {
                    self.attribute(name, kept.get("value").and_then(Json::as_str));
                }
            }
        }
        let related = document.relations().iter().filter(|relation| &*relation.kind != CONTINUES);
        self.relations.extend(related.map(|relation| word(&relation.kind)));
        for line in &lines {
            let Some((id, head)) = line.split_once('\t') else { continue };
            let mut words = head.split([' ', '\t']);
            let Some(name) = words.next().and_then(|first| first.split(':').next()) else { continue };
            match id.chars().next() {
                Some('E') => {
                    let role = |word: &str| {
                        let (role, _) = word.split_once(':')?;
                        Some(role.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned())
                    };
                    self.events.entry(name.to_owned()).or_default().extend(words.filter_map(role));
                }
                Some('A' | 'M') => self.attribute(name, words.nth(1)),
                Some('R') => {
                    self.relations.insert(name.to_owned());
                }
                _ => {}
            }
        }
    }

    fn attribute(&mut self, name: &str, value: Option<&str>) {
        self.attributes.entry(name.to_owned()).or_default().extend(value.map(str::to_owned));
    }

    fn written(&self) -> String {
        let mut out = String::from("[entities]\n");
        for entity in &self.entities {
            let _ = writeln!(out, "{entity}");
        }
        out.push_str("\n[relations]\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n");
        for relation in &self.relations {
            let _ = writeln!(out, "{relation}\tArg1:<ANY>, Arg2:<ANY>");
        }
        out.push_str("\n[events]\n");
        for (event, roles) in &self.events {
            let roles: Vec<String> = roles.iter().map(|role| format!("{role}*:<ANY>")).collect();
            let _ = writeln!(out, "{}", [event.as_str(), &roles.join(", ")].join("\t").trim_end());
        }
        out.push_str("\n[attributes]\n");
        for (attribute, values) in &self.attributes {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let values =
                if values.is_empty() { String::new() } else { format!(", Value:{}", values.join("|")) };
            let _ = writeln!(out, "{attribute}\tArg:<ANY>{values}");
        }
        out
    }
}
