use yew::prelude::*;

use super::dialog::Dialog;
use super::name::view_name_field;
use super::update_text::view_in_context;
use super::{Import, Shared};
use crate::document::{Disagreement, Document, Question, Side, disagreements};
use crate::edit::operations::Choice;
use crate::text::fingerprint;
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct MergingProps {
    pub(crate) document: Shared<Document>,
    pub(crate) onclose: Callback<()>,
}

/// A colleague's file comes in, and what both decided differently is asked, one question at a time.
#[component]
pub(crate) fn Merging(props: &MergingProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
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
    let asks_name = *use_memo((), |()| !desk.workspace().has_name());
    let first = open.first().and_then(|open| Some((open, open.sides(&props.document, &desk.person())?)));
    html! {
        <Dialog title={words::MERGE} onclose={props.onclose.clone()}>
            if let Some((disagreement, sides)) = first {
                { piece::<Choices>(Some(fingerprint(disagreement).to_string()), yew::props!(Of<Choices> { disagreement: disagreement.clone(), left: open.len(), place: focus, document: props.document.clone(), sides })) }
            } else {
                <p tabindex="-1" ref={focus}>{ words::NO_DISAGREEMENT }</p>
                <p class="hint">{ words::NO_DISAGREEMENT_HINT }</p>
            }
            if asks_name {
                { view_name_field(&desk) }
            }
            <div class="buttons">
                { piece::<Import>(None, yew::props!(Of<Import> { name: words::ADD_COLLEAGUES_FILE })) }
            </div>
            <p class="hint">{ words::MERGE_HINT }</p>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ChoicesProps {
    document: Shared<Document>,
    disagreement: Disagreement,
    /// Yours, theirs.
    sides: [Side; 2],
    /// How many disagreements there are.
    left: usize,
    /// What has the focus.
    place: NodeRef,
}

/// One disagreement, and the ways to settle it.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let disagreement = &props.disagreement;
    let settle = {
        let (desk, disagreement) = (desk.clone(), disagreement.clone());
        move |choice| desk.settle(&disagreement, choice)
    };
    let onkeydown = {
        let (settle, can_be_both) = (settle.clone(), disagreement.can_be_both());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            match event.key().to_lowercase().as_str() {
                // "Ours", as it was called.
                "y" | "o" => settle(Choice::Yours),
                "t" => settle(Choice::Theirs),
                "b" if can_be_both => settle(Choice::Both),
                _ => {}
            }
        })
    };
    let button = |choice: Choice, name: &'static str, key: &'static str, says: String| {
        let settle = settle.clone();
        let onclick = Callback::from(move |_: MouseEvent| settle(choice));
        html! {
            <button type="button" {onclick}>
                { name }<kbd data-letters={key} aria-hidden="true" /><span>{ format!(": {says}") }</span>
            </button>
        }
    };
    let says = |side: &Side| {
        format!("{} ({})", disagreement.answer(document, side), side.names(words::UNNAMED_PERSON))
    };
    let [yours, theirs] = &props.sides;
    let both = match disagreement.question {
        Question::Label => words::BOTH_LABELS_STAND,
        _ => words::BOTH_PLACES_STAND,
    };
    html! {
        <div class="choices" role="group" aria-label={words::DISAGREEMENT} tabindex="-1" ref={props.place.clone()} {onkeydown}>
            <h3 aria-live="polite">{ disagreement.question.words() }</h3>
            if let Some(around) = disagreement.place(document) {
                <p>{ view_in_context(document.text(), around) }</p>
            }
            { button(Choice::Yours, words::YOURS, "Y", says(yours)) }
            { button(Choice::Theirs, words::THEIRS, "T", says(theirs)) }
            if disagreement.can_be_both() {
                { button(Choice::Both, words::BOTH, "B", both.to_owned()) }
            }
            <p class="hint">{ words::disagreements_left(props.left) }</p>
        </div>
    }
}
