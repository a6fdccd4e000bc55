use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::annotation::Status;
use crate::document::{EntityRow, Subject};
use crate::label::LabelCode;
use crate::text::sort_by_key;
use crate::ui::components::tip::tip;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::{Action, PageCommand, Step};

#[derive(Properties, PartialEq)]
pub(super) struct MentionsProps {
    pub(super) row: Rc<EntityRow>,
    /// Which of the mentions the selected mark is, counted from 1.
    pub(super) place: usize,
}

/// What can be done to all mentions of the selected mark's entity.
#[component]
pub(super) fn Mentions(props: &MentionsProps) -> Html {
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
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.review_entity(status))
    };
    let step = |step: Step| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::Step(step)))
    };
    let count = props.row.mentions.len();
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
        <div class="entity-buttons" role="group" aria-label={words::ALL_MENTIONS}>
            <div class="mention-steps">
                <span class="count">{ words::MentionPlace { place: &props.place, count: &count }.text() }</span>
                if count > 1 {
                    <button type="button" class="icon" aria-label={words::PREVIOUS_MENTION} onclick={step(Step::PreviousMention)} title={tip(&desk, PageCommand::PreviousMention)}>{ "‹" }</button>
                    <button type="button" class="icon" aria-label={words::NEXT_MENTION} onclick={step(Step::NextMention)} title={tip(&desk, PageCommand::NextMention)}>{ "›" }</button>
                }
            </div>
            if count > 1 {
                <button type="button" class="quiet" onclick={review(Status::Accepted)} title={tip(&desk, PageCommand::AcceptEntity)}>{ words::ACCEPT_MENTIONS }</button>
                <button type="button" class="quiet" onclick={review(Status::Rejected)} title={tip(&desk, PageCommand::RejectEntity)}>{ words::REJECT_MENTIONS }</button>
            }
            if *is_renaming {
                <input ref={field} type="text" aria-label={words::NEW_NAME} value={props.row.name.clone()} onkeydown={rename} />
            }
            if !*is_renaming {
                <button type="button" class="quiet" onclick={start}>{ words::RENAME }</button>
            }
            if count > 1 {
                <button type="button" class="quiet" onclick={split} title={tip(&desk, PageCommand::SplitOff)}>{ words::SPLIT_OFF }</button>
            }
            <select
                aria-label={words::MERGE_ENTITY} onchange={merge} onfocus={let list = list_others.clone(); move |_: FocusEvent| list()}
                onpointerenter={move |_: PointerEvent| list_others()}
            >
                <option value="" selected=true>{ words::MERGE_ENTITY_CHOICE }</option>
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
