use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Shared;
use super::dialog::Dialog;
use super::label_menu::description;
use crate::document::Document;
use crate::label::{Label, LabelCode, LabelSet};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::{Notice, PageCommand, new_label};

#[derive(Properties, PartialEq)]
pub(crate) struct LabelsProps {
    pub(crate) document: Shared<Document>,
    pub(crate) onclose: Callback<()>,
}

/// The label set of the open article: rename, recolour, re-key, reorder, describe, hide, add, delete;
/// keep it for other articles, or use a kept one.
#[component]
pub(crate) fn Labels(props: &LabelsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let deleting = use_state_eq(|| None::<LabelCode>);
    let labels: Vec<Label> = props.document.labels.iter().cloned().collect();
    let add = {
        let (desk, set) = (desk.clone(), props.document.labels.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field_of(&event) else { return };
            match new_label(&set, &field.value()) {
                None => desk.notify(Notice::problem(words::LABEL_WITHOUT_NAME)),
                Some(label) if set.get(&label.code).is_some() => {
                    desk.notify(Notice::problem(words::label_name_taken(&label.name)));
                }
                Some(label) => {
                    field.set_value("");
                    desk.set_labels(set.iter().cloned().chain([label]).collect());
                }
            }
        })
    };
    html! {
        <Dialog title={words::LABELS} onclose={props.onclose.clone()} class="wide">
            <p>{ words::LABELS_HINT }</p>
            <ul class="label-rows" role="list" aria-label={words::LABEL_SET}>
                for (place, label) in labels.iter().enumerate() {
                    <li key={label.code.to_string()} class={format!("label-{place}")}>
                        { piece::<LabelRow>(None, yew::props!(Of<LabelRow> { place, label: label.clone(), document: props.document.clone(), ondelete: { let deleting = deleting.clone(); move |code| deleting.set(Some(code)) } })) }
                        if deleting.as_ref() == Some(&label.code) {
                            { piece::<DeleteQuestion>(None, yew::props!(Of<DeleteQuestion> { label: label.clone(), document: props.document.clone(), ondone: { let deleting = deleting.clone(); move |()| deleting.set(None) } })) }
                        }
                    </li>
                }
            </ul>
            <form class="row-form" onsubmit={add}>
                <input type="text" aria-label={words::NEW_LABEL_NAME} placeholder={words::NEW_LABEL} />
                <button type="submit">{ words::ADD_LABEL }</button>
            </form>
            { piece::<KeptSets>(None, yew::props!(Of<KeptSets> { labels: props.document.labels.clone() })) }
        </Dialog>
    }
}

/// The first text field of a form.
fn field_of(event: &SubmitEvent) -> Option<HtmlInputElement> {
    use wasm_bindgen::JsCast;
    let form: web_sys::Element = event.target_dyn_into()?;
    form.query_selector("input").ok()??.dyn_into().ok()
}

#[derive(Properties, PartialEq)]
struct LabelRowProps {
    place: usize,
    label: Label,
    document: Shared<Document>,
    ondelete: Callback<LabelCode>,
}

