use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};
use yew::prelude::*;

use super::Shared;
use super::article::ARTICLE_ID;
use super::icon::{Icon, view_icon};
use super::tip::tip;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::{Document, is_mention};
use crate::facts::{Doubt, meaning};
use crate::ui::browser::{
    after_paint, elements_of, marks_of, on_document, on_scroll, on_window, place_beside,
};
use crate::ui::desk::Desk;
use crate::words::{self, grouped};
use crate::workspace::{Action, PageCommand, Panel, Step, show_key};

/// How long the pointer rests on a mark before its card comes, in milliseconds; longer where another mark
/// is chosen, so that a hand on its way to a card does not lose it.
const REST: u32 = 140;
const REST_BESIDE: u32 = 400;
/// How long the card stays after the pointer has left, in milliseconds: time to reach it.
const LEAVE: u32 = 250;

#[derive(Properties, PartialEq)]
pub(crate) struct CardProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
    pub(crate) doubts: Rc<Vec<Doubt>>,
    pub(crate) reviewed: (usize, usize),
    pub(crate) is_reviewing: bool,
}

/// What a mark means, at the mark: of the one under the pointer, else of the chosen one. In a narrow
/// window it is a sheet below.
#[component]
pub(crate) fn Card(props: &CardProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let hovered = use_hovered(props.selected);
    let id = hovered.or(props.selected);
    let annotation = id.and_then(|id| props.document.annotation(id)).cloned();
    let card = use_node_ref();
    {
        let card = card.clone();
        let shown = (id, annotation.as_ref().map(|it| (it.span, it.status)), props.document.id);
        use_effect_with(shown, move |(id, ..)| {
            let place = {
                let (id, marks) = (*id, RefCell::new(Vec::<Element>::new()));
                move || {
                    let (Some(card), Some(id)) = (card.cast::<HtmlElement>(), id) else { return };
                    let mut marks = marks.borrow_mut();
                    // To look for them in a long article takes milliseconds.
                    if !marks.iter().all(|it| it.is_connected()) || marks.is_empty() {
                        *marks = elements_of(ARTICLE_ID, id);
                    }
                    place_beside(&card, &marks);
                }
            };
            let listeners = id.map(|_| {
                let waiting = Rc::new(RefCell::new(None));
                let place = Rc::new(place);
                let soon = move || {
                    let place = place.clone();
                    waiting.replace(Some(after_paint(move || place())));
                };
                soon();
                let again = soon.clone();
                (on_scroll(soon), on_window("resize", move |_| again()))
            });
            move || drop(listeners)
        });
    }
    let Some(annotation) = annotation else { return Html::default() };
    let is_chosen = props.selected == Some(annotation.id);
    let act = |work: fn(&Desk)| {
        let (desk, id) = (desk.clone(), annotation.id);
        Callback::from(move |_: MouseEvent| {
            desk.send(Action::Select(Some(id)));
            work(&desk);
        })
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.send(Action::Select(None));
            desk.send(Action::Review(false));
        })
    };
    let label = props.document.labels.get(&annotation.label);
    let place = props.document.labels.position(&annotation.label).map(|place| format!("label-{place}"));
    let name = label.map_or(annotation.label.as_str(), |label| label.name.as_str());
    let (value, about) = meaning(&props.document, &annotation);
    let doubt = props
        .doubts
        .iter()
        .find(|doubt| doubt.stated == annotation.id || doubt.from.contains(&annotation.id));
    let (reviewed, all) = props.reviewed;
    let key = |command: PageCommand| show_key(desk.workspace().keys().key_of(command));
    let mentions = props.document.mentions(&props.document.subject_of(&annotation));
    let waiting = mentions.iter().filter(|it| it.status == Status::Suggested).count();
    // Amounts, dates and speech are looked over by their kind.
    let of_label = |it: &&Arc<Annotation>| {
        it.label == annotation.label && it.status == Status::Suggested && !it.is_small()
    };
    let alike = match is_mention(&annotation) {
        true => 0,
        false => props.document.annotations().iter().filter(of_label).count(),
    };
    html! {
        <section
            ref={card} class={classes!("card", place, is_chosen.then_some("held"))} role="dialog" aria-label={words::DETAILS}
            data-status={annotation.status.code()} data-mark={annotation.id.0.to_string()}
        >
            <div class="kind">
                <span class="letter" aria-hidden="true" data-letters={label.map(|label| label.letters())} />
                <span>{ words::LabelAndStatus { label: &name, status: &annotation.status.name() }.text() }</span>
                if props.is_reviewing && all > 0 {
                    <span class="count only-narrow">{ words::ReviewedFigures { reviewed: &grouped(reviewed), all: &grouped(all) }.text() }</span>
                }
                <button type="button" class="icon only-narrow" aria-label={words::CLOSE_DETAILS} onclick={close}>{ view_icon(Icon::Close) }</button>
            </div>
            <p class="value" dir="auto">{ value }</p>
            if !about.is_empty() {
                <p class="about" dir="auto">{ about }</p>
            }
            if let Some(doubt) = doubt {
                <p class="warn">{ words::DoubtTold { kind: &doubt.kind.name(), reckoning: &doubt.reckoning }.text() }</p>
            }
            <div class="pair">
                <button type="button" class="soft" disabled={annotation.status == Status::Rejected} onclick={act(|desk| desk.review(Status::Rejected))} title={tip(&desk, PageCommand::Reject)}>
                    { words::REJECT }<kbd aria-hidden="true" data-letters={key(PageCommand::Reject)} />
                </button>
                <button type="button" class="primary" disabled={annotation.status == Status::Accepted} onclick={act(|desk| desk.review(Status::Accepted))} title={tip(&desk, PageCommand::Accept)}>
                    { words::ACCEPT }<kbd aria-hidden="true" data-letters={key(PageCommand::Accept)} />
                </button>
            </div>
            <div class="thirds only-narrow">
                if props.is_reviewing {
                    <button type="button" class="quiet" onclick={act(|desk| desk.send(Action::Step(Step::NextSuggestion)))}>{ words::SKIP }</button>
                }
                <button type="button" class="quiet" onclick={act(|desk| desk.show_panel(Panel::Marks))}>{ words::EDIT }</button>
                if alike > 1 {
                    <button type="button" class="quiet" onclick={act(|desk| desk.review_label(Status::Accepted))}>
                        { words::AcceptAllOfLabel { count: &alike, label: &name }.text() }
                    </button>
                } else if waiting > 1 {
                    <button type="button" class="quiet" onclick={act(|desk| desk.review_entity(Status::Accepted))}>{ words::accept_all_mentions(&waiting) }</button>
                }
            </div>
        </section>
    }
}

