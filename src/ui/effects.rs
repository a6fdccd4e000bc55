//! What the page does in the browser besides drawing: storing, the address, the title, keys, files that
//! are dropped, other tabs.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BeforeUnloadEvent, DragEvent, KeyboardEvent, StorageEvent};
use yew::prelude::*;

use super::browser::{emit, leave_field, on_document, on_scroll, on_window, set_title, told_with};
use super::components::drop_files;
use super::desk::Desk;
use super::keys;
use super::model;
use super::scrolling::{begin_above, recall_scroll, remember_place};
use super::warm::warm_up;
use crate::words;
use crate::workspace::Workspace;

/// How long a person has not typed before a new article's text is kept, in milliseconds.
const KEEP_DRAFT_AFTER: u32 = 250;
/// How long nothing has scrolled before that is remembered, in milliseconds.
const REMEMBER_AFTER: u32 = 150;

/// All effects of the page; to be called once, by the app.
#[hook]
pub(super) fn use_effects(desk: &Desk, workspace: &Workspace) {
    use_start(desk);
    use_storing(desk, workspace);
    use_address(desk, workspace);
    use_window_events(desk);
}

#[hook]
fn use_start(desk: &Desk) {
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

#[hook]
fn use_storing(desk: &Desk, workspace: &Workspace) {
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
        let settings = (
            workspace.has_started(),
            workspace.open().map(|document| document.id),
            workspace.hidden().clone(),
            workspace.keys().clone(),
            workspace.has_name().then(|| workspace.person().to_owned()),
        );
        use_effect_with(settings, move |(has_started, ..)| {
            if *has_started {
                desk.keep_settings();
            }
        });
    }
    // Files may wait that were there before the program (`static/arrivals.js`). Before the page is as it was left, what
    // comes in would be lost from sight.
    use_effect_with(workspace.has_started(), |has_started| {
        if *has_started {
            emit("newsmark-listens");
        }
    });
    {
        let desk = desk.clone();
        use_effect_with((workspace.has_started(), workspace.draft().clone()), move |(has_started, draft)| {
            let keep = move || desk.keep_draft();
            let timer = match (has_started, draft.text.is_empty()) {
                (false, _) => None,
                // What has become an article is a draft no more.
                (true, true) => {
                    keep();
                    None
                }
                (true, false) => Some(Timeout::new(KEEP_DRAFT_AFTER, keep)),
            };
            move || drop(timer)
        });
    }
}

/// The address and the title tell what is shown; where one was is remembered with each step.
#[hook]
fn use_address(desk: &Desk, workspace: &Workspace) {
    let has_started = workspace.has_started();
    {
        let desk = desk.clone();
        use_effect_with((has_started, workspace.place().clone()), move |(has_started, _)| {
            if *has_started {
                desk.tell_address();
                recall_scroll();
            }
        });
    }
    use_effect_with(workspace.open().map(|document| document.id), |open| {
        if open.is_some() {
            begin_above();
        }
    });
    {
        let title = workspace.open().map(|document| document.display_title().into_owned());
        use_effect_with(title, |title| {
            set_title(&match title {
                Some(title) => format!("{title} – {}", words::NEWSMARK),
                None => words::NEWSMARK.to_owned(),
            });
        });
    }
    {
        let selected = workspace.selected().map(|annotation| annotation.id);
        use_effect_with((has_started, selected), |(has_started, selected)| {
            let selected = *selected;
            // Not before it is painted: to look where a long article stands takes long enough.
            let timer = has_started.then(|| Timeout::new(REMEMBER_AFTER, move || remember_place(selected)));
            move || drop(timer)
        });
    }
}

/// Keys, dropped files, other tabs, and the question before leaving with something unsaved.
#[hook]
fn use_window_events(desk: &Desk) {
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let input = input_listeners(&desk);
        let storage = {
            let desk = desk.clone();
            on_window("storage", move |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    desk.heard(event.key().as_deref());
                }
            })
        };
        // Going back and forth changes the fragment; so does an address that is typed.
        let address = {
            let desk = desk.clone();
            on_window("hashchange", move |_| desk.follow_address())
        };
        let remember = {
            let desk = desk.clone();
            move || remember_place(desk.workspace().selected().map(|annotation| annotation.id))
        };
        let scroll = {
            let remember = remember.clone();
            let timer = std::cell::RefCell::new(None);
            on_scroll(move || {
                timer.replace(Some(Timeout::new(REMEMBER_AFTER, remember.clone())));
            })
        };
        let leave = leave_listeners(&desk, remember);
        // What the extension asks (`extension/bridge.js`).
        let placing = {
            let desk = desk.clone();
            on_window("newsmark-place", move |event| desk.place_on_page(&told_with(event)))
        };
        let gone = {
            let desk = desk.clone();
            on_window("newsmark-page-gone", move |_| desk.page_is_gone())
        };
        move || drop((input, storage, address, scroll, leave, placing, gone))
    });
}

fn input_listeners(desk: &Desk) -> impl Sized + 'static + use<> {
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
    (keys, over, dropped, use_of_fields())
}

/// A list that was used with the pointer gives the focus up: its letters would swallow the next keys.
fn use_of_fields() -> impl Sized + 'static + use<> {
    let by_pointer = Rc::new(Cell::new(false));
    let note = |event: &'static str, is_pointer: bool| {
        let by_pointer = by_pointer.clone();
        on_document(event, move |_| by_pointer.set(is_pointer))
    };
    let (down, key) = (note("pointerdown", true), note("keydown", false));
    let change = on_document("change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if by_pointer.get() && field.is_some_and(|field| keys::is_done(&field)) {
            keys::leave_for_article();
        }
    });
    (down, key, change)
}

/// Stores what is not stored when the page is left; there may be no time left to wait for other tabs.
fn leave_listeners<R: Fn() + 'static>(desk: &Desk, remember: R) -> impl Sized + 'static + use<R> {
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
        let (desk, store) = (desk.clone(), store.clone());
        on_window("pagehide", move |_| {
            leave_field();
            store();
            desk.keep_draft();
            remember();
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
    (hide, leave)
}
