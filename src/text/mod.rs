//! The text core: spans, offsets, tokens, sentences and paragraphs of one text.
//!
//! Nothing here knows of labels or annotations, allocates per token, or fails: every function is
//! total over every string.

mod align;
mod beginning;
mod find;
mod fingerprint;
mod fold_letter;
mod grouped;
mod hidden;
mod language;
mod normalize;
mod occurrences;
mod offsets;
mod segment;
mod similar;
mod sorting;
mod span;
mod step;
mod token;
mod tokenize;

pub use align::Alignment;
pub use beginning::beginning;
pub use find::Folded;
pub use fingerprint::fingerprint;
pub use fold_letter::fold_letter;
pub use grouped::grouped;
pub use hidden::{hidden, is_hidden, reveal};
pub use language::{direction, is_right_to_left, language};
pub use normalize::{normalize, one_line};
pub use occurrences::{has_no_spaces, occurrences};
pub use offsets::{OffsetMap, Unit};
pub use segment::{paragraphs, sentences};
pub use similar::{Pattern, Similar};
pub use sorting::{sort_by, sort_by_cached_key, sort_by_key, sorted_map, sorted_set};
pub use span::Span;
pub use step::{Stop, step};
pub use token::{Gap, Token, TokenKind, Tokens};
pub use tokenize::{is_apostrophe, tokenize};
