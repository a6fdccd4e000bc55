use web_sys::HtmlElement;
use yew::prelude::*;

use super::Shared;
use crate::document::Document;
use crate::label::Label;
use crate::ui::browser::{Picked, clear_selection, on_scroll, place_under};
use crate::ui::desk::Desk;

#[derive(Properties, PartialEq)]
pub(crate) struct LabelMenuProps {
    pub(crate) document: Shared<Document>,
    pub(crate) picked: Picked,
}

/// The labels, at the selected text: one click or one key marks it.
#[component]
pub(crate) fn LabelMenu(props: &LabelMenuProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let menu = use_node_ref();
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
    // A press of the mouse must not take the selection away before the click comes.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="label-menu" role="toolbar" aria-label="Label the selected text" ref={menu} {onmousedown}>
            for (place, label) in props.document.labels.iter().enumerate() {
                { view_label(&desk, place, label, props.picked) }
            }
        </div>
    }
}

fn view_label(desk: &Desk, place: usize, label: &Label, picked: Picked) -> Html {
    let onclick = {
        let (desk, label) = (desk.clone(), label.clone());
        Callback::from(move |_| {
            clear_selection();
            desk.annotate(picked.span, &label);
        })
    };
    html! {
        <button key={label.code.to_string()} type="button" class={format!("label-{place}")} {onclick} aria-label={label.name.clone()}>
            <span class="swatch" aria-hidden="true">{ label.letters() }</span>
            { &label.name }
            if !label.key.is_empty() {
                <kbd aria-hidden="true">{ label.key.to_uppercase() }</kbd>
            }
        </button>
    }
}
