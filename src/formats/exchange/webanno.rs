//! WebAnno TSV 3.3 (WebAnno, INCEpTION).
//!
//! ```text
//! file     = "#FORMAT=WebAnno TSV 3.3" LF { layer LF } { LF sentence }
//! layer    = ( "#T_SP=" name { "|" feature } ) | ( "#T_RL=" name { "|" feature } "|BT_" name )
//! sentence = { "#Text=" text LF } { unit TAB begin "-" end TAB token TAB { column TAB } LF }
//! unit     = sentence "-" token [ "." part ]
//! column   = "_" | value { "|" value }         value = ( "*" | text ) [ "[" n "]" ]
//! ```
//!
//! Offsets count UTF-16 code units. A mark of several tokens, or one that lies over another, has a number in brackets;
//! here every mark has one. A mark that ends inside a token has a unit of its own for the part. A relation stands at the token that it leads to.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::codec::{Codec, Frame, Sample, wrong};
use super::draft::{Draft, Link, Mark};
use super::fields::kept;
use super::rows::{links, rows};
use super::tokens::{sentence_spans, tokens};
use crate::annotation::Extra;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{ABOUT, JUDGED, Loss, Losses, OURS};
use crate::text::Unit;
use serde_json::json;

/// See the module.
pub(in crate::formats) struct WebAnno;

const NAME: &str = "webanno";
const LAYER: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const RELATION: &str = "webanno.custom.Relation";
const FORMAT: &str = "WebAnno TSV";

impl Codec for WebAnno {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, ABOUT, JUDGED, &[Loss::Values, Loss::EntityNames, Loss::Notes, Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::Utf16, false);
        let links = links(document, &rows);
        let mut out = format!("#FORMAT=WebAnno TSV 3.3\n#T_SP={LAYER}|identifier|value\n");
        if !links.is_empty() {
            let _ = writeln!(out, "#T_RL={RELATION}|label|BT_{LAYER}");
        }
        out.push('\n');
        let words = tokens(document, Unit::Utf16);
        let text = document.text();
        // The unit at which each mark begins, for the relations.
        let mut address = HashMap::<usize, String>::new();
        let mut lines: Vec<(String, Vec<usize>)> = Vec::new();
        let mut sentences = Vec::new();
        let (mut open, mut begun) = (Vec::new(), 0);
        let mut next = 0;
        for (number, span) in sentence_spans(document).into_iter().enumerate() {
            let first = lines.len();
            let from = next;
            while let Some(word) = words.get(next).filter(|word| word.span.start() < span.end()) {
                let id = format!("{}-{}", number + 1, next - from + 1);
                // Marks stand in the order of their beginnings, words too.
                while let Some(row) = rows.get(begun).filter(|row| row.start < word.end) {
                    open.push(row);
                    begun += 1;
                }
                open.retain(|row| row.end > word.start);
                let over = open.clone();
                let (whole, part): (Vec<_>, Vec<_>) =
                    over.into_iter().partition(|row| row.start <= word.start && word.end <= row.end);
                let head = format!("{id}\t{}-{}\t{}", word.start, word.end, escaped(word.text));
                for row in &whole {
                    address.entry(row.number).or_insert_with(|| id.clone());
                }
                lines.push((head, whole.iter().map(|row| row.number).collect()));
                for (nth, row) in part.iter().enumerate() {
                    let (start, end) = (row.start.max(word.start), row.end.min(word.end));
                    let units: Vec<u16> = word.text.encode_utf16().collect();
                    let piece = units
                        .get(start - word.start..end - word.start)
                        .map(String::from_utf16_lossy)
                        .unwrap_or_default();
                    let id = format!("{id}.{}", nth + 1);
                    address.entry(row.number).or_insert_with(|| id.clone());
                    lines.push((format!("{id}\t{start}-{end}\t{}", escaped(&piece)), vec![row.number]));
                }
                next += 1;
            }
            if lines.len() > first {
                sentences.push((span, first..lines.len()));
            }
        }
        let mut arriving: HashMap<&str, Vec<_>> = HashMap::new();
        for link in &links {
            if let Some(unit) = address.get(&link.2) {
                arriving.entry(unit).or_default().push(link);
            }
        }
        for (span, range) in sentences {
            let sentence = span.slice(text).unwrap_or_default();
            let _ = writeln!(out, "\n#Text={}", escaped_text(sentence));
            for (head, marks) in lines.get(range).unwrap_or_default() {
                let all = |show: &dyn Fn(usize) -> String| match marks.is_empty() {
                    true => "_".to_owned(),
                    false => marks.iter().map(|number| show(*number)).collect::<Vec<_>>().join("|"),
                };
                let entity = |number: usize| {
                    let id = rows[number - 1].annotation.entity.as_ref().map(|id| escaped(&id.0));
                    format!("{}[{number}]", id.unwrap_or_else(|| "*".to_owned()))
                };
                let label = |number: usize| {
                    format!("{}[{number}]", escaped(rows[number - 1].annotation.label.as_str()))
                };
                let _ = write!(out, "{head}\t{}\t{}\t", all(&entity), all(&label));
                if !links.is_empty() {
                    let unit = head.split('\t').next().unwrap_or_default();
                    let here = arriving.get(unit).map_or(&[][..], Vec::as_slice);
                    let kinds: Vec<String> =
                        here.iter().map(|(relation, ..)| escaped(&relation.kind)).collect();
                    let ends: Vec<String> = here
                        .iter()
                        .map(|(_, from, to)| {
                            format!("{}[{from}_{to}]", address.get(from).map_or("", String::as_str))
                        })
                        .collect();
                    match here.is_empty() {
                        true => out.push_str("_\t_\t"),
                        false => {
                            let _ = write!(out, "{}\t{}\t", kinds.join("|"), ends.join("|"));
                        }
                    }
                }
                out.push('\n');
            }
        }
        out
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.text.starts_with("#FORMAT=WebAnno TSV")
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let is_begun = sample.text.starts_with("#FORMAT");
        let is_there = |draft: &Draft| is_begun || draft.text.as_deref().is_some_and(|text| !text.is_empty());
        read(sample.text).map(|draft| Some(draft).filter(is_there).into_iter().collect())
    }
}

