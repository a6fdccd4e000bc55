//! The articles of a batch, one after another, as they come in: nothing is made of them yet.

use std::collections::VecDeque;

use super::input::Input;
use super::progress::size;

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
    /// A row of a table.
    #[cfg(feature = "parquet")]
    Row(Row),
    /// Nothing: why.
    Failed(String),
}

/// An article of a table.
#[cfg(feature = "parquet")]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) text: Option<String>,
    pub(super) published: Option<String>,
}

impl Item {
    fn cannot_be_read(name: &str, error: &std::io::Error) -> Item {
        Item { name: name.to_owned(), content: Content::Failed(format!("cannot be read: {error}")) }
    }

    /// In bytes.
    fn weight(&self) -> usize {
        match &self.content {
            Content::Text(bytes) | Content::Line(bytes) => bytes.len(),
            #[cfg(feature = "parquet")]
            Content::Row(row) => row.text.as_ref().map_or(0, String::len),
            Content::Failed(_) => 0,
        }
    }
}

/// The articles of one file.
pub(super) trait Source: Send {
    /// The next one.
    fn next(&mut self) -> Option<Item>;

    /// Whether the next one can be had without waiting for it.
    fn is_at_hand(&self) -> bool {
        true
    }
}

/// Opens a file; where it cannot be read, its only article says why.
pub(super) type Open = Box<dyn Fn(&str) -> Box<dyn Source> + Send>;

/// Reads articles from files.
pub(super) struct Articles {
    files: VecDeque<String>,
    open: Open,
    /// The file that is being read.
    current: Option<Box<dyn Source>>,
}

impl Articles {
    pub(super) fn new(files: &[String], open: Open) -> Articles {
        Articles { files: files.iter().cloned().collect(), open, current: None }
    }

    /// What all files weigh together, in bytes; `None` where that cannot be known.
    pub(super) fn size(&self) -> Option<u64> {
        self.files.iter().map(size).sum()
    }

    /// The next articles, at least one and no more than can be had without waiting, and what they weigh, in
    /// bytes.
    pub(super) fn next(&mut self) -> Option<(Vec<Item>, usize)> {
        let mut items = vec![self.item()?];
        let mut weight = items.iter().map(Item::weight).sum();
        while weight < PORTION && self.current.as_ref().is_some_and(|source| source.is_at_hand()) {
            let Some(item) = self.item() else { break };
            weight += item.weight();
            items.push(item);
        }
        Some((items, weight))
    }

    fn item(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.current.as_mut().and_then(|source| source.next()) {
                return Some(item);
            }
            self.current = Some((self.open)(&self.files.pop_front()?));
        }
    }
}

/// Takes a file as one text.
pub(super) fn text(file: &str) -> Box<dyn Source> {
    Box::new(Only(Some(match Input::open(file) {
        Ok(input) => {
            let name = input.name.clone();
            match input.all() {
                Ok(bytes) => Item { name, content: Content::Text(bytes) },
                Err(error) => Item::cannot_be_read(&name, &error),
            }
        }
        Err(error) => Item::cannot_be_read(file, &error),
    })))
}

/// Takes each line of a file as an article, empty ones passed over.
pub(super) fn lines(file: &str) -> Box<dyn Source> {
    match Input::open(file) {
        Ok(input) => Box::new(Lines { input: Some(input), number: 0 }),
        Err(error) => Box::new(Only(Some(Item::cannot_be_read(file, &error)))),
    }
}

/// Says why a file gives no articles.
#[cfg(feature = "parquet")]
pub(super) fn failed(name: &str, why: String) -> Box<dyn Source> {
    Box::new(Only(Some(Item { name: name.to_owned(), content: Content::Failed(why) })))
}

/// A single article.
struct Only(Option<Item>);

impl Source for Only {
    fn next(&mut self) -> Option<Item> {
        self.0.take()
    }
}

/// A file of lines, and how many have been read.
struct Lines {
    input: Option<Input>,
    number: usize,
}

impl Source for Lines {
    fn next(&mut self) -> Option<Item> {
        loop {
            let input = self.input.as_mut()?;
            self.number += 1;
            let name = format!("{}, line {}", input.name, self.number);
            match input.line() {
                Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some(Item { name, content: Content::Line(line) }),
                Ok(None) => self.input = None,
                Err(error) => {
                    self.input = None;
                    return Some(Item::cannot_be_read(&name, &error));
                }
            }
        }
    }

    fn is_at_hand(&self) -> bool {
        self.input.as_ref().is_some_and(Input::has_line)
    }
}
