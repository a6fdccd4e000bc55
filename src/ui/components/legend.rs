use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::Shared;
use crate::document::Document;
use crate::label::{Label, LabelCode};
use crate::runs::Group;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct LegendProps {
    pub(crate) document: Shared<Document>,
    /// The document's annotations as they are listed.
    pub(crate) groups: Rc<Vec<Group>>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
}

/// The labels in use, with how often; each can be hidden and shown.
#[component]
pub(crate) fn Legend(props: &LegendProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let labels = props.groups.iter().filter(|group| group.count > 0).filter_map(|group| {
        let label = props.document.labels.iter().nth(group.label)?;
        Some(view_label(&desk, group.label, label, group.count, props.hidden.contains(&label.code)))
    });
    html! {
        <div class="legend" role="group" aria-label={words::SHOW_LABELS}>{ for labels }</div>
    }
}

fn view_label(desk: &Desk, place: usize, label: &Label, count: usize, is_hidden: bool) -> Html {
    let onclick = {
        let (desk, code) = (desk.clone(), label.code.clone());
        Callback::from(move |_| desk.toggle_label(code.clone()))
    };
    html! {
        <button
            key={label.code.to_string()} type="button" class={format!("label-{place}")} {onclick}
            aria-pressed={(!is_hidden).to_string()} aria-label={words::show_label(&label.name, &count)}
            title={format!("{} {}", if is_hidden { words::SHOW_HIDDEN } else { words::HIDE }, label.name)}
        >
            <span class="swatch" aria-hidden="true" data-letters={label.letters()} />
            { &label.name }
            <span class="count" aria-hidden="true" data-letters={count.to_string()} />
        </button>
    }
}
