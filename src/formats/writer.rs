use super::exchange::Codec;
use super::{Format, registry};
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
        let codec = registry::codec(format);
        if codec.packer().is_some() {
            return Part(Written::Kept(Box::new(document.clone())));
        }
        let mut text = codec.write(document);
        text.truncate(text.trim_end_matches('\n').len());
        if codec.frame().ends_lines {
            text.push('\n');
        }
        Part(Written::Text(text))
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
        let codec = self.codec();
        if let Some(pack) = codec.packer() {
            let documents: Vec<_> =
                self.kept.iter().map(|(name, document)| (name.clone(), document)).collect();
            return pack(&documents);
        }
        let behind = codec.frame().behind;
        (before + behind.trim_start_matches('\n')).into_bytes()
    }

    /// What stands before the next document.
    fn before(&self) -> String {
        let frame = self.codec().frame();
        if self.documents == 0 { frame.before.to_owned() } else { frame.between.to_owned() }
    }

    fn codec(&self) -> &'static dyn Codec {
        registry::codec(self.format)
    }
}
