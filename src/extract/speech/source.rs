//! Who says something: named, meant by a pronoun, or told by a phrase without a name.

use std::ops::Range;

use super::inflection::Form;
use super::lexicon::{Class, Frames};
use super::phrase::Phrase;
use super::reading::Reading;
use crate::label::LabelCode;

/// Who says something, in tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Who {
    /// A name, as an index into the suggestions, and the phrase that holds it.
    Name(usize, Phrase),
    /// A pronoun.
    Pronoun(usize),
    /// A phrase without a name of its own.
    Unnamed(Phrase),
}

/// How a verb stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use {
    /// With a subject of its own.
    Finite,
    /// Behind a form of "be".
    Passive,
    /// Behind "to", or as "…ing": its subject is that of another verb.
    Dependent,
}

/// What may say something by its name.
const SPEAKERS: [LabelCode; 4] = [LabelCode::PERSON, LabelCode::ORG, LabelCode::LOC, LabelCode::NORP];

impl Who {
    /// The first token.
    pub(super) fn first(&self) -> usize {
        match *self {
            Who::Name(_, phrase) | Who::Unnamed(phrase) => phrase.first,
            Who::Pronoun(at) => at,
        }
    }

    /// The token behind.
    pub(super) fn end(&self) -> usize {
        match *self {
            Who::Name(_, phrase) | Who::Unnamed(phrase) => phrase.end,
            Who::Pronoun(at) => at + 1,
        }
    }
}

impl Reading<'_, '_> {
    /// Whom a noun phrase tells.
    pub(super) fn who(&self, phrase: Phrase) -> Who {
        if phrase.end == phrase.first + 1 && self.is(phrase.first, Class::PRONOUN.or(Class::OBJECT)) {
            return Who::Pronoun(phrase.first);
        }
        // What is attached to the head tells more about it, not who it is.
        let is_attached = |at: usize| {
            self.name(at).is_none()
                && (self.is(at, Class::PREPOSITION.or(Class::RELATIVE)) || matches!(self.text(at), "(" | ","))
        };
        let head = (phrase.first + 1..phrase.end).find(|&at| is_attached(at)).unwrap_or(phrase.end);
        if let Some(name) = self.name_behind_title(phrase, head) {
            return Who::Name(name, phrase);
        }
        let named = head.checked_sub(1).and_then(|at| self.name_of(at, &SPEAKERS));
        let named = named.filter(|&name| {
            let capital_group = self.suggestions.get(name).is_some_and(|name| name.label == LabelCode::NORP);
            !capital_group || self.text(head - 1).ends_with('s')
        });
        match named {
            Some(name) => Who::Name(name, phrase),
            None => Who::Unnamed(phrase),
        }
    }

    /// The person at the end of "Secretary of Defense Lloyd Austin", whose title ends before the token `of`.
    fn name_behind_title(&self, phrase: Phrase, of: usize) -> Option<usize> {
        let title = of.checked_sub(1)?;
        if !self.says(of, "of") || !self.is_capital(title) || !self.is_title(title) {
            return None;
        }
        let name = self.name_of(phrase.end - 1, &[LabelCode::PERSON])?;
        let before = self.tokens(name).start.checked_sub(1)?;
        (before > of && self.is_word(before) && self.is_capital(before)).then_some(name)
    }

    /// Whether a phrase can be somebody: its last word is no verb of saying, as in "said said".
    pub(super) fn can_speak(&self, who: &Who) -> bool {
        let Who::Unnamed(phrase) = who else { return true };
        let last = phrase.end.saturating_sub(1);
        // "However", "finally", "45": nobody.
        let is_nobody = |at: usize| {
            self.is_number(at)
                || self.is_adverb(at)
                || self.text(at).ends_with("ly") && self.text(at).len() > 4
                || self.is(at, Class::LINK.or(Class::PREPOSITION).or(Class::AUXILIARY))
                || self.word(at).is_time
        };
        if (phrase.first..phrase.end).filter(|&at| self.is_word(at)).all(is_nobody) {
            return false;
        }
        let is_verb = self.verb(last).is_some_and(|(verb, form)| {
            matches!(form, Form::Past | Form::Ing) && !verb.frames.has(Frames::NOUN)
        });
        !is_verb && (phrase.first..phrase.end).any(|at| self.is_word(at) && !self.is(at, Class::DETERMINER))
    }

