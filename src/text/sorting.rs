//! Sorting that is compiled once for all types.
//!
//! The standard library's stable sort is compiled anew for each type that is sorted, some eight thousand bytes of
//! WebAssembly a type. Lists that people look at, and what is sorted once a document, go by indices instead, which is as good
//! as it is quick; what is sorted once a word uses the standard library's.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts as [`slice::sort_by`] does.
///
/// ```
/// let mut words = ["one", "three", "two"];
/// newsmark::text::sort_by(&mut words, |a, b| b.len().cmp(&a.len()));
/// assert_eq!(words, ["three", "one", "two"]);
/// ```
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort_indices(&mut order, &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    permute(items, order);
}

/// Puts the items in this order, by the swaps of each cycle of the permutation.
fn permute<T>(items: &mut [T], mut order: Vec<usize>) {
    for first in 0..order.len() {
        let mut at = first;
        while order[at] != first {
            let from = std::mem::replace(&mut order[at], at);
            items.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

/// Sorts as [`slice::sort_by_key`] does.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts as [`slice::sort_by_cached_key`] does: each key is made once.
pub fn sort_by_cached_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort_indices(&mut order, &|a, b| keys.get(a).cmp(&keys.get(b)));
    permute(items, order);
}

/// A set of these items. Collecting into one sorts them first, by the standard library's sort.
pub fn sorted_set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// A map of these entries; of equal keys the last counts. Collecting into one sorts them first, by the standard
/// library's sort.
pub fn sorted_map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

fn sort_indices(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut items in prop::collection::vec((0..9_u8, any::<u8>()), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut again = items.clone();
            sort_by_key(&mut items, |item| item.0);
            prop_assert_eq!(&items, &expected);
            sort_by_cached_key(&mut again, |item| item.0);
            prop_assert_eq!(again, expected);
        }
    }
}
