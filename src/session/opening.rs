//! The start of the page, and going from place to place.

use std::sync::Arc;

use super::{Found, Session};
use crate::document::{Document, DocumentId};
use crate::store::{Backup, Draft, Settings, Store};
use crate::workspace::{Action, ArticlePlace, KeyMap, MOST_REPORTS, Place, View, Workspace};

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

    /// Articles come into the library: those that are compared get them beside them, else the first is shown.
    pub fn add(&self, workspace: &Workspace, documents: Vec<Arc<Document>>) -> Vec<Action> {
        let ids: Vec<DocumentId> = documents.iter().map(|document| document.id).collect();
        let reports = workspace.compared();
        let add = Action::Add(documents);
        let Some(next) = workspace.update(add.clone()) else { return Vec::new() };
        let mut actions = vec![add];
        if !reports.is_empty() {
            actions.extend(self.compare(&next, reports, &ids));
        }
        actions
    }

    /// Shows an article of the library: beside those that are compared, else to be read.
    pub fn show(&self, workspace: &Workspace, id: DocumentId) -> Vec<Action> {
        match workspace.compared() {
            reports if reports.is_empty() => self.open(workspace, id),
            reports => self.compare(workspace, reports, &[id]),
        }
    }

    /// Sets more articles beside those that are compared, as many as fit.
    fn compare(
        &self,
        workspace: &Workspace,
        mut reports: Vec<DocumentId>,
        more: &[DocumentId],
    ) -> Vec<Action> {
        for id in more {
            if !reports.contains(id) && reports.len() < MOST_REPORTS {
                reports.push(*id);
            }
        }
        self.go(workspace, Place::comparing(&reports))
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

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::formats::{Format, export};
    use crate::session::{Stamp, Taken};
    use crate::store::MemoryStore;

    const STAMP: Stamp = Stamp { now: Timestamp::UNIX_EPOCH, ids: Uuid::nil };

    fn article(id: u128) -> Document {
        Document::new(DocumentId(Uuid::from_u128(id)), &format!("Report {id}."), Timestamp::constant(1, 0))
    }

    fn run(workspace: Workspace, actions: Vec<Action>) -> Workspace {
        actions.into_iter().fold(workspace, |workspace, action| workspace.update(action).unwrap_or(workspace))
    }

    /// Something that a person does.
    type Step = fn(&Session<MemoryStore>, &Workspace) -> Vec<Action>;

    /// Where one is after `steps` from Compare with one article.
    fn from_compare(steps: &[Step]) -> (String, Option<u128>) {
        let session = Session::new(MemoryStore::default(), "tab");
        let first = session.add(&Workspace::default(), vec![Arc::new(article(1))]);
        let mut workspace = run(Workspace::default(), first);
        workspace = run(workspace, vec![Action::LookAt(View::Compare)]);
        for step in steps {
            let actions = step(&session, &workspace);
            workspace = run(workspace, actions);
        }
        let open = workspace.open().map(|document| document.id.0.as_u128());
        (workspace.place().to_string().replace("00000000-0000-0000-0000-00000000000", ""), open)
    }

    fn new(session: &Session<MemoryStore>, workspace: &Workspace) -> Vec<Action> {
        session.go(workspace, workspace.place_for_new())
    }

    fn paste(session: &Session<MemoryStore>, workspace: &Workspace) -> Vec<Action> {
        session.add(workspace, vec![Arc::new(article(2))])
    }

    fn import(session: &Session<MemoryStore>, workspace: &Workspace) -> Vec<Action> {
        let file = export(&article(3), Format::Newsmark).into_bytes();
        match session.import(workspace, &[("three.json".to_owned(), file)], STAMP) {
            Taken::Actions(actions) => actions,
            Taken::Text(..) => Vec::new(),
        }
    }

    fn follow_link(session: &Session<MemoryStore>, workspace: &Workspace) -> Vec<Action> {
        let file = crate::formats::read(export(&article(3), Format::Newsmark).as_bytes(), None);
        session.take(workspace, "the link", file.expect("our own format"), STAMP)
    }

    fn to_library(session: &Session<MemoryStore>, workspace: &Workspace) -> Vec<Action> {
        session.go(workspace, Place::Library)
    }

    #[test]
    fn what_comes_in_from_compare_stands_beside_what_is_compared() {
        assert_eq!(from_compare(&[new]), ("#/new/1".to_owned(), None));
        assert_eq!(from_compare(&[new, paste]), ("#/1/compare/2".to_owned(), Some(1)));
        assert_eq!(from_compare(&[import]), ("#/1/compare/3".to_owned(), Some(1)));
        assert_eq!(from_compare(&[new, paste, new, import]), ("#/1/compare/2/3".to_owned(), Some(1)));
        // A file that is known already, too; once.
        assert_eq!(from_compare(&[import, import]), ("#/1/compare/3".to_owned(), Some(1)));
    }

    #[test]
    fn elsewhere_what_comes_in_is_read() {
        assert_eq!(from_compare(&[to_library, paste]), ("#/2".to_owned(), Some(2)));
        assert_eq!(from_compare(&[follow_link]), ("#/3".to_owned(), Some(3)));
        assert_eq!(from_compare(&[new, follow_link]), ("#/3".to_owned(), Some(3)));
        // Who presses "New article" again wants it for itself.
        assert_eq!(from_compare(&[new, new, paste]), ("#/2".to_owned(), Some(2)));
    }
}
