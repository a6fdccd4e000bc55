//! The library: its articles and its bin, what cannot be read of it, its backups and restore points.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Desk, parse_date};
use crate::document::{Document, DocumentId};
use crate::edit::{Meta, operations};
use crate::formats::{self, Format};
use crate::label::LabelSet;
use crate::store::{Day, Glimpse, Order, Usage, keep_label_sets, load_label_sets};
use crate::ui::SAMPLE;
use crate::ui::browser::{download, now};
use crate::value::{date_of, day};
use crate::words;
use crate::workspace::{Action, Notice};

impl Desk {
    /// The article `id`, from memory where it has not been stored yet.
    pub(in crate::ui) fn article(&self, id: DocumentId) -> Option<Arc<Document>> {
        let found = self.session.article(&self.workspace(), id);
        self.send_all(found.actions);
        found.document
    }

    /// Annotates the article that comes with the page.
    pub(in crate::ui) fn open_sample(&self) {
        let mut parts = SAMPLE.splitn(3, '\n');
        let mut part = || parts.next().unwrap_or_default();
        let meta = Meta { title: part().to_owned(), published: parse_date(part()), ..Meta::default() };
        self.annotate_text(part().trim_start(), meta);
    }

    /// Puts an article back out of the bin.
    pub(in crate::ui) fn put_back(&self, id: DocumentId) {
        let actions = self.session.put_back(&self.workspace(), id);
        self.send_all(actions);
    }

    pub(in crate::ui) fn empty_bin(&self) {
        self.send(Action::EmptyBin);
    }

    /// All articles that can be read, those in the bin left out.
    pub(in crate::ui) fn all_articles(&self) -> Vec<Arc<Document>> {
        self.workspace().articles().iter().filter_map(|summary| self.article(summary.id)).collect()
    }

    /// The label sets that were kept, by name.
    pub(in crate::ui) fn label_sets(&self) -> BTreeMap<String, LabelSet> {
        load_label_sets(self.session.library().store())
    }

    /// Keeps the label sets.
    pub(in crate::ui) fn keep_label_sets(&self, sets: &BTreeMap<String, LabelSet>) {
        match keep_label_sets(self.session.library().store(), sets) {
            Ok(()) => self.say(words::LABEL_SETS_KEPT),
            Err(error) => self.notify(Notice::problem(words::label_set_not_kept(&error))),
        }
    }

    /// What can be read of the record of a newer version; tells where that is nothing.
    pub(in crate::ui) fn glimpse(&self, key: &str) -> Option<Glimpse> {
        match self.session.library().glimpse(key) {
            Ok(Some(glimpse)) => return Some(glimpse),
            Ok(None) => self.notify(Notice::problem(words::RECORD_TOO_NEW)),
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
        None
    }

    /// Offers what there is of a record that cannot be read as a file.
    pub(in crate::ui) fn download_record(&self, key: &str) {
        match self.session.library().raw(key) {
            Ok(record) => {
                let name = format!("{}.txt", key.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
                if download(&name, "text/plain;charset=utf-8", record.as_bytes()).is_none() {
                    self.notify(Notice::problem(words::DOWNLOAD_REFUSED));
                }
            }
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
    }

    /// Takes a damaged record away for good.
    pub(in crate::ui) fn discard_record(&self, key: &str) {
        if let Err(error) = self.session.library().discard(key) {
            self.notify(Notice::problem(error.to_string()));
        }
        self.send(self.session.list());
    }

    /// The restore points of an article.
    pub(in crate::ui) fn days(&self, id: DocumentId) -> Vec<Day> {
        self.session.library().days(id).unwrap_or_default()
    }

    /// Makes the open article what it was at the end of that day.
    pub(in crate::ui) fn restore_day(&self, date: Date) {
        let Some(document) = self.workspace().open().cloned() else { return };
        match self.session.library().load_day(document.id, date) {
            Ok(earlier) => {
                let title = words::restore_title(&day(date));
                self.edit(title, operations::return_to(&document, &earlier));
            }
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
    }

    /// What the store is used for, or why that cannot be told.
    pub(in crate::ui) fn usage(&self) -> Result<Usage, String> {
        Usage::of(self.session.library().store()).map_err(|error| error.to_string())
    }

    /// Saves the whole library as one file.
    pub(in crate::ui) fn back_up(&self) {
        let (library, actions) = self.session.back_up(&self.workspace());
        self.send_all(actions);
        let format = Format::Newsmark;
        let name = formats::file_name(&format!("newsmark library {}", date_of(now())), format);
        if self.offer(&name, format.media_type(), library.as_bytes()) {
            self.send(self.session.note_backup(now()));
        }
    }

    pub(in crate::ui) fn put_off_backup(&self) {
        self.send(self.session.put_off_backup(now()));
    }

    /// Gives an article another title, open or not.
    pub(in crate::ui) fn rename_article(&self, id: DocumentId, title: &str) {
        self.send_all(self.session.rename(&self.workspace(), id, title, now()));
    }

    /// Gives articles a tag, or takes it from them.
    pub(in crate::ui) fn tag_articles(&self, ids: &[DocumentId], tag: &str, gives: bool) {
        self.send_all(self.session.tag(&self.workspace(), ids, (tag, gives), now()));
    }

    /// Undoes a change of articles, open or not.
    pub(in crate::ui) fn take_back(&self, ids: &[DocumentId], step: &Arc<str>) {
        self.send_all(self.session.take_back(&self.workspace(), ids, step, now()));
    }

    /// Offers articles as one file.
    pub(in crate::ui) fn export_articles(&self, ids: &[DocumentId]) {
        let Some(exported) = self.session.export(&self.workspace(), ids) else { return };
        self.send_all(exported.actions);
        self.offer(&exported.name, Format::Newsmark.media_type(), exported.content.as_bytes());
    }

    pub(in crate::ui) fn delete_articles(&self, ids: Vec<DocumentId>) {
        self.send(Action::DeleteAll { ids, now: now() });
    }

    /// Puts several articles back out of the bin.
    pub(in crate::ui) fn put_back_all(&self, ids: &[DocumentId]) {
        self.send(Action::PutBackAll(ids.to_vec()));
    }

    /// Lists the library in another order, now and from now on.
    pub(in crate::ui) fn sort_library(&self, order: Order) {
        self.send(Action::SortLibrary(order));
        self.keep_settings();
    }

    /// Keeps how the page is to be found again.
    pub(in crate::ui) fn keep_settings(&self) {
        self.session.keep_settings(&self.workspace());
    }
}
