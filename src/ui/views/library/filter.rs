use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::store::Wanted;
use crate::words;

/// Which articles are listed: those with these words, and with a tag.
pub(super) fn view_filter(wanted: &Wanted, tags: &[String], onwanted: &Callback<Wanted>) -> Html {
    let oninput = {
        let (onwanted, wanted) = (onwanted.clone(), wanted.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onwanted.emit(Wanted { words: field.value(), ..wanted.clone() });
            }
        })
    };
    let choose = |tag: &String| {
        let is_on = wanted.tag.as_ref() == Some(tag);
        let next = Wanted { tag: (!is_on).then(|| tag.clone()), ..wanted.clone() };
        onwanted.reform(move |_: MouseEvent| next.clone())
    };
    html! {
        <div class="shelf-filter" role="search">
            <input
                type="search" aria-label={words::FILTER_ARTICLES} placeholder={words::FILTER_ARTICLES_HINT} value={wanted.words.clone()}
                {oninput} autocomplete="off" spellcheck="false" dir="auto"
            />
            if !tags.is_empty() {
                <div class="tags" role="group" aria-label={words::TAGS}>
                    for tag in tags.iter() {
                        <button
                            type="button" class="tag" onclick={choose(tag)}
                            aria-pressed={(wanted.tag.as_ref() == Some(tag)).to_string()}
                        >{ tag }</button>
                    }
                </div>
            }
        </div>
    }
}
