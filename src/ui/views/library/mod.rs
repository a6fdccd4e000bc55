//! The whole library: every article in one list that can be sorted, filtered and worked on several at a time,
//! and below it the bin and what the browser keeps.

mod bar;
mod chosen;
mod empty;
mod filter;
mod foot;
mod keys;
mod row;
mod sorting;
mod unreadable;

use std::rc::Rc;

use yew::prelude::*;

use crate::document::DocumentId;
use crate::store::{Backup, Binned, Summary, Unreadable, Wanted, arrange};
use crate::text::sort_by_cached_key;
use crate::ui::browser::focus;
use crate::ui::components::{BackupHint, Bin, Pages};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words::{self, grouped};
use crate::workspace::{Dialog, Place, Workspace};

use bar::ChosenBar;
use chosen::{Act, Chosen};
use empty::view_empty;
use filter::view_filter;
use foot::view_foot;
use row::{Standing, open_id, view_row};
use sorting::{Counts, view_sorting};
use unreadable::view_unreadable;

/// How many articles a page of the list has: to draw them takes no time that anybody notices.
const ROWS: usize = 50;
/// The id of the list.
const LIST_ID: &str = "library-articles";

#[derive(Properties, PartialEq)]
pub(crate) struct LibraryViewProps {
    pub(crate) articles: Vec<Summary>,
    pub(crate) unreadable: Vec<Unreadable>,
    pub(crate) bin: Vec<Binned>,
    /// When the library was last saved as a file.
    pub(crate) backup: Backup,
    /// The article that is open, if one is.
    #[prop_or_default]
    pub(crate) open: Option<DocumentId>,
}

/// The whole library, as the workspace has it.
pub(crate) fn view_library_page(workspace: &Workspace) -> Html {
    html! {
        { piece::<LibraryView>(None, yew::props!(Of<LibraryView> { articles: workspace.articles().to_vec(), unreadable: workspace.unreadable().to_vec(), bin: workspace.bin().to_vec(), backup: workspace.backup(), open: workspace.open().map(|document| document.id) })) }
    }
}

