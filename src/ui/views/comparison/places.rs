//! Where a fact stands in each report, and the words around it.

use std::sync::Arc;

use yew::prelude::*;

use crate::annotation::{Annotation, AnnotationId};
use crate::document::Document;
use crate::facts::{Row, Sentences};
use crate::text::{Span, one_line, reveal};
use crate::ui::components::Shared;
use crate::words;

/// How many bytes stand around a fact to either side.
const REACH: usize = 80;
/// How many places are shown of one report.
const MOST: usize = 2;

/// The places of a row in each report.
pub(super) fn spans(documents: &[Shared<Document>], row: &Row) -> Vec<Vec<Span>> {
    let of = |(document, ids): (&Shared<Document>, &Vec<AnnotationId>)| {
        ids.iter().filter_map(|id| document.annotation(*id)).map(|it| it.span).collect()
    };
    documents.iter().zip(&row.places).map(of).collect()
}

/// The words around a fact in one report. Each wording is shown once.
pub(super) fn view_places(document: &Document, sentences: &Sentences, ids: &[AnnotationId]) -> Html {
    let marks: Vec<&Arc<Annotation>> = ids.iter().filter_map(|id| document.annotation(*id)).collect();
    if marks.is_empty() {
        return html! { <p class="none">{ words::NOT_IN_THIS_REPORT }</p> };
    }
    let mut wordings: Vec<String> = Vec::new();
    let mut first: Vec<&Annotation> = Vec::new();
    for mark in &marks {
        let wording = one_line(document.quote(mark));
        if !wordings.contains(&wording) {
            wordings.push(wording);
            first.push(mark);
        }
    }
    let around = first.iter().take(MOST).map(|mark| around(document, sentences, mark));
    let left = marks.len() - first.len().min(MOST);
    html! {
        <>
            { for around }
            if left > 0 {
                <p class="hint">{ words::more_places(left) }</p>
            }
        </>
    }
}

fn around(document: &Document, sentences: &Sentences, mark: &Annotation) -> Html {
    let text = document.text();
    let Some(excerpt) = sentences.excerpt(text, &[mark.span], REACH) else { return Html::default() };
    let piece = |from: usize, to: usize| reveal(text.get(from..to).unwrap_or_default()).into_owned();
    html! {
        <p class="around" dir="auto">
            if excerpt.is_cut_before { { "… " } }
            { piece(excerpt.span.start(), mark.span.start()) }
            <b>{ piece(mark.span.start(), mark.span.end()) }</b>
            { piece(mark.span.end(), excerpt.span.end()) }
            if excerpt.is_cut_behind { { " …" } }
        </p>
    }
}
