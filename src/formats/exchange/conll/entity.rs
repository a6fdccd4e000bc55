//! The field `Entity=` of CoNLL-U, as GUM and CorefUD write it.
//!
//! ```text
//! field  = { "(" entity [ ")" ] | id ")" }
//! entity = id { "-" column }
//! ```
//!
//! A bracket opens at the first word of a mention and closes at the last. `# global.Entity = GRP-etype-…` names the
//! columns; without it the first is the id of what is mentioned, the second its kind.

use super::builder::Builder;

/// Mentions that are open.
#[derive(Default)]
pub(super) struct Entities {
    /// The ids, with the numbers of their marks.
    open: Vec<(String, usize)>,
    /// All that was read, in order.
    pub(super) pieces: Vec<Piece>,
    /// The number of the line that is read.
    pub(super) line: usize,
}

/// A bracket of a mention, or both.
pub(super) struct Piece {
    /// The line that it stands in.
    pub(super) line: usize,
    /// As it is written.
    pub(super) written: String,
    /// The number of the mark; `None` where it is of none.
    pub(super) mark: Option<usize>,
}

impl Entities {
    /// Reads the field of the word at this place.
    pub(super) fn read(&mut self, field: &str, header: Option<&str>, place: (i64, i64), words: &mut Builder) {
        let mut rest = field;
        while !rest.is_empty() {
            let opens = rest.strip_prefix('(');
            let body = opens.unwrap_or(rest);
            let end = body.find(['(', ')']).unwrap_or(body.len());
            let (inner, behind) = body.split_at(end);
            rest = behind.strip_prefix(')').unwrap_or(behind);
            let closes = rest.len() < behind.len();
            let mut number = None;
            match opens {
                Some(_) => {
                    let (id, mark) = open(inner, header, place, words);
                    number = Some(mark);
                    if !closes {
                        self.open.push((id, mark));
                    }
                }
                None if closes => {
                    let id = inner.split('-').next().unwrap_or_default();
                    let found = self.open.iter().rposition(|(open, _)| open == id);
                    number = found.map(|at| self.open.remove(at).1);
                    match number.and_then(|mark| words.marks.get_mut(mark)) {
                        Some(mark) => mark.end = place.1,
                        None => words.told.push(format!("“{inner})” in Entity= closes what was not opened.")),
                    }
                }
                None => words.told.push(format!("“{inner}” in Entity= has no bracket and was left out.")),
            }
            let written =
                [if opens.is_some() { "(" } else { "" }, inner, if closes { ")" } else { "" }].concat();
            self.pieces.push(Piece { line: self.line, written, mark: number });
        }
    }

    /// Says which mentions have no end; they stay as long as their first word.
    pub(super) fn unclosed(&mut self, words: &mut Builder) -> Vec<String> {
        let text = &words.text;
        let quote = |mark: usize| {
            let mark = words.marks.get(mark)?;
            text.get(usize::try_from(mark.start).ok()?..usize::try_from(mark.end).ok()?)
        };
        let told = self.open.iter().map(|(id, mark)| {
            format!(
                "The mention {id} in Entity= that begins at “{}” has no end.",
                quote(*mark).unwrap_or_default()
            )
        });
        let told = told.collect();
        self.open.clear();
        told
    }
}

/// Where a column of a mention stands: by its name, else where it usually is.
fn column(header: Option<&str>, names: &[&str], usual: Option<usize>) -> Option<usize> {
    let named = header.and_then(|header| header.split('-').position(|name| names.contains(&name)));
    named.or(usual.filter(|_| header.is_none()))
}

/// The columns with the kind of what is mentioned.
const KIND: [&str; 2] = ["etype", "entity"];

/// The opening of a mention with another kind of what is mentioned.
pub(super) fn relabelled(written: &str, header: Option<&str>, label: &str) -> String {
    let (inner, behind) = match written.strip_suffix(')') {
        Some(inner) => (inner, ")"),
        None => (written, ""),
    };
    let mut columns: Vec<&str> = inner.split('-').collect();
    match column(header, &KIND, Some(1)).and_then(|at| columns.get_mut(at)) {
        Some(column) => *column = label,
        None => columns.push(label),
    }
    columns.join("-") + behind
}

/// The opening of a new mention.
pub(super) fn opening(id: &str, header: Option<&str>, label: &str) -> String {
    let at = column(header, &KIND, Some(1)).unwrap_or(1);
    let columns: Vec<&str> = (0..=at)
        .map(|column| {
            if column == 0 {
                id
            } else if column == at {
                label
            } else {
                "_"
            }
        })
        .collect();
    format!("({}", columns.join("-"))
}

/// Makes a mark of a mention; gives its id and the mark's number.
fn open(entity: &str, header: Option<&str>, place: (i64, i64), words: &mut Builder) -> (String, usize) {
    let columns: Vec<&str> = entity.split('-').collect();
    let at = |names: &[&str], usual: Option<usize>| {
        column(header, names, usual).and_then(|at| columns.get(at)).copied().unwrap_or_default()
    };
    // A part of a mention that is in several is "e1[1/2]".
    let id = columns.first().copied().unwrap_or_default();
    let label = match at(&KIND, Some(1)) {
        "" => "ENTITY",
        label => label,
    };
    let name = at(&["identity"], None).replace('_', " ");
    let mark = words.mark(label, place);
    if let Some(mark) = words.marks.get_mut(mark) {
        let thing = id.split('[').next().unwrap_or_default();
        mark.entity = (!thing.is_empty()).then(|| (thing.to_owned(), name));
    }
    (id.to_owned(), mark)
}
