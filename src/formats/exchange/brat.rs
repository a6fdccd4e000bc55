//! brat's standoff files: a text and its annotations, `NAME.txt` and `NAME.ann`, in a zip archive
//! (<https://brat.nlplab.org/standoff.html>).
//!
//! ```text
//! file     = { line LF }
//! line     = span | relation | attribute | note | reference | other
//! span     = "T" n TAB label " " start " " end { ";" start " " end } TAB text
//! relation = "R" n TAB type " Arg1:" id " Arg2:" id
//! attribute = ( "A" | "M" ) n TAB name " " id [ " " value ]
//! note     = "#" n TAB kind " " id TAB text
//! reference = "N" n TAB "Reference " id " " resource ":" id TAB text
//! ```
//!
//! Offsets count code points. Each fragment of a discontinuous span is a mark of its own, joined to the one before by
//! a relation `continues`; they are one span again when written. Status is an attribute; note and value are notes;
//! an entity is a reference. Events and all other lines are kept and written again.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{Draft, Link, Mark};
use super::fields::kept_of;
use super::rows::{links, rows};
use crate::annotation::Status;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::Loss;
use crate::formats::entity_names;
use crate::formats::newsmark::value_to_json;
use crate::text::{OffsetMap, Unit, sorted_set};

/// See the module.
pub(in crate::formats) struct Brat;

const NAME: &str = "brat";
/// The relation from a fragment of a span to the next.
const CONTINUES: &str = "continues";

impl Codec for Brat {
    fn unit(&self) -> Unit {
        Unit::CodePoint
    }

    fn losses(&self) -> &'static [Loss] {
        &[
            Loss::Title,
            Loss::Source,
            Loss::Outlet,
            Loss::Published,
            Loss::Labels,
            Loss::Scores,
            Loss::Authors,
            Loss::Checks,
            Loss::Decisions,
            Loss::Unplaced,
        ]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    /// The `.ann` file.
    #[cold]
    fn write(&self, document: &Document) -> String {
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
        let mut out = String::new();
        let (mut attributes, mut notes, mut references) = (0, 0, 0);
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
            let n = row.number;
            let _ = writeln!(
                out,
                "T{n}\t{} {}\t{}",
                word(annotation.label.as_str()),
                places.join(";"),
                text.join(" ").replace('\n', " ")
            );
            attributes += 1;
            let _ = writeln!(out, "A{attributes}\tStatus T{n} {}", annotation.status.code());
            if let Some(id) = &annotation.entity {
                references += 1;
                let name = names.get(id).copied().unwrap_or_default();
                let _ =
                    writeln!(out, "N{references}\tReference T{n} newsmark:{}\t{}", word(&id.0), line(name));
            }
            if let Some(value) = &annotation.value {
                notes += 1;
                let _ = writeln!(out, "#{notes}\tNewsmarkValue T{n}\t{}", value_to_json(value));
            }
            if !annotation.note.is_empty() {
                notes += 1;
                let _ = writeln!(out, "#{notes}\tAnnotatorNotes T{n}\t{}", line(&annotation.note));
            }
            for kept in annotation.extra.get(NAME).and_then(Json::as_array).into_iter().flatten() {
                if let (Some(name), value) = (kept["name"].as_str(), kept["value"].as_str()) {
                    attributes += 1;
                    let value = value.map(|value| format!(" {value}")).unwrap_or_default();
                    let _ = writeln!(out, "A{attributes}\t{name} T{n}{value}");
                }
            }
        }
        let mut count = 0;
        for (relation, from, to) in links.iter().filter(|(relation, ..)| &*relation.kind != CONTINUES) {
            count += 1;
            let _ = writeln!(out, "R{count}\t{} Arg1:T{from} Arg2:T{to}", word(&relation.kind));
        }
        // Lines of the file that it came from, with the spans that they name under their new numbers.
        let kept = kept_of(&document.extra, NAME);
        let numbers: HashMap<String, usize> = rows
            .iter()
            .filter_map(|row| Some((row.annotation.extra.get("brat_id")?.as_str()?.to_owned(), row.number)))
            .collect();
        for kept in
            kept.and_then(|kept| kept.get("lines")?.as_array()).into_iter().flatten().filter_map(Json::as_str)
        {
            let _ = writeln!(out, "{}", renumbered(kept, &numbers));
        }
        out
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.archive().iter().any(|(name, _)| name.ends_with(".ann"))
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let files = sample.archive();
        let texts: HashMap<&str, &str> = files
            .iter()
            .filter_map(|(name, text)| Some((name.strip_suffix(".txt")?, text.as_str())))
            .collect();
        let mut drafts = Vec::new();
        for (name, annotations) in files {
            let Some(stem) = name.strip_suffix(".ann") else { continue };
            let Some(text) = texts.get(stem) else {
                return Err(wrong("brat", name.as_str(), format!("the archive has no {stem}.txt beside it")));
            };
            let mut draft = read(name, annotations, text)?;
            draft.text = Some((*text).to_owned());
            draft.id = stem.to_owned();
            draft.title = stem.rsplit('/').next().unwrap_or(stem).replace('_', " ");
            drafts.push(draft);
        }
        Ok(drafts)
    }
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

