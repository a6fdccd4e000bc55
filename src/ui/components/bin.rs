use yew::prelude::*;

use super::dialog::Dialog as DialogBox;
use super::pages::{PAGE, Pages};
use crate::document::DocumentId;
use crate::store::Binned;
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::value::short_day_of;
use crate::words;
use crate::workspace::Dialog;

#[derive(Properties, PartialEq)]
pub(crate) struct BinProps {
    pub(crate) articles: Vec<Binned>,
}

/// The deleted articles: each can be put back; all can be emptied for good, after a question.
#[component]
pub(crate) fn Bin(props: &BinProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let page = use_state_eq(|| 0_usize);
    let articles = &props.articles;
    if articles.is_empty() {
        return Html::default();
    }
    let page_now = (*page).min((articles.len() - 1) / PAGE);
    let empty = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(Dialog::EmptyBin)))
    };
    html! {
        <section class="bin">
            <h2>{ words::BIN }<span class="count">{ words::grouped(articles.len()) }</span></h2>
            <ul class="binned" role="list" aria-label={words::BIN}>
                for binned in articles.iter().skip(page_now * PAGE).take(PAGE) {
                    <li key={binned.summary.id.0.to_string()}>{ view_article(&desk, binned) }</li>
                }
            </ul>
            { piece::<Pages>(None, yew::props!(Of<Pages> { count: articles.len(), page: page_now, onpage: { let page = page.clone(); move |to| page.set(to) } })) }
            <button type="button" class="quiet" onclick={empty}>{ words::EMPTY_BIN }</button>
        </section>
    }
}

fn view_article(desk: &Desk, binned: &Binned) -> Html {
    let (id, summary) = (binned.summary.id, &binned.summary);
    let about = format!("binned-{}", id.0);
    html! {
        <>
            <span class="gone" id={about.clone()}>
                <span class="title">{ reveal(&summary.title).into_owned() }</span>
                <span class="about">{ words::deletion_day(&short_day_of(binned.deleted)) }</span>
            </span>
            { put_back_button(desk, id, Some(about)) }
        </>
    }
}

/// The button that takes an article out of the bin; `described_by` is the element that tells which one.
pub(crate) fn put_back_button(desk: &Desk, id: DocumentId, described_by: Option<String>) -> Html {
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.put_back(id));
    html! {
        <button type="button" class="quiet" {onclick} aria-describedby={described_by}>{ words::PUT_BACK_BUTTON }</button>
    }
}

/// The question before what is in the bin goes for good.
pub(crate) fn view_emptying(desk: &Desk, count: usize, onclose: Callback<()>) -> Html {
    let empty = {
        let (desk, close) = (desk.clone(), onclose.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            desk.empty_bin();
        })
    };
    html! {
        <DialogBox title={words::EMPTY_BIN} close={words::KEEP_BINNED_ARTICLES} {onclose}>
            <p>{ words::empty_bin_question(count) }</p>
            <div class="buttons">
                <button type="button" class="danger" onclick={empty}>{ words::DELETE_FOR_GOOD }</button>
            </div>
        </DialogBox>
    }
}
