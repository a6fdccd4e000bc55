//! Which suggestions name one thing.

use std::collections::HashMap;

use super::names::fold::{self, FoldHasher};
use super::names::lexicon::Lexicon;
use super::{EntityGroup, Suggestion};
use crate::label::LabelCode;
use crate::text::one_line;

/// Whether what has this label is a name.
pub fn is_name(label: &LabelCode) -> bool {
    const NAMES: [LabelCode; 7] = [
        LabelCode::PERSON,
        LabelCode::ORG,
        LabelCode::LOC,
        LabelCode::NORP,
        LabelCode::PRODUCT,
        LabelCode::EVENT,
        LabelCode::WORK,
    ];
    NAMES.contains(label)
}

/// Groups the names among `suggestions` (in reading order) by what they name: the same string;
/// other names of one country or organisation (`US`, `United States`); a surname and the one full
/// name that it fits; a short form and what it stands for. Groups of one are left out.
pub(super) fn entities(text: &str, suggestions: &[Suggestion]) -> Vec<EntityGroup> {
    let names: Vec<Name<'_>> = suggestions
        .iter()
        .enumerate()
        .filter_map(|(index, suggestion)| Name::read(text, index, suggestion))
        .collect();
    let people = People::read(&names);
    let short = short_forms(text, &names);
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut by_key: HashMap<(&LabelCode, u64), usize> = HashMap::new();
    for name in &names {
        let key = match () {
            () if *name.label == LabelCode::PERSON => people.key(name),
            () => short.get(&name.key).copied().unwrap_or(name.key),
        };
        let group = *by_key.entry((name.label, key)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.add(name),
            None => groups.push(Group { label: name.label, name: name.text, mentions: vec![name.index] }),
        }
    }
    let groups = groups.into_iter().filter(|group| group.mentions.len() > 1);
    groups
        .map(|group| EntityGroup {
            label: group.label.clone(),
            name: one_line(group.name),
            mentions: group.mentions,
        })
        .collect()
}

/// A suggestion that is a name.
struct Name<'a> {
    index: usize,
    start: usize,
    end: usize,
    label: &'a LabelCode,
    text: &'a str,
    key: u64,
}

impl<'a> Name<'a> {
    fn read(text: &'a str, index: usize, suggestion: &'a Suggestion) -> Option<Name<'a>> {
        if !is_name(&suggestion.label) {
            return None;
        }
        let name = suggestion.span.slice(text)?;
        let key = Lexicon::get().usual(fold::hash(name));
        let (start, end) = (suggestion.span.start(), suggestion.span.end());
        Some(Name { index, start, end, label: &suggestion.label, text: name, key })
    }

    /// The words of a person's name without initials and what follows the surname.
    fn words(&self) -> impl DoubleEndedIterator<Item = &'a str> {
        self.text.split_whitespace().filter(|word| {
            let word = word.trim_end_matches(['.', ',']);
            word.chars().nth(1).is_some() && !matches!(word, "Jr" | "Sr" | "II" | "III" | "IV")
        })
    }
}

struct Group<'a> {
    label: &'a LabelCode,
    name: &'a str,
    mentions: Vec<usize>,
}

impl<'a> Group<'a> {
    fn add(&mut self, name: &Name<'a>) {
        // The fullest name; of two as long, the one that is not all capitals.
        let rank = |name: &str| (name.chars().count(), name.contains(char::is_lowercase));
        if rank(name.text) > rank(self.name) {
            self.name = name.text;
        }
        self.mentions.push(name.index);
    }
}

/// The full names of people, by their words.
#[derive(Default)]
struct People {
    /// By last word: the key of the one full name that ends so, or none where there are several.
    by_surname: HashMap<u64, Option<u64>, FoldHasher>,
    /// By any other word.
    by_given: HashMap<u64, Option<u64>, FoldHasher>,
}

impl People {
    fn read(names: &[Name<'_>]) -> People {
        let mut people = People::default();
        for name in names.iter().filter(|name| *name.label == LabelCode::PERSON) {
            let Some(key) = full_key(name) else { continue };
            let mut words = name.words().rev();
            if let Some(surname) = words.next() {
                remember(&mut people.by_surname, surname, key);
            }
            for given in words {
                remember(&mut people.by_given, given, key);
            }
        }
        people
    }

    fn key(&self, name: &Name<'_>) -> u64 {
        if let Some(key) = full_key(name) {
            return key;
        }
        let word = name.words().next().map_or(name.key, fold::hash);
        match (self.by_surname.get(&word), self.by_given.get(&word)) {
            (Some(Some(key)), _) | (None, Some(Some(key))) => *key,
            _ => name.key,
        }
    }
}

fn remember(map: &mut HashMap<u64, Option<u64>, FoldHasher>, word: &str, key: u64) {
    let known = map.entry(fold::hash(word)).or_insert(Some(key));
    if *known != Some(key) {
        *known = None;
    }
}

/// One key for "Lloyd J. Austin III" and "Lloyd Austin": the first word and the last.
fn full_key(name: &Name<'_>) -> Option<u64> {
    let mut words = name.words();
    let (first, last) = (words.next()?, words.next_back()?);
    Some(fold::hash(first).rotate_left(1) ^ fold::hash(last))
}

/// From short forms to the keys of what they stand for: behind it in brackets, or by its initials
/// where only one name has them.
fn short_forms(text: &str, names: &[Name<'_>]) -> HashMap<u64, u64, FoldHasher> {
    let mut by_initials: HashMap<String, Option<u64>> = HashMap::new();
    let mut short = HashMap::default();
    for name in names.iter().filter(|name| name.text.contains(' ') && *name.label != LabelCode::PERSON) {
        let initials: String = name
            .text
            .split([' ', '-'])
            .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
            .collect();
        if initials.chars().nth(1).is_some() {
            let known = by_initials.entry(initials).or_insert(Some(name.key));
            if *known != Some(name.key) {
                *known = None;
            }
        }
    }
    for (before, name) in std::iter::once(None).chain(names.iter().map(Some)).zip(names) {
        let is_short = !name.text.contains(' ') && !name.text.contains(char::is_lowercase);
        if !is_short {
            continue;
        }
        let between = before.and_then(|before| text.get(before.end..name.start));
        if let Some(before) = before.filter(|before| before.label == name.label && between == Some(" (")) {
            short.insert(name.key, before.key);
            continue;
        }
        let letters: String = name.text.chars().filter(|c| c.is_alphabetic()).collect();
        if let Some(Some(key)) = by_initials.get(&letters) {
            short.entry(name.key).or_insert(*key);
        }
    }
    short
}
