//! Colleagues' work on the open article: what differs, and how far they agree.

use std::rc::Rc;
use std::sync::Arc;

use super::Desk;
use crate::annotation::{Annotation, Decision, Origin, Status};
use crate::document::{Disagreement, Document};
use crate::edit::operations::{self, Choice};
use crate::formats;
use crate::ui::browser::now;
use crate::words;
use crate::workspace::{Action, Notice, Sheet};

/// One side of a comparison: who, and what they marked.
#[derive(Clone)]
pub(in crate::ui) struct Annotator {
    pub(in crate::ui) name: String,
    pub(in crate::ui) document: Rc<Document>,
}

impl Desk {
    /// Takes in a file to compare the open article with, and changes nothing of the article.
    pub(in crate::ui) fn compare_with_file(&self, name: &str, bytes: &[u8]) {
        let Some(ours) = self.workspace().open().cloned() else { return };
        let import = match formats::read(bytes, None) {
            Ok(import) => import,
            Err(error) => {
                return self.notify(Notice::problem(
                    words::ColleaguesFileUnread { name: &name, error: &error }.text(),
                ));
            }
        };
        let placed = import.loose.into_iter().filter_map(|draft| formats::place(draft, ours.text()).ok());
        let redacted = import.redacted.iter().filter_map(|file| file.on(ours.text()).ok());
        let loose: Vec<_> = placed.chain(redacted).flat_map(|import| import.documents).collect();
        let mut all = import.documents.into_iter().chain(loose);
        match all.find(|theirs| theirs.text() == ours.text()) {
            Some(theirs) => {
                let article = ours.id;
                self.send(Action::KeepSheet(Sheet {
                    article,
                    name: name.to_owned(),
                    document: Arc::new(theirs),
                }));
                self.say(words::file_comparable(&name));
            }
            None => self.notify(Notice::problem(words::file_without_these_marks(&name))),
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
            one(words::ACCEPTED_MARKS.to_owned(), &|it| it.status == Status::Accepted),
        ];
        for person in document.people() {
            let name = if person.is_empty() { words::YOU_ANNOTATOR.to_owned() } else { person.to_string() };
            all.push(Annotator { name, document: Rc::new(document.work_of(&person)) });
        }
        let workspace = self.workspace();
        let of_this = workspace.sheets(document.id).filter(|it| it.document.text() == document.text());
        all.extend(
            of_this.map(|it| Annotator { name: it.name.clone(), document: Rc::new((*it.document).clone()) }),
        );
        all
    }

    /// The name of the person who works here; may be empty.
    pub(in crate::ui) fn person(&self) -> String {
        self.workspace().person().to_owned()
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
