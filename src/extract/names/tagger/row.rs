//! Rows of weights, and how they are summed.

use super::table::Keyed;
use super::tag::TAGS;

/// What is added to a weight, so that none is negative.
const ZERO: u8 = 128;

/// Every other byte of eight.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

/// The weights of a feature, one a tag, in steps of the model's scale; with its key in the sixteen
/// bytes of which four fill a line of the processor's cache.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Row {
    /// The weights of the first eight tags, the first one lowest, each with [`ZERO`] added.
    first: u64,
    /// The same of the other tags.
    rest: u32,
    key: u32,
}

impl Row {
    pub(super) fn of(key: u32, weights: &[i8; TAGS]) -> Row {
        let byte =
            |tag: usize| weights.get(tag).map_or(0, |weight| weight.cast_unsigned().wrapping_add(ZERO));
        let first = u64::from_le_bytes(std::array::from_fn(byte));
        let rest = u32::from_le_bytes(std::array::from_fn(|tag| byte(tag + 8)));
        Row { first, rest, key }
    }

    pub(super) fn weights(&self) -> [i8; TAGS] {
        let (first, rest) = (self.first.to_le_bytes(), self.rest.to_le_bytes());
        let byte = |tag: usize| first.iter().chain(&rest).nth(tag).copied().unwrap_or(ZERO);
        std::array::from_fn(|tag| byte(tag).wrapping_sub(ZERO).cast_signed())
    }
}

impl Keyed for Row {
    fn new(key: u32) -> Row {
        Row::of(key, &[0; TAGS])
    }

    fn key(&self) -> u32 {
        self.key
    }
}

/// A sum of rows: sixteen bits a tag, four tags a number, so that one addition makes four. Room for
/// 257 rows; a token has a hundred and fifty features at most.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(super) struct Sum {
    /// Tags 0, 2, 4, 6; tags 1, 3, 5, 7; and tags 8, 10, 9.
    lanes: [u64; 3],
    rows: u32,
}

impl Sum {
    /// Adds a row if it has this key. Most features have no weights, and which have them cannot be
    /// guessed: without a branch, the processor need not.
    pub(super) fn add(&mut self, row: &Row, key: u32) {
        let is_it = u32::from(row.key == key);
        let mask = u64::from(is_it).wrapping_neg();
        let (first, rest) = (row.first & mask, u64::from(row.rest) & mask);
        let rest = (rest & 0x00FF_00FF) | (rest & 0xFF00_FF00) << 24;
        let lanes = [first & EVEN, first >> 8 & EVEN, rest];
        self.join(&Sum { lanes, rows: is_it });
    }

    /// Adds another sum.
    pub(super) fn join(&mut self, other: &Sum) {
        self.lanes.iter_mut().zip(other.lanes).for_each(|(sum, lanes)| *sum = sum.wrapping_add(lanes));
        self.rows = self.rows.wrapping_add(other.rows);
    }

    /// The sums of the weights, in steps of the model's scale.
    pub(super) fn weights(&self) -> [i32; TAGS] {
        /// Where each tag is: the number, and how far it is shifted.
        const PLACES: [(usize, u32); TAGS] =
            [(0, 0), (1, 0), (0, 16), (1, 16), (0, 32), (1, 32), (0, 48), (1, 48), (2, 0), (2, 32), (2, 16)];
        let zero = self.rows.wrapping_mul(u32::from(ZERO)) as i32;
        PLACES.map(|(lane, shift)| (self.lanes[lane] >> shift & 0xFFFF) as i32 - zero)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_are_those_of_the_weights(
            rows in proptest::collection::vec((0_u32..4, any::<[i8; TAGS]>()), 0..200),
        ) {
            let mut sum = Sum::default();
            let mut expected = [0_i32; TAGS];
            for (key, weights) in &rows {
                let row = Row::of(*key, weights);
                prop_assert_eq!(row.weights(), *weights);
                sum.add(&row, 2);
                if *key == 2 {
                    expected.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += i32::from(*weight));
                }
            }
            let mut twice = sum;
            twice.join(&sum);
            prop_assert_eq!(sum.weights(), expected);
            if rows.len() < 100 {
                prop_assert_eq!(twice.weights(), expected.map(|sum| sum * 2));
            }
        }
    }
}
