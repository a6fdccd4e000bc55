//! Files that come in: articles, colleagues' work on them, marks for the open article, backups.

use std::sync::Arc;

use jiff::Timestamp;

use super::Session;
use crate::annotation::Status;
use crate::document::{Document, DocumentId, combine, disagreements, unite};
use crate::edit::{Command, Meta};
use crate::formats::{self, Draft, Import, Redacted};
use crate::store::Store;
use crate::words;
use crate::workspace::{Action, Dialog, Ids, Notice, Place, Sheet, View, Workspace};

/// When something comes in, and where new ids come from.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// The time.
    pub now: Timestamp,
    /// Gives a new id at every call.
    pub ids: Ids,
}

/// What becomes of a file.
#[derive(Debug)]
pub enum Taken {
    /// These actions.
    Actions(Vec<Action>),
    /// It is plain text: an article to be read.
    Text(String, Meta),
}

/// Actions that build on each other: each is tried on the workspace at once, so that the next sees it.
struct Plan {
    workspace: Workspace,
    actions: Vec<Action>,
}

impl Plan {
    fn new(workspace: &Workspace) -> Plan {
        Plan { workspace: workspace.clone(), actions: Vec::new() }
    }

    fn push(&mut self, action: Action) {
        if let Some(next) = self.workspace.update(action.clone()) {
            self.workspace = next;
        }
        self.actions.push(action);
    }

    fn extend(&mut self, actions: Vec<Action>) {
        actions.into_iter().for_each(|action| self.push(action));
    }

    fn notify(&mut self, notice: Notice) {
        self.push(Action::Notify(notice));
    }

    /// What comes in from here on is to be read, also where reports are being compared.
    fn leave_comparison(&mut self) {
        match self.workspace.place() {
            Place::Beside(_) => self.push(Action::Go(Place::New)),
            Place::Article(_) => self.push(Action::LookAt(View::Read)),
            Place::New | Place::Library => {}
        }
    }
}

impl<S: Store> Session<S> {
    /// Takes in a file, ours or another program's, or plain text; or several that belong together, see
    /// [`formats::groups`], which are called after the first.
    pub fn import(&self, workspace: &Workspace, files: &[(String, Vec<u8>)], stamp: Stamp) -> Taken {
        let Some((name, bytes)) = files.first() else { return Taken::Actions(Vec::new()) };
        let looks_like_text = !name.to_ascii_lowercase().ends_with(".json");
        let mut plan = Plan::new(workspace);
        match formats::read_files(files) {
            Ok(mut import) => {
                let loose = std::mem::take(&mut import.loose);
                let redacted = std::mem::take(&mut import.redacted);
                if !import.documents.is_empty() || loose.is_empty() && redacted.is_empty() {
                    self.take_in(&mut plan, name, import, stamp);
                }
                for file in redacted {
                    self.take_redacted(&mut plan, name, &file, stamp);
                }
                for draft in loose {
                    self.put_on_open(&mut plan, name, draft, stamp);
                }
            }
            Err(error) => match std::str::from_utf8(bytes) {
                Ok(text) if looks_like_text && error.is_other_format() && is_readable(text) => {
                    let meta = Meta { title: title_of(name), ..Meta::default() };
                    return Taken::Text(text.to_owned(), meta);
                }
                _ => {
                    plan.notify(Notice::problem(words::FileNotImported { name: &name, error: &error }.text()))
                }
            },
        }
        Taken::Actions(plan.actions)
    }

    /// Takes in what a link held, to be read.
    pub fn take(&self, workspace: &Workspace, name: &str, import: Import, stamp: Stamp) -> Vec<Action> {
        let mut plan = Plan::new(workspace);
        plan.leave_comparison();
        self.take_in(&mut plan, name, import, stamp);
        plan.actions
    }

    /// Puts marks without words on a copy of their article: on the one in the library that has this text,
    /// where there is one.
    pub fn put_redacted(
        &self,
        workspace: &Workspace,
        name: &str,
        redacted: &Redacted,
        text: &str,
        stamp: Stamp,
    ) -> Vec<Action> {
        let mut plan = Plan::new(workspace);
        plan.leave_comparison();
        self.put_on_text(&mut plan, name, redacted, text, stamp);
        plan.actions
    }

