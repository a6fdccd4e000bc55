use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::store::Wanted;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct FilterProps {
    pub(super) wanted: Wanted,
    /// All tags of the library.
    pub(super) tags: Rc<BTreeSet<String>>,
    pub(super) onwanted: Callback<Wanted>,
}

/// Which articles are listed: those with these words, and with a tag.
#[component]
pub(super) fn Filter(props: &FilterProps) -> Html {
    let oninput = {
        let (onwanted, wanted) = (props.onwanted.clone(), props.wanted.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onwanted.emit(Wanted { words: field.value(), ..wanted.clone() });
            }
        })
    };
    let choose = |tag: &String| {
        let is_on = props.wanted.tag.as_ref() == Some(tag);
        let wanted = Wanted { tag: (!is_on).then(|| tag.clone()), ..props.wanted.clone() };
        props.onwanted.reform(move |_: MouseEvent| wanted.clone())
    };
    html! {
        <div class="shelf-filter" role="search">
            <input
                type="search" aria-label={words::FILTER_ARTICLES} placeholder={words::FILTER_ARTICLES_HINT} value={props.wanted.words.clone()}
                {oninput} autocomplete="off" spellcheck="false" dir="auto"
            />
            if !props.tags.is_empty() {
                <div class="tags" role="group" aria-label={words::TAGS}>
                    for tag in props.tags.iter() {
                        <button
                            type="button" class="tag" key={tag.clone()} onclick={choose(tag)}
                            aria-pressed={(props.wanted.tag.as_ref() == Some(tag)).to_string()}
                        >{ tag }</button>
                    }
                </div>
            }
        </div>
    }
}
