use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    pub(crate) title: AttrValue,
    pub(crate) onclose: Callback<()>,
    pub(crate) children: Html,
}

/// A box in front of the page, with a title and a button that closes it.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            // Fails only for a dialog that shows already.
            let _ = dialog.show_modal();
        }
    });
    let close = props.onclose.reform(|_: MouseEvent| ());
    let onclose = props.onclose.reform(|_: Event| ());
    html! {
        <dialog class="dialog" ref={dialog} {onclose} aria-label={&props.title}>
            <h2>{ &props.title }</h2>
            { props.children.clone() }
            <div class="buttons end">
                <button type="button" class="primary" onclick={close}>{ "Close" }</button>
            </div>
        </dialog>
    }
}
