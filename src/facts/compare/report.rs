//! A report as it is compared: without what the page has around it.

use super::FactKind;
use crate::annotation::Annotation;
use crate::document::Document;
use crate::extract::page_furniture;
use crate::facts::reading::Reading;
use crate::intake::{is_stamp, opening};
use crate::text::{Span, paragraphs, sort_by_key};

/// A document, read, with the lines of it that tell nothing of the event.
#[derive(Debug)]
pub(super) struct Report<'d> {
    pub(super) reading: Reading<'d>,
    /// Menus, buttons and notices of the page, the byline, credits and stamps of time, in order.
    aside: Vec<Span>,
    dateline: Option<Span>,
}

/// What lines begin with that say who made the report.
const CREDITS: &[&str] = &[
    "reporting by", "additional reporting", "editing by", "edited by", "writing by", "written by",
    "compiled by", "photo by", "photograph by", "photo:", "photos:", "credit:", "source:",
    "with reporting by",
];

/// The longest line that is taken for a credit or a stamp, in bytes.
const LONGEST: usize = 200;

/// Whether a line says who made the report or when it appeared, and nothing of the event.
fn is_credit(line: &str) -> bool {
    let letters = line.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    line.len() <= LONGEST && (CREDITS.iter().any(|credit| letters.starts_with(credit)) || is_stamp(line))
}

impl<'d> Report<'d> {
    pub(super) fn new(document: &'d Document) -> Report<'d> {
        let text = document.text();
        let opening = opening(text);
        let mut aside = page_furniture(text);
        aside.extend(opening.byline);
        aside.extend(paragraphs(text).into_iter().filter(|line| line.slice(text).is_some_and(is_credit)));
        sort_by_key(&mut aside, |span| span.start());
        aside.dedup_by(|next, before| {
            let meets = next.start() < before.end();
            if meets {
                *before = before.cover(*next);
            }
            meets
        });
        Report { reading: Reading::new(document), aside, dateline: opening.dateline }
    }

    pub(super) fn document(&self) -> &'d Document {
        self.reading.document
    }

    /// Whether a place is in the article itself.
    pub(super) fn is_within(&self, span: Span) -> bool {
        let behind = self.aside.partition_point(|aside| aside.end() <= span.start());
        !self.aside.get(behind).is_some_and(|aside| aside.overlaps(span))
    }

    /// The facts of a kind, in reading order. The day of a dateline is that of the report.
    pub(super) fn facts(&self, kind: FactKind) -> impl Iterator<Item = &'d Annotation> + '_ {
        let facts = self.document().annotations().iter().map(|it| &**it);
        let is_of_report =
            move |span: Span| kind == FactKind::Date && self.dateline.is_some_and(|it| it.overlaps(span));
        facts.filter(move |it| {
            FactKind::of(it) == Some(kind) && self.is_within(it.span) && !is_of_report(it.span)
        })
    }
}