/// A layer of the header, with its features.
struct Layer {
    name: String,
    features: Vec<String>,
    is_relation: bool,
}

impl Layer {
    /// How many columns it takes.
    fn width(&self) -> usize {
        self.features.len().max(1)
    }
}

fn read(text: &str) -> Result<Draft, Error> {
    let mut layers = Vec::new();
    let mut article = Article::default();
    let mut marks: Vec<Mark> = Vec::new();
    // A mark by its layer and number; and the marks that begin at a unit, by layer.
    let mut numbered = HashMap::<(usize, usize), usize>::new();
    let mut at_unit = HashMap::<(usize, String), usize>::new();
    let mut waiting = Vec::new();
    let mut sentence = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        let bad = |reason: String| wrong(FORMAT, format!("line {}", index + 1), reason);
        if let Some(layer) = line.strip_prefix("#T_SP=").or_else(|| line.strip_prefix("#T_RL=")) {
            let mut names = layer.split('|').map(str::to_owned);
            let name = names.next().unwrap_or_default();
            layers.push(Layer { name, features: names.collect(), is_relation: line.starts_with("#T_RL=") });
            continue;
        }
        if line.starts_with("#T_CH=") {
            return Err(bad(
                "it has chains, which Newsmark does not read; export without the chain layers".to_owned()
            ));
        }
        if let Some(text) = line.strip_prefix("#Text=") {
            sentence.push(unescaped_text(text));
            continue;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [unit, offsets, _, rest @ ..] = columns.as_slice() else {
            return Err(bad("a token has a number, offsets and its text, with tabs between them".to_owned()));
        };
        let range =
            offsets.split_once('-').and_then(|(s, e)| Some((s.parse::<i64>().ok()?, e.parse::<i64>().ok()?)));
        let Some((start, end)) = range else { return Err(bad(format!("“{offsets}” are no offsets"))) };
        if !sentence.is_empty() {
            let place = usize::try_from(start).ok().filter(|start| article.put(*start, &sentence.join("\n")));
            place.ok_or_else(|| bad("the offsets go back, or far beyond the text".to_owned()))?;
            sentence.clear();
        }
        let mut column = 0;
        for (number, layer) in layers.iter().enumerate() {
            let cells: Vec<Vec<&str>> = rest
                .get(column..)
                .unwrap_or_default()
                .iter()
                .take(layer.width())
                .map(|cell| split(cell, '|'))
                .collect();
            column += layer.width();
            let count = cells.iter().map(Vec::len).max().unwrap_or(0);
            if cells.first().is_none_or(|first| first.first().is_none_or(|it| *it == "_")) {
                continue;
            }
            for nth in 0..count {
                let values: Vec<(String, Option<&str>)> =
                    cells.iter().map(|cell| bracketed(cell.get(nth).copied().unwrap_or("*"))).collect();
                if layer.is_relation {
                    waiting.push((
                        unit.to_string(),
                        values.iter().map(|(v, b)| (v.clone(), b.map(str::to_owned))).collect::<Vec<_>>(),
                    ));
                    continue;
                }
                let id = values.iter().find_map(|(_, id)| *id).and_then(|id| id.parse::<usize>().ok());
                let known = id.and_then(|id| numbered.get(&(number, id)).copied());
                if let Some(mark) = known.and_then(|place| marks.get_mut(place)) {
                    mark.end = end;
                    continue;
                }
                let of = |name: &str| {
                    let at = layer.features.iter().position(|feature| feature == name)?;
                    values.get(at).map(|(value, _)| value.clone()).filter(|value| value != "*")
                };
                let (label, entity) = (of("value").or_else(|| of("label")), of("identifier"));
                let mut extra = Extra::new();
                if layer.name != LAYER {
                    extra.insert("layer".into(), json!(layer.name));
                    for (feature, (value, _)) in
                        layer.features.iter().zip(&values).filter(|(_, (value, _))| value != "*")
                    {
                        extra.insert(feature.clone(), json!(value));
                    }
                }
                let name = layer.name.rsplit('.').next().unwrap_or_default().to_owned();
                numbered.extend(id.map(|id| ((number, id), marks.len())));
                at_unit.entry((number, unit.to_string())).or_insert(marks.len());
                marks.push(Mark {
                    key: format!("mark {}", marks.len()),
                    start,
                    end,
                    label: label.unwrap_or(name),
                    entity: entity.map(|id| (id.clone(), String::new())),
                    extra: kept(NAME, extra),
                    ..Mark::default()
                });
            }
        }
    }
    let mut draft = Draft { unit: Some(Unit::Utf16), text: Some(article.text), ..Draft::default() };
    let key = |id: &str, unit: &str| {
        let by_number =
            |number: usize| (0..layers.len()).find_map(|layer| numbered.get(&(layer, number)).copied());
        let by_unit = || (0..layers.len()).find_map(|layer| at_unit.get(&(layer, unit.to_owned())).copied());
        let number = id.parse::<usize>().ok().filter(|number| *number > 0);
        number.and_then(by_number).or_else(by_unit).map(|place| format!("mark {place}")).unwrap_or_default()
    };
    for (unit, values) in waiting {
        let Some((base, ids)) = values.last() else { continue };
        let (from, to) = ids.as_deref().and_then(|ids| ids.split_once('_')).unwrap_or(("0", "0"));
        let kind = values.first().filter(|_| values.len() > 1).map_or("related", |(kind, _)| kind.as_str());
        draft.links.push(Link {
            key: format!("relation {}", draft.links.len()),
            kind: kind.to_owned(),
            from: key(from, base),
            to: key(to, &unit),
            ..Link::default()
        });
    }
    draft.marks = marks;
    Ok(draft)
}