/// A name without white space.
fn word(name: &str) -> String {
    name.replace(char::is_whitespace, "_")
}

/// A text on one line.
fn line(text: &str) -> String {
    text.replace(['\n', '\t', '\r'], " ")
}

/// A kept line whose spans have other numbers now.
fn renumbered(line: &str, numbers: &HashMap<String, usize>) -> String {
    let mut out = String::new();
    let mut words = line.split_inclusive([' ', '\t', ':']);
    // The line's own id stays.
    out.push_str(words.next().unwrap_or_default());
    for part in words {
        let name = part.trim_end_matches([' ', '\t', ':']);
        match numbers.get(name) {
            Some(number) => {
                let _ = write!(out, "T{number}{}", &part[name.len()..]);
            }
            None => out.push_str(part),
        }
    }
    out
}

fn read(file: &str, text: &str, article: &str) -> Result<Draft, Error> {
    let map = OffsetMap::new(article);
    let mut draft = Draft { unit: Some(Unit::CodePoint), ..Draft::default() };
    let mut places = HashMap::<String, usize>::new();
    let mut kept = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        if !line.starts_with('T') {
            continue;
        }
        let bad = |reason: &str| wrong("brat", format!("{file}, line {}", index + 1), reason);
        let mut columns = line.splitn(3, '\t');
        let (Some(id), Some(place)) = (columns.next(), columns.next()) else {
            return Err(bad("a span has an id, a label with offsets, and its text, with tabs between them"));
        };
        let quote = columns.next().unwrap_or_default();
        let Some((label, offsets)) = place.split_once(' ') else {
            return Err(bad("the span has no offsets"));
        };
        let read = |fragment: &str| {
            let (start, end) = fragment.split_once(' ')?;
            Some((start.parse::<i64>().ok()?, end.parse::<i64>().ok()?))
        };
        let fragments: Option<Vec<(i64, i64)>> = offsets.split(';').map(read).collect();
        let Some(fragments) = fragments else { return Err(bad("an offset is no number")) };
        places.insert(id.to_owned(), draft.marks.len());
        for (nth, (start, end, own)) in with_quotes(fragments, quote, (article, &map)).into_iter().enumerate()
        {
            let key = if nth == 0 { id.to_owned() } else { format!("{id}.{nth}") };
            if nth > 0 {
                let before = if nth == 1 { id.to_owned() } else { format!("{id}.{}", nth - 1) };
                let link = Link {
                    key: format!("{key} continues"),
                    kind: CONTINUES.into(),
                    from: before,
                    to: key.clone(),
                    ..Link::default()
                };
                draft.links.push(link);
            }
            let mut mark = Mark { key, start, end, quote: own, label: label.to_owned(), ..Mark::default() };
            if nth == 0 {
                mark.extra.insert("brat_id".into(), json!(id));
            }
            draft.marks.push(mark);
        }
    }
    for line in text.lines().map(|line| line.trim_end_matches('\r')) {
        match line.chars().next() {
            None | Some('T') => {}
            Some('R') if relation(line, &places).is_some() => draft.links.extend(relation(line, &places)),
            Some('A' | 'M' | '#' | 'N') if attach(line, &places, &mut draft.marks) => {}
            Some(_) if line.trim().is_empty() => {}
            Some(_) => kept.push(json!(line)),
        }
    }
    if !kept.is_empty() {
        draft.extra.insert(NAME.into(), json!({"lines": kept}));
    }
    Ok(draft)
}

