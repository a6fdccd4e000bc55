use yew::prelude::*;

use crate::ui::browser::on_window;

/// So many rows are printed at most.
pub(crate) const MOST_PRINTED: usize = 5_000;

/// Whether the page is being printed, however that was asked for: paper shows all of a list, the screen a page.
#[hook]
pub(crate) fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    {
        let is_printing = is_printing.setter();
        use_effect_with((), move |()| {
            let before = {
                let is_printing = is_printing.clone();
                on_window("beforeprint", move |_| is_printing.set(true))
            };
            let after = on_window("afterprint", move |_| is_printing.set(false));
            move || drop((before, after))
        });
    }
    *is_printing
}

/// The rows that show: those of a page, or on paper all of them.
pub(crate) fn shown<T>(rows: &[T], page: usize, size: usize, is_printing: bool) -> &[T] {
    let (from, until) = if is_printing { (0, MOST_PRINTED) } else { (page * size, (page + 1) * size) };
    rows.get(from.min(rows.len())..until.min(rows.len())).unwrap_or_default()
}