#[component]
fn LabelRow(props: &LabelRowProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let label = &props.label;
    // Each field is one change when it is left.
    let change = |change: fn(&Desk, &LabelSet, Label, String) -> Option<Label>| {
        let (desk, label, set) = (desk.clone(), label.clone(), props.document.labels.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match change(&desk, &set, label.clone(), field.value()) {
                Some(changed) => {
                    let labels = set
                        .iter()
                        .map(|other| if other.code == label.code { changed.clone() } else { other.clone() });
                    desk.set_labels(labels.collect());
                }
                None => field.set_value(match field.class_name().as_str() {
                    "label-key" => &label.key,
                    _ => &label.name,
                }),
            }
        })
    };
    let shift = |by: isize| {
        let (desk, set, place) = (desk.clone(), props.document.labels.clone(), props.place);
        Callback::from(move |_: MouseEvent| {
            let mut labels: Vec<_> = set.iter().cloned().collect();
            let to = place.saturating_add_signed(by);
            if to < labels.len() {
                labels.swap(place, to);
                desk.set_labels(labels);
            }
        })
    };
    let hide = {
        let (desk, code) = (desk.clone(), label.code.clone());
        Callback::from(move |_: Event| desk.toggle_label(code.clone()))
    };
    let delete = {
        let (ondelete, code) = (props.ondelete.clone(), label.code.clone());
        Callback::from(move |_: MouseEvent| ondelete.emit(code.clone()))
    };
    let is_shown = !desk.workspace().hidden().contains(&label.code);
    let last = props.document.labels.iter().count() - 1;
    let name = &label.name;
    html! {
        <div class="label-row">
            <span class="swatch" aria-hidden="true" data-letters={label.letters()} />
            <input class="label-name" type="text" value={name.clone()} aria-label={words::label_name_field(&name)} onchange={change(rename)} />
            <input type="color" value={label.color.clone()} aria-label={words::label_colour_field(&name)} onchange={change(|_, _, label, color| Some(Label { color, ..label }))} />
            <input class="label-key" type="text" maxlength="1" size="2" value={label.key.clone()} aria-label={words::label_key_field(&name)} onchange={change(rekey)} />
            <input
                class="label-description" type="text" value={label.description.clone()} placeholder={description(label)} aria-label={words::label_description_field(&name)}
                onchange={change(|_, _, label, description| Some(Label { description: description.trim().to_owned(), ..label }))}
            />
            <label class="label-shown"><input type="checkbox" checked={is_shown} onchange={hide} aria-label={words::show_label(&name)} />{ words::SHOWN }</label>
            <button type="button" class="icon" disabled={props.place == 0} onclick={shift(-1)} aria-label={words::move_up(&name)}>{ "↑" }</button>
            <button type="button" class="icon" disabled={props.place == last} onclick={shift(1)} aria-label={words::move_down(&name)}>{ "↓" }</button>
            <button type="button" class="icon" onclick={delete} aria-label={words::delete_listed_label(&name)}>{ "×" }</button>
        </div>
    }
}

fn rename(desk: &Desk, set: &LabelSet, label: Label, name: String) -> Option<Label> {
    let name = name.trim().to_owned();
    let is_taken = set.iter().any(|other| other.code != label.code && other.name.eq_ignore_ascii_case(&name));
    if name.is_empty() || is_taken {
        let problem =
            if is_taken { words::label_name_taken(&name) } else { words::LABEL_KEEPS_NAME.to_owned() };
        desk.notify(Notice::problem(problem));
        return None;
    }
    Some(Label { name, ..label })
}

fn rekey(desk: &Desk, set: &LabelSet, label: Label, key: String) -> Option<Label> {
    let key = key.trim().to_lowercase();
    let shown = key.to_uppercase();
    let other = set.by_key(&key).filter(|other| other.code != label.code);
    let other = other.map(|other| words::KeyTakenByLabel { key: &shown, label: &other.name }.text());
    let command = desk.workspace().keys().command_of(&key);
    let command = command
        .map(|command: PageCommand| words::KeyTakenByCommand { key: &shown, title: &command.title() }.text());
    if let Some(problem) = other.or(command) {
        desk.notify(Notice::problem(problem));
        return None;
    }
    Some(Label { key, ..label })
}

#[derive(Properties, PartialEq)]
struct DeleteQuestionProps {
    label: Label,
    document: Shared<Document>,
    ondone: Callback<()>,
}

