use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BeforeUnloadEvent, DragEvent, KeyboardEvent, StorageEvent};
use yew::prelude::*;

use super::browser::{emit, on_window};
use super::components::{
    ARTICLE_ID, Agreeing, Annotations, ArrivedLink, Articles, BackupHint, Entities, Help, Inspector, Labels,
    Legend, LibrarySearch, Merging, NoticeBar, Orphans, Palette, Reading, Share, Shared, Storage, Toolbar,
    Tools, UpdateText, drop_files,
};
use super::desk::{Desk, Dialog, Handles, Memory, State, View};
use super::keys;
use super::model;
use super::staged::InView;
use super::views::{
    CheckSheet, CompareView, LibraryFacts, Reader, Start, Tabs, TimelineView, WhoSaidWhat, tab_id,
};
use super::warm::warm_up;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::annotation::Status;
use crate::document::Document;
use crate::label::LabelCode;
use crate::runs::groups;
use crate::store::{Library, LocalStore, Settings, load_draft};
use crate::words;
use crate::workspace::{KeyMap, Workspace};

/// Which panel a narrow window shows.
#[derive(Clone, Copy, PartialEq)]
enum Panel {
    Articles,
    Text,
    Marks,
}

impl Panel {
    const ALL: [(Panel, &'static str, &'static str); 3] = [
        (Panel::Articles, "articles", words::LIBRARY),
        (Panel::Text, "text", words::TEXT),
        (Panel::Marks, "marks", words::MARKS),
    ];

    fn code(self) -> &'static str {
        Panel::ALL.iter().find(|(panel, ..)| *panel == self).map_or("text", |(_, code, _)| code)
    }
}

