use yew::prelude::*;

use super::Shared;
use crate::annotation::Status;
use crate::document::Document;
use crate::ui::browser::on_window;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct PrintTableProps {
    pub(crate) document: Shared<Document>,
}

/// A table of the marks, on paper only: drawn when the page is about to be printed.
#[component]
pub(crate) fn PrintTable(props: &PrintTableProps) -> Html {
    let is_printing = use_state_eq(|| false);
    {
        let is_printing = is_printing.clone();
        use_effect_with((), move |()| {
            let before = {
                let is_printing = is_printing.clone();
                on_window("beforeprint", move |_| is_printing.set(true))
            };
            let after = on_window("afterprint", move |_| is_printing.set(false));
            move || drop((before, after))
        });
    }
    if !*is_printing {
        return Html::default();
    }
    let document = &props.document;
    html! {
        <table class="print-table">
            <caption>{ words::MARKS }</caption>
            <thead><tr><th>{ words::WORDS }</th><th>{ words::LABEL }</th><th>{ words::VALUE_OR_ENTITY }</th><th>{ words::STATUS }</th><th>{ words::NOTE }</th></tr></thead>
            <tbody>
                for annotation in document.annotations().iter().filter(|annotation| annotation.status != Status::Rejected) {
                    <tr>
                        <td>{ document.quote(annotation) }</td>
                        <td>{ document.labels.get(&annotation.label).map_or(annotation.label.as_str(), |label| label.name.as_str()) }</td>
                        <td>{ meaning(document, annotation) }</td>
                        <td>{ annotation.status.code() }</td>
                        <td>{ &annotation.note }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn meaning(document: &Document, annotation: &crate::annotation::Annotation) -> String {
    match (&annotation.value, &annotation.entity) {
        (Some(value), _) => value.describe(),
        (None, Some(_)) => document.name_of(&document.subject_of(annotation)).to_owned(),
        (None, None) => String::new(),
    }
}
