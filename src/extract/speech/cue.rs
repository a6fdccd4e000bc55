//! Cues: the words that tie speech to its source, in one sentence.
//!
//! ```text
//! told      = source verb [addressee] [adverbial] content      (Austin told reporters on Monday that …)
//! behind    = content "," source verb | content "," verb source  (…, Austin said; …, said Austin)
//! between   = content "," source verb "," content
//! passive   = content "be" verb "by" source                     (the offer was rejected by the union)
//! going on  = told ("," ing-verb content | "and" verb content)  (said …, adding …)
//! according = "according to" source "," content | content "," "according to" source
//! noun      = source "'s" noun ("that" | preposition) content    (his claim that …)
//! ```

use std::ops::Range;

use super::content::{Content, Kind, one};
use super::inflection::Form;
use super::lexicon::{Class, Frames, Sort, Verb};
use super::reading::Reading;
use super::source::{Use, Who};
use super::telling::Telling;
use crate::text::Gap;

/// One cue with what it ties together, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The verb, the noun, or "according".
    pub(super) at: usize,
    /// Where its part of the sentence begins: with its subject, or with what helps the verb.
    pub(super) first: usize,
    /// The token behind it.
    pub(super) end: usize,
    /// Who says so.
    pub(super) who: Option<Who>,
    /// What is told, in one piece or two; empty where it all stands in quote marks elsewhere.
    pub(super) content: Vec<Range<usize>>,
    /// Whether speech in quote marks can hang on it.
    pub(super) takes_quote: bool,
    /// Whether it is joined to the cue before it: "…, adding …".
    pub(super) is_joined: bool,
    /// Whether what it ties was said.
    pub(super) telling: Telling,
}

