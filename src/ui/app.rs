use yew::prelude::*;

use super::components::{
    ARTICLE_ID, Annotations, Articles, BackupHint, Entities, Inspector, Legend, NoticeBar, Orphans, Reading,
    Shared, Toolbar, Tools, view_bin, view_name_bar,
};
use super::desk::{Desk, State, use_desk};
use super::dialogs::view_dialog;
use super::effects::use_effects;
use super::staged::InView;
use super::views::{
    CheckSheet, CompareView, Reader, Start, Tabs, TimelineView, WhoSaidWhat, tab_id, view_lost,
};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::annotation::{AnnotationId, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::runs::groups;
use crate::words;
use crate::workspace::{Dialog, Panel, View, Workspace};

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
    let view = document.as_ref().map(|_| tab_id(workspace.view()));
    html! {
        <ContextProvider<Desk> context={desk.clone()}>
            <div
                class={classes!("app", document.is_none().then_some("empty"))}
                data-panel={workspace.panel().code()} data-view={view}
            >
                { view_toolbar(workspace, &document) }
                { view_panels(&desk, workspace) }
                { view_library(&desk, workspace) }
                <main>
                    { view_main(&desk, workspace, &document, &hidden) }
                </main>
                if let Some(document) = document.clone() {
                    <Inspector document={document.clone()} selected={workspace.selected().cloned().map(Shared)} end={workspace.end()} />
                    <Marks {document} {hidden} selected={workspace.selected().map(|it| it.id)} />
                }
                if let Some(done) = workspace.reading() {
                    <Reading {done} />
                }
                if workspace.asks_name() {
                    { view_name_bar(&desk) }
                }
                <NoticeBar
                    notice={workspace.notice().cloned()}
                    store_problem={workspace.store_problem().map(str::to_owned)}
                    has_articles={!workspace.articles().is_empty()}
                />
                <p class="hidden-text" aria-live="polite">{ workspace.said() }</p>
                { view_dialog(&desk, workspace) }
            </div>
        </ContextProvider<Desk>>
    }
}

fn view_toolbar(workspace: &Workspace, document: &Option<Shared<Document>>) -> Html {
    let has_suggestions = document.as_ref().is_some_and(|document| {
        document.annotations().iter().any(|a| a.status == Status::Suggested && workspace.is_shown(a))
    });
    let saved = match (workspace.unsaved().is_empty(), workspace.store_problem()) {
        (_, Some(_)) => words::NOT_SAVED,
        (true, None) => words::SAVED,
        (false, None) => words::SAVING,
    };
    html! {
        <Toolbar
            document={document.clone()} {has_suggestions} {saved}
            has_articles={!workspace.articles().is_empty()}
            undo={workspace.undo_title().map(str::to_owned)} redo={workspace.redo_title().map(str::to_owned)}
        />
    }
}

/// What a narrow window shows, to be chosen.
fn view_panels(desk: &Desk, workspace: &Workspace) -> Html {
    let name = |panel: Panel| match panel {
        Panel::Articles => words::LIBRARY,
        Panel::Text => words::TEXT,
        Panel::Marks => words::MARKS,
    };
    let switch = |to: Panel| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show_panel(to))
    };
    html! {
        <nav class="panels" aria-label={words::PANELS}>
            for panel in Panel::ALL {
                <button
                    type="button" aria-pressed={(workspace.panel() == panel).to_string()} onclick={switch(panel)}
                >{ name(panel) }</button>
            }
        </nav>
    }
}

fn view_library(desk: &Desk, workspace: &Workspace) -> Html {
    let show_storage = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(Dialog::Storage)))
    };
    html! {
        <aside class="library" aria-label={words::LIBRARY}>
            <Articles
                articles={workspace.articles().to_vec()} unreadable={workspace.unreadable().to_vec()}
                open={workspace.open().map(|document| document.id)}
            />
            { view_bin(desk, workspace.bin()) }
            <footer class="keeping">
                <BackupHint articles={workspace.articles().to_vec()} />
                <button type="button" class="quiet" onclick={show_storage}>{ words::STORAGE }</button>
            </footer>
        </aside>
    }
}

/// The open article, the page for a new one, or why the one of the address does not show.
fn view_main(
    desk: &Desk,
    workspace: &Workspace,
    document: &Option<Shared<Document>>,
    hidden: &Rc<BTreeSet<LabelCode>>,
) -> Html {
    if let Some(lost) = workspace.lost() {
        return view_lost(desk, &lost);
    }
    let Some(document) = document else {
        // Before the page is as it was left, its address may name an article.
        return html! {
            if workspace.has_started() || workspace.place().article().is_none() {
                <Start draft={workspace.draft().clone()} />
            }
        };
    };
    html! {
        <>
            <Tabs view={workspace.view()} />
            <div role="tabpanel" id="view" class="view" aria-labelledby={tab_id(workspace.view())}>
                { view_article(workspace, document, hidden) }
            </div>
        </>
    }
}

/// The view of the open article that is looked at.
fn view_article(
    workspace: &Workspace,
    document: &Shared<Document>,
    hidden: &Rc<BTreeSet<LabelCode>>,
) -> Html {
    let (document, selected) = (document.clone(), workspace.selected().map(|a| a.id));
    match workspace.view() {
        View::Read => html! {
            <>
                <Tools document={document.clone()} reviewed={workspace.reviewed()} is_reviewing={workspace.is_reviewing()} words={workspace.words().to_owned()} />
                <Reader {document} hidden={hidden.clone()} {selected} end={workspace.end()} />
            </>
        },
        View::WhoSaidWhat => html! { <WhoSaidWhat {document} {selected} /> },
        View::CheckSheet => {
            html! { <CheckSheet {document} {selected} /> }
        }
        View::Timeline => html! { <TimelineView {document} {selected} /> },
        View::Compare => html! {
            <CompareView {document} articles={workspace.articles().to_vec()} beside={workspace.beside().to_vec()} />
        },
    }
}

#[derive(Properties, PartialEq)]
struct MarksProps {
    document: Shared<Document>,
    hidden: Rc<BTreeSet<LabelCode>>,
    selected: Option<AnnotationId>,
}

/// What was found in the article: entities, then all marks.
#[component]
fn Marks(props: &MarksProps) -> Html {
    let MarksProps { document, hidden, selected } = props;
    let listed = use_mut_ref(Vec::new);
    let groups = use_memo(document.clone(), |document| {
        let now = groups(document, &listed.borrow());
        listed.replace(now.clone());
        now
    });
    let jump = |to: &'static str| {
        Callback::from(move |_: MouseEvent| {
            let page = web_sys::window().and_then(|window| window.document());
            if let Some(place) = page.and_then(|page| page.get_element_by_id(to)) {
                place.scroll_into_view();
            }
        })
    };
    html! {
        <aside class="marks" aria-label={words::MARKS}>
            <Legend document={document.clone()} groups={groups.clone()} hidden={hidden.clone()} />
            <div class="jumps" role="group" aria-label={words::GO_TO}>
                <button type="button" class="quiet" onclick={jump("entities-title")}>{ words::ENTITIES }</button>
                <button type="button" class="quiet" onclick={jump("annotations-title")}>{ words::ANNOTATIONS }</button>
            </div>
            <div class="lists">
                <Entities document={document.clone()} hidden={hidden.clone()} selected={*selected} />
                <h2 id="annotations-title">{ words::ANNOTATIONS }</h2>
                <Annotations key={document.id.0.to_string()} document={document.clone()} {groups} hidden={hidden.clone()} selected={*selected} />
            </div>
            <Orphans document={document.clone()} />
        </aside>
    }
}
