use std::fmt;

use crate::annotation::AnnotationId;
use crate::document::DocumentId;

/// Something in a file that was read otherwise than it stands there, in a sentence for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The document that it is about; `None` for the file as a whole.
    pub document: Option<DocumentId>,
    /// The annotation that it is about.
    pub annotation: Option<AnnotationId>,
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// The sentence.
    pub message: String,
}

/// The kinds of [`Problem`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ProblemKind {
    /// An annotation was found by its quote elsewhere than the file said.
    Moved,
    /// An annotation has no place in the text and is listed among the orphans.
    Orphaned,
    /// Offsets were counted in another unit than the file says, and were converted.
    OffsetUnit,
    /// An annotation gives no quote, so that its place could not be checked.
    Unchecked,
    /// The text is not the one that the file's checksum was made of.
    Hash,
    /// The text was put into the form that documents keep: line ends, characters that are not allowed.
    Text,
    /// An id is missing, is no UUID, or stands twice, and was replaced.
    Id,
    /// A label or entity that the file does not list was added.
    Added,
    /// A date or time could not be read.
    Date,
    /// Another field could not be read as it stands.
    Field,
    /// An entry that is no document or no annotation at all was left out.
    Skipped,
}

impl Problem {
    pub(super) fn lone_surrogates(count: usize) -> Problem {
        Problem {
            document: None,
            annotation: None,
            kind: ProblemKind::Text,
            message: format!(
                "The file has {count} broken characters (halves of surrogate pairs); each was replaced by “\u{FFFD}”."
            ),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
