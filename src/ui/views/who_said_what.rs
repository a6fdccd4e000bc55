use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Naming, Speech, who_said_what};
use crate::formats::{file_stem, speech_table};
use crate::label::LabelCode;
use crate::text::reveal;
use crate::ui::components::{PAGE, Pages, SaveAs, Shared};
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct WhoSaidWhatProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
}

/// How many statements of a source are drawn.
const MOST: usize = 100;

/// Each source with what it says, and its share of the words; a statement leads to its place.
#[component]
pub(crate) fn WhoSaidWhat(props: &WhoSaidWhatProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let sources = use_memo(props.document.clone(), |document| who_said_what(document));
    let page = use_state_eq(|| 0_usize);
    let all: usize = sources.iter().map(|source| source.words).sum();
    let count = |naming: Naming| sources.iter().filter(|source| source.naming == naming).count();
    let [named, unnamed, anonymous, open] =
        [Naming::Named, Naming::Unnamed, Naming::Anonymous, Naming::Open].map(count);
    let table = {
        let document = props.document.clone();
        Callback::from(move |()| speech_table(&[&document]))
    };
    let stem = format!("who-said-what-{}", file_stem(&props.document.display_title()));
    let from = (*page * PAGE).min(sources.len());
    let shown = sources.get(from..(from + PAGE).min(sources.len())).unwrap_or_default();
    html! {
        <section class="facts-view speech" aria-labelledby="speech-title">
            <h2 id="speech-title">{ words::SOURCES_OF_SPEECH }<span class="count">{ sources.len() }</span></h2>
            if sources.is_empty() {
                <p class="hint">{ words::NOBODY_SAYS_ANYTHING }</p>
            } else {
                <p class="hint">{ words::sources_counted(&named, &unnamed, &anonymous, &open) }</p>
                <SaveAs {stem} {table} />
            }
            <ul role="list" aria-labelledby="speech-title">
                for source in shown {
                    { view_source(&desk, props, source, all) }
                }
            </ul>
            <Pages count={sources.len()} page={*page} onpage={move |to| page.set(to)} />
        </section>
    }
}

fn view_source(desk: &Desk, props: &WhoSaidWhatProps, source: &Speech, all: usize) -> Html {
    let name = reveal(source.shown_name()).into_owned();
    let kind = matches!(source.naming, Naming::Unnamed | Naming::Anonymous).then(|| source.naming.name());
    let statements = source.statements.iter().filter_map(|id| props.document.annotation(*id)).take(MOST);
    let statements = statements.map(|statement| {
        let (desk, id) = (desk.clone(), statement.id);
        let onclick = Callback::from(move |_: MouseEvent| desk.go_to(id));
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
    let share = (source.words * 100 + all / 2).checked_div(all).unwrap_or(0);
    html! {
        <li class="source">
            <h3>
                <span class="name">{ name }</span>
                if !source.role.is_empty() {
                    <span class="kind">{ reveal(&source.role).into_owned() }</span>
                }
                if let Some(kind) = kind {
                    <span class="kind">{ kind }</span>
                }
                <span class="count">{ words::statements_and_share(source.statements.len(), &source.words, &share) }</span>
            </h3>
            if !source.reason.is_empty() {
                <p class="hint">{ reveal(&source.reason).into_owned() }</p>
            }
            <ul role="list">{ for statements }</ul>
        </li>
    }
}
