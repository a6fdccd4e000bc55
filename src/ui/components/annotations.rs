use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::Shared;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::Document;
use crate::label::LabelCode;
use crate::runs::{Block, Group};
use crate::ui::browser::annotations_at;
use crate::ui::desk::Desk;
use crate::ui::gradually::{first, use_gradually};
use crate::ui::staged::use_staged;
use crate::words;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct AnnotationsProps {
    pub(crate) document: Shared<Document>,
    /// The document's annotations as they are listed.
    pub(crate) groups: Rc<Vec<Group>>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<AnnotationId>,
}

/// What was found: one entry an annotation, grouped by label, in reading order.
#[component]
pub(crate) fn Annotations(props: &AnnotationsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let text = Shared(document.text().clone());
    let selected = props.selected.and_then(|id| document.annotation(id));
    let shows =
        |block: &Block| selected.is_some_and(|it| block.annotations.iter().any(|a| Arc::ptr_eq(a, it)));
    let shown = props.groups.iter().filter_map(|group| {
        let label = document.labels.iter().nth(group.label)?;
        (!props.hidden.contains(&label.code)).then_some((group, label))
    });
    let blocks: Vec<_> = shown
        .flat_map(|(group, label)| {
            let heading = Heading { letters: label.letters(), name: label.name.clone(), count: group.count };
            let headings = std::iter::once(Some(heading)).chain(std::iter::repeat(None));
            group.blocks.iter().zip(headings).map(move |(block, heading)| (group.label, block, heading))
        })
        .collect();
    // The blocks in stages; their labels and headings are at once what they are.
    let pieces: Vec<_> = blocks.iter().map(|(_, block, _)| (*block).clone()).collect();
    let staged = use_staged(&pieces, desk.in_view().blocks);
    let at_once = first(blocks.iter().map(|(_, block, _)| block.annotations.len()));
    let drawn = use_gradually(document.id, blocks.len(), at_once);
    // One listener for all entries: ten thousand of them would take time and memory.
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(id) = annotations_at(&event, ".entry").first() {
            desk.send(Action::Select(Some(*id)));
        }
    });
    let pieces = blocks.into_iter().zip(&staged).enumerate();
    // Each with its key right in the list: around what stands in an `if`, Yew puts a list without one, and
    // then draws all that follow a new one anew.
    let entries = pieces.filter_map(|(index, ((label, new, heading), staged))| {
        let block = staged.as_ref().or_else(|| shows(new).then_some(new))?;
        let selected = props.selected.filter(|_| shows(block));
        (index < drawn || shows(block)).then(|| {
            html! {
                <Entries
                    key={format!("{label} {:?}", block.key)}
                    text={text.clone()} block={Shared(block.clone())} {label} {heading} {selected}
                />
            }
        })
    });
    // A list by its role, since blocks stand between it and the entries.
    html! {
        <div class="annotations" role="list" aria-label={words::ANNOTATIONS} {onclick}>
            { for entries }
        </div>
    }
}

/// What stands over the first entry of a label.
#[derive(Clone, PartialEq)]
struct Heading {
    letters: String,
    name: String,
    count: usize,
}

#[derive(Properties, PartialEq)]
struct EntriesProps {
    text: Shared<str>,
    block: Shared<Block>,
    /// The label's place among the document's labels.
    label: usize,
    heading: Option<Heading>,
    /// The selected annotation, where it is one of these.
    selected: Option<AnnotationId>,
}

/// The entries of one block, drawn anew only when something in it changes.
#[component]
fn Entries(props: &EntriesProps) -> Html {
    html! {
        <div role="none" class={format!("block label-{}", props.label)}>
            for (index, (id, annotation)) in with_ids(&props.block.annotations).enumerate() {
                <div key={id.clone()} role="listitem">
                    if let Some(heading) = props.heading.as_ref().filter(|_| index == 0) {
                        <h3><span class="letter" aria-hidden="true" data-letters={heading.letters.clone()} />{ &heading.name }<span class="count">{ heading.count }</span></h3>
                    }
                    { view_entry(props, annotation, id) }
                </div>
            }
        </div>
    }
}

/// Annotations, each with its id as a text.
fn with_ids(annotations: &[Arc<Annotation>]) -> impl Iterator<Item = (Rc<str>, &Arc<Annotation>)> {
    annotations.iter().map(|annotation| (annotation.id.0.to_string().into(), annotation))
}

fn view_entry(props: &EntriesProps, annotation: &Annotation, id: Rc<str>) -> Html {
    let is_selected = props.selected == Some(annotation.id);
    let quote = annotation.span.slice(&props.text).unwrap_or_default().to_owned();
    let value = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
    html! {
        <button
            type="button" class="entry" data-annotation-id={id} data-status={annotation.status.code()}
            aria-current={is_selected.then_some("true")}
        >
            <span class="quote">{ quote }</span>
            if !value.is_empty() {
                <span class="value">{ value }</span>
            }
            <span class="status">{ annotation.status.name() }</span>
        </button>
    }
}
