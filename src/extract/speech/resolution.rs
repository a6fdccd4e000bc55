//! Whom a source means: pronouns and phrases such as "the minister" lead to a name, where one is in view.
//!
//! "He" and "she" mean who spoke last, or whom the sentence before was about, or who was named last, as far as
//! gender allows; what was told longer ago than a paragraph or two is not in view. "The minister" means the
//! person whose title or apposition has the word, "the ministry" the organisation whose name has it. Where
//! nobody fits nobody is guessed.

use std::collections::HashMap;

use super::gender::{self, Gender};
use super::lexicon::Class;
use super::phrase::Phrase;
use super::reading::Reading;
use super::source::Who;
use crate::extract::names::fold::{self, FoldHasher};
use crate::label::LabelCode;

/// A person, an organisation or a place that can speak.
#[derive(Clone, Copy, Debug)]
struct Mention {
    /// The index among the suggestions.
    name: usize,
    first: usize,
    end: usize,
    is_person: bool,
    /// The hash of its last word: people are called by it later.
    last: u64,
}

/// Whom a source was found to mean.
#[derive(Clone, Debug)]
pub(super) struct Meant {
    /// The name, as an index into the suggestions.
    pub(super) name: usize,
    /// How sure that is, 0 to 1.
    pub(super) score: f64,
}

/// Who was named where, with what the article tells about them.
pub(super) struct Resolution<'r, 'a, 't> {
    reading: &'r Reading<'a, 't>,
    mentions: Vec<Mention>,
    /// By the last word of a person's name.
    genders: HashMap<u64, Option<Gender>, FoldHasher>,
    /// By the word for a role or a kind of organisation: the mentions that bear it, in order.
    roles: HashMap<u64, Vec<usize>, FoldHasher>,
    /// Who spoke last, and up to which token.
    last: Option<(usize, usize)>,
}

/// So many names back a pronoun may reach.
const IN_REACH: usize = 40;

/// So many paragraphs back a pronoun may reach.
const IN_VIEW: usize = 2;

