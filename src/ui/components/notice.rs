use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::update::Update;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Action, Menu, Notice, Offer, Tone, View};

/// How long good news stays, in milliseconds: time to read it, and longer to take it back or to unfold it.
const READ_AFTER: u32 = 6_000;
const UNDO_UNTIL: u32 = 20_000;

#[derive(Properties, PartialEq)]
pub(crate) struct NoticeBarProps {
    pub(crate) notice: Option<Notice>,
    /// Why nothing can be stored at the moment.
    pub(crate) store_problem: Option<String>,
    pub(crate) has_articles: bool,
}

/// What there is to tell: problems as alerts, all else politely.
#[component]
pub(crate) fn NoticeBar(props: &NoticeBarProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    {
        let desk = desk.clone();
        use_effect_with(props.notice.clone(), move |notice| {
            // Problems and particulars stay until they are dismissed; what is folded has been told in short.
            let is_told = |notice: &&Notice| notice.details.is_empty() || notice.folded.is_some();
            let passes = notice.as_ref().filter(|notice| notice.tone == Tone::Info).filter(is_told);
            // What comes next is offered until it is done or put away.
            let passes = passes.filter(|notice| notice.offer != Some(Offer::NextSteps));
            let timer = passes.map(|notice| {
                let is_short = notice.offer.is_none() && notice.folded.is_none();
                let after = if is_short { READ_AFTER } else { UNDO_UNTIL };
                Timeout::new(after, move || desk.send(Action::DismissNotice))
            });
            move || drop(timer)
        });
    }
    let retry = {
        let desk = desk.clone();
        Callback::from(move |_| {
            desk.store();
        })
    };
    let export = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.back_up())
    };
    let problem = props.notice.as_ref().filter(|notice| notice.tone == Tone::Problem);
    let info = props.notice.as_ref().filter(|notice| notice.tone == Tone::Info);
    html! {
        <>
            <div class="alerts" role="alert">
                if let Some(problem) = &props.store_problem {
                    <div class="notice problem">
                        <p><strong>{ words::NOT_SAVED_NOTICE }</strong>{ " " }{ problem }</p>
                        <button type="button" onclick={retry}>{ words::TRY_AGAIN }</button>
                        if props.has_articles {
                            <button type="button" onclick={export}>{ words::EXPORT_ALL_ARTICLES }</button>
                        }
                    </div>
                }
                if let Some(notice) = problem {
                    { view_notice(&desk, notice) }
                }
            </div>
            <div class="toasts" aria-live="polite">
                <Update />
                if let Some(notice) = info {
                    { view_notice(&desk, notice) }
                }
            </div>
        </>
    }
}

/// What a notice offers about articles of the library.
fn view_offer(desk: &Desk, offer: &Offer) -> Html {
    let (desk, to_do) = (desk.clone(), offer.clone());
    let onclick = Callback::from(move |_: MouseEvent| match &to_do {
        Offer::Undo => desk.undo(),
        Offer::PutBack(id) => desk.put_back(*id),
        Offer::PutBackAll(ids) => desk.put_back_all(ids),
        Offer::TakeBack { articles, step } => desk.take_back(articles, step),
        Offer::NextSteps => {}
    });
    let is_undo = matches!(offer, Offer::Undo | Offer::TakeBack { .. });
    html! {
        <button type="button" {onclick} aria-label={is_undo.then_some(words::UNDO_LAST_STEP)}>
            { if is_undo { words::UNDO } else { words::PUT_BACK_BUTTON } }
        </button>
    }
}

/// What comes after the last suggestion.
fn view_next_steps(desk: &Desk) -> Html {
    let sheet = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.send(Action::DismissNotice);
            desk.look_at(View::CheckSheet);
        })
    };
    let export = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.send(Action::DismissNotice);
            desk.send(Action::OpenMenu(Some(Menu::Export)));
        })
    };
    html! {
        <>
            <button type="button" onclick={sheet}>{ words::CHECK_SHEET }</button>
            <button type="button" onclick={export}>{ words::EXPORT }</button>
        </>
    }
}

/// The particulars, one a line.
fn view_details(notice: &Notice) -> Html {
    if notice.details.is_empty() {
        return Html::default();
    }
    let list = html! {
        <ul>
            for detail in notice.details.iter() {
                <li>{ detail }</li>
            }
        </ul>
    };
    match notice.folded {
        Some(name) => html! { <details><summary>{ name }</summary>{ list }</details> },
        None => list,
    }
}

fn view_notice(desk: &Desk, notice: &Notice) -> Html {
    let dismiss = {
        let desk = desk.clone();
        Callback::from(move |_| desk.send(Action::DismissNotice))
    };
    let class = (notice.tone == Tone::Problem).then_some("problem");
    html! {
        <div class={classes!("notice", class)}>
            <p>{ &notice.text }</p>
            { view_details(notice) }
            if notice.offer == Some(Offer::NextSteps) {
                { view_next_steps(desk) }
            } else if let Some(offer) = &notice.offer {
                { view_offer(desk, offer) }
            }
            <button type="button" class="icon" onclick={dismiss} aria-label={words::DISMISS}>{ "×" }</button>
        </div>
    }
}
