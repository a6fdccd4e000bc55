use yew::prelude::*;

use crate::words;

/// How many rows a page has: few enough that drawing them takes no time that anybody notices.
pub(crate) const PAGE: usize = 100;

#[derive(Properties, PartialEq)]
pub(crate) struct PagesProps {
    /// How many rows there are.
    pub(crate) count: usize,
    /// Which page shows, from 0.
    pub(crate) page: usize,
    pub(crate) onpage: Callback<usize>,
    /// How many rows a page has.
    #[prop_or(PAGE)]
    pub(crate) size: usize,
}

/// From page to page of a long list; nothing where all is on one.
#[component]
pub(crate) fn Pages(props: &PagesProps) -> Html {
    let (count, page, size) = (props.count, props.page, props.size);
    if count <= size {
        return Html::default();
    }
    let last = (count - 1) / size;
    let to = |page: usize| props.onpage.reform(move |_: MouseEvent| page);
    let (from, until) = (page * size + 1, ((page + 1) * size).min(count));
    html! {
        <nav class="pages" aria-label={words::PAGES}>
            <button type="button" disabled={page == 0} onclick={to(page.saturating_sub(1))}>{ words::PREVIOUS_PAGE }</button>
            <span aria-live="polite">{ words::PageRange { from: &from, until: &until, count: &count }.text() }</span>
            <button type="button" disabled={page >= last} onclick={to(page + 1)}>{ words::NEXT_PAGE }</button>
        </nav>
    }
}