    fn put_on_text(&self, plan: &mut Plan, name: &str, redacted: &Redacted, text: &str, stamp: Stamp) {
        let mut import = match redacted.on(text) {
            Ok(import) => import,
            Err(error) => {
                return plan
                    .notify(Notice::problem(words::FileNotOpened { name: &name, error: &error }.text()));
            }
        };
        let twin = plan.workspace.twin_of(text).map(|summary| summary.id);
        let twin = twin.and_then(|id| self.read(plan, id));
        if let (Some(ours), Some(theirs)) = (twin, import.documents.first_mut()) {
            *theirs = theirs.clone().on(&ours);
        }
        self.take_in(plan, name, import, stamp);
    }

    fn take_redacted(&self, plan: &mut Plan, name: &str, file: &Redacted, stamp: Stamp) {
        match plan.workspace.open().map(|open| open.text().clone()) {
            Some(text) => self.put_on_text(plan, name, file, &text, stamp),
            None => {
                plan.notify(Notice::problem(words::FileOfMarksOnly { name: &name, count: file.len() }.text()))
            }
        }
    }

    /// Puts annotations of a file that holds no article on the open one, as one change.
    fn put_on_open(&self, plan: &mut Plan, name: &str, draft: Draft, stamp: Stamp) {
        let count = draft.len();
        let Some(ours) = plan.workspace.open().cloned() else {
            return plan.notify(Notice::problem(words::FileOfMarksOnly { name: &name, count }.text()));
        };
        let placed = match formats::place(draft, ours.text()) {
            Ok(placed) => placed,
            Err(error) => {
                return plan
                    .notify(Notice::problem(words::FileNotImported { name: &name, error: &error }.text()));
            }
        };
        let details: Vec<String> = placed.problems.iter().map(ToString::to_string).collect();
        let Some(theirs) = placed.documents.into_iter().next() else { return };
        let theirs = theirs.on(&ours);
        let (found, lost) = (theirs.annotations().len(), theirs.orphans.len());
        let Some(together) = combine(&ours, &theirs) else { return };
        let articles = vec![(Some(ours.clone()), Arc::new(together))];
        self.put_in_place(plan, words::import_title(&name), articles, stamp);
        let text = words::AnnotationsPlaced {
            found: &found,
            count: &count,
            name: &name,
            title: &ours.display_title(),
            lost,
        }
        .text();
        plan.notify(Notice::info(text).undoable().with_details(details));
    }

    /// Puts articles in the places of theirs: each can be undone where it is open.
    fn put_in_place(
        &self,
        plan: &mut Plan,
        title: String,
        articles: Vec<(Option<Arc<Document>>, Arc<Document>)>,
        stamp: Stamp,
    ) {
        match articles.as_slice() {
            [(Some(_), new)] if plan.workspace.open().is_some_and(|open| open.id == new.id) => {
                let command = Command::SetContent(new.clone());
                plan.push(Action::Edit { title, command, now: stamp.now });
            }
            _ => {
                // What could be undone before can be undone after it.
                for ours in articles.iter().filter_map(|(ours, _)| ours.as_ref()) {
                    plan.push(self.recall(ours));
                }
                plan.push(Action::Replace { title, articles });
            }
        }
    }

