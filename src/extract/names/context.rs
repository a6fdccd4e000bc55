//! What the words around a name say about it.

use super::lexicon::{Kinds, word_set};
use super::mention::{Class, Votes};
use super::shape::Shape;
use super::words::Word;
use crate::extract::Article;
use crate::text::Gap;

word_set! {
    /// What people do in news.
    PERSON_VERBS: "said says told tells added adds noted notes asked asks explained explains argued argues insisted insists admitted recalled recalls replied tweeted wrote writes warned warns acknowledged stressed stressing emphasised emphasized lamented quipped joked thinks thought believes believed feels felt hopes hoped remembers remembered smiled laughed died was-born resigned stated states continued concluded declared"
}
word_set! {
    /// Words before a place.
    PLACE_PREPOSITIONS: "in near across outside throughout around towards toward at inside into within"
}
word_set! {
    /// Kinds of places, before "of" or behind a name.
    PLACE_NOUNS: "city town village district province region state county island islands river valley municipality capital port suburb neighbourhood neighborhood area prefecture department governorate oblast peninsula community camp settlement hamlet township bay lake forest mountain mountains border airport coast"
}
word_set! {
    /// What belongs to an organisation.
    ORG_NOUNS: "shares executives employees spokesman spokeswoman spokesperson chairman ceo customers users plc inc ltd stock members lawmakers supporters fighters militants militia board headquarters staff newspaper website app statement report party fans group company subsidiary coach manager players"
}
word_set! {
    /// What belongs to a country.
    PLACE_GOODS: "capital government president economy army military people parliament prime foreign ambassador borders population constitution currency central"
}

/// Evidence from the words around tokens `first..end`.
pub(super) fn votes(article: &Article<'_>, words: &[Word], first: usize, end: usize) -> Votes {
    let mut votes = Votes::default();
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let text = |at: usize| {
        let token = article.tokens.get(at);
        token.and_then(|token| token.span.slice(article.text)).unwrap_or_default()
    };
    let gap = |at: usize| article.tokens.get(at).map_or(Gap::Blank, |token| token.gap);
    let here = word(first);
    if !here.sentence {
        let before = word(first.wrapping_sub(1));
        let acronym = here.shape == Shape::Capitals;
        match text(first.wrapping_sub(1)) {
            "the" | "The" if !acronym => {
                votes.add(Class::Person, -1.5);
                votes.add(Class::Place, -0.4);
            }
            "of" if PLACE_NOUNS.has(word(first.wrapping_sub(2)).hash) => votes.add(Class::Place, 2.5),
            "from" | "to" => votes.add(Class::Place, 0.5),
            "by" | "with" => votes.add(Class::Person, 0.4),
            "-" => {}
            _ if before.shape == Shape::Lower && PLACE_PREPOSITIONS.has(before.hash) => {
                votes.add(Class::Place, if text(first.wrapping_sub(1)) == "at" { 0.6 } else { 1.3 });
            }
            _ if before.shape == Shape::Lower && before.kinds.any(Kinds::TITLE) => {
                votes.add(Class::Person, 1.5);
            }
            _ => {}
        }
    }
    let next = word(end);
    if next.sentence {
        return votes;
    }
    match text(end) {
        "'s" | "’s" if PLACE_GOODS.has(word(end + 1).hash) => votes.add(Class::Place, 0.8),
        "'s" | "’s" if ORG_NOUNS.has(word(end + 1).hash) => votes.add(Class::Org, 0.5),
        "," => {
            let after = word(end + 1);
            if text(end + 1) == "who" {
                votes.add(Class::Person, 2.0);
            } else if after.kinds.any(Kinds::COUNTRY.or(Kinds::REGION))
                && after.is_capital()
                && text(end + 2) != "and"
            {
                votes.add(Class::Place, 0.8);
            } else if after.kinds.any(Kinds::TITLE) && after.shape == Shape::Lower {
                votes.add(Class::Person, 1.0);
            }
        }
        "-" if gap(end) == Gap::None && matches!(text(end + 1), "based" | "born") => {
            votes.add(Class::Place, 2.0)
        }
        "(" if gap(end) == Gap::Space => votes.add(Class::Org, 0.1),
        _ if next.shape == Shape::Lower => {
            if PERSON_VERBS.has(next.hash) {
                votes.add(Class::Person, 0.8);
            } else if text(end) == "who" {
                votes.add(Class::Person, 1.5);
            } else if PLACE_NOUNS.has(next.hash) {
                votes.add(Class::Place, 1.3);
            } else if ORG_NOUNS.has(next.hash) {
                votes.add(Class::Org, 0.8);
            }
        }
        _ => {}
    }
    votes
}
