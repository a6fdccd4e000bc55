use yew::prelude::*;

use super::dialog::Dialog;
use super::update_text::view_in_context;
use super::{Import, Shared};
use crate::annotation::{Annotation, Origin};
use crate::document::{Disagreement, Document, disagreements};
use crate::edit::operations::Choice;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct MergingProps {
    pub(crate) document: Shared<Document>,
    pub(crate) onclose: Callback<()>,
}

/// A colleague's file comes in, and where both differ one key settles it.
#[component]
pub(crate) fn Merging(props: &MergingProps) -> Html {
    let open = use_memo(props.document.clone(), |document| disagreements(document));
    let focus = use_node_ref();
    {
        // Where one was settled, the keys go on to the next.
        let focus = focus.clone();
        use_effect_with(props.document.clone(), move |_| {
            if let Some(place) = focus.cast::<web_sys::HtmlElement>() {
                // Without focus people click first.
                let _ = place.focus();
            }
        });
    }
    let first = open.first().copied().and_then(|open| Some((open, open.sides(&props.document)?)));
    html! {
        <Dialog title={words::MERGE} onclose={props.onclose.clone()}>
            if let Some((disagreement, sides)) = first {
                <Choices
                    key={format!("{disagreement:?}")} {disagreement} left={open.len()} place={focus}
                    document={props.document.clone()} sides={sides.map(|side| Shared(side.clone()))}
                />
            } else {
                <p tabindex="-1" ref={focus}>{ words::NO_DISAGREEMENT_WHERE_MARKS }</p>
            }
            <div class="buttons">
                <Import name={words::ADD_A_COLLEAGUES_FILE} />
            </div>
            <p class="hint">{ words::WHAT_IS_THE_SAME }</p>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ChoicesProps {
    document: Shared<Document>,
    disagreement: Disagreement,
    /// Ours, theirs.
    sides: [Shared<Annotation>; 2],
    /// How many disagreements there are.
    left: usize,
    /// What has the focus.
    place: NodeRef,
}

/// One disagreement, and the three ways to settle it.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let settle = {
        let (desk, disagreement) = (desk.clone(), props.disagreement);
        move |choice| desk.settle(disagreement, choice)
    };
    let click = |choice| {
        let settle = settle.clone();
        Callback::from(move |_: MouseEvent| settle(choice))
    };
    let onkeydown = {
        let settle = settle.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            match event.key().to_lowercase().as_str() {
                "o" => settle(Choice::Ours),
                "t" => settle(Choice::Theirs),
                "b" => settle(Choice::Both),
                _ => {}
            }
        })
    };
    let [ours, theirs] = &props.sides;
    let around = props.disagreement.place(document);
    let by = |side: &Annotation| match &side.origin {
        Origin::Person { name } if name.is_empty() => words::YOU.to_owned(),
        Origin::Person { name } => name.to_string(),
        Origin::Extractor { .. } => words::NEWSMARK.to_owned(),
    };
    let both = match props.disagreement {
        Disagreement::Marks { .. } => words::BOTH_MARKS_STAND,
        Disagreement::Versions { .. } => words::LEAVE_IT_AS_IT,
    };
    let left = words::disagreements_left(props.left);
    html! {
        <div class="choices" role="group" aria-label={words::DISAGREEMENT} tabindex="-1" ref={props.place.clone()} {onkeydown}>
            <h3 aria-live="polite">{ left }</h3>
            if let Some(around) = around {
                <p>{ view_in_context(document.text(), around) }</p>
            }
            <button type="button" onclick={click(Choice::Ours)}>
                { words::OURS }<kbd data-letters="O" aria-hidden="true" /><span>{ format!(": {} ({})", document.describe_mark(ours), by(ours)) }</span>
            </button>
            <button type="button" onclick={click(Choice::Theirs)}>
                { words::THEIRS }<kbd data-letters="T" aria-hidden="true" /><span>{ format!(": {} ({})", document.describe_mark(theirs), by(theirs)) }</span>
            </button>
            <button type="button" onclick={click(Choice::Both)}>
                { words::BOTH }<kbd data-letters="B" aria-hidden="true" /><span>{ format!(": {both}") }</span>
            </button>
        </div>
    }
}
