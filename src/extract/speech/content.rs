//! What is told: from where to where.

use std::ops::Range;

use super::inflection::Form;
use super::lexicon::{Class, Frames, Sort, Verb};
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
    /// As a noun phrase does, behind a preposition: "called for talks".
    Topic,
    /// As a clause does, but it begins with "whether", "how" and so on.
    Question,
}

impl Kind {
    /// Whether it is a clause.
    fn is_clause(self) -> bool {
        matches!(self, Kind::Clause | Kind::Question)
    }
}

/// What a verb governs, in tokens.
pub(super) struct Content {
    /// In one piece or two; none where it all stands in quote marks elsewhere.
    pub(super) pieces: Vec<Range<usize>>,
    /// The token behind the cue.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What stands in one piece.
pub(super) fn one(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).collect()
}

impl Reading<'_, '_> {
    /// What a verb governs. `first` is where subject and verb begin, `from` the token from which on it may
    /// stand, `behind` whether the subject stands behind the verb. `None` where nothing is said.
    pub(super) fn content(
        &self,
        verb: Verb,
        first: usize,
        from: usize,
        behind: bool,
        sentence: &Range<usize>,
    ) -> Option<Content> {
        let frames = verb.frames;
        let bound = sentence.end;
        let nothing = |end: usize| Content { pieces: Vec::new(), end, kind: Kind::Clause };
        let next = self.skip_adverbials(from, verb, bound);
        // "X, Austin said", "X, said Austin, Y"
        if let Some(pieces) = self.before_and_behind(first, next, behind, verb, sentence) {
            return Some(Content { pieces, end: next, kind: Kind::Clause });
        }
        if behind {
            return self.is_mark(first.wrapping_sub(1)).then(|| nothing(next));
        }
        let (next, addressed) = self.skip_addressee(next, verb, bound);
        let text = self.text(next);
        if next >= bound {
            return frames.has(Frames::CLAUSE).then(|| nothing(next));
        }
        let quote = self.is_mark(next) || matches!(text, "," | ":") && self.is_mark(next + 1);
        let to = |start: usize, kind: Kind| {
            let piece = self.content_to(start, kind, sentence)?;
            Some(Content { pieces: one(piece), end: start, kind })
        };
        if quote {
            let open = if self.is_mark(next) { next } else { next + 1 };
            let kind = if frames.has(Frames::CLAUSE) { Kind::Clause } else { Kind::Object };
            let piece = self.content_to(open, kind, sentence).filter(|piece| self.is_mixed(piece));
            return Some(Content { pieces: piece.into_iter().collect(), end: next, kind });
        }
        if text == ":" && (frames.has(Frames::CLAUSE)) {
            return to(next + 1, Kind::Clause);
        }
        let that = self.says(next, "that")
            && (verb.sort == Sort::Saying && !frames.has(Frames::NOUN)
                || !self.is_relative(next) && !self.is_adverb(next + 1))
            && (frames.has(Frames::CLAUSE) || frames.has(Frames::INFINITIVE));
        if that {
            let start = if self.text(next + 1) == "," { next + 2 } else { next + 1 };
            return to(start, Kind::Clause);
        }
        if frames.has(Frames::QUESTION) && self.is(next, Class::QUESTION) {
            return to(next, Kind::Question);
        }
        if self.says(next, "to") && frames.has(Frames::INFINITIVE) {
            return to(next, Kind::Infinitive);
        }
        // "A poll described as imperfect": by others.
        let takes_object = frames.has(Frames::OBJECT) && !frames.has(Frames::CLAUSE);
        if takes_object && next == from && self.says(next, "as") {
            return None;
        }
        if self.particle(next, verb) {
            let mut start = next + 1;
            // "lash out at", "call on": what is said may follow whom it is said of.
            if self.is(start, Class::PREPOSITION) || self.says(start, "that") {
                start += 1;
            }
            return to(start, Kind::Topic);
        }
        // "said in Geneva on Monday that"
        if self.is(next, Class::PREPOSITION.or(Class::ARTICLE)) || addressed {
            const REACH: usize = 16;
            let that = (next..bound.min(next + REACH))
                .take_while(|&at| !matches!(self.text(at), ":" | ";") && !self.is_mark(at))
                .find(|&at| self.says(at, "that") && !self.is_relative(at));
            let that = that.filter(|_| frames.has(Frames::CLAUSE) && self.is(next, Class::PREPOSITION));
            if let Some(that) = that {
                return to(that + 1, Kind::Clause);
            }
            if self.is(next, Class::PREPOSITION) && !self.says(next, "like") {
                return frames.has(Frames::CLAUSE).then(|| nothing(next));
            }
        }
        let begins = (self.is_word(next) || self.is_opening_sign(next))
            && !self.is(next, Class::CONJUNCTION.or(Class::PREPOSITION))
            && self.verb(next).is_none_or(|(_, form)| form != Form::Ing)
            && (!self.is(next, Class::SUBORDINATOR) || self.is(next, Class::DETERMINER));
        // "Some believe the vote was stolen", not "they gathered at the gate".
        let direct = verb.sort == Sort::Saying
            || next == from
                && (self.name(next).is_some()
                    || self.is_number(next)
                    || self.is(next, Class::DETERMINER.or(Class::PRONOUN)));
        // "The tape shows a clerk taking cash" has no clause, unless an auxiliary says so.
        let doubtful = verb.sort == Sort::Thinking && frames.has(Frames::OBJECT);
        let sure = |piece: &Range<usize>| {
            piece.clone().any(|at| self.is(at, Class::AUXILIARY.or(Class::OTHER_VERB)))
        };
        if begins && direct && frames.has(Frames::CLAUSE) {
            let piece = self.content_to(next, Kind::Clause, sentence)?;
            if doubtful && !sure(&piece) {
                return to(next, Kind::Object);
            }
            let or_object = [Frames::OBJECT, Frames::NOUN, Frames::ELSE].iter().any(|it| frames.has(*it));
            let says = verb.sort == Sort::Saying && !or_object;
            return match (self.has_verb(&piece, says), frames.has(Frames::OBJECT)) {
                (true, _) => Some(Content { pieces: one(piece), end: next, kind: Kind::Clause }),
                (false, true) => to(next, Kind::Object),
                (false, false) => Some(nothing(next)),
            };
        }
        if begins
            && (frames.has(Frames::OBJECT) || frames.has(Frames::INFINITIVE) && frames.has(Frames::ADDRESSEE))
        {
            return to(next, Kind::Object);
        }
        frames.has(Frames::CLAUSE).then(|| nothing(next))
    }

