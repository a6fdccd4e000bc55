//! The desk: everything that components can do, in the words of the people who do it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::browser::{alone, download, ids, now};
use super::model;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::{Document, DocumentId, annotate, combine};
use crate::edit::{Command, Meta, operations};
use crate::extract::{Extraction, Steps, extract};
use crate::formats::{self, Format};
use crate::label::{Label, LabelCode};
use crate::store::{Backup, Day, Error, Glimpse, Library, LocalStore, News, Settings, Summary, Usage};
use crate::text::{Span, normalize};
use crate::workspace::{Action, Notice, Step, Workspace, Write};

/// The longest text that is opened as an article, in bytes. Browsers store about 5 MiB for a page, and
/// packed with its marks a longer one would not fit.
const LONGEST_TEXT: usize = 6_000_000;

/// Up to which length, in bytes, all is done at once: read, and stored before anything else happens.
/// What is longer is read in steps, and stored when it has been shown.
const SHORT_TEXT: usize = 100_000;
/// How long a long article waits to be stored, in milliseconds: until it has been painted.
const STORE_AFTER: u32 = 100;
/// How many articles are stored before the page is drawn again, so that it stays at hand while a
/// whole library comes in.
const AT_ONCE: usize = 20;

/// The reducer's state: the workspace.
#[derive(Default)]
pub(super) struct State(pub(super) Workspace);

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.0.update(action).map_or(self, |workspace| Rc::new(State(workspace)))
    }
}

/// What components reach through the context: the workspace and the store, and what can be done.
#[derive(Clone)]
pub(super) struct Desk {
    state: UseReducerHandle<State>,
    library: Rc<Library<LocalStore>>,
    draft: Rc<RefCell<String>>,
    reading: UseStateHandle<Option<f64>>,
    pending: Rc<RefCell<Pending>>,
}

/// What is under way.
#[derive(Default)]
pub(super) struct Pending {
    /// The texts that are to be read in steps; the first one is being read.
    to_read: VecDeque<Document>,
    /// How often people have called that off.
    called_off: usize,
    /// Stores a long article soon.
    store: Option<Timeout>,
    /// Whether the store is waited for.
    is_storing: bool,
}

impl PartialEq for Desk {
    /// One page has one desk. Components get what they draw as properties.
    fn eq(&self, other: &Desk) -> bool {
        Rc::ptr_eq(&self.library, &other.library)
    }
}

impl Desk {
    pub(super) fn new(
        state: UseReducerHandle<State>,
        library: Rc<Library<LocalStore>>,
        draft: Rc<RefCell<String>>,
        reading: UseStateHandle<Option<f64>>,
        pending: Rc<RefCell<Pending>>,
    ) -> Desk {
        Desk { state, library, draft, reading, pending }
    }

    /// The text of a new article that has not been annotated yet, kept while others are open.
    pub(super) fn draft(&self) -> String {
        self.draft.borrow().clone()
    }

    pub(super) fn set_draft(&self, text: String) {
        self.draft.replace(text);
    }

    /// The workspace as it is now.
    pub(super) fn workspace(&self) -> &Workspace {
        &self.state.0
    }

    pub(super) fn send(&self, action: Action) {
        self.state.dispatch(action);
    }

    pub(super) fn notify(&self, notice: Notice) {
        self.send(Action::Notify(notice));
    }

