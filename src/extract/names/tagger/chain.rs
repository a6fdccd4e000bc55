//! Inference in a linear chain: the best sequence, and how probable each is.

use super::tag::{TAGS, Tag, TagSet};

/// A score for each tag: what a token's features say, as logarithms of odds.
pub type Scores = [f32; TAGS];

/// What each tag gains behind each other (`pairs[before][tag]`), at the beginning of a segment
/// and at its end. Behind and before a segment everything is outside of names.
#[derive(Clone, PartialEq, Debug)]
pub struct Transitions {
    /// From one token to the next.
    pub pairs: [Scores; TAGS],
}

/// Stands for minus infinity: what cannot be. Finite, so that differences stay numbers.
const NEVER: f32 = -1e9;

impl Default for Transitions {
    fn default() -> Transitions {
        let mut pairs = [[0.0; TAGS]; TAGS];
        for (before, row) in pairs.iter_mut().enumerate() {
            for (tag, score) in row.iter_mut().enumerate() {
                if !Tag::from_index(tag).may_follow(Tag::from_index(before)) {
                    *score = NEVER;
                }
            }
        }
        Transitions { pairs }
    }
}

impl Transitions {
    /// The best sequence of tags for tokens with these scores (Viterbi 1967).
    pub fn best(&self, emissions: &[Scores]) -> Vec<Tag> {
        let mut columns: Vec<Scores> = Vec::with_capacity(emissions.len());
        let mut scores: Scores = [NEVER; TAGS];
        scores[0] = 0.0;
        for emission in emissions {
            let mut next = [2.0 * NEVER; TAGS];
            for (row, score) in self.pairs.iter().zip(scores) {
                for (next, step) in next.iter_mut().zip(row) {
                    // Not `max`, which takes care of what is no number.
                    *next = if score + step > *next { score + step } else { *next };
                }
            }
            next.iter_mut().zip(emission).for_each(|(score, emission)| *score += emission);
            scores = next;
            columns.push(scores);
        }
        // Where the best came from is cheaper to find again than to remember.
        let mut tags = vec![Tag::OUTSIDE; emissions.len()];
        let mut tag = 0;
        for (slot, column) in tags.iter_mut().zip(&columns).rev() {
            let score = |before: usize| column[before] + self.pairs[before][tag];
            tag = (1..TAGS).fold(0, |best, before| if score(before) > score(best) { before } else { best });
            *slot = Tag::from_index(tag);
        }
        tags
    }

    /// The odds of all steps, for sums over many segments.
    pub fn odds(&self) -> Odds {
        let steps = self.pairs.map(|row| row.map(libm::expf));
        let back = std::array::from_fn(|tag| steps.map(|row| row[tag]));
        Odds { steps, back }
    }
}

/// The transitions as odds in place of their logarithms.
#[derive(Clone, PartialEq, Debug)]
pub struct Odds {
    steps: [Scores; TAGS],
    /// The same, from the tag behind to the one before.
    back: [Scores; TAGS],
}

