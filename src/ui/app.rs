use yew::prelude::*;

use super::browser::show_colours;
use super::components::{
    ARTICLE_ID, Articles, Bar, Card, Nav, NoticeBar, Reading, Shared, SidePanel, tab_id, view_import_input,
    view_name_bar,
};
use super::desk::{Desk, State, use_desk};
use super::dialogs::view_dialog;
use super::doubting::{Doubted, use_doubts};
use super::effects::use_effects;
use super::staged::InView;
use super::views::{
    CheckSheet, CompareView, Reader, Start, TimelineView, WhoSaidWhat, view_library_page, view_lost,
};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::document::Document;
use crate::label::LabelCode;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Place, View, Workspace};

/// What of the open article is drawn in several places.
struct Shown {
    document: Option<Shared<Document>>,
    hidden: Rc<BTreeSet<LabelCode>>,
    doubts: Doubted,
    /// How many of the marks that are shown are reviewed, and how many there are.
    reviewed: (usize, usize),
}

/// The whole page: draws the workspace.
#[component]
pub(super) fn App() -> Html {
    let state = use_reducer(State::with_draft);
    let desk = use_desk(state.clone());
    desk.note_view(InView::now(&format!("#{ARTICLE_ID}"), ".annotations"));
    use_effects(&desk, &state.0);
    let workspace = &state.0;
    let document = workspace.open().cloned().map(Shared);
    let hidden = use_memo(workspace.hidden().clone(), |hidden| hidden.clone());
    let doubts = use_doubts(document.clone());
    {
        // The extension shows the number beside its button.
        let (desk, told) = (desk.clone(), (document.as_ref().map(|it| it.id), doubts.sure.len()));
        use_effect_with(told, move |(_, doubts)| desk.tell_doubts(*doubts));
    }
    use_effect_with(document.as_ref().map(|document| document.labels.clone()), |labels| {
        if let Some(labels) = labels {
            show_colours(labels);
        }
    });
    let shown = Shown { document, hidden, doubts, reviewed: workspace.reviewed() };
    let view = shown.document.as_ref().map(|_| tab_id(workspace.view()));
    let is_reading = shown.document.is_some() && workspace.view() == View::Read;
    let library = workspace.shows_library().map(|shows| if shows { "out" } else { "in" });
    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <div
                class={classes!("app", shown.document.is_none().then_some("empty"))} data-library={library}
                data-panel={workspace.panel().code()} data-view={view} data-chosen={workspace.selected().map(|_| "true")}
                data-reviewing={workspace.is_reviewing().then_some("true")}
            >
                { view_bar(workspace, &shown) }
                if !workspace.articles().is_empty() && !matches!(workspace.place(), Place::Library) {
                    { view_library(workspace) }
                }
                <main>
                    { view_main(&desk, workspace, &shown) }
                </main>
                if let Some(document) = shown.document.clone() {
                    if is_reading {
                        { view_beside(workspace, &shown, document) }
                    }
                    { piece::<Nav>(None, yew::props!(Of<Nav> { view: workspace.view(), panel: workspace.panel(), doubts: shown.doubts.sure.len() })) }
                }
                if let Some(done) = workspace.reading() {
                    { piece::<Reading>(None, yew::props!(Of<Reading> { done })) }
                }
                if workspace.asks_name() {
                    { view_name_bar(&desk) }
                }
                { piece::<NoticeBar>(None, yew::props!(Of<NoticeBar> { notice: workspace.notice().cloned(), store_problem: workspace.store_problem().map(str::to_owned), has_articles: !workspace.articles().is_empty() })) }
                <p class="hidden-text" aria-live="polite">{ workspace.said() }</p>
                { view_import_input(&desk) }
                { view_dialog(&desk, workspace) }
            </div>
        </ContextProvider<Desk>>
    }
}

fn view_bar(workspace: &Workspace, shown: &Shown) -> Html {
    let (saved, is_saved) = match (workspace.unsaved().is_empty(), workspace.store_problem()) {
        (_, Some(_)) => (words::NOT_SAVED, false),
        (true, None) => (words::SAVED, true),
        (false, None) => (words::SAVING, true),
    };
    html! {
        { piece::<Bar>(None, yew::props!(Of<Bar> { document: shown.document.clone(), view: workspace.view(), doubts: shown.doubts.sure.len(), reviewed: shown.reviewed, is_reviewing: workspace.is_reviewing(), has_articles: !workspace.articles().is_empty(), has_others: workspace.articles().len() > 1, shows_library: workspace.shows_library(), is_library: matches!(workspace.place(), Place::Library), shows_small: workspace.shows_small(), menu: workspace.menu(), saved, is_saved, undo: workspace.undo_title().map(str::to_owned), redo: workspace.redo_title().map(str::to_owned), words: workspace.words().to_owned() })) }
    }
}

