use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::keys::HELP;

#[derive(Properties, PartialEq)]
pub(crate) struct HelpProps {
    pub(crate) onclose: Callback<()>,
}

/// What the keys do.
#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
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
        <dialog class="help" ref={dialog} {onclose} aria-label="Keyboard">
            <h2>{ "Keyboard" }</h2>
            <dl>
                for (keys, meaning) in HELP.iter() {
                    <dt><kbd>{ *keys }</kbd></dt>
                    <dd>{ *meaning }</dd>
                }
            </dl>
            <button type="button" class="primary" onclick={close}>{ "Close" }</button>
        </dialog>
    }
}
