use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::ui::browser::focus;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::View;

const TABS: [(View, &str, &str); 5] = [
    (View::Read, "tab-read", words::READ),
    (View::CheckSheet, "tab-sheet", words::CHECK_SHEET),
    (View::WhoSaidWhat, "tab-speech", words::SOURCES_OF_SPEECH),
    (View::Timeline, "tab-timeline", words::TIMELINE),
    (View::Compare, "tab-compare", words::COMPARE),
];

/// The id of a view's tab.
pub(crate) fn tab_id(view: View) -> &'static str {
    TABS.iter().find(|(of, ..)| *of == view).map_or("tab-read", |(_, id, _)| id)
}

#[derive(Properties, PartialEq)]
pub(crate) struct TabsProps {
    pub(crate) view: View,
    /// How many doubts the check sheet begins with.
    pub(crate) doubts: usize,
}

/// The views of an open article, as tabs (ARIA Authoring Practices: tabs with automatic activation).
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    use_effect_with(props.view, |view| {
        // The article shows where it was left, or a mark that was gone to; all else begins above.
        let page = web_sys::window().and_then(|window| window.document());
        if let Some(main) = page.and_then(|page| page.query_selector("main").ok().flatten())
            && *view != View::Read
        {
            main.set_scroll_top(0);
        }
    });
    let at = TABS.iter().position(|(view, ..)| *view == props.view).unwrap_or(0);
    let onkeydown = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" => (at + 1) % TABS.len(),
                "ArrowLeft" => (at + TABS.len() - 1) % TABS.len(),
                "Home" => 0,
                "End" => TABS.len() - 1,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            if let Some((view, id, _)) = TABS.get(to) {
                desk.look_at(*view);
                focus(id);
            }
        })
    };
    html! {
        <div class="tabs" role="tablist" aria-label={words::VIEWS} {onkeydown}>
            for (place, (view, id, name)) in TABS.into_iter().enumerate() {
                <button
                    type="button" role="tab" {id} aria-selected={(place == at).to_string()} aria-controls="view"
                    tabindex={if place == at { "0" } else { "-1" }}
                    onclick={let desk = desk.clone(); move |_: MouseEvent| desk.look_at(view)}
                >
                    { name }
                    if view == View::CheckSheet && props.doubts > 0 {
                        <span class="badge" aria-hidden="true" data-letters={props.doubts.to_string()} title={words::doubts_counted(props.doubts)} />
                    }
                </button>
            }
        </div>
    }
}
