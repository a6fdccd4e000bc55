//! Backups: the whole library, and what is in the bin, as one file.

use std::sync::Arc;

use jiff::Timestamp;

use super::Session;
use crate::document::Document;
use crate::formats;
use crate::store::{Backup, Store};
use crate::workspace::{Action, Workspace};

impl<S: Store> Session<S> {
    /// The library as one file, and what there is to tell of articles that could not be read.
    pub fn back_up(&self, workspace: &Workspace) -> (String, Vec<Action>) {
        let mut actions = Vec::new();
        let mut documents: Vec<Arc<Document>> = Vec::new();
        let binned = workspace.bin().iter().map(|binned| &binned.summary);
        for summary in workspace.articles().iter().chain(binned) {
            let found = self.article(workspace, summary.id);
            actions.extend(found.actions);
            documents.extend(found.document);
        }
        let bin = workspace.bin().iter().map(|binned| (binned.summary.id, binned.deleted));
        (formats::export_backup(documents.iter().map(AsRef::as_ref), bin), actions)
    }

    /// Notes that a backup was made.
    pub fn note_backup(&self, now: Timestamp) -> Action {
        self.keep_backup(Backup { made: Some(now), put_off: None })
    }

    /// Puts the reminder of a backup off.
    pub fn put_off_backup(&self, now: Timestamp) -> Action {
        self.keep_backup(Backup { put_off: Some(now), ..Backup::load(self.library.store()) })
    }

    fn keep_backup(&self, backup: Backup) -> Action {
        // Not worth an alert: at worst the reminder comes again.
        let _ = backup.save(self.library.store());
        Action::BackedUp(backup)
    }
}
