//! The panel beside the article: one thing at a time. With a mark chosen its fields, else what does not add
//! up and what the article is about; all marks stand below.

mod doubts;
mod entities;
mod entity_field;
mod mark;
mod mentions;
mod others;
mod switches;

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use self::doubts::view_doubts;
use self::entities::Entities;
use self::mark::MarkFields;
use self::switches::{view_letters, view_switches};
use super::{Annotations, Orphans, Shared};
use crate::annotation::Annotation;
use crate::document::Document;
use crate::facts::Doubt;
use crate::label::{Family, LabelCode};
use crate::runs::groups;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::End;

#[derive(Properties, PartialEq)]
pub(crate) struct PanelProps {
    pub(crate) document: Shared<Document>,
    pub(crate) hidden: Rc<BTreeSet<LabelCode>>,
    pub(crate) selected: Option<Shared<Annotation>>,
    /// The end of the selected mark that the arrow keys move.
    pub(crate) end: Option<End>,
    pub(crate) doubts: Rc<Vec<Doubt>>,
    /// What does not add up, as far as that may be nothing.
    pub(crate) possible: Rc<Vec<Doubt>>,
    /// How many marks the text shows.
    pub(crate) shown: usize,
    /// What is marked in the text, by families.
    pub(crate) switches: [(Family, bool); 4],
}

/// The panel.
#[component]
pub(crate) fn SidePanel(props: &PanelProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let PanelProps { document, hidden, selected, end, doubts, possible, shown, switches } = props;
    let listed = use_mut_ref(Vec::new);
    let groups = use_memo(document.clone(), |document| {
        let now = groups(document, &listed.borrow());
        listed.replace(now.clone());
        now
    });
    let panel = use_node_ref();
    {
        let panel = panel.clone();
        use_effect_with(selected.as_ref().map(|it| it.id), move |_| {
            if let Some(panel) = panel.cast::<web_sys::Element>() {
                panel.set_scroll_top(0);
            }
        });
    }
    let id = selected.as_ref().map(|it| it.id);
    let unshown = document.annotations().len().saturating_sub(*shown);
    html! {
        <aside class="panel" aria-label={words::MARKS} ref={panel}>
            <div class="first">
                if let Some(annotation) = selected.clone() {
                    { piece::<MarkFields>(None, yew::props!(Of<MarkFields> { document: document.clone(), annotation, end: *end })) }
                } else {
                    <div>
                        { view_switches(&desk, *switches) }
                        { view_letters(&document.labels) }
                    </div>
                    { view_doubts(&desk, doubts, possible) }
                    if document.annotations().is_empty() {
                        <p class="hint">{ words::PANEL_EMPTY }</p>
                    }
                }
                { piece::<Orphans>(None, yew::props!(Of<Orphans> { document: document.clone() })) }
                { piece::<Entities>(None, yew::props!(Of<Entities> { document: document.clone(), hidden: hidden.clone(), selected: id })) }
            </div>
            <section class="all-marks">
                <h2 id="annotations-title">{ words::ANNOTATIONS }<span class="count">{ words::grouped(*shown) }</span></h2>
                if unshown > 0 {
                    <p class="hint">{ words::marks_not_shown(unshown) }</p>
                }
                { piece::<Annotations>(Some(document.id.0.to_string()), yew::props!(Of<Annotations> { document: document.clone(), groups, hidden: hidden.clone(), selected: id })) }
            </section>
        </aside>
    }
}