/// The place `#/library`.
#[component]
pub(crate) fn LibraryView(props: &LibraryViewProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let wanted = use_state_eq(Wanted::default);
    let order = use_state_eq(|| desk.workspace().order());
    let page = use_state_eq(|| 0_usize);
    let chosen = use_state_eq(Chosen::default);
    let renamed = use_state_eq(|| None::<DocumentId>);
    let all = use_memo(props.articles.clone(), |articles| articles.clone());
    let tags = use_memo(all.clone(), |all| all_tags(all));
    // A tag that no article has any more filters nothing.
    let tag = wanted.tag.clone().filter(|tag| tags.contains(tag));
    let effective = Wanted { tag, ..(*wanted).clone() };
    let places = use_memo((all.clone(), effective.clone(), *order), |(all, wanted, order)| {
        arrange(all, wanted, *order)
    });
    let listed: Rc<Vec<DocumentId>> = use_memo((all.clone(), places.clone()), |(all, places)| {
        places.iter().map(|&at| all[at].id).collect()
    });
    // What is not listed cannot be worked on.
    let picked = chosen.among(&listed);
    let page_now = (*page).min(listed.len().saturating_sub(1) / ROWS);
    let shown = || (page_now * ROWS..listed.len()).take(ROWS);
    let act = {
        let (desk, chosen, renamed) = (desk.clone(), chosen.clone(), renamed.clone());
        let (listed, page) = (listed.clone(), page.clone());
        Callback::from(move |act: Act| match act {
            Act::Open(id) => desk.open(id),
            Act::Choose { id, to } => chosen.set(chosen.choose(id, to, &listed)),
            Act::ChooseAll => chosen.set(Chosen::all(&listed)),
            Act::Rename(id) => {
                // It may have been chosen on another page of the list.
                if let Some(at) = listed.iter().position(|other| *other == id) {
                    page.set(at / ROWS);
                }
                renamed.set(Some(id));
            }
            Act::Renamed { id, title } => {
                renamed.set(None);
                if let Some(title) = title {
                    desk.rename_article(id, &title);
                }
            }
            Act::Delete(id) => {
                let picked = chosen.among(&listed);
                let ids = if picked.contains(&id) { picked } else { vec![id] };
                chosen.set(Chosen::default());
                desk.delete_articles(ids);
                // The row that had the focus is gone.
                focus(LIST_ID);
            }
            Act::ChooseNone => chosen.set(Chosen::default()),
        })
    };
    let onwanted = {
        let (wanted, page) = (wanted.clone(), page.clone());
        Callback::from(move |new: Wanted| {
            wanted.set(new);
            page.set(0);
        })
    };
    let onorder = {
        let (desk, order, page) = (desk.clone(), order.clone(), page.clone());
        Callback::from(move |new| {
            desk.sort_library(new);
            order.set(new);
            page.set(0);
        })
    };
    let onpage = {
        let page = page.clone();
        Callback::from(move |to: usize| {
            page.set(to);
            focus(LIST_ID);
        })
    };
    {
        // The field that had the focus is gone: it goes to the title.
        let before = use_mut_ref(|| None::<DocumentId>);
        use_effect_with(*renamed, move |renamed| {
            if let Some(id) = before.replace(*renamed).filter(|_| renamed.is_none()) {
                focus(&open_id(id));
            }
        });
    }
    let standing = |id: DocumentId| Standing {
        is_open: props.open == Some(id),
        is_chosen: chosen.contains(id),
        is_renamed: *renamed == Some(id),
    };
    let counts = Counts { listed: listed.len(), chosen: picked.len() };
    let is_empty = props.articles.is_empty();
    html! {
        <section class="shelf" aria-label={words::LIBRARY}>
            { view_head(&desk, props.articles.len()) }
            { piece::<BackupHint>(None, yew::props!(Of<BackupHint> { articles: all.clone(), backup: props.backup })) }
            if is_empty {
                { view_empty(&desk) }
            } else {
                { view_filter(&effective, &tags, &onwanted) }
                { view_sorting(*order, counts, &act, &onorder) }
                <ul
                    id={LIST_ID} class="articles rows" role="list" aria-label={words::ARTICLES} tabindex="-1"
                    onkeydown={keys::on_list(&act)}
                >
                    for at in shown() {
                        { view_row(&all[places[at]], standing(listed[at]), &act) }
                    }
                </ul>
                if listed.is_empty() {
                    { view_none(&onwanted) }
                }
                { piece::<Pages>(None, yew::props!(Of<Pages> { count: listed.len(), page: page_now, size: ROWS, onpage })) }
                { piece::<ChosenBar>(None, yew::props!(Of<ChosenBar> { ids: picked, articles: all.clone(), tags, onact: act.clone() })) }
            }
            { view_unreadable(&desk, &props.unreadable) }
            { piece::<Bin>(None, yew::props!(Of<Bin> { articles: props.bin.clone() })) }
            { view_foot(&desk, is_empty) }
        </section>
    }
}

fn view_head(desk: &Desk, count: usize) -> Html {
    let run = |work: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| work(&desk))
    };
    html! {
        <header class="shelf-head">
            <h2>
                { words::LIBRARY }
                if count > 0 {
                    <span class="count">{ grouped(count) }</span>
                }
            </h2>
            if count > 0 {
                <button type="button" class="soft" onclick={run(|desk| desk.show(Some(Dialog::Library)))}>{ words::SEARCH_TEXTS }</button>
                <button type="button" class="soft" onclick={run(|desk| desk.go(Place::New))}>{ words::NEW_ARTICLE }</button>
            }
        </header>
    }
}

/// Nothing is as the filter wants it.
fn view_none(onwanted: &Callback<Wanted>) -> Html {
    let clear = onwanted.reform(|_: MouseEvent| Wanted::default());
    html! {
        <p class="none">{ words::NO_ARTICLE_MATCHES }<button type="button" class="quiet" onclick={clear}>{ words::SHOW_ALL_ARTICLES }</button></p>
    }
}

/// All tags of the library, in the order of the alphabet.
fn all_tags(articles: &[Summary]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in articles.iter().flat_map(|article| &article.tags) {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    sort_by_cached_key(&mut tags, |tag| tag.to_lowercase());
    tags
}
