//! Who said what.

use super::{Table, columns, line};
use crate::document::Document;
use crate::facts::{Naming, who_said_what};
use crate::label::LabelCode;
use crate::words;

/// Who said what in one article or several: a row a statement, with how many words it has.
pub fn speech_table(documents: &[&Document]) -> Table {
    let mut rows = Vec::new();
    let mut counts = [0_usize; 4];
    for document in documents {
        for source in who_said_what(document) {
            if let Some(count) = counts.get_mut(place(source.naming)) {
                *count += 1;
            }
            for id in &source.statements {
                let Some(statement) = document.annotation(*id) else { continue };
                let told = if statement.label == LabelCode::QUOTE { words::QUOTED } else { words::TOLD };
                let words = line(document, statement.span);
                rows.push(vec![
                    source.shown_name().to_owned(),
                    source.role.clone(),
                    source.naming.name().to_owned(),
                    source.reason.clone(),
                    told.to_owned(),
                    words.clone(),
                    words.split_whitespace().count().to_string(),
                    document.display_title().into_owned(),
                ]);
            }
        }
    }
    let title = match documents {
        [document] => {
            words::TableOfArticle { table: &words::SOURCES_OF_SPEECH, article: &document.display_title() }
                .text()
        }
        _ => words::SOURCES_OF_SPEECH.to_owned(),
    };
    let [named, unnamed, anonymous, open] = counts;
    Table {
        title,
        notes: vec![
            words::SourcesCounted { named: &named, unnamed: &unnamed, anonymous: &anonymous, open: &open }
                .text(),
        ],
        columns: columns([
            ("source", words::SOURCE_OF_STATEMENT),
            ("role", words::ROLE),
            ("naming", words::NAMING),
            ("reason", words::REASON),
            ("told", words::HOW_TOLD),
            ("statement", words::STATEMENT),
            ("words", words::COUNT_OF_WORDS),
            ("article", words::ARTICLE_OF_ROW),
        ]),
        rows,
    }
}

fn place(naming: Naming) -> usize {
    match naming {
        Naming::Named => 0,
        Naming::Unnamed => 1,
        Naming::Anonymous => 2,
        Naming::Open => 3,
    }
}
