//! Reads what WebAnno 1 and 2 wrote: TSV 1 and TSV 2, which say nothing of their format.
//!
//! ```text
//! TSV 2    = { " # " layer { " | " feature } [ " | AttachTo=" layer ] } LF { sentence }
//! sentence = "#id=" n LF "#text=" text LF { unit TAB token TAB { cell TAB } LF } LF
//! unit     = sentence "-" token
//! cell     = value { "|" value }
//! value    = "_" | "O" | "O-_" | [ "B-" | "I-" ] ( text | layer "_" )        the first three are none, the last says nothing
//! TSV 1    = { "#id=" n LF "#text=" text LF { n TAB token TAB lemma TAB tag TAB name TAB "_" TAB head TAB type TAB "_" TAB "_" LF } LF }
//! ```
//!
//! Several annotations of a layer stand at the same place of each column of a token; what begins with "B-" goes on as long
//! as "I-" stands at that place. A relation stands at the token that it leads to, and the column `AttachTo` says where it
//! comes from. There are no offsets: tokens are looked up in the text of their sentence.

use std::collections::HashMap;

use serde_json::{Map, json};

use super::read::{End, Ends, Found, Reader};
use super::schema::{Column, Kind, Layer};
use super::{FORMAT, SPANS, our_spans};
use crate::formats::Error;
use crate::formats::exchange::codec::wrong;
use crate::formats::exchange::draft::Draft;

const LEMMA: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma";
const TAG: &str = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS";
const DEPENDENCY: &str = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency";

/// Which program wrote a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Version {
    First,
    Second,
}

impl Version {
    /// The version of a file; `None` where it is neither.
    pub(super) fn of(text: &str) -> Option<Version> {
        /// So many lines the head and the first sentence have at most.
        const LINES: usize = 100;
        let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).peekable();
        lines.peek().filter(|first| first.trim_start().starts_with('#'))?;
        let mut has_text = false;
        lines.find_map(|line| {
            has_text |= line.starts_with("#text=");
            let columns: Vec<&str> = line.split('\t').collect();
            let first = columns.first().copied().unwrap_or_default();
            match columns.len() {
                _ if !has_text => None,
                2.. if is_unit(first) => Some(Version::Second),
                10 if first.parse::<u32>().is_ok() => Some(Version::First),
                _ => None,
            }
        })
    }

    fn name(self) -> &'static str {
        match self {
            Version::First => "1",
            Version::Second => "2",
        }
    }
}

/// Whether this is the number of a sentence and of a token in it.
fn is_unit(text: &str) -> bool {
    text.split_once('-')
        .is_some_and(|(sentence, token)| [sentence, token].iter().all(|number| number.parse::<u32>().is_ok()))
}

/// A token with what its columns say, those of all layers in a row.
struct Row {
    line: usize,
    unit: String,
    token: String,
    cells: Vec<String>,
}

/// A sentence as it stands in the file.
#[derive(Default)]
struct Block {
    text: Option<String>,
    rows: Vec<Row>,
}

/// Reads a file.
///
/// # Errors
/// Where a line is no token of this version.
pub(super) fn read(text: &str, version: Version) -> Result<Draft, Error> {
    let mut layers = match version {
        Version::First => layers_of_first(),
        Version::Second => Vec::new(),
    };
    let mut blocks: Vec<Block> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let (number, line) = (index + 1, line.trim_end_matches('\r'));
        if line.starts_with("#id=") || line.trim().is_empty() {
            continue;
        }
        if let Some(text) = line.strip_prefix("#text=") {
            blocks.push(Block { text: Some(text.to_owned()), rows: Vec::new() });
        } else if line.trim_start().starts_with('#') && blocks.is_empty() {
            layers.extend(line.split('#').filter_map(layer).filter(|_| version == Version::Second));
        } else if let Some(row) = row(number, line, (version, blocks.len())) {
            if blocks.is_empty() {
                blocks.push(Block::default());
            }
            if let Some(block) = blocks.last_mut() {
                block.rows.push(row);
            }
        } else {
            // A line break within a sentence.
            let text =
                blocks.last_mut().filter(|block| block.rows.is_empty()).and_then(|it| it.text.as_mut());
            let Some(text) = text else {
                let reason =
                    "a token has a number, its text and a column for each feature, with tabs between them";
                return Err(wrong(FORMAT, format!("line {number}"), reason));
            };
            text.push('\n');
            text.push_str(line);
        }
    }
    if version == Version::First {
        keep_used(&mut layers, &mut blocks);
    }
    let mut reading = Reading { reader: Reader::default(), open: HashMap::new(), token: 0 };
    reading.reader.layers = layers;
    for block in blocks {
        reading.sentence(block)?;
    }
    let told = format!("This is WebAnno TSV {}; it is written again as WebAnno TSV 3.3.", version.name());
    reading.reader.told.insert(0, told);
    Ok(reading.reader.finish())
}

