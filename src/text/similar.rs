//! Where a short text stands in another one, roughly.
//!
//! The end of the most similar passage by the bit-parallel search of G. Myers, "A fast bit-vector algorithm for
//! approximate string matching based on dynamic programming" (J. ACM 46, 1999), one word of 128 bits for a pattern of
//! up to 128 code points; then the passage itself, code point for code point, by the table that the bits stand for.

use std::collections::HashMap;

use super::Span;

/// A short text that is looked for.
#[derive(Debug)]
pub struct Pattern {
    symbols: Vec<char>,
    /// For each symbol where it stands in the pattern, a bit a place.
    places: HashMap<char, u128>,
}

/// The passage that is most similar to a [`Pattern`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Similar {
    /// How many code points must be put in, taken out or changed to make one of the other.
    pub distance: usize,
    /// For each place in the pattern, from its beginning to its end, the byte of the text that it has come to.
    pub places: Vec<usize>,
}

impl Similar {
    /// How alike both are, from 0 to 1.
    pub fn score(&self) -> f64 {
        let len = self.places.len().saturating_sub(1).max(1);
        1.0 - self.distance.min(len) as f64 / len as f64
    }

    /// The bytes of the text for a part of the pattern, in code points.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (start, end) = (*self.places.get(from)?, *self.places.get(to)?);
        (start <= end).then(|| Span::new(start, end))
    }
}

impl Pattern {
    /// The longest pattern, in code points.
    pub const LONGEST: usize = 128;

    /// A pattern of this text; `None` where it is empty or longer than [`Pattern::LONGEST`].
    pub fn new(text: &str) -> Option<Pattern> {
        let symbols: Vec<char> = text.chars().collect();
        if symbols.is_empty() || symbols.len() > Pattern::LONGEST {
            return None;
        }
        let mut places = HashMap::new();
        for (at, symbol) in symbols.iter().enumerate() {
            *places.entry(*symbol).or_insert(0) |= 1_u128 << at;
        }
        Some(Pattern { symbols, places })
    }

    /// The passage of `text` that is most similar, the first of several. Takes time in proportion to the text.
    ///
    /// ```
    /// # use newsmark::text::Pattern;
    /// let pattern = Pattern::new("the mayor of Rome wept").unwrap();
    /// let text = "On Monday the major of Roma wept.";
    /// let found = pattern.find(text);
    /// assert_eq!(found.distance, 2);
    /// assert_eq!(found.span(13, 17).unwrap().slice(text), Some("Roma"));
    /// ```
    pub fn find(&self, text: &str) -> Similar {
        let (end, distance) = self.end(text);
        // More than twice as long it cannot be: every code point beyond the pattern's length is a change.
        let ends = text.get(..end).unwrap_or_default();
        let start =
            ends.char_indices().rev().nth(2 * self.symbols.len()).map_or(0, |(at, c)| at + c.len_utf8());
        Similar { distance, places: self.trace(text.get(start..end).unwrap_or_default(), start) }
    }

    /// The byte at which the most similar passage ends, and its distance.
    fn end(&self, text: &str) -> (usize, usize) {
        let last = 1_u128 << (self.symbols.len() - 1);
        // Differences between neighbours in a column of the table: up by one, down by one.
        let (mut up, mut down) = (u128::MAX, 0_u128);
        let mut distance = self.symbols.len();
        let mut best = (0, distance);
        for (at, symbol) in text.char_indices() {
            let equal = self.places.get(&symbol).copied().unwrap_or(0);
            let vertical = equal | down;
            let horizontal = (((equal & up).wrapping_add(up)) ^ up) | equal;
            let mut rises = down | !(horizontal | up);
            let mut falls = up & horizontal;
            distance += usize::from(rises & last != 0);
            distance -= usize::from(falls & last != 0);
            // The passage may begin anywhere: the first row is all zeros, so nothing is shifted in.
            rises <<= 1;
            falls <<= 1;
            up = falls | !(vertical | rises);
            down = rises & vertical;
            if distance < best.1 {
                best = (at + symbol.len_utf8(), distance);
            }
        }
        best
    }

    /// Where each place of the pattern has come to in `window`, at the end of which its end is; `offset` is where the window
    /// begins.
    fn trace(&self, window: &str, offset: usize) -> Vec<usize> {
        let bytes: Vec<usize> = window.char_indices().map(|(at, _)| at).chain([window.len()]).collect();
        let symbols: Vec<char> = window.chars().collect();
        let (rows, columns) = (self.symbols.len() + 1, symbols.len() + 1);
        let mut table = vec![0_u16; rows * columns];
        for row in 1..rows {
            table[row * columns] = row as u16;
            for column in 1..columns {
                let change = u16::from(self.symbols[row - 1] != symbols[column - 1]);
                table[row * columns + column] = (table[(row - 1) * columns + column - 1] + change)
                    .min(table[(row - 1) * columns + column] + 1)
                    .min(table[row * columns + column - 1] + 1);
            }
        }
        let mut places = vec![offset; rows];
        let (mut row, mut column) = (rows - 1, columns - 1);
        places[row] = offset + bytes[column];
        while row > 0 {
            let here = table[row * columns + column];
            let is_same = column > 0
                && here
                    == table[(row - 1) * columns + column - 1]
                        + u16::from(self.symbols[row - 1] != symbols[column - 1]);
            if is_same {
                (row, column) = (row - 1, column - 1);
                places[row] = offset + bytes[column];
            } else if here == table[(row - 1) * columns + column] + 1 {
                row -= 1;
                places[row] = offset + bytes[column];
            } else {
                column -= 1;
            }
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The distance by the whole table (P. Sellers, 1980).
    fn slowly(pattern: &str, text: &str) -> usize {
        let pattern: Vec<char> = pattern.chars().collect();
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut best = pattern.len();
        for symbol in text.chars() {
            let mut before = 0;
            for row in 1..column.len() {
                let new = (before + usize::from(pattern[row - 1] != symbol))
                    .min(column[row] + 1)
                    .min(column[row - 1] + 1);
                before = std::mem::replace(&mut column[row], new);
            }
            best = best.min(column[pattern.len()]);
        }
        best
    }

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_table(pattern in "[abé📉]{1,40}|[a-c]{120,128}", text in "[abcé📉]{0,200}") {
            let found = Pattern::new(&pattern).expect("short enough").find(&text);
            prop_assert_eq!(found.distance, slowly(&pattern, &text));
            prop_assert_eq!(found.places.len(), pattern.chars().count() + 1);
            prop_assert!(found.places.is_sorted());
            prop_assert!(found.places.iter().all(|at| text.is_char_boundary(*at)));
        }
    }

    #[test]
    fn finds_what_is_there_wherever_it_is() {
        let text = "one two three";
        for (pattern, expected) in [("two", "two"), ("one two three", text), ("twoo", "two"), ("e t", "e t")]
        {
            let pattern = Pattern::new(pattern).expect("short enough");
            let found = pattern.find(text);
            assert_eq!(
                found.span(0, found.places.len() - 1).and_then(|span| span.slice(text)),
                Some(expected)
            );
        }
        assert!(Pattern::new("").is_none());
        assert!(Pattern::new(&"a".repeat(129)).is_none());
        assert_eq!(Pattern::new("abc").expect("short enough").find("").score(), 0.0);
    }
}
