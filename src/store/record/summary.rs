use jiff::Timestamp;

use crate::annotation::Status;
use crate::document::{Document, DocumentId};

/// What the list of articles shows of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// Which article.
    pub id: DocumentId,
    /// What to call it; never empty.
    pub title: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// How many marks it has, rejected ones left out.
    pub annotations: usize,
    /// How many of these a person has accepted or made.
    pub accepted: usize,
}

impl Summary {
    /// The summary of `document`.
    pub fn of(document: &Document) -> Summary {
        let count = |status| document.annotations().iter().filter(|a| a.status == status).count();
        let accepted = count(Status::Accepted);
        Summary {
            id: document.id,
            title: document.display_title().into_owned(),
            created: document.created,
            modified: document.modified,
            annotations: accepted + count(Status::Suggested),
            accepted,
        }
    }
}
