//! A table from hashed keys to rows that is built once and read often.

/// Keys in ascending order beside their rows, with a directory by the keys' leading bits: keys are
/// hashes, so each entry of the directory holds one or two of them. As compact as a sorted list,
/// as fast as a hash table.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Table<R> {
    /// Where the keys with each prefix begin, and behind them where the last end.
    directory: Vec<u32>,
    shift: u32,
    keys: Vec<u32>,
    rows: Vec<R>,
}

impl<R> Default for Table<R> {
    fn default() -> Table<R> {
        Table { directory: vec![0, 0], shift: 31, keys: Vec::new(), rows: Vec::new() }
    }
}

impl<R> Table<R> {
    /// The table of these rows, whose keys have no more than `bits` bits and ascend.
    pub(super) fn new(bits: u32, entries: Vec<(u32, R)>) -> Table<R> {
        let prefix = (usize::BITS - entries.len().leading_zeros()).min(bits);
        let shift = bits - prefix;
        let mut directory = vec![0; (1 << prefix) + 1];
        for (key, _) in &entries {
            if let Some(count) = directory.get_mut((key >> shift) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut directory {
            sum += *count;
            *count = sum;
        }
        let (keys, rows) = entries.into_iter().unzip();
        Table { directory, shift, keys, rows }
    }

    /// The row of a key.
    pub(super) fn get(&self, key: u32) -> Option<&R> {
        let prefix = (key >> self.shift) as usize;
        let from = *self.directory.get(prefix)? as usize;
        let to = *self.directory.get(prefix + 1)? as usize;
        let place = self.keys.get(from..to)?.iter().position(|other| *other == key)?;
        self.rows.get(from + place)
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// All keys with their rows, ascending.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (u32, &R)> {
        self.keys.iter().copied().zip(&self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_empty_table_has_nothing() {
        assert_eq!(Table::<u8>::default().get(0), None);
        assert_eq!(Table::<u8>::new(26, Vec::new()).get(7), None);
    }

    proptest! {
        #[test]
        fn finds_what_was_put_in_and_nothing_else(
            keys in proptest::collection::btree_set(0_u32..1 << 10, 0..200),
        ) {
            let table = Table::new(10, keys.iter().map(|key| (*key, key * 2)).collect());
            for key in 0..1 << 10 {
                prop_assert_eq!(table.get(key).copied(), keys.contains(&key).then_some(key * 2));
            }
            prop_assert_eq!(table.get(u32::MAX), None);
        }
    }
}
