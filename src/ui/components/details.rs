use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Shared;
use crate::document::Document;
use crate::edit::Meta;
use crate::ui::desk::{Desk, parse_date};

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
    let published = meta.published.map(|date| date.to_string()).unwrap_or_default();
    html! {
        <header class="details">
            <input
                class="title" type="text" aria-label="Title" placeholder={props.document.display_title().to_owned()}
                value={meta.title.clone()} onchange={change(|meta, title| meta.title = title)}
            />
            <label class="source">{ "Source" }
                <input
                    type="text" placeholder="https://…" value={meta.source.clone()}
                    onchange={change(|meta, source| meta.source = source)}
                />
            </label>
            <label>{ "Published" }
                <input
                    type="date" value={published}
                    onchange={change(|meta, date| meta.published = parse_date(&date))}
                />
            </label>
            if meta.published.is_none() {
                <span class="hint">{ "With the published date, “Tuesday” and “last summer” get dates." }</span>
            }
        </header>
    }
}
