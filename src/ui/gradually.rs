//! Drawing a long list over several turns of the browser's event loop, so that the beginning shows
//! at once and keys and scrolling are answered while the rest comes.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a turn may take before the next one gets less to do, and from where on it gets more, in
/// milliseconds.
const TOO_LONG: f64 = 45.0;
const SHORT: f64 = 18.0;

/// How many marks or entries are drawn at once; what has no more comes whole.
const AT_ONCE: usize = 300;

/// How many of the pieces that have so many marks or entries to draw at once: more than a window
/// shows, and no more than it takes.
pub(super) fn first(marks: impl Iterator<Item = usize>) -> usize {
    let mut sum = 0;
    let fit = marks.take_while(|marks| {
        sum += marks;
        sum <= AT_ONCE
    });
    fit.count().max(2)
}

/// How many of the `total` pieces of `whole` to draw: `first` of them when it is new, a few more
/// every turn.
#[hook]
pub(super) fn use_gradually<T: Clone + PartialEq + 'static>(whole: T, total: usize, first: usize) -> usize {
    let state = use_state(|| None::<(T, usize)>);
    // When the last turn began, and how many pieces it drew.
    let turn = use_mut_ref(|| (0.0, 1_usize));
    let drawn = state.as_ref().filter(|(of, _)| *of == whole).map_or(first, |(_, drawn)| *drawn);
    use_effect_with((whole, drawn, total), move |(whole, drawn, total)| {
        let timer = (drawn < total).then(|| {
            let (began, step) = *turn.borrow();
            let took = js_sys::Date::now() - began;
            let step = match () {
                () if *drawn == first => 1,
                () if took < SHORT => step * 2,
                () if took > TOO_LONG => (step / 2).max(1),
                () => step,
            };
            let next = (whole.clone(), drawn + step);
            Timeout::new(0, move || {
                turn.replace((js_sys::Date::now(), step));
                state.set(Some(next));
            })
        });
        move || drop(timer)
    });
    drawn.min(total)
}
