//! Numbers, money, percentages, ordinals and quantities.

use libtest_mimic::Trial;

use crate::cases::{Case, Verdict, trial};

/// The trials of this part.
pub(crate) fn trials() -> Vec<Trial> {
    ["phone", "url", "email"].map(|kind| trial(kind, 0.8, no_amount)).into()
}

/// Phone numbers and addresses need only be seen for what they are: no amount is found in them.
fn no_amount(case: &Case) -> Verdict {
    let found = case.found();
    let inside =
        found.iter().find(|found| case.expected.iter().any(|expected| expected.span.overlaps(found.span)));
    match inside {
        None => Verdict::Right,
        Some(found) => Verdict::Wrong(format!("{:?} {} {:?}", found.span, found.label, found.value)),
    }
}
