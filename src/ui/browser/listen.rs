use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event};

/// Calls `handler` for each event of this type on the window, until the listener is dropped.
pub(crate) fn on_window(event: &'static str, handler: impl FnMut(&Event) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    web_sys::window().map(|window| EventListener::new_with_options(&window, event, options, handler))
}

/// Calls `handler` for each event of this type on the document, until the listener is dropped.
pub(crate) fn on_document(
    event: &'static str,
    handler: impl FnMut(&Event) + 'static,
) -> Option<EventListener> {
    let document = web_sys::window().and_then(|window| window.document());
    document.map(|document| EventListener::new(&document, event, handler))
}

/// Calls `handler` whenever anything in the page scrolls, until the listener is dropped.
pub(crate) fn on_scroll(handler: impl Fn() + 'static) -> Option<EventListener> {
    // Only the capture phase: scrolling does not bubble.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    web_sys::window()
        .map(|window| EventListener::new_with_options(&window, "scroll", options, move |_| handler()))
}

/// Tells the scripts around the program that something has happened.
pub(crate) fn emit(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(event)) {
        // Whether a listener was against it does not matter here.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether a script around the program has set this attribute of the page.
pub(crate) fn is_marked(attribute: &str) -> bool {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.is_some_and(|root| root.has_attribute(attribute))
}

/// The same with something to tell.
pub(crate) fn emit_with(event: &str, detail: &str) {
    let with = CustomEventInit::new();
    with.set_detail(&JsValue::from_str(detail));
    if let (Some(window), Ok(event)) =
        (web_sys::window(), CustomEvent::new_with_event_init_dict(event, &with))
    {
        // Whether a listener was against it does not matter here.
        let _ = window.dispatch_event(&event);
    }
}

/// What a script around the program has to tell with an event.
pub(crate) fn told_with(event: &Event) -> String {
    event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string()).unwrap_or_default()
}
