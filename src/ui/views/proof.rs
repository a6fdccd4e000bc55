use yew::prelude::*;

use crate::annotation::{Check, CheckState};
use crate::facts::{Piece, evidence_lines, pieces};
use crate::text::reveal;
use crate::value::day_of;
use crate::words;

/// The evidence and the remark of a check as text. Each address is a link.
pub(super) fn view_proof(check: &Check) -> Html {
    html! {
        <>
            for line in evidence_lines(&check.evidence) {
                <p class="evidence" dir="auto">{ view_line(line) }</p>
            }
            for line in check.note.lines().filter(|line| !line.trim().is_empty()) {
                <p class="remark" dir="auto">{ view_line(line) }</p>
            }
        </>
    }
}

fn view_line(line: &str) -> Html {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Words(words) => html! { { reveal(words).into_owned() } },
        Piece::Address { shown, href } => html! {
            <a {href} target="_blank" rel="noopener noreferrer">{ reveal(shown).into_owned() }</a>
        },
    };
    html! { <>{ for pieces(line).into_iter().map(piece) }</> }
}

/// What came of a check, by whom and when; empty where it is open.
pub(super) fn checked_by(check: &Check) -> String {
    if check.state == CheckState::Open {
        return String::new();
    }
    let state = check.state.name();
    match (check.by.is_empty(), check.at) {
        (false, Some(at)) => {
            words::CheckedByPersonOnDay { state: &state, by: &check.by, day: &day_of(at) }.text()
        }
        (true, Some(at)) => words::CheckedOnDay { state: &state, day: &day_of(at) }.text(),
        (false, None) => words::CheckedByPerson { state: &state, by: &check.by }.text(),
        (true, None) => state.to_owned(),
    }
}
