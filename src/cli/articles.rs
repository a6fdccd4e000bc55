//! The articles of a batch, one after another, as they come in: nothing is made of them yet.

use std::collections::VecDeque;

use super::args::Input as Kind;
use super::input::Input;

/// About how much one thread takes at a time, in bytes: short articles are not worth a hand-over each.
const PORTION: usize = 64 << 10;

/// An article of a batch.
pub(super) struct Item {
    /// What to call it in messages.
    pub(super) name: String,
    pub(super) content: Content,
}

/// What came in.
pub(super) enum Content {
    /// A file of plain text.
    Text(Vec<u8>),
    /// A line that is an article in itself.
    Line(Vec<u8>),
    /// Nothing: why.
    Failed(String),
}

impl Item {
    fn failed(name: &str, error: &std::io::Error) -> Item {
        Item { name: name.to_owned(), content: Content::Failed(format!("cannot be read: {error}")) }
    }

    /// In bytes.
    fn weight(&self) -> usize {
        match &self.content {
            Content::Text(bytes) | Content::Line(bytes) => bytes.len(),
            Content::Failed(_) => 0,
        }
    }
}

/// Reads articles from files of one kind.
pub(super) struct Articles {
    kind: Kind,
    files: VecDeque<String>,
    /// A file of lines that is being read, and how many lines have been.
    lines: Option<(Input, usize)>,
}

impl Articles {
    pub(super) fn new(kind: Kind, files: &[String]) -> Articles {
        Articles { kind, files: files.iter().cloned().collect(), lines: None }
    }

    /// What all files weigh together, in bytes; `None` where that cannot be known.
    pub(super) fn size(&self) -> Option<u64> {
        self.files
            .iter()
            .map(|file| Some(std::fs::metadata(file).ok().filter(|it| it.is_file())?.len()))
            .sum()
    }

    /// The next articles, at least one and no more than can be had without waiting, and what they weigh, in
    /// bytes.
    pub(super) fn next(&mut self) -> Option<(Vec<Item>, usize)> {
        let mut items = vec![self.item()?];
        let mut weight = items.iter().map(Item::weight).sum();
        while weight < PORTION && self.is_at_hand() {
            let Some(item) = self.item() else { break };
            weight += item.weight();
            items.push(item);
        }
        Some((items, weight))
    }

    /// Whether the next line is there already.
    fn is_at_hand(&self) -> bool {
        self.lines.as_ref().is_some_and(|(input, _)| input.has_line())
    }

    fn item(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.line() {
                return Some(item);
            }
            let file = self.files.pop_front()?;
            let input = match Input::open(&file) {
                Ok(input) => input,
                Err(error) => return Some(Item::failed(&file, &error)),
            };
            match self.kind {
                Kind::Jsonl => self.lines = Some((input, 0)),
                Kind::Text => {
                    let name = input.name.clone();
                    return Some(match input.all() {
                        Ok(bytes) => Item { name, content: Content::Text(bytes) },
                        Err(error) => Item::failed(&name, &error),
                    });
                }
            }
        }
    }

    /// The next line of the file of lines that is being read, empty ones passed over.
    fn line(&mut self) -> Option<Item> {
        loop {
            let (input, number) = self.lines.as_mut()?;
            *number += 1;
            let name = format!("{}, line {number}", input.name);
            match input.line() {
                Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some(Item { name, content: Content::Line(line) }),
                Ok(None) => self.lines = None,
                Err(error) => {
                    self.lines = None;
                    return Some(Item::failed(&name, &error));
                }
            }
        }
    }
}
