use yew::prelude::*;

use crate::ui::components::Import;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::View;

/// An empty view of an article: what it lacks, and the way to the text, where that is marked.
pub(super) fn view_empty(desk: &Desk, says: &'static str) -> Html {
    let desk = desk.clone();
    html! {
        <div class="view-empty">
            <p>{ says }</p>
            <button type="button" class="primary" onclick={move |_: MouseEvent| desk.look_at(View::Read)}>{ words::GO_TO_TEXT }</button>
        </div>
    }
}

/// The ways in which another article comes into the library.
pub(super) fn view_ways_in(desk: &Desk) -> Html {
    let desk = desk.clone();
    let new = move |_: MouseEvent| {
        desk.show(None);
        desk.go_new();
    };
    html! {
        <div class="ways-in">
            <button type="button" class="primary" onclick={new}>{ words::NEW_ARTICLE }</button>
            { piece::<Import>(None, yew::props!(Of<Import> { name: words::IMPORT })) }
        </div>
    }
}
