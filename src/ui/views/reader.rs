use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::Doubt;
use crate::intake::{Opening, opening};
use crate::label::LabelCode;
use crate::text::one_line;
use crate::ui::browser::{CARET_ID, Picked, caret, on_document, picked, select, snapped};
use crate::ui::components::{
    ARTICLE_ID, Article, LabelMenu, LanguageNote, Leftovers, MarkHandles, MetaLine, PrintHead, PrintTable,
    Shared,
};
use crate::ui::piece::{Of, piece};
use crate::workspace::End;

#[derive(Properties, PartialEq)]
pub(crate) struct ReaderProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
    /// The end of the selected mark that the arrow keys move.
    pub(crate) end: Option<End>,
    pub(crate) doubts: Rc<Vec<Doubt>>,
    pub(crate) shows_small: bool,
    /// How many of the marks that are shown are reviewed, and how many there are.
    pub(crate) reviewed: (usize, usize),
    pub(crate) is_reviewing: bool,
}

/// The page for an open article.
#[component]
pub(crate) fn Reader(props: &ReaderProps) -> Html {
    let picked = use_picked(&props.document);
    let opening = use_memo(Shared(props.document.text().clone()), |text| opening(text));
    let has_headline = stands_in_text(&props.document, &opening);
    html! {
        <div class={classes!("reader", has_headline.then_some("headed"))}>
            { piece::<PrintHead>(None, yew::props!(Of<PrintHead> { document: props.document.clone() })) }
            { piece::<MetaLine>(Some(props.document.id.0.to_string()), yew::props!(Of<MetaLine> { document: props.document.clone(), has_headline, reviewed: props.reviewed, is_reviewing: props.is_reviewing })) }
            { piece::<LanguageNote>(None, yew::props!(Of<LanguageNote> { document: props.document.clone() })) }
            <div class="page">
                { piece::<Article>(Some(props.document.id.0.to_string()), yew::props!(Of<Article> { document: props.document.clone(), hidden: props.hidden.clone(), selected: props.selected, doubts: props.doubts.clone(), shows_small: props.shows_small, opening: *opening })) }
                { piece::<MarkHandles>(None, yew::props!(Of<MarkHandles> { document: props.document.clone(), selected: props.selected, end: props.end })) }
                <div id={CARET_ID} class="caret" hidden=true aria-hidden="true" />
            </div>
            { piece::<Leftovers>(None, yew::props!(Of<Leftovers> { document: props.document.clone() })) }
            { piece::<PrintTable>(None, yew::props!(Of<PrintTable> { document: props.document.clone() })) }
            if let Some(picked) = picked {
                { piece::<LabelMenu>(None, yew::props!(Of<LabelMenu> { document: props.document.clone(), picked })) }
            }
        </div>
    }
}

/// Whether the article is called what its first line says, so that the line can be drawn as the headline.
fn stands_in_text(document: &Document, opening: &Opening) -> bool {
    let headline = opening.headline.and_then(|span| span.slice(document.text()));
    headline.is_some_and(|headline| document.title.is_empty() || one_line(headline) == document.title)
}

/// What the person has selected of the article; while the mouse button is down, what was selected
/// before, so that the menu does not run after the pointer.
#[hook]
fn use_picked(document: &Shared<Document>) -> Option<Picked> {
    let state = use_state_eq(|| None);
    let text = Shared(document.text().clone());
    {
        let state = state.clone();
        use_effect_with(text, move |text| {
            let is_down = Rc::new(std::cell::Cell::new(false));
            let look = {
                let text = text.clone();
                move || {
                    let page = web_sys::window().and_then(|window| window.document());
                    // To type into the menu takes the selection away from the article, but it is still meant.
                    let active = page.as_ref().and_then(|page| page.active_element());
                    let is_in = |selector: &str| {
                        active
                            .as_ref()
                            .is_some_and(|active| active.closest(selector).ok().flatten().is_some())
                    };
                    if is_in(".label-menu") {
                        return;
                    }
                    // What was found is selected to be seen, not to be marked.
                    if is_in(".find") {
                        return state.set(None);
                    }
                    let article = page.and_then(|page| page.get_element_by_id(ARTICLE_ID));
                    state.set(article.and_then(|article| picked(&article, &text)));
                }
            };
            let down = {
                let is_down = is_down.clone();
                on_document("pointerdown", move |event| {
                    is_down.set(true);
                    if is_in_article(event) {
                        caret::hide();
                        selecting(true);
                    }
                })
            };
            let up = {
                let (is_down, look, text) = (is_down.clone(), look.clone(), text.clone());
                on_document("pointerup", move |event| {
                    is_down.set(false);
                    selecting(false);
                    let pointer = event.dyn_ref::<web_sys::PointerEvent>();
                    // Whoever holds Alt means the very characters; fingers have handles of the browser's.
                    if pointer.is_some_and(|pointer| !pointer.alt_key() && pointer.pointer_type() == "mouse")
                        && is_in_article(event)
                    {
                        snap(&text);
                    }
                    look();
                })
            };
            let cancel = {
                let is_down = is_down.clone();
                on_document("pointercancel", move |_| {
                    is_down.set(false);
                    selecting(false);
                })
            };
            let change = on_document("selectionchange", move |_| {
                if !is_down.get() {
                    look();
                }
            });
            move || drop((down, up, cancel, change))
        });
    }
    *state
}

/// While a hand selects, what stands over the text lets the pointer through.
fn selecting(is_on: bool) {
    let body = web_sys::window().and_then(|window| window.document()?.body());
    if let Some(body) = body {
        // Fails only for names that are none.
        let _ = body.toggle_attribute_with_force("data-selecting", is_on);
    }
}

fn is_in_article(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest(&format!("#{ARTICLE_ID}")).ok().flatten().is_some())
}

/// Extends what was selected with the mouse to whole words.
fn snap(text: &str) {
    let page = web_sys::window().and_then(|window| window.document());
    let Some(article) = page.and_then(|page| page.get_element_by_id(ARTICLE_ID)) else { return };
    if let Some(picked) = picked(&article, text) {
        let whole = snapped(text, picked.span);
        if whole != picked.span {
            select(&article, text, whole);
        }
    }
}