/// Fragments with their words. Two with nothing but white space between them are one: brat's spans do not
/// go over line ends.
fn with_quotes(
    fragments: Vec<(i64, i64)>,
    quote: &str,
    (article, map): (&str, &OffsetMap<'_>),
) -> Vec<(i64, i64, String)> {
    let slice = |start: i64, end: i64| {
        let span = map.span_of(usize::try_from(start).ok()?, usize::try_from(end).ok()?, Unit::CodePoint)?;
        span.slice(article)
    };
    let mut rest = quote;
    let last = fragments.len() - 1;
    let mut found: Vec<(i64, i64, String)> = Vec::new();
    for (nth, (start, end)) in fragments.into_iter().enumerate() {
        let len = usize::try_from(end.saturating_sub(start)).unwrap_or(0);
        let cut = rest.char_indices().nth(len).map_or(rest.len(), |(at, _)| at);
        let (own, behind) = rest.split_at(if nth == last { rest.len() } else { cut });
        rest = behind.strip_prefix(' ').unwrap_or(behind);
        let joins = |before: &&mut (i64, i64, String)| {
            slice(before.1, start).is_some_and(|between| between.contains('\n') && between.trim().is_empty())
        };
        match found.last_mut().filter(joins) {
            Some(before) => {
                before.2 = format!("{}{}{own}", before.2, slice(before.1, start).unwrap_or_default());
                before.1 = end;
            }
            // White space alone may be a line break, which stands there as a space.
            None => {
                found.push((start, end, if own.trim().is_empty() { String::new() } else { own.to_owned() }))
            }
        }
    }
    found
}

/// A relation between two spans; one between events is kept as a line.
fn relation(line: &str, places: &HashMap<String, usize>) -> Option<Link> {
    let (id, rest) = line.split_once('\t')?;
    let mut words = rest.split_whitespace();
    let kind = words.next()?;
    let mut end = || {
        let (_, id) = words.next()?.split_once(':')?;
        places.contains_key(id).then(|| id.to_owned())
    };
    let (from, to) = (end()?, end()?);
    Some(Link { key: format!("relation {id}"), kind: kind.to_owned(), from, to, ..Link::default() })
}

/// Puts what is said of a span to its mark; `false` where it is of something else.
fn attach(line: &str, places: &HashMap<String, usize>, marks: &mut [Mark]) -> bool {
    let mut columns = line.splitn(3, '\t');
    let (Some(id), Some(head)) = (columns.next(), columns.next()) else { return false };
    let text = columns.next().unwrap_or_default();
    let mut words = head.splitn(3, ' ');
    let (Some(name), Some(target)) = (words.next(), words.next()) else { return false };
    let value = words.next();
    let Some(mark) = places.get(target).and_then(|place| marks.get_mut(*place)) else { return false };
    match (id.chars().next(), name) {
        (Some('#'), "AnnotatorNotes") => mark.note = text.to_owned(),
        (Some('#'), "NewsmarkValue") => mark.value = serde_json::from_str(text).ok(),
        (Some('A'), "Status") if value.is_some() => {
            let status = Status::ALL.into_iter().find(|status| Some(status.code()) == value);
            mark.status = status.unwrap_or(mark.status);
        }
        (Some('N'), "Reference") if value.is_some_and(|value| value.starts_with("newsmark:")) => {
            let id = value.and_then(|value| value.strip_prefix("newsmark:")).unwrap_or_default();
            mark.entity = Some((id.to_owned(), text.to_owned()));
        }
        (Some('A' | 'M'), _) => {
            let list = mark.extra.entry(NAME).or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(json!({"name": name, "value": value}));
            }
        }
        _ => return false,
    }
    true
}
