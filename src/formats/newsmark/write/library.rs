use std::fmt::Write as _;

use super::write;
use crate::document::Document;
use crate::formats::newsmark::{LIBRARY_FORMAT, VERSION};

/// Writes a library one document at a time, for who does not hold all of them at once.
///
/// The pieces that [`LibraryWriter::document`] and [`LibraryWriter::finish`] give, one behind the
/// other, are the file.
#[derive(Debug, Default)]
pub struct LibraryWriter {
    documents: usize,
}

impl LibraryWriter {
    /// The next piece of the file: all up to and with this document.
    pub fn document(&mut self, document: &Document) -> String {
        let mut piece = self.before();
        self.documents += 1;
        piece.push_str(write(document).trim_end());
        piece
    }

    /// The last piece of the file.
    pub fn finish(self) -> String {
        let mut piece = if self.documents == 0 { self.before() } else { String::new() };
        piece.push_str("\n]}\n");
        piece
    }

    fn before(&self) -> String {
        let mut piece = String::new();
        if self.documents == 0 {
            let version = env!("CARGO_PKG_VERSION");
            let _ = write!(
                piece,
                "{{\"format\":\"{LIBRARY_FORMAT}\",\"version\":{VERSION},\"generator\":\"newsmark {version}\",\n\"documents\":["
            );
        } else {
            piece.push(',');
        }
        piece.push('\n');
        piece
    }
}

/// Writes several documents as one library.
pub fn write_library<'d>(documents: impl IntoIterator<Item = &'d Document>) -> String {
    let mut writer = LibraryWriter::default();
    let mut out: String = documents.into_iter().map(|document| writer.document(document)).collect();
    out.push_str(&writer.finish());
    out
}
