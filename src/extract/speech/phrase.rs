//! Noun phrases, as far as they tell who speaks.
//!
//! ```text
//! phrase    = [determiner] {modifier} head {attached} [relative] [bracket]
//! modifier  = word | name | phrase "'s"
//! attached  = preposition phrase            (a spokesman for the ministry, people close to the talks)
//! relative  = "who" … verb …                (an official who was not authorised to speak)
//! bracket   = "(" … ")"                     (R-Ohio)
//! ```
//!
//! Without a parser the ends are told by what cannot stand inside: auxiliaries, pronouns, words that begin a
//! clause, dates, and punctuation but for the comma of an apposition, which [`subject`](super::subject) reads.

use super::inflection::Form;
use super::lexicon::{Class, Frames};
use super::reading::Reading;

/// A noun phrase, in tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Phrase {
    pub(super) first: usize,
    pub(super) end: usize,
}

/// No noun phrase is read over more tokens.
const LONGEST: usize = 30;

impl Reading<'_, '_> {
    /// Whether a token can stand inside a noun phrase.
    fn is_inside(&self, at: usize) -> bool {
        let word = self.word(at);
        if word.is_quoted || word.is_time && self.name(at).is_none() && !self.is_clitic(at + 1) {
            return false;
        }
        if self.name(at).is_some() {
            return true;
        }
        if word.class.any(Class::DETERMINER) {
            return true;
        }
        let stops =
            Class::AUXILIARY.or(Class::LINK).or(Class::PRONOUN).or(Class::OBJECT).or(Class::OTHER_VERB);
        let joins = matches!(self.text(at), "-" | "–" | "/" | "&" | "$" | "%" | ".")
            || matches!(self.text(at), "'" | "’") && self.is_plural_owner(at);
        (self.is_word(at) && !word.class.any(stops)) || self.is_clitic(at) || joins
    }

    /// Whether an apostrophe ends a word and owns the next: "the teachers' union".
    fn is_plural_owner(&self, at: usize) -> bool {
        let owner = at.checked_sub(1).filter(|&owner| self.is_word(owner) && self.text(owner).ends_with('s'));
        owner.is_some() && self.gap(at) == crate::text::Gap::None && self.is_word(at + 1)
    }

    /// The noun phrase that ends before token `end`, not reaching before `bound`.
    pub(super) fn phrase_before(&self, end: usize, bound: usize) -> Option<Phrase> {
        let bound = bound.max(end.saturating_sub(LONGEST));
        let mut first = end;
        while first > bound {
            let at = first - 1;
            let here = self.word(at);
            if self.gap(first) > crate::text::Gap::Space && first < end {
                break;
            }
            // "(R-Ohio)" belongs to the name before it.
            if self.text(at) == ")" && first == end {
                let open = (bound..at).rev().take(8).find(|&at| self.text(at) == "(");
                match open {
                    Some(open) if open > bound => {
                        first = open;
                        continue;
                    }
                    _ => break,
                }
            }
            if let Some(name) = self.name(at) {
                let name = self.tokens(name);
                first = name.start.max(bound).min(at);
                continue;
            }
            if here.class.any(Class::PREPOSITION) {
                // Attached to the noun before it, if there is one.
                let before = at.checked_sub(1).filter(|&before| before >= bound);
                let attaches = before.is_some_and(|before| {
                    first < end
                        && (self.is_inside(before)
                            && !self.is(before, Class::PREPOSITION.or(Class::DETERMINER)))
                        && !self.is(at, Class::SUBORDINATOR)
                        && !self.verb(before).is_some_and(|(verb, form)| {
                            matches!(form, Form::Past | Form::Participle) && !verb.frames.has(Frames::NOUN)
                        })
                });
                if !attaches {
                    break;
                }
                first = at;
                continue;
            }
            let joins_names = here.class.any(Class::CONJUNCTION)
                && first < end
                && at > bound
                && self.is_inside(at - 1)
                && self.is_inside(first)
                && (self.name(at - 1).is_some() == self.name(first).is_some());
            if !joins_names && !self.is_inside(at) || self.is_adverb(at) && self.name(at).is_none() {
                break;
            }
            first = at;
            // What stands before a determiner belongs to it only by a preposition or "all of".
            if here.class.any(Class::DETERMINER)
                && !(at > bound && self.is(at - 1, Class::PREPOSITION.or(Class::DETERMINER)))
            {
                break;
            }
        }
        let first = (first..end)
            .find(|&at| self.is_word(at) && !self.is(at, Class::PREPOSITION.or(Class::CONJUNCTION)))?;
        (first < end).then_some(Phrase { first, end })
    }

    /// The noun phrase that begins with token `first`, not reaching `bound`.
    pub(super) fn phrase_from(&self, first: usize, bound: usize) -> Option<Phrase> {
        let bound = bound.min(first + LONGEST).min(self.len());
        let mut end = first;
        while end < bound {
            if self.gap(end) > crate::text::Gap::Space && end > first {
                break;
            }
            if let Some(name) = self.name(end) {
                end = self.tokens(name).end.max(end + 1);
                continue;
            }
            if self.text(end) == "(" && end > first {
                match (end..bound).take(8).find(|&at| self.text(at) == ")") {
                    Some(close) => end = close + 1,
                    None => break,
                }
                continue;
            }
            // "According to Coetzee the workforce …": another phrase.
            if end > first && self.is(end, Class::ARTICLE) && self.name(end - 1).is_some() {
                break;
            }
            let joins_names = self.is(end, Class::CONJUNCTION)
                && end > first
                && self.is_inside(end - 1)
                && self.is_inside(end + 1)
                && (self.name(end - 1).is_some() == self.name(end + 1).is_some());
            if self.is(end, Class::PREPOSITION) {
                let attaches = end > first
                    && matches!(
                        self.text(end),
                        "of" | "for"
                            | "from"
                            | "with"
                            | "at"
                            | "to"
                            | "in"
                            | "on"
                            | "by"
                            | "inside"
                            | "within"
                    )
                    && (self.is_inside(end + 1) && !self.word(end + 1).is_time);
                if !attaches {
                    break;
                }
            } else if !joins_names && !self.is_inside(end) || self.is_adverb(end) && self.name(end).is_none()
            {
                break;
            }
            end += 1;
        }
        while end > first
            && (!self.is_word(end - 1) && self.text(end - 1) != ")"
                || self.is(end - 1, Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::ARTICLE)))
            && self.name(end - 1).is_none()
        {
            end -= 1;
        }
        (first < end).then_some(Phrase { first, end })
    }
}
