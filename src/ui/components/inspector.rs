use std::sync::Arc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Shared;
use crate::annotation::{Annotation, Origin, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::text::{is_hidden, reveal};
use crate::ui::desk::Desk;

#[derive(Properties, PartialEq)]
pub(crate) struct InspectorProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<Shared<Annotation>>,
}

/// How many other spellings are offered at once.
const MOST_VARIANTS: usize = 5;

/// The selected annotation: what it is, and the buttons to review it.
#[component]
pub(crate) fn Inspector(props: &InspectorProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let review = |status| {
        let desk = desk.clone();
        Callback::from(move |_| desk.set_status(status))
    };
    let delete = {
        let desk = desk.clone();
        Callback::from(move |_| desk.delete())
    };
    let none = props.selected.is_none();
    let has = |status| props.selected.as_ref().is_some_and(|annotation| annotation.status == status);
    html! {
        <section class={classes!("inspector", none.then_some("empty"))} aria-label="Selected mark">
            if let Some(annotation) = &props.selected {
                { view_annotation(&desk, &props.document, annotation) }
            } else {
                <p class="hint">{ "Click a mark to review it, or press J. Select text to mark it." }</p>
            }
            <div class="buttons">
                <button
                    type="button" class="primary" disabled={none || has(Status::Accepted)}
                    onclick={review(Status::Accepted)} title="Accept (A)"
                >{ "Accept" }</button>
                <button
                    type="button" disabled={none || has(Status::Rejected)}
                    onclick={review(Status::Rejected)} title="Reject (X)"
                >{ "Reject" }</button>
                <button type="button" disabled={none} onclick={delete} title="Delete (Del)">{ "Delete" }</button>
            </div>
        </section>
    }
}

fn view_annotation(desk: &Desk, document: &Document, annotation: &Annotation) -> Html {
    let relabel = {
        let (desk, labels) = (desk.clone(), document.labels.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            if let Some(label) = labels.get(&LabelCode::new(select.value())) {
                desk.relabel(label);
            }
        })
    };
    let note = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                desk.set_note(&input.value());
            }
        })
    };
    let place = document.labels.position(&annotation.label);
    let value = annotation.value.as_ref().map(|value| value.describe()).filter(|value| !value.is_empty());
    let entity =
        annotation.entity.as_ref().and_then(|id| document.entities.iter().find(|entity| entity.id == *id));
    html! {
        <>
            <p class={classes!("quote", place.map(|place| format!("label-{place}")))}>{ reveal(document.quote(annotation)).into_owned() }</p>
            if document.quote(annotation).contains(is_hidden) {
                <p class="hint problem">{ "There are invisible characters in these words: they may not be what they look like." }</p>
            }
            <dl>
                if let Some(value) = value {
                    <dt>{ if annotation.label == LabelCode::QUOTE { "Speaker" } else { "Value" } }</dt>
                    <dd>{ value }</dd>
                }
                if let Some(entity) = entity {
                    <dt>{ "Entity" }</dt>
                    <dd>{ reveal(&entity.name).into_owned() }</dd>
                }
                <dt>{ "From" }</dt>
                <dd>{ origin(annotation) }</dd>
            </dl>
            { view_variants(desk, document, annotation) }
            if !annotation.history.is_empty() {
                <details class="versions">
                    <summary>{ "Also changed elsewhere" }<span class="count">{ annotation.history.len() }</span></summary>
                    <ul role="list" aria-label="Other versions">
                        for version in annotation.history.iter() {
                            <li>{ view_version(desk, document, version) }</li>
                        }
                    </ul>
                </details>
            }
            <div class="fields">
            <label>{ "Label" }
                <select onchange={relabel} key={annotation.id.0.to_string()}>
                    for label in document.labels.iter() {
                        <option value={label.code.to_string()} selected={label.code == annotation.label}>
                            { &label.name }
                        </option>
                    }
                </select>
            </label>
            <label>{ "Note" }
                <input type="text" value={annotation.note.clone()} onchange={note} />
            </label>
            </div>
        </>
    }
}

/// Other spellings of the name, each with a button that says that it is one.
fn view_variants(desk: &Desk, document: &Document, annotation: &Annotation) -> Html {
    let variants = document.variants(annotation);
    let view = |other: &&Arc<Annotation>| {
        let (desk, id) = (desk.clone(), other.id);
        let name = reveal(document.quote(other)).into_owned();
        let title = format!("Make “{name}” and this one entity");
        html! {
            <li>
                <span>{ name }</span>
                <button
                    type="button" class="quiet" aria-label={title.clone()} {title}
                    onclick={Callback::from(move |_: MouseEvent| desk.join(id))}
                >{ "Join" }</button>
            </li>
        }
    };
    html! {
        if !variants.is_empty() {
            <div class="versions">
                <p>{ "The same name, spelt otherwise?" }</p>
                <ul role="list" aria-label="Other spellings">
                    for variant in variants.iter().take(MOST_VARIANTS) {
                        { view(variant) }
                    }
                </ul>
            </div>
        }
    }
}

/// A version that the present one was preferred to, with a button that puts it in its place.
fn view_version(desk: &Desk, document: &Document, version: &Arc<Annotation>) -> Html {
    let onclick = {
        let (desk, version) = (desk.clone(), version.clone());
        Callback::from(move |_: MouseEvent| desk.use_version(&version))
    };
    let label =
        document.labels.get(&version.label).map_or(version.label.as_str(), |label| label.name.as_str());
    let note = if version.note.is_empty() { String::new() } else { format!(", “{}”", version.note) };
    let time = version.modified.strftime("%-d %b %Y %H:%M UTC");
    html! {
        <>
            <span>{ format!("{label}, {}{note} ({time})", version.status.code()) }</span>
            <button type="button" class="quiet" {onclick}>{ "Use this" }</button>
        </>
    }
}

fn origin(annotation: &Annotation) -> String {
    let status = annotation.status.code();
    match &annotation.origin {
        Origin::Extractor { name, score: Some(score), .. } => {
            format!("{name} ({:.0} % sure), {status}", score * 100.0)
        }
        Origin::Extractor { name, score: None, .. } => format!("{name}, {status}"),
        Origin::Person { name } if name.is_empty() => format!("a person, {status}"),
        Origin::Person { name } => format!("{name}, {status}"),
    }
}
