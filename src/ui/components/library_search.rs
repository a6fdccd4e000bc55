use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dialog::Dialog;
use super::search_filters::view_search_filters;
use crate::document::DocumentId;
use crate::search::{LibraryHit, Passage, Query};
use crate::store::Summary;
use crate::text::{Folded, Span, reveal};
use crate::ui::desk::Desk;
use crate::words::{self, grouped};

/// How many articles are listed at first, and how many more each time.
const AT_ONCE: usize = 30;
/// How many sentences of an article are shown.
const PASSAGES: usize = 3;

#[derive(Properties, PartialEq)]
pub(crate) struct LibrarySearchProps {
    pub(crate) onclose: Callback<()>,
}

/// Find in the whole library, by words, label, status, origin, score and date.
#[component]
pub(crate) fn LibrarySearch(props: &LibrarySearchProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let query = use_state_eq(Query::default);
    let most = use_state_eq(|| AT_ONCE);
    let ready = use_ready(&desk);
    let onquery = {
        let (query, most) = (query.clone(), most.clone());
        Callback::from(move |new: Query| {
            query.set(new);
            most.set(AT_ONCE);
        })
    };
    let oninput = {
        let (query, onquery) = (query.clone(), onquery.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onquery.emit(Query { words: field.value(), ..(*query).clone() });
            }
        })
    };
    let more = {
        let (most, now) = (most.clone(), *most);
        Callback::from(move |_: MouseEvent| most.set(now + AT_ONCE))
    };
    let hits = desk.search(&query);
    html! {
        <Dialog title={words::FIND_IN_LIBRARY} onclose={props.onclose.clone()} class="wide">
            <div class="library-search" role="search">
                <input type="text" aria-label={words::FIND_IN_LIBRARY} placeholder={words::LIBRARY_SEARCH_PLACEHOLDER} {oninput} autofocus=true autocomplete="off" dir="auto" />
                { view_search_filters(&desk, &query, &onquery) }
            </div>
            <p class="hint" aria-live="polite">{ state_of(&desk, &query, &hits, ready) }</p>
            <ul class="found" role="list" aria-label={words::FOUND_ARTICLES}>
                for hit in hits.iter().take(*most) {
                    { view_hit(&desk, hit, &query, &props.onclose) }
                }
            </ul>
            if hits.len() > *most {
                <button type="button" class="quiet" onclick={more}>{ words::show_more_articles(&grouped(hits.len() - *most)) }</button>
            }
        </Dialog>
    }
}

/// How many articles have been made ready to be searched; all of them once this is past their number.
#[hook]
fn use_ready(desk: &Desk) -> Option<usize> {
    let ready = use_state_eq(|| None::<usize>);
    {
        let (desk, ready) = (desk.clone(), ready.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let progress = ready.clone();
                desk.make_searchable(move |count| progress.set(Some(count))).await;
                ready.set(Some(usize::MAX));
            });
        });
    }
    *ready
}

/// What came of searching, in a sentence.
fn state_of(desk: &Desk, query: &Query, hits: &[LibraryHit], ready: Option<usize>) -> String {
    let all = desk.workspace().articles().len();
    match ready {
        Some(count) if count < all => {
            words::LibrarySearchProgress { count: &grouped(count), all: &grouped(all) }.text()
        }
        _ if *query == Query::default() => words::articles_searchable(all),
        _ if hits.is_empty() => words::NOTHING_FOUND.to_owned(),
        _ => words::ArticlesFound { hits: &grouped(hits.len()), all: &grouped(all) }.text(),
    }
}

/// An article with what was found in it: a press opens it there.
fn view_hit(desk: &Desk, hit: &LibraryHit, query: &Query, close: &Callback<()>) -> Html {
    let workspace = desk.workspace();
    let Some(summary) = workspace.articles().iter().find(|summary| summary.id == hit.id) else {
        return Html::default();
    };
    let passages = workspace.index().show(hit.id, query, PASSAGES);
    let open = |place: Option<Span>| open_at(desk, hit.id, query, place, close);
    html! {
        <li class="hit" key={hit.id.0.to_string()}>
            <button type="button" class="open" onclick={open(passages.first().map(|first| first.place))}>
                <span class="title">{ with_found(&summary.title, &places_in(&summary.title, query)) }</span>
            </button>
            <p class="about">{ about(summary, hit.count) }</p>
            for Passage { place, text, found } in passages.iter() {
                <button type="button" class="passage" key={place.start()} onclick={open(Some(*place))}>{ with_found(text, found) }</button>
            }
        </li>
    }
}

fn about(summary: &Summary, count: usize) -> Html {
    html! {
        <>
            if !summary.outlet.is_empty() {
                <span>{ reveal(&summary.outlet).into_owned() }</span>
            }
            <span>{ words::times(count) }</span>
        </>
    }
}

fn open_at(
    desk: &Desk,
    id: DocumentId,
    query: &Query,
    place: Option<Span>,
    close: &Callback<()>,
) -> Callback<MouseEvent> {
    let (desk, words, close) = (desk.clone(), query.words.clone(), close.clone());
    Callback::from(move |_: MouseEvent| {
        close.emit(());
        desk.open_at(id, &words, place);
    })
}

fn places_in(title: &str, query: &Query) -> Vec<Span> {
    Folded::new(title).find(&Folded::new(&query.words)).collect()
}

/// A text with what was found in it set off.
fn with_found(text: &str, found: &[Span]) -> Html {
    let mut at = 0;
    let mut pieces = Vec::new();
    for span in found {
        let before = text.get(at..span.start()).unwrap_or_default();
        pieces.push(html! { <>{ reveal(before).into_owned() }<b>{ reveal(span.slice(text).unwrap_or_default()).into_owned() }</b></> });
        at = span.end();
    }
    html! { <>{ for pieces }{ reveal(text.get(at..).unwrap_or_default()).into_owned() }</> }
}
