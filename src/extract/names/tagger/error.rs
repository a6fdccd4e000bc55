//! What can be wrong with a model.

use std::fmt;

/// Why a file of weights cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModelError {
    /// It is no such file, or of another version.
    Other,
    /// It ends early or contradicts itself.
    Damaged,
    /// Two of its rows have the same key.
    Keys,
    /// The words of one cluster are in two coarse ones.
    Clusters,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ModelError::Other => "the name model is of another version than this program",
            ModelError::Damaged => "the file of the name model is damaged",
            ModelError::Keys => "the name model has two rows of the same key",
            ModelError::Clusters => "the name model has a cluster of words in two coarse ones",
        })
    }
}

impl std::error::Error for ModelError {}
