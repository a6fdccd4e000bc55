use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Shared;
use super::hidden::Hidden;
use super::print_head::outlet_and_day;
use super::tip::tip;
use crate::document::Document;
use crate::edit::Meta;
use crate::text::{one_line, reveal};
use crate::ui::desk::{Desk, parse_date};
use crate::ui::piece::{Of, piece};
use crate::words::{self, grouped};
use crate::workspace::{Action, PageCommand};

#[derive(Properties, PartialEq)]
pub(crate) struct MetaLineProps {
    pub(crate) document: Shared<Document>,
    /// Whether the article's text begins with its headline, which then stands there and not here.
    pub(crate) has_headline: bool,
    pub(crate) reviewed: (usize, usize),
    pub(crate) is_reviewing: bool,
}

/// What is known of the open article, over its text: the headline where the text has none, outlet and date, how far
/// it is reviewed. A press on outlet and date opens the fields to mend them.
#[component]
pub(crate) fn MetaLine(props: &MetaLineProps) -> Html {
    let is_open = use_state_eq(|| false);
    let document = &props.document;
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <header class="details">
            if !props.has_headline && !*is_open {
                <h2 class="headline" dir="auto">{ reveal(&document.display_title()).into_owned() }</h2>
            }
            <div class="meta">
                <button type="button" class="about" aria-expanded={is_open.to_string()} onclick={toggle} title={words::META_TIP}>
                    { about(document) }
                </button>
                { piece::<ReviewButton>(None, yew::props!(Of<ReviewButton> { class: "only-wide", reviewed: props.reviewed, is_reviewing: props.is_reviewing })) }
            </div>
            if *is_open {
                { piece::<MetaFields>(None, yew::props!(Of<MetaFields> { document: document.clone() })) }
            }
            { piece::<Hidden>(None, yew::props!(Of<Hidden> { text: Shared(document.text().clone()) })) }
        </header>
    }
}

/// Outlet and date in one line, or what to add.
fn about(document: &Document) -> String {
    match outlet_and_day(document) {
        known if known.is_empty() => words::META_ADD.to_owned(),
        known => known,
    }
}

#[derive(Properties, PartialEq)]
struct MetaFieldsProps {
    document: Shared<Document>,
}

/// Title, outlet, date and source as fields. Each is one change when it is left.
#[component]
fn MetaFields(props: &MetaFieldsProps) -> Html {
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
        <div class="meta-fields">
            <label class="whole">{ words::TITLE }
                // A text area, since titles wrap.
                <textarea
                    class="title" rows="1" placeholder={props.document.display_title().into_owned()}
                    value={meta.title.clone()} onchange={title} onkeydown={leave_on_enter} dir="auto"
                />
            </label>
            <label>{ words::OUTLET }
                <input type="text" value={meta.outlet.clone()} onchange={change(|meta, outlet| meta.outlet = outlet)} dir="auto" />
            </label>
            <label>{ words::PUBLISHED }
                <input type="date" value={published} onchange={change(|meta, date| meta.published = parse_date(&date))} />
            </label>
            <label class="whole">{ words::SOURCE }
                <input type="text" placeholder="https://…" value={meta.source.clone()} onchange={change(|meta, source| meta.source = source)} />
            </label>
            if meta.published.is_none() {
                <p class="hint whole">{ words::PUBLISHED_DATE_HINT }</p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ReviewButtonProps {
    /// In which windows it shows: `only-wide` or `only-narrow`.
    pub(crate) class: &'static str,
    /// How many of the marks that are shown are reviewed, and how many there are.
    pub(crate) reviewed: (usize, usize),
    pub(crate) is_reviewing: bool,
}

/// How far the article is reviewed, and the button that goes on with it.
#[component]
pub(crate) fn ReviewButton(props: &ReviewButtonProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let (reviewed, all) = props.reviewed;
    let title = tip(&desk, PageCommand::Review);
    let is_on = !props.is_reviewing;
    let onclick = Callback::from(move |_: MouseEvent| desk.send(Action::Review(is_on)));
    let figures = words::ReviewedInWords { reviewed: &grouped(reviewed), all: &grouped(all) }.text();
    let left = all - reviewed;
    if all == 0 {
        return Html::default();
    }
    html! {
        <div class={classes!("review", props.class)}>
            <span class="count only-wide">{ figures.clone() }</span>
            <span class="count only-narrow">{ words::left_to_review(left) }</span>
            <div
                class="only-wide" role="progressbar" aria-label={words::REVIEWED_BAR} aria-valuemin="0" aria-valuemax={all.to_string()}
                aria-valuenow={reviewed.to_string()} aria-valuetext={figures}
            >
                <progress max={all.to_string()} value={reviewed.to_string()} aria-hidden="true" />
            </div>
            if left > 0 {
                <button type="button" {onclick} aria-pressed={props.is_reviewing.to_string()} {title}>{ words::REVIEW }</button>
            }
        </div>
    }
}
