use crate::words;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    pub(crate) title: AttrValue,
    pub(crate) onclose: Callback<()>,
    /// What the button says that closes it.
    #[prop_or(AttrValue::Static(words::CLOSE))]
    pub(crate) close: AttrValue,
    /// How it looks, besides as a dialog.
    #[prop_or_default]
    pub(crate) class: Classes,
    pub(crate) children: Html,
}

/// A box in front of the page, with a title and a button that closes it. The focus goes back to where it
/// was.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        let page = web_sys::window().and_then(|window| window.document());
        let before = page.and_then(|page| page.active_element());
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            // Fails only for a dialog that shows already.
            let _ = dialog.show_modal();
            let first = dialog.query_selector("[autofocus]").ok().flatten();
            if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                let _ = first.focus();
            }
        }
        move || {
            if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
                let _ = before.focus();
            }
        }
    });
    let close = props.onclose.reform(|_: MouseEvent| ());
    let onclose = props.onclose.reform(|_: Event| ());
    html! {
        <dialog class={classes!("dialog", props.class.clone())} ref={dialog} {onclose} aria-label={&props.title}>
            <h2>{ &props.title }</h2>
            { props.children.clone() }
            <div class="buttons end">
                <button type="button" class="primary" onclick={close}>{ &props.close }</button>
            </div>
        </dialog>
    }
}
