use std::rc::Rc;

use yew::prelude::*;

use super::Shared;
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Naming, Speech, who_said_what};
use crate::label::LabelCode;
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct WhoSaidWhatProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
}

/// How many sources are drawn, and how many statements of each.
const MOST: usize = 100;

/// Each source with what it says; a statement selects its mark. Drawn only for who asks for it: a long article
/// has thousands.
#[component]
pub(crate) fn WhoSaidWhat(props: &WhoSaidWhatProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let sources = use_memo(props.document.clone(), |document| who_said_what(document));
    html! {
        <section class="speech" aria-labelledby="speech-title">
            <h2 id="speech-title">{ words::SOURCES_OF_SPEECH }<span class="count">{ sources.len() }</span></h2>
            if sources.is_empty() {
                <p class="hint">{ words::NOBODY_SAYS_ANYTHING }</p>
            }
            <ul role="list" aria-labelledby="speech-title">
                for source in sources.iter().take(MOST) {
                    { view_source(&desk, props, source) }
                }
            </ul>
        </section>
    }
}

fn view_source(desk: &Desk, props: &WhoSaidWhatProps, source: &Speech) -> Html {
    let name = match source.name.is_empty() {
        true if source.naming == Naming::Open => words::SOURCE_OPEN.to_owned(),
        true => words::SOURCE_UNNAMED.to_owned(),
        false => reveal(&source.name).into_owned(),
    };
    let kind = match source.naming {
        Naming::Named | Naming::Open => None,
        Naming::Unnamed => Some(words::WITHOUT_A_NAME),
        Naming::Anonymous => Some(words::ANONYMOUS_BY_REQUEST),
    };
    let statements = source.statements.iter().filter_map(|id| props.document.annotation(*id)).take(MOST);
    let statements = statements.map(|statement| {
        let (desk, id) = (desk.clone(), statement.id);
        let onclick = Callback::from(move |_: MouseEvent| desk.send(Action::Select(Some(id))));
        let is_current = props.selected == Some(id);
        let words: Rc<str> = reveal(props.document.quote(statement)).into();
        let is_told = statement.label == LabelCode::REPORTED;
        html! {
            <li>
                <button type="button" class={classes!("statement", is_told.then_some("told"))} {onclick} aria-current={is_current.then_some("true")} dir="auto">
                    { &*words }
                </button>
            </li>
        }
    });
    html! {
        <li class="source">
            <h3>
                { name }
                <span class="count">{ source.statements.len() }</span>
                if let Some(kind) = kind {
                    <span class="kind">{ kind }</span>
                }
            </h3>
            <ul role="list">{ for statements }</ul>
        </li>
    }
}
