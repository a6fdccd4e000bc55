use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Shared;
use super::article::ARTICLE_ID;
use crate::annotation::Status;
use crate::document::Document;
use crate::search::Hits;
use crate::text::Span;
use crate::ui::browser::{select, show_hits};
use crate::ui::desk::Desk;
use crate::words::{self, grouped};
use crate::workspace::{Action, Dialog, PageCommand, Sureness, show_key};

#[derive(Properties, PartialEq)]
pub(crate) struct ToolsProps {
    pub(crate) document: Shared<Document>,
    /// How many of the marks that are shown are reviewed, and how many there are.
    pub(crate) reviewed: (usize, usize),
    pub(crate) is_reviewing: bool,
    /// What is looked for.
    pub(crate) words: String,
}

/// What is at hand over an open article: find, review with its progress, labels.
#[component]
pub(crate) fn Tools(props: &ToolsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let (reviewed, all) = props.reviewed;
    let review = {
        let (desk, is_on) = (desk.clone(), !props.is_reviewing);
        Callback::from(move |_: MouseEvent| desk.send(Action::Review(is_on)))
    };
    let labels = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.show(Some(Dialog::Labels)))
    };
    // A press of the mouse must not take the selection away before the click comes.
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    let mark_all = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            crate::ui::commands::run(&desk, PageCommand::MarkAll);
        })
    };
    let figures = words::of_reviewed(&grouped(reviewed), &grouped(all));
    html! {
        <div class="tools" role="group" aria-label={words::TOOLS}>
            <FindBox document={props.document.clone()} words={props.words.clone()} />
            <button type="button" onclick={mark_all} onmousedown={keep_selection} title={tip(&desk, PageCommand::MarkAll)}>{ words::MARK_ALL }</button>
            <button type="button" onclick={review} aria-pressed={props.is_reviewing.to_string()} title={tip(&desk, PageCommand::Review)}>
                { words::REVIEW }
            </button>
            <button type="button" onclick={labels} title={tip(&desk, PageCommand::Labels)}>{ words::LABELS }</button>
            <div class="progress">
                <div
                    role="progressbar" aria-label={words::REVIEWED_BAR} aria-valuemin="0" aria-valuemax={all.to_string()}
                    aria-valuenow={reviewed.to_string()} aria-valuetext={figures.clone()}
                >
                    <progress max={all.max(1).to_string()} value={reviewed.to_string()} aria-hidden="true" />
                </div>
                <span>{ figures }</span>
            </div>
            if props.is_reviewing {
                <ReviewBar />
            }
        </div>
    }
}

/// What a command's button tells of it: what it does, and its key.
pub(super) fn tip(desk: &Desk, command: PageCommand) -> String {
    match desk.workspace().keys().key_of(command) {
        "" => command.title().to_owned(),
        key => format!("{} ({})", command.title(), show_key(key)),
    }
}

/// The buttons of review mode, which do what the keys do.
#[component]
fn ReviewBar() -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let act = |work: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| work(&desk))
    };
    let sure = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else { return };
            let choice = select.value();
            select.set_value("");
            bulk(&desk, &choice);
        })
    };
    html! {
        <div class="review-bar" role="group" aria-label={words::REVIEW}>
            <button type="button" onclick={act(|desk| desk.review_entity(Status::Accepted))} title={tip(&desk, PageCommand::AcceptEntity)}>
                { words::ACCEPT_ENTITY }
            </button>
            <button type="button" onclick={act(|desk| desk.review_entity(Status::Rejected))} title={tip(&desk, PageCommand::RejectEntity)}>
                { words::REJECT_ENTITY }
            </button>
            <button type="button" onclick={act(|desk| desk.review_label(Status::Accepted))} title={tip(&desk, PageCommand::AcceptLabel)}>
                { words::ACCEPT_LABEL }
            </button>
            <button type="button" onclick={act(|desk| desk.send(Action::Step(crate::workspace::Step::NextSuggestion)))} title={tip(&desk, PageCommand::NextMark)}>
                { words::SKIP }
            </button>
            <select aria-label={words::REVIEW_SEVERAL} onchange={sure}>
                <option value="" selected=true>{ words::SEVERAL }</option>
                <option value="accept-95">{ words::ACCEPT_95_SURE }</option>
                <option value="accept-90">{ words::ACCEPT_90_SURE }</option>
                <option value="accept-80">{ words::ACCEPT_80_SURE }</option>
                <option value="accept-0">{ words::ACCEPT_ALL_THAT_ARE_SHOWN }</option>
                <option value="reject-0">{ words::REJECT_ALL_THAT_ARE }</option>
            </select>
        </div>
    }
}

/// Reviews all suggestions above a score: `accept-90`.
fn bulk(desk: &Desk, choice: &str) {
    let Some((what, percent)) = choice.split_once('-') else { return };
    let Ok(percent) = percent.parse::<u32>() else { return };
    let status = if what == "accept" { Status::Accepted } else { Status::Rejected };
    desk.review_all(status, if percent == 0 { Sureness::Any } else { Sureness::AtLeast(percent) });
}

#[derive(Properties, PartialEq)]
struct FindBoxProps {
    document: Shared<Document>,
    words: String,
}

/// How many places are shown at once; more would take the browser longer than a key press may.
const MOST_SHOWN: usize = 1_000;
/// How long a person has not typed before they are shown, in milliseconds.
const SHOW_AFTER: u32 = 60;

/// Finds words in the article, and in its entities, values and notes.
#[component]
fn FindBox(props: &FindBoxProps) -> Html {
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
                    show_hits(&article, &text, &hits.text[..hits.text.len().min(MOST_SHOWN)]);
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
                crate::ui::browser::focus(ARTICLE_ID);
            }
            _ => {}
        })
    };
    let button = |forward: bool| {
        let go = go.clone();
        Callback::from(move |_: MouseEvent| go(forward))
    };
    let is_blank = words.trim().is_empty();
    let all = hits.text.len() + hits.marks.len();
    html! {
        <div class="find" role="search">
            <input
                id="find" type="text" aria-label={words::FIND} placeholder={words::FIND} value={words.clone()} {onfocus} {oninput} {onkeydown}
                title={tip(&desk, PageCommand::Find)} autocomplete="off" spellcheck="false"
            />
            if !is_blank {
                <span class="count" aria-live="polite">{ found(&hits, *place) }</span>
                <button type="button" class="icon" aria-label={words::PREVIOUS_HIT} disabled={all == 0} onclick={button(false)}>{ "↑" }</button>
                <button type="button" class="icon" aria-label={words::NEXT_HIT} disabled={all == 0} onclick={button(true)}>{ "↓" }</button>
            }
        </div>
    }
}

fn found(hits: &Hits, place: Option<usize>) -> String {
    let all = hits.text.len() + hits.marks.len();
    match (place, all) {
        (_, 0) => words::NOT_FOUND.to_owned(),
        (Some(place), all) => words::hit_of(&(place + 1), &all),
        (None, _) if hits.marks.is_empty() => words::in_the_text(&hits.text.len()),
        (None, _) => words::in_the_text_in(&hits.text.len(), &hits.marks.len()),
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
