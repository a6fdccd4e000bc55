use super::Annotation;
use super::selector::Selector;

/// An annotation that has no place in its document's text: shown in a list, never placed
/// silently, never dropped.
///
/// The annotation's own span means nothing here; `selector` keeps what the file said of the place.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Orphan {
    /// All but the place.
    pub annotation: Annotation,
    /// The place that the file gave.
    pub selector: Selector,
}

impl Orphan {
    /// The field of the file that says so.
    const DECLINED: &str = "declined";

    /// Whether a person has said that it has no place in this text: then none is proposed.
    pub fn is_declined(&self) -> bool {
        self.annotation.extra.get(Orphan::DECLINED).is_some_and(|said| *said == true)
    }

    /// The same, said to have no place.
    pub fn declined(mut self) -> Orphan {
        self.annotation.extra.insert(Orphan::DECLINED.to_owned(), true.into());
        self
    }
}
