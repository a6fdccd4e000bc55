use std::rc::Rc;

use yew::prelude::*;

use super::empty::view_empty;
use super::filters::{Choice, view_filters};
use super::head::ViewHead;
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Naming, Speech, who_said_what};
use crate::formats::{file_stem, speech_table};
use crate::label::LabelCode;
use crate::text::{one_line, reveal};
use crate::ui::components::{PAGE, Pages, SaveAs, Shared, shown, use_printing};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct WhoSaidWhatProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
}

/// How many statements of a source are drawn.
const MOST: usize = 100;

/// Which sources show.
#[derive(Clone, Copy, PartialEq, Default)]
struct Filter {
    naming: Option<Naming>,
    page: usize,
}

/// Each source once with what it says, and its share of the words. A statement leads to its place.
#[component]
pub(crate) fn WhoSaidWhat(props: &WhoSaidWhatProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_printing = use_printing();
    let sources = use_memo(props.document.clone(), |document| who_said_what(document));
    let filter = use_state_eq(Filter::default);
    let all: usize = sources.iter().map(|source| source.words).sum();
    let naming = filter.naming.filter(|_| !is_printing);
    let meant: Vec<&Speech> =
        sources.iter().filter(|source| naming.is_none_or(|naming| source.naming == naming)).collect();
    let table = {
        let document = props.document.clone();
        Callback::from(move |()| speech_table(&[&document]))
    };
    let stem = format!("who-said-what-{}", file_stem(&props.document.display_title()));
    let choose = {
        let filter = filter.setter();
        Callback::from(move |naming| filter.set(Filter { naming, page: 0 }))
    };
    let onpage = {
        let filter = filter.clone();
        Callback::from(move |page| filter.set(Filter { page, ..*filter }))
    };
    let has_sources = !sources.is_empty();
    html! {
        <section class="facts-view speech-view" aria-labelledby="speech-title">
            <ViewHead id="speech-title" title={words::SOURCES_OF_SPEECH} document={props.document.clone()} can_print={has_sources}>
                if has_sources {
                    { piece::<SaveAs>(None, yew::props!(Of<SaveAs> { stem, table })) }
                }
            </ViewHead>
            if has_sources {
                { view_filters(&choices(&sources), filter.naming, &choose) }
                <ul class="sources" role="list" aria-labelledby="speech-title">
                    for source in shown(&meant, filter.page, PAGE, is_printing) {
                        { view_source(&desk, props, source, all, is_printing) }
                    }
                </ul>
                { piece::<Pages>(None, yew::props!(Of<Pages> { count: meant.len(), page: filter.page, onpage })) }
            } else {
                { view_empty(&desk, words::NO_SPEECH) }
            }
        </section>
    }
}

/// What the sources can be narrowed to: how they are named.
fn choices(sources: &[Speech]) -> Vec<Choice<Option<Naming>>> {
    let count = |naming: Naming| sources.iter().filter(|source| source.naming == naming).count();
    let all = Choice { key: None, name: words::ALL, count: sources.len() };
    let namings = [
        (Naming::Named, words::NAMED_SOURCES),
        (Naming::Unnamed, words::UNNAMED_SOURCES),
        (Naming::Anonymous, words::ANONYMOUS_SOURCES),
        (Naming::Open, words::OPEN_SOURCES),
    ];
    let named =
        namings.into_iter().map(|(naming, name)| Choice { key: Some(naming), name, count: count(naming) });
    [all].into_iter().chain(named).collect()
}

fn view_source(
    desk: &Desk,
    props: &WhoSaidWhatProps,
    source: &Speech,
    all: usize,
    is_printing: bool,
) -> Html {
    let is_open = source.naming == Naming::Open;
    let name =
        if is_open { words::WITHOUT_SOURCE.to_owned() } else { reveal(source.shown_name()).into_owned() };
    let kind = match source.naming {
        Naming::Unnamed if source.name.is_empty() => Some(source.naming.name()),
        Naming::Anonymous => Some(source.naming.name()),
        _ => None,
    };
    let most = if is_printing { usize::MAX } else { MOST };
    let statements = source.statements.iter().filter_map(|id| props.document.annotation(*id)).take(most);
    let statements = statements.map(|statement| {
        let (desk, id) = (desk.clone(), statement.id);
        let onclick = Callback::from(move |_: MouseEvent| desk.go_to(id));
        let is_current = props.selected == Some(id);
        let words: Rc<str> = reveal(&one_line(props.document.quote(statement))).into();
        let is_told = statement.label == LabelCode::REPORTED;
        html! {
            <li key={id.0.to_string()}>
                <button type="button" class={classes!("statement", is_told.then_some("told"))} {onclick} aria-current={is_current.then_some("true")} dir="auto">
                    if is_told { { &*words } } else { { words::in_quotes(&words) } }
                </button>
            </li>
        }
    });
    let share = (source.words * 100 + all / 2).checked_div(all).unwrap_or(0);
    let left = source.statements.len().saturating_sub(most);
    html! {
        <li class="source">
            <div class="who">
                <h3 dir="auto">{ name }</h3>
                if !source.role.is_empty() {
                    <p dir="auto">{ reveal(&source.role).into_owned() }</p>
                }
                if let Some(kind) = kind {
                    <p>{ kind }</p>
                }
                if !source.reason.is_empty() {
                    <p dir="auto">{ reveal(&source.reason).into_owned() }</p>
                }
                <p class="count">{ words::StatementsAndShare { statements: source.statements.len(), share: &share }.text() }</p>
            </div>
            <ul class="statements" role="list">
                { for statements }
                if left > 0 {
                    <li class="hint">{ words::more_statements(left) }</li>
                }
            </ul>
        </li>
    }
}