    /// Whether "that" begins a clause about the noun before it: "a speech that lasted nearly an hour".
    fn is_relative(&self, that: usize) -> bool {
        let next = that + 1;
        self.is(next, Class::AUXILIARY.or(Class::OTHER_VERB))
            || self.name(next).is_none()
                && self.text(next).ends_with("ed")
                && !self.is(next, Class::DETERMINER)
            || self.verb(next).is_some_and(|(_, form)| matches!(form, Form::Past | Form::Third))
                && self.name(next).is_none()
    }

    /// Whether "to" begins an infinitive, and not whom something is said to.
    fn is_infinitive(&self, to: usize) -> bool {
        let next = to + 1;
        self.says(to, "to")
            && self.name(next).is_none()
            && !self.is_capital(next)
            && !self.is(next, Class::DETERMINER.or(Class::OBJECT))
            && (self.is(next, Class::AUXILIARY) || !self.text(next).ends_with('s'))
    }

    /// Whether a token is no word, but something told may begin with it.
    fn is_opening_sign(&self, at: usize) -> bool {
        matches!(self.text(at), "$" | "€" | "£" | "¥" | "‘" | "'")
    }

    /// Whether something in it, before another clause begins, can be a finite verb; nearly anything where the
    /// cue governs nothing else, as "said" does.
    fn has_verb(&self, piece: &Range<usize>, governs_clauses: bool) -> bool {
        let opens = Class::SUBORDINATOR.or(Class::RELATIVE);
        // ", saying …" is another clause, too.
        let goes_on =
            |at: usize| self.text(at) == "," && self.verb(at + 1).is_some_and(|(_, form)| form == Form::Ing);
        let first = (piece.start + 1..piece.end).find(|&at| {
            goes_on(at) || self.is(at, opens) && !self.is(at, Class::DETERMINER) && !self.says(at, "as")
        });
        let main = piece.start..first.unwrap_or(piece.end);
        let loose = |at: usize| {
            let text = self.text(at);
            self.verb(at).is_some()
                || text.ends_with("ed")
                || text.ends_with('s')
                || text.contains(['\'', '’'])
        };
        (main.start + 1..main.end).any(|at| {
            self.is(at, Class::AUXILIARY.or(Class::OTHER_VERB))
                || self.is_clitic(at) && self.is(at - 1, Class::PRONOUN)
                || governs_clauses && (self.is_clitic(at) || loose(at))
        }) || self.has_finite(&main)
    }