/// The whole page.
#[component]
pub(super) fn App() -> Html {
    let state = use_reducer(State::default);
    let library = use_memo((), |()| Library::new(LocalStore, &Uuid::new_v4().simple().to_string()));
    let draft = use_mut_ref(|| load_draft(library.store()));
    let reading = use_state_eq(|| None);
    let pending = use_mut_ref(Default::default);
    let handles = Handles {
        dialog: use_state_eq(|| None),
        end: use_state_eq(|| None),
        said: use_state_eq(String::new),
        keys: use_state_eq(KeyMap::default),
        words: use_state_eq(String::new),
        view: use_state_eq(View::default),
        checker: use_state_eq(String::new),
    };
    let memory = use_memo((), |()| Memory::default());
    let desk = Desk::new(state.clone(), library, draft, reading.clone(), pending, handles.clone(), memory);
    let panel = use_state_eq(|| Panel::Text);
    desk.note_view(InView::now(&format!("#{ARTICLE_ID}"), ".annotations"));

    {
        let desk = desk.clone();
        use_effect_with((), move |()| {
            desk.start();
            // The page is drawn: now what is only needed for the first article. Whoever annotates
            // without it is told.
            spawn_local(async {
                drop(model::ready().await);
                warm_up().await;
            });
        });
    }
    {
        // After every drawing: what has changed is stored before anything else can happen. A write
        // that failed is tried again with the next change.
        let desk = desk.clone();
        use_effect(move || {
            if !desk.workspace().unsaved().is_empty() {
                desk.store_soon();
            }
        });
    }
    {
        let desk = desk.clone();
        let settings = Settings {
            open: state.0.open().map(|document| document.id),
            hidden: state.0.hidden().clone(),
            keys: handles.keys.chosen().clone(),
            checker: (*handles.checker).clone(),
        };
        use_effect_with((state.0.has_started(), settings), move |(has_started, settings)| {
            if *has_started {
                desk.keep_settings(settings);
            }
        });
    }
    {
        // Whatever has been opened or put away is what the person wants to see.
        let panel = panel.clone();
        let view = handles.view.clone();
        use_effect_with(state.0.open().map(|document| document.id), move |_| {
            panel.set(Panel::Text);
            view.set(View::Read);
        });
    }
    use_window_events(&desk);

    let workspace = &state.0;
    let document = workspace.open().cloned().map(Shared);
    let hidden = use_memo(workspace.hidden().clone(), |hidden| hidden.clone());
    let listed = use_mut_ref(Vec::new);
    let groups = use_memo(document.clone(), |document| {
        let now = document.as_ref().map_or_else(Vec::new, |document| groups(document, &listed.borrow()));
        listed.replace(now.clone());
        now
    });
    let selected = workspace.selected().cloned();
    let has_suggestions = document.as_ref().is_some_and(|document| {
        document.annotations().iter().any(|a| a.status == Status::Suggested && workspace.is_shown(a))
    });
    let saved = match (workspace.unsaved().is_empty(), workspace.store_problem()) {
        (_, Some(_)) => words::NOT_SAVED,
        (true, None) => words::SAVED,
        (false, None) => words::SAVING,
    };
    let switch = |to| {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| panel.set(to))
    };
    let show_storage = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(Dialog::Storage)))
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |()| desk.show(None))
    };
    let jump = |to: &'static str| {
        Callback::from(move |_: MouseEvent| {
            let page = web_sys::window().and_then(|window| window.document());
            if let Some(place) = page.and_then(|page| page.get_element_by_id(to)) {
                place.scroll_into_view();
            }
        })
    };
    let needs_article = |dialog: &Dialog| {
        use Dialog::*;
        matches!(dialog, Labels | UpdateText | Merge | Agreement | Share)
    };
    let shown = handles.dialog.filter(|dialog| !needs_article(dialog) || document.is_some());
    html! {
        <ContextProvider<Desk> context={desk}>
            <div class={classes!("app", document.is_none().then_some("empty"))} data-panel={panel.code()} data-view={document.as_ref().map(|_| tab_id(*handles.view))}>
                <Toolbar
                    document={document.clone()} {has_suggestions} {saved}
                    has_articles={!workspace.articles().is_empty()}
                    undo={workspace.undo_title().map(str::to_owned)} redo={workspace.redo_title().map(str::to_owned)}
                />
                <nav class="panels" aria-label={words::PANELS}>
                    for (to, _, name) in Panel::ALL {
                        <button type="button" aria-pressed={(*panel == to).to_string()} onclick={switch(to)}>{ name }</button>
                    }
                </nav>
                <aside class="library" aria-label={words::LIBRARY}>
                    <Articles
                        articles={workspace.articles().to_vec()} unreadable={workspace.unreadable().to_vec()}
                        open={document.as_ref().map(|document| document.id)}
                        onopen={let panel = panel.clone(); move |()| panel.set(Panel::Text)}
                    />
                    <footer class="keeping">
                        <BackupHint articles={workspace.articles().to_vec()} />
                        <button type="button" class="quiet" onclick={show_storage}>{ words::STORAGE }</button>
                    </footer>
                </aside>
                <main>
                    if let Some(document) = document.clone() {
                        <Tabs view={*handles.view} />
                        <div role="tabpanel" id="view" class="view" aria-labelledby={tab_id(*handles.view)}>
                            { view(&document, workspace, &handles, &hidden) }
                        </div>
                    } else {
                        <Start />
                    }
                </main>
                if let Some(document) = document.clone() {
                    <Inspector document={document.clone()} selected={selected.clone().map(Shared)} end={*handles.end} />
                    <aside class="marks" aria-label={words::MARKS}>
                        <Legend document={document.clone()} groups={groups.clone()} hidden={hidden.clone()} />
                        <div class="jumps" role="group" aria-label={words::GO_TO}>
                            <button type="button" class="quiet" onclick={jump("entities-title")}>{ words::ENTITIES }</button>
                            <button type="button" class="quiet" onclick={jump("annotations-title")}>{ words::ANNOTATIONS }</button>
                        </div>
                        <div class="lists">
                            <Entities document={document.clone()} hidden={hidden.clone()} selected={selected.as_ref().map(|a| a.id)} />
                            <h2 id="annotations-title">{ words::ANNOTATIONS }</h2>
                            <Annotations key={document.id.0.to_string()} document={document.clone()} {groups} {hidden} selected={selected.map(|a| a.id)} />
                        </div>
                        <Orphans {document} />
                    </aside>
                }
                if let Some(done) = *reading {
                    <Reading {done} />
                }
                <NoticeBar
                    notice={workspace.notice().cloned()}
                    store_problem={workspace.store_problem().map(str::to_owned)}
                    has_articles={!workspace.articles().is_empty()}
                />
                <p class="hidden-text" aria-live="polite">{ &*handles.said }</p>
                if shown == Some(Dialog::Storage) {
                    <Storage articles={workspace.articles().len()} onclose={close.clone()} />
                } else if shown == Some(Dialog::Keys) {
                    <Help onclose={close.clone()} />
                } else if shown == Some(Dialog::Palette) {
                    <Palette onclose={close.clone()} />
                } else if shown == Some(Dialog::Library) {
                    <LibrarySearch onclose={close.clone()} />
                } else if shown == Some(Dialog::LibraryFacts) {
                    <LibraryFacts onclose={close.clone()} />
                } else if shown == Some(Dialog::Arrived) {
                    <ArrivedLink onclose={close} />
                } else if let Some(document) = document {
                    if shown == Some(Dialog::Labels) {
                        <Labels {document} onclose={close} />
                    } else if shown == Some(Dialog::UpdateText) {
                        <UpdateText {document} onclose={close} />
                    } else if shown == Some(Dialog::Merge) {
                        <Merging {document} onclose={close} />
                    } else if shown == Some(Dialog::Agreement) {
                        <Agreeing {document} onclose={close} />
                    } else if shown == Some(Dialog::Share) {
                        <Share {document} onclose={close} />
                    }
                }
            </div>
        </ContextProvider<Desk>>
    }
}

