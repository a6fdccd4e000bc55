use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::fact::Fact;
use crate::annotation::{Annotation, AnnotationId};
use crate::facts::SheetRow;
use crate::label::LabelSet;
use crate::text::Span;
use crate::ui::components::Shared;
use crate::ui::desk::Desk;
use crate::ui::views::marked::Marked;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(super) struct SentenceProps {
    pub(super) text: Shared<str>,
    pub(super) labels: Rc<LabelSet>,
    pub(super) span: Span,
    /// The facts that show, in reading order, with their rows.
    pub(super) facts: Vec<(Shared<Annotation>, SheetRow)>,
    /// Those of them that do not add up.
    pub(super) doubted: Vec<AnnotationId>,
    /// The chosen fact, if it stands here.
    pub(super) selected: Option<AnnotationId>,
    /// Whether it is to be brought into view.
    pub(super) follows: bool,
}

/// A sentence with its facts marked in it; beside it the facts.
#[component]
pub(super) fn Sentence(props: &SentenceProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let choose = {
        let desk = desk.clone();
        Callback::from(move |id| desk.send(Action::Select(Some(id))))
    };
    let annotations: Vec<Arc<Annotation>> = props.facts.iter().map(|(fact, _)| fact.0.clone()).collect();
    let marked = Marked {
        text: &props.text,
        labels: &props.labels,
        selected: props.selected,
        doubted: &props.doubted,
        onfact: choose,
    };
    html! {
        <li class="sentence">
            <p class="said" dir="auto">{ marked.piece(props.span, &annotations) }</p>
            <ul class="of-sentence" role="list">
                for (fact, row) in props.facts.iter() {
                    <Fact
                        key={row.id.0.to_string()} text={props.text.clone()} fact={fact.clone()} row={row.clone()} labels={props.labels.clone()}
                        is_chosen={props.selected == Some(row.id)} follows={props.follows} is_doubted={props.doubted.contains(&row.id)}
                    />
                }
            </ul>
        </li>
    }
}
