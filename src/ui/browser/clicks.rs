//! What a click is meant for, and where annotations stand in the page.

use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::annotation::AnnotationId;

/// The annotations of the nearest element around a click that `selector` fits, the innermost first.
pub(crate) fn annotations_at(event: &MouseEvent, selector: &str) -> Vec<AnnotationId> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let element = target.and_then(|target| target.closest(selector).ok().flatten());
    element.map(|element| marks_of(&element)).unwrap_or_default()
}

/// The annotations that an element shows, the innermost first.
pub(crate) fn marks_of(element: &Element) -> Vec<AnnotationId> {
    let ids = element.get_attribute("data-annotation-id").unwrap_or_default();
    ids.split(' ').filter_map(|id| Uuid::parse_str(id).ok()).map(AnnotationId).collect()
}

/// The elements within `root` that show an annotation, in reading order.
pub(crate) fn elements_of(root: &str, id: AnnotationId) -> Vec<Element> {
    let found = || {
        let root = web_sys::window()?.document()?.get_element_by_id(root)?;
        root.query_selector_all(&format!("mark[data-annotation-id~='{}']", id.0)).ok()
    };
    let Some(found) = found() else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok()).collect()
}

/// From which width on, in CSS pixels, cards float; below, the style sheet puts them at the window's foot.
const WIDE: f64 = 832.0;

/// Places a card, which is positioned against the window, below the lines of these elements or above them,
/// never on them; out of sight where they are.
pub(crate) fn place_beside(card: &HtmlElement, elements: &[Element]) {
    if let Some((left, top)) = place_for(card, elements) {
        let style = card.style();
        for (property, value) in [("left", left), ("top", top)] {
            // Fails only for elements whose style cannot be changed, which ours can.
            let _ = style.set_property(property, &format!("{value}px"));
        }
        let _ = style.set_property("visibility", "visible");
    } else {
        let _ = card.style().remove_property("visibility");
    }
}

/// Left and top, in CSS pixels.
fn place_for(card: &HtmlElement, elements: &[Element]) -> Option<(f64, f64)> {
    const GAP: f64 = 8.0;
    let window = web_sys::window()?;
    if window.inner_width().ok()?.as_f64()? <= WIDE {
        return None;
    }
    let around = elements.first()?.closest("main").ok()??.get_bounding_client_rect();
    let first = elements.first()?.get_client_rects().item(0)?;
    let boxes = elements.last()?.get_client_rects();
    let last = boxes.item(boxes.length().checked_sub(1)?)?;
    let (above, below) = (first.top(), last.bottom());
    if below < around.top() || above > around.bottom() {
        return None;
    }
    let own = card.get_bounding_client_rect();
    let is_room_below = below + GAP + own.height() <= around.bottom();
    let is_room_above = above - GAP - own.height() >= around.top();
    let top = match (is_room_below, is_room_above) {
        (false, true) => above - GAP - own.height(),
        // Words that fill the window have no room beside them.
        (false, false) => around.bottom() - own.height() - GAP,
        (true, _) => below + GAP,
    };
    let start = if is_room_below { last.left() } else { first.left() };
    let left = (start - 2.0 * GAP).min(around.right() - own.width() - 2.0 * GAP).max(around.left() + GAP);
    Some((left, top))
}

/// How far the page's main part is scrolled, in CSS pixels.
pub(crate) fn scrolled() -> f64 {
    let page = web_sys::window().and_then(|window| window.document());
    let main = page.and_then(|page| page.query_selector("main").ok().flatten());
    main.map_or(0.0, |main| f64::from(main.scroll_top()))
}

/// Whether the elements that a selector fits take any room.
pub(crate) fn is_seen(selector: &str) -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    let element = page.and_then(|page| page.query_selector(selector).ok().flatten());
    element.is_some_and(|element| element.get_bounding_client_rect().width() > 0.0)
}
