use yew::prelude::*;

use crate::label::{Family, Label, LabelSet};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Action;

/// What is marked in the text: each family of labels can be switched off and on. Their dots tell the colours.
pub(super) fn view_switches(desk: &Desk, switches: [(Family, bool); 4]) -> Html {
    let name = |family: Family| match family {
        Family::Names => (words::NAMES, "names"),
        Family::Amounts => (words::AMOUNTS, "amounts"),
        Family::Dates => (words::DATES, "dates"),
        Family::Speech => (words::SPEECH, "speech"),
    };
    let view = |(family, is_on): (Family, bool)| {
        let (name, class) = name(family);
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.send(Action::ToggleFamily(family)));
        html! {
            <button type="button" role="switch" {class} aria-checked={is_on.to_string()} {onclick}>
                { name }
            </button>
        }
    };
    html! {
        <div class="switches" role="group" aria-label={words::SWITCHES}>{ for switches.map(view) }</div>
    }
}

/// What the letters on marks stand for; each is also the key that sets its label.
pub(super) fn view_letters(labels: &LabelSet) -> Html {
    let view = |(place, label): (usize, &Label)| {
        html! {
            <li key={label.code.to_string()} class={format!("label-{place}")}>
                <span class="letter" data-letters={label.letters()} />{ &label.name }
            </li>
        }
    };
    html! {
        <details class="letters">
            <summary>{ words::LETTERS_ON_MARKS }</summary>
            <ul role="list">{ for labels.iter().enumerate().map(view) }</ul>
        </details>
    }
}
