//! Where the page is: the address, Back and Forward, and what is found again after a reload.

use super::Desk;
use crate::annotation::AnnotationId;
use crate::document::DocumentId;
use crate::ui::browser::{Remembered, alone, fragment, is_seen, leave_field, remembered, show_place};
use crate::workspace::{Action, Panel, Place, View};

impl Desk {
    /// Shows the page as it was left, at the place that its address names. What a crash had cut off is
    /// finished first.
    pub(in crate::ui) fn start(&self) {
        let desk = self.clone();
        alone(move || {
            let address = Place::from_fragment(&fragment());
            desk.send_all(desk.session.start(&desk.workspace(), address));
            desk.remember_mark();
            // Whoever loads the page anew may have followed a link that holds an article.
            desk.arrive();
        });
    }

    /// The address has changed: by hand, by a link, or by going back and forth.
    pub(in crate::ui) fn follow_address(&self) {
        // What is being typed counts before its field goes.
        leave_field();
        let fragment = fragment();
        let Some(place) = Place::from_fragment(&fragment) else { return self.arrive() };
        if place != *self.workspace().place() {
            self.go(place);
            self.remember_mark();
        }
    }

    /// Goes to a place of the page.
    pub(in crate::ui) fn go(&self, place: Place) {
        let desk = self.clone();
        let actions = desk.session.go(&desk.workspace(), place);
        desk.send_all(actions);
    }

    /// Opens an article to be read.
    pub(in crate::ui) fn open(&self, id: DocumentId) {
        self.go(Place::reading(id));
    }

    /// Shows an article: beside the reports that a new one was to stand beside, else to be read.
    pub(in crate::ui) fn show_known(&self, id: DocumentId) {
        let actions = self.session.show(&self.workspace(), id);
        self.send_all(actions);
    }

    /// Goes to the page for a new article; from Compare it is one more report.
    pub(in crate::ui) fn go_new(&self) {
        let place = self.workspace().place_for_new();
        self.go(place);
    }

    /// Shows a view of the open article.
    pub(in crate::ui) fn look_at(&self, view: View) {
        self.send(Action::LookAt(view));
    }

    /// Shows where a mark stands in the article.
    pub(in crate::ui) fn go_to(&self, id: AnnotationId) {
        self.send(Action::Select(Some(id)));
        self.look_at(View::Read);
    }

    /// Folds the library out beside the article, or away.
    pub(in crate::ui) fn fold_library(&self) {
        // Where nobody has said so, the style sheet decides by the window's width.
        let is_open = self.workspace().shows_library().unwrap_or_else(|| is_seen(".library"));
        self.send(Action::FoldLibrary(Some(!is_open)));
    }

    pub(in crate::ui) fn show_panel(&self, panel: Panel) {
        self.send(Action::ShowPanel(panel));
    }

    /// Makes the address tell the place that is shown: a step for Back where that is another article or view.
    pub(in crate::ui) fn tell_address(&self) {
        let workspace = self.workspace();
        let place = workspace.place();
        let before = Place::from_fragment(&fragment());
        let is_step = before.as_ref().is_some_and(|before| place.is_step_from(before));
        show_place(&place.to_string(), is_step);
    }

    /// Selects the mark again that was selected when this step of the history was left.
    fn remember_mark(&self) {
        let Some(Remembered { mark: Some(mark), .. }) = remembered() else { return };
        if let Ok(id) = uuid::Uuid::parse_str(&mark) {
            self.send(Action::Select(Some(AnnotationId(id))));
        }
    }
}
