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
