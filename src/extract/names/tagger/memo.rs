//! Sums of weights that are remembered, since most of them are asked for again.

use super::row::Sum;

/// A power of two: more than most articles have different ones.
const PLACES: usize = 1 << 8;

/// The sums that go with some numbers. Each number has one place, and takes it from whoever had it
/// before: that bounds the memory, whatever the text.
pub(super) struct Memo {
    places: Vec<Option<(u64, Sum)>>,
}

impl Default for Memo {
    fn default() -> Memo {
        Memo { places: vec![None; PLACES] }
    }
}

impl Memo {
    /// The sum that goes with `number`, made by `make` where it is not known.
    pub(super) fn get(&mut self, number: u64, make: impl FnOnce() -> Sum) -> Sum {
        let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - PLACES.trailing_zeros());
        match self.places.get_mut(mixed as usize) {
            Some(Some((known, sum))) if *known == number => *sum,
            Some(place) => place.insert((number, make())).1,
            None => make(),
        }
    }
}
