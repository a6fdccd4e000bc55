//! Times of day.

/// A time of day, as exactly as words tell it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Clock {
    /// From 0 to 24.
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: Option<u32>,
    /// The offset from UTC as ISO 8601 writes it, where a zone settles it.
    pub(crate) zone: Option<&'static str>,
}
