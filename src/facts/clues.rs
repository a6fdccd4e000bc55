//! What speaks for something or against it: named clues, whose weights are learnt.

use std::collections::HashMap;

/// Defines the clues of one question: `Clue`, their names and their numbers.
macro_rules! clues {
    ($($name:ident)*) => {
        /// One thing that speaks for an answer, or against it.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(in crate::facts) enum Clue { $($name),* }

        impl Clue {
            /// The names of all clues, by their numbers.
            pub(in crate::facts) const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// The hash of the names, which a model begins with.
            pub(in crate::facts) fn hash() -> u32 {
                crate::facts::forest::hash_of(Clue::NAMES.iter().copied())
            }

            /// Clues as a model weighs them.
            pub(in crate::facts) fn set(clues: &[Clue]) -> crate::facts::forest::Set {
                crate::facts::forest::Set::of(clues.iter().map(|it| *it as u16))
            }
        }
    };
}
pub(super) use clues;

/// The clues of all steps that a number reaches.
pub(super) fn steps<C: Copy>(number: f64, steps: &[(f64, C)], clues: &mut Vec<C>) {
    clues.extend(steps.iter().filter(|(least, _)| number >= *least).map(|(_, clue)| *clue));
}

/// How a pair stands among all that each of its two facts may be in.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Rank {
    /// Of how many of its facts it is the best pair.
    pub(super) best: u8,
    /// Of how many the only one.
    pub(super) only: u8,
    /// Of how many the next best is much less alike.
    pub(super) clear: u8,
}

/// How much more alike than the next one what is clearly the best is.
const CLEARLY: f64 = 1.4;

/// How each pair stands among the others of its facts: of each is told which two facts, and how alike they are.
pub(super) fn ranks(pairs: &[([usize; 2], f64)]) -> Vec<Rank> {
    let mut ranks = vec![Rank::default(); pairs.len()];
    for side in 0..2 {
        // The greatest likeness, the next, and how many pairs.
        let mut of: HashMap<usize, (f64, f64, usize)> = HashMap::new();
        for (facts, likeness) in pairs {
            let (first, second, count) = of.entry(facts[side]).or_default();
            (*first, *second) =
                if likeness > first { (*likeness, *first) } else { (*first, second.max(*likeness)) };
            *count += 1;
        }
        for ((facts, likeness), rank) in pairs.iter().zip(&mut ranks) {
            let Some((first, second, count)) = of.get(&facts[side]).copied() else { continue };
            rank.best += u8::from(*likeness >= first);
            rank.only += u8::from(count == 1);
            rank.clear += u8::from(*likeness >= first && first > second * CLEARLY);
        }
    }
    ranks
}

/// The clue of what holds of one of two facts, or of both.
pub(super) fn of_sides<C>(count: u8, either: C, both: C) -> Option<C> {
    match count {
        0 => None,
        1 => Some(either),
        _ => Some(both),
    }
}
