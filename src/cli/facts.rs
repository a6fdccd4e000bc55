use std::io;

use super::args::{Facts, FactsFormat, View};
use super::open::open_or_read;
use super::output::{Log, Output};
use crate::formats::{TableFormat, doubts_table, figures_json, sheet_table, speech_table, timeline_table};

/// Writes a view of an article's facts.
pub(super) fn run(args: &Facts, output: &mut Output, log: &mut Log) -> io::Result<()> {
    let Some(document) = open_or_read(&args.file, args.published, log) else { return Ok(()) };
    let table = match args.view {
        View::Sheet => sheet_table(&document),
        View::Doubts => doubts_table(&document),
        View::Speech => speech_table(&[&document]),
        View::Timeline => timeline_table(&document),
        View::Figures => return output.write(&figures_json(&document)),
    };
    output.write(&table.write(match args.format {
        FactsFormat::Text => TableFormat::Text,
        FactsFormat::Csv => TableFormat::Csv,
        FactsFormat::Html => TableFormat::Html,
        FactsFormat::Markdown => TableFormat::Markdown,
    }))
}
