use unicode_segmentation::UnicodeSegmentation;

/// Where an end of a mark, or of a selection, stops.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// At each character that people see (a grapheme cluster, UAX #29).
    Character,
    /// At the beginnings of words.
    WordStart,
    /// At the ends of words.
    WordEnd,
}

/// The next stop behind, or before, a place. Where there is none it goes to the end of the text.
pub fn step(text: &str, at: usize, forward: bool, stop: Stop) -> usize {
    let at = floor(text, at);
    let (before, behind) = text.split_at(at);
    if stop == Stop::Character {
        return match forward {
            true => at + behind.graphemes(true).next().map_or(0, str::len),
            false => at - before.graphemes(true).next_back().map_or(0, str::len),
        };
    }
    // A word that the place is in counts with its other part.
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let place =
        |(start, word): (usize, &str)| if stop == Stop::WordStart { start } else { start + word.len() };
    let is_word = |(_, piece): &(usize, &str)| piece.chars().any(char::is_alphanumeric);
    match forward {
        true => {
            let words = text[line..]
                .split_word_bound_indices()
                .filter(is_word)
                .map(|(start, word)| (line + start, word));
            words.map(place).find(|stop| *stop > at).unwrap_or(text.len())
        }
        false => {
            // Words do not reach over line ends; a line without one is passed.
            let line_end = behind.find('\n').map_or(text.len(), |end| at + end);
            let mut end = line_end;
            let mut start = line;
            loop {
                let words = text[start..end].split_word_bound_indices().filter(is_word);
                let mut stops = words.map(|(from, word)| place((start + from, word)));
                if let Some(stop) = stops.rfind(|stop| *stop < at) {
                    return stop;
                }
                if start == 0 {
                    return 0;
                }
                end = start - 1;
                start = text[..end].rfind('\n').map_or(0, |end| end + 1);
            }
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

    /// The stops from one end of the text to the other.
    fn stops(text: &str, forward: bool, stop: Stop) -> Vec<usize> {
        let mut at = if forward { 0 } else { text.len() };
        let next = || {
            let next = step(text, at, forward, stop);
            (std::mem::replace(&mut at, next) != next).then_some(next)
        };
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn by_word_and_back() {
        let text = "Lloyd J. Austin’s €3.5m, 東京\n\nend";
        assert_eq!(stops(text, true, Stop::WordEnd), [5, 7, 19, 27, 32, 35, 40]);
        assert_eq!(stops(text, false, Stop::WordEnd), [35, 32, 27, 19, 7, 5, 0]);
        assert_eq!(stops(text, true, Stop::WordStart), [6, 9, 23, 29, 32, 37, 40]);
        assert_eq!(stops(text, false, Stop::WordStart), [37, 32, 29, 23, 9, 6, 0]);
    }

    #[test]
    fn by_character_as_people_see_them() {
        let text = "e\u{301}👨‍👩‍👧x";
        assert_eq!(step(text, 0, true, Stop::Character), 3);
        assert_eq!(step(text, text.len() - 1, false, Stop::Character), 3);
        assert_eq!(step(text, text.len(), true, Stop::Character), text.len());
        assert_eq!(step(text, 0, false, Stop::WordEnd), 0);
    }

    proptest! {
        #[test]
        fn steps_end_on_characters_and_go_somewhere(text in "\\PC{0,20}", at in 0usize..60, forward: bool, stop in prop::sample::select(&[Stop::Character, Stop::WordStart, Stop::WordEnd][..])) {
            let next = step(&text, at, forward, stop);
            prop_assert!(text.is_char_boundary(next));
            let from = floor(&text, at);
            let is_on = if forward { next > from || from == text.len() } else { next < from || from == 0 };
            prop_assert!(is_on);
        }
    }
}