    /// Who does what the verb says; where that begins; and whether the verb goes on from a cue before it.
    pub(super) fn subject(
        &self,
        at: usize,
        group: usize,
        usage: Use,
        form: Form,
        sentence: &Range<usize>,
        earlier: Option<Who>,
    ) -> (Option<Who>, usize, bool) {
        let from = sentence.start;
        if usage == Use::Dependent {
            let left = group.checked_sub(1).filter(|&left| left >= from);
            // "Lund saying", "a letter urging", "quotes Nasser as saying".
            let ends = if left.is_some_and(|left| self.says(left, "as")) { group - 1 } else { group };
            let plain = ends > from
                && form == Form::Ing
                && (self.is_word(ends - 1) || self.text(ends - 1) == ")")
                && (self.name_of(ends - 1, &SPEAKERS).is_some()
                    || !self.is(ends - 1, Class::PREPOSITION.or(Class::LINK).or(Class::AUXILIARY))
                        && !self.is_adverb(ends - 1)
                        && self.verb(ends - 1).is_none());
            // "A plan that involves telling": one word behind another clause's beginning is a verb.
            let is_noun = |phrase: &Phrase| {
                let before = phrase.first.checked_sub(1).filter(|&before| before >= from);
                let opens = Class::PREPOSITION.or(Class::CONJUNCTION);
                phrase.end > phrase.first + 1
                    || self.name(phrase.first).is_some()
                    || before.is_none_or(|before| {
                        !self.is_word(before) || self.is(before, opens) && !self.is(before, Class::RELATIVE)
                    })
            };
            if plain && let Some(phrase) = self.phrase_before(ends, from).filter(is_noun) {
                return (Some(self.who(phrase)), phrase.first, false);
            }
            let who = earlier.or_else(|| self.main_subject(sentence, group));
            return (
                who,
                group,
                left.is_some_and(|left| {
                    self.is(left, Class::CONJUNCTION)
                        || matches!(self.text(left), "," | "—" | "–")
                        || self.is_mark(left)
                }),
            );
        }
        // Whatever stands between: "Trump, on Friday, said".
        let mut end = group;
        while end > from && self.word(end - 1).is_time && self.name(end - 1).is_none() {
            end -= 1;
            let leads = |at: usize| matches!(self.text(at), "on" | "in" | "late" | "early" | "the");
            while end > from && (self.word(end - 1).is_time || leads(end - 1)) {
                end -= 1;
            }
        }
        let Some(left) = end.checked_sub(1).filter(|&left| left >= from) else {
            return (self.inverted(at, sentence), group, false);
        };
        if self.is(left, Class::PRONOUN) {
            return (Some(Who::Pronoun(left)), left, self.turns_away(left, from));
        }
        if self.is(left, Class::RELATIVE) {
            let end = if left > from && self.text(left - 1) == "," { left - 1 } else { left };
            if let Some(phrase) = self.phrase_before(end, from) {
                return (Some(self.who(phrase)), group, false);
            }
            return (None, group, false);
        }
        if self.is(left, Class::CONJUNCTION) {
            return (earlier.or_else(|| self.main_subject(sentence, left)), group, true);
        }
        match self.text(left) {
            "," | ")" | "—" | "–" => {
                let apposition = self.apposition(left, sentence);
                let before =
                    apposition.map(|phrase| (self.apposed(self.who(phrase), sentence), phrase.first));
                if let Some((who @ Who::Name(..), first)) = before {
                    return (Some(who), first, false);
                }
                // "…, from the hand of Noya, reported the ministry."
                let governs = self.verb(at).is_some_and(|(verb, _)| verb.frames.has(Frames::CLAUSE));
                if let Some(who) = self.inverted(at, sentence).filter(|_| governs && usage == Use::Finite)
                    && who.end() >= self.end_of_sentence(sentence)
                {
                    return (Some(who), group, false);
                }
                if let Some((who, first)) = before {
                    return (Some(who), first, false);
                }
                if let Some(who) = self.inverted(at, sentence) {
                    return (Some(who), group, false);
                }
                if self.text(left) == ")"
                    && let Some(phrase) = self.phrase_before(end, from)
                {
                    return (Some(self.who(phrase)), phrase.first, false);
                }
                (earlier.or_else(|| self.main_subject(sentence, left)), group, true)
            }
            _ if self.is_mark(left) => (self.inverted(at, sentence), group, false),
            _ => {
                // "an official who was not authorised to speak said"
                let start = end.saturating_sub(25).max(from);
                let who = (start..end)
                    .rev()
                    .take_while(|&at| {
                        self.text(at) != ","
                            && self.verb(at).is_none_or(|(verb, _)| !verb.frames.has(Frames::CLAUSE))
                    })
                    .find(|&at| self.says(at, "who"));
                if let Some(who) = who
                    && let Some(phrase) = self.phrase_before(who, from)
                {
                    // An adverb before the verb is the relative clause's: "to speak publicly said".
                    let end = if (end..at).all(|at| self.is_adverb(at)) { at } else { end };
                    return (Some(self.who(Phrase { end, ..phrase })), phrase.first, false);
                }
                match self.phrase_before(end, from) {
                    Some(phrase) => {
                        (Some(self.who(phrase)), phrase.first, self.turns_away(phrase.first, from))
                    }
                    None => (self.inverted(at, sentence), group, false),
                }
            }
        }
    }

    /// Whether a clause of its own begins with this subject: "…, though she acknowledged".
    fn turns_away(&self, first: usize, from: usize) -> bool {
        let Some(link) = first.checked_sub(1).filter(|&link| link > from) else { return false };
        let turns = self.is(link, Class::CONJUNCTION)
            || matches!(self.text(link), "though" | "although" | "while" | "whereas");
        turns && self.text(link - 1) == ","
    }

