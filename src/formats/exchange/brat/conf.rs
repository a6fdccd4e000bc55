//! `annotation.conf`: which types the files of a folder use, without which brat shows them as errors.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value as Json;

use super::{CONTINUES, ID, NAME, kept, kept_lines, word};
use crate::annotation::Status;
use crate::document::Document;

/// The types of some documents, as brat's configuration has them.
pub(in crate::formats) fn annotation_conf<'d>(documents: impl IntoIterator<Item = &'d Document>) -> String {
    let mut types = Types::default();
    for document in documents {
        types.add(document);
    }
    types.written()
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
