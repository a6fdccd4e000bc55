//! The library: its list, its articles, what cannot be read of it, its backups and restore points.

use std::sync::Arc;

use jiff::civil::Date;

use super::Desk;
use crate::document::{Document, DocumentId};
use crate::edit::operations;
use crate::formats::{self, Format};
use crate::store::{Backup, Day, Glimpse, Settings, Summary, Usage};
use crate::ui::browser::{alone, download, now};
use crate::words;
use crate::workspace::{Action, KeyMap, Notice, Write};

impl Desk {
    /// Shows the page as it was left: the library, and the article that was open. What a crash had
    /// cut off is finished first.
    pub(in crate::ui) fn start(&self) {
        let settings = Settings::load(self.library.store());
        self.handles.keys.set(KeyMap::new(settings.keys));
        self.handles.checker.set(settings.checker);
        self.send(Action::ShowLabels(settings.hidden));
        let desk = self.clone();
        alone(move || {
            if let Err(error) = desk.library.recover() {
                return desk.send(Action::StoreFailed(error.to_string()));
            }
            desk.list();
            if let Some(id) = settings.open.filter(|id| desk.workspace().contains(*id)) {
                desk.open(id);
            }
            desk.send(Action::Started);
            desk.arrive();
        });
    }

    /// Shows what the library holds.
    pub(in crate::ui) fn list(&self) {
        match self.library.list() {
            Ok(listing) => self.send(Action::Listed(listing)),
            Err(error) => self.send(Action::StoreFailed(error.to_string())),
        }
    }

    /// The article `id`, from memory where it has not been stored yet.
    pub(super) fn article(&self, id: DocumentId) -> Option<Arc<Document>> {
        if let Some(Write::Save(document)) = self.workspace().unsaved().get(&id) {
            return Some(document.clone());
        }
        if let Some(document) = self.workspace().open().filter(|document| document.id == id) {
            return Some(document.clone());
        }
        match self.library.load(id) {
            Ok(document) => Some(document),
            Err(error) => {
                let mended = if error.is_damaged() { self.library.mend(id).ok().flatten() } else { None };
                let restored = mended.as_ref().map(|_| words::AN_EARLIER_STATE_OF.to_owned());
                self.list();
                self.notify(Notice::problem(error.to_string()).with_details(restored.into_iter().collect()));
                mended
            }
        }
    }

    pub(in crate::ui) fn open(&self, id: DocumentId) {
        if let Some(document) = self.article(id) {
            self.recall_history(&document);
            self.send(Action::Open(document));
        }
    }

    pub(in crate::ui) fn delete_article(&self, id: DocumentId) {
        if let Some(document) = self.article(id) {
            self.send(Action::Delete(document));
        }
    }

    /// All articles that can be read, for export.
    pub(in crate::ui) fn all_articles(&self) -> Vec<Arc<Document>> {
        self.workspace().articles().iter().filter_map(|summary| self.article(summary.id)).collect()
    }

    /// What can be read of the record of a newer version; tells where that is nothing.
    pub(in crate::ui) fn glimpse(&self, key: &str) -> Option<Glimpse> {
        match self.library.glimpse(key) {
            Ok(Some(glimpse)) => return Some(glimpse),
            Ok(None) => self.notify(Notice::problem(words::THIS_VERSION_CANNOT_READ)),
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
        None
    }

    /// Offers what there is of a record that cannot be read as a file.
    pub(in crate::ui) fn download_record(&self, key: &str) {
        match self.library.raw(key) {
            Ok(record) => {
                let name = format!("{}.txt", key.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
                if download(&name, "text/plain;charset=utf-8", record.as_bytes()).is_none() {
                    self.notify(Notice::problem(words::THIS_BROWSER_DOES_NOT_LET_NEWSMARK));
                }
            }
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
    }

    /// Takes a damaged record away for good.
    pub(in crate::ui) fn discard_record(&self, key: &str) {
        if let Err(error) = self.library.discard(key) {
            self.notify(Notice::problem(error.to_string()));
        }
        self.list();
    }

    /// The restore points of an article.
    pub(in crate::ui) fn days(&self, id: DocumentId) -> Vec<Day> {
        self.library.days(id).unwrap_or_default()
    }

    /// Makes the open article what it was at the end of that day.
    pub(in crate::ui) fn restore_day(&self, date: Date) {
        let Some(document) = self.workspace().open().cloned() else { return };
        match self.library.load_day(document.id, date) {
            Ok(earlier) => {
                let title = words::restore_title(&date.strftime("%-d %B %Y"));
                self.edit(title, operations::return_to(&document, &earlier));
            }
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
    }

    /// What the store is used for, or why that cannot be told.
    pub(in crate::ui) fn usage(&self) -> Result<Usage, String> {
        Usage::of(self.library.store()).map_err(|error| error.to_string())
    }

    /// Saves the whole library as one file.
    pub(in crate::ui) fn back_up(&self) {
        let documents = self.all_articles();
        let library = formats::export_library(documents.iter().map(AsRef::as_ref));
        let format = Format::Newsmark;
        let name = formats::file_name(&format!("newsmark library {}", now().strftime("%Y-%m-%d")), format);
        self.offer(&name, format.media_type(), library.as_bytes());
        self.keep_backup_state(Backup { made: Some(now()), put_off: None });
    }

    /// When the last backup was made.
    pub(in crate::ui) fn backup_state(&self) -> Backup {
        Backup::load(self.library.store())
    }

    /// How many articles to remind of that are in no backup, if it is time to.
    pub(in crate::ui) fn backup_due(&self, articles: &[Summary]) -> Option<usize> {
        let backup = self.backup_state();
        backup.reminds(articles, now()).then(|| backup.changed(articles))
    }

    pub(in crate::ui) fn put_off_backup(&self) {
        self.keep_backup_state(Backup { put_off: Some(now()), ..self.backup_state() });
    }

    fn keep_backup_state(&self, backup: Backup) {
        // Not worth an alert: at worst the reminder comes again.
        let _ = backup.save(self.library.store());
    }

    /// Keeps how the page is to be found again.
    pub(in crate::ui) fn keep_settings(&self, settings: &Settings) {
        // Not worth an alert; if the store is out of order, articles will tell.
        let _ = settings.save(self.library.store());
    }
}
