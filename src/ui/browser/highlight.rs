//! All places that were found, shown at once: the browser paints them over the text without a change to
//! it (CSS Custom Highlight API). Where a browser has none, the place that is gone to is selected.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range};

use super::selection::dom_place;
use crate::text::Span;

/// What is painted over the text.
#[derive(Clone, Copy)]
pub(crate) enum Paint {
    /// What was looked for.
    Found,
    /// Where an article was written and by which agency.
    Dateline,
}

impl Paint {
    /// The name under which the style sheet knows it.
    fn name(self) -> JsValue {
        match self {
            Paint::Found => "found",
            Paint::Dateline => "dateline",
        }
        .into()
    }
}

/// Paints these places of the element `article`, whose text is `text`, and no others.
pub(crate) fn paint(what: Paint, article: &Element, text: &str, spans: &[Span]) {
    // Without the interface there is nothing to do.
    let _ = try_paint(&what.name(), article, text, spans);
}

fn try_paint(name: &JsValue, article: &Element, text: &str, spans: &[Span]) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let css = Reflect::get(&window, &"CSS".into())?;
    let highlights = Reflect::get(&css, &"highlights".into())?;
    if highlights.is_undefined() {
        return Ok(());
    }
    if spans.is_empty() {
        Reflect::get(&highlights, &"delete".into())?.dyn_into::<Function>()?.call1(&highlights, name)?;
        return Ok(());
    }
    let ranges = Array::new();
    for span in spans {
        if let Some(range) = range_of(article, text, *span) {
            ranges.push(&range);
        }
    }
    let highlight = Reflect::get(&window, &"Highlight".into())?.dyn_into::<Function>()?;
    let highlight = Reflect::construct(&highlight, &ranges)?;
    Reflect::get(&highlights, &"set".into())?.dyn_into::<Function>()?.call2(&highlights, name, &highlight)?;
    Ok(())
}

fn range_of(article: &Element, text: &str, span: Span) -> Option<Range> {
    let (start_node, start) = dom_place(article, text, span.start())?;
    let (end_node, end) = dom_place(article, text, span.end())?;
    let range = Range::new().ok()?;
    range.set_start(&start_node, start).ok()?;
    range.set_end(&end_node, end).ok()?;
    Some(range)
}
