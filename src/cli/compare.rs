use std::io;

use super::args::{Compare, Side};
use super::open::open_or_read;
use super::output::{Log, Output};
use crate::document::Document;
use crate::facts::compare;
use crate::formats::{TableFormat, comparison_json, comparison_table};

/// Sets reports side by side.
pub(super) fn run(args: &Compare, output: &mut Output, log: &mut Log) -> io::Result<()> {
    log.progress.begin_files(&args.files);
    let documents = args.files.iter().map(|file| {
        let document = open_or_read(file, args.published, log);
        log.progress.file_done(file);
        document
    });
    let Some(documents) = documents.collect::<Option<Vec<Document>>>() else { return Ok(()) };
    log.progress.end();
    let documents: Vec<&Document> = documents.iter().collect();
    let found = compare(&documents);
    if args.format == Side::Json {
        return output.write(&comparison_json(&documents, &found));
    }
    let table = comparison_table(&documents, &found);
    output.write(&table.write(match args.format {
        Side::Html => TableFormat::Html,
        Side::Csv => TableFormat::Csv,
        Side::Text | Side::Json => TableFormat::Text,
    }))
}
