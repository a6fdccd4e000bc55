use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::document::Document;
use crate::text::Span;
use crate::ui::browser::after_paint;
use crate::ui::components::Shared;
use crate::words;
use crate::workspace::MOST_REPORTS;

#[derive(Properties, PartialEq)]
pub(super) struct PanesProps {
    pub(super) documents: Vec<Shared<Document>>,
    /// What is shown of each: the places of one fact.
    pub(super) places: Vec<Vec<Span>>,
    pub(super) onclose: Callback<()>,
}

/// The texts of reports side by side, which scroll together; the places of one fact are marked in all of them.
#[component]
pub(super) fn Panes(props: &PanesProps) -> Html {
    let panes: Vec<NodeRef> = (0..MOST_REPORTS).map(|_| NodeRef::default()).collect();
    let panes = use_memo((), move |()| panes);
    // The pane that a hand, or a fact, moves; the others follow.
    let leader = use_memo((), |()| Cell::new(None::<usize>));
    {
        let (panes, leader) = (panes.clone(), leader.clone());
        use_effect_with(props.places.clone(), move |places| {
            let places = places.clone();
            let waiting = after_paint(move || {
                for (pane, spans) in panes.iter().zip(&places) {
                    let Some(pane) = pane.cast::<Element>().filter(|_| !spans.is_empty()) else { continue };
                    let Some(mark) = pane.query_selector("mark").ok().flatten() else { continue };
                    // Each goes to its own place: they do not follow each other to it.
                    leader.set(Some(usize::MAX));
                    let middle =
                        mark.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top();
                    let to = f64::from(pane.scroll_top()) + middle - f64::from(pane.client_height()) / 2.0;
                    pane.set_scroll_top(to as i32);
                }
            });
            move || drop(waiting)
        });
    }
    let lead = |at: usize| {
        let leader = leader.clone();
        Rc::new(move || leader.set(Some(at)))
    };
    let follow = |at: usize| {
        let (panes, leader) = (panes.clone(), leader.clone());
        Callback::from(move |_: Event| {
            if leader.get() != Some(at) {
                return;
            }
            let element = |at: usize| panes.get(at).and_then(|pane: &NodeRef| pane.cast::<Element>());
            let Some(moved) = element(at) else { return };
            let room = |pane: &Element| f64::from(pane.scroll_height() - pane.client_height()).max(1.0);
            let share = f64::from(moved.scroll_top()) / room(&moved);
            for other in (0..panes.len()).filter(|other| *other != at).filter_map(element) {
                other.set_scroll_top((share * room(&other)) as i32);
            }
        })
    };
    html! {
        <section class="full-texts" aria-label={words::FULL_TEXTS}>
            <button type="button" class="quiet" onclick={props.onclose.reform(|_: MouseEvent| ())}>{ words::CLOSE_TEXTS }</button>
            <div class="panes">
                for (at, document) in props.documents.iter().enumerate() {
                    <div
                        key={document.id.0.to_string()} class="pane" ref={panes.get(at).cloned().unwrap_or_default()} tabindex="0" role="region"
                        aria-label={words::report(&(at + 1))} dir="auto" onscroll={follow(at)}
                        onwheel={let lead = lead(at); move |_: WheelEvent| lead()}
                        onpointerdown={let lead = lead(at); move |_: PointerEvent| lead()}
                        onkeydown={let lead = lead(at); move |_: KeyboardEvent| lead()}
                    >
                        { marked(document, props.places.get(at).map_or(&[][..], Vec::as_slice)) }
                    </div>
                }
            </div>
        </section>
    }
}

/// A text with these places marked.
fn marked(document: &Document, places: &[Span]) -> Html {
    let text = document.text();
    let mut pieces = Vec::new();
    let mut at = 0;
    for span in places {
        if span.start() < at {
            continue;
        }
        let before = text.get(at..span.start()).unwrap_or_default().to_owned();
        let words = span.slice(text).unwrap_or_default().to_owned();
        pieces.push(html! { <>{ before }<mark class="aligned">{ words }</mark></> });
        at = span.end();
    }
    let rest = text.get(at..).unwrap_or_default().to_owned();
    html! { <>{ for pieces }{ rest }</> }
}
