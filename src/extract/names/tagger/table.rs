//! A table from hashed keys to rows that is built once and read often.

use crate::text::sort_by_key;

/// No key is as great: the key of a slot that nothing was put into.
pub(super) const FREE: u32 = 1 << 30;

/// A row with its key.
pub(super) trait Keyed: Copy {
    /// A row without a meaning.
    fn new(key: u32) -> Self;
    fn key(&self) -> u32;
}

/// How many keys share a pilot, about: fewer are found places for faster, more take less memory.
const KEYS_A_PILOT: usize = 4;

/// A perfect hash table: each key has one slot and no other is looked at, so that a look-up costs one
/// access to memory and no branch that the processor could guess wrong.
///
/// Hash and displace (Belazzougui, Botelho and Dietzfelbinger 2009, *Hash, displace, and compress*,
/// without the compression): the leading bits of a key choose a pilot, and the key with the pilot its
/// slot; pilots are tried until no two keys share a slot.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Table<R> {
    pilots: Vec<u16>,
    /// How far a key is shifted for the place of its pilot.
    pilot_shift: u32,
    /// How far a mixed key is shifted for its slot.
    slot_shift: u32,
    slots: Vec<R>,
    len: usize,
}

impl<R: Keyed> Default for Table<R> {
    fn default() -> Table<R> {
        let slots = vec![R::new(FREE)];
        Table { pilots: vec![0], pilot_shift: 31, slot_shift: 31, slots, len: 0 }
    }
}

impl<R: Keyed> Table<R> {
    /// The table of these rows, whose keys are hashes of `bits` bits (1 to 30) and ascend; `None` where
    /// they do not, or one has more bits.
    pub(super) fn new(bits: u32, entries: &[R]) -> Option<Table<R>> {
        if !entries.is_sorted_by(|a, b| a.key() < b.key()) {
            return None;
        }
        // Slots are taken by four of five at most; keys that are hashes find their places there.
        let slot_bits = bits_for(entries.len() + entries.len() / 4 + 1).max(1);
        (slot_bits..slot_bits + 3).find_map(|slot_bits| Table::with_slots(slot_bits, bits, entries))
    }

    /// The table with so many slots, as a power of two; `None` where a pilot was not found.
    fn with_slots(slot_bits: u32, bits: u32, entries: &[R]) -> Option<Table<R>> {
        let pilot_bits = bits_for(entries.len() / KEYS_A_PILOT + 1).min(bits);
        let mut table = Table {
            pilots: vec![0; 1 << pilot_bits],
            pilot_shift: bits - pilot_bits,
            slot_shift: u32::BITS - slot_bits,
            slots: vec![R::new(FREE); 1 << slot_bits],
            len: entries.len(),
        };
        // Keys ascend, so those of one pilot stand together.
        let group = |entry: &R| entry.key() >> table.pilot_shift;
        let mut groups: Vec<&[R]> = entries.chunk_by(|a, b| group(a) == group(b)).collect();
        // The largest first, while there is room.
        sort_by_key(&mut groups, |group| std::cmp::Reverse(group.len()));
        for entries in groups {
            let place = (entries.first()?.key() >> table.pilot_shift) as usize;
            let pilot = (0..=u16::MAX).find(|pilot| table.put(entries, *pilot))?;
            *table.pilots.get_mut(place)? = pilot;
        }
        Some(table)
    }

    /// Puts the entries into the slots that this pilot leads them to, if all of those are free.
    fn put(&mut self, entries: &[R], pilot: u16) -> bool {
        for (done, entry) in entries.iter().enumerate() {
            let slot = self.slot(entry.key(), pilot);
            match self.slots.get_mut(slot) {
                Some(slot) if slot.key() == FREE => *slot = *entry,
                _ => {
                    for entry in entries.iter().take(done) {
                        let slot = self.slot(entry.key(), pilot);
                        self.slots.get_mut(slot).into_iter().for_each(|slot| *slot = R::new(FREE));
                    }
                    return false;
                }
            }
        }
        true
    }

    fn slot(&self, key: u32, pilot: u16) -> usize {
        let mixed = (key ^ u32::from(pilot).wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
        (mixed >> self.slot_shift) as usize
    }

    /// The row where the key has its place; that of another key where the table has not this one.
    pub(super) fn place(&self, key: u32) -> Option<&R> {
        let pilot = self.pilots.get((key >> self.pilot_shift) as usize)?;
        self.slots.get(self.slot(key, *pilot))
    }

    /// The row of a key.
    pub(super) fn get(&self, key: u32) -> Option<&R> {
        self.place(key).filter(|row| row.key() == key && key != FREE)
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// All rows, by ascending keys.
    pub(super) fn entries(&self) -> Vec<R> {
        let mut entries: Vec<R> = self.slots.iter().filter(|row| row.key() != FREE).copied().collect();
        entries.sort_unstable_by_key(Keyed::key);
        entries
    }
}

/// How many bits tell so many things apart.
fn bits_for(count: usize) -> u32 {
    usize::BITS - count.saturating_sub(1).leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Keyed for (u32, u32) {
        fn new(key: u32) -> (u32, u32) {
            (key, 0)
        }

        fn key(&self) -> u32 {
            self.0
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        assert_eq!(Table::<(u32, u32)>::default().get(0), None);
        let table = Table::<(u32, u32)>::new(26, &[]).unwrap();
        assert_eq!((table.get(7), table.get(u32::MAX)), (None, None));
    }

    #[test]
    fn keys_that_are_the_same_or_too_long_are_refused() {
        assert!(Table::new(10, &[(7, 1), (7, 2)]).is_none());
        assert!(Table::new(3, &[(8, 1)]).is_none());
    }

    proptest! {
        #[test]
        fn finds_what_was_put_in_and_nothing_else(
            keys in proptest::collection::btree_set(0_u32..1 << 10, 0..700),
        ) {
            let entries: Vec<(u32, u32)> = keys.iter().map(|key| (*key, key * 2)).collect();
            let table = Table::new(10, &entries).unwrap();
            for key in 0..1 << 10 {
                prop_assert_eq!(table.get(key).copied(), keys.contains(&key).then_some((key, key * 2)));
            }
            prop_assert_eq!(table.get(u32::MAX), None);
            prop_assert_eq!(table.len(), entries.len());
            prop_assert_eq!(table.entries(), entries);
        }
    }
}
