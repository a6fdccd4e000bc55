use std::sync::Arc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Shared;
use super::ends::Ends;
use super::tools::tip;
use super::value_field::ValueField;
use crate::annotation::{Annotation, Origin, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::text::{is_hidden, reveal};
use crate::ui::desk::{Desk, End};
use crate::workspace::{Action, PageCommand, Step};

#[derive(Properties, PartialEq)]
pub(crate) struct InspectorProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<Shared<Annotation>>,
    /// The end that the arrow keys move.
    pub(crate) end: Option<End>,
}

/// How many other spellings are offered at once.
const MOST_VARIANTS: usize = 5;

/// The selected annotation: what it is, what can be changed, and the buttons to review it.
#[component]
pub(crate) fn Inspector(props: &InspectorProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_open = use_state_eq(|| false);
    let review = |status| {
        let desk = desk.clone();
        Callback::from(move |_| desk.set_status(status))
    };
    let delete = {
        let desk = desk.clone();
        Callback::from(move |_| desk.delete())
    };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let none = props.selected.is_none();
    let has = |status| props.selected.as_ref().is_some_and(|annotation| annotation.status == status);
    html! {
        <section class={classes!("inspector", none.then_some("empty"), is_open.then_some("open"))} aria-label="Selected mark">
            if let Some(annotation) = &props.selected {
                { view_annotation(&desk, &props.document, annotation, props.end) }
            } else {
                <p class="hint">{ "Click a mark to review it, or press J. Select text to mark it." }</p>
            }
            <div class="buttons">
                <button
                    type="button" class="primary" disabled={none || has(Status::Accepted)}
                    onclick={review(Status::Accepted)} title={tip(&desk, PageCommand::Accept)}
                >{ "Accept" }</button>
                <button
                    type="button" disabled={none || has(Status::Rejected)}
                    onclick={review(Status::Rejected)} title={tip(&desk, PageCommand::Reject)}
                >{ "Reject" }</button>
                <button type="button" disabled={none} onclick={delete} title={tip(&desk, PageCommand::Delete)}>{ "Delete" }</button>
                <button type="button" class="more" disabled={none} onclick={toggle} aria-expanded={is_open.to_string()}>{ "Edit" }</button>
            </div>
        </section>
    }
}

fn view_annotation(
    desk: &Desk,
    document: &Shared<Document>,
    annotation: &Shared<Annotation>,
    end: Option<End>,
) -> Html {
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
            && let Some(field) = event.target_dyn_into::<web_sys::HtmlElement>()
        {
            event.stop_propagation();
            let _ = field.blur();
            crate::ui::browser::focus(super::article::ARTICLE_ID);
        }
    });
    let place = document.labels.position(&annotation.label);
    let quote = document.quote(annotation);
    let key = annotation.id.0.to_string();
    html! {
        <>
            <p class={classes!("quote", place.map(|place| format!("label-{place}")))} dir="auto">{ reveal(quote).into_owned() }</p>
            if quote.contains(is_hidden) {
                <p class="hint problem">{ "There are invisible characters in these words: they may not be what they look like." }</p>
            }
            <p class="from">{ origin(annotation) }</p>
            { view_stack(desk, document, annotation) }
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
                <label><span>{ "Label" }</span>
                    <select onchange={relabel} key={key.clone()}>
                        for label in document.labels.iter() {
                            <option value={label.code.to_string()} selected={label.code == annotation.label}>
                                { &label.name }
                            </option>
                        }
                    </select>
                </label>
                <ValueField key={format!("value {key}")} document={document.clone()} annotation={annotation.clone()} />
                <EntityField
                    key={format!("entity {key}")} document={document.clone()} annotation={annotation.clone()}
                    onchange={change(Desk::set_entity)} onkeydown={leave_on_enter.clone()}
                />
                <label><span>{ "Note" }</span>
                    <input
                        id="field-note" type="text" value={annotation.note.clone()} onchange={change(Desk::set_note)}
                        onkeydown={leave_on_enter} dir="auto"
                    />
                </label>
            </div>
            <div class="mark-tools">
                <Ends chosen={end} />
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct EntityFieldProps {
    document: Shared<Document>,
    annotation: Shared<Annotation>,
    onchange: Callback<Event>,
    onkeydown: Callback<KeyboardEvent>,
}

/// Which entity the mark names, by name. The others are offered once the field has the focus: a browser
/// takes 20 ms to find the list of a field that appears in a page of fifty thousand elements.
#[component]
fn EntityField(props: &EntityFieldProps) -> Html {
    const LIST: &str = "entity-names";
    let is_listing = use_state_eq(|| false);
    let (document, annotation) = (&props.document, &props.annotation);
    let subject = annotation.entity.as_ref().map(|_| document.subject_of(annotation));
    let name = subject.as_ref().map(|subject| reveal(document.name_of(subject)).into_owned());
    let onfocus = {
        let is_listing = is_listing.clone();
        Callback::from(move |_: FocusEvent| is_listing.set(true))
    };
    html! {
        <>
            <label><span>{ "Entity" }</span>
                <input
                    id="field-entity" type="text" list={is_listing.then_some(LIST)} placeholder="a name" value={name.unwrap_or_default()}
                    onchange={props.onchange.clone()} onkeydown={props.onkeydown.clone()} {onfocus} dir="auto"
                />
            </label>
            if *is_listing {
                <datalist id={LIST}>
                    for entity in document.entities.iter().filter(|entity| entity.label == annotation.label).take(100) {
                        <option value={entity.name.clone()} />
                    }
                </datalist>
            }
        </>
    }
}

/// Where several marks overlap: how many, and a button that goes through them.
fn view_stack(desk: &Desk, document: &Document, annotation: &Annotation) -> Html {
    let overlaps = document
        .annotations()
        .iter()
        .filter(|other| other.span.overlaps(annotation.span) && other.status != Status::Rejected);
    let count = overlaps.count();
    let next = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::Step(Step::InStack)))
    };
    html! {
        if count > 1 {
            <p class="stack">
                <span>{ format!("{count} marks overlap here.") }</span>
                <button type="button" class="quiet" onclick={next} title={tip(desk, PageCommand::InStack)}>{ "Next of them" }</button>
            </p>
        }
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
        Origin::Person { name } if name.is_empty() => format!("by a person, {status}"),
        Origin::Person { name } => format!("{name}, {status}"),
    }
}
