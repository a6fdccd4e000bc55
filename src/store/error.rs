use std::fmt;

use crate::words;

/// Why something could not be stored or read back, told for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    kind: Kind,
    message: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Full,
    Blocked,
    Damaged,
    Newer,
    Missing,
    Other,
}

impl Error {
    /// The store has no room left.
    pub fn full() -> Error {
        Error::new(Kind::Full, words::STORAGE_FULL.to_owned())
    }

    /// The store cannot be reached at all; `reason` is the browser's own word.
    pub fn blocked(reason: &str) -> Error {
        Error::new(Kind::Blocked, words::storage_blocked(&reason))
    }

    pub(super) fn damaged(title: &str, reason: &str) -> Error {
        Error::new(Kind::Damaged, words::RecordDamaged { title: &title, reason: &reason }.text())
    }

    pub(super) fn newer(title: &str) -> Error {
        Error::new(Kind::Newer, words::record_newer(&title))
    }

    pub(super) fn missing() -> Error {
        Error::new(Kind::Missing, words::RECORD_MISSING.to_owned())
    }

    pub(super) fn not_kept() -> Error {
        Error::blocked(words::STORAGE_KEEPS_NOTHING)
    }

    pub(super) fn other_text(title: &str) -> Error {
        Error::new(Kind::Other, words::record_of_another_text(&title))
    }

    fn new(kind: Kind, message: String) -> Error {
        Error { kind, message }
    }

    /// Whether there was no room.
    pub fn is_full(&self) -> bool {
        self.kind == Kind::Full
    }

    /// Whether the store could not be reached.
    pub fn is_blocked(&self) -> bool {
        self.kind == Kind::Blocked
    }

    /// Whether a record could not be read.
    pub fn is_damaged(&self) -> bool {
        self.kind == Kind::Damaged
    }

    /// Whether there is nothing stored, which another tab may have deleted.
    pub fn is_missing(&self) -> bool {
        self.kind == Kind::Missing
    }

    /// Whether a record was written by a newer version.
    pub fn is_newer(&self) -> bool {
        self.kind == Kind::Newer
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
