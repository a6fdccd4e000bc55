use super::Annotation;
use super::selector::Selector;

/// An annotation that has no place in its document's text: shown in a list, never placed
/// silently, never dropped.
///
/// The annotation's own span means nothing here; `selector` keeps what the file said of the place.
#[derive(Clone, PartialEq, Debug)]
pub struct Orphan {
    /// All but the place.
    pub annotation: Annotation,
    /// The place that the file gave.
    pub selector: Selector,
}
