use yew::prelude::*;

use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct ReadingProps {
    /// How much has been read, 0 to 1.
    pub(crate) done: f64,
}

/// How far the reading of a long text has come, and a way to call it off.
#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let cancel = Callback::from(move |_| {
        desk.call_off();
    });
    html! {
        <div class="reading" role="group" aria-label={words::READING_THE_ARTICLE}>
            <label>{ words::READING_PROGRESS }<progress max="1" value={props.done.to_string()} /></label>
            <button type="button" onclick={cancel}>{ words::CANCEL }</button>
        </div>
    }
}
