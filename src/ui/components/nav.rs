use yew::prelude::*;

use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Panel, Place, View};

#[derive(Properties, PartialEq)]
pub(crate) struct NavProps {
    pub(crate) view: View,
    pub(crate) panel: Panel,
    /// How many doubts there are about the article.
    pub(crate) doubts: usize,
}

/// The bar below in a narrow window: the text, the facts, the marks, the library.
#[component]
pub(crate) fn Nav(props: &NavProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_marks = props.panel == Panel::Marks && props.view == View::Read;
    let go = |to: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| to(&desk))
    };
    let button = |name: &'static str, is_here: bool, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" aria-current={is_here.then_some("page")} {onclick}>
                { name }
                if name == words::FACTS && props.doubts > 0 {
                    <span class="badge" aria-hidden="true" data-letters={props.doubts.to_string()} />
                }
            </button>
        }
    };
    let read = go(|desk| {
        desk.show_panel(Panel::Text);
        desk.look_at(View::Read);
    });
    let facts = go(|desk| {
        desk.show_panel(Panel::Text);
        if desk.workspace().view() == View::Read {
            desk.look_at(View::CheckSheet);
        }
    });
    let marks = go(|desk| {
        desk.look_at(View::Read);
        desk.show_panel(Panel::Marks);
    });
    html! {
        <nav class="nav" aria-label={words::PANELS}>
            { button(words::TEXT, props.view == View::Read && !is_marks, read) }
            { button(words::FACTS, props.view != View::Read, facts) }
            { button(words::MARKS, is_marks, marks) }
            { button(words::LIBRARY, false, go(|desk| desk.go(Place::Library))) }
        </nav>
    }
}