/// The mark whose card is shown, which is not always the chosen one.
pub(in crate::ui) fn shown_mark() -> Option<AnnotationId> {
    let card = web_sys::window()?.document()?.query_selector(".card[data-mark]").ok()??;
    card.get_attribute("data-mark")?.parse().ok().map(AnnotationId)
}

/// The mark that the pointer rests on, or had left for its card.
#[hook]
fn use_hovered(selected: Option<AnnotationId>) -> Option<AnnotationId> {
    let hovered = use_state_eq(|| None);
    {
        let hovered = hovered.clone();
        // What is chosen counts until the pointer rests on another mark.
        use_effect_with(selected, move |_| hovered.set(None));
    }
    {
        let hovered = hovered.clone();
        use_effect_with(selected, move |selected| {
            let is_chosen = selected.is_some();
            let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
            let last = Cell::new(None);
            let over = on_document("pointerover", move |event| {
                let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
                // Fingers do not hover, and a hand that drags selects.
                if pointer.pointer_type() == "touch" || pointer.buttons() != 0 {
                    return;
                }
                // What is scrolled under a pointer that rests is not pointed at.
                let here = (pointer.screen_x(), pointer.screen_y());
                if last.replace(Some(here)) == Some(here) {
                    return;
                }
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let Some(target) = target else { return };
                if target.closest(".card").ok().flatten().is_some() {
                    return drop(waiting.borrow_mut().take());
                }
                let mark = target.closest(&format!("#{ARTICLE_ID} mark:not([data-small])")).ok().flatten();
                let id = mark.and_then(|mark| marks_of(&mark).into_iter().next());
                let after = match (id, is_chosen) {
                    (Some(_), false) => REST,
                    (Some(_), true) => REST_BESIDE,
                    (None, _) => LEAVE,
                };
                let hovered = hovered.clone();
                waiting.replace(Some(Timeout::new(after, move || hovered.set(id))));
            });
            move || drop(over)
        });
    }
    *hovered
}