/// A layer of the head of TSV 2; `None` where it has no columns.
fn layer(part: &str) -> Option<Layer> {
    let mut parts = part.split('|').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?.to_owned();
    let columns: Vec<Column> = parts
        .map(|part| match part.strip_prefix("AttachTo=") {
            Some(base) => Column::Base(base.to_owned()),
            None => Column::Feature(part.to_owned()),
        })
        .collect();
    let is_relation = columns.iter().any(|column| matches!(column, Column::Base(_)));
    let kind = if is_relation { Kind::Relation } else { Kind::Span };
    (!columns.is_empty()).then_some(Layer { name, kind, columns })
}

/// The layers of TSV 1: lemmas, parts of speech, names, and what depends on what.
fn layers_of_first() -> Vec<Layer> {
    let columns = vec![Column::Feature("DependencyType".to_owned()), Column::Base(TAG.to_owned())];
    vec![
        Layer::of_spans(LEMMA, &["value"]),
        Layer::of_spans(TAG, &["PosValue"]),
        our_spans(),
        Layer { name: DEPENDENCY.to_owned(), kind: Kind::Relation, columns },
    ]
}

/// A token; `None` where the line is none. `sentence` is the number of the sentence that it is in.
fn row(line: usize, text: &str, (version, sentence): (Version, usize)) -> Option<Row> {
    let columns: Vec<&str> = text.split('\t').collect();
    let (unit, cells): (String, Vec<String>) = match (version, columns.as_slice()) {
        (Version::Second, [unit, token, cells @ ..]) if is_unit(unit) && !token.is_empty() => {
            ((*unit).to_owned(), cells.iter().map(|cell| (*cell).to_owned()).collect())
        }
        (Version::First, [number, token, lemma, tag, name, _, head, kind, ..]) if !token.is_empty() => {
            let unit = |number: u32| format!("{}-{number}", sentence.max(1));
            let number: u32 = number.parse().ok()?;
            // The root depends on itself.
            let head = head.parse().ok().map(|head: u32| unit(if head == 0 { number } else { head }));
            let kind = if head.is_some() { *kind } else { "_" };
            let names: Vec<String> = name.split('|').map(begun_with_hyphen).collect();
            let cells =
                [lemma.to_string(), tag.to_string(), "_".to_owned(), names.join("|"), kind.to_owned()];
            (unit(number), cells.into_iter().chain([head.unwrap_or_else(|| "_".to_owned())]).collect())
        }
        _ => return None,
    };
    let token = columns.get(1).copied().unwrap_or_default().to_owned();
    Some(Row { line, unit, token, cells })
}

/// A name of TSV 1, which may begin with "B_" or "I_", as TSV 2 has it.
fn begun_with_hyphen(name: &str) -> String {
    match (name.strip_prefix("B_"), name.strip_prefix("I_")) {
        (Some(rest), _) => format!("B-{rest}"),
        (_, Some(rest)) => format!("I-{rest}"),
        _ if name == "-" => "_".to_owned(),
        _ => name.to_owned(),
    }
}

/// Leaves out the layers of which nothing stands in the file; names are always there.
fn keep_used(layers: &mut Vec<Layer>, blocks: &mut [Block]) {
    let widths: Vec<usize> = layers.iter().map(|layer| layer.columns.len()).collect();
    let used: Vec<bool> = layers
        .iter()
        .enumerate()
        .map(|(nth, layer)| {
            let first: usize = widths.iter().take(nth).sum();
            let mut rows = blocks.iter().flat_map(|block| &block.rows);
            layer.name == SPANS || rows.any(|row| row.cells.get(first).is_some_and(|cell| cell != "_"))
        })
        .collect();
    let is_used_column: Vec<bool> =
        used.iter().zip(&widths).flat_map(|(is_used, width)| std::iter::repeat_n(*is_used, *width)).collect();
    for row in blocks.iter_mut().flat_map(|block| &mut block.rows) {
        let mut is_used = is_used_column.iter();
        row.cells.retain(|_| is_used.next().is_some_and(|is_used| *is_used));
    }
    let mut is_used = used.iter();
    layers.retain(|_| is_used.next().is_some_and(|is_used| *is_used));
}

/// See the module.
struct Reading {
    reader: Reader,
    /// By layer and place in the columns: the annotation that goes on, and the last token that it has.
    open: HashMap<(usize, usize), (usize, usize)>,
    /// How many tokens have been read.
    token: usize,
}

/// What a value says of the annotation at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    None,
    Alone,
    Begins,
    GoesOn,
}

impl Step {
    /// Reads a value of a layer: the step, and what the feature says.
    fn read<'v>(value: &'v str, layer: &str) -> (Step, Option<&'v str>) {
        let (step, value) = match (value.strip_prefix("B-"), value.strip_prefix("I-")) {
            _ if ["", "_", "O", "O-_", "B-_", "I-_"].contains(&value) => return (Step::None, None),
            (Some(value), _) => (Step::Begins, value),
            (_, Some(value)) => (Step::GoesOn, value),
            _ => (Step::Alone, value),
        };
        (step, Some(value).filter(|value| value.strip_prefix(layer) != Some("_")))
    }
}

