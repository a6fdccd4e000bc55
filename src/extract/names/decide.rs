//! Decides what each mention names, with all of the article in view.

use std::collections::HashMap;

use super::fold::{self, FoldHasher};
use super::lexicon::{Kinds, Lexicon};
use super::mention::{Class, Mention, Votes};
use super::shape::Shape;
use super::words::Word;
use crate::extract::{Article, Candidate};
use crate::text::{Span, sort_by_key};

/// Below this much evidence a mention is dropped.
const ENOUGH: f32 = 0.45;

/// What the article as a whole says about names.
#[derive(Default)]
struct Memory {
    /// Evidence by folded text.
    by_text: HashMap<u64, Votes, FoldHasher>,
    /// Words of the people's names: the last, then any other one; how many people have it.
    people: HashMap<u64, f32, FoldHasher>,
}

/// What the rules say that a piece of text names.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Decision {
    /// Where it stands, in bytes.
    pub(super) span: Span,
    /// Its first token.
    pub(super) first: usize,
    /// The token behind its last.
    pub(super) end: usize,
    /// What it names.
    pub(super) class: Class,
    /// How much speaks for that.
    pub(super) weight: f32,
    /// How much more than for the next best.
    pub(super) lead: f32,
    /// Whether it is the plural of a surname.
    pub(super) is_family: bool,
}

impl Decision {
    /// What it proposes to mark.
    pub(super) fn candidate(&self) -> Candidate {
        let score = f64::from((0.5 + 0.1 * self.weight.min(3.0) + 0.05 * self.lead.min(3.0)).min(0.95));
        Candidate { span: self.span, label: self.class.label(), value: None, score, extractor: 0 }
    }
}

/// Decides what mentions name; gives those that name something, in reading order.
pub(super) fn decide(article: &Article<'_>, words: &[Word], mut mentions: Vec<Mention>) -> Vec<Decision> {
    datelines(article, words, &mut mentions);
    acronyms(article, words, &mut mentions);
    let mut memory = Memory::default();
    for mention in mentions.iter().filter(|mention| !mention.quiet) {
        memory.by_text.entry(mention.key).or_default().join(&mention.votes, 1.0);
    }
    for mention in &mentions {
        memory.learn(mention, words);
    }
    mentions.iter().filter_map(|mention| memory.judge(article, mention, words)).collect()
}

impl Memory {
    /// Remembers the words of a full name.
    fn learn(&mut self, mention: &Mention, words: &[Word]) {
        let (class, weight, _) = mention.votes.best();
        if class != Class::Person || weight < 0.9 {
            return;
        }
        let parts = words.get(mention.first..mention.end).unwrap_or_default();
        let mut names = parts.iter().filter(|word| word.shape == Shape::Capital).rev();
        let is_full = names.clone().count() > 1;
        let Some(surname) = names.next() else { return };
        let bonus = if is_full { 2.2 } else { 0.0 };
        let known = self.people.entry(surname.hash).or_default();
        *known = known.max(bonus);
        for given in names {
            let known = self.people.entry(given.hash).or_default();
            *known = known.max(1.2);
        }
    }

    /// Whether a name is the plural of somebody's surname: "the Rajapaksas".
    fn is_family(&self, article: &Article<'_>, mention: &Mention, word: Word) -> bool {
        let text = mention.span.slice(article.text).unwrap_or_default();
        let Some(surname) = text.strip_suffix('s').filter(|_| !word.kinds.any(Kinds::NAME.or(Kinds::PERSON)))
        else {
            return false;
        };
        let is_one = self.people.contains_key(&word.hash);
        !is_one && self.people.get(&fold::hash(surname)).is_some_and(|bonus| *bonus > 2.0)
    }

    fn judge(&self, article: &Article<'_>, mention: &Mention, words: &[Word]) -> Option<Decision> {
        let mut votes = mention.votes;
        if let Some(others) = self.by_text.get(&mention.key) {
            votes.join(others, 0.5);
        }
        let is_word = mention.end == mention.first + 1;
        let word = words.get(mention.first).copied().unwrap_or_default();
        if is_word && mention.votes.get(Class::Person) > -1.0 {
            let bonus = self.people.get(&word.hash).copied().unwrap_or_default();
            // "Jordan" stays the country, and "Chinese" the group, whoever else has the name, unless
            // the words around speak for the person.
            let bonus = match word.kinds.any(Kinds::COUNTRY.or(Kinds::GROUP)) {
                true if bonus > 2.0 && mention.votes.get(Class::Person) > 0.7 => bonus * 4.0,
                true => bonus * 0.5,
                false if bonus > 2.0 && word.kinds.any(Kinds::NAME) => bonus * 3.0,
                false => bonus,
            };
            votes.add(Class::Person, bonus);
        }
        let is_family = is_word && self.is_family(article, mention, word);
        if is_family {
            votes.add(Class::Group, 6.0);
        }
        if !word.kinds.any(Kinds::NAME.or(Kinds::PERSON)) {
            votes.join(&Votes::unknown(), 1.0);
        }
        let (class, weight, lead) = votes.best();
        if weight < ENOUGH
            || word.begins && is_word && weight < 0.8 && !word.kinds.any(Kinds::NAME.or(Kinds::PERSON))
        {
            return None;
        }
        let span = trim(article.text, mention.span);
        let (first, end) = (mention.first, mention.end);
        (!span.is_empty()).then_some(Decision { span, first, end, class, weight, lead, is_family })
    }
}

