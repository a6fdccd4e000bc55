//! What is told: from where to where.

use std::ops::Range;

use super::lexicon::{Class, Frames, Verb};
use super::reading::Reading;
use crate::text::Gap;

/// How what is told ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// With the sentence, unless another cue takes over.
    Clause,
    /// With the infinitive: with the comma behind it, if that begins no list.
    Infinitive,
    /// With the noun phrase: also before a clause that hangs on it.
    Object,
}

/// What stands in one piece.
pub(super) fn one(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).collect()
}

impl Reading<'_, '_> {
    /// What a verb governs: its pieces, and the token behind the cue. `first` is where
    /// subject and verb begin, `from` the token from which on it may stand, `behind` whether the subject
    /// stands behind the verb. `None` where nothing is said.
    pub(super) fn content(
        &self,
        verb: Verb,
        first: usize,
        from: usize,
        behind: bool,
        sentence: &Range<usize>,
    ) -> Option<(Vec<Range<usize>>, usize)> {
        let frames = verb.frames;
        let bound = sentence.end;
        let next = self.skip_adverbials(from, verb, bound);
        // "X, Austin said", "X, said Austin, Y"
        if let Some(pieces) = self.before_and_behind(first, next, behind, frames, sentence) {
            return Some((pieces, next));
        }
        if behind {
            return self.is_mark(first.wrapping_sub(1)).then_some((Vec::new(), next));
        }
        let (next, addressed) = self.skip_addressee(next, verb, bound);
        let text = self.text(next);
        if next >= bound {
            return frames.has(Frames::CLAUSE).then_some((Vec::new(), next));
        }
        let quote = self.is_mark(next) || matches!(text, "," | ":") && self.is_mark(next + 1);
        let to = |start: usize, kind: Kind| {
            let piece = self.content_to(start, kind, sentence)?;
            Some((one(piece), start))
        };
        if quote {
            let open = if self.is_mark(next) { next } else { next + 1 };
            let kind = if frames.has(Frames::CLAUSE) { Kind::Clause } else { Kind::Object };
            let piece = self.content_to(open, kind, sentence).filter(|piece| self.is_mixed(piece));
            return Some((piece.into_iter().collect(), next));
        }
        if text == ":" && (frames.has(Frames::CLAUSE)) {
            return to(next + 1, Kind::Clause);
        }
        let that = self.says(next, "that") && (frames.has(Frames::CLAUSE) || frames.has(Frames::INFINITIVE));
        if that {
            let start = if self.text(next + 1) == "," { next + 2 } else { next + 1 };
            return to(start, Kind::Clause);
        }
        if frames.has(Frames::QUESTION) && self.is(next, Class::QUESTION) {
            return to(next, Kind::Clause);
        }
        if self.says(next, "to") && frames.has(Frames::INFINITIVE) {
            return to(next, Kind::Infinitive);
        }
        if self.particle(next, verb) {
            let mut start = next + 1;
            // "lash out at", "call on": what is said may follow whom it is said of.
            if self.is(start, Class::PREPOSITION) || self.says(start, "that") {
                start += 1;
            }
            return to(start, Kind::Object);
        }
        // "said in Geneva on Monday that"
        if self.is(next, Class::PREPOSITION.or(Class::ARTICLE)) || addressed {
            const REACH: usize = 16;
            let that = (next..bound.min(next + REACH))
                .take_while(|&at| !matches!(self.text(at), ":" | ";") && !self.is_mark(at))
                .find(|&at| self.says(at, "that") && !self.is(at + 1, Class::AUXILIARY));
            let that = that.filter(|_| frames.has(Frames::CLAUSE) && self.is(next, Class::PREPOSITION));
            if let Some(that) = that {
                return to(that + 1, Kind::Clause);
            }
            if self.is(next, Class::PREPOSITION) && !self.says(next, "like") {
                return frames.has(Frames::CLAUSE).then_some((Vec::new(), next));
            }
        }
        let begins = (self.is_word(next) || self.is_opening_sign(next))
            && !self.is(next, Class::CONJUNCTION.or(Class::PREPOSITION))
            && (!self.is(next, Class::SUBORDINATOR) || self.is(next, Class::DETERMINER));
        if begins && frames.has(Frames::CLAUSE) {
            let piece = self.content_to(next, Kind::Clause, sentence)?;
            return match (self.has_verb(&piece), frames.has(Frames::OBJECT)) {
                (true, _) => Some((one(piece), next)),
                (false, true) => to(next, Kind::Object),
                (false, false) => Some((Vec::new(), next)),
            };
        }
        if begins
            && (frames.has(Frames::OBJECT) || frames.has(Frames::INFINITIVE) && frames.has(Frames::ADDRESSEE))
        {
            return to(next, Kind::Object);
        }
        frames.has(Frames::CLAUSE).then_some((Vec::new(), next))
    }

