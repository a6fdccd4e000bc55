//! Work that may wait until people see the change that led to it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// Work that waits for the next painting. Dropped, it is not done.
pub(crate) struct AfterPaint {
    _frame: AnimationFrame,
    _timer: Rc<RefCell<Option<Timeout>>>,
}

/// Does something once the next frame is painted. What asks the browser where things are has it lay the
/// page out at once, and then another time for the frame; afterwards the answer is there already.
pub(crate) fn after_paint(work: impl FnOnce() + 'static) -> AfterPaint {
    let timer = Rc::new(RefCell::new(None));
    let frame = {
        let timer = timer.clone();
        // A frame's callbacks come before its painting, a timer set in them after it.
        request_animation_frame(move |_| {
            timer.replace(Some(Timeout::new(0, work)));
        })
    };
    AfterPaint { _frame: frame, _timer: timer }
}
