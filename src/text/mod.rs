//! The text core: spans, offsets, tokens, sentences and paragraphs of one text.
//!
//! Nothing here knows of labels or annotations, allocates per token, or fails: every function is
//! total over every string.

mod normalize;
mod span;

pub use normalize::normalize;
pub use span::Span;
