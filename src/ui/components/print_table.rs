use yew::prelude::*;

use super::{Shared, use_printing};
use crate::annotation::{Annotation, Check, CheckState, Status};
use crate::document::Document;
use crate::text::one_line;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct PrintTableProps {
    pub(crate) document: Shared<Document>,
}

/// A table of the marks, on paper only: drawn when the page is about to be printed.
#[component]
pub(crate) fn PrintTable(props: &PrintTableProps) -> Html {
    if !use_printing() {
        return Html::default();
    }
    let document = &props.document;
    let annotations = document.annotations().iter();
    html! {
        <table class="print-table">
            <caption>{ words::MARKS }</caption>
            <thead><tr><th>{ words::WORDS }</th><th>{ words::LABEL }</th><th>{ words::VALUE_OR_ENTITY }</th><th>{ words::STATUS }</th><th>{ words::PRINTED_NOTES }</th></tr></thead>
            <tbody>
                for annotation in annotations.filter(|annotation| annotation.status != Status::Rejected) {
                    <tr>
                        <td>{ one_line(document.quote(annotation)) }</td>
                        <td>{ document.labels.get(&annotation.label).map_or(annotation.label.as_str(), |label| label.name.as_str()) }</td>
                        <td>{ meaning(document, annotation) }</td>
                        <td>{ annotation.status.name() }</td>
                        <td>{ view_notes(annotation) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn meaning(document: &Document, annotation: &Annotation) -> String {
    match (&annotation.value, &annotation.entity) {
        (Some(value), _) => value.describe(),
        (None, Some(_)) => document.name_of(&document.subject_of(annotation)).to_owned(),
        (None, None) => String::new(),
    }
}

/// What people wrote of a mark: the note, what came of checking it, the evidence and the remark, a line each.
fn view_notes(annotation: &Annotation) -> Html {
    let check = annotation.check.as_deref();
    let state = check.map(|check| check.state).filter(|state| *state != CheckState::Open);
    let of_check = |text: fn(&Check) -> &str| check.map(text).unwrap_or_default().lines();
    let lines = annotation.note.lines().chain(state.map(CheckState::name));
    let lines = lines.chain(of_check(|check| &check.evidence)).chain(of_check(|check| &check.note));
    html! {
        for line in lines.filter(|line| !line.trim().is_empty()) {
            <p>{ line.to_owned() }</p>
        }
    }
}
