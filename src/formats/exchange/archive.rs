//! Zip archives: texts by name, in and out.

use std::io::{Read, Write};

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter};

use crate::formats::MAX_BYTES;
use crate::formats::error::Error;

use super::codec::wrong;

/// How many files of an archive are looked at.
const MOST_FILES: usize = 20_000;

const ZIP: &str = "a zip archive";

/// Whether a file is a zip archive.
pub(in crate::formats) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text files of an archive, by name; what is no text is left out.
///
/// # Errors
/// Where the archive is damaged, or would unpack to more than is read.
pub(in crate::formats) fn unpack(bytes: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let damaged = |error: rawzip::Error| wrong(ZIP, "its list of files", error.to_string());
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut entries = archive.entries();
    let mut left = MAX_BYTES;
    let mut files = Vec::new();
    let mut count = 0;
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        count += 1;
        if count > MOST_FILES {
            return Err(wrong(ZIP, "its list of files", format!("it has more than {MOST_FILES} files")));
        }
        let Ok(name) = entry.file_path().try_normalize().map(|path| path.as_ref().to_owned()) else {
            continue;
        };
        if ![".txt", ".ann", "annotation.conf"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let bad = |reason: String| wrong(ZIP, name.as_str(), reason);
        let local = archive.get_entry(entry.wayfinder()).map_err(|error| bad(error.to_string()))?;
        // What an archive says of its sizes need not be true.
        let content = match entry.compression_method() {
            CompressionMethod::STORE => {
                local.data().get(..local.data().len().min(left + 1)).map(<[u8]>::to_vec)
            }
            CompressionMethod::DEFLATE => decompress_to_vec_with_limit(local.data(), left).ok(),
            _ => return Err(bad("it is packed in a way that is not read; pack it the usual way".to_owned())),
        };
        let content = content
            .filter(|content| content.len() <= left)
            .ok_or_else(|| bad(format!("it is damaged, or unpacks to more than {} MB", MAX_BYTES >> 20)))?;
        left -= content.len();
        let mut checked = Vec::with_capacity(content.len());
        let read = local.verifying_reader(content.as_slice()).read_to_end(&mut checked);
        read.map_err(|error| bad(error.to_string()))?;
        let text = String::from_utf8(checked).map_err(|_| bad("the file is not UTF-8 text".to_owned()))?;
        // A byte order mark stays: brat counts it as a character.
        files.push((name, text));
    }
    Ok(files)
}

/// An archive of these files.
pub(in crate::formats) fn pack(files: &[(String, String)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut out);
    for (name, content) in files {
        // Writing to memory fails only for names and sizes that a zip archive cannot hold.
        let _ = put(&mut archive, name, content);
    }
    let _ = archive.finish();
    out
}

fn put(archive: &mut ZipArchiveWriter<&mut Vec<u8>>, name: &str, content: &str) -> Result<(), rawzip::Error> {
    let (mut entry, config) = archive.new_file(name).compression_method(CompressionMethod::STORE).start()?;
    let mut writer = config.wrap(&mut entry);
    writer.write_all(content.as_bytes()).map_err(rawzip::Error::from)?;
    let (_, descriptor) = writer.finish()?;
    entry.finish(descriptor)?;
    Ok(())
}
