//! How each candidate stands among the others, and among what the sentences around name.

use std::collections::HashMap;

use super::Clue;
use super::phrases::{Phrase, has_name, is_name, is_noun};
use crate::facts::figure::{Fig, Passage};

/// How near each phrase is among those of its side, and among the names.
pub(super) struct Ranks {
    before: Vec<usize>,
    behind: Vec<usize>,
    pub(super) names: Vec<usize>,
}

impl Ranks {
    pub(super) fn new(passage: &Passage<'_>, figure: &Fig, phrases: &[Phrase]) -> Ranks {
        let is_own = |at: &usize| phrases.get(*at).is_some_and(|it| it.sentence == figure.sentence);
        let is_before = |at: &usize| phrases.get(*at).is_some_and(|it| it.items.end <= figure.item);
        let all = || (0..phrases.len()).filter(is_own);
        let mut before: Vec<usize> = all().filter(is_before).collect();
        before.reverse();
        let behind = all().filter(|at| !is_before(at)).collect();
        let mut names: Vec<usize> =
            all().filter(|at| phrases.get(*at).is_some_and(|it| has_name(passage, it))).collect();
        names.sort_by_key(|at| phrases.get(*at).map(|it| it.items.start.abs_diff(figure.item)));
        Ranks { before, behind, names }
    }

    pub(super) fn clues(&self, at: usize, clues: &mut Vec<Clue>) {
        let is = |list: &[usize], nth: usize| list.get(nth) == Some(&at);
        let all = [
            (is(&self.before, 0), Clue::NearestBefore),
            (is(&self.before, 1), Clue::SecondBefore),
            (is(&self.behind, 0), Clue::NearestBehind),
            (is(&self.behind, 1), Clue::SecondBehind),
            (is(&self.names, 0), Clue::NearestName),
            (is(&self.names, 1), Clue::SecondName),
            (self.names.len() == 1 && is(&self.names, 0), Clue::OnlyName),
        ];
        clues.extend(all.into_iter().filter(|(holds, _)| *holds).map(|(_, clue)| clue));
    }
}

/// How often the sentences around name what.
pub(super) struct Named<'p> {
    counts: HashMap<&'p str, usize>,
    most: usize,
}

/// How many sentences before and behind are looked at.
const AROUND: usize = 6;

impl<'p> Named<'p> {
    pub(super) fn new(passage: &'p Passage<'_>, sentence: usize) -> Named<'p> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for number in sentence.saturating_sub(AROUND)..=sentence + AROUND {
            for at in passage.sentence(number).filter(|at| is_name(passage, *at)) {
                *counts.entry(head(passage.word(at))).or_default() += 1;
            }
        }
        let most = counts.values().copied().max().unwrap_or_default();
        Named { counts, most }
    }

    pub(super) fn clues(
        &self,
        passage: &Passage<'_>,
        phrase: &Phrase,
        sentence: usize,
        clues: &mut Vec<Clue>,
    ) {
        let Some(name) = phrase.items.clone().find(|at| is_name(passage, *at)) else { return };
        let count = self.counts.get(head(passage.word(name))).copied().unwrap_or_default();
        clues.extend((count == self.most).then_some(Clue::MostNamed));
        clues.extend((count > 1).then_some(Clue::NamedTwice));
        let before = sentence.checked_sub(1).map(|before| passage.sentence(before)).unwrap_or_default();
        let is_before = before
            .clone()
            .any(|at| is_name(passage, at) && head(passage.word(at)) == head(passage.word(name)));
        clues.extend(is_before.then_some(Clue::NamedBefore));
        let first = before.clone().find(|at| is_noun(passage, *at));
        let is_subject = first.is_some_and(|at| head(passage.word(at)) == head(passage.word(name)));
        clues.extend(is_subject.then_some(Clue::SubjectBefore));
    }
}

/// The last word of a name: "Kestrel Foods" and "Foods", "Jane Roe" and "Roe" are one.
fn head(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}
