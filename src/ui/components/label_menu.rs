use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::Shared;
use super::tip::tip;
use crate::document::Document;
use crate::label::{Label, LabelCode};
use crate::text::{occurrences, sort_by_key};
use crate::ui::browser::{Picked, caret, clear_selection, on_scroll, place_under};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::PageCommand;

#[derive(Properties, PartialEq)]
pub(crate) struct LabelMenuProps {
    pub(crate) document: Shared<Document>,
    pub(crate) picked: Picked,
}

/// The labels, at the selected text: one click or one key marks it. Those used last come first; a new
/// one can be made and given in one step.
#[component]
pub(crate) fn LabelMenu(props: &LabelMenuProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let menu = use_node_ref();
    let all = use_state_eq(|| false);
    use_effect_with((props.picked, menu.clone()), |(_, menu)| {
        let place = {
            let menu = menu.clone();
            move || {
                if let Some(menu) = menu.cast::<HtmlElement>() {
                    place_under(&menu);
                }
            }
        };
        place();
        let listener = on_scroll(place);
        move || drop(listener)
    });
    // A press of the mouse must not take the selection away before the click comes; but in the field it
    // puts the caret.
    let onmousedown = Callback::from(|event: MouseEvent| {
        if event.target_dyn_into::<HtmlInputElement>().is_none() {
            event.prevent_default();
        }
    });
    let labels = &props.document.labels;
    let recent = desk.workspace().recent_labels().to_vec();
    let hidden = desk.workspace().hidden().clone();
    let mut order: Vec<(usize, &Label)> =
        labels.iter().enumerate().filter(|(_, label)| !hidden.contains(&label.code)).collect();
    sort_by_key(&mut order, |(_, label)| {
        recent.iter().position(|code| *code == label.code).unwrap_or(usize::MAX)
    });
    let count = props
        .picked
        .span
        .slice(props.document.text())
        .map_or(0, |words| occurrences(props.document.text(), words).len());
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let onkeydown = {
        let (desk, span) = (desk.clone(), props.picked.span);
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    clear_selection();
                    caret::hide();
                    desk.annotate_with_new(span, &field.value());
                }
                "Escape" => clear_selection(),
                _ => {}
            }
        })
    };
    html! {
        <div class="label-menu" role="toolbar" aria-label={words::LABEL_SELECTED_TEXT} ref={menu} {onmousedown}>
            for (place, label) in order {
                { view_label(&desk, place, label, props.picked, *all) }
            }
            <div class="label-menu-end">
                if count > 1 {
                    <button type="button" aria-pressed={all.to_string()} onclick={toggle} title={tip(&desk, PageCommand::MarkAll)}>
                        { words::ALL_OCCURRENCES }<span class="count">{ count }</span>
                    </button>
                }
                <input type="text" aria-label={words::NEW_LABEL} placeholder={words::NEW_LABEL_THEN_ENTER} {onkeydown} />
            </div>
        </div>
    }
}

fn view_label(desk: &Desk, place: usize, label: &Label, picked: Picked, all: bool) -> Html {
    let onclick = {
        let (desk, label) = (desk.clone(), label.clone());
        Callback::from(move |_: MouseEvent| {
            clear_selection();
            caret::hide();
            match all {
                true => desk.mark_all_as(picked.span, &label.code),
                false => desk.annotate(picked.span, &label),
            }
        })
    };
    html! {
        <button
            key={label.code.to_string()} type="button" class={format!("label-{place}")} {onclick} aria-label={label.name.clone()}
            title={description(label)}
        >
            <span class="swatch" aria-hidden="true" data-letters={label.letters()} />
            { &label.name }
        </button>
    }
}

/// What a label covers.
pub(super) fn description(label: &Label) -> String {
    match label.description.as_str() {
        "" => LabelCode::covers(&label.code).to_owned(),
        own => own.to_owned(),
    }
}
