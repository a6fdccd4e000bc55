//! The timeline as a table.

use super::{Table, columns, line};
use crate::document::Document;
use crate::facts::timeline;
use crate::words;

/// What an article dates, the earliest first, then what is open.
pub fn timeline_table(document: &Document) -> Table {
    let timeline = timeline(document);
    let words_of = |id| document.annotation(id).map(|it| line(document, it.span)).unwrap_or_default();
    let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
    let placed = timeline.moments.iter().map(|it| {
        vec![
            it.from.to_string(),
            it.to.to_string(),
            it.clock.map(clock).unwrap_or_default(),
            words_of(it.id),
            line(document, it.sentence),
        ]
    });
    let open = timeline.open.iter().map(|(id, sentence)| {
        vec![String::new(), String::new(), String::new(), words_of(*id), line(document, *sentence)]
    });
    Table {
        title: words::TableOfArticle { table: &words::TIMELINE, article: &document.display_title() }.text(),
        notes: timeline.published.map(|date| words::publication_day(&date.to_string())).into_iter().collect(),
        columns: columns([
            ("from", words::FROM_DAY),
            ("to", words::TO_DAY),
            ("time", words::TIME_OF_DAY),
            ("date", words::AS_WRITTEN),
            ("sentence", words::SENTENCE),
        ]),
        rows: placed.chain(open).collect(),
    }
}