    /// Shows the page as it was left: the library, and the article that was open. What a crash had
    /// cut off is finished first.
    pub(super) fn start(&self) {
        let settings = Settings::load(self.library.store());
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
        });
    }

    /// Shows what the library holds.
    pub(super) fn list(&self) {
        match self.library.list() {
            Ok(listing) => self.send(Action::Listed(listing)),
            Err(error) => self.send(Action::StoreFailed(error.to_string())),
        }
    }

    /// Keeps how the page is to be found again.
    pub(super) fn keep_settings(&self, settings: &Settings) {
        // Not worth an alert; if the store is out of order, articles will tell.
        let _ = settings.save(self.library.store());
    }

    /// Carries out what is not stored yet: at once, or with a long article as soon as the change has
    /// been shown.
    pub(super) fn store_soon(&self) {
        let weight = |write: &Write| match write {
            Write::Save(document) => document.text().len(),
            Write::Remove => 0,
        };
        // A library that comes in is stored a few at a time anyway; what counts is a long article.
        let heaviest = self.workspace().unsaved().values().map(weight).max();
        if heaviest.is_none_or(|weight| weight <= SHORT_TEXT) {
            return self.store();
        }
        let desk = self.clone();
        let mut pending = self.pending.borrow_mut();
        pending.store.get_or_insert_with(|| Timeout::new(STORE_AFTER, move || desk.store()));
    }

    /// Carries out what is not stored yet, as soon as no other tab is storing.
    pub(super) fn store(&self) {
        {
            let mut pending = self.pending.borrow_mut();
            pending.store = None;
            if std::mem::replace(&mut pending.is_storing, true) {
                return;
            }
        }
        let desk = self.clone();
        alone(move || {
            desk.pending.borrow_mut().is_storing = false;
            desk.store_some(AT_ONCE);
        });
    }

    /// Carries out what is not stored yet, whatever other tabs do: for a page that is being left.
    pub(super) fn store_now(&self) {
        self.store_some(usize::MAX);
    }

    fn store_some(&self, at_most: usize) {
        let mut written = self.workspace().unsaved().clone();
        let mut left = at_most;
        let mut problem = None;
        let mut told = Vec::new();
        written.retain(|id, write| {
            if left == 0 {
                return false;
            }
            let result = match write {
                Write::Save(document) => self.library.save(document).map(|saved| {
                    if saved.is_back {
                        let title = document.display_title();
                        let text =
                            format!("“{title}” was deleted in another tab. Your change brought it back.");
                        told.push(Action::Notify(Notice::problem(text)));
                    }
                    if !Arc::ptr_eq(document, &saved.document) {
                        let (was, document) = (document.clone(), saved.document);
                        told.push(Action::Merged { was, document, must_save: false });
                    }
                }),
                Write::Remove => match self.library.remove(*id) {
                    Err(error) if error.is_changed() => {
                        told.push(Action::Notify(Notice::problem(error.to_string())));
                        self.library.load(*id).map(|document| told.push(Action::NotRemoved(document)))
                    }
                    other => other,
                },
            };
            let is_written = result.map_err(|error| problem = Some(error.to_string())).is_ok();
            // What fails keeps nothing else from being written.
            left -= usize::from(is_written);
            is_written
        });
        if !written.is_empty() {
            self.send(Action::Stored(written));
        }
        told.into_iter().for_each(|action| self.send(action));
        if let Some(problem) = problem {
            self.send(Action::StoreFailed(problem));
        }
    }

    /// Another tab has written under `key`; `None` where it has cleared all.
    pub(super) fn heard(&self, key: Option<&str>) {
        let Some(key) = key else { return self.list() };
        let Some(id) = Library::<LocalStore>::article_of(key) else { return };
        let desk = self.clone();
        alone(move || {
            // Trouble with the store shows when something is stored.
            let _ = desk.look(id);
        });
    }

    fn look(&self, id: DocumentId) -> Result<(), Error> {
        let ours = match self.workspace().unsaved().get(&id) {
            Some(Write::Remove) => return Ok(()),
            Some(Write::Save(document)) => Some(document.clone()),
            None => self.workspace().open().filter(|open| open.id == id).cloned(),
        };
        match ours.as_ref().map(|ours| self.library.look(ours)).transpose()? {
            Some(News::Nothing) => {}
            Some(News::Changed { document, must_save }) => {
                let was = ours.unwrap_or_else(|| document.clone());
                self.send(Action::Merged { was, document, must_save });
            }
            Some(News::Gone) => self.send(Action::Elsewhere { id, summary: None }),
            None => {
                let summary = self.library.summary_of(id)?;
                self.send(Action::Elsewhere { id, summary });
            }
        }
        Ok(())
    }

    /// The article `id`, from memory where it has not been stored yet.
    fn article(&self, id: DocumentId) -> Option<Arc<Document>> {
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
                let restored =
                    mended.as_ref().map(|_| "An earlier state of it was put in its place.".to_owned());
                self.list();
                self.notify(Notice::problem(error.to_string()).with_details(restored.into_iter().collect()));
                mended
            }
        }
    }

    pub(super) fn open(&self, id: DocumentId) {
        if let Some(document) = self.article(id) {
            self.send(Action::Open(document));
        }
    }

    /// Offers a file to save.
    pub(super) fn offer(&self, name: &str, media_type: &str, content: &str) {
        self.notify(match download(name, media_type, content) {
            Some(()) => Notice::info(format!("Exported as {name}.")),
            None => Notice::problem(format!("{name} could not be saved. Copy it to the clipboard instead.")),
        });
    }

    /// Saves the whole library as one file.
    pub(super) fn back_up(&self) {
        let documents = self.all_articles();
        let library = formats::export_library(documents.iter().map(AsRef::as_ref));
        let format = Format::Newsmark;
        let name = formats::file_name(&format!("newsmark library {}", now().strftime("%Y-%m-%d")), format);
        self.offer(&name, format.media_type(), &library);
        self.keep_backup_state(Backup { made: Some(now()), put_off: None });
    }

    /// When the last backup was made.
    pub(super) fn backup_state(&self) -> Backup {
        Backup::load(self.library.store())
    }

    /// How many articles to remind of that are in no backup, if it is time to.
    pub(super) fn backup_due(&self, articles: &[Summary]) -> Option<usize> {
        let backup = self.backup_state();
        backup.reminds(articles, now()).then(|| backup.changed(articles))
    }

    pub(super) fn put_off_backup(&self) {
        self.keep_backup_state(Backup { put_off: Some(now()), ..self.backup_state() });
    }

    fn keep_backup_state(&self, backup: Backup) {
        // Not worth an alert: at worst the reminder comes again.
        let _ = backup.save(self.library.store());
    }

    /// What the store is used for, or why that cannot be told.
    pub(super) fn usage(&self) -> Result<Usage, String> {
        Usage::of(self.library.store()).map_err(|error| error.to_string())
    }

    /// The restore points of an article.
    pub(super) fn days(&self, id: DocumentId) -> Vec<Day> {
        self.library.days(id).unwrap_or_default()
    }

    /// Makes the open article what it was at the end of that day.
    pub(super) fn restore_day(&self, date: Date) {
        let Some(document) = self.workspace().open().cloned() else { return };
        match self.library.load_day(document.id, date) {
            Ok(earlier) => {
                let title = format!("restore {}", date.strftime("%-d %B %Y"));
                self.edit(title, operations::return_to(&document, &earlier));
            }
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
    }

    /// Puts a version of the selected annotation's history in its place.
    pub(super) fn use_version(&self, version: &Annotation) {
        if let Some((document, id, quote)) = self.selected() {
            let command = operations::use_version(&document, id, version, now());
            self.edit(format!("another version of “{quote}”"), command);
        }
    }

    /// Makes the selected annotation and another one mentions of one entity.
    pub(super) fn join(&self, other: AnnotationId) {
        if let Some((document, id, quote)) = self.selected() {
            self.edit(format!("join names with “{quote}”"), operations::join(&document, id, other, now()));
        }
    }

    /// What can be read of the record of a newer version; tells where that is nothing.
    pub(super) fn glimpse(&self, key: &str) -> Option<Glimpse> {
        match self.library.glimpse(key) {
            Ok(Some(glimpse)) => return Some(glimpse),
            Ok(None) => self.notify(Notice::problem(
                "This version cannot read any of it. Open it with the newer version of Newsmark, or download the record.",
            )),
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
        None
    }

    /// Offers what there is of a record that cannot be read as a file.
    pub(super) fn download_record(&self, key: &str) {
        match self.library.raw(key) {
            Ok(record) => {
                let name = format!("{}.txt", key.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
                if download(&name, "text/plain;charset=utf-8", &record).is_none() {
                    self.notify(Notice::problem("This browser does not let Newsmark save a file."));
                }
            }
            Err(error) => self.notify(Notice::problem(error.to_string())),
        }
    }

    /// Takes a damaged record away for good.
    pub(super) fn discard_record(&self, key: &str) {
        if let Err(error) = self.library.discard(key) {
            self.notify(Notice::problem(error.to_string()));
        }
        self.list();
    }

    pub(super) fn delete_article(&self, id: DocumentId) {
        if let Some(document) = self.article(id) {
            self.send(Action::Delete(document));
        }
    }

    /// All articles that can be read, for export.
    pub(super) fn all_articles(&self) -> Vec<Arc<Document>> {
        self.workspace().articles().iter().filter_map(|summary| self.article(summary.id)).collect()
    }

    /// Makes an article of pasted text and opens it.
    pub(super) fn annotate_text(&self, text: &str, meta: Meta) {
        if text.trim().is_empty() {
            let problem = "There is no text yet. Paste an article into the box, then annotate it.";
            return self.notify(Notice::problem(problem));
        }
        if text.len() > LONGEST_TEXT {
            return self.notify(Notice::problem(format!(
                "This text is too long for one article: {} MB, and a browser has room for {} MB. Cut it into parts, \
                 or use the command line program.",
                (text.len() / 100_000) as f64 / 10.0,
                LONGEST_TEXT / 1_000_000,
            )));
        }
        let mut document = Document::new(DocumentId(Uuid::new_v4()), text, now());
        document.title = meta.title;
        document.source = meta.source;
        document.published = meta.published;
        if document.text().len() <= SHORT_TEXT && model::is_here() {
            let extraction = extract(document.text(), document.published);
            self.add_new(document, &extraction);
        } else {
            self.read_in_steps(document);
        }
    }

    /// Reads a long text, or one that came before the name model, with time for the browser between the
    /// steps; behind those that are being read, if there are any.
    fn read_in_steps(&self, document: Document) {
        self.pending.borrow_mut().to_read.push_back(document);
        if self.pending.borrow().to_read.len() > 1 {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            let next = || desk.pending.borrow().to_read.front().cloned();
            while let Some(document) = next() {
                // Calling off has emptied the list, and another one may have begun.
                if !desk.read_slowly(document).await {
                    return;
                }
            }
        });
    }

    /// Reads the first of the texts that are to be read; `false` where that was called off.
    async fn read_slowly(&self, document: Document) -> bool {
        let text = document.text().clone();
        let count = self.pending.borrow().called_off;
        // Shows how far it is and lets the browser do what waits; `false` once it was called off.
        let pause = async |progress| {
            self.reading.set(Some(progress));
            TimeoutFuture::new(0).await;
            self.pending.borrow().called_off == count
        };
        if !pause(0.0).await {
            return false;
        }
        if let Err(problem) = model::ready().await {
            self.notify(Notice::problem(problem));
        }
        let mut steps = Steps::new(&text, document.published);
        while pause(steps.progress()).await {
            if steps.step() {
                continue;
            }
            let extraction = steps.finish();
            if !pause(1.0).await {
                return false;
            }
            self.reading.set(None);
            self.pending.borrow_mut().to_read.pop_front();
            self.add_new(document, &extraction);
            return true;
        }
        false
    }

    /// Calls off the reading of long texts.
    pub(super) fn call_off(&self) {
        self.reading.set(None);
        let mut pending = self.pending.borrow_mut();
        pending.called_off += 1;
        pending.to_read.clear();
    }

    fn add_new(&self, mut document: Document, extraction: &Extraction) {
        // What is being written stays where the article came from a file.
        if normalize(&self.draft.borrow()) == document.text().as_ref() {
            self.set_draft(String::new());
        }
        annotate(&mut document, extraction, ids(), now());
        let title = format!("new article “{}”", document.display_title());
        self.send(Action::Add { documents: vec![Arc::new(document)], title });
    }

    /// Takes in a file: one of ours, or plain text.
    pub(super) fn import(&self, name: &str, bytes: &[u8]) {
        let looks_like_text = !name.to_ascii_lowercase().ends_with(".json");
        match formats::import(bytes) {
            Ok(import) => self.take_in(name, import),
            Err(error) => match std::str::from_utf8(bytes) {
                Ok(text) if looks_like_text && error.is_other_format() && is_readable(text) => {
                    self.annotate_text(text, Meta { title: title_of(name), ..Meta::default() });
                }
                _ => self.notify(Notice::problem(format!("{name} could not be imported. {error}"))),
            },
        }
    }

    /// Restores a backup: what is in the library already is merged, the rest added, as one change.
    fn restore(&self, name: &str, import: formats::Import) {
        let mut details: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        let (mut added, mut merged, mut same) = (0, 0, 0);
        let mut articles = Vec::new();
        for mut theirs in import.documents {
            let ours = if self.workspace().contains(theirs.id) { self.article(theirs.id) } else { None };
            let together = ours.as_ref().and_then(|ours| combine(ours, &theirs));
            match (ours, together) {
                (Some(ours), Some(together)) if *ours == together => same += 1,
                (Some(ours), Some(together)) => {
                    merged += 1;
                    articles.push((Some(ours), Arc::new(together)));
                }
                (None, _) if !self.workspace().contains(theirs.id) => {
                    added += 1;
                    articles.push((None, Arc::new(theirs)));
                }
                _ => {
                    let title = theirs.display_title().into_owned();
                    details
                        .push(format!("“{title}” is another text here; the backup’s was added as a copy."));
                    theirs.id = DocumentId(Uuid::new_v4());
                    added += 1;
                    articles.push((None, Arc::new(theirs)));
                }
            }
        }
        self.send(Action::Swap { title: format!("restore {name}"), articles });
        let text = format!("Restored {name}: {added} added, {merged} merged, {same} the same as here.");
        self.notify(Notice { undoable: added + merged > 0, ..Notice::info(text).with_details(details) });
    }

    fn take_in(&self, name: &str, import: formats::Import) {
        if import.is_library {
            return self.restore(name, import);
        }
        let mut details: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        let count = import.documents.len();
        let mut documents = Vec::new();
        for mut document in import.documents {
            if document.created == Timestamp::UNIX_EPOCH {
                // The file does not say.
                (document.created, document.modified) = (now(), now());
            }
            if self.workspace().contains(document.id) {
                let title = document.display_title().into_owned();
                if self.article(document.id).is_some_and(|ours| *ours == document) {
                    details.push(format!("“{title}” is in the library already, with the same marks."));
                    if count == 1 {
                        self.open(document.id);
                    }
                    continue;
                }
                details.push(format!(
                    "“{title}” is in the library already; the file's state was added as a copy."
                ));
                document.id = DocumentId(Uuid::new_v4());
            }
            documents.push(Arc::new(document));
        }
        let added = match documents.as_slice() {
            [] => "Nothing new".to_owned(),
            [document] => format!("“{}”", document.display_title()),
            several => format!("{} articles", several.len()),
        };
        self.send(Action::Add { documents, title: format!("import {name}") });
        self.notify(Notice::info(format!("Imported from {name}: {added}.")).with_details(details));
    }

    pub(super) fn undo(&self) {
        self.send(Action::Undo { now: now() });
    }

    pub(super) fn redo(&self) {
        self.send(Action::Redo { now: now() });
    }

    fn edit(&self, title: String, command: Option<Command>) {
        if let Some(command) = command {
            self.send(Action::Edit { title, command, now: now() });
        }
    }

    /// The open article and its selected annotation with the text it covers.
    fn selected(&self) -> Option<(Arc<Document>, AnnotationId, String)> {
        let document = self.workspace().open()?.clone();
        let annotation = self.workspace().selected()?;
        let quote = short(document.quote(annotation));
        Some((document, annotation.id, quote))
    }

    pub(super) fn set_status(&self, status: Status) {
        if let Some((document, id, quote)) = self.selected() {
            let verb = match status {
                Status::Accepted => "accept",
                Status::Rejected => "reject",
                Status::Suggested => "unreview",
            };
            self.edit(format!("{verb} “{quote}”"), operations::set_status(&document, &[id], status, now()));
        }
    }

    /// Reviews the selected annotation and goes on to the next that waits.
    pub(super) fn review(&self, status: Status) {
        self.set_status(status);
        self.send(Action::Step(Step::NextSuggestion));
    }

    pub(super) fn delete(&self) {
        if let Some((document, id, quote)) = self.selected() {
            self.send(Action::Step(Step::Next));
            self.edit(format!("delete mark “{quote}”"), operations::delete(&document, &[id]));
        }
    }

    pub(super) fn relabel(&self, label: &Label) {
        if let Some((document, id, quote)) = self.selected() {
            let title = format!("mark “{quote}” as {}", label.name);
            self.edit(title, operations::relabel(&document, id, &label.code, now()));
        }
    }

    pub(super) fn set_note(&self, note: &str) {
        if let Some((document, id, quote)) = self.selected() {
            self.edit(format!("note on “{quote}”"), operations::set_note(&document, id, note.trim(), now()));
        }
    }

    pub(super) fn accept_all(&self) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let command =
            operations::accept_all(&document, |annotation| self.workspace().is_shown(annotation), now());
        self.edit("accept all".to_owned(), command);
    }

    /// Marks a piece of the open article.
    pub(super) fn annotate(&self, span: Span, label: &Label) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let Some(quote) = span.slice(document.text()) else { return };
        let title = format!("mark “{}” as {}", short(quote), label.name);
        let id = AnnotationId(Uuid::new_v4());
        self.edit(title, operations::annotate(&document, span, &label.code, id, now()));
        // The mark may have been there already, under another id.
        let marked = self.workspace().open().and_then(|document| {
            let is_it = |other: &&Arc<_>| is_mark(other, span, &label.code);
            document.annotations().iter().find(is_it).map(|annotation| annotation.id)
        });
        self.send(Action::Select(marked.or(Some(id))));
    }

    /// Sets title, source and published date. With another date, what dates mean that nobody has
    /// reviewed is read anew.
    pub(super) fn set_meta(&self, meta: Meta) {
        let Some(document) = self.workspace().open().cloned() else { return };
        if Meta::of(&document) == meta {
            return;
        }
        let redate = (meta.published != document.published)
            .then(|| operations::redate(&document, meta.published, now()))
            .flatten();
        let command = Command::Batch([Command::SetMeta(meta)].into_iter().chain(redate).collect());
        self.edit("article details".to_owned(), Some(command));
    }

    pub(super) fn toggle_label(&self, label: LabelCode) {
        self.send(Action::ToggleLabel(label));
    }
}

fn is_mark(annotation: &Annotation, span: Span, label: &LabelCode) -> bool {
    annotation.span == span && annotation.label == *label
}

/// A published date as a date field gives it.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// Text that a person wrote, not the bytes of some other file.
fn is_readable(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains('\0')
}

fn title_of(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    stem.replace('_', " ")
}

/// The beginning of a text, for messages.
fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(LONGEST).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if chars.next().is_some() { head + "…" } else { head }
}
