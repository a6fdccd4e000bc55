//! The bar above everything: the library's button, the views, and what is needed at every article.

mod find;
mod menu;
mod more_menu;
mod share_menu;
mod tabs;

pub(crate) use self::tabs::tab_id;

use yew::prelude::*;

use self::find::Find;
use self::more_menu::MoreMenu;
use self::share_menu::ShareMenu;
use self::tabs::Tabs;
use super::icon::{Icon, view_icon};
use super::meta::ReviewButton;
use super::{Import, Shared};
use crate::document::Document;
use crate::text::reveal;
use crate::ui::browser::{on_scroll, scrolled};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Menu, Place, View};

#[derive(Properties, PartialEq)]
pub(crate) struct BarProps {
    pub(crate) document: Option<Shared<Document>>,
    pub(crate) view: View,
    /// How many doubts there are about the article.
    pub(crate) doubts: usize,
    /// How many of the marks that are shown are reviewed, and how many there are.
    pub(crate) reviewed: (usize, usize),
    pub(crate) is_reviewing: bool,
    pub(crate) has_articles: bool,
    pub(crate) has_others: bool,
    /// Whether the library is folded out; `None` where the window's width decides.
    pub(crate) shows_library: Option<bool>,
    /// Whether the library is what is shown.
    pub(crate) is_library: bool,
    pub(crate) shows_small: bool,
    pub(crate) menu: Option<Menu>,
    pub(crate) undo: Option<String>,
    pub(crate) redo: Option<String>,
    /// What is looked for.
    pub(crate) words: String,
    pub(crate) saved: AttrValue,
    /// Whether all is well with what is stored.
    pub(crate) is_saved: bool,
}

/// How far the article is scrolled, in CSS pixels, when its headline is out of sight.
const HEADLINE: f64 = 150.0;

/// The one bar.
#[component]
pub(crate) fn Bar(props: &BarProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_below = use_state_eq(|| false);
    {
        let is_below = is_below.clone();
        let shown = (props.document.as_ref().map(|it| it.id), props.view);
        use_effect_with(shown, move |_| {
            let look = move || is_below.set(scrolled() > HEADLINE);
            look();
            let listener = on_scroll(look);
            move || drop(listener)
        });
    }
    let title = props.document.as_ref().filter(|_| *is_below);
    let title = title.map(|document| reveal(&document.display_title()).into_owned());
    html! {
        <header class="bar">
            <div class="brand">
                if props.has_articles && !props.is_library {
                    { view_library_buttons(&desk, props) }
                }
                <h1 class={title.is_some().then_some("hidden-text")}>{ words::NEWSMARK }</h1>
                if let Some(title) = title {
                    <span class="title" dir="auto">{ title }</span>
                }
            </div>
            if props.document.is_some() {
                { piece::<Tabs>(None, yew::props!(Of<Tabs> { view: props.view, doubts: props.doubts })) }
            }
            <div class="actions">
                if let Some(document) = &props.document {
                    { view_article_actions(&desk, props, document) }
                } else if !props.has_articles {
                    { piece::<Import>(None, yew::props!(Of<Import> { name: words::IMPORT })) }
                }
                { piece::<MoreMenu>(None, yew::props!(Of<MoreMenu> { is_open: props.menu == Some(Menu::More), has_article: props.document.is_some(), has_articles: props.has_articles, has_suggestions: props.reviewed.0 < props.reviewed.1, can_redo: props.redo.is_some(), shows_small: props.shows_small })) }
                <p class={classes!("saved", (!props.is_saved).then_some("problem"))} role="status">{ &props.saved }</p>
            </div>
        </header>
    }
}

/// What unfolds the library beside the article, and in a narrow window goes there.
fn view_library_buttons(desk: &Desk, props: &BarProps) -> Html {
    // Where nobody has said so, the style sheet decides by the window's width: what it shows is asked.
    let fold = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.fold_library())
    };
    let all = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.go(Place::Library))
    };
    let is_open = props.shows_library.map(|shows| shows.to_string());
    html! {
        <>
            <button type="button" class="icon fold" aria-label={words::LIBRARY} title={words::LIBRARY} aria-expanded={is_open} onclick={fold}>
                { view_icon(Icon::Menu) }
            </button>
            if props.document.is_none() {
                <button type="button" class="icon back" aria-label={words::ALL_ARTICLES} onclick={all}>{ view_icon(Icon::Back) }</button>
            }
        </>
    }
}

fn view_article_actions(desk: &Desk, props: &BarProps, document: &Shared<Document>) -> Html {
    let act = |work: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| work(&desk))
    };
    let undo = props.undo.as_ref().map(|what| words::undo_step(what));
    html! {
        <>
            if props.view == View::Read {
                { piece::<ReviewButton>(None, yew::props!(Of<ReviewButton> { class: "only-narrow", reviewed: props.reviewed, is_reviewing: props.is_reviewing })) }
            }
            { piece::<Find>(None, yew::props!(Of<Find> { document: document.clone(), words: props.words.clone(), has_others: props.has_others })) }
            <button
                type="button" class={classes!("icon", "undo", undo.is_none().then_some("idle"))} aria-label={words::UNDO} title={undo.clone()}
                onclick={act(Desk::undo)} disabled={undo.is_none()}
            >{ view_icon(Icon::Undo) }</button>
            // Its place is kept, so that nothing moves under the pointer.
            <button
                type="button" class={classes!("icon", "redo", props.redo.is_none().then_some("idle"))} aria-label={words::REDO}
                title={props.redo.as_ref().map(|what| words::redo_step(what))} onclick={act(Desk::redo)} disabled={props.redo.is_none()}
            >{ view_icon(Icon::Redo) }</button>
            { piece::<ShareMenu>(None, yew::props!(Of<ShareMenu> { document: document.clone(), menu: props.menu })) }
        </>
    }
}
