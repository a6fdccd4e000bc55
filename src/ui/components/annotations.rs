use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::Shared;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::Document;
use crate::label::{Label, LabelCode};
use crate::ui::browser::reveal;
use crate::ui::desk::Desk;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct AnnotationsProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
}

/// What was found: one entry an annotation, grouped by label, in reading order.
#[component]
pub(crate) fn Annotations(props: &AnnotationsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let list = use_node_ref();
    use_effect_with((props.selected, list.clone()), |(_, list)| {
        let current = list
            .cast::<web_sys::Element>()
            .and_then(|list| list.query_selector("[aria-current]").ok().flatten());
        if let Some(current) = current {
            reveal(&current);
        }
    });
    let document = &props.document;
    let groups = document.labels.iter().enumerate().filter(|(_, label)| !props.hidden.contains(&label.code));
    let groups: Vec<_> = groups
        .map(|(place, label)| {
            let mut found: Vec<_> = document.annotations().iter().filter(|a| a.label == label.code).collect();
            // Rejected ones last; the sort is stable, so reading order stays.
            found.sort_by_key(|annotation| annotation.status == Status::Rejected);
            (place, label, found)
        })
        .filter(|(.., found)| !found.is_empty())
        .collect();
    html! {
        <ul class="annotations" role="list" aria-label="Annotations" ref={list}>
            for (place, label, found) in groups {
                for (index, annotation) in found.iter().enumerate() {
                    <li key={annotation.id.0.to_string()} role="listitem" class={format!("label-{place}")}>
                        if index == 0 {
                            { view_heading(label, &found) }
                        }
                        { view_entry(&desk, document, annotation, props.selected) }
                    </li>
                }
            }
        </ul>
    }
}

fn view_heading(label: &Label, found: &[&Arc<Annotation>]) -> Html {
    let count = found.iter().filter(|annotation| annotation.status != Status::Rejected).count();
    html! {
        <h3><span class="swatch" aria-hidden="true">{ label.letters() }</span>{ &label.name }<span class="count">{ count }</span></h3>
    }
}

fn view_entry(
    desk: &Desk,
    document: &Document,
    annotation: &Arc<Annotation>,
    selected: Option<AnnotationId>,
) -> Html {
    let id = annotation.id;
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |_| desk.send(Action::Select(Some(id))))
    };
    let quote = document.quote(annotation).to_owned();
    let value = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
    html! {
        <button
            type="button" class="entry" data-annotation-id={id.0.to_string()} data-status={annotation.status.code()}
            aria-current={(selected == Some(id)).then_some("true")} {onclick}
        >
            <span class="quote">{ quote }</span>
            if !value.is_empty() {
                <span class="value">{ value }</span>
            }
            <span class="status">{ annotation.status.code() }</span>
        </button>
    }
}
