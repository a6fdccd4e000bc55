use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::chosen::Act;
use crate::store::{Order, SortBy};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SortingProps {
    pub(super) order: Order,
    /// How many articles are listed, and how many of them are chosen.
    pub(super) listed: usize,
    pub(super) chosen: usize,
    pub(super) onact: Callback<Act>,
    pub(super) onorder: Callback<Order>,
}

/// The head of the list: a press sorts it, a second press turns it around.
#[component]
pub(super) fn Sorting(props: &SortingProps) -> Html {
    let all_are_chosen = props.listed > 0 && props.chosen == props.listed;
    let some_are_chosen = props.chosen > 0 && !all_are_chosen;
    let all = use_node_ref();
    use_effect_with((some_are_chosen, all.clone()), |(some, all)| {
        if let Some(all) = all.cast::<HtmlInputElement>() {
            all.set_indeterminate(*some);
        }
    });
    let choose_all = {
        let act = if props.chosen > 0 { Act::ChooseNone } else { Act::ChooseAll };
        props.onact.reform(move |_: MouseEvent| act.clone())
    };
    html! {
        <div class="sorting" role="group" aria-label={words::SORT_BY}>
            <label class="check"><input
                ref={all} type="checkbox" checked={all_are_chosen} onclick={choose_all} aria-label={words::CHOOSE_ALL} disabled={props.listed == 0}
            /></label>
            for by in SortBy::ALL {
                { view_button(props, by) }
            }
        </div>
    }
}

fn view_button(props: &SortingProps, by: SortBy) -> Html {
    let is_on = props.order.by == by;
    let next = props.order.choosing(by);
    let sort = props.onorder.reform(move |_: MouseEvent| next);
    let name = match by {
        SortBy::Title => words::TITLE,
        SortBy::Outlet => words::OUTLET_COLUMN,
        SortBy::Published => words::PUBLISHED,
        SortBy::Changed => words::LAST_CHANGED,
        SortBy::Left => words::TO_REVIEW,
    };
    let way = match (is_on, props.order.descends) {
        (false, _) => None,
        (true, false) => Some(words::ASCENDING),
        (true, true) => Some(words::DESCENDING),
    };
    html! {
        <button
            type="button" class={by.code()} onclick={sort} aria-pressed={is_on.to_string()} aria-description={way}
            data-way={is_on.then_some(if props.order.descends { "down" } else { "up" })}
        >{ name }</button>
    }
}
