//! Dates, times and durations.

use libtest_mimic::Trial;

use crate::cases::{Case, Verdict, trial};

/// The trials of this part.
pub(crate) fn trials() -> Vec<Trial> {
    vec![trial("datetime", 0.5, spans)]
}

/// Whether as many things are found as expected, each touching one that is.
fn spans(case: &Case) -> Verdict {
    if case.expected.iter().any(|expected| expected.kind == "datetimeV2.set") {
        return Verdict::LeftOut("sets, such as every Monday");
    }
    let found: Vec<_> = case
        .found()
        .into_iter()
        .filter(|found| matches!(found.label.as_str(), "DATE" | "TIME" | "DURATION"))
        .collect();
    let is_met = |span| found.iter().any(|found| found.span.overlaps(span));
    let meets = |span| case.expected.iter().any(|expected| expected.span.overlaps(span));
    if case.expected.iter().all(|expected| is_met(expected.span))
        && found.iter().all(|found| meets(found.span))
    {
        Verdict::Right
    } else {
        let wanted: Vec<_> = case.expected.iter().map(|e| (e.span, e.kind.as_str(), &e.resolution)).collect();
        Verdict::Wrong(format!("wanted {wanted:?}, found {found:?}"))
    }
}