/// Leaves a full stop of an initialism inside and all other punctuation outside.
fn trim(text: &str, span: Span) -> Span {
    let slice = span.slice(text).unwrap_or_default();
    let kept = slice.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '+');
    Span::new(span.start(), span.start() + kept.len())
}

/// The place of a dateline: "KISUMU, Kenya (Reuters) -".
fn datelines(article: &Article<'_>, words: &[Word], mentions: &mut [Mention]) {
    for mention in mentions {
        let Some(word) = words.get(mention.first) else { continue };
        if !word.sentence || word.shape != Shape::Capitals {
            continue;
        }
        let text = |at: usize| {
            let token = article.tokens.get(at);
            token.and_then(|token| token.span.slice(article.text)).unwrap_or_default()
        };
        // The sentence ends behind the dash.
        let next = (mention.end..(mention.end + 24).min(words.len()))
            .find(|&at| words.get(at).is_some_and(|word| word.sentence));
        let dash = next.map(|next| text(next - 1)).unwrap_or_default();
        if matches!(dash, "-" | "–" | "—") && text(mention.end) != "-" && !word.kinds.any(Kinds::ORG) {
            mention.votes.add(Class::Place, 3.0);
        }
    }
}

/// Short forms in brackets: "International Criminal Court (ICC)" makes both one thing.
fn acronyms(article: &Article<'_>, words: &[Word], mentions: &mut Vec<Mention>) {
    let text = |at: usize| {
        let token = article.tokens.get(at);
        token.and_then(|token| token.span.slice(article.text)).unwrap_or_default()
    };
    let mut found: Vec<Mention> = Vec::new();
    // Short forms of what is no organisation, though most are.
    let mut things: HashMap<u64, Class, FoldHasher> = HashMap::default();
    for short in mentions.iter_mut() {
        let opens = short.first.checked_sub(1).filter(|&at| text(at) == "(");
        let Some(open) = opens.filter(|_| text(short.end) == ")" && short.end == short.first + 1) else {
            continue;
        };
        if words.get(short.first).is_none_or(|word| word.shape != Shape::Capitals) {
            continue;
        }
        let letters: Vec<char> = text(short.first).chars().filter(|c| c.is_uppercase()).collect();
        let Some(first) = expansion(words, &text, open, &letters) else { continue };
        let (Some(from), Some(to)) = (article.tokens.get(first), article.tokens.get(open - 1)) else {
            continue;
        };
        let span = from.span.cover(to.span);
        let last = words.get(open - 1).copied().unwrap_or_default();
        let key = fold::hash(span.slice(article.text).unwrap_or_default());
        let class = match () {
            () if Lexicon::get().kinds(key, false).any(Kinds::ORG) => Class::Org,
            () if last.kinds.any(Kinds::ORG_HEAD) => Class::Org,
            () if last.kinds.any(Kinds::PLACE_HEAD) => Class::Place,
            () if last.kinds.any(Kinds::EVENT_HEAD) => Class::Event,
            () if last.kinds.any(Kinds::WORK_HEAD) => Class::Work,
            () => Class::Org,
        };
        short.votes.add(class, 2.0);
        if matches!(class, Class::Event | Class::Work) {
            things.insert(short.key, class);
        }
        found.push(Mention { span, first, end: open, key, votes: Votes::of(class, 3.5), quiet: false });
    }
    for short in mentions.iter_mut().filter(|_| !things.is_empty()) {
        if let Some(class) = things.get(&short.key) {
            short.votes = Votes::of(*class, 3.0);
        }
    }
    // Both lists are in reading order: what lies in a found name gives way to it.
    let mut standing = found.iter().peekable();
    mentions.retain(|mention| {
        while standing.next_if(|found| found.span.end() <= mention.span.start()).is_some() {}
        standing.peek().is_none_or(|found| !found.span.overlaps(mention.span))
    });
    mentions.extend(found);
    sort_by_key(mentions, |mention| mention.span);
}

/// The first token of the words before `open` whose initials are `letters`.
fn expansion<'t>(
    words: &[Word],
    text: &impl Fn(usize) -> &'t str,
    open: usize,
    letters: &[char],
) -> Option<usize> {
    if letters.len() < 2 {
        return None;
    }
    let mut at = open;
    let mut left = letters.len();
    for _ in 0..letters.len() * 3 {
        at = at.checked_sub(1)?;
        let word = words.get(at)?;
        let initial = text(at).chars().next().and_then(|c| c.to_uppercase().next());
        match word.shape {
            Shape::Other if matches!(text(at), "-" | "&" | "'" | "’" | "'s" | "’s" | ",") => {}
            Shape::Other => return None,
            shape
                if initial == letters.get(left - 1).copied()
                    && (shape != Shape::Lower || text(at).len() > 3) =>
            {
                left -= 1;
                if left == 0 {
                    return word.is_capital().then_some(at);
                }
            }
            Shape::Lower => {}
            // A capital that the short form leaves out ends the search.
            _ => return None,
        }
        if word.sentence {
            return None;
        }
    }
    None
}
