//! From weights to names.

use super::chain::{Scores, Sums};
use super::consistency;
use super::features::{Features, Side};
use super::found::Found;
use super::memo::Memo;
use super::model::Model;
use super::reading::Reading;
use super::row::Sum;
use super::tag::{NameClass, Tag};

impl Model {
    /// The names in an article that was read with this model's table, in order and apart from each
    /// other.
    pub fn names(&self, reading: &Reading<'_, '_>, features: Features) -> Vec<Found> {
        let odds = self.odds();
        let mut found = Vec::new();
        let mut emissions: Vec<Scores> = Vec::new();
        let mut sums = Sums::default();
        let mut tokens = TokenSums::new(self, reading, features);
        for segment in reading.segments() {
            emissions.clear();
            emissions.extend(segment.clone().map(|at| self.scores(&tokens.of(at))));
            let tags = self.transitions.best(&emissions);
            if tags.iter().all(|tag| *tag == Tag::OUTSIDE) {
                continue;
            }
            odds.sum(&emissions, &[], &mut sums);
            for (first, end, class) in spans(&tags) {
                let classes = NameClass::ALL
                    .map(|class| odds.name(&sums, first, end, Tag::begin(class), Tag::inside(class)));
                let probability = classes[class as usize];
                let (first, end) = (segment.start + first, segment.start + end);
                found.push(Found { first, end, class, probability, classes });
            }
        }
        consistency::settle(reading, &mut found);
        found
    }
}

/// Sums the weights of tokens' features, and remembers what of the sums comes again.
struct TokenSums<'a, 't> {
    model: &'a Model,
    reading: &'a Reading<'a, 't>,
    features: Features,
    /// What words are by themselves, by the numbers of their looks and by the side that they stand on.
    words: Vec<[Option<Sum>; Side::ALL.len()]>,
    rulings: Memo,
    settings: Memo,
    /// Room for the keys of some features.
    keys: Vec<u32>,
}

impl<'a, 't> TokenSums<'a, 't> {
    fn new(model: &'a Model, reading: &'a Reading<'a, 't>, features: Features) -> TokenSums<'a, 't> {
        let words = vec![[None; Side::ALL.len()]; reading.n_looks()];
        let (rulings, settings) = (Memo::default(), Memo::default());
        TokenSums { model, reading, features, words, rulings, settings, keys: Vec::new() }
    }

    /// The sum of the weights of all features of token `at`.
    fn of(&mut self, at: usize) -> Sum {
        let (reading, features) = (self.reading, self.features);
        let mut sum = Sum::default();
        for side in Side::ALL {
            sum.join(&self.word(at, side));
        }
        let (ruling, setting) = (reading.ruling(at), reading.setting(at));
        let (model, keys) = (self.model, &mut self.keys);
        let known = self.rulings.get(ruling.number(), || {
            model.sum(keys, |keys| ruling.features(features, &mut |key| keys.push(key)))
        });
        sum.join(&known);
        let known = self.settings.get(setting.number(), || {
            model.sum(keys, |keys| setting.features(features, &mut |key| keys.push(key)))
        });
        sum.join(&known);
        sum.join(&model.sum(keys, |keys| reading.rare(at, features, &mut |key| keys.push(key))));
        sum
    }

    /// The sum for what the word at `side` of token `at` is by itself.
    fn word(&mut self, at: usize, side: Side) -> Sum {
        let (reading, features) = (self.reading, self.features);
        let neighbour = reading.neighbour(at, side);
        let number = neighbour.map_or(0, |at| reading.view(at).look as usize);
        let (model, keys) = (self.model, &mut self.keys);
        let mut make = || {
            model.sum(keys, |keys| {
                reading.lexical(neighbour, side, features, &mut |key| keys.push(key));
                if side == Side::Here {
                    reading.own_pairs(at, features, &mut |key| keys.push(key));
                }
            })
        };
        match self.words.get_mut(number) {
            Some(known) => *known[side as usize].get_or_insert_with(make),
            None => make(),
        }
    }
}

/// The names in a sequence of tags.
pub fn spans(tags: &[Tag]) -> Vec<(usize, usize, NameClass)> {
    let mut spans: Vec<(usize, usize, NameClass)> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        match (tag.class(), spans.last_mut()) {
            (Some(class), Some(last)) if !tag.begins() && last.1 == at && last.2 == class => last.1 = at + 1,
            (Some(class), _) => spans.push((at, at + 1, class)),
            (None, _) => {}
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Article;
    use crate::extract::names::tagger;

    #[test]
    fn what_is_remembered_is_what_all_features_say() {
        let text = include_str!("../../../../static/sample.txt").repeat(3);
        let text =
            text + "\n\nKEIKO MORI AND THE UN IN ROME\n\nDeputy Minister Of State For Keiko Mori Resigns\n";
        let article = Article::new(&text, None);
        let model = tagger::installed().unwrap();
        let reading = Reading::new(&article, &model.words);
        for name in Features::GROUPS {
            let features = Features::without(name).unwrap();
            let mut tokens = TokenSums::new(model, &reading, features);
            for at in reading.segments().iter().cloned().flatten() {
                let sum = model.sum(&mut Vec::new(), |keys| {
                    reading.features(at, features, &mut |key| keys.push(key));
                });
                assert_eq!(tokens.of(at), sum, "{}", reading.text(at));
            }
        }
    }
}
