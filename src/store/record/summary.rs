use jiff::Timestamp;
use jiff::civil::Date;

use crate::annotation::Status;
use crate::document::{Document, DocumentId};

/// What the list of articles shows of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// Which article.
    pub id: DocumentId,
    /// What to call it; never empty.
    pub title: String,
    /// Who published it; may be empty.
    pub outlet: String,
    /// Where it is from; may be empty.
    pub source: String,
    /// When it was published, where that is known.
    pub published: Option<Date>,
    /// Its tags.
    pub tags: Vec<String>,
    /// A digest of its text, to know the same article again; empty where nobody has made one.
    pub text: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// How many marks it has, small numbers left out.
    pub annotations: usize,
    /// How many of these somebody has reviewed, or made.
    pub reviewed: usize,
}

impl Summary {
    /// How many of its marks nobody has reviewed.
    pub fn left(&self) -> usize {
        self.annotations.saturating_sub(self.reviewed)
    }

    /// The summary of `document` with the digest of its text.
    pub fn with_digest(document: &Document) -> Summary {
        Summary { text: super::digest(document.text()), ..Summary::of(document) }
    }

    /// The summary of `document`, without the digest: that takes time with a long text.
    pub fn of(document: &Document) -> Summary {
        // As the page counts them: small numbers are left out.
        let annotations = || document.annotations().iter().filter(|annotation| !annotation.is_small());
        Summary {
            id: document.id,
            title: document.display_title().into_owned(),
            outlet: document.outlet.clone(),
            source: document.source.clone(),
            published: document.published,
            tags: document.tags.clone(),
            text: String::new(),
            created: document.created,
            modified: document.modified,
            annotations: annotations().count(),
            reviewed: annotations().filter(|it| it.status != Status::Suggested).count(),
        }
    }
}
