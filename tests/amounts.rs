//! Properties of the amounts: whatever the text, candidates cover whole characters of it and
//! nothing panics.

use newsmark::extract::{Article, EXTRACTORS, extract};
use newsmark::formats::newsmark::{value_from_json, value_to_json};
use proptest::prelude::*;

/// Pieces that numbers and what stands around them are made of, and some that break them.
const PIECES: &[&str] = &[
    "0", "1", "2", "7", "12", "007", "234", "1900", "555", "99999999999999999999", "½", "²", "١", ".", ",",
    "'", "’", "-", "–", "−", "+", "/", ":", "%", "°", "(", ")", "$", "€", "£", "¥", "US", "A", "Rs", "R5",
    "EUR3m", "EUR", "TOP", "m", "bn", "k", "mm", "km", "km2", "C", "th", "nd", "a", "an", "the", "of", "and",
    "or", "to", "in", "from", "between", "more", "than", "no", "up", "at", "least", "about", "minus", "one",
    "two", "three", "twenty", "fifth", "second", "thirds", "half", "quarter", "quarters", "point", "hundred",
    "thousand", "lakh", "crore", "million", "millions", "quintillion", "dozen", "dozens", "couple",
    "several", "tens", "per", "cent", "percentage", "basis", "points", "dollars", "Hong", "Kong", "Swiss",
    "francs", "won", "pounds", "cents", "years", "old", "aged", "feet", "inches", "square", "miles", "hour",
    "🙂", "e\u{301}", "\u{200D}", "people", "^", "e", "e10", "x", "10", "⁸", "\"", "[", "plus", "over",
    "more than", "less than", "aged", "now", "ft", "twenty-firsts", "Mexico", "peso", "(555)", "=", ">", "<",
    "#", "\n", "\n\n", "\u{A0}", "\u{202F}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(PIECES), prop::sample::select(&["", " ", " ", "-"][..]));
    prop::collection::vec(piece, 0..40)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn candidates_slice_the_text_and_their_values_survive_json(text in text()) {
        let article = Article::new(&text, None);
        let mut candidates = Vec::new();
        for extractor in EXTRACTORS {
            extractor.extract(&article, &mut candidates);
        }
        for candidate in &candidates {
            let quote = candidate.span.slice(&text);
            prop_assert!(quote.is_some_and(|quote| !quote.trim().is_empty()), "{:?} in {text:?}", candidate);
            if let Some(value) = &candidate.value {
                let read = value_from_json(&candidate.label, &value_to_json(value));
                prop_assert_eq!(read.as_ref(), Some(value));
            }
        }
        for number in &article.numbers {
            prop_assert!(number.lead <= number.first && number.first < number.end, "{number:?} in {text:?}");
        }
        let order: Vec<_> = article.numbers.iter().map(|number| (number.first, number.end)).collect();
        prop_assert!(order.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{order:?} in {text:?}");
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        extract(&text, None);
    }
}

/// Each word of a number asks for those behind it, which must come to an end however many there are.
#[test]
fn repeated_words_end() {
    for piece in ["one ", "a one ", "half one ", "one-", "minus a ", "one hundred ", "twenty ", "one point "]
    {
        extract(&piece.repeat(50_000), None);
    }
}
