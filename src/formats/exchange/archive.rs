//! Zip archives: texts by name, in and out.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::formats::MAX_BYTES;
use crate::formats::error::Error;

use super::codec::wrong;

/// How many files of an archive are looked at.
const MOST_FILES: usize = 20_000;

/// Whether a file is a zip archive.
pub(in crate::formats) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text files of an archive, by name; what is no text is left out.
///
/// # Errors
/// Where the archive is damaged, or would unpack to more than is read.
pub(in crate::formats) fn unpack(bytes: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let bad = |reason: String| wrong("a zip archive", "its list of files", reason);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| bad(error.to_string()))?;
    if archive.len() > MOST_FILES {
        return Err(bad(format!("it has {} files; at most {MOST_FILES} are read", archive.len())));
    }
    let mut left = MAX_BYTES as u64;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| bad(error.to_string()))?;
        let name = file.name().to_owned();
        if file.is_dir() || !(name.ends_with(".txt") || name.ends_with(".ann")) {
            continue;
        }
        let mut content = Vec::new();
        // What an archive says of its sizes need not be true.
        let read = file.take(left + 1).read_to_end(&mut content);
        read.map_err(|error| wrong("a zip archive", name.as_str(), error.to_string()))?;
        left = left.checked_sub(content.len() as u64).ok_or_else(|| {
            wrong("a zip archive", name.as_str(), format!("it unpacks to more than {} MB", MAX_BYTES >> 20))
        })?;
        let text = String::from_utf8(content)
            .map_err(|_| wrong("a zip archive", name.as_str(), "the file is not UTF-8 text"))?;
        // A byte order mark stays: brat counts it as a character.
        files.push((name, text));
    }
    Ok(files)
}

/// An archive of these files.
pub(in crate::formats) fn pack(files: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a time: the same files give the same bytes.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        // Writing to memory does not fail.
        if writer.start_file(name.as_str(), options).is_ok() {
            let _ = writer.write_all(content.as_bytes());
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
