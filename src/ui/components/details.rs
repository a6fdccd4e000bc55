use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Shared;
use super::days::Days;
use super::hidden::Hidden;
use super::tools::tip;
use crate::document::Document;
use crate::edit::Meta;
use crate::extract::page_furniture;
use crate::text::one_line;
use crate::ui::desk::{Desk, parse_date};
use crate::words;
use crate::workspace::PageCommand;

#[derive(Properties, PartialEq)]
pub(crate) struct DetailsProps {
    pub(crate) document: Shared<Document>,
}

/// What is known of the open article: title, source, published date. Each field is one change when
/// it is left.
#[component]
pub(crate) fn Details(props: &DetailsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let meta = Meta::of(&props.document);
    let change = |change: fn(&mut Meta, String)| {
        let (desk, meta) = (desk.clone(), meta.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let mut meta = meta.clone();
            change(&mut meta, input.value());
            desk.set_meta(meta);
        })
    };
    let title = {
        let (desk, meta) = (desk.clone(), meta.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            // A title is one line, however it was pasted.
            let title = one_line(&field.value());
            desk.set_meta(Meta { title, ..meta.clone() });
        })
    };
    let leave_on_enter = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            if let Some(field) = event.target_dyn_into::<HtmlElement>() {
                // Fails only for a field that is gone.
                let _ = field.blur();
            }
        }
    });
    let published = meta.published.map(|date| date.to_string()).unwrap_or_default();
    html! {
        <header class="details">
            // A text area, since titles wrap.
            <textarea
                class="title" aria-label={words::TITLE} rows="1" placeholder={props.document.display_title().into_owned()}
                value={meta.title.clone()} onchange={title} onkeydown={leave_on_enter}
            />
            <label class="source">{ words::SOURCE }
                <input
                    type="text" placeholder="https://…" value={meta.source.clone()}
                    onchange={change(|meta, source| meta.source = source)}
                />
            </label>
            <label>{ words::PUBLISHED }
                <input
                    type="date" value={published}
                    onchange={change(|meta, date| meta.published = parse_date(&date))}
                />
            </label>
            <span class="colleagues" role="group" aria-label={words::VERSIONS_AND_COLLEAGUES}>
                { open_button(&desk, PageCommand::UpdateText, words::UPDATE_TEXT) }
                { open_button(&desk, PageCommand::Merge, words::MERGE) }
                { open_button(&desk, PageCommand::Agreement, words::AGREEMENT) }
            </span>
            <Days document={props.document.clone()} />
            <Hidden text={Shared(props.document.text().clone())} />
            <Furniture document={props.document.clone()} />
            if meta.published.is_none() {
                <span class="hint">{ words::WITH_THE_PUBLISHED_DATE }</span>
            }
        </header>
    }
}

/// A quiet button that does what a command does.
fn open_button(desk: &Desk, command: PageCommand, name: &'static str) -> Html {
    let title = tip(desk, command);
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        crate::ui::commands::run(&desk, command);
    });
    html! { <button type="button" class="quiet" {onclick} {title}>{ name }</button> }
}

#[derive(Properties, PartialEq)]
struct FurnitureProps {
    document: Shared<Document>,
}

/// Says that lines left over from the web page have no marks, and marks them on request.
#[component]
fn Furniture(props: &FurnitureProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let lines = use_memo(Shared(props.document.text().clone()), |text| page_furniture(text));
    let has_marks =
        lines.iter().any(|line| props.document.annotations().iter().any(|a| a.span.overlaps(*line)));
    if lines.is_empty() || has_marks {
        return Html::default();
    }
    let onclick = Callback::from(move |_: MouseEvent| desk.mark_leftovers());
    let count = words::lines_are_left_over(lines.len());
    html! {
        <span class="hint">{ count }<button type="button" class="quiet" {onclick}>{ words::MARK_THEM_TOO }</button></span>
    }
}
