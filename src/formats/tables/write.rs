//! The ways in which a table is written.

use std::fmt::Write as _;

use super::Table;
use crate::formats::exchange::{escaped_html, escaped_markdown, guarded};

pub(super) fn csv(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(table.columns.iter().map(|(code, _)| code));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

pub(super) fn html(table: &Table) -> String {
    let title = escaped_html(&table.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n<main>\n<h1>{title}</h1>\n"
    );
    for note in &table.notes {
        let _ = writeln!(out, "<p>{}</p>", escaped_html(note));
    }
    out.push_str("<table>\n<thead><tr>");
    for (_, name) in &table.columns {
        let _ = write!(out, "<th scope=\"col\">{}", escaped_html(name));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| escaped_html(cell)).collect();
        let _ = writeln!(out, "<tr><td>{}</tr>", cells.join("<td>"));
    }
    out.push_str("</tbody>\n</table>\n</main>\n</html>\n");
    out
}

const STYLE: &str = "\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8888; padding: .2rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } tr { break-inside: avoid; } thead { display: table-header-group; } td { height: 2.2em; } }
";

pub(super) fn markdown(table: &Table) -> String {
    let cell = |text: &str| escaped_markdown(text).replace('\n', " ");
    let mut out = format!("# {}\n\n", cell(&table.title));
    for note in &table.notes {
        let _ = writeln!(out, "{}\n", cell(note));
    }
    let names: Vec<String> = table.columns.iter().map(|(_, name)| cell(name)).collect();
    let _ = writeln!(out, "| {} |\n|{}", names.join(" | "), "---|".repeat(names.len()));
    for row in &table.rows {
        // A line of a cell stays a line.
        let lines = |text: &String| text.lines().map(&cell).collect::<Vec<_>>().join("<br>");
        let cells: Vec<String> = row.iter().map(lines).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out
}

/// The most characters of a cell on a terminal.
const WIDEST: usize = 60;

pub(super) fn text(table: &Table) -> String {
    let cut = |text: &String| match text.char_indices().nth(WIDEST) {
        None => text.replace('\n', " "),
        Some(_) => {
            let end = text.char_indices().nth(WIDEST - 1).map_or(text.len(), |(at, _)| at);
            format!("{}…", text.get(..end).unwrap_or_default().replace('\n', " "))
        }
    };
    let head = table.columns.iter().map(|(_, name)| (*name).to_owned()).collect();
    let rows: Vec<Vec<String>> =
        std::iter::once(head).chain(table.rows.iter().map(|row| row.iter().map(cut).collect())).collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let mut out = format!("{}\n", table.title);
    for note in &table.notes {
        let _ = writeln!(out, "{note}");
    }
    out.push('\n');
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        let _ = writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    out
}