    fn take_in(&self, plan: &mut Plan, name: &str, import: Import, stamp: Stamp) {
        if import.is_library {
            return self.restore(plan, name, import, stamp);
        }
        let mut details: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        let count = import.documents.len();
        let (mut merged, mut documents) = (Vec::new(), Vec::new());
        for mut document in import.documents {
            let is_ours = document.created != Timestamp::UNIX_EPOCH;
            if !is_ours {
                // The file does not say.
                (document.created, document.modified) = (stamp.now, stamp.now);
            }
            self.bring_back(plan, &document, &mut details);
            // A colleague who has pasted the same text herself has worked on the same article.
            if is_ours
                && !plan.workspace.contains(document.id)
                && let Some(open) = plan.workspace.open()
                && open.text() == document.text()
                && document.annotations().iter().any(|it| it.status != Status::Suggested)
            {
                document.id = open.id;
            }
            if !plan.workspace.contains(document.id) {
                documents.push(Arc::new(document));
                continue;
            }
            let title = document.display_title().into_owned();
            let person = plan.workspace.person().to_owned();
            let is_same = |ours: &Document| *ours == document || ours.with_name(&person) == document;
            if self.read(plan, document.id).is_some_and(|ours| is_same(&ours)) {
                details.push(words::imported_known_already(&title));
                if count == 1 {
                    let actions = self.show(&plan.workspace, document.id);
                    plan.extend(actions);
                }
            } else if let Some((ours, together)) = self.united(plan, name, document.clone()) {
                merged.push((Some(ours), Arc::new(together)));
            } else {
                details.push(words::imported_copy_added(&title));
                document.id = DocumentId((stamp.ids)());
                documents.push(Arc::new(document));
            }
        }
        if !merged.is_empty() {
            self.tell_merged(plan, name, merged, &mut details, stamp);
            if documents.is_empty() {
                return;
            }
        }
        let title =
            documents.first().map(|document| document.display_title().into_owned()).unwrap_or_default();
        let told = words::Imported { count: documents.len(), name: &name, title: &title }.text();
        let actions = self.add(&plan.workspace, documents);
        plan.extend(actions);
        plan.notify(Notice::info(told).with_details(details));
    }

    /// Puts an article back that is in the bin, since a file of it has come.
    fn bring_back(&self, plan: &mut Plan, document: &Document, details: &mut Vec<String>) {
        if plan.workspace.is_binned(document.id) {
            plan.push(Action::PutBack(document.id));
            details.push(words::put_back_from_bin(&document.display_title()));
        }
    }

    /// An article of the library and a colleague's work on it, as one. `None` where the texts differ.
    fn united(&self, plan: &mut Plan, name: &str, theirs: Document) -> Option<(Arc<Document>, Document)> {
        let ours = self.read(plan, theirs.id)?;
        // What is decided without a name here was decided by the person who works here.
        let person = plan.workspace.person().to_owned();
        let theirs = theirs.signed(stem(name), &[&ours]).with_name(&person);
        let together = unite(&ours.with_name(&person), &theirs)?;
        // A file that comes again is compared with what was here when it first came.
        let is_it = |sheet: &Sheet| sheet.name == name && *sheet.document == theirs;
        if !plan.workspace.sheets(ours.id).any(is_it) {
            let sheet = |name, document| Action::KeepSheet(Sheet { article: ours.id, name, document });
            plan.push(sheet(words::article_before_merge(&name), ours.clone()));
            plan.push(sheet(name.to_owned(), Arc::new(theirs)));
        }
        Some((ours, together))
    }

    /// Puts merged articles in the places of theirs, and says where they disagree.
    fn tell_merged(
        &self,
        plan: &mut Plan,
        name: &str,
        articles: Vec<(Option<Arc<Document>>, Arc<Document>)>,
        details: &mut Vec<String>,
        stamp: Stamp,
    ) {
        let differences: usize = articles.iter().map(|(_, document)| disagreements(document).len()).sum();
        let one = match articles.as_slice() {
            [(_, document)] => Some(document.id),
            _ => None,
        };
        let count = articles.len();
        self.put_in_place(plan, words::merge_title(&name), articles, stamp);
        if let Some(id) = one
            && plan.workspace.open().is_none_or(|open| open.id != id)
        {
            let actions = self.open(&plan.workspace, id);
            plan.extend(actions);
        }
        let text = words::FilesMerged { name: &name, articles: count, differences }.text();
        plan.notify(Notice::info(text).undoable().with_details(std::mem::take(details)));
        if one.is_some() && differences > 0 {
            // There it can be settled at once.
            plan.push(Action::Show(Some(Dialog::Merge)));
        }
    }

    /// An article of the library; what there is to tell of reading it is told.
    fn read(&self, plan: &mut Plan, id: DocumentId) -> Option<Arc<Document>> {
        let found = self.article(&plan.workspace, id);
        plan.extend(found.actions);
        found.document
    }

