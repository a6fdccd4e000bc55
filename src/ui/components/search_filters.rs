use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::annotation::Status;
use crate::label::{LabelCode, LabelSet};
use crate::search::{By, Query};
use crate::ui::desk::{Desk, parse_date};
use crate::words;

/// Which marks and which days are meant, behind one button that says how many of these are set.
pub(super) fn view_search_filters(desk: &Desk, query: &Query, onquery: &Callback<Query>) -> Html {
    let change = |set: fn(&mut Query, String)| {
        let (query, onquery) = (query.clone(), onquery.clone());
        move |value: String| {
            let mut new = query.clone();
            set(&mut new, value);
            onquery.emit(new);
        }
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
    let count = count_of(query);
    let labels = desk.workspace().open().map_or_else(LabelSet::default, |document| document.labels.clone());
    html! {
        <details>
            <summary>{ if count == 0 { words::SEARCH_FILTERS.to_owned() } else { words::search_filters_set(&count) } }</summary>
            <div class="search-filters">
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
                            <option value={status.code()}>{ status.name() }</option>
                        }
                    </select>
                </label>
                <label>{ words::AUTHOR_FILTER }
                    <select onchange={select(|query, value| query.marks.by = match value.as_str() { "person" => Some(By::Person), "extractor" => Some(By::Extractor), _ => None })}>
                        <option value="" selected=true>{ words::ANYBODY }</option>
                        <option value="person">{ words::PERSON_CHOICE }</option>
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
        </details>
    }
}

/// How many filters are set.
fn count_of(query: &Query) -> usize {
    let marks = &query.marks;
    let set = [
        marks.label.is_some(),
        marks.status.is_some(),
        marks.by.is_some(),
        marks.score.is_some(),
        query.from.is_some(),
        query.until.is_some(),
    ];
    set.into_iter().filter(|is_set| *is_set).count()
}
