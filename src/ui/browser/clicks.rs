//! What a click is meant for.

use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::annotation::AnnotationId;

/// The annotations of the nearest element around a click that `selector` fits, the innermost first.
pub(crate) fn annotations_at(event: &MouseEvent, selector: &str) -> Vec<AnnotationId> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let element = target.and_then(|target| target.closest(selector).ok().flatten());
    let ids = element.and_then(|element| element.get_attribute("data-annotation-id")).unwrap_or_default();
    ids.split(' ').filter_map(|id| Uuid::parse_str(id).ok()).map(AnnotationId).collect()
}
