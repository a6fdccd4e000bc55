//! What evidence for doubts weighs, learnt from passages with and without a fault by `cargo xtask learn-doubts`.

use std::sync::LazyLock;

use super::evidence::Evidence;
use crate::facts::forest::{Forest, Set, hash_of};

static MODEL: LazyLock<Forest> =
    LazyLock::new(|| Forest::from_bytes(include_bytes!("doubts.model")).unwrap_or_default());

/// The hash of all names of evidence.
pub(in crate::facts::arithmetic) fn hash_of_names() -> u32 {
    hash_of(Evidence::names().iter().map(String::as_str))
}

/// The logarithm of the odds that a case with this evidence is a fault.
pub(super) fn weight(evidence: &[Evidence]) -> f64 {
    MODEL.weight(&Set::of(evidence.iter().map(|it| it.number())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::forest::is_sound;

    #[test]
    fn the_model_fits_the_evidence() {
        let model = include_bytes!("doubts.model");
        assert!(is_sound(model, hash_of_names()), "learn it anew: `cargo xtask learn-doubts`");
    }
}
