//! The keyboard: which key does what, outside text fields.
//!
//! The keys of commands are in the key map, see [`KeyMap`](crate::workspace::KeyMap); those here are fixed:
//! arrows, Escape, Enter, labels, and what goes with Control.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::browser::{Motion, caret, clear_selection, focus, leave_field};
use super::commands;
use super::components::{ARTICLE_ID, shown_mark};
use super::desk::Desk;
use super::picking::selected_text;
use crate::words;
use crate::workspace::{Action, Dialog, Scope, key_name};

/// The keys that do not change, for the help: keys and meaning.
pub(super) const FIXED: &[(&str, &str)] = &[
    (words::LABEL_KEY, words::LABEL_KEY_ACTION),
    ("→ / ←", words::CARET_BY_WORD),
    ("↓ / ↑", words::CARET_BY_SENTENCE),
    (words::CTRL_ARROWS, words::CARET_BY_CHARACTER),
    (words::SHIFT_WITH_ARROWS, words::CARET_WITH_SHIFT),
    (words::ARROWS_AT_END, words::MOVE_CHOSEN_END),
    (words::ESC, words::LET_GO),
    (words::CTRL_K, words::ALL_COMMANDS),
    (words::CTRL_Z, words::UNDO_REDO),
];

/// Carries out what a key press means; `true` where it meant something.
pub(super) fn press(desk: &Desk, event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let key = event.key();
    let in_field = target.as_ref().is_some_and(|target| is_field(target) && !ignores(target, &key));
    let with_ctrl = event.ctrl_key() || event.meta_key();
    if with_ctrl && !event.alt_key() && !event.shift_key() && key.eq_ignore_ascii_case("k") {
        desk.show(Some(Dialog::Palette));
        return true;
    }
    if target.as_ref().is_some_and(|target| target.closest("dialog").ok().flatten().is_some()) {
        return false;
    }
    if in_field
        && is_way_out(event)
        && target.as_ref().is_some_and(|it| it.closest("form").ok().flatten().is_none())
    {
        leave_for_article();
        return true;
    }
    let article = target.as_ref().and_then(|target| target.closest(&format!("#{ARTICLE_ID}")).ok().flatten());
    if key.starts_with("Arrow") && !in_field && !event.alt_key() {
        return arrow(desk, &key, event, article.as_ref());
    }
    if with_ctrl {
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
    if in_field || event.alt_key() {
        return false;
    }
    if desk.workspace().end().is_some() && (key == "Enter" || key == "Escape") {
        desk.choose_end(None);
        return true;
    }
    if key == "Escape" {
        clear_selection();
        caret::hide();
        desk.send(Action::Select(None));
        desk.send(Action::Review(false));
        return true;
    }
    let Some(name) = key_name(&key, event.shift_key()) else { return false };
    let command = desk.workspace().keys().command_of(&name);
    match command {
        Some(command) => {
            // A key does what the card that is shown says that it does.
            if command.scope() == Scope::Mark
                && let Some(shown) = shown_mark()
                && desk.workspace().selected().is_none_or(|chosen| chosen.id != shown)
            {
                desk.send(Action::Select(Some(shown)));
            }
            commands::run(desk, command)
        }
        None => label(desk, &key),
    }
}

/// An arrow moves the chosen end of a mark, or the caret in the article.
fn arrow(desk: &Desk, key: &str, event: &KeyboardEvent, article: Option<&Element>) -> bool {
    let forward = matches!(key, "ArrowRight" | "ArrowDown");
    let is_sideways = matches!(key, "ArrowRight" | "ArrowLeft");
    let with_ctrl = event.ctrl_key() || event.meta_key();
    if let Some(end) = desk.workspace().end()
        && is_sideways
    {
        desk.move_end(end, forward, !event.shift_key());
        return true;
    }
    let workspace = desk.workspace();
    let (Some(article), Some(document)) = (article, workspace.open()) else { return false };
    let motion = match (is_sideways, with_ctrl) {
        (true, false) => Motion::Word,
        (true, true) => Motion::Character,
        (false, false) => Motion::Sentence,
        (false, true) => Motion::Paragraph,
    };
    let from = desk.workspace().selected().map(|annotation| annotation.span);
    caret::go(article, document.text(), from, motion, forward, event.shift_key());
    true
}

/// A label's key: labels what is selected, or relabels the selected mark.
fn label(desk: &Desk, key: &str) -> bool {
    let Some(document) = desk.workspace().open().cloned() else { return false };
    let Some(label) = document.labels.by_key(key) else { return false };
    match selected_text(desk) {
        Some(span) => {
            clear_selection();
            caret::hide();
            desk.annotate(span, label);
        }
        None if desk.workspace().selected().is_some() => desk.relabel(label),
        None => return false,
    }
    true
}

/// Whether a key leaves a field that has nothing else to do with it.
fn is_way_out(event: &KeyboardEvent) -> bool {
    let is_plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key() && !event.is_composing();
    is_plain && !event.default_prevented() && matches!(event.key().as_str(), "Enter" | "Escape")
}

/// Takes the focus out of a field: to the article where that shows, so that keys go there.
pub(super) fn leave_for_article() {
    leave_field();
    focus(ARTICLE_ID);
}

/// Whether a field does nothing with a key: a date has no letters.
fn ignores(field: &Element, key: &str) -> bool {
    let is_date = field.get_attribute("type").as_deref() == Some("date");
    let mut chars = key.chars();
    is_date && chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether a field was used with the pointer and is done with, so that the next keys are not for it.
pub(super) fn is_done(field: &Element) -> bool {
    field.tag_name() == "SELECT" && field.closest("dialog,form").ok().flatten().is_none()
}

fn is_field(element: &Element) -> bool {
    let name = element.tag_name();
    matches!(name.as_str(), "TEXTAREA" | "SELECT")
        || name == "INPUT"
            && !matches!(
                element.get_attribute("type").as_deref(),
                Some("checkbox" | "file" | "button" | "color")
            )
        || element.has_attribute("contenteditable")
}
