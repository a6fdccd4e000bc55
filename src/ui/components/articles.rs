use yew::prelude::*;

use crate::document::DocumentId;
use crate::store::{Summary, Unreadable};
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::words::{self, grouped};
use crate::workspace::Place;

/// How many articles stand beside the open one; the whole library has the rest.
const MOST: usize = 60;

#[derive(Properties, PartialEq)]
pub(crate) struct ArticlesProps {
    pub(crate) articles: Vec<Summary>,
    pub(crate) unreadable: Vec<Unreadable>,
    pub(crate) open: Option<DocumentId>,
}

/// The library beside an article: the newest articles, and the way to all of them.
#[component]
pub(crate) fn Articles(props: &ArticlesProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let new = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.go_new())
    };
    let is_open = |summary: &&Summary| props.open == Some(summary.id);
    // The open one is always among them.
    let beyond = props.articles.iter().skip(MOST).find(is_open);
    html! {
        <>
            <button type="button" class="new" onclick={new}>{ words::NEW_ARTICLE }</button>
            <ul class="articles" role="list" aria-label={words::ARTICLES}>
                for summary in beyond.into_iter().chain(props.articles.iter().take(MOST)) {
                    <li key={summary.id.0.to_string()}>{ view_article(&desk, summary, props.open) }</li>
                }
            </ul>
            if props.articles.is_empty() {
                <p class="hint">{ words::ARTICLES_HINT }</p>
            }
            if !props.unreadable.is_empty() {
                <p class="hint problem">{ words::records_unreadable(props.unreadable.len()) }</p>
            }
            <a class="whole" href={Place::Library.to_string()} rel="noopener noreferrer">
                { words::ALL_ARTICLES }
                if !props.articles.is_empty() {
                    <span class="count">{ grouped(props.articles.len()) }</span>
                }
            </a>
        </>
    }
}

fn view_article(desk: &Desk, summary: &Summary, open: Option<DocumentId>) -> Html {
    let id = summary.id;
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.open(id))
    };
    html! {
        <button type="button" class="open" {onclick} aria-current={(open == Some(id)).then_some("page")}>
            <span class="title">{ reveal(&summary.title).into_owned() }</span>
            <span class="about">
                if !summary.outlet.is_empty() {
                    <span class="outlet">{ reveal(&summary.outlet).into_owned() }</span>
                }
                <span>{ progress_of(summary) }</span>
            </span>
        </button>
    }
}

/// How far the review of an article is.
pub(crate) fn progress_of(summary: &Summary) -> String {
    match (summary.annotations, summary.left()) {
        (0, _) => words::NOTHING_MARKED.to_owned(),
        (_, 0) => words::ARTICLE_REVIEWED.to_owned(),
        (_, left) => words::article_left(&grouped(left)),
    }
}
