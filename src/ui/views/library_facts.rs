use std::sync::Arc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::Document;
use crate::formats::{LibraryTable, Table, library_table, speech_table};
use crate::ui::components::{DialogBox, PAGE, Pages, SaveAs};
use crate::ui::desk::Desk;
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

fn table(documents: &[Arc<Document>], which: usize) -> Table {
    let all = || documents.iter().map(|it| &**it);
    match LibraryTable::ALL.get(which) {
        Some(table) => library_table(all(), *table),
        None => speech_table(&all().collect::<Vec<_>>()),
    }
}

/// All figures, names, dates or statements of all articles: one table each, filtered and saved.
#[component]
pub(crate) fn LibraryFacts(props: &LibraryFactsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
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
    let shown = filtered.rows.iter().skip(*page * PAGE).take(PAGE);
    html! {
        <DialogBox title={words::FACTS_OF_THE_LIBRARY} class="wide" onclose={props.onclose.clone()}>
            <div class="filters">
                <div role="group" aria-label={words::TABLE}>
                    for (at, (_, name)) in TABLES.into_iter().enumerate() {
                        <button type="button" aria-pressed={(*which == at).to_string()} onclick={{
                            let (which, page) = (which.clone(), page.clone());
                            move |_: MouseEvent| { which.set(at); page.set(0); }
                        }}>{ name }</button>
                    }
                </div>
                <label>{ words::FILTER }<input type="text" oninput={search} autocomplete="off" /></label>
            </div>
            <p class="hint" aria-live="polite">{ words::rows_of(filtered.rows.len()) }</p>
            <SaveAs {stem} table={save} />
            <div class="scrolls" tabindex="0" role="region" aria-label={words::TABLE}>
                <table class="library-table">
                    <thead><tr>for (_, name) in filtered.columns.iter() { <th scope="col">{ name }</th> }</tr></thead>
                    <tbody>
                        for row in shown {
                            <tr>for cell in row.iter() { <td dir="auto">{ cell }</td> }</tr>
                        }
                    </tbody>
                </table>
            </div>
            <Pages count={filtered.rows.len()} page={*page} onpage={let page = page.clone(); move |to| page.set(to)} />
        </DialogBox>
    }
}
