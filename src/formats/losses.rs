//! What a format loses of an article: told when one is exported, and held to be true by a property that exports and reads back.

use super::format::Format;
use super::loss::{Loss, list_losses};
use super::registry::codec;
use crate::document::Document;

impl Format {
    /// What the format cannot carry, whatever stands in a document, in the order in which it is told.
    ///
    /// ```
    /// # use newsmark::formats::{Format, Loss};
    /// assert!(Format::Doccano.losses().contains(&Loss::Values));
    /// assert!(Format::WebAnnotation.losses().is_empty());
    /// ```
    pub fn losses(self) -> Vec<Loss> {
        let mut losses: Vec<Loss> = codec(self).losses().iter().copied().flatten().copied().collect();
        losses.sort_unstable();
        losses
    }
}

/// What a format would lose of this document.
///
/// ```
/// # use newsmark::document::{Document, DocumentId};
/// # use newsmark::formats::{Format, Loss, lost};
/// let mut document = Document::new(DocumentId(Default::default()), "Rome.", Default::default());
/// assert_eq!(lost(&document, Format::Csv), [Loss::Text]);
/// ```
pub fn lost(document: &Document, format: Format) -> Vec<Loss> {
    format.losses().into_iter().filter(|loss| loss.is_in(document)).collect()
}

/// The sentence that says what a format loses of this document; `None` where it holds all.
pub fn losses_told(document: &Document, format: Format) -> Option<String> {
    let lost = lost(document, format);
    (!lost.is_empty()).then(|| tell_losses(format, &lost))
}

/// The sentence that says what a format does not hold.
pub fn tell_losses(format: Format, losses: &[Loss]) -> String {
    crate::words::LossesTold { format: &format.name(), losses: &list_losses(losses) }.text()
}
