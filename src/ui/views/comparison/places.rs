//! Where a fact stands in each report, and the words around it.

use yew::prelude::*;

use crate::document::Document;
use crate::facts::{Place, Row, Sentences};
use crate::text::{Span, one_line, reveal};
use crate::words;

/// How many bytes stand around a fact to either side.
const REACH: usize = 80;
/// How many places are shown of one report.
const MOST: usize = 2;

/// The places of a row in each report.
pub(super) fn spans(row: &Row) -> Vec<Vec<Span>> {
    row.places.iter().map(|places| places.iter().map(|place| place.span).collect()).collect()
}

/// The words around a fact in one report. Each wording is shown once.
pub(super) fn view_places(document: &Document, sentences: &Sentences, places: &[Place]) -> Html {
    let spans: Vec<Span> = places.iter().map(|place| place.span).collect();
    if spans.is_empty() {
        return html! { <p class="none">{ words::NOT_IN_THIS_REPORT }</p> };
    }
    let mut wordings: Vec<String> = Vec::new();
    let mut first: Vec<Span> = Vec::new();
    // A quote in a sentence that is shown is in sight.
    for (at, span) in spans.iter().enumerate() {
        if spans.iter().take(at).any(|it| it.cover(*span) == *it) {
            continue;
        }
        let wording = one_line(span.slice(document.text()).unwrap_or_default());
        if !wordings.contains(&wording) {
            wordings.push(wording);
            first.push(*span);
        }
    }
    let around = first.iter().take(MOST).map(|span| around(document, sentences, *span));
    let left = wordings.len().saturating_sub(MOST);
    html! {
        <>
            { for around }
            if left > 0 {
                <p class="hint">{ words::more_places(left) }</p>
            }
        </>
    }
}

fn around(document: &Document, sentences: &Sentences, place: Span) -> Html {
    let text = document.text();
    let Some(excerpt) = sentences.excerpt(text, &[place], REACH) else { return Html::default() };
    let piece = |from: usize, to: usize| reveal(text.get(from..to).unwrap_or_default()).into_owned();
    html! {
        <p class="around" dir="auto">
            if excerpt.is_cut_before { { "… " } }
            { piece(excerpt.span.start(), place.start()) }
            <b>{ piece(place.start(), place.end()) }</b>
            { piece(place.end(), excerpt.span.end()) }
            if excerpt.is_cut_behind { { " …" } }
        </p>
    }
}
