use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::chosen::Act;
use crate::document::DocumentId;
use crate::store::Summary;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ChosenBarProps {
    /// The chosen articles.
    pub(super) ids: Vec<DocumentId>,
    pub(super) articles: Rc<Vec<Summary>>,
    /// All tags of the library.
    pub(super) tags: Rc<Vec<String>>,
    pub(super) onact: Callback<Act>,
}

/// What can be done with the articles that are chosen; nothing while none is.
#[component]
pub(super) fn ChosenBar(props: &ChosenBarProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let tags_are_open = use_state_eq(|| false);
    let field = use_node_ref();
    use_effect_with((*tags_are_open, field.clone()), |(_, field)| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            // Without focus people press it first; nothing is lost.
            let _ = field.focus();
        }
    });
    let Some(first) = props.ids.first().copied() else { return Html::default() };
    let act = |act: Act| props.onact.reform(move |_: MouseEvent| act.clone());
    let tag = {
        let (is_open, now) = (tags_are_open.clone(), !*tags_are_open);
        Callback::from(move |_: MouseEvent| is_open.set(now))
    };
    let export = {
        let (desk, ids) = (desk.clone(), props.ids.clone());
        Callback::from(move |_: MouseEvent| desk.export_articles(&ids))
    };
    html! {
        <div class="chosen" role="region" aria-label={words::CHOSEN_ARTICLES}>
            if *tags_are_open {
                { view_tags(&desk, props, &field) }
            }
            <div class="chosen-row">
                <span class="count" aria-live="polite">{ words::articles_chosen(props.ids.len()) }</span>
                if props.ids.len() == 1 {
                    <button type="button" onclick={act(Act::Rename(first))}>{ words::SHELF_RENAME }</button>
                }
                <button type="button" onclick={tag} aria-expanded={tags_are_open.to_string()}>{ words::TAG }</button>
                <button type="button" onclick={export}>{ words::SHELF_EXPORT }</button>
                <button type="button" onclick={act(Act::Delete(first))}>{ words::PUT_INTO_BIN }</button>
                <button type="button" class="icon" onclick={act(Act::ChooseNone)} aria-label={words::CHOOSE_NONE} title={words::CHOOSE_NONE}>{ "×" }</button>
            </div>
        </div>
    }
}

/// The tags of the chosen articles: a press takes one off or gives it to all of them.
fn view_tags(desk: &Desk, props: &ChosenBarProps, field: &NodeRef) -> Html {
    let chosen: Vec<&Summary> = props.articles.iter().filter(|it| props.ids.contains(&it.id)).collect();
    let of_chosen = |tag: &String| chosen.iter().filter(|it| it.tags.contains(tag)).count();
    let give = |tag: &String| {
        let gives = of_chosen(tag) < chosen.len();
        let (desk, ids, tag) = (desk.clone(), props.ids.clone(), tag.clone());
        Callback::from(move |_: MouseEvent| desk.tag_articles(&ids, &tag, gives))
    };
    let add = {
        let (desk, ids, field) = (desk.clone(), props.ids.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                desk.tag_articles(&ids, &field.value(), true);
                field.set_value("");
            }
        })
    };
    html! {
        <form class="tagging" onsubmit={add}>
            <input ref={field.clone()} type="text" aria-label={words::NEW_TAG} placeholder={words::NEW_TAG} autocomplete="off" maxlength="60" dir="auto" />
            <button type="submit">{ words::ADD_TAG }</button>
            for tag in props.tags.iter() {
                <button
                    type="button" class="tag" onclick={give(tag)}
                    aria-pressed={match of_chosen(tag) {
                        0 => "false",
                        count if count == chosen.len() => "true",
                        _ => "mixed",
                    }}
                >{ tag }</button>
            }
        </form>
    }
}
