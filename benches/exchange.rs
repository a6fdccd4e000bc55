//! Bytes a second: each format, written and read; and orphans for which a place is looked up in a long text.
//!
//! A table of the medians is printed at the end: megabytes of the file a second, and for what is looked up, of the text.

mod support;

use std::time::SystemTime;

use newsmark::document::{Document, DocumentId, annotate};
use newsmark::extract::extract;
use newsmark::facts::{compare, doubts, sheet, timeline, who_said_what};
use newsmark::formats::{self, Format};
use support::{Row, articles, criterion, measure, table};
use uuid::Uuid;

const MEGABYTE: usize = 1 << 20;
/// So many orphans the lookup is measured with.
const ORPHANS: usize = 350;

fn main() {
    let began = SystemTime::now();
    let mut criterion = criterion();
    let all: String = articles().into_iter().map(|(_, text)| text + "\n\n").collect();
    let mut rows: Vec<Row> = Vec::new();

    let document = read(&all.repeat(100_000 / all.len() + 1));
    let mut group = criterion.benchmark_group("exchange");
    for format in Format::ALL {
        let file = formats::export_file(&document, format);
        // The measure is the file; what is written is the same each time.
        let size = "x".repeat(file.len());
        let name = format!("{}, written", format.code());
        measure(&mut group, &mut rows, "exchange", name, &size, |_| {
            std::hint::black_box(formats::export_file(&document, format));
        });
        if formats::read(&file, Some(format)).is_ok() {
            let name = format!("{}, read", format.code());
            measure(&mut group, &mut rows, "exchange", name, &size, |_| {
                let _ = std::hint::black_box(formats::read(&file, Some(format)));
            });
        }
    }
    group.finish();

    let text = all.repeat(MEGABYTE / all.len() + 1);
    let orphaned = orphaned(&text);
    let mut group = criterion.benchmark_group("anchoring");
    let name = format!("{} orphans, {} bytes", orphaned.orphans.len(), text.len());
    measure(&mut group, &mut rows, "anchoring", name, &text, |_| {
        std::hint::black_box(orphaned.proposals());
    });
    let edited = text.replace("Ukraine", "the country");
    let whole = read(&all);
    measure(&mut group, &mut rows, "anchoring", "a text compared with another".into(), &text, |_| {
        std::hint::black_box(whole.on_text(&edited));
    });
    group.finish();
    let (one, other) = all.split_at(all.char_indices().nth(all.chars().count() / 2).map_or(0, |(at, _)| at));
    let [one, other] = [one, other].map(|half| read(&half.repeat(100_000 / half.len().max(1) + 1)));
    let mut group = criterion.benchmark_group("facts");
    let both = format!("{}{}", one.text(), other.text());
    let name = format!("two reports of {} bytes compared", both.len());
    measure(&mut group, &mut rows, "facts", name, &both, |_| {
        std::hint::black_box(compare(&[&one, &other]));
    });
    let long = read(&text);
    for (name, view) in VIEWS {
        let name = format!("{name}, {} marks", long.annotations().len());
        measure(&mut group, &mut rows, "facts", name, &text, |_| view(&long));
    }
    group.finish();
    criterion.final_summary();
    // A table that cannot be printed is no reason to fail.
    let _ = table(&rows, began);
}

/// A view of facts: what it is called, and making it.
type View = (&'static str, fn(&Document));

const VIEWS: [View; 4] = [
    ("check sheet", |document| drop(std::hint::black_box(sheet(document)))),
    ("arithmetic", |document| drop(std::hint::black_box(doubts(document)))),
    ("who said what", |document| drop(std::hint::black_box(who_said_what(document)))),
    ("timeline", |document| drop(std::hint::black_box(timeline(document).drawing()))),
];

/// An article with what the engine finds in it.
fn read(text: &str) -> Document {
    let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
    let mut next = 0;
    let ids = || {
        next += 1;
        Uuid::from_u128(next)
    };
    annotate(&mut document, &extract(text, None), ids, Default::default());
    document
}

/// A long text, and marks that stood in an older one, none of whose words are left as they were.
fn orphaned(text: &str) -> Document {
    let mut old = read(&text[..text.len() / 8]);
    let surplus: Vec<_> = old.annotations().iter().skip(ORPHANS).map(|annotation| annotation.id).collect();
    old.remove_all(&surplus);
    let selectors: Vec<_> = {
        let map = newsmark::text::OffsetMap::new(old.text());
        let of = |span| newsmark::annotation::anchor::describe(old.text(), &map, span);
        old.annotations().iter().map(|annotation| ((**annotation).clone(), of(annotation.span))).collect()
    };
    let mut new = Document::new(old.id, text, Default::default());
    for (annotation, mut selector) in selectors {
        // A letter more: nothing stands there to the letter.
        selector.quote.exact.push('x');
        new.orphans.push(newsmark::annotation::Orphan { annotation, selector });
    }
    new
}
