use yew::prelude::*;

use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Dialog;

/// What is about the library as a whole.
pub(super) fn view_foot(desk: &Desk, is_empty: bool) -> Html {
    let show = |dialog: Dialog| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(dialog)))
    };
    html! {
        <footer class="shelf-foot">
            if !is_empty {
                <button type="button" class="quiet" onclick={show(Dialog::LibraryFacts)}>{ words::ALL_LIBRARY_FACTS }</button>
            }
            <button type="button" class="quiet" onclick={show(Dialog::Storage)}>{ words::STORAGE }</button>
        </footer>
    }
}
