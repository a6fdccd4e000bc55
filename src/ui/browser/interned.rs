//! Strings that the browser keeps, so that they need not be decoded each time.

use wasm_bindgen::intern;

use crate::annotation::Status;
use crate::label::LabelSet;

/// What every mark and every entry of the list is written with; a long article has ten thousand.
const STRINGS: [&str; 18] = [
    "aria-current", "blank", "button", "class", "data-annotation-id", "data-label", "data-letters",
    "data-selected", "data-start", "data-status", "entry", "listitem", "quote", "role", "status", "true",
    "type", "value",
];

/// Gives the browser what is written over and over again; to be called once, before the page is drawn.
pub(crate) fn intern_attributes() {
    STRINGS.into_iter().chain(Status::ALL.map(Status::code)).for_each(|text| {
        intern(text);
    });
    for (place, label) in LabelSet::default().iter().enumerate() {
        intern(&format!("label-{place}"));
        intern(label.code.as_str());
        intern(&label.letters());
    }
}
