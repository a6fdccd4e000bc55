//! Which mark is selected, and how the selection moves.

use std::sync::Arc;

use super::update::set;
use super::{Step, Workspace};
use crate::annotation::{Annotation, AnnotationId, CheckState, Status};
use crate::facts::is_fact;
use crate::words;

impl Workspace {
    pub(super) fn select(&mut self, id: Option<AnnotationId>) -> bool {
        let changed = set(&mut self.selected, id);
        self.is_offered = false;
        self.drop_lost_selection();
        if changed {
            // Another mark, or none, has no chosen end.
            self.end = None;
        }
        changed
    }

    pub(super) fn drop_lost_selection(&mut self) {
        if self.selected().is_none() {
            self.selected = None;
            self.end = None;
        }
    }

    pub(super) fn review_mode(&mut self, is_on: bool) -> bool {
        let changed = set(&mut self.is_reviewing, is_on);
        let waits = self.selected().is_some_and(|selected| selected.status == Status::Suggested);
        let moved = is_on && !waits && self.step(Step::NextSuggestion);
        changed || moved
    }

    /// Moves the selection in reading order, over what is shown and not rejected, around the end.
    pub(super) fn step(&mut self, step: Step) -> bool {
        let Some(document) = &self.open else { return false };
        let selected = self.selected();
        let subject = selected.map(|selected| document.subject_of(selected));
        let is_wanted = |annotation: &Annotation| match step {
            Step::NextSuggestion | Step::PreviousSuggestion => annotation.status == Status::Suggested,
            Step::Next | Step::Previous if self.is_reviewing => annotation.status == Status::Suggested,
            Step::Next | Step::Previous => annotation.status != Status::Rejected,
            Step::NextMention | Step::PreviousMention => {
                annotation.status != Status::Rejected && Some(document.subject_of(annotation)) == subject
            }
            Step::InStack => {
                annotation.status != Status::Rejected
                    && selected.is_some_and(|selected| selected.span.overlaps(annotation.span))
            }
        };
        let meant = |annotation: &&Arc<Annotation>| self.is_shown(annotation) && is_wanted(annotation);
        let place = |id| document.annotations().iter().position(|annotation| annotation.id == id);
        let here = self.selected.and_then(place);
        let (before, behind) = match here {
            Some(here) => (&document.annotations()[..here], &document.annotations()[here + 1..]),
            None => (&document.annotations()[..0], document.annotations()),
        };
        let found = match step {
            Step::Next | Step::NextSuggestion | Step::NextMention | Step::InStack => {
                behind.iter().chain(before).find(meant)
            }
            Step::Previous | Step::PreviousSuggestion | Step::PreviousMention => {
                before.iter().rev().chain(behind.iter().rev()).find(meant)
            }
        };
        let Some(found) = found.map(|annotation| annotation.id) else { return false };
        self.select(Some(found))
    }

    /// Selects the next fact that nobody has settled, behind the selected one or from the beginning.
    pub(super) fn select_open_fact(&mut self) -> bool {
        let Some(document) = &self.open else { return false };
        let is_open = |it: &&Arc<Annotation>| {
            is_fact(it) && it.check.as_ref().is_none_or(|check| check.state == CheckState::Open)
        };
        let all = document.annotations();
        let behind = all.iter().position(|it| Some(it.id) == self.selected).map_or(0, |place| place + 1);
        // Those behind the selected one, then from the beginning.
        match all.iter().skip(behind).chain(all).find(is_open).map(|it| it.id) {
            Some(next) => self.select(Some(next)),
            None => {
                self.say(words::ALL_FACTS_CHECKED);
                true
            }
        }
    }
}