/// The text, put together from sentences at their offsets.
#[derive(Default)]
struct Article {
    text: String,
    /// How long it is, in UTF-16 code units.
    len: usize,
}

impl Article {
    /// Puts a sentence at an offset, with line breaks before it; `false` where that is no place for it.
    fn put(&mut self, at: usize, sentence: &str) -> bool {
        /// As much white space as there may be between two sentences.
        const FAR: usize = 100_000;
        let Some(gap) = at.checked_sub(self.len).filter(|gap| *gap <= FAR) else { return false };
        self.text.extend(std::iter::repeat_n(if gap == 1 { ' ' } else { '\n' }, gap));
        self.text.push_str(sentence);
        self.len = at + sentence.encode_utf16().count();
        true
    }
}

const SPECIAL: [char; 7] = ['\\', '[', ']', '|', '_', ';', '*'];

/// A value as it stands in a column.
fn escaped(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => {
                if SPECIAL.contains(&c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out.replace("->", "\\->")
}

fn escaped_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t")
}

fn unescaped_text(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some(c) => out.push(c),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

/// Cuts a cell where a sign stands that is not escaped.
fn split(cell: &str, at: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut is_escaped) = (0, false);
    for (place, c) in cell.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == at => {
                parts.push(&cell[from..place]);
                from = place + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&cell[from..]);
    parts
}

/// A value and what stands in brackets behind it.
fn bracketed(cell: &str) -> (String, Option<&str>) {
    let parts = split(cell, '[');
    match parts.as_slice() {
        [value, id] => (unescaped_text(value), id.strip_suffix(']')),
        _ => (unescaped_text(cell), None),
    }
}
