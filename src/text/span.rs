use std::fmt;
use std::ops::Range;

/// A half-open range `start..end` of UTF-8 byte offsets into one text.
///
/// Offsets are kept in 32 bits: a text of 4 GiB or more is cut at that length before it gets here
/// (browsers cannot hold one in a string). A span by itself does not know its text; [`Span::slice`]
/// checks that it lies on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span `start..end`, in bytes. An `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Span {
        let start = clamp(start);
        Span { start, end: clamp(end).max(start) }
    }

    /// Byte offset of the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte offset behind the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a standard range of byte offsets.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The covered text, or `None` where the span does not lie in `text` on character boundaries.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies within this span (equal spans contain each other).
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span moved `bytes` towards the end.
    pub fn shift(self, bytes: usize) -> Span {
        Span::new(self.start() + bytes, self.end() + bytes)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_only_on_character_boundaries() {
        let text = "a€b";
        assert_eq!(Span::new(1, 4).slice(text), Some("€"));
        assert_eq!(Span::new(1, 3).slice(text), None);
        assert_eq!(Span::new(4, 9).slice(text), None);
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).contains(Span::new(0, 4)));
    }

    #[test]
    fn end_before_start_is_empty() {
        assert!(Span::new(5, 2).is_empty());
        assert_eq!(format!("{:?}", Span::new(3, 7)), "3..7");
    }
}
