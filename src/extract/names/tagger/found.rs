//! What the model gives.

use super::tag::NameClass;

/// A name that the model found.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Found {
    /// Its first token.
    pub first: usize,
    /// The token behind its last.
    pub end: usize,
    /// What it names.
    pub class: NameClass,
    /// How probable the model holds it to be, 0 to 1, before calibration.
    pub probability: f32,
    /// How probable each class is for just these tokens.
    pub(super) classes: [f32; NameClass::ALL.len()],
}

impl Found {
    /// Takes the most probable class.
    pub(super) fn settle(&mut self) {
        let classes = &self.classes;
        let best = (0..classes.len())
            .fold(0, |best, class| if classes[class] > classes[best] { class } else { best });
        (self.class, self.probability) = (NameClass::ALL[best], classes[best].clamp(0.0, 1.0));
    }

    /// The same for other tokens.
    pub(in crate::extract::names) fn within(self, first: usize, end: usize) -> Found {
        Found { first, end, ..self }
    }
}
