use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::document::Document;
use crate::search::Hits;
use crate::text::Span;
use crate::ui::browser::{Paint, focus, paint, select};
use crate::ui::components::Shared;
use crate::ui::components::article::ARTICLE_ID;
use crate::ui::components::icon::{Icon, view_icon};
use crate::ui::components::tip::tip;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Action, Dialog, PageCommand};

#[derive(Properties, PartialEq)]
pub(crate) struct FindProps {
    pub(crate) document: Shared<Document>,
    /// What is looked for.
    pub(crate) words: String,
    /// Whether other articles could be searched, too.
    pub(crate) has_others: bool,
}

/// How many places are shown at once; more would take the browser longer than a key press may.
const MOST_SHOWN: usize = 1_000;
/// How long a person has not typed before they are shown, in milliseconds.
const SHOW_AFTER: u32 = 60;

/// Finds words in the article, and in its entities, values and notes.
#[component]
pub(crate) fn Find(props: &FindProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let set_words = {
        let desk = desk.clone();
        move |words: String| desk.send(Action::Find(words))
    };
    let words = &props.words;
    let place = use_state_eq(|| None::<usize>);
    let hits = use_memo((words.clone(), props.document.clone()), |(words, _)| desk.find(words));
    let text = Shared(props.document.text().clone());
    {
        let (hits, text) = (hits.clone(), text.clone());
        use_effect_with((hits, text), |(hits, text)| {
            let (hits, text) = (hits.clone(), text.clone());
            // Whoever types on need not wait until all that was found for half a word is shown.
            let timer = Timeout::new(SHOW_AFTER, move || {
                if let Some(article) = article() {
                    paint(Paint::Found, &article, &text, &hits.text[..hits.text.len().min(MOST_SHOWN)]);
                }
            });
            move || drop(timer)
        });
    }
    let onfocus = {
        let desk = desk.clone();
        Callback::from(move |_: FocusEvent| drop(desk.searchable()))
    };
    let oninput = {
        let (set_words, place) = (set_words.clone(), place.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                place.set(None);
                set_words(field.value());
            }
        })
    };
    let go = {
        let (desk, hits, text, place) = (desk.clone(), hits.clone(), text.clone(), place.clone());
        move |forward: bool| {
            let all = hits.text.len() + hits.marks.len();
            if all == 0 {
                return;
            }
            let next = match (*place, forward) {
                (None, true) => 0,
                (None, false) => all - 1,
                (Some(place), true) => (place + 1) % all,
                (Some(place), false) => (place + all - 1) % all,
            };
            place.set(Some(next));
            visit(&desk, &text, &hits, next);
        }
    };
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                go(!event.shift_key());
            }
            "Escape" => {
                set_words(String::new());
                focus(ARTICLE_ID);
            }
            _ => {}
        })
    };
    let button = |forward: bool| {
        let go = go.clone();
        Callback::from(move |_: MouseEvent| go(forward))
    };
    let everywhere = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(Dialog::Library)))
    };
    // At the press: the field opens under the pointer, and the click would not come back here.
    let open = Callback::from(|event: PointerEvent| {
        event.prevent_default();
        focus("find");
    });
    let is_blank = words.trim().is_empty();
    let all = hits.text.len() + hits.marks.len();
    html! {
        <div class={classes!("find", (!is_blank).then_some("filled"))} role="search">
            <button type="button" class="icon" tabindex="-1" aria-hidden="true" title={tip(&desk, PageCommand::Find)} onpointerdown={open}>
                { view_icon(Icon::Find) }
            </button>
            <input
                id="find" type="text" aria-label={words::FIND} placeholder={words::FIND} value={words.clone()} {onfocus} {oninput} {onkeydown}
                title={tip(&desk, PageCommand::Find)} autocomplete="off" spellcheck="false"
            />
            if !is_blank {
                <span class="count" aria-live="polite">{ found(&hits, *place) }</span>
                <button type="button" class="icon" aria-label={words::PREVIOUS_HIT} disabled={all == 0} onclick={button(false)}>{ "↑" }</button>
                <button type="button" class="icon" aria-label={words::NEXT_HIT} disabled={all == 0} onclick={button(true)}>{ "↓" }</button>
                if props.has_others {
                    <button type="button" class="quiet" onclick={everywhere}>{ words::IN_ALL_ARTICLES }</button>
                }
            }
        </div>
    }
}

fn found(hits: &Hits, place: Option<usize>) -> String {
    let all = hits.text.len() + hits.marks.len();
    match (place, all) {
        (_, 0) => words::NOT_FOUND.to_owned(),
        (Some(place), all) => words::HitPlace { place: &(place + 1), all: &all }.text(),
        (None, _) if hits.marks.is_empty() => words::hits_in_text(&hits.text.len()),
        (None, _) => words::HitsInTextAndMarks { hits: &hits.text.len(), marks: &hits.marks.len() }.text(),
    }
}

/// Goes to a hit: selects the words in the text, or the mark.
fn visit(desk: &Desk, text: &str, hits: &Hits, place: usize) {
    if let Some(span) = hits.text.get(place) {
        show_span(text, *span);
    } else if let Some(id) = hits.marks.get(place - hits.text.len()) {
        desk.send(Action::Select(Some(*id)));
    }
}

fn show_span(text: &str, span: Span) {
    if let Some(article) = article()
        && select(&article, text, span).is_some()
    {
        crate::ui::browser::reveal_selection();
    }
}

fn article() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(ARTICLE_ID)
}
