//! What is done to articles of the library without opening them: they are read, and what could be undone of
//! them before can be undone after it.

use std::sync::Arc;

use jiff::Timestamp;

use super::Session;
use crate::document::{Document, DocumentId};
use crate::formats::{self, Format};
use crate::store::Store;
use crate::workspace::{Action, Workspace};

/// Articles as a file.
#[derive(Debug)]
pub struct Exported {
    /// What the file is called.
    pub name: String,
    /// What it holds.
    pub content: String,
    /// What there is to tell of articles that could not be read.
    pub actions: Vec<Action>,
}

impl<S: Store> Session<S> {
    /// Gives an article another title.
    pub fn rename(&self, workspace: &Workspace, id: DocumentId, title: &str, now: Timestamp) -> Vec<Action> {
        let (documents, mut actions) = self.with_steps(workspace, &[id]);
        let rename = |document| Action::RenameArticle { document, title: title.to_owned(), now };
        actions.extend(documents.into_iter().map(rename));
        actions
    }

    /// Gives articles a tag, or takes it from them.
    pub fn tag(
        &self,
        workspace: &Workspace,
        ids: &[DocumentId],
        (tag, gives): (&str, bool),
        now: Timestamp,
    ) -> Vec<Action> {
        let (documents, mut actions) = self.with_steps(workspace, ids);
        actions.push(Action::Tag { documents, tag: tag.to_owned(), gives, now });
        actions
    }

    /// Undoes the last change of articles where it is this one.
    pub fn take_back(
        &self,
        workspace: &Workspace,
        ids: &[DocumentId],
        step: &Arc<str>,
        now: Timestamp,
    ) -> Vec<Action> {
        let (documents, mut actions) = self.with_steps(workspace, ids);
        actions.push(Action::TakeBack { documents, step: step.clone(), now });
        actions
    }

    /// Articles as one file: a library, or an article where it is one.
    pub fn export(&self, workspace: &Workspace, ids: &[DocumentId]) -> Option<Exported> {
        let (documents, actions) = self.read_all(workspace, ids);
        let named: Vec<Document> =
            documents.iter().map(|document| document.with_name(workspace.person())).collect();
        let title = named.first()?.display_title().into_owned();
        let (title, content) = match named.as_slice() {
            [one] => (title, formats::export(one, Format::Newsmark)),
            several => (
                crate::words::FileOfSeveral { others: several.len() - 1, title: &title }.text(),
                formats::export_library(several),
            ),
        };
        Some(Exported { name: formats::file_name(&title, Format::Newsmark), content, actions })
    }

    fn read_all(&self, workspace: &Workspace, ids: &[DocumentId]) -> (Vec<Arc<Document>>, Vec<Action>) {
        let (mut documents, mut actions) = (Vec::new(), Vec::new());
        for id in ids.iter().filter(|id| workspace.contains(**id)) {
            let found = self.article(workspace, *id);
            actions.extend(found.actions);
            documents.extend(found.document);
        }
        (documents, actions)
    }

    /// The articles, with their kept steps of undo recalled.
    fn with_steps(&self, workspace: &Workspace, ids: &[DocumentId]) -> (Vec<Arc<Document>>, Vec<Action>) {
        let (documents, mut actions) = self.read_all(workspace, ids);
        actions.extend(documents.iter().map(|document| self.recall(document)));
        (documents, actions)
    }
}
