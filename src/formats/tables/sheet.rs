//! The check sheet, with room for what a fact-checker finds out.

use std::collections::HashMap;

use super::{Table, columns, label_name, line};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Doubt, doubts, sheet};
use crate::words;

/// The check sheet of an article: a row a fact, what is open first in its kind; what does not come out stands with
/// the facts that it is about.
pub fn sheet_table(document: &Document) -> Table {
    let sheet = sheet(document);
    let mut in_doubt: HashMap<AnnotationId, Vec<Doubt>> = HashMap::new();
    for doubt in doubts(document).into_iter().filter(|doubt| !doubt.is_dismissed) {
        in_doubt.entry(doubt.stated).or_default().push(doubt);
    }
    let rows = sheet.by_kind(document).into_iter().filter_map(|row| {
        let fact = document.annotation(row.id)?;
        let check = fact.check.as_deref();
        let of_check = |cell: fn(&crate::annotation::Check) -> String| check.map(cell).unwrap_or_default();
        let doubts = in_doubt.get(&row.id).into_iter().flatten().map(|doubt| doubt.reckoning.as_str());
        Some(vec![
            label_name(document, &row.label),
            line(document, fact.span),
            row.meaning.clone(),
            line(document, row.sentence),
            row.state.name().to_owned(),
            of_check(|check| check.evidence.clone()),
            of_check(|check| check.note.clone()),
            of_check(|check| check.by.to_string()),
            of_check(|check| check.at.map(|at| at.to_string()).unwrap_or_default()),
            doubts.collect::<Vec<_>>().join("; "),
        ])
    });
    let rows = rows.collect();
    let notes = [
        words::SheetProgress {
            settled: &words::grouped(sheet.progress.settled()),
            all: &words::grouped(sheet.progress.all()),
        }
        .text(),
        document.source.clone(),
        document.published.map(|date| date.to_string()).unwrap_or_default(),
    ];
    Table {
        title: words::TableOfArticle { table: &words::CHECK_SHEET, article: &document.display_title() }
            .text(),
        notes: notes.into_iter().filter(|note| !note.is_empty()).collect(),
        columns: columns([
            ("label", words::LABEL),
            ("fact", words::FACT),
            ("value", words::VALUE),
            ("sentence", words::SENTENCE),
            ("state", words::STATE),
            ("evidence", words::EVIDENCE),
            ("remark", words::REMARK),
            ("by", words::CHECK_AUTHOR),
            ("at", words::CHECK_TIME),
            ("doubt", words::DOUBT),
        ]),
        rows,
    }
}