impl Odds {
    /// Sums over all sequences that `allowed` leaves (one set a token; everything where it is
    /// empty), by the forward-backward algorithm, into `sums`.
    pub fn sum(&self, emissions: &[Scores], allowed: &[TagSet], sums: &mut Sums) {
        sums.clear();
        let mut forward: Scores = [0.0; TAGS];
        forward[0] = 1.0;
        for (at, emission) in emissions.iter().enumerate() {
            let top = emission.iter().fold(f32::MIN, |top, score| if *score > top { *score } else { top });
            // Not the system's, whose last bit differs between builds.
            let mut odds = emission.map(|score| libm::expf(score - top));
            if let Some(allowed) = allowed.get(at) {
                odds.iter_mut()
                    .enumerate()
                    .filter(|(tag, _)| !allowed.has(*tag))
                    .for_each(|(_, odds)| *odds = 0.0);
            }
            let mut next: Scores = [0.0; TAGS];
            for (row, weight) in self.steps.iter().zip(forward) {
                for (next, step) in next.iter_mut().zip(row) {
                    *next += weight * step;
                }
            }
            let mut total = 0.0;
            for (next, odds) in next.iter_mut().zip(odds) {
                *next *= odds;
                total += *next;
            }
            let total = total.max(f32::MIN_POSITIVE);
            next.iter_mut().for_each(|next| *next /= total);
            sums.odds.push(odds.map(|odds| odds / total));
            sums.forward.push(next);
            forward = next;
        }
        let end: f32 = forward.iter().zip(&self.steps).map(|(weight, row)| weight * row[0]).sum();
        let end = end.max(f32::MIN_POSITIVE);
        let mut backward: Scores = self.back[0].map(|step| step / end);
        sums.backward.resize(emissions.len(), [0.0; TAGS]);
        for (slot, odds) in sums.backward.iter_mut().zip(&sums.odds).rev() {
            *slot = backward;
            let ahead: Scores = std::array::from_fn(|tag| backward[tag] * odds[tag]);
            backward = [0.0; TAGS];
            for (row, weight) in self.back.iter().zip(ahead) {
                for (sum, step) in backward.iter_mut().zip(row) {
                    *sum += weight * step;
                }
            }
        }
    }

    /// Adds how probable each pair of tags is, over all neighbours and both ends, times `factor`.
    pub fn add_pairs(&self, sums: &Sums, factor: f32, pairs: &mut [Scores; TAGS]) {
        let mut before: Scores = [0.0; TAGS];
        before[0] = 1.0;
        for ((forward, backward), odds) in sums.forward.iter().zip(&sums.backward).zip(&sums.odds) {
            for ((pairs, steps), weight) in pairs.iter_mut().zip(&self.steps).zip(before) {
                for (tag, pair) in pairs.iter_mut().enumerate() {
                    *pair += factor * weight * steps[tag] * backward[tag] * odds[tag];
                }
            }
            before = *forward;
        }
        if let (Some(forward), Some(backward)) = (sums.forward.last(), sums.backward.last()) {
            for (tag, pairs) in pairs.iter_mut().enumerate() {
                pairs[0] += factor * forward[tag] * backward[tag];
            }
        }
    }

    /// How probable it is that tokens `first..end` are one whole name tagged `begin`, then
    /// `inside`; 0 for tokens outside of what was summed.
    pub fn name(&self, sums: &Sums, first: usize, end: usize, begin: Tag, inside: Tag) -> f32 {
        if first >= end || end > sums.odds.len() {
            return 0.0;
        }
        let mut weight: f32 = match first.checked_sub(1) {
            Some(before) => sums.forward[before]
                .iter()
                .zip(&self.steps)
                .map(|(weight, row)| weight * row[begin.index()])
                .sum(),
            None => self.steps[0][begin.index()],
        };
        weight *= sums.odds[first][begin.index()];
        let mut tag = begin;
        for odds in &sums.odds[first + 1..end] {
            weight *= self.steps[tag.index()][inside.index()] * odds[inside.index()];
            tag = inside;
        }
        // Everything behind, less the sequences in which the name goes on.
        let behind = sums.backward[end - 1][tag.index()];
        let longer = sums.odds.get(end).map_or(0.0, |odds| {
            let at = inside.index();
            self.steps[tag.index()][at] * odds[at] * sums.backward[end][at]
        });
        (weight * (behind - longer)).clamp(0.0, 1.0)
    }
}

/// What [`Odds::sum`] found. Scaled as in Rabiner (1989), so that long segments neither overflow
/// nor vanish.
#[derive(Clone, Default, Debug)]
pub struct Sums {
    odds: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
}

impl Sums {
    fn clear(&mut self) {
        self.odds.clear();
        self.forward.clear();
        self.backward.clear();
    }

