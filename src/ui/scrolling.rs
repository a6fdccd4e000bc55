//! Where a view was scrolled to, remembered with the address's step in the browser's history.

use gloo::timers::callback::Timeout;
use web_sys::{Document, Element};

use super::browser::{Remembered, end_boxes, remember, remembered};
use super::components::ARTICLE_ID;
use crate::annotation::AnnotationId;
use crate::text::Span;

/// How long the page has to be drawn before it is scrolled, in milliseconds: an article comes in
/// sections, and a selected mark is shown first.
const DRAWN_AFTER: [u32; 2] = [0, 120];

/// Remembers the selected mark, and how far the view is scrolled.
pub(super) fn remember_place(selected: Option<AnnotationId>) {
    let Some((page, main)) = page() else { return };
    let mark = selected.map(|id| id.0.to_string());
    let piece = first_piece(&page, &main);
    remember(&Remembered { mark, top: f64::from(main.scroll_top()), piece });
}

/// Scrolls the view to where it was when this step of the history was left.
pub(super) fn recall_scroll() {
    let Some(remembered) = remembered() else { return };
    for after in DRAWN_AFTER {
        let remembered = remembered.clone();
        Timeout::new(after, move || scroll_to(&remembered)).forget();
    }
}

/// Shows an article from its beginning, unless this step of the history has been left before.
pub(super) fn begin_above() {
    if remembered().is_none()
        && let Some((_, main)) = page()
    {
        main.set_scroll_top(0);
    }
}

fn scroll_to(remembered: &Remembered) {
    let Some((page, main)) = page() else { return };
    let piece = remembered.piece.and_then(|(at, offset)| {
        let piece = page.get_element_by_id(ARTICLE_ID)?.children().item(u32::try_from(at).ok()?)?;
        Some((piece, offset))
    });
    let Some((piece, offset)) = piece else { return main.set_scroll_top(remembered.top as i32) };
    // Pieces that have not been seen are as high as the browser guesses: so by the piece, not by pixels.
    piece.scroll_into_view();
    let moved = piece.get_bounding_client_rect().top() - main.get_bounding_client_rect().top() + offset;
    main.set_scroll_top(main.scroll_top() + moved.round() as i32);
}

/// Scrolls the view so that a place of the article's text, which is `text`, stands in its upper half.
pub(super) fn scroll_to_place(text: &str, place: Span) {
    let Some((page, main)) = page() else { return };
    let article = page.get_element_by_id(ARTICLE_ID);
    let Some([start, _]) = article.and_then(|article| end_boxes(&article, text, place)) else { return };
    let view = main.get_bounding_client_rect();
    let (top, wanted) = (start.top() - view.top(), view.height() / 3.0);
    let is_in_sight = (0.0..view.height() - start.height()).contains(&top);
    if !is_in_sight || top > 2.0 * wanted {
        main.set_scroll_top(main.scroll_top() + (top - wanted).round() as i32);
    }
}

/// The first piece of the article that can be seen, and how far above the view it begins.
fn first_piece(page: &Document, main: &Element) -> Option<(usize, f64)> {
    let article = page.get_element_by_id(ARTICLE_ID)?;
    let top = main.get_bounding_client_rect().top();
    let pieces = article.children();
    let (mut low, mut high) = (0, pieces.length());
    while low < high {
        let middle = low + (high - low) / 2;
        match pieces.item(middle).is_some_and(|it| it.get_bounding_client_rect().bottom() > top) {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    let begins = pieces.item(low)?.get_bounding_client_rect().top();
    Some((low as usize, top - begins))
}

fn page() -> Option<(Document, Element)> {
    let page = web_sys::window()?.document()?;
    let main = page.query_selector("main").ok()??;
    Some((page, main))
}
