//! Keys in the list: arrows from article to article, with Shift choosing them; F2 renames, Delete puts into the
//! bin.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::chosen::{Act, Choice};
use crate::document::DocumentId;

/// What the keys do in the list.
pub(super) fn on_list(act: &Callback<Act>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if press(&act, &event).is_some() {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

fn press(act: &Callback<Act>, event: &KeyboardEvent) -> Option<()> {
    let target = event.target_dyn_into::<Element>()?;
    let row = target.closest("li.row").ok()?;
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        (key == "a").then(|| act.emit(Act::ChooseAll))?;
        return Some(());
    }
    if event.alt_key() {
        return None;
    }
    if key == "Escape" {
        act.emit(Act::ChooseNone);
        return Some(());
    }
    let row = row?;
    let id = article_of(&row)?;
    match key.as_str() {
        "ArrowDown" | "ArrowUp" => {
            let next =
                if key == "ArrowDown" { row.next_element_sibling() } else { row.previous_element_sibling() };
            let next = next?;
            let control = if target.matches("input").ok()? { "input" } else { ".open" };
            next.query_selector(control).ok()??.dyn_into::<HtmlElement>().ok()?.focus().ok()?;
            if event.shift_key() {
                if !row.matches(".is-chosen").ok()? {
                    act.emit(Act::Choose { id, to: Choice::One });
                }
                act.emit(Act::Choose { id: article_of(&next)?, to: Choice::Range });
            }
        }
        "F2" => act.emit(Act::Rename(id)),
        "Delete" => act.emit(Act::Delete(id)),
        _ => return None,
    }
    Some(())
}

fn article_of(row: &Element) -> Option<DocumentId> {
    row.get_attribute("data-article")?.parse().ok().map(DocumentId)
}
