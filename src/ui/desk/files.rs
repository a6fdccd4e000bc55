//! Files, in and out.

use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

use super::{Desk, Dialog};
use crate::document::{Document, DocumentId, combine, disagreements};
use crate::edit::{Command, Meta};
use crate::formats;
use crate::ui::browser::{download, now};
use crate::words;
use crate::workspace::{Action, Notice};

impl Desk {
    /// Offers a file to save.
    pub(in crate::ui) fn offer(&self, name: &str, media_type: &str, content: &[u8]) {
        self.notify(match download(name, media_type, content) {
            Some(()) => Notice::info(words::exported_as(&name)),
            None => Notice::problem(words::could_not_be_saved(&name)),
        });
    }

    /// Takes in a file: one of ours, or plain text.
    pub(in crate::ui) fn import(&self, name: &str, bytes: &[u8]) {
        let looks_like_text = !name.to_ascii_lowercase().ends_with(".json");
        match formats::read(bytes, None) {
            Ok(mut import) => {
                let loose = std::mem::take(&mut import.loose);
                let redacted = std::mem::take(&mut import.redacted);
                if !import.documents.is_empty() || loose.is_empty() && redacted.is_empty() {
                    self.take_in(name, import);
                }
                for file in redacted {
                    self.take_redacted(name, &file);
                }
                for draft in loose {
                    self.put_on_open(name, draft);
                }
            }
            Err(error) => match std::str::from_utf8(bytes) {
                Ok(text) if looks_like_text && error.is_other_format() && is_readable(text) => {
                    self.annotate_text(text, Meta { title: title_of(name), ..Meta::default() });
                }
                _ => self.notify(Notice::problem(words::could_not_be_imported(&name, &error))),
            },
        }
    }

    /// Puts marks without words on the open article.
    fn take_redacted(&self, name: &str, file: &formats::Redacted) {
        match self.workspace().open().map(|open| open.text().clone()) {
            Some(text) => self.put_redacted(name, file, &text),
            None => self.notify(Notice::problem(words::holds_marks_and_no(&name, &file.len()))),
        }
    }

    /// Puts annotations of a file that holds no article on the open one, as one change.
    fn put_on_open(&self, name: &str, draft: formats::Draft) {
        let count = draft.len();
        let Some(ours) = self.workspace().open().cloned() else {
            let text = words::holds_annotations_and_no(&name, &count);
            return self.notify(Notice::problem(text));
        };
        let placed = match formats::place(draft, ours.text()) {
            Ok(placed) => placed,
            Err(error) => {
                return self.notify(Notice::problem(words::could_not_be_imported(&name, &error)));
            }
        };
        let details: Vec<String> = placed.problems.iter().map(ToString::to_string).collect();
        let Some(theirs) = placed.documents.into_iter().next() else { return };
        let theirs = theirs.on(&ours);
        let (found, lost) = (theirs.annotations().len(), theirs.orphans.len());
        let Some(together) = combine(&ours, &theirs) else { return };
        let articles = vec![(Some(ours.clone()), Arc::new(together))];
        self.put_in_place(words::import_title(&name), articles);
        let lost = if lost == 0 { String::new() } else { words::lost_among_them(&lost) };
        let text = words::of_annotations_of_were(&found, &count, &name, &ours.display_title(), &lost);
        self.notify(Notice { undoable: true, ..Notice::info(text).with_details(details) });
    }

    /// Puts articles in the places of theirs, as one change; of the open one alone it is a change of that article, which can
    /// be undone after a reload, too.
    fn put_in_place(&self, title: String, articles: Vec<(Option<Arc<Document>>, Arc<Document>)>) {
        match articles.as_slice() {
            [(Some(_), new)] if self.workspace().open().is_some_and(|open| open.id == new.id) => {
                self.edit(title, Some(Command::SetContent(new.clone())));
            }
            _ => self.send(Action::Swap { title, articles }),
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
                    details.push(words::is_another_text_here(&title));
                    theirs.id = DocumentId(Uuid::new_v4());
                    added += 1;
                    articles.push((None, Arc::new(theirs)));
                }
            }
        }
        self.send(Action::Swap { title: words::restore_title(&name), articles });
        let text = words::restored_added_merged_the(&name, &added, &merged, &same);
        self.notify(Notice { undoable: added + merged > 0, ..Notice::info(text).with_details(details) });
    }

    /// Puts merged articles in the places of theirs, as one change, and says where they disagree.
    fn tell_merged(
        &self,
        name: &str,
        articles: Vec<(Option<Arc<Document>>, Arc<Document>)>,
        details: &mut Vec<String>,
    ) {
        let differences: usize = articles.iter().map(|(_, document)| disagreements(document).len()).sum();
        let one = match articles.as_slice() {
            [(_, document)] => Some(document.id),
            _ => None,
        };
        let count = articles.len();
        self.put_in_place(words::merge_title(&name), articles);
        let text = words::merged_into(&name, count, differences);
        self.notify(Notice { undoable: true, ..Notice::info(text).with_details(std::mem::take(details)) });
        if let Some(id) = one.filter(|_| differences > 0) {
            // There it can be settled at once.
            if self.workspace().open().is_none_or(|open| open.id != id) {
                self.open(id);
            }
            self.show(Some(Dialog::Merge));
        }
    }

    pub(super) fn take_in(&self, name: &str, import: formats::Import) {
        if import.is_library {
            return self.restore(name, import);
        }
        let mut details: Vec<String> = import.problems.iter().map(ToString::to_string).collect();
        let count = import.documents.len();
        let mut merged = Vec::new();
        let mut documents = Vec::new();
        for mut document in import.documents {
            if document.created == Timestamp::UNIX_EPOCH {
                // The file does not say.
                (document.created, document.modified) = (now(), now());
            }
            if self.workspace().contains(document.id) {
                let title = document.display_title().into_owned();
                if self.article(document.id).is_some_and(|ours| *ours == document) {
                    details.push(words::in_library_the_same(&title));
                    if count == 1 {
                        self.open(document.id);
                    }
                    continue;
                }
                if let Some((ours, together)) = self.united(name, document.clone()) {
                    merged.push((Some(ours), Arc::new(together)));
                    continue;
                }
                details.push(words::in_library_otherwise(&title));
                document.id = DocumentId(Uuid::new_v4());
            }
            documents.push(Arc::new(document));
        }
        if !merged.is_empty() {
            self.tell_merged(name, merged, &mut details);
            if documents.is_empty() {
                return;
            }
        }
        let added = match documents.as_slice() {
            [] => words::NOTHING_NEW.to_owned(),
            [document] => format!("“{}”", document.display_title()),
            several => words::articles_count(&several.len()),
        };
        self.send(Action::Add { documents, title: words::import_title(&name) });
        self.notify(Notice::info(words::imported_from(&name, &added)).with_details(details));
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
