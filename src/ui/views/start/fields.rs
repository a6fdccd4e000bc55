//! Title, outlet, date and source of a new article: proposed, and mended where they are wrong.

use std::cell::RefCell;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::intake::Details;
use crate::store::DraftDetails;
use crate::words;

/// The fields, with what was proposed for each last: what else stands in one, the person has written.
#[derive(Default)]
pub(super) struct Fields {
    title: NodeRef,
    outlet: NodeRef,
    published: NodeRef,
    source: NodeRef,
    proposed: RefCell<[String; 4]>,
}

impl Fields {
    /// What stands in the fields.
    pub(super) fn entered(&self) -> DraftDetails {
        let [title, outlet, published, source] = self.all().map(value);
        DraftDetails { title, source, outlet, published }
    }

    /// Puts into the fields what was entered when the page was left.
    pub(super) fn restore(&self, entered: &DraftDetails) {
        let DraftDetails { title, source, outlet, published } = entered;
        for (field, text) in self.all().into_iter().zip([title, outlet, published, source]) {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value(text);
            }
        }
    }

    /// Puts proposals into the fields in which the person has written nothing else.
    pub(super) fn propose(&self, details: &Details) {
        let published = details.published.map(|date| date.to_string()).unwrap_or_default();
        let new = [details.title.clone(), details.outlet.clone(), published, details.source.clone()];
        let before = self.proposed.replace(new.clone());
        for ((field, new), before) in self.all().into_iter().zip(new).zip(before) {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|field| field.value() == before) {
                field.set_value(&new);
            }
        }
    }

    fn all(&self) -> [&NodeRef; 4] {
        [&self.title, &self.outlet, &self.published, &self.source]
    }

    /// The fields, empty.
    pub(super) fn view(&self, oninput: &Callback<InputEvent>) -> Html {
        html! {
            <div class="fields" role="group" aria-label={words::NEW_ARTICLE_DETAILS}>
                <label>{ words::TITLE }<input ref={&self.title} type="text" oninput={oninput.clone()} dir="auto" /></label>
                <label>{ words::OUTLET }<input ref={&self.outlet} type="text" oninput={oninput.clone()} dir="auto" /></label>
                <label>{ words::PUBLISHED }<input ref={&self.published} type="date" oninput={oninput.clone()} /></label>
                <label>{ words::SOURCE }<input ref={&self.source} type="text" oninput={oninput.clone()} /></label>
            </div>
        }
    }
}

/// What stands in a field.
fn value(field: &NodeRef) -> String {
    field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}
