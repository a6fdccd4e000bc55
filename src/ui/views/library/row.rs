use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::chosen::{Act, Choice};
use crate::document::DocumentId;
use crate::store::Summary;
use crate::text::reveal;
use crate::ui::components::progress_of;
use crate::ui::piece::{Of, piece};
use crate::value::{day, day_of};
use crate::words;

/// How a row of the list stands.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    pub(super) is_open: bool,
    pub(super) is_chosen: bool,
    /// Whether its title is a field.
    pub(super) is_renamed: bool,
}

/// The id of the button that opens an article.
pub(super) fn open_id(id: DocumentId) -> String {
    format!("open-{}", id.0)
}

/// An article of the list.
pub(super) fn view_row(summary: &Summary, standing: Standing, onact: &Callback<Act>) -> Html {
    let id = summary.id;
    let title = reveal(&summary.title).into_owned();
    let act = |act: Act| onact.reform(move |_: MouseEvent| act.clone());
    // A range is one that Shift is held for, by mouse and by keyboard.
    let choose = onact.reform(move |event: MouseEvent| Act::Choose {
        id,
        to: if event.shift_key() { Choice::Range } else { Choice::One },
    });
    let name = if standing.is_renamed {
        html! { { piece::<TitleField>(None, yew::props!(Of<TitleField> { id, title: summary.title.clone(), onact: onact.clone() })) } }
    } else {
        let current = standing.is_open.then_some("page");
        html! {
            <button type="button" class="open" id={open_id(id)} onclick={act(Act::Open(id))} aria-current={current}>
                <span class="title">{ title.clone() }</span>
            </button>
        }
    };
    html! {
        <li key={id.0.to_string()} class={if standing.is_chosen { "row is-chosen" } else { "row" }} data-article={id.0.to_string()}>
            <label class="check"><input type="checkbox" checked={standing.is_chosen} onclick={choose} aria-label={words::choose_article(&title)} /></label>
            <span class="name">
                { name }
                for tag in summary.tags.iter() {
                    <span class="tag">{ reveal(tag).into_owned() }</span>
                }
            </span>
            <span class="outlet">{ reveal(&summary.outlet).into_owned() }</span>
            <span class="published">{ summary.published.map(day).unwrap_or_default() }</span>
            <span class="changed">{ day_of(summary.modified) }</span>
            <span class="left">{ progress_of(summary) }</span>
            <span class="acts">
                <button type="button" class="quiet rename" onclick={act(Act::Rename(id))} aria-label={words::rename_article(&title)}>{ words::SHELF_RENAME }</button>
                <button type="button" class="icon delete" onclick={act(Act::Delete(id))} title={words::DELETE_ARTICLE_TIP} aria-label={words::delete_article_named(&title)}>{ "×" }</button>
            </span>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct TitleFieldProps {
    id: DocumentId,
    title: String,
    onact: Callback<Act>,
}

/// The title of an article as a field: Enter, or to leave it, gives the title; Escape leaves it as it was.
#[component]
fn TitleField(props: &TitleFieldProps) -> Html {
    let field = use_node_ref();
    // To leave the field comes after Enter and Escape too.
    let is_done = use_mut_ref(|| false);
    use_effect_with((field.clone(), props.title.clone()), |(field, title)| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            // Once it is there: Yew has no first value for a field that people change.
            field.set_value(title);
            let _ = field.focus();
            field.select();
        }
    });
    let leave = {
        let (field, is_done, onact, id) = (field.clone(), is_done, props.onact.clone(), props.id);
        move |keeps: bool| {
            if is_done.replace(true) {
                return;
            }
            let title = field.cast::<HtmlInputElement>().map(|field| field.value());
            onact.emit(Act::Renamed { id, title: title.filter(|_| keeps) });
        }
    };
    let onkeydown = {
        let leave = leave.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" => leave(true),
                "Escape" => leave(false),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| leave(true));
    html! {
        <input
            ref={field} type="text" class="retitle" aria-label={words::TITLE} {onkeydown} {onblur}
            autocomplete="off" dir="auto"
        />
    }
}
