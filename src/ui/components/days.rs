use yew::prelude::*;

use super::Shared;
use super::dialog::Dialog;
use crate::document::Document;
use crate::store::Day;
use crate::ui::desk::Desk;
use crate::words::{self, grouped};

#[derive(Properties, PartialEq)]
pub(crate) struct DaysProps {
    pub(crate) document: Shared<Document>,
    pub(crate) onclose: Callback<()>,
}

/// What the article was on earlier days.
#[component]
pub(crate) fn Days(props: &DaysProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    html! {
        <Dialog title={words::HISTORY} onclose={&props.onclose}>
            { view_days(&desk, &props.document, &props.onclose) }
        </Dialog>
    }
}

fn view_days(desk: &Desk, document: &Document, close: &Callback<()>) -> Html {
    let days = desk.days(document.id);
    if days.is_empty() {
        return html! {
            <p>{ words::NO_EARLIER_STATES }</p>
        };
    }
    html! {
        <>
            <p>{ words::EARLIER_STATES_HINT }</p>
            <ul class="days" role="list" aria-label={words::EARLIER_STATES}>
                for day in days.iter() {
                    <li key={day.date.to_string()}>{ view_day(desk, day, close) }</li>
                }
            </ul>
        </>
    }
}

fn view_day(desk: &Desk, day: &Day, close: &Callback<()>) -> Html {
    let date = day.date;
    let restore = {
        let (desk, close) = (desk.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            desk.restore_day(date);
            close.emit(());
        })
    };
    let name = crate::value::day(date);
    html! {
        <>
            <span class="day">
                { &name }
                <span class="about">{ words::StateReviewed { reviewed: &grouped(day.summary.reviewed), annotations: &grouped(day.summary.annotations) }.text() }</span>
            </span>
            <button type="button" onclick={restore} aria-label={words::restore(&name)}>{ words::RESTORE_BUTTON }</button>
        </>
    }
}