/// The view of the open article that is looked at.
fn view(
    document: &Shared<Document>,
    workspace: &Workspace,
    handles: &Handles,
    hidden: &Rc<BTreeSet<LabelCode>>,
) -> Html {
    let (document, selected) = (document.clone(), workspace.selected().map(|a| a.id));
    match *handles.view {
        View::Read => html! {
            <>
                <Tools document={document.clone()} reviewed={workspace.reviewed()} is_reviewing={workspace.is_reviewing()} words={(*handles.words).clone()} />
                <Reader {document} hidden={hidden.clone()} {selected} end={*handles.end} />
            </>
        },
        View::WhoSaidWhat => html! { <WhoSaidWhat {document} {selected} /> },
        View::CheckSheet => {
            html! { <CheckSheet {document} {selected} checker={(*handles.checker).clone()} /> }
        }
        View::Timeline => html! { <TimelineView {document} {selected} /> },
        View::Compare => html! { <CompareView {document} articles={workspace.articles().to_vec()} /> },
    }
}

/// Keys, dropped files, and the question before leaving with something unsaved.
#[hook]
fn use_window_events(desk: &Desk) {
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let keys = {
            let desk = desk.clone();
            on_window("keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if keys::press(&desk, event) {
                    event.prevent_default();
                }
            })
        };
        let over = on_window("dragover", |event| event.prevent_default());
        let dropped = {
            let desk = desk.clone();
            on_window("drop", move |event| {
                let files = event
                    .dyn_ref::<DragEvent>()
                    .and_then(DragEvent::data_transfer)
                    .and_then(|data| data.files())
                    .filter(|files| files.length() > 0);
                if let Some(files) = files {
                    event.prevent_default();
                    drop_files(&desk, &files);
                }
            })
        };
        let storage = {
            let desk = desk.clone();
            on_window("storage", move |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    desk.heard(event.key().as_deref());
                }
            })
        };
        let fragment = {
            let desk = desk.clone();
            on_window("hashchange", move |_| desk.arrive())
        };
        // There may be no time left to wait for other tabs.
        let store = {
            let desk = desk.clone();
            move || {
                if !desk.workspace().unsaved().is_empty() {
                    desk.store_now();
                }
                desk.workspace().unsaved().is_empty()
            }
        };
        let hide = {
            let store = store.clone();
            on_window("pagehide", move |_| {
                store();
            })
        };
        let leave = on_window("beforeunload", move |event| {
            if !store() {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("unsaved");
                }
            }
        });
        // Files may wait that were there before the program (`static/arrivals.js`).
        emit("newsmark-listens");
        move || drop((keys, over, dropped, storage, fragment, hide, leave))
    });
}