impl Reading {
    fn sentence(&mut self, block: Block) -> Result<(), Error> {
        let Some(first) = block.rows.first() else { return Ok(()) };
        let joined = || block.rows.iter().map(|row| row.token.as_str()).collect::<Vec<_>>().join(" ");
        let told = block.text.as_deref().and_then(|text| Some((text.to_owned(), places(text, &block.rows)?)));
        let (text, places) = match told {
            Some(found) => found,
            None => {
                let text = joined();
                let places = places(&text, &block.rows).unwrap_or_default();
                if block.text.is_some() {
                    self.reader.told.push(format!(
                        "Line {}: the words are not those of the sentence above them; they were read with spaces between them.",
                        first.line
                    ));
                }
                (text, places)
            }
        };
        let at = match self.reader.article.len() {
            0 => 0,
            len => len + 1,
        };
        if !self.reader.article.put(at, &text, None) {
            return Err(wrong(FORMAT, format!("line {}", first.line), "there is no place for the sentence"));
        }
        for (row, (start, end)) in block.rows.iter().zip(places) {
            let place = |offset: usize| i64::try_from(at + offset).unwrap_or(i64::MAX);
            self.row(row, (place(start), place(end)));
        }
        Ok(())
    }

    fn row(&mut self, row: &Row, place: (i64, i64)) {
        self.token += 1;
        self.reader.article.token(place);
        let mut from = 0;
        let layers = std::mem::take(&mut self.reader.layers);
        for (nth, layer) in layers.iter().enumerate() {
            let cells = row.cells.get(from..).unwrap_or_default().iter().take(layer.columns.len());
            from += layer.columns.len();
            let stacks: Vec<Vec<&str>> = cells.map(|cell| cell.split('|').collect()).collect();
            for at in 0..stacks.iter().map(Vec::len).max().unwrap_or(0) {
                let values: Vec<&str> =
                    stacks.iter().map(|stack| stack.get(at).copied().unwrap_or("_")).collect();
                match layer.kind {
                    Kind::Relation => self.relation(row, (nth, layer), &values),
                    _ => self.annotation(row, (nth, layer), (at, place), &values),
                }
            }
        }
        self.reader.layers = layers;
    }

    fn annotation(
        &mut self,
        row: &Row,
        (nth, layer): (usize, &Layer),
        (at, (start, end)): (usize, (i64, i64)),
        values: &[&str],
    ) {
        let mut step = Step::None;
        let mut features = Map::new();
        for (column, value) in layer.columns.iter().zip(values) {
            let (found, value) = Step::read(value, &layer.name);
            step = if step == Step::None { found } else { step };
            if let (Column::Feature(name), Some(value)) = (column, value) {
                features.insert(name.clone(), json!(value));
            }
        }
        let before = self.token - 1;
        let open = self.open.get_mut(&(nth, at)).filter(|(_, last)| *last == before);
        match (step, open) {
            (Step::None, _) => return,
            (Step::GoesOn, Some((place, last))) => {
                *last = self.token;
                if let Some(found) = self.reader.found.get_mut(*place) {
                    found.end = end;
                }
                return;
            }
            _ => {}
        }
        let place = self.reader.found.len();
        if step != Step::Alone {
            self.open.insert((nth, at), (place, self.token));
        }
        self.reader.at_unit.entry((nth, row.unit.clone())).or_insert(place);
        self.reader.found.push(Found { layer: nth, start, end, features, chain: None });
    }

    fn relation(&mut self, row: &Row, (nth, layer): (usize, &Layer), values: &[&str]) {
        let mut features = Map::new();
        let mut from = None;
        for (column, value) in layer.columns.iter().zip(values) {
            match column {
                Column::Base(base) if is_unit(value) => from = Some(((*value).to_owned(), base.clone())),
                Column::Feature(name) => {
                    let value = Step::read(value, &layer.name).1;
                    features.extend(value.map(|value| (name.clone(), json!(value))));
                }
                _ => {}
            }
        }
        let Some((unit, base)) = from else { return };
        let end = |unit: String| End::At { unit, id: None, layer: base.clone() };
        self.reader.ends.push(Ends {
            line: row.line,
            layer: nth,
            features,
            slot: None,
            kind: None,
            from: end(unit),
            to: end(row.unit.clone()),
        });
    }
}

/// Where the tokens stand in the text of their sentence, in UTF-16 code units; `None` where one does not.
fn places(text: &str, rows: &[Row]) -> Option<Vec<(usize, usize)>> {
    let (mut byte, mut unit) = (0, 0);
    let mut places = Vec::with_capacity(rows.len());
    for row in rows {
        let rest = text.get(byte..)?;
        let before = rest.get(..rest.find(&row.token)?)?;
        let start = unit + before.encode_utf16().count();
        unit = start + row.token.encode_utf16().count();
        byte += before.len() + row.token.len();
        places.push((start, unit));
    }
    Some(places)
}
