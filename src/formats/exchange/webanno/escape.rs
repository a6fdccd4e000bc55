//! How values and text stand in the columns.

/// What one value of a column says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Cell {
    /// `None` where the feature has no value, which is written `*`.
    pub(super) value: Option<String>,
    /// What stands in brackets behind it.
    pub(super) id: Option<String>,
}

impl Cell {
    /// Reads a value with its brackets.
    pub(super) fn read(cell: &str) -> Cell {
        let bare = cell.strip_suffix(']').filter(|bare| !ends_escaped(bare));
        let open = bare.and_then(|bare| places(bare, '[').last().map(|at| (bare, at)));
        let (value, id) = match open {
            Some((bare, at)) => (&bare[..at], Some(bare[at + 1..].to_owned())),
            None => (cell, None),
        };
        Cell { value: (value != "*" && value != "_").then(|| unescaped(value)), id }
    }

    /// Reads a link of a chain: a value, an arrow, and the numbers of the chain and of the link in it.
    pub(super) fn read_link(cell: &str) -> (Option<String>, Option<(String, usize)>) {
        let split = cell.rsplit_once("->").filter(|(value, _)| !ends_escaped(value));
        let place = split.and_then(|(value, place)| {
            let (chain, index) = place.split_once('-')?;
            Some((value, chain.to_owned(), index.parse().ok()?))
        });
        match place {
            Some((value, chain, index)) => (Cell::read(value).value, Some((chain, index))),
            None => (Cell::read(cell).value, None),
        }
    }
}

/// Whether a backslash is left that escapes what follows.
fn ends_escaped(text: &str) -> bool {
    text.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1
}

/// Where a sign stands that is not escaped.
fn places(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut is_escaped = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_it = c == sign && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_it.then_some(at)
    })
}

/// Cuts a column where a sign stands that is not escaped.
pub(super) fn split(cell: &str, sign: char) -> Vec<&str> {
    let mut from = 0;
    let mut parts = Vec::new();
    for at in places(cell, sign) {
        parts.push(&cell[from..at]);
        from = at + sign.len_utf8();
    }
    parts.push(&cell[from..]);
    parts
}

/// A value as it stands in a column; `*` where there is none.
pub(super) fn value(value: Option<&str>) -> String {
    const SPECIAL: [char; 7] = ['\\', '[', ']', '|', '_', ';', '*'];
    let Some(value) = value else { return "*".to_owned() };
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

/// A text on one line.
pub(super) fn text(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t")
}

/// What a value or a text is that was escaped.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some('f') => out.push('\u{c}'),
                Some('b') => out.push('\u{8}'),
                Some(c) => out.push(c),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}
