use std::rc::Rc;

use yew::prelude::*;

use super::fields::Fields;
use crate::annotation::{Annotation, AnnotationId, CheckState};
use crate::facts::SheetRow;
use crate::label::LabelSet;
use crate::text::{one_line, reveal};
use crate::ui::browser::{after_paint, reveal as scroll_into_view};
use crate::ui::components::Shared;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::ui::views::proof::{checked_by, view_proof};
use crate::words;
use crate::workspace::{Action, PageCommand, show_key};

#[derive(Properties, PartialEq)]
pub(super) struct FactProps {
    pub(super) text: Shared<str>,
    pub(super) fact: Shared<Annotation>,
    pub(super) row: SheetRow,
    pub(super) labels: Rc<LabelSet>,
    /// Whether evidence and remark are being written.
    pub(super) is_chosen: bool,
    /// Whether it comes into view when it is chosen.
    pub(super) follows: bool,
    pub(super) is_doubted: bool,
}

/// A fact with what it means, the buttons that say what came of checking it, and what was found out.
#[component]
pub(super) fn Fact(props: &FactProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let item = use_node_ref();
    {
        let item = item.clone();
        use_effect_with(props.is_chosen && props.follows, move |comes| {
            let element = item.cast::<web_sys::Element>().filter(|_| *comes);
            let waiting = element.map(|element| after_paint(move || scroll_into_view(&element)));
            move || drop(waiting)
        });
    }
    let (row, id, is_chosen) = (&props.row, props.row.id, props.is_chosen);
    let choose = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::Select((!is_chosen).then_some(id))))
    };
    let quote = reveal(&one_line(props.fact.span.slice(&props.text).unwrap_or_default())).into_owned();
    let label = props.labels.get(&row.label);
    let place = props.labels.position(&row.label).map(|place| format!("label-{place}"));
    let check = props.fact.check.as_deref();
    let settled = check.map(checked_by).filter(|told| !told.is_empty());
    // Who works alone need not be told.
    let by =
        check.filter(|check| settled.is_some() && !check.by.is_empty()).map(|check| check.by.to_string());
    let meaning = reveal(&row.meaning).into_owned();
    // "60 %" says no more than "60%".
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let is_told = !meaning.is_empty() && letters(&meaning) != letters(&quote);
    html! {
        <li
            class="fact" ref={item} data-fact={id.0.to_string()} data-label={row.label.to_string()} data-state={row.state.code()} aria-current={is_chosen.then_some("true")}
            data-doubt={props.is_doubted.then_some("true")}
        >
            <span class={classes!("letter", place)} data-letters={label.map(|label| label.letters())} title={label.map(|label| label.name.clone())} />
            <button
                type="button" class="what" onclick={choose} aria-expanded={is_chosen.to_string()} aria-description={label.map(|label| label.name.clone())} dir="auto"
            >
                <span class="words">
                    <span class="quote">{ &quote }</span>
                    if is_told {
                        { " " }<span class="value">{ meaning }</span>
                    }
                    if let Some(by) = by {
                        { " " }<span class="by">{ by }</span>
                    }
                </span>
            </button>
            <States id={id} state={row.state} quote={quote.clone()} />
            <p class="is on-paper">{ settled.clone().unwrap_or_else(|| row.state.name().to_owned()) }</p>
            if is_chosen {
                { piece::<Fields>(None, yew::props!(Of<Fields> { fact: props.fact.clone(), quote, settled })) }
            } else if let Some(check) = check {
                <div class="proof">{ view_proof(check) }</div>
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct StatesProps {
    id: AnnotationId,
    state: CheckState,
    quote: String,
}

/// The three things that can come of checking. What is pressed comes loose again.
#[component]
fn States(props: &StatesProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let (id, is) = (props.id, props.state);
    const STATES: [(CheckState, PageCommand, &str); 3] = [
        (CheckState::Confirmed, PageCommand::Confirmed, "m4.5 10.5 3.7 3.7 7.3-8"),
        (CheckState::Wrong, PageCommand::Wrong, "m5.5 5.5 9 9m0-9-9 9"),
        (
            CheckState::Unclear,
            PageCommand::Unclear,
            "M7.2 7.4a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2.1M10 15.4h.01",
        ),
    ];
    let button = |(state, command, path): (CheckState, PageCommand, &'static str)| {
        let onclick = {
            let desk = desk.clone();
            move |_: MouseEvent| desk.set_state(id, if state == is { CheckState::Open } else { state })
        };
        let key = show_key(desk.workspace().keys().key_of(command));
        let title =
            if key.is_empty() { state.name().to_owned() } else { format!("{} ({key})", state.name()) };
        html! {
            <button
                key={state.code()} type="button" data-check={state.code()} aria-pressed={(state == is).to_string()}
                aria-label={state.name()} {title} {onclick}
            ><svg viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg></button>
        }
    };
    html! { <span role="group" class="states" aria-label={words::fact_state(&props.quote)}>{ for STATES.map(button) }</span> }
}
