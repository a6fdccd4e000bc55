//! The rows of the CoNLL-U file that an article is from, kept in its document and written again: all columns and comments stay,
//! and of the last column what is not about names. Where marks have changed, the names of their words do.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value as Json, json};

use super::UNIVERSAL;
use super::entity::{opening, relabelled};
use super::rows::{Article, FIELDS, articles};
use crate::annotation::Extra;
use crate::document::Document;
use crate::formats::exchange::fields::kept_of_text;
use crate::formats::exchange::rows::{Row, flat, rows};
use crate::text::Unit;

/// What is kept of an article: nothing, where its rows say no more than we would write.
pub(super) fn fields(article: &Article) -> Extra {
    let is_plain = |line: &String| match line.strip_prefix("# ") {
        Some(comment) => ["newdoc id", "sent_id", "text"].iter().any(|name| comment.starts_with(name)),
        None => {
            let columns: Vec<&str> = line.split('\t').collect();
            let misc = columns.last().copied().unwrap_or_default();
            let known = |field: &str| {
                ["_", "SpaceAfter=No"].contains(&field)
                    || field.starts_with("NE=")
                    || field.starts_with("SpacesAfter=")
            };
            let is_number = columns.first().is_some_and(|id| id.parse::<usize>().is_ok());
            let is_bare = columns.iter().skip(2).take(7).all(|column| *column == "_");
            line.is_empty() || is_number && is_bare && misc.split('|').all(known)
        }
    };
    if article.places.is_empty() || article.lines.iter().all(is_plain) {
        return Extra::new();
    }
    let rows = article.lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let mut kept = Extra::from_iter([("rows".to_owned(), json!(rows))]);
    kept.extend(article.header.as_ref().map(|header| ("header".to_owned(), json!(header))));
    kept
}

/// The rows of a document as they were, but for what has changed; `None` where none are kept, or the text has changed.
pub(super) fn written(document: &Document) -> Option<String> {
    let kept = kept_of_text(document, UNIVERSAL)?;
    let header = kept.get("header").and_then(Json::as_str);
    let (articles, _) = articles(kept.get("rows")?.as_str()?, header).ok()?;
    let [article] = articles.as_slice() else { return None };
    let rows = rows(document, Unit::Byte, false);
    let changes = Changes::new(article, &rows);
    let mut lines = article.lines.clone();
    changes.tag(article, &rows, &mut lines);
    changes.mention(article, &rows, &mut lines);
    let end = if lines.last().is_some_and(|line| !line.is_empty()) { "\n" } else { "" };
    Some(lines.iter().map(|line| format!("{line}\n")).collect::<String>() + end)
}

/// What has become of the marks of the rows.
struct Changes {
    /// For each of them the mark of the document, if it is still there, perhaps with another label.
    now: Vec<Option<usize>>,
    /// The marks of the document that are new.
    added: Vec<usize>,
    /// Those of the rows that are told by brackets, and not by tags.
    bracketed: BTreeSet<usize>,
    /// Whether new ones are told by brackets.
    has_brackets: bool,
}

