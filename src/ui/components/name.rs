use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Action;

/// Asks once what the person is called who works here, and goes on without an answer.
pub(crate) fn view_name_bar(desk: &Desk) -> Html {
    let skip = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::Name(String::new())))
    };
    html! {
        <section class="notice name-bar" aria-label={words::YOUR_NAME}>
            { view_name_field(desk) }
            <button type="button" class="quiet" onclick={skip}>{ words::STAY_UNNAMED }</button>
        </section>
    }
}

/// The question as a field; what is typed counts when the field is left.
pub(crate) fn view_name_field(desk: &Desk) -> Html {
    let onchange = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                desk.send(Action::Name(field.value()));
            }
        })
    };
    html! {
        <div class="name-field">
            <label>{ words::YOUR_NAME }
                <input type="text" autocomplete="name" value={desk.workspace().person().to_owned()} {onchange} />
            </label>
            <span class="hint">{ words::YOUR_NAME_HINT }</span>
        </div>
    }
}
