use yew::prelude::*;

use crate::ui::components::Import;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::Place;

/// The library before anything is in it: what it is for, and three ways to begin.
pub(super) fn view_empty(desk: &Desk) -> Html {
    let new = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.go(Place::New))
    };
    let sample = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.open_sample())
    };
    html! {
        <div class="shelf-empty">
            <p>{ words::LIBRARY_EMPTY }</p>
            <div class="buttons">
                <button type="button" class="primary" onclick={new}>{ words::NEW_ARTICLE }</button>
                { piece::<Import>(None, yew::props!(Of<Import> { name: words::IMPORT, class: classes!("soft") })) }
                <button type="button" class="soft" onclick={sample}>{ words::TRY_SAMPLE }</button>
            </div>
        </div>
    }
}
