//! Writes an `.ann` file.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;

use serde_json::Value as Json;

use super::{CONTINUES, ID, NAME, NOTE, kept, kept_lines, word};
use crate::annotation::{Annotation, Extra, Status};
use crate::document::Document;
use crate::formats::entity_names;
use crate::formats::exchange::rows::{links, rows};
use crate::formats::newsmark::value_to_json;
use crate::text::{Unit, sorted_set};

/// See the module.
pub(super) fn write(document: &Document) -> String {
    let rows = rows(document, Unit::CodePoint, true);
    let links = links(document, &rows);
    let names = entity_names(document);
    // Fragments go into the line of the first of them.
    let next: HashMap<usize, usize> = links
        .iter()
        .filter(|(relation, from, to)| &*relation.kind == CONTINUES && from != to)
        .map(|(_, from, to)| (*from, *to))
        .collect();
    let later = sorted_set(next.values().copied());
    let mut ids = Ids::default();
    // What comes from brat keeps its ids; all else gets those that are free.
    let own = |extra: &Extra| extra.get(ID).and_then(Json::as_str).map(str::to_owned);
    let marked: Vec<Option<String>> =
        rows.iter().map(|row| own(&row.annotation.extra).filter(|id| ids.take('T', id))).collect();
    let here: HashSet<String> = marked.iter().flatten().cloned().collect();
    let related = links.iter().filter_map(|(relation, ..)| own(&relation.extra));
    let here = here.into_iter().chain(related).collect();
    let lines = kept::standing(kept_lines(document), &here);
    for line in &lines {
        ids.used.insert(kept::id_of(line).to_owned());
    }
    let attributes = rows.iter().filter_map(|row| row.annotation.extra.get(NAME)?.as_array()).flatten();
    let attributes = attributes.filter_map(|kept| Some(kept.get("id")?.as_str()?.to_owned()));
    let notes = rows.iter().filter_map(|row| Some(row.annotation.extra.get(NOTE)?.as_str()?.to_owned()));
    ids.given.extend(attributes.chain(notes).chain(links.iter().filter_map(|(link, ..)| own(&link.extra))));
    let triggers = kept::triggers(&lines);
    let spans: Vec<String> = marked.into_iter().map(|id| id.unwrap_or_else(|| ids.next('T'))).collect();
    let span = |number: usize| spans.get(number.wrapping_sub(1)).map(String::as_str).unwrap_or_default();

    let mut out = String::new();
    for row in rows.iter().filter(|row| !later.contains(&row.number)) {
        let annotation = row.annotation;
        let mut fragments = fragments(row.start, row.quote);
        let (mut at, mut seen) = (row.number, BTreeSet::from([row.number]));
        while let Some(number) = next.get(&at).filter(|number| seen.insert(**number)) {
            if let Some(more) = rows.get(number - 1) {
                fragments.extend(self::fragments(more.start, more.quote));
            }
            at = *number;
        }
        let places: Vec<String> = fragments
            .iter()
            .map(|(start, text)| format!("{start} {}", start + text.chars().count()))
            .collect();
        let text: Vec<&str> = fragments.iter().map(|(_, text)| *text).collect();
        let id = span(row.number);
        let _ = writeln!(
            out,
            "{id}\t{} {}\t{}",
            word(annotation.label.as_str()),
            places.join(";"),
            text.join(" ").replace('\n', " ")
        );
        let entity =
            annotation.entity.as_ref().map(|id| (&*id.0, names.get(id).copied().unwrap_or_default()));
        say(&mut out, &mut ids, annotation, (id, triggers.contains(id)), entity);
    }
    for (relation, from, to) in links.iter().filter(|(relation, ..)| &*relation.kind != CONTINUES) {
        let id = own(&relation.extra).filter(|id| ids.take('R', id)).unwrap_or_else(|| ids.next('R'));
        let _ = writeln!(out, "{id}\t{} Arg1:{} Arg2:{}", word(&relation.kind), span(*from), span(*to));
    }
    for line in lines {
        let _ = writeln!(out, "{line}");
    }
    out
}

/// Writes what is said of a span.
fn say(
    out: &mut String,
    ids: &mut Ids,
    annotation: &Annotation,
    (span, is_trigger): (&str, bool),
    entity: Option<(&str, &str)>,
) {
    // What is accepted is told by standing there. A trigger has no attributes in brat, its event has.
    match annotation.status {
        Status::Accepted => {}
        status if is_trigger => {
            let _ = writeln!(out, "{}\tNewsmarkStatus {span}\t{}", ids.next('#'), status.code());
        }
        status => {
            let _ = writeln!(out, "{}\tStatus {span} {}", ids.next('A'), status.code());
        }
    }
    if let Some((id, name)) = entity {
        let _ = writeln!(out, "{}\tReference {span} newsmark:{}\t{}", ids.next('N'), word(id), line(name));
    }
    if let Some(value) = &annotation.value {
        let _ = writeln!(out, "{}\tNewsmarkValue {span}\t{}", ids.next('#'), value_to_json(value));
    }
    if !annotation.note.is_empty() {
        let own = annotation.extra.get(NOTE).and_then(Json::as_str).filter(|id| ids.take('#', id));
        let id = own.map_or_else(|| ids.next('#'), str::to_owned);
        let _ = writeln!(out, "{id}\tAnnotatorNotes {span}\t{}", line(&annotation.note));
    }
    for kept in annotation.extra.get(NAME).and_then(Json::as_array).into_iter().flatten() {
        let Some(name) = kept.get("name").and_then(Json::as_str) else { continue };
        let value = kept.get("value").and_then(Json::as_str);
        let value = value.map(|value| format!(" {value}")).unwrap_or_default();
        let given = kept.get("id").and_then(Json::as_str).map(str::to_owned);
        let id = given.filter(|id| ids.used.insert(id.clone())).unwrap_or_else(|| ids.next('A'));
        let _ = writeln!(out, "{id}\t{name} {span}{value}");
    }
}

/// The ids of a file, each given once.
#[derive(Default)]
struct Ids {
    used: HashSet<String>,
    /// Those that wait for what has them from the file.
    given: HashSet<String>,
    last: HashMap<char, usize>,
}

impl Ids {
    /// Whether this id is one of its kind, and free; then it is so no more.
    fn take(&mut self, kind: char, id: &str) -> bool {
        let is_one = id.strip_prefix(kind).is_some_and(|number| number.parse::<u64>().is_ok());
        is_one && self.used.insert(id.to_owned())
    }

    /// The next free id of a kind.
    fn next(&mut self, kind: char) -> String {
        loop {
            let last = self.last.entry(kind).or_insert(0);
            *last += 1;
            let id = format!("{kind}{last}");
            if !self.given.contains(&id) && self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// A text on one line.
fn line(text: &str) -> String {
    text.replace(['\n', '\t', '\r'], " ")
}

/// A quote in pieces that hold no line break, as brat wants it, each with its offset.
fn fragments(start: usize, quote: &str) -> Vec<(usize, &str)> {
    let mut at = start;
    let mut found = Vec::new();
    for piece in quote.split('\n') {
        if !piece.trim().is_empty() {
            found.push((at, piece));
        }
        at += piece.chars().count() + 1;
    }
    if found.is_empty() {
        found.push((start, quote));
    }
    found
}
