use yew::prelude::*;

use super::dialog::Dialog;
use crate::ui::keys::HELP;

#[derive(Properties, PartialEq)]
pub(crate) struct HelpProps {
    pub(crate) onclose: Callback<()>,
}

/// What the keys do.
#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
    html! {
        <Dialog title="Keyboard" onclose={&props.onclose}>
            <dl class="keys">
                for (keys, meaning) in HELP.iter() {
                    <dt><kbd>{ *keys }</kbd></dt>
                    <dd>{ *meaning }</dd>
                }
            </dl>
        </Dialog>
    }
}
