//! Selectors: how the place of an annotation is told to another copy of the text.
//!
//! Both kinds are those of the W3C Web Annotation Data Model (Recommendation of 23 February 2017),
//! sections 4.2.4 (Text Quote Selector) and 4.2.5 (Text Position Selector), where positions count
//! Unicode code points.

/// A place in a text by quote and position together.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Selector {
    /// TextQuoteSelector: the marked text and what stands around it.
    pub quote: TextQuoteSelector,
    /// TextPositionSelector: where it stood.
    pub position: TextPositionSelector,
}

/// The marked text itself, with a piece of text before and behind it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct TextQuoteSelector {
    /// The marked text.
    pub exact: String,
    /// What stands right before it.
    pub prefix: String,
    /// What stands right behind it.
    pub suffix: String,
}

/// A half-open range of Unicode code points.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct TextPositionSelector {
    /// The first code point.
    pub start: i64,
    /// Behind the last code point.
    pub end: i64,
}
