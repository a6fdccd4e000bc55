//! Colleagues' work on the open article: what differs, and how far they agree.

use std::rc::Rc;
use std::sync::Arc;

use super::Desk;
use crate::annotation::{Annotation, Decision, Origin, Status};
use crate::document::{Disagreement, Document, DocumentId, unite};
use crate::edit::operations::{self, Choice};
use crate::formats;
use crate::ui::browser::now;
use crate::words;
use crate::workspace::Notice;

/// One side of a comparison: who, and what they marked.
#[derive(Clone)]
pub(in crate::ui) struct Annotator {
    pub(in crate::ui) name: String,
    pub(in crate::ui) document: Rc<Document>,
}

/// A file's work on an article, kept while the page is open.
pub(super) struct Sheet {
    article: DocumentId,
    annotator: Annotator,
}

impl Desk {
    /// An article of the library and a colleague's work on it, as one. `None` where the texts differ.
    pub(super) fn united(&self, name: &str, theirs: Document) -> Option<(Arc<Document>, Document)> {
        let ours = self.article(theirs.id)?;
        let theirs = theirs.signed(stem(name), &[&ours]);
        let together = unite(&ours, &theirs)?;
        // A file that comes again is compared with what was here when it first came.
        if !self.has_sheet(ours.id, name, &theirs) {
            self.keep_sheet(ours.id, words::this_article_before(&name), &ours);
            self.keep_sheet(ours.id, name.to_owned(), &theirs);
        }
        Some((ours, together))
    }

    fn has_sheet(&self, article: DocumentId, name: &str, document: &Document) -> bool {
        let sheets = self.memory.sheets.borrow();
        let is_it = |sheet: &Sheet| {
            sheet.article == article && sheet.annotator.name == name && *sheet.annotator.document == *document
        };
        sheets.iter().any(is_it)
    }

    /// Remembers what one side had marked, to see later how far both agreed.
    fn keep_sheet(&self, article: DocumentId, name: String, document: &Document) {
        let mut sheets = self.memory.sheets.borrow_mut();
        sheets.retain(|sheet| sheet.article != article || sheet.annotator.name != name);
        let annotator = Annotator { name, document: Rc::new(document.clone()) };
        sheets.push(Sheet { article, annotator });
    }

    /// Takes in a file to compare the open article with, and changes nothing of the article.
    pub(in crate::ui) fn compare_with_file(&self, name: &str, bytes: &[u8]) {
        let Some(ours) = self.workspace().open().cloned() else { return };
        let import = match formats::read(bytes, None) {
            Ok(import) => import,
            Err(error) => {
                return self.notify(Notice::problem(words::colleagues_file_unread(&name, &error)));
            }
        };
        let placed = import.loose.into_iter().filter_map(|draft| formats::place(draft, ours.text()).ok());
        let redacted = import.redacted.iter().filter_map(|file| file.on(ours.text()).ok());
        let loose: Vec<_> = placed.chain(redacted).flat_map(|import| import.documents).collect();
        let mut all = import.documents.into_iter().chain(loose);
        match all.find(|theirs| theirs.text() == ours.text()) {
            Some(theirs) => {
                self.keep_sheet(ours.id, name.to_owned(), &theirs);
                // What is remembered draws nothing by itself.
                self.say(words::can_be_compared(&name));
            }
            None => self.notify(Notice::problem(words::holds_no_marks_of(&name))),
        }
    }

    /// Who can be compared on the open article: the program, what was accepted, each person, each file.
    pub(in crate::ui) fn annotators(&self, document: &Document) -> Vec<Annotator> {
        let one = |name: String, is_meant: &dyn Fn(&Annotation) -> bool| Annotator {
            name,
            document: Rc::new(document.only(is_meant)),
        };
        let is_made = |annotation: &Annotation| matches!(annotation.origin, Origin::Extractor { .. });
        let suggested = document.only(is_made);
        let mut all = vec![
            // Whatever became of them.
            Annotator {
                name: words::NEWSMARKS_SUGGESTIONS.to_owned(),
                document: Rc::new(suggested.unreviewed()),
            },
            one(words::WHAT_WAS_ACCEPTED.to_owned(), &|it| it.status == Status::Accepted),
        ];
        for person in document.people() {
            let name = if person.is_empty() { words::YOU_ANNOTATOR.to_owned() } else { person.to_string() };
            all.push(Annotator { name, document: Rc::new(document.work_of(&person)) });
        }
        let sheets = self.memory.sheets.borrow();
        let of_this = sheets.iter().filter(|sheet| sheet.article == document.id);
        all.extend(
            of_this
                .filter(|sheet| sheet.annotator.document.text() == document.text())
                .map(|sheet| sheet.annotator.clone()),
        );
        all
    }

    /// The name of the person who works here; may be empty.
    pub(in crate::ui) fn person(&self) -> String {
        (*self.handles.checker).clone()
    }

    /// Ends a disagreement of the open article.
    pub(in crate::ui) fn settle(&self, disagreement: &Disagreement, choice: Choice) {
        let Some(document) = self.workspace().open().cloned() else { return };
        let quote = disagreement
            .place(&document)
            .and_then(|place| place.slice(document.text()))
            .unwrap_or_default()
            .replace('\n', " ");
        let who = Decision::new(self.person(), now());
        let command = operations::settle(&document, disagreement, choice, &who);
        // The dialog says itself how many are left.
        self.edit(words::settle_title(&quote), command);
    }
}

/// What to call who sent a file.
fn stem(name: &str) -> &str {
    name.split('.').next().filter(|stem| !stem.trim().is_empty()).unwrap_or(words::COLLEAGUE)
}
