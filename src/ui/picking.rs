//! What is picked in the article, for keys and commands alike.

use super::browser::{caret, clear_selection, picked};
use super::components::ARTICLE_ID;
use super::desk::Desk;
use crate::text::Span;
use crate::workspace::End;

/// Begins to move an end of the selected mark.
pub(super) fn choose_end(desk: &Desk, end: End) {
    clear_selection();
    caret::hide();
    desk.choose_end(Some(end));
}

/// What is selected of the article.
pub(super) fn selected_text(desk: &Desk) -> Option<Span> {
    let workspace = desk.workspace();
    let document = workspace.open()?;
    let article = web_sys::window()?.document()?.get_element_by_id(ARTICLE_ID)?;
    picked(&article, document.text()).map(|picked| picked.span)
}