impl Reading<'_, '_> {
    /// The cues of a sentence, in order.
    pub(super) fn cues(&self, sentence: Range<usize>) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        for at in sentence.clone() {
            let word = self.word(at);
            if word.is_quoted {
                continue;
            }
            let found = if self.says(at, "according") && self.says(at + 1, "to") {
                self.according(at, &sentence)
            } else if let Some(sort) = word.noun
                && (self.is_clitic(at.wrapping_sub(1)) || self.is(at.wrapping_sub(1), Class::DETERMINER))
            {
                self.noun_cue(at, sort, &sentence)
            } else {
                None
            };
            let found = found.or_else(|| self.verb_cue(at, &sentence, &cues));
            let Some(cue) = found else { continue };
            // What is told stays one: no second reading of its inside.
            let inside = cues.last().is_some_and(|before| {
                before.holds(cue.first.max(cue.at.min(cue.first + 1))) && !cue.is_joined
            });
            if inside && !cue.content.iter().any(|piece| piece.end <= cue.first) {
                continue;
            }
            // What a cue behind governs is one, too: "The board will announce a date, Lund said."
            while cues.last().is_some_and(|before| cue.holds(before.at) && cue.at > before.at) {
                cues.pop();
            }
            if let Some(before) = cues.last_mut() {
                before.cut(&cue, self);
            }
            cues.push(cue);
        }
        cues
    }

    fn verb_cue(&self, at: usize, sentence: &Range<usize>, before: &[Cue]) -> Option<Cue> {
        let (verb, form) = self.verb(at)?;
        let (usage, first) = self.usage(at, verb, form, sentence, before)?;
        if usage == Use::Passive {
            return self.passive(at, verb, first, sentence);
        }
        let (who, first, is_joined) =
            self.subject(at, first, usage, form, sentence, before.last().and_then(|cue| cue.who));
        let who = who.filter(|who| self.can_speak(who));
        let behind = who.as_ref().is_some_and(|who| who.first() > at);
        let from = if behind { who.as_ref().map_or(at + 1, Who::end) } else { at + 1 };
        let Content { pieces: mut content, end, kind } = self.content(verb, first, from, behind, sentence)?;
        // "When she said that …, they left": the clause ends with the comma.
        let hangs = first > sentence.start
            && self.is(first - 1, Class::SUBORDINATOR)
            && !self.is(first - 1, Class::RELATIVE);
        // So does "Mr Obama, who knew that …, told them".
        let relative =
            self.is(first.wrapping_sub(1), Class::RELATIVE) && self.text(first.wrapping_sub(2)) == ",";
        if relative
            || hangs
                && (sentence.start..first - 1)
                    .all(|at| !self.is_word(at) || self.is(at, Class::CONJUNCTION) || self.is_adverb(at))
        {
            for piece in &mut content {
                let comma =
                    (piece.start..piece.end).find(|&at| self.text(at) == "," && !self.word(at).is_quoted);
                piece.end = comma.unwrap_or(piece.end);
            }
        }
        let takes_quote = verb.frames.has(Frames::CLAUSE)
            || verb.frames.has(Frames::OBJECT)
            || verb.frames.has(Frames::QUESTION);
        let mut telling = self.telling(verb.sort, kind, who.as_ref(), at, sentence.start);
        // "Rejected it", "criticised Clinton": nothing is told.
        let is_whole = |piece: &Range<usize>| {
            piece.len() < 2 || self.name(piece.start).is_some_and(|name| self.tokens(name).end >= piece.end)
        };
        if telling == Telling::Said
            && matches!(kind, Kind::Object | Kind::Topic)
            && content.iter().all(is_whole)
        {
            telling = Telling::InPart;
        }
        Some(Cue { at, first, end, who, content, takes_quote, is_joined, telling })
    }

    /// How a verb is used, and where the words that help it begin; `None` where it is none.
    fn usage(
        &self,
        at: usize,
        verb: Verb,
        form: Form,
        sentence: &Range<usize>,
        earlier: &[Cue],
    ) -> Option<(Use, usize)> {
        if self.name(at).is_some() || self.is_clitic(at + 1) {
            return None;
        }
        let mut first = at;
        // A quantifier that floats behind the auxiliary: "have both said".
        let shared = |at: usize| {
            matches!(self.text(at), "both" | "all" | "each") && at > 0 && self.is(at - 1, Class::AUXILIARY)
        };
        while first > sentence.start && (self.is_adverb(first - 1) || shared(first - 1)) {
            first -= 1;
        }
        let before = first.checked_sub(1).filter(|&before| before >= sentence.start);
        let is = |class| before.is_some_and(|before| self.is(before, class));
        let group = self.group(first, sentence.start);
        let clitic = before.is_some_and(|before| self.is_clitic(before));
        let clitic_verb =
            clitic && before.is_some_and(|b| b > 0 && (self.is(b - 1, Class::PRONOUN) || form == Form::Ing));
        let pronoun = is(Class::PRONOUN);
        let number = before.is_some_and(|before| self.is_number(before));
        let hyphen = |at: usize| self.text(at) == "-" && self.gap(at) == Gap::None;
        if hyphen(at + 1) && self.gap(at + 2) == Gap::None
            || at > 0 && hyphen(at - 1) && self.gap(at) == Gap::None
        {
            return None;
        }
        match form {
            Form::Past | Form::Participle => {
                if is(Class::BE) {
                    return Some((Use::Passive, group));
                }
                if is(Class::HAVE) || clitic_verb {
                    return Some((Use::Finite, group));
                }
                if is(Class::CONJUNCTION) && self.says(at + 1, "by") {
                    return None;
                }
                // "Asked about the offer, she …"
                if before.is_none() && !(self.name(at + 1).is_some() || self.is(at + 1, Class::DETERMINER)) {
                    return None;
                }
                let noun_before = is(Class::DETERMINER.or(Class::PREPOSITION)) && !is(Class::RELATIVE);
                if form == Form::Participle || clitic || noun_before || self.says(at + 1, "by") {
                    return None;
                }
                Some((Use::Finite, group))
            }
            Form::Third => {
                let noun = clitic
                    || is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::AUXILIARY))
                        && !is(Class::RELATIVE);
                if noun || number || before.is_some_and(|before| self.text(before) == "-") {
                    return None;
                }
                // "…, AFP reports."
                let closes = before.is_some_and(|before| self.name(before).is_some())
                    && self.end_of_sentence(sentence) == at + 1;
                let sure = pronoun
                    || closes
                    || is(Class::RELATIVE)
                    || !verb.frames.has(Frames::NOUN)
                    || self.is_followed(at, verb);
                sure.then_some((Use::Finite, group))
            }
            Form::Base => {
                let before = before?;
                if self.says(before, "to") {
                    return Some((Use::Dependent, group));
                }
                if is(Class::MODAL) || pronoun {
                    return Some((Use::Finite, group));
                }
                if is(Class::CONJUNCTION)
                    && earlier.last().is_some_and(|cue| matches!(self.verb(cue.at), Some((_, Form::Base))))
                    && self.is_followed(at, verb)
                {
                    return Some((Use::Dependent, group));
                }
                let text = self.text(before);
                let plural = text.ends_with('s') && !["ss", "us", "is"].iter().any(|end| text.ends_with(end))
                    || self.is(before, Class::RELATIVE)
                    || matches!(text, "people" | "police" | "men" | "women");
                let noun = clitic
                    || is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::AUXILIARY))
                        && !is(Class::RELATIVE);
                (plural && !noun && self.is_followed(at, verb)).then_some((Use::Finite, group))
            }
            Form::Ing => {
                if is(Class::BE) || clitic_verb {
                    return Some((Use::Finite, group));
                }
                let noun = clitic || is(Class::DETERMINER) || self.is(at + 1, Class::AUXILIARY);
                // "regarding", "considering": prepositions, too.
                (!noun && !self.is(at, Class::PREPOSITION)).then_some((Use::Dependent, first))
            }
        }
    }

    /// Where the auxiliaries and adverbs before a verb begin.
    fn group(&self, mut first: usize, from: usize) -> usize {
        while first > from {
            let before = first - 1;
            let helps = self.is(before, Class::AUXILIARY) && !self.is(before, Class::PRONOUN)
                || self.is_adverb(before)
                || self.says(before, "to")
                || self.is_clitic(before) && before > from && self.is(before - 1, Class::PRONOUN);
            if !helps {
                break;
            }
            first = before;
        }
        first
    }

    /// Whether what stands behind a word shows that it is a verb.
    fn is_followed(&self, at: usize, verb: Verb) -> bool {
        let mut next = at + 1;
        while self.is_adverb(next) {
            next += 1;
        }
        let frames = verb.frames;
        self.is(next, Class::DETERMINER.or(Class::PRONOUN).or(Class::OBJECT))
            || self.says(next, "that")
            || self.is(next, Class::QUESTION) && frames.has(Frames::QUESTION)
            || self.says(next, "to") && frames.has(Frames::INFINITIVE)
            || self.is_mark(next)
            || self.text(next) == ":"
            || self.text(next) == "," && self.is_mark(next + 1)
            || self.name(next).is_some()
            || self.particle(next, verb) && !frames.has(Frames::NOUN)
    }

    /// Whether a token is a preposition behind which the verb has what is said.
    pub(super) fn particle(&self, at: usize, verb: Verb) -> bool {
        let text = self.text(at);
        !text.is_empty() && verb.particles.split(' ').any(|particle| text.eq_ignore_ascii_case(particle))
    }

    /// "The offer was rejected by the union."
    fn passive(&self, at: usize, verb: Verb, first: usize, sentence: &Range<usize>) -> Option<Cue> {
        if !self.says(at + 1, "by") {
            return None;
        }
        let who = self.who(self.phrase_from(at + 2, sentence.end)?);
        let content = self.phrase_before(first, sentence.start)?;
        let telling = self.telling(verb.sort, Kind::Object, Some(&who), at, sentence.start);
        Some(Cue {
            telling,
            at,
            first: content.first,
            end: at + 2,
            who: Some(who),
            content: one(content.first..content.end),
            takes_quote: true,
            is_joined: false,
        })
    }

    fn according(&self, at: usize, sentence: &Range<usize>) -> Option<Cue> {
        let phrase = self.phrase_from(at + 2, sentence.end)?;
        let who = Some(self.who(phrase));
        let end = self.end_of_sentence(sentence);
        let behind = self.behind_apposition(phrase.end, sentence);
        let is_lead = |at: usize| !self.is_word(at) || self.is(at, Class::CONJUNCTION) || self.is_adverb(at);
        let before =
            self.behind_dateline(sentence)..if self.text(at.wrapping_sub(1)) == "," { at - 1 } else { at };
        let mut content = Vec::new();
        if (sentence.start..at).all(is_lead) || !self.is_clause_so_far(&before) {
            // "According to the court, …", also without the comma; "In May, according to the court, …".
            let from = if self.text(behind) == "," { behind + 1 } else { phrase.end };
            if !(sentence.start..at).all(is_lead) && before.end < at {
                content.push(before);
            }
            (from + 1 < end).then(|| content.push(from..end))?;
        } else {
            content.push(before);
            // "…, according to the court, and …", and "police, according to the court, were …".
            let from = if self.text(behind) == "," { behind + 1 } else { behind };
            let goes_on = self.text(behind) == ","
                && self.verb(from).is_none_or(|(_, form)| form != Form::Ing)
                && !self.text(from).ends_with("ing")
                && !(self.text(from).ends_with("ed") && self.says(from + 1, "in"));
            if goes_on && from + 1 < end {
                content.push(from..end);
            }
        }
        let telling = self.telling(Sort::Saying, Kind::Clause, who.as_ref(), at, at);
        Some(Cue {
            at,
            first: at,
            end: phrase.end,
            who,
            content,
            takes_quote: true,
            is_joined: false,
            telling,
        })
    }

    /// Whether what stands before "according to" is the clause, and not only its beginning.
    fn is_clause_so_far(&self, before: &Range<usize>) -> bool {
        self.is_quoted_in_part(before) || self.is_main_clause(before)
    }

    /// The token behind what is said of somebody in commas: "Chaichan, chairman of the council, …". The comma
    /// is the first behind the phrase where there is no such thing.
    fn behind_apposition(&self, end: usize, sentence: &Range<usize>) -> usize {
        let reach = if self.is(end + 1, Class::RELATIVE) { 40 } else { 20 };
        let begins = self.text(end) == ","
            && self.is_word(end + 1)
            && !self.is_capital(end + 1)
            && !self.is(end + 1, Class::PRONOUN.or(Class::AUXILIARY).or(Class::CONJUNCTION));
        if !begins {
            return end;
        }
        let close = (end + 1..sentence.end.min(end + reach)).find(|&at| self.text(at) == ",");
        let is_noun = |close: usize| {
            (end + 1..close).all(|at| {
                !self.is(at, Class::AUXILIARY.or(Class::OTHER_VERB).or(Class::PRONOUN))
                    || self.is(end + 1, Class::RELATIVE)
            })
        };
        close.filter(|&close| is_noun(close)).unwrap_or(end)
    }

    /// "Donald Trump's claim that …", "their demand for …".
    fn noun_cue(&self, at: usize, sort: Sort, sentence: &Range<usize>) -> Option<Cue> {
        let owner = at - 1;
        let who = if self.is_clitic(owner) {
            let phrase = self.phrase_before(owner, sentence.start)?;
            self.who(phrase)
        } else if matches!(self.text(owner).to_ascii_lowercase().as_str(), "his" | "her" | "their" | "its") {
            Who::Pronoun(owner)
        } else {
            return None;
        };
        let next = at + 1;
        let from = match self.text(next) {
            "that" => next + 1,
            "to" if self.is(next + 1, Class::DETERMINER) || self.text(next + 1).ends_with('s') => {
                return None;
            }
            "to" | "whether" => next,
            "for" | "of" | "about" | "on" if !self.word(next + 1).is_time => next + 1,
            _ => return None,
        };
        let content = self.content_to(from, Kind::Object, sentence)?;
        let kind = match self.text(next) {
            "that" => Kind::Clause,
            "whether" => Kind::Question,
            "to" => Kind::Infinitive,
            _ => Kind::Topic,
        };
        let telling = self.telling(sort, kind, Some(&who), at, at);
        Some(Cue {
            telling,
            at,
            first: who.first(),
            end: from,
            who: Some(who),
            content: one(content),
            takes_quote: true,
            is_joined: false,
        })
    }

    /// The token behind the last one of a sentence that is no full stop or closing mark.
    pub(super) fn end_of_sentence(&self, sentence: &Range<usize>) -> usize {
        let mut end = sentence.end;
        while end > sentence.start
            && matches!(
                self.text(end - 1),
                "." | "!" | "?" | "…" | "\"" | "”" | "’" | "'" | "»" | ":" | ";" | ","
            )
        {
            end -= 1;
        }
        end
    }
}

impl Cue {
    /// Whether a token lies in what is told.
    fn holds(&self, at: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(&at))
    }

    /// Ends what is told where the next cue begins.
    fn cut(&mut self, next: &Cue, reading: &Reading<'_, '_>) {
        let mut first = next.first;
        while first > self.end
            && (reading.is(first - 1, Class::CONJUNCTION.or(Class::SUBORDINATOR))
                || matches!(reading.text(first - 1), "," | "—" | "–" | "-")
                || reading.is_adverb(first - 1))
        {
            first -= 1;
        }
        for piece in &mut self.content {
            if piece.contains(&first) && piece.start < first {
                piece.end = first;
            }
        }
        self.content.retain(|piece| piece.start < piece.end);
    }
}
