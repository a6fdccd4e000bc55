//! Drawing anew in stages: where a change touches much of a long list, what can be seen comes at once
//! and the rest over the next turns of the browser's event loop.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser::after_paint;

/// So many changed pieces are drawn at once, besides those that can be seen.
const AT_ONCE: usize = 6;
/// So many where the list has been cut into other pieces, which takes longer.
const CUT_ANEW: usize = 1;

/// The pieces to draw now, of those in `new`; the others are still what they were, or nothing where they
/// were not there. `visible` tells which of them can be seen.
#[hook]
pub(super) fn use_staged<T: 'static>(new: &[Arc<T>], visible: Range<usize>) -> Vec<Option<Arc<T>>> {
    let shown = use_mut_ref(Vec::<Option<Arc<T>>>::new);
    let redraw = use_force_update();
    let left = {
        let mut shown = shown.borrow_mut();
        let mut free = AT_ONCE;
        if shown.is_empty() {
            *shown = new.iter().cloned().map(Some).collect();
        } else if shown.len() != new.len() {
            let before: HashSet<_> = shown.iter().flatten().map(Arc::as_ptr).collect();
            *shown = new.iter().map(|it| before.contains(&Arc::as_ptr(it)).then(|| it.clone())).collect();
            free = CUT_ANEW;
        }
        let is_drawn = |shown: &Option<Arc<T>>, new| shown.as_ref().is_some_and(|it| Arc::ptr_eq(it, new));
        let changed: Vec<usize> =
            (0..new.len()).filter(|&place| !is_drawn(&shown[place], &new[place])).collect();
        let visible = if changed.len() <= free { 0..new.len() } else { visible };
        let mut left = 0;
        for &place in &changed {
            if visible.contains(&place) || free > 0 {
                free = free.saturating_sub(1);
                shown[place] = Some(new[place].clone());
            } else {
                left += 1;
            }
        }
        left
    };
    // What can be seen is painted before the rest begins.
    let has_begun = use_mut_ref(|| false);
    use_effect(move || {
        let begun = has_begun.replace(left > 0);
        let draw = move || redraw.force_update();
        let (first, next) = match left {
            0 => (None, None),
            _ if begun => (None, Some(Timeout::new(0, draw))),
            _ => (Some(after_paint(draw)), None),
        };
        move || drop((first, next))
    });
    shown.borrow().clone()
}

/// What of the long lists can be seen.
#[derive(Clone, Default)]
pub(super) struct InView {
    /// The article's sections.
    pub(super) sections: Range<usize>,
    /// The blocks of the list of annotations.
    pub(super) blocks: Range<usize>,
}

impl InView {
    /// As the page is now, with the selectors of the two elements. To be asked before anything is drawn: afterwards the browser would first have to lay out what
    /// has changed so far, which takes as long as the drawing itself.
    pub(super) fn now(article: &str, list: &str) -> InView {
        InView { sections: visible_children(article), blocks: visible_children(list) }
    }
}

/// Which children of the element of this selector, which stand below each other, can be seen, or nearly.
fn visible_children(selector: &str) -> Range<usize> {
    /// How far outside the window counts as seen, in CSS pixels: what the next scroll shows.
    const NEAR: f64 = 200.0;
    let find = || {
        let window = web_sys::window()?;
        let parent = window.document()?.query_selector(selector).ok()??;
        let height = window.inner_height().ok()?.as_f64()?;
        // What does not show at all has no size.
        (parent.get_bounding_client_rect().height() > 0.0).then_some(())?;
        let children = parent.children();
        let first_where = |holds: &dyn Fn(web_sys::DomRect) -> bool| {
            let (mut low, mut high) = (0, children.length());
            while low < high {
                let middle = low + (high - low) / 2;
                let holds = children.item(middle).is_some_and(|it| holds(it.get_bounding_client_rect()));
                if holds { high = middle } else { low = middle + 1 }
            }
            low as usize
        };
        Some(first_where(&|it| it.bottom() > -NEAR)..first_where(&|it| it.top() >= height + NEAR))
    };
    find().unwrap_or_default()
}
