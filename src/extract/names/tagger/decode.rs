//! From weights to names.

use super::chain::{Scores, Sums};
use super::consistency;
use super::features::{Features, Side};
use super::found::Found;
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
        let mut keys: Vec<u32> = Vec::new();
        let mut words = WordSums::default();
        for segment in reading.segments() {
            emissions.clear();
            for at in segment.clone() {
                let mut sum = Sum::default();
                for side in Side::ALL {
                    words.add(self, reading, at, side, features, &mut sum);
                }
                // First all keys, then all look-ups: the processor overlaps what it waits for.
                keys.clear();
                reading.local(at, features, &mut |key| keys.push(key));
                self.add(&keys, &mut sum);
                emissions.push(self.scores(&sum));
            }
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

/// The sums of what words are by themselves, by their number and by the side that they stand on:
/// most words of an article come again.
#[derive(Default)]
struct WordSums {
    sums: Vec<[Option<Sum>; Side::ALL.len()]>,
    /// Room for the keys of one word.
    keys: Vec<u32>,
}

impl WordSums {
    /// Adds the weights of the word at `side` of token `at`.
    fn add(
        &mut self,
        model: &Model,
        reading: &Reading<'_, '_>,
        at: usize,
        side: Side,
        features: Features,
        sum: &mut Sum,
    ) {
        let neighbour = reading.neighbour(at, side);
        let number = neighbour.map_or(0, |at| reading.view(at).lexical as usize);
        if number >= self.sums.len() {
            self.sums.resize(number + 1, [None; Side::ALL.len()]);
        }
        let Some(known) = self.sums.get_mut(number) else { return };
        let known = known[side as usize].get_or_insert_with(|| {
            let mut sum = Sum::default();
            self.keys.clear();
            reading.lexical(neighbour, side, features, &mut |key| self.keys.push(key));
            model.add(&self.keys, &mut sum);
            sum
        });
        sum.join(known);
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
