//! Titles of works in quote marks, behind a word for the kind of work: the film "Blue Harbour".

use super::super::marks::mark;
use super::lexicon::word_set;
use super::shape::Shape;
use super::words::Word;
use crate::extract::{Article, Candidate};
use crate::label::LabelCode;

word_set! {
    /// Words before a title that is quoted as a title.
    pub(in crate::extract) WORKS: "book novel film movie song album single titled entitled documentary series play report memoir essay poem article column magazine painting episode novella musical opera"
}

/// No title has more tokens.
const LONGEST: usize = 16;

/// Finds quoted titles.
pub(super) fn find(article: &Article<'_>, words: &[Word]) -> Vec<Candidate> {
    let text = |at: usize| {
        let token = article.tokens.get(at);
        token.and_then(|token| token.span.slice(article.text)).unwrap_or_default()
    };
    let mut found = Vec::new();
    for (open, word) in words.iter().enumerate() {
        let Some(opened) = Some(text(open)).filter(|_| word.shape == Shape::Other).and_then(mark) else {
            continue;
        };
        let comma = usize::from(open > 0 && text(open - 1) == ",");
        let cue = open.checked_sub(1 + comma).and_then(|at| words.get(at)).copied().unwrap_or_default();
        if !WORKS.has(cue.hash) {
            continue;
        }
        let single = matches!(opened, '\'' | '‘' | '’');
        let closes =
            |at: &usize| mark(text(*at)).is_some_and(|mark| matches!(mark, '\'' | '‘' | '’') == single);
        let Some(close) = (open + 1..open + LONGEST).find(closes) else { continue };
        let ends = if matches!(text(close - 1), "," | ".") { close - 1 } else { close };
        let inner = words.get(open + 1..ends).unwrap_or_default();
        let long = |word: &&Word| word.shape == Shape::Lower && !word.is_small;
        if inner.iter().any(|word| long(&word)) || !inner.first().is_some_and(Word::is_capital) {
            continue;
        }
        let (Some(first), Some(last)) = (article.tokens.get(open + 1), article.tokens.get(ends - 1)) else {
            continue;
        };
        found.push(Candidate {
            span: first.span.cover(last.span),
            label: LabelCode::WORK,
            value: None,
            score: 0.96,
            extractor: 0,
        });
    }
    found
}
