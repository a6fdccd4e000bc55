//! What stands around words that were found: the sentence, or as much of it as can be read at a glance.

use crate::text::{Span, sentences, tokenize};

/// As much as is shown of a long sentence, in bytes, about.
const LONGEST: usize = 220;
/// How much of it stands before the first words that were found.
const BEFORE: usize = 70;
/// In a paragraph that is longer than this, in bytes, nobody looks for sentences.
const LONGEST_PARAGRAPH: usize = 20_000;

/// A sentence with words that were found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// Where the first of the words stand in the article.
    pub place: Span,
    /// The sentence, on one line; `…` stands where it is cut.
    pub text: String,
    /// Where the words stand in `text`.
    pub found: Vec<Span>,
}

/// The sentences of `text` in which something was found, at most so many. The places stand in order.
///
/// ```
/// # use newsmark::search::passages;
/// # use newsmark::text::Span;
/// let text = "It rained. Rome was wet, old Rome.";
/// let all = passages(text, &[Span::new(11, 15), Span::new(29, 33)], 5);
/// assert_eq!(all.len(), 1);
/// assert_eq!(all[0].text, "Rome was wet, old Rome.");
/// assert_eq!(all[0].found.len(), 2);
/// ```
pub fn passages(text: &str, places: &[Span], at_most: usize) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut rest = places;
    while let Some((first, _)) = rest.split_first() {
        if passages.len() == at_most {
            break;
        }
        let shown = cut(text, sentence_around(text, *first), *first);
        // What does not stand whole in it comes with the next one.
        let count = 1 + rest[1..].iter().take_while(|place| shown.contains(**place)).count();
        passages.push(passage(text, shown, &rest[..count]));
        rest = &rest[count..];
    }
    passages
}

/// The sentence in which a place begins, and all of the place.
fn sentence_around(text: &str, place: Span) -> Span {
    let start = text[..place.start()].rfind('\n').map_or(0, |at| at + 1);
    let end = text[place.end()..].find('\n').map_or(text.len(), |at| place.end() + at);
    if end - start > LONGEST_PARAGRAPH {
        return Span::new(start, end);
    }
    let paragraph = &text[start..end];
    let inside =
        |sentence: &Span| sentence.start() + start <= place.start() && place.start() < sentence.end() + start;
    let sentence = sentences(paragraph, &tokenize(paragraph)).into_iter().find(inside);
    let sentence = sentence.map(|it| Span::new(it.start() + start, it.end() + start));
    sentence.unwrap_or(place).cover(place)
}

/// As much of a sentence as is shown, whole words.
fn cut(text: &str, sentence: Span, place: Span) -> Span {
    if sentence.len() <= LONGEST {
        return sentence;
    }
    let at_word = |from: usize, until: usize| {
        // The first word that begins behind `from`.
        let from = (from..=until).find(|at| text.is_char_boundary(*at)).unwrap_or(until);
        text[from..until].find(char::is_whitespace).map_or(until, |at| from + at + 1)
    };
    let start = match place.start() - sentence.start() {
        0..=BEFORE => sentence.start(),
        _ => at_word(place.start() - BEFORE, place.start()),
    };
    let until = (start + LONGEST).max(place.end());
    let end = match sentence.end() <= until {
        true => sentence.end(),
        false => {
            let until =
                (until..=sentence.end()).find(|at| text.is_char_boundary(*at)).unwrap_or(sentence.end());
            text[place.end()..until].rfind(char::is_whitespace).map_or(until, |at| place.end() + at)
        }
    };
    // A word behind the start may begin with more white space.
    let start = start + (text[start..place.start()].len() - text[start..place.start()].trim_start().len());
    Span::new(start, end).cover(place)
}

fn passage(text: &str, shown: Span, places: &[Span]) -> Passage {
    let mut line = String::new();
    let mut found = Vec::new();
    let is_cut = |at: Option<char>| at.is_some_and(|c| c != '\n');
    let before = text[..shown.start()].trim_end_matches(' ').chars().next_back();
    // Whether a sentence ended there shows in its stop.
    if is_cut(before) && !before.is_some_and(|c| ".!?…”\"’)".contains(c)) {
        line.push('…');
    }
    let mut at = shown.start();
    for place in places {
        push(&mut line, &text[at..place.start().max(at)]);
        let start = line.len();
        push(&mut line, &text[place.start().max(at)..place.end()]);
        found.push(Span::new(start, line.len()));
        at = place.end();
    }
    push(&mut line, &text[at..shown.end().max(at)]);
    let last = line.trim_end().chars().next_back();
    if is_cut(text[shown.end()..].trim_start_matches(' ').chars().next())
        && !last.is_some_and(|c| ".!?…”\"’)".contains(c))
    {
        line.push('…');
    }
    Passage { place: places[0], text: line, found }
}

/// Adds a text, line ends as spaces.
fn push(line: &mut String, text: &str) {
    line.extend(text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;
    use proptest::prelude::*;

    /// The passages with the words that were found in brackets.
    fn shown(text: &str, words: &str, at_most: usize) -> Vec<String> {
        let (folded, query) = (Folded::new(text), Folded::new(words));
        let places: Vec<_> = folded.find(&query).collect();
        let show = |passage: Passage| {
            let mut line = passage.text;
            for span in passage.found.iter().rev() {
                line.insert(span.end(), ']');
                line.insert(span.start(), '[');
            }
            line
        };
        passages(text, &places, at_most).into_iter().map(show).collect()
    }

    #[test]
    fn shows_sentences() {
        let text =
            "Storm in Lima\n\nMr. Díaz left Lima. “Lima is wet,” he said of lima. Nobody came.\nLIMA slept";
        assert_eq!(
            shown(text, "lima", 9),
            [
                "Storm in [Lima]",
                "Mr. Díaz left [Lima].",
                "“[Lima] is wet,” he said of [lima].",
                "[LIMA] slept"
            ]
        );
        assert_eq!(shown(text, "lima", 2).len(), 2);
        assert_eq!(shown("in Buenos\nAires", "buenos aires", 1), ["in [Buenos Aires]"]);
    }

    #[test]
    fn cuts_long_sentences_at_words() {
        let text = format!("{}the harbour {}", "word ".repeat(80), "more ".repeat(80));
        let all = shown(&text, "harbour", 3);
        assert_eq!(all.len(), 1);
        let line = &all[0];
        assert!(line.starts_with("…word") && line.ends_with("more…"), "{line}");
        assert!(line.contains("the [harbour] more") && line.len() < 260, "{line}");
        // What stands far behind in the same sentence comes by itself.
        let text = format!("Rome {}Rome.", "and ".repeat(90));
        assert_eq!(shown(&text, "rome", 3).len(), 2);
    }

    proptest! {
        #[test]
        fn words_that_were_found_are_shown_in_their_own_letters(
            text in "[ae .\\n“é📉]{0,300}", words in "[ae é]{1,3}", at_most in 1..6usize,
        ) {
            let (folded, query) = (Folded::new(&text), Folded::new(&words));
            let places: Vec<_> = folded.find(&query).collect();
            let all = passages(&text, &places, at_most);
            prop_assert!(all.len() <= at_most);
            let found: usize = all.iter().map(|it| it.found.len()).sum();
            prop_assert!(found == places.len() || all.len() == at_most);
            let flat = |text: &str| text.replace('\n', " ");
            let mut places = places.iter();
            for passage in &all {
                for span in &passage.found {
                    let place = places.next().and_then(|place| place.slice(&text));
                    prop_assert_eq!(span.slice(&passage.text).map(flat), place.map(flat));
                }
            }
        }
    }
}
