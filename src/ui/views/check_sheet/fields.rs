use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::annotation::{Annotation, AnnotationId};
use crate::facts::{Piece, evidence_lines, pieces};
use crate::text::reveal;
use crate::ui::browser::leave_field;
use crate::ui::components::Shared;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct FieldsProps {
    pub(super) fact: Shared<Annotation>,
    pub(super) quote: String,
    /// What came of the check, by whom and when.
    pub(super) settled: Option<String>,
}

/// Where evidence and a remark are written. What is typed counts when a field is left.
#[component]
pub(super) fn Fields(props: &FieldsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let id = props.fact.id;
    let check = props.fact.check.as_deref();
    let evidence = check.map(|check| check.evidence.clone()).unwrap_or_default();
    let remark = check.map(|check| check.note.clone()).unwrap_or_default();
    let change = |set: fn(&Desk, AnnotationId, &str)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                set(&desk, id, &field.value());
            }
        })
    };
    let show = {
        let desk = desk.clone();
        move |_: MouseEvent| desk.go_to(id)
    };
    html! {
        <div class="proof fields">
            <label>{ words::EVIDENCE }
                <textarea
                    rows="1" value={evidence.clone()} onchange={change(set_evidence)} onkeydown={keep_enter}
                    aria-label={words::fact_evidence(&props.quote)} placeholder={words::EVIDENCE_HINT} dir="auto"
                />
            </label>
            { view_links(&evidence) }
            <label>{ words::REMARK }
                <textarea
                    rows="1" value={remark} onchange={change(set_remark)} onkeydown={keep_enter}
                    aria-label={words::fact_remark(&props.quote)} dir="auto"
                />
            </label>
            <p class="more">
                <button type="button" class="quiet" onclick={show} aria-label={words::show_in_text(&props.quote)}>{ words::SHOW }</button>
                if let Some(settled) = &props.settled {
                    <span class="by">{ settled }</span>
                }
            </p>
        </div>
    }
}

fn set_evidence(desk: &Desk, id: AnnotationId, typed: &str) {
    desk.set_evidence(id, &evidence_lines(typed).collect::<Vec<_>>().join("\n"));
}

fn set_remark(desk: &Desk, id: AnnotationId, typed: &str) {
    desk.set_remark(id, typed.trim());
}

/// Enter makes a new line here; with Control it leaves the field, as Escape does.
fn keep_enter(event: KeyboardEvent) {
    if event.key() != "Enter" {
        return;
    }
    event.stop_propagation();
    if event.ctrl_key() || event.meta_key() {
        leave_field();
    }
}

/// The addresses of the evidence, to be opened.
fn view_links(evidence: &str) -> Html {
    let link = |piece: Piece<'_>| match piece {
        Piece::Words(_) => None,
        Piece::Address { shown, href } => Some(html! {
            <a {href} target="_blank" rel="noopener noreferrer">{ reveal(shown).into_owned() }</a>
        }),
    };
    let links = evidence_lines(evidence).flat_map(pieces).filter_map(link).collect::<Vec<_>>();
    html! {
        if !links.is_empty() {
            <p class="links">{ for links }</p>
        }
    }
}