/// Asks where the marks of a label go that is to be deleted.
#[component]
fn DeleteQuestion(props: &DeleteQuestionProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let target = use_node_ref();
    let used =
        props.document.annotations().iter().filter(|annotation| annotation.label == props.label.code).count();
    let delete = {
        let (desk, code, target, ondone) =
            (desk.clone(), props.label.code.clone(), target.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| {
            let to = target.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let to = Some(LabelCode::new(to)).filter(|to| !to.as_str().is_empty());
            desk.delete_label(&code, to.as_ref());
            ondone.emit(());
        })
    };
    let cancel = props.ondone.reform(|_: MouseEvent| ());
    html! {
        <div class="question" role="group" aria-label={words::delete_listed_label(&props.label.name)}>
            if used > 0 {
                <label>{ words::DeletedLabelMarks { used, name: &props.label.name }.text() }
                    <select ref={target}>
                        for (place, label) in props.document.labels.iter().filter(|label| label.code != props.label.code).enumerate() {
                            <option value={label.code.to_string()} selected={place == 0}>{ words::make_marks_another(&label.name) }</option>
                        }
                        <option value="">{ words::DELETE_MARKS_TOO }</option>
                    </select>
                </label>
            } else {
                <span>{ words::LABEL_UNUSED }</span>
            }
            <button type="button" class="primary" onclick={delete}>{ words::DELETE_LABEL }</button>
            <button type="button" onclick={cancel}>{ words::KEEP_LABEL }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct KeptSetsProps {
    labels: LabelSet,
}

/// The label sets that are kept for new articles.
#[component]
fn KeptSets(props: &KeptSetsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let redraw = use_force_update();
    let sets = desk.label_sets();
    let keep = {
        let (desk, labels, redraw) = (desk.clone(), props.labels.clone(), redraw.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field_of(&event) else { return };
            let name = field.value().trim().to_owned();
            if name.is_empty() {
                return desk.notify(Notice::problem(words::LABEL_SET_WITHOUT_NAME));
            }
            let mut sets = desk.label_sets();
            sets.insert(name, labels.clone());
            desk.keep_label_sets(&sets);
            field.set_value("");
            redraw.force_update();
        })
    };
    html! {
        <>
            <h3>{ words::FOR_OTHER_ARTICLES }</h3>
            <p class="hint">{ words::KEPT_SETS_HINT }</p>
            <ul class="days" role="list" aria-label={words::KEPT_LABEL_SETS}>
                for (name, set) in sets.iter() {
                    <li key={name.clone()}>
                        <span class="day">{ name }<span class="about">{ words::labels_in_set(set.iter().count()) }</span></span>
                        <button type="button" class="quiet" onclick={use_set(&desk, set)}>{ words::add_kept_set(&name) }</button>
                        <button type="button" class="icon" aria-label={words::forget_kept_set(&name)} onclick={forget(&desk, name, &redraw)}>{ "×" }</button>
                    </li>
                }
            </ul>
            <form class="row-form" onsubmit={keep}>
                <input type="text" aria-label={words::LABEL_SET_NAME} placeholder={words::THIS_SET_NAME} />
                <button type="submit">{ words::KEEP_THIS_SET }</button>
            </form>
        </>
    }
}

/// Adds the labels of a kept set to the article's; those that are there take its name, colour and key.
fn use_set(desk: &Desk, set: &LabelSet) -> Callback<MouseEvent> {
    let (desk, set) = (desk.clone(), set.clone());
    Callback::from(move |_: MouseEvent| {
        let Some(document) = desk.workspace().open().cloned() else { return };
        let left = document.labels.iter().filter(|label| set.get(&label.code).is_none());
        desk.set_labels(set.iter().chain(left).cloned().collect());
    })
}

fn forget(desk: &Desk, name: &str, redraw: &UseForceUpdateHandle) -> Callback<MouseEvent> {
    let (desk, name, redraw) = (desk.clone(), name.to_owned(), redraw.clone());
    Callback::from(move |_: MouseEvent| {
        let mut sets = desk.label_sets();
        sets.remove(&name);
        desk.keep_label_sets(&sets);
        redraw.force_update();
    })
}