    /// What stands before a cue that comes behind, and what goes on after it.
    fn before_and_behind(
        &self,
        first: usize,
        next: usize,
        behind: bool,
        verb: Verb,
        sentence: &Range<usize>,
    ) -> Option<Vec<Range<usize>>> {
        let frames = verb.frames;
        if !frames.has(Frames::CLAUSE) || first <= sentence.start {
            return None;
        }
        let comma = first - 1;
        if !(matches!(self.text(comma), "," | "—" | "–" | "?" | "!") || self.is_mark(comma)) {
            return None;
        }
        let ends =
            next >= self.end_of_sentence(sentence) || matches!(self.text(next), "," | "." | ";" | "—" | "–");
        let infinitive = self.is_infinitive(next);
        let adverbial = verb.sort == Sort::Saying
            && self.is(next, Class::PREPOSITION.or(Class::SUBORDINATOR))
            && !self.says(next, "that")
            && !infinitive
            || self.verb(next).is_some_and(|(_, form)| form == Form::Ing);
        if !(ends || adverbial)
            || !behind && self.is_mark(next + 1) && self.text(next) == "," && !self.is_mark(comma)
        {
            return None;
        }
        let mut start = self.behind_dateline(sentence);
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
            // "The river, Lund said, would rise again."
            let goes_on = !behind
                && self.text(next) == ","
                && (self.is(next + 1, Class::AUXILIARY.or(Class::OTHER_VERB))
                    || self.has_finite(&(next..self.end_of_sentence(sentence))));
            if !self.is_main_clause(&piece) && !goes_on {
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

    /// Where a sentence begins behind a dateline: "Colombo, Sri Lanka – The man …".
    pub(super) fn behind_dateline(&self, sentence: &Range<usize>) -> usize {
        const LONGEST: usize = 10;
        let within = sentence.start..sentence.end.min(sentence.start + LONGEST);
        let dash = within.clone().find(|&at| matches!(self.text(at), "—" | "–" | "-" | "―"));
        let Some(dash) = dash.filter(|&dash| self.gap(dash + 1) > Gap::None) else { return sentence.start };
        let names = (within.start..dash).all(|at| {
            !self.is_word(at) || self.is_capital(at) || self.word(at).is_time || self.is_number(at)
        });
        let opens = self.name(within.start).is_some() && self.is_capital(dash + 1);
        if names && opens { dash + 1 } else { sentence.start }
    }

    /// Whether a piece can stand for itself, and is not the beginning of what comes behind: "In Geneva on
    /// Monday", "While she agreed", "Another week".
    pub(super) fn is_main_clause(&self, piece: &Range<usize>) -> bool {
        let first = (piece.clone()).find(|&at| self.is_word(at)).unwrap_or(piece.start);
        let comma = || piece.clone().find(|&at| self.text(at) == "," && !self.word(at).is_quoted);
        let opens = |at: usize, class: Class| self.is(at, class) && !self.is(at, Class::DETERMINER);
        if opens(first, Class::PREPOSITION) {
            let known = Class::AUXILIARY.or(Class::OTHER_VERB).or(Class::PRONOUN);
            let hangs = self.is(first, Class::SUBORDINATOR);
            return !hangs && piece.clone().any(|at| self.is(at, known))
                || comma().is_some_and(|comma| self.has_finite(&(comma + 1..piece.end)));
        }
        if opens(first, Class::SUBORDINATOR)
            || self.text(first).ends_with("ing") && self.verb(first).is_some()
        {
            return comma().is_some_and(|comma| self.has_finite(&(comma + 1..piece.end)));
        }
        self.has_finite(piece)
    }

    /// Whether something in a piece looks like a finite verb.
    fn has_finite(&self, piece: &Range<usize>) -> bool {
        const SHORT: usize = 5;
        let is_long = piece.clone().filter(|&at| self.is_word(at)).count() > SHORT;
        piece.clone().any(|at| {
            let text = self.text(at);
            let in_phrase = at == piece.start || self.is(at - 1, Class::DETERMINER.or(Class::PREPOSITION));
            self.is(at, Class::AUXILIARY.or(Class::OTHER_VERB).or(Class::PRONOUN))
                || self.verb(at).is_some_and(|(_, form)| matches!(form, Form::Past | Form::Third))
                || text.ends_with("ed") && !self.is_capital(at) && !in_phrase
                || self.is(at, Class::UNCHANGED) && !in_phrase
                || is_long && text.ends_with('s') && !self.is_capital(at) && !in_phrase
        })
    }

    /// Whether all words of a piece stand in quotes.
    fn is_quoted_whole(&self, piece: &Range<usize>) -> bool {
        piece.clone().filter(|&at| self.is_word(at)).all(|at| self.word(at).is_quoted)
    }

    /// Whether not all words of a piece stand in quotes.
    fn is_mixed(&self, piece: &Range<usize>) -> bool {
        !self.is_quoted_whole(piece)
    }

    /// Whether some words of a piece stand in quotes.
    pub(super) fn is_quoted_in_part(&self, piece: &Range<usize>) -> bool {
        piece.clone().any(|at| self.is_word(at) && self.word(at).is_quoted)
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
                    && (verb.frames.has(Frames::INFINITIVE) || self.is_infinitive(next));
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
        let to = self.says(from, "to") && verb.frames.has(Frames::CLAUSE) && !self.is_infinitive(from);
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
                    if !kind.is_clause() && self.gap(end) > Gap::None && self.gap(end + 1) > Gap::None =>
                {
                    break;
                }
                "," if self.ends_at_comma(end, kind) => break,
                _ => {}
            }
            if depth < 0 {
                break;
            }
            if matches!(kind, Kind::Object | Kind::Topic) && end > start {
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
        if kind.is_clause() {
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
