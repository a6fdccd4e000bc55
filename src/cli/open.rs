//! Files that are read whole.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::clock::now;
use super::ids::Ids;
use super::input::{Input, display_name, file_name};
use super::output::{Log, Tell};
use crate::document::{self, Document, DocumentId};
use crate::formats::{Format, Import, decode, groups, read, read_files};

/// Reads a file of any format; says what is wrong where it cannot be read.
pub(super) fn open(file: &str, log: &mut Log) -> Option<Import> {
    let import = import(file, None, log)?;
    log.problems(file, &import.problems, false);
    Some(import)
}

/// Reads a file of a format, or of the one that it is of: with the text beside it, where it is one of brat's, and with all
/// that it holds, where it is a folder. Says why where that cannot be.
pub(super) fn import(file: &str, format: Option<Format>, log: &mut Log) -> Option<Import> {
    let path = Path::new(file);
    let may_be_brat = format.is_none_or(|format| format == Format::Brat);
    if path.is_dir() {
        return Some(folder(path, format, log));
    }
    let read = match may_be_brat && path.extension().is_some_and(|end| end == "ann") {
        true => read_files(&beside(path, log)?),
        false => read(&bytes(file, log)?, format),
    };
    read.map_err(|error| log.fail(display_name(file), &error.to_string())).ok()
}

/// Whether a file is one of brat's with its text beside it.
fn has_text(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "ann") && path.with_extension("txt").is_file()
}

/// An `.ann` file with what belongs to it in its folder.
fn beside(path: &Path, log: &mut Log) -> Option<Vec<(String, Vec<u8>)>> {
    let others = [path.with_extension("txt"), path.with_file_name("annotation.conf")];
    let paths = [path.to_owned()].into_iter().chain(others.into_iter().filter(|other| other.is_file()));
    let paths: Vec<String> = paths.map(|path| path.to_string_lossy().into_owned()).collect();
    let names: Vec<&str> = paths.iter().map(|path| file_name(path)).collect();
    let group = groups(&names).into_iter().next().unwrap_or_default();
    let file = |place: usize| {
        let path = paths.get(place)?;
        Some((file_name(path).to_owned(), bytes(path, log)?))
    };
    group.into_iter().map(file).collect()
}

/// All files of a folder, each of the format that it is of; texts beside `.ann` files go with those.
fn folder(path: &Path, format: Option<Format>, log: &mut Log) -> Import {
    let mut all = Import { is_library: true, ..Import::default() };
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => {
            log.fail(&path.to_string_lossy(), &format!("cannot be read: {error}"));
            return all;
        }
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for inner in files.iter().filter(|path| path.is_dir()) {
        log.warn(&inner.to_string_lossy(), "is a folder in a folder and was passed over.");
    }
    files.retain(|path| !path.is_dir());
    let names: Vec<String> = files.iter().map(|path| file_name(&path.to_string_lossy()).to_owned()).collect();
    let groups = groups(&names.iter().map(String::as_str).collect::<Vec<_>>());
    // Each group by its first file, which brings the others along.
    let files: Vec<PathBuf> = groups.iter().filter_map(|group| files.get(*group.first()?).cloned()).collect();
    let is_whole = log.progress.begin_files(&files);
    for file in &files {
        let file = file.to_string_lossy();
        let read = import(&file, format, log);
        log.progress.file_done(&*file);
        let Some(mut one) = read else { continue };
        log.problems(&file, &one.problems, false);
        all.documents.append(&mut one.documents);
        all.loose.append(&mut one.loose);
        all.redacted.append(&mut one.redacted);
    }
    if is_whole {
        log.progress.end();
    }
    if files.is_empty() {
        log.fail(&path.to_string_lossy(), "holds no files of annotations.");
    }
    all
}

/// The bytes of a file.
pub(super) fn bytes(file: &str, log: &mut Log) -> Option<Vec<u8>> {
    match Input::open(file).and_then(Input::all) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            log.fail(file, &format!("cannot be read: {error}"));
            None
        }
    }
}

/// The one article of a file of any format; a plain text is annotated first.
pub(super) fn open_or_read(file: &str, published: Option<Date>, log: &mut Log) -> Option<Document> {
    let bytes = bytes(file, log)?;
    if let Ok(import) = read(&bytes, None) {
        log.problems(file, &import.problems, false);
        return one(file, import, log);
    }
    annotated(file, &bytes, published, log)
}

/// All articles of a file of any format, or of a folder of such files; a plain text is annotated first.
pub(super) fn open_or_read_all(
    file: &str,
    format: Option<Format>,
    published: Option<Date>,
    log: &mut Log,
) -> Vec<Document> {
    let path = Path::new(file);
    let is_known = format.is_some() || path.is_dir() || has_text(path);
    let import = if is_known {
        import(file, format, log)
    } else {
        let Some(bytes) = bytes(file, log) else { return Vec::new() };
        match read(&bytes, None) {
            Ok(import) => Some(import),
            Err(_) => return annotated(file, &bytes, published, log).into_iter().collect(),
        }
    };
    let Some(import) = import else { return Vec::new() };
    log.problems(display_name(file), &import.problems, false);
    tell_unwritten(display_name(file), &import, log);
    import.documents
}

/// The article of a plain text, annotated.
fn annotated(file: &str, bytes: &[u8], published: Option<Date>, log: &mut Log) -> Option<Document> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => {
            log.fail(file, &error.to_string());
            return None;
        }
    };
    // What is meant for a program and is broken is no article.
    if text.trim_start().starts_with(['{', '[']) {
        let _ = read(bytes, None).map_err(|error| log.fail(file, &error.to_string()));
        return None;
    }
    let mut ids = Ids::new();
    let mut document = Document::new(DocumentId(ids.next()), text, now());
    document.title = file_name(file).to_owned();
    document.published = published;
    document::read(&mut document, || ids.next(), now());
    Some(document)
}

/// The one article of a file.
pub(super) fn open_one(file: &str, log: &mut Log) -> Option<Document> {
    let import = open(file, log)?;
    one(file, import, log)
}

fn one(file: &str, import: Import, log: &mut Log) -> Option<Document> {
    let (count, loose) = (import.documents.len(), import.loose.len() + import.redacted.len());
    let mut documents = import.documents.into_iter();
    match (documents.next(), count) {
        (Some(document), 1) => Some(document),
        (None, _) if loose > 0 => {
            log.fail(file, "holds annotations without the article's text. Put them on it first: `newsmark anchor FILE TEXT`.");
            None
        }
        _ => {
            log.fail(file, &format!("holds {count} articles; one is expected."));
            None
        }
    }
}

/// Says what of a file cannot be written, as it has no text to stand in.
pub(super) fn tell_unwritten(name: &str, import: &Import, teller: &mut impl Tell) {
    const HOW: &str = "Put them on it with `newsmark anchor FILE TEXT`.";
    if !import.loose.is_empty() {
        let count: usize = import.loose.iter().map(|draft| draft.len()).sum();
        let what = match count {
            0 => "it holds neither an article’s text nor annotations".to_owned(),
            1 => format!("its 1 annotation stands without the article's text. {HOW}"),
            _ => format!("its {count} annotations stand without the article's text. {HOW}"),
        };
        teller.fail(name, &what);
    }
    if !import.redacted.is_empty() {
        teller.fail(name, &format!("its annotations stand without a word of their article. {HOW}"));
    }
}