impl Changes {
    fn new(article: &Article, rows: &[Row<'_>]) -> Changes {
        let bracketed: BTreeSet<usize> =
            article.entities.pieces.iter().filter_map(|piece| piece.mark).collect();
        let has_brackets = !bracketed.is_empty() || article.header.is_some();
        let mut left: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
        for (number, row) in rows.iter().enumerate() {
            left.entry((row.start as i64, row.end as i64)).or_default().push(number);
        }
        let label = |number: usize| rows.get(number).map_or("", |row| row.annotation.label.as_str());
        let mut now = vec![None; article.words.marks.len()];
        // The same label at the same place; then, in brackets, another one there.
        for is_same in [true, false] {
            for (number, mark) in article.words.marks.iter().enumerate() {
                let Some(slot) = now.get_mut(number).filter(|now| now.is_none()) else { continue };
                let Some(here) = left.get_mut(&(mark.start, mark.end)) else { continue };
                let found = match is_same {
                    true => here.iter().position(|row| label(*row) == mark.label),
                    false => (bracketed.contains(&number) && !here.is_empty()).then_some(0),
                };
                *slot = found.map(|at| here.remove(at));
            }
        }
        let mut added: Vec<usize> = left.into_values().flatten().collect();
        added.sort_unstable();
        Changes { now, added, bracketed, has_brackets }
    }

    /// Puts tags in order.
    fn tag(&self, article: &Article, rows: &[Row<'_>], lines: &mut [String]) {
        let old: Vec<(usize, &_)> = article
            .words
            .marks
            .iter()
            .enumerate()
            .filter(|(number, _)| !self.bracketed.contains(number))
            .collect();
        let mut wanted: BTreeSet<usize> =
            old.iter().filter_map(|(number, _)| self.now.get(*number).copied().flatten()).collect();
        if !self.has_brackets {
            wanted.extend(&self.added);
        }
        let tagged: Vec<Row<'_>> = wanted.iter().filter_map(|number| rows.get(*number).cloned()).collect();
        let marks = flat(&tagged);
        let written = |name: &&&str| lines.iter().any(|line| field(line, name).is_some());
        let usual = FIELDS.iter().find(written).copied().unwrap_or(FIELDS[0]);
        let has_outside = lines.iter().any(|line| field(line, usual) == Some("O"));
        let mut before = None;
        for (line, (start, end)) in article.places.iter().copied() {
            let at = old.partition_point(|(_, mark)| mark.end <= start);
            let was = old.get(at).filter(|(_, mark)| mark.start < end);
            let at = marks.partition_point(|row| (row.end as i64) <= start);
            let is = marks.get(at).filter(|row| (row.start as i64) < end);
            let was =
                was.and_then(|(number, _)| self.now.get(*number).copied().flatten().or(Some(usize::MAX)));
            let tag = is.map(|row| {
                let letter = if before == Some(row.number) { "I" } else { "B" };
                format!("{letter}-{}", row.annotation.label.as_str().replace(char::is_whitespace, "_"))
            });
            before = is.map(|row| row.number);
            if was == is.map(|row| row.number - 1) {
                continue;
            }
            let Some(line) = lines.get_mut(line) else { continue };
            let tag = tag.or_else(|| has_outside.then(|| "O".to_owned()));
            let mut names: Vec<&str> =
                FIELDS.into_iter().filter(|name| field(line, name).is_some()).collect();
            if names.is_empty() {
                names.push(usual);
            }
            for name in names {
                set_field(line, name, tag.as_deref());
            }
        }
    }

    /// Puts brackets in order.
    fn mention(&self, article: &Article, rows: &[Row<'_>], lines: &mut [String]) {
        let label = |number: usize| bare(rows.get(number).map_or("", |row| row.annotation.label.as_str()));
        let header = article.header.as_deref();
        let mut changed = BTreeSet::new();
        let mut at_line: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for piece in &article.entities.pieces {
            let was = piece.mark.and_then(|mark| Some((article.words.marks.get(mark)?, self.now.get(mark)?)));
            let written = match was {
                Some((_, None)) => None,
                Some((mark, Some(row)))
                    if piece.written.starts_with('(') && label(*row) != bare(&mark.label) =>
                {
                    Some(relabelled(&piece.written, header, &label(*row)))
                }
                _ => Some(piece.written.clone()),
            };
            if written.as_ref() != Some(&piece.written) {
                changed.insert(piece.line);
            }
            at_line.entry(piece.line).or_default().extend(written);
        }
        if self.has_brackets {
            let ids = article.words.marks.iter().filter_map(|mark| Some(mark.entity.as_ref()?.0.as_str()));
            let known: BTreeSet<&str> = ids.collect();
            let mut last = known.iter().filter_map(|id| id.parse::<usize>().ok()).max().unwrap_or(0);
            let mut given: HashMap<String, String> = HashMap::new();
            for number in &self.added {
                let Some(row) = rows.get(*number) else { continue };
                let (start, end) = (row.start as i64, row.end as i64);
                // Places stand in order.
                let from = article.places.partition_point(|(_, place)| place.1 <= start);
                let to = article.places.partition_point(|(_, place)| place.0 < end);
                let over = article.places.get(from..to).unwrap_or_default();
                let (Some((first, _)), Some((last_line, _))) = (over.first(), over.last()) else { continue };
                let entity = row.annotation.entity.as_ref().map(|id| id.0.to_string());
                let mut fresh = || {
                    last += 1;
                    last.to_string()
                };
                let id = match entity {
                    Some(id) if known.contains(id.as_str()) => id,
                    Some(id) => given.entry(id).or_insert_with(fresh).clone(),
                    None => fresh(),
                };
                let open = opening(&id, header, &label(*number));
                changed.extend([*first, *last_line]);
                let pieces = at_line.entry(*first).or_default();
                if first == last_line {
                    pieces.push(open + ")");
                } else {
                    pieces.push(open);
                    at_line.entry(*last_line).or_default().insert(0, format!("{id})"));
                }
            }
        }
        for line in changed {
            let pieces = at_line.get(&line).map(|pieces| pieces.concat()).unwrap_or_default();
            if let Some(line) = lines.get_mut(line) {
                set_field(line, "Entity", Some(pieces.as_str()).filter(|pieces| !pieces.is_empty()));
            }
        }
    }
}

/// A label as it stands in brackets.
fn bare(label: &str) -> String {
    label.replace(|c: char| c.is_whitespace() || "-()|=".contains(c), "_")
}

/// A field of the last column of a row.
fn field<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let (_, misc) = line.rsplit_once('\t')?;
    let mut fields = misc.split('|').filter_map(|field| field.split_once('='));
    fields.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Gives a field of the last column another value, or takes it out.
fn set_field(line: &mut String, name: &str, value: Option<&str>) {
    let Some((rest, misc)) = line.rsplit_once('\t') else { return };
    let is_it = |field: &str| field.split_once('=').is_some_and(|(known, _)| known == name);
    let new = value.map(|value| format!("{name}={value}"));
    let is_there = misc.split('|').any(is_it);
    let mut fields: Vec<&str> = Vec::new();
    for field in misc.split('|').filter(|field| *field != "_") {
        match is_it(field) {
            true => fields.extend(new.as_deref()),
            false => fields.push(field),
        }
    }
    if !is_there {
        fields.extend(new.as_deref());
    }
    let misc = if fields.is_empty() { "_".to_owned() } else { fields.join("|") };
    *line = format!("{rest}\t{misc}");
}
