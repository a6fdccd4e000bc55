use std::sync::Arc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Shared;
use super::ends::Ends;
use super::source_field::SourceField;
use super::tools::tip;
use super::value_field::ValueField;
use crate::annotation::{Annotation, Origin, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::text::{is_hidden, reveal};
use crate::ui::desk::Desk;
use crate::value::short_time_of;
use crate::words;
use crate::workspace::{Action, End, PageCommand, Step};

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
        // As the keys do: and on to the next suggestion.
        Callback::from(move |_| desk.review(status))
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
        <section class={classes!("inspector", none.then_some("empty"), is_open.then_some("open"))} aria-label={words::SELECTED_MARK}>
            if let Some(annotation) = &props.selected {
                { view_annotation(&desk, &props.document, annotation, props.end) }
            } else {
                <p class="hint">{ words::CLICK_A_MARK_TO }</p>
            }
            <div class="buttons">
                <button
                    type="button" class="primary" disabled={none || has(Status::Accepted)}
                    onclick={review(Status::Accepted)} title={tip(&desk, PageCommand::Accept)}
                >{ words::ACCEPT }</button>
                <button
                    type="button" disabled={none || has(Status::Rejected)}
                    onclick={review(Status::Rejected)} title={tip(&desk, PageCommand::Reject)}
                >{ words::REJECT }</button>
                <button type="button" disabled={none} onclick={delete} title={tip(&desk, PageCommand::Delete)}>{ words::DELETE }</button>
                <button type="button" class="more" disabled={none} onclick={toggle} aria-expanded={is_open.to_string()}>{ words::EDIT }</button>
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
    let others = annotation.history.iter().filter(|version| !version.says_the_same(annotation));
    let versions: Vec<_> = others.collect();
    html! {
        <>
            <p class={classes!("quote", place.map(|place| format!("label-{place}")))} dir="auto">{ reveal(quote).into_owned() }</p>
            if quote.contains(is_hidden) {
                <p class="hint problem">{ words::THERE_ARE_INVISIBLE_CHARACTERS }</p>
            }
            <p class="from">{ origin(annotation) }</p>
            { view_stack(desk, document, annotation) }
            { view_variants(desk, document, annotation) }
            if !versions.is_empty() {
                <details class="versions">
                    <summary>{ words::ALSO_CHANGED_ELSEWHERE }<span class="count">{ versions.len() }</span></summary>
                    <ul role="list" aria-label={words::OTHER_VERSIONS}>
                        for version in versions {
                            <li>{ view_version(desk, document, version) }</li>
                        }
                    </ul>
                </details>
            }
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
                <ValueField key={format!("value {key}")} document={document.clone()} annotation={annotation.clone()} />
                if annotation.label.is_speech() {
                    <SourceField key={format!("source {key}")} document={document.clone()} annotation={annotation.clone()} />
                }
                <EntityField
                    key={format!("entity {key}")} document={document.clone()} annotation={annotation.clone()}
                    onchange={change(Desk::set_entity)} onkeydown={leave_on_enter.clone()}
                />
                <label><span>{ words::NOTE }</span>
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
            <label><span>{ words::ENTITY }</span>
                <input
                    id="field-entity" type="text" list={is_listing.then_some(LIST)} placeholder={words::A_NAME} value={name.unwrap_or_default()}
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
                <span>{ words::marks_overlap_here(&count) }</span>
                <button type="button" class="quiet" onclick={next} title={tip(desk, PageCommand::InStack)}>{ words::NEXT_OF_THEM }</button>
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
        let title = words::make_and_this_one(&name);
        html! {
            <li>
                <span>{ name }</span>
                <button
                    type="button" class="quiet" aria-label={title.clone()} {title}
                    onclick={Callback::from(move |_: MouseEvent| desk.join(id))}
                >{ words::JOIN }</button>
            </li>
        }
    };
    html! {
        if !variants.is_empty() {
            <div class="versions">
                <p>{ words::THE_SAME_NAME_SPELT }</p>
                <ul role="list" aria-label={words::OTHER_SPELLINGS}>
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
    let by = version.decision().map(|decision| decision.by).filter(|name| !name.is_empty());
    let by = by.map_or(String::new(), |name| format!("{name}, "));
    let quote = document.quote(version).replace('\n', " ");
    let time = short_time_of(version.modified);
    html! {
        <>
            <span>{ format!("“{quote}” {label}, {}{note} ({by}{time})", version.status.code()) }</span>
            <button type="button" class="quiet" {onclick}>{ words::USE_THIS }</button>
        </>
    }
}

fn origin(annotation: &Annotation) -> String {
    let status = annotation.status.code();
    match &annotation.origin {
        Origin::Extractor { name, score: Some(score), .. } => {
            words::made_by_program(&name, &format_args!("{:.0}", score * 100.0), &status)
        }
        Origin::Extractor { name, score: None, .. } => format!("{name}, {status}"),
        Origin::Person { name } if name.is_empty() => words::made_by_person(&status),
        Origin::Person { name } => format!("{name}, {status}"),
    }
}
