//! The keyboard: which key does what, outside text fields.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::browser::{clear_selection, picked, step_selection};
use super::components::ARTICLE_ID;
use super::desk::Desk;
use crate::annotation::Status;
use crate::workspace::{Action, Step};

/// What the keys do, for the help: keys and meaning. Labels have keys of their own.
pub(super) const HELP: &[(&str, &str)] = &[
    ("J / K", "next / previous mark"),
    ("A", "accept, and on to the next suggestion"),
    ("X", "reject, and on to the next suggestion"),
    ("Delete", "delete the mark"),
    ("→ / ←", "in the article: select the next / previous word"),
    ("Shift → / ←", "in the article: select a word more / less"),
    ("label key", "label the selected text, or relabel the mark"),
    ("Esc", "let go of the selection"),
    ("Ctrl Z / Ctrl Shift Z", "undo / redo"),
    ("?", "this help"),
];

/// Carries out what a key press means; `true` where it meant something.
pub(super) fn press(desk: &Desk, event: &KeyboardEvent, show_help: impl FnOnce()) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_field = target.as_ref().is_some_and(is_field);
    if target.as_ref().is_some_and(|target| target.closest("dialog").ok().flatten().is_some()) {
        return false;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        // Text fields have an undo of their own.
        if in_field || event.alt_key() {
            return false;
        }
        match (key.to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => desk.undo(),
            ("z", true) | ("y", _) => desk.redo(),
            _ => return false,
        }
        return true;
    }
    if in_field || event.alt_key() || desk.workspace().open().is_none() {
        return false;
    }
    let article = target.as_ref().and_then(|target| target.closest(&format!("#{ARTICLE_ID}")).ok().flatten());
    match key.as_str() {
        "j" => desk.send(Action::Step(Step::Next)),
        "k" => desk.send(Action::Step(Step::Previous)),
        "a" => desk.review(Status::Accepted),
        "x" => desk.review(Status::Rejected),
        "Delete" | "Backspace" => desk.delete(),
        "?" => show_help(),
        "Escape" => {
            clear_selection();
            desk.send(Action::Select(None));
        }
        "ArrowRight" | "ArrowLeft" => match article {
            Some(article) => step(desk, &article, key == "ArrowRight", event.shift_key()),
            None => return false,
        },
        key => return label(desk, key),
    }
    true
}

fn step(desk: &Desk, article: &Element, forward: bool, extend: bool) {
    let Some(document) = desk.workspace().open() else { return };
    let from = desk.workspace().selected().map(|annotation| annotation.span);
    // At the end of the article there is nowhere to go.
    let _ = step_selection(article, document.text(), from, forward, extend);
}

/// A label's key: labels what is selected, or relabels the selected mark.
fn label(desk: &Desk, key: &str) -> bool {
    let Some(document) = desk.workspace().open().cloned() else { return false };
    let Some(label) = document.labels.by_key(key) else { return false };
    let article = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|page| page.get_element_by_id(ARTICLE_ID));
    match article.and_then(|article| picked(&article, document.text())) {
        Some(picked) => {
            clear_selection();
            desk.annotate(picked.span, label);
        }
        None if desk.workspace().selected().is_some() => desk.relabel(label),
        None => return false,
    }
    true
}

fn is_field(element: &Element) -> bool {
    let name = element.tag_name();
    matches!(name.as_str(), "TEXTAREA" | "SELECT")
        || name == "INPUT"
            && !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "file" | "button"))
        || element.has_attribute("contenteditable")
}
