/// Where every pair of neighbouring bytes stands in a text: finds all occurrences of a quote by
/// looking only where its rarest pair is.
#[derive(Debug)]
pub(super) struct Index {
    /// For each pair, where its places begin in `places`; one more for the end.
    first: Vec<u32>,
    /// Byte offsets, ascending for each pair.
    places: Vec<u32>,
}

const PAIRS: usize = 1 << 16;

impl Index {
    pub(super) fn new(text: &str) -> Index {
        let bytes = text.as_bytes();
        let mut first = vec![0u32; PAIRS + 1];
        for pair in bytes.windows(2) {
            first[key(pair) + 1] += 1;
        }
        for key in 0..PAIRS {
            first[key + 1] += first[key];
        }
        let mut next = first.clone();
        let mut places = vec![0u32; bytes.len().saturating_sub(1)];
        for (at, pair) in (0u32..).zip(bytes.windows(2)) {
            let slot = &mut next[key(pair)];
            places[*slot as usize] = at;
            *slot += 1;
        }
        Index { first, places }
    }

    /// Byte offsets at which `quote` stands in `text`, the text of this index. No more than
    /// `limit` places are looked at on either side of `near`, those nearest to it.
    pub(super) fn occurrences<'a>(
        &'a self,
        text: &'a str,
        quote: &'a str,
        near: usize,
        limit: usize,
    ) -> Box<dyn Iterator<Item = usize> + 'a> {
        let rarest = (0..).zip(quote.as_bytes().windows(2)).min_by_key(|(_, pair)| self.of(pair).len());
        let Some((offset, pair)) = rarest else {
            // One byte: what it stands for is common, and a plain search is quick.
            let near = (0..=near).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let before = text[..near].rmatch_indices(quote).take(limit);
            let behind = text[near..].match_indices(quote).take(limit).map(move |(at, _)| near + at);
            return Box::new(before.map(|(at, _)| at).chain(behind));
        };
        let places = self.of(pair);
        let middle = places.partition_point(|&at| (at as usize) < near + offset);
        let window = middle.saturating_sub(limit)..(middle + limit).min(places.len());
        let starts = places[window].iter().filter_map(move |&at| (at as usize).checked_sub(offset));
        Box::new(starts.filter(move |&start| text.as_bytes()[start..].starts_with(quote.as_bytes())))
    }

    /// The places of one pair.
    fn of(&self, pair: &[u8]) -> &[u32] {
        let key = key(pair);
        &self.places[self.first[key] as usize..self.first[key + 1] as usize]
    }
}

/// The number of a pair.
fn key(pair: &[u8]) -> usize {
    usize::from(pair[0]) << 8 | usize::from(pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, quote: &str, expected: &[usize]) {
        let mut found: Vec<_> = Index::new(text).occurrences(text, quote, text.len() / 2, 100).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_all_occurrences_also_overlapping_ones() {
        check("anananas", "ana", &[0, 2, 4]);
        check("a€b€", "€", &[1, 5]);
        check("a1b1", "1", &[1, 3]);
        check("", "ab", &[]);
        check("ab", "abc", &[]);
        check("ab", "b", &[1]);
    }
}
