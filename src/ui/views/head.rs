use yew::prelude::*;

use crate::document::Document;
use crate::text::reveal;
use crate::ui::browser::print;
use crate::ui::components::{PrintHead, Shared};
use crate::ui::piece::{Of, piece};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ViewHeadProps {
    /// The id of the heading.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// The article that the view is of.
    pub(super) document: Shared<Document>,
    /// What stands below the title instead of the article's.
    #[prop_or_default]
    pub(super) about: Option<&'static str>,
    /// Whether there is something to print.
    pub(super) can_print: bool,
    /// What can be done with the view.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The head of a view: what it is, of which article, and what can be done with all of it. On paper it tells where the
/// article is from.
#[component]
pub(super) fn ViewHead(props: &ViewHeadProps) -> Html {
    let document = &props.document;
    let title = reveal(&document.display_title()).into_owned();
    html! {
        <header class="view-head">
            <div class="view-title">
                <h2 id={props.id}>{ props.title }</h2>
                if let Some(about) = props.about {
                    <p class="on-screen">{ about }</p>
                    <p class="on-paper" dir="auto">{ title }</p>
                } else {
                    <p dir="auto">{ title }</p>
                }
                { piece::<PrintHead>(None, yew::props!(Of<PrintHead> { document: document.clone(), has_title: true })) }
            </div>
            <div class="view-actions">
                { props.children.clone() }
                if props.can_print {
                    <button type="button" class="print-view" onclick={|_: MouseEvent| print()}>{ words::PRINT }</button>
                }
            </div>
        </header>
    }
}
