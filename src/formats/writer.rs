use super::newsmark::{LIBRARY_FORMAT, VERSION};
use super::{Format, jsonl, newsmark, registry};
use crate::document::Document;

/// Writes many documents into one file, one at a time, for those who do not hold all of them at once.
///
/// The pieces that [`Writer::document`] and [`Writer::finish`] give, one behind the other, are the
/// file: a Newsmark library, a JSON array, a table, or lines. A brat archive comes whole at the end.
#[derive(Debug)]
pub struct Writer {
    format: Format,
    documents: usize,
    /// The documents of an archive, with their names in it.
    kept: Vec<(String, Document)>,
}

/// A document as a part of a file, whichever others are in it.
#[derive(Debug)]
pub struct Part(Written);

#[derive(Debug)]
enum Written {
    Text(String),
    Kept(Box<Document>),
}

impl Part {
    /// Writes a document as a part of a file of this format.
    pub fn new(format: Format, document: &Document) -> Part {
        Part(match registry::codec(format) {
            _ if format.is_binary() => Written::Kept(Box::new(document.clone())),
            Some(codec) => Written::Text(codec.write(document).trim_end_matches('\n').to_owned() + "\n"),
            None if format == Format::Jsonl => Written::Text(jsonl::write(document)),
            None => Written::Text(newsmark::write(document).trim_end().to_owned()),
        })
    }
}

impl Writer {
    /// For a file of this format.
    pub fn new(format: Format) -> Writer {
        Writer { format, documents: 0, kept: Vec::new() }
    }

    /// The next piece of the file: all up to and with this document.
    pub fn document(&mut self, document: &Document) -> String {
        self.part(Part::new(self.format, document))
    }

    /// The same of a document that was written before, perhaps by another thread.
    pub fn part(&mut self, part: Part) -> String {
        let before = self.before();
        self.documents += 1;
        match part.0 {
            Written::Text(text) => before + &text,
            Written::Kept(document) => {
                self.kept.push((format!("article-{:05}", self.documents), *document));
                String::new()
            }
        }
    }

    /// The last piece of the file.
    pub fn finish(self) -> Vec<u8> {
        let before = if self.documents == 0 { self.before() } else { String::new() };
        if self.format.is_binary() {
            let documents: Vec<_> =
                self.kept.iter().map(|(name, document)| (name.clone(), document)).collect();
            return registry::brat_archive(&documents);
        }
        let behind = match registry::codec(self.format) {
            Some(codec) => codec.frame().behind,
            None if self.format == Format::Jsonl => "",
            None => "\n]}\n",
        };
        (before + behind.trim_start_matches('\n')).into_bytes()
    }

    /// What stands before the next document.
    fn before(&self) -> String {
        let frame = registry::codec(self.format).map(|codec| codec.frame());
        match (frame, self.documents) {
            (Some(frame), 0) => frame.before.to_owned(),
            (Some(frame), _) => frame.between.to_owned(),
            (None, _) if self.format == Format::Jsonl => String::new(),
            (None, 0) => format!(
                "{{\"format\":\"{LIBRARY_FORMAT}\",\"version\":{VERSION},\"generator\":\"newsmark {}\",\n\"documents\":[\n",
                env!("CARGO_PKG_VERSION")
            ),
            (None, _) => ",\n".to_owned(),
        }
    }
}
