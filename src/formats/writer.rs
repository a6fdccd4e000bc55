use super::newsmark::{LIBRARY_FORMAT, VERSION};
use super::{Format, csv, jsonl, newsmark, w3c};
use crate::document::Document;

/// Writes many documents into one file, one at a time, for who does not hold all of them at once.
///
/// The pieces that [`Writer::document`] and [`Writer::finish`] give, one behind the other, are the
/// file: a Newsmark library, a JSON array of W3C annotation collections, a table, or lines.
#[derive(Debug)]
pub struct Writer {
    format: Format,
    documents: usize,
}

impl Writer {
    /// For a file of this format.
    pub fn new(format: Format) -> Writer {
        Writer { format, documents: 0 }
    }

    /// The next piece of the file: all up to and with this document.
    pub fn document(&mut self, document: &Document) -> String {
        let before = self.before();
        self.documents += 1;
        match self.format {
            Format::Newsmark => before + newsmark::write(document).trim_end(),
            Format::WebAnnotation => before + w3c::write(document).trim_end(),
            Format::Csv => before + &csv::rows(document),
            Format::Jsonl => jsonl::write(document),
        }
    }

    /// The last piece of the file.
    pub fn finish(self) -> String {
        let before = if self.documents == 0 { self.before() } else { String::new() };
        match self.format {
            Format::Newsmark => before + "\n]}\n",
            Format::WebAnnotation => before + "\n]\n",
            Format::Csv | Format::Jsonl => before,
        }
    }

    /// What stands before the next document.
    fn before(&self) -> String {
        match (self.format, self.documents) {
            (Format::Newsmark, 0) => format!(
                "{{\"format\":\"{LIBRARY_FORMAT}\",\"version\":{VERSION},\"generator\":\"newsmark {}\",\n\"documents\":[\n",
                env!("CARGO_PKG_VERSION")
            ),
            (Format::WebAnnotation, 0) => "[\n".to_owned(),
            (Format::Newsmark | Format::WebAnnotation, _) => ",\n".to_owned(),
            (Format::Csv, 0) => csv::header(),
            (Format::Csv | Format::Jsonl, _) => String::new(),
        }
    }
}
