use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::label::LabelCode;
use crate::ui::browser::{Picked, on_document, picked};
use crate::ui::components::{ARTICLE_ID, Article, Details, LabelMenu, Shared};

#[derive(Properties, PartialEq)]
pub(crate) struct ReaderProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
}

/// The page for an open article.
#[component]
pub(crate) fn Reader(props: &ReaderProps) -> Html {
    let picked = use_picked(&props.document);
    html! {
        <div class="reader">
            <Details key={props.document.id.0.to_string()} document={props.document.clone()} />
            <Article document={props.document.clone()} hidden={props.hidden.clone()} selected={props.selected} />
            if let Some(picked) = picked {
                <LabelMenu document={props.document.clone()} {picked} />
            }
        </div>
    }
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
                    let article = page.and_then(|page| page.get_element_by_id(ARTICLE_ID));
                    state.set(article.and_then(|article| picked(&article, &text)));
                }
            };
            let down = {
                let is_down = is_down.clone();
                on_document("pointerdown", move |_| is_down.set(true))
            };
            let up = {
                let (is_down, look) = (is_down.clone(), look.clone());
                on_document("pointerup", move |_| {
                    is_down.set(false);
                    look();
                })
            };
            let cancel = {
                let is_down = is_down.clone();
                on_document("pointercancel", move |_| is_down.set(false))
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
