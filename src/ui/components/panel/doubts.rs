use yew::prelude::*;

use crate::facts::Doubt;
use crate::ui::desk::Desk;
use crate::words;

/// How many are listed.
const MOST: usize = 20;

/// What does not add up in the article, and on demand what may be nothing; a press shows the place.
pub(super) fn view_doubts(desk: &Desk, doubts: &[Doubt], possible: &[Doubt]) -> Html {
    if doubts.is_empty() && possible.is_empty() {
        return Html::default();
    }
    let view = |doubt: &Doubt| {
        let (desk, id) = (desk.clone(), doubt.stated);
        let onclick = Callback::from(move |_: MouseEvent| desk.go_to(id));
        html! {
            <li key={format!("{}-{}", doubt.stated.0, doubt.kind.code())}>
                <button type="button" {onclick}><b>{ &doubt.reckoning }</b><span>{ doubt.kind.name() }</span></button>
            </li>
        }
    };
    html! {
        <section class="doubts-beside">
            <h2>{ words::DOUBTS }<span class="count">{ doubts.len() }</span></h2>
            if !doubts.is_empty() {
                <ul role="list" aria-label={words::DOUBTS}>{ for doubts.iter().take(MOST).map(view) }</ul>
            }
            if !possible.is_empty() {
                <details class="possible">
                    <summary>{ words::doubts_possible(possible.len()) }</summary>
                    <ul role="list">{ for possible.iter().take(MOST).map(view) }</ul>
                </details>
            }
        </section>
    }
}
