use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::dialog::Dialog;
use crate::annotation::Status;
use crate::label::LabelCode;
use crate::search::{By, Query};
use crate::text::reveal;
use crate::ui::desk::{Desk, parse_date};
use crate::words;
use crate::workspace::Action;

/// How many articles are listed.
const MOST: usize = 100;

#[derive(Properties, PartialEq)]
pub(crate) struct LibrarySearchProps {
    pub(crate) onclose: Callback<()>,
}

/// Find in the whole library, by words, label, status, origin, score and date.
#[component]
pub(crate) fn LibrarySearch(props: &LibrarySearchProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let query = use_state_eq(Query::default);
    let ready = use_state_eq(|| None::<usize>);
    {
        let (desk, ready) = (desk.clone(), ready.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let progress = ready.clone();
                desk.make_searchable(move |count| progress.set(Some(count))).await;
                ready.set(None);
                ready.set(Some(usize::MAX));
            });
        });
    }
    let change = |change: fn(&mut Query, String)| {
        let query = query.clone();
        move |value: String| {
            let mut new = (*query).clone();
            change(&mut new, value);
            query.set(new);
        }
    };
    let words = {
        let change = change(|query, words| query.words = words);
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                change(field.value());
            }
        })
    };
    let select = |set: fn(&mut Query, String)| {
        let change = change(set);
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlSelectElement>() {
                change(field.value());
            }
        })
    };
    let date = |set: fn(&mut Query, String)| {
        let change = change(set);
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                change(field.value());
            }
        })
    };
    let labels = desk.workspace().open().map(|document| document.labels.clone()).unwrap_or_default();
    let hits = desk.search(&query);
    let all = desk.workspace().articles().len();
    let state = match *ready {
        Some(count) if count < all => words::reading_the_library_of(&count, &all),
        _ if *query == Query::default() => words::articles_can_be_searched(all),
        _ if hits.is_empty() => words::NOTHING_WAS_FOUND.to_owned(),
        _ => words::found_in_of_articles(&hits.len(), &all),
    };
    html! {
        <Dialog title={words::FIND_IN_THE_LIBRARY} onclose={props.onclose.clone()} class="wide">
            <div class="library-search" role="search">
                <input type="text" aria-label={words::FIND_IN_THE_LIBRARY} placeholder={words::WORDS_IN_TEXTS_TITLES} oninput={words} autofocus=true autocomplete="off" />
                <label>{ words::LABEL }
                    <select onchange={select(|query, value| query.marks.label = Some(value).filter(|it| !it.is_empty()).map(LabelCode::new))}>
                        <option value="" selected=true>{ words::ANY }</option>
                        for label in labels.iter() {
                            <option value={label.code.to_string()}>{ &label.name }</option>
                        }
                    </select>
                </label>
                <label>{ words::STATUS }
                    <select onchange={select(|query, value| query.marks.status = Status::ALL.into_iter().find(|it| it.code() == value))}>
                        <option value="" selected=true>{ words::ANY }</option>
                        for status in Status::ALL {
                            <option value={status.code()}>{ status.code() }</option>
                        }
                    </select>
                </label>
                <label>{ words::MADE_BY }
                    <select onchange={select(|query, value| query.marks.by = match value.as_str() { "person" => Some(By::Person), "extractor" => Some(By::Extractor), _ => None })}>
                        <option value="" selected=true>{ words::ANYBODY }</option>
                        <option value="person">{ words::A_PERSON }</option>
                        <option value="extractor">{ words::NEWSMARK }</option>
                    </select>
                </label>
                <label>{ words::AT_LEAST }
                    <select onchange={select(|query, value| query.marks.score = value.parse().ok())}>
                        <option value="" selected=true>{ words::ANY_SCORE }</option>
                        <option value="0.95">{ words::SURE_95 }</option>
                        <option value="0.9">{ words::SURE_90 }</option>
                        <option value="0.8">{ words::SURE_80 }</option>
                        <option value="0.5">{ words::SURE_50 }</option>
                    </select>
                </label>
                <label>{ words::FROM }<input type="date" onchange={date(|query, value| query.from = parse_date(&value))} /></label>
                <label>{ words::UNTIL }<input type="date" onchange={date(|query, value| query.until = parse_date(&value))} /></label>
            </div>
            <p class="hint" aria-live="polite">{ state }</p>
            <ul class="articles found" role="list" aria-label={words::FOUND_ARTICLES}>
                for hit in hits.iter().take(MOST) {
                    { view_hit(&desk, hit.id, hit.count, &query, &props.onclose) }
                }
            </ul>
        </Dialog>
    }
}

fn view_hit(
    desk: &Desk,
    id: crate::document::DocumentId,
    count: usize,
    query: &Query,
    close: &Callback<()>,
) -> Html {
    let title = desk
        .workspace()
        .articles()
        .iter()
        .find(|summary| summary.id == id)
        .map(|summary| summary.title.clone());
    let open = {
        let (desk, words, close) = (desk.clone(), query.words.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            desk.open(id);
            desk.send(Action::Find(words.clone()));
        })
    };
    html! {
        <li key={id.0.to_string()}>
            <button type="button" class="open" onclick={open}>
                <span class="title">{ reveal(&title.unwrap_or_default()).into_owned() }</span>
                <span class="about">{ words::times(count) }</span>
            </button>
        </li>
    }
}
