use yew::prelude::*;

use super::chosen::Act;
use crate::store::{Order, SortBy};
use crate::words;

/// How many articles are listed, and how many of them are chosen.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) listed: usize,
    pub(super) chosen: usize,
}

/// The head of the list: a press sorts it, a second press turns it around.
pub(super) fn view_sorting(
    order: Order,
    counts: Counts,
    onact: &Callback<Act>,
    onorder: &Callback<Order>,
) -> Html {
    let Counts { listed, chosen } = counts;
    let act = if chosen > 0 { Act::ChooseNone } else { Act::ChooseAll };
    let choose_all = onact.reform(move |_: MouseEvent| act.clone());
    html! {
        <div class="sorting" role="group" aria-label={words::SORT_ORDER}>
            <label class="check"><input
                type="checkbox" checked={listed > 0 && chosen == listed} onclick={choose_all} aria-label={words::CHOOSE_ALL} disabled={listed == 0}
            /></label>
            for by in SortBy::ALL {
                { view_button(order, by, onorder) }
            }
        </div>
    }
}

fn view_button(order: Order, by: SortBy, onorder: &Callback<Order>) -> Html {
    let is_on = order.by == by;
    let next = order.choosing(by);
    let sort = onorder.reform(move |_: MouseEvent| next);
    let name = match by {
        SortBy::Title => words::TITLE,
        SortBy::Outlet => words::OUTLET_COLUMN,
        SortBy::Published => words::PUBLISHED,
        SortBy::Changed => words::LAST_CHANGED,
        SortBy::Left => words::TO_REVIEW,
    };
    let way = match (is_on, order.descends) {
        (false, _) => None,
        (true, false) => Some(words::ASCENDING),
        (true, true) => Some(words::DESCENDING),
    };
    html! {
        <button
            type="button" class={by.code()} onclick={sort} aria-pressed={is_on.to_string()} aria-description={way}
            data-way={is_on.then_some(if order.descends { "down" } else { "up" })}
        >{ name }</button>
    }
}
