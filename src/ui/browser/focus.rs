use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Puts the focus on one of the elements that a selector finds, counted from 0.
pub(crate) fn focus_nth(selector: &str, index: usize) {
    let page = web_sys::window().and_then(|window| window.document());
    let all = page.and_then(|page| page.query_selector_all(selector).ok());
    let found = all.and_then(|all| all.item(u32::try_from(index).ok()?));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // Fails only for an element that cannot have it.
        let _ = element.focus();
    }
}

/// Puts the focus into the element with this id, and selects what a text field has.
pub(crate) fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    // Fails only for an element that cannot have it.
    let _ = element.focus();
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// Takes the focus out of the field that has it, so that what was typed into it counts.
pub(crate) fn leave_field() {
    let active = web_sys::window().and_then(|window| window.document()?.active_element());
    if let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        // Fails only for what cannot have it.
        let _ = active.blur();
    }
}

/// Opens the browser's own print dialog.
pub(crate) fn print() {
    // Fails only where printing is forbidden, which the browser says itself.
    let _ = web_sys::window().map(|window| window.print());
}