    /// How probable each tag of token `at` is; nothing for a token outside of what was summed.
    pub fn tags(&self, at: usize) -> Scores {
        match (self.forward.get(at), self.backward.get(at)) {
            (Some(forward), Some(backward)) => std::array::from_fn(|tag| forward[tag] * backward[tag]),
            _ => [0.0; TAGS],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::names::tagger::{NameClass, spans};
    use proptest::prelude::*;

    /// All sequences of a length that obey the scheme, from the outside and back to it.
    fn sequences(length: usize) -> Vec<Vec<usize>> {
        let mut all = vec![Vec::new()];
        for _ in 0..length {
            all = all
                .into_iter()
                .flat_map(|sequence: Vec<usize>| {
                    (0..TAGS).map(move |tag| sequence.iter().copied().chain([tag]).collect::<Vec<usize>>())
                })
                .filter(|sequence| {
                    let before = sequence.len().checked_sub(2).map_or(0, |at| sequence[at]);
                    Tag::from_index(sequence[sequence.len() - 1]).may_follow(Tag::from_index(before))
                })
                .collect();
        }
        all
    }

    fn score(transitions: &Transitions, emissions: &[Scores], sequence: &[usize]) -> f32 {
        let mut before = 0;
        let mut score = 0.0;
        for (tag, emission) in sequence.iter().zip(emissions) {
            score += transitions.pairs[before][*tag] + emission[*tag];
            before = *tag;
        }
        score + transitions.pairs[before][0]
    }

    fn transitions(seed: &[f32]) -> Transitions {
        let mut transitions = Transitions::default();
        for (index, pair) in transitions.pairs.as_flattened_mut().iter_mut().enumerate() {
            *pair += seed[index % seed.len()];
        }
        transitions
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn the_algorithms_agree_with_counting_all_sequences(
            emissions in proptest::collection::vec(proptest::array::uniform11(-3.0_f32..3.0), 1..4),
            seed in proptest::collection::vec(-2.0_f32..2.0, 7),
        ) {
            let transitions = transitions(&seed);
            let odds = transitions.odds();
            let mut sums = Sums::default();
            odds.sum(&emissions, &[], &mut sums);
            let all = sequences(emissions.len());
            let weights: Vec<f32> = all.iter().map(|s| score(&transitions, &emissions, s).exp()).collect();
            let total: f32 = weights.iter().sum();

            let best = transitions.best(&emissions);
            let best: Vec<usize> = best.iter().map(|tag| tag.index()).collect();
            let top = all.iter().map(|s| score(&transitions, &emissions, s)).fold(f32::MIN, f32::max);
            prop_assert!((score(&transitions, &emissions, &best) - top).abs() < 1e-3);

            for at in 0..emissions.len() {
                for tag in 0..TAGS {
                    let with = all.iter().zip(&weights).filter(|(s, _)| s[at] == tag).map(|(_, w)| w);
                    let expected = with.sum::<f32>() / total;
                    prop_assert!((sums.tags(at)[tag] - expected).abs() < 1e-3);
                }
            }
            for class in NameClass::ALL {
                for first in 0..emissions.len() {
                    for end in first + 1..=emissions.len() {
                        let has = |sequence: &[usize]| {
                            let tags: Vec<Tag> = sequence.iter().map(|tag| Tag::from_index(*tag)).collect();
                            spans(&tags).contains(&(first, end, class))
                        };
                        let with = all.iter().zip(&weights).filter(|(s, _)| has(s)).map(|(_, w)| w);
                        let expected = with.sum::<f32>() / total;
                        let got = odds.name(&sums, first, end, Tag::begin(class), Tag::inside(class));
                        prop_assert!((got - expected).abs() < 1e-3, "{got} {expected}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_the_data_leaves_open_is_summed_over() {
        let transitions = Transitions::default();
        let begin = Tag::begin(NameClass::Org);
        let allowed = [TagSet::only(begin), TagSet::ALL];
        let mut sums = Sums::default();
        transitions.odds().sum(&[[0.0; TAGS]; 2], &allowed, &mut sums);
        assert!((sums.tags(0)[begin.index()] - 1.0).abs() < 1e-5);
        assert!((sums.tags(1).iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }
}
