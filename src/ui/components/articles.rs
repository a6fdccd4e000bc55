use yew::prelude::*;

use super::newer::NewerRecord;
use crate::document::DocumentId;
use crate::store::{Summary, Unreadable};
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::value::short_day_of;
use crate::words::{self, grouped};

#[derive(Properties, PartialEq)]
pub(crate) struct ArticlesProps {
    pub(crate) articles: Vec<Summary>,
    pub(crate) unreadable: Vec<Unreadable>,
    pub(crate) open: Option<DocumentId>,
}

/// The library.
#[component]
pub(crate) fn Articles(props: &ArticlesProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    html! {
        <>
            <ul class="articles" role="list" aria-label={words::ARTICLES}>
                for summary in props.articles.iter() {
                    <li key={summary.id.0.to_string()}>
                        { view_article(&desk, summary, props) }
                    </li>
                }
            </ul>
            if props.articles.is_empty() {
                <p class="hint">{ words::ARTICLES_THAT_YOU_ANNOTATE }</p>
            }
            if !props.unreadable.is_empty() {
                <ul class="unreadable" role="list" aria-label={words::RECORDS_THAT_CANNOT_BE}>
                    for record in props.unreadable.iter() {
                        <li key={record.key.clone()}>
                            { view_unreadable(&desk, record) }
                            if record.is_newer {
                                <NewerRecord id={record.key.clone()} />
                            }
                        </li>
                    }
                </ul>
            }
        </>
    }
}

fn view_unreadable(desk: &Desk, record: &Unreadable) -> Html {
    let act = |work: fn(&Desk, &str)| {
        let (desk, key) = (desk.clone(), record.key.clone());
        Callback::from(move |_: MouseEvent| work(&desk, &key))
    };
    html! {
        <>
            <p class="hint problem">{ &record.message }</p>
            <div class="buttons">
                <button type="button" class="quiet" onclick={act(Desk::download_record)}>{ words::DOWNLOAD_RECORD }</button>
                if !record.is_newer {
                    <button type="button" class="quiet" onclick={act(Desk::discard_record)}>{ words::DISCARD }</button>
                }
            </div>
        </>
    }
}

fn view_article(desk: &Desk, summary: &Summary, props: &ArticlesProps) -> Html {
    let id = summary.id;
    let open = {
        let desk = desk.clone();
        Callback::from(move |_| desk.open(id))
    };
    let delete = {
        let desk = desk.clone();
        Callback::from(move |_| desk.delete_article(id))
    };
    let date = short_day_of(summary.created);
    html! {
        <>
            <button
                type="button" class="open" onclick={open}
                aria-current={(props.open == Some(id)).then_some("page")}
            >
                <span class="title">{ reveal(&summary.title).into_owned() }</span>
                <span class="about">{ words::article_about(&date, &grouped(summary.reviewed), &grouped(summary.annotations)) }</span>
            </button>
            <button
                type="button" class="icon" onclick={delete} title={words::DELETE_ARTICLE_TIP}
                aria-label={words::delete_article_named(&summary.title)}
            >{ "×" }</button>
        </>
    }
}
