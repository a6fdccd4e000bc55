use yew::prelude::*;

use crate::words;

/// What a list can be narrowed to.
#[derive(Clone, PartialEq)]
pub(super) struct Choice<K> {
    pub(super) key: K,
    pub(super) name: &'static str,
    pub(super) count: usize,
}

/// Buttons that narrow a list, each with how many rows it leaves. What would leave none is not offered.
pub(super) fn view_filters<K: Copy + PartialEq + 'static>(
    choices: &[Choice<K>],
    chosen: K,
    onchoose: &Callback<K>,
) -> Html {
    let count = |choice: &Choice<K>| {
        html! { <>{ " " }<span class="count">{ words::grouped(choice.count) }</span></> }
    };
    view_buttons(choices, chosen, onchoose, count)
}

/// The same where the numbers stand elsewhere.
pub(super) fn view_filters_by_name<K: Copy + PartialEq + 'static>(
    choices: &[Choice<K>],
    chosen: K,
    onchoose: &Callback<K>,
) -> Html {
    view_buttons(choices, chosen, onchoose, |_| Html::default())
}

fn view_buttons<K: Copy + PartialEq + 'static>(
    choices: &[Choice<K>],
    chosen: K,
    onchoose: &Callback<K>,
    more: impl Fn(&Choice<K>) -> Html,
) -> Html {
    let offered = choices.iter().filter(|choice| choice.count > 0 || choice.key == chosen);
    let buttons = offered.map(|choice| {
        let (onchoose, key) = (onchoose.clone(), choice.key);
        html! {
            <button type="button" aria-pressed={(key == chosen).to_string()} onclick={move |_: MouseEvent| onchoose.emit(key)}>
                { choice.name }{ more(choice) }
            </button>
        }
    });
    html! { <div class="filters" role="group" aria-label={words::FILTER_SHOWN}>{ for buttons }</div> }
}
