use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::CompareViewProps;
use crate::document::{Document, DocumentId};
use crate::store::Summary;
use crate::text::reveal;
use crate::ui::components::{Shared, outlet_and_day};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Action, MOST_REPORTS};

/// Where another report is chosen from the library.
pub(super) fn view_adding(desk: &Desk, props: &CompareViewProps, documents: &[Shared<Document>]) -> Html {
    let is_beside = |id: DocumentId| documents.iter().any(|document| document.id == id);
    let choices: Vec<&Summary> = props.articles.iter().filter(|article| !is_beside(article.id)).collect();
    let add = {
        let (desk, beside) = (desk.clone(), props.beside.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let id = uuid::Uuid::parse_str(&select.value()).ok().map(DocumentId);
            select.set_value("");
            desk.send(Action::Compare(beside.iter().copied().chain(id).collect()));
        })
    };
    if documents.len() >= MOST_REPORTS || choices.is_empty() {
        return Html::default();
    }
    html! {
        <select class="add-report" onchange={add} aria-label={words::ADD_REPORT}>
            <option value="" selected=true>{ words::ADD_REPORT }</option>
            for article in choices {
                <option key={article.id.0.to_string()} value={article.id.0.to_string()}>{ reveal(&article.title).into_owned() }</option>
            }
        </select>
    }
}

/// The reports, each with its outlet and day, at the heads of their columns.
pub(super) fn view_heads(desk: &Desk, props: &CompareViewProps, documents: &[Shared<Document>]) -> Html {
    let head = |(at, document): (usize, &Shared<Document>)| {
        let title = reveal(&document.display_title()).into_owned();
        let told = outlet_and_day(document);
        let remove = {
            let (desk, id) = (desk.clone(), document.id);
            let rest: Vec<_> = props.beside.iter().copied().filter(|it| *it != id).collect();
            move |_: MouseEvent| desk.send(Action::Compare(rest.clone()))
        };
        html! {
            <th scope="col" key={document.id.0.to_string()}>
                <span class="report-title" dir="auto">{ &title }</span>
                if !told.is_empty() {
                    <span class="told">{ told }</span>
                }
                if !document.source.is_empty() {
                    <span class="address on-paper">{ reveal(&document.source).into_owned() }</span>
                }
                if at > 0 {
                    <button type="button" class="quiet" onclick={remove} aria-label={words::remove_this_report(&title)}>{ words::REMOVE_REPORT }</button>
                }
            </th>
        }
    };
    html! {
        <thead>
            <tr>
                <th scope="col"><span class="hidden-text">{ words::FACT }</span></th>
                { for documents.iter().enumerate().map(head) }
            </tr>
        </thead>
    }
}
