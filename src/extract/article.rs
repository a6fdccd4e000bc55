use jiff::civil::Date;

use super::amount;
use super::number::Number;
use crate::text::{Span, Tokens, paragraphs, sentences, tokenize};

/// What extractors read: one text with its tokens, sentences and paragraphs, made once for all of
/// them.
#[derive(Clone, Debug)]
pub struct Article<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens, which tile it.
    pub tokens: Tokens,
    /// Its sentences in order, in bytes, without the space between them.
    pub sentences: Vec<Span>,
    /// Its paragraphs (lines that are not blank) in order, in bytes, without surrounding space.
    pub paragraphs: Vec<Span>,
    /// The numbers in it, in order: each in digits or words, whatever it counts.
    pub numbers: Vec<Number>,
    /// The day from which relative dates count.
    pub published: Option<Date>,
}

impl<'t> Article<'t> {
    /// Prepares `text` for extraction.
    pub fn new(text: &'t str, published: Option<Date>) -> Article<'t> {
        let tokens = tokenize(text);
        let paragraphs = paragraphs(text);
        let sentences = sentences(text, &tokens);
        let numbers = amount::numbers(text, &tokens);
        Article { text, tokens, sentences, paragraphs, numbers, published }
    }
}
