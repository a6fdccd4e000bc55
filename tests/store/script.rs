//! A scripted session: edits of twenty articles, over some weeks.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::annotation::{Annotation, AnnotationId, Status};
use newsmark::document::{Document, DocumentId};
use newsmark::edit::{Command, Meta, operations};
use newsmark::label::LabelCode;
use newsmark::text::Span;
use uuid::Uuid;

pub(crate) const ARTICLES: usize = 20;
pub(crate) const EDITS: usize = 200;

/// The articles before any edit.
pub(crate) fn articles() -> Vec<Arc<Document>> {
    let article = |n: usize| {
        let text =
            format!("Storm {n} hits the coast.\n\nNobody in Lima was hurt, “but {n} boats sank” — 📉.");
        Arc::new(Document::new(DocumentId(Uuid::from_u128(n as u128 + 1)), &text, time(0)))
    };
    (0..ARTICLES).map(article).collect()
}

/// A time in the session: an hour for each edit, so that days go by.
pub(crate) fn time(edit: usize) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + 3_600 * edit as i64).expect("a time")
}

/// Which article the edit is of.
pub(crate) fn article_of(edit: usize) -> usize {
    // Now one after the other, now the same again.
    if edit.is_multiple_of(3) { edit / 3 % ARTICLES } else { edit * 7 % ARTICLES }
}

/// The article after the edit.
pub(crate) fn edited(document: &Document, edit: usize) -> Arc<Document> {
    let now = time(edit);
    let place = document.annotations().get(edit % document.annotations().len().max(1));
    let command = match (edit % 5, place) {
        (1, Some(annotation)) => {
            let status = if edit.is_multiple_of(2) { Status::Accepted } else { Status::Rejected };
            operations::set_status(document, &[annotation.id], status, now)
        }
        (2, Some(annotation)) => operations::set_note(document, annotation.id, &format!("note {edit}"), now),
        (3, Some(annotation)) if edit.is_multiple_of(4) => operations::delete(document, &[annotation.id]),
        (4, _) => Some(Command::SetMeta(Meta { title: format!("Storm {edit}"), ..Meta::of(document) })),
        _ => None,
    };
    let id = AnnotationId(Uuid::from_u128(1_000 + edit as u128));
    let start = edit % 5;
    let mark = Annotation::by_hand(id, Span::new(start, start + 3), LabelCode::EVENT, now);
    let command = command.unwrap_or(Command::Add(vec![Arc::new(mark)]));
    let (changed, _) = command.apply(document, now).expect("the edit applies");
    Arc::new(changed)
}
