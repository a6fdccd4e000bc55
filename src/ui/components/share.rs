use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Shared;
use super::dialog::Dialog;
use crate::document::Document;
use crate::formats::{LONG_LINK, SHORT_LINK};
use crate::text::grouped;
use crate::ui::browser::{can_share, copy_text, share};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Notice;

#[derive(Properties, PartialEq)]
pub(crate) struct ShareProps {
    pub(crate) document: Shared<Document>,
    pub(crate) onclose: Callback<()>,
}

/// A link that holds the article with its marks, or its marks without a word of it.
#[component]
pub(crate) fn Share(props: &ShareProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_redacted = use_state_eq(|| false);
    let link = use_memo((props.document.clone(), *is_redacted), |(document, is_redacted)| {
        desk.link(document, *is_redacted)
    });
    let redact = {
        let is_redacted = is_redacted.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                is_redacted.set(field.checked());
            }
        })
    };
    let copy = {
        let (desk, link) = (desk.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let (desk, link) = (desk.clone(), link.clone());
            spawn_local(async move {
                desk.notify(match copy_text(&link).await {
                    true => Notice::info(words::LINK_COPIED),
                    false => Notice::problem(words::LINK_NOT_COPIED),
                });
            });
        })
    };
    let hand_on = {
        let (desk, link, title) = (desk.clone(), link.clone(), props.document.display_title().into_owned());
        let is_redacted = *is_redacted;
        Callback::from(move |_: MouseEvent| {
            let (desk, link) = (desk.clone(), link.clone());
            // The title is words of the article.
            let title = if is_redacted { words::NEWSMARK.to_owned() } else { title.clone() };
            spawn_local(async move {
                if !share(&title, &link).await {
                    desk.notify(Notice::problem(words::LINK_NOT_SHARED));
                }
            });
        })
    };
    let save = {
        let (desk, document) = (desk.clone(), props.document.clone());
        Callback::from(move |_: MouseEvent| desk.offer_redacted(&document.0))
    };
    // What stands in the field is for copying: one click takes all of it.
    let select = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            field.select();
        }
    });
    let count = link.chars().count();
    let length = if count <= SHORT_LINK {
        "short"
    } else if count <= LONG_LINK {
        "long"
    } else {
        "longer"
    };
    let (count_shown, limit) = (grouped(&count.to_string()), grouped(&SHORT_LINK.to_string()));
    let length = words::LinkLength { length, count: &count_shown, limit: &limit }.text();
    html! {
        <Dialog title={words::SHARE} onclose={props.onclose.clone()}>
            <p class="hint">{ words::SHARE_HINT }</p>
            <label class="check"><input type="checkbox" checked={*is_redacted} onchange={redact} />{ words::SHARE_WITHOUT_WORDS }</label>
            if *is_redacted {
                <p class="hint">{ words::SHARE_WITHOUT_WORDS_HINT }</p>
            }
            <input type="text" aria-label={words::LINK} readonly=true value={(*link).clone()} onfocus={select} autofocus=true />
            <p class={classes!("hint", (count > LONG_LINK).then_some("problem"))} role="note">{ length }</p>
            <div class="buttons">
                <button type="button" class="primary" onclick={copy}>{ words::COPY_LINK }</button>
                if can_share() {
                    <button type="button" onclick={hand_on}>{ words::SHARE_ELSEWHERE }</button>
                }
                if *is_redacted {
                    <button type="button" onclick={save}>{ words::SAVE_AS_FILE }</button>
                }
            </div>
        </Dialog>
    }
}
