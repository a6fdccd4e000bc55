use yew::prelude::*;

use crate::ui::browser::{emit, is_marked, on_window};
use crate::ui::desk::Desk;
use crate::words;

/// Offers a new version of the program, once the whole of it has arrived (see `static/offline.js`).
#[component]
pub(super) fn Update() -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_ready = use_state_eq(|| false);
    {
        let is_ready = is_ready.clone();
        use_effect_with((), move |()| {
            is_ready.set(is_marked("data-update"));
            let listener = on_window("newsmark-update", move |_| is_ready.set(true));
            move || drop(listener)
        });
    }
    let reload = Callback::from(move |_| {
        // What cannot be stored is told; the browser asks before it lets go of it.
        desk.store_now();
        emit("newsmark-reload");
    });
    let later = {
        let is_ready = is_ready.clone();
        Callback::from(move |_| is_ready.set(false))
    };
    html! {
        if *is_ready {
            <div class="notice">
                <p>{ words::NEW_VERSION_READY }</p>
                <button type="button" onclick={reload}>{ words::RELOAD_NOW }</button>
                <button type="button" class="icon" onclick={later} aria-label={words::LATER}>{ "×" }</button>
            </div>
        }
    }
}
