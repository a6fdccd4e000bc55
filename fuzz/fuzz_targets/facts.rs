//! The views of facts over any article: an input is cut in two at its middle, and both halves are compared.
//! How to run it stands in `extract.rs`.

#![no_main]

use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::{compare, doubts, is_fact, sheet, timeline, who_said_what};
use newsmark::formats::{TableFormat, comparison_json, comparison_table, sheet_table, timeline_svg};
use uuid::Uuid;

fn read(text: &str, published: Option<Date>, next: &mut u128) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
    document.published = published;
    let ids = || {
        *next += 1;
        Uuid::from_u128(*next)
    };
    let extraction = extract(document.text(), published);
    annotate(&mut document, &extraction, ids, Default::default());
    document
}

fuzz_target!(|input: &[u8]| {
    let Some((day, text)) = input.split_at_checked(2) else { return };
    let days = i32::from(u16::from_le_bytes([day[0], day[1]]));
    let published = Date::constant(1950, 1, 1).checked_add(jiff::Span::new().days(days)).ok();
    let text = String::from_utf8_lossy(text);
    let middle = (text.len() / 2..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let mut next = 0;
    let (one, other) = text.split_at(middle);
    let (one, other) = (read(one, published, &mut next), read(other, None, &mut next));
    let found = compare(&[&one, &other]);
    for (at, document) in [&one, &other].into_iter().enumerate() {
        let facts = document.annotations().iter().filter(|it| is_fact(it)).count();
        let listed: usize = found.rows.iter().map(|row| row.places[at].len()).sum();
        assert_eq!(listed, facts, "every fact stands in one row");
        assert_eq!(sheet(document).rows.len(), facts);
        doubts(document);
        who_said_what(document);
        timeline(document).drawing();
        timeline_svg(document);
        sheet_table(document).write(TableFormat::Html);
    }
    comparison_table(&[&one, &other], &found).write(TableFormat::Text);
    comparison_json(&[&one, &other], &found);
});
