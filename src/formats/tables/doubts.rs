//! What does not come out.

use super::{Table, columns, line};
use crate::document::Document;
use crate::facts::doubts;
use crate::words;

/// What does not come out in an article, with both sides and the reckoning.
pub fn doubts_table(document: &Document) -> Table {
    let words_of = |id| document.annotation(id).map(|it| line(document, it.span)).unwrap_or_default();
    let rows = doubts(document).into_iter().filter(|doubt| !doubt.is_dismissed).map(|doubt| {
        let from: Vec<String> = doubt.from.iter().map(|id| words_of(*id)).collect();
        vec![doubt.kind.name().to_owned(), words_of(doubt.stated), from.join(", "), doubt.reckoning]
    });
    Table {
        title: words::TableOfArticle { table: &words::DOUBT, article: &document.display_title() }.text(),
        notes: Vec::new(),
        rows: rows.collect(),
        columns: columns([
            ("kind", words::KIND),
            ("stated", words::FACT),
            ("from", words::RECKONING_PARTS),
            ("reckoning", words::RECKONING),
        ]),
    }
}