/// The library, folded out beside what is open.
fn view_library(workspace: &Workspace) -> Html {
    html! {
        <aside class="library" aria-label={words::LIBRARY}>
            { piece::<Articles>(None, yew::props!(Of<Articles> { articles: workspace.articles().to_vec(), unreadable: workspace.unreadable().to_vec(), open: workspace.open().map(|document| document.id) })) }
        </aside>
    }
}

/// The open article, the page for a new one, or why the one of the address does not show.
fn view_main(desk: &Desk, workspace: &Workspace, shown: &Shown) -> Html {
    if let Some(lost) = workspace.lost() {
        return view_lost(desk, &lost);
    }
    if *workspace.place() == Place::Library {
        return view_library_page(workspace);
    }
    let Some(document) = &shown.document else {
        // Before the page is as it was left, its address may name an article.
        return html! {
            if workspace.has_started() || workspace.place().article().is_none() {
                // What comes in from outside is taken up by fields that are made anew.
                { piece::<Start>(Some(workspace.drafts_taken().to_string().into()), yew::props!(Of<Start> { draft: workspace.draft().clone(), beside: titles_beside(workspace) })) }
            }
        };
    };
    html! {
        <div role="tabpanel" id="view" class="view" aria-labelledby={tab_id(workspace.view())}>
            { view_article(workspace, shown, document) }
        </div>
    }
}

/// The titles of the reports that a new article is compared with.
fn titles_beside(workspace: &Workspace) -> Vec<String> {
    let Place::Beside(_) = workspace.place() else { return Vec::new() };
    let title = |id| workspace.articles().iter().find(|article| article.id == id).map(|it| it.title.clone());
    workspace.compared().into_iter().filter_map(title).collect()
}

/// The view of the open article that is looked at.
fn view_article(workspace: &Workspace, shown: &Shown, document: &Shared<Document>) -> Html {
    let (document, selected) = (document.clone(), workspace.selected().map(|a| a.id));
    match workspace.view() {
        View::Read => html! {
            { piece::<Reader>(None, yew::props!(Of<Reader> { document, hidden: shown.hidden.clone(), selected, end: workspace.end(), doubts: shown.doubts.sure.clone(), shows_small: workspace.shows_small(), reviewed: shown.reviewed, is_reviewing: workspace.is_reviewing() })) }
        },
        View::WhoSaidWhat => {
            html! { { piece::<WhoSaidWhat>(None, yew::props!(Of<WhoSaidWhat> { document, selected })) } }
        }
        View::CheckSheet => {
            html! { { piece::<CheckSheet>(None, yew::props!(Of<CheckSheet> { document, selected, follows: !workspace.is_offered(), doubts: shown.doubts.sure.clone(), possible: shown.doubts.possible.clone() })) } }
        }
        View::Timeline => {
            html! { { piece::<TimelineView>(None, yew::props!(Of<TimelineView> { document, selected })) } }
        }
        View::Compare => html! {
            { piece::<CompareView>(None, yew::props!(Of<CompareView> { document, articles: workspace.articles().to_vec(), beside: workspace.beside().to_vec() })) }
        },
    }
}

/// What stands beside the text: the panel, and the card at a mark.
fn view_beside(workspace: &Workspace, shown: &Shown, document: Shared<Document>) -> Html {
    html! {
        <>
            { piece::<SidePanel>(None, yew::props!(Of<SidePanel> { document: document.clone(), hidden: shown.hidden.clone(), doubts: shown.doubts.sure.clone(), possible: shown.doubts.possible.clone(), end: workspace.end(), selected: workspace.selected().cloned().map(Shared), shown: shown.reviewed.1, switches: workspace.families() })) }
            { piece::<Card>(None, yew::props!(Of<Card> { document, selected: workspace.selected().map(|it| it.id), doubts: shown.doubts.sure.clone(), reviewed: shown.reviewed, is_reviewing: workspace.is_reviewing() })) }
        </>
    }
}
