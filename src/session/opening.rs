//! The start of the page, and going from place to place.

use super::{Found, Session};
use crate::document::DocumentId;
use crate::store::{Backup, Draft, Settings, Store};
use crate::workspace::{Action, ArticlePlace, KeyMap, Place, View, Workspace};

impl<S: Store> Session<S> {
    /// The page as it was left, at the place that its address names: the one that was open last where it
    /// names none. What a crash had cut off is finished first.
    pub fn start(&self, workspace: &Workspace, address: Option<Place>) -> Vec<Action> {
        let store = self.library.store();
        let settings = Settings::load(store);
        let mut actions = vec![
            Action::SetKeys(KeyMap::new(settings.keys)),
            Action::ShowLabels(settings.hidden),
            Action::ShowSmall(settings.shows_small),
            Action::FoldLibrary(settings.shows_library),
        ];
        if *workspace.draft() == Draft::default() {
            actions.push(Action::Draft(Draft::load(store)));
        }
        actions.push(Action::SortLibrary(settings.order));
        actions.push(Action::BackedUp(Backup::load(store)));
        actions.extend(settings.person.map(Action::Name));
        if let Err(error) = self.library.recover() {
            actions.push(Action::StoreFailed(error.to_string()));
            return actions;
        }
        let list = self.list();
        let listed = workspace.update(list.clone()).unwrap_or_else(|| workspace.clone());
        actions.push(list);
        let last = settings.open.filter(|id| listed.contains(*id)).map(Place::reading);
        actions.extend(self.go(&listed, address.or(last).unwrap_or_default()));
        actions.push(Action::Started);
        actions
    }

    /// Goes to a place: reads the article that it names. One that is in the bin, or not here, is not
    /// shown, and the workspace says why ([`Workspace::lost`]).
    pub fn go(&self, workspace: &Workspace, place: Place) -> Vec<Action> {
        let Place::Article(article) = &place else { return vec![Action::Go(place)] };
        if !workspace.contains(article.id) {
            return vec![Action::Go(place)];
        }
        let Found { document, mut actions } = self.article(workspace, article.id);
        match document {
            Some(document) => {
                actions.push(self.recall(&document));
                actions.push(Action::Open { document, place: article.clone() });
            }
            None => actions.insert(0, Action::Go(place)),
        }
        actions
    }

    /// Opens an article to be read; the view stays where it is open already.
    pub fn open(&self, workspace: &Workspace, id: DocumentId) -> Vec<Action> {
        self.go(workspace, Place::reading(id))
    }

    /// Puts an article back out of the bin, and shows it where the address names it.
    pub fn put_back(&self, workspace: &Workspace, id: DocumentId) -> Vec<Action> {
        let action = Action::PutBack(id);
        let Some(next) = workspace.update(action.clone()) else { return Vec::new() };
        let mut actions = vec![action];
        if workspace.place().article().is_some_and(|article| article.id == id) {
            // Before it is written: the record is there, whether it counts as deleted or not.
            actions.extend(self.go(&next, workspace.place().clone()));
        }
        actions
    }

    /// Puts an article into the library's settings as the one that is open, with all that is kept of the page.
    pub fn keep_settings(&self, workspace: &Workspace) {
        let settings = Settings {
            open: workspace.open().map(|document| document.id),
            hidden: workspace.hidden().clone(),
            shows_small: workspace.shows_small(),
            shows_library: workspace.shows_library(),
            keys: workspace.keys().chosen().clone(),
            order: workspace.order(),
            person: workspace.has_name().then(|| workspace.person().to_owned()),
        };
        // Not worth an alert; if the store is out of order, articles will tell.
        let _ = settings.save(self.library.store());
    }

    /// Keeps what has been entered of a new article.
    pub fn keep_draft(&self, workspace: &Workspace) {
        // A text that is too long for the store stays in its box; the article will say so.
        let _ = workspace.draft().save(self.library.store());
    }
}

impl ArticlePlace {
    /// An article in this view, with nothing beside it.
    pub fn new(id: DocumentId, view: View) -> ArticlePlace {
        ArticlePlace { id, view, beside: Vec::new() }
    }
}
