use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::entity_field::EntityField;
use super::mentions::Mentions;
use super::others::{view_stack, view_variants, view_versions};
use crate::annotation::{Annotation, Origin, Status};
use crate::document::{Document, is_mention};
use crate::label::{Family, LabelCode};
use crate::text::{is_hidden, reveal};
use crate::ui::browser::focus;
use crate::ui::commands;
use crate::ui::components::Shared;
use crate::ui::components::article::ARTICLE_ID;
use crate::ui::components::ends::Ends;
use crate::ui::components::icon::{Icon, view_icon};
use crate::ui::components::source_field::SourceField;
use crate::ui::components::tip::tip;
use crate::ui::components::value_field::ValueField;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Action, End, PageCommand, Panel};

#[derive(Properties, PartialEq)]
pub(super) struct MarkFieldsProps {
    pub(super) document: Shared<Document>,
    pub(super) annotation: Shared<Annotation>,
    /// The end that the arrow keys move.
    pub(super) end: Option<End>,
}

/// The selected mark: what it is and all that can be changed of it. Accept and Reject are at the mark.
#[component]
pub(super) fn MarkFields(props: &MarkFieldsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let (document, annotation) = (&props.document, &props.annotation);
    let act = |work: fn(&Desk)| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| work(&desk))
    };
    let place = document.labels.position(&annotation.label).map(|place| format!("label-{place}"));
    let quote = document.quote(annotation);
    let row = use_memo((document.clone(), annotation.clone()), |(document, annotation)| {
        is_mention(annotation).then(|| Rc::new(document.row_of(annotation)))
    });
    // A press of the mouse must not take a selection away before the click comes.
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <section class={classes!("inspector", place)} aria-label={words::SELECTED_MARK}>
            <div class="head">
                <p class="quote" dir="auto">{ reveal(quote).into_owned() }</p>
                <button type="button" class="icon" aria-label={words::CLOSE_MARK} onclick={act(close)}>{ view_icon(Icon::Close) }</button>
            </div>
            if quote.contains(is_hidden) {
                <p class="hint problem">{ words::INVISIBLE_CHARACTERS_WARNING }</p>
            }
            { view_stack(&desk, document, annotation) }
            { view_fields(&desk, props) }
            <div class="mark-tools">
                { piece::<Ends>(None, yew::props!(Of<Ends> { chosen: props.end })) }
                <button
                    type="button" onclick={act(|desk| { commands::run(desk, PageCommand::MarkAll); })} onmousedown={keep_selection}
                    title={tip(&desk, PageCommand::MarkAll)}
                >{ words::MARK_ALL }</button>
                <button type="button" onclick={act(Desk::delete)} title={tip(&desk, PageCommand::Delete)}>{ words::DELETE }</button>
            </div>
            if let Some(row) = (*row).clone() {
                { piece::<Mentions>(None, yew::props!(Of<Mentions> { place: row.mentions.iter().position(|id| *id == annotation.id).map_or(1, |place| place + 1), row })) }
            }
            { view_variants(&desk, document, annotation) }
            { view_versions(&desk, document, annotation) }
            <p class="from">{ origin(annotation) }</p>
        </section>
    }
}

/// Lets go of the mark, and in a narrow window goes back to the text.
fn close(desk: &Desk) {
    desk.send(Action::Select(None));
    desk.show_panel(Panel::Text);
}

/// The fields, of which those are there that have something to do with the kind of mark.
fn view_fields(desk: &Desk, props: &MarkFieldsProps) -> Html {
    let (document, annotation) = (&props.document, &props.annotation);
    let relabel = {
        let (desk, labels) = (desk.clone(), document.labels.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            if let Some(label) = labels.get(&LabelCode::new(select.value())) {
                desk.relabel(label);
            }
        })
    };
    let change = |change: fn(&Desk, &str)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                change(&desk, &input.value());
            }
        })
    };
    let leave_on_enter = Callback::from(|event: KeyboardEvent| {
        if (event.key() == "Enter" || event.key() == "Escape")
            && let Some(field) = event.target_dyn_into::<HtmlElement>()
        {
            event.stop_propagation();
            // Fails only for a field that is gone.
            let _ = field.blur();
            focus(ARTICLE_ID);
        }
    });
    let key = annotation.id.0.to_string();
    let has_entity = annotation.entity.is_some()
        || is_mention(annotation)
        || !matches!(annotation.label.family(), Some(Family::Amounts | Family::Dates));
    html! {
        <div class="fields">
            <label><span>{ words::LABEL }</span>
                <select onchange={relabel} key={key.clone()}>
                    for label in document.labels.iter() {
                        <option value={label.code.to_string()} selected={label.code == annotation.label}>
                            { &label.name }
                        </option>
                    }
                </select>
            </label>
            { piece::<ValueField>(Some(format!("value {key}")), yew::props!(Of<ValueField> { document: document.clone(), annotation: annotation.clone() })) }
            if annotation.label.is_speech() {
                { piece::<SourceField>(Some(format!("source {key}")), yew::props!(Of<SourceField> { document: document.clone(), annotation: annotation.clone() })) }
            }
            if has_entity {
                { piece::<EntityField>(Some(format!("entity {key}")), yew::props!(Of<EntityField> { document: document.clone(), annotation: annotation.clone(), onchange: change(Desk::set_entity), onkeydown: leave_on_enter.clone() })) }
            }
            <label><span>{ words::NOTE }</span>
                <input
                    id="field-note" type="text" value={annotation.note.clone()} onchange={change(Desk::set_note)}
                    onkeydown={leave_on_enter} dir="auto"
                />
            </label>
        </div>
    }
}

/// Who made the mark.
fn origin(annotation: &Annotation) -> String {
    let decision = annotation.decision();
    let by = decision.as_ref().map(|decision| &*decision.by).filter(|by| !by.is_empty());
    match (&annotation.origin, by) {
        (Origin::Extractor { score: Some(score), .. }, _) if decision.is_none() => {
            words::suggested_how_sure(&format_args!("{:.0}", score * 100.0))
        }
        (Origin::Extractor { .. }, _) if decision.is_none() => words::SUGGESTED.to_owned(),
        (Origin::Person { .. }, by) if annotation.status == Status::Accepted => {
            by.map_or(words::MARKED_BY_HAND.to_owned(), |by| words::mark_author(&by))
        }
        (_, Some(by)) => words::MarkReviewer { status: annotation.status.code(), name: &by }.text(),
        (_, None) => words::mark_reviewed_unnamed(annotation.status.code()),
    }
}