    /// Whether a token is no word, but something told may begin with it.
    fn is_opening_sign(&self, at: usize) -> bool {
        matches!(self.text(at), "$" | "€" | "£" | "¥" | "‘" | "'")
    }

    /// Whether something in it can be a finite verb.
    fn has_verb(&self, piece: &Range<usize>) -> bool {
        (piece.start + 1..piece.end).any(|at| {
            self.is(at, Class::AUXILIARY.or(Class::OTHER_VERB))
                || self.is_clitic(at)
                || self.verb(at).is_some()
                || self.text(at).ends_with("ed")
                || self.text(at).ends_with('s')
                || self.text(at).contains(['\'', '’'])
        })
    }

    /// What stands before a cue that comes behind, and what goes on after it.
    fn before_and_behind(
        &self,
        first: usize,
        next: usize,
        behind: bool,
        frames: Frames,
        sentence: &Range<usize>,
    ) -> Option<Vec<Range<usize>>> {
        if !frames.has(Frames::CLAUSE) || first <= sentence.start {
            return None;
        }
        let comma = first - 1;
        if !(matches!(self.text(comma), "," | "—" | "–" | "?" | "!") || self.is_mark(comma)) {
            return None;
        }
        let ends =
            next >= self.end_of_sentence(sentence) || matches!(self.text(next), "," | "." | ";" | "—" | "–");
        let adverbial = self.is(next, Class::PREPOSITION.or(Class::SUBORDINATOR)) && !self.says(next, "that");
        if !(ends || adverbial)
            || !behind && self.is_mark(next + 1) && self.text(next) == "," && !self.is_mark(comma)
        {
            return None;
        }
        let mut start = sentence.start;
        while start < comma && self.is_mark(start) && !self.word(start + 1).is_quoted {
            start += 1;
        }
        let mut pieces = Vec::new();
        let mut piece = start..comma;
        while piece.end > piece.start
            && matches!(self.text(piece.end - 1), "," | "\"" | "”")
            && !self.is_mixed(&piece)
        {
            piece.end -= 1;
        }
        if !self.is_quoted_whole(&piece) {
            let plain = (piece.clone()).filter(|&at| self.is_word(at)).count();
            if plain < 2 {
                return None;
            }
            // A clause, not the beginning of one: "In Geneva on Monday, officials said."
            let leads = self.is(piece.start, Class::PREPOSITION) && !self.has_finite(&piece);
            if leads {
                return None;
            }
            pieces.push(piece);
        }
        if self.text(next) == "," && !self.is_mark(next + 1) {
            let rest = next + 1;
            let goes_on = !behind
                && self.verb(rest).is_none()
                && !self.is(rest, Class::CONJUNCTION.or(Class::RELATIVE))
                && !self.text(rest).ends_with("ing")
                && !pieces.is_empty();
            let end = self.end_of_sentence(sentence);
            if goes_on && rest + 2 < end {
                pieces.push(rest..end);
            }
        }
        Some(pieces)
    }

    fn has_finite(&self, piece: &Range<usize>) -> bool {
        piece.clone().any(|at| self.is(at, Class::AUXILIARY.or(Class::OTHER_VERB).or(Class::PRONOUN)))
    }

    /// Whether all words of a piece stand in quotes.
    fn is_quoted_whole(&self, piece: &Range<usize>) -> bool {
        piece.clone().filter(|&at| self.is_word(at)).all(|at| self.word(at).is_quoted)
    }

    /// Whether some words of a piece stand in quotes and others do not.
    fn is_mixed(&self, piece: &Range<usize>) -> bool {
        !self.is_quoted_whole(piece)
    }

    /// Dates, adverbs, and where it was said: "on Monday", "in a statement", "via email".
    fn skip_adverbials(&self, mut next: usize, verb: Verb, bound: usize) -> usize {
        loop {
            let from = next;
            if self.particle(next, verb) && !self.word(next + 1).is_time {
                return next;
            }
            let at_time = self.word(next).is_time && self.name(next).is_none();
            let dated = self.is(next, Class::PREPOSITION) && self.word(next + 1).is_time;
            let adverb =
                self.is_adverb(next) && self.name(next).is_none() && !self.is(next, Class::DETERMINER);
            if at_time || dated || adverb {
                next += 1;
            } else if self.is(next, Class::PREPOSITION)
                && matches!(
                    self.text(next),
                    "in" | "on"
                        | "at"
                        | "during"
                        | "via"
                        | "through"
                        | "by"
                        | "to"
                        | "after"
                        | "before"
                        | "from"
                )
                && let Some(phrase) = self.phrase_from(next + 1, bound)
            {
                // Only where what is said, or the end, comes behind it.
                let then = phrase.end;
                let ends = then >= bound
                    || matches!(self.text(then), "." | "," | ":" | ";")
                    || self.is_mark(then)
                    || self.says(then, "that")
                    || self.word(then).is_time
                    || self.is(then, Class::PRONOUN);
                let infinitive = self.says(next, "to")
                    && (verb.frames.has(Frames::INFINITIVE) || self.verb(next + 1).is_some());
                if !ends || infinitive {
                    return from;
                }
                next = then;
            }
            if next == from || next >= bound {
                return next;
            }
        }
    }