    /// Restores a backup: what is in the library already is merged, the rest added. What was in the bin when
    /// the backup was made goes there again, unless it is in the library now.
    fn restore(&self, plan: &mut Plan, name: &str, import: Import, stamp: Stamp) {
        let mut details: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        let (mut added, mut merged, mut same) = (0, 0, 0);
        let (mut articles, mut binned) = (Vec::new(), Vec::new());
        for mut theirs in import.documents {
            let deleted = import.bin.iter().find(|(id, _)| *id == theirs.id).map(|(_, deleted)| *deleted);
            if let Some(deleted) = deleted
                && !plan.workspace.contains(theirs.id)
            {
                if !plan.workspace.is_binned(theirs.id) {
                    let summary = crate::store::Summary::with_digest(&theirs);
                    binned.push((Arc::new(theirs), crate::store::Binned { summary, deleted }));
                }
                continue;
            }
            self.bring_back(plan, &theirs, &mut details);
            let is_here = plan.workspace.contains(theirs.id);
            let ours = if is_here { self.read(plan, theirs.id) } else { None };
            let together = ours.as_ref().and_then(|ours| combine(ours, &theirs));
            match (ours, together) {
                (Some(ours), Some(together)) if *ours == together => same += 1,
                (Some(ours), Some(together)) => {
                    merged += 1;
                    articles.push((Some(ours), Arc::new(together)));
                }
                (None, _) if !is_here => {
                    added += 1;
                    articles.push((None, Arc::new(theirs)));
                }
                _ => {
                    details.push(words::backup_copy_added(&theirs.display_title()));
                    theirs.id = DocumentId((stamp.ids)());
                    added += 1;
                    articles.push((None, Arc::new(theirs)));
                }
            }
        }
        self.put_in_place(plan, words::restore_title(&name), articles, stamp);
        if !binned.is_empty() {
            details.push(words::back_in_bin(binned.len()));
            plan.push(Action::AddToBin(binned));
        }
        let text = words::BackupRestored { name: &name, added: &added, merged: &merged, same: &same }.text();
        plan.notify(Notice::info(text).with_details(details));
    }
}

/// Text that a person wrote, not the bytes of some other file.
fn is_readable(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains('\0')
}

fn title_of(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    stem.replace('_', " ")
}

/// What to call who sent a file.
fn stem(name: &str) -> &str {
    name.split('.').next().filter(|stem| !stem.trim().is_empty()).unwrap_or(words::COLLEAGUE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotation, AnnotationId, Origin};
    use crate::formats::{Format, export};
    use crate::label::LabelCode;
    use crate::store::MemoryStore;
    use crate::text::Span;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::constant(1, 0);

    fn work(id: u128, person: &str, text: &str, label: LabelCode) -> Document {
        let mut document = Document::new(DocumentId(Uuid::from_u128(id)), text, NOW);
        let mark = Annotation::by_hand(AnnotationId(Uuid::from_u128(id + 10)), Span::new(0, 6), label, NOW);
        let origin = Origin::Person { name: person.into() };
        document.extend([Arc::new(Annotation { origin, ..mark })]);
        document
    }

    /// What is in the library after a file of Li's has come while Ada's article is open, and how many differences.
    fn taken(theirs: &Document) -> (usize, usize) {
        let session = Session::new(MemoryStore::default(), "tab");
        let ours = Arc::new(work(1, "Ada", "Jordan won.", LabelCode::PERSON));
        let workspace = Workspace::default().update(Action::Add(vec![ours])).expect("an article");
        let file = export(theirs, Format::Newsmark);
        let stamp = Stamp { now: NOW, ids: Uuid::nil };
        let files = [("li.newsmark.json".to_owned(), file.into_bytes())];
        let Taken::Actions(actions) = session.import(&workspace, &files, stamp) else {
            panic!("no text");
        };
        let workspace =
            actions.into_iter().fold(workspace, |workspace, it| workspace.update(it).unwrap_or(workspace));
        let open = workspace.open().expect("open");
        (workspace.articles().len(), disagreements(open).len())
    }

    #[test]
    fn a_colleagues_paste_of_the_open_text_is_the_same_article() {
        assert_eq!(taken(&work(2, "Li", "Jordan won.", LabelCode::LOC)), (1, 1));
        assert_eq!(taken(&work(2, "Li", "Jordan lost.", LabelCode::LOC)).0, 2);
    }
}
