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
            match opens {
                Some(_) => {
                    let (id, mark) = open(inner, header, place, words);
                    if !closes {
                        self.open.push((id, mark));
                    }
                }
                None if closes => {
                    let id = inner.split('-').next().unwrap_or_default();
                    let found = self.open.iter().rposition(|(open, _)| open == id);
                    let mark =
                        found.map(|at| self.open.remove(at).1).and_then(|mark| words.marks.get_mut(mark));
                    match mark {
                        Some(mark) => mark.end = place.1,
                        None => words.told.push(format!("“{inner})” in Entity= closes what was not opened.")),
                    }
                }
                None => words.told.push(format!("“{inner}” in Entity= has no bracket and was left out.")),
            }
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

/// Makes a mark of a mention; gives its id and the mark's number.
fn open(entity: &str, header: Option<&str>, place: (i64, i64), words: &mut Builder) -> (String, usize) {
    let columns: Vec<&str> = entity.split('-').collect();
    let at = |names: &[&str], usual: Option<usize>| {
        let named = header.and_then(|header| header.split('-').position(|name| names.contains(&name)));
        named
            .or(usual.filter(|_| header.is_none()))
            .and_then(|at| columns.get(at))
            .copied()
            .unwrap_or_default()
    };
    // A part of a mention that is in several is "e1[1/2]".
    let id = columns.first().copied().unwrap_or_default();
    let label = match at(&["etype", "entity"], Some(1)) {
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
