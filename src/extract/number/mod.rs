//! Numbers: in digits, in words and in both, whatever they count. The grammar is below all that uses it and knows of no currency,
//! no unit and no age.
//!
//! ```text
//! number   = [ sign ] ( digits | words ) | ordinal | vague
//! digits   = run { mark run } [ "." run ] [ fraction | exponent ] [ scale ]     marks for thousands of the West and of India
//! words    = [ "a" ] group { scale [ "and" ] group } [ "point" group ] [ "and" fraction ]
//! group    = below 100 [ "hundred" [ [ "and" ] below 100 ] ]
//! scale    = "thousand" | "million" | "lakh" | … | "dozen"
//! fraction = "half" | ordinals | 1/2 | ½ , of what stands before or behind
//! ordinal  = 3rd | [ words ] "third"
//! vague    = "hundreds" | "tens of thousands" | "several million"
//! ```

mod exponents;
mod form;
mod fractions;
mod in_digits;
mod in_words;
mod lexicon;
mod phrase;
mod reader;
mod scan;
mod vocabulary;
mod whole;

pub use form::Form;
pub(in crate::extract) use lexicon::{Lexicon, entries};
pub(in crate::extract) use reader::{Reader, is_dash, is_one_of};
pub use scan::Number;
pub(in crate::extract) use scan::{Neighbours, scan};
pub(in crate::extract) use vocabulary::{Piece, is_month, piece};