    /// Whom the verb addresses: "told reporters", "urged him". Returns the token behind and whether there is one.
    fn skip_addressee(&self, from: usize, verb: Verb, bound: usize) -> (usize, bool) {
        let to =
            self.says(from, "to") && verb.frames.has(Frames::CLAUSE) && !verb.frames.has(Frames::INFINITIVE);
        if !verb.frames.has(Frames::ADDRESSEE) && !to {
            return (from, false);
        }
        let start = if to { from + 1 } else { from };
        let end = if self.is(start, Class::OBJECT) || self.says(start, "you") {
            start + 1
        } else {
            match self.phrase_from(start, bound) {
                Some(phrase) => phrase.end,
                None => return (from, false),
            }
        };
        // The phrase may have run into a place or a particle: shorten it to where what is said begins.
        let is_start = |at: usize| {
            at >= bound
                || self.says(at, "that")
                || self.is_mark(at)
                || matches!(self.text(at), "," | ":" | ".")
                || self.is(at, Class::QUESTION) && verb.frames.has(Frames::QUESTION)
                || self.says(at, "to") && verb.frames.has(Frames::INFINITIVE)
                || self.particle(at, verb)
                || self.is(at, Class::PRONOUN) && verb.frames.has(Frames::CLAUSE)
        };
        let short = (start + 1..end).find(|&at| {
            self.name(at).is_none()
                && (self.says(at, "to") && verb.frames.has(Frames::INFINITIVE) || self.particle(at, verb))
        });
        if let Some(short) = short {
            return (short, true);
        }
        let end_skipped = self.skip_adverbials(end, verb, bound);
        if is_start(end_skipped) {
            return (end_skipped, true);
        }
        if is_start(end) {
            return (end, true);
        }
        // "told CNN the plan was dead"
        if let Some(name) = self.name(start)
            && verb.frames.has(Frames::CLAUSE)
            && !verb.frames.has(Frames::OBJECT)
            && self.tokens(name).end < bound
        {
            return (self.skip_adverbials(self.tokens(name).end, verb, bound), true);
        }
        // "told reporters the plan was dead"
        if verb.frames.has(Frames::CLAUSE)
            && !verb.frames.has(Frames::OBJECT)
            && self.is(end, Class::DETERMINER)
        {
            return (end, true);
        }
        (from, false)
    }

    /// What is told from `start` on.
    pub(super) fn content_to(
        &self,
        start: usize,
        kind: Kind,
        sentence: &Range<usize>,
    ) -> Option<Range<usize>> {
        let last = self.end_of_sentence(sentence);
        let mut end = start;
        let mut depth = 0_i32;
        while end < last {
            if self.word(end).is_quoted {
                end += 1;
                continue;
            }
            if end > start && self.gap(end) > Gap::Space {
                break;
            }
            let text = self.text(end);
            match text {
                "(" => depth += 1,
                ")" => depth -= 1,
                ";" => break,
                "—" | "–" | "―" | "-"
                    if kind != Kind::Clause && self.gap(end) > Gap::None && self.gap(end + 1) > Gap::None =>
                {
                    break;
                }
                "," if self.ends_at_comma(end, kind) => break,
                _ => {}
            }
            if depth < 0 {
                break;
            }
            if kind == Kind::Object && end > start {
                let leaves = self.is(end, Class::SUBORDINATOR)
                    && !self.is(end, Class::RELATIVE)
                    && !matches!(text, "as" | "than" | "if" | "whether" | "where" | "so" | "since");
                if leaves || self.says(end, "according") || self.says(end, "but") {
                    break;
                }
            }
            end += 1;
        }
        while end > start
            && !self.is_word(end - 1)
            && !matches!(self.text(end - 1), ")" | "%" | "\"" | "”" | "]")
            && !self.is_clitic(end - 1)
        {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn ends_at_comma(&self, comma: usize, kind: Kind) -> bool {
        let next = comma + 1;
        if self.says(next, "according") {
            return true;
        }
        if kind == Kind::Clause {
            return false;
        }
        // A list goes on: "A, B and C".
        let and = (next..next + 8)
            .take_while(|&at| self.text(at) != "," || at == next)
            .find(|&at| self.is(at, Class::CONJUNCTION));
        let list = and.is_some_and(|and| {
            !self.is(next, Class::RELATIVE.or(Class::PREPOSITION).or(Class::SUBORDINATOR).or(Class::PRONOUN))
                && self.is_word(and + 1)
                && !self.text(next).ends_with("ing")
                && self.verb(next).is_none()
                && and > next
        });
        !list
    }
}
