use web_sys::{FocusOptions, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::edit::Meta;
use crate::ui::SAMPLE;
use crate::ui::components::Import;
use crate::ui::desk::{Desk, parse_date};

/// The page for a new article.
#[component]
pub(crate) fn Start() -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let [text, title, source, published] = [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    use_effect_with(text.clone(), |text| {
        if let Some(text) = text.cast::<HtmlTextAreaElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Without focus people click first; nothing is lost.
            let _ = text.focus_with_options(&options);
        }
    });
    let value =
        |field: &NodeRef| field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
    let annotate = {
        let (desk, text) = (desk.clone(), text.clone());
        let (title, source, published) = (title.clone(), source.clone(), published.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let pasted = text.cast::<HtmlTextAreaElement>().map(|text| text.value()).unwrap_or_default();
            let meta = Meta {
                title: value(&title).trim().to_owned(),
                source: value(&source).trim().to_owned(),
                published: parse_date(&value(&published)),
            };
            desk.annotate_text(&pasted, meta);
        })
    };
    let keep = {
        let desk = desk.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = event.target_dyn_into::<HtmlTextAreaElement>() {
                desk.set_draft(text.value());
            }
        })
    };
    let draft = use_memo((), |()| desk.draft());
    let sample = Callback::from(move |_| {
        let mut parts = SAMPLE.splitn(3, '\n');
        let mut part = || parts.next().unwrap_or_default();
        let meta = Meta { title: part().to_owned(), published: parse_date(part()), ..Meta::default() };
        desk.annotate_text(part().trim_start(), meta);
    });
    html! {
        <form class="start" onsubmit={annotate}>
            <h2>{ "New article" }</h2>
            <p class="lead">
                { "Paste the text of a news article. Newsmark marks who, where, how much and when; you correct the \
                   marks and share them. Everything stays in this browser." }
            </p>
            <textarea
                ref={text} oninput={keep} defaultvalue={(*draft).clone()} aria-label="Article text" rows="14" placeholder="Paste the article here, or drop a .txt file"
                spellcheck="false"
            />
            <div class="fields">
                <label>{ "Title" }<input ref={title} type="text" placeholder="optional" /></label>
                <label>{ "Source" }<input ref={source} type="text" placeholder="https://… (optional)" /></label>
                <label>{ "Published" }<input ref={published} type="date" /></label>
            </div>
            <div class="buttons">
                <button type="submit" class="primary">{ "Annotate" }</button>
                <Import name="Open a file" class={classes!("quiet")} />
                <button type="button" class="quiet" onclick={sample}>{ "Try the sample" }</button>
            </div>
        </form>
    }
}
