use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use crate::formats::MAX_BYTES;

/// How much is read at a time, in bytes.
const BUFFER: usize = 256 << 10;

/// A file, or standard input for `-`.
pub(super) struct Input {
    /// What to call it in messages.
    pub(super) name: String,
    reader: BufReader<Box<dyn Read + Send>>,
}

impl Input {
    pub(super) fn open(file: &str) -> io::Result<Input> {
        let source: Box<dyn Read + Send> = match file {
            "-" => Box::new(io::stdin()),
            _ => Box::new(File::open(file)?),
        };
        Ok(Input { name: display_name(file).to_owned(), reader: BufReader::with_capacity(BUFFER, source) })
    }

    /// All of it; of one that is too large only so much that this shows.
    pub(super) fn all(self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The next line, without its end; `None` behind the last. One that is too large is cut where
    /// this shows, and the rest of it passed over.
    pub(super) fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = MAX_BYTES as u64 + 2;
        if self.reader.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.len() as u64 == limit && !line.ends_with(b"\n") {
            self.reader.skip_until(b'\n')?;
        }
        if line.ends_with(b"\n") {
            line.pop();
        }
        Ok(Some(line))
    }

    /// Whether the next line is there whole, so that nobody waits for it.
    pub(super) fn has_line(&self) -> bool {
        self.reader.buffer().contains(&b'\n')
    }
}

/// What to call a file in messages.
pub(super) fn display_name(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

/// The last part of a path: what an article from that file is called.
pub(super) fn file_name(path: &str) -> &str {
    let name = std::path::Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path)
}
