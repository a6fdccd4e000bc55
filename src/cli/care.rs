//! Whether articles may be written in a format that does not hold all of them.

use std::borrow::Cow;

use super::output::Tell;
use crate::document::Document;
use crate::formats::{Format, Loss, lost, snapped, tell_losses};

/// How carefully articles are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Care {
    /// What is written; `None` for a table that is no format of the library.
    format: Option<Format>,
    /// Whether an article that would lose something is left out.
    is_strict: bool,
    /// Whether whoever runs the program has given the article's text just now.
    is_new: bool,
    /// Whether marks grow to spaCy's words.
    snaps: bool,
}

/// What stands in a plain text, or is true of all that has just been extracted: no loss to whoever gave the text.
const GIVEN: &[Loss] = &[
    Loss::Text,
    Loss::Spaces,
    Loss::Title,
    Loss::Source,
    Loss::Outlet,
    Loss::Published,
    Loss::Authors,
    Loss::Status,
];

impl Care {
    /// For articles that were annotated before.
    pub(super) fn of_annotated(format: Format, is_strict: bool) -> Care {
        Care { format: Some(format), is_strict, is_new: false, snaps: false }
    }

    /// For texts that are annotated now.
    pub(super) fn of_texts(format: Option<Format>, is_strict: bool) -> Care {
        Care { format, is_strict, is_new: true, snaps: false }
    }

    /// With marks grown to spaCy's words.
    pub(super) fn snapping(self, snaps: bool) -> Care {
        Care { snaps, ..self }
    }

    /// The article as it may be written; tells what is lost, and which article is left out for it.
    pub(super) fn ready<'d>(
        self,
        document: &'d Document,
        name: &str,
        teller: &mut impl Tell,
    ) -> Option<Cow<'d, Document>> {
        let document = if self.snaps { Cow::Owned(snapped(document)) } else { Cow::Borrowed(document) };
        let Some(format) = self.format else { return Some(document) };
        let mut lost = lost(&document, format);
        lost.retain(|loss| !(self.is_new && GIVEN.contains(loss)));
        if lost.is_empty() {
            return Some(document);
        }
        if self.is_strict {
            let told = tell_losses(format, &lost);
            teller.fail(name, &format!("{told} The article is left out, as --strict asks for."));
            return None;
        }
        teller.lose(format, &lost);
        Some(document)
    }
}
