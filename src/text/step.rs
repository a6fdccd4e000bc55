use unicode_segmentation::UnicodeSegmentation;

/// The next place at which a mark may begin or end: behind, or before, the next word or the next
/// character that people see (a grapheme cluster, UAX #29). At an end of the text it stays there.
pub fn step(text: &str, at: usize, forward: bool, by_word: bool) -> usize {
    let at = floor(text, at);
    let (before, behind) = text.split_at(at);
    if !by_word {
        return match forward {
            true => at + behind.graphemes(true).next().map_or(0, str::len),
            false => at - before.graphemes(true).next_back().map_or(0, str::len),
        };
    }
    let is_word = |piece: &&str| piece.chars().any(char::is_alphanumeric);
    match forward {
        true => {
            let mut pieces = behind.split_word_bound_indices();
            pieces
                .find(|(_, piece)| is_word(piece))
                .map_or(text.len(), |(start, piece)| at + start + piece.len())
        }
        false => {
            let mut pieces = before.split_word_bound_indices();
            pieces.rfind(|(_, piece)| is_word(piece)).map_or(0, |(start, _)| start)
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_word_and_back() {
        let text = "Lloyd J. Austin’s €3.5m, 東京";
        let stops = |forward| {
            let mut at = if forward { 0 } else { text.len() };
            let mut stops = Vec::new();
            loop {
                let next = step(text, at, forward, true);
                if next == at {
                    return stops;
                }
                stops.push(next);
                at = next;
            }
        };
        assert_eq!(stops(true), [5, 7, 19, 27, 32, 35]);
        assert_eq!(stops(false), [32, 29, 23, 9, 6, 0]);
    }

    #[test]
    fn by_character_as_people_see_them() {
        let text = "e\u{301}👨‍👩‍👧x";
        assert_eq!(step(text, 0, true, false), 3);
        assert_eq!(step(text, text.len() - 1, false, false), 3);
        assert_eq!(step(text, text.len(), true, false), text.len());
        assert_eq!(step(text, 0, false, true), 0);
    }

    proptest! {
        #[test]
        fn steps_end_on_characters_and_go_somewhere(text in "\\PC{0,20}", at in 0usize..60, forward: bool, by_word: bool) {
            let next = step(&text, at, forward, by_word);
            prop_assert!(text.is_char_boundary(next));
            let from = floor(&text, at);
            let is_on = if forward { next > from || from == text.len() } else { next < from || from == 0 };
            prop_assert!(is_on);
        }
    }
}
