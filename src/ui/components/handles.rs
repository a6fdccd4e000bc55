use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};
use yew::prelude::*;

use super::Shared;
use super::article::ARTICLE_ID;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::Document;
use crate::text::Span;
use crate::ui::browser::{
    after_paint, byte_at_point, clear_selection, end_boxes, on_scroll, on_window, select, snapped,
};
use crate::ui::desk::Desk;
use crate::workspace::End;

#[derive(Properties, PartialEq)]
pub(crate) struct MarkHandlesProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
    /// The end that the arrow keys move.
    pub(crate) end: Option<End>,
}

/// Handles at the ends of the selected mark, for mouse and finger: dragged, they move the end, from word
/// to word, or with Alt from character to character.
#[component]
pub(crate) fn MarkHandles(props: &MarkHandlesProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let [start, end] = [use_node_ref(), use_node_ref()];
    let annotation = props.selected.and_then(|id| props.document.annotation(id)).cloned().map(Shared);
    {
        let (start, end) = (start.clone(), end.clone());
        let text = Shared(props.document.text().clone());
        // Other marks that come and go move the words, too.
        let drawn = (annotation.clone(), text, props.document.clone());
        use_effect_with(drawn, move |(annotation, text, _)| {
            let place = {
                let (annotation, text) = (annotation.clone(), text.clone());
                move || {
                    if let Some(annotation) = &annotation {
                        place_handles(&text, annotation.span, [&start, &end]);
                    }
                }
            };
            let listeners = annotation.as_ref().map(|_| {
                // Once the selection itself is painted.
                let waiting = Rc::new(RefCell::new(None));
                let soon = move || {
                    waiting.replace(Some(after_paint(place.clone())));
                };
                soon();
                let again = soon.clone();
                (on_scroll(soon), on_window("resize", move |_| again()))
            });
            move || drop(listeners)
        });
    }
    let Some(annotation) = annotation else { return Html::default() };
    let drag = |which: End| {
        let (desk, document, annotation) = (desk.clone(), props.document.clone(), annotation.clone());
        Callback::from(move |event: PointerEvent| begin_drag(&desk, &document, &annotation, which, &event))
    };
    let view = |node: &NodeRef, which: End, class: &'static str| {
        html! {
            <div
                ref={node} class={classes!("handle", class, (props.end == Some(which)).then_some("chosen"))}
                onpointerdown={drag(which)} aria-hidden="true"
            />
        }
    };
    html! {
        <>
            { view(&start, End::Start, "handle-start") }
            { view(&end, End::End, "handle-end") }
        </>
    }
}

fn place_handles(text: &str, span: Span, handles: [&NodeRef; 2]) -> Option<()> {
    let article = web_sys::window()?.document()?.get_element_by_id(ARTICLE_ID)?;
    let boxes = end_boxes(&article, text, span)?;
    for (index, (handle, place)) in handles.into_iter().zip(boxes).enumerate() {
        let handle = handle.cast::<HtmlElement>()?;
        let around = handle.parent_element()?.get_bounding_client_rect();
        let x = if index == 0 { place.left() } else { place.right() };
        for (property, value) in
            [("left", x - around.left()), ("top", place.top() - around.top()), ("height", place.height())]
        {
            handle.style().set_property(property, &format!("{value}px")).ok()?;
        }
    }
    Some(())
}

/// Follows the pointer until it is let go, and shows as a selection what the mark would be.
fn begin_drag(
    desk: &Desk,
    document: &Shared<Document>,
    annotation: &Annotation,
    which: End,
    event: &PointerEvent,
) {
    event.prevent_default();
    event.stop_propagation();
    let span = annotation.span;
    let goal = Rc::new(RefCell::new(span));
    type Listeners = Rc<RefCell<Option<Vec<Option<gloo::events::EventListener>>>>>;
    let listeners: Listeners = Rc::default();
    let moving = {
        let (document, goal) = (document.clone(), goal.clone());
        on_window("pointermove", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let article =
                web_sys::window().and_then(|window| window.document()?.get_element_by_id(ARTICLE_ID));
            let Some(article) = article else { return };
            let (x, y) = (event.client_x() as f32, event.client_y() as f32);
            let Some(at) = byte_at_point(&article, document.text(), x, y) else { return };
            let mut new = match which {
                End::Start => Span::new(at.min(span.end()), span.end()),
                End::End => Span::new(span.start(), at.max(span.start())),
            };
            if !event.alt_key() {
                new = snapped(document.text(), new);
            }
            if !new.is_empty() {
                goal.replace(new);
                select(&article, document.text(), new);
            }
        })
    };
    let done = {
        let (desk, listeners) = (desk.clone(), listeners.clone());
        move |keeps: bool| {
            clear_selection();
            if keeps {
                desk.resize(*goal.borrow());
            }
            // In a turn of its own: a listener cannot drop itself.
            let listeners = listeners.clone();
            Timeout::new(0, move || drop(listeners.borrow_mut().take())).forget();
        }
    };
    let up = {
        let done = done.clone();
        on_window("pointerup", move |_| done(true))
    };
    let cancel = on_window("pointercancel", move |_| done(false));
    listeners.replace(Some(vec![moving, up, cancel]));
}
