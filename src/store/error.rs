use std::fmt;

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
        Error::new(
            Kind::Full,
            "This browser's storage for Newsmark is full. Export this article, then delete articles that you no \
             longer need: the bin gives its room to what is saved."
                .to_owned(),
        )
    }

    /// The store cannot be reached at all; `reason` is the browser's own word.
    pub fn blocked(reason: &str) -> Error {
        Error::new(
            Kind::Blocked,
            format!(
                "This browser does not let Newsmark store anything here ({reason}). You can work on, but export \
                 your articles before you close the page."
            ),
        )
    }

    pub(super) fn damaged(title: &str, reason: &str) -> Error {
        Error::new(
            Kind::Damaged,
            format!(
                "The stored article {title} cannot be read ({reason}). What there is of it is kept, and can be \
                 downloaded; nothing else is affected."
            ),
        )
    }

    pub(super) fn newer(title: &str) -> Error {
        Error::new(
            Kind::Newer,
            format!(
                "The stored article {title} was written by a newer Newsmark. Reload the page to get that version; \
                 until then it is left as it is."
            ),
        )
    }

    pub(super) fn missing() -> Error {
        Error::new(
            Kind::Missing,
            "This article is no longer stored; another tab may have deleted it.".to_owned(),
        )
    }

    pub(super) fn not_kept() -> Error {
        Error::blocked("it does not keep what is written")
    }

    pub(super) fn other_text(title: &str) -> Error {
        Error::new(
            Kind::Other,
            format!(
                "Another text is stored under the identity of the article “{title}”; it is left as it is. Export \
                 this article to keep what is here."
            ),
        )
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
