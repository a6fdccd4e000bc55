use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::document::{Document, EntityRow};
use crate::label::LabelCode;
use crate::text::reveal;
use crate::ui::components::Shared;
use crate::ui::desk::Desk;
use crate::words::{self, grouped};
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct EntitiesProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
}

/// How many rows are shown at first: those that the article is about.
const FIRST: usize = 5;
/// How many more a press shows; a long article has thousands.
const MORE: usize = 200;

/// Each person, organisation and place once, with its mentions.
#[component]
pub(crate) fn Entities(props: &EntitiesProps) -> Html {
    let limit = use_state_eq(|| FIRST);
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
        Callback::from(move |_: MouseEvent| limit.set(*limit + MORE))
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
                <button type="button" class="quiet" onclick={more}>{ words::all_entities(&grouped(count)) }</button>
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

/// One entity; a press goes to its first mention, and on to the next.
#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let row = &props.row;
    let is_current = props.selected.is_some();
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
    html! {
        <li class={classes!("entity", props.place.map(|place| format!("label-{place}")))}>
            <button type="button" class="entity-name" onclick={go} aria-current={is_current.then_some("true")}>
                <span class="letter" aria-hidden="true" data-letters={props.letters.clone()} />
                <span class="quote">{ name }</span>
                <span class="hidden-text">{ ", " }{ words::EntityDescribed { label: &props.label, mentions: count, accepted: &row.accepted }.text() }</span>
                <span class="count" aria-hidden="true">{ count }</span>
                <span class="state" aria-hidden="true">{ state }</span>
            </button>
        </li>
    }
}
