//! Drawing anew in stages: where a change touches much of a long list, what can be seen comes at once
//! and the rest over the next turns of the browser's event loop.

use std::collections::HashSet;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// So many changed pieces are drawn at once, besides those that can be seen.
const AT_ONCE: usize = 6;
/// So many where the list has been cut into other pieces, which takes longer.
const CUT_ANEW: usize = 1;

/// The pieces to draw now, of those in `new`; the others are still what they were, or nothing where they
/// were not there. `is_visible` tells which of them can be seen.
#[hook]
pub(super) fn use_staged<T: 'static>(
    new: &[Arc<T>],
    is_visible: impl Fn(usize) -> bool,
) -> Vec<Option<Arc<T>>> {
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
        let mut left = 0;
        for &place in &changed {
            if changed.len() <= free || is_visible(place) || free > 0 {
                free = free.saturating_sub(1);
                shown[place] = Some(new[place].clone());
            } else {
                left += 1;
            }
        }
        left
    };
    use_effect(move || {
        let timer = (left > 0).then(|| Timeout::new(0, move || redraw.force_update()));
        move || drop(timer)
    });
    shown.borrow().clone()
}

/// Whether the child of an element at this place can be seen, or nearly; `false` where there is none.
pub(super) fn is_child_visible(parent: &NodeRef, place: usize) -> bool {
    /// How far outside the window counts as seen, in CSS pixels: what the next scroll shows.
    const NEAR: f64 = 200.0;
    let find = || {
        let child = parent.cast::<web_sys::Element>()?.children().item(place as u32)?;
        let place = child.get_bounding_client_rect();
        let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
        Some(place.bottom() > -NEAR && place.top() < height + NEAR)
    };
    find().unwrap_or(false)
}