    /// The phrase before an apposition that ends with the comma at `comma`: "Phil Lovas, the chairman, said".
    fn apposition(&self, comma: usize, sentence: &Range<usize>) -> Option<Phrase> {
        const REACH: usize = 24;
        let from = comma.saturating_sub(REACH).max(sentence.start);
        let sign = self.text(comma);
        let opens = |at: usize| match sign {
            ")" => self.text(at) == "(",
            _ => self.text(at) == sign,
        };
        let mut opening = None;
        for at in (from..comma).rev() {
            if opens(at) && at > from && !self.word(at).is_quoted && !self.word(at - 1).is_quoted {
                opening = Some(at);
                // "Smith, 45, a farmer, said": the first of several.
                let before = self.phrase_before(at, sentence.start);
                let is_name = before.is_some_and(|phrase| matches!(self.who(phrase), Who::Name(..)));
                // "the director of customs, Samadhy Martínez, said": her own comma.
                let apposes = self.name_of(at + 1, &[LabelCode::PERSON]).map(|name| self.tokens(name));
                let apposes = apposes.is_some_and(|name| name.start == at + 1 && name.end == comma);
                if is_name || apposes && before.is_some() {
                    break;
                }
            }
        }
        let opening = opening?;
        let next = opening + 1;
        let begins = self.is(next, Class::DETERMINER.or(Class::RELATIVE).or(Class::PREPOSITION))
            || self.is_number(next)
            || self.is_word(next)
                && !self.is(next, Class::CONJUNCTION.or(Class::PRONOUN).or(Class::SUBORDINATOR));
        let phrase = self.phrase_before(opening, sentence.start)?;
        // A clause of its own is no apposition.
        let is_clause =
            (phrase.end + 1..comma).any(|at| self.is(at, Class::PRONOUN) && !self.word(at).is_quoted);
        (begins && !is_clause).then_some(phrase)
    }

    /// Who stands behind the verb: "…, said Austin".
    fn inverted(&self, at: usize, sentence: &Range<usize>) -> Option<Who> {
        let next = at + 1;
        if next >= sentence.end {
            return None;
        }
        if self.is(next, Class::PRONOUN) && !self.says(next, "it") {
            return None;
        }
        if self.name(next).is_none()
            && !self.is(next, Class::DETERMINER)
            && !(self.is_word(next)
                && !self.is(next, Class::PREPOSITION.or(Class::LINK).or(Class::OBJECT))
                && !self.word(next).is_time
                && !self.is_adverb(next))
        {
            return None;
        }
        // The name at the end of "Defense Secretary Lloyd Austin".
        let who = self.phrase_from(next, sentence.end).map(|phrase| self.who(phrase))?;
        Some(self.apposed(who, sentence))
    }

    /// Somebody without a name whose name stands in commas behind: "the mayor, Tomas Rask, said".
    fn apposed(&self, who: Who, sentence: &Range<usize>) -> Who {
        let Who::Unnamed(phrase) = who else { return who };
        if self.text(phrase.end) != "," {
            return who;
        }
        let first = phrase.end + 1;
        let Some(name) = self.name_of(first, &[LabelCode::PERSON]) else { return who };
        let end = self.tokens(name).end;
        let closes = end >= sentence.end || matches!(self.text(end), "," | "." | "(" | ";");
        if self.tokens(name).start == first && closes { Who::Name(name, Phrase { first, end }) } else { who }
    }

    /// The first noun phrase of a sentence that is its subject, as far as can be told.
    pub(super) fn main_subject(&self, sentence: &Range<usize>, limit: usize) -> Option<Who> {
        let mut first = sentence.start;
        while first < limit
            && (!self.is_word(first)
                || self.is(first, Class::CONJUNCTION)
                || self.is_adverb(first) && self.name(first).is_none())
        {
            first += 1;
        }
        let leads = self.is(first, Class::PREPOSITION.or(Class::SUBORDINATOR))
            || self.text(first).ends_with("ing") && self.name(first).is_none()
            || self.word(first).is_time && self.name(first).is_none();
        if leads {
            first = (first..limit).find(|&at| self.text(at) == "," && !self.word(at).is_quoted)? + 1;
        }
        if self.is(first, Class::PRONOUN) {
            return Some(Who::Pronoun(first));
        }
        let phrase = self.phrase_from(first, limit)?;
        let verb = (phrase.first + 1..phrase.end).find(|&at| {
            self.name(at).is_none()
                && (self.text(at).len() > 4 && self.text(at).ends_with("ed")
                    || self.verb(at).is_some_and(|(_, form)| matches!(form, Form::Third | Form::Past))
                    || self.is(at, Class::OTHER_VERB))
        });
        let phrase = Phrase { end: verb.unwrap_or(phrase.end), ..phrase };
        Some(self.who(phrase))
    }
}
