use std::sync::Arc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::Shared;
use super::dialog::Dialog;
use crate::annotation::AnnotationId;
use crate::document::{Change, Document};
use crate::ui::desk::{Desk, Updated};
use crate::words;

/// How long a person has not typed before the texts are compared, in milliseconds.
const COMPARE_AFTER: u32 = 300;
/// How many facts of a kind are listed.
const MOST: usize = 100;

#[derive(Properties, PartialEq)]
pub(crate) struct UpdateTextProps {
    pub(crate) document: Shared<Document>,
    /// What the page says now that the article is from, where that is known.
    #[prop_or_default]
    pub(crate) offered: Option<Arc<str>>,
    pub(crate) onclose: Callback<()>,
}

/// Another version of the article's text: what it says otherwise, before it takes the old one's place.
#[component]
pub(crate) fn UpdateText(props: &UpdateTextProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let typed = use_state_eq(|| props.offered.as_ref().map(|text| text.to_string()));
    let is_edited = use_state_eq(|| props.offered.is_some());
    // Made of the article as it is: another tab may change it while this is open.
    let updated = use_memo((props.document.clone(), (*typed).clone()), |(document, typed)| {
        typed.as_deref().and_then(|text| Updated::new(document, text))
    });
    let timer = use_mut_ref(|| None::<Timeout>);
    let oninput = {
        let (typed, is_edited, timer) = (typed.clone(), is_edited.clone(), timer.clone());
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            let settled = typed.clone();
            is_edited.set(true);
            typed.set(None);
            timer.replace(Some(Timeout::new(COMPARE_AFTER, move || settled.set(Some(field.value())))));
        })
    };
    let update = {
        let (updated, close) = (updated.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(updated) = &*updated {
                close.emit(());
                desk.update_text(updated);
            }
        })
    };
    let old = &props.document;
    html! {
        <Dialog title={words::UPDATE_TEXT} class="wide" close={words::CANCEL} onclose={props.onclose.clone()}>
            <p class="hint">{ if props.offered.is_some() { words::PAGE_SAYS_OTHERWISE } else { words::UPDATE_TEXT_HINT } }</p>
            <textarea aria-label={words::NEW_TEXT} rows="8" {oninput} autofocus=true dir="auto" spellcheck="false" defaultvalue={props.offered.as_ref().unwrap_or(old.text()).to_string()} />
            <div class="changes" aria-live="polite">
                if let Some(updated) = &*updated {
                    { view_updated(old, updated) }
                } else if *is_edited {
                    <p class="hint">{ words::NOTHING_TO_UPDATE }</p>
                }
            </div>
            <div class="buttons">
                <button type="button" class="primary" disabled={updated.is_none()} onclick={update}>{ words::UPDATE }</button>
            </div>
        </Dialog>
    }
}

fn view_updated(old: &Document, updated: &Updated) -> Html {
    let (new, changes) = (&updated.document, &updated.changes);
    let figures = words::UpdateFigures {
        kept: &updated.kept,
        lost: &updated.lost,
        changed: &changes.changed.len(),
        gone: &changes.gone.len(),
        new: &changes.new.len(),
    }
    .text();
    html! {
        <>
            <p>{ figures }</p>
            { view_changed(old, new, &changes.changed) }
            { view_facts(words::FACTS_GONE, old, &changes.gone) }
            { view_facts(words::FACTS_NEW, new, &changes.new) }
        </>
    }
}

fn view_changed(old: &Document, new: &Document, changes: &[Change]) -> Html {
    if changes.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ words::FACTS_CHANGED }</h3>
            <ul role="list" class="facts">
                for change in changes.iter().take(MOST) {
                    <li key={change.is.0.to_string()}>
                        { view_fact(new, change.is) }<span class="hint">{ " " }{ words::FACT_BEFORE }{ " " }</span>{ view_fact(old, change.was) }
                    </li>
                }
            </ul>
        </>
    }
}

fn view_facts(title: &'static str, document: &Document, facts: &[AnnotationId]) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ title }<span class="count">{ format!(" {}", facts.len()) }</span></summary>
            <ul role="list" class="facts">
                for id in facts.iter().take(MOST) {
                    <li key={id.0.to_string()}>{ view_fact(document, *id) }</li>
                }
            </ul>
        </details>
    }
}

/// A fact with a little of what stands around it.
fn view_fact(document: &Document, id: AnnotationId) -> Html {
    let Some(annotation) = document.annotation(id) else { return Html::default() };
    view_in_context(document.text(), annotation.span)
}

/// A piece of a text with a few words around it.
pub(super) fn view_in_context(text: &str, span: crate::text::Span) -> Html {
    let around = crate::annotation::anchor::surroundings(text, span);
    let line = |text: &str| text.replace('\n', " ");
    html! {
        <span class="context">
            { "…" }{ line(around.prefix) }<strong>{ line(around.exact) }</strong>{ line(around.suffix) }{ "…" }
        </span>
    }
}
