//! Reads an `.ann` file.

use std::collections::HashMap;

use serde_json::json;

use super::{CONTINUES, ID, NAME, NOTE};
use crate::annotation::{Extra, Status};
use crate::formats::Error;
use crate::formats::exchange::codec::wrong;
use crate::formats::exchange::draft::{Draft, Link, Mark};
use crate::text::{OffsetMap, Unit};

/// Reads an `.ann` file, with the text that it is about where that is at hand.
pub(super) fn read(file: &str, text: &str, article: Option<&str>) -> Result<Draft, Error> {
    // A byte order mark in front of the first id is no part of it.
    let text = text.trim_start_matches('\u{FEFF}');
    let article = article.unwrap_or_default();
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
        if places.insert(id.to_owned(), draft.marks.len()).is_some() {
            draft.told.push(format!(
                "The id {id} stands twice in {file} (see line {}); both spans are read.",
                index + 1
            ));
        }
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
                mark.extra.insert(ID.into(), json!(id));
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
    let extra = Extra::from_iter([(ID.to_owned(), json!(id))]);
    Some(Link { key: format!("relation {id}"), kind: kind.to_owned(), from, to, extra })
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
    let status = |code: Option<&str>| Status::ALL.into_iter().find(|status| Some(status.code()) == code);
    match (id.chars().next(), name) {
        (Some('#'), "AnnotatorNotes") if mark.note.is_empty() => {
            mark.note = text.to_owned();
            mark.extra.insert(NOTE.into(), json!(id));
        }
        (Some('#'), "NewsmarkValue") => mark.value = serde_json::from_str(text).ok(),
        (Some('A'), "Status") if status(value).is_some() => {
            mark.status = status(value).unwrap_or(mark.status)
        }
        (Some('#'), "NewsmarkStatus") if status(Some(text)).is_some() => {
            mark.status = status(Some(text)).unwrap_or(mark.status);
        }
        (Some('N'), "Reference") if value.is_some_and(|value| value.starts_with("newsmark:")) => {
            let id = value.and_then(|value| value.strip_prefix("newsmark:")).unwrap_or_default();
            mark.entity = Some((id.to_owned(), text.to_owned()));
        }
        (Some('A' | 'M'), _) => {
            let list = mark.extra.entry(NAME).or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(json!({"id": id, "name": name, "value": value}));
            }
        }
        _ => return false,
    }
    true
}
