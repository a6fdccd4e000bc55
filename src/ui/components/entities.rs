use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Shared;
use crate::annotation::{AnnotationId, Status};
use crate::document::{Document, EntityRow, Subject};
use crate::label::LabelCode;
use crate::text::{reveal, sort_by_key};
use crate::ui::browser::{after_paint, reveal as scroll_into_view};
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct EntitiesProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
}

/// How many rows are drawn at once; a long article has thousands.
const MOST: usize = 200;

/// Each person, organisation and place once, with its mentions and what can be done to all of them.
#[component]
pub(crate) fn Entities(props: &EntitiesProps) -> Html {
    let limit = use_state_eq(|| MOST);
    let rows = use_memo(props.document.clone(), |document| {
        document.entity_rows().into_iter().map(Rc::new).collect::<Vec<_>>()
    });
    let document = &props.document;
    let selected = props.selected.and_then(|id| document.annotation(id));
    let current = use_memo((props.document.clone(), props.selected), |_| {
        selected.map(|selected| document.subject_of(selected))
    });
    let shown: Vec<_> = rows.iter().filter(|row| !props.hidden.contains(&row.label)).collect();
    if shown.is_empty() {
        return Html::default();
    }
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + 5 * MOST))
    };
    let left = shown.len().saturating_sub(*limit);
    let count = shown.len();
    let is_current = |row: &EntityRow| current.as_ref().as_ref() == Some(&row.subject);
    let drawn = shown.into_iter().enumerate().filter(|(index, row)| *index < *limit || is_current(row));
    let rows = drawn.map(|(_, row)| {
        let label = document.labels.get(&row.label);
        html! {
            <Row
                key={format!("{:?}", row.subject)} row={row.clone()} place={document.labels.position(&row.label)}
                letters={label.map(|label| label.letters()).unwrap_or_default()}
                label={label.map(|label| label.name.clone()).unwrap_or_default()}
                selected={props.selected.filter(|_| is_current(row))}
            />
        }
    });
    html! {
        <section class="entities" aria-labelledby="entities-title">
            <h2 id="entities-title">{ words::ENTITIES }<span class="count">{ count }</span></h2>
            <ul role="list" aria-label={words::ENTITIES}>
                { for rows }
            </ul>
            if left > 0 {
                <button type="button" class="quiet" onclick={more}>{ words::show_more(&left) }</button>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    row: Rc<EntityRow>,
    /// The label's place among the document's labels.
    place: Option<usize>,
    letters: String,
    label: String,
    /// The selected mention, where it is one of this entity.
    selected: Option<AnnotationId>,
}

/// One entity. The current one, whose mention is selected, has the buttons.
#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let row = &props.row;
    let is_current = props.selected.is_some();
    let item = use_node_ref();
    use_effect_with((props.selected, item.clone()), |(selected, item)| {
        let item = item.cast::<web_sys::Element>().filter(|_| selected.is_some());
        // The article shows its mark first.
        let waiting = item.map(|item| after_paint(move || scroll_into_view(&item)));
        move || drop(waiting)
    });
    let go = {
        let (desk, mentions) = (desk.clone(), row.mentions.clone());
        Callback::from(move |_: MouseEvent| {
            let here = desk.workspace().selected().map(|selected| selected.id);
            let next = mentions.iter().position(|id| Some(*id) == here).filter(|_| is_current);
            let next = next.map_or(0, |place| (place + 1) % mentions.len());
            desk.send(Action::Select(mentions.get(next).copied()));
        })
    };
    let count = row.mentions.len();
    let state = match row.accepted {
        0 => "·",
        accepted if accepted == count => "✓",
        _ => "◐",
    };
    let name = reveal(&row.name).into_owned();
    let mentions = words::entity_mentions(count);
    html! {
        <li ref={item} class={classes!("entity", props.place.map(|place| format!("label-{place}")))}>
            <button type="button" class="entity-name" onclick={go} aria-current={is_current.then_some("true")}>
                <span class="swatch" aria-hidden="true" data-letters={props.letters.clone()} />
                <span class="quote">{ name }</span>
                <span class="hidden-text">{ words::entity_described(&props.label, &mentions, &row.accepted) }</span>
                <span class="count" aria-hidden="true">{ count }</span>
                <span class="state" aria-hidden="true">{ state }</span>
            </button>
            if is_current {
                <RowButtons row={row.clone()} />
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct RowButtonsProps {
    row: Rc<EntityRow>,
}

#[component]
fn RowButtons(props: &RowButtonsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_renaming = use_state_eq(|| false);
    // The others are listed once somebody turns to them: a long article has thousands.
    let is_listing = use_state_eq(|| false);
    let list_others = {
        let is_listing = is_listing.clone();
        move || is_listing.set(true)
    };
    let field = use_node_ref();
    use_effect_with((*is_renaming, field.clone()), |(is_renaming, field)| {
        if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *is_renaming) {
            let _ = field.focus();
            field.select();
        }
    });
    let subject = props.row.subject.clone();
    let review = |status: Status| {
        let (desk, subject) = (desk.clone(), subject.clone());
        Callback::from(move |_: MouseEvent| desk.review_subject(&subject, status))
    };
    let start = {
        let is_renaming = is_renaming.clone();
        Callback::from(move |_: MouseEvent| is_renaming.set(true))
    };
    let rename = {
        let (desk, subject, is_renaming) = (desk.clone(), subject.clone(), is_renaming.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                    desk.rename(&subject, &field.value());
                }
                is_renaming.set(false);
            }
            "Escape" => {
                event.stop_propagation();
                is_renaming.set(false);
            }
            _ => {}
        })
    };
    let merge = {
        let (desk, subject) = (desk.clone(), subject.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let others = others(&desk, &subject);
            let other = select.value().parse::<usize>().ok().and_then(|place| others.into_iter().nth(place));
            select.set_value("");
            if let Some((other, _)) = other {
                desk.merge(&subject, &other);
            }
        })
    };
    let relabel = {
        let (desk, subject) = (desk.clone(), subject.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let labels = desk.workspace().open().map(|document| document.labels.clone());
            let label = labels.as_ref().and_then(|labels| labels.get(&LabelCode::new(select.value())));
            if let Some(label) = label {
                desk.relabel_subject(&subject, label);
            }
        })
    };
    let split = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.split_off())
    };
    let labels = desk.workspace().open().map(|document| document.labels.clone()).unwrap_or_default();
    html! {
        <div class="entity-buttons">
            if *is_renaming {
                <input ref={field} type="text" aria-label={words::NEW_NAME} value={props.row.name.clone()} onkeydown={rename} />
            }
            <button type="button" class="quiet" onclick={review(Status::Accepted)}>{ words::ACCEPT_MENTIONS }</button>
            <button type="button" class="quiet" onclick={review(Status::Rejected)}>{ words::REJECT_MENTIONS }</button>
            if !*is_renaming {
                <button type="button" class="quiet" onclick={start}>{ words::RENAME }</button>
            }
            if props.row.mentions.len() > 1 {
                <button type="button" class="quiet" onclick={split}>{ words::SPLIT_OFF }</button>
            }
            <select
                aria-label={words::MERGE_INTO} onchange={merge} onfocus={let list = list_others.clone(); move |_: FocusEvent| list()}
                onpointerenter={move |_: PointerEvent| list_others()}
            >
                <option value="" selected=true>{ words::MERGE_INTO_CHOICE }</option>
                for (place, (_, name)) in if *is_listing { others(&desk, &subject) } else { Vec::new() }.into_iter().enumerate() {
                    <option value={place.to_string()}>{ name }</option>
                }
            </select>
            <select aria-label={words::LABEL_OF_ALL_MENTIONS} onchange={relabel}>
                for label in labels.iter() {
                    <option value={label.code.to_string()} selected={label.code == props.row.label}>{ &label.name }</option>
                }
            </select>
        </div>
    }
}

/// The other entities, those of the same label first.
fn others(desk: &Desk, subject: &Subject) -> Vec<(Subject, String)> {
    let rows = desk.workspace().open().map(|document| document.entity_rows()).unwrap_or_default();
    let label = rows.iter().find(|row| row.subject == *subject).map(|row| row.label.clone());
    let mut others: Vec<_> = rows.into_iter().filter(|row| row.subject != *subject).collect();
    sort_by_key(&mut others, |row| (Some(&row.label) != label.as_ref(), row.name.to_lowercase()));
    others.into_iter().map(|row| (row.subject, row.name)).collect()
}