impl<'r, 'a, 't> Resolution<'r, 'a, 't> {
    /// Looks at every name once.
    pub(super) fn new(reading: &'r Reading<'a, 't>) -> Resolution<'r, 'a, 't> {
        let mut resolution = Resolution {
            reading,
            mentions: Vec::new(),
            genders: HashMap::default(),
            roles: HashMap::default(),
            last: None,
        };
        for (name, suggestion) in reading.suggestions.iter().enumerate() {
            let is_person = suggestion.label == LabelCode::PERSON;
            if !is_person && ![LabelCode::ORG, LabelCode::LOC].contains(&suggestion.label) {
                continue;
            }
            let tokens = reading.tokens(name);
            let last = tokens.clone().rev().find(|&at| reading.is_word(at)).unwrap_or(tokens.start);
            let mention = Mention {
                name,
                first: tokens.start,
                end: tokens.end,
                is_person,
                last: fold::hash(reading.text(last)),
            };
            let index = resolution.mentions.len();
            resolution.mentions.push(mention);
            match is_person {
                true => resolution.note_person(index, mention),
                false => {
                    for at in tokens.filter(|&at| reading.is_word(at)) {
                        resolution.roles.entry(fold::hash(reading.text(at))).or_default().push(index);
                    }
                }
            }
        }
        resolution
    }

    /// Notes gender and roles of a person.
    fn note_person(&mut self, index: usize, mention: Mention) {
        let reading = self.reading;
        let before = |back: usize| {
            mention
                .first
                .checked_sub(back)
                .map(|at| if reading.text(at) == "." { at.saturating_sub(1) } else { at })
        };
        let title = before(1).map(|at| reading.text(at)).and_then(gender::of_title);
        let given = (mention.end > mention.first + 1)
            .then(|| gender::of_given(reading.text(mention.first)))
            .flatten();
        if let Some(gender) = title.or(given) {
            let known = self.genders.entry(mention.last).or_insert(Some(gender));
            if *known != Some(gender) {
                *known = None;
            }
        }
        // "Defence Minister Rustem Umerov"
        for back in 1..4 {
            let Some(at) = mention.first.checked_sub(back) else { break };
            let plain = reading.is_word(at)
                && reading.gap(at + 1) <= crate::text::Gap::Space
                && !reading
                    .is(at, Class::PREPOSITION.or(Class::LINK).or(Class::AUXILIARY).or(Class::DETERMINER))
                && reading.name_of(at, &[LabelCode::PERSON]).is_none();
            if !plain {
                break;
            }
            self.roles.entry(fold::hash(reading.text(at))).or_default().push(index);
        }
        // "Phil Lovas, the state's campaign chairman,"
        if reading.text(mention.end) == "," {
            let from = mention.end + 1;
            let heads = (from..from + 8).take_while(|&at| {
                reading.is_word(at) && !reading.is(at, Class::AUXILIARY.or(Class::LINK))
                    || reading.is_clitic(at)
                    || reading.text(at) == "-"
            });
            for at in heads.filter(|&at| {
                reading.is_word(at) && !reading.is(at, Class::DETERMINER.or(Class::PREPOSITION))
            }) {
                self.roles.entry(fold::hash(reading.text(at))).or_default().push(index);
            }
        }
    }

    /// Remembers who spoke up to a token.
    pub(super) fn spoke(&mut self, name: usize, until: usize) {
        self.last = Some((name, until));
    }

    /// Whom a source means; `None` where that is open.
    pub(super) fn meant(&self, who: Who) -> Option<Meant> {
        match who {
            Who::Name(name, _) => Some(Meant { name, score: 1.0 }),
            Who::Pronoun(at) => self.pronoun(at),
            Who::Unnamed(phrase) => self.description(phrase),
        }
    }

    fn pronoun(&self, at: usize) -> Option<Meant> {
        let text = self.reading.text(at).to_lowercase();
        let word = text.split(['\'', '’']).next().unwrap_or_default();
        match word {
            "he" | "him" | "his" => self.person(at, Gender::He),
            "she" | "her" => self.person(at, Gender::She),
            "it" | "its" => self.organisation(at),
            _ => None,
        }
    }

    fn person(&self, at: usize, gender: Gender) -> Option<Meant> {
        let here = self.reading.paragraph(at);
        let fits = |mention: &Mention| {
            mention.is_person
                && self.genders.get(&mention.last).copied().flatten().is_none_or(|known| known == gender)
        };
        let in_view = |mention: &Mention| self.reading.paragraph(mention.first) + IN_VIEW >= here;
        let end = self.mentions.partition_point(|mention| mention.first < at);
        let before = self.mentions.get(..end).unwrap_or_default();
        let mut candidates = before
            .iter()
            .rev()
            .take_while(|mention| in_view(mention))
            .take(IN_REACH)
            .filter(|mention| fits(mention) && !self.owns(mention));
        let nearest = candidates.clone().next();
        // Who spoke last, unless another one has been the subject since.
        if let Some((name, until)) = self.last
            && let Some(speaker) = self.mention_of(name)
            && fits(speaker)
            && self.reading.paragraph(until) + 1 >= here
        {
            let other = candidates
                .clone()
                .take_while(|mention| mention.first >= until)
                .any(|mention| mention.last != speaker.last && self.is_subject(mention));
            if !other {
                return Some(Meant { name, score: 0.85 });
            }
        }
        let subject = candidates.find(|mention| self.is_subject(mention));
        let several =
            subject.is_some_and(|subject| nearest.is_some_and(|nearest| nearest.last != subject.last));
        let meant = subject.or(nearest)?;
        Some(Meant { name: meant.name, score: if several { 0.6 } else { 0.75 } })
    }

    fn mention_of(&self, name: usize) -> Option<&Mention> {
        let place = self.mentions.binary_search_by_key(&name, |mention| mention.name).ok()?;
        self.mentions.get(place)
    }

    /// "Austin's deputy": not Austin.
    fn owns(&self, mention: &Mention) -> bool {
        self.reading.is_clitic(mention.end)
    }

    /// Whether a name opens its sentence, but for titles and what leads to it.
    fn is_subject(&self, mention: &Mention) -> bool {
        let tokens = self.reading.sentence(mention.first);
        match self.reading.main_subject(&tokens, tokens.end) {
            Some(Who::Name(name, _)) => name == mention.name,
            _ => mention.first <= tokens.start + 3,
        }
    }

    fn organisation(&self, at: usize) -> Option<Meant> {
        let here = self.reading.paragraph(at);
        let end = self.mentions.partition_point(|mention| mention.first < at);
        let before = self.mentions.get(..end).unwrap_or_default();
        let is_org = |mention: &&Mention| {
            !mention.is_person
                && self.reading.suggestions.get(mention.name).is_some_and(|name| name.label == LabelCode::ORG)
        };
        if let Some((name, until)) = self.last
            && self.mention_of(name).is_some_and(|mention| is_org(&mention))
            && self.reading.paragraph(until) + 1 >= here
        {
            return Some(Meant { name, score: 0.7 });
        }
        let in_view = |mention: &&Mention| self.reading.paragraph(mention.first) + 1 >= here;
        let near = before.iter().rev().take(IN_REACH).take_while(in_view).filter(is_org);
        let subject = near.into_iter().find(|mention| self.is_subject(mention))?;
        Some(Meant { name: subject.name, score: 0.6 })
    }

    /// "The minister", "the newspaper": whoever bears the word.
    fn description(&self, phrase: Phrase) -> Option<Meant> {
        let reading = self.reading;
        let definite = reading.says(phrase.first, "the") || reading.says(phrase.first, "this");
        if !definite || phrase.end > phrase.first + 5 {
            return None;
        }
        let inner = phrase.first + 1..phrase.end;
        if inner.clone().any(|at| {
            reading.is(at, Class::PREPOSITION)
                || reading.is_clitic(at)
                || reading.name_of(at, &[LabelCode::PERSON, LabelCode::ORG]).is_some()
        }) {
            return None;
        }
        let head = phrase.end - 1;
        let word = reading.text(head);
        let plural = word.ends_with('s') && !word.ends_with("ss");
        if plural {
            return None;
        }
        self.bearer(phrase, word).or_else(|| self.role(phrase).filter(|_| reading.is_role(head)))
    }

    /// "The leader", where nobody was called so: whoever spoke last or was the subject of the paragraph before, if
    /// no second person has been named since.
    fn role(&self, phrase: Phrase) -> Option<Meant> {
        let here = self.reading.paragraph(phrase.first);
        let end = self.mentions.partition_point(|mention| mention.first < phrase.first);
        let near = self.mentions.get(..end)?.iter().rev();
        let mut near = near
            .take_while(|mention| self.reading.paragraph(mention.first) + 1 >= here)
            .filter(|mention| mention.is_person && !self.owns(mention));
        let last = near.next()?;
        near.all(|mention| mention.last == last.last).then_some(Meant { name: last.name, score: 0.6 })
    }

    fn bearer(&self, phrase: Phrase, word: &str) -> Option<Meant> {
        let bearers = self.roles.get(&fold::hash(word))?;
        let first = |index: usize| self.mentions.get(index).map_or(usize::MAX, |mention| mention.first);
        let behind = bearers.partition_point(|&index| first(index) < phrase.first);
        let bearer = bearers.get(behind.checked_sub(1)?).and_then(|&index| self.mentions.get(index))?;
        Some(Meant { name: bearer.name, score: 0.8 })
    }
}
