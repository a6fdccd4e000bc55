//! The phrases of a passage: runs of nouns and names.

use std::ops::Range;

use crate::facts::figure::{Class, Passage, What};
use crate::facts::figures::owner::is_verb;
use crate::text::Span;

/// A phrase of a passage, by its items.
#[derive(Clone)]
pub(super) struct Phrase {
    pub(super) items: Range<usize>,
    pub(super) sentence: usize,
}

/// The phrases of a sentence; of one with a name in it the name by itself too.
pub(super) fn phrases(passage: &Passage<'_>, sentence: usize) -> Vec<Phrase> {
    let items = passage.sentence(sentence);
    let mut found = Vec::new();
    let mut at = items.start;
    while at < items.end {
        if !is_noun(passage, at) {
            at += 1;
            continue;
        }
        let from = at;
        while at < items.end && at < from + 6 && is_noun(passage, at) {
            at += 1;
        }
        found.push(Phrase { items: from..at, sentence });
        if at > from + 1 {
            let names = (from..at).filter(|at| is_name(passage, *at));
            found.extend(names.map(|at| Phrase { items: at..at + 1, sentence }));
        }
    }
    found
}

/// Whether a word can be in a noun phrase.
pub(super) fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    const NONE: &[&str] = &[
        "it", "he", "she", "they", "we", "i", "you", "there", "this", "that", "these", "those", "who",
        "which", "what", "its", "his", "her", "their", "our", "my", "not", "also", "only", "just", "then",
        "so", "than", "when", "where", "if", "because", "as", "all", "up", "down", "more", "less", "most",
        "least", "now", "still", "even", "how", "each", "both", "some", "any", "no", "other", "another",
        "such", "out",
    ];
    let ends = Class::AUXILIARY | Class::PREPOSITION | Class::JOIN | Class::ABOUT;
    let Some(item) = passage.item(at) else { return false };
    matches!(item.what, What::Word | What::Name(_))
        && !item.class.has(ends)
        && !is_possessive(passage, at)
        && !NONE.contains(&item.word.as_str())
        && !is_verb(passage, at)
}

pub(super) fn is_name(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.item(at).map(|it| it.what), Some(What::Name(_)))
}

pub(super) fn has_name(passage: &Passage<'_>, phrase: &Phrase) -> bool {
    phrase.items.clone().any(|at| is_name(passage, at))
}

pub(super) fn is_possessive(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.word(at), "'s" | "’s")
}

pub(super) fn span(passage: &Passage<'_>, items: &Range<usize>) -> Option<Span> {
    Some(passage.item(items.start)?.span.cover(passage.item(items.end.checked_sub(1)?)?.span))
}
