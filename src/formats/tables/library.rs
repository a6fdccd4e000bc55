//! All figures, all people, all dates of many articles: a table each.

use super::{Table, columns, label_name, line};
use crate::document::Document;
use crate::facts::{Family, is_fact, sheet};
use crate::label::LabelCode;
use crate::words;

/// Which facts of a library a table has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LibraryTable {
    /// Money, percentages, measures and numbers.
    Figures,
    /// Names.
    Names,
    /// Dates, times and lengths of time.
    Dates,
}

impl LibraryTable {
    /// All tables.
    pub const ALL: [LibraryTable; 3] = [LibraryTable::Figures, LibraryTable::Names, LibraryTable::Dates];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            LibraryTable::Figures => words::ALL_FIGURES,
            LibraryTable::Names => words::ALL_NAMES,
            LibraryTable::Dates => words::ALL_DATES,
        }
    }

    /// A name for its file.
    pub fn code(self) -> &'static str {
        match self {
            LibraryTable::Figures => "figures",
            LibraryTable::Names => "names",
            LibraryTable::Dates => "dates",
        }
    }

    /// Whether it has what carries this label.
    pub fn has(self, label: &LabelCode) -> bool {
        Family::of(label)
            == match self {
                LibraryTable::Names => Family::Names,
                LibraryTable::Figures => Family::Figures,
                LibraryTable::Dates => Family::Dates,
            }
    }
}

/// A row a fact of these articles; of names a row an entity of each article, with how often it is named.
pub fn library_table<'d>(documents: impl IntoIterator<Item = &'d Document>, which: LibraryTable) -> Table {
    let mut rows = Vec::new();
    for document in documents {
        let title = document.display_title().into_owned();
        let published = document.published.map(|date| date.to_string()).unwrap_or_default();
        if which == LibraryTable::Names {
            for row in document.entity_rows() {
                let count = row.mentions.len().to_string();
                let label = label_name(document, &row.label);
                rows.push(vec![row.name, label, count, title.clone(), published.clone()]);
            }
            continue;
        }
        for row in sheet(document).rows.into_iter().filter(|row| which.has(&row.label)) {
            let Some(fact) = document.annotation(row.id).filter(|fact| is_fact(fact)) else { continue };
            rows.push(vec![
                line(document, fact.span),
                label_name(document, &row.label),
                row.meaning,
                line(document, row.sentence),
                title.clone(),
                published.clone(),
            ]);
        }
    }
    let mut columns = columns([
        ("fact", words::FACT),
        ("label", words::LABEL),
        ("value", words::VALUE),
        ("sentence", words::SENTENCE),
        ("article", words::ARTICLE_OF_ROW),
        ("published", words::PUBLISHED),
    ]);
    if which == LibraryTable::Names {
        let mentions = ("mentions".to_owned(), words::COUNT_OF_MENTIONS.to_owned());
        columns.splice(2..4, [mentions]);
    }
    Table { title: which.title().to_owned(), notes: Vec::new(), columns, rows }
}
