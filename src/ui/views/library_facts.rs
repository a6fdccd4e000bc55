use std::sync::Arc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::empty::view_ways_in;
use crate::document::Document;
use crate::formats::{LibraryTable, Table, library_table, speech_table};
use crate::text::reveal;
use crate::ui::browser::print;
use crate::ui::components::{DialogBox, PAGE, Pages, SaveAs, shown, use_printing};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::value::{day, read_day};
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct LibraryFactsProps {
    pub(crate) onclose: Callback<()>,
}

/// The tables of the library: figures, names, dates; and who is quoted how often.
const TABLES: [(&str, &str); 4] = [
    ("figures", words::ALL_FIGURES),
    ("names", words::ALL_NAMES),
    ("dates", words::ALL_DATES),
    ("speech", words::SOURCES_OF_SPEECH),
];

/// What files have and the page has no room for.
const IN_FILES_ONLY: [&str; 4] = ["naming", "reason", "told", "words"];

fn table(documents: &[Arc<Document>], which: usize) -> Table {
    let all = || documents.iter().map(|it| &**it);
    match LibraryTable::ALL.get(which) {
        Some(table) => library_table(all(), *table),
        None => speech_table(&all().collect::<Vec<_>>()),
    }
}

/// All figures, names, dates or statements of all articles: one table each, filtered, saved and printed.
#[component]
pub(crate) fn LibraryFacts(props: &LibraryFactsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_printing = use_printing();
    let which = use_state_eq(|| 0_usize);
    let wanted = use_state_eq(String::new);
    let page = use_state_eq(|| 0_usize);
    let documents = use_memo((), |()| desk.all_articles());
    let whole = use_memo(*which, |which| table(&documents, *which));
    let filtered = use_memo((*which, (*wanted).clone()), |(_, wanted)| {
        let wanted = wanted.to_lowercase();
        let has = |row: &&Vec<String>| row.iter().any(|cell| cell.to_lowercase().contains(&wanted));
        let rows = whole.rows.iter().filter(has).cloned().collect();
        Table { rows, ..(*whole).clone() }
    });
    let search = {
        let (wanted, page) = (wanted.clone(), page.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                wanted.set(field.value());
                page.set(0);
            }
        })
    };
    let stem = format!("all-{}", TABLES.get(*which).map_or("facts", |(code, _)| code));
    let save = {
        let filtered = filtered.clone();
        Callback::from(move |()| (*filtered).clone())
    };
    let onpage = {
        let page = page.clone();
        Callback::from(move |to| page.set(to))
    };
    html! {
        <DialogBox title={words::LIBRARY_FACTS} class="wide library-facts" onclose={props.onclose.clone()}>
            if documents.is_empty() {
                <div class="view-empty">
                    <p>{ words::NO_ARTICLES_YET }</p>
                    { view_ways_in(&desk) }
                </div>
            } else {
                <div class="library-head">
                    <div class="filters" role="group" aria-label={words::TABLE}>
                        for (at, (_, name)) in TABLES.into_iter().enumerate() {
                            <button type="button" aria-pressed={(*which == at).to_string()} onclick={{
                                let (which, page) = (which.clone(), page.clone());
                                move |_: MouseEvent| { which.set(at); page.set(0); }
                            }}>{ name }</button>
                        }
                    </div>
                    <div class="view-actions">
                        { piece::<SaveAs>(None, yew::props!(Of<SaveAs> { stem, table: save })) }
                        <button type="button" class="print-view" onclick={|_: MouseEvent| print()}>{ words::PRINT }</button>
                    </div>
                </div>
                <label class="library-filter">{ words::FILTER }<input type="search" oninput={search} autocomplete="off" /></label>
                <p class="hint" aria-live="polite">{ words::rows_counted(filtered.rows.len()) }</p>
                { view_table(&filtered, shown(&filtered.rows, *page, PAGE, is_printing)) }
                { piece::<Pages>(None, yew::props!(Of<Pages> { count: filtered.rows.len(), page: *page, onpage })) }
            }
        </DialogBox>
    }
}

fn view_table(table: &Table, rows: &[Vec<String>]) -> Html {
    if rows.is_empty() {
        return html! { <p class="hint">{ words::NO_ROWS }</p> };
    }
    let columns = || table.columns.iter().filter(|(code, _)| !IN_FILES_ONLY.contains(&code.as_str()));
    let cell = |((code, name), cell): (&(String, String), &String)| {
        if IN_FILES_ONLY.contains(&code.as_str()) {
            return Html::default();
        }
        let shown = match read_day(cell).filter(|_| code == "published") {
            Some(date) => day(date),
            None => reveal(cell).into_owned(),
        };
        let is_empty = shown.is_empty().then_some("empty");
        html! { <td class={classes!(is_empty)} data-column={code.clone()} data-name={name.clone()} dir="auto">{ shown }</td> }
    };
    html! {
        <table class="library-table">
            <thead><tr>for (code, name) in columns() { <th scope="col" data-column={code.clone()}>{ name }</th> }</tr></thead>
            <tbody>
                for row in rows {
                    <tr>{ for table.columns.iter().zip(row).map(cell) }</tr>
                }
            </tbody>
        </table>
    }
}
